"""Expressions and statements as data: what the grammar reads, before any algebra.

Sums, products and logical combinations are flat; a - b is a + (-b) and a/b is a b^{-1}. `at` is the place in the text.
A name is one of the letters of the field or a declared one; the functions stand in `functions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True)
class Number:
    """A rational number."""

    value: Fraction
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Name:
    """A variable."""

    name: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Negative:
    """-term."""

    term: Expression
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Sum:
    """terms[0] + terms[1] + ..."""

    terms: tuple[Expression, ...]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Product:
    """factors[0] factors[1] ..."""

    factors: tuple[Expression, ...]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Power:
    """base^exponent; a/b has the exponent Number(-1)."""

    base: Expression
    exponent: Expression
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Call:
    """function(arguments)."""

    function: str
    arguments: tuple[Expression, ...]
    at: int = field(default=0, compare=False)


Expression = Number | Name | Negative | Sum | Product | Power | Call


@dataclass(frozen=True)
class Boolean:
    """true or false."""

    value: bool
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Comparison:
    """terms[0] relations[0] terms[1] relations[1] terms[2] ...: every neighbouring pair is related."""

    terms: tuple[Expression, ...]
    relations: tuple[str, ...]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Logical:
    """kind is "and", "or" or "not" (one part)."""

    kind: str
    parts: tuple[Statement, ...]
    at: int = field(default=0, compare=False)


Statement = Boolean | Comparison | Logical


def children(node: Expression | Statement) -> tuple[Expression | Statement, ...]:
    """The nodes directly below."""
    match node:
        case Negative(term):
            return (term,)
        case Sum(parts) | Product(parts) | Call(_, parts) | Comparison(parts) | Logical(_, parts):
            return parts
        case Power(base, exponent):
            return (base, exponent)
        case _:
            return ()


def names(node: Expression | Statement) -> frozenset[str]:
    """The names that occur."""
    return frozenset(part.name for part in walk(node) if isinstance(part, Name))


def walk(node: Expression | Statement) -> Iterator[Expression | Statement]:
    """The node and every node below it."""
    pending = [node]
    while pending:
        part = pending.pop()
        yield part
        pending.extend(children(part))


def substituted(node: Expression, at: Mapping[str, Expression]) -> Expression:
    """The node with the names of `at` replaced."""
    match node:
        case Name(name):
            return at.get(name, node)
        case Negative(term, place):
            return Negative(substituted(term, at), place)
        case Sum(terms, place):
            return Sum(tuple(substituted(term, at) for term in terms), place)
        case Product(factors, place):
            return Product(tuple(substituted(factor, at) for factor in factors), place)
        case Power(base, exponent, place):
            return Power(substituted(base, at), substituted(exponent, at), place)
        case Call(function, arguments, place):
            return Call(function, tuple(substituted(argument, at) for argument in arguments), place)
    return node
