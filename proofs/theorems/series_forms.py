"""Hypergeometric series of R' and R: a binomial series integrated term by term (theory: section 4).

L = 2:     R'' = (1 + 4 x^q/lambda^2)^{-1/2}/lambda, so R' is a 2F1 and R a 3F2 in -4 x^q/lambda^2
lambda:    P = u (u + lambda)^{L-1}, so R' is a 2F1 in -u/lambda;   any Lambda: Lauricella's F_D
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, lam, q, u, x
from ..judging.claim import Claim, Instance, Mutant
from ..judging.hypotheses import CURVATURE, DEPTH, INVARIANTS, STEEPNESS
from ..judging.steps import Given, Identity, Step
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


def argue(of: Instance) -> Iterator[Step]:
    """Each series from the binomial series of the integrand, integrated term by term."""
    yield Given("R'' = 1/P'(u), P(u) = x^q", "curvature")
    yield from depth_two(of["two"])
    yield from twice(of["three"])
    yield from balance_parameter(of["one_parameter"])
    yield from lauricella(of)


def metric_at_two() -> sp.Expr:
    """R'' at L = 2 with the constant taken out."""
    return (1 + 4 * x**q / lam**2) ** -HALF / lam


def shallow_metric() -> Identity:
    """R'' = (1 + 4 x^q/lambda^2)^{-1/2}/lambda at L = 2."""
    two = u * (u + lam)
    return Identity(
        "L = 2: R'' P' = 1 at x^q = u (u + lambda)", metric_at_two().subs(x, two ** (1 / q)) * sp.diff(two, u), 1
    )


def depth_two(stated: sp.Expr) -> Iterator[Step]:
    """L = 2: R'' as a binomial series in x^q, integrated in x."""
    prefactor, function = split(stated)
    yield shallow_metric()
    yield binomial(HALF)
    integrated = binomial_ratio(HALF, 4 * x**q / lam**2) * (q * n + 1) / (q * (n + 1) + 1)
    yield from same_series("L = 2", (x / lam, prefactor), (integrated, hypergeometric_ratio(function)))


def twice(stated: sp.Expr) -> Iterator[Step]:
    """L = 2: R'' as a binomial series in x^q, integrated twice in x."""
    prefactor, function = split(stated)
    once = (q * n + 1) / (q * (n + 1) + 1)
    again = (q * n + 2) / (q * (n + 1) + 2)
    integrated = binomial_ratio(HALF, 4 * x**q / lam**2) * once * again
    yield from same_series("L = 2, R", (x**2 / (2 * lam), prefactor), (integrated, hypergeometric_ratio(function)))


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


def lauricella(of: Instance) -> Iterator[Step]:
    """Any invariants: a product of binomial series, raised in one index n of a multi-index of sum N."""
    one = (u + SHIFT) ** (1 / q - 1)
    yield Identity("each positive invariant gives a binomial series", one, SHIFT**-OVER_P * (1 + u / SHIFT) ** -OVER_P)
    yield binomial(OVER_P)
    first = c**-OVER_P * u**ORDER / (q * ORDER)
    grown = binomial_ratio(OVER_P, u / SHIFT) * (N + ORDER) / (N + 1 + ORDER)
    a, b = of["order"], of["exponent"]
    series = (a + N) / (a + 1 + N) * (b + n) / (n + 1) * (-u / SHIFT)
    yield from same_series("any Lambda", (first, of["first"]), (grown, series), domain=INDICES)


def two(numerator: sp.Expr = HALF, at: sp.Expr = -4 * x**q / lam**2) -> sp.Expr:
    """(x/lambda) 2F1(1/2, 1/q; 1 + 1/q; -4 x^q/lambda^2)."""
    return x / lam * sp.hyper((numerator, 1 / q), (1 + 1 / q,), at)


def one_parameter(exponent: sp.Expr = (L - 1) * OVER_P) -> sp.Expr:
    """lambda^{-(L-1)/p} u^{1/q} 2F1((L-1)/p, 1/q; 1 + 1/q; -u/lambda)."""
    return lam**-exponent * u ** (1 / q) * sp.hyper((exponent, 1 / q), (1 + 1 / q,), -u / lam)


def three(first: sp.Expr = HALF, at: sp.Expr = -4 * x**q / lam**2, scale: sp.Expr = x**2 / (2 * lam)) -> sp.Expr:
    """x^2/(2 lambda) 3F2(1/2, 1/q, 2/q; 1 + 1/q, 1 + 2/q; -4 x^q/lambda^2)."""
    return scale * sp.hyper((first, 1 / q, 2 / q), (1 + 1 / q, 1 + 2 / q), at)


CLAIM = Claim(
    id="series-forms",
    title="Mirror map and potential as hypergeometric series",
    source="beyond the paper; the integrals of Theorem 4.6 (S) as series",
    matters="Series are how R' and R are evaluated, and how a computer algebra system names them.",
    statement=(
        "For x >= 0 and m_0 < 1, at L = 2: R'(x) = {two} and R(x) = {three}. With lambda > 0: R'(x) = {one_parameter}."
        " In general R'(x) = {first} F_D(a; b, ..., b; a + 1; -u/Lambda_j, ...) over the positive Lambda_j, a ="
        " {order}, b = {exponent}, k = #{{Lambda_j = 0}}, c = prod Lambda_j."
    ),
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, CURVATURE),
    parts={
        "two": two(),
        "three": three(),
        "one_parameter": one_parameter(),
        "order": ORDER,
        "exponent": OVER_P,
        "first": u**ORDER / (q * ORDER * c**OVER_P),
    },
    argue=argue,
    scope="every q in [1, 2], every L >= 2, all invariants with m_0 < 1",
    remark="The integrals themselves are claims mirror-map and potential. The series converge for small u; both sides"
    " are analytic along u > 0, where 2F1, 3F2 and F_D are continued.",
    mutants=(
        Mutant("parameter of 2F1", {"two": two(1 / q)}),
        Mutant("argument of 2F1", {"two": two(at=-2 * x**q / lam**2)}),
        Mutant("sign of the argument", {"two": two(at=4 * x**q / lam**2)}),
        Mutant("parameter of 3F2", {"three": three(1 / q)}),
        Mutant("argument of 3F2", {"three": three(at=-2 * x**q / lam**2)}),
        Mutant("without the half", {"three": three(scale=x**2 / lam)}),
        Mutant("L for L - 1", {"one_parameter": one_parameter(L * OVER_P)}),
        Mutant("a of F_D without k0", {"order": 1 / q}),
        Mutant("1/q for 1/p in F_D", {"exponent": 1 / q}),
        Mutant("1e-40 in 2F1", {"two": two(HALF + sp.Rational(1, 10**40))}),
        Mutant("another metric", drop="curvature"),
    ),
)

CLAIMS = (CLAIM,)
