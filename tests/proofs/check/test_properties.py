"""Conditions on (q, L): theory.md section 5 restated in many ways, and near misses."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.check import claim
from steepest_mirror.proofs.check.attempt import prove, refute

TRUE = (
    ("onto", "q*(L-1)/L <= 1"),
    ("onto", "p >= L"),
    ("onto", "1/p <= 1/L"),
    ("onto", "(q-1)*(L-1) <= 1"),
    ("onto", "not (m > 1)"),
    ("onto", "m <= 1", "lambda-balanced"),
    ("legendre", "true"),
    ("legendre", "m <= 1 or m > 1"),
    ("bregman", "q >= 1"),
    ("sign-preserving", "m >= 1"),
    ("sign-preserving", "false", "lambda-balanced"),
    ("finite-escape", "m < 1"),
    ("finite-escape", "true", "lambda-balanced"),
    ("blow-up", "p < L"),
    ("blow-up", "m > 1", "lambda-balanced"),
)
FALSE = (
    ("onto", "m < 1"),
    ("onto", "p > L"),
    ("onto", "m <= 1 + 1e-60"),
    ("onto", "m <= 1 or L == 1000"),
    ("onto", "L <= 2"),
    ("legendre", "m <= 1"),
    ("bregman", "m <= 1"),
    ("bregman", "q < 2"),
    ("sign-preserving", "m > 1"),
    ("sign-preserving", "m >= 1", "lambda-balanced"),
    ("finite-escape", "m <= 1"),
    ("finite-escape", "m < 1", "lambda-balanced"),
    ("blow-up", "m >= 1"),
    ("blow-up", "true"),
)


def stated(prop: str, condition: str, family: str = "balanced"):
    return claim({"id": "c", "property": prop, "condition": condition, "family": family})


@pytest.mark.parametrize("case", TRUE, ids=str)
def test_equivalent_conditions_are_proved(case):
    assert refute(stated(*case)).verdict != "refuted"
    assert prove(stated(*case)).verdict == "proved"


@pytest.mark.parametrize("case", FALSE, ids=str)
def test_others_are_refuted_at_an_exact_point(case):
    found = refute(stated(*case))
    assert found.verdict == "refuted"
    assert found.witness is not None and set(found.witness.at) == {"q", "L"}
    assert prove(stated(*case)).verdict != "proved"


def test_a_condition_without_meaning_inside_is_judged_on_the_rest():
    found = prove(stated("onto", "(q - 3/2)/(q - 3/2)*m <= 1"))
    assert found.verdict == "proved" and found.holes == ("q = 3/2",)


def test_a_hole_at_one_depth_is_named():
    found = prove(stated("onto", "m <= 1 and 1/(L - 4)**2 > 0"))
    assert found.verdict == "proved" and found.holes == ("L = 4",)
    assert refute(stated("onto", "(m <= 1 and q != 1) or 1/(q - 1 + (L - 4)**2) < 0")).verdict == "refuted"


def test_an_end_without_meaning_is_left_out():
    found = prove(stated("onto", "1/(q - 2) < 0 and m <= 1"))
    assert found.verdict == "proved"
    assert "q = 2" in found.remark
