"""Theorem 4.6 (S), first half: x follows a steepest mirror flow, d R'(x_t) = -<g>^{q-1} dt, with R'' = 1/P'(u(x)).

Why: u = |w_i|^q - Lambda_i moves at du/dt = -q sign(x) <g>^{q-1} |x|^{q-1}, and with |x| = P^{1/q}
dR'/du = R'' dx/du = sign(x) P^{1/q-1}/q, so the powers of P cancel.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, q
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import CROSSINGS, DEPTH, FLOW, INVARIANTS, NO_DECAY, STEEPNESS
from ..judging.on_claims import Rests
from ..judging.steps import Cite, Decided, Equivalent, Given, Group, Identity, Step, along
from .shared.product import FACTOR, REALIZED, SIZE_OF_X, D, P, derivative_is_sum, in_u, increasing, weight_terms
from .shared.weights import G, a, orthants, size_rate

SLOPE = sp.Symbol("h", real=True)  # <g>^{q-1}
SIGNS = (sp.Integer(1), sp.Integer(-1))  # values of h that occur for every q
M_ZERO = q * (L - 1) / L  # m_0, with k0 for L
LEAVES = Hypothesis(
    "leaves-at-once",
    "where two or more weights of a coordinate can vanish together (k0 >= 2), {t : x(t) = 0} has measure 0;"
    " if m_0 >= 1 then t is before the first zero of x",
)


def argue(case: Case) -> Iterator[Step]:
    """Off x = 0 by the chain rule; through x = 0 by continuity, where R'(0) = 0 is finite."""
    yield orthants()
    level = along(a**q, {a: size_rate(a, SIZE_OF_X / a, sp.Integer(0))})
    yield Rests("without decay the Lambda_i are constant", "balance")
    speed = -q * G * P ** (1 - 1 / q)
    yield Identity("du/dt = d|w_i|^q/dt = -q G |x|^{q-1}, the same from every weight", level, speed)
    for side in SIGNS:
        x_of_u = side * SIZE_OF_X
        flow = speed.subs(G, side * SLOPE)  # G = sign(x) <g>^{q-1}
        moved = case["metric"] * in_u(x_of_u) * flow
        text = "x > 0" if side > 0 else "x < 0"
        yield Identity(
            f"{text}: d R'(x_t)/dt = R'' dx/du du/dt",
            moved,
            case["rate"],
            domain={**REALIZED, SLOPE: SIGNS},
            conclusion=True,
        )
    yield Group("the same from the weights: dx/dt = -P' <g>^{q-1}", (weight_terms(), derivative_is_sum()))
    yield Cite("R'' > 0 is defined by |x|: u is a C^1 function of |x| > 0", "inverse-function", (increasing(),))
    yield crossings()


def crossings() -> Group:
    """Through x = 0."""
    return Group(
        "the identity holds for every t, in integrated form",
        (
            Group(
                "k0 = 1: R' is C^1 with R''(0) = 1/P'(0), and w, hence R'(x_t), is absolutely continuous",
                (
                    Identity(
                        "at u = 0 only the vanishing weight moves x, with X^q = prod Lambda_j = P'(0)",
                        in_u(FACTOR * P).subs(FACTOR, 0),
                        P,
                    ),
                    Decided("m_0 = 0 for k0 = 1", sp.Eq(M_ZERO.subs(L, 1), 0)),
                    Given("at q = 1 one s_k serves all weights", "joint-sign"),
                ),
            ),
            Cite(
                "k0 >= 2, m_0 < 1: R'(x_t) is the integral of -<g>^{q-1} across the zeros of x",
                "integral-across-null-set",
                (
                    finite_at_zero(),
                    Given("{t : x = 0} is closed, x being continuous, and has measure 0", "leaves-at-once"),
                    Given(
                        "between them the identity above was shown; f is C^1, so <g>^{q-1} is bounded on compact times",
                        "flow",
                    ),
                ),
            ),
        ),
    )


def finite_at_zero() -> Group:
    """R'(0) = 0 where m_0 < 1."""
    return Group(
        "R' is continuous with R'(0) = 0: near u = 0, dR'/du ~ u^{k0 (1/q - 1)} is integrable",
        (
            Cite("int_0 u^c du is finite iff c > -1", "power-integral"),
            Equivalent("with k0 for L: k0 (1/q - 1) > -1 iff m_0 < 1", L * (1 / q - 1) > -1, M_ZERO < 1),
        ),
    )


CLAIM = Claim(
    id="mirror-flow",
    title="Steepest descent of the weights is a steepest mirror flow of x",
    source="Theorem 4.6 (S)",
    statement="d R'(x_t)/dt = {rate} with h = <g>^(q-1) and R''(x) = {metric}, D = P'(u(x)), P(u(x)) = |x|^q.",
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, CROSSINGS, INVARIANTS, LEAVES),
    parts={"rate": -SLOPE, "metric": 1 / D},
    argue=argue,
    scope=(
        "every q in [1, 2], every L >= 2, all invariants, every objective; x of either sign, through x = 0 where"
        " m_0 < 1"
    ),
    remark=(
        "At an x = 0 where k0 >= 2 weights vanish the weight flow is not unique for q < 2: w may also stay at 0 for"
        " ever."
    ),
    mutants=(
        Mutant("constant", {"rate": -2 * SLOPE}),
        Mutant("sign", {"rate": SLOPE}),
        Mutant("exponent of P'", {"metric": 1 / D**2}),
        Mutant("the metric of the balanced case", {"metric": P ** (1 / q - 1) / L}),
        Mutant("1e-40", {"metric": (1 + sp.Rational(1, 10**40)) / D}),
        Mutant("a solution that stays at 0", drop="leaves-at-once"),
        Mutant("with decay", drop="no-decay"),
        Mutant("no convention at q = 1", drop="joint-sign"),
    ),
)

CLAIMS = (CLAIM,)
