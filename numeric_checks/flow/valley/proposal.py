"""Steps proposed in floats, by Picard's iteration at Chebyshev's nodes. Nothing here is trusted.

In time: x = x_0 + int F dt. Towards and away from a zero of v = g_k or v = x_k: in sigma = |v|^{1/b}, r = a/b, where
<v>^r = s sigma^a is regular: dt = b sigma^{b-1} dsigma/|dv/dt| (M. Henon, On the numerical computation of Poincare
maps, 1982). What is proposed is x - x_0, known to the accuracy of floats relative to the way of the step.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .bowl import Bowl
from .chebyshev import LONG, Array, grid

DEGREE = 30
ROUNDS = 80  # of Picard's iteration
CONVERGED, TAIL = 1e-18, 2e-18  # a relative change, and size of the last coefficients


@dataclass(frozen=True)
class Proposal:
    """Chebyshev coefficients on -1 <= xi <= 1, a column for each coordinate; `rate` are those of dX/dxi.

    dt/dxi = sigma^{b-1} Q with sigma = middle + slope xi; |g_k|^{1/b} = V_k, |x_k|^{1/b} = Z_k, for the pivot sigma
    times that; U_k = u(x_k). Without a pivot sigma = 1. A `blurred` g_k is taken for 0.
    """

    rate: Array
    Q: Array
    V: Array
    Z: Array
    U: Array
    g_signs: Array
    x_signs: Array
    pivot: tuple[str, int] | None = None
    middle: np.floating | float = 1.0
    slope: np.floating | float = 0.0
    blurred: int | None = None


def in_time(bowl: Bowl, x0: Array, g0: Array, h: float, blurred: int | None = None) -> Proposal | None:
    """A step of length h; None where something but what is blurred changes its sign, or the degree does not do."""
    G, S = grid(DEGREE), grid(DEGREE).integral
    s, t = np.sign(g0), np.sign(x0)
    dx = np.zeros((DEGREE + 1, len(x0)), LONG)
    for _ in range(ROUNDS):
        g, x = g0 + dx @ bowl.H_long, x0 + dx
        if blurred is not None:
            g[:, blurred] = s[blurred]
        if (g * s <= 0).any() or (x * t <= 0).any():
            return None
        v, u = bowl.root(abs(g)), bowl.u(x)
        F = -bowl.slope(u) * s * v**bowl.a * (h / 2)
        if blurred is not None:
            F[:, blurred] = 0
        new = S @ F
        done = abs(new - dx).max() <= CONVERGED * abs(F).max()
        dx = new
        if done:
            break
    else:
        return None
    if not _resolved(G.coefficients @ F):
        return None
    g, x = g0 + dx @ bowl.H_long, x0 + dx
    if blurred is not None:
        g[:, blurred] = 1
    V, Z, U = (G.coefficients @ w for w in (bowl.root(abs(g)), bowl.root(abs(x)), bowl.u(x)))
    Q = np.zeros(DEGREE + 1, LONG)
    Q[0] = h / 2
    return Proposal(G.coefficients @ F, Q, V, Z, U, s, t, blurred=blurred)


def in_sigma(
    bowl: Bowl, x0: Array, g0: Array, pivot: tuple[str, int], begin: float, end: float, sign: float
) -> Proposal | None:
    """A step from sigma = begin to end, 0 <= begin, end; `sign` is that of the pivot."""
    G, S, a, b = grid(DEGREE), grid(DEGREE).integral, bowl.a, bowl.b
    kind, k = pivot
    middle, slope = LONG(begin + end) / 2, LONG(end - begin) / 2
    sigma = middle + slope * G.x
    s, t = np.sign(g0), np.sign(x0)
    (s if kind == "gradient" else t)[k] = sign
    dx = np.zeros((DEGREE + 1, len(x0)), LONG)
    for _ in range(ROUNDS):
        g, x = g0 + dx @ bowl.H_long, x0 + dx
        (g if kind == "gradient" else x)[:, k] = sign * sigma**b
        bad_g, bad_x = g * s <= 0, x * t <= 0
        (bad_g if kind == "gradient" else bad_x)[:, k] = False
        if bad_g.any() or bad_x.any():
            return None
        v, u = bowl.root(abs(g)), bowl.u(x)
        F = -bowl.slope(u) * s * v**a
        speed = (F @ bowl.H_long)[:, k] if kind == "gradient" else F[:, k]
        if (speed * sign * slope <= 0).any():
            return None
        Q = b * slope / (speed * sign)  # dt/dxi = sigma^{b-1} Q
        rate = F * (sigma ** (b - 1) * Q)[:, None]
        new = S @ rate
        done = abs(new - dx).max() <= CONVERGED * abs(rate).max()
        dx = new
        if done:
            break
    else:
        return None
    if not (_resolved(G.coefficients @ rate) and _resolved((G.coefficients @ Q)[:, None])):
        return None
    g, x = g0 + dx @ bowl.H_long, x0 + dx
    v, z = bowl.root(abs(g)), bowl.root(abs(x))
    (v if kind == "gradient" else z)[:, k] = 1.0
    if kind == "weight":
        x[:, k] = sign * sigma**b
    C = G.coefficients
    return Proposal(C @ rate, C @ Q, C @ v, C @ z, C @ bowl.u(x), s, t, pivot, middle, slope)


def _resolved(c: Array) -> bool:
    """Whether the last coefficients are small."""
    return bool((abs(c[-2:]).max(0) <= TAIL * abs(c).max()).all())
