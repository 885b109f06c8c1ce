"""Balance and mirror identity along steps: what the flow conserves, and how far each optimizer is from its flow.

Lambda_i = |w_i|^q - |w_1|^q is multiplied by exp(-q alpha t) (theory: section 2); sign descent keeps it exactly while
no weight crosses 0, O(h) with decay (13.2); R'(x_t) - R'(x_0) = -int <g>^{q-1} up to O(h) (sections 3 and 13).
"""

from __future__ import annotations

from collections.abc import Callable

from ..experiment import Experiment
from ..verdict import Arguments, Test

SIZE = {"k": (300,), "n": (100,), "true": (10,)}
PLAIN = {"part": ("optimizer",), "depth": (2,), "b1": (0.9,), "b2": (0.999,), "eps": (1e-8,), "batch": (0,)}
FREE = {**PLAIN, "alpha": (0.0,), **SIZE}
STEPS = (1e-2, 1e-3)


def of(name: str, bound: float, **wanted: object) -> Callable[[Arguments], float | None]:
    """`bound` for the rows of one optimizer."""

    def found(a: Arguments) -> float | None:
        right = a["part"] == "optimizer" and a["optimizer"] == name and all(a[n] == w for n, w in wanted.items())
        return bound if right else None

    return found


def signed(a: Arguments) -> float | None:
    """For what is read as sign descent with decay: rounding without decay (sign descent), 5 h with it."""
    if a["part"] != "optimizer" or a["optimizer"] not in ("signsgd", "adamw"):
        return None
    return 1e-12 if a["alpha"] == 0 else 5 * a["step"]


def mirror(smooth: float, sign: float | None) -> Callable[[Arguments], float | None]:
    """A number for the rows of the mirror identity, by whether q > 1."""
    return lambda a: None if a["part"] != "mirror" else sign if a["q"] == "1" else smooth


EXPERIMENT = Experiment(
    name="balance",
    title="Balance, and which flow an optimizer follows",
    about="unbalanced weights in [1/2, 3/2], least squares, to t = 1/4 (optimizers) or 1 (mirror identity)",
    grids=(
        {**FREE, "optimizer": ("signsgd", "sgd", "adam", "signum", "lion"), "step": STEPS},
        {**FREE, "optimizer": ("adam",), "step": (1e-3,), "b2": (0.0, 0.9, 0.99)},
        {**FREE, "optimizer": ("adam",), "step": (1e-3,), "b1": (0.0,)},
        {**FREE, "optimizer": ("adam",), "step": (1e-3,), "eps": (1e-2, 1.0)},
        {**FREE, "optimizer": ("adam", "signsgd", "sgd"), "step": (1e-3,), "batch": (10,)},
        {**FREE, "optimizer": ("signsgd", "adamw"), "step": STEPS, "alpha": (0.5,)},
        {"part": ("mirror",), "q": ("1", "3/2", "2"), "step": STEPS, **SIZE},
    ),
    seeds=6,
    small=(
        {**FREE, "optimizer": ("signsgd", "sgd", "adam"), "step": (1e-2,)},
        {"part": ("mirror",), "q": ("1", "3/2", "2"), "step": (1e-2,), **SIZE},
    ),
    small_seeds=2,
    measure="steepest_mirror.experiments.measuring.balance:measure",
    tests=(
        Test(
            "balance drift",
            "at most",
            signed,
            "|w_i| - |w_j| times exp(-alpha t), exactly at alpha = 0, up to 5h else",
            gate=("crossings", 0),
            reported="Adam and AdamW are discrete counterparts of sign flow",
        ),
        Test(
            "alignment at its q",
            "at least",
            of("signsgd", 0.999, batch=0, alpha=0.0),
            "sign descent moves along the flow of q = 1",
        ),
        Test(
            "alignment at its q", "at least", of("sgd", 0.999, batch=0, alpha=0.0), "SGD moves along the flow of q = 2"
        ),
        Test(
            "alignment at its q",
            "at least",
            of("adam", 0.999, alpha=0.0),
            "Adam moves along the flow of q = 1 as closely as sign descent",
            reported="Adam is read as sign descent",
        ),
        Test("residual over h", "at most", mirror(3.0, None), "R'(x_t) - R'(x_0) = -sum h <g>^{q-1} up to 3h"),
        Test("median residual over h", "at most", mirror(3.0, 0.6), "the same for the median coordinate"),
        Test("halving ratio", "equals", mirror(2.0, None), "the residual is of order h", lambda _: 0.05),
    ),
)
