"""x = (R')^{-1}(y): x = P(u(y))^{1/q} with u(y) the solution of R' = y (theory: section 4).

q = 1: u = |y|, x = P(|y|). lambda = 0: x = (L(1-m) y)^{1/(1-m)}, m = 1: x = exp(L y). Where R' is one function of an
algebraic one, as at q = 2 (asinh for L = 2, atan for L = 3), it is undone step by step; otherwise x is given through u.
"""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..deciding.sign_of_one_minus_m import at_zero, lowest, pinned
from ..exact_number import ExactNumber
from ..fine_powers import power as raised
from ..formula import Case, Formula, size
from ..setting import Setting
from ..symbols import u, x
from .integrals import tidy
from .lauricella import LauricellaFD
from .mirror_map import mirror_map

OPPOSITE = {sp.asinh: sp.sinh, sp.atan: sp.tan, sp.atanh: sp.tanh, sp.log: sp.exp}
DUAL = sp.Symbol("y", positive=True)
NEGATIVE_DUAL = sp.Symbol("y", negative=True)
LONG_POWER = 64  # the highest power of a number that is written out
POSITIVE = sp.Symbol("s", positive=True)


def inverse_mirror_map(setting: Setting) -> Formula:
    """x > 0 as a function of y (odd where R' is). Checked: R'(x(y)) = y by substitution into the mirror map.

    A case without an explicit inverse has value None and stands for x = P(u)^{1/q}, R'(u) = y.
    """
    cases, proof = [], []
    sides = {when: side for side, when in at_zero(setting)}
    for case in mirror_map(setting).cases:
        here = pinned(setting, case.when)
        value = _inverse(here, case, sides.get(case.when, -1))
        proof.append("R'(x(y)) - y is identically 0" if value is not None else "R' increases, so y has one preimage u")
        cases.append(Case(case.when, value, note=case.note))
    return Formula(setting, "x", tuple(cases), "odd", "y in the range of R'", tuple(dict.fromkeys(proof)))


def _inverse(setting: Setting, dual: Case, side: int) -> sp.Expr | None:
    if setting.balanced:
        return _balanced(setting, side)
    y = DUAL if side > 0 else NEGATIVE_DUAL
    if setting.q == 1:
        value = setting.P(y)
        return value if dual.in_u == u else None
    for letter, form in ((x, dual.value), (u, dual.in_u)):
        if form is not None and form.has(letter) and not form.has(LauricellaFD, sp.elliptic_f):
            found = _undone(form, letter)
            if found is not None:
                root, image = found
                value = root if letter == x else size(setting).subs(u, root)
                image = image if side > 0 else image.subs(DUAL, -DUAL)  # DUAL = |y| > 0
                shown = sp.powdenest(tidy(sp.factor_terms(value)).subs(POSITIVE, image))
                return shown if side > 0 else shown.subs(DUAL, -NEGATIVE_DUAL)
    return None


def _balanced(setting: Setting, side: int) -> sp.Expr:
    y = DUAL if side > 0 else NEGATIVE_DUAL if side < 0 else sp.Symbol("y", real=True)
    if side == 0:
        return sp.exp(setting.depth * y)
    power = lowest(1 - setting.m)
    slope = lowest(setting.depth * power)
    if not is_zero((POSITIVE ** (1 / power)) ** power - POSITIVE):  # s = L(1-m) y > 0 on either side
        raise ArithmeticError("the balanced inverse failed its check")
    e = lowest(1 / power)
    if slope.is_Rational and side:  # slope y > 0
        long = e.is_Rational and abs(e) > LONG_POWER and abs(slope) != 1
        factor = ExactNumber(abs(slope)) ** e if long else raised(abs(slope), e)  # (1/10000)^20000 stays a power
        return factor * (y if slope > 0 else -y) ** e
    return (slope * y) ** e


def _undone(form: sp.Expr, letter: sp.Symbol) -> tuple[sp.Expr, sp.Expr] | None:
    """`letter` = root(s) at s = image(y), from form = K f(r) or K r = y with r algebraic; checked by root(r) =
    letter."""
    factor, rest = form.as_independent(letter, as_Add=False)
    outer = type(rest)
    inner, image = (rest.args[0], OPPOSITE[outer](DUAL / factor)) if outer in OPPOSITE else (rest, DUAL / factor)
    powers = [p.exp for p in inner.atoms(sp.Pow) if p.has(letter)]
    if inner.has(*OPPOSITE) or inner.count(letter) > 2 or not all((2 * e).is_Integer for e in powers):
        return None
    roots = [r for r in sp.solve(sp.Eq(inner, POSITIVE), letter) if is_zero(tidy(r.subs(POSITIVE, inner) - letter))]
    return (roots[0], image) if len(roots) == 1 else None
