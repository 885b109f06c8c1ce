"""u(x): the solution u > 0 of P(u) = x^q, in closed form where P(u) = s(u)^k with s of degree 1 or 2, or nested once.

Balanced: u = x^{q/L}. Two values of equal multiplicity k: u(u + lambda) = x^{q/k}. Four with 0 + D = B + C:
s = u(u + D) solves s(s + BC) = x^q. Otherwise x = P(u)^{1/q} is the parametric form (theory: section 3).
"""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..setting import Setting
from ..symbols import x


def level(at: Setting) -> sp.Expr | None:
    """u as an explicit function of x > 0, checked by P(u(x)) = x^q, or None."""
    form = _candidate(at)
    return form if form is not None and is_zero(at.P(form) - x**at.q) else None


def symmetric(at: Setting) -> bool:
    """Whether P(u) = (u(u + lambda))^k."""
    return len(at.groups) == 2 and sp.expand(at.groups[0][1] - at.groups[1][1]) == 0


def _candidate(at: Setting) -> sp.Expr | None:
    if at.balanced:
        return x ** (at.q / at.depth)
    if symmetric(at):
        return _root(at.positive[0][0], x ** (at.q / at.zeros))
    if len(at.groups) == 4 and all(n == 1 for _, n in at.groups):
        values = [value for value, _ in at.positive]
        for D in values:
            B, C = (value for value in values if value != D)
            if sp.expand(B + C - D) == 0:
                return _root(D, _root(B * C, x**at.q))
    return None


def _root(b: sp.Expr, s: sp.Expr) -> sp.Expr:
    """The positive root of u(u + b) = s."""
    return (sp.sqrt(b**2 + 4 * s) - b) / 2
