"""u(x): the solution u > 0 of P(u) = x^q, in closed form where P(u) = s(u)^k with s of degree 1 or 2, or nested once.

Balanced: u = x^{q/L}. Two values of equal multiplicity k: u(u + lambda) = x^{q/k}. Four with 0 + D = B + C:
s = u(u + D) solves s(s + BC) = x^q. Otherwise x = P(u)^{1/q} is the parametric form (theory: section 3).
"""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..setting import Setting
from ..symbols import x


def level(setting: Setting) -> sp.Expr | None:
    """u as an explicit function of x > 0, checked by P(u(x)) = x^q, or None."""
    form = _candidate(setting)
    return form if form is not None and is_zero(setting.P(form) - x**setting.q) else None


def symmetric(setting: Setting) -> bool:
    """Whether P(u) = (u(u + lambda))^k."""
    return len(setting.groups) == 2 and sp.expand(setting.groups[0][1] - setting.groups[1][1]) == 0


def _candidate(setting: Setting) -> sp.Expr | None:
    if setting.balanced:
        return x ** (setting.q / setting.depth)
    if symmetric(setting):
        return _root(setting.positive[0][0], x ** (setting.q / setting.zeros))
    if len(setting.groups) == 4 and all(n == 1 for _, n in setting.groups):
        values = [value for value, _ in setting.positive]
        for D in values:
            B, C = (value for value in values if value != D)
            if sp.expand(B + C - D) == 0:
                return _root(D, _root(B * C, x**setting.q))
    return None


def _root(b: sp.Expr, s: sp.Expr) -> sp.Expr:
    """The positive root of u(u + b) = s."""
    return (sp.sqrt(b**2 + 4 * s) - b) / 2
