"""Weight decay: what each kind makes stationary at rest (theory: sections 8 and 12.5).

Coupled (Adam + L2): f + alpha (L/2) sum |x|^{2/L}, at L = 2 the Lasso. Decoupled, 1 < q < 2: <g>^{q-1} = -alpha M', not
the minimiser of f + alpha M. AdamW is sparse only deep, and only with beta_2 = .999.
"""

from __future__ import annotations

from collections.abc import Callable

from ..experiment import Experiment
from ..predictions import rest_exponent
from ..verdict import Arguments, Test

SIZE = {"k": (300,), "n": (100,), "true": (10,)}
SMALL = {"k": (40,), "n": (60,), "true": (4,)}
REST = {"part": ("rest",), "depth": (2,), "alpha": (0.3,), "k": (10,), "n": (30,)}
DEEP = {"part": ("adamw",), "optimizer": ("adamw",), "depth": (10,)}


def where(value: float, **wanted: object) -> Callable[[Arguments], float | None]:
    """`value` for the rows with these arguments."""
    return lambda a: value if all(a.get(name) == w for name, w in wanted.items()) else None


def sparse(a: Arguments) -> float | None:
    """The bound for AdamW deep, with strong decay and beta_2 = .999."""
    deep = a.get("optimizer") == "adamw" and a["depth"] >= 10 and a["b2"] >= 0.999
    return 5e-3 if a["part"] == "adamw" and deep else None


def dense(a: Arguments) -> float | None:
    """How far from the sparse truth shallow AdamW, a smaller beta_2 and sign descent stay."""
    return None if a["part"] != "adamw" or sparse(a) is not None else 0.5 if a["depth"] == 2 else 0.3


EXPERIMENT = Experiment(
    name="decay",
    title="Weight decay at rest",
    about="weights trained to rest with an annealed step, least squares with a sparse truth",
    grids=(
        {**REST, "q": ("5/4", "3/2")},
        {"part": ("coupled",), "depth": (2, 3, 10), "alpha": (0.1,), **SIZE},
        {**DEEP, "alpha": (0.5,), "b2": (0.999, 0.99, 0.9), **SIZE},
        {**DEEP, "alpha": (0.1,), "b2": (0.999,), **SIZE},
        {**DEEP, "depth": (2,), "alpha": (0.5,), "b2": (0.999,), **SIZE},
        {**DEEP, "optimizer": ("signsgd",), "alpha": (0.5,), "b2": (0.999,), **SIZE},
    ),
    seeds=5,
    small=({**REST, "q": ("3/2",)}, {"part": ("coupled",), "depth": (2, 3), "alpha": (0.1,), **SMALL}),
    small_seeds=2,
    measure="steepest_mirror.experiments.measuring.decay:measure",
    tests=(
        Test(
            "distance to the Lasso",
            "at most",
            where(1e-5, part="coupled", depth=2),
            "coupled M = (L/2)|x|^{2/L}: |x| at L = 2",
            reported="Table 1: coupled decay is L_1 at L = 2",
        ),
        Test("kkt", "at most", where(1e-3, part="coupled", depth=3), "g = -alpha <x>^{2/L - 1} where x is not 0"),
        Test(
            "largest x",
            "at most",
            where(1e-3, part="coupled", depth=10),
            "a deep model collapses to w = 0, a strict local minimum (found from another start; no theorem)",
        ),
        Test(
            "recovery error",
            "at most",
            sparse,
            "deep AdamW recovers the sparse truth",
            reported="Table 1: decoupled decay at q = 1 tends to L_1 as L grows",
        ),
        Test(
            "recovery error",
            "at least",
            dense,
            "shallow AdamW, beta_2 < .999 and sign descent do not",
            reported="AdamW is the discrete counterpart of sign flow with decoupled decay",
        ),
        Test(
            "law residual",
            "at most",
            where(1e-10, part="rest"),
            "<g>^{q-1} = -alpha M', M = |x|^e/e, e = 2 - m",
        ),
        Test(
            "rest exponent",
            "equals",
            lambda a: rest_exponent(a["q"], a["depth"]) if a["part"] == "rest" else None,
            "p/L: |g| ~ |x|^{p/L - 1} over the coordinates",
            lambda _: 1e-6,
        ),
        Test(
            "argmin residual",
            "at least",
            where(0.5, part="rest"),
            "grad f + alpha grad M = 0 fails at the rest point",
            reported="decoupled decay induces M (read as: minimises f + alpha M)",
        ),
    ),
)
