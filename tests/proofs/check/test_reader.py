"""The file of claims: what the format says is read, and every fault is a line."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.proofs.check import EqualityClaim, InvariantClaim, Malformed, PropertyClaim, read

GOOD = """
[[claim]]
id = "metric-l2"
quantity = "metric"
q = 1.5
invariants = ["0", "lam"]
expression = "1/sqrt(4*x**q + lam**2)"

[[claim]]
id = "onto"
property = "onto"
condition = "q*(L-1)/L <= 1"

[[claim]]
id = "conserved"
depth = 3
invariant = "abs(w1)**q - abs(w2)**q"
decay = "decoupled"
rate = "-q*alpha*(abs(w1)**q - abs(w2)**q)"
"""
METRIC = '[[claim]]\nid = "a"\nquantity = "metric"\nexpression = "x"\n'
BALANCED = METRIC + 'invariants = "balanced"\n'


def test_the_format_and_its_defaults():
    first, second, third = read(GOOD)
    assert isinstance(first, EqualityClaim) and first.q == (Fraction(3, 2),) and first.up_to == "nothing"
    assert first.invariants == (0, "lam") and first.depth == 2
    assert isinstance(second, PropertyClaim) and second.family == "balanced"
    assert isinstance(third, InvariantClaim) and third.q is None and third.depth == 3


def test_numbers_are_exact_and_the_minimum_is_subtracted():
    (stated,) = read(METRIC + 'q = [1, 1.25, "4/3"]\ninvariants = [1, 0.1, "5/2"]\n')
    assert isinstance(stated, EqualityClaim)
    assert stated.q == (1, Fraction(5, 4), Fraction(4, 3))
    assert stated.invariants == (Fraction(9, 10), 0, Fraction(12, 5))


FAULTS = (
    ("", "no claims"),
    ("x = 1\n" + GOOD, "unknown key 'x'"),
    ("[claim]\nid = 1", "[[claim]]"),
    ("[[claims]]\nid = 1", "did you mean claim"),
    ("[[claim]", "not TOML"),
    ("claim = " + "[" * 5000, "nested too deeply"),
    ("claim = " + "9" * 30000, "digits"),
    (".".join("a" * 5000) + " = 1", "dots"),
    ('[[claim]]\nid = "a"\nquantty = "metric"', "did you mean quantity"),
    ('[[claim]]\nid = "a"', "one of quantity, property, invariant is missing"),
    ('[[claim]]\nid = "a"\nproperty = "onto"\ninvariant = "x"', "give one of them"),
    (BALANCED, "depth: missing"),
    (BALANCED + "depth = 1", "2 to 1000"),
    (BALANCED + "depth = true", "true or false"),
    (METRIC, "invariants: missing"),
    (METRIC + 'invariants = ["0", "x"]', "has a meaning already"),
    (METRIC + 'invariants = ["0"]', "2 to 1000"),
    (METRIC + 'invariants = ["a", "b"]', "one entry is 0"),
    (METRIC + 'invariants = ["0", "1"]\ndepth = 3', "does not agree"),
    (METRIC + 'invariants = ["0", "1"]\nq = 3', "[1, 2]"),
    (METRIC + 'invariants = ["0", "1"]\nq = []', "empty"),
    (METRIC + 'invariants = ["0", "1"]\nq = 2020-01-01', "date"),
    (METRIC + 'invariants = ["0", "1"]\nupto = "x"', "did you mean up_to"),
    (METRIC + 'invariants = ["0", "1"]\nup_to = "shift"', "give one of nothing"),
    (METRIC + 'invariants = ["0", "1"]\nrate = "0"', "takes id, quantity"),
    (METRIC.replace('"x"', '"lam"') + 'invariants = ["0", "1"]', "column 1"),
    (METRIC.replace('"x"', "7") + 'invariants = ["0", "1"]', "text in quotes"),
    (GOOD + GOOD, "is the id of claim 1 too"),
    ('[[claim]]\nid = ""\nproperty = "onto"\ncondition = "true"', "printable"),
    ('[[claim]]\nid = "a"\nproperty = "into"\ncondition = "true"', "did you mean onto"),
    ('[[claim]]\nid = "a"\nproperty = "onto"\ncondition = "m"', "condition is wanted"),
    ('[[claim]]\nid = "a"\ninvariant = "abs(w4)"\nrate = "0"\ndepth = 3', "w4 is not a name here"),
)


@pytest.mark.parametrize(("text", "words"), FAULTS, ids=[words for _, words in FAULTS])
def test_every_fault_is_said(text, words):
    with pytest.raises(Malformed) as error:
        read(text)
    assert any(words in fault for fault in error.value.faults), error.value.faults
    assert all("\n" not in fault for fault in error.value.faults)


def test_all_faults_are_reported_at_once():
    with pytest.raises(Malformed) as error:
        read('[[claim]]\nid = "a"\nquantity = "metrc"\nq = 3\ninvariants = ["0", "1"]\nexpression = "y"\n' + BALANCED)
    assert len(error.value.faults) == 5


def test_a_float_is_a_number_and_no_text():
    with pytest.raises(Malformed, match="id: a number is given where text"):
        read('[[claim]]\nid = 1.5\nproperty = "onto"\ncondition = "m <= 1"\n')
    (found,) = read('[[claim]]\nid = "a"\nquantity = "metric"\nq = 1.50\ninvariants = [0.0, 0.1]\nexpression = "x"\n')
    assert found.q == (Fraction(3, 2),) and found.invariants == (0, Fraction(1, 10))


def test_too_many_claims_are_refused_at_once():
    with pytest.raises(Malformed, match="at most"):
        read('[[claim]]\nid="a"\nproperty="onto"\n' * 100_000)


PIECES = st.sampled_from(
    [
        "[[claim]]\n",
        "id",
        "=",
        '"',
        "'",
        "\n",
        "[",
        "]",
        "{",
        "}",
        "q",
        "1.5",
        "inf",
        "2020-01-01",
        "metric",
        "quantity",
        "invariants",
        '["0","lam"]',
        "expression",
        "x**q",
        ",",
        "#",
        "\\",
        "true",
        ".",
        "balanced",
        "depth",
        "\x00",
        "λ",
    ]
)


@settings(max_examples=300, deadline=1000)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_no_text_does_worse_than_being_refused(text):
    try:
        read(text)
    except Malformed as error:
        assert error.faults
