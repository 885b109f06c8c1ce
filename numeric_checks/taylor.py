"""f(z) = prod_j (1 + gamma_j z)^{e_j} on |z| <= 1 by a polynomial p, and a proven bound of |p/f - 1| there.

f solves B f' = A f with B = prod_j (1 + gamma_j z), A = sum_j e_j gamma_j prod_{i != j} (1 + gamma_i z): a recurrence
for the coefficients, taken to midpoints. What p misses is its defect delta = B p' - A p, and (p/f)' = delta/(B f),
(p/f)(0) = 1 give |p/f - 1| <= sum |delta_k| / min |B f|: rounding, truncation and the radii of the gamma_j are all in
the defect.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul

from flint import arb, ctx

from . import limits
from .balls import Exponent, ball, logarithm, power

Factors = Sequence[tuple[arb, Exponent]]
_ZERO = arb(0)


def log_taylor(
    zeros: int, groups: Sequence[tuple[arb, int]], beta: Exponent, b: arb, length: arb | float
) -> tuple[arb, arb]:
    """(int_a^b P(v)^beta dv, a) for a = b e^{-length}, P(v) = v^zeros prod (v + Lambda_j)^{n_j}; b > 0, length > 0.

    Pieces [c/k, c k] with v = c (1 + w)/(1 - w), which moves the half-line v < 0 to |w| >= 1 and the piece to
    |w| <= rho = (k - 1)/(k + 1); k is about 3.
    """
    length = arb(length)
    count = max(1, math.ceil(float(length.mid()) / math.log(9)))
    half = length / (2 * count)  # log k
    rho, shrink = (half / 2).tanh(), (-half).exp()
    depth = zeros + sum(n for _, n in groups)
    total = arb(0)
    for _ in range(count):
        c = b * shrink
        constant = 2 * c * rho * power(c, zeros * beta)
        factors = [(rho, zeros * beta), (-rho, -depth * beta - 2)]
        for at, n in groups:
            constant *= power(c + at, n * beta)
            factors.append((rho * (c - at) / (c + at), n * beta))
        p, error = binomial_polynomial(factors)
        total += constant * 2 * sum((p[k] / (k + 1) for k in range(0, len(p), 2)), arb(0)) / (1 + error)
        b = c * shrink
    return total, b


def binomial_polynomial(factors: Factors) -> tuple[list[arb], arb]:
    """The coefficients p_k (exact balls) and a ball around 0 that contains p/f - 1 on |z| <= 1; all |gamma_j| < 1."""
    factors = [(g, e) for g, e in factors if e]
    B: list[arb] = [arb(1)]
    A: list[arb] = []
    for g, e in factors:
        A = [x + y for x, y in zip([*A, arb(0)], [arb(0), *(g * a for a in A)], strict=True)]
        A = [x + g * ball(e) * y for x, y in zip(A, B, strict=True)]
        B = [x + y for x, y in zip([*B, arb(0)], [arb(0), *(g * b for b in B)], strict=True)]
    order, n = len(factors), terms(factors)
    # (k + 1) p_{k+1} = sum_i A_i p_{k-i} - sum_i B_{i+1} (k - i) p_{k-i}, i < order
    back_A, back_B = A[::-1], B[:0:-1]
    p, slopes, defect = [arb(0)] * order + [arb(1)], [arb(0)] * (order + 1), arb(0)
    for k in range(n - 1 + order):
        if k % 64 == 0:
            limits.check()
        following = sum(map(mul, back_A, p[k + 1 :]), _ZERO) - sum(map(mul, back_B, slopes[k + 1 :]), _ZERO)
        slope = following.mid() if k + 1 < n else _ZERO
        coefficient = (slope / (k + 1)).mid()
        slope = coefficient * (k + 1)
        p.append(coefficient)
        slopes.append(slope)
        defect += abs(following - slope)
    p = p[order : order + n]
    least = arb(1)
    for g, e in factors:
        size = g.abs_upper()
        least *= (1 - size) * (power(1 - size, e) if e > 0 else power(1 + size, e) if e < 0 else arb.nan())
    if not least > 0:
        return p, arb.nan()
    return p, arb(0, (defect / least).abs_upper())


def terms(factors: Factors) -> int:
    """n with binomial(E + n - 1, n) rho^n below 2^-prec, E = sum |e_j|: a bound of the n-th coefficient."""
    rho = max((logarithm(g) for g, _ in factors), default=-1.0)
    rho = min(max(rho, -1e9), -1e-3) if rho == rho else -1.0
    weight, n = max(1.0, float(sum(abs(e) for _, e in factors))), 4
    for _ in range(60):
        log_count = math.lgamma(weight + n) - math.lgamma(n + 1) - math.lgamma(weight)
        needed = math.ceil((ctx.prec * math.log(2) + log_count) / -rho) + 2
        if needed <= n:
            break
        n = needed
    return n
