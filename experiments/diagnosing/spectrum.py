"""lambda_min and lambda_max of a symmetric H known by its products H v, |lambda - theta| <= |H v - theta v|.

Dense where it is small; else Lanczos with full reorthogonalisation, whose two ends converge together (ARPACK, asked for
the smallest end alone does not at a minimum, where it is lost in a cluster near 0).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

DENSE, STEPS = 400, 160

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Spectrum:
    """The two ends, how far each can be from an eigenvalue, and the values known (all of them where `complete`)."""

    least: float
    most: float
    error: float
    values: Array
    complete: bool

    @property
    def pairing(self) -> float:
        """max_j |lambda_j + lambda_{-j}|/max|lambda| over the ten outermost pairs: 0 at a saddle of order 2, g != 0."""
        inner = min(10, len(self.values) // 2) if self.complete else 1
        pairs = self.values[:inner] + self.values[::-1][:inner]
        return float(np.max(np.abs(pairs)) / max(np.max(np.abs(self.values)), 1e-300))


def extremes(product: Callable[[Array], Array], size: int, *, seed: int = 0) -> Spectrum:
    """The spectrum's ends from `product` alone."""
    if size <= DENSE:
        H = np.stack([np.asarray(product(e)) for e in np.eye(size)])
        values = np.linalg.eigvalsh((H + H.T) / 2)
        return Spectrum(float(values[0]), float(values[-1]), 0.0, values, True)
    v = np.random.default_rng(seed).standard_normal(size)
    basis = [v / np.linalg.norm(v)]
    diagonal: list[float] = []
    beside: list[float] = []
    for _ in range(STEPS):
        u = np.asarray(product(basis[-1]), dtype=float)
        diagonal.append(float(u @ basis[-1]))
        Q = np.stack(basis)
        for _ in range(2):  # twice is enough
            u = u - Q.T @ (Q @ u)
        beside.append(float(np.linalg.norm(u)))
        if beside[-1] < 1e-12 * max(map(abs, diagonal), default=1.0):
            break
        basis.append(u / beside[-1])
    n = len(diagonal)
    values, vectors = np.linalg.eigh(np.diag(diagonal) + np.diag(beside[: n - 1], 1) + np.diag(beside[: n - 1], -1))
    error = beside[n - 1] * float(max(abs(vectors[-1, 0]), abs(vectors[-1, -1])))
    return Spectrum(float(values[0]), float(values[-1]), error, values, False)
