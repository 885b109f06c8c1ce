"""Balls of exact numbers and their decimal strings: |value - truth| <= radius, the rounding included."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from flint import arb, ctx
from hypothesis import given
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.balls import ball, decimal, logarithm, power, whole_power
from steepest_mirror.numeric_checks.precision import bits


def written(text: str) -> Fraction:
    with localcontext() as context:
        context.prec = 20_000
        return Fraction(Decimal(text))


@given(
    st.fractions(min_value=-1000, max_value=1000, max_denominator=10**6),
    st.integers(-60, 60),
    st.integers(1, 60),
)
def test_the_string_is_within_its_radius_and_the_radius_is_one_unit_at_most(number, scale, digits):
    exact = number * Fraction(10) ** scale
    with bits(digits * 4 + 80):
        enclosed = decimal(ball(exact), digits)
    assert enclosed is not None
    value, radius = written(enclosed.value), written(enclosed.radius)
    assert abs(value - exact) <= radius
    if exact == 0:
        assert radius == 0
    else:
        place = len(str(int(abs(value) * Fraction(10) ** 400))) - 401
        assert radius <= Fraction(51, 100) * Fraction(10) ** (place - digits + 1)


@given(st.fractions(min_value="1/1000", max_value=1000, max_denominator=1000), st.integers(5, 30))
def test_the_radius_covers_every_point_of_the_ball(number, digits):
    spread = Fraction(1, 10 ** (digits + 4))
    with bits(200):
        z = ball(number) + arb(0, ball(spread * number))
        enclosed = decimal(z, digits)
    assert enclosed is not None
    for end in (number * (1 - spread), number * (1 + spread)):
        assert abs(written(enclosed.value) - end) <= written(enclosed.radius)


def test_a_ball_that_is_too_wide_is_refused():
    with bits(100):
        assert decimal(arb(1, 1e-5), 6) is None
        assert decimal(arb(1, 1e-9), 6) is not None
        assert decimal(arb(0, 1e-300), 1) is None
        assert decimal(arb(2, 3), 1) is None
        assert decimal(arb.nan(), 5) is None


@pytest.mark.parametrize(
    ("number", "digits", "value"),
    [
        (Fraction(1, 3), 5, "0.33333"),
        (Fraction(-2, 3), 5, "-0.66667"),
        (Fraction(99999, 100000), 3, "1.00"),
        (Fraction(9996), 3, "1.00e4"),
        (Fraction(1, 10**9), 3, "1.00e-9"),
        (Fraction(12345), 5, "12345"),
        (Fraction(0), 5, "0"),
    ],
)
def test_how_numbers_are_written(number, digits, value):
    with bits(100):
        assert decimal(ball(number), digits).value == value


def test_infinities_are_values():
    assert decimal(arb.pos_inf(), 9).value == "inf"
    assert decimal(arb.neg_inf(), 9).value == "-inf"


def test_powers_at_zero():
    with bits(64):
        assert power(arb(0), Fraction(0)) == 1
        assert power(arb(0), Fraction(2, 3)) == 0
        assert power(arb(8), Fraction(-2, 3)).contains(ball(Fraction(1, 4)))
        assert power(arb(3), Fraction(-2)).contains(ball(Fraction(1, 9)))


def test_logarithms_of_any_size():
    with bits(64):
        assert abs(logarithm(arb(10) ** 20000) - 46051.70185988091) < 1e-6
        assert logarithm(arb(0)) == -float("inf")


def test_the_precision_is_left_alone():
    before = ctx.prec
    decimal(ball(Fraction(1, 3)), 40)
    logarithm(arb(2))
    assert ctx.prec == before


@given(st.integers(-6, 9), st.fractions(-2, 2, max_denominator=9), st.sampled_from([0.0, 1e-20, 0.5]))
def test_a_whole_power_of_a_ball_holds_the_powers_of_its_points(n, middle, radius):
    """A midpoint 0 too, where FLINT's own power has no value."""
    if n < 0 and abs(middle) <= radius:
        return
    found = whole_power(arb(ball(middle), radius) if radius else ball(middle), n)
    for point in (middle, middle - Fraction(radius), middle + Fraction(radius)):
        if point or n >= 0:
            assert found.is_finite() and found.overlaps(ball(point**n))
