"""Under decay a run ends in a ball that the flow never leaves: closed forms, and no ball where there is none."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from flint import arb

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Linear, Problem, Quadratic, constant_decay
from steepest_mirror.numeric_checks.flow.smooth.checker import Enclosure
from steepest_mirror.numeric_checks.flow.smooth.trapped import trapped
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow, TimeField
from steepest_mirror.numeric_checks.precision import bits


def weights(*rows):
    return tuple(tuple(map(F, row)) for row in rows)


def step_at(problem: Problem, point: tuple, alpha=None, until=10**6):
    with bits(100):
        flow = Flow(problem, alpha or problem.decay.pieces[0][1])
        state = Enclosure(tuple(arb(v) for v in point), arb(0), (arb(0),) * flow.n)
        return trapped(TimeField(flow, {}), state, arb(0), arb(until), 100)


@pytest.mark.parametrize("alpha", [F(1), F(1, 3), F(10**10)])
@pytest.mark.parametrize("kind", ["decoupled", "coupled"])
def test_the_limit_under_decay(alpha, kind):
    """q = 2, target 5: w_1 = w_2 with w^2 = 5 - alpha in the limit, 0 where alpha > 5."""
    run = integrate(Problem(F(2), weights((1, 2)), Quadratic((F(5),)), F(10**5), constant_decay(alpha, kind)), 20)
    assert run.ended == "until", run.reason
    with bits(200):
        goal = (5 - arb(alpha.numerator) / alpha.denominator).max(arb(0)).sqrt()
        for w in run.state(F(10**5))[0]:
            assert abs(w - goal) < 1e-18 and w.rad() < 1e-18


def test_what_moves_inside_stays_inside():
    """g = 0: w = w_0 e^{-t} at times before and after the ball is entered."""
    run = integrate(Problem(F(2), weights((1, 2)), Linear((F(0),)), F(500), constant_decay(F(1))), 15)
    with bits(300):
        for t in (F(1), F(20), F(40), F(77), F(499)):
            for w, start in zip(run.state(t)[0], (1, 2), strict=True):
                assert w.overlaps(start * (arb(-t.numerator) / t.denominator).exp()) and w.rad() < 1e-14


def test_the_gain_goes_on_in_the_ball():
    """g = -1/2 throughout: int g dt = -t/2 long after the weights have come to rest at 0."""
    run = integrate(Problem(F(2), weights((1, 2)), Linear((F(-1, 2),)), F(900), constant_decay(F(1))), 15)
    with bits(200):
        for t in (10, 300, 900):
            gain = run.gain(F(t))[0]
            assert gain.overlaps(arb(-t) / 2) and gain.rad() < 1e-12
        assert abs(run.state(F(900))[0][0]) < 1e-14


def test_coupled_coordinates():
    """A^T (A x - b) prod_{j != i} w_j + alpha w_i = 0 in the limit."""
    A, b = ((2, 1), (1, 3)), (7, 11)
    objective = LeastSquares(weights(*A), tuple(map(F, b)))
    run = integrate(Problem(F(2), weights((1, 2), (1, 3)), objective, F(10**4), constant_decay(F(1, 2))), 15)
    assert run.ended == "until"
    with bits(150):
        rows = run.state(F(10**4))
        miss = [sum((a * row[0] * row[1] for a, row in zip(line, rows, strict=True)), arb(-c))
                for line, c in zip(A, b, strict=True)]  # fmt: skip
        for row, column in zip(rows, zip(*A, strict=True), strict=True):
            g = sum((a * m for a, m in zip(column, miss, strict=True)), arb(0))
            assert (g * row[1] + row[0] / 2).contains(0) and (g * row[0] + row[1] / 2).contains(0)
            assert row[0].rad() < 1e-13


def test_no_ball_where_there_is_none():
    problem = Problem(F(2), weights((1, 2)), Quadratic((F(5),)), F(1), constant_decay(F(1)))
    assert step_at(problem, (2, 2)) is not None  # the equilibrium x = 4
    assert step_at(problem, (2, arb(2) + arb(2) ** -40)) is None  # near, but it still moves by more than the tube
    assert step_at(problem, (0, 0)) is None  # a saddle: g = -5, eigenvalues 4 and -6
    assert step_at(problem, (2, 2), alpha=(F(1), F(1))) is None  # alpha = 1 + t
    free = Problem(F(2), weights((1, 2)), Quadratic((F(4),)), F(1))
    assert step_at(free, (2, 2)) is None  # no decay: w_1^2 - w_2^2 is kept, nothing contracts along it
