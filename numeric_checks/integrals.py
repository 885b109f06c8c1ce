"""int_a^b P(v)^beta dv with P(v) = prod_j (v + Lambda_j)^{n_j}, enclosed (theory: section 4: beta = 1/q - 1 and 2/q - 1).

Near v = 0 the singular factor v^{n_0 beta} is kept and the rest is a power series; near infinity the same after v -> 1/v.
In between, in s = log v, the integrand e^s P(e^s)^beta is analytic in the strip |Im s| < pi: Gauss-Legendre.
With one positive Lambda everything is one 2F1.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction

from flint import arb, arb_poly, arb_series, ctx

from .balls import ball, logarithm, power
from .precision import bits
from .quadrature import log_gauss

NEAR = math.log(8)  # the series serves v <= Lambda_min / 8, three bits a term

Groups = Sequence[tuple[arb, int]]
Factors = Sequence[tuple[arb, Fraction]]


def power_integral(zeros: int, groups: Groups, beta: Fraction, a: arb | None, b: arb | None) -> arb:
    """int_a^b v^{zeros beta} prod_j (v + Lambda_j)^{n_j beta} dv at the precision in force.

    Arguments: zeros >= 0; groups of (Lambda_j, n_j) with Lambda_j > 0; 0 <= a <= b, where None as `a` means 0 and
    None as `b` infinity. The integral must converge: zeros beta > -1 at 0, L beta < -1 at infinity.
    """
    depth = zeros + sum(n for _, n in groups)
    if not groups:
        return _monomial(zeros * beta, a, b)
    if beta == 0 and a is None and b is not None:
        return b
    least, most = min(logarithm(v) for v, _ in groups), max(logarithm(v) for v, _ in groups)
    factors = [(v, n * beta) for v, n in groups]
    total = arb(0)
    if b is None:
        # t = 1/v turns (v + Lambda)^e into Lambda^e t^{-e} (t + 1/Lambda)^e
        cut = arb(2) ** math.ceil((most + NEAR) / math.log(2))
        if a is not None and (len(groups) == 1 or logarithm(a) >= most + NEAR):
            cut, b = a, a
        else:
            b = cut
        constant = arb(1)
        for v, e in factors:
            constant *= power(v, e)
        turned = [(1 / v, e) for v, e in factors]
        total += constant * _from_zero(-depth * beta - 2, turned, 1 / cut)
        if b is a:
            return total
    if a is None:
        cut = b if len(groups) == 1 or logarithm(b) <= least - NEAR else None
        if cut is None:
            pieces, cut = log_gauss(zeros, groups, beta, b, logarithm(b) - (least - NEAR))
            total += pieces
        return total + _from_zero(zeros * beta, factors, cut)
    if not b > a:
        return total if b is a else arb.nan()
    return total + log_gauss(zeros, groups, beta, b, (b / a).log())[0]


def _monomial(sigma: Fraction, a: arb | None, b: arb | None) -> arb:
    """int_a^b v^sigma dv."""
    if sigma == -1:
        return (b / a).log()
    above = arb(0) if b is None else power(b, sigma + 1)
    below = arb(0) if a is None else power(a, sigma + 1)
    return (above - below) / ball(sigma + 1)


def _from_zero(sigma: Fraction, factors: Factors, end: arb) -> arb:
    """int_0^end v^sigma prod (v + Lambda_j)^{e_j} dv, sigma > -1.

    One factor: end^{sigma+1}/(sigma+1) Lambda^e 2F1(-e, sigma+1; sigma+2; -end/Lambda); several: a power series.
    """
    a = sigma + 1
    scale = power(end, a)
    for v, e in factors:
        scale *= power(v, e)
    if len(factors) == 1:
        v, e = factors[0]
        return scale / ball(a) * (-end / v).hypgeom_2f1(ball(-e), ball(a), ball(a + 1))
    ratios = [(end / v, e) for v, e in factors]
    rho = max((c.abs_upper() for c, _ in ratios), key=float)
    weight = math.ceil(sum(abs(e) for _, e in factors))
    n = _terms(float(rho), weight)
    with _series_of(n):
        product = None
        for c, e in ratios:
            series = arb_series([arb(1), c], n) ** ball(e)
            product = series if product is None else product * series
    k, step = a.numerator, a.denominator
    terms = [c * step / (k + i * step) for i, c in enumerate(product)]
    value = sum(terms[1:], terms[0])
    return scale * (value + _tail(rho, weight, n, a))


def _terms(rho: float, weight: int) -> int:
    """n with binomial(weight + n - 1, n) rho^n below 2^-prec."""
    n = 4
    for _ in range(60):
        log_count = math.lgamma(weight + n) - math.lgamma(n + 1) - math.lgamma(weight)
        needed = math.ceil((ctx.prec * math.log(2) + log_count) / -math.log(rho)) + 2
        if needed <= n:
            break
        n = needed
    return n


def _tail(rho: arb, weight: int, n: int, a: Fraction) -> arb:
    """A ball around 0 with the terms from n: coefficients are at most those of (1 - rho w)^{-weight}, weight >= sum |e_j|."""
    shrink = 1 - rho * (weight + n) / (n + 1)
    if not shrink > 0:
        return arb.nan()
    bound = math.comb(weight + n - 1, n) * rho**n / shrink / ball(a + n)
    return arb(0, bound.abs_upper())


@contextmanager
def _series_of(n: int) -> Iterator[None]:
    """Power series carry n terms inside the scope (flint's cap is global: changed under the lock of `bits`)."""
    with bits(ctx.prec):
        former = ctx.cap
        try:
            ctx.cap = n
            yield
        finally:
            ctx.cap = former
