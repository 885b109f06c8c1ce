"""A claim that the steps prove, bound to a theorem of the core: its goal is the formula read from the claim's text.

The derivation is done by the rules, done again by the second implementation, and its witness meets the domain; then
the verdict shows the domain as hypotheses and the derivation as steps, as `verify` does. Where the core has no rule for
it the claim is argued by its steps, and the remark says what is missing.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from ....symbolic.errors import Undecided
from ...judging import timeless
from ...judging.formal import Derivation, Formal, checked, tree, well_formed
from ...judging.judge import by_derivation
from ...judging.recorded import written
from ...judging.theorem import Theorem
from ...verdict import PROVED, UNDECIDED, Evidence
from ..claims import EqualityClaim, Finding, InvariantClaim, PropertyClaim, UserClaim

LONGEST = 120


@dataclass(frozen=True)
class Bound:
    """The formal claim, and whether it is derived."""

    formal: Formal | None
    derivation: Derivation


def bound(claim: UserClaim) -> Bound:
    """The theorem of a claim, or the reason why there is none; that of a property is a draft, which is checked once,
    where no file of theorems was loaded."""
    try:
        formal, theorem = _formal(claim)
        well_formed(formal)
    except (ValueError, Undecided, ArithmeticError) as reason:
        return Bound(None, Derivation(False, str(reason) or type(reason).__name__, None))
    draft = Derivation(True, "", theorem.derivation)
    return Bound(formal, draft if isinstance(claim, PropertyClaim) else checked(formal, theorem.derivation))


def _formal(claim: UserClaim) -> tuple[Formal, Theorem]:
    match claim:
        case EqualityClaim():
            from . import values

            return values.formal(claim)
        case PropertyClaim():
            from . import properties

            found = properties.formal(claim)
            return found, found.prove()
        case InvariantClaim():
            from . import rates

            return rates.formal(claim)


def not_derived(reason: str) -> Finding:
    """What is said where the core derives nothing."""
    what, mark, rest = reason.partition(" is not shown")
    long = len(reason) > LONGEST
    shown = f"{what[: LONGEST - 30].rsplit(' ', 1)[0]} ...{mark}{rest[:30]}" if long else reason
    return Finding(UNDECIDED, remark=f"Argued by steps; not derived in the core ({shown}).")


def finding(claim: UserClaim) -> Finding:
    """What binding the claim to the core found: evidence, hypotheses, the derivation, or what is missing."""
    started = time.perf_counter()
    found = bound(claim)
    seconds = time.perf_counter() - started
    if found.formal is None or found.derivation.node is None or not found.derivation.stands:
        return not_derived(found.derivation.reason)
    formal, node = found.formal, found.derivation.node
    said = timeless.at_one_time if timeless.is_pointwise((*formal.hypotheses, formal.goal)) else str
    detail = f"{by_derivation(found.derivation, formal)}: {said(formal.statement())}"
    return Finding(
        PROVED,
        (Evidence("symbolic", True, detail, (), seconds),),
        tuple(tree(found.derivation)),
        hypotheses=tuple(map(said, formal.given())),
        derivation=written(formal, node),
    )
