"""x(y) substituted into R' gives y back: forms of theory.md section 4, and round trips at 30 digits."""

from fractions import Fraction

import pytest
import sympy as sp

from steepest_mirror.symbolic.product.inverse_mirror_map import DUAL, inverse_mirror_map
from steepest_mirror.symbolic.product.mirror_map import mirror_map
from steepest_mirror.symbolic.product.u_of_x import level
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import L, lam, q, x

a, b = sp.symbols("a b", positive=True)


def test_sign_gradient_flow_is_the_polynomial_P():
    at = setting(1, [0, a, b])
    assert inverse_mirror_map(at).value == DUAL * (DUAL + a) * (DUAL + b)


def test_hyperbolic_sine():
    assert inverse_mirror_map(setting(2, [0, lam])).value == lam * sp.sinh(2 * DUAL) / 2


@pytest.mark.parametrize(
    "at",
    [
        setting(2, [0, lam]),
        setting(2, depth=4),
        setting(Fraction(5, 4), depth=3),
        setting(Fraction(3, 2), depth=3),
        setting(2, [0, 0, lam, lam]),
        setting(1, [0, lam]),
    ],
    ids=str,
)
def test_round_trip(at):
    value, back = mirror_map(at).value, inverse_mirror_map(at).value
    for point in (sp.Rational(1, 7), sp.Integer(3)):
        y = sp.N(value.subs({x: point, lam: 2}), 40)
        letter = next(s for s in back.free_symbols if s.name == "y")
        assert abs(sp.N(back.subs({letter: y, lam: 2}), 35) - point) < 1e-30


def test_forms_without_an_inverse_say_so():
    assert inverse_mirror_map(setting(Fraction(3, 2), [0, lam])).value is None


@pytest.mark.parametrize(
    "at",
    [
        setting(q, [0, lam]),
        setting(q, [0, 0, lam, lam]),
        setting(q, depth=L),
        setting(q, [0, 1, 2, 3]),
        setting(q, [0, 5, 1, 4]),
    ],
    ids=str,
)
def test_level_solves_its_equation(at):
    point = {q: sp.Rational(4, 3), lam: sp.Rational(3, 5), L: 3, x: sp.Rational(7, 2)}
    root = sp.N(level(at).subs(point), 40)
    assert root > 0
    assert abs(sp.N(at.P(root).subs(point) - (x**q).subs(point), 30)) < 1e-25


def test_level_is_absent_where_the_degree_is_too_high():
    assert level(setting(2, [0, 1, 3])) is None and level(setting(2, [0, 1, 2, 4])) is None
