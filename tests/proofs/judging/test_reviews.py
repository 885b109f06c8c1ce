"""Every question has an answer, claims under it with the verdicts the catalogue expects, and numbers."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.catalogue import FILES, claim
from steepest_mirror.proofs.judging.reviews import REVIEWS
from steepest_mirror.proofs.observations.reviews import SHOWN, numbers
from steepest_mirror.proofs.theorems.reviews import CLAIMS


def test_there_are_thirteen_in_order():
    assert [review.number for review in REVIEWS] == list(range(1, 14)) == list(SHOWN)
    assert [c.id for c in CLAIMS] == [name for name in FILES if name.startswith("review-")]


@pytest.mark.parametrize("review", REVIEWS, ids=lambda review: str(review.number))
def test_an_answer_expects_what_the_catalogue_expects(review):
    for name, verdict in review.on_claims.items():
        assert claim(name).expected == verdict
        assert not name.startswith("review-")


@pytest.mark.parametrize("review", REVIEWS, ids=lambda review: str(review.number))
def test_the_statement_names_every_claim_it_rests_on(review):
    words = claim(f"review-{review.number}").words()
    assert review.answer in words
    assert all(f"{name} ({verdict})" in words for name, verdict in review.on_claims.items())


@pytest.mark.parametrize("n", SHOWN)
def test_the_numbers_show_the_answer(n):
    passed, detail = numbers(n, 30)
    assert passed and any(c.isdigit() for c in detail)


def test_equal_m_is_not_equal_speed():
    """m = 19/20 at L = 20, 4, 2: 0.966, 4.51, 7.15, from w = 1e-6 (1, ..., 1)."""
    detail = numbers(8, 30)[1]
    assert all(value in detail for value in ("0.96594", "4.5142", "7.1475"))
