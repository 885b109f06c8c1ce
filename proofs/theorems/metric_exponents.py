"""The metric exponents: R'' ~ C|x|^{-m_0} at 0 with m_0 = q(k0-1)/k0, R'' ~ |x|^{-m}/L at infinity with m = q(L-1)/L
(theory: section 5).

Why: P = u^k Q with Q(0) = prod of the positive Lambda, so x ~ u^{k/q} and R'' ~ u^{1-k} as u -> 0; and with s = 1/u,
P = s^{-L} T with T(0) = 1, so x ~ s^{-L/q} and R'' ~ s^{L-1} as s -> 0.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, q
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import CURVATURE, DEPTH, INVARIANTS, STEEPNESS
from ..judging.steps import Given, Step
from .shared.asymptotics import c, k, near_infinity, near_zero


def argue(case: Case) -> Iterator[Step]:
    """Both ends: what the power leaves is continuous and positive there."""
    yield Given("R'' = 1/P'(u), P(u) = |x|^q", "curvature")
    yield Given("min Lambda = 0, and k >= 1 of them are 0", "invariants")
    yield from near_zero(case["m_zero"], case["constant"])
    yield from near_infinity(case["m"], case["constant_far"])


CLAIM = Claim(
    id="metric-exponents",
    title="The two metric exponents",
    source="Corollaries 4.11, 4.12 (S) = 4.13, 4.14 (C)",
    statement=(
        "With k = #{{Lambda_i = 0}} and c the product of the others (1 if there are none): R'' |x|^({m_zero}) ->"
        " {constant} as x -> 0, and R'' |x|^({m}) -> {constant_far} as |x| -> infinity, whatever Lambda."
    ),
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, CURVATURE),
    parts={
        "m_zero": q * (k - 1) / k,
        "constant": c ** (-1 / k) / k,
        "m": q * (L - 1) / L,
        "constant_far": 1 / L,
    },
    argue=argue,
    scope="every q in [1, 2], every L >= 2, all invariants",
    mutants=(
        Mutant("L for k", {"m_zero": q * (L - 1) / L}),
        Mutant("without q", {"m": 2 * (L - 1) / L}),
        Mutant("off by one", {"m": q * L / (L + 1)}),
        Mutant("constant at 0", {"constant": c ** (-1 / q) / k}),
        Mutant("constant at infinity", {"constant_far": 1 / q}),
        Mutant("1e-40", {"m": q * (L - 1) / L + sp.Rational(1, 10**40)}),
        Mutant("an invariant below 0", drop="invariants"),
        Mutant("another metric", drop="curvature"),
    ),
)

CLAIMS = (CLAIM,)
