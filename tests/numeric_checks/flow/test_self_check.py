"""A run that is made wrong is refused, by its invariants or by a sign; sound runs of every kind pass unchanged."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest
from flint import arb, fmpq

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import Decay, LeastSquares, Linear, Problem, Quadratic, constant_decay
from steepest_mirror.numeric_checks.flow.self_check import refused_or, total
from steepest_mirror.numeric_checks.flow.sign import block_walk
from steepest_mirror.numeric_checks.flow.sign.block_walk import Block
from steepest_mirror.numeric_checks.flow.sign.events import next_event
from steepest_mirror.numeric_checks.flow.sign.gradient import blocks
from steepest_mirror.numeric_checks.flow.sign.self_check import fault
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
        assert len(path.pieces) == 2 and path.end == fmpq(3, 2) and not path.reason
        assert "weight has the wrong sign" in (fault(path.pieces[0], gradient, path.end, None) or "")


def test_a_path_ends_where_its_first_wrong_piece_begins(monkeypatch):
    """The zero of w_1 at t = 1 is put at t = 5/4: the path keeps nothing past the start of that piece."""
    ((_, gradient),) = blocks(CROSSING.objective)

    def late(piece, horizon, same_size):
        found = next_event(piece, horizon, same_size)
        return [replace(c, v=c.v + fmpq(1, 4)) if c.what == "weight-zero" else c for c in found]

    monkeypatch.setattr(block_walk, "next_event", late)
    with bits(120):
        path = Block(gradient, (0,), [[fmpq(1), fmpq(2)]], ((fmpq(0), (fmpq(0),)),), fmpq(3, 2)).path()
    assert path.how == "undecided" and "refused: a weight has the wrong sign" in path.reason
    assert path.end == 0 and path.events == () and len(path.pieces) == 1


def test_a_missed_arrival_and_a_jump_are_refused():
    problem = Problem(F(1), ((F(1), F(1)), (F(1), F(2))), LeastSquares(((F(1), F(1)),), (F(5),)), F(2))
    ((_, gradient),) = blocks(problem.objective)
    start = [[fmpq(1), fmpq(1)], [fmpq(1), fmpq(2)]]
    with bits(120):
        path = Block(gradient, (0, 1), start, ((fmpq(0), (fmpq(0),)),), fmpq(2)).path()
        first, second = path.pieces
        assert not path.reason and fault(first, gradient, second.begin, second) is None
        assert "gradient component has the wrong sign" in (fault(first, gradient, path.end, None) or "")
        jumping = replace(first, y=(fmpq(1, 10**9), first.y[1]))
        assert "jump" in (fault(jumping, gradient, second.begin, second) or "")


def test_the_integral_of_alpha_by_hand():
    decay = Decay(((F(0), (F(1), F(2))), (F(1), (F(3),))))
    with bits(100):
        assert total(decay, arb(fmpq(1, 2))).overlaps(arb(fmpq(3, 4)))
        assert total(decay, arb(2)).overlaps(arb(5))
