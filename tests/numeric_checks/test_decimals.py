"""Decimals of balls and times: within their radius, in order, never past the end."""

from __future__ import annotations

from fractions import Fraction

from flint import arb
from hypothesis import given
from hypothesis import strategies as st

from steepest_mirror.numeric_checks import decimals
from steepest_mirror.numeric_checks.precision import bits

RATIONALS = st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**6)


@given(RATIONALS, st.integers(1, 30), st.integers(20, 120))
def test_a_printed_ball_contains_the_truth(value, digits, precision):
    with bits(precision):
        ball = arb(value.numerator) / value.denominator
        shown, radius = decimals.approximated(ball, digits)
    assert abs(Fraction(decimals.shown(shown)) - value) <= radius
    assert Fraction(decimals.decimal(radius, 2, "ROUND_UP")) >= radius
    assert len(shown.as_tuple().digits) <= digits


@given(
    st.fractions(Fraction(1, 10**6), 100, max_denominator=10**6),
    st.fractions(0, 1, max_denominator=99),
    st.integers(1, 2000),
    st.integers(1, 20),
)
def test_sample_times_increase_to_the_end_and_never_pass_it(until, part, count, digits):
    end = until * part
    times = [Fraction(t) for t in decimals.times(until, end, count, digits)]
    assert times == sorted(set(times)) and times[-1] <= end
    assert end - times[-1] <= end * Fraction(10) ** (1 - digits)
    assert len(times) >= int(part * count) + (part > 0)
    assert part < 1 or len(times) == count + 1
