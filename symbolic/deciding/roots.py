"""Real roots of integer polynomials, isolated exactly: Descartes' rule of signs with bisection (Collins, Akritas 1976).

On an open interval (a, b) the number V of sign variations of (1+x)^n f((a+bx)/(1+x)) bounds the number of roots,
counted with multiplicity, and has its parity: V = 0 means none and V = 1 exactly one. For squarefree f bisection
reaches V <= 1 everywhere (Obreschkoff's two-circle theorem).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from flint import fmpq, fmpq_poly, fmpz_poly

_ONE_PLUS_X = fmpz_poly([1, 1])


@dataclass(frozen=True)
class AlgebraicNumber:
    """The only root of sum_k coefficients[k] z^k (irreducible over Q, degree >= 2) in the open interval (low, high)."""

    coefficients: tuple[int, ...]
    low: Fraction
    high: Fraction

    def __str__(self) -> str:
        poly = re.sub(r"\+ \(-([0-9]+)\)", r"- \1", str(fmpz_poly(list(self.coefficients))).replace("x", "z"))
        return f"the root of {poly} in ({self.low}, {self.high})"


def rational(value: Fraction) -> fmpq:
    """A Fraction as FLINT's."""
    return fmpq(value.numerator, value.denominator)


def sign(poly: fmpz_poly | fmpq_poly, at: Fraction) -> int:
    """The sign of poly(at): -1, 0 or 1."""
    value = poly(rational(at))
    return int(value > 0) - int(value < 0)


def variations(poly: fmpz_poly, low: Fraction, high: Fraction) -> int:
    """V on (low, high): no root there if 0, exactly one if 1."""
    line = fmpq_poly([rational(low), rational(high - low)])
    moved = fmpz_poly((fmpq_poly(poly)(line)).numer().coeffs()[::-1])(_ONE_PLUS_X)
    signs = [c > 0 for c in moved.coeffs() if c != 0]
    return sum(a != b for a, b in pairwise(signs))


def isolate(factors: list[fmpz_poly], low: Fraction, high: Fraction) -> list[tuple[Fraction, Fraction, int]]:
    """The real roots of pairwise different irreducible `factors` in the open interval (low, high), increasing.

    Returns (a, b, i): the root belongs to factors[i] and is the only root of any factor in [a, b]; a = b if it is
    rational, else a < root < b.
    """
    product = fmpz_poly([1])
    for factor in factors:
        product *= factor
    found: list[tuple[Fraction, Fraction, int]] = []
    pending = [(low, high)]
    while pending:
        a, b = pending.pop()
        count = variations(product, a, b)
        if count == 0:
            continue
        if count == 1:
            i = next(i for i, factor in enumerate(factors) if variations(factor, a, b) == 1)
            found.append(_narrowed(product, factors[i], a, b, i))
            continue
        middle = (a + b) / 2
        if sign(product, middle) == 0:
            found.append((middle, middle, next(i for i, f in enumerate(factors) if sign(f, middle) == 0)))
        pending += [(a, middle), (middle, b)]
    return sorted(found)


def _narrowed(
    product: fmpz_poly, factor: fmpz_poly, a: Fraction, b: Fraction, i: int
) -> tuple[Fraction, Fraction, int]:
    """The only root in (a, b) of `product`, whose factor i it is, with ends that are no roots."""
    if factor.degree() == 1:
        root = Fraction(-int(factor[0]), int(factor[1]))
        return root, root, i
    while sign(product, a) == 0 or sign(product, b) == 0:
        a, b = halved(factor, a, b)
    return a, b, i


def halved(factor: fmpz_poly, a: Fraction, b: Fraction) -> tuple[Fraction, Fraction]:
    """The half of (a, b) with the single root of `factor` in it, which is irrational."""
    middle = (a + b) / 2
    return (a, middle) if variations(factor, a, middle) == 1 else (middle, b)


def integer_cells(poly: fmpz_poly, low: int) -> set[int]:
    """Integers n >= low among which are floor(r) and floor(r) + 1 for every real root r >= low of a nonzero poly."""
    bound = sum(abs(int(c)) for c in poly.coeffs()) // abs(int(poly[poly.degree()])) + low + 2  # Cauchy: |r| < bound
    found = {n for n in (low, low + 1) if poly(low) == 0}
    pending = [(low, bound)]
    while pending:
        a, b = pending.pop()
        if variations(poly, Fraction(a), Fraction(b)) == 0:
            continue
        if b - a == 1:
            found |= {a, b}
            continue
        middle = (a + b) // 2
        if poly(middle) == 0:
            found |= {middle, middle + 1}
        pending += [(a, middle), (middle, b)]
    return found


def simplest_between(low: Fraction, high: Fraction) -> Fraction:
    """The fraction of least denominator in the open interval (low, high), 0 <= low < high (Stern and Brocot)."""
    a, b, c, d = 1, 0, 0, 1  # the answer is (a s + b)/(c s + d) with s the simplest in the current interval
    while True:
        whole = low.numerator // low.denominator
        a, b, c, d = a, a * whole + b, c, c * whole + d  # s = whole + s'
        low, high = low - whole, high - whole
        if high > 1:
            return Fraction(a + b, c + d)
        if low == 0:
            n = high.denominator // high.numerator + 1
            return Fraction(a + b * n, c + d * n)
        a, b, c, d = b, a, d, c  # s' = 1/s''
        low, high = 1 / high, 1 / low
