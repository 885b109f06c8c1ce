"""Where a part f of a claim vanishes at a number that is not rational: f(z) = 0 for some z in [a, b].

f changes its sign between a and b and is finite, so continuous, on the whole of [a, b] in balls (a sign, a jump, has no
value on a ball around its zero). Halving [a, b] encloses z as narrowly as the precision asks; with f replaced by 0 and
the letter by the ball, what disagrees disagrees at z itself. A statement that jumps at z alone is wrong there and
nowhere else: `+ 1 - sign((q**2 - 2)**2)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

import sympy as sp
from flint import arb, fmpz_poly

from ...numeric_checks.balls import ball
from ...numeric_checks.hypergeometric import Real
from ...numeric_checks.precision import bits
from ...numeric_checks.tree_ball import enclosure
from ...symbolic.reading.expression import Call, Expression, Negative, Number, Power, Product, Sum, names, walk
from . import own_parts

Function: TypeAlias = Callable[[Real, int], arb | None]
At: TypeAlias = Callable[[Real, int], Mapping[str, Real]]
SPARE = 32  # bits beyond the precision that the ball of a zero is narrowed to
STEEP = tuple(1 + Fraction(i, 16) for i in range(17))
SIZES = tuple(Fraction(2) ** i for i in range(-24, 25))
MOST_ZEROS = 4  # of one part in one letter
WITNESS_DIGITS = 30  # of a number that a witness shows
ZERO_BITS = 448  # at which what happens at such a zero is compared


def jumps(tree: Expression) -> bool:
    """Whether a part of the expression may take another value at one point than all around it."""
    return any(
        (isinstance(node, Call) and node.function == "sign")
        or (isinstance(node, Power) and isinstance(node.base, Number) and node.base.value == 0)
        for node in walk(tree)
    )


def divides(tree: Expression) -> bool:
    """Whether a part of the expression may be without a value where it is 0: what is divided by, or in a logarithm."""
    return any(
        (isinstance(node, Call) and node.function == "log")
        or (isinstance(node, Power) and isinstance(node.exponent, Number) and node.exponent.value < 0)
        for node in walk(tree)
    )


def shown_value(value: Real) -> str:
    """A value as a witness lists it."""
    return value.str(WITNESS_DIGITS) if isinstance(value, arb) else str(value)


@dataclass(frozen=True)
class Zero:
    """A zero of `part` in `letter` between two exact points at which `function` has opposite signs.

    `same` are the parts that vanish with it; `at` gives all values where the letter has one.
    """

    part: Expression
    letter: str
    low: Fraction
    high: Fraction
    function: Function
    same: frozenset[Expression]
    at: At

    def ball(self, precision: int) -> arb | None:
        """The zero, as narrow as the precision asks; None where it is not shown that all of `same` is 0 there."""
        low, high = self.low, self.high
        rising = _sign(self.function(high, precision + 2 * SPARE))
        aim = min(abs(low), abs(high)) / Fraction(2) ** (precision + SPARE)
        while high - low > aim:
            middle = (low + high) / 2
            side = _sign(self.function(middle, precision + 2 * SPARE))
            if side == 0:
                break
            low, high = (low, middle) if side == rising else (middle, high)
        with bits(precision + 2 * SPARE):
            found = ball(low).union(ball(high))
        if high - low > aim * 2**SPARE or not _finite(self.function(found, precision)):
            return None
        values = self.at(found, precision)
        around = [enclosure(part, values, precision) for part in self.same]
        return found if all(_finite(z) and z.contains(0) for z in around) else None  # type: ignore[union-attr]

    def without(self, tree: Expression) -> Expression:
        """The expression with every part that vanishes there replaced by 0."""
        return replaced(tree, self.same)


def zeros(tree: Expression, letter: str, at: At) -> Iterator[Zero]:
    """The zeros of the parts of `tree` in one letter.

    Arguments: `at` gives all values where the letter has this value, with this many bits.
    """
    here, there = at(Fraction(3, 2), 64), at(Fraction(5, 4), 64)
    moving = {
        name for name, v in here.items() if isinstance(v, arb) or v != there[name]
    }  # the letter and what it moves
    fixed = {n: sp.Rational(v.numerator, v.denominator) for n, v in here.items() if n not in moving}
    parts = [part for part in own_parts.parts(tree) if names(part) & moving][: own_parts.MOST_PARTS]
    atoms = {part: _atoms(part, letter, fixed, at) for part in parts}
    seen: set[object] = set()
    for part in parts:
        for key, function in atoms[part].items():
            if key in seen:
                continue
            seen.add(key)
            same = frozenset(other for other in parts if key in atoms[other])
            grid = STEEP if letter == "q" else SIZES
            signs = [(v, sign) for v in grid if (sign := _sign(function(v, 64)))]
            found = [(a, b) for (a, s), (b, t) in pairwise(signs) if s * t < 0]
            yield from (Zero(part, letter, a, b, function, same, at) for a, b in found[:MOST_ZEROS])


def _atoms(part: Expression, letter: str, fixed: Mapping[str, sp.Expr], at: At) -> dict[object, Function]:
    """What vanishes with a part: its irreducible factors where it is a polynomial in the letter, else itself."""
    poly = own_parts.polynomial(part, letter, fixed)
    if poly is not None:
        return {tuple(map(int, f.coeffs())): _polynomial(f) for f, _ in poly.factor()[1] if f.degree() > 1}
    return {_positive(part): lambda value, precision: enclosure(part, at(value, precision), precision)}


def _polynomial(factor: fmpz_poly) -> Function:
    def value(z: Real, precision: int) -> arb:
        with bits(precision):
            total = arb(0)
            for c in reversed(factor.coeffs()):
                total = total * ball(z) + arb(c)
            return total

    return value


def _finite(value: arb | None) -> bool:
    return value is not None and value.is_finite()


def _sign(value: arb | None) -> int:
    return 0 if value is None else int(value > 0) - int(value < 0)


def _positive(part: Expression) -> Expression:
    """One of a part and its negative."""
    return min((part, _negative(part)), key=repr)


def _negative(part: Expression) -> Expression:
    match part:
        case Negative(term):
            return term
        case Number(value):
            return Number(-value)
        case Sum(terms):
            return Sum(tuple(map(_negative, terms)))
    return Negative(part)


def replaced(tree: Expression, zero: frozenset[Expression]) -> Expression:
    """The tree with each of these parts replaced by 0."""
    if tree in zero:
        return Number(Fraction(0))
    match tree:
        case Negative(term):
            return Negative(replaced(term, zero))
        case Sum(terms):
            return Sum(tuple(replaced(term, zero) for term in terms))
        case Product(factors):
            return Product(tuple(replaced(factor, zero) for factor in factors))
        case Power(base, exponent):
            return Power(replaced(base, zero), replaced(exponent, zero))
        case Call(function, arguments):
            return Call(function, tuple(replaced(argument, zero) for argument in arguments))
    return tree
