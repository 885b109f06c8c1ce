"""q = 1 in doubles, event by event: dv_k/dt = -s_k sigma_k - alpha v_k, s_k = sign g_k, in [-1, 1] where g_k = 0.

Without decay and with a constant Hessian the moving v_k are straight lines and the sliding ones follow from
x_J = H_JJ^{-1}(h_J - H_JM x_M); otherwise SciPy's DOP853 follows them. At an event Filippov's condition is solved by
an active set (theory: section 0).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from ... import limits
from ..problem import Problem
from .arrays import Array, Coordinates, Force, strength
from .run import Path

QUIET = 1e-12  # g below this part of its largest possible size is 0
NEAR = 1e4  # times what is 0: as far as g_k may be off where it vanishes with others
DEPENDENT = 1e-9  # the squared distance, relative, of a column of the data from the span of others: it lies in it
SHIFT = 1e-12
ULP = 2e-15
SAMPLES = 6  # looks for an event on one interval
DIP, DIPS = 0.5, 4  # a margin falling to this part of its samples is looked at between them, so many times over
MOST_EVENTS = 100_000
LIMIT = 1 + 1e-10  # a slope of a sliding coordinate beyond it has left [-1, 1]

Motion = Callable[[float], Array]


class Sign:
    """One run; `path` holds what was found."""

    def __init__(self, problem: Problem, tolerance: float, number: int = 0):
        """`number` > 0: the start is moved by as little as shows how errors grow."""
        self.problem, self.tolerance = problem, tolerance
        self.c, self.force, self.path = Coordinates(problem), Force(problem.objective), Path()
        self.c.start *= 1 + number * SHIFT * np.where(self.c.all % 2, 1.0, -1.0)
        self.n, self.t, self.v = self.c.n, 0.0, self.c.start.copy()
        self.absent = self.force.size.sum(1) == 0  # g_k is one number for all x
        self.s = np.zeros(self.n)
        self.sliding = np.zeros(self.n, bool)
        self.resting = np.zeros(self.n, bool)
        self.line: Any = (0,)
        self._kept: Any = (b"-", None)
        self.share = 1.0 if number else 0.5  # of an interval for one step: like steps would make like errors
        self.late = 0.0  # how much later events may come than they would without the allowances
        self.guess = float(problem.until)  # the length of the interval that is searched next

    def go(self) -> Path:
        """To the end time or the end of the solution."""
        end, pieces = float(self.problem.until), self.problem.decay.pieces
        for number, (start, line) in enumerate(pieces):
            if self.path.status == "stopped" or (number and float(start) >= end):
                break
            self.line = line
            if number:
                self.path.log("decay-switch", self.t)
                kept = np.flatnonzero(self.sliding | self.resting)
                self.resting[:] = False
                self._resolve(kept, np.array([], int))
            else:
                self._begin()
            last = min(end, float(pieces[number + 1][0])) if number + 1 < len(pieces) else end
            while self.t < last and self.path.status != "stopped":
                limits.check()
                self._advance(last)
                if len(self.path.events) > MOST_EVENTS:
                    self.path.stop(f"more than {MOST_EVENTS} events", "limit")
        if not self.path.pieces:
            self._file(0.0, 0.0, lambda t: self.v)
        return self.path

    def _begin(self) -> None:
        g = self._g(self.v)
        low = self._low(self.v)
        zero = (abs(g) <= low) & ~self.absent
        self.s = np.where(zero, 0.0, np.sign(g))
        for k in np.flatnonzero((self.v == 0) & (~self.absent | (self.s != 0))):
            if self.c.tied[k] > 1 or zero[k]:
                self._end(k, "saddle", f"x of coordinate {k + 1} starts at a saddle or at g = 0")
                return
        self._resolve(np.flatnonzero(zero), np.flatnonzero(zero))

    # What moves

    def _g(self, v: Array, t: float | None = None) -> Array:
        return self.force.gradient(self.c.parts(self.t if t is None else t, v)[0])

    def _low(self, v: Array) -> Array:
        x, slope, *_ = self.c.parts(self.t, v)
        tiny = max(QUIET, self.tolerance * 10 if not self._straight else 0.0)
        return tiny * (self.force.size @ (abs(x) + abs(slope)) + 1e-3)

    @property
    def _straight(self) -> bool:
        return self.force.constant and not any(self.line)

    def _slopes(self, t: float, v: Array, parts: Any = None) -> Array:
        """s_k of every coordinate; those that slide from d g_J/dt = 0."""
        J = np.flatnonzero(self.sliding)
        if not len(J):
            return self.s
        x, D, *_ = parts or self.c.parts(t, v)
        D = abs(D)
        fade = strength(self.line, t) * self.c.depth * x
        moving = np.where(self.sliding | self.resting, 0.0, -D * self.s - fade)
        s = self.s.copy()
        s[J] = (self._pulled(J, x, moving) - fade[J]) / D[J]
        return s

    def _pulled(self, J: Array, x: Array, moving: Array) -> Array:
        """H_JJ^{-1} (H x')_J; the inverse is kept while J and a constant H stay."""
        if not self.force.constant:
            H = self.force.hessian(x)
            return _solved(H[np.ix_(J, J)], H[J] @ moving)
        inside, rows = self._inverse(J)
        found: Array = inside @ (rows @ moving)
        return found

    def _inverse(self, J: Array) -> tuple[Array, Array]:
        key = J.tobytes()
        if self._kept[0] != key:
            H = self.force.H
            self._kept = key, (_solved(H[np.ix_(J, J)], np.eye(len(J))), H[J])
        return self._kept[1]

    def _motion(self, end: float) -> tuple[Motion, float]:
        """v on [t, end'] under the present mode, and end'."""
        begin, v, s = self.t, self.v.copy(), self.s
        still = self.resting | (self.absent & (s == 0))
        if self._straight or not (any(self.line) or self.sliding.any()):
            J, M = np.flatnonzero(self.sliding), np.flatnonzero(~self.sliding)
            step = np.where(still | self.sliding, 0.0, -s * self.c.sigma)
            if not len(J):
                return lambda t: v + step * (t - begin), end

            def straight(t: float) -> Array:
                """v at t, the sliding ones from x_J."""
                inside, rows = self._inverse(J)
                found, x = v + step * (t - begin), np.zeros(self.n)
                x[M] = self.c.parts(t, found, M)[0]
                found[J] = self._level(J, inside @ (self.force.h[J] - rows @ x), t, v)
                return found

            return straight, end
        from scipy.integrate import DOP853

        def rates(t: float, y: Array) -> Array:
            """dv/dt."""
            return np.where(self.resting, 0.0, -self._slopes(t, y) * self.c.sigma - strength(self.line, t) * y)

        longest = min(self.guess, end - begin) * self.share
        solver = DOP853(
            rates, begin, v, end, rtol=self.tolerance, atol=self.tolerance * 1e-2, max_step=longest, first_step=longest
        )
        solver.step()
        dense = solver.dense_output()
        return lambda t: dense(t), float(solver.t)

    def _level(self, J: Array, x: Array, t: float, guess: Array) -> Array:
        """v_J with these x_J, by Newton's steps."""
        v = guess.copy()
        for _ in range(50):
            now, slope, *_ = self.c.parts(t, v, J)
            step = (x - now) / slope
            v[J] += step
            if not (abs(step) > 1e-15 * (abs(v[J]) + 1e-3)).any():
                break
        return v[J]

    # Events

    def _margins(self, motion: Motion, t: float, low: Array, limit: float = LIMIT) -> Array:
        """Positive before an event: s_k g_k, |v_k| and 1 - |s_k| of every coordinate; inf where it cannot be.

        `low` and `limit` allow for what rounding makes of 0 and of 1.
        """
        v = motion(t)
        found, parts = np.full((3, self.n), np.inf), self.c.parts(t, v)
        moving = ~self.sliding & ~self.resting & ~self.absent
        found[0, moving] = (self.s * self.force.gradient(parts[0]) + low)[moving]
        found[1] = np.where(self.side == 0, np.inf, self.side * v)
        if self.sliding.any():
            found[2, self.sliding] = limit - abs(self._slopes(t, v, parts)[self.sliding])
        return found

    def _advance(self, last: float) -> None:
        """To the next event, or to `last`, or part of the way."""
        heading = -self.s * self.c.sigma
        self.side = np.where(self.v != 0, np.sign(self.v), np.sign(heading))
        goal = min(last, self.t + self.guess)
        if last - goal < 1e-12 * max(1.0, last):
            goal = last
        motion, goal = self._motion(goal)
        g, low, begin = self._g(self.v), self._low(self.v), self.t
        low = np.where(self.s * g < 0, np.maximum(low, 2 * abs(g)), low)  # beyond 0 already, on its way back
        bracket = self._bracket(motion, begin, goal, low)
        if bracket is not None:
            after, found = self._first(motion, *bracket, low)
            self.late += self._lateness(motion, begin, after, found)
            self._file(begin, after, motion)
            self.guess = max(2.0 * (after - begin), 1e-9)
            self._happen(found)
            return
        self._file(begin, goal, motion)
        self.guess = 2 * max(self.guess, goal - begin)

    def _bracket(self, motion: Motion, begin: float, goal: float, low: Array) -> tuple[float, float] | None:
        """Times between which a margin becomes negative for the first time, as far as samples tell.

        Where the parabola through three samples of a margin falls to under DIP of them between, it is looked at too: a
        slide, or a passage, shorter than the distance of two samples.
        """
        seen = [(begin, self._margins(motion, begin, low))]
        for moment in np.linspace(begin, goal, SAMPLES + 1)[1:]:
            seen.append((moment, self._margins(motion, moment, low)))
            if (seen[-1][1] < 0).any():
                break
        for _ in range(DIPS):
            first = next((i for i, (t, m) in enumerate(seen) if t > begin and (m < 0).any()), len(seen))
            more = {t for i in range(2, len(seen)) if i <= first for t in _dips(*seen[i - 2 : i + 1])}
            more -= {t for t, _ in seen}
            if not more:
                break
            seen = sorted([*seen, *((t, self._margins(motion, t, low)) for t in more)], key=lambda pair: pair[0])
        for (before, _), (after, margins) in pairwise(seen):
            if (margins < 0).any():
                return before, after
        return None

    def _lateness(self, motion: Motion, begin: float, after: float, found: Array) -> float:
        """How long before `after` a margin that allows for nothing was 0: what the allowance may cost."""
        strict = np.zeros(self.n)

        def least(t: float) -> float:
            """The smallest of the margins that were found negative, without any allowance."""
            return float(np.where(found, self._margins(motion, t, strict, 1.0), np.inf).min())

        step = ULP * max(1.0, after)
        while after - step > begin and least(after - step) < 0:
            step *= 4
        return step

    def _first(self, motion: Motion, before: float, after: float, low: Array) -> tuple[float, Array]:
        """The first time with a negative margin, and which are."""
        from scipy.optimize import brentq

        def least(t: float) -> float:
            """The smallest margin."""
            return float(self._margins(motion, t, low).min())

        nudge = ULP * max(1.0, after)
        while least(before) == 0 and before + nudge < after:  # what is 0 at the start leaves it
            before, nudge = before + nudge, 2 * nudge
        nudge = ULP * max(1.0, after)
        root = float(brentq(least, before, after, xtol=nudge, rtol=1e-14)) if least(before) > 0 else before
        while root + nudge < after:
            margins = self._margins(motion, root + nudge, low)
            if (margins < 0).any():
                return root + nudge, margins < 0
            nudge *= 2
        return after, self._margins(motion, after, low) < 0

    def _file(self, begin: float, end: float, motion: Motion) -> None:
        weights = self.c.weights
        self.path.pieces.append((begin, end, lambda t: weights(t, motion(t))))
        self.t, self.v = end, np.array(motion(end))

    def _happen(self, found: Array) -> None:
        """Names the events at the present time and changes the mode."""
        arrived, crossed, released = (np.flatnonzero(row) for row in found)
        low = self._low(self.v) * 10
        for k in crossed:
            if self.sliding[k] or k in arrived:
                self._end(k, "saddle", f"x and g of coordinate {k + 1} vanish together")
                return
            if self.c.tied[k] > 1:
                self._end(k, "saddle", f"two weights of coordinate {k + 1} vanish together")
                return
            self.path.log("weight-zero", self.t, k, self.c.index[k], late=self.late)
            self.v[k] = 0.0
        if len(released):
            s = self._slopes(self.t, self.v)
            for k in released:
                self.path.log("release", self.t, k, late=self.late)
                self.s[k], self.sliding[k] = np.sign(s[k]), False
        if len(arrived):
            g = self._g(self.v)
            if (abs(g) <= low).all() and not any(self.line):
                for k in np.flatnonzero(~self.sliding & ~self.resting & ~self.absent):
                    self.path.log("arrival", self.t, k, late=self.late)
                self.sliding[:] = False
                self.resting, self.s = ~self.absent, np.zeros(self.n)
                return
            arrived = np.union1d(arrived, self._implied(np.union1d(arrived, np.flatnonzero(self.sliding)), g, low))
            self._resolve(np.union1d(arrived, np.flatnonzero(self.sliding)), arrived)

    def _implied(self, K: Array, g: Array, low: Array) -> Array:
        """The coordinates whose g_k is a combination of g_K: column k of the data one of columns K."""
        near = np.setdiff1d(np.flatnonzero(~self.resting & ~self.absent & (abs(g) <= NEAR * low)), K)
        if not len(near):
            return near
        both = np.concatenate([near, K])
        E = _even(self.force.hessian(self.c.parts(self.t, self.v)[0])[np.ix_(both, both)])
        across, inside = E[: len(near), len(near) :], E[len(near) :, len(near) :]
        left = 1 - ((across @ np.linalg.pinv(inside, rcond=DEPENDENT, hermitian=True)) * across).sum(1)
        found: Array = near[left < DEPENDENT]
        return found

    def _end(self, k: Any, kind: str, reason: str) -> None:
        if not self.path.pieces:
            self._file(self.t, self.t, lambda t: self.v)
        self.path.log(kind, self.t, k, late=self.late)
        self.path.stop(reason, "natural")

    def _resolve(self, K: Array, arrived: Array) -> None:
        """The mode of the coordinates K, all with g_k = 0."""
        if not len(K):
            return
        x, D, *_ = self.c.parts(self.t, self.v)
        D = abs(D)
        fade = strength(self.line, self.t) * self.c.depth * x
        free = np.ones(self.n, bool)
        free[K] = False
        drift = -fade - np.where(free & ~self.resting & ~self.absent, D * self.s, 0.0)
        H = self.force.hessian(x)
        inside, base = H[np.ix_(K, K)], H[K] @ drift
        z = boxed(inside, base, D[K], np.zeros(len(K)))  # most slid before, and go on
        still = abs(base - inside @ z) <= DEPENDENT * (abs(base) + abs(inside) @ abs(z))
        J = K[(abs(z) < D[K]) | still]
        if len(J) > 1 and np.linalg.matrix_rank(_even(H[np.ix_(J, J)]), DEPENDENT, hermitian=True) < len(J):
            reason = "gradient components that vanish together do not determine how the weights slide"
            self._end(None, "saddle", reason)
            return
        for k, value in zip(K, z, strict=True):
            slides = abs(value) < D[k]
            was, side = self.s[k], np.sign(value)
            if slides:
                if k in arrived:
                    self.path.log("arrival", self.t, k, late=self.late)
                self.s[k] = 0.0
            else:
                if k not in arrived:
                    self.path.log("release", self.t, k, late=self.late)
                elif side != was and self.path.pieces:
                    self.path.log("gradient-zero", self.t, k, late=self.late)
                self.s[k] = side
            self.sliding[k] = slides


def _dips(*seen: tuple[float, Array]) -> list[float]:
    """Where the parabolas through three samples of the margins fall to under DIP of the least of the three."""
    (a, fa), (b, fb), (c, fc) = seen
    with np.errstate(divide="ignore", invalid="ignore"):
        first, last = (fb - fa) / (b - a), (fc - fb) / (c - b)
        bend = (last - first) / (c - a)
        t = (a + b) / 2 - first / (2 * bend)
        value = fa + first * (t - a) + bend * (t - a) * (t - b)
    least = np.minimum(np.minimum(fa, fb), fc)
    inside = np.isfinite(value) & (bend > 0) & (t > a) & (t < c) & (least > 0) & (value < DIP * least)
    return sorted({float(v) for v in t[inside]})


def _even(H: Array) -> Array:
    """H with a diagonal of ones."""
    scale = 1 / np.sqrt(np.maximum(np.diag(H), 1e-300))
    found: Array = H * scale[:, None] * scale
    return found


def boxed(H: Array, base: Array, bound: Array, state: Array) -> Array:
    """The minimiser of z.H z/2 - base.z over |z_k| <= bound_k: an active set, changed in blocks, then one by one.

    `state` is the first guess: the side at which z_k is bounded, 0 where it is not.
    """
    n = len(base)
    fewest, patience = n + 1, 10
    for _ in range(50 * n + 100):
        z = state * bound
        J = np.flatnonzero(state == 0)
        if len(J):
            z[J] = _solved(H[np.ix_(J, J)], base[J] - H[J] @ z)
        rate = base - H @ z
        scale = abs(base) + abs(H) @ abs(z) + 1e-300
        beyond = (state == 0) & (abs(z) > bound * (1 + 1e-12))
        wrong = (state != 0) & (state * rate < -1e-12 * scale)
        faults = np.flatnonzero(beyond | wrong)
        if not len(faults):
            break
        if len(faults) < fewest:
            fewest, patience = len(faults), 10
        else:
            patience -= 1
        if patience <= 0:
            faults = faults[-1:]  # one at a time, always the last: this ends (Murty 1974)
        state[faults] = np.where(state[faults] == 0, np.sign(z[faults]), 0.0)
    return z


def _solved(H: Array, right: Array) -> Array:
    """H z = right, of least norm where H is singular."""
    from scipy.linalg import LinAlgError, cho_factor, cho_solve

    try:
        found: Array = cho_solve(cho_factor(H, check_finite=False), right, check_finite=False)
        return found
    except LinAlgError:
        solution: Array = np.linalg.lstsq(H, right, rcond=1e-12)[0]
        return solution
