"""A run whose steps are too short says so after some hundred of them; one that ends does not."""

from __future__ import annotations

from fractions import Fraction as F

import mpmath

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import Logistic, Problem


def test_a_stiff_loss_is_undecided_with_its_reason():
    """x_2 = 1 on the wrong side of a margin of 10^10: rates of 10^20, steps below 10^-8 to t = 1/2."""
    X = ((F(10**10), F(0)), (F(-1), F(10**10)))
    run = integrate(Problem(F(2), ((F(1), F(2)), (F(1), F(1))), Logistic(X, (F(1), F(-1))), F(1, 2)), 6)
    assert run.ended == "undecided" and "steps" in run.reason
    assert 0 < run.end < 1 and all(w.is_finite() for row in run.state(run.end) for w in row)
    mild = ((F(10), F(0)), (F(-1), F(10)))
    assert (
        integrate(Problem(F(2), ((F(1), F(2)), (F(1), F(1))), Logistic(mild, (F(1), F(-1))), F(1, 2)), 6).ended
        == "until"
    )


def test_the_same_loss_below_q_2_comes_to_its_saddle():
    """w_2,1 = w_2,2 = w, dw/dt = -(S w/(1 + e^{x_1 - S w^2}))^{1/2}: 0 at t = S^{-1/2} int_0^1 ((1 + e^..)/w)^{1/2} dw.

    x_1 = 2 moves by less than 10^-4 in that time.
    """
    S = 10**10
    X = ((F(S), F(0)), (F(-1), F(S)))
    run = integrate(Problem(F(3, 2), ((F(1), F(2)), (F(1), F(1))), Logistic(X, (F(1), F(-1))), F(1, 2)), 12)
    assert run.ended == "natural" and [e.kind for e in run.events] == ["weight-zero", "weight-zero", "saddle"]
    time, radius = float(run.end.mid()), float(run.end.rad())
    with mpmath.workdps(30):
        low, high = (
            mpmath.quad(
                lambda v: 2 * mpmath.sqrt(1 + mpmath.exp(x_1 - S * v**4)),  # noqa: B023
                [0, mpmath.mpf(S) ** -0.25, 3 * mpmath.mpf(S) ** -0.25, 0.05, 1],
            )
            / mpmath.sqrt(S)
            for x_1 in (2, mpmath.mpf("2.0001"))
        )  # w = v^2
    assert low - radius <= time <= high + radius and high - low < 1e-11 and radius < 1e-11
