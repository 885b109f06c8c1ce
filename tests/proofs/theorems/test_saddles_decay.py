"""Critical points under decay by random sampling of the penalised objective and of the decoupled flow."""

from __future__ import annotations

import random
from fractions import Fraction as F

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from mpmath import mp, mpf, sign

SMALL = st.fractions(-1, 1, max_denominator=1000)


def penalised(weights, g, alpha, curvature=0):
    x = F(1)
    for w in weights:
        x *= w
    return g * x + F(curvature) * x * x / 2 + alpha / 2 * sum(w * w for w in weights)


@settings(deadline=None)
@given(SMALL, SMALL, st.fractions(-2, 2, max_denominator=50), st.fractions(F(1, 50), 2, max_denominator=50))
def test_depth_two_is_a_minimum_iff_alpha_exceeds_the_gradient(a, b, g, alpha):
    assume((a, b) != (0, 0) and alpha != abs(g))
    if alpha > abs(g):
        assert penalised((a, b), g, alpha) > 0
    else:
        side = -1 if g > 0 else 1
        assert penalised((F(1, 10), side * F(1, 10)), g, alpha) < 0 < penalised((F(1, 10), -side * F(1, 10)), g, alpha)


@settings(deadline=None)
@given(st.lists(SMALL, min_size=3, max_size=5), st.fractions(-2, 2, max_denominator=50))
def test_deeper_zero_is_a_minimum_for_every_decay(weights, g):
    assume(any(weights))
    alpha = F(1, 100)
    scaled = [w / 1000 for w in weights]
    assert penalised(scaled, g, alpha) > 0


@settings(deadline=None)
@given(SMALL, SMALL)
def test_at_equality_the_curvature_decides(a, b):
    assume((a, b) != (0, 0))
    alpha = F(1, 3)
    assert penalised((a, b), -alpha, alpha, 1) > 0
    assume(a)
    assert penalised((a, a), -alpha, alpha, -1) < 0


def test_another_coordinate_may_be_away_from_zero():
    """f = x_2^2/2 - 2 x_2, alpha = 1, w = ((0, 0), (1, 1)): dF/dw + alpha w = 0 in every weight."""
    slope = [0, 1 - 2]  # grad f at x = (0, 1)
    weights = ((0, 0), (1, 1))
    for k, (a, b) in enumerate(weights):
        assert slope[k] * b + a == 0 and slope[k] * a + b == 0


@pytest.mark.parametrize(("q", "depth"), [("3/2", 4), ("2", 3), ("9/5", 3), ("5/4", 6)])
def test_decoupled_decay_attracts_from_every_direction_beyond_m_1(q, depth):
    above, _, below = q.partition("/")
    q, alpha, g = mpf(above) / mpf(below or 1), mpf(1) / 10, mpf(-3)
    generator = random.Random(20260302).random
    with mp.workdps(30):
        for _ in range(20):
            w = [(generator() - mpf(1) / 2) * mpf(10) ** -12 for _ in range(depth)]
            i = max(range(depth), key=lambda j: abs(w[j]))
            slope = g * mp.fprod(w[:i] + w[i + 1 :])
            assert (-sign(slope) * abs(slope) ** (q - 1) - alpha * w[i]) * w[i] < 0
