"""The arithmetics in which the flow is evaluated: balls, complex balls, power series over balls.

Each refuses a set on which a function is not analytic, so that what it returns bounds an analytic function.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Protocol

from flint import acb, acb_mat, arb, arb_mat, arb_series, ctx, fmpz_mat

Element = Any  # what an Arithmetic computes with


class OutsideDomain(ArithmeticError):
    """A power, logarithm or quotient met a set on which it is not analytic."""


class Matrix(arb_mat):
    """A matrix of balls, and what models made of it on the grid 2^-b asked for last, by b."""

    made: Mapping[int, tuple[fmpz_mat, arb_mat, arb_mat]] = {}


class Arithmetic(Protocol):
    """What a field needs beyond + - *: powers of something positive, exponentials, reciprocals, 1/(1 + e^c)."""

    def power(self, base: Element, exponent: Fraction) -> Element: ...

    def exp(self, exponent: Element) -> Element: ...

    def inverse(self, divisor: Element) -> Element: ...

    def share(self, margin: Element) -> Element: ...

    def combine(self, coefficients: Sequence[arb], elements: Sequence[Element], shift: arb) -> Element: ...

    def transform(self, matrix: Matrix, elements: Sequence[Element], shifts: Sequence[arb]) -> list[Element]: ...


def logistic(margin: Element, large: bool) -> Element:
    """1/(1 + e^c) = e^{-c}/(1 + e^{-c}), in the form whose exponential is small: no margin is too large for it."""
    small = (-margin if large else margin).exp()
    below = small + 1
    if (below if isinstance(below, arb | acb) else below[0]).contains(0):
        raise OutsideDomain("1 + e^c may be 0")
    return small / below if large else 1 / below


def by_rows(
    arithmetic: Arithmetic, matrix: arb_mat, elements: Sequence[Element], shifts: Sequence[arb]
) -> list[Element]:
    """M e + s, row by row."""
    rows = matrix.tolist()
    return [arithmetic.combine(row, elements, shift) for row, shift in zip(rows, shifts, strict=True)]


class SeriesArithmetic:
    """Truncated power series over balls."""

    def power(self, base: arb_series, exponent: Fraction) -> arb_series:
        if not base[0] > 0:
            raise OutsideDomain("a base that is not positive")
        if exponent == Fraction(1, 2):
            return base.sqrt()
        return (base.log() * (arb(exponent.numerator) / exponent.denominator)).exp()

    def exp(self, exponent: arb_series) -> arb_series:
        return exponent.exp()

    def inverse(self, divisor: arb_series) -> arb_series:
        if divisor[0].contains(0):
            raise OutsideDomain("a divisor that may be 0")
        return 1 / divisor

    def share(self, margin: arb_series) -> arb_series:
        return logistic(margin, bool(margin[0].mid() > 0))

    def combine(self, coefficients: Sequence[arb], elements: Sequence[Element], shift: arb) -> Element:
        return sum((e * c for c, e in zip(coefficients, elements, strict=True)), arb_series([shift]))

    def transform(self, matrix: arb_mat, elements: Sequence[Element], shifts: Sequence[arb]) -> list[Element]:
        """M e + s, all coefficients at once: a row of a matrix for each series."""
        terms = ctx.cap
        rows = [arb_series(e, terms).coeffs()[:terms] for e in elements]
        width = max(1, *map(len, rows))
        found = matrix * arb_mat([row + [arb(0)] * (width - len(row)) for row in rows])
        return [arb_series(row, terms) + shift for row, shift in zip(found.tolist(), shifts, strict=True)]


class BallArithmetic:
    """Real balls."""

    def power(self, base: arb, exponent: Fraction) -> arb:
        if not base > 0:
            raise OutsideDomain("a base that is not positive")
        return base ** (arb(exponent.numerator) / exponent.denominator)

    def exp(self, exponent: arb) -> arb:
        return exponent.exp()

    def inverse(self, divisor: arb) -> arb:
        if divisor.contains(0):
            raise OutsideDomain("a divisor that may be 0")
        return 1 / divisor

    def share(self, margin: arb) -> arb:
        """1/(1 + e^c) falls: on a wide ball it lies between its values at the two ends."""
        if not margin.is_finite():
            return arb(1) / 2 + arb(0, 0.5)
        ends = (margin.mid(),) if margin.is_exact() else (margin.lower(), margin.upper())
        values = [logistic(end, bool(end > 0)) for end in ends]
        return values[0].union(values[-1])

    def combine(self, coefficients: Sequence[arb], elements: Sequence[Element], shift: arb) -> Element:
        return sum((e * c for c, e in zip(coefficients, elements, strict=True)), shift)

    def transform(self, matrix: arb_mat, elements: Sequence[Element], shifts: Sequence[arb]) -> list[Element]:
        """M e + s."""
        if not all(isinstance(e, arb) for e in elements):
            return by_rows(self, matrix, elements, shifts)
        found = matrix * arb_mat(len(elements), 1, list(elements))
        return [found[k, 0] + shift for k, shift in enumerate(shifts)]


class DiskArithmetic:
    """Complex balls, refusing every set on which a function is not analytic."""

    def power(self, base: acb, exponent: Fraction) -> acb:
        if not base.real > 0:
            raise OutsideDomain("a base that leaves the right half-plane")
        return base ** (arb(exponent.numerator) / exponent.denominator)

    def exp(self, exponent: acb) -> acb:
        return exponent.exp()

    def inverse(self, divisor: acb) -> acb:
        if divisor.contains(0):
            raise OutsideDomain("a divisor that may be 0")
        return 1 / divisor

    def share(self, margin: acb) -> acb:
        return logistic(margin, bool(margin.real.mid() > 0))

    def combine(self, coefficients: Sequence[arb], elements: Sequence[Element], shift: arb) -> Element:
        return sum((e * c for c, e in zip(coefficients, elements, strict=True)), acb(shift))

    def transform(self, matrix: arb_mat, elements: Sequence[Element], shifts: Sequence[arb]) -> list[Element]:
        """M e + s."""
        found = acb_mat(matrix) * acb_mat(len(elements), 1, list(elements))
        return [found[k, 0] + shift for k, shift in enumerate(shifts)]
