"""R(x) = x R'(x) - R*(R'(x)), R(0) = 0 (theory: section 4).

lambda = 0: x^{2-m}/(L(1-m)(2-m)); m = 1: (x log x - x)/L (Lemma 4.11 S = 4.13 C). P = (u(u + lambda))^k, m_0 < 1:

  R = x^{2-m_0}/(k lambda (1-m_0)(2-m_0)) 3F2(1/2, A, B; A+1, B+1; -4 x^{q/k}/lambda^2),   A = (1-m_0)k/q, B =
  (2-m_0)k/q.
"""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..deciding.sign_of_one_minus_m import at_zero, lowest, pinned
from ..formula import Case, Formula, joined, line, powers, size
from ..setting import Setting
from ..symbols import u, x
from .conjugate import conjugate
from .integrals import tidy
from .lauricella import LauricellaFD
from .mirror_map import mirror_map
from .u_of_x import symmetric


def potential(setting: Setting) -> Formula:
    """R(x) for x > 0 (even). Checked: dR/du = R' dx/du (in u), dR/dx = R' or term by term (in x), R(0) = 0."""
    dual = mirror_map(setting)
    proofs = [dual.proof]
    cases = []
    for case in dual.cases:
        here = pinned(setting, case.when)
        bottom = conjugate(here).cases[0]
        proofs.append(conjugate(here).proof)
        if not is_zero(size(here) * here.P() ** (1 / here.q - 1) - here.P() ** (2 / here.q - 1)):
            raise ArithmeticError("x dR' = dR* failed its check")
        in_u = powers(size(here) * case.in_u) - bottom.in_u
        value = _in_x(here, case, bottom)
        cases.append(Case(case.when, in_u if value is None else value, in_u, at_zero=sp.Integer(0)))
    step = "dR = R' dx, because x dR'/du - dR*/du = P^{1/q} P^{1/q-1}/q - P^{2/q-1}/q is identically 0"
    return Formula(setting, "R(x)", tuple(cases), "even", line(setting), joined(*proofs, (step,)))


def _in_x(setting: Setting, dual: Case, bottom: Case) -> sp.Expr | None:
    if setting.balanced:
        value = _collected(x * dual.value - bottom.value)
        return value if is_zero(sp.diff(value, x) - dual.value) else None
    if dual.value.has(u) or bottom.value.has(u):
        return None
    if dual.value.has(LauricellaFD) and symmetric(setting) and all(side > 0 for side, _ in at_zero(setting)):
        return _series(setting)
    value = sp.expand(x * dual.value) - bottom.value
    return value if is_zero(tidy(sp.diff(value, x) - dual.value)) else None


def _collected(value: sp.Expr) -> sp.Expr:
    return sp.factor_terms(sp.powsimp(sp.expand(value))) if value.has(sp.log) else sp.powsimp(sp.factor(value))


def _series(setting: Setting) -> sp.Expr | None:
    """The 3F2 form, where its terms differentiate twice to those of R'' = x^{-m_0}/(k lambda) (1 - z)^{-1/2}."""
    (value, k), m = setting.positive[0], setting.m_zero
    step = lowest(setting.q / k)
    first, second = lowest((1 - m) / step), lowest((2 - m) / step)
    front = 1 / lowest(k * (1 - m) * (2 - m)) / value
    j = sp.Symbol("j", integer=True, nonnegative=True)
    # (A)_j/(A+1)_j = A/(A+j), so the j-th term of R is x^{2-m_0+j q/k} times this, in units of (1/2)_j
    # (-4/lambda^2)^j/j!
    coefficient = front * first / (first + j) * second / (second + j)
    power = 2 - m + j * step
    if not is_zero(coefficient * power * (power - 1) - 1 / (k * value)):
        return None
    z = -4 * x**step / value**2
    return front * x ** (2 - m) * sp.hyper((sp.Rational(1, 2), first, second), (first + 1, second + 1), z)
