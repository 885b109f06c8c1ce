"""A run in x: steps proposed and certified one after the other.

s_k, the weight of x_k in the norm N, is free: N falls with it, and grows by its largest factor at most.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from flint import arb, arb_poly, fmpz

from ... import limits
from ...balls import ball
from ...precision import bits as precision
from ..problem import Problem
from ..smooth.checker import Step as Rest
from ..smooth.checker import evaluate
from ..smooth.path import Piece
from ..smooth.vector_field import Flow
from ..trajectory import Ended
from .bowl import Bowl, long
from .certificate import ROUND, Step, certify, factors
from .chebyshev import LONG, Array
from .proposal import Proposal, in_sigma, in_time
from .tail import rest

REACH = 0.55  # of the nearest zero, as it is predicted: a step's length
LONGER, SHORTER, TRIES = 3.0, 0.5, 14
CURVED = 0.15  # of v'^2, below which v'^2 - 2 v v'' may be that of a double zero
CLOSE = 3.0  # steps within which a zero is gone to in sigma
SHARE, DEAR, PATIENCE = 0.02, 1.0, 2  # of N that a double zero may cost; and where that many halvings led nowhere
FEWEST = 2.0**-5  # of the way in sigma: below, it is given up
FREE, MOST = 0.01, 2.0**20  # cost of a g_k near 0 that is little; s at most
LACK, RISE = 3.0, 4.0  # mu tau from which s may rise, and how far at once
MANY, LITTLE, LOST = (
    200,
    1e-4,
    0.1,
)  # steps that must lead on by a part of the time, at a radius of x of so much at most
SETTLING = 1e-5  # g.g, from which on the rest of the run may be one step
LOWER, LESS = 16.0, 0.5  # of g.g, after which it is seen whether the bound of the way that is left shortens by that
"""Constants of proposals: nothing proven rests on them."""


class ValleyRun:
    """`steps` certified; `reached` the time; `x` over 2^bits and N <= `radius` there."""

    def __init__(self, problem: Problem, enough: arb, precision_: int):
        self.problem, self.enough, self.precision = problem, enough, precision_
        self.bits = 96 + 8 * factors(problem)
        with precision(self.bits + 64):
            self.bowl = Bowl(problem, self.bits)
            self.until = ball(problem.until)
        self.x = [fmpz(int(v * 2**self.bits // 1)) for v in self.bowl.start]
        self.s: Array = np.full(self.bowl.n, np.inf)
        self.growth = 0.0
        with np.errstate(all="ignore"):
            self.s = self._scale()
        self.radius = float(self.s.sum() + self.bowl.lengths.sum()) * ROUND * 2.0**-self.bits  # x was rounded
        self.now, self.steps = arb(0), list[Step]()
        self.sums = [[arb(0)] * self.bowl.n]
        self.last: Rest | None = None
        self.refused: dict[tuple[str, int], float] = {}
        self.leaving: tuple[str, int] | None = None
        self.pace, self.way, self.height = float(problem.until), np.inf, np.inf
        self.reason = "reached the end time"
        self.ended: Ended = "until"

    def go(self) -> None:
        """As far as it leads."""
        try:
            with precision(self.bits), np.errstate(all="ignore"):  # what is not a number is refused
                self._go()
        except limits.LimitReached as over:
            self.reason, self.ended = str(over), "limit"
        except KeyboardInterrupt:
            self.reason, self.ended = "interrupted", "interrupted"

    def _go(self) -> None:
        while not self.now >= self.until:
            limits.check()
            if self._settled():
                return
            if (self._leave() if self.leaving else self._next()) is None:
                self._rest()
                if self.last is not None:
                    return
                self.reason, self.ended = f"no step was certified at t = {self.now.str(15)}", "undecided"
                return
            if self._stuck():
                self.reason, self.ended = f"steps become too many at t = {self.now.str(15)}", "undecided"
                return

    def _stuck(self) -> bool:
        """Whether the last steps led nowhere, or all is lost."""
        if not self.radius < LOST * self.s.min():
            return True
        return len(self.steps) % MANY == 0 and not self.now - self.steps[-MANY].start > self.now * LITTLE

    # --- the state in floats -------------------------------------------------------------------------------------

    def _floats(self) -> tuple[Array, Array]:
        """x and g, each to the accuracy of floats."""
        x = np.array([long(int(v), self.bits) for v in self.x])
        g = np.array([long(int(v), self.bits) for v in self.bowl.gradient(self.x)]) / LONG(self.bowl.square)
        return x, g

    def _speeds(self, x: Array, g: Array) -> tuple[Array, Array]:
        v = -self.bowl.slope(self.bowl.u(x)) * np.sign(g) * abs(g) ** self.bowl.r
        return v, v @ self.bowl.H_floats

    def _scale(self) -> Array:
        """s for which mu = max_k (s_k^2 p_k + f_k)^2/(4 s_k^2 p_k) is small, p_k = P'_k eps_k, f_k = |<g_k>^r| K_k.

        s_k^2 = f_k/p_k, but no smaller than costs little while g_k passes 0: s_k^2 p_k min(tau, |g_k/g_k'|), where tau
        is the time in which g changes. It rises only where mu is large for want of it.
        """
        bowl = self.bowl
        x, g = self._floats()
        u = bowl.u(x)
        P = bowl.slope(u)
        dg = (P * np.sign(g) * abs(g) ** bowl.r) @ bowl.H_floats
        x, g, dg, u, P = (v.astype(float) for v in (x, g, dg, u, P))
        tau = np.sqrt((g @ g) / (dg @ dg))
        f = abs(g) ** bowl.r * bowl.second(u) * float(bowl.q) * abs(x) ** bowl.r / np.maximum(P, 1e-300)
        p = P * bowl.r * abs(g) ** (bowl.r - 1)
        s = np.sqrt(np.maximum(f, FREE / np.minimum(abs(g / dg), tau)) / p)
        s = np.where(s < MOST, 2.0 ** np.round(np.log2(np.maximum(s, 1 / MOST))), MOST)
        lacks = (tau * f**2 > 4 * self.s**2 * p * LACK) & (self.growth * tau > LACK)
        return np.minimum(s, np.where(lacks, RISE, 1) * self.s)

    # --- steps ---------------------------------------------------------------------------------------------------

    def _next(self) -> Step | None:
        """One step in time, or all of those to the next zero in sigma."""
        x, g = self._floats()
        v, dg = self._speeds(x, g)
        waits = np.concatenate([abs(g / dg), abs(x / v)])
        ahead = np.concatenate([g * dg < 0, x * v < 0])
        first = int(np.argmin(np.where(ahead, waits, np.inf)))
        if ahead[first] and waits[first] < CLOSE * self.pace:
            name = ("gradient", first) if first < self.bowl.n else ("weight", first - self.bowl.n)
            if waits[first] * 4 < self.refused.get(name, np.inf) and self._simple(name, x, g, v, dg):
                step = self._approach(name)
                if step is not None:
                    return step
                self.refused[name] = waits[first]
            if first < self.bowl.n and (step := self._hop(first, x, g, v, float(waits[first]), SHARE)):
                return step
        h = min(REACH * float(waits.min()) * 2, self.pace * LONGER)
        for attempt in range(TRIES):
            step = self._take(in_time(self.bowl, x, g, h))
            if step is not None:
                self.pace = h
                return step
            h *= SHORTER
            dear = attempt == PATIENCE and ahead[first] and first < self.bowl.n
            if dear and (step := self._hop(first, x, g, v, float(waits[first]), DEAR)):
                return step
        return None

    def _hop(self, k: int, x: Array, g: Array, v: Array, wait: float, share: float) -> Step | None:
        """One step over a double zero of g_k, from <g_k>^r = z to -z, if it costs no more than a share of N."""
        bowl = self.bowl
        h = 2 / bowl.r * wait
        jump = 2 ** (1 - bowl.r) * (bowl.lengths[k] * self.radius) ** bowl.r * self.s[k]
        cost = h * abs(float(v[k])) * ((self.s[k] + bowl.lengths[k]) + jump / abs(float(g[k])) ** bowl.r)
        if not cost < max(self.radius, 2.0**-50) * share:
            return None
        step = self._take(in_time(bowl, x, g, h, k))
        if step is not None:
            self.pace = h
        return step

    def _simple(self, name: tuple[str, int], x: Array, g: Array, v: Array, dg: Array) -> bool:
        """Whether the zero of v, as it is predicted from v' and v'', is a simple one."""
        kind, k = name
        value, slope = (g[k], dg[k]) if kind == "gradient" else (x[k], v[k])
        h = 1e-4 * abs(value / slope)
        later_v, later_dg = self._speeds(x + h * v, g + h * dg)
        second = ((later_dg[k] - dg[k]) if kind == "gradient" else later_v[k] - v[k]) / h
        return bool(slope**2 - 2 * value * second > CURVED * slope**2)

    def _approach(self, name: tuple[str, int]) -> Step | None:
        """Steps in sigma to the zero; None where it is given up, which takes back what was done."""
        kind, k = name
        kept = self.x, self.radius, self.now, self.s, len(self.steps)
        part = 1.0
        for _ in range(TRIES):
            limits.check()
            x, g = self._floats()
            value = g[k] if kind == "gradient" else x[k]
            begin, sign = abs(value) ** (LONG(1) / self.bowl.b), float(np.sign(value))
            step = None
            while step is None and part >= FEWEST:
                end = 0.0 if part == 1 else begin * (1 - part)
                step = self._take(in_sigma(self.bowl, x, g, name, begin, end, sign))
                part = part if step is not None else part / 2
            if step is None:
                break
            part = min(1.0, part * 2)
            if end == 0:
                self.leaving, self.sigma = name, begin
                return step
            if self.now >= self.until:
                return step
        self.x, self.radius, self.now, self.s, count = kept
        del self.steps[count:]
        return None

    def _leave(self) -> Step | None:
        """A step in sigma from the zero that was just met."""
        assert self.leaving is not None
        kind, k = self.leaving
        x, g = self._floats()
        (g if kind == "gradient" else x)[k] = 0
        v, dg = self._speeds(x, g)
        sign = float(np.sign(dg[k] if kind == "gradient" else v[k]))
        end = self.sigma
        for _ in range(TRIES):
            step = self._take(in_sigma(self.bowl, x, g, self.leaving, 0.0, end, sign))
            if step is not None:
                self.leaving = None
                return step
            end *= SHORTER
        return None

    def _take(self, proposal: Proposal | None) -> Step | None:
        """Certifies a step and goes to its end."""
        if proposal is None:
            return None
        s = self._scale()
        before = self.radius * max(1.0, float((s / self.s).max())) * ROUND
        step = certify(self.bowl, self.x, self.now, before, s, proposal)
        if step is None:
            return None
        self.steps.append(step)
        self.growth = float(np.log(step.after / before) / float(step.end - step.start)) if self.steps[1:] else 0.0
        self.x, self.radius, self.s = [p(1) for p in step.X], step.after, s
        self.now = step.end
        return step

    # --- the end -------------------------------------------------------------------------------------------------

    def balls(self, step: Step | None, xi: arb) -> list[arb]:
        """Balls of x at xi of a step, or at its end."""
        unit = arb(2) ** -self.bits
        if step is None:
            radii = self.radius / self.s * ROUND
            return [arb(v) * unit + arb(0, far) for v, far in zip(self.x, radii.tolist(), strict=True)]
        radii = step.radius / step.s * ROUND
        return [evaluate(arb_poly(p), xi) * unit + arb(0, far) for p, far in zip(step.X, radii.tolist(), strict=True)]

    def _settled(self) -> bool:
        """Whether one step of a constant leads to the end: it is as short as was asked for, or no longer shortens."""
        g = self._floats()[1]
        if not (self.steps and g @ g < min(SETTLING, self.height / LOWER)):
            return False
        self.height, before = float(g @ g), self.way
        enough = self._rest()
        if self.last is not None and (enough or self.way > before * LESS):
            return True
        self.last = None
        return False

    def _rest(self) -> bool:
        """`last`, the step of a constant from here on, where there is one; whether it is as short as was asked for."""
        middle = [arb(v) * arb(2) ** -self.bits for v in self.x]
        weights, gains = self.bowl.weights(self.balls(None, arb(1))), self.gains_at(self.now)
        self.last = rest(Flow(self.problem, ()), middle, self.radius, weights, gains, self.now, self.until)
        if self.last is None:
            return False
        self.way = max(map(float, self.last.slack))
        return all(off < self.enough * abs(w).max(arb(1)) for off, w in zip(self.last.slack, weights, strict=True))

    # --- what is known at a time ---------------------------------------------------------------------------------

    @property
    def end(self) -> arb:
        """The time up to which all is known."""
        return self.until if self.last is not None or self.now >= self.until else self.now

    def at(self, t: arb) -> tuple[list[arb], list[arb]]:
        """Weights and gains at a time."""
        found: list[tuple[list[arb], list[arb]]] = []
        if self.last is not None and not t < self.last.start:
            rest_of_it = Piece(self.last.start, self.until, (self.last,)).at(t)
            if rest_of_it is not None:
                found.append((list(rest_of_it.center), list(rest_of_it.passive)))
        if not (found and self.last is not None and t > self.last.start):
            gains = self.gains_at(t)
            found += [(self.bowl.weights(self.balls(step, xi)), gains) for step, xi in self._places(t)]
        weights, gains = ([_hull(list(v)) for v in zip(*part, strict=True)] for part in zip(*found, strict=True))
        return weights, gains

    def _places(self, t: arb) -> list[tuple[Step | None, arb]]:
        """The steps, with balls of xi, that the times in t belong to."""
        if not self.steps:
            return [(None, arb(-1))]
        first = max(0, bisect_left(self.steps, t.lower(), key=lambda step: step.end.upper()))
        found: list[tuple[Step | None, arb]] = []
        for step in self.steps[first:]:
            if step.start > t:
                break
            found.append((step, parameter(step, t)))
        return found or [(self.steps[-1], arb(1))]

    def gains_at(self, t: arb) -> list[arb]:
        """int_0^t <g_k>^r: the polynomials' integrals, and what these may be off."""
        unit, totals = arb(2) ** -self.bits, [arb(0)] * self.bowl.n
        if not self.steps or t == 0:
            return totals
        self._sum_gains()
        choices = []
        for step, xi in self._places(t):
            assert step is not None
            index = self.steps.index(step)
            here = []
            for k, rate in enumerate(step.gains):
                whole = arb_poly(rate).integral()
                moved = (evaluate(whole, xi) - whole(arb(-1))) * unit
                here.append(self.sums[index][k] + moved + arb(0, float(step.gain_error[k])))
            choices.append(here)
        return [_hull(list(v)) for v in zip(*choices, strict=True)]

    def _sum_gains(self) -> None:
        """`sums`: the gains at the start of every step."""
        sums, unit = self.sums, arb(2) ** -self.bits
        for step in self.steps[len(sums) - 1 :]:
            row = []
            for k, rate in enumerate(step.gains):
                whole = arb_poly(rate).integral()
                row.append(sums[-1][k] + (whole(arb(1)) - whole(arb(-1))) * unit + arb(0, float(step.gain_error[k])))
            sums.append(row)


def parameter(step: Step, t: arb) -> arb:
    """A ball of all xi in [-1, 1] whose times are in t."""
    ends = []
    for target, side in ((t.lower(), -1), (t.upper(), 1)):
        low, high = arb(-1), arb(1)
        for _ in range(120):
            middle = ((low + high) / 2).mid()
            value = step.start + step.clock(middle)
            if value < target:
                low = middle
            elif value > target:
                high = middle
            else:
                break
        ends.append(low if side < 0 else high)
    return ends[0].union(ends[1])


def _hull(values: list[arb]) -> arb:
    found = values[0]
    for v in values[1:]:
        found = found.union(v)
    return found
