"""A derived quantity as one SymPy expression for x > 0: its cases joined, u(x) a function that knows its derivative.

Where u(x) has no closed form it stays a function with P(u(x)) = x^q, hence du/dx = q x^{q-1}/P'(u): differentiating
the expression is never silently 0.
"""

from __future__ import annotations

from collections.abc import Callable

import sympy as sp

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

    return type("u", (sp.Function,), {"nargs": 1, "is_positive": True, "fdiff": slope})
