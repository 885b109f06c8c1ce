"""Steps proposed in floats, by Picard's iteration at Chebyshev's nodes. Nothing here is trusted.

In time: x = x_0 + int F dt. Towards and away from a zero of v = g_k or v = x_k: in sigma = |v|^{1/b}, r = a/b, where
<v>^r = s sigma^a is regular: dt = b sigma^{b-1} dsigma/|dv/dt| (M. Henon, On the numerical computation of Poincare
maps, 1982). What is proposed is x - x_0, known to the accuracy of floats relative to the way of the step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .bowl import Bowl
from .chebyshev import LONG, Array, grid

DEGREE = 30
ROUNDS = 80  # of Picard's iteration
CONVERGED, TAIL = 1e-18, 5e-18  # a relative change, and size of the last coefficients
STIFF, MOST = 0.3, 24  # decay over a step from which g_k is held; how many are
ROUGH = 0.3  # a relative change of held v from which J is taken anew
PASSES = 2.0  # decay over half a step from which a blurred g_k is led to the other side
FEW = 8.0  # times by which terms may exceed their sum at no loss
NOISE = 5e-16  # of held v: g to the accuracy of floats, differentiated


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

    def kept(self) -> Proposal:
        """What is asked for after a step is certified: V and Z of its pivot alone."""
        nothing = self.rate[:0]
        kind, k = self.pivot or ("", 0)
        V, Z = (c[:, k] if kind == name else nothing for c, name in ((self.V, "gradient"), (self.Z, "weight")))
        return replace(self, rate=nothing, U=nothing, V=V, Z=Z)


def in_time(bowl: Bowl, x0: Array, g0: Array, h: float, blurred: int | None = None) -> Proposal | None:
    """A step of length h; None where something but what is blurred changes its sign, or the degree does not do."""
    G = grid(DEGREE)
    s, t = np.sign(g0), np.sign(x0)
    span = np.full(DEGREE + 1, LONG(h) / 2)
    held = _Held(bowl, s, blurred)
    dx = np.zeros((DEGREE + 1, len(x0)), LONG)
    for _ in range(ROUNDS):
        g, x = g0 + dx @ bowl.H_long, x0 + dx
        if blurred is not None:
            g[:, blurred] = s[blurred]
        slope = bowl.slope(bowl.u(x))
        v = held.roots(g, slope, span)
        if v is None or (x * t <= 0).any():
            return None
        F = -slope * s * v**bowl.a * span[:, None]
        if blurred is not None:
            F[:, blurred] = _passing(bowl, blurred, F, g0, slope, span)
        new = G.integral @ F
        done = held.done and abs(new - dx).max() <= CONVERGED * abs(F).max()
        dx = new
        if done:
            break
    else:
        return None
    if not _resolved(G.coefficients @ F, held.noise()):
        return None
    x = x0 + dx
    V, Z, U = (G.coefficients @ w for w in (v, bowl.root(abs(x)), bowl.u(x)))
    Q = np.zeros(DEGREE + 1, LONG)
    Q[0] = h / 2
    return Proposal(G.coefficients @ F, Q, V, Z, U, s, t, blurred=blurred)


def _passing(bowl: Bowl, k: int, F: Array, g0: Array, slope: Array, span: Array) -> Array:
    """dx_k/dxi of a blurred g_k: 0, or, where it is held, what leads g_k to the other side:

    <g_k>^r = z at its end, z H_kk P'_k = -sum_{l != k} H_kl P'_l <g_l>^r - dg_k/dt, and g_k is linear on the way.
    """
    own, inverse = bowl.H_long[k, k], LONG(bowl.b) / bowl.a
    if own * slope[0, k] * bowl.r * abs(g0[k]) ** (bowl.r - 1) * span.sum() < PASSES * len(span):
        return np.zeros_like(span)
    others = F @ bowl.H_long[:, k] - F[:, k] * own
    z = others / (own * slope[:, k] * span)
    end = z[-1] - inverse * abs(z[-1]) ** (inverse - 1) * (z[-1] - z[0]) / (2 * own * slope[-1, k] * span[-1])
    return ((np.sign(end) * abs(end) ** inverse - g0[k]) / 2 - others) / own


def in_sigma(
    bowl: Bowl, x0: Array, g0: Array, pivot: tuple[str, int], begin: float, end: float, sign: float
) -> Proposal | None:
    """A step from sigma = begin to end, 0 <= begin, end; `sign` is that of the pivot."""
    G, a, b = grid(DEGREE), bowl.a, bowl.b
    kind, k = pivot
    middle, slope = LONG(begin + end) / 2, LONG(end - begin) / 2
    sigma = middle + slope * G.x
    s, t = np.sign(g0), np.sign(x0)
    (s if kind == "gradient" else t)[k] = sign
    held = _Held(bowl, s, k if kind == "gradient" else None)
    dx = np.zeros((DEGREE + 1, len(x0)), LONG)
    span = np.zeros(DEGREE + 1, LONG)
    for _ in range(ROUNDS):
        g, x = g0 + dx @ bowl.H_long, x0 + dx
        (g if kind == "gradient" else x)[:, k] = sign * sigma**b
        bad_x = x * t <= 0
        if kind == "weight":
            bad_x[:, k] = False
        P = bowl.slope(bowl.u(x))
        v = held.roots(g, P, span)
        if v is None or bad_x.any():
            return None
        F = -P * s * v**a
        speed = (F @ bowl.H_long)[:, k] if kind == "gradient" else F[:, k]
        if (speed * sign * slope <= 0).any():
            return None
        Q = b * slope / (speed * sign)  # dt/dxi = sigma^{b-1} Q
        span = sigma ** (b - 1) * Q
        rate = F * span[:, None]
        new = G.integral @ rate
        lost = (
            max(1.0, float((abs(F) @ bowl.H_sizes)[:, k].max() / abs(speed).min()) / FEW) if kind == "gradient" else 1.0
        )
        done = held.done and abs(new - dx).max() <= CONVERGED * lost * abs(rate).max()
        dx = new
        if done:
            break
    else:
        return None
    known = _resolved(G.coefficients @ rate, np.maximum(held.noise(), lost))
    if not (known and _resolved((G.coefficients @ Q)[:, None], lost)):
        return None
    x = x0 + dx
    z = bowl.root(abs(x))
    (v if kind == "gradient" else z)[:, k] = 1.0
    if kind == "weight":
        x[:, k] = sign * sigma**b
    C = G.coefficients
    return Proposal(C @ rate, C @ Q, C @ v, C @ z, C @ bowl.u(x), s, t, pivot, middle, slope)


class _Held:
    """v = |g|^{1/b} at the nodes. Where g_k is held near 0, P'_k eps_k is large and Picard's iteration diverges: there
    v_k is an unknown of its own, and found by Newton's method from

      v_k^b = s_k (g_0 + H dx)_k,   dx = -int P' s v^a dt.
    """

    def __init__(self, bowl: Bowl, signs: Array, but: int | None):
        self.bowl, self.signs, self.but = bowl, signs, but
        self.held: Array | None = None
        self.done = True

    def noise(self) -> Array:
        """What floats lose of v, in multiples of what they lose elsewhere."""
        found = np.ones(self.bowl.n)
        if self.held is not None:
            found[self.held] = NOISE / TAIL
        return found

    def roots(self, g: Array, slope: Array, span: Array) -> Array | None:
        """v for the g of an iterate, P' and dt/dxi there; None where a g_k that is not held changes its sign."""
        bowl, s = self.bowl, self.signs
        a, b = bowl.a, bowl.b
        first = self.held is None and span.any()
        if first:
            start, times = abs(g[0]), grid(DEGREE).integral @ span
            stiff = times[-1] * slope[0] * np.diag(bowl.H_floats) * bowl.r * start ** (bowl.r - 1)
            if self.but is not None:
                stiff[self.but] = 0
            worst = np.argsort(stiff)[::-1][:MOST]
            self.held = worst[stiff[worst] > STIFF]
            v = bowl.root(start)
            grows = -s * ((slope[0] * s * v**a) @ bowl.H_long) / (b * start)  # v'/v
            self.v = (v * np.maximum(1 + times[:, None] * grows, 1 / 8))[:, self.held]
            self.inverse: Array | None = None
        free, held = g * s > 0, self.held
        if self.but is not None:
            free[:, self.but] = True
        if held is None or not len(held):
            return bowl.root(abs(g)) if free.all() else None
        free[:, held] = True
        if not free.all():
            return None
        found = bowl.root(abs(g))
        found[:, held] = self.v
        if first:  # dx is not yet that of v
            self.done = False
            return found
        S, n, m, v = grid(DEGREE).integral.astype(float), len(g), len(held), self.v
        if self.inverse is None:
            weight = (span[:, None] * slope[:, held] * a * v ** (a - 1)).astype(float)
            signed = bowl.H_floats[np.ix_(held, held)] * np.outer(s[held], s[held]).astype(float)
            J = np.einsum("kl,ij,jl->kilj", signed, S, weight)
            J[np.arange(m)[:, None], np.arange(n), np.arange(m)[:, None], np.arange(n)] += (b * v ** (b - 1)).T
            self.inverse = np.linalg.inv(J.reshape(m * n, m * n))
        miss = v**b - g[:, held] * s[held]
        change = (self.inverse @ miss.astype(float).T.ravel()).reshape(m, n).T
        self.v = np.maximum(v - change, v / 8)
        if (abs(change) > ROUGH * v).any():
            self.inverse = None
        found[:, held] = self.v
        self.done = bool(abs(change).max() <= NOISE * found.max())
        return found


def _resolved(c: Array, lost: Array | float) -> bool:
    """Whether the last coefficients are small: `lost` times what floats lose where nothing cancels."""
    return bool((abs(c[-2:]).max(0) <= TAIL * lost * abs(c).max()).all())
