"""The bounds of saddles-decay-decoupled along flows solved by hand: sign flow, w_i = c + (w_i(0) - c) e^{-alpha t}."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import exp, mp, mpf, sqrt

SIZES = st.fractions("1/100", 10, max_denominator=100)
TIMES = st.fractions(0, 8, max_denominator=50)
SLACK = mpf(10) ** -25


def product(weights, drive, alpha, t):
    """x at the time t: q = 1 and a constant outward drive, dw_i/dt = drive - alpha w_i."""
    total = mpf(1)
    for w in weights:
        rest = mpf(drive.numerator) / drive.denominator / alpha
        total *= rest + (mpf(w.numerator) / w.denominator - rest) * exp(-alpha * t)
    return total


def gap(weights, drive, alpha, t, rate):
    """B/alpha - |x|^{1-m} minus its bound, m = (L-1)/L: at most 0 as claimed, with the rate (1-m) L alpha = alpha."""
    a, b = (mpf(v.numerator) / v.denominator for v in (alpha, drive))
    s, depth = mpf(t.numerator) / t.denominator, len(weights)
    now, first = (product(weights, drive, a, time) ** (mpf(1) / depth) for time in (s, mpf(0)))
    return (b / a - now) - (b / a - first) * exp(-rate * a * s)


@settings(deadline=None, max_examples=60)
@given(st.lists(SIZES, min_size=2, max_size=5), SIZES, SIZES, TIMES)
def test_the_geometric_mean_rises_at_least_as_fast_as_claimed(weights, drive, alpha, t):
    with mp.workdps(40):
        assert gap(weights, drive, alpha, t, 1) < SLACK


@settings(deadline=None, max_examples=30)
@given(SIZES, SIZES, st.fractions("1/10", 4, max_denominator=50))
def test_balanced_starts_attain_it(w, alpha, t):
    with mp.workdps(40):
        assert abs(gap([w, w, w], w, alpha, t, 1)) < SLACK


def test_twice_the_rate_is_too_fast():
    with mp.workdps(40):
        one = mpf(1)
        rest, start, t = one, one / 4, one
        now = sqrt((rest + (start - rest) * exp(-t)) ** 2)
        assert rest - now > (rest - start) * exp(-2 * t) + one / 10
