"""Where nothing moves any more one step covers the rest: against the conserved quantities and the exact limit."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from flint import arb

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Logistic, Problem, Quadratic
from steepest_mirror.numeric_checks.flow.smooth.arithmetic import BallArithmetic
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow


def rows(*data):
    return tuple(tuple(map(F, row)) for row in data)


@pytest.mark.parametrize("q", [F(2), F(3, 2), F(5, 4)])
def test_a_converged_run_ends_at_once(q):
    run = integrate(Problem(q, rows((1, 2)), Quadratic((F(5),)), F(10**6)), 20)
    a, b = run.state(F(10**6))[0]
    assert run.status == "finished" and (a * b - 5).contains(0) and a.rad() < 1e-18
    power = q.numerator / q.denominator
    assert abs(float(b) ** power - float(a) ** power - (2**power - 1)) < 1e-12


def test_least_squares_settles_on_its_data():
    problem = Problem(F(2), rows((1, 2), (1, 1)), LeastSquares(rows((1, 1)), (F(4),)), F(10**5))
    (a, b), (c, d) = integrate(problem, 20).state(F(10**5))
    assert (a * b + c * d - 4).contains(0) and (b * b - a * a - 3).contains(0) and (d * d - c * c).contains(0)


def test_before_it_settles_it_still_moves():
    """The tail is not taken early: at t = 1 the state differs from the limit by more than its radius."""
    problem = Problem(F(2), rows((1, 2)), Quadratic((F(5),)), F(10**6))
    run = integrate(problem, 20)
    assert (run.state(F(1, 2))[0][0] * run.state(F(1, 2))[0][1] < 5) and run.state(F(1, 2))[0][0].rad() < 1e-19


@pytest.mark.parametrize("size", [30, 10**10, 10**15, 10**19, 10**20, 10**40])
@pytest.mark.parametrize("q", [F(2), F(3, 2)])
def test_margins_of_any_size(size, q):
    """f = log(1 + exp(-S x_1 - x_2)) from x = (2, 1): |dw/dt| <= (S exp(-2S))^{q-1} 2, nothing is seen to move."""
    problem = Problem(q, rows((1, 2), (1, 1)), Logistic(((F(size), F(1)),), (F(1),)), F(1, 2))
    run = integrate(problem, 12)
    assert run.status == "finished"
    for value, at_start in zip((w for row in run.state(F(1, 2)) for w in row), (1, 2, 1, 1), strict=True):
        assert abs(value - at_start) < 1e-11 and value.rad() < 1e-11


def test_a_margin_on_the_wrong_side_is_no_crash():
    problem = Problem(F(2), rows((1, 1)), Logistic(((F(-40),),), (F(1),)), F(1, 100))
    run = integrate(problem, 12)
    x = run.state(F(1, 100))[0][0] * run.state(F(1, 100))[0][1]
    assert run.status == "finished" and x < 1 and x > 0


@pytest.mark.parametrize("size", [10**19, 10**40])
@pytest.mark.parametrize("q", [F(2), F(3, 2)])
def test_terms_of_one_sign_leave_nothing_undecided(size, q):
    """g_k = -X_k/(1 + e^c) < 0 however small it is; with a second row of the other sign that is not said."""
    X = ((F(size), F(1)), (F(size), F(-1)))
    for data, labels, known in (((X[0],), (F(1),), {0, 1}), (X, (F(1), F(1)), {0}), (X, (F(1), F(-1)), {1})):
        problem = Problem(q, rows((1, 2), (1, 1)), Logistic(data, labels), F(1, 2))
        assert Flow(problem, (F(0),)).never_zero == known
    run = integrate(Problem(q, rows((1, 2), (1, 1)), Logistic((X[0],), (F(1),)), F(1, 2)), 12)
    assert run.ended == "until" and "undecided" not in run.reason


def test_the_share_on_wide_balls():
    """1/(1 + e^c) between its end values, wherever the ball lies, also where a ball around 1 + e^c holds 0."""
    for middle, width in ((0, 10**6), (10**12, 10**13), (-(10**12), 5), (3, 0), (-40, 41)):
        ball = BallArithmetic().share(arb(middle, width))
        for c in (middle - width, middle, middle + width):
            assert ball.overlaps(1 / (1 + arb(c).exp())) or c > 10**5  # beyond it e^c only says that it is near 0
        assert ball.abs_upper() < 1.02
