"""A coordinate with |g_k| <= delta, followed as if g_k stayed where it is: what g_k does then matters by O(delta) only.

With kappa = H_kk P'_k, z_l = <g_l>^r and z* = -sum_{l != k} H_kl P'_l z_l / kappa, dg_k/dt = -kappa (z_k - z*). So
  |z*| < delta^r       keeps |g_k| <= delta: at both ends g_k moves inwards;
  z_k = z* - g_k'/kappa: dy/dt = F*(y) + B(y) g_k', F* with z* for z_k, B the way of each component for one unit of g_k;
  v = y - B(y) g_k:      |dv/dt - F*(v)| <= |F*(y) - F*(v)| + |dB/dt| delta, |y - v| <= |B| delta.
F* does not see g_k: neither its zeros nor how stiff they are. B: <m_i>^r/kappa for w_ki, m_i = prod_{j != i} w_kj;
H_lk/H_kk for g_l; -1/kappa for the gain of k. When z* has left 0 behind, g_k has followed to <z*>^{1/r} (`followed`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flint import arb, fmpq

from ...numbers import matrix
from ..problem import LeastSquares
from .arithmetic import Arithmetic, BallArithmetic, Element, OutsideDomain
from .checker import Enclosure, Step, evaluate, jacobian
from .dual import Dual, DualArithmetic
from .stepper import Stepper
from .vector_field import Flow, Name, others, signed_power

SLACK = 2  # times what a component is taken to be from v; proven afterwards
SURE = 2**17  # z* is known to so much of itself when g_k is said to have followed
EDGE = 0.95  # part of delta^r at which a z* on its way out is let go


class SlidingField:
    """F* for one k: least squares without decay, 1 < q < 2, the gradient as part of the state."""

    def __init__(self, flow: Flow, signs: Mapping[Name, int], k: int, delta: arb):
        assert isinstance(flow.problem.objective, LeastSquares)
        self.flow, self.signs, self.k, self.delta = flow, signs, k, delta
        self.core, self.passive = flow.width, flow.n
        data = matrix(flow.problem.objective.A)
        self.row = (data.transpose() * data).tolist()[k]
        power = fmpq(flow.r.numerator, flow.r.denominator)
        self.most = (delta ** arb(power)).lower()  # delta^r

    def rates(self, time: Element, state: Sequence[Element], arithmetic: Arithmetic) -> list[Element]:
        """dv/dt, then the gains' rates."""
        flow, usual = self.flow, signed_power(self.flow.r, self.signs, arithmetic)
        z, turned, _ = self._drives(state, usual, arithmetic)
        speeds = [-z[l] * t for l in range(flow.n) for t in turned[l]]
        return [*speeds, *flow.gradient_speeds(state, speeds, arithmetic), *z]

    def _drives(
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
        z, _, climb = self._drives(tube, signed_power(self.flow.r, self.signs, arithmetic), arithmetic)
        return z[self.k], climb * arb(self.row[self.k])

    def _ways(self, tube: Sequence[arb]) -> tuple[list[Dual], Dual]:
        """B for the w_ki, and 1/kappa, with their derivatives by time along the true motion, |z_k| <= delta^r."""
        k, flow, arithmetic = self.k, self.flow, DualArithmetic(BallArithmetic())
        row = flow.rows(tube)[k]
        plain = signed_power(flow.r, self.signs, BallArithmetic())
        speeds = others([plain(("weight", k, i), w) for i, w in enumerate(row)])
        drive = arb(0, self.delta ** arb(fmpq(flow.r.numerator, flow.r.denominator)))
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
        wide = [v + arb(0, s) for v, s in zip(tube, taken, strict=True)]
        if not all(a <= b for a, b in zip(self.shifts(wide), taken, strict=True)):
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
        self.stepper = Stepper(self.field, now, Enclosure(tuple(moved), arb(0), state.passive), precision)

    @staticmethod
    def candidate(flow: Flow, balls: Sequence[arb], delta: arb) -> int | None:
        """A k with |g_k| well below delta whose z* lies well below delta^r; None if there is none."""
        if not flow.extended or flow.alpha or not isinstance(flow.problem.objective, LeastSquares):
            return None
        small = [k for k in range(flow.n) if abs(balls[flow.size + k]) < delta / 8]
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

    def followed(self) -> arb | None:
        """g_k at the end of the last step: between <a - eta>^{1/r} and <b + eta>^{1/r}; None where z* is too near 0.

        a <= |z*| <= b on its last stretch of length h: outside that range |g_k - its edge| falls at least at the rate
        kappa eta, so after h > 2 delta/(kappa eta) it is inside.
        """
        step, field = self.stepper.steps[-1], self.field
        held, kappa = field.held(self.state().center)
        if held.contains(0) or not kappa > 0:
            return None
        h = (SURE * field.delta / (kappa * abs(held))).upper().mid()
        if not h < step.duration:
            return None
        stretch = (step.length - h * arb(2) ** step.scale).lower().union(step.length)
        tube = [evaluate(p, stretch) + arb(0, s) for p, s in zip(step.core, step.slack, strict=True)]
        held, kappa = field.held(tube)
        eta = (3 * field.delta / (kappa.lower() * h)).upper()
        low, high = (abs(held).lower() - eta).lower(), (abs(held).upper() + eta).upper()
        if not low > 0:
            return None
        power = 1 / arb(fmpq(field.flow.r.numerator, field.flow.r.denominator))
        return (low**power).lower().union((high**power).upper()) * (1 if held > 0 else -1)


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
