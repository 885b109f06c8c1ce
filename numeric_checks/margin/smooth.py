"""1 < r < infinity: min ||x||_r subject to z_i.x >= 1; the margin is its inverse, and the minimiser is unique.

KKT: <x_k>^{r-1} = sum_i c_i z_ik, c >= 0, c_i (z_i.x - 1) = 0. An approximate solution is found in doubles (interior
point), refined by Newton's method at any precision, and is not trusted. The proof uses only v with z_i.v >= 1, c >= 0:
  lower bound   ||u||_r >= d = sum_i c_i / ||sum_i c_i z_i||_s  for the minimiser u, 1/r + 1/s = 1 (Hoelder)
  distance      r >= 2:      ||u - v||_r <= 2 ((||v||^r - d^r)/2)^{1/r}      (Clarkson)
                1 < r <= 2:  ||u - v||_r^2 <= 2 (||v||^2 - d^2)/(r - 1)      (Ball, Carlen and Lieb)
                both since (u + v)/2 is feasible, so that its norm is at least ||u||.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from flint import arb, arb_mat

from ...symbolic.errors import Undecided
from ..balls import ball, power
from ..precision import bits, from_digits
from .linear import linear_margin
from .result import Data, Margin, combined, norm, products, signed

GUARD_BITS = 40
LARGEST_BITS = 200_000
NEWTON_STEPS = 300
HALVINGS = 40


def smooth_margin(Z: Data, r: Fraction, digits: int) -> Margin:
    """The margin with the maximiser to about `digits` digits. Errors: InputError where the data are not separable."""
    start = [float(v.mid()) for v in linear_margin(Z, None).point]
    scale = max(abs(v) for z in Z for v in z)
    A = np.array([[float(v / scale) for v in z] for z in Z])
    x, c = approximate(A, float(r), np.array(start))
    # the distance is a root of the gap: of order 2, or r above
    with bits(min(int(from_digits(digits) * max(Fraction(2), r)) + GUARD_BITS, LARGEST_BITS)):
        rough = [arb(v) for v in x / float(scale)], [arb(v) / power(ball(scale), r) for v in c]
        found = [certified(Z, r, *pair) for pair in (rough, refined(Z, r, *rough))]
    return min(found, key=lambda m: float(m.point[0].rad()))


def certified(Z: Data, r: Fraction, x: Sequence[arb], c: Sequence[arb]) -> Margin:
    """What v = x / min_i z_i.x and max(c, 0) prove, whatever they are."""
    least = arb(min(v.lower() for v in products(Z, x)))
    if not least > 0:
        raise Undecided("the point that was found has no margin")
    v = [a / least for a in x]
    positive = [m if m > 0 else arb(0) for m in c]
    s = r / (r - 1)
    mean = combined(Z, positive)
    low, high = sum(positive, arb(0)) / norm(mean, s), norm(v, r)
    radius = _distance(low, high, r)
    point = [a + arb(0, 1) * radius for a in v]
    size = low.union(high)
    slack = [a - 1 for a in products(Z, v)]
    residual = arb(0)
    for k, a in enumerate(v):
        residual = residual.max(abs(signed(a, r - 1) - mean[k]).upper())
    for m, gap in zip(positive, slack, strict=True):
        residual = residual.max(abs(m * gap).upper()).max((-gap).upper())
    reason = "enclosed: duality gap and uniform convexity around a feasible point"
    multipliers = tuple(m / sum(positive, arb(0)) for m in positive)
    return Margin(r, "enclosed", 1 / size, tuple(a / size for a in point), multipliers, residual, reason)


def _distance(low: arb, high: arb, r: Fraction) -> arb:
    """A bound on ||u - v||_r from low <= ||u|| <= ||v|| <= high."""
    if r >= 2:
        gap = (power(high, r) - power(low, r)) / 2
        return 2 * power(arb(gap.upper()).max(arb(0)), 1 / r).upper()
    gap = 2 * (high * high - low * low) / ball(r - 1)
    return arb(gap.upper()).max(arb(0)).sqrt().upper()


# Producers: nothing below is trusted


def approximate(A: np.ndarray, r: float, start: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """x and c near the solution, in doubles: by the primal for r > 2, else by the dual, whichever is smooth."""
    if r > 2:
        x = start * (1.5 / (A @ start).min())
        unit = np.abs(x).max()  # x = unit y keeps the powers near 1
        y, slack, mu = barrier(lambda y: _power_sum(y, r), A * unit, np.ones(len(A)), x / unit)
        return y * unit, mu / slack * unit ** (r - 1) / unit
    s = r / (r - 1)
    c = np.full(len(A), 1.0)
    c *= (c.sum() / (np.abs(A.T @ c) ** s).sum()) ** (1 / (s - 1))  # the best multiple
    unit = c.max()

    def dual(v: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        value, slope, curve = _power_sum(A.T @ (v * unit), s)
        return value / unit - v.sum(), A @ slope - 1, unit * (A @ curve @ A.T)

    c = unit * barrier(dual, np.eye(len(A)), np.zeros(len(A)), c / unit)[0]
    mean = A.T @ c
    return np.sign(mean) * np.abs(mean) ** (1 / (r - 1)), c


def _power_sum(y: np.ndarray, r: float) -> tuple[float, np.ndarray, np.ndarray]:
    """sum |y|^r/r, its gradient, its Hessian (r >= 2)."""
    size = np.abs(y)
    return (size**r).sum() / r, np.sign(y) * size ** (r - 1), np.diag((r - 1) * size ** (r - 2))


def barrier(smooth, G: np.ndarray, h: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:  # type: ignore[no-untyped-def]
    """min smooth(v) subject to G v >= h by Newton's method on smooth - mu sum log(G v - h), halved steps, mu -> 0."""
    mu = 1.0

    def total(at: np.ndarray) -> float:
        slack = G @ at - h
        return float(smooth(at)[0] - mu * np.log(slack).sum()) if slack.min() > 0 else np.inf

    while mu > 1e-13:
        mu *= 0.2
        for _ in range(100):
            slack = G @ v - h
            _, slope, curve = smooth(v)
            slope, curve = slope - G.T @ (mu / slack), curve + (G.T * (mu / slack**2)) @ G
            step = -np.linalg.lstsq(curve, slope, rcond=1e-15)[0]
            decrease, now, t = -float(slope @ step), total(v), 1.0
            if not decrease > 1e-9 * mu:
                break
            while t > 1e-12 and not total(v + t * step) <= now - 0.1 * t * decrease:
                t /= 2
            if t <= 1e-12:
                break
            v = v + t * step
    return v, G @ v - h, mu


def refined(Z: Data, r: Fraction, x: list[arb], c: list[arb]) -> tuple[list[arb], list[arb]]:
    """Newton with halved steps on the active constraints: z_i.x = 1 and the KKT equations."""
    active = _active(Z, x, c)
    seen = [k for k in range(len(x)) if any(Z[i][k] != 0 for i in active)]
    if len(seen) < len(x):  # a feature that no active sample has is 0: its curvature would be too
        found, c = refined(tuple(tuple(z[k] for k in seen) for z in Z), r, [x[k] for k in seen], c)
        entries = dict(zip(seen, found, strict=True))
        return [entries.get(k, arb(0)) for k in range(len(x))], c
    c = [m if i in active else arb(0) for i, m in enumerate(c)]
    x = x if r > 2 else _maximiser(Z, r, c)
    merit = _merit(Z, r, x, c, active)
    for _ in range(NEWTON_STEPS):
        try:
            step = _newton(Z, r, x, c, active)
        except ZeroDivisionError:
            break
        for halvings in range(HALVINGS):
            trial_x, trial_c = _moved(Z, r, x, c, active, [v / 2**halvings for v in step])
            trial = _merit(Z, r, trial_x, trial_c, active)
            if trial < merit:
                x, c, merit = trial_x, trial_c, trial
                break
        else:
            break
    return x, c


def _moved(
    Z: Data, r: Fraction, x: list[arb], c: list[arb], active: list[int], step: list[arb]
) -> tuple[list[arb], list[arb]]:
    n, new = len(x) if r > 2 else 0, list(c)
    for i, dc in zip(active, step[n:], strict=True):
        new[i] = arb((c[i] + dc).mid())
    if n:
        return [arb((a + b).mid()) for a, b in zip(x, step, strict=False)], new
    return _maximiser(Z, r, new), new


def _maximiser(Z: Data, r: Fraction, c: list[arb]) -> list[arb]:
    """x = <sum_i c_i z_i>^{1/(r-1)}."""
    return [arb(signed(g, 1 / (r - 1)).mid()) for g in combined(Z, c)]


def _merit(Z: Data, r: Fraction, x: list[arb], c: list[arb], active: list[int]) -> arb:
    """The squares of z_i.x - 1 and, for r > 2, of the KKT equations."""
    wrong = [v - 1 for i, v in enumerate(products(Z, x)) if i in active]
    if r > 2:
        wrong += [m - signed(a, r - 1) for m, a in zip(combined(Z, c), x, strict=True)]
    return arb(sum((v * v for v in wrong), arb(0)).mid())


def _newton(Z: Data, r: Fraction, x: list[arb], c: list[arb], active: list[int]) -> list[arb]:
    """r > 2: the step of (x, c_active); else that of c_active, x = <sum c_i z_i>^{1/(r-1)}."""
    rows = [Z[i] for i in active]
    mean = combined(Z, c)
    if r > 2:
        n, k = len(x), len(rows)
        matrix = [[arb(0)] * (n + k) for _ in range(n + k)]
        for j in range(n):
            matrix[j][j] = ball(r - 1) * power(abs(x[j]), r - 2)
            for i, z in enumerate(rows):
                matrix[j][n + i], matrix[n + i][j] = -ball(z[j]), ball(z[j])
        wanted = [m - signed(a, r - 1) for m, a in zip(mean, x, strict=True)]
        wanted += [1 - v for v in products(tuple(rows), x)]
    else:
        slope = [power(abs(m), 1 / (r - 1) - 1) / ball(r - 1) for m in mean]
        matrix = [
            [sum((ball(a) * ball(b) * d for a, b, d in zip(z, w, slope, strict=True)), arb(0)) for w in rows]
            for z in rows
        ]
        wanted = [1 - v for v in products(tuple(rows), [signed(m, 1 / (r - 1)) for m in mean])]
    solution = arb_mat(matrix).solve(arb_mat([[v] for v in wanted]))
    return [arb(solution[i, 0].mid()) for i in range(len(wanted))]


def _active(Z: Data, x: list[arb], c: list[arb]) -> list[int]:
    """Constraints whose multiplier exceeds their slack, at most as many as are independent, the largest c first."""
    slack = products(Z, x)
    chosen = [i for i in range(len(Z)) if c[i] * 1000 > slack[i] - 1 and c[i] > arb(1) / 10**9]
    chosen.sort(key=lambda i: -float(c[i].mid()))
    kept: list[int] = []
    for i in chosen:
        trial = np.array([[float(v) for v in Z[j]] for j in [*kept, i]])
        if np.linalg.matrix_rank(trial) == len(trial):
            kept.append(i)
    return sorted(kept)
