"""A statement about numbers is said without a time, and one about a path with it."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.catalogue import claim
from steepest_mirror.proofs.check import claim as read
from steepest_mirror.proofs.check import judge
from steepest_mirror.proofs.judging import timeless
from steepest_mirror.proofs.judging.formulas import at_most, equal, formula
from steepest_mirror.proofs.judging.terms import PASSED, function, letter, past, rate

u, x, c = function("u", "pos"), function("x", "pos"), letter("c")


@pytest.mark.parametrize("name", ["onto", "onto-gf-signgf"])
def test_a_variable_is_no_time(name):
    formal = claim(name).formal
    assert formal.given() == ("t takes every value t >= 0",)
    assert "as t -> T" not in formal.statement() and "every time" not in formal.statement()
    assert "for every t >= 0: " in formal.statement() and "as t -> infinity" in formal.statement()
    assert "T" not in formal.latex().replace(r"\text", "") and "every time" not in formal.latex()


@pytest.mark.parametrize("name", ["convergence", "balance", "dual-decay"])
def test_a_path_keeps_its_times(name):
    formal = claim(name).formal
    assert any("every t" in said for said in (*formal.given(), formal.statement()))
    assert not timeless.is_variable((*formal.hypotheses, formal.goal))


def test_what_moves_is_not_pointwise():
    fixed = equal(x, u * c)
    assert timeless.is_pointwise((fixed, equal(c, 1)))
    for moving in (
        equal(rate(x), u),
        equal(x, past(u)),
        at_most(u, PASSED.term),
        formula(("grows", u.term)),
        ("=>", fixed, fixed),
    ):
        assert not timeless.is_pointwise((fixed, moving))


def test_a_claim_of_ones_own_about_numbers_names_no_time():
    table = {"id": "a", "quantity": "metric", "q": "3/2", "invariants": ["0", "lam"]}
    found = judge(read({**table, "expression": "1/sqrt(4*x**q + lam**2)"}), 30.0)
    assert found.verdict == "proved" and found.hypotheses == ("x^q = u (u + lambda)", "q = 3/2")
    assert not any("time" in e.detail for e in found.evidence)


def test_a_condition_is_read_as_it_is_written_by_hand():
    found = judge(read({"id": "a", "property": "onto", "condition": "p >= L"}), 30.0)
    (detail,) = [e.detail for e in found.evidence if e.detail.startswith("derived by")]
    assert found.verdict == "proved" and "from one hypothesis" in detail
    assert "if q L <= L + q then" in detail and "if L + q < q L then" in detail and "^0" not in detail
    assert found.scope.endswith("every integer L >= 2; without q = 1 (no value there)")


def test_a_refutation_says_so_in_words():
    found = judge(read({"id": "a", "property": "onto", "condition": "m < 1"}), 30.0)
    assert found.verdict == "refuted" and all(e.passed for e in found.evidence)
    assert str(found.witness) == "at q = 2, L = 2; the property holds; the stated condition fails"
    assert [e.detail for e in found.evidence] == ["a counterexample is proven: exact values of q and L"]
