"""int F(s) ds by Gauss-Legendre in s = log v, F(s) = e^s P(e^s)^beta, with a proven error.

On a piece of half-length h, f analytic and |f| <= M in the ellipse of parameter rho gives
|error| <= (64/15) M rho^{-2n} / (1 - rho^{-2}) for n >= 2 nodes on [-1, 1]: |a_k| <= 2 M rho^{-k} for the Chebyshev
coefficients, the rule is exact below degree 2n and errs by at most 2 + 2/(k^2 - 1) on T_k, by nothing for odd k.
M comes from |r e^{i phi} + Lambda| >= (r + Lambda) cos(phi/2): no value of F off the real line is computed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from flint import arb, ctx

from .. import limits
from ..balls import Exponent, ball, power

STRIPS = (0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.92)  # half-width of the strip used, in units of pi


def log_gauss(
    zeros: int, groups: Sequence[tuple[arb, int]], beta: Exponent, b: arb, length: arb | float
) -> tuple[arb, arb]:
    """(int_a^b P(v)^beta dv, a) at the precision in force, for a = b e^{-length}.

    Arguments: P(v) = v^zeros prod (v + Lambda_j)^{n_j}; b > 0; length > 0, a ball where a is to be met, a float where
    a may be a little smaller (the nodes are then kept for the next call).
    """
    reach = float(length.mid()) if isinstance(length, arb) else length
    depth = zeros + sum(n for _, n in groups)
    slope = max(abs(float(1 + zeros * beta)), abs(float(1 + depth * beta)))  # |d log F / ds| lies below it
    weight = max(0.0, float(-depth * beta))
    count = max(1, math.ceil(reach / 4.6 * max(1.0, slope / 8)))
    half = math.ceil(32 * reach / count)
    n, strip = _nodes_needed(half / 64, slope, weight)
    if isinstance(length, arb):
        h = length / (2 * count)
        nodes, shrink = _log_nodes(n, h)
    else:
        h = arb(half) / 64
        nodes, shrink = _kept_nodes(n, half, ctx.prec)
    total = arb(0)
    end = b
    for _ in range(count):
        piece = arb(0)
        for step, w in nodes:
            limits.check()
            v = end * step
            value = v if zeros == 1 else v**zeros
            for at, times in groups:
                value *= (v + at) if times == 1 else (v + at) ** times
            piece += w * v * power(value, beta)
        total += piece + _error(zeros, groups, beta, end, h, n, strip)
        end = end * shrink
    return total, end


def _error(
    zeros: int, groups: Sequence[tuple[arb, int]], beta: Exponent, end: arb, h: arb, n: int, strip: float
) -> arb:
    """The ball of the rule's error on the piece [end e^{-2h}, end]."""
    imaginary = arb(strip) * 3.14159  # < pi: the half-width of the ellipse in s
    ratio = imaginary / h
    rho = ratio + (ratio * ratio + 1).sqrt()
    reach = h * (rho + 1 / rho) / 2
    centre = end * (-h).exp()
    size = centre * power(centre, zeros * beta)
    depth = zeros
    for at, times in groups:
        size *= power(centre + at, times * beta)
        depth += times
    slope = abs(ball(1 + zeros * beta)).max(abs(ball(1 + depth * beta)))
    bend = (imaginary / 2).cos() ** ball(depth * beta).min(arb(0))
    bound = 64 * h / 15 * size * bend * (reach * slope).exp() * rho ** (-2 * n) / (1 - rho**-2)
    return arb(0, bound.abs_upper())


def _nodes_needed(h: float, slope: float, weight: float) -> tuple[int, float]:
    """The fewest nodes for an error of 2^-prec relative to F at the centre, and the strip that shows it."""
    best = (1 << 62, 0.0)
    for strip in STRIPS:
        imaginary = strip * 3.14159
        rho = imaginary / h + math.hypot(imaginary / h, 1)
        reach = h * (rho + 1 / rho) / 2
        nats = ctx.prec * math.log(2) + reach * slope - weight * math.log(math.cos(imaginary / 2)) + 2
        best = min(best, (max(2, math.ceil(nats / (2 * math.log(rho)))), strip))
    n, strip = best
    return -(-n // 4) * 4, strip


@lru_cache(maxsize=32)
def _gauss(n: int, precision: int) -> list[tuple[arb, arb]]:
    """(t_i, w_i) for the positive nodes of the even rule on [-1, 1]."""
    return [arb.legendre_p_root(n, i, weight=True) for i in range(n // 2)]


def _log_nodes(n: int, h: arb) -> tuple[list[tuple[arb, arb]], arb]:
    """([(e^{h (t_i - 1)}, h w_i)], e^{-2h})."""
    rule = _gauss(n, ctx.prec)
    nodes = [((h * (t - 1)).exp(), h * w) for t, w in rule] + [((h * (-t - 1)).exp(), h * w) for t, w in rule]
    return nodes, (-2 * h).exp()


@lru_cache(maxsize=64)
def _kept_nodes(n: int, half: int, precision: int) -> tuple[list[tuple[arb, arb]], arb]:
    """`_log_nodes` for h = half/64."""
    return _log_nodes(n, arb(half) / 64)
