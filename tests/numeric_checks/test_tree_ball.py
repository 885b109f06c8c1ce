"""Balls of parsed expressions against mpmath at twice the precision, identities between functions, and undefined
points."""

from __future__ import annotations

from fractions import Fraction

import flint
import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.balls import ball
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.numeric_checks.tree_ball import enclosure
from steepest_mirror.symbolic.reading.grammar import expression

AT = {"x": Fraction(7, 10), "q": Fraction(13, 10), "lam": Fraction(9, 4)}
PRECISION = 200


def enclosed(text: str, precision: int = PRECISION, **at: Fraction) -> flint.arb | None:
    return enclosure(expression(text, ["lam"]), {**AT, **at}, precision)


def close(value: flint.arb, truth: Fraction) -> bool:
    """Whether the ball holds the rational number and is narrow."""
    with bits(4 * PRECISION):
        difference = value - flint.fmpq(truth.numerator, truth.denominator)
        return bool(difference.contains(0)) and value.rad() < 1e-50


FORMULAS = {
    "1/sqrt(4*x**q + lam**2)": lambda x, q, lam: 1 / mpmath.sqrt(4 * x**q + lam**2),
    "hyp2f1(1/2, 1/q, 1 + 1/q, -4*x**q/lam**2)": lambda x, q, lam: mpmath.hyp2f1(
        0.5, 1 / q, 1 + 1 / q, -4 * x**q / lam**2
    ),
    "hyp2f1(1/3, 4/3, 5/3, -1000)": lambda x, q, lam: mpmath.hyp2f1(
        mpmath.mpf(1) / 3, mpmath.mpf(4) / 3, mpmath.mpf(5) / 3, -1000
    ),
    "hyp2f1(-2, q, lam, 5)": lambda x, q, lam: 1 - 2 * q / lam * 5 + q * (q + 1) / (lam * (lam + 1)) * 25,
    "hyp2f1(1/2, 1/3, 2, 1)": lambda x, q, lam: (
        mpmath.gamma(2) * mpmath.gamma(mpmath.mpf(7) / 6) / (mpmath.gamma(1.5) * mpmath.gamma(mpmath.mpf(5) / 3))
    ),
    "hyp3f2(1/2, 1/q, 2/q, 1 + 1/q, 1 + 2/q, -x)": lambda x, q, lam: mpmath.hyp3f2(
        0.5, 1 / q, 2 / q, 1 + 1 / q, 1 + 2 / q, -x
    ),
    "hyp3f2(1/2, 1/q, 2/q, 1 + 1/q, 1 + 2/q, -40*x)": lambda x, q, lam: mpmath.hyp3f2(
        0.5, 1 / q, 2 / q, 1 + 1 / q, 1 + 2 / q, -40 * x
    ),
    "appellf1(1/q, 1/2, 1/3, 5/2 + 1/q, -9*x/7, -x/4)": lambda x, q, lam: mpmath.appellf1(
        1 / q, 0.5, mpmath.mpf(1) / 3, 2.5 + 1 / q, -9 * x / 7, -x / 4
    ),
    "beta(1/q, lam) + gamma(-q)": lambda x, q, lam: mpmath.beta(1 / q, lam) + mpmath.gamma(-q),
    "elliptic_f(5, -3) + elliptic_e(-4, 1/2)": lambda x, q, lam: mpmath.ellipf(5, -3) + mpmath.ellipe(-4, 0.5),
    "elliptic_k(-7) - elliptic_e(1/4)": lambda x, q, lam: mpmath.ellipk(-7) - mpmath.ellipe(0.25),
    "asin(x) + acos(x)*atan(lam) + acosh(lam) + atanh(x)": lambda x, q, lam: (
        mpmath.asin(x) + mpmath.acos(x) * mpmath.atan(lam) + mpmath.acosh(lam) + mpmath.atanh(x)
    ),
    "sinh(x) - cosh(q)*tanh(lam) + asinh(x)*exp(-q)": lambda x, q, lam: (
        mpmath.sinh(x) - mpmath.cosh(q) * mpmath.tanh(lam) + mpmath.asinh(x) * mpmath.exp(-q)
    ),
    "sin(x)*cos(q)/tan(lam) + log(x)": lambda x, q, lam: (
        mpmath.sin(x) * mpmath.cos(q) / mpmath.tan(lam) + mpmath.log(x)
    ),
    "min(x, q, 1) + max(x, sqrt(2)) - abs(x - lam)": lambda x, q, lam: x + mpmath.sqrt(2) - (lam - x),
    "x**-q - (-8)**3*sign(-x)": lambda x, q, lam: x**-q - 512,
}


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("precision", [64, 200])
def test_a_narrow_ball_holds_the_value(text, precision):
    value = enclosed(text, precision)
    with mpmath.workdps(130):
        truth = FORMULAS[text](*(mpmath.mpf(v.numerator) / v.denominator for v in AT.values()))
        digits = mpmath.nstr(truth, 110)
    with bits(400):
        assert value.is_finite() and value.overlaps(flint.arb(digits))
        assert value.rad() < abs(value.mid()) * flint.arb(2) ** (30 - precision)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("appellf1(1/q, 1/2, 1/3, 1 + 1/q, -90*x, -90*x)", "hyp2f1(1/q, 5/6, 1 + 1/q, -90*x)"),
        ("appellf1(1/2, q, 1/3, 4/3, 9/10, 0)", "hyp2f1(1/2, q, 4/3, 9/10)"),
        ("hyp3f2(1/2, 1/q, lam, 1 + 1/q, lam, -50)", "hyp2f1(1/2, 1/q, 1 + 1/q, -50)"),
        ("hyp2f1(1/2, 1/2, 3/2, -x**2)*x", "asinh(x)"),
        ("elliptic_f(asin(1), x)", "elliptic_k(x)"),
    ],
)
def test_identities_overlap_and_their_mutants_do_not(left, right):
    a, b = enclosed(left), enclosed(right)
    assert a.is_finite() and a.overlaps(b)
    assert not a.overlaps(enclosed(f"({right})*(1 + 1e-40)"))


@pytest.mark.parametrize(
    "text",
    [
        *("sqrt(x - 1)", "log(x - x)", "log(-x)", "1/(x - 7/10)", "(x - 1)**(1/3)", "(x - x)**(-q)", "sqrt(-1)*0"),
        *("gamma(x - 37/10)", "beta(-1, 2)", "atanh(1)", "acosh(x)", "asin(2)", "elliptic_k(1)", "(-2)**sqrt(2)"),
        *("0**(-sqrt(2))", "hyp2f1(1/2, 1, 2, 3)", "hyp2f1(1, 1, -2, x)", "hyp3f2(1, 1, 1, 2, 2, 3)"),
    ],
)
def test_the_undefined_is_none(text):
    assert enclosed(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "sqrt(sqrt(2)**2 - 2)",
        "log(sqrt(2) - sqrt(2))",
        "1/(sqrt(2)**2 - 2)",
        "sign(sqrt(2)**2 - 2)",
        "hyp3f2(1,1,1,2,2,1)",
        "hyp2f1(sqrt(2)**2 - 4, 1, 1, 13/4)",  # 1 - 2 z + z^2, a series that ends: a ball of its parameter cannot tell
        "hyp2f1(-cos(0), 3, -1, x)",
        "hyp3f2(1, -cos(0), 1, 1, -1, 3)",
        "appellf1(-cos(0), 2, 3, -1, x, x)",
        "appellf1(1/2, -cos(0), -1, -2, x, x)",
    ],
)
def test_the_undecided_is_not_finite(text):
    assert not enclosed(text).is_finite()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0**0", 1),
        ("0**(cos(0) - 1)", 1),
        ("(x - x)**q", 0),
        ("0**sqrt(2)", 0),
        ("sqrt(9/4)", Fraction(3, 2)),
        ("sign(-x)", -1),
        ("max(-1, x)", Fraction(7, 10)),
    ],
)
def test_exact_values(text, value):
    assert close(enclosed(text), Fraction(value))


@settings(max_examples=200, deadline=None)
@given(st.fractions(-5, 5, max_denominator=9), st.fractions(-5, 5, max_denominator=9), st.integers(-4, 4))
def test_rational_arithmetic_is_exact(a, b, n):
    value = enclosed(f"(x + q)*(x - q)/(1 + q**2) + (x*x + 1)**({n})", x=a, q=b)
    expected = (a + b) * (a - b) / (1 + b**2) + (a * a + 1) ** n
    assert close(value, expected)


def test_the_precision_in_force_is_left_as_it_was():
    former = flint.ctx.prec
    enclosed("exp(x)", 1000)
    assert enclosed("log(-x)", 1000) is None
    assert flint.ctx.prec == former


def test_roots_of_perfect_powers_are_exact():
    at = {"x": Fraction(64, 729), "q": Fraction(3, 2)}
    for text, value in (("x**(1/2)", Fraction(8, 27)), ("x**(-q/3)", Fraction(27, 8)), ("x**(1/6)", Fraction(2, 3))):
        found = enclosure(expression(text), at, 64)
        assert found is not None and found.overlaps(ball(value))
        assert enclosure(expression(f"sign({text} - {value})"), at, 64) == 0
    assert enclosure(expression("sign(x**(1/5) - 1)"), at, 64) == -1
