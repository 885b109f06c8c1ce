"""Steepest Mirror: steepest mirror flows as objects, derived, certified and judged.

    import steepest_mirror as sm

    S = sm.Setting(q="3/2", invariants=(0, "1/2", 2))      # (q, L, Lambda), exact
    S.potential()                                           # a formula: LaTeX, SymPy, NumPy, mpmath
    S.mirror_map(x="7/10", digits=50)                       # a number within a proven radius
    S.conditions()                                          # Legendre, Bregman, onto, ..., each with its reason
    run = sm.integrate(q=1, weights=[[1, "1/2"]], target=2, until=3)
    sm.judge("onto")                                        # a statement of the catalogue, judged

Nothing is loaded before it is used; SymPy only for formulas and verdicts.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # true to type checkers, which know the name; `typing` itself is a third of the import
if TYPE_CHECKING:
    from typing import Any

    from .conservation import conserved
    from .decay_run import DecayRun, decay
    from .descent import Trajectory, integrate
    from .discrete import Descent, descend
    from .double_run import DoubleTrajectory
    from .drawing import plot
    from .formula import Formula
    from .laws import escape, table1, table2
    from .margins import Margin, margin
    from .numeric_checks.balls import Enclosed
    from .proofs.verdict import Verdict
    from .reparameterization import Reparameterization
    from .setting import Setting
    from .symbolic.errors import InputError, Undecided, WrongType
    from .symbolic.symbols import L, alpha, g, lam, p, q, u, x, y
    from .tables import Conditions, Table
    from .verdicts import catalogue, check, judge

_HOMES = {
    "setting": ("Setting",),
    "formula": ("Formula",),
    "reparameterization": ("Reparameterization",),
    "decay_run": ("DecayRun", "decay"),
    "descent": ("Trajectory", "integrate"),
    "double_run": ("DoubleTrajectory",),
    "conservation": ("conserved",),
    "discrete": ("Descent", "descend"),
    "margins": ("Margin", "margin"),
    "laws": ("escape", "table1", "table2"),
    "verdicts": ("catalogue", "check", "judge"),
    "proofs.verdict": ("Verdict",),
    "drawing": ("plot",),
    "tables": ("Conditions", "Table"),
    "numeric_checks.balls": ("Enclosed",),
    "symbolic.errors": ("InputError", "Undecided", "WrongType"),
    "symbolic.symbols": ("L", "alpha", "g", "lam", "p", "q", "u", "x", "y"),
}
_CALLED = {  # commands, and what they are here
    "verify": "judge('onto') for each of catalogue()",
    "derive": "Setting(q=2, depth=3).potential()",
    "evaluate": "Setting(q=2, depth=3).potential(x=1)",
    "legendre": "Setting(q=2, depth=3).conditions()",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Conditions",
    "DecayRun",
    "Descent",
    "DoubleTrajectory",
    "Enclosed",
    "Formula",
    "InputError",
    "L",
    "Margin",
    "Reparameterization",
    "Setting",
    "Table",
    "Trajectory",
    "Undecided",
    "Verdict",
    "WrongType",
    "alpha",
    "catalogue",
    "check",
    "conserved",
    "decay",
    "descend",
    "escape",
    "g",
    "integrate",
    "judge",
    "lam",
    "margin",
    "p",
    "plot",
    "q",
    "table1",
    "table2",
    "u",
    "x",
    "y",
]


if not TYPE_CHECKING:  # so that a type checker knows every name and no other

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            from importlib.metadata import version

            return version("steepest-mirror")
        if name not in _HOME:
            hint = f": did you mean {_CALLED[name]}?" if name in _CALLED else ""
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}{hint}")
        value = getattr(import_module(f".{_HOME[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*(name for name in globals() if name.startswith("__")), *__all__, "__version__"})
