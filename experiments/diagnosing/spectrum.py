"""lambda_min and lambda_max of a symmetric H known by its products H v, |lambda - theta| <= |H v - theta v|.

Dense where it is small (the error is then how far H is from symmetric: |H - H^T|/2); else Lanczos with full
reorthogonalisation, whose two ends converge together (ARPACK, asked for the smallest end alone does not at a minimum,
where it is lost in a cluster near 0).
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
        inner = max(1, min(10, len(self.values) // 2)) if self.complete else 1
        pairs = self.values[:inner] + self.values[::-1][:inner]
        return float(np.max(np.abs(pairs)) / max(np.max(np.abs(self.values)), 1e-300))


def extremes(product: Callable[[Array], Array], size: int, *, seed: int = 0) -> Spectrum:
    """The spectrum's ends from `product` alone. Errors: ArithmeticError where a product is not finite."""
    if size <= DENSE:
        H = np.stack([finite(product(e)) for e in np.eye(size)])
        values = np.linalg.eigvalsh((H + H.T) / 2)
        return Spectrum(float(values[0]), float(values[-1]), float(np.linalg.norm(H - H.T) / 2), values, True)
    v = np.random.default_rng(seed).standard_normal(size)
    basis = [v / np.linalg.norm(v)]
    diagonal: list[float] = []
    beside: list[float] = []
    for _ in range(STEPS):
        u = finite(product(basis[-1]))
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


def finite(v: Any) -> Array:
    """H v as an array. Errors: ArithmeticError."""
    found = np.asarray(v, dtype=float)
    if not np.all(np.isfinite(found)):
        raise ArithmeticError("a Hessian product is not finite where the run ended")
    return found
