"""A derived quantity as one SymPy expression for x > 0: its cases joined, u(x) a function that knows its derivative.

Where u(x) has no closed form it stays a function with P(u(x)) = x^q, hence du/dx = q x^{q-1}/P'(u): differentiating
the expression is never silently 0.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from mpmath import mp

from ..errors import InputError
from ..formula import Formula
from ..setting import Setting
from ..symbols import u, x, y
from .coercivity import coercivity
from .conjugate import conjugate
from .dual_range import dual_range
from .inverse_mirror_map import inverse_mirror_map
from .metric import metric
from .mirror_map import mirror_map
from .potential import potential
from .regularizer import coupled_regularizer, regularizer

GUARD = 20  # bits beyond those asked for

QUANTITIES: dict[str, Callable[[Setting], Formula]] = {
    "metric": metric,
    "mirror-map": mirror_map,
    "inverse-mirror-map": inverse_mirror_map,
    "potential": potential,
    "conjugate": conjugate,
    "regularizer": regularizer,
    "coupled-regularizer": coupled_regularizer,
    "range": dual_range,
    "coercivity": coercivity,
}


def expression(setting: Setting, quantity: str, *, in_u: bool = False) -> sp.Expr:
    """The value in x (or y), with u(x) where it is implicit; `in_u`: in u. Errors: InputError where there is none."""
    if quantity not in QUANTITIES:
        raise InputError("quantity", quantity, "as an expression there are " + ", ".join(QUANTITIES))
    parts = [(case.in_u if in_u else case.value, case.when) for case in QUANTITIES[quantity](setting).cases]
    if len(parts) == 1:
        whole = parts[0][0]
    else:
        whole = None if any(value is None for value, _ in parts) else sp.Piecewise(*parts)
    if whole is None:
        remedy = "it has no closed form: its function of numbers computes it"
        raise InputError("quantity", quantity, "it has no form in u: leave it in x" if in_u else remedy)
    dual = {s: y for s in whole.free_symbols if s.name == "y"}
    whole = whole.xreplace(dual)
    return whole if in_u or not whole.has(u) else whole.xreplace({u: implicit(setting)(x)})


def implicit(setting: Setting) -> type[sp.Function]:
    """The function u with P(u(x)) = x^q, u > 0."""

    def slope(self: sp.Function, argindex: int = 1) -> sp.Expr:
        return setting.q * self.args[0] ** (setting.q - 1) / setting.dP(self)

    def value(self: sp.Function, prec: int) -> sp.Expr | None:
        """u at a number x > 0: Newton from u = x^{q/L}, to the right of the root of the convex P(u) - x^q."""
        (at,) = self.args
        if not (setting.numeric and at.is_number and at.is_positive):
            return None
        return _root(setting, at, prec)

    return type("u", (sp.Function,), {"nargs": 1, "is_positive": True, "fdiff": slope, "_eval_evalf": value})


def _root(setting: Setting, at: sp.Expr, prec: int) -> sp.Expr:
    """The u > 0 with P(u) = at^q, to `prec` bits."""
    with mp.workprec(prec + GUARD):

        def number(value: sp.Expr) -> Any:
            return value._to_mpmath(mp.prec)

        groups = [(number(v), int(n)) for v, n in setting.groups]
        goal = number(at) ** number(setting.q)
        point = goal ** (1 / mp.mpf(int(setting.depth)))
        while True:
            product = mp.fprod((point + v) ** n for v, n in groups)
            step = (product - goal) / (product * mp.fsum(n / (point + v) for v, n in groups))
            point -= step
            if step <= point * mp.mpf(2) ** -(prec + GUARD // 2):
                return sp.Float._new(point._mpf_, prec)
