"""Y, mu and the regularizers against theory.md sections 5, 7 and 8 (citations) at exact points."""

from fractions import Fraction

import pytest
import sympy as sp

from steepest_mirror.symbolic.product.coercivity import coercivity
from steepest_mirror.symbolic.product.dual_range import dual_range
from steepest_mirror.symbolic.product.regularizer import coupled_regularizer, deep_limit, exponent, regularizer
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import L, lam, q, u, x

QS = [Fraction(1), Fraction(6, 5), Fraction(3, 2), Fraction(5, 3), Fraction(2)]


@pytest.mark.parametrize("layers", [2, 3, 4, 6])
@pytest.mark.parametrize("steepness", QS)
@pytest.mark.parametrize("sign", [1, -1, 0])
def test_range_against_the_beta_forms(steepness, layers, sign):
    at = setting(steepness, depth=layers, balance=sign * lam if sign else None)
    s = sp.Rational(str(steepness))
    m, k0 = s * (layers - 1) / layers, {1: 1, -1: layers - 1, 0: layers}[sign]
    over_p = 1 - 1 / s
    found = dual_range(at).value
    if m <= 1:
        assert found == sp.oo
    elif s * (k0 - 1) / k0 >= 1:
        assert found == 0
    elif sign == 1:
        cited = lam ** (1 / s - (layers - 1) * over_p) * sp.beta(1 / s, (layers - 1) * over_p - 1 / s) / s
        assert abs(sp.N((found - cited).subs(lam, sp.Rational(7, 3)), 30)) < 1e-25
    else:
        cited = lam ** (1 - layers * over_p) * sp.beta(1 - (layers - 1) * over_p, layers * over_p - 1) / s
        assert abs(sp.N((found - cited).subs(lam, sp.Rational(7, 3)), 30)) < 1e-25


def test_general_statement_covers_every_q_and_depth_once():
    for balance in (lam, -lam, None):
        cases = dual_range(setting(q, depth=L, balance=balance)).cases
        for steepness in QS:
            for layers in (2, 3, 4, 5):
                point = {q: sp.Rational(str(steepness)), L: layers}
                hits = [case for case in cases if case.when.subs(point)]
                special = dual_range(setting(steepness, depth=layers, balance=balance)).value
                assert len(hits) == 1
                value = hits[0].value.subs(point)
                assert value == special or abs(sp.N((value - special).subs(lam, 2), 20)) < 1e-15


def test_coercivity():
    a, b = sp.symbols("a b", positive=True)
    assert coercivity(setting(q, [0, a, b, b])).value == a * b**2
    assert coercivity(setting(q, [0, 0, a])).value == 0
    assert coercivity(setting(q, depth=L, balance=lam)).value == lam ** (L - 1)


@pytest.mark.parametrize("layers", [2, 3, 7])
@pytest.mark.parametrize("steepness", QS)
def test_balanced_regularizers(steepness, layers):
    s = sp.Rational(str(steepness))
    m, at = s * (layers - 1) / layers, setting(steepness, depth=layers)
    assert sp.simplify(regularizer(at).value - x ** (2 - m) / (2 - m)) == 0
    assert sp.simplify(coupled_regularizer(at).value - sp.Rational(layers, 2) * x ** sp.Rational(2, layers)) == 0
    assert exponent(regularizer(at).value) == 2 - m


def test_limits_of_depth():
    assert deep_limit(q, False) == x ** (2 - q) / (2 - q)
    assert deep_limit(sp.Integer(2), False) == sp.log(x)
    assert [deep_limit(sp.Integer(s), True) for s in (1, 2)] == [sp.log(x), sp.log(x)]


def test_coupled_penalty_at_gradient_flow_is_linear_in_u():
    assert sp.expand(coupled_regularizer(setting(2, [0, 1, 5])).value - sp.Rational(3, 2) * u) == 0
