"""g_k = c g_j for all x where two columns of A are multiples: both vanish at once, and are left together."""

from __future__ import annotations

from fractions import Fraction as F

import numpy as np
import pytest
from flint import arb
from scipy.integrate import solve_ivp

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import Decay, LeastSquares, Linear, Problem
from steepest_mirror.numeric_checks.flow.smooth.arithmetic import BallArithmetic
from steepest_mirror.numeric_checks.flow.smooth.pivot_field import PivotField
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow

Q, A, B = F(4, 3), ((F(1), F(-1), F(-2)), (F(0), F(-2, 3), F(0))), (F(-1), F(5, 2))
WEIGHTS = ((F(3, 2), F(9, 2)), (F(5, 6), F(3, 4)), (F(-4), F(-3)))
CROSSING = Problem(Q, WEIGHTS, LeastSquares(A, B), F(3, 10))  # g_3 = -2 g_1 pass through 0 near t = 0.296
DECAYING = Problem(
    Q,
    ((F(1, 2), F(1)), (F(1), F(4, 3))),
    LeastSquares(((F(1), F(3)),), (F(4),)),
    F(1, 5),
    Decay(((F(0), (F(1, 2),)),)),
)
LEAVING = Problem(  # A x - b = (1, 1) at the start: g_1 = -g_2 = 0, and x_3 moves them
    Q,
    ((F(1), F(2)), (F(-1), F(1)), (F(1, 2), F(2))),
    LeastSquares(((F(1), F(-1), F(1)), (F(-1), F(1), F(2))), (F(3), F(-2))),
    F(1, 100),
)


def in_doubles(problem: Problem) -> np.ndarray:
    """The weights at the end, from another integrator."""
    A, b = np.array(problem.objective.A, float), np.array(problem.objective.b, float)
    q, shape, alpha = float(problem.q), (len(problem.weights), problem.depth), float(problem.decay.pieces[0][1][0])

    def rate(_: float, w: np.ndarray) -> np.ndarray:
        rows = w.reshape(shape)
        x = rows.prod(axis=1)
        pull = (A.T @ (A @ x - b))[:, None] * x[:, None] / rows
        return -(np.sign(pull) * abs(pull) ** (q - 1) + alpha * rows).ravel()

    start = np.array(problem.weights, float).ravel()
    return solve_ivp(rate, (0, float(problem.until)), start, rtol=1e-9, atol=1e-11, max_step=1e-3).y[:, -1]


def kinds(problem: Problem) -> list[tuple[str, int | None]]:
    run = integrate(problem, 10)
    assert run.status == "finished", run.reason
    found = [v for row in run.state(problem.until) for v in row]
    assert all(v.rad() < 1e-9 for v in found)
    assert np.allclose([float(v.mid()) for v in found], in_doubles(problem), atol=1e-6, rtol=0)
    return [(event.kind, event.coordinate) for event in run.events]


def test_multiples_are_told_from_columns():
    rows = ((F(1), F(0), F(-2), F(3), F(0), F(1)), (F(2), F(0), F(-4), F(1), F(0), F(1, 3)))
    flow = Flow(Problem(Q, ((F(1), F(2)),) * 6, LeastSquares(rows, (F(1), F(2))), F(1)), (F(0),))
    assert flow.multiples == [(0, 1), (1, 1), (0, -2), (3, 1), (4, 1), (3, F(1, 3))]
    assert flow.shares == ()
    x = [arb(v) for v in (3, 1, -4, 1, -5, 9)]
    g = flow.gradient(x, BallArithmetic())
    assert all((g[k] - arb(c.numerator) / c.denominator * g[j]).contains(0) for k, (j, c) in enumerate(flow.multiples))
    linear = Flow(Problem(Q, ((F(1), F(2)),) * 2, Linear((F(1), F(2))), F(1)), (F(0),))
    assert linear.multiples == [(0, 1), (1, 1)]


def test_both_pass_through_zero():
    assert kinds(CROSSING) == [("gradient-zero", 1), ("gradient-zero", 3)]


def test_with_decay_one_row_is_enough():
    assert ("gradient-zero", 2) in kinds(DECAYING)


def test_both_leave_zero():
    assert kinds(LEAVING) == []


def test_the_second_takes_its_own_share(monkeypatch):
    """Were |g_3|^r taken to be |g_1|^r, the steps in sigma would not meet the gradient at the weights."""
    plain = PivotField.__init__

    def equal(self: PivotField, *given, **named) -> None:
        plain(self, *given, **named)
        self.factors = dict(self.signs)

    monkeypatch.setattr(PivotField, "__init__", equal)
    with pytest.raises((ArithmeticError, AssertionError)):
        kinds(CROSSING)
