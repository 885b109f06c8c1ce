"""What an exact computation holds: rational numbers, and balls where a number is known within a radius only."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from flint import arb, arb_mat, fmpq, fmpq_mat, fmpq_poly

Number: TypeAlias = fmpq | arb
Ring: TypeAlias = fmpq | arb | fmpq_poly  # what sums and products are formed of, also along a path
Matrix: TypeAlias = fmpq_mat | arb_mat


def rational(value: Fraction) -> fmpq:
    """A Fraction as fmpq."""
    return fmpq(value.numerator, value.denominator)


def matrix(rows: Sequence[Sequence[Fraction]]) -> fmpq_mat:
    """A table of Fractions as a matrix."""
    return fmpq_mat([[rational(v) for v in row] for row in rows])
