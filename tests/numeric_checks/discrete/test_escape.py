"""Steps to escape against counting the steps themselves."""

from __future__ import annotations

from fractions import Fraction as F
from itertools import pairwise

import pytest
from flint import arb

from steepest_mirror.numeric_checks.discrete import escape
from steepest_mirror.numeric_checks.precision import bits

GRID = [(F(1, 50), F(1)), (F(1, 7), F(2, 3)), (F(1, 1000), F(1, 10)), (F(1, 2), F(3))]


def counted(eps, W, move):
    w, n = eps, 0
    while w < W:
        w, n = move(w), n + 1
    return n


@pytest.mark.parametrize("eps, W", GRID)
@pytest.mark.parametrize("h", [F(1, 10), F(1, 3), F(2)])
def test_counts(eps, W, h):
    assert escape.sign_steps(eps, W, h) == counted(eps, W, lambda w: w + h)
    assert escape.two_weights_steps(eps, W, h) == counted(eps, W, lambda w: w * (1 + h))


@pytest.mark.parametrize("eps, W", GRID)
@pytest.mark.parametrize("h", [F(1, 4), F(2)])
@pytest.mark.parametrize("depth", [3, 4, 5])
def test_bounds_of_deeper_products(eps, W, h, depth):
    low, high = escape.gradient_bounds(eps, W, h, depth)
    if high > 20_000:
        return
    with bits(400):
        n = counted(
            arb(eps.numerator) / eps.denominator,
            W.numerator / arb(W.denominator),
            lambda w: w + arb(h.numerator) / h.denominator * w ** (depth - 1),
        )
    assert low <= n <= high


def test_already_there():
    assert escape.sign_steps(F(1), F(1), F(1)) == escape.two_weights_steps(F(2), F(1), F(1)) == 0
    assert escape.gradient_bounds(F(1), F(1), F(1), 3) == (0, 0)


@pytest.mark.parametrize("depth", [2, 3, 4])
@pytest.mark.parametrize("steps", [1, 2, 9, 40])
def test_the_rate_needed_is_the_least(depth, steps):
    eps, W = F(1, 20), F(1)
    h = escape.needed(eps, W, steps, depth)
    with bits(200):
        above, below = h * (1 + arb(10) ** -15), h * (1 - arb(10) ** -15)
        for rate, wanted in ((above, True), (below, False)):
            w = arb(1) / 20
            for _ in range(steps):
                w = w + arb(rate.mid()) * w ** (depth - 1)
            assert (w >= 1) is wanted if wanted else w < 1
        assert h.rad() < h / arb(10) ** 19


def test_the_rate_grows_like_a_power_of_the_start():
    """eps^{2-L}: halving eps at L = 4 multiplies the rate by about 4 (the same number of steps)."""
    with bits(100):
        rates = [escape.needed(F(1, 2**k), F(1), 50, 4) for k in (6, 7, 8, 9)]
        quotients = [b / a for a, b in pairwise(rates)]
    assert all(3.9 < float(v.mid()) < 4.2 for v in quotients)


def test_overshoot_is_a_bound():
    h, depth = F(1, 2), 3
    for start in (F(1, 3), F(2, 5), F(9, 10)):
        w = start
        while w < 1:
            w = w + h * w * w
        assert w < 1 * (1 + h) and escape.overshoot(F(1), arb(1) / 2, depth) == arb(3) / 2
