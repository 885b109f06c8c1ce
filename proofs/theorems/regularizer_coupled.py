"""Theorem 4.14 (S), coupled decay on the balanced manifold: the steepest mirror flow of f + alpha M, M = (L/2)|x|^{2/L}.

On |w_i| = a, |x| = a^L: dF/dw_i + alpha w_i = (g + alpha M'(x)) x/w_i with M' = a^2/x, for every q. So the decay acts
as a penalty inside the signed power. Off balance the penalty's value is (1/2) sum_i (u + Lambda_i)^{2/q}.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from symbolic.symbols import L, alpha, q, u, x

from ..claim import Case, Claim, Hypothesis, Mutant
from ..hypotheses import DEPTH, STEEPNESS
from ..steps import Cite, Given, Group, Identity, Step
from ..weights import G, a

BALANCED = Hypothesis("balanced", "|w_1| = ... = |w_L| = a, which the coupled flow keeps where its solution is unique")
COUPLED = Hypothesis("coupled-flow", "dw_i/dt = -<dF/dw_i + alpha w_i>^{q-1}, alpha >= 0")
Lam, n, b = sp.symbols("Lambda n b", positive=True)
H = sp.Symbol("h", positive=True)  # 1/L


def argue(case: Case) -> Iterator[Step]:
    """The penalty's gradient on the manifold, its value, the limit L -> infinity."""
    yield Given("the flow", "coupled-flow")
    M = case["balanced"]
    other = a if case.assumes("balanced") else b  # the size of the L - 1 other weights
    size = a * other ** (L - 1)
    slope = sp.diff(M, x).subs(x, size)
    yield Identity(
        "dF/dw_i + alpha w_i = (g + alpha M'(x)) x/w_i, because w_i^2 = x M'(x)",
        G * size / a + alpha * a,
        (G + alpha * slope) * size / a,
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
    shifted = sp.diff(M, x).subs(L, 1 / H)
    yield Group(
        "L -> infinity, h = 1/L -> 0: M - L/2 tends to the stated limit",
        (
            Identity(
                "the derivative x^{2h-1} is continuous in h, and at h = 0 it is the limit's",
                shifted.subs(H, 0),
                sp.diff(case["limit"], x),
                conclusion=True,
            ),
            Identity("at x = 1 both are 0", (M - L / 2).subs(x, 1), case["limit"].subs(x, 1), conclusion=True),
            Cite(
                "so they agree",
                "equal-derivatives",
                (
                    Identity("derivatives", shifted.subs(H, 0), sp.diff(case["limit"], x)),
                    Identity("a common value", (M - L / 2).subs(x, 1), case["limit"].subs(x, 1)),
                ),
            ),
        ),
        conclusion=True,
    )


COUPLED_CLAIM = Claim(
    id="regularizer-coupled",
    title="The regularizer of coupled weight decay",
    source="Theorem 4.14 (S), coupled",
    statement="On the balanced manifold the coupled flow is the steepest mirror flow of f + alpha M, M = {balanced} for every q; "
    "M - L/2 -> {limit} as L -> infinity; off balance each weight adds {term} to the penalty (x > 0; M is even).",
    hypotheses=(STEEPNESS, DEPTH, COUPLED, BALANCED),
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
