"""Expressions and statements as data: what the grammar reads, before any algebra.

Sums, products and logical combinations are flat; a - b is a + (-b) and a/b is a b^{-1}. `at` is the place in the text.
A name is one of the letters of the field or a declared one; the functions stand in `functions`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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


def mapped(node: Expression, f: Callable[[Expression], Expression]) -> Expression:
    """The node with f of each part directly below it in that part's place."""
    match node:
        case Negative(term, at):
            return Negative(f(term), at)
        case Sum(terms, at):
            return Sum(tuple(map(f, terms)), at)
        case Product(factors, at):
            return Product(tuple(map(f, factors)), at)
        case Power(base, exponent, at):
            return Power(f(base), f(exponent), at)
        case Call(function, arguments, at):
            return Call(function, tuple(map(f, arguments)), at)
    return node


def substituted(node: Expression, at: Mapping[str, Expression]) -> Expression:
    """The node with the names of `at` replaced."""
    return at.get(node.name, node) if isinstance(node, Name) else mapped(node, lambda part: substituted(part, at))
