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


def metric(at: Setting) -> Formula:
    """R''(x) for x > 0 (even). Checked: P(u(x)) = x^q and R''(x) P'(u(x)) = 1 where u(x) is explicit."""
    in_u = 1 / rate(at)
    proof: tuple[str, ...] = ("dx/dt + P'(u) <g>^{q-1} is identically 0 with w_i = (u + Lambda_i)^{1/q}",)
    value = in_u
    root, shown = level(at), _explicit(at)
    if root is not None and shown is not None and is_zero(shown * at.dP(root) - 1):
        value = shown
        proof += ("P(u(x)) - x^q and R''(x) P'(u(x)) - 1 are identically 0",)
    return Formula(
        at,
        "R''(x)",
        (Case(sp.true, value, in_u, at_zero=_at_zero(at)),),
        "even",
        "x != 0, and x = 0 where k0 = 1 (R''(0) = 1/mu)",
        proof,
    )


def rate(at: Setting) -> sp.Expr:
    """P'(u) = 1/R'' as prod_j (u + Lambda_j)^{n_j - 1} times a polynomial in u, checked against P'."""
    if not _is_speed(at.q):
        raise ArithmeticError("sum_i (x/w_i) <x/w_i>^{q-1} = P' failed its check")
    if len(at.groups) > MOST_EXPANDED:
        return at.dP()
    bases = [u + v for v, _ in at.groups]
    rest = sum(n * sp.Mul(*(b for b in bases if b != u + v)) for v, n in at.groups)
    form = sp.Mul(*((u + v) ** (n - 1) for v, n in at.groups)) * sp.collect(sp.expand(rest), u)
    if not is_zero(form - at.dP()):
        raise ArithmeticError("P' failed its check")
    return form


def _at_zero(at: Setting) -> sp.Expr | None:
    """1/P'(0): finite iff k0 = 1 (unknown where k0 is symbolic)."""
    if at.zeros.is_Integer:
        return 1 / rate(at).subs(u, 0) if at.zeros == 1 else sp.oo
    return sp.oo if at.balanced else None


def _is_speed(q: sp.Expr) -> bool:
    """(x/w_i) <x/w_i>^{q-1} = P/(u + Lambda_i), w_i = (u + Lambda_i)^{1/q}, P = Q (u + Lambda_i)^n; their sum is P'."""
    value, n, rest = sp.symbols("Lambda_i n Q", positive=True)
    product = rest * (u + value) ** n
    return is_zero((product ** (1 / q) / (u + value) ** (1 / q)) ** q - product / (u + value))


def _explicit(at: Setting) -> sp.Expr | None:
    if at.balanced:
        return x ** -lowest(at.m) / at.depth
    if symmetric(at):
        (value, k) = at.positive[0]
        return x ** -lowest(at.m_zero) / (k * sp.sqrt(value**2 + 4 * x ** lowest(at.q / k)))
    root = level(at)
    form = None if root is None else 1 / rate(at).subs(u, root)
    return form if form is not None and sp.count_ops(form) <= MOST_OPERATIONS else None
