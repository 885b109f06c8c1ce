"""Exact decisions: does a boolean combination of f(q, L) < 0, <= 0, ... hold for all real q in [1, 2], all integers L >= 2?

The f are polynomials over Q. The method is complete (a cylindrical decomposition over L, Collins 1975):
1. Let F be the irreducible factors of all f, with q - 1 and q - 2. Let C be the real roots, in L, of the factors free of
   q, and of the leading coefficients, discriminants and pairwise resultants, in q, of the others: C is finite.
2. On an interval of L free of C every factor keeps its degree in q, its complex roots stay simple and no two factors meet;
   so the real roots are continuous functions of L whose number and order, also relative to 1 and 2, are constant.
3. Hence the sign vectors that occur over q in [1, 2] are the same for all L of the interval: one integer decides all.
4. Every integer L >= 2 lies in C or in an interval between neighbours of {2} and C; the least integer of such an interval
   is 2, or c + 1 or floor(c) + 1 for a c in C. So 2 and floor(c), floor(c) + 1 for all c >= 2 in C are enough.
5. At a fixed L the signs are constant between neighbouring roots in q, which are isolated exactly; a rational point between
   them, the roots themselves and 1 and 2 are enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from flint import fmpq, fmpq_mpoly, fmpq_poly, fmpz_poly

from .errors import Undecided
from .polynomials import Terms, from_terms, q, terms
from .roots import AlgebraicNumber, integer_cells, isolate, rational, sign, simplest_between

MAX_DEGREE = 40
MAX_FACTORS = 60
MAX_WORK = 100_000_000

_TRIED = {2, 3, 4, 5, 10, 1000}  # depths tried for a witness where the whole is too large to decide

_HOLDS = {
    "<": (-1,),
    "<=": (-1, 0),
    "==": (0,),
    "!=": (-1, 1),
    ">=": (0, 1),
    ">": (1,),
}
RELATIONS = tuple(_HOLDS)


class Formula:
    """A statement about (q, L); `a & b`, `a | b`, `~a` combine formulas."""

    def __and__(self, other: Formula) -> Formula:
        return And((self, other))

    def __or__(self, other: Formula) -> Formula:
        return Or((self, other))

    def __invert__(self) -> Formula:
        return Not(self)


@dataclass(frozen=True)
class Truth(Formula):
    """True or false."""

    value: bool


@dataclass(frozen=True)
class Atom(Formula):
    """f(q, L) `relation` 0, with f given by its terms."""

    terms: Terms
    relation: str

    @property
    def polynomial(self) -> fmpq_mpoly:
        """f."""
        return from_terms(self.terms)


@dataclass(frozen=True)
class And(Formula):
    """All parts hold."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True)
class Or(Formula):
    """Some part holds."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True)
class Not(Formula):
    """The part does not hold."""

    part: Formula


TRUE, FALSE = Truth(True), Truth(False)


@dataclass(frozen=True)
class Witness:
    """An exact point: q rational, or algebraic with an isolating interval; L an integer >= 2."""

    q: Fraction | AlgebraicNumber
    L: int

    def __str__(self) -> str:
        return f"q = {self.q}, L = {self.L}"


def atom(polynomial: fmpq_mpoly, relation: str) -> Formula:
    """f `relation` 0 for a polynomial f in q and L (polynomials.q, polynomials.L); relation in < <= == != >= >."""
    if relation not in _HOLDS:
        raise ValueError(f"unknown relation {relation!r}")
    if polynomial.is_constant():
        value = polynomial.leading_coefficient() if not polynomial.is_zero() else 0
        return Truth(int(value > 0) - int(value < 0) in _HOLDS[relation])
    return Atom(terms(polynomial), relation)


def valid(formula: Formula, given: Formula = TRUE) -> bool:
    """Whether `given` implies `formula` for all q in [1, 2] and integers L >= 2. Errors: Undecided (too large)."""
    return counterexample(formula, given) is None


def counterexample(formula: Formula, given: Formula = TRUE) -> Witness | None:
    """A point where `given` holds and `formula` fails; None proves that there is none. Errors: Undecided."""
    return satisfiable(given & ~formula)


def equivalent(a: Formula, b: Formula, given: Formula = TRUE) -> bool:
    """Whether a and b hold at the same points of `given`. Errors: Undecided (too large)."""
    return difference(a, b, given) is None


def difference(a: Formula, b: Formula, given: Formula = TRUE) -> Witness | None:
    """A point of `given` where exactly one of a, b holds; None proves them equivalent. Errors: Undecided."""
    return satisfiable(given & ((a & ~b) | (b & ~a)))


def satisfiable(formula: Formula) -> Witness | None:
    """A point where the formula holds, at a rational q if one does at that L; None proves that there is none.

    Errors: Undecided where the polynomials exceed the stated bounds (MAX_DEGREE, MAX_FACTORS, MAX_WORK).
    """
    polynomials = {atom.terms: atom.polynomial for atom in atoms(formula)}
    try:
        depths = _depths(list(polynomials.values()))
    except Undecided:
        if witness := _first(formula, polynomials, _TRIED):
            return witness
        raise
    return _first(formula, polynomials, depths)


def _first(formula: Formula, polynomials: dict[Terms, fmpq_mpoly], depths: set[int]) -> Witness | None:
    """The witness of least L among `depths`."""
    for depth in sorted(depths):
        irrational: Witness | None = None
        for point, signs in _points(polynomials, depth):
            if holds(formula, signs):
                if isinstance(point, Fraction):
                    return Witness(point, depth)
                irrational = irrational or Witness(point, depth)
        if irrational:
            return irrational
    return None


def atoms(formula: Formula) -> Iterator[Atom]:
    """Every atom of the formula."""
    match formula:
        case Atom():
            yield formula
        case And(parts) | Or(parts):
            for part in parts:
                yield from atoms(part)
        case Not(part):
            yield from atoms(part)


def holds(formula: Formula, signs: dict[Terms, int]) -> bool:
    """The truth of the formula where its polynomials have these signs."""
    match formula:
        case Truth(value):
            return value
        case Atom(data, relation):
            return signs[data] in _HOLDS[relation]
        case And(parts):
            return all(holds(part, signs) for part in parts)
        case Or(parts):
            return any(holds(part, signs) for part in parts)
        case Not(part):
            return not holds(part, signs)
    raise TypeError(formula)


def holds_at(formula: Formula, steepness: Fraction, depth: int) -> bool:
    """The truth of the formula at one rational q and one L."""
    at = fmpq(steepness.numerator, steepness.denominator), fmpq(depth)
    values = {a.terms: a.polynomial(*at) for a in atoms(formula)}
    return holds(formula, {key: int(v > 0) - int(v < 0) for key, v in values.items()})


def _depths(polynomials: list[fmpq_mpoly]) -> set[int]:
    """Integers L >= 2 that meet every cell over L (points 1 to 4 of the module's proof)."""
    if any(max(poly.degrees()) > MAX_DEGREE for poly in polynomials):
        raise Undecided(f"the condition is too large to decide: a degree above {MAX_DEGREE}")
    factors = _irreducible([*polynomials, q - 1, q - 2])
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
            f"the condition is too large to decide: {len(in_q)} polynomials of degree up to {degree} in q and {depth} in L"
        )


def _bits(poly: fmpq_mpoly) -> int:
    return max(int(c.p).bit_length() + int(c.q).bit_length() for c in poly.coeffs())


def _points(
    polynomials: dict[Terms, fmpq_mpoly], depth: int
) -> Iterator[tuple[Fraction | AlgebraicNumber, dict[Terms, int]]]:
    """A point of every cell of q in [1, 2] at L = depth, with the sign of every polynomial; rational cells first."""
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
