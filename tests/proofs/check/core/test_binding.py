"""What is proved of a user's claim is the formula read from its text, under the domain in which it was read."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from steepest_mirror.proofs.check import claim, judge
from steepest_mirror.proofs.check.core import binding, properties, rates, values
from steepest_mirror.proofs.check.core.reading import condition, term
from steepest_mirror.proofs.command_line import main
from steepest_mirror.proofs.judging.formal import checked
from steepest_mirror.proofs.judging.formulas import below
from steepest_mirror.proofs.judging.render import text
from steepest_mirror.proofs.judging.terms import letter
from steepest_mirror.proofs.judging.theorem import Refused
from steepest_mirror.symbolic.reading import grammar

METRIC = {"quantity": "metric", "invariants": ["0", "lam"], "expression": "1/sqrt(4*x**q + lam**2)"}
ASINH = {"quantity": "mirror-map", "q": 2, "invariants": ["0", "lam"], "expression": "asinh(2*x/lam)/2"}
BALANCED = {"quantity": "metric", "invariants": "balanced", "depth": "symbolic"}
ONTO = {"property": "onto", "condition": "q*(L - 1)/L <= 1"}
CONSERVED = {"depth": 3, "invariant": "abs(w1)**q - abs(w2)**q", "rate": "0"}
DECAYED = {**CONSERVED, "decay": "decoupled", "rate": "-q*alpha*(abs(w1)**q - abs(w2)**q)"}
SPEED = {"depth": 2, "invariant": "x", "rate": "-sign(g)*abs(g)**(q - 1)*(abs(w1)**q + abs(w2)**q)"}
DERIVED = {
    "metric": METRIC,
    "metric, one q": {**METRIC, "q": "3/2"},
    "metric, two q": {**METRIC, "q": ["1", "3/2"]},
    "metric in u": {**METRIC, "expression": "1/(2*u + lam)"},
    "metric, balanced": {**BALANCED, "expression": "x**(-q*(L - 1)/L)/L"},
    "coupled regularizer": {**BALANCED, "quantity": "coupled-regularizer", "expression": "L*x**(2/L)/2"},
    "mirror map up to a constant": {**ASINH, "up_to": "constant", "expression": "asinh(2*x/lam)/2 + 7"},
    "mirror map at q = 1": {**ASINH, "q": 1, "expression": "u"},
    "metric up to a constant": {**METRIC, "up_to": "constant", "expression": "1/sqrt(4*x**q + lam**2) - lam**2"},
    "a square of a difference and a rest": {**CONSERVED, "q": 2, "invariant": "log(1 + (w1**2 - w2**2)**2)"},
    "metric by max": {**METRIC, "expression": "1/max(2*u + lam, -u, u)"},
    "sizes in q and L": {**BALANCED, "expression": "x**(-(abs(q - 1) + min(q, 1))*(L - 1)/L)/max(L, 2)"},
    "a sum that is positive for q >= 1": {**METRIC, "expression": "((q - 1)*u + lam)/((q - 1)*u + lam)/(2*u + lam)"},
    "a square and a rest": {**METRIC, "expression": "(lam**2 - lam + 1)/((lam**2 - lam + 1)*(2*u + lam))"},
    "no zero at an integer": {**BALANCED, "expression": "(2*L - 5)*x**(-q*(L - 1)/L)/(L*(2*L - 5))"},
    "a root of roots": {**METRIC, "expression": "sqrt(3 + 2*sqrt(2))/((1 + sqrt(2))*(2*u + lam))"},
    "conjugate, a power": {
        "quantity": "conjugate",
        "invariants": "balanced",
        "depth": 8,
        "q": "4/3",
        "expression": "u**5/(20/3)",
    },
    "finite-escape at lambda": {"property": "finite-escape", "condition": "q > 0", "family": "lambda-balanced"},
    "sign-preserving at lambda": {"property": "sign-preserving", "condition": "q > 2", "family": "lambda-balanced"},
    "onto": ONTO,
    "onto, by p": {**ONTO, "condition": "1/p <= 1/L"},
    "onto, of degree 41": {**ONTO, "condition": "m**41 <= 1"},
    "blow-up": {"property": "blow-up", "condition": "not m**2 <= m"},
    "sign-preserving": {"property": "sign-preserving", "condition": "m >= 1"},
    "finite-escape": {"property": "finite-escape", "condition": "L*(q - 1) < q"},
    "legendre": {"property": "legendre", "condition": "q > 0"},
    "conserved": CONSERVED,
    "decayed": DECAYED,
    "decayed at three q": {**DECAYED, "q": ["1", "3/2", "2"]},
    "rate of x": SPEED,
    "rate of a logarithm": {
        **SPEED,
        "q": "3/2",
        "invariant": "log(abs(w1))",
        "rate": "-sign(g*x)*abs(g)**(q - 1)*abs(w2)**(q - 1)/abs(w1)",
    },
    "a ratio, where it has a value": {
        **CONSERVED,
        "invariant": "(abs(w1)**q - abs(w2)**q)/(abs(w1)**q - abs(w3)**q)",
    },
    "a ratio under decay": {
        **CONSERVED,
        "q": ["1", "3/2", "2"],
        "decay": "decoupled",
        "invariant": "(abs(w1)**q - abs(w2)**q)/(abs(w1)**q - abs(w3)**q)",
    },
    "the logarithm of a difference": {
        **CONSERVED,
        "q": 2,
        "decay": "coupled",
        "invariant": "log(abs(w1**2 - w2**2))",
        "rate": "-2*alpha",
    },
    "coupled decay at q = 2": {
        **CONSERVED,
        "q": 2,
        "decay": "coupled",
        "invariant": "w1**2 - w2**2",
        "rate": "-2*alpha*(w1**2 - w2**2)",
    },
}
FALSE = {
    "metric": {**METRIC, "expression": "1/sqrt(4*x**q + 2*lam**2)"},
    "metric, one q": {**METRIC, "q": "3/2", "expression": "1/sqrt(4*x**2 + lam**2)"},
    "metric in u": {**METRIC, "expression": "1/(u + lam)"},
    "metric, balanced": {**BALANCED, "expression": "x**(-q*(L - 1)/L)"},
    "coupled regularizer": {**BALANCED, "quantity": "coupled-regularizer", "expression": "L*x**(2/L)"},
    "mirror map": {**ASINH, "up_to": "constant", "expression": "asinh(x/lam)/2"},
    "mirror map, its constant": {**ASINH, "q": 1, "expression": "u + 1"},
    "metric up to a constant": {**METRIC, "up_to": "constant", "expression": "1/sqrt(4*x**q + lam**2) - u"},
    "metric by min": {**METRIC, "expression": "1/min(2*u + lam, 3*u + lam/2)"},
    "sizes in q and L": {**BALANCED, "expression": "x**(-q*(L - 1)/L)/max(L, 3)"},
    "a sum that is 0 at q = 1": {**METRIC, "expression": "((q - 1)*u + q - 1)/((q - 1)*u + q - 1)/(2*u + lam)"},
    "a square without a rest": {**METRIC, "expression": "(lam**2 - 2*lam + 1)/((lam**2 - 2*lam + 1)*(2*u + lam))"},
    "a zero at an integer": {**BALANCED, "expression": "(2*L - 6)*x**(-q*(L - 1)/L)/(L*(2*L - 6))"},
    "a root of roots": {**METRIC, "expression": "sqrt(3 + 2*sqrt(2))/((1 + sqrt(3))*(2*u + lam))"},
    "a root of roots, its sign": {**METRIC, "expression": "sqrt(3 - 2*sqrt(2))/((1 - sqrt(2))*(2*u + lam))"},
    "conjugate, a power": {
        "quantity": "conjugate",
        "invariants": "balanced",
        "depth": 8,
        "q": "4/3",
        "expression": "u**5/5",
    },
    "finite-escape at lambda": {"property": "finite-escape", "condition": "q < 2", "family": "lambda-balanced"},
    "sign-preserving at lambda": {"property": "sign-preserving", "condition": "q >= 2", "family": "lambda-balanced"},
    "onto": {**ONTO, "condition": "m < 1"},
    "onto, of degree 41": {**ONTO, "condition": "m**41 < 1"},
    "onto, an even power": {**ONTO, "condition": "(m - 1)**42 <= 0"},
    "onto, weaker": {**ONTO, "condition": "m <= 1/2"},
    "onto at L = 523": {**ONTO, "condition": "m <= 1 and L != 523"},
    "blow-up": {"property": "blow-up", "condition": "m >= 1"},
    "sign-preserving": {"property": "sign-preserving", "condition": "m > 1"},
    "finite-escape": {"property": "finite-escape", "condition": "m <= 1"},
    "legendre": {"property": "legendre", "condition": "m < 1"},
    "conserved": {**CONSERVED, "invariant": "w1**2 - w2**2"},
    "a ratio": {**CONSERVED, "q": 2, "invariant": "(w1**2 - w2**2)/(w1**2 + w3**2)"},
    "the logarithm of a difference": {
        **CONSERVED,
        "q": 2,
        "decay": "coupled",
        "invariant": "log(abs(w1**2 - w2**2))",
        "rate": "-alpha",
    },
    "a square and no rest": {**CONSERVED, "q": 2, "invariant": "log((w1**2 - w2**2)**2)"},
    "a square and a negative rest": {**CONSERVED, "q": 2, "invariant": "log((w1**2 - w2**2)**2 - 1)"},
    "a cube and a rest": {**CONSERVED, "q": 2, "invariant": "log(1 + (w1**2 - w2**2)**3)"},
    "the square of another": {**CONSERVED, "q": 2, "invariant": "log(1 + (w1**2 + w2**2)**2)"},
    "a ratio without a value": {**CONSERVED, "q": 2, "invariant": "w1/(w2 - w2)"},
    "decayed": {**DECAYED, "rate": "-alpha*(abs(w1)**q - abs(w2)**q)"},
    "decayed at q = 1": {**DECAYED, "q": ["1", "2"], "rate": "-2*alpha*(abs(w1)**q - abs(w2)**q)"},
    "rate of x": {**SPEED, "rate": "-sign(g)*abs(g)**(q - 1)*(abs(w1)**q - abs(w2)**q)"},
    "the drive at q = 1 is not sign g": {**CONSERVED, "q": 1, "invariant": "abs(w1)", "rate": "1 - abs(sign(g))"},
    "at a hole": {**METRIC, "expression": "1/sqrt(4*x**q + lam**2)*(q - 1)/(q - 1)"},
}


NINE = "abs(w1)**q + 2*abs(w2)**q + 3*abs(w3)**q + 4*abs(w4)**q + 5*abs(w5)**q + abs(w6)**q + abs(w7)**q + abs(w8)**q"


def made(table):
    return claim({"id": "a", **table})


@pytest.mark.parametrize("name", DERIVED)
def test_true_claims_are_derived(name) -> None:
    found = binding.bound(made(DERIVED[name]))
    assert found.derivation.stands, found.derivation.reason
    assert found.formal is not None and found.derivation.node is not None
    assert checked(replace(found.formal, goal=("not", found.formal.goal)), found.derivation.node).stands is False


@pytest.mark.heavy
def test_nine_weights() -> None:
    assert binding.bound(made({**CONSERVED, "depth": 9, "invariant": f"{NINE} - 18*abs(w9)**q"})).derivation.stands
    assert not binding.bound(made({**CONSERVED, "depth": 9, "invariant": f"{NINE} - 17*abs(w9)**q"})).derivation.stands


@pytest.mark.parametrize("name", FALSE)
def test_false_neighbours_are_not(name) -> None:
    found = binding.bound(made(FALSE[name]))
    assert not found.derivation.stands and found.derivation.reason


@pytest.mark.parametrize("name", DERIVED)
def test_no_hypothesis_that_is_used_can_be_dropped(name) -> None:
    found = binding.bound(made(DERIVED[name]))
    formal, node = found.formal, found.derivation.node
    assert formal is not None and node is not None
    used = 0
    for dropped in formal.hypotheses:
        kept = tuple(h for h in formal.hypotheses if h != dropped)
        used += not checked(replace(formal, hypotheses=kept), node).stands
    assert used >= len(formal.hypotheses) - 4  # the drive and x are said where the claim does not speak of them


def test_the_goal_is_the_text_and_the_domain_is_given() -> None:
    formal, _ = values.formal(made({**METRIC, "q": "3/2"}))
    assert text(formal.goal) == "at every time t: 1/(u + lambda + u) = 1/(4 x^(3/2) + lambda^2)^(1/2)"
    assert formal.given() == ("at every time t: x^q = u (u + lambda)", "q = 3/2")
    formal, _ = rates.formal(made(SPEED))
    assert "if 1 < q then for almost every t: dx/dt = -sign(g) |g|^(q - 1) (|w1|^q + |w2|^q)" in text(formal.goal)
    assert "at every time t: 0 < |w1|" in formal.given() and "at every time t: x = w1 w2" in formal.given()
    formal = properties.formal(made(ONTO))
    assert text(formal.goal[1]).startswith("(if q (L - 1)/L <= 1 then int_0^t")
    assert "q in [1, 2]" in formal.scope() and "L >= 2" in formal.scope()


def test_what_the_core_has_no_term_for_is_refused() -> None:
    for expression in ("hyp2f1(1, 2, 3, x)", "gamma(x)", "atan(x)", "elliptic_k(x)"):
        with pytest.raises(Refused):
            term(grammar.expression(expression), {"x": letter("x").term})
    with pytest.raises(Refused):
        term(grammar.expression("x + u"), {"x": letter("x").term})
    for words, stated in (("q < 2 <= L", ("and", below(letter("q", "q"), 2), ("<=", ("n", 2, 1), LAYERS))),):
        assert condition(grammar.condition(words), {"q": letter("q", "q").term, "L": LAYERS}) == stated


LAYERS = letter("L", "depth").term


def test_the_verdict_shows_the_theorem() -> None:
    found = judge(made({**METRIC, "q": "3/2"}))
    assert found.verdict == "proved" and found.derivation is not None
    assert found.hypotheses == ("x^q = u (u + lambda)", "q = 3/2")
    assert found.evidence[0].detail.startswith("derived by ") and found.steps[0]["kind"] == "replaced"
    argued = judge(made({"property": "bregman", "condition": "q > 0"}))
    assert argued.verdict == "argued" and argued.derivation is None and "not derived in the core" in argued.remark
    false = judge(made(FALSE["metric"]))
    assert false.verdict == "refuted" and false.derivation is None and false.hypotheses == ()


def test_the_derivations_of_a_file_are_replayed(tmp_path) -> None:
    source, path = tmp_path / "claims.toml", tmp_path / "out.json"
    source.write_text('[[claim]]\nid = "onto"\nproperty = "onto"\ncondition = "m <= 1"\n')
    assert main(["check", str(source), "--steps", "--json", "--output", str(path)]) == 0
    command = [sys.executable, "-m", "steepest_mirror.proofs.judging.replay", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0 and told.stdout.startswith("onto: stands")
    held = json.loads(path.read_text())
    held["claims"][0]["derivation"]["steps"][-1][2].reverse()
    path.write_text(json.dumps(held))
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def test_a_name_that_would_read_as_something_else_is_refused() -> None:
    with pytest.raises(Refused):
        values.formal(made({**METRIC, "invariants": ["0", "d"], "expression": "1/(2*u + d)"}))
    with pytest.raises(Refused, match="two names"):  # lam is printed as lambda
        both = {"invariants": ["0", "lam", "lambda"], "q": 1, "expression": "1/((u + lam)**2 + 2*u*(u + lam))"}
        values.formal(made({**METRIC, **both}))
