"""A property of R and the stated condition hold for the same q in [1, 2] and integers L >= 2, decided exactly.

  onto             m <= 1                           legendre, bregman    always
  sign-preserving  m_0 >= 1                         blow-up              m > 1
  finite-escape    balanced start eps (1, ..., 1): m < 1; at fixed lambda > 0, smallest weight eps: m_0 < 1

m = q(L-1)/L, m_0 = q(k0-1)/k0 with k0 = L (balanced) or k0 = 1 (lambda-balanced, lambda > 0: m_0 = 0).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy as sp

from ...symbolic.deciding import formulas, from_text
from ...symbolic.deciding.formulas import TRUE, Formula
from ...symbolic.deciding.from_sympy import condition
from ...symbolic.errors import Undecided
from ...symbolic.symbols import L, q
from ...symbolic.writing.text_and_latex import words as in_words
from ..judging.on_claims import Judged
from ..judging.steps import Step
from ..verdict import Witness
from . import holes
from .claims import PropertyClaim

M = q * (L - 1) / L
M_ZERO = {"balanced": M, "lambda-balanced": sp.Integer(0)}
ALWAYS = sp.true
RESTS_ON = {  # claims of the catalogue
    "onto": ("onto",),
    "legendre": ("strictly-convex", "legendre"),
    "bregman": ("strictly-convex", "legendre", "bregman"),
    "sign-preserving": ("legendre",),
    "finite-escape": ("escape-time-half-line", "legendre"),
    "blow-up": ("onto", "blow-up-time"),
}


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
    """The claims that tell when the property holds, judged again; then the equivalence. Errors: Undecided."""
    try:
        stated = from_text.read(claim.condition)
    except ZeroDivisionError:
        raise Undecided("a denominator of the condition is 0 for every q and L") from None
    if formulas.satisfiable(stated.domain) is None:
        raise Undecided("the condition has no meaning for any q and L")
    words = f"{claim.property} iff the stated condition"
    own = derived(claim)
    sides = f"{in_words(own)} exactly where {claim.text}"
    known = (Judged(f"`{name}` is proved", name) for name in RESTS_ON[claim.property])
    last = Matches(words, condition(own), stated.formula, stated.domain, sides, conclusion=True)
    return Comparison((*known, last), holes.words(stated.domain))
