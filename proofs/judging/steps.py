"""A proof is a list of steps; each is checked by machine or cites a lemma whose hypotheses are such steps.

  Identity     left = right for all positive letters, by the exact zero test of symbolic.algebra
  Inequality   left <= right or left < right for all positive letters: the difference expands with coefficients >= 0
  Decided      a formula in q and L holds for every q in [1, 2] and every integer L >= 2, by cells
  AtPoint      a relation between two numbers, by balls
  Given        a hypothesis of the claim
  Cite         a lemma of proofs.judging.lemmas, with a checked step for each of its hypotheses
  Group        several steps under one heading (a case split)

`conclusion=True` marks the steps that are the claim itself; when one fails, `refute` looks for a witness.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import sympy as sp
from flint import arb

from ...numeric_checks.sympy_ball import enclose, sign
from ...symbolic.algebra import is_zero, normal_form
from ...symbolic.deciding import formulas
from ...symbolic.deciding.from_sympy import condition
from ...symbolic.writing.text_and_latex import words
from ..verdict import FALSE, Witness
from .lemmas import LEMMAS

Point = Mapping[sp.Symbol, sp.Rational]
Domain = Mapping[sp.Symbol, tuple[sp.Rational, ...]]


@dataclass(frozen=True)
class Step:
    """One step: what it says, in words."""

    text: str
    conclusion: bool = field(default=False, kw_only=True)

    def holds(self, assumed: frozenset[str]) -> bool:
        """Whether the step itself is established, its parts aside; `assumed` names the claim's hypotheses."""
        raise TypeError("a step has a kind")

    def check(self, assumed: frozenset[str]) -> bool:
        """Whether the step and all its parts are established."""
        return self.holds(assumed) and all(part.check(assumed) for part in self.parts())

    def refute(self) -> Witness | None:
        """A proven counterexample to the step, or None."""
        return None

    def lemmas(self) -> tuple[str, ...]:
        """The lemmas that the step and its parts cite."""
        return tuple(name for part in self.parts() for name in part.lemmas())

    def parts(self) -> tuple[Step, ...]:
        """The steps inside this one."""
        return ()

    def checked(self) -> str:
        """What is checked, with both sides, as a formula; empty where the words say all there is."""
        return ""

    @property
    def kind(self) -> str:
        """The name a reader sees."""
        return type(self).__name__.lower()


@dataclass(frozen=True)
class Identity(Step):
    """left = right for all positive values of the letters (a real letter may occur in natural powers)."""

    left: sp.Expr
    right: sp.Expr
    domain: Domain = field(default_factory=dict)

    def holds(self, assumed: frozenset[str]) -> bool:
        return is_zero(sp.sympify(self.left) - sp.sympify(self.right))

    def refute(self) -> Witness | None:
        difference = sp.sympify(self.left) - sp.sympify(self.right)
        for at in sample_points(_letters(self.left, self.right), self.domain):
            if sign(difference, at) is not None:
                return _witness(at, self.left, self.right)
        return None

    def checked(self) -> str:
        return f"{_words(self.left)} = {_words(self.right)}"


@dataclass(frozen=True)
class Inequality(Step):
    """left <= right (or left < right if strict) for all positive values of the letters."""

    left: sp.Expr
    right: sp.Expr
    strict: bool = False
    domain: Domain = field(default_factory=dict)

    def holds(self, assumed: frozenset[str]) -> bool:
        return nonnegative(sp.sympify(self.right) - sp.sympify(self.left), self.strict)

    def refute(self) -> Witness | None:
        difference = sp.sympify(self.right) - sp.sympify(self.left)
        for at in sample_points(_letters(self.left, self.right), self.domain):
            if sign(difference, at) == -1:
                return _witness(at, self.left, self.right)
        return None

    def checked(self) -> str:
        return f"{_words(self.left)} {'<' if self.strict else '<='} {_words(self.right)}"


@dataclass(frozen=True)
class Decided(Step):
    """A SymPy condition in q and L holds for every q in [1, 2] and every integer L >= 2."""

    formula: Any

    def holds(self, assumed: frozenset[str]) -> bool:
        return formulas.valid(condition(self.formula))

    def refute(self) -> Witness | None:
        found = formulas.counterexample(condition(self.formula))
        return None if found is None else _where(found, f"{FALSE}{_words(self.formula)}", "stated: true")

    def checked(self) -> str:
        return _words(self.formula)


@dataclass(frozen=True)
class AtPoint(Step):
    """left < right, or left != right, at an exact point, shown by disjoint balls; `where` tells a reader what point it
    is."""

    left: sp.Expr
    relation: str
    right: sp.Expr
    at: Point = field(default_factory=dict)
    where: str = ""

    def holds(self, assumed: frozenset[str]) -> bool:
        found = sign(sp.sympify(self.right) - sp.sympify(self.left), self.at)
        return {"<": found == 1, ">": found == -1, "!=": found is not None}[self.relation]

    def refute(self) -> Witness | None:
        found = sign(sp.sympify(self.right) - sp.sympify(self.left), self.at)
        against = {"<": found == -1, ">": found == 1, "!=": False}[self.relation]
        letters = _letters(self.left, self.right)
        at = {s: v for s, v in self.at.items() if s in letters}
        return replace(_witness(at, self.left, self.right), detail=self.where) if against else None

    def checked(self) -> str:
        at = ", ".join(f"{s} = {v}" for s, v in sorted(self.at.items(), key=lambda entry: entry[0].name))
        return f"{_words(self.left)} {self.relation} {_words(self.right)}" + (f" at {at}" if at else "")


@dataclass(frozen=True)
class Given(Step):
    """A hypothesis of the claim, by its name."""

    name: str

    def holds(self, assumed: frozenset[str]) -> bool:
        return self.name in assumed


@dataclass(frozen=True)
class Cite(Step):
    """A textbook lemma; `using` discharges its hypotheses in their order."""

    lemma: str
    using: tuple[Step, ...] = ()

    def holds(self, assumed: frozenset[str]) -> bool:
        return len(self.using) == len(LEMMAS[self.lemma].hypotheses)

    def lemmas(self) -> tuple[str, ...]:
        return (self.lemma, *super().lemmas())

    def parts(self) -> tuple[Step, ...]:
        return self.using


@dataclass(frozen=True)
class Group(Step):
    """Several steps under one heading."""

    steps: tuple[Step, ...] = ()

    def holds(self, assumed: frozenset[str]) -> bool:
        return bool(self.steps)

    def refute(self) -> Witness | None:
        return next((found for step in self.steps if (found := step.refute()) is not None), None)

    def parts(self) -> tuple[Step, ...]:
        return self.steps


def nonnegative(expression: sp.Expr, strict: bool = False) -> bool:
    """Whether every coefficient of the normal form is positive in positive letters (and something is left if
    strict)."""
    terms = normal_form(expression)
    letters_positive = all(atom.is_positive for monomial in terms for atom, _ in monomial)
    return letters_positive and all(c > 0 for c in terms.values()) and (bool(terms) or not strict)


STEEPNESS = tuple(sp.Rational(n, 12) for n in (18, 12, 24, 15, 20, 13))
SIZES = tuple(sp.Rational(*r) for r in ((2, 3), (5, 2), (1, 7), (1, 1), (13, 4), (1, 40), (30, 1)))
COUNTS = tuple(sp.Integer(n) for n in (3, 2, 5, 4, 7))
WITNESS_BITS, WITNESS_DIGITS, MOST_WITNESS_DIGITS = 1024, 30, 240
SEED = 20260302  # of the points at which a counterexample is looked for
COUNTED_LETTERS = frozenset({"L", "n", "k", "r", "j"})


def sample_points(letters: Iterable[sp.Symbol], domain: Domain, most: int = 120) -> Iterable[Point]:
    """Exact points of the domain: the given values, else rationals (q in [1, 2], counts integers, reals of both
    signs)."""
    order = sorted(letters, key=lambda s: s.name)
    choices = [domain.get(s) or _values(s) for s in order]
    generator = random.Random(SEED)
    total = 1
    for c in choices:
        total *= len(c)
    if total <= most:
        yield from (dict(zip(order, values, strict=True)) for values in itertools.product(*choices))
        return
    for _ in range(most):
        yield {s: generator.choice(c) for s, c in zip(order, choices, strict=True)}


def _words(side: Any) -> str:
    return words(sp.sympify(side))


def _letters(*sides: sp.Expr) -> set[sp.Symbol]:
    return set().union(*(sp.sympify(side).free_symbols for side in sides))


def _values(letter: sp.Symbol) -> tuple[sp.Rational, ...]:
    if letter.name == "q":
        return STEEPNESS
    if letter.name in COUNTED_LETTERS:
        return COUNTS
    return SIZES if letter.is_positive else (*SIZES, *(-s for s in SIZES))


def _witness(at: Point, left: sp.Expr, right: sp.Expr) -> Witness:
    sides = [enclose(sp.sympify(side), at, WITNESS_BITS) for side in (left, right)]
    digits = WITNESS_DIGITS
    while digits < MOST_WITNESS_DIGITS and _alike(sides[0], sides[1], digits):
        digits *= 2
    return Witness({s.name: str(v) for s, v in at.items()}, *(_shown(side, digits) for side in sides))


def _alike(left: arb | None, right: arb | None, digits: int) -> bool:
    return (
        left is not None
        and right is not None
        and left.mid().str(digits, radius=False) == right.mid().str(digits, radius=False)
    )


def _where(found: formulas.Witness, left: str, right: str) -> Witness:
    return Witness({"q": str(found.q), "L": str(found.L)}, left, right)


def _shown(value: arb | None, digits: int) -> str:
    return "undefined" if value is None else value.str(digits)
