"""Verdicts to report on, without judging: every claim of the catalogue, each with one piece of everything."""

from __future__ import annotations

from typing import Any

import pytest

from steepest_mirror.proofs.catalogue import catalogue
from steepest_mirror.proofs.judging.lemmas import LEMMAS
from steepest_mirror.proofs.writing import verdicts


def verdict(claim: Any) -> verdicts.Row:
    """A row as `verify` would give, with made-up evidence."""
    refuted = claim.expected == "refuted"
    lemma = next(iter(LEMMAS))
    return {
        "id": claim.id,
        "title": claim.title,
        "source": claim.source,
        "statement": claim.words(),
        "hypotheses": [h.text for h in claim.hypotheses],
        "verdict": claim.expected,
        "expected": claim.expected,
        "evidence": [
            {
                "grade": "symbolic",
                "passed": True,
                "detail": "steps checked: 2 & <3>",
                "lemmas": [lemma],
                "seconds": 0.5,
            },
            {
                "grade": "certified",
                "passed": True,
                "detail": "at most 3.6e-76 of 50% {x_1}",
                "lemmas": [],
                "seconds": 1.0,
            },
        ],
        "witness": {"at": {"q": "3/2"}, "left": "1 < 2", "right": "3", "detail": "a_b"} if refuted else None,
        "scope": claim.scope,
        "remark": claim.remark,
        "steps": [
            {"level": 0, "kind": "group", "text": "on w_1 <= x^{q-1}", "holds": True, "lemma": ""},
            {"level": 1, "kind": "cite", "text": "it increases", "holds": True, "lemma": lemma},
            {"level": 2, "kind": "given", "text": "f is C^1", "holds": True, "lemma": ""},
            {"level": 0, "kind": "identity", "text": "R'' P' = 1", "holds": not refuted, "lemma": ""},
        ],
    }


@pytest.fixture(scope="session")
def rows() -> list[verdicts.Row]:
    return [verdict(claim) for claim in catalogue().values()]
