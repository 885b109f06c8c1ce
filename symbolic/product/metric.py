"""R''(x) = 1/P'(u(x)): dx/dt = sum_i (x/w_i) dw_i/dt = -P'(u) <g>^{q-1} (Theorem 4.6 S; theory: section 3).

lambda = 0: x^{-m}/L. L = 2: (4 x^q + lambda^2)^{-1/2}. Where u(x) is not explicit the value is given in u.
"""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..deciding.sign_of_one_minus_m import lowest
from ..formula import Case, Formula
from ..setting import Setting
from ..symbols import u, x
from .u_of_x import level, symmetric

MOST_OPERATIONS = 40
MOST_EXPANDED = 6


def metric(setting: Setting) -> Formula:
    """R''(x) for x > 0 (even). Checked: P(u(x)) = x^q and R''(x) P'(u(x)) = 1 where u(x) is explicit."""
    in_u = 1 / rate(setting)
    proof: tuple[str, ...] = ("dx/dt + P'(u) <g>^{q-1} is identically 0 with w_i = (u + Lambda_i)^{1/q}",)
    value = in_u
    root, shown = level(setting), _explicit(setting)
    if root is not None and shown is not None and is_zero(shown * setting.dP(root) - 1):
        value = shown
        proof += ("P(u(x)) - x^q and R''(x) P'(u(x)) - 1 are identically 0",)
    return Formula(
        setting,
        "R''(x)",
        (Case(sp.true, value, in_u, at_zero=_at_zero(setting)),),
        "even",
        "x != 0, and x = 0 where k0 = 1 (R''(0) = 1/mu)",
        proof,
    )


def rate(setting: Setting) -> sp.Expr:
    """P'(u) = 1/R'' as prod_j (u + Lambda_j)^{n_j - 1} times a polynomial in u, checked against P'."""
    if not _is_speed(setting.q):
        raise ArithmeticError("sum_i (x/w_i) <x/w_i>^{q-1} = P' failed its check")
    if len(setting.groups) > MOST_EXPANDED:
        return setting.dP()
    bases = [u + v for v, _ in setting.groups]
    rest = sum(n * sp.Mul(*(b for b in bases if b != u + v)) for v, n in setting.groups)
    form = sp.Mul(*((u + v) ** (n - 1) for v, n in setting.groups)) * sp.collect(sp.expand(rest), u)
    if not is_zero(form - setting.dP()):
        raise ArithmeticError("P' failed its check")
    return form


def _at_zero(setting: Setting) -> sp.Expr | None:
    """1/P'(0): finite iff k0 = 1 (unknown where k0 is symbolic)."""
    if setting.zeros.is_Integer:
        return 1 / rate(setting).subs(u, 0) if setting.zeros == 1 else sp.oo
    return sp.oo if setting.balanced else None


def _is_speed(q: sp.Expr) -> bool:
    """(x/w_i) <x/w_i>^{q-1} = P/(u + Lambda_i), w_i = (u + Lambda_i)^{1/q}, P = Q (u + Lambda_i)^n; their sum is P'."""
    value, n, rest = sp.symbols("Lambda_i n Q", positive=True)
    product = rest * (u + value) ** n
    return is_zero((product ** (1 / q) / (u + value) ** (1 / q)) ** q - product / (u + value))


def _explicit(setting: Setting) -> sp.Expr | None:
    if setting.balanced:
        return x ** -lowest(setting.m) / setting.depth
    if symmetric(setting):
        (value, k) = setting.positive[0]
        return x ** -lowest(setting.m_zero) / (k * sp.sqrt(value**2 + 4 * x ** lowest(setting.q / k)))
    root = level(setting)
    form = None if root is None else 1 / rate(setting).subs(u, root)
    return form if form is not None and sp.count_ops(form) <= MOST_OPERATIONS else None
