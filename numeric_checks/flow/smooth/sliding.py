"""A coordinate with |g_k| <= delta, followed as if g_k stayed where it is: what g_k does then matters by O(delta) only.

With kappa = H_kk P'_k, z_l = <g_l>^r and z* = -sum_{l != k} H_kl P'_l z_l / kappa, dg_k/dt = -kappa (z_k - z*). So
  |z*| < delta^r       keeps |g_k| <= delta: at both ends g_k moves inwards;
  z_k = z* - g_k'/kappa: dy/dt = F*(y) + B(y) g_k', F* with z* for z_k, B the way of each component for one unit of g_k;
  v = y - B(y) g_k:      |dv/dt - F*(v)| <= |F*(y) - F*(v)| + |dB/dt| delta, |y - v| <= |B| delta.
F* does not see g_k: neither its zeros nor how stiff they are. B: <m_i>^r/kappa for w_ki, m_i = prod_{j != i} w_kj;
H_lk/H_kk for g_l; -1/kappa for the gain of k. When z* has left 0 behind, g_k follows to <z*>^{1/r} (`followed`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from flint import arb, fmpq

from ...numbers import matrix
from ..problem import LeastSquares
from .arithmetic import Arithmetic, BallArithmetic, Element, OutsideDomain
from .checker import Enclosure, Step, evaluate, jacobian
from .dual import Dual, DualArithmetic
from .stepper import Stepper
from .vector_field import Flow, Name, others, signed_power

SLACK = 2  # times what a component is taken to be from v; proven afterwards
EDGE, AIM = 0.95, 0.98  # parts of delta^r: from which on a z* on its way out is let go, to which steps lead
RECENT = 8  # last steps on which g_k is followed
SHARE, SHORTEST = 0.99, 2.0**-14  # what is left of the last of them after each of its parts, and at least
HALVINGS = 40  # bisections of an inequality


class SlidingField:
    """F* for one k: least squares without decay, 1 < q < 2, the gradient as part of the state."""

    def __init__(self, flow: Flow, signs: Mapping[Name, int], k: int, delta: arb):
        assert isinstance(flow.problem.objective, LeastSquares)
        self.flow, self.signs, self.k, self.delta = flow, signs, k, delta
        self.core, self.passive = flow.width, flow.n
        data = matrix(flow.problem.objective.A)
        self.row = (data.transpose() * data).tolist()[k]
        self.r = fmpq(flow.r.numerator, flow.r.denominator)
        self.most = (delta ** arb(self.r)).lower()  # delta^r
        self.apart: list[arb] | None = None  # |y - v| at the start of the step to come, at most

    def rates(self, time: Element, state: Sequence[Element], arithmetic: Arithmetic) -> list[Element]:
        """dv/dt, then the gains' rates."""
        flow, usual = self.flow, signed_power(self.flow.r, self.signs, arithmetic)
        z, turned, _ = self.drives(state, usual, arithmetic)
        speeds = [-z[l] * t for l in range(flow.n) for t in turned[l]]
        return [*speeds, *flow.gradient_speeds(state, speeds, arithmetic), *z]

    def drives(
        self, state: Sequence[Element], usual, arithmetic: Arithmetic
    ) -> tuple[list[Element], list[list[Element]], Element]:
        """z_l, of which z_k is z*; the <m_i>^r of every coordinate; P'_k."""
        flow, k = self.flow, self.k
        turned, climbs = [], []
        for l, row in enumerate(flow.rows(state)):
            turned.append(others([usual(("weight", l, i), w) for i, w in enumerate(row)]))
            terms = [m * t for m, t in zip(others(row), turned[-1], strict=True)]
            climbs.append(sum(terms[1:], terms[0]))
        z = [None if l == k else usual(("gradient", l, 0), state[flow.size + l]) for l in range(flow.n)]
        rest = [l for l in range(flow.n) if l != k]
        pulls = [climbs[l] * z[l] for l in rest]
        share = [arb(-self.row[l] / self.row[k]) for l in rest]
        z[k] = arithmetic.combine(share, pulls, arb(0)) * arithmetic.inverse(climbs[k])
        return z, turned, climbs[k]

    def held(self, tube: Sequence[arb]) -> tuple[arb, arb]:
        """z* and kappa over the tube."""
        arithmetic = BallArithmetic()
        z, _, climb = self.drives(tube, signed_power(self.flow.r, self.signs, arithmetic), arithmetic)
        return z[self.k], climb * arb(self.row[self.k])

    def _ways(self, tube: Sequence[arb]) -> tuple[list[Dual], Dual]:
        """B for the w_ki, and 1/kappa, with their derivatives by time along the true motion, |z_k| <= delta^r."""
        k, flow, arithmetic = self.k, self.flow, DualArithmetic(BallArithmetic())
        row = flow.rows(tube)[k]
        plain = signed_power(flow.r, self.signs, BallArithmetic())
        speeds = others([plain(("weight", k, i), w) for i, w in enumerate(row)])
        drive = arb(0, self.delta ** arb(self.r))
        moving = [Dual(w, v * drive) for w, v in zip(row, speeds, strict=True)]
        usual = signed_power(flow.r, self.signs, arithmetic)
        turned = others([usual(("weight", k, i), w) for i, w in enumerate(moving)])
        terms = [m * t for m, t in zip(others(moving), turned, strict=True)]
        inverse = arithmetic.inverse(sum(terms[1:], terms[0]) * arb(self.row[k]))
        return [t * inverse for t in turned], inverse

    def shifts(self, tube: Sequence[arb]) -> list[arb]:
        """|B| delta over the tube, for every component of the state."""
        ways, _ = self._ways(tube)
        found, start = [arb(0)] * self.flow.size, self.k * self.flow.depth
        for i, way in enumerate(ways):
            found[start + i] = (way.value.abs_upper() * self.delta).upper()
        return found + [(abs(arb(h / self.row[self.k])) * self.delta).upper() for h in self.row]

    def moved(self, balls: Sequence[arb], tube: Sequence[arb], by: arb) -> list[arb]:
        """y + B by, with B over the tube."""
        ways, _ = self._ways(tube)
        found = [v + by * arb(h / self.row[self.k]) for v, h in zip(balls[self.flow.size :], self.row, strict=True)]
        rows = list(balls[: self.flow.size])
        for i, way in enumerate(ways, self.k * self.flow.depth):
            rows[i] = rows[i] + way.value * by
        return rows + found

    def hidden(self, time: arb, tube: Sequence[arb], scale: arb) -> tuple[list[arb], list[arb]]:
        """(what |dv/dtau - s F*(v)| comes to, |y - v|) for every component, and for the gains, while v is in the tube.

        Raises OutsideDomain where |z*| may reach delta^r, or y - v be more than was taken.
        """
        taken = [(s * SLACK).upper() for s in self.shifts(tube)]
        if self.apart is not None:
            taken = [s.max(a).upper() for s, a in zip(taken, self.apart, strict=True)]
        wide = [v + arb(0, s) for v, s in zip(tube, taken, strict=True)]
        # y begins in what is taken, and is nearer to v than that as long as it is there: it never leaves it
        if not all(a < b or a == 0 for a, b in zip(self.shifts(wide), taken, strict=True)):
            raise OutsideDomain("B grows")
        held, _ = self.held(wide)
        if not abs(held) < self.most:
            raise OutsideDomain("g_k may leave its bounds")
        ways, inverse = self._ways(wide)
        core, passive = jacobian(self, time, wide, scale)
        extra = [
            sum((v.abs_upper() * s for v, s in zip(row, taken, strict=True)), arb(0)).upper() for row in core + passive
        ]
        start = self.k * self.flow.depth
        for place, way in [*enumerate(ways, start), (self.core + self.k, inverse)]:
            extra[place] = (extra[place] + way.slope.abs_upper() * self.delta * scale).upper()
        gains = [arb(0)] * self.flow.n
        gains[self.k] = (2 * inverse.value.abs_upper() * self.delta).upper()
        return extra, taken + gains


class Slide:
    """Steps with one such k, from weights and gradient in balls; |g_k| < delta."""

    def __init__(
        self, flow: Flow, signs: Mapping[Name, int], k: int, now: arb, state: Enclosure, delta: arb, precision: int
    ):
        self.field, self.k = SlidingField(flow, signs, k, delta), k
        balls = list(flow.extend(state.balls()))
        moved = self.field.moved(balls, balls, -balls[flow.size + k])
        moved[flow.size + k] = arb(0)  # g_k - g_k
        self.field.apart = self.field.shifts(balls)
        self.stepper = Stepper(self.field, now, Enclosure(tuple(moved), arb(0), state.passive), precision)

    def advance(self, goal: arb) -> Step | None:
        """A step towards the goal; where it ends y is as near to v as B is there."""
        step = self.stepper.advance(goal)
        if step is not None:
            self.field.apart = self.field.shifts(self.state().center)
        return step

    @staticmethod
    def candidate(flow: Flow, balls: Sequence[arb], delta: arb) -> int | None:
        """A k with |g_k| well below delta whose z* lies well below delta^r; None if there is none."""
        if not flow.extended or flow.alpha or not isinstance(flow.problem.objective, LeastSquares):
            return None
        small = [k for k in range(flow.n) if abs(balls[flow.size + k]) < delta / 2]
        return small[0] if len(small) == 1 else None

    def state(self) -> Enclosure:
        """Balls around the true state now, g_k within delta."""
        step, field = self.stepper.steps[-1], self.field
        tau, g = step.length, field.flow.size + self.k
        balls = [evaluate(p, tau) + arb(0, s) for p, s in zip(step.core, step.slack, strict=True)]
        balls[g] = arb(0, field.delta)
        return Enclosure(tuple(balls), arb(0), step.end.passive)

    def end(self, g: arb) -> Enclosure:
        """Balls around the true state now, where g_k is known: v + B g_k."""
        known, size = self.state(), self.field.flow.size
        balls = self.field.moved(self.stepper.now.balls(), known.center, g)
        balls[size + self.k] = g
        both = [a.intersection(b) for a, b in zip(balls, known.center, strict=True)]
        return Enclosure(tuple(both), arb(0), known.passive)

    def leaving(self) -> bool:
        """Whether z* is about to reach delta^r."""
        held, _ = self.field.held([c.mid() for c in self.stepper.now.center])
        return bool(abs(held) > self.field.most * EDGE)

    def goal(self, bound: arb) -> arb:
        """Where z* is near delta^r if it goes on as it does now, or the bound if that comes first."""
        field, now, arithmetic = self.field, self.stepper.time, DualArithmetic(BallArithmetic())
        center = [c.mid() for c in self.stepper.now.center]
        speeds = field.rates(now, center, BallArithmetic())[: field.core]
        moving = [Dual(c, v) for c, v in zip(center, speeds, strict=True)]
        held = field.drives(moving, signed_power(field.flow.r, field.signs, arithmetic), arithmetic)[0][self.k]
        if held.slope.contains(0):
            return bound
        left = (field.most * AIM - held.value * (1 if held.slope > 0 else -1)) / abs(held.slope)
        return bound.min(now + left).mid() if left > 0 else bound

    def followed(self) -> arb | None:
        """g_k at the end of the last step, from |g_k| <= delta some steps before; None where its sign is not known.

        On a part of length h with a <= z* <= b, K <= kappa <= M: g <= high before leaves g <= x after, for
          x with <x>^r >= b, x + h K (<x>^r - b) >= high: above x it falls at least at the rate K (<x>^r - b);
          x = high + h M (b - <high>^r) if that is below <b>^{1/r}: above high it rises at most at that rate.
        From below alike, with a.
        """
        field, high = self.field, self.field.delta.upper()
        low = -high
        for step in self.stepper.steps[-RECENT:]:
            ends, left = [arb(0)], step.length
            while left > step.length * (SHORTEST if step is self.stepper.steps[-1] else SHARE / RECENT):
                left = (left * SHARE).mid()
                ends.append((step.length - left).mid())
            for begin, end in pairwise([*ends, step.length]):
                held, kappa = field.held(self._tube(step, begin.union(end)))
                if not (held.is_finite() and kappa > 0):
                    return None
                gain = kappa * (end - begin) * arb(2) ** -step.scale
                high = self._above(high, held.upper(), gain)
                low = -self._above(-low, -held.lower(), gain)
        return low.lower().union(high.upper()) if low > 0 or high < 0 else None

    def _tube(self, step: Step, span: arb) -> list[arb]:
        return [evaluate(p, span) + arb(0, s) for p, s in zip(step.core, step.slack, strict=True)]

    def _root(self, z: arb) -> arb:
        """<z>^{1/r}."""
        return signed(z, 1 / arb(self.field.r))

    def _above(self, high: arb, b: arb, gain: arb) -> arb:
        """An x as in `followed`, the least of those tried; `gain` is h kappa."""
        r = arb(self.field.r)
        low = self._root(b).upper()
        if not high > low:
            return low.min((high + gain.upper() * (b - signed(high, r)).max(arb(0))).upper())
        top = high.upper()
        for _ in range(HALVINGS):
            x = ((low + top) / 2).mid()
            z = signed(x, r)
            low, top = (low, x) if z >= b and x + gain.lower() * (z - b) >= high else (x, top)
        return top


def signed(v: arb, power: arb) -> arb:
    """<v>^power."""
    return v**power if v > 0 else -((-v) ** power) if v < 0 else arb(0, abs(v).upper() ** power)


def bent(step: Step, field: SlidingField) -> Step:
    """The step as it may be shown: its component g_k stands for [-delta, delta]."""
    slack = list(step.slack)
    slack[field.flow.size + field.k] = field.delta
    return Step(
        step.start,
        step.scale,
        step.length,
        step.core,
        step.passive,
        step.base,
        tuple(slack),
        step.passive_slack,
        step.end,
    )
