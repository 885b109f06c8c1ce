"""The observations of reparameterizations pass, and fail where one side is disturbed by 1e-20."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import sympy as sp

from steepest_mirror.numeric_checks.flow.problem import constant_decay
from steepest_mirror.proofs.observations import orbits
from steepest_mirror.symbolic.orbit.sum_orbit import sum_orbit

TINY = sp.Rational(1, 10**20)


def test_they_pass(monkeypatch):
    monkeypatch.setattr(orbits, "SUMS", orbits.SUMS[:3])
    monkeypatch.setattr(orbits, "FLOWS", orbits.FLOWS[:2])
    for observe in orbits.OBSERVATIONS:
        passed, words = observe(30)
        assert passed, words


def test_a_wrong_closed_form_fails(monkeypatch):
    monkeypatch.setattr(orbits, "SUMS", orbits.SUMS[:1])
    monkeypatch.setattr(orbits, "sum_orbit", lambda at: replace(form := sum_orbit(at), x_of_y=form.x_of_y * (1 + TINY)))
    passed, words = orbits.closed_orbits(30)
    assert not passed and "closed form" in words


def test_a_wrong_orbit_fails(monkeypatch):
    """Another start for the orbit than for the weights."""
    moved = (F(2), "u**2 - v**2", {"u": F(1) + F(1, 10**20), "v": F(1, 2)})
    monkeypatch.setattr(orbits, "FLOWS", orbits.FLOWS[:1])
    genuine = orbits.Orbit

    def elsewhere(of, precision):
        return genuine(orbits.differentiable(orbits.made(moved)), precision)

    monkeypatch.setattr(orbits, "Orbit", elsewhere)
    passed, words = orbits.along_orbits(30)
    assert not passed and "W(y)" in words


def test_another_rate_of_decay_fails(monkeypatch):
    monkeypatch.setattr(orbits, "constant_decay", lambda alpha: constant_decay(alpha + F(1, 10**20)))
    assert not orbits.dual_decay(30)[0]
