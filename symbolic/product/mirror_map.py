"""R'(x) = (1/q) int_0^u P(v)^{1/q - 1} dv, P(u) = x^q (theory: section 4).

The integral exists iff m_0 < 1. Otherwise |R'(0+)| = infinity and R' is normalised: by the formula x^{1-m}/(L(1-m)), or
log(x)/L at m = 1, where balanced; to 0 at infinity where not (m_0 >= 1 then forces m > 1).
"""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..deciding.sign_of_one_minus_m import at_zero, lowest, pinned
from ..formula import Case, Formula, joined, line, merged, neat
from ..setting import Setting
from ..symbols import u, x
from .integrals import in_x, primitive


def mirror_map(setting: Setting) -> Formula:
    """R'(x) for x > 0 (odd). Checked: dR'/du = P^{1/q-1}/q and the value at the base point."""
    cases: list[Case] = []
    proofs: list[tuple[str, ...]] = []
    for side, when in at_zero(setting):
        here = pinned(setting, when)
        start = sp.Integer(0) if side > 0 else -sp.oo
        if setting.balanced:
            cases.append(Case(when, *_balanced(here, side), note=_note(setting, side), at_zero=start))
            proofs.append(("d/dx of R'(x) minus x^{-m}/L is identically 0",))
            continue
        c = sp.expand(1 / here.q - 1)
        found = primitive(here, c, sp.Integer(0) if side > 0 else sp.oo)
        in_u = neat(found.form / here.q)
        shown = in_x(here, c, found.base)
        cases.append(Case(when, in_u if shown is None else shown, in_u, _note(setting, side), start))
        proofs.append(found.proof)
    return Formula(setting, "R'(x)", merged(cases), "odd", line(setting), joined(*proofs))


def _balanced(setting: Setting, side: int) -> tuple[sp.Expr, sp.Expr]:
    """x^{1-m}/(L(1-m)), or log(x)/L where m = 1 (side 0), each checked; and the same in u = x^{q/L}."""
    power = lowest(1 - setting.m)
    value = sp.log(x) / setting.depth if side == 0 else x**power / lowest(setting.depth * power)
    m = sp.Integer(1) if side == 0 else setting.m
    if not is_zero(sp.diff(value, x) - x**-m / setting.depth):
        raise ArithmeticError("the balanced mirror map failed its check")
    return value, sp.expand_log(value.subs(x, u ** (setting.depth / setting.q)))


def _note(setting: Setting, side: int) -> str:
    if side > 0:
        return "R'(0) = 0"
    return (
        "balanced normalisation, R'(0+) = -infinity"
        if setting.balanced
        else "R' -> 0 as x -> infinity, R'(0+) = -infinity"
    )
