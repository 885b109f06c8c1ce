"""An orbit with x(y) in closed form, in balls: y(x) by bisection and interval Newton steps (theory: section 11.8).

  x(y) = x_0 + sum_i a_i (e_i(y)^{n_i} - 1)/n_i increases;   R'(x) = y,   R'' = dy/dx,   R*(y) = int_0^y x dy

No step size and no order: starts of any size cost the same.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp
from flint import arb, ctx

from ...symbolic.errors import Undecided
from ...symbolic.orbit.sum_orbit import SumOrbit
from ...symbolic.symbols import y
from .. import limits
from ..balls import ball
from ..sympy_ball import at_balls, enclose

MOST = 4000  # doublings, and bisections of a bracket
NEWTON = 200


class Explicit:
    """x, dx/dy and int x dy over balls of y, at the precision in force."""

    def __init__(self, orbit: SumOrbit):
        self.orbit = orbit
        self._slope = sp.Add(*(sp.diff(part.part, y) for part in orbit.parts))

    def x(self, at: arb) -> arb:
        """x(y)."""
        return self._value(self.orbit.x_of_y, at)

    def slope(self, at: arb) -> arb:
        """dx/dy > 0."""
        return self._value(self._slope, at)

    def integral(self, at: arb) -> arb:
        """int_0^y x dy."""
        return self._value(self.orbit.conjugate, at)

    def clock(self, x: Fraction) -> arb:
        """y with x(y) = x; nan, or a wide ball, where more bits are needed."""
        if self.orbit.h.x0.is_Rational and x == Fraction(int(self.orbit.h.x0.p), int(self.orbit.h.x0.q)):
            return arb(0)
        target = ball(x)
        bracket = self._bracket(target)
        if bracket is None:
            return arb.nan()
        low, high = bracket
        for _ in range(MOST):  # bisection until a Newton step holds
            limits.check()
            box = low.union(high)
            if self._slope_known(box) and (found := self._newton(box, target)) is not None:
                return found
            middle, side = self._split(low, high, target)
            if side == 0 or not low < middle < high:
                return box
            low, high = (middle, high) if side < 0 else (low, middle)
        return low.union(high)

    def _split(self, low: arb, high: arb, target: arb) -> tuple[arb, int]:
        """A point inside and the side of the clock on which it lies; beside the middle where the clock is too near."""
        for eighth in (4, 3, 5):
            point = (low + (high - low) * eighth / 8).mid()
            if side := self._side(point, target):
                return point, side
        return point, 0

    def _bracket(self, target: arb) -> tuple[arb, arb] | None:
        """Exact clocks below and above, None where they are not told.

        The ends of the orbit are met from inside, by halving the way to them.
        """
        side = self._side(arb(0), target)
        if side == 0:
            return None
        end = self.orbit.high if side < 0 else self.orbit.low
        if end.clock in (sp.oo, -sp.oo):
            last, reach = None, arb(1)
        else:
            last, reach = enclose(end.clock, {}, ctx.prec), arb(1) / 2
            if last is None:
                raise Undecided("where the orbit ends")
        inner = arb(0)
        for n in range(MOST):
            limits.check()
            way = arb(2) ** n if last is None else abs(last) * (1 - reach ** (n + 1))
            outer = (way * -side).mid()
            found = self._side(outer, target)
            if found == -side:
                return (inner, outer) if side < 0 else (outer, inner)
            if found == side:
                inner = outer
            elif last is not None:
                break
        return None

    def _side(self, at: arb, target: arb) -> int:
        """The sign of x(y) - x."""
        gap = self.x(at) - target
        return 1 if gap > 0 else -1 if gap < 0 else 0

    def _slope_known(self, box: arb) -> bool:
        slope = at_balls(self._slope, {y: box})
        return slope is not None and bool(slope > 0) and slope.is_finite()

    def _newton(self, box: arb, target: arb) -> arb | None:
        """Newton steps from a box that holds the clock; None where the first does not narrow it to a half."""
        for n in range(NEWTON):
            middle = box.mid()
            step = middle - (self.x(middle) - target) / self.slope(box)
            if not step.overlaps(box):
                raise ArithmeticError("x(y) is not increasing")
            step = step.intersection(box)
            if not step.rad() < box.rad() / 2:
                return None if n == 0 else step
            box = step
        return box

    def _value(self, e: sp.Expr, at: arb) -> arb:
        value = at_balls(e, {y: at})
        if value is None or not value.is_finite():
            return arb.nan()
        return value
