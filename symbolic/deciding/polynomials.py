"""Q[q, L] and its fractions: the arithmetic under every condition on (q, L), exact, by FLINT.

p = q/(q-1) and m = q(L-1)/L are fractions of this field.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from ..errors import Undecided

RING = fmpq_mpoly_ctx.get(("q", "L"), "lex")
q, L = RING.gens()
MAX_DEGREE = 100
MAX_BITS = 20_000

Terms = tuple[tuple[tuple[int, int], Fraction], ...]


def constant(value: Fraction | int) -> fmpq_mpoly:
    """The number as a polynomial."""
    value = Fraction(value)
    return RING.constant(fmpq(value.numerator, value.denominator))


def terms(poly: fmpq_mpoly) -> Terms:
    """((i, j), c) for every term c q^i L^j, sorted: a hashable form of the polynomial."""
    return tuple(sorted(((int(i), int(j)), Fraction(int(c.p), int(c.q))) for (i, j), c in poly.to_dict().items()))


def from_terms(data: Terms) -> fmpq_mpoly:
    """The inverse of `terms`."""
    return RING.from_dict({powers: fmpq(c.numerator, c.denominator) for powers, c in data})


@dataclass(frozen=True, eq=False)
class Ratio:
    """above/below in Q(q, L), cancelled. Errors of its arithmetic: ZeroDivisionError, Undecided (too large)."""

    above: fmpq_mpoly
    below: fmpq_mpoly

    def __add__(self, other: Ratio) -> Ratio:
        return ratio(self.above * other.below + other.above * self.below, self.below * other.below)

    def __sub__(self, other: Ratio) -> Ratio:
        return self + -other

    def __neg__(self) -> Ratio:
        return Ratio(-self.above, self.below)

    def __mul__(self, other: Ratio) -> Ratio:
        return ratio(self.above * other.above, self.below * other.below)

    def __truediv__(self, other: Ratio) -> Ratio:
        return ratio(self.above * other.below, self.below * other.above)

    def __pow__(self, n: int) -> Ratio:
        if _degree(self) * abs(n) > MAX_DEGREE or _bits(self) * abs(n) > MAX_BITS:
            raise Undecided(f"a power with exponent {n} makes the condition too large")
        above, below = (self.above, self.below) if n >= 0 else (self.below, self.above)
        return ratio(above ** abs(n), below ** abs(n))


def ratio(above: fmpq_mpoly, below: fmpq_mpoly) -> Ratio:
    """above/below in lowest terms, `below` monic."""
    if below.is_zero():
        raise ZeroDivisionError("division by 0")
    common = above.gcd(below)
    scale = (below / common).leading_coefficient()
    result = Ratio(above / common / scale, below / common / scale)
    if _degree(result) > MAX_DEGREE or _bits(result) > MAX_BITS:
        raise Undecided("the condition is too large")
    return result


def _degree(value: Ratio) -> int:
    return max(0, value.above.total_degree(), value.below.total_degree())


def _bits(value: Ratio) -> int:
    coefficients = [*value.above.coeffs(), *value.below.coeffs()]
    return max(int(c.p).bit_length() + int(c.q).bit_length() for c in coefficients)


ONE = constant(1)
STEEPNESS = Ratio(q, ONE)
DEPTH = Ratio(L, ONE)
P = ratio(q, q - 1)
M = ratio(q * (L - 1), L)


def number(value: Fraction | int) -> Ratio:
    """A rational number as a fraction of the field."""
    return Ratio(constant(value), ONE)
