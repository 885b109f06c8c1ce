"""R, R' and R'' in closed form against theory.md section 4 (a citation) and against one another by differentiation."""

from fractions import Fraction

import pytest
import sympy as sp

from steepest_mirror.symbolic.product.conjugate import conjugate
from steepest_mirror.symbolic.product.metric import metric
from steepest_mirror.symbolic.product.mirror_map import mirror_map
from steepest_mirror.symbolic.product.potential import potential
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import L, lam, q, u, x

ROOT = sp.sqrt(lam**2 + 4 * x)


def same(left, right):
    points = [{x: sp.Rational(7, 5), lam: sp.Rational(2, 3), u: sp.Rational(5, 4)}, {x: 5, lam: 3, u: 2}]
    return all(abs(sp.N((left - right).subs(p), 40)) < 1e-30 for p in points)


def test_hyperbolic_entropy():
    at = setting(2, [0, lam])
    assert mirror_map(at).value == sp.asinh(2 * x / lam) / 2
    assert same(potential(at).value, x * sp.asinh(2 * x / lam) / 2 - sp.sqrt(lam**2 + 4 * x**2) / 4 + lam / 4)


def test_sign_gradient_flow_at_depth_2():
    at = setting(1, [0, lam])
    assert same(mirror_map(at).value, (ROOT - lam) / 2)
    assert same(potential(at).value, (ROOT**3 - lam**3) / 12 - lam * x / 2)


def test_depth_2_for_every_q():
    z = -4 * x**q / lam**2
    at = setting(q, [0, lam])
    found = potential(at).value.subs(q, sp.Rational(4, 3))
    cited = x**2 / (2 * lam) * sp.hyper((sp.Rational(1, 2), 1 / q, 2 / q), (1 + 1 / q, 1 + 2 / q), z)
    assert same(found, cited.subs(q, sp.Rational(4, 3)))


@pytest.mark.parametrize("steepness", [Fraction(1), Fraction(6, 5), Fraction(3, 2), Fraction(2)])
@pytest.mark.parametrize("layers", [2, 3, 4])
def test_balanced_potentials(steepness, layers):
    at = setting(steepness, depth=layers)
    m = sp.Rational(str(steepness)) * (layers - 1) / layers
    value = potential(at).value
    cited = (x * sp.log(x) - x) / layers if m == 1 else x ** (2 - m) / (layers * (1 - m) * (2 - m))
    assert same(value, cited)
    assert same(sp.diff(value, x), mirror_map(at).value)
    assert same(sp.diff(value, x, 2), metric(at).value)


def test_balanced_general_statement_has_three_cases():
    cases = potential(setting(q, depth=L)).cases
    assert [case.value.has(sp.log) for case in cases] == [False, True, False]
    assert sp.simplify(cases[1].value - (x * sp.log(x) - x) / L) == 0


@pytest.mark.parametrize("at", [setting(2, [0, lam]), setting(1, [0, lam]), setting(2, [0, 0, lam, lam])], ids=str)
def test_slopes_in_x(at):
    assert same(sp.diff(mirror_map(at).value, x), metric(at).value)
    assert same(sp.diff(potential(at).value, x), mirror_map(at).value)
    assert same(sp.diff(conjugate(at).value, x), x * metric(at).value)


def test_gradient_flow_conjugate_is_half_u():
    for at in (setting(2, depth=5, balance=lam), setting(2, [0, 1, 2, 3]), setting(2, [0, 0, 1])):
        assert conjugate(at).value == u / 2


def test_elliptic_and_atan_forms_are_used_where_they_read_better():
    assert mirror_map(setting(2, [0, 1, 3])).value.has(sp.elliptic_f)
    assert mirror_map(setting(2, depth=3, balance=lam)).value == sp.atan(sp.sqrt(u) / sp.sqrt(lam)) / sp.sqrt(lam)
