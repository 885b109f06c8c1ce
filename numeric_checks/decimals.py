"""Balls and times as decimals of N digits whose distance from the truth is bounded."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_UP, Context, Decimal
from fractions import Fraction

from flint import arb

from .balls import Enclosed, fraction


def decimal(value: Fraction, digits: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """value to `digits` significant digits."""
    return Context(digits, rounding).divide(Decimal(value.numerator), Decimal(value.denominator))


def rational(z: arb) -> Fraction:
    """The midpoint of a ball."""
    middle = fraction(z)
    return Fraction(int(middle.p), int(middle.q))


def approximated(z: arb, digits: int) -> tuple[Decimal, Fraction]:
    """A decimal of `digits` digits and its distance to the farthest point of the ball; 0 for a ball around 0."""
    value = Decimal(0) if z.contains(0) else decimal(rational(z), digits)
    return value, abs(Fraction(value) - rational(z)) + rational(z.rad())


def shown(value: Decimal) -> str:
    """The decimal in the form that is read again."""
    return str(value).lower()


def bound(radius: Fraction) -> str:
    """A radius rounded up to two digits."""
    return shown(decimal(radius, 2, ROUND_UP))


def enclosed(z: arb, digits: int) -> Enclosed:
    """A finite ball as a decimal and a radius."""
    value, radius = approximated(z, digits)
    return Enclosed(shown(value), bound(radius), digits)


def times(until: Fraction, end: Fraction, count: int, digits: int) -> list[Decimal]:
    """0, ..., until in `count` steps as far as `end`, then `end`, each rounded down to a decimal.

    So a printed time is the very time of the state next to it. The digits keep the times apart.
    """
    digits = max(digits, len(str(count)) + 1)
    last = decimal(end, digits, ROUND_DOWN)
    grid = (decimal(until * k / count, digits, ROUND_DOWN) for k in range(count))
    return [*(t for t in grid if t < last), last]
