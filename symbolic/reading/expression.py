"""Expressions and statements as data: what the grammar reads, before any algebra.

Sums, products and logical combinations are flat; a - b is a + (-b) and a/b is a b^{-1}. `at` is the place in the text.
A name is one of the letters of the field or a declared one. Functions (real, principal values):

  sqrt abs sign log exp, sin cos tan asin acos atan, sinh cosh tanh asinh acosh atanh, min max (two or more arguments)
  gamma(z), beta(a, b) = gamma(a) gamma(b)/gamma(a + b)
  hyp2f1(a, b, c, z) = sum (a)_n (b)_n/(c)_n z^n/n!,   hyp3f2(a1, a2, a3, b1, b2, z) likewise
  appellf1(a, b1, b2, c, x, y) = sum (a)_{m+n} (b1)_m (b2)_n/(c)_{m+n} x^m/m! y^n/n!
  elliptic_f(phi, m) = int_0^phi (1 - m sin^2)^{-1/2}, elliptic_k(m) = elliptic_f(pi/2, m),
  elliptic_e(phi, m) = int_0^phi (1 - m sin^2)^{1/2}, elliptic_e(m) = elliptic_e(pi/2, m)
"""

from __future__ import annotations

from collections.abc import Iterator
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

MANY = 20
ARITY: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("sqrt", "abs", "sign", "log", "exp", "gamma", "elliptic_k"), (1, 1)),
    **dict.fromkeys(("sin", "cos", "tan", "asin", "acos", "atan"), (1, 1)),
    **dict.fromkeys(("sinh", "cosh", "tanh", "asinh", "acosh", "atanh"), (1, 1)),
    **dict.fromkeys(("beta", "elliptic_f"), (2, 2)),
    **dict.fromkeys(("min", "max"), (2, MANY)),
    "elliptic_e": (1, 2),
    "hyp2f1": (4, 4),
    "hyp3f2": (6, 6),
    "appellf1": (6, 6),
}
FUNCTIONS = frozenset(ARITY)


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
