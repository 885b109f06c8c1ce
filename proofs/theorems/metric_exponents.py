"""The metric exponents: R'' ~ C|x|^{-m_0} at 0 with m_0 = q(k0-1)/k0, R'' ~ |x|^{-m}/L at infinity with m = q(L-1)/L (theory: section 5).

Why: P = u^k Q with Q(0) = prod of the positive Lambda, so x ~ u^{k/q} and R'' ~ u^{1-k} as u -> 0; and with s = 1/u,
P = s^{-L} T with T(0) = 1, so x ~ s^{-L/q} and R'' ~ s^{L-1} as s -> 0.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from symbolic.symbols import L, q, u

from ..claim import Case, Claim, Mutant
from ..hypotheses import DEPTH, FLOW, INVARIANTS, NO_DECAY, STEEPNESS
from ..steps import Given, Identity, Inequality, Step, along, induction

k, s, Q, dQ, c = sp.symbols("k s Q dQ c", positive=True)  # Q = Q(u), dQ = Q'(u), c = Q(0)
T, dT = sp.symbols("T dT", positive=True)  # T = T(s), dT = T'(s)
SHIFT = sp.Symbol("Lambda", positive=True)


def argue(case: Case) -> Iterator[Step]:
    """Both ends: what the power leaves is continuous and positive there."""
    yield Given("R'' = 1/P'(u), P(u) = |x|^q (claims `metric`, `mirror-flow`)", "flow")
    yield Given("min Lambda = 0, and k >= 1 of them are 0", "invariants")
    yield from near_zero(case["m_zero"], case["constant"])
    yield from near_infinity(case["m"], case["constant_far"])


def near_zero(exponent: sp.Expr, constant: sp.Expr) -> Iterator[Step]:
    """P = u^k Q, Q(0) = c > 0."""
    slope = along(u**k * Q, {u: sp.Integer(1), Q: dQ})
    size, metric = Q ** (1 / q), 1 / (k * Q + u * dQ)
    yield induction(
        "Q = prod_{Lambda > 0} (u + Lambda) has Q(0) > 0 and a finite Q'(0)",
        Inequality("no factor: Q = 1", 0, sp.Integer(1), strict=True),
        Inequality("one more factor: Q (u + Lambda) at u = 0", 0, Q * SHIFT, strict=True),
    )
    yield Identity("x = u^{k/q} Q^{1/q}", (u**k * Q) ** (1 / q), u ** (k / q) * size)
    yield Identity("R'' = u^{1-k} / (k Q + u Q')", 1 / slope, u ** (1 - k) * metric)
    yield Inequality(
        "both second factors are continuous and positive at u = 0", 0, (size * metric).subs({u: 0, Q: c}), strict=True
    )
    yield Identity("u -> 0: the powers of u in R'' x^{m_0} cancel", 1 - k + exponent * k / q, 0, conclusion=True)
    limit = (metric * size**exponent).subs({u: 0, Q: c})
    yield Identity("so R'' x^{m_0} -> C, its value at u = 0", limit, constant, conclusion=True)


def near_infinity(exponent: sp.Expr, constant: sp.Expr) -> Iterator[Step]:
    """P = u^L T(1/u), T(0) = 1."""
    yield induction(
        "P = s^{-L} T(s) with s = 1/u, T = prod (1 + Lambda s), T(0) = 1",
        Identity("one factor: u + Lambda = (1 + Lambda s)/s", 1 / s + SHIFT, (1 + SHIFT * s) / s),
        Identity("one more has the value 1 at s = 0", (T * (1 + SHIFT * s)).subs({s: 0, T: 1}), 1),
    )
    slope = along(u**L * T, {u: sp.Integer(1), T: -dT / u**2}).subs(u, 1 / s)  # ds/du = -1/u^2
    size, metric = T ** (1 / q), 1 / (L * T - s * dT)
    yield Identity("x = s^{-L/q} T^{1/q}", (s**-L * T) ** (1 / q), s ** (-L / q) * size)
    yield Identity("R'' = s^{L-1} / (L T - s T')", 1 / slope, s ** (L - 1) * metric)
    yield Identity("s -> 0: the powers of s in R'' x^m cancel", L - 1 - exponent * L / q, 0, conclusion=True)
    limit = (metric * size**exponent).subs({s: 0, T: 1})
    yield Identity("so R'' x^m -> its value at s = 0, where T = 1", limit, constant, conclusion=True)


CLAIM = Claim(
    id="metric-exponents",
    title="The two metric exponents",
    source="Corollaries 4.11, 4.12 (S) = 4.13, 4.14 (C)",
    statement=(
        "With k = #{{Lambda_i = 0}} and c the product of the others (1 if there are none): R'' |x|^({m_zero}) -> {constant}"
        " as x -> 0, and R'' |x|^({m}) -> {constant_far} as |x| -> infinity, whatever Lambda."
    ),
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, INVARIANTS),
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
    ),
)

CLAIMS = (CLAIM,)
