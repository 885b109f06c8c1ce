"""Verdicts to report on, without judging: every claim of the catalogue, each with one piece of everything."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.catalogue import catalogue
from steepest_mirror.proofs.judging.claim import Claim
from steepest_mirror.proofs.judging.lemmas import LEMMAS
from steepest_mirror.proofs.verdict import Evidence, Verdict, Witness


def verdict(claim: Claim) -> Verdict:
    """A verdict as `verify` would give, with made-up evidence."""
    refuted = claim.expected == "refuted"
    lemma = next(iter(LEMMAS))
    return Verdict(
        id=claim.id,
        title=claim.title,
        source=claim.source,
        statement=claim.words(),
        hypotheses=tuple(h.text for h in claim.hypotheses) if claim.formal is None else claim.formal.given(),
        verdict=claim.expected,
        expected=claim.expected,
        evidence=(
            Evidence("symbolic", True, "steps checked: 2 & <3>", (lemma,), 0.5),
            Evidence("certified", True, "at most 3.6e-76 of 50% {x_1}", (), 1.0),
        ),
        witness=Witness({"q": "3/2"}, "1 < 2", "3", "a_b") if refuted else None,
        scope=claim.scope if claim.formal is None else claim.formal.scope(),
        remark=claim.remark,
        steps=(
            {"level": 0, "kind": "group", "text": "on w_1 <= x^{q-1}", "checked": "", "holds": True, "lemma": ""},
            {"level": 1, "kind": "cite", "text": "it increases", "checked": "", "holds": True, "lemma": lemma},
            {"level": 2, "kind": "given", "text": "f is C^1", "checked": "", "holds": True, "lemma": ""},
            {
                "level": 0,
                "kind": "identity",
                "text": "R'' P' = 1",
                "checked": "1/(2*u) = 1/(2*u)",
                "holds": not refuted,
                "lemma": "",
            },
        ),
    )


@pytest.fixture(scope="session")
def verdicts() -> list[Verdict]:
    return [verdict(claim) for claim in catalogue().values()]
