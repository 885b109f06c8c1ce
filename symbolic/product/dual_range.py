"""Y = lim R'(x) as x -> infinity, and with it the range of R' (theory: section 5).

m <= 1: Y = infinity. m > 1: Y = 0 where m_0 >= 1 (the normalisation), else with D the least positive Lambda

  Y = (1/q) int_0^oo P^{1/q-1} = D^a prod_j Lambda_j^{-b_j} B(a, b - a) F_D(a; b_j; b; 1 - D/Lambda_j)/q,   a = 1 -
  k0/p,
  b_j = n_j/p, b = sum_j b_j   (v = D s/(1-s); one positive Lambda: D^{a-b} B(a, b-a)/q).
"""

from __future__ import annotations

import sympy as sp
from sympy.core.containers import Tuple

from ..algebra import is_zero
from ..deciding.sign_of_one_minus_m import at_infinity, at_zero, lowest
from ..errors import Undecided
from ..formula import Case, Formula, merged
from ..setting import Setting
from .lauricella import LauricellaFD


def dual_range(setting: Setting) -> Formula:
    """Y in each case, with the range of R' and the domain. Checked: the substitution under the integral."""
    cases = []
    ends = dict(at_infinity(setting))
    for side, when in at_zero(setting):
        if side > 0:
            onto = [ends[s] for s in (1, 0) if s in ends]
            if setting.balanced:
                cases.append(Case(when, sp.oo, note="R' maps the real line onto itself"))
                continue
            if onto:
                cases.append(Case(sp.Or(*onto), sp.oo, note="R' maps the real line onto itself"))
            if -1 in ends:
                cases.append(Case(sp.And(when, ends[-1]), limit(setting), note="R' maps the real line onto (-Y, Y)"))
        elif setting.balanced and side == 0:
            cases.append(Case(when, sp.oo, note="R' maps (0, infinity) onto the real line"))
        else:
            cases.append(Case(when, sp.Integer(0), note="R' maps (0, infinity) onto (-infinity, 0)"))
    proof = (
        "P^{1/q-1} is integrable at 0 iff m_0 < 1 and at infinity iff m > 1: exponents k0(1/q-1) and L(1/q-1)",
        *(("v = D s/(1-s) turns the integrand into Euler's: identically",) if any(c.value.args for c in cases) else ()),
    )
    return Formula(setting, "Y", merged(cases), "", "limit of R' at +infinity", proof)


def limit(setting: Setting) -> sp.Expr:
    """(1/q) int_0^oo P^{1/q-1} dv for m_0 < 1 < m, not balanced."""
    c = lowest(1 / setting.q - 1)
    a = lowest(setting.zeros * c + 1)
    b = [lowest(-n * c) for _, n in setting.positive]
    total = lowest(sum(b))
    least, values = setting.positive[0][0], [value for value, _ in setting.positive]
    front = least**a * sp.Mul(*(value**-e for value, e in zip(values, b, strict=True)))
    # s = sigma/(1 + sigma), so that 1 - s = 1/(1 + sigma): v = D sigma
    sigma = sp.Symbol("sigma", positive=True)
    s, rest = sigma / (1 + sigma), 1 / (1 + sigma)
    euler = s ** (a - 1) * rest ** (total - a - 1)
    for value, e in zip(values, b, strict=True):
        euler *= sp.factor(1 - (1 - least / value) * s) ** -e
    if not is_zero(setting.P(least * sigma) ** c * least - front * euler * rest**2):
        raise Undecided("the substitution for the range failed its check")
    variables = Tuple(*(sp.factor(1 - least / value) for value in values[1:]))
    tail = LauricellaFD(a, Tuple(*b[1:]), total, variables) if values[1:] else sp.Integer(1)
    beta = sp.beta(a, lowest(total - a))
    known = sp.gammasimp(beta.rewrite(sp.gamma))
    return sp.powsimp(front) * (beta if known.has(sp.gamma) else known) * tail / setting.q
