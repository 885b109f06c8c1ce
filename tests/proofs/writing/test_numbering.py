"""Sources name numbers of the paper; each number leads to the claims that state it, in both numberings."""

from __future__ import annotations

from steepest_mirror.proofs.writing.numbering import Number, claims, index, nearest, numbers

SOURCES = {
    "a": "Theorem 4.2 (S), corrected",
    "b": "Corollaries 4.11, 4.12 (S) = 4.13, 4.14 (C)",
    "c": "beyond the paper; Theorem 4.2 (S) sharpened",
    "d": "Theorem 3.4",
    "e": "the reviewers' question 4",
}


def test_numbers_of_a_source():
    assert numbers(SOURCES["b"]) == tuple(
        Number(4, place, "Corollary", letter) for place, letter in ((11, "S"), (12, "S"), (13, "C"), (14, "C"))
    )
    assert [str(n) for n in numbers(SOURCES["a"])] == ["Theorem 4.2 (S)"] and numbers(SOURCES["e"]) == ()


def test_the_index_is_in_the_order_of_the_paper():
    found = index(SOURCES)
    assert [n.bare for n, _ in found] == ["3.4", "4.2", "4.11", "4.12", "4.13", "4.14"]
    assert dict(found)[Number(4, 2, "Theorem", "S")] == ("a", "c")


def test_claims_under_a_number():
    assert claims("4.2", SOURCES) == ("a", "c") and claims("theorem 4.2 s", SOURCES) == ("a", "c")
    assert claims("4.13", SOURCES) == claims("Corollary 4.13 (C)", SOURCES) == ("b",)
    assert claims("4.13 S", SOURCES) == claims("Lemma 4.2", SOURCES) == claims("4", SOURCES) == ()


def test_a_number_that_no_claim_has():
    assert claims("Thm. 4.2", SOURCES) == claims("thm 4.2", SOURCES) == claims("4.2", SOURCES)
    assert claims("Cor. 4.13 C", SOURCES) == ("b",)
    assert nearest("Lemma 4.2", SOURCES) == "there is Theorem 4.2 (S); "
    assert nearest("Def. 4.10", SOURCES).startswith("no claim states it; near it are Corollary 4.11 (S)")
    assert nearest("ontoo", SOURCES) == nearest("9.1", SOURCES) == ""
