"""Theorem 4.6 (S): steepest descent of the weights is a steepest mirror flow of x, d R'(x)/dt = -h.

With |w_ki|^q = u_k + Lambda_ki (balance: Lambda_k does not move) and P(u) = prod_i (u + Lambda_ki):

  |x_k|^q = P(u_k),   dx_k/dt = -P'(u_k) h_k,   so   R''(x_k) = 1/P'(u_k)   gives   R'(x_k) = R'(x_k(0)) - int_0^t h_k.

Through x = 0 where R' is C^1 on R (k0 = 1), on x > 0 for every k0; the drive h is any locally integrable function.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import h, j, k, q, w_j, x
from ..judging.formal import Formal
from ..judging.formulas import Formula, almost, below, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.logical import both
from ..judging.tactics import at_zero, flow, for_every, given, rate_rule, rewrite, show, smooth, whole
from ..judging.terms import of, past, product_over, rate, size, slope_of, start
from ..judging.theorem import Theorem
from .shared.speed import FLOW, SLOPE, P, size_of_product, speed

DUAL = of("R_prime", x)
CURVATURE = equal(slope_of("R_prime", x) * SLOPE, 1)
THROUGH, ONE_SIDE = ("C1", "R_prime", "real"), ("C1", "R_prime", "pos")
POSITIVE = below(0, x)
GOAL = equal(DUAL, of("R_prime", start(x)) - past(h))


def derive_metric() -> Theorem:
    """|x|^q = P(u) and dx/dt = -P'(u) h in every coordinate."""
    return both(for_every(size_of_product(), k), for_every(speed(), k))


def kept(*regular: Formula) -> Theorem:
    """R'(x) + int_0^t h keeps its value: its rate is R''(x) dx/dt + h = 0."""
    named = show("=", product_over(j, w_j), x, (flow("product", 0), -1))
    moving = rewrite(smooth(product_over(j, w_j), whole("driven", 0)), named)
    known = (moving, whole("driven", 2), *map(given, regular))
    sum_ = DUAL + past(h)
    moves = rate_rule(sum_, *known)
    still = show("=", rate(sum_), 0, (moves, 1), (speed(), slope_of("R_prime", x)), (given(CURVATURE), -1 * h))
    return rewrite(constant(smooth(sum_, *known), still), at_zero(sum_))


def derive_flow(*regular: Formula) -> Theorem:
    """R'(x) from the sum that keeps its value."""
    return show("=", DUAL, of("R_prime", start(x)) - past(h), (kept(*regular), 1))


def witness() -> Model:
    """The sign flow at L = 2 with h = -1: w = (1 + t, 2 + t), u = 1 + t, R'(x) = (sqrt(1 + 4x) - 1)/2."""
    functions = {
        ("w", 1, 1): 1 + T,
        ("w", 1, 2): 2 + T,
        ("x", 1): (1 + T) * (2 + T),
        ("u", 1): 1 + T,
        ("h", 1): 0 * T - 1,
    }
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        "q": Fraction(1),
        ("Lambda", 1, 1): Fraction(0),
        ("Lambda", 1, 2): Fraction(1),
    }
    z = sp.Symbol("z")
    odd = sp.Lambda(z, 2 * z / (1 + sp.sqrt(1 + 4 * sp.Abs(z))))  # (sqrt(1 + 4x) - 1)/2 for x >= 0, C^1 on the reals
    return Model(constants, functions, {"n": 1, "L": 2}, reals={"R_prime": odd})


METRIC = derived_claim(
    id="metric",
    title="The metric of the mirror flow",
    source="Theorem 4.6 (S)",
    matters="One polynomial P decides speed, potential and regularizer; to know R is to know P.",
    formal=Formal(
        FLOW,
        formula(
            (
                "and",
                for_all(k, equal(size(x) ** q, P)),
                for_all(k, almost(equal(rate(x), -1 * h * SLOPE))),
            )
        ),
        derive_metric,
        witness,
    ),
    remark="So 1/R''(x) = P'(u(x)): the claim mirror-flow.",
)

MIRROR_FLOW = derived_claim(
    id="mirror-flow",
    title="Steepest descent of the weights is a steepest mirror flow of x",
    source="Theorem 4.6 (S), through x = 0 where k0 = 1",
    matters="This is the theorem the paper is named after: the flow of the weights is a mirror flow of their product.",
    formal=Formal((*FLOW, THROUGH, CURVATURE), GOAL, lambda: derive_flow(THROUGH), witness),
    remark="R' is C^1 on the reals exactly where one invariant is 0 and the others are positive (k0 = 1).",
)

HALF_LINE = derived_claim(
    id="mirror-flow-half-line",
    title="The mirror flow while x > 0, whatever the invariants",
    source="Theorem 4.6 (S), on a half-line",
    matters="Where several weights are equally small the sign of x is kept for m_0 >= 1, and this is the mirror flow"
    " there.",
    formal=Formal((*FLOW, ONE_SIDE, CURVATURE, POSITIVE), GOAL, lambda: derive_flow(ONE_SIDE, POSITIVE), witness),
)

CLAIMS = (METRIC, MIRROR_FLOW, HALF_LINE)
