"""Predictions against formulas written by hand, and against quadrature."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product

import mpmath
import pytest

from steepest_mirror.experiments import predictions

QS, DEPTHS = ("1", "5/4", "3/2", "2"), (2, 3, 5)


@pytest.mark.parametrize(("q", "L"), list(product(QS, DEPTHS)))
def test_exponents(q, L):
    steep = Fraction(q)
    assert predictions.escape_exponent(q, L) == pytest.approx(float(1 - (L - 1) * (steep - 1)))
    assert predictions.regularizer_exponent(q, L, "coupled") == pytest.approx(2 / L)
    assert predictions.regularizer_exponent(q, L, "decoupled") == pytest.approx(float(2 - steep * (L - 1) / L))
    p_over_L = float("inf") if steep == 1 else float(steep / (steep - 1) / L)
    assert predictions.margin_exponent(q, L) == predictions.rest_exponent(q, L) == pytest.approx(p_over_L)
    assert predictions.balance_decay(q) == float(steep)


@pytest.mark.parametrize(("q", "L"), [("3/2", 2), ("3/2", 4), ("2", 2), ("2", 3)])
def test_the_lag_of_small_steps(q, L):
    """Euler's method on dw/dt = w^{(L-1)(q-1)}, by hand: steps of h from 1/10 to 1/2, linear within the last one."""
    r, h, w, n = (L - 1) * float(Fraction(q) - 1), 1e-4, 0.1, 0
    while (nxt := w + h * w**r) < 0.5:
        w, n = nxt, n + 1
    exact = math.log(5) if r == 1 else (0.5 ** (1 - r) - 0.1 ** (1 - r)) / (1 - r)
    lag = n + (0.5 - w) / (nxt - w) - exact / h
    assert predictions.euler_lag(q, L, 0.1, 0.5) == pytest.approx(lag, rel=2e-3)


@pytest.mark.parametrize(("q", "L"), list(product(QS, DEPTHS)))
def test_escape_time_is_the_time_along_the_ray(q, L):
    """On the balanced ray dw/dt = (|g| w^{L-1})^{q-1}."""
    r = mpmath.mpf(Fraction(q).numerator) / Fraction(q).denominator - 1
    exact = mpmath.quad(lambda w: (3 * w ** (L - 1)) ** -r, [0.1, 0.2, 0.5])
    assert predictions.escape_time(q, L, 0.1**L, 0.5**L, -3) == pytest.approx(float(exact), rel=1e-10)
    assert predictions.weight_speed(q, L)(0.3) == pytest.approx(float(mpmath.mpf("0.3") ** (r * (L - 1))))
