"""The logarithmic 2-norm of a large matrix of balls, in doubles with every rounding counted.

S = (J + J^T)/2 = M + E, |E_ij| <= R_ij. For any Q with |Q^T Q - 1| <= l < 1 and T = fl(Q^T fl(M Q)),
  max x^T S x / x^T x <= (max_i (T_ii + sum_{j != i} |T_ij + T_ji|/2) + d)/(1 -+ l) + |R|,
  d = gamma_n |Q| (|fl(M Q)| + |M| |Q|),   |Q^T Q - 1| <= |fl(Q^T Q) - 1| + gamma_n |Q|^2,
in Frobenius norms: a product of n terms, summed in any order, is off by gamma_n = n u/(1 - n u) times that of the sizes
(N. Higham, Accuracy and Stability of Numerical Algorithms, section 3.1). What underflow costs is below TINY in every
product, and below VANISHED in every norm.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from flint import arb
from numpy.typing import NDArray

FEW, MOST = 25, 4000  # rows below which balls tell more in as little time, and up to which the constants here hold
LARGEST, TINY, VANISHED = 1e100, 1e-280, 1e-145
SLACK = 1 + 2.0**-20  # on sums of up to MOST^2 sizes: (MOST^2 + 8) 2^-53 < 2^-29
ULP = 2.0**-51  # four units: what a conversion, a power of two, a sum and a half may cost
EXACT = 2.0**-10  # of the bound: where rounding costs more, balls are asked

Array = NDArray[np.float64]


def log_norm_in_doubles(J: Sequence[Sequence[arb]], scales: Sequence[int]) -> arb | None:
    """An upper bound of the logarithmic norm of J for |(2^{s_i} y_i)|_2; None where doubles do not tell, or too little.

    Arguments: the rows; the scales s.
    """
    n = len(J)
    if not FEW <= n <= MOST or max(scales) - min(scales) > 500:
        return None
    middle, radius = (np.array([[float(v) for v in row] for row in part]) for part in (J, _radii(J)))
    power = np.ldexp(1.0, np.array(scales)[:, None] - np.array(scales))  # exact
    radius = ((radius + ULP * abs(middle)) * SLACK + TINY * 1e-20) * power + TINY
    middle = middle * power
    if not (abs(middle).max() < LARGEST and radius.max() < LARGEST):  # nan among them
        return None
    M, R = (middle + middle.T) / 2, (radius + radius.T) / 2
    R = (R + ULP * abs(M)) * SLACK + TINY
    Q = np.linalg.eigh(M)[1]
    if not np.isfinite(Q).all():
        return None
    return _bound(M, R, Q)


def _radii(J: Sequence[Sequence[arb]]) -> list[list[arb]]:
    return [[v.rad() for v in row] for row in J]


def _bound(M: Array, R: Array, Q: Array) -> arb | None:
    """The formula above, for the symmetric M, bounds R of what is added to it, and any Q."""
    n = len(M)
    gamma = arb(n) * arb(2) ** -52
    W = M @ Q
    T, G = Q.T @ W, Q.T @ Q
    q, m, w = _size(Q), _size(M), _size(W)
    lost = _size(G - np.eye(n)) + gamma * q * q + TINY
    if not lost < 1:
        return None
    off = abs(T + T.T) / 2
    np.fill_diagonal(off, 0.0)
    sums = arb(float((np.diag(T) + off.sum(1)).max()))
    rounding = gamma * q * (w + m * q) + (_size(off) * n * n + _size(T)) * arb(2) ** -50 + TINY
    top = (sums + rounding).upper()
    spread = min(_size(R), arb(float(R.sum(1).max())) * SLACK)
    bound = (top / (1 - lost if top > 0 else 1 + lost) + spread).upper()
    if not bound.is_finite() or not rounding < abs(sums) * EXACT:
        return None
    return bound


def _size(matrix: Array) -> arb:
    """The Frobenius norm, from above."""
    return (arb(float(np.sqrt((matrix * matrix).sum()))) * SLACK + VANISHED).upper()
