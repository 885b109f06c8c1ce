"""A property says what is read where no theorem file is loaded; what a process sends that loaded one is replayed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from steepest_mirror.proofs.check import claim
from steepest_mirror.proofs.check.core import binding, properties
from steepest_mirror.proofs.check.engine import _confirmed
from steepest_mirror.proofs.judging import flows, increments
from steepest_mirror.proofs.judging.rules.logical import both
from steepest_mirror.proofs.judging.tactics import decided
from steepest_mirror.proofs.theorems import onto
from steepest_mirror.proofs.verdict import PROVED, UNDECIDED, Evidence, Verdict

TRUE = {
    ("onto", "balanced"): "m <= 1",
    ("blow-up", "balanced"): "m > 1",
    ("sign-preserving", "balanced"): "m >= 1",
    ("finite-escape", "balanced"): "m < 1",
    ("legendre", "balanced"): "L >= 2",
    ("sign-preserving", "lambda-balanced"): "L < 2",
    ("finite-escape", "lambda-balanced"): "L >= 2",
    ("legendre", "lambda-balanced"): "q >= 1",
    ("bregman", "lambda-balanced"): "q <= 2",
}


def stated(name, family, condition):
    return claim({"id": "a", "property": name, "family": family, "condition": condition})


def drafted(data):
    """What a process sends that calls its claim proved."""
    observed = (Evidence("symbolic", True, "so it says", (), 0.0),)
    return Verdict("a", "", "", PROVED, evidence=observed, derivation=data)


@pytest.mark.parametrize(("name", "family"), TRUE)
def test_the_derivation_of_a_property_proves_it_and_no_other(name, family):
    own = stated(name, family, TRUE[name, family])
    found = binding.finding(own)
    assert found.verdict == PROVED, found.remark
    other = stated(name, family, "m < 3/2" if TRUE[name, family] != "L < 2" else "L < 3")
    said, refused = _confirmed([(one, drafted(found.derivation)) for one in (own, other)], 1)
    assert said.verdict == PROVED and said.hypotheses == found.hypotheses
    assert refused.verdict == UNDECIDED


def test_what_makes_a_potential_convex_is_part_of_both_properties():
    for name in ("legendre", "bregman"):
        assert properties.formal(stated(name, "lambda-balanced", "q <= 2")).goal[1] == increments.CONVEX


def test_a_process_that_sends_no_derivation_proves_nothing():
    own = stated("onto", "balanced", "m <= 1")
    sent = [(own, data) for data in ({}, {"steps": []}, {"steps": [["decision", [], []]]}, {"steps": "all of them"})]
    without_form = stated("bregman", "balanced", "q <= 2")
    found = _confirmed([(one, drafted(data)) for one, data in (*sent, (without_form, {"steps": []}))], 2)
    assert [v.verdict for v in found] == [UNDECIDED] * 5


def test_a_file_of_theorems_does_not_say_what_a_property_means(monkeypatch):
    nothing = decided(("<=", flows.q.term, flows.q.term))
    monkeypatch.setattr(onto, "unbounded", lambda: nothing)
    monkeypatch.setattr(onto, "bounded", lambda: both(nothing, nothing))
    false = stated("onto", "balanced", "m <= 3/2")
    outward = ("and", ("=>", *_sides(false, 1)), ("=>", *_sides(false, 2)))
    assert properties.formal(false).goal == ("and", outward, properties.INWARD)
    draft = binding.finding(false)
    assert draft.verdict == UNDECIDED or _confirmed([(false, drafted(draft.derivation))], 1)[0].verdict == UNDECIDED


def _sides(false, part):
    condition = properties.formal(false).goal[1][part][1]
    return condition, (increments.Y_GROWS, properties.FAR)[part - 1]


def test_an_expectation_or_a_remark_does_not_survive_as_a_proof():
    own = stated("onto", "balanced", "m <= 1")
    found = binding.finding(own)
    failed = replace(drafted(found.derivation), evidence=(Evidence("numeric", False, "it differs", (), 0.0),))
    assert [v.verdict for v in _confirmed([(own, failed)], 1)] == [UNDECIDED]


def test_no_claim_of_a_value_or_a_rate_loads_a_file_of_theorems():
    program = """
import sys
from steepest_mirror.proofs.check import claim
from steepest_mirror.proofs.check.attempt import ATTEMPTS
from steepest_mirror.proofs.check.core import properties
loaded = lambda: [name for name in sys.modules if "proofs.theorems" in name]
value = {"id": "a", "quantity": "metric", "expression": "1/(2*u+lam)", "q": "1", "invariants": ["0", "lam"]}
rate = {"id": "a", "invariant": "abs(w1)**q - abs(w2)**q", "rate": "0", "depth": 2}
for table in (value, rate):
    assert ATTEMPTS["bind"](claim(table)).verdict == "proved" and not loaded(), loaded()
own = claim({"id": "a", "property": "onto", "condition": "m <= 1"})
assert properties.formal(own).hypotheses and not loaded(), loaded()
assert ATTEMPTS["bind"](own).verdict == "proved" and loaded()
"""
    subprocess.run([sys.executable, "-c", program], check=True)
