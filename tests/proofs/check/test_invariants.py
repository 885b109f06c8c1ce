"""Rates along the flow: balance and its relatives are proved for every objective, others refuted at a state."""

from __future__ import annotations

import contextlib
import itertools
from fractions import Fraction

import pytest

from steepest_mirror.proofs.check import Malformed, claim
from steepest_mirror.proofs.check.attempt import prove, refute, refute_deeply
from steepest_mirror.proofs.check.states import states
from steepest_mirror.proofs.check.strata import strata
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


def test_alpha_without_decay_is_an_error():
    for rate in ("alpha", "0*alpha", "sign(alpha) - 1"):
        with pytest.raises(Malformed, match="alpha has no meaning without decay"):
            stated({"invariant": GAP, "rate": rate})


PULL, OTHER = "(g*w2 + alpha*w1)", "(g*w1 + alpha*w2)"
COUPLED = (
    f"-q*abs(w1)**(q-1)*sign(w1)*sign{PULL}*abs{PULL}**(q-1) + q*abs(w2)**(q-1)*sign(w2)*sign{OTHER}*abs{OTHER}**(q-1)"
)
SLOW = "-sign(g)*(abs(w1) + abs(w2))"
STRATA: tuple[tuple[str, dict[str, object], str], ...] = (  # (what is added to a true rate, the claim, the verdict)
    *((more, {"decay": "coupled", "q": c}, "refuted") for c in ("1", "3/2", "2") for more in (f"1 - abs(sign{PULL})",)),
    (f"1 - abs(sign{OTHER})", {"decay": "coupled"}, "refuted"),
    (f"(1 - abs(sign{PULL}))*abs(sign{OTHER})", {"decay": "coupled", "q": "3/2"}, "refuted"),
    (f"(1 - abs(sign{PULL}))*(1 - abs(sign{OTHER}))", {"decay": "coupled", "q": "5/4"}, "refuted"),
    ("1 - abs(sign(g*x + alpha*w1**2))", {"decay": "coupled", "q": "3/2"}, "refuted"),
    ("1 - abs(sign(g))", {"decay": "coupled", "q": "3/2"}, "refuted"),
    ("1 - sign(alpha)", {"decay": "coupled", "q": "3/2"}, "refuted"),
    ("0", {"decay": "coupled"}, "proved"),
    ("0", {"decay": "coupled", "q": "1"}, "proved"),
)


@pytest.mark.parametrize(("more", "keys", "verdict"), STRATA, ids=str)
def test_every_stratum_of_coupled_decay_counts(more, keys, verdict):
    case = stated({"invariant": GAP, "rate": f"{COUPLED} + {more}", **keys})
    found = {prove_or_not(case), refute(case).verdict, refute_deeply(case).verdict}
    assert verdict in found and not ({"proved", "refuted"} - {verdict}) & found


AT_ONE = (  # q = 1: the drive is s in [-1, 1] and sign(g) is read as s; g = 0 for a constant objective
    ("abs(w1) - abs(w2)", "1 - abs(sign(g))", "refuted"),
    ("abs(w1) - abs(w2)", "1 - sign(g)**2", "refuted"),
    ("abs(w1) - abs(w2)", "sign(g) - sign(g)**3", "refuted"),
    ("abs(w1) - abs(w2)", "1 - abs(sign(g*w1))", "refuted"),
    ("abs(w1) - abs(w2)", "1 - abs(sign(w1 - w2))", "refuted"),
    ("abs(w1) - abs(w2)", "1 - abs(sign(w1 - 1))", "refuted"),
    ("abs(w1) - abs(w2)", "1 - abs(sign(x - 3))", "refuted"),
    ("abs(w1) - abs(w2)", "1 - abs(sign(abs(w1) - 2*abs(w2)))", "refuted"),
    ("x", SLOW, "proved"),
    ("x", SLOW.replace("sign(g)", "sign(3*g)"), "proved"),
    ("x", SLOW.replace("sign(g)", "sign(g)*abs(sign(g))"), "refuted"),
    ("abs(w1)", "-sign(g*x)", "proved"),
    ("w1", "-sign(w2)*sign(g)", "proved"),
)


@pytest.mark.parametrize(("invariant", "rate", "verdict"), AT_ONE, ids=str)
def test_the_drive_at_q_1_is_s(invariant, rate, verdict):
    case = stated({"invariant": invariant, "rate": rate, "q": 1})
    found = {prove_or_not(case), refute(case).verdict, refute_deeply(case).verdict}
    assert verdict in found and not ({"proved", "refuted"} - {verdict}) & found


def prove_or_not(case):
    try:
        return prove(case).verdict
    except Undecided:
        return "undecided"


@pytest.mark.parametrize("sizes", list(itertools.product((-1, 0, 1), repeat=2)), ids=str)
def test_the_strata_cover_every_pull(sizes):
    """Exact states of every sign of both pulls lie on exactly one stratum of their sign orthant."""
    weights, alpha = (Fraction(1), Fraction(2)), Fraction(1)
    if sizes in ((0, 0), (1, 0), (1, -1), (0, -1)):
        weights = (1, 1) if sizes == (0, 0) else (2, 1)
    x = Fraction(weights[0] * weights[1])
    slope = next(
        g
        for g in (Fraction(n, 4) for n in range(-40, 41))
        if tuple((v > 0) - (v < 0) for v in (g * x + alpha * w * w for w in weights)) == sizes
    )
    found = [s for s in strata(2, True, True, "coupled", None) if s.weights == (1, 1) and s.decaying]
    matching = [s for s in found if s.slope == (slope > 0) - (slope < 0) and s.pulls == sizes]
    assert len(matching) == 1


JUMPS = (
    "sign(w1)",
    "w1/abs(w1)",
    "abs(w1)/w1",
    "sqrt(w1**2)/w1",
    "x/abs(x)",
    "sign(x)*abs(x)**(q - 1)/abs(x)**(q - 1)",
)


@pytest.mark.parametrize("jump", JUMPS)
def test_one_convention_for_jumps(jump):
    for q in (1, "3/2", 2):
        assert prove_or_not(stated({"invariant": jump, "rate": "0", "q": q})) != "proved"


def test_ratios_and_logarithms_of_invariants_are_proved_without_their_zeros():
    other = "(abs(w1)**q - abs(w3)**q)"
    found = prove(stated({"invariant": f"({GAP})/{other}", "rate": "0", "depth": 3}))
    assert found.verdict == "proved" and "divides by" in found.holes[0]
    found = prove(stated({"invariant": f"log(abs({GAP}))", "rate": "-q*alpha", "decay": "decoupled"}))
    assert found.verdict == "proved"
    false = stated({"invariant": f"log(abs({GAP}))", "rate": "-q*alpha - 1e-30", "decay": "decoupled"})
    assert prove(false).verdict != "proved" and refute(false).verdict == "refuted"


def test_holes_of_a_rate_are_named():
    for more, hole in {
        "0/g": "g = 0",
        "0/(2*q - 3)": "q = 3/2",
        "0/(q - 1)": "q = 1",
        "0/(q**2 - 2)": "q**2 - 2 = 0",
    }.items():
        found = prove(stated({"invariant": GAP, "rate": more}))
        assert found.verdict == "proved" and found.holes == (hole,)
