"""Blow-up times against mpmath: Euler's integral, and the threshold of decay by integrating the gap's equation."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from mpmath import beta, exp, log, mp, mpf, odefun, quad

from steepest_mirror.proofs.observations import beyond


@pytest.mark.parametrize(("steep", "depth"), [("2", 3), ("2", 5), ("9/5", 3), ("3/2", 4), ("4/3", 7)])
@pytest.mark.parametrize("size", ["1/2", "3"])
def test_from_zero_with_one_balance_parameter(steep, depth, size):
    """lambda^{1-L/p} B(1/q, L/p - 1)/(q G), as the claim blow-up-time says, against the integral of P^{1/q-1}."""
    with mp.workdps(40):
        q, lam = (mpf(Fraction(s).numerator) / Fraction(s).denominator for s in (steep, size))
        speed, over_p = (mpf(2) / 3) ** (q - 1), 1 - 1 / q
        end = q / (depth * (q - 1) - q)

        def density(v):
            return (v * (v + lam) ** (depth - 1)) ** (1 / q - 1) / q

        low = quad(lambda s: density(s**q) * q * s ** (q - 1), [0, 1])
        high = quad(lambda s: density(s**-end) * end * s ** (-end - 1), [0, 1])
        stated = lam ** (1 - depth * over_p) * beta(1 / q, depth * over_p - 1) / (q * speed)
        assert abs((low + high) / speed / stated - 1) < mpf(10) ** -20


@pytest.mark.parametrize("part", [mpf(1) / 3, mpf(9) / 10])
def test_the_time_with_decay_solves_the_equation_of_the_gap(part):
    """q = 2, L = 3: K = 1, dz/dt = a z - G from z_0 = G T_0, a = part of 1/T_0: 0 at -log(1 - a T_0)/a."""
    with mp.workdps(25):
        first, size = mpf(3) / 2, mpf(2) / 3
        strength = part / first
        moment = -log(1 - strength * first) / strength
        gap = odefun(lambda t, z: strength * z - size, 0, size * first)
        assert abs(gap(moment)) < mpf(10) ** -15
        assert gap(moment * mpf(99) / 100) > 0
        left = size * (exp(-strength * mpf(1) / 4) - (1 - strength * first)) / strength
        assert abs(gap(mpf(1) / 4) * exp(-strength * mpf(1) / 4) - left) < mpf(10) ** -15


def test_the_threshold_of_the_example():
    """q = 2, L = 3, w = (3/10, 6/10, 9/10), |g| = 1: T_0 = (1/2) int_{0.09}^inf (v (v + 0.27)(v + 0.72))^{-1/2} dv."""
    with mp.workdps(30):
        u = mpf(9) / 100
        blow_up = quad(
            lambda s: ((u / s**2) * (u / s**2 + mpf("0.27")) * (u / s**2 + mpf("0.72"))) ** -0.5 * u / s**3, [0, 1]
        )
        assert abs(1 / blow_up - mpf("0.5898")) < mpf("0.00005")


def test_a_run_that_stops_early_shows_no_absence_of_blow_up(monkeypatch):
    """Beyond the threshold t = 20 must be reached."""
    followed = beyond.integrate
    monkeypatch.setattr(beyond, "integrate", lambda *given: replace(followed(*given), status="stopped", events=()))
    found = beyond.blown(Fraction(2), "1/2 1/2 1/2", Fraction(2), 20)
    assert found is not None and not beyond.meets(found, found)
    assert not beyond.blow_up_decay(20)[0]
