"""Equalities: true ones are proved, false ones refuted by a proven witness, and no mutant is both."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from steepest_mirror.proofs.check import EqualityClaim, claim, read
from steepest_mirror.proofs.check.attempt import prove, refute, refute_deeply
from steepest_mirror.symbolic.errors import InputError, Undecided
from steepest_mirror.symbolic.reading import grammar

HERE = Path(__file__).parent
TRUE = [c for c in read((HERE / "true.toml").read_text()) if isinstance(c, EqualityClaim)]
FALSE = [c for c in read((HERE / "false.toml").read_text()) if isinstance(c, EqualityClaim)]
SEED = 20260302


@pytest.mark.parametrize("stated", TRUE, ids=lambda c: c.text)
def test_true_claims_are_proved(stated):
    assert refute(stated).verdict == "supported"
    found = prove(stated)
    assert found.verdict == "proved", [e.detail for e in found.evidence]


@pytest.mark.parametrize("stated", FALSE, ids=lambda c: c.id)
def test_false_claims_are_refuted(stated):
    assert prove(stated).verdict != "proved"
    found = refute(stated)
    found = found if found.verdict == "refuted" else refute_deeply(stated)
    assert found.verdict == "refuted"
    assert found.witness is not None and found.witness.left != found.witness.right


def mutants(text: str) -> list[str]:
    """The text with one number, operator or letter replaced."""
    found = set()
    for match in re.finditer(r"(?<![a-z\d])\d+|\*\*|[+\-*/]|\b(?:x|u|lam|q|a|b|L|p)\b", text):
        old = match.group()
        if old.isdigit():
            new = [str(int(old) + 1), f"({old}+1e-40)", f"({old}-1e-60)"]
        else:
            new = list("+-*/") if not old.isalpha() else ["x", "u", "(1/q)"]
        found |= {text[: match.start()] + other + text[match.end() :] for other in new if other != old}
    return sorted(found)


def mutated(number: int) -> list[EqualityClaim]:
    generator = random.Random(SEED + number)
    found = []
    for stated in TRUE:
        names = sorted({v for v in stated.invariants or () if isinstance(v, str)})
        text = generator.choice(mutants(stated.text))
        try:
            found.append(replace(stated, text=text, expression=grammar.expression(text, names)))
        except InputError:
            continue
    return [c for c in found if "(2+1e-" not in c.text and "(2-1e-" not in c.text]


def test_no_mutant_is_refuted_and_proved():
    proved = []
    for stated in mutated(0):
        try:
            if refute(stated).verdict != "refuted":
                continue
        except Undecided:
            continue
        try:
            if prove(stated).verdict == "proved":
                proved.append(stated.text)
        except Undecided:
            continue
    assert not proved, f"seed {SEED}"


def test_an_end_of_q_without_a_value_is_left_out_and_said():
    stated = claim(
        {"id": "k", "quantity": "mirror-map", "invariants": "balanced", "depth": 2, "expression": "x**(1-q/2)/(2-q)"}
    )
    found = prove(stated)
    assert found.verdict == "proved"
    assert "without q = 2" in found.remark


def test_an_end_of_a_list_without_a_value_is_left_out_where_that_is_shown():
    table = {"id": "k", "quantity": "metric", "q": ["1", "3/2"], "invariants": ["0", "lam"]}
    for hole in ("0*log(q - 1)", "0/(q - 1)", "0*gamma(q - 1)", "0/((1 + x)**2 - (3 - 2*q)*(1 + x)**2)"):
        found = prove(claim({**table, "expression": f"1/(2*u + lam) + {hole}"}))
        assert found.verdict == "proved" and "without q = 1" in found.remark, hole
    far = prove(claim({**table, "expression": "1/(2*u + lam) + 0*log(2*q - 2 + (3 - 2*q)*(x - 1e40))"}))
    assert far.verdict == "undecided"


def test_holes_are_left_out_and_named_alike_at_ends_inside_at_single_depths_and_on_curves():
    table = {"id": "k", "quantity": "potential", "invariants": "balanced", "depth": "symbolic"}
    m = "q*(L-1)/L"
    found = prove(claim({**table, "expression": f"x**(2-{m})/(L*(1-{m})*(2-{m}))"}))
    assert found.verdict == "proved" and found.holes == ("m = 1",)
    turning = {**table, "quantity": "mirror-map", "expression": f"x**(1-{m})/(L*(1-{m}))"}
    for q, holes in {
        "3/2": ("L = 3",),
        "10001/10000": ("L = 10001",),
        ("3/2", "5/4"): ("q = 3/2, L = 3", "q = 5/4, L = 5"),
        "999983/500000": (),
    }.items():
        found = prove(claim({**turning, "q": list(q) if isinstance(q, tuple) else q}))
        assert found.verdict == "proved" and found.holes == holes, q
    table = {**table, "quantity": "metric"}
    for below, holes in {
        "q - 1": ("q = 1",),
        "q - 2": ("q = 2",),
        "3*q - 5": ("q = 5/3",),
        "q**2 - 3": ("q**2 - 3 = 0",),
        "L - 17": ("L = 17",),
        "(L - 4)*(2*q - 3)": ("L = 4", "q = 3/2"),
        "2*L - 5": (),
        "q - 5": (),
    }.items():
        found = prove(claim({**table, "expression": f"x**(-{m})/L*({below})/({below})"}))
        assert found.verdict == "proved" and found.holes == holes, below
        off = claim({**table, "expression": f"x**(-{m})/L*({below})/({below}) + 1e-20/({below})"})
        assert prove(off).verdict != "proved" and refute(off).verdict == "refuted"


@pytest.mark.parametrize("name", ("s", "v", "z", "n", "c", "E", "I", "pi", "Lambda"))
def test_a_name_is_only_a_name(name):
    table = {"id": "n", "quantity": "mirror-map", "q": 2, "invariants": ["0", name]}
    assert prove(claim({**table, "expression": f"asinh(2*x/{name})/2"})).verdict == "proved"
    assert prove(claim({**table, "expression": f"asinh(2*x/{name})/2 + {name}"})).verdict == "undecided"


def test_p_is_infinite_at_q_1():
    table = {"id": "p", "quantity": "metric", "q": 1, "invariants": ["0", "lam"]}
    assert prove(claim({**table, "expression": "(4*x + lam**(2 + 1/p))**(-1/2)"})).verdict == "proved"
    found = refute(claim({**table, "expression": "(4*x + lam**2)**(-1/2) + 1e-60*p"}))
    assert found.verdict == "refuted"
    assert found.witness is not None and found.witness.left == "undefined"
