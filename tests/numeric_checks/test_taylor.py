"""prod (1 + gamma_j z)^{e_j} by a polynomial: the bound covers what the polynomial misses, whatever made it worse."""

from __future__ import annotations

import random
from fractions import Fraction as F

import pytest
from flint import arb, arb_poly

from steepest_mirror.numeric_checks import taylor
from steepest_mirror.numeric_checks.balls import ball, power
from steepest_mirror.numeric_checks.precision import bits


def factors(seed: int) -> list[tuple[F, F]]:
    draw = random.Random(seed)
    return [(F(draw.randint(-40, 40), 60), F(draw.randint(-30, 30), 7)) for _ in range(draw.randint(1, 6))]


def worst(p: list[arb], exact: list[tuple[F, F]]) -> arb:
    """max |p/f - 1| over points of [-1, 1], f factor by factor."""
    found = arb(0)
    for i in range(-8, 9):
        f = arb(1)
        for g, e in exact:
            f *= power(1 + ball(g * F(i, 8)), e)
        found = found.max(abs(arb_poly(p)(ball(F(i, 8))) / f - 1))
    return found


@pytest.mark.parametrize("seed", range(12))
def test_the_bound_holds_and_is_small(seed):
    exact = factors(seed)
    with bits(200):
        p, error = taylor.binomial_polynomial([(ball(g), e) for g, e in exact])
    assert error.rad() < arb(2) ** -150
    with bits(900):
        assert worst(p, exact) <= error.rad().upper()


@pytest.mark.parametrize("terms", [3, 8, 20])
def test_too_few_terms_widen_the_bound(terms, monkeypatch):
    exact = [(F(1, 2), F(-2, 3)), (F(-1, 3), F(5, 4))]
    monkeypatch.setattr(taylor, "terms", lambda _: terms)
    with bits(200):
        p, error = taylor.binomial_polynomial([(ball(g), e) for g, e in exact])
    assert len(p) == terms
    with bits(400):
        missed = worst(p, exact)
        assert missed <= error.rad().upper()
        assert missed > arb(10) ** (-terms)


def test_wide_factors_widen_the_bound():
    """The polynomial of the midpoint, the bound for every gamma of the ball."""
    with bits(200):
        p, error = taylor.binomial_polynomial([(arb(0.5, 1e-20), F(-1, 3))])
    with bits(400):
        for end in (arb(0.5) - 1e-20, arb(0.5) + 1e-20):
            missed = abs(arb_poly(p)(arb(1)) / power(1 + end, F(-1, 3)) - 1)
            assert arb(10) ** -22 < missed <= error.rad().upper()


def test_no_bound_where_a_factor_may_vanish():
    with bits(100):
        _, error = taylor.binomial_polynomial([(arb(1), F(-1, 3))])
        assert not error.is_finite()


def test_polynomials_are_exact():
    with bits(100):
        p, error = taylor.binomial_polynomial([(ball(F(1, 2)), F(2))])
        assert [ball(v) for v in (F(1), F(1), F(1, 4))] == p[:3]
        assert error.rad() < arb(2) ** -90
