"""From a claim to its verdict.

proved     derived: the goal is the conclusion of a derivation from the hypotheses, and no observation speaks against it
argued     every step of an argument is checked, the inference from them to the statement is not; for a reviewer's
           question: answered
refuted    a step that is the statement itself has a proven counterexample, and the steps it rests on, those before it,
           hold
supported  the argument is not complete, but every observation passed (and there are some)
vacuous    the hypotheses contradict each other
undecided  anything else
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import sympy as sp

from ...symbolic.errors import Undecided
from ..verdict import (
    ANSWERED,
    ARGUED,
    COUNTEREXAMPLE,
    DERIVED,
    PROVED,
    REFUTED,
    SUPPORTED,
    UNDECIDED,
    VACUOUS,
    Evidence,
    Verdict,
    Witness,
)
from .claim import Claim
from .formal import Derivation, Formal, derive, tree
from .recorded import written
from .steps import Cite, Given, Group, Step, sample_points


@dataclass(frozen=True)
class Checked:
    """A step, whether it is established with all its parts, and the parts."""

    step: Step
    passed: bool
    parts: tuple[Checked, ...]


def judge(claim: Claim, digits: int = 50, how: Callable[[Formal], Derivation] | None = None) -> Verdict:
    """The verdict on `claim`, its observations made at `digits` digits.

    `proved` needs a derivation of the formal claim; the steps of an argument alone give `argued` or `answered`. With
    `how=drafted` the derivation is left to be checked by another process, which alone says `proved`.
    """
    if claim.formal is not None:
        return judged_formally(claim, claim.formal, digits, how or derive)
    found = judged_by_steps(claim, digits)
    if found.verdict != PROVED:
        return replace(found, expected=claim.best)
    return replace(found, verdict=ANSWERED if claim.id.startswith("review-") else ARGUED, expected=claim.best)


def judged_formally(claim: Claim, formal: Formal, digits: int, how: Callable[[Formal], Derivation]) -> Verdict:
    """The verdict that a derivation gives: what it proves is what is printed."""
    started = time.perf_counter()
    found = how(formal)
    seconds = time.perf_counter() - started
    observed = tuple(observation(digits) for observation in claim.observe)
    agreed = all(e.passed for e in observed)
    detail = by_derivation(found, formal) if found.stands else f"not derived: {found.reason}"
    verdict = PROVED if found.stands and agreed else SUPPORTED if agreed and observed else UNDECIDED
    return Verdict(
        id=claim.id,
        title=claim.title,
        source=claim.source,
        statement=formal.statement(),
        hypotheses=formal.given(),
        verdict=verdict,
        expected=claim.expected,
        evidence=(Evidence("symbolic", found.stands, detail, (), seconds), *observed),
        witness=None,
        scope=formal.scope(),
        remark=claim.remark,
        steps=tuple(tree(found)),
        derivation=written(formal, found.node) if found.stands else None,
    )


def by_derivation(found: Derivation, formal: Formal) -> str:
    """What a derivation is, as evidence, in words."""
    given = hypotheses(len(formal.hypotheses))
    return f"{DERIVED} {found.applications()} rule applications from {given}, replayed by a second implementation"


def judged_by_steps(claim: Claim, digits: int = 50) -> Verdict:
    """The verdict of the steps alone, which is not the claim's: their inference is not checked."""
    started = time.perf_counter()
    met = can_be_met(claim)
    if met is False:
        return _verdict(claim, VACUOUS, remark="No values satisfy the hypotheses.")
    steps = tuple(checked(step, claim.instance.assumed) for step in claim.argue(claim.instance))
    proof = proof_evidence(steps, time.perf_counter() - started)
    observed = tuple(observation(digits) for observation in claim.observe)
    agreed = all(e.passed for e in observed)
    witness = None
    if proof.passed and met and agreed:
        verdict = PROVED
    elif (witness := _counterexample(steps)) is not None:
        verdict = REFUTED
        proof = replace(proof, passed=True, detail=COUNTEREXAMPLE + against(steps))
    elif met and observed and agreed:
        verdict = SUPPORTED
    else:
        verdict = UNDECIDED
    return _verdict(claim, verdict, (proof, *observed), witness, tuple(described(steps)))


def against(steps: tuple[Checked, ...]) -> str:
    """What a counterexample speaks against: the words of the step that fails."""
    failing = next((step for step in steps if not step.passed), None)
    return "" if failing is None else f"; it contradicts: {failing.step.text}"


def checked(step: Step, assumed: frozenset[str]) -> Checked:
    """Checks a step and, each once, its parts; what cannot be decided is not established."""
    parts = tuple(checked(part, assumed) for part in step.parts())
    try:
        alone = step.holds(assumed)
    except Undecided:
        alone = False
    return Checked(step, alone and all(part.passed for part in parts), parts)


def can_be_met(claim: Claim) -> bool | None:
    """Whether some values satisfy all hypotheses that are formulas: True by a point, False exactly, None unknown."""
    formulas = [h.formula for h in claim.hypotheses if h.formula is not None]
    if not formulas:
        return True
    together = sp.And(*formulas)
    domain = {s: v for h in claim.hypotheses for s, v in h.domain.items()}
    if any(together.xreplace(dict(at)) is sp.true for at in sample_points(together.free_symbols, domain, most=400)):
        return True
    return False if together is sp.false or _empty(formulas) else None


def _empty(formulas: list[Any]) -> bool:
    """Exact emptiness for conditions on one letter each; anything harder is not called contradictory."""
    for letter in {s for f in formulas for s in f.free_symbols}:
        alone = [f for f in formulas if f.free_symbols == {letter}]
        try:
            if sp.And(*alone).as_set() is sp.S.EmptySet:
                return True
        except (NotImplementedError, TypeError, ValueError):
            continue
    return False


def _counterexample(steps: tuple[Checked, ...]) -> Witness | None:
    """A proven counterexample to a step that is the claim itself, where every step before it is the claim or holds."""
    for step in steps:
        if step.passed:
            continue
        if not step.step.conclusion:
            return None
        inner = isinstance(step.step, Group) and any(part.step.conclusion for part in step.parts)
        found = _counterexample(step.parts) if inner else step.step.refute()
        if found is not None:
            return found
    return None


def proof_evidence(steps: tuple[Checked, ...], seconds: float) -> Evidence:
    """The evidence of an argument: passed if every step is and one that is the claim itself holds more than what is
    given or cited."""
    lemmas = tuple(dict.fromkeys(name for step in steps for name in step.step.lemmas()))
    failing = next((step for step in steps if not step.passed), None)
    if failing is not None:
        detail = f"not established: {failing.step.text}"
    elif not any(step.step.conclusion and _count(step) for step in steps):
        return Evidence("symbolic", False, "the argument has no checked step that is the claim itself", lemmas, seconds)
    else:
        cited = f", textbook lemmas cited: {len(lemmas)}" if lemmas else ""
        detail = f"steps checked by machine: {sum(map(_count, steps))}{cited}"
    return Evidence("symbolic", failing is None, detail, lemmas, seconds)


def _count(step: Checked) -> int:
    return (not isinstance(step.step, Cite | Given | Group)) + sum(map(_count, step.parts))


def described(steps: tuple[Checked, ...], level: int = 0) -> Iterator[dict[str, Any]]:
    """The steps as data for a report: level, kind, text, what is checked, whether it holds, the lemma cited."""
    for step in steps:
        lemma = step.step.lemma if isinstance(step.step, Cite) else ""
        yield {
            "level": level,
            "kind": step.step.kind,
            "text": step.step.text,
            "checked": step.step.checked(),
            "holds": step.passed,
            "lemma": lemma,
        }
        yield from described(step.parts, level + 1)


def _verdict(
    claim: Claim,
    verdict: str,
    evidence: tuple[Evidence, ...] = (),
    witness: Witness | None = None,
    steps: tuple[dict[str, Any], ...] = (),
    remark: str = "",
) -> Verdict:
    return Verdict(
        id=claim.id,
        title=claim.title,
        source=claim.source,
        statement=claim.words(),
        hypotheses=tuple(h.text for h in claim.hypotheses),
        verdict=verdict,
        expected=claim.expected,
        evidence=evidence,
        witness=witness,
        scope=claim.scope,
        remark=remark or claim.remark,
        steps=steps,
    )


def hypotheses(n: int) -> str:
    """How many hypotheses, in words."""
    return "one hypothesis" if n == 1 else f"{n} hypotheses" if n else "no hypothesis"
