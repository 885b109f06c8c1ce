"""A property of R and the stated condition hold for the same q in [1, 2] and integers L >= 2, decided exactly.

  onto             m <= 1                           legendre, bregman    always
  sign-preserving  m_0 >= 1                         blow-up              m > 1
  finite-escape    balanced start eps (1, ..., 1): m < 1; at fixed lambda > 0, smallest weight eps: m_0 < 1

m = q(L-1)/L, m_0 = q(k0-1)/k0 with k0 = L (balanced) or k0 = 1 (lambda-balanced, lambda > 0: m_0 = 0).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy as sp

from ...symbolic.deciding import formulas, from_text
from ...symbolic.deciding.formulas import TRUE, Formula
from ...symbolic.deciding.from_sympy import condition
from ...symbolic.errors import Undecided
from ...symbolic.writing.text_and_latex import words as in_words
from ..judging.steps import Cite, Decided, Group, Identity, Step
from ..theorems import bregman
from ..theorems.shared import legendre_steps as legendre
from ..theorems.shared.asymptotics import M, metric_at_infinity, metric_at_zero, power_integrals
from ..verdict import Witness
from . import holes
from .claims import PropertyClaim

M_ZERO = {"balanced": M, "lambda-balanced": M.subs(sp.Symbol("L", positive=True), 1)}
ALWAYS = sp.true


def derived(claim: PropertyClaim) -> Any:
    """The condition under which the property holds, as a SymPy condition on q and L."""
    m_zero = M_ZERO[claim.family]
    return {
        "onto": M <= 1,
        "legendre": ALWAYS,
        "bregman": ALWAYS,
        "sign-preserving": m_zero >= 1,
        "finite-escape": m_zero < 1,
        "blow-up": M > 1,
    }[claim.property]


@dataclass(frozen=True)
class Matches(Step):
    """Two conditions hold for the same (q, L) of `given`."""

    derived: Formula
    stated: Formula
    given: Formula = TRUE
    sides: str = ""

    def holds(self, assumed: frozenset[str]) -> bool:
        return formulas.equivalent(self.derived, self.stated, self.given)

    def checked(self) -> str:
        return self.sides

    def refute(self) -> Witness | None:
        found = formulas.difference(self.derived, self.stated, self.given)
        if found is None:
            return None
        at = {"q": str(found.q), "L": str(found.L)}
        if not isinstance(found.q, Fraction):
            return Witness(at, "exactly one of the two holds", "the property, the stated condition")
        sides = (("the property", self.derived), ("the stated condition", self.stated))
        shown = [f"{name} {'holds' if formulas.holds_at(side, found.q, found.L) else 'fails'}" for name, side in sides]
        return Witness(at, *shown)


@dataclass(frozen=True)
class Comparison:
    """The proof's steps, and the holes where the condition has no meaning, in words."""

    steps: tuple[Step, ...]
    holes: tuple[str, ...]


def comparison(claim: PropertyClaim) -> Comparison:
    """The derivation of the property, then the equivalence with the stated condition. Errors: Undecided."""
    try:
        stated = from_text.read(claim.condition)
    except ZeroDivisionError:
        raise Undecided("a denominator of the condition is 0 for every q and L") from None
    if formulas.satisfiable(stated.domain) is None:
        raise Undecided("the condition has no meaning for any q and L")
    words = f"{claim.property} iff the stated condition"
    own = derived(claim)
    sides = f"{in_words(own)} exactly where {claim.text}"
    last = Matches(words, condition(own), stated.formula, stated.domain, sides, conclusion=True)
    return Comparison((*_DERIVATIONS[claim.property](claim), last), holes.words(stated.domain))


def _reach() -> Iterator[Step]:
    """R'(infinity) = infinity iff m <= 1; the other end is reached always."""
    yield legendre.convex()
    yield metric_at_infinity()
    yield metric_at_zero()
    yield power_integrals()
    text = "R' takes every value between its limits; the lower one is -R'(inf), or -inf where m_0 >= 1"
    yield Cite(text, "monotone-limit", (legendre.convex(),))


def _onto(claim: PropertyClaim) -> Iterator[Step]:
    yield Group("R' is onto the reals iff m <= 1", tuple(_reach()))


def _legendre(claim: PropertyClaim) -> Iterator[Step]:
    yield Group("R is strictly convex and essentially smooth", tuple(legendre.derivation()))
    yield Decided("a finite end of the domain is steep, for every q and L", legendre.LEGENDRE_CONDITION)


def _bregman(claim: PropertyClaim) -> Iterator[Step]:
    yield Group("the three conditions of Alvarez, Bolte and Brahic", tuple(bregman.derivation()))
    yield Decided("they hold for every q and L", bregman.BREGMAN_CONDITION)


def _sign_preserving(claim: PropertyClaim) -> Iterator[Step]:
    yield _zeros(claim)
    yield metric_at_zero()
    yield power_integrals()


def _blow_up(claim: PropertyClaim) -> Iterator[Step]:
    yield Group("Y = R'(infinity) is finite iff m > 1", tuple(_reach()))
    yield _constant_speed()


def _finite_escape(claim: PropertyClaim) -> Iterator[Step]:
    yield _zeros(claim)
    yield metric_at_zero()
    yield power_integrals()
    yield _constant_speed()
    yield Cite(
        "so T = (R'(x_1) - R'(x_0))/|g|^{q-1} stays bounded as x_0 -> 0 iff R'(0+) > -inf",
        "monotone-limit",
        (legendre.convex(),),
    )


def _constant_speed() -> Step:
    slope, speed = sp.symbols("D s", positive=True)  # P'(u) and |g|^{q-1}
    text = "under constant outward g, R'(x_t) moves at the constant speed |g|^{q-1}: R'' dx/dt = (1/P') (P' |g|^{q-1})"
    return Identity(text, 1 / slope * (slope * speed), speed)


def _zeros(claim: PropertyClaim) -> Step:
    if claim.family == "balanced":
        return Identity("k0 = L, so m_0 = m", M_ZERO["balanced"], M)
    return Identity("lambda > 0: k0 = 1, so m_0 = q (1 - 1)/1 = 0", M_ZERO["lambda-balanced"], 0)


_DERIVATIONS: dict[str, Callable[[PropertyClaim], Iterator[Step]]] = {
    "onto": _onto,
    "legendre": _legendre,
    "bregman": _bregman,
    "sign-preserving": _sign_preserving,
    "blow-up": _blow_up,
    "finite-escape": _finite_escape,
}
