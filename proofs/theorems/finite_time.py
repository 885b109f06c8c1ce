"""Finite-time convergence for q < 2: f = f* no later than D^{1-q/2} / (mu (2 sigma)^{q/2} (1 - q/2)), D = f(x_0) - f*.

Why: df/dt <= -mu sum |g_i|^q, and sum |g_i|^q >= (sum g_i^2)^{q/2} as q <= 2, so d(f - f*)/dt <= -mu (2 sigma (f -
f*))^{q/2}; (f - f*)^{1-q/2} then falls at least at a constant rate. No bound on the gradient is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import q, t
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import DEPTH, FLOW, NO_DECAY, STEEPNESS
from ..judging.steps import AtPoint, Cite, Decided, Given, Group, Identity, Inequality, Step
from .convergence import ARRIVAL, COERCIVE, EXAMPLE, PL, drop, example, excess, mu, sigma
from .implicit_bias import STEEPER

square, others, gap, slope = sp.symbols(
    "s_1 s_2 z gradient", positive=True
)  # g_1^2, the sum of the other g_i^2, f - f*
HALF = q / 2


def norms() -> Group:
    """sum |g_i|^q >= (sum g_i^2)^{q/2}, by the shares theta_i = g_i^2/sum."""
    total = square + others
    share = square / total
    return Group(
        "sum |g_i|^q >= (sum g_i^2)^{q/2}",
        (
            Identity("|g_i|^q = sum^{q/2} theta_i^{q/2}, theta_i = g_i^2/sum", square**HALF, total**HALF * share**HALF),
            Cite(
                "theta_i^{q/2} >= theta_i (trivial where theta_i = 0)",
                "power-decreasing",
                (Inequality("theta_i <= 1", share, sp.Integer(1)), Decided("q/2 <= 1", q <= 2)),
            ),
            Identity("and the theta_i sum to 1", share + others / total, 1),
        ),
    )


def argue(case: Case) -> Iterator[Step]:
    """The differential inequality, its comparison, its end; then the witness trajectory."""
    descent = Group(
        "d(f - f*)/dt <= -mu (2 sigma (f - f*))^{q/2} for almost every t",
        (
            Given("dx_i/dt = -<g_i>^{q-1}/R''_i along the flow", "flow"),
            Given("nothing else moves x_i", "no-decay"),
            Identity("df/dt = -sum |g_i|^q/R''_i, term by term", slope * slope ** (q - 1), slope**q),
            Inequality("1/R'' = mu + c with c >= 0", mu * slope**q, (mu + excess) * slope**q),
            Given("mu bounds every coordinate", "coercive"),
            norms(),
            Given("sum g_i^2 >= 2 sigma (f - f*)", "pl"),
            Cite("z^{q/2} increases", "power-monotone", (Decided("q/2 > 0", q > 0),)),
        ),
    )
    speed = mu * (2 * sigma) ** HALF
    yield Cite(
        "so f - f* stays below the solution of z' = -mu (2 sigma z)^{q/2} while that is positive",
        "comparison-ode",
        (descent,),
    )
    yield Given("q < 2, so 1 - q/2 > 0 and z^{1-q/2} reaches 0", "steeper")
    yield Identity(
        "d(z^{1-q/2})/dt is constant",
        sp.diff(gap ** (1 - HALF), gap) * -(mu * (2 * sigma * gap) ** HALF),
        -case["rate"],
        conclusion=True,
    )
    yield Identity(
        "z^{1-q/2} = 0 at the stated time", drop ** (1 - HALF) - (1 - HALF) * speed * case["time"], 0, conclusion=True
    )
    yield example()
    yield AtPoint(
        "the witness trajectory arrives at t = 1, before",
        sp.Integer(ARRIVAL),
        "<",
        case["time"],
        {s: v for s, v in EXAMPLE.items() if s != t},
        conclusion=True,
    )


SPEED = mu * (2 * sigma) ** HALF
TIME = drop ** (1 - HALF) / (SPEED * (1 - HALF))

CLAIM = Claim(
    id="finite-time",
    title="Steeper flows reach the minimum in finite time",
    source="beyond the paper; Theorem 4.2 (S), sharpened for q < 2",
    statement=(
        "f = f* from some t <= {time} on, D = f(x_0) - f*: (f - f*)^(1 - q/2) falls at a rate of at least {rate}."
    ),
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, STEEPER, COERCIVE, PL),
    parts={"time": TIME, "rate": (1 - HALF) * SPEED},
    argue=argue,
    scope="every q in [1, 2), every separable R with 1/R'' >= mu, any number of coordinates; no bound on the gradient",
    mutants=(
        Mutant("without 1 - q/2", {"time": drop ** (1 - HALF) / SPEED}),
        Mutant("half the time", {"time": TIME / 2}),
        Mutant("power of D", {"time": drop**HALF / SPEED}),
        Mutant("sigma for 2 sigma", {"rate": (1 - HALF) * mu * sigma**HALF}),
        Mutant("1e-40", {"rate": (1 - HALF) * SPEED + sp.Rational(1, 10**40)}),
        Mutant("q = 2 too", drop="steeper"),
        Mutant("without PL", drop="pl"),
        Mutant("not coercive", drop="coercive"),
        Mutant("another flow", drop="flow"),
        Mutant("with decay", drop="no-decay"),
    ),
)

CLAIMS = (CLAIM,)
