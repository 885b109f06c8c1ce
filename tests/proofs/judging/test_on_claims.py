"""A step rests on a claim's own proof, and a claim never on itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from steepest_mirror.proofs import catalogue
from steepest_mirror.proofs.judging import on_claims
from steepest_mirror.proofs.judging.judge import judge
from steepest_mirror.proofs.judging.on_claims import Judged, underlying
from steepest_mirror.proofs.judging.steps import Cite
from steepest_mirror.proofs.verdict import PROVED, REFUTED, UNDECIDED


def test_nothing_rests_on_a_refuted_claim():
    assert Judged("it is refuted", "convergence-as-reported", REFUTED).check(frozenset())
    assert not Judged("it is proved", "convergence-as-reported", PROVED).check(frozenset())


@pytest.mark.parametrize("stated", [PROVED, REFUTED, UNDECIDED])
def test_a_wrong_verdict_has_a_witness(stated):
    found = Judged("", "onto", stated).refute()
    assert (found is None) == (stated == PROVED)


def test_what_lies_under_a_claim_is_cited_with_it(monkeypatch):
    """`onto` rests on `escape-time`, which cites a lemma, as if both were arguments."""
    cite = Cite("a lemma", "hypergeometric-forms")
    steps = {"escape-time": [cite], "onto": [Judged("the other", "escape-time")]}
    of = {name: underlying(name) for name in steps}

    def claim(name):
        return replace(of[name], formal=None, hypotheses=(), argue=lambda case: steps[name])

    monkeypatch.setattr(catalogue, "claim", claim)
    assert cite.lemmas() == ("hypergeometric-forms",)
    assert Judged("", "onto").lemmas() == cite.lemmas()


def test_a_circle_is_not_a_proof(monkeypatch):
    first, second = underlying("escape-time"), underlying("onto")

    def claim(name):
        other = {"escape-time": "onto", "onto": "escape-time"}[name]
        of = {"escape-time": first, "onto": second}[name]
        return replace(of, formal=None, hypotheses=(), argue=lambda case: [Judged("the other", other, conclusion=True)])

    monkeypatch.setattr(catalogue, "claim", claim)
    on_claims.verdict.cache_clear()
    try:
        assert judge(claim("onto")).verdict == UNDECIDED
    finally:
        on_claims.verdict.cache_clear()
