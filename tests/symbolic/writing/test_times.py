"""Escape and blow-up times as text, LaTeX, SymPy and code: the same numbers as the balls give."""

from __future__ import annotations

from fractions import Fraction as F
from typing import Any

import pytest
import sympy as sp
from mpmath import mp, mpf

import steepest_mirror as sm

SETTINGS = [
    sm.Setting(q="3/2", invariants=(0, "1/2", 2)),
    sm.Setting(q=2, invariants=(0, "1/2", 2)),
    sm.Setting(q=2, depth=3),
    sm.Setting(q=1, depth=3),
    sm.Setting(q="5/4", depth=2, balance=1),
]
START, END, PUSH = F(1, 10), F(7, 10), F(-2)


def run(formula: sm.Formula) -> Any:
    module: dict[str, Any] = {}
    exec(formula.code(), module)
    return module[formula.quantity.replace("-", "_")]


@pytest.mark.parametrize("S", SETTINGS, ids=lambda S: S.title)
def test_all_forms_of_the_escape_time_agree(S: sm.Setting) -> None:
    T, mp.dps = S.escape_time, 20
    exact = mpf(T(x0=START, x1=END, g=PUSH, digits=30).value)
    assert abs(run(T)(mpf("0.1"), mpf("0.7"), -2) - exact) < 1e-14
    x0, x1 = sp.symbols("x0 x1", positive=True)
    value = T.sympy().subs({x0: sp.Rational(1, 10), x1: sp.Rational(7, 10), sm.g: 2}).evalf(20)
    assert abs(mpf(str(value)) - exact) < 1e-14
    assert str(T).startswith("T = |R'(x1) - R'(x0)|") and "R'(x) =" in str(T)
    assert ("/|g|" in str(T)) == (S.q > 1) and T._repr_latex_().startswith(r"$\displaystyle T = ")


def test_a_time_to_infinity_is_finite_where_m_is_above_1() -> None:
    """q = 2, L = 3 balanced: dx/dt = 3 |g| x^{4/3}, so T = x^{-1/3}/|g|."""
    T = sm.Setting(q=2, depth=3).blow_up_time
    assert sp.simplify(T.sympy() - 1 / (sm.x ** sp.Rational(1, 3) * sm.g)) == 0
    assert abs(run(T)(mpf(8), 2) - mpf("0.25")) < 1e-14
    assert run(sm.Setting(q=1, depth=3).blow_up_time)(1, -1) == mp.inf


def test_symbols_are_parameters_of_the_code() -> None:
    general = sm.Setting(q="symbolic", depth="symbolic").escape_time
    assert abs(run(general)(mpf(1), mpf(8), -3, L=3, q=2) - mpf("0.5") / 3) < 1e-14
    named = sm.Setting(q=2, depth=3, balance="lam").blow_up_time
    numbers = sm.Setting(q=2, depth=3, balance=1).blow_up_time
    assert abs(run(named)(mpf("0.5"), -1, lam=1) - mpf(numbers(x="1/2", g=-1, digits=20).value)) < 1e-14
    with pytest.raises(sm.InputError, match="as an expression"):
        numbers.in_u()


def test_no_formula_fails_where_it_is_only_shown() -> None:
    h = sm.Reparameterization("u**2 - v**2", q=2, start={"u": 1, "v": "1/2"})
    for shown in (h.coercivity, h.escape_time, h.mirror_map):
        assert shown._repr_latex_() is None or shown._repr_latex_().startswith("$")
        assert repr(shown).startswith("Reparameterization(")
    product = sm.Reparameterization("u*v", q=2, start={"u": 1, "v": "1/2"})
    assert "asinh" in str(product.escape_time)
