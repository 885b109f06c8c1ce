"""Scales s_i that balance a matrix: after J_ij -> 2^{s_i - s_j} J_ij rows and columns have nearly equal norms (Osborne
1960).

The entries off the diagonal of [[a, b], [c, -K]] add (b + c)^2/4K to the norm: what is damped by K bears more of them,
so J_ij counts as J_ij/sqrt((1/h + K_i)(1/h + K_j)), K_i = max(0, -J_ii), h the length of the step.
The logarithmic norm of a balanced stiff matrix is far below that of the matrix as it comes. Only floats: a wrong choice
of scales costs radius, never soundness.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from flint import arb

SWEEPS = 6
EVEN = 1.5  # rows and columns whose norms differ by less are balanced
PATIENCE = 30  # steps over which a change of scales may pay for itself
PARTS = (1, 0.5, 0.25, 0.125)  # of the way to balance that are tried


def balanced(J: Sequence[Sequence[arb]], former: Sequence[int], length: arb) -> tuple[int, ...]:
    """New scales if they pay for what the change costs the radius, else the former ones; never above the former
    ones."""
    matrix = np.array([[float(v.mid()) for v in row] for row in J])
    if not np.isfinite(matrix).all() or len(matrix) < 2:
        return tuple(former)
    exponents = np.array(former, dtype=float)
    resistance = 1 / float(length) + np.maximum(-np.diag(matrix), 0)
    size = (np.abs(matrix) - np.diag(np.abs(np.diag(matrix)))) / np.sqrt(np.outer(resistance, resistance))
    scaled = size * np.exp2(exponents[:, None] - exponents[None, :])
    rows, columns = (np.sqrt((scaled * scaled).sum(axis)) for axis in (1, 0))
    if (rows <= EVEN * columns).all() and (columns <= EVEN * rows).all():
        return tuple(former)
    plain = _growth(matrix, former)
    if (plain - np.trace(matrix) / len(matrix)) * float(length) * PATIENCE <= np.log(2):
        return tuple(former)  # no norm is below the mean eigenvalue, and a change costs a bit
    squares, powers = size * size, np.exp2(2 * exponents)
    for _ in range(SWEEPS):
        for i in range(len(matrix)):
            row, column = squares[i] @ (1 / powers) * powers[i], squares[:, i] @ powers / powers[i]
            if 0 < row < math.inf and 0 < column < math.inf:
                exponents[i] += min(max((math.log2(column) - math.log2(row)) / 4, -20), 20)
                powers[i] = np.exp2(2 * exponents[i])
    best = (0.0, tuple(former))
    for part in PARTS:
        change = np.rint((exponents - former) * part).astype(int)
        change -= change.max()
        if not change.any():
            continue
        scales = tuple(int(s) for s in np.array(former) + change)
        gain = (plain - _growth(matrix, scales)) * float(length) * PATIENCE + change.min() * np.log(2)
        best = max(best, (gain, scales))
    return best[1]


def _growth(matrix: np.ndarray, scales: Sequence[int]) -> float:
    exponents = np.array(scales, dtype=float)
    scaled = matrix * np.exp2(exponents[:, None] - exponents[None, :])
    return float(np.linalg.eigvalsh((scaled + scaled.T) / 2)[-1])
