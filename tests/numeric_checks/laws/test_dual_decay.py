"""The residuals of the dual variable enclose 0 on true trajectories, narrowly, and notice a wrong law."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from flint import acb, arb

from steepest_mirror.numeric_checks.flow.problem import Decay, LeastSquares, Linear, Problem, constant_decay
from steepest_mirror.numeric_checks.laws import dual_decay, residuals
from steepest_mirror.numeric_checks.precision import bits

START = {2: "3/10 6/10", 3: "3/10 6/10 9/10", 4: "1/3 1/2 2/3 1", 5: "1/3 1/2 2/3 1 6/5"}
SLOWING = Decay(((F(0), (F(1, 2), F(-1, 10))),))
BENT = Decay(((F(0), (F(1, 3), F(1))), (F(1, 8), (F(1),))))


def pushed(q, text, decay, until=F(1, 4)):
    return Problem(F(q), (tuple(map(F, text.split())),), Linear((F(-1),)), until, decay)


@pytest.mark.parametrize("q", ["1", "5/4", "3/2", "2"])
@pytest.mark.parametrize("depth", START)
@pytest.mark.parametrize("decay", [constant_decay(F(1, 3)), SLOWING, BENT], ids=["constant", "slowing", "bent"])
def test_the_law_at_fifty_digits(q, depth, decay):
    found = residuals.measure(dual_decay.dual_decay, [pushed(q, START[depth], decay)], 50, 1)
    assert found.holds, found.reason
    with bits(64):
        assert found.largest < arb(10) ** -50


@pytest.mark.parametrize("shift", [F(1), F(-1), F(1, 10**20)])
def test_another_rate_is_noticed(monkeypatch, shift):
    true = dual_decay.degree
    monkeypatch.setattr(dual_decay, "degree", lambda problem: true(problem) + shift)
    assert not residuals.measure(dual_decay.dual_decay, [pushed("3/2", START[2], SLOWING)], 50, 1).holds


def test_without_the_drift_at_m_1_the_law_fails(monkeypatch):
    problem = pushed("2", "1/2 1/2", constant_decay(F(1, 3)))
    assert residuals.measure(dual_decay.dual_decay, [problem], 30, 2).holds
    monkeypatch.setattr(dual_decay, "critical", lambda problem, row: False)
    assert not residuals.measure(dual_decay.dual_decay, [problem], 30, 2).holds


@pytest.mark.parametrize("q", ["1", "3/2", "2"])
def test_any_objective_in_two_coordinates(q):
    pair = LeastSquares(((F(1), F(2)), (F(1), F(-1))), (F(1), F(1, 3)))
    rows = tuple(tuple(map(F, text.split())) for text in ("3/10 6/10 9/10", "1/5 1/2 1"))
    problem = Problem(F(q), rows, pair, F(1, 10), SLOWING)
    found = residuals.measure(dual_decay.dual_decay_rate, [problem], 40, 1)
    assert found.holds, found.reason


def test_the_integral_of_the_growth():
    """int_0^t e^{d A} for A = a t is (e^{dat} - 1)/(da); across pieces it agrees with one long integral."""
    with bits(200):
        d, t = F(3, 2), F(7, 5)
        found = dual_decay.growth(constant_decay(F(1, 3)), d, t)
        assert found.overlaps(((arb(7) / 10).exp() - 1) * 2)
        assert found.rad() < arb(10) ** -50
        halves = Decay(((F(0), (F(1), F(2))), (F(1, 3), (F(1), F(2)))))
        whole = acb.integral(lambda z, _: (z + z * z).exp(), 0, acb(7) / 5).real
        assert dual_decay.growth(halves, F(1), t).overlaps(whole)
