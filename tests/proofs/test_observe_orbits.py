"""The observations of reparameterizations pass, and fail where one side is disturbed by 1e-20."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import sympy as sp

from numeric_checks.problem import constant_decay
from proofs import observe_orbits
from symbolic.sum_orbit import sum_orbit

TINY = sp.Rational(1, 10**20)


def test_they_pass(monkeypatch):
    monkeypatch.setattr(observe_orbits, "SUMS", observe_orbits.SUMS[:3])
    monkeypatch.setattr(observe_orbits, "FLOWS", observe_orbits.FLOWS[:2])
    for observe in observe_orbits.OBSERVATIONS:
        passed, words = observe(30)
        assert passed, words


def test_a_wrong_closed_form_fails(monkeypatch):
    monkeypatch.setattr(observe_orbits, "SUMS", observe_orbits.SUMS[:1])
    monkeypatch.setattr(observe_orbits, "sum_orbit", lambda at: replace(form := sum_orbit(at), x_of_y=form.x_of_y * (1 + TINY)))
    passed, words = observe_orbits.closed_orbits(30)
    assert not passed and "closed form" in words


def test_a_wrong_orbit_fails(monkeypatch):
    """Another start for the orbit than for the weights."""
    moved = (F(2), "u**2 - v**2", {"u": F(1) + F(1, 10**20), "v": F(1, 2)})
    monkeypatch.setattr(observe_orbits, "FLOWS", observe_orbits.FLOWS[:1])
    genuine = observe_orbits.Orbit

    def elsewhere(of, precision):
        return genuine(observe_orbits.reparameterization(observe_orbits.made(moved)), precision)

    monkeypatch.setattr(observe_orbits, "Orbit", elsewhere)
    passed, words = observe_orbits.along_orbits(30)
    assert not passed and "W(y)" in words


def test_another_rate_of_decay_fails(monkeypatch):
    monkeypatch.setattr(observe_orbits, "constant_decay", lambda alpha: constant_decay(alpha + F(1, 10**20)))
    assert not observe_orbits.dual_decay(30)[0]
