"""The orbit of any reparameterization x = h(w): dW/dy = <grad h(W)>^{q-1}, W(0) the start (theory: section 11.8).

R'(h(W(y))) = y up to a constant, R'' = 1/sum |d_i h|^q, R* = int x dy. Certified as every trajectory is: Taylor
polynomials that the checker encloses. <v>^{q-1} = v (v^2)^{q/2-1} and |v|^q = (v^2)^{q/2} are analytic away from v = 0,
where the orbit stops for q < 2.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import arb

from ...symbolic.errors import InputError, Undecided
from ..balls import ball
from ..flow.smooth.arithmetic import Arithmetic, BallArithmetic, Element, OutsideDomain
from ..flow.smooth.checker import Enclosure, Step
from ..flow.smooth.path import Piece, state_at
from ..flow.smooth.stepper import Stepper

if TYPE_CHECKING:
    from .explicit import Explicit

MOST_STEPS = 600
Slopes = Callable[[Sequence[Element], Arithmetic], tuple[Element, list[Element], list[Element]]]
# h, the d_i h, and the slopes (grad of l_j) . of auxiliary logarithms l_j as functions of dW: see `DifferentiableMap`.


class DifferentiableMap:
    """h and its gradient over any arithmetic, `weights` of the state's components being weights, the rest logarithms.

    `slopes(state, arithmetic)` gives h, (d_1 h, ..., d_k h) and for each logarithm l = log v the list d_i v / v.
    `x0` is h at the start where that is rational, else None.
    """

    def __init__(
        self,
        q: Fraction,
        start: Sequence[Fraction],
        x0: Fraction | None,
        slopes: Slopes,
        logarithms: Callable[[Sequence[arb]], list[arb]],
    ):
        self.q, self.start, self.x0, self.slopes, self.logarithms = q, tuple(start), x0, slopes, logarithms

    def signed(self, v: Element, arithmetic: Arithmetic) -> Element:
        """<v>^{q-1}."""
        return v if self.q == 2 else v * arithmetic.power(v * v, self.q / 2 - 1)

    def state(self) -> list[arb]:
        """The start with its logarithms, at the precision in force."""
        weights = [ball(w) for w in self.start]
        return weights + self.logarithms(weights)

    def motion(self, state: Sequence[Element], arithmetic: Arithmetic) -> tuple[list[Element], Element]:
        """dW/dy with the logarithms' rates, and x."""
        x, own, logs = self.slopes(state, arithmetic)
        moved = [self.signed(v, arithmetic) for v in own]
        return moved + [dot(row, moved) for row in logs], x

    def speed(self, state: Sequence[arb]) -> arb:
        """dx/dy = sum |d_i h|^q over a box of weights."""
        _, own, _ = self.slopes(state, BallArithmetic())
        if self.q == 2:
            return sum((square(v) for v in own), arb(0))
        return sum((BallArithmetic().power(v * v, self.q / 2) for v in own), arb(0))

    def x(self, state: Sequence[arb]) -> arb:
        """h over a box of weights."""
        return self.slopes(state, BallArithmetic())[0]


def dot(row: Sequence[Element], moved: Sequence[Element]) -> Element:
    """sum_i row_i moved_i."""
    terms = [a * b for a, b in zip(row, moved, strict=True)]
    return sum(terms[1:], terms[0])


def square(v: arb) -> arb:
    """v^2 >= 0 also over a ball that contains 0."""
    if v.contains(0):
        most = v.abs_upper()
        return arb(0).union(most * most)
    return v * v


class OrbitField:
    """The orbit upwards (side 1) or downwards (side -1) in its clock, with int x dy beside it."""

    def __init__(self, of: DifferentiableMap, side: int):
        self.of, self.side = of, side
        self.core, self.passive = len(of.state()), 1

    def rates(self, time: Element, state: Sequence[Element], arithmetic: Arithmetic) -> list[Element]:
        """side dW/dy, then side x."""
        moved, x = self.of.motion(state, arithmetic)
        return [*moved, x] if self.side > 0 else [-v for v in [*moved, x]]


class Orbit:
    """The orbit through the start, followed in both directions as far as it is asked for, at the precision in force."""

    def __init__(self, of: DifferentiableMap, precision: int):
        self.of = of
        first = Enclosure(tuple(of.state()), arb(0), (arb(0),))
        self.sides = {side: Stepper(OrbitField(of, side), arb(0), first, precision) for side in (1, -1)}
        self.first = first

    def at(self, y: arb) -> Enclosure:
        """An enclosure of W(y), and of int_0^y x dy as its passive component. Errors: Undecided."""
        if y == 0:
            return self.first
        if y.contains(0) or not y.is_finite():
            raise Undecided("the clock is not told from 0")
        stepper = self.sides[1 if y > 0 else -1]
        while not stepper.time >= abs(y):
            self._advance(stepper, abs(y))
        found = Piece(arb(0), stepper.time, tuple(stepper.steps)).at(abs(y))
        if found is None:
            raise Undecided(f"no step covers the clock {y.str(10)}")
        return found

    def clock(self, x: Fraction) -> arb:
        """y with h(W(y)) = x: x increases along the orbit. Errors: Undecided where the orbit was not followed so
        far."""
        target, start = ball(x), self.of.x(self.first.balls())
        if x == self.of.x0:
            return arb(0)
        if not (target > start or target < start):
            return arb.nan()
        side = 1 if target > start else -1
        stepper = self.sides[side]
        for step in stepper.steps:
            if self._passed(step, target, side):
                return side * self._inside(step, target, side)
        while True:
            self._advance(stepper, stepper.time * 4 + 1)
            if self._passed(stepper.steps[-1], target, side):
                return side * self._inside(stepper.steps[-1], target, side)

    def x(self, y: arb) -> arb:
        """x(y)."""
        return self.of.x(self.at(y).balls())

    def slope(self, y: arb) -> arb:
        """dx/dy."""
        return self.of.speed(self.at(y).balls())

    def integral(self, y: arb) -> arb:
        """int_0^y x dy."""
        return self.at(y).passive[0]

    def _advance(self, stepper: Stepper, goal: arb) -> None:
        if len(stepper.steps) >= MOST_STEPS or stepper.advance(goal) is None:
            x = self.of.x(stepper.now.balls())
            raise Undecided(f"the orbit was followed to x = {x.str(10)}, clock {stepper.time.str(10)}, and no further")

    def _passed(self, step: Step, target: arb, side: int) -> bool:
        reached = self.of.x(step.end.balls())
        return bool(reached > target) if side > 0 else bool(reached < target)

    def _inside(self, step: Step, target: arb, side: int) -> arb:
        """|y| on this step, by the interval Newton method on the increasing x."""
        rate = arb(2) ** -step.scale * side
        low, high = arb(0), step.length
        for _ in range(30):  # bisection first: Newton needs a narrow box
            middle = ((low + high) / 2).mid()
            gap = (self.of.x(state_at(step, middle).balls()) - target) * side
            if gap > 0:
                high = middle
            elif gap < 0:
                low = middle
            else:
                break
        tau = low.union(high)
        for _ in range(60):
            middle = tau.mid()
            gap = self.of.x(state_at(step, middle).balls()) - target
            slope = self.of.speed(state_at(step, tau).balls()) * rate
            if slope.contains(0) or not slope.is_finite():
                break
            newton = middle - gap / slope
            if not newton.overlaps(tau):
                raise Undecided("the clock fell between two steps")
            newton = newton.intersection(tau)
            if not newton.rad() < tau.rad() * 0.9:
                break
            tau = newton
        return step.start + tau * arb(2) ** -step.scale


def mirror_map(orbit: Orbit | Explicit, x: Fraction, base: arb) -> arb:
    """R'(x) = y - base, `base` the clock at which R' is normalised to 0."""
    return orbit.clock(x) - base


def metric(orbit: Orbit | Explicit, x: Fraction) -> arb:
    """R''(x) = 1/sum |d_i h|^q."""
    try:
        return 1 / orbit.slope(orbit.clock(x))
    except OutsideDomain:
        raise Undecided(f"a d_i h is not told from 0 at x = {x}") from None


def inverse_map(orbit: Orbit | Explicit, y: Fraction, base: arb) -> arb:
    """x = h(W(y + base))."""
    return orbit.x(ball(y) + base)


def conjugate(orbit: Orbit | Explicit, x: Fraction, base: arb) -> arb:
    """R*(R'(x)) = int_base^{clock of x} h(W) dy."""
    ends = [arb(0) if y == 0 else orbit.integral(y) for y in (orbit.clock(x), base)]
    return ends[0] - ends[1]


def potential(orbit: Orbit | Explicit, x: Fraction, base: arb) -> arb:
    """R(x) = x R'(x) - R*(R'(x))."""
    return ball(x) * mirror_map(orbit, x, base) - conjugate(orbit, x, base)


def escape_time(orbit: Orbit | Explicit, q: Fraction, x0: Fraction, x1: Fraction, g: Fraction) -> arb:
    """(R'(x_1) - R'(x_0))/(-<g>^{q-1}) under a constant gradient g."""
    if x0 == x1:
        return arb(0)
    if g == 0 or (x1 > x0) != (g < 0):
        raise InputError("g", g, f"it does not push x from {x0} to {x1}: g < 0 pushes x upwards, g > 0 downwards")
    return abs(orbit.clock(x1) - orbit.clock(x0)) / abs(ball(g)) ** ball(q - 1)
