"""The laws hold on certified trajectories, and a wrong law, a wrong flow or a wide ball does not pass."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest
from flint import arb

from steepest_mirror.numeric_checks.flow.problem import (
    Decay,
    LeastSquares,
    Linear,
    Logistic,
    Problem,
    Quadratic,
    constant_decay,
)
from steepest_mirror.numeric_checks.laws import residuals
from steepest_mirror.numeric_checks.laws.residuals import Mirror, measure, total_decay

START = ((F(3, 10), F(6, 10)), (F(1, 5), F(-1, 2)))
PAIR = LeastSquares(((F(1), F(2)), (F(1), F(-1))), (F(1), F(1, 3)))
DECAY = constant_decay(F(1, 3))
GF, SIGN = Problem(F(2), START, PAIR, F(1)), Problem(F(1), START, PAIR, F(1, 10))


@pytest.mark.parametrize("problem", [GF, SIGN, replace(GF, decay=DECAY), replace(SIGN, decay=DECAY)])
def test_balance_holds_and_another_exponent_does_not(problem):
    def other_exponent(problem, run, t):
        return residuals.balance(replace(problem, q=F(3, 2)), run, t)

    assert measure(residuals.balance, [problem], 30).holds
    assert not measure(other_exponent, [problem], 30).holds


def test_balance_refuses_a_forgotten_decay():
    def forgotten(problem, run, t):
        return residuals.balance(replace(problem, decay=constant_decay(F(0))), run, t)

    assert not measure(forgotten, [replace(GF, decay=DECAY)], 30).holds


def test_mirror_flow_sees_an_error_of_1e_minus_25():
    def off(problem, run, t):
        return [(r + arb(10) ** -25, scale) for r, scale in residuals.mirror_flow(problem, run, t)]

    assert measure(residuals.mirror_flow, [GF, SIGN], 40).holds
    assert not measure(off, [GF], 40).holds


def test_a_wide_ball_does_not_pass():
    def wide(problem, run, t):
        return [(r + arb(0, 1e-5), scale) for r, scale in residuals.mirror_flow(problem, run, t)]

    found = measure(wide, [GF], 40)
    assert not found.holds and "wide" in found.reason


def test_nothing_measured_is_nothing_shown():
    assert not measure(lambda *_: [], [GF], 20).holds


@pytest.mark.parametrize("kind", ["decoupled", "coupled"])
def test_regularizer_of_balanced_runs_and_not_of_the_other_decay(kind, monkeypatch):
    balanced = Problem(F(2), ((F(1, 2),) * 3,), Quadratic((F(1),)), F(1, 10), constant_decay(F(1, 3), kind))
    assert measure(residuals.regularizer, [balanced], 30).holds
    monkeypatch.setattr(Mirror, "regularizer", Mirror.conjugate)
    monkeypatch.setattr(Mirror, "coupled_regularizer", Mirror.conjugate)
    assert not measure(residuals.regularizer, [balanced], 30).holds


def test_gradients_against_difference_quotients():
    h = F(1, 10**9)
    for objective in (
        Quadratic((F(1), F(-2))),
        PAIR,
        Linear((F(3), F(-1))),
        Logistic(((F(1), F(2)), (F(-1), F(1, 2))), (F(1), F(-1))),
    ):
        x = [F(1, 3), F(-2, 7)]
        slopes = residuals.gradient(objective, [arb(v.numerator) / v.denominator for v in x])
        for k, slope in enumerate(slopes):
            up, down = ([v + (s * h if j == k else 0) for j, v in enumerate(x)] for s in (1, -1))
            quotient = (value(objective, up) - value(objective, down)) / float(2 * h)
            assert abs(float(slope) - quotient) < 1e-5


def value(objective, x):
    from math import exp, log

    x = [float(v) for v in x]
    match objective:
        case Linear(g):
            return sum(float(c) * v for c, v in zip(g, x, strict=True))
        case Quadratic(target):
            return sum((v - float(c)) ** 2 for v, c in zip(x, target, strict=True)) / 2
        case LeastSquares(A, b):
            return (
                sum(
                    (sum(float(c) * v for c, v in zip(row, x, strict=True)) - float(r)) ** 2
                    for row, r in zip(A, b, strict=True)
                )
                / 2
            )
        case Logistic(X, y):
            return sum(
                log(1 + exp(-float(s) * sum(float(c) * v for c, v in zip(row, x, strict=True))))
                for row, s in zip(X, y, strict=True)
            )


def test_the_integral_of_a_piecewise_polynomial_decay():
    decay = Decay(((F(0), (F(1), F(2))), (F(1), (F(0), F(0), F(3)))))
    assert total_decay(decay, F(1, 2)) == F(3, 4)
    assert total_decay(decay, F(2)) == F(2) + (8 - 1)


def test_two_precisions_are_both_used(monkeypatch):
    seen = []
    original = residuals.trajectory
    monkeypatch.setattr(residuals, "trajectory", lambda p, d: seen.append(d) or original(p, d))
    measure(residuals.balance, [GF], 25)
    assert seen == [25, 25 + residuals.SECOND]
