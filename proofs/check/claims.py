"""A user's claims as data, and what is found about them.

EqualityClaim    quantity = expression for all x > 0, up to nothing, a constant, an affine function of x or a factor
PropertyClaim    property <=> condition for all q in [1, 2] and integers L >= 2
InvariantClaim   d(invariant)/dt = rate along the flow of the weights, for every objective
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from ...symbolic.reading.expression import Boolean, Expression, Statement, names

if TYPE_CHECKING:
    from ..verdict import Evidence, Witness

QUANTITIES = ("metric", "mirror-map", "potential", "conjugate", "regularizer", "coupled-regularizer")
FREEDOMS = ("nothing", "constant", "affine", "factor")
PROPERTIES = ("onto", "legendre", "bregman", "sign-preserving", "finite-escape", "blow-up")
FAMILIES = ("balanced", "lambda-balanced")
DECAYS = ("none", "decoupled", "coupled")

Steepness: TypeAlias = tuple[Fraction, ...] | None  # None: all real q in [1, 2]


@dataclass(frozen=True)
class EqualityClaim:
    """quantity = expression for all x > 0, P(u) = x^q; `invariants` None: balanced with `depth` (None: every L >=
    2)."""

    id: str
    quantity: str
    expression: Expression
    text: str
    q: Steepness
    invariants: tuple[Fraction | str, ...] | None
    depth: int | None
    up_to: str = "nothing"


@dataclass(frozen=True)
class PropertyClaim:
    """`property` holds exactly under `condition`, for all q in [1, 2] and integers L >= 2."""

    id: str
    property: str
    condition: Statement
    text: str
    family: str = "balanced"


@dataclass(frozen=True)
class InvariantClaim:
    """d(invariant)/dt = rate along the flow of `depth` weights under `decay`, for every objective."""

    id: str
    invariant: Expression
    rate: Expression
    text: str
    rate_text: str
    depth: int
    q: Steepness
    decay: str = "none"


UserClaim: TypeAlias = EqualityClaim | PropertyClaim | InvariantClaim


@dataclass(frozen=True)
class Finding:
    """What one attempt found: proved, refuted, supported or undecided, with its evidence, steps and remarks."""

    verdict: str
    evidence: tuple[Evidence, ...] = ()
    steps: tuple[Mapping[str, Any], ...] = ()
    witness: Witness | None = None
    remark: str = ""
    holes: tuple[str, ...] = ()
    hypotheses: tuple[str, ...] = ()
    derivation: Mapping[str, Any] | None = None  # judging.recorded


def steepness_words(q: Steepness) -> str:
    """`q = 3/2`, `q in {1, 3/2}` or `all real q in [1, 2]`."""
    if q is None:
        return "all real q in [1, 2]"
    return f"q = {q[0]}" if len(q) == 1 else "q in {" + ", ".join(map(str, q)) + "}"


_PROPERTY_WORDS = {
    "onto": "when R' is onto the reals",
    "legendre": "when R is a Legendre function",
    "bregman": "when R is a Bregman function",
    "sign-preserving": "when x keeps its sign",
}


def title(claim: UserClaim) -> str:
    """What kind of claim it is."""
    match claim:
        case EqualityClaim():
            return f"{claim.quantity} in closed form"
        case PropertyClaim():
            return _PROPERTY_WORDS.get(claim.property, claim.property)
    return "a rate along the flow"


def statement(claim: UserClaim) -> str:
    """The claim in one sentence."""
    match claim:
        case EqualityClaim():
            freedom = "" if claim.up_to == "nothing" else f" up to {_FREEDOM_WORDS[claim.up_to]}"
            return f"{claim.quantity} = {claim.text}{freedom}"
        case PropertyClaim():
            if isinstance(claim.condition, Boolean):
                return f"{claim.property} {'always' if claim.condition.value else 'never'}"
            return f"{claim.property} iff {claim.text}"
    return f"d/dt ({claim.text}) = {claim.rate_text}"


INFINITE = "; 1/p = 0 at q = 1"
_FREEDOM_WORDS = {"constant": "a constant", "affine": "an affine function of x", "factor": "a nonzero factor"}


def scope(claim: UserClaim, holes: tuple[str, ...] = ()) -> str:
    """For which values the claim is stated, what its letters mean there, and the holes it is judged without."""
    stated = _scope(claim)
    if "q = 1" in holes:  # nothing is said there
        stated = stated.removesuffix(INFINITE)
    return f"{stated}; without {' and '.join(holes)} (no value there)" if holes else stated


def _scope(claim: UserClaim) -> str:
    match claim:
        case EqualityClaim():
            if claim.invariants is None:
                at = "balanced, " + ("every integer L >= 2" if claim.depth is None else f"L = {claim.depth}")
            else:
                at = "Lambda = (" + ", ".join(map(str, claim.invariants)) + ")"
                symbols = sorted({v for v in claim.invariants if isinstance(v, str)})
                at += f", all {', '.join(symbols)} > 0" if symbols else ""
            return f"every x > 0, {steepness_words(claim.q)}, {at}" + _infinite(claim.q, claim.expression)
        case PropertyClaim():
            family = "balanced" if claim.family == "balanced" else "lambda-balanced with every lambda > 0"
            return f"{family}, all real q in [1, 2], every integer L >= 2" + _infinite(None, claim.condition)
    decay = {"none": "no decay", "decoupled": "decoupled decay", "coupled": "coupled decay"}[claim.decay]
    shown = (
        f"every objective, almost every t, {claim.depth} weights while none is 0, {steepness_words(claim.q)}, {decay}"
    )
    if claim.decay != "none":
        shown += " with alpha >= 0"
    if claim.q is None or 1 in claim.q:
        shown += "; at q = 1 the drive is s in [-1, 1], s = sign(g) where g is not 0, and sign(g) is read as s"
        if claim.decay == "coupled":
            shown += " (with alpha > 0: one drive s_i for each weight, the sign of its pull g*x/w_i + alpha*w_i)"
    if claim.decay == "coupled":
        shown += "; a pull of 0 is a state like any other"
    shown += "; the invariant does not jump where a weight crosses 0"
    return shown + _infinite(claim.q, claim.invariant, claim.rate)


def _infinite(q: Steepness, *parts: Expression | Statement) -> str:
    met = q is None or 1 in q
    return INFINITE if met and any("p" in names(part) for part in parts) else ""
