"""The potential R(x) = x R'(x) - (1/q) int_0^u P(v)^{2/q-1} dv, R(0) = 0, and its closed forms (Theorem 4.6, Lemma 4.11
S = 4.13 C).

Why: along u, d(x R' - W) = R' dx + x dR' - dW, and x dR'/du = P^{1/q} P^{1/q-1}/q = dW/du.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, lam, q, u, x
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import CURVATURE, DEPTH, INVARIANTS, STEEPNESS
from ..judging.steps import Cite, Decided, Given, Group, Identity, Step
from .shared.product import REALIZED, SIZE_OF_X, D, P, in_u
from .shared.series import binomial, binomial_ratio, hypergeometric_ratio, n, same_series, split

TIES = Hypothesis("ties", "balanced: every Lambda_i is 0")
S = sp.Symbol("S", positive=True)  # R'(x) as a function of u, or minus it
HALF = sp.Rational(1, 2)
M = q * (L - 1) / L
NOT_CRITICAL = {q: tuple(sp.Rational(i, 24) for i in (26, 40, 33))}  # m != 1 at every depth


def map_slope() -> sp.Expr:
    """dR'/du = R'' dx/du."""
    return in_u(SIZE_OF_X) / D


def product_rule() -> sp.Expr:
    """d(x R')/du."""
    return in_u(SIZE_OF_X) * S + SIZE_OF_X * map_slope()


def argue_potential(case: Case) -> Iterator[Step]:
    """dR/du = R' dx/du and R(0) = 0; then L = 2 and q = 1."""
    yield Given("R'' = 1/P'(u), P(u) = x^q", "curvature")
    slope = product_rule() - case["density"]
    same = Identity("dR/du = R' dx/du", slope, S * in_u(SIZE_OF_X), domain=REALIZED, conclusion=True)
    yield same
    yield Cite("so R' is its derivative in x and R(0) = 0", "equal-derivatives", (same, at_zero()))
    yield from sign_flow(case["sign_flow"])
    yield from depth_two(case["two"])


def at_zero() -> Group:
    """R(0) = 0: both parts of R vanish with x, for every m_0 (with k0 for L)."""
    return Group(
        "x R'(x) -> 0 and int_0^u P^{2/q-1} -> 0 as u -> 0",
        (
            Decided("R' ~ |x|^{1-m_0}, or log|x|, or is finite (claim `metric-exponents`), and 2 - m_0 > 0", 2 - M > 0),
            Cite(
                "x log x -> 0",
                "power-times-log",
                (Decided("here r = 2 - m_0 with m_0 = 1", sp.Implies(sp.Eq(M, 1), 2 - M > 0)),),
            ),
            Decided("the integrand is bounded, as 2/q - 1 >= 0", 2 / q - 1 >= 0),
        ),
    )


def sign_flow(stated: sp.Expr) -> Iterator[Step]:
    """q = 1, L = 2: R' = u with x = u (u + lambda)."""
    two = u * (u + lam)
    rise = Identity("q = 1: dR'/du = 1, so R' = u", map_slope().subs(q, 1), 1)
    same = Identity(
        "q = 1, L = 2: dR/dx = u at x = u (u + lambda)", sp.diff(stated, x).subs(x, two), u, conclusion=True
    )
    start = Identity("q = 1, L = 2: R(0) = 0", stated.subs(x, 0), 0, conclusion=True)
    yield same
    yield start
    yield Cite("so it is R", "equal-derivatives", (Group("the derivatives", (rise, same)), start))


def depth_two(stated: sp.Expr) -> Iterator[Step]:
    """L = 2: R'' as a binomial series in x^q, integrated twice in x."""
    prefactor, function = split(stated)
    two = u * (u + lam)
    metric = (1 + 4 * x**q / lam**2) ** -HALF / lam
    yield Identity("L = 2: R'' P' = 1 at x^q = u (u + lambda)", metric.subs(x, two ** (1 / q)) * sp.diff(two, u), 1)
    yield binomial(HALF)
    once = (q * n + 1) / (q * (n + 1) + 1)
    twice = (q * n + 2) / (q * (n + 1) + 2)
    integrated = binomial_ratio(HALF, 4 * x**q / lam**2) * once * twice
    yield from same_series("L = 2", (x**2 / (2 * lam), prefactor), (integrated, hypergeometric_ratio(function)))


def two(first: sp.Expr = HALF, at: sp.Expr = -4 * x**q / lam**2, scale: sp.Expr = x**2 / (2 * lam)) -> sp.Expr:
    """x^2/(2 lambda) 3F2(1/2, 1/q, 2/q; 1 + 1/q, 1 + 2/q; -4 x^q/lambda^2)."""
    return scale * sp.hyper((first, 1 / q, 2 / q), (1 + 1 / q, 1 + 2 / q), at)


SHALLOW_SIGN = ((4 * x + lam**2) ** sp.Rational(3, 2) - lam**3) / 12 - lam * x / 2

POTENTIAL = Claim(
    id="potential",
    title="The potential",
    source="Theorem 4.6 (S)",
    statement=(
        "R(x) = x R'(x) - int_0^u {density} dv with P = P(v), R(0) = 0, R even. For x >= 0, at L = 2: {two};"
        " at L = 2, q = 1: {sign_flow}."
    ),
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, CURVATURE),
    parts={"density": P ** (2 / q - 1) / q, "two": two(), "sign_flow": SHALLOW_SIGN},
    argue=argue_potential,
    scope="every q in [1, 2], every L >= 2, all invariants; for m_0 >= 1 with any normalisation of R' on its half-line",
    mutants=(
        Mutant("exponent of P", {"density": P ** (1 / q - 1) / q}),
        Mutant("without 1/q", {"density": P ** (2 / q - 1)}),
        Mutant("sign", {"density": -(P ** (2 / q - 1)) / q}),
        Mutant("parameter of 3F2", {"two": two(1 / q)}),
        Mutant("argument of 3F2", {"two": two(at=-4 * x**q / lam)}),
        Mutant("factor 1/2", {"two": two(scale=x**2 / lam)}),
        Mutant("R(0) off by 1e-40", {"sign_flow": SHALLOW_SIGN + sp.Rational(1, 10**40)}),
        Mutant("a linear term", {"sign_flow": SHALLOW_SIGN + lam * x}),
        Mutant("1e-40 in the density", {"density": P ** (2 / q - 1) / q + sp.Rational(1, 10**40)}),
        Mutant("another metric", drop="curvature"),
    ),
)

POWER = x ** (2 - M) / (L * (1 - M) * (2 - M))
LOGARITHM = (x * sp.log(x) - x) / L

CLAIMS = (POTENTIAL,)
