"""The cells of q in [1, 2], integer L >= 2, on which finitely many polynomials f(q, L) over Q keep their signs.

A cylindrical decomposition over L (Collins 1975), cut down to the integers. It misses nothing:
1. Let F be the irreducible factors of all f, with q - 1 and q - 2. Let C be the real roots, in L, of the factors free
of
   q, and of the leading coefficients, discriminants and pairwise resultants, in q, of the others: C is finite.
2. On an interval of L free of C every factor keeps its degree in q, its complex roots stay simple and no two factors
meet;
   so the real roots are continuous functions of L whose number and order, also relative to 1 and 2, are constant.
3. Hence the sign vectors that occur over q in [1, 2] are the same for all L of the interval: one integer decides all.
4. Every integer L >= 2 lies in C or in an interval between neighbours of {2} and C; the least integer of such an
interval
   is 2, or c + 1 or floor(c) + 1 for a c in C. So 2 and floor(c), floor(c) + 1 for all c >= 2 in C are enough.
5. At a fixed L the signs are constant between neighbouring roots in q, which are isolated exactly; a rational point
between
   them, the roots themselves and 1 and 2 are enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from flint import fmpq, fmpq_mpoly, fmpq_poly, fmpz_poly

from ..errors import Undecided
from .polynomials import Terms, from_terms, q, terms
from .roots import AlgebraicNumber, integer_cells, isolate, rational, sign, simplest_between

MAX_DEGREE = 40
MAX_FACTORS = 60
MAX_WORK = 100_000_000

Point = Fraction | AlgebraicNumber


def depths(polynomials: Iterable[Terms]) -> set[int]:
    """Integers L >= 2 that meet every cell over L (points 1 to 4).

    Errors: Undecided where the polynomials exceed MAX_DEGREE, MAX_FACTORS or MAX_WORK.
    """
    given = [from_terms(data) for data in polynomials]
    if any(max(poly.degrees()) > MAX_DEGREE for poly in given):
        raise Undecided(f"the condition is too large to decide: a degree above {MAX_DEGREE}")
    factors = _irreducible([*given, q - 1, q - 2])
    in_q = [f for f in factors if f.degrees()[0] > 0]
    _check_size(in_q)
    critical = [f for f in factors if f.degrees()[0] == 0]
    critical += [_leading(f) for f in in_q]
    critical += [f.discriminant("q") for f in in_q if f.degrees()[0] > 1]
    critical += [f.resultant(g, "q") for f, g in combinations(in_q, 2)]
    found = {2}
    for poly in critical:
        found |= integer_cells(_in_L(poly), 2)
    return found


def _irreducible(polynomials: list[fmpq_mpoly]) -> list[fmpq_mpoly]:
    """The different irreducible factors, over Q, of nonzero polynomials."""
    return list({terms(f): f for poly in polynomials if not poly.is_zero() for f, _ in poly.factor()[1]}.values())


def _leading(poly: fmpq_mpoly) -> fmpq_mpoly:
    """The leading coefficient in q, a polynomial in L."""
    degree = poly.degrees()[0]
    return from_terms(tuple(((0, j), c) for (i, j), c in terms(poly) if i == degree))


def _in_L(poly: fmpq_mpoly) -> fmpz_poly:
    """A polynomial free of q, with denominators cleared."""
    coefficients = [fmpq(0)] * (poly.degrees()[1] + 1)
    for (_, j), c in poly.to_dict().items():
        coefficients[j] = c
    return fmpq_poly(coefficients).numer()


def _check_size(in_q: list[fmpq_mpoly]) -> None:
    """Bounds the resultants: for degrees (a, b), (c, d) in (q, L) they come from a Sylvester matrix of size a + c with
    entries of `bits`, and have degree a d + b c."""
    shapes = [(*f.degrees(), _bits(f)) for f in in_q]
    pairs = [*combinations(shapes, 2), *((shape, shape) for shape in shapes)]
    work = sum((a + c) ** 3 * (a * d + b * c + 1) * max(s, t) for (a, b, s), (c, d, t) in pairs)
    if len(in_q) > MAX_FACTORS or work > MAX_WORK:
        degree, depth = (max(shape[i] for shape in shapes) for i in (0, 1))
        raise Undecided(
            f"the condition is too large to decide: {len(in_q)} polynomials of degree up to {degree} in q and {depth}"
            " in L"
        )


def _bits(poly: fmpq_mpoly) -> int:
    return max(int(c.p).bit_length() + int(c.q).bit_length() for c in poly.coeffs())


def points(polynomials: Iterable[Terms], depth: int) -> Iterator[tuple[Point, dict[Terms, int]]]:
    """A point of every cell of q in [1, 2] at L = depth, with the sign of every polynomial; rational points first."""
    at_depth = {key: _at_depth(key, depth) for key in polynomials}
    own = {key: {_key(f) for f, _ in poly.factor()[1]} for key, poly in at_depth.items() if poly}
    factors = [fmpz_poly(list(key)) for key in sorted(set().union(*own.values()))]
    low, high = Fraction(1), Fraction(2)
    roots = isolate(factors, low, high) if factors else []
    ends = [(low, low), *((a, b) for a, b, _ in roots), (high, high)]
    rationals = [a for a, b in ends if a == b]
    for (_, before), (after, _) in pairwise(ends):
        rationals.append(simplest_between(before, after) if before < after else before)
    for point in sorted(rationals):
        yield point, {key: sign(poly, point) for key, poly in at_depth.items()}
    for a, b, i in roots:
        if a < b:
            root = _key(factors[i])
            # in [a, b] no factor but factors[i] has a root, so any other polynomial keeps the sign it has at a
            signs = {key: 0 if not poly or root in own[key] else sign(poly, a) for key, poly in at_depth.items()}
            yield AlgebraicNumber(root, a, b), signs


def _at_depth(data: Terms, depth: int) -> fmpz_poly:
    """f(q, depth) times a positive number."""
    coefficients = [Fraction(0)] * (max(i for (i, _), _ in data) + 1)
    for (i, j), c in data:
        coefficients[i] += c * depth**j
    return fmpq_poly([rational(c) for c in coefficients]).numer()


def _key(poly: fmpz_poly) -> tuple[int, ...]:
    return tuple(int(c) for c in poly.coeffs())
