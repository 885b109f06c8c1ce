"""Conditions on q, L, p = q/(q-1) and m = q(L-1)/L as formulas over polynomials.

A comparison N/D <= 0 in lowest terms, D = (q-1)^k D1, is N D1 <= 0 (times D1^2, and (q-1)^k > 0 for q > 1). At q = 1
with k > 0 the left side is infinite with the sign of N D1: the reading p = infinity, 1/p = 0; where N = 0 too it is
undefined. The domain of a condition is where nothing in it is undefined and no denominator is 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import add, mul

from ..errors import Undecided
from ..reading.expression import (
    Boolean,
    Comparison,
    Expression,
    Logical,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Statement,
    Sum,
    walk,
)
from .formulas import TRUE, And, Formula, Not, Or, Truth, atom
from .polynomials import DEPTH, STEEPNESS, M, P, Ratio, number, q

_LETTERS = {"q": STEEPNESS, "L": DEPTH, "p": P, "m": M}


@dataclass(frozen=True)
class Condition:
    """`formula`, which has a meaning at the points of `domain`."""

    formula: Formula
    domain: Formula = TRUE


def read(statement: Statement) -> Condition:
    """The condition that a parsed statement states, with its domain.

    Errors: Undecided (not rational in q, L, p, m; too large), ZeroDivisionError (a denominator is identically 0).
    """
    match statement:
        case Boolean(value):
            return Condition(Truth(value))
        case Comparison(terms, relations):
            parts = [compare(a, r, b) for (a, b), r in zip(pairwise(terms), relations, strict=True)]
            return Condition(_all(c.formula for c in parts), _all(c.domain for c in parts))
        case Logical(kind, parts):
            below = [read(part) for part in parts]
            formulas = tuple(c.formula for c in below)
            whole = Not(formulas[0]) if kind == "not" else And(formulas) if kind == "and" else Or(formulas)
            return Condition(whole, _all(c.domain for c in below))


def compare(left: Expression, relation: str, right: Expression) -> Condition:
    """left `relation` right. Errors: as `read`."""
    domain: list[Formula] = []
    left, right = rooted(left, right)
    difference = fraction(left, domain) - fraction(right, domain)
    below, infinite = difference.below, False
    while below.subs({"q": 1}).is_zero():
        below, infinite = below / (q - 1), True
    if infinite:
        domain.append(atom(q - 1, "!=") | atom(difference.above.subs({"q": 1}), "!="))
    return Condition(atom(difference.above * below, relation), _all(domain))


def rooted(left: Expression, right: Expression) -> tuple[Expression, Expression]:
    """The sides without their power: a^n and b^n have the order of a and b for odd n, and for even n where neither is
    negative."""
    n = next((int(side.exponent.value) for side in (left, right) if _is_power(side)), 1)  # type: ignore[union-attr]
    a, b = _root(left, n), _root(right, n)
    endless = all(any(_may_be_infinite(node) for node in walk(side)) for side in (left, right))
    return (left, right) if n == 1 or a is None or b is None or endless else (a, b)


def _may_be_infinite(node: object) -> bool:
    """p and quotients, at q = 1: of two infinite sides the difference says which is larger, and it has to stay."""
    return node == Name("p") or (
        isinstance(node, Power) and isinstance(node.exponent, Number) and node.exponent.value < 0
    )


def _is_power(node: Expression) -> bool:
    """a^n with a natural n > 1."""
    match node:
        case Power(_, Number(n)):
            return n.denominator == 1 and n > 1
    return False


def _root(node: Expression, n: int) -> Expression | None:
    """The a of a^n, where its sign is known or does not matter."""
    match node:
        case Power(base, Number(exponent)) if exponent == n and (n % 2 or _at_least_0(base)):
            return base
        case Number(value) if value in (0, 1):
            return node
    return None


def _at_least_0(node: Expression) -> bool:
    match node:
        case Number(value):
            return value >= 0
        case Name(name):
            return name in _LETTERS
        case Sum(parts) | Product(parts):
            return all(map(_at_least_0, parts))
        case Power(base, Number()):
            return _at_least_0(base)
    return False


def fraction(node: Expression, domain: list[Formula]) -> Ratio:
    """The value in Q(q, L) of an expression in q, L, p, m; every denominator adds to `domain` that it is not 0.

    Errors: as `read`.
    """
    match node:
        case Number(value):
            return number(value)
        case Name(name) if name in _LETTERS:
            return _LETTERS[name]
        case Negative(term):
            return -fraction(term, domain)
        case Sum(terms):
            return reduce(add, (fraction(term, domain) for term in terms))
        case Product(factors):
            return reduce(mul, (fraction(factor, domain) for factor in factors))
        case Power(base, Number(exponent)) if exponent.denominator == 1:
            below = fraction(base, domain)
            if exponent < 0:
                domain.append(atom(below.above, "!="))
            return below ** int(exponent)
    raise Undecided("a condition is built from q, p, L, m and numbers by + - * / and integer powers")


def _all(parts: Iterable[Formula]) -> Formula:
    kept = tuple(part for part in parts if part != TRUE)
    return And(kept) if len(kept) != 1 else kept[0]
