"""Seven false claims that words once let through, written as formulas: each is refused, and the reason says why.

Each is tried with the derivation of the true claim, and with that derivation changed alike.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest

from steepest_mirror.proofs.judging.flows import F, alpha, i, j, k, q, w, x
from steepest_mirror.proofs.judging.formal import Formal, checked, derive
from steepest_mirror.proofs.judging.formulas import almost, equal, for_all, formula
from steepest_mirror.proofs.judging.rules.calculus import limit
from steepest_mirror.proofs.judging.tactics import given
from steepest_mirror.proofs.judging.terms import function, letter, others, plain, rate, signed_power, start, sum_over
from steepest_mirror.proofs.kernel.translated import Untranslated, statement
from steepest_mirror.proofs.theorems.balance import AT_START, DIFFERENCE, l
from steepest_mirror.proofs.theorems.shared.descent import BOUNDED
from steepest_mirror.proofs.theorems.shared.speed import SLOPE, P

from . import attacks
from .formal_claims import derivation, formal_claims


def refusals(name: str, false: Formal, *changes: tuple[object, object]) -> list[str]:
    """Why the derivation of the true claim, as it is and changed alike, does not prove the false one."""
    node = derivation(name)
    tried = [node, *(attacks.changed_alike(node, old, new) for old, new in changes)]
    found = [checked(false, n) for n in tried]
    assert not any(d.stands for d in found)
    return [d.reason for d in found]


def test_the_metric_with_p_for_its_derivative() -> None:
    """dx/dt = -P(u) h."""
    true = formal_claims()["metric"]
    goal = attacks.changed_alike(("", (true.goal,), ()), SLOPE.term, P.term)[1][0]
    assert goal != true.goal
    reasons = refusals("metric", replace(true, goal=goal), (SLOPE.term, P.term), (true.goal, goal))
    assert reasons[0].startswith("it ends in another statement")


def test_the_decay_law_under_another_decay() -> None:
    """The law of decoupled decay, its flow given as d<w>/dt = -<pull + alpha w>^{q-1} (coupled)."""
    true = formal_claims()["balance-decay"]
    pull = others(j, i, function("w", "real", k, j)) * function("g", "real", k) + alpha * w
    flow = for_all(k, for_all(i, almost(equal(rate(w), -1 * signed_power(pull, q - 1)))))
    reasons = refusals("balance-decay", replace(true, hypotheses=(flow,)), (("flow", "driven-decay"), flow))
    assert reasons[0].startswith("it rests on what is not given")


def test_finite_time_for_every_q() -> None:
    true = formal_claims()["finite-time"]
    dropped = tuple(h for h in true.hypotheses if h != ("<", plain(q), plain(2)))
    assert len(dropped) == len(true.hypotheses) - 1
    assert refusals("finite-time", replace(true, hypotheses=dropped)) == ["it rests on what is not given: q < 2"]


def test_convergence_without_a_bound_on_the_gradient() -> None:
    true = formal_claims()["convergence"]
    dropped = tuple(h for h in true.hypotheses if h != BOUNDED)
    assert len(dropped) == len(true.hypotheses) - 1
    (reason,) = refusals("convergence", replace(true, hypotheses=dropped))
    assert reason.startswith("it rests on what is not given") and "|g_k| <= B" in reason


def test_decay_has_no_effect() -> None:
    """The balance of the flow without decay, claimed with decay."""
    false = replace(formal_claims()["balance"], hypotheses=(("flow", "driven-decay"),))
    goal = for_all(k, for_all(i, for_all(l, equal(DIFFERENCE, AT_START))))
    assert false.goal == goal
    reasons = refusals("balance", false, (("flow", "driven"), ("flow", "driven-decay")))
    assert reasons[0].startswith("it rests on what is not given")


def test_the_metric_is_infinite_at_0_for_all_invariants() -> None:
    """1/P'(v) -> infinity as v -> 0, for any number k0 >= 1 of invariants that are 0: no rule gives this limit."""
    v, k0 = function("v", "pos"), letter("k0", "count")
    near = formula(("tends", v.term, plain(0)))
    slope = k0 * v ** (k0 - 1)
    all_invariants = sum_over(i, others(j, i, v + letter("Lambda", "nonneg", j)))
    for metric in (1 / slope, 1 / all_invariants):
        goal = formula(("grows", plain(metric)))
        found = derive(Formal((near,), goal, lambda metric=metric: limit(given(near), a=plain(metric)), no_witness))
        assert not found.stands and "limit" in found.reason


def no_witness():
    raise AssertionError("not asked for")


@pytest.mark.parametrize("what", [x, F])
def test_every_trajectory_converges(what) -> None:
    """x (or F) has a limit along every flow of every objective, by an unrelated step: no limit is told."""
    goal = formula(("tends", what.term, start(what).term))
    flow = (("flow", "mirror"), ("flow", "objective"))
    unrelated = derivation("convergence-powers")
    assert not checked(Formal(flow, goal, no_witness, no_witness), unrelated).stands
    for premise in flow:
        found = derive(Formal(flow, goal, lambda premise=premise: limit(given(premise), a=what.term), no_witness))
        assert not found.stands and "limit" in found.reason


def test_the_kernel_evidence_does_not_move_to_a_false_statement() -> None:
    """The proposition that the kernel's theorem must have changes with every change of the statement, but x(0) at 0."""
    true, same, tried = formal_claims()["mirror-flow"], set(), 0
    for what, (hypotheses, goal) in attacks.statements(true.hypotheses, true.goal):
        with suppress(Untranslated):
            tried += 1
            if statement(replace(true, hypotheses=hypotheses, goal=goal)) == statement(true):
                same.add(what)
    assert same <= {"goal: a function at t = 0"} and tried > 10
