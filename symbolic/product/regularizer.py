"""What weight decay penalises on the manifold (Theorem 4.14 S; theory: sections 8 and 11.1).

Decoupled: M(x) = int L x R''(x) dx = (L/q) int_0^u P^{2/q-1} dv = L R*(R'(x)); balanced x^{2-m}/(2-m).
Coupled: M(x) = (1/2) sum_i ((u+Lambda_i)^{2/q} - Lambda_i^{2/q}); balanced (L/2) x^{2/L}.
Balanced both are x^e/e, e = 2 - m, respectively 2/L; as L -> infinity the constant 1/e is subtracted where e -> 0.
"""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..deciding.sign_of_one_minus_m import lowest
from ..formula import Case, Formula, size
from ..setting import Setting, setting
from ..symbols import L, u, x
from .conjugate import conjugate
from .u_of_x import level

EVERYWHERE = "every real x; off balance at frozen Lambda"


def regularizer(setting: Setting) -> Formula:
    """The decoupled M(x) for x > 0 (even). Checked: M' = L x R'' (balanced), M = L R*."""
    dual = conjugate(setting).cases[0]
    value, in_u = _scaled(setting.depth, dual.value), setting.depth * dual.in_u
    step = "M' = L x R'': the decay term -L alpha x of dx/dt is -(R'')^{-1} alpha M'"
    if not is_zero(
        size(setting) * setting.P() ** (1 / setting.q - 1) - setting.P() ** (2 / setting.q - 1)
    ):  # x dx/du / P' = P^{2/q-1}/q
        raise ArithmeticError("M' = L x R'' failed its check")
    proof = (*conjugate(setting).proof, step)
    return Formula(setting, "M(x)", (Case(sp.true, value, in_u, at_zero=sp.Integer(0)),), "even", EVERYWHERE, proof)


def coupled_regularizer(setting: Setting) -> Formula:
    """The coupled M(x) for x > 0 (even): half the sum of w_i^2 on the manifold, without its constant."""
    power = lowest(2 / setting.q)
    in_u = sum(n * ((u + v) ** power - v**power) for v, n in setting.groups) / 2
    in_u = sp.expand(in_u) if setting.q.is_Rational and power.is_Integer and not setting.balanced else in_u
    root = level(setting)
    value = in_u
    if setting.balanced:
        value = setting.depth * x ** (2 / setting.depth) / 2
        if not is_zero(in_u.subs(u, root) - value):
            value = in_u
    elif root is not None and sp.count_ops(shown := sp.expand(in_u.subs(u, root))) <= 40:
        value = shown
    proof = (
        "sum_i w_i^2/2 with |w_i|^q = u + Lambda_i; alpha dM/dw_i = alpha w_i is the coupled decay of every weight",
    )
    return Formula(setting, "M(x)", (Case(sp.true, value, in_u, at_zero=sp.Integer(0)),), "even", EVERYWHERE, proof)


def exponent(value: sp.Expr) -> sp.Expr:
    """e = 1 + x M''/M', constant where M = x^e/e, or log x (e = 0), up to a factor and a constant."""
    first = sp.diff(value, x)
    e = sp.cancel(sp.powsimp(sp.simplify(1 + x * sp.diff(first, x) / first)))
    if e.has(x):
        raise ArithmeticError("not a power of x")
    return e


def deep_limit(steepness: sp.Expr, coupled: bool) -> sp.Expr:
    """The limit of the balanced M as L -> infinity, the constant 1/e subtracted where e -> 0."""
    at = setting(steepness, depth=L)
    value = (coupled_regularizer if coupled else regularizer)(at).value
    e = exponent(value)
    if not is_zero(value - x**e / e):
        raise ArithmeticError("the balanced regularizer is not x^e/e")
    end = sp.limit(e, L, sp.oo)
    t = sp.Symbol("t", positive=True)
    return x**end / end if end != 0 else sp.limit((x**t - 1) / t, t, 0)


def _scaled(factor: sp.Expr, value: sp.Expr) -> sp.Expr:
    return sp.expand(factor * value) if value.is_Add else factor * value
