"""Fine-tuning from a saddle: SGD with a small step stays, Adam leaves; a plain new head is none (theory: section 6).

With two weights 0 in every entry and g != 0 the Hessian has the blocks [[0, c], [c, 0]]: eigenvalues in pairs +-c.
"""

from __future__ import annotations

from collections.abc import Callable

from ..experiment import Experiment
from ..verdict import Arguments, Test

STEPS = {"steps": (8000,)}
SLOW = 1e-4


def of(start: str, name: str, value: float, *steps: float) -> Callable[[Arguments], float | None]:
    """`value` for the rows of one start and optimizer at these steps."""
    return lambda a: value if (a["start"], a["optimizer"]) == (start, name) and a["step"] in steps else None


EXPERIMENT = Experiment(
    name="finetuning",
    title="Fine-tuning from a saddle",
    about="digits 0-4 to 5-9, a hidden layer of 24 ReLU, test accuracy; the head m*w of size 1e-3 is a saddle",
    grids=(
        {"start": ("saddle",), "optimizer": ("sgd",), "step": (1e-4, 1e-3, 1e-1), **STEPS},
        {"start": ("saddle",), "optimizer": ("adam",), "step": (1e-4, 1e-3), **STEPS},
        {"start": ("saddle",), "optimizer": ("signsgd",), "step": (1e-4,), **STEPS},
        {"start": ("saddle",), "optimizer": ("normalised",), "step": (1e-2,), **STEPS},
        {"start": ("zero head", "control"), "optimizer": ("sgd", "adam"), "step": (1e-4,), **STEPS},
    ),
    seeds=8,
    small=(
        {"start": ("saddle",), "optimizer": ("sgd", "adam"), "step": (1e-4,), **STEPS},
        {"start": ("zero head", "control"), "optimizer": ("sgd",), "step": (1e-4,), **STEPS},
    ),
    small_seeds=4,
    measure="steepest_mirror.experiments.measuring.finetuning:measure",
    tests=(
        Test(
            "accuracy",
            "at most",
            of("saddle", "sgd", 0.25, SLOW, 1e-3),
            "SGD with a small step stays at chance",
            interval="mean",
            reported="gradient descent stays near the saddle",
        ),
        Test(
            "accuracy",
            "at least",
            of("saddle", "adam", 0.95, SLOW, 1e-3),
            "Adam leaves the saddle",
            interval="mean",
            reported="Adam escapes",
        ),
        Test(
            "accuracy",
            "at least",
            lambda a: of("saddle", "sgd", 0.9, 1e-1)(a) or of("saddle", "normalised", 0.9, 1e-2)(a),
            "so do SGD with a large step and normalised SGD",
            interval="mean",
        ),
        Test(
            "accuracy",
            "at least",
            lambda a: of("zero head", "sgd", 0.5, SLOW)(a) or of("control", "sgd", 0.5, SLOW)(a),
            "a plain new head is no saddle: SGD learns as with the head alone, which is convex",
            interval="mean",
            reported="a new head starts at a saddle",
        ),
        Test("unpaired at the end", "at most", of("saddle", "sgd", 0.02, SLOW), "lambda_min = -lambda_max at a saddle"),
        Test("negative part at the end", "at most", of("saddle", "adam", 0.02, SLOW, 1e-3), "-lambda_min/lambda_max"),
    ),
)
