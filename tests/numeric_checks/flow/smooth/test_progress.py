"""A run whose steps are too short says so after some hundred of them; one that ends does not."""

from __future__ import annotations

from fractions import Fraction as F

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
