"""Theorem 4.6 (S), the metric: R''(x) = 1/P'(u(x)), where P(u) = prod_i (u + Lambda_i) = |x|^q.

Why: dx/dt = -<g>^{q-1} sum_i |x/w_i|^q, and sum_i P/(u + Lambda_i) = P'. At L = 2, P'^2 = 4P + lambda^2.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, lam, q, u, x
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import CROSSINGS, DEPTH, FLOW, INVARIANTS, NO_DECAY, STEEPNESS
from ..judging.on_claims import Rests
from ..judging.steps import Cite, Given, Identity, Step
from .shared.product import derivative_is_sum, increasing, weight_terms
from .shared.weights import orthants

k, n, r, a, b = sp.symbols("k n r a b", positive=True)
PRODUCT = u**k * (u + a) ** n * (u + b) ** r


def argue_metric(case: Case) -> Iterator[Step]:
    """The speed of x from its weights, for every L by induction, and in groups of equal invariants."""
    yield from derivation()
    size = PRODUCT ** (1 / q)
    others = [(count, size / (u + shift) ** (1 / q)) for shift, count in ((0, k), (a, n), (b, r))]
    speed = sp.Add(*(count * X * X ** (q - 1) for count, X in others))  # -dx/dt for <g>^{q-1} = 1
    yield Identity(
        "R'' times the speed of x, summed over the weights, is 1", case["metric"] * speed, 1, conclusion=True
    )
    yield Identity("that speed is P'(u)", speed, sp.diff(PRODUCT, u))


def derivation() -> Iterator[Step]:
    """R'' = 1/P'(u), P(u) = |x|^q, for every L and Lambda."""
    yield orthants()
    yield Rests("|w_i|^q = u + Lambda_i with constant Lambda_i", "balance")
    yield weight_terms()
    yield derivative_is_sum()
    yield Cite("P increases, so P(u) = |x|^q has one solution u >= 0", "increasing-from-derivative", (increasing(),))


def argue_instances(case: Case) -> Iterator[Step]:
    """1/P'(u) with x = P(u)^{1/q}, for P = u (u + lambda) and for P = u^L."""
    yield from derivation()
    two = u * (u + lam)
    first = case["two"].subs(x, two ** (1 / q)) * sp.diff(two, u)
    yield Identity(
        "L = 2, Lambda = (0, lambda) or (lambda, 0): R'' P' = 1 at x^q = u (u + lambda)", first, 1, conclusion=True
    )
    equal = case["balanced"].subs(x, (u**L) ** (1 / q)) * sp.diff(u**L, u)
    yield Identity("balanced: R'' P' = 1 at x^q = u^L", equal, 1, conclusion=True)
    yield Given("the smallest |w_j|^q is u: the sign of lambda only names the weights", "invariants")


SHALLOW = Claim(
    id="metric-l2",
    title="The metric at depth 2, and balanced at every depth",
    source="Theorem 4.6 (S), L = 2; lambda = 0",
    statement=(
        "For x > 0: R'' = {two} at L = 2 with | |w_1|^q - |w_2|^q | = lam; R'' = {balanced} where balanced. R'' is"
        " even."
    ),
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, CROSSINGS, INVARIANTS),
    parts={"two": (4 * x**q + lam**2) ** sp.Rational(-1, 2), "balanced": x ** (-q * (L - 1) / L) / L},
    argue=argue_instances,
    scope="every q in [1, 2]; lambda of either sign; balanced for every L >= 2",
    mutants=(
        Mutant("exponent of x", {"two": (4 * x**2 + lam**2) ** sp.Rational(-1, 2)}),
        Mutant("constant 4", {"two": (2 * x**q + lam**2) ** sp.Rational(-1, 2)}),
        Mutant("lambda^q for lambda^2", {"two": (4 * x**q + lam**q) ** sp.Rational(-1, 2)}),
        Mutant("sign", {"two": (4 * x**q - lam**2) ** sp.Rational(-1, 2)}),
        Mutant("the metric exponent without q", {"balanced": x ** (-2 * (L - 1) / L) / L}),
        Mutant("without 1/L", {"balanced": x ** (-q * (L - 1) / L)}),
        Mutant("1e-40", {"two": (4 * x**q + lam**2 + sp.Rational(1, 10**40)) ** sp.Rational(-1, 2)}),
        Mutant("with decay", drop="no-decay"),
        Mutant("no convention at q = 1", drop="joint-sign"),
    ),
)

CLAIMS = (SHALLOW,)
