"""Exact decisions: does a boolean combination of f(q, L) < 0, <= 0, ... hold for all real q in [1, 2], all integers L
>= 2?

The f are polynomials over Q. Their signs are constant on finitely many cells, one exact point of each is enough, and
symbolic.deciding.cells proves that it finds all of them: an answer is a proof, or a witness.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq, fmpq_mpoly

from ..errors import Undecided
from .cells import Point, depths, points
from .polynomials import Terms, from_terms, terms

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

    q: Point
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

    Errors: Undecided where the polynomials are too large (cells.depths) and no point tried is a witness.
    """
    polynomials = {atom.terms for atom in atoms(formula)}
    try:
        enough = depths(polynomials)
    except Undecided:
        if witness := _first(formula, polynomials, _TRIED):
            return witness
        raise
    return _first(formula, polynomials, enough)


def _first(formula: Formula, polynomials: set[Terms], candidates: set[int]) -> Witness | None:
    """The witness of least L among the candidates."""
    for depth in sorted(candidates):
        irrational: Witness | None = None
        for point, signs in points(polynomials, depth):
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
