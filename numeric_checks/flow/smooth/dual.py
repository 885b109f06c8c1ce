"""Dual numbers v + v' epsilon over any arithmetic: a quantity together with its derivative along the flow."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import arb, arb_mat

from .arithmetic import Arithmetic, Element


class Dual:
    """value + slope epsilon, epsilon^2 = 0."""

    def __init__(self, value: Element, slope: Element):
        self.value, self.slope = value, slope

    def __add__(self, other: Element) -> Dual:
        if isinstance(other, Dual):
            return Dual(self.value + other.value, self.slope + other.slope)
        return Dual(self.value + other, self.slope)

    def __neg__(self) -> Dual:
        return Dual(-self.value, -self.slope)

    def __sub__(self, other: Element) -> Dual:
        return self + (-other)

    def __mul__(self, other: Element) -> Dual:
        if isinstance(other, Dual):
            return Dual(self.value * other.value, self.value * other.slope + self.slope * other.value)
        return Dual(self.value * other, self.slope * other)


class DualArithmetic:
    """Powers, exponentials and reciprocals of dual numbers over `base`."""

    def __init__(self, base: Arithmetic):
        self.base = base

    def power(self, base: Dual, exponent: Fraction) -> Dual:
        value = self.base.power(base.value, exponent)
        rate = value * self.base.inverse(base.value) * (arb(exponent.numerator) / exponent.denominator)
        return Dual(value, base.slope * rate)

    def exp(self, exponent: Dual) -> Dual:
        value = self.base.exp(exponent.value)
        return Dual(value, value * exponent.slope)

    def inverse(self, divisor: Dual) -> Dual:
        value = self.base.inverse(divisor.value)
        return Dual(value, -(value * value * divisor.slope))

    def share(self, margin: Dual) -> Dual:
        value = self.base.share(margin.value)
        return Dual(value, value * (value + -1) * margin.slope)

    def combine(self, coefficients: Sequence[arb], elements: Sequence[Dual], shift: arb) -> Dual:
        value = self.base.combine(coefficients, [e.value for e in elements], shift)
        return Dual(value, self.base.combine(coefficients, [e.slope for e in elements], arb(0)))

    def transform(self, matrix: arb_mat, elements: Sequence[Dual], shifts: Sequence[arb]) -> list[Dual]:
        """M e + s, and M e'."""
        values = self.base.transform(matrix, [e.value for e in elements], shifts)
        slopes = self.base.transform(matrix, [e.slope for e in elements], [arb(0)] * len(shifts))
        return [Dual(v, d) for v, d in zip(values, slopes, strict=True)]
