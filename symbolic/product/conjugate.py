"""R*(y) at y = R'(x): (1/q) int_0^u P(v)^{2/q - 1} dv = int_0^x xi R''(xi) dxi (theory: section 4).

It always converges, and x R'(x) -> 0 as x -> 0 with R(0) = 0 (m_0 < 2), so that R + R* = x R' in every case. q = 1: a
polynomial in |y|. q = 2: u/2.
"""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..deciding.sign_of_one_minus_m import lowest
from ..formula import Case, Formula, neat
from ..setting import Setting
from ..symbols import u, x
from .integrals import in_x, primitive


def conjugate(setting: Setting) -> Formula:
    """R*(R'(x)) for x > 0 (even). Checked: its u-derivative is P^{2/q-1}/q, its value at 0 is 0."""
    c = sp.expand(2 / setting.q - 1)
    found = primitive(setting, c, None if setting.balanced else sp.Integer(0))
    in_u = neat(found.form / setting.q)
    if setting.balanced:
        e = lowest(2 - setting.m)
        value: sp.Expr | None = x**e / lowest(setting.depth * e)
        if not is_zero(in_u.subs(u, x ** (setting.q / setting.depth)) - value):
            raise ArithmeticError("the balanced conjugate failed its check")
    else:
        value = in_x(setting, c, sp.Integer(0))
    case = Case(sp.true, in_u if value is None else value, in_u, at_zero=sp.Integer(0))
    return Formula(
        setting, "R*(R'(x))", (case,), "even", "every real x where m_0 < 1, else x != 0 (limit 0 at 0)", found.proof
    )
