"""int_a^b P(v)^beta dv with P(v) = prod_j (v + Lambda_j)^{n_j}, enclosed (theory: section 4: beta = 1/q - 1 and 2/q -
1).

Near v = 0 the singular factor v^{n_0 beta} is kept and the rest is a power series; near infinity the same after v ->
1/v. In between, in s = log v, the integrand e^s P(e^s)^beta is analytic in the strip |Im s| < pi: Gauss-Legendre. With
one positive Lambda everything is one 2F1 (where that keeps its digits). At many digits rational Lambda and beta have
recurrences of short integers (`many_digits`), others Taylor polynomials.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from flint import arb, ctx

from ..balls import Exponent, ball, logarithm, power
from ..taylor import binomial_polynomial, log_taylor
from .many_digits import Integrand
from .quadrature import log_gauss

GAUSS_BITS = 1200  # beyond, the Gauss-Legendre nodes cost more than a Taylor polynomial
EXACT_BITS = 1000  # beyond, recurrences of short integers are the fastest
SHORT = 1 / 8  # of the precision: how long all Lambda together may be for these
NEAR = math.log(16)  # the series serves v <= Lambda_min / 16, four bits a term

Number: TypeAlias = Fraction | int | arb
Groups = Sequence[tuple[arb, int]]
Factors = Sequence[tuple[arb, Exponent]]


def power_integral(
    zeros: int, invariants: Sequence[tuple[Number, int]], beta: Exponent, a: arb | None, b: arb | None
) -> arb:
    """int_a^b v^{zeros beta} prod_j (v + Lambda_j)^{n_j beta} dv at the precision in force.

    Arguments: zeros >= 0; (Lambda_j, n_j) with Lambda_j > 0; 0 <= a <= b, where None as `a` means 0 and
    None as `b` infinity. The integral must converge: zeros beta > -1 at 0, L beta < -1 at infinity.
    """
    if not invariants:
        return _monomial(zeros * beta, a, b)
    if beta == 0 and b is not None:
        return b if a is None else b - a
    if not isinstance(beta, arb) and (factors := _short(invariants, beta)):
        return Integrand(zeros * beta, factors).integral(a, b)
    groups = [(ball(v), n) for v, n in invariants]
    if a is None and b is None:
        cut = _above_all(groups)
        return _below(zeros, groups, beta, cut) + _above(zeros, groups, beta, cut)
    if a is None:
        return _below(zeros, groups, beta, b)
    if b is None:
        return _above(zeros, groups, beta, a)
    return _between(zeros, groups, beta, b, (b / a).log())[0] if b > a else arb.nan()


def _short(invariants: Sequence[tuple[Number, int]], beta: Fraction) -> list[tuple[Fraction, Fraction]]:
    """(Lambda_j, e_j) where recurrences of short integers serve: many digits, and Lambda_j of few; else nothing."""
    exact = [(Fraction(v), n * beta) for v, n in invariants if not isinstance(v, arb)]
    size = sum(v.numerator.bit_length() + v.denominator.bit_length() for v, _ in exact)
    return exact if ctx.prec >= EXACT_BITS and len(exact) == len(invariants) and size <= SHORT * ctx.prec else []


def _monomial(sigma: Exponent, a: arb | None, b: arb | None) -> arb:
    """int_a^b v^sigma dv."""
    if sigma == -1 and a is not None and b is not None:
        return (b / a).log()
    above = arb(0) if b is None else power(b, sigma + 1)
    below = arb(0) if a is None else power(a, sigma + 1)
    return (above - below) / ball(sigma + 1)


def _below(zeros: int, groups: Groups, beta: Exponent, b: arb) -> arb:
    """int_0^b P(v)^beta dv."""
    sigma, factors = zeros * beta, [(v, n * beta) for v, n in groups]
    if len(factors) == 1 and _accurate(value := _one_factor(sigma, factors, b)):
        return value
    near, far = _below_all(groups), _above_all(groups)
    total = arb(0)
    if b > far:
        constant, turn, turned = _turned(zeros, groups, beta)
        total, b = constant * _series(turn, turned, 1 / b, 1 / far), far
    if b > near:
        pieces, b = _between(zeros, groups, beta, b, logarithm(b / near))
        total += pieces
    return total + _series(sigma, factors, None, b)


def _above(zeros: int, groups: Groups, beta: Exponent, a: arb) -> arb:
    """int_a^inf P(v)^beta dv."""
    constant, turn, turned = _turned(zeros, groups, beta)
    if len(turned) == 1 and _accurate(value := constant * _one_factor(turn, turned, 1 / a)):
        return value
    near, far = _below_all(groups), _above_all(groups)
    total = arb(0)
    if a < near:
        total, a = _series(zeros * beta, [(v, n * beta) for v, n in groups], a, near), near
    if a < far:
        total, a = total + _between(zeros, groups, beta, far, (far / a).log())[0], far
    return total + constant * _series(turn, turned, None, 1 / a)


def _turned(zeros: int, groups: Groups, beta: Exponent) -> tuple[arb, Exponent, Factors]:
    """P(v)^beta dv = constant t^sigma prod (t + 1/Lambda_j)^{e_j} (-dt) for t = 1/v: (constant, sigma, the factors)."""
    constant = arb(1)
    for v, n in groups:
        constant *= power(v, n * beta)
    depth = zeros + sum(n for _, n in groups)
    return constant, -depth * beta - 2, [(1 / v, n * beta) for v, n in groups]


def _below_all(groups: Groups) -> arb:
    """A power of 2 up to e^-NEAR min Lambda."""
    return arb(2) ** math.floor((min(logarithm(v) for v, _ in groups) - NEAR) / math.log(2))


def _above_all(groups: Groups) -> arb:
    """A power of 2 from e^NEAR max Lambda."""
    return arb(2) ** math.ceil((max(logarithm(v) for v, _ in groups) + NEAR) / math.log(2))


def _between(zeros: int, groups: Groups, beta: Exponent, b: arb, length: arb | float) -> tuple[arb, arb]:
    """(int_a^b P(v)^beta dv, a) for a = b e^{-length}, or a little less where the length is a float."""
    rule = log_gauss if ctx.prec < GAUSS_BITS else log_taylor
    return rule(zeros, groups, beta, b, length)


def _accurate(value: arb) -> bool:
    return value.is_finite() and 2 * value.rel_accuracy_bits() > ctx.prec


def _one_factor(sigma: Exponent, factors: Factors, end: arb) -> arb:
    """int_0^end v^sigma (v + Lambda)^e dv = end^a/a Lambda^e 2F1(-e, a; a+1; -end/Lambda), a = sigma + 1 > 0."""
    ((v, e),) = factors
    a = ball(sigma + 1)
    return power(end, sigma + 1) / a * power(v, e) * (-end / v).hypgeom_2f1(ball(-e), a, a + 1)


def _series(sigma: Exponent, factors: Factors, start: arb | None, end: arb) -> arb:
    """int_start^end v^sigma prod (v + Lambda_j)^{e_j} dv, end < min Lambda, by powers of z = v/end.

    start = None is 0 and needs sigma > -1.
    """
    a = sigma + 1
    scale = power(end, a)
    for v, e in factors:
        scale *= power(v, e)
    p, error = binomial_polynomial([(end / v, e) for v, e in factors])
    k, step = (a, 1) if isinstance(a, arb) else (a.numerator, a.denominator)
    if start is None:
        return scale * sum((c * step / (k + i * step) for i, c in enumerate(p)), arb(0)) / (1 + error)
    ratio = start / end
    total, below = arb(0), power(ratio, a)
    for i, c in enumerate(p):
        total += c * (1 - below) * step / (k + i * step) if k + i * step else -c * ratio.log()
        below *= ratio
    return scale * total / (1 + error)
