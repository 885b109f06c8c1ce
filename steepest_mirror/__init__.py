"""Steepest Mirror: steepest mirror flows as objects, derived, certified and judged.

    import steepest_mirror as sm

    S = sm.Setting(q="3/2", invariants=(0, "1/2", 2))      # (q, L, Lambda), exact
    S.potential()                                           # a formula: LaTeX, SymPy, NumPy, mpmath
    S.mirror_map(x="7/10", digits=50)                       # a number within a proven radius
    S.conditions()                                          # Legendre, Bregman, onto, ..., each with its reason

Nothing is loaded before it is used; SymPy only for formulas and verdicts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .formula import Formula
    from .numeric_checks.balls import Enclosed
    from .setting import Setting
    from .symbolic.errors import InputError, Undecided, WrongType
    from .symbolic.symbols import L, alpha, g, lam, p, q, u, x, y
    from .tables import Conditions, Table

_HOMES = {
    "setting": ("Setting",),
    "formula": ("Formula",),
    "tables": ("Conditions", "Table"),
    "numeric_checks.balls": ("Enclosed",),
    "symbolic.errors": ("InputError", "Undecided", "WrongType"),
    "symbolic.symbols": ("L", "alpha", "g", "lam", "p", "q", "u", "x", "y"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Conditions",
    "Enclosed",
    "Formula",
    "InputError",
    "L",
    "Setting",
    "Table",
    "Undecided",
    "WrongType",
    "alpha",
    "g",
    "lam",
    "p",
    "q",
    "u",
    "x",
    "y",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
