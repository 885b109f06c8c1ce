"""The u >= 0 with P(u) = X, P(u) = prod_j (u + Lambda_j)^{n_j}: u = min_j |w_j|^q at X = |x|^q (theory: section 3).

In s = log u, G(s) = log P(e^s) is convex and increasing, k0 <= G' <= L: Newton from the right converges, and
s - s~ = (log X - G(s~)) / G'(sigma) with sigma between s and s~ encloses the root.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from flint import arb, ctx

from ..balls import logarithm
from ..precision import bits

Groups = Sequence[tuple[arb, int]]


def smallest_power(zeros: int, groups: Groups, X: arb) -> arb:
    """The ball of u with P(u) = X, at the precision in force; X > 0, zeros >= 1, Lambda_j > 0."""
    depth = zeros + sum(n for _, n in groups)
    if not groups:
        return X.root(zeros)
    if not X > 0:
        return arb.nan()
    if zeros == 1 and depth == 2:
        lam = groups[0][0]
        return 2 * X / (lam + (lam * lam + 4 * X).sqrt())
    u = _start(zeros, groups, logarithm(X))
    target, precision = ctx.prec, 48
    while precision < target:
        precision = min(2 * precision - 8, target)
        with bits(precision + 16):
            ratio, slope = _ratio_and_slope(zeros, groups, X.mid(), u)
            u = (u * (1 - (ratio - 1) / slope)).mid()
    ratio, _ = _ratio_and_slope(zeros, groups, X, u)
    step = -ratio.log()
    crude = u * (arb(0, step.abs_upper()) / zeros).exp()
    _, slope = _ratio_and_slope(zeros, groups, X, crude)
    slope = slope.intersection(arb(0.5 * (zeros + depth), 0.5 * (depth - zeros)))
    return u * (step / slope).exp()


def _ratio_and_slope(zeros: int, groups: Groups, X: arb, u: arb) -> tuple[arb, arb]:
    """P(u)/X and G'(log u) = zeros + sum_j n_j u/(u + Lambda_j)."""
    product, slope = u**zeros, arb(zeros)
    for at, n in groups:
        above = u + at
        product *= above**n
        slope += n / (1 + at / u)
    return product / X, slope


def _start(zeros: int, groups: Groups, goal: float) -> arb:
    """u to about 48 bits: Newton on G(s) = goal from the root of zeros s + sum_j n_j max(s, log Lambda_j) = goal."""
    logs = sorted((logarithm(at), n) for at, n in groups)
    slope, constant = float(zeros), sum(n * at for at, n in logs)
    s = (goal - constant) / slope
    for at, n in logs:
        if s <= at:
            break
        slope, constant = slope + n, constant - n * at
        s = (goal - constant) / slope
    for _ in range(200):
        value, rate = zeros * s, float(zeros)
        for at, n in logs:
            gap = s - at
            value += n * (max(s, at) + math.log1p(math.exp(-abs(gap))))
            rate += n / (1 + math.exp(-gap)) if gap > -700 else 0.0
        step = (value - goal) / rate
        s -= step
        if abs(step) <= 1e-14 * max(1.0, abs(s)):
            break
    power_of_two = math.floor(s / math.log(2))
    return arb(math.exp(s - power_of_two * math.log(2))) * arb(2) ** power_of_two
