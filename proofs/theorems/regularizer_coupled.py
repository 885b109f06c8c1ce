"""Theorem 4.14 (S), coupled decay on the balanced manifold: the steepest mirror flow of f + alpha M, M =
(L/2)|x|^{2/L}.

On |w_i| = a, |x| = a^L: dF/dw_i + alpha w_i = (g + alpha M'(x)) x/w_i with M' = a^2/x, for every q. So the decay acts
as a penalty inside the signed power. Off balance the penalty's value is (1/2) sum_i (u + Lambda_i)^{2/q}.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, alpha, q, u, x
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import COUPLED_FLOW, DEPTH, STEEPNESS
from ..judging.steps import Given, Identity, Step
from .shared.weights import G, a, b

BALANCED = Hypothesis("balanced", "|w_1| = ... = |w_L| = a, which the coupled flow keeps where its solution is unique")
Lam = sp.Symbol("Lambda", positive=True)


def argue(case: Case) -> Iterator[Step]:
    """The penalty's gradient on the manifold, its value, the limit L -> infinity."""
    yield Given("the flow", "coupled-flow")
    M = case["balanced"]
    other = a if case.assumes("balanced") else b  # the size of the L - 1 other weights
    size = a * other ** (L - 1)
    slope = sp.diff(M, x).subs(x, size)
    for own, sign in itertools.product((1, -1), repeat=2):  # the signs of w_i and of x; M' is odd
        yield Identity(
            f"dF/dw_i + alpha w_i = (g + alpha M'(x)) x/w_i, because w_i^2 = x M'(x); signs of w_i, of x: {own:+d}"
            f" {sign:+d}",
            G * (sign * size) / (own * a) + alpha * own * a,
            (G + alpha * sign * slope) * (sign * size) / (own * a),
            conclusion=True,
        )
    yield Identity(
        "so dx/dt = -sum_i |x/w_i|^q <g + alpha M'(x)>^{q-1}, and sum_i |x/w_i|^q = P'(u) = 1/R'', u = a^q",
        L * (a**L / a) ** q,
        sp.diff(u**L, u).subs(u, a**q),
    )
    yield Identity("its value is (alpha/2) sum w_i^2 on the manifold", M.subs(x, a**L), L * a**2 / 2, conclusion=True)
    yield Identity(
        "off balance the value in u: |w_i|^2 = (u + Lambda_i)^{2/q}",
        ((u + Lam) ** (1 / q)) ** 2 / 2,
        case["term"],
        conclusion=True,
    )
    at_two = case["term"].subs(q, 2)
    yield Identity("which at q = 2 adds up to L u/2 + const", sp.diff(at_two, u) * L, L / 2, conclusion=True)
    shift = sp.Symbol("e", positive=True)
    yield Identity(
        "L -> infinity: M - L/2 is the difference quotient (x^e - x^0)/e, e = 2/L",
        (M - L / 2).subs(L, 2 / shift),
        (x**shift - 1) / shift,
        conclusion=True,
    )
    yield Identity(
        "whose limit is the derivative of x^e at e = 0",
        sp.diff(x**shift, shift).subs(shift, 0),
        case["limit"],
        conclusion=True,
    )


COUPLED_CLAIM = Claim(
    id="regularizer-coupled",
    title="The regularizer of coupled weight decay",
    source="Theorem 4.14 (S), coupled",
    statement=(
        "On the balanced manifold the coupled flow is the steepest mirror flow of f + alpha M, M = {balanced} for every"
        " q; M - L/2 -> {limit} as L -> infinity; off balance each weight adds {term} to the penalty (x > 0; M is"
        " even)."
    ),
    hypotheses=(STEEPNESS, DEPTH, COUPLED_FLOW, BALANCED),
    parts={"balanced": L / 2 * x ** (2 / L), "limit": sp.log(x), "term": (u + Lam) ** (2 / q) / 2},
    argue=argue,
    scope="every q in [1, 2], every L >= 2, balanced; off balance the penalty's value only",
    remark="M' is infinite at 0 for L >= 3 and has a kink there for L = 2.",
    mutants=(
        Mutant("exponent", {"balanced": L / 2 * x ** (1 / L)}),
        Mutant("constant", {"balanced": x ** (2 / L)}),
        Mutant("depends on q", {"balanced": L / 2 * x ** (q / L)}),
        Mutant("limit", {"limit": 2 * sp.log(x)}),
        Mutant("term", {"term": (u + Lam) ** (1 / q) / 2}),
        Mutant("1e-40", {"balanced": L / 2 * x ** (2 / L) + x / 10**40}),
        Mutant("off balance", drop="balanced"),
    ),
)

CLAIMS = (COUPLED_CLAIM,)
