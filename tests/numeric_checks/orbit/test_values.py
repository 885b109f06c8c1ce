"""evaluate for any reparameterization: the product's own numbers, monomials in other units, sums, refusals with
reasons."""

from __future__ import annotations

from fractions import Fraction as F

import mpmath
import pytest

from steepest_mirror.numeric_checks.orbit.values import evaluate
from steepest_mirror.numeric_checks.potential import quantities
from steepest_mirror.symbolic.errors import InputError, Undecided
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization
from steepest_mirror.symbolic.setting import setting


def made(q, text, **start):
    return reparameterization(F(q), text, {}, {n: F(v) for n, v in start.items()})


def value(at, quantity, digits=30, **points):
    return mpmath.mpf(evaluate(at, quantity, digits, {n: F(v) for n, v in points.items()})[0].value)


@pytest.mark.parametrize(
    "quantity, points",
    [
        ("metric", {"x": 3}),
        ("mirror-map", {"x": -2}),
        ("potential", {"x": 3}),
        ("range", {}),
        ("coercivity", {}),
        ("blow-up-time", {"x": 1, "g": -1}),
    ],
)
def test_a_product_is_the_setting(quantity, points):
    at, known = made(2, "a*b*c", a=1, b=2, c=3), setting(2, (0, 3, 8))
    given = {n: F(v) for n, v in points.items()}
    assert evaluate(at, quantity, 30, given)[0] == quantities.evaluate(quantity, known, 30, **given)


@pytest.mark.parametrize("q", ["1", "5/4", "3/2"])
def test_a_monomial_agrees_with_its_orbit(q):
    """2 a^2 b in units of K^{1/q}: R' and R'' by integrals over P, R'' from the weights, the inverse along the
    certified orbit."""
    with mpmath.workdps(35):
        form = made(q, "2*a**2*b", a=3, b=1)
        gap = value(form, "mirror-map", x=30) - value(form, "mirror-map", x=18)
        time = value(form, "escape-time", x0=18, x1=30, g=-1)
        assert abs(gap - time) < mpmath.mpf(10) ** -28
        slope = value(form, "metric", x=18)
        a, b, Q = mpmath.mpf(3), mpmath.mpf(1), mpmath.mpf(F(q).numerator) / F(q).denominator
        assert abs(slope - 1 / ((4 * a * b) ** Q + (2 * a * a) ** Q)) < mpmath.mpf(10) ** -28
        back = value(form, "inverse-mirror-map", y=F(str(value(form, "mirror-map", x=30)).split("e")[0]))
        assert abs(back - 30) < mpmath.mpf(10) ** -12


def test_powers_with_a_sign():
    """x = w|w|^{k-1}: R' = |x|^{1-m} <k>^{-q}/(1-m) sign(x), m = q(k-1)/k."""
    with mpmath.workdps(35):
        q, m = mpmath.mpf("1.25"), mpmath.mpf("1.25") * 2 / 3
        at = made("5/4", "w*abs(w)**2", w=1)
        known = -(mpmath.mpf(5) ** (1 - m)) * mpmath.mpf(3) ** -q / (1 - m)
        assert abs(value(at, "mirror-map", x=-5) - known) < mpmath.mpf(10) ** -28


def test_hypentropy():
    with mpmath.workdps(35):
        at = made(2, "u**2 - v**2", u=1, v="1/2")
        assert abs(value(at, "mirror-map", x=5) - mpmath.asinh(5) / 4) < 1e-30
        assert value(at, "range") == mpmath.inf and value(at, "blow-up-time", x=1, g=-1) == mpmath.inf
        assert abs(value(at, "regularizer", x=5) - (mpmath.sqrt(26) - 1) / 2) < mpmath.mpf(10) ** -28


def test_deep_blow_up():
    """u^3 - v^3, q = 2, from (1, 1/2): u = 1/(1 - 3y) blows up at y = 1/3."""
    with mpmath.workdps(35):
        at = made(2, "u**3 - v**3", u=1, v="1/2")
        assert abs(value(at, "blow-up-time", x="7/8", g=-1) - mpmath.mpf(1) / 3) < mpmath.mpf(10) ** -28
        assert abs(value(at, "blow-up-time", x="7/8", g=2) - mpmath.mpf(1) / 3) < mpmath.mpf(10) ** -28


@pytest.mark.parametrize(
    "q, text, start, quantity, points, words",
    [
        ("3/2", "u**2 - v**2", {"u": 1, "v": "1/2"}, "mirror-map", {"x": 50}, "outside the domain"),
        ("3/2", "u**2 - v**2", {"u": 1, "v": "1/2"}, "inverse-mirror-map", {"y": 9}, "outside the range"),
        ("3/2", "u**2 - v**2", {"u": 1, "v": "1/2"}, "blow-up-time", {"x": 1, "g": -1}, "does not blow up"),
        ("2", "exp(w)", {"w": 0}, "metric", {"x": -1}, "outside the domain"),
        ("3/2", "w**2", {"w": 1}, "metric", {"x": -1}, "sign"),
        ("2", "exp(w)", {"w": 0}, "regularizer", {"x": 1}, "not homogeneous"),
        ("2", "exp(w)", {"w": 0}, "coercivity", {}, "give one of"),
    ],
)
def test_refused(q, text, start, quantity, points, words):
    with pytest.raises(InputError, match=words):
        evaluate(made(q, text, **start), quantity, 20, {n: F(v) for n, v in points.items()})


def test_undecided_beyond_what_was_followed():
    with pytest.raises(Undecided):
        evaluate(made("3/2", "a*b + c*d", a=3, b=1, c=2, d=5), "range", 20, {})
