"""x = G(w), G: R^D -> R^n polynomial with rational coefficients, J = dG/dw (theory: section 15).

h is conserved for every objective iff grad h . <J^T v>^{q-1} = 0 for all v in R^n. A component's factor does not matter
for that, so the coefficients are made integers.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise, product
from math import lcm
from typing import Any

from flint import Ordering, fmpz_mpoly_ctx

from ..errors import InputError
from ..reading.expression import Expression, Name, Negative, Number, Power, Product, Sum
from ..reading.functions import FUNCTIONS
from ..reading.parser import Parser
from ..reading.tokens import KEYWORDS, tokens

ARGUMENT = "reparameterization"
MOST_WEIGHTS, MOST_COMPONENTS, MOST_TERMS, MOST_DEGREE = 60, 60, 5000, 30


@dataclass(frozen=True)
class VectorMap:
    """The names of the weights and, for each component, {exponents: coefficient}."""

    names: tuple[str, ...]
    terms: tuple[tuple[tuple[tuple[int, ...], int], ...], ...]

    @cached_property
    def ring(self) -> Any:
        """Z[w]."""
        return fmpz_mpoly_ctx.get(self.names, Ordering.degrevlex)

    @cached_property
    def components(self) -> list[Any]:
        """G_1, ..., G_n."""
        return [self.ring.from_dict(dict(component)) for component in self.terms]

    @cached_property
    def gradients(self) -> list[list[Any]]:
        """grad G_a: the rows of J."""
        return [[G.derivative(i) for i in range(len(self.names))] for G in self.components]

    def column(self, i: int) -> list[Any]:
        """dG/dw_i: how x moves with w_i."""
        return [row[i] for row in self.gradients]


def parse(text: str) -> VectorMap:
    """Components between semicolons, such as `u*v; u*w`. Errors: InputError."""
    pieces = [piece.strip() for piece in text.split(";")]
    if not all(pieces) or len(pieces) > MOST_COMPONENTS:
        raise InputError(ARGUMENT, text, f"give 1 to {MOST_COMPONENTS} components between semicolons")
    names = tuple(dict.fromkeys(name for piece in pieces for name in _names(piece)))
    if not 1 <= len(names) <= MOST_WEIGHTS:
        raise InputError(ARGUMENT, text, f"give 1 to {MOST_WEIGHTS} weights; they are the names in it")
    index = {name: i for i, name in enumerate(names)}
    found = []
    for piece in pieces:
        terms = _terms(Parser(piece, ARGUMENT, names, frozenset()).expression(), index)
        if not any(any(e) for e in terms):
            raise InputError(ARGUMENT, piece, "this component does not depend on the weights")
        scale = lcm(*(c.denominator for c in terms.values()))
        found.append(tuple((e, int(c * scale)) for e, c in terms.items()))
    return VectorMap(names, tuple(found))


def linear_network(widths: tuple[int, ...]) -> VectorMap:
    """The entries of W_1 W_2 ... W_L, W_l of size widths[l-1] x widths[l]; weights a11, a12, ..., b11, ..."""
    if not 3 <= len(widths) <= 8 or min(widths) < 1 or max(widths) > 9:
        raise InputError("network", widths, "give 3 to 8 widths from 1 to 9, such as 2,2,2 for U V with 2 x 2 matrices")
    shapes = list(pairwise(widths))
    names = tuple(
        f"{'abcdefgh'[l]}{i + 1}{j + 1}"
        for l, (rows, cols) in enumerate(shapes)
        for i in range(rows)
        for j in range(cols)
    )
    if len(names) > MOST_WEIGHTS:
        raise InputError("network", widths, f"it has {len(names)} weights: at most {MOST_WEIGHTS} are treated")
    index = {name: k for k, name in enumerate(names)}
    components = []
    for i, j in product(range(widths[0]), range(widths[-1])):
        terms = []
        for inner in product(*(range(w) for w in widths[1:-1])):
            path, e = (i, *inner, j), [0] * len(names)
            for l in range(len(shapes)):
                e[index[_entry(l, path[l], path[l + 1])]] += 1
            terms.append((tuple(e), 1))
        components.append(tuple(terms))
    return VectorMap(names, tuple(components))


def _entry(layer: int, i: int, j: int) -> str:
    return f"{'abcdefgh'[layer]}{i + 1}{j + 1}"


def point(G: VectorMap, seed: int) -> list[int]:
    """An integer point without zeros; small, so that exact ranks stay cheap."""
    chance = random.Random(seed)
    return [chance.choice((-1, 1)) * chance.randint(1, 97) for _ in G.names]


def _names(text: str) -> list[str]:
    words = tokens(text, ARGUMENT)
    for word, after in pairwise(words):
        if word.kind == "name" and (word.text in FUNCTIONS or after.text == "("):
            raise InputError(ARGUMENT, text, f"{word.text}(...) is no polynomial: give sums, products and powers")
    return [word.text for word in words if word.kind == "name" and word.text not in KEYWORDS]


Terms = dict[tuple[int, ...], Fraction]


def _terms(node: Expression, index: dict[str, int]) -> Terms:
    """The polynomial as {exponents: coefficient}. Errors: InputError where it is none, or too large."""
    one = (0,) * len(index)
    match node:
        case Number(value):
            found = {one: value}
        case Name(name):
            found = {tuple(int(k == index[name]) for k in range(len(index))): Fraction(1)}
        case Negative(term):
            found = {e: -c for e, c in _terms(term, index).items()}
        case Sum(terms):
            found = {}
            for term in terms:
                for e, c in _terms(term, index).items():
                    found[e] = found.get(e, Fraction(0)) + c
        case Product(factors):
            found = {one: Fraction(1)}
            for factor in factors:
                found = _multiplied(found, _terms(factor, index))
        case Power(base, Number(value)) if value.denominator == 1 and -1 <= value <= MOST_DEGREE:
            below = _terms(base, index)
            if value < 0:
                if set(below) != {one} or below[one] == 0:
                    raise InputError(ARGUMENT, "a quotient", "divide by numbers only: G is a polynomial")
                return {one: 1 / below[one]}
            found = {one: Fraction(1)}
            for _ in range(int(value)):
                found = _multiplied(found, below)
        case _:
            raise InputError(ARGUMENT, "a power or a function", f"G is a polynomial of degree at most {MOST_DEGREE}")
    found = {e: c for e, c in found.items() if c != 0}
    if len(found) > MOST_TERMS or any(sum(e) > MOST_DEGREE for e in found):
        raise InputError(ARGUMENT, f"{len(found)} terms", f"at most {MOST_TERMS} terms of degree {MOST_DEGREE}")
    return found


def _multiplied(left: Terms, right: Terms) -> Terms:
    found: Terms = {}
    for e, c in left.items():
        for f, d in right.items():
            key = tuple(a + b for a, b in zip(e, f, strict=True))
            found[key] = found.get(key, Fraction(0)) + c * d
    return found
