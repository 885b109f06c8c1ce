"""Escape times of small starts: exact cases, exponents, and the trajectory itself."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.laws import escape
from steepest_mirror.numeric_checks.potential.mirror import Mirror
from steepest_mirror.numeric_checks.precision import bits

SIZES = st.fractions(F(1, 1000), 3, max_denominator=1000)


@settings(deadline=None)
@given(SIZES, SIZES, st.fractions(1, 50, max_denominator=10))
def test_sign_flow_at_depth_two_solves_its_quadratic(a, b, extra):
    """q = 1: both weights grow at the rate 1, (a + T)(b + T) = x_1."""
    with bits(120):
        T = escape.time(F(1), [a, b], a * b + extra)
        assert ((arb(a.numerator) / a.denominator + T) * (arb(b.numerator) / b.denominator + T)).overlaps(
            arb((a * b + extra).numerator) / (a * b + extra).denominator
        )


@settings(deadline=None)
@given(SIZES, st.integers(2, 4))
def test_gradient_flow_balanced_at_depth_two_is_a_logarithm(a, factor):
    with bits(120):
        assert escape.time(F(2), [a, a], a * a * factor).overlaps(arb(factor).log() / 2)


@pytest.mark.parametrize(
    ("q", "weights"),
    [("1", "1 2 3/2"), ("5/4", "1 1 2 3"), ("3/2", "1 2 1"), ("2", "1 2"), ("2", "1 1 2"), ("2", "1 2 3 4")],
)
def test_exponents_and_constants(q, weights):
    direction = tuple(map(F, weights.split()))
    d = len(direction) - F(q) * (len(direction) - 1)
    law = escape.shrinking(F(q), direction, F(1, 2), decades=3)
    with bits(200):
        assert abs(law.exponents[-1] - arb(d.numerator) / d.denominator) < arb(10) ** -5
        constant = escape.leading(F(q), direction, F(1, 2))
        if d > 0:
            assert law.times[-1] < constant or abs(law.times[-1] / constant - 1) < arb(10) ** -2
        elif d < 0:
            scale = arb(10) ** (9 * arb(d.numerator) / d.denominator)
            assert abs(law.times[-1] * scale / constant - 1) < arb(10) ** -2


def test_fixed_invariants_follow_the_ties():
    """q = 2, Lambda = (0, 0, 1/2): k0 (1 - m_0) = 0, and a decade costs C(0)^{-1/2} log 10 = sqrt(2) log 10."""
    law = escape.smallest(Mirror(F(2), 2, ((F(1, 2), 1),)), F(1, 2), decades=3)
    with bits(200):
        assert abs((law.times[-1] - law.times[-2]) - arb(2).sqrt() * arb(10).log()) < arb(10) ** -12


@pytest.mark.parametrize(("q", "weights"), [("1", "1 2 1"), ("3/2", "1 2"), ("2", "1 1 2"), ("2", "0 1 2")])
def test_the_trajectory_is_there_in_time(q, weights):
    moment, x = escape.reached(F(q), [F(w) / 1000 for w in weights.split()], F(1, 3), F(-2), 30)
    with bits(100):
        assert x.overlaps(arb(1) / 3) and x.rad() < arb(10) ** -15 and moment > 0
