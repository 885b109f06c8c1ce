"""Rates along the flow: balance and its relatives are proved for every objective, others refuted at a state."""

from __future__ import annotations

import contextlib

import pytest

from steepest_mirror.proofs.check import claim
from steepest_mirror.proofs.check.attempt import prove, refute, refute_deeply
from steepest_mirror.proofs.check.states import states
from steepest_mirror.symbolic.errors import Undecided

GAP = "abs(w1)**q - abs(w2)**q"
TRUE = (
    {"invariant": GAP, "rate": "0"},
    {"invariant": GAP, "rate": "0", "depth": 7},
    {"invariant": GAP, "rate": f"-q*alpha*({GAP})", "decay": "decoupled", "depth": 3},
    {"invariant": "w1**2 - w2**2", "rate": "-2*alpha*(w1**2 - w2**2)", "decay": "coupled", "q": 2, "depth": 3},
    {"invariant": "abs(w1)**q", "rate": "-q*sign(x*g)*abs(x*g)**(q-1)"},
    {"invariant": "x", "rate": "-sign(g)*abs(g)**(q-1)*(abs(w1)**q + abs(w2)**q)"},
    {"invariant": "log(abs(w1))", "rate": "-sign(g*x)*abs(g*x)**(q-1)/abs(w1)**q", "depth": 4},
    {"invariant": "w1", "rate": "-sign(g*w2)*abs(g*w2)**(q-1)"},
    {"invariant": "abs(w1) - abs(w2)", "rate": "0", "q": 1},
    {"invariant": GAP, "rate": "0", "q": ["1", "5/4", "2"]},
    {
        "invariant": "abs(w1)**q",
        "rate": "-q*abs(w1)**(q-1)*sign(w1)*sign(g*w2 + alpha*w1)*abs(g*w2 + alpha*w1)**(q-1)",
        "decay": "coupled",
    },
)
FALSE = (
    {"invariant": "w1**2 - w2**2", "rate": "0"},
    {"invariant": "abs(w1)**q + abs(w2)**q", "rate": "0"},
    {"invariant": "abs(w1)**q - (1 + 1e-60)*abs(w2)**q", "rate": "0"},
    {"invariant": GAP, "rate": f"-q*alpha*({GAP})", "decay": "coupled", "depth": 3},
    {"invariant": GAP, "rate": f"-alpha*({GAP})", "decay": "decoupled"},
    {"invariant": GAP, "rate": "0", "decay": "decoupled"},
    {"invariant": "abs(w1)**q", "rate": "-q*abs(x*g)**(q-1)"},
    {"invariant": "x", "rate": "-g*(abs(w1)**q + abs(w2)**q)"},
    {"invariant": GAP, "rate": "(q-1)*(q-2)*(q-3/2)*1e-50"},
)


def stated(case):
    return claim({"id": "c", "depth": 2, **case})


@pytest.mark.parametrize("case", TRUE, ids=str)
def test_true_rates_are_proved(case):
    assert refute(stated(case)).verdict == "supported"
    found = prove(stated(case))
    assert found.verdict == "proved", [e.detail for e in found.evidence]


@pytest.mark.parametrize("case", FALSE, ids=str)
def test_false_rates_are_refuted(case):
    assert prove(stated(case)).verdict != "proved"
    assert "refuted" in (refute(stated(case)).verdict, refute_deeply(stated(case)).verdict)


def test_the_states_lie_on_every_orthant():
    signs = {tuple(w > 0 for w in state.weights) for state in states(stated(TRUE[0]), 40)}
    assert len(signs) == 4


@pytest.mark.parametrize(
    "case", ({"invariant": GAP, "rate": "sign(g)**2 - 1"}, {"invariant": "sign(w1)", "rate": "0"}), ids=str
)
def test_what_fails_on_a_small_set_alone_is_not_proved(case):
    with contextlib.suppress(Undecided):
        assert prove(stated(case)).verdict != "proved"


def test_a_sign_that_does_not_jump_is_no_obstacle():
    assert prove(stated({"invariant": "(sign(w1)*w1)**q - abs(w2)**q", "rate": "0"})).verdict == "proved"


def test_decay_is_absent_unless_it_is_named():
    assert refute_deeply(stated({"invariant": GAP, "rate": "alpha"})).verdict == "supported"
    assert prove(stated({"invariant": GAP, "rate": "alpha"})).verdict == "undecided"
