"""The mirror map R'(x) = (1/q) int_0^u P(v)^{1/q-1} dv for m_0 < 1 and its closed forms (Theorem 4.6 S; theory: section
4).

Why: dR'/du = R'' dx/du = (1/P') d(P^{1/q})/du = P^{1/q-1}/q, R'(0) = 0; the binomial series integrated term by term is
2F1, with several invariants Lauricella's F_D.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, lam, q, u, x
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import CURVATURE, DEPTH, INVARIANTS, STEEPNESS
from ..judging.steps import Cite, Equivalent, Given, Group, Identity, Step
from .shared.product import REALIZED, SIZE_OF_X, D, P, in_u
from .shared.series import binomial, binomial_ratio, hypergeometric_ratio, n, same_series, split

OVER_P = 1 - 1 / q  # 1/p
HALF = sp.Rational(1, 2)
k, N, c, SHIFT = sp.symbols(
    "k N c Lambda", positive=True
)  # k0, |n|, the product of the positive invariants, one of them
ORDER = 1 - k * OVER_P
INDICES = {  # with m_0 < 1
    N: tuple(map(sp.Integer, (2, 5, 9))),
    n: tuple(map(sp.Integer, (0, 1, 2))),
    k: tuple(map(sp.Integer, (1, 2))),
    q: tuple(sp.Rational(i, 12) for i in (18, 13, 15)),
}


def argue(case: Case) -> Iterator[Step]:
    """The integral, then each closed form."""
    yield Given("R'' = 1/P'(u), P(u) = x^q", "curvature")
    slope = in_u(SIZE_OF_X) / D
    yield Identity("dR'/du = R'' dx/du", slope, case["integrand"], domain=REALIZED, conclusion=True)
    yield at_zero(case["order"])
    yield Identity("q = 1: dR'/du = d(form)/du", slope.subs(q, 1), sp.diff(case["sign_flow"], u), conclusion=True)
    yield Identity("q = 1: 0 at u = 0", case["sign_flow"].subs(u, 0), 0, conclusion=True)
    yield from hyperbolic(case["hyperbolic"])
    yield from depth_two(case["two"])
    yield from balance_parameter(case["one_parameter"])
    yield from lauricella(case)


def at_zero(order: sp.Expr) -> Group:
    """R'(0) = 0."""
    return Group(
        "the integral from 0 exists iff m_0 < 1, and R' is odd, so R'(0) = 0",
        (
            Identity("near 0 the integrand is u^{a-1}, a = 1 + k0 (1/q - 1)", 1 + k * (1 / q - 1), order),
            Cite("int_0 v^{a-1} dv is finite iff a > 0", "power-integral"),
            Equivalent("with k0 for L: a > 0 iff m_0 < 1", order.subs(k, L) > 0, q * (L - 1) / L < 1),
        ),
    )


def metric_at_two() -> sp.Expr:
    """R'' at L = 2 with the constant taken out."""
    return (1 + 4 * x**q / lam**2) ** -HALF / lam


def shallow_metric() -> Identity:
    """R'' = (1 + 4 x^q/lambda^2)^{-1/2}/lambda at L = 2."""
    two = u * (u + lam)
    return Identity(
        "L = 2: R'' P' = 1 at x^q = u (u + lambda)", metric_at_two().subs(x, two ** (1 / q)) * sp.diff(two, u), 1
    )


def hyperbolic(stated: sp.Expr) -> Iterator[Step]:
    """q = 2, L = 2."""
    same = Identity(
        "q = 2, L = 2: the derivative of the form is R''",
        metric_at_two().subs(q, 2),
        sp.diff(stated, x),
        conclusion=True,
    )
    start = Identity("q = 2, L = 2: 0 at x = 0", stated.subs(x, 0), 0, conclusion=True)
    yield same
    yield start
    yield Cite("so it is R'", "equal-derivatives", (Group("the derivatives", (shallow_metric(), same)), start))


def depth_two(stated: sp.Expr) -> Iterator[Step]:
    """L = 2: R'' as a binomial series in x^q, integrated in x."""
    prefactor, function = split(stated)
    yield shallow_metric()
    yield binomial(HALF)
    integrated = binomial_ratio(HALF, 4 * x**q / lam**2) * (q * n + 1) / (q * (n + 1) + 1)
    yield from same_series("L = 2", (x / lam, prefactor), (integrated, hypergeometric_ratio(function)))


def balance_parameter(stated: sp.Expr) -> Iterator[Step]:
    """P = u (u + lambda)^{L-1}: P^{1/q-1}/q as a binomial series, integrated in u."""
    prefactor, function = split(stated)
    exponent = (L - 1) * OVER_P
    density = (u * (u + lam) ** (L - 1)) ** (1 / q - 1) / q
    series = u ** (1 / q - 1) * (1 + u / lam) ** -exponent * lam**-exponent / q
    yield Identity("lambda > 0: P^{1/q-1}/q is a binomial series", density, series)
    yield binomial(exponent)
    integrated = binomial_ratio(exponent, u / lam) * (n + 1 / q) / (n + 1 + 1 / q)
    first = lam**-exponent / q * u ** (1 / q) / (1 / q)
    yield from same_series("lambda > 0", (first, prefactor), (integrated, hypergeometric_ratio(function)))


def lauricella(case: Case) -> Iterator[Step]:
    """Any invariants: a product of binomial series, raised in one index n of a multi-index of sum N."""
    one = (u + SHIFT) ** (1 / q - 1)
    yield Identity("each positive invariant gives a binomial series", one, SHIFT**-OVER_P * (1 + u / SHIFT) ** -OVER_P)
    yield binomial(OVER_P)
    first = c**-OVER_P * u**ORDER / (q * ORDER)
    grown = binomial_ratio(OVER_P, u / SHIFT) * (N + ORDER) / (N + 1 + ORDER)
    a, b = case["order"], case["exponent"]
    series = (a + N) / (a + 1 + N) * (b + n) / (n + 1) * (-u / SHIFT)
    yield from same_series("any Lambda", (first, case["first"]), (grown, series), domain=INDICES)


def two(numerator: sp.Expr = HALF, at: sp.Expr = -4 * x**q / lam**2) -> sp.Expr:
    """(x/lambda) 2F1(1/2, 1/q; 1 + 1/q; -4 x^q/lambda^2)."""
    return x / lam * sp.hyper((numerator, 1 / q), (1 + 1 / q,), at)


def one_parameter(exponent: sp.Expr = (L - 1) * OVER_P) -> sp.Expr:
    """lambda^{-(L-1)/p} u^{1/q} 2F1((L-1)/p, 1/q; 1 + 1/q; -u/lambda)."""
    return lam**-exponent * u ** (1 / q) * sp.hyper((exponent, 1 / q), (1 + 1 / q,), -u / lam)


CLAIM = Claim(
    id="mirror-map",
    title="The mirror map in closed form",
    source="Theorem 4.6 (S)",
    statement=(
        "For x >= 0 and m_0 < 1, R'(x) = int_0^u {integrand} dv with P = P(v). At q = 1: {sign_flow}. At L = 2: {two};"
        " at L = 2, q = 2: {hyperbolic}. With lambda > 0: {one_parameter}. In general {first} F_D(a; b, ..., b; a + 1;"
        " -u/Lambda_j, ...) over the positive Lambda_j, a = {order}, b = {exponent}, k = #{{Lambda_j = 0}}, c = prod"
        " Lambda_j. R' is odd."
    ),
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, CURVATURE),
    parts={
        "integrand": P ** (1 / q - 1) / q,
        "sign_flow": u,
        "two": two(),
        "hyperbolic": sp.asinh(2 * x / lam) / 2,
        "one_parameter": one_parameter(),
        "order": ORDER,
        "exponent": OVER_P,
        "first": u**ORDER / (q * ORDER * c**OVER_P),
    },
    argue=argue,
    scope="every q in [1, 2], every L >= 2, all invariants with m_0 < 1",
    remark="The series converge for small u; both sides are analytic along u > 0, where 2F1 and F_D are continued.",
    mutants=(
        Mutant("exponent of P", {"integrand": P ** (2 / q - 1) / q}),
        Mutant("without 1/q", {"integrand": P ** (1 / q - 1)}),
        Mutant("parameter of 2F1", {"two": two(1 / q)}),
        Mutant("argument of 2F1", {"two": two(at=-2 * x**q / lam**2)}),
        Mutant("sign of the argument", {"two": two(at=4 * x**q / lam**2)}),
        Mutant("acosh-like constant", {"hyperbolic": sp.asinh(2 * x / lam)}),
        Mutant("L for L - 1", {"one_parameter": one_parameter(L * OVER_P)}),
        Mutant("a of F_D without k0", {"order": 1 / q}),
        Mutant("1/q for 1/p in F_D", {"exponent": 1 / q}),
        Mutant("1e-40 in 2F1", {"two": two(HALF + sp.Rational(1, 10**40))}),
        Mutant("1e-40 at u = 0", {"sign_flow": u + sp.Rational(1, 10**40)}),
        Mutant("another metric", drop="curvature"),
    ),
)

CLAIMS = (CLAIM,)
