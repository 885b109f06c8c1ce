"""Where late training goes in the plane: f = exp(-z_1.x) + exp(-z_2.x), balanced start, m < 1, to any size of x.

Time does not matter for the direction. With y = R'(x), x = (L(1-m) y)^{1/(1-m)}, the orbit obeys the scalar equation
  dy_2/dy_1 = F(y_1, y_2) = ((z_12 rho + z_22)/(z_11 rho + z_21))^{q-1},   rho = exp(-(z_1 - z_2).x).
For z_11 > z_21, z_12 < z_22 (all > 0) F increases with y_1 and decreases with y_2. So over a step from a to a + h, from
l <= y_2 <= u, with F between the two slopes f_1 < f_2 of single samples,
  l + h F(a, l + h f_2) <= y_2(a + h) <= u + h F(a + h, u + h f_1):
a certified quadrature whose errors do not grow, since F decreases with y_2. All in balls; no trajectory in t is needed
(t would be exp of the size of x).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flint import arb

from ...symbolic.errors import InputError
from ..balls import ball, power
from ..precision import bits

BITS = 128


@dataclass(frozen=True)
class Late:
    """q, L, the samples (z_1, z_2) and the common size of the weights of each coordinate at the start."""

    q: Fraction
    depth: int
    Z: tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]
    start: tuple[Fraction, Fraction]

    def __post_init__(self) -> None:
        (a, b), (c, d) = self.Z
        if not (a > c > 0 and 0 < b < d):
            raise InputError("samples", self.Z, "give positive z_1, z_2 with z_11 > z_21 and z_12 < z_22")
        if self.q * (self.depth - 1) >= self.depth or self.q <= 1:
            raise InputError("q", self.q, "m = q(L-1)/L < 1 and q > 1 are needed")
        if min(self.start) <= 0:
            raise InputError("start", self.start, "give sizes > 0")

    @property
    def bent(self) -> Fraction:
        """1 - m."""
        return 1 - self.q * (self.depth - 1) / self.depth

    def dual(self, x: arb) -> arb:
        """y = R'(x) = x^{1-m}/(L(1-m))."""
        return power(x, self.bent) / ball(self.depth * self.bent)

    def primal(self, y: arb) -> arb:
        """x."""
        return power(y * ball(self.depth * self.bent), 1 / self.bent)

    def slope(self, y1: arb, y2: arb) -> arb:
        """F, at points."""
        (a, b), (c, d) = ([ball(v) for v in z] for z in self.Z)
        rho = (-(a - c) * self.primal(y1) - (b - d) * self.primal(y2)).exp()
        if not rho < 1:  # both parts by the larger one
            inverse = 1 / rho
            return power((b + d * inverse) / (a + c * inverse), self.q - 1)
        return power((b * rho + d) / (a * rho + c), self.q - 1)


def directions(task: Late, sizes: Sequence[Fraction | int], fine: Fraction) -> list[arb]:
    """x_1/x_2 where x_2 reaches each size, enclosed; steps of y_1 are `fine` times y_1."""
    found: list[arb] = []
    with bits(BITS):
        goals = [task.dual(ball(s)) for s in sizes]
        a, low = (task.dual(ball(w**task.depth)) for w in task.start)
        (p, r), (s, t) = ([ball(v) for v in z] for z in task.Z)
        least, most = power(r / p, task.q - 1), power(t / s, task.q - 1)
        spare = most * a.rad()  # y_1 starts at the midpoint of its ball
        a, low, high = arb(a.mid()), arb((low - spare).lower()), arb((low + spare).upper())
        before: arb | None = None  # the last y_1 at which y_2 is not yet at the goal
        while len(found) < len(goals):
            goal = goals[len(found)]
            if high.upper() < goal:
                before = a
            if low.lower() > goal:
                if before is None:
                    raise InputError("sizes", sizes[len(found)], "the start is beyond it")
                found.append(task.primal(before.union(a)) / ball(sizes[len(found)]))
                before = a if len(found) < len(goals) and high.upper() < goals[len(found)] else None
                continue
            end = arb((a * (1 + ball(fine))).mid())
            h = end - a
            low, high = (
                arb((low + h * task.slope(a, low + h * most)).lower()),
                arb((high + h * task.slope(end, high + h * least)).upper()),
            )
            a = end
    return found
