"""One attempt at one claim: refute (few points), prove, refute deeply (many points, many bits), derive what is true
instead.

Each returns a Finding; Undecided is a finding too, with its reason.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace

import sympy as sp

from ...symbolic.errors import InputError, Undecided
from ..judging.judge import checked, described, proof_evidence
from ..judging.steps import Step
from ..verdict import COUNTEREXAMPLE, PROVED, REFUTED, SUPPORTED, UNDECIDED, Evidence, Witness
from . import equality, invariants, properties, refutation, states
from .claims import EqualityClaim, Finding, PropertyClaim, UserClaim
from .holes import sentence

FEW = ((128, 14), (448, 14))
NO_HYPOTHESES: frozenset[str] = frozenset()


def refute(claim: UserClaim) -> Finding:
    """A counterexample among few points."""
    return _searched(claim, deep=False)


def refute_deeply(claim: UserClaim) -> Finding:
    """A counterexample among many points, with many bits; agreement at all of them supports the claim."""
    return _searched(claim, deep=True)


def prove(claim: UserClaim) -> Finding:
    """A proof that covers the whole stated scope, or what is missing."""
    started = time.perf_counter()
    steps, holes, obstacles = _argued(claim)
    outcome = tuple(checked(step, NO_HYPOTHESES) for step in steps)
    evidence = proof_evidence(outcome, time.perf_counter() - started)
    remark = sentence(holes)
    if obstacles:
        missing = "; ".join(obstacles)
        evidence = Evidence("symbolic", False, f"not established: {missing}", evidence.lemmas, evidence.seconds)
    proved = evidence.passed and not obstacles
    return Finding(
        PROVED if proved else UNDECIDED,
        (evidence,),
        tuple(described(outcome)),
        remark=remark if proved else "",
        holes=holes if proved else (),
    )


def derive(claim: UserClaim) -> Finding:
    """What the toolkit derives, as the remark of the finding."""
    try:
        return Finding(UNDECIDED, remark=_derived(claim))
    except (Undecided, InputError, ArithmeticError):
        return Finding(UNDECIDED)


def bind(claim: UserClaim) -> Finding:
    """The theorem of the core that a proved claim is, or what it lacks."""
    from .core.binding import finding

    return finding(claim)


def _argued(claim: UserClaim) -> tuple[Iterable[Step], tuple[str, ...], tuple[str, ...]]:
    match claim:
        case EqualityClaim():
            found = equality.argument(claim)
            return found.steps, found.holes, found.obstacles
        case PropertyClaim():
            matched = properties.comparison(claim)
            return matched.steps, matched.holes, ()
    pieces = invariants.argument(claim)
    return pieces.steps, pieces.holes, ()


def _searched(claim: UserClaim, deep: bool) -> Finding:
    started = time.perf_counter()
    if isinstance(claim, PropertyClaim):
        last = properties.comparison(claim).steps[-1]
        return _refuted(last.refute(), started, "symbolic", "exact values of q and L") or Finding(UNDECIDED)
    if isinstance(claim, EqualityClaim):
        found = refutation.search(claim, refutation.LEVELS if deep else FEW)
        holes = found.holes
    else:
        found, holes = states.search(claim, states.LEVELS if deep else states.LEVELS[:1]), ()  # type: ignore[assignment]
    if (refuted := _refuted(found.witness, started, "certified", "disjoint balls around both sides")) is not None:
        return refuted
    seconds = time.perf_counter() - started
    if not found.agreed:
        return Finding(UNDECIDED, (Evidence("certified", False, "no point could be evaluated", (), seconds),))
    detail = f"both sides agree at {found.agreed} exact points, in balls of {found.precision} bits"
    evidence = Evidence("numeric", True, detail, (), seconds)
    return Finding(SUPPORTED, (evidence,), remark=sentence(holes), holes=holes)


def _refuted(witness: Witness | None, started: float, grade: str, detail: str) -> Finding | None:
    if witness is None:
        return None
    evidence = Evidence(grade, True, f"{COUNTEREXAMPLE}: {detail}", (), time.perf_counter() - started)
    return Finding(REFUTED, (evidence,), witness=witness)


def _derived(claim: UserClaim) -> str:
    from ...symbolic.writing.derive import derive as derived

    match claim:
        case EqualityClaim():
            general = claim if claim.q is None or len(claim.q) == 1 else replace(claim, q=None)
            at = next(iter(equality.regimes(general))).at
            return derived(at, claim.quantity).text
        case PropertyClaim():
            from ...symbolic.writing.conditions import condition

            stated = properties.derived(claim)
            return "always" if stated is sp.true else "never" if stated is sp.false else condition(stated)
    return invariants.derived(claim)


ATTEMPTS: dict[str, Callable[[UserClaim], Finding]] = {
    "refute": refute,
    "prove": prove,
    "refute deeply": refute_deeply,
    "derive": derive,
    "bind": bind,
}
