"""Theorem 4.14 (S), decoupled decay on the manifold: R''(x) dx/dt = -h - alpha M'(x) with M' = L x R''.

Each of the L weights shrinks at the rate alpha, so decay moves x by -alpha L x; R'' = 1/P'(u), Lambda taken at that
time, carries it to the dual side. Balanced, P = u^L: L x R'' = x^{1-m}, m = q(L-1)/L, the derivative of
x^{2-m}/(2-m), and 2 - m = (L(2-q) + q)/L > 0 is the exponent of Table 1.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, alpha, h, k, q, x
from ..judging.formal import Formal
from ..judging.formulas import almost, below, continuous, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.logical import both
from ..judging.tactics import decided, for_every, freed, given, rate_rule, show
from ..judging.terms import function, letter, rate
from ..judging.theorem import Theorem
from .shared.speed import DECAYED, MOVING_SLOPE, decayed_speed

CURVATURE = function("R_2", "real", k)  # R''_{Lambda_t}(x_k)
INVERSE = for_all(k, equal(CURVATURE * MOVING_SLOPE, 1))
M = q * (L - 1) / L
v, z = letter("v"), function("z", "pos")
ROOT = v ** (L / q)  # |x| where P(v) = v^L
LAW = almost(equal(CURVATURE * rate(x), -1 * h - alpha * (L * x * CURVATURE)))
BALANCED = equal(L * ROOT / (L * v ** (L - 1)), ROOT ** (1 - M))
PRIMITIVE = z ** (2 - M)  # (2 - m) M along a path z of x
SLOPE = (2 - M) * z ** (1 - M) * rate(z)


def derive() -> Theorem:
    """The law, L x R'' where balanced, and its primitive along any path z."""
    inverse = freed(given(INVERSE))
    pull = -1 * h - alpha * (L * x * CURVATURE)
    law = show("=", CURVATURE * rate(x), pull, (decayed_speed(), CURVATURE), (inverse, -1 * h))
    balanced = show("=", L * ROOT / (L * v ** (L - 1)), ROOT ** (1 - M))
    moves = rate_rule(PRIMITIVE, given(continuous(z)))
    primitive = show("=", rate(PRIMITIVE), SLOPE, (moves, 1))
    exponent = show("=", 2 - M, (L * (2 - q) + q) / L)
    return both(for_every(law, k), balanced, primitive, exponent, decided(below(0, 2 - M)))


def witness() -> Model:
    """Sign flow with alpha = 1, h = -1 from w = (2, 3): w = 1 + n e^{-t}, Lambda = (0, e^{-t})."""
    e = sp.exp(-T)
    functions: dict[tuple[str | int, ...], sp.Expr] = {("w", 1, n): 1 + n * e for n in (1, 2)}
    functions |= {("Lambda", 1, n): (n - 1) * e for n in (1, 2)}
    functions |= {("h", 1): 0 * T - 1, ("alpha",): 0 * T + 1, ("u", 1): 1 + e, ("x", 1): (1 + e) * (1 + 2 * e)}
    functions |= {("R_2", 1): 1 / (2 + 3 * e), ("z",): 1 + T}
    return Model({"q": Fraction(1), "v": Fraction(2)}, functions, {"n": 1, "L": 2})


DECOUPLED = derived_claim(
    id="regularizer-decoupled",
    title="The regularizer of decoupled weight decay",
    source="Theorem 4.14 (S), decoupled",
    matters="AdamW-like decay prefers sparse solutions less and less as q falls, at a fixed depth.",
    formal=Formal(
        (*DECAYED, INVERSE, continuous(z)),
        formula(
            (
                "and",
                for_all(k, LAW),
                BALANCED,
                almost(equal(rate(PRIMITIVE), SLOPE)),
                equal(2 - M, (L * (2 - q) + q) / L),
                below(0, 2 - M),
            )
        ),
        derive,
        witness,
    ),
    remark="Off balance the drift is that of the Lambda of the moment, which decay moves: claim dual-decay.",
)

CLAIMS = (DECOUPLED,)
