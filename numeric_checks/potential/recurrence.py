"""f(z) = prod_j (1 + gamma_j z)^{e_j}, gamma_j and e_j rational, by a polynomial p in fixed point with a proven defect.

D B f' = A f with B = prod_j (d_j + n_j z), gamma_j = n_j/d_j, A = D sum_j e_j n_j prod_{i != j} (d_i + n_i z), D the
common denominator of the e_j: integers of few bits, so that a coefficient of p costs as many short products as there
are factors. What p misses is its defect delta = D B p' - A p (one rounding a coefficient, and the end of p), and
(p/f)' = delta/(D B f) bounds p/f - 1 on the real segment by sum |delta_k| / min |D B f|.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from operator import mul

from flint import arb, ctx, fmpz

from .. import limits
from ..balls import ball, power, whole
from ..taylor import terms

Exact = Sequence[tuple[Fraction, Fraction]]
_ZERO = fmpz(0)


class Coefficients:
    """The numbers P_k with p_k = P_k 2^-bits, one by one; after the last, `error` contains p/f - 1 on [-1, 1]."""

    def __init__(self, factors: Exact):
        factors = [(g, e) for g, e in factors if g and e]
        self.count = terms([(ball(g), e) for g, e in factors])
        least = arb(1)
        for g, e in factors:
            least *= power(ball(1 - abs(g)), 1 + e) if e > -1 else power(ball(1 + abs(g)), 1 + e)
        self.least = least  # of B f / B(0)
        lost = max(0, -whole(least.log() / arb.const_log2())) if least > 0 else 0
        self.bits = ctx.prec + 2 * self.count.bit_length() + lost + 10
        self.error = arb.nan()
        self._equation(factors)

    def _equation(self, factors: Exact) -> None:
        """D B and A without their common content."""
        common = math.lcm(*(e.denominator for _, e in factors))
        B, A = [1], [0]
        for g, e in factors:
            n, d = g.numerator, g.denominator
            A = [d * x + n * y for x, y in zip([*A, 0], [0, *A], strict=True)]
            A = [x + int(e * common) * n * y for x, y in zip(A, [*B, 0], strict=True)]
            B = [d * x + n * y for x, y in zip([*B, 0], [0, *B], strict=True)]
        content = math.gcd(*A, *(common * b for b in B))
        self.A = [fmpz(a // content) for a in A[: len(factors)]]
        self.B = [fmpz(common * b // content) for b in B]

    def __iter__(self) -> Iterator[fmpz]:
        """P_0, P_1, ...: B_0 (k+1) p_{k+1} = sum_i (A_i - B_{i+1} (k - i)) p_{k-i}."""
        lead, steps = self.B[0], self.B[1:]
        times = [a + i * step for i, (a, step) in enumerate(zip(self.A, steps, strict=True))]
        window = [fmpz(1) << self.bits, *([_ZERO] * (len(steps) - 1))] if steps else []
        yield fmpz(1) << self.bits
        divisor, defect = lead, _ZERO
        for k in range(self.count + len(steps)) if steps else ():
            if k % 64 == 0:
                limits.check()
            following = sum(map(mul, times, window), _ZERO)
            if k < self.count:
                new = following // divisor
                defect += divisor
                yield new
            else:
                new = _ZERO
                defect += abs(following)
            window = [new, *window[:-1]]
            times = [a - step for a, step in zip(times, steps, strict=True)]
            divisor += lead
        bound = arb(defect) / (arb(lead) * self.least)
        self.error = arb(0, (bound * arb(2) ** -self.bits).abs_upper()) if self.least > 0 else arb.nan()


def one_sided(factors: Exact, a: Fraction) -> arb:
    """int_0^1 z^{a-1} f(z) dz = sum p_k/(k + a), a > 0."""
    p = Coefficients(factors)
    total, weight = _ZERO, fmpz(a.numerator)
    for c in p:
        total += c * a.denominator // weight
        weight += a.denominator
    return _rounded(p, total)


def two_sided(factors: Exact) -> arb:
    """int_{-1}^1 f(z) dz = 2 sum p_{2k}/(2k + 1)."""
    p = Coefficients(factors)
    total, weight, even = _ZERO, fmpz(1), True
    for c in p:
        if even:
            total += c // weight
            weight += 2
        even = not even
    return 2 * _rounded(p, total)


def from_start(factors: Exact, a: Fraction, start: arb) -> arb:
    """int_start^1 z^{a-1} f(z) dz, 0 < start < 1, for every a."""
    if not (start > 0 and start < 1):
        return arb.nan()
    p = Coefficients(factors)
    total, below, weight = arb(0), power(start, a), Fraction(a)
    for c in p:
        total += c * (1 - below) * weight.denominator / weight.numerator if weight else -c * start.log()
        below *= start
        weight += 1
    return total * arb(2) ** -p.bits / (1 + p.error)


def _rounded(p: Coefficients, total: fmpz) -> arb:
    """The sum of at most count + 1 floors."""
    return (arb(total) + arb(0, p.count + 1)) * arb(2) ** -p.bits / (1 + p.error)
