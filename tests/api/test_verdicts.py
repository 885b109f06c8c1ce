"""Verdicts are those of the commands, as objects."""

from __future__ import annotations

import pickle

import pytest

import steepest_mirror as sm
from steepest_mirror.proofs.catalogue import FILES, catalogue
from steepest_mirror.proofs.writing.verdicts import text


def test_the_catalogue_lists_every_claim():
    table = sm.catalogue()
    assert [row[0] for row in table] == list(FILES) and len(table.data["claims"]) == len(FILES)
    assert table._repr_html_().count("<tr>") == len(FILES) + 1


def test_a_claim_of_the_catalogue():
    verdict = sm.judge("finite-time")
    assert (verdict.id, verdict.verdict, verdict.expected) == ("finite-time", "proved", "proved") and verdict.evidence
    assert "<b>finite-time: proved</b>" in verdict._repr_html_() and pickle.loads(pickle.dumps(verdict)) == verdict
    with pytest.raises(TypeError):
        bool(verdict)
    proof = str(verdict.proof)
    assert proof in text([verdict], steps=True) and max(map(len, proof.splitlines())) <= 80
    assert len(verdict.proof) == len(verdict.steps) == verdict.proof._repr_html_().count("<li") and "assume: " in proof


@pytest.mark.parametrize(
    ("expression", "verdict"), [("1/sqrt(4*x**q + lam**2)", "proved"), ("1/sqrt(4*x**q + lam)", "refuted")]
)
def test_a_claim_of_one_s_own(expression, verdict):
    found = sm.check(quantity="metric", q="3/2", invariants=[0, sm.lam], expression=expression)
    assert found.verdict == verdict and (found.witness is not None) == (verdict == "refuted")


def test_a_sympy_expression_is_a_claim():
    S = sm.Setting(2, invariants=(0, "lam"))
    same = sm.check(quantity="mirror_map", q=2, invariants=[0, "lam"], expression=S.mirror_map.sympy())
    assert same.verdict == "proved"


def test_the_verdict_that_is_expected_is_the_one_that_verify_expects():
    """An argument alone is expected to be argued, a review answered: never `proved`."""
    table = sm.catalogue()
    rows = {row[0]: row[1] for row in table}
    data = {row["id"]: row["expected"] for row in table.data["claims"]}
    assert rows == data == {name: claim.best for name, claim in catalogue().items()}
    assert (
        rows["review-3"] == "answered" and rows["finite-time"] == "proved" and rows["bregman-as-reported"] == "refuted"
    )


def test_a_claim_may_be_named_by_its_number():
    assert sm.judge("Table 1").id == "table1"
    with pytest.raises(sm.InputError, match=r"near it are .* sm.catalogue\(\) lists the IDs"):
        sm.judge("Definition 4.5")
    with pytest.raises(sm.InputError, match=r"did you mean onto\? sm.catalogue"):
        sm.judge("ontoo")


def test_the_names_of_the_package_are_its_public_ones():
    assert {name for name in dir(sm) if not name.startswith("__")} == set(sm.__all__)


def test_a_float_is_called_one():
    with pytest.raises(sm.WrongType, match=r"'float 1.5' is not usable: a float is not exact: write '1.5'"):
        sm.Setting(q=1.5, depth=2)


def test_a_long_remedy_is_cut_between_words():
    words = [f"word{n}" for n in range(300)]
    said = str(sm.InputError("x", 1, ", ".join(words)))
    assert said.endswith(" ...") and said.split()[-2].rstrip(",") in words
