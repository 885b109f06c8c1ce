"""The sign of a constant is proven by a ball, or refused: against mpmath at 2,000 digits; what no ball shows."""

from __future__ import annotations

import mpmath
import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.symbolic.errors import InputError, Undecided
from steepest_mirror.symbolic.exact_number import ExactNumber
from steepest_mirror.symbolic.orbit import signs
from steepest_mirror.symbolic.orbit.signs import enclosure, sign

THIRD, NINTH = sp.Rational(1, 3), sp.Rational(1, 9)
PARTS = (
    *(sp.sqrt(2), sp.root(5, 3), sp.log(3), sp.exp(-2), sp.pi, sp.sin(1), sp.atan(2), sp.cosh(1), sp.gamma(THIRD)),
    *(sp.Rational(-7, 5), 2 ** sp.sqrt(3), sp.Abs(sp.log(NINTH)), sp.asinh(3), sp.tanh(THIRD)),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(PARTS), st.integers(-9, 9)), min_size=1, max_size=3))
def test_sums_of_products_have_the_sign_that_mpmath_finds(terms):
    value = sum((k * a * b for a, b, k in terms), sp.Integer(0))
    with mpmath.workdps(200):
        reference = sp.lambdify((), value, "mpmath")()
        expected = 0 if abs(reference) < mpmath.mpf(10) ** -150 else int(mpmath.sign(reference))
    assert sign(value) == expected


@pytest.mark.parametrize("power", (10, 100, 250, 400))
@pytest.mark.parametrize("side", (-1, 1))
def test_cancelling_digits_are_seen_through(power, side):
    """sqrt(N^2 +- 1) - N = +-1/(2 N) to first order."""
    big = sp.Integer(10) ** power
    assert sign(sp.sqrt(big**2 + side, evaluate=False) - big) == side


def test_what_no_ball_separates_from_zero_is_refused(monkeypatch):
    """Had the zero test missed a zero, no number of digits would pass for a sign."""
    monkeypatch.setattr(signs, "is_zero", lambda value: False)
    for zero in (
        sp.Add(sp.sqrt(6), -sp.Mul(sp.sqrt(2), sp.sqrt(3), evaluate=False), evaluate=False),
        sp.sin(1) ** 2 + sp.cos(1) ** 2 - 1,
        sp.sqrt(5 + 2 * sp.sqrt(6)) - sp.sqrt(2) - sp.sqrt(3),
    ):
        with pytest.raises(Undecided):
            sign(zero)


def test_a_function_without_a_ball_is_refused_however_many_digits_it_has():
    """J_0(1) = 0.765...: SymPy has its digits, no ball of ours does."""
    with pytest.raises(Undecided):
        sign(sp.besselj(0, 1))
    assert enclosure(sp.besselj(0, 1) + 7) is None


def test_what_is_not_real_is_an_error():
    for value in (sp.sqrt(-2), sp.zoo, sp.I):
        with pytest.raises(InputError):
            sign(value)
    with pytest.raises((InputError, Undecided)):
        sign(sp.log(-2) + sp.sqrt(2))


def test_exact_numbers_under_roots():
    r = ExactNumber(sp.Rational(10**60 + 1, 10**60))
    assert sign(r ** sp.Rational(1, 7) - 1) == 1
    assert sign(1 - r ** sp.Rational(1, 7)) == -1
