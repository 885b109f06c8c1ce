"""Monomials are products in other units: K, Lambda, and R'' P' K = 1 from the weights themselves."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
import sympy as sp

from steepest_mirror.symbolic.orbit.monomial import monomial
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization


def made(q, text, **start):
    return reparameterization(F(q), text, {}, {name: F(value) for name, value in start.items()})


def test_the_product_is_itself():
    form = monomial(made("3/2", "a*b*c", a=4, b=-1, c=9))
    assert form.product and form.K == 1
    assert form.setting.groups == ((0, 1), (7, 1), (26, 1))


@pytest.mark.parametrize("q", ["1", "5/4", "3/2", "2"])
@pytest.mark.parametrize("text", ["a**2*b", "3*a*b**3*c", "a*abs(a)*b", "a**2", "a**3*b**2*c**2/7"])
def test_speed_is_K_times_the_derivative_of_P(q, text):
    """sum |d_i h|^q at the start against K P'(v), v from the weights."""
    names = [n for n in "abc" if n in text.replace("abs", "")]
    at = made(q, text, **{n: i + 2 for i, n in enumerate(names)})
    form = monomial(at)
    speed = sum(abs(s.subs(at.at_start)) ** at.q for s in at.slopes)
    v = min(at.at_start[z] ** at.q / n ** (at.q - 1) for z, n in zip(at.sizes, form.exponents, strict=True))
    assert abs(sp.N(speed - form.K * form.setting.dP(v), 40)) < 1e-30 * sp.N(speed, 40)
    assert abs(sp.N(abs(at.x0) ** at.q - form.K * form.setting.P(v), 40)) < 1e-30 * sp.N(speed, 40)


def test_which_sides_x_can_take():
    assert monomial(made("3/2", "w*abs(w)", w=1)).two_sided
    assert not monomial(made("3/2", "w**2", w=1)).two_sided
    assert not monomial(made("3/2", "a**2*b", a=1, b=2)).two_sided, "a vanishes first"
    assert monomial(made("3/2", "a**2*b", a=5, b=1)).two_sided, "b vanishes first"


@pytest.mark.parametrize("text", ["a + b", "a*b + 1", "a/b", "exp(a)*b", "(a + abs(a)/2)*b"])
def test_no_monomials(text):
    assert monomial(made("3/2", text, a=1, b=2)) is None
