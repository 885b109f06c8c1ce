"""Margins: late training maximises the L_r margin, r = p/L (theory: section 12.1), the L_infinity margin at q = 1, for
every depth. That depth helps sign descent to recover is chatter unless the gain exceeds what halving the step may
move and a step leaves every margin nearly where it was.
"""

from __future__ import annotations

from ..experiment import Experiment
from ..verdict import Arguments, Test

SIZE = {"part": ("flow",), "k": (80,), "n": (40,), "true": (4,), "steps": (200_000,)}
SIGN = {"part": ("sign",), "k": (80,), "n": (160,), "true": (4,)}
QUICK = {**SIZE, "steps": (60_000,)}


def late(a: Arguments, value: float) -> float | None:
    """`value` for the rows of the flow with m <= 1, where the margin problem is convex."""
    from ..predictions import margin_exponent

    return value if a["part"] == "flow" and margin_exponent(a["q"], a["depth"]) >= 1 else None


EXPERIMENT = Experiment(
    name="margins",
    title="Which margin late training maximises",
    about="separable data, exponential loss; the margin over the best L_r margin, r in 1, 3/2, 2, 5/2, 3, infinity",
    grids=(
        {**SIZE, "q": ("2", "3/2", "4/3", "5/4", "6/5"), "depth": (2,)},
        {**SIZE, "q": ("3/2", "6/5"), "depth": (3,)},
        {**SIZE, "q": ("4/3",), "depth": (4,), "steps": (2_000_000,)},  # m = 1: the direction converges like 1/log|x|
        {**SIGN, "depth": (2, 3, 4, 6), "step": (1e-3,)},  # chatter
        {**SIGN, "depth": (2,), "step": (1e-4,)},
        {**SIGN, "depth": (3, 4), "step": (1e-5,)},
        {**SIGN, "depth": (6,), "step": (4e-6,)},
    ),
    seeds=4,
    small=({**QUICK, "q": ("3/2", "5/4"), "depth": (2,)}, {**QUICK, "q": ("6/5",), "depth": (3,)}),
    small_seeds=2,
    measure="steepest_mirror.experiments.measuring.margins:measure",
    tests=(
        Test(
            "largest at p/L",
            "every",
            lambda a: late(a, 1.0),
            "r = p/L = 1 + (1-m)/(q-1)",
            reported="the margin that the geometry induces depends on depth",
        ),
        Test("margin ratio", "at least", lambda a: late(a, 0.94), "the L_{p/L} margin over the best one"),
        Test(
            "cosine over that of depth 1",
            "at least",
            lambda a: 0.02 if a["part"] == "sign" else None,  # what halving may move: a smaller gain may be chatter
            "depth helps sign descent to find the sparse truth up to |x| = 1000 (a finding, no theorem)",
            gate=("coarseness", 1.0),
            reported="sign descent learns sparse features with depth",
        ),
        Test(
            "L_inf ratio",
            "at least",
            lambda a: 0.94 if a["part"] == "sign" else None,
            "the L_infinity margin, which sign flow tends to at every depth, at |x| = 1000 (0.94: a choice)",
            gate=("coarseness", 1.0),
        ),
    ),
)
