"""Escape: from a balanced start eps, T ~ eps^{1-(L-1)(q-1)}, and T = (R'(x_1) - R'(x_0))/max|g_0|^{q-1} up to the
change of g (theory: sections 11.3 and 13).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from .. import predictions
from ..experiment import Experiment
from ..verdict import Arguments, Test

FORMULA = {"1": (1e-6,) * 3, "3/2": (0.05, 0.012, 0.004), "2": (0.05, 0.005, 0.0005)}  # for L = 2, 3, 4


def exponent(a: Arguments) -> float | None:
    """1 - (L-1)(q-1)."""
    return predictions.escape_exponent(a["q"], a["depth"]) if a["part"] == "flow" else None


def exponent_tolerance(a: Arguments) -> float:
    """How far from its limit the exponent may be at these eps: sub-leading terms are larger where m <= 1."""
    e = predictions.escape_exponent(a["q"], a["depth"])
    return 1e-4 if a["q"] == "1" else 1e-3 if e < 0 else 0.02


def formula(a: Arguments) -> float | None:
    """The bound on the relative error that g not being constant leaves."""
    if a["part"] != "flow" or a["q"] not in FORMULA or a["depth"] > 4:
        return None
    return FORMULA[a["q"]][a["depth"] - 2]


def only(part: str, value: float) -> Callable[[Arguments], float | None]:
    """`value` for the rows of one part, at q > 1."""
    return lambda a: value if a["part"] == part and Fraction(a["q"]) > 1 else None


SIZE = {"k": (300,), "n": (100,), "true": (10,)}
SMALL = {"k": (60,), "n": (30,), "true": (4,)}
EVERY = {"q": ("1", "3/2", "2"), "depth": (2, 3, 4)}

EXPERIMENT = Experiment(
    name="escape",
    title="Escape from a small start",
    about="first time at which max|x| >= 0.1, from w = eps(1, ..., 1), least squares",
    grids=(
        {"part": ("flow",), **EVERY, **SIZE},
        {"part": ("euler",), "q": ("3/2", "2"), "depth": (2, 3, 4)},
        {"part": ("order",), "q": ("3/2", "2"), "depth": (2, 3), **SIZE},
        {"part": ("recovery",), "depth": (2, 3, 4), **SIZE},
    ),
    seeds=8,
    small=({"part": ("flow",), **EVERY, **SMALL}, {"part": ("euler",), "q": ("3/2", "2"), "depth": (3,)}),
    small_seeds=2,
    measure="steepest_mirror.experiments.measuring.escape:measure",
    tests=(
        Test(
            "exponent",
            "equals",
            exponent,
            "1 - (L-1)(q-1)",
            exponent_tolerance,
            reported="smaller q and m < 1 escape faster",
        ),
        Test("formula error", "at most", formula, "T = (R'(x_1) - R'(x_0))/max|g_0|^{q-1}"),
        Test(
            "lag over predicted",
            "equals",
            only("euler", 1.0),
            "(T_h - T)/h -> log(phi_1/phi_0)/2",
            lambda _: 0.005,
            interval="fixed",
        ),
        Test(
            "q=1 recovers worst",
            "every",
            lambda a: 1.0 if a["part"] == "recovery" else None,
            "recovery error at q = 1 above those at q = 3/2 and 2 (a finding, no theorem)",
            reported="q = 1 learns features at a fast rate",
        ),
        Test(
            "steeper recovers worse",
            "every",
            lambda a: 1.0 if a["part"] == "recovery" else None,
            "recovery error: q = 1 > q = 3/2 > q = 2 (a finding, no theorem)",
        ),
        Test("order", "equals", only("order", 1.0), "T_h - T ~ h", lambda _: 0.01),
    ),
)
