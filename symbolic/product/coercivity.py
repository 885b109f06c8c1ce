"""mu = P'(0): (R''(x))^{-1} = P'(u) >= mu, P' being increasing in u (Corollary 4.8 S = 4.10 C).

k0 = 1: mu = prod_{Lambda_j > 0} Lambda_j^{n_j} > 0. k0 >= 2: mu = 0.
"""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..formula import Case, Formula
from ..setting import Setting
from ..symbols import L, u


def coercivity(setting: Setting) -> Formula:
    """mu. Checked: P = u^{k0} Q(u), P' at u = 0 is Q(0) where k0 = 1; P'' has no negative coefficient."""
    product = sp.Mul(*(value**n for value, n in setting.positive))
    rest = sp.Mul(*((u + value) ** n for value, n in setting.positive))
    simple = sp.diff(u * rest, u).subs(u, 0)
    if not is_zero(simple - product) or not is_zero(sp.diff(u**2 * rest, u).subs(u, 0)):
        raise ArithmeticError("P'(0) failed its check")
    zero = sp.Integer(0)
    if setting.zeros == 1:
        cases: tuple[Case, ...] = (Case(sp.true, product, note="k0 = 1"),)
    elif setting.zeros.is_Integer or setting.balanced:
        cases = (Case(sp.true, zero, note="k0 >= 2: (R'')^{-1} is not bounded away from 0"),)
    else:
        cases = (
            Case(sp.Eq(L, 2), product.subs(L, 2), note="k0 = 1"),
            Case(sp.Gt(L, 2), zero, note="k0 >= 2: (R'')^{-1} is not bounded away from 0"),
        )
    proof = (
        "P(u) = u^{k0} Q(u), d(u Q)/du at 0 is Q(0), and d(u^2 Q)/du at 0 is 0",
        "P' increases: P is a polynomial with coefficients >= 0, Lambda_j >= 0",
    )
    return Formula(setting, "mu", cases, "", "(R''(x))^{-1} >= mu for every x", proof)
