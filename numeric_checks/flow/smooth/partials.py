"""Balls with all their partial derivatives, v + sum_j d_j epsilon_j with epsilon_i epsilon_j = 0: the rows of F' in one
evaluation of F.

(a b)' = a b' + b a';  (v^r)' = r v^{r-1} v';  (e^v)' = e^v v';  (1/v)' = -v'/v^2;  s' = -s (1 - s) v', s = 1/(1 + e^v)
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from flint import arb, arb_mat

from .arithmetic import BallArithmetic, OutsideDomain

WIDEST = 0.25  # of a share: beyond, the slopes say nothing, and a part of the step is looked at instead

Row: TypeAlias = arb_mat | None  # one row of derivatives; None: all are 0


class Partials:
    """A ball with the row of its derivatives."""

    __slots__ = ("row", "value")

    def __init__(self, value: arb, row: Row):
        self.value, self.row = value, row

    def _mapped(self, value: arb, slope: arb) -> Partials:
        return Partials(value, None if self.row is None else self.row * slope)

    def __add__(self, other: Partials | arb | int) -> Partials:
        if isinstance(other, Partials):
            return Partials(self.value + other.value, _sum(self.row, other.row))
        return Partials(self.value + other, self.row)

    __radd__ = __add__

    def __neg__(self) -> Partials:
        return Partials(-self.value, None if self.row is None else -self.row)

    def __sub__(self, other: Partials) -> Partials:
        return self + (-other)

    def __mul__(self, other: Partials | arb | int) -> Partials:
        if not isinstance(other, Partials):
            return self._mapped(self.value * other, arb(other))
        left = None if self.row is None else self.row * other.value
        right = None if other.row is None else other.row * self.value
        return Partials(self.value * other.value, _sum(left, right))

    __rmul__ = __mul__


def _sum(a: Row, b: Row) -> Row:
    return b if a is None else a if b is None else a + b


class PartialsArithmetic:
    """The functions of `BallArithmetic` with their derivatives; what it refuses is refused."""

    def __init__(self) -> None:
        self.balls = BallArithmetic()

    def power(self, base: Partials, exponent: Fraction) -> Partials:
        value = self.balls.power(base.value, exponent)
        return base._mapped(
            value, self.balls.power(base.value, exponent - 1) * exponent.numerator / exponent.denominator
        )

    def exp(self, exponent: Partials) -> Partials:
        value = self.balls.exp(exponent.value)
        return exponent._mapped(value, value)

    def inverse(self, divisor: Partials) -> Partials:
        value = self.balls.inverse(divisor.value)
        return divisor._mapped(value, -(value * value))

    def share(self, margin: Partials) -> Partials:
        value = self.balls.share(margin.value)
        if not value.rad() < WIDEST:
            raise OutsideDomain("a margin whose share may be anything")
        return margin._mapped(value, value * (value - 1))

    def combine(self, coefficients: Sequence[arb], elements: Sequence[Partials], shift: arb) -> Partials:
        return sum((e * c for c, e in zip(coefficients, elements, strict=True)), Partials(shift, None))

    def transform(self, matrix: arb_mat, elements: Sequence[Partials], shifts: Sequence[arb]) -> list[Partials]:
        """M e + s, and M times the matrix of the rows."""
        values = self.balls.transform(matrix, [e.value for e in elements], shifts)
        width = next((e.row.ncols() for e in elements if e.row is not None), 0)
        if not width:
            return [Partials(value, None) for value in values]
        rows = matrix * arb_mat([[arb(0)] * width if e.row is None else e.row.entries() for e in elements])
        return [Partials(v, arb_mat([row])) for v, row in zip(values, rows.tolist(), strict=True)]


def variables(values: Sequence[arb]) -> list[Partials]:
    """The balls as independent variables."""
    size = len(values)
    return [Partials(v, arb_mat([[arb(i == j) for i in range(size)]])) for j, v in enumerate(values)]
