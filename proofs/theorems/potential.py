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
from ..judging.steps import Cite, Decided, Equivalent, Given, Group, Identity, Step
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


def argue_balanced(case: Case) -> Iterator[Step]:
    """R'' = |x|^{-m}/L integrated twice, m = 1 apart."""
    metric = x**-M / L
    yield Given("P(u) = u^L", "ties")
    yield Given("R'' = 1/P'(u), P(u) = x^q", "curvature")
    yield Identity("R'' P' = 1 at x = u^{L/q}", metric.subs(x, u ** (L / q)) * sp.diff(u**L, u), 1)
    yield Decided("m < 2 at every depth, so neither 2 - m nor, for m != 1, 1 - m is 0", M < 2)
    yield Equivalent("the logarithm occurs iff m = 1", sp.Eq(M, 1), case["critical_when"], conclusion=True)
    twice = Identity(
        "m != 1: the second derivative is R''",
        sp.diff(case["power"], x, 2),
        metric,
        domain=NOT_CRITICAL,
        conclusion=True,
    )
    yield twice
    euler = x * sp.diff(case["power"], x)
    words = "m != 1: x R'(x) = (2 - m) R(x), so no linear term is added"
    scale = Identity(words, euler, (2 - M) * case["power"], domain=NOT_CRITICAL, conclusion=True)
    yield scale
    yield Cite(
        "m != 1: it is R, with R(0) = 0 as 2 - m > 0 and R'(0) = 0 for m < 1",
        "equal-derivatives",
        (
            twice,
            Group("a multiple of x^{2-m}", (scale, Decided("1 - m > 0 where m < 1", sp.Implies(M < 1, 1 - M > 0)))),
        ),
    )
    yield from logarithmic(case["critical"])


def logarithmic(stated: sp.Expr) -> Iterator[Step]:
    """m = 1, q = L/(L - 1)."""
    first = Identity("m = 1: R' = log(x)/L", sp.diff(stated, x), sp.log(x) / L, conclusion=True)
    yield first
    yield Identity("and R'' = x^{-m}/L with m = 1", sp.diff(sp.log(x) / L, x), (x**-M / L).subs(q, L / (L - 1)))
    rest = sp.Symbol("r", positive=True)  # log x, as a letter: x log x -> 0
    no_constant = stated.subs(sp.log(x), rest / x).subs({rest: 0, x: 0})
    vanishes = Identity("m = 1: the value at x = 0, where x log x = 0", no_constant, 0, conclusion=True)
    yield vanishes
    limit = Cite("x log x -> 0", "power-times-log", (Decided("r = 2 - m = 1 > 0", sp.Implies(sp.Eq(M, 1), 2 - M > 0)),))
    yield Cite("so it is R", "equal-derivatives", (first, Group("R(0) = 0", (limit, vanishes))))


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

BALANCED = Claim(
    id="balanced-potential",
    title="The balanced potential",
    source="Lemma 4.11 (S) = 4.13 (C)",
    statement=(
        "Balanced, x > 0 (R is even): R = {power} for m = q (L - 1)/L != 1, and R = {critical} for m = 1, that is iff"
        " {critical_when}. R(0) = 0, and R'(0) = 0 where m < 1."
    ),
    hypotheses=(STEEPNESS, DEPTH, CURVATURE, TIES),
    parts={"power": POWER, "critical": LOGARITHM, "critical_when": sp.Eq(L * (q - 1), q)},
    argue=argue_balanced,
    scope="every q in [1, 2], every L >= 2; for m >= 1 R' is normalised by these formulas",
    remark="m = 2 would need L = infinity.",
    mutants=(
        Mutant("sign of 1 - m", {"power": x ** (2 - M) / (L * (M - 1) * (2 - M))}),
        Mutant("without 1/L", {"power": x ** (2 - M) / ((1 - M) * (2 - M))}),
        Mutant("exponent", {"power": x ** (2 - 2 * M) / (L * (1 - M) * (2 - M))}),
        Mutant("a linear term", {"power": POWER + x}),
        Mutant("without - x", {"critical": x * sp.log(x) / L}),
        Mutant("R(0) off by 1e-40", {"critical": LOGARITHM + sp.Rational(1, 10**40)}),
        Mutant("m = 1 only at q = 2, L = 2", {"critical_when": sp.And(sp.Eq(q, 2), sp.Eq(L, 2))}),
        Mutant("1e-40", {"power": POWER * (1 + sp.Rational(1, 10**40))}),
        Mutant("off balance", drop="ties"),
        Mutant("another metric", drop="curvature"),
    ),
)

CLAIMS = (POTENTIAL, BALANCED)
