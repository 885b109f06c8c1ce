"""Gradients as small as e^-S, and decay that settles everything within 1e-9 of the time asked for."""

from __future__ import annotations

from fractions import Fraction as F

import mpmath as mp
import pytest
from flint import fmpq

from steepest_mirror.numeric_checks.balls import fraction
from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import Linear, Logistic, Problem, Quadratic, constant_decay


def real(v: F) -> mp.mpf:
    return mp.mpf(v.numerator) / v.denominator


def middle(ball) -> mp.mpf:
    return mp.mpf(ball.mid().str(60, radius=False))


@pytest.mark.parametrize("q", [F(11, 10), F(5, 4), F(3, 2), F(7, 4)], ids=str)
@pytest.mark.parametrize("row", [(30, 30), (50, 1), (90, 7), (1, 40)], ids=str)
def test_a_row_that_is_far_on_its_side(q, row):
    """g_k < 0 shrinks in size as x grows, the other weights grow: speeds are between those of start and end."""
    weights = ((F(1), F(2)), (F(1), F(1)))
    run = integrate(Problem(q, weights, Logistic((tuple(map(F, row)),), (F(1),)), F(1, 2)), 40)
    assert run.ended == "until" and not run.events
    with mp.workdps(60):
        end, r = [[middle(w) for w in found] for found in run.state(F(1, 2))], real(q) - 1
        start = [[real(w) for w in found] for found in weights]

        def pull(at, k):
            margin = sum(S * at[j][0] * at[j][1] for j, S in enumerate(row))
            return row[k] / (1 + mp.exp(margin))

        for k in range(2):
            for i in range(2):
                low = pull(end, k) ** r * start[k][1 - i] ** r / 2
                high = pull(start, k) ** r * end[k][1 - i] ** r / 2
                slack = mp.mpf(10) ** -38
                assert low - slack <= end[k][i] - start[k][i] <= high + slack


@pytest.mark.parametrize(
    ("q", "alpha", "digits"),
    [(F(7, 4), 50, 15), (F(3, 2), 10**4, 15), (F(5, 4), 10**10, 15),
     pytest.param(F(3, 2), 10**10, 20, marks=pytest.mark.heavy)],
    ids=str,
)  # fmt: skip
def test_strong_decay_ends_at_its_rest_point(q, alpha, digits):
    """|g|^r w^r = alpha w for the two equal weights at rest, g = w^2 - 5."""
    run = integrate(Problem(q, ((F(1), F(2)),), Quadratic((F(5),)), F(10), constant_decay(F(alpha))), digits)
    assert run.ended == "until"
    with mp.workdps(60):
        r, (a, b) = real(q) - 1, run.state(F(10))[0]
        rest = mp.findroot(lambda v: r * mp.log(5 - v * v) - (1 - r) * mp.log(v) - mp.log(alpha),
                           (5**r / mp.mpf(alpha)) ** (1 / (1 - r)))  # fmt: skip
        for w in (a, b):
            assert abs(middle(w) - rest) <= mp.mpf(w.rad().str(5, radius=False)) + mp.mpf(10) ** -50
            assert float(w.rad()) < 1e-14


def test_sign_flow_under_strong_decay_in_one_piece():
    """w = 1/alpha + (w_0 - 1/alpha) e^{-alpha t} for ever, however often e^{-16} fits into the time."""
    alpha = F(10**10)
    run = integrate(Problem(F(1), ((F(1), F(2)),), Quadratic((F(5),)), F(10), constant_decay(alpha)), 20)
    assert run.ended == "until" and not run.events
    for w in run.state(F(10))[0]:
        assert abs(fraction(w) - fmpq(1, 10**10)) <= fraction(w.rad()) and float(w.rad()) < 1e-20


@pytest.mark.parametrize("n", [10, 30, 44, pytest.param(90, marks=pytest.mark.heavy)])
def test_a_late_event_is_not_skipped(n):
    """x = (1 - e^{-t}/2)^2 reaches the target (1 - 2^-n)^2 at t = (n - 1) log 2, alpha t far beyond 16."""
    target = (1 - F(1, 2**n)) ** 2
    run = integrate(Problem(F(1), ((F(1, 2), F(1, 2)),), Quadratic((target,)), F(200), constant_decay(F(1))), 40)
    first = run.events[0]
    assert first.kind in ("arrival", "gradient-zero")
    with mp.workdps(60):
        assert abs(middle(first.time) - (n - 1) * mp.log(2)) < mp.mpf(10) ** -30


@pytest.mark.parametrize("n", [10, 30, 90])
def test_a_late_weight_zero_is_not_skipped(n):
    """w' = -1 - w from 2^n - 1 on: w = 2^n e^{-t} - 1 is 0 at t = n log 2, the other weight is larger."""
    weights = ((F(2**n - 1), F(2**n)),)
    run = integrate(Problem(F(1), weights, Linear((F(1),)), F(n), constant_decay(F(1))), 40)
    first = run.events[0]
    assert first.kind == "weight-zero" and first.index == 1
    with mp.workdps(60):
        assert abs(middle(first.time) - n * mp.log(2)) < mp.mpf(10) ** -30


@pytest.mark.parametrize("S", [10**5, 10**6, 10**10, 10**300])
@pytest.mark.parametrize("q", [F(1000001, 10**6), F(101, 100), F(3, 2)], ids=str)
def test_no_gradient_is_too_small_to_be_answered(q, S):
    """Far beyond what fixed-point numbers hold: an end, or the reason, in little time."""
    weights = ((F(1), F(2)), (F(1), F(1)))
    run = integrate(Problem(q, weights, Logistic(((F(S), F(1)),), (F(1),)), F(1, 2)), 12)
    assert run.ended == "until" or (run.ended == "undecided" and "steps" in run.reason)
