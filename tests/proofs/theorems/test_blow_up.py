"""Blow-up times against mpmath: Euler's integral, and the threshold of decay by integrating the gap's equation."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
import sympy as sp
from mpmath import mp, mpf, odefun, quad

from steepest_mirror.proofs.observations import beyond
from steepest_mirror.proofs.theorems.blow_up import BLOW_UP, DECAYED, T0, g
from steepest_mirror.symbolic.symbols import L, alpha, lam, q


def value(form, at):
    return mpf(str(sp.N(form.subs(at), 40)))


@pytest.mark.parametrize(("steep", "depth"), [("2", 3), ("2", 5), ("9/5", 3), ("3/2", 4), ("4/3", 7)])
@pytest.mark.parametrize("size", ["1/2", "3"])
def test_from_zero_with_one_balance_parameter(steep, depth, size):
    at = {q: sp.Rational(steep), L: depth, lam: sp.Rational(size), g: sp.Rational(2, 3)}
    with mp.workdps(40):
        q_, lam_ = mpf(str(sp.N(at[q], 45))), mpf(str(sp.N(at[lam], 45)))
        speed = (mpf(2) / 3) ** (q_ - 1)
        end = q_ / (depth * (q_ - 1) - q_)

        def density(v):
            return (v * (v + lam_) ** (depth - 1)) ** (1 / q_ - 1) / q_

        low = quad(lambda s: density(s**q_) * q_ * s ** (q_ - 1), [0, 1])
        high = quad(lambda s: density(s**-end) * end * s ** (-end - 1), [0, 1])
        assert abs((low + high) / speed / value(BLOW_UP.parts["positive"], at) - 1) < mpf(10) ** -20


@pytest.mark.parametrize("part", [mpf(1) / 3, mpf(9) / 10])
def test_the_time_with_decay_solves_the_equation_of_the_gap(part):
    """q = 2, L = 3: kappa = 1, dz/dt = alpha z - g from z_0 = g T_0; alpha = part of the threshold 1/T_0."""
    with mp.workdps(25):
        first, size = mpf(3) / 2, mpf(2) / 3
        strength = part / first
        at = {q: 2, L: 3, alpha: sp.Float(str(strength), 25), T0: sp.Rational(3, 2)}
        moment = value(DECAYED.parts["time"], at)
        gap = odefun(lambda t, z: strength * z - size, 0, size * first)
        assert abs(gap(moment)) < mpf(10) ** -15
        assert gap(moment * mpf(99) / 100) > 0


def test_the_threshold_of_the_example():
    """q = 2, L = 3, w = (3/10, 6/10, 9/10), |g| = 1: T_0 = (1/2) int_{0.09}^inf (v (v + 0.27)(v + 0.72))^{-1/2} dv."""
    with mp.workdps(30):
        u = mpf(9) / 100
        blow_up = quad(
            lambda s: ((u / s**2) * (u / s**2 + mpf("0.27")) * (u / s**2 + mpf("0.72"))) ** -0.5 * u / s**3, [0, 1]
        )
        threshold = value(DECAYED.parts["threshold"], {q: 2, L: 3, T0: sp.Float(str(blow_up), 30)})
        assert abs(threshold - mpf("0.5898")) < mpf("0.00005")


def test_a_run_that_stops_early_shows_no_absence_of_blow_up(monkeypatch):
    """Beyond the threshold t = 20 must be reached."""
    followed = beyond.integrate
    monkeypatch.setattr(beyond, "integrate", lambda *given: replace(followed(*given), status="stopped", events=()))
    found = beyond.blown(Fraction(2), "1/2 1/2 1/2", Fraction(2), 20)
    assert found is not None and not beyond.meets(found, found)
    assert not beyond.blow_up_decay(20)[0]
