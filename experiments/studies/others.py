"""Other models: every L-homogeneous model leaves eps v after a time ~ eps^{1-(L-1)(q-1)} (theory: section 16.7).

Softmax attention with trained V is not homogeneous of degree 3: near 0 only V moves, and the law of degree 3 fails.
"""

from __future__ import annotations

from .. import predictions
from ..experiment import Experiment
from ..verdict import Arguments, Test

HOMOGENEOUS = ("linear", "relu", "attention-diagonal", "attention-full")
SOFTMAX = "attention-softmax"


def exponent(a: Arguments) -> float | None:
    """1 - (L-1)(q-1), where it is 0 or less."""
    e = predictions.escape_exponent(a["q"], a["depth"])
    return e if a["model"] != SOFTMAX and e <= 0 else None


def bounded(a: Arguments) -> float | None:
    """T(eps/4) <= 1.2 T(eps) where the exponent is positive."""
    e = predictions.escape_exponent(a["q"], a["depth"])
    return 1.2 if a["model"] != SOFTMAX and e > 0 else None


def softmax(a: Arguments) -> float | None:
    """Half the exponent of the law of degree 3, which would let T(eps/4)/T(eps) be 4^{-e}."""
    e = predictions.escape_exponent(a["q"], a["depth"])
    return 4 ** (-e / 2) if a["model"] == SOFTMAX and e < 0 else None


EXPERIMENT = Experiment(
    name="others",
    title="Escape of other models",
    about="from w = eps v, v random, to where the loss has fallen by 5 %, eps = .02, .01, .005",
    grids=(
        {"model": (*HOMOGENEOUS, SOFTMAX), "q": ("2",), "depth": (3,)},
        {"model": HOMOGENEOUS, "q": ("3/2", "5/4", "1"), "depth": (3,)},
        {"model": ("linear", "relu"), "q": ("2",), "depth": (2, 4)},
    ),
    seeds=6,
    small=({"model": (*HOMOGENEOUS, SOFTMAX), "q": ("2",), "depth": (3,)},),
    small_seeds=2,
    measure="steepest_mirror.experiments.measuring.others:measure",
    tests=(
        Test(
            "exponent",
            "equals",
            exponent,
            "1 - (L-1)(q-1)",
            lambda a: 0.002 if predictions.escape_exponent(a["q"], a["depth"]) < 0 else 0.05,
            reported="the diagonal network stands for deeper ones (a reviewer doubts it)",
        ),
        Test("growth", "at most", bounded, "T(eps/4)/T(eps): bounded where m < 1"),
        Test(
            "growth",
            "at most",
            softmax,
            "softmax attention does not follow the law of degree 3, T(eps/4)/T(eps) = 4^{-e}",
        ),
    ),
)
