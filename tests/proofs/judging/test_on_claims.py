"""A theorem rests on another only with all its hypotheses, on its proof, and never on itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from steepest_mirror.proofs import catalogue
from steepest_mirror.proofs.judging import on_claims
from steepest_mirror.proofs.judging.judge import judge
from steepest_mirror.proofs.judging.on_claims import Judged, Rests, underlying
from steepest_mirror.proofs.judging.steps import Cite, Given, Identity
from steepest_mirror.proofs.verdict import PROVED, REFUTED, UNDECIDED

ALL = frozenset(h.name for h in underlying("escape-time").hypotheses)


def test_every_hypothesis_is_needed():
    step = Rests("the flow", "escape-time")
    assert step.check(ALL)
    for name in ALL:
        assert not step.check(ALL - {name})
        shown = Rests("the flow", "escape-time", {name: Identity("1 = 1", 1, 1)})
        assert shown.check(ALL - {name})
        assert not Rests("the flow", "escape-time", {name: Given("absent", "absent")}).check(ALL - {name})


def test_a_step_for_what_is_no_hypothesis_is_refused():
    assert not Rests("the flow", "escape-time", {"unheard-of": Identity("1 = 1", 1, 1)}).check(ALL)


def test_nothing_rests_on_a_refuted_claim():
    assumed = frozenset(h.name for h in underlying("convergence-as-reported").hypotheses)
    assert not Rests("the reported bound", "convergence-as-reported").check(assumed)
    assert Judged("it is refuted", "convergence-as-reported", REFUTED).check(frozenset())
    assert not Judged("it is proved", "convergence-as-reported", PROVED).check(frozenset())


@pytest.mark.parametrize("stated", [PROVED, REFUTED, UNDECIDED])
def test_a_wrong_verdict_has_a_witness(stated):
    found = Judged("", "onto", stated).refute()
    assert (found is None) == (stated == PROVED)


def test_what_lies_under_a_claim_is_cited_with_it(monkeypatch):
    """`onto` rests on `escape-time`, which cites a lemma, as if both were arguments."""
    cite = Cite("a lemma", "power-integral")
    steps = {"escape-time": [cite], "onto": [Rests("the other", "escape-time")]}
    of = {name: underlying(name) for name in steps}

    def claim(name):
        return replace(of[name], formal=None, hypotheses=(), argue=lambda case: steps[name])

    monkeypatch.setattr(catalogue, "claim", claim)
    assert cite.lemmas() == ("power-integral",)
    assert Rests("", "onto").lemmas() == Judged("", "onto").lemmas() == cite.lemmas()


def resting(steps):
    """Every step that rests on a claim, at any depth."""
    for step in steps:
        if isinstance(step, Rests):
            yield step
        yield from resting(step.parts())


@pytest.mark.parametrize("name", catalogue.FILES)
def test_a_hypothesis_of_the_same_name_is_the_same_hypothesis(name):
    """Rests compares names: what is not shown by a step must be word for word what is assumed here."""
    claim = underlying(name)
    words = {h.name: h.text for h in claim.hypotheses}
    for step in resting(claim.argue(claim.case)):
        for hypothesis in underlying(step.on).hypotheses:
            assert hypothesis.name in step.using or words[hypothesis.name] == hypothesis.text


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
