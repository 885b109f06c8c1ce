"""A run that is made wrong is refused, by its invariants or by a sign; sound runs of every kind pass unchanged."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest
from flint import arb, fmpq

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import Decay, LeastSquares, Linear, Problem, Quadratic, constant_decay
from steepest_mirror.numeric_checks.flow.self_check import refused_or, total
from steepest_mirror.numeric_checks.flow.sign import self_check
from steepest_mirror.numeric_checks.flow.sign.block_walk import Block
from steepest_mirror.numeric_checks.flow.sign.gradient import blocks
from steepest_mirror.numeric_checks.precision import bits

CROSSING = Problem(F(1), ((F(1), F(2)),), Linear((F(1),)), F(3, 2))


@pytest.mark.parametrize("q", [F(1), F(3, 2), F(2)])
@pytest.mark.parametrize("decay", [F(0), F(1, 3)])
def test_a_moved_weight_is_refused_and_the_run_itself_is_not(q, decay):
    problem = Problem(q, ((F(1), F(2)), (F(3), F(1, 2))), Quadratic((F(4), F(1))), F(1, 4), constant_decay(decay))
    run = integrate(problem, 20)
    assert run.status == "finished" and refused_or(problem, run) is run

    def moved(t):
        first, *rest = run.state(t)
        return ((first[0], first[1] + arb(10) ** -12), *rest)

    wrong = refused_or(problem, replace(run, state=moved))
    assert wrong.status == "stopped" and "refused" in wrong.reason and not wrong.complete and wrong.end == 0


def test_a_missed_zero_of_a_weight_is_refused():
    ((_, gradient),) = blocks(CROSSING.objective)
    with bits(120):
        path = Block(gradient, (0,), [[fmpq(1), fmpq(2)]], ((fmpq(0), (fmpq(0),)),), fmpq(3, 2)).path()
        assert len(path.pieces) == 2 and self_check.refused_or(path, gradient) is path
        missed = replace(path, pieces=path.pieces[:1], events=())
        found = self_check.refused_or(missed, gradient)
        assert found.how == "undecided" and "wrong sign" in found.reason and found.end == 0


def test_a_missed_arrival_and_a_jump_are_refused():
    problem = Problem(F(1), ((F(1), F(1)), (F(1), F(2))), LeastSquares(((F(1), F(1)),), (F(5),)), F(2))
    ((_, gradient),) = blocks(problem.objective)
    start = [[fmpq(1), fmpq(1)], [fmpq(1), fmpq(2)]]
    with bits(120):
        path = Block(gradient, (0, 1), start, ((fmpq(0), (fmpq(0),)),), fmpq(2)).path()
        assert self_check.refused_or(path, gradient) is path
        missed = self_check.refused_or(replace(path, pieces=path.pieces[:1]), gradient)
        assert "gradient component has the wrong sign" in missed.reason
        jumping = replace(path.pieces[0], y=(fmpq(1, 10**9), path.pieces[0].y[1]))
        found = self_check.refused_or(replace(path, pieces=(jumping, *path.pieces[1:])), gradient)
        assert "jump" in found.reason


def test_the_integral_of_alpha_by_hand():
    decay = Decay(((F(0), (F(1), F(2))), (F(1), (F(3),))))
    with bits(100):
        assert total(decay, arb(fmpq(1, 2))).overlaps(arb(fmpq(3, 4)))
        assert total(decay, arb(2)).overlaps(arb(5))
