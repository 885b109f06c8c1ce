"""The rest of a run of least squares without decay: how far the weights can still go, from the height D = f - f* alone.

With ||grad f||^2 >= 2 sigma D, |g_k|^2 <= 2 S D and P'_k >= mu over the tube, and r = q - 1,
  dD/dt = -sum_k P'_k |g_k|^q <= -mu (2 sigma D)^{q/2},
  int |g_k|^r dt <= int (2 S D)^{r/2} dD/(mu (2 sigma D)^{q/2}) = 2 (2 S)^{r/2} D_0^{1/2}/(mu (2 sigma)^{q/2}),
finite for every q: D^{r/2 - q/2} = D^{-1/2}. At q = 2 moreover int ||dw/dt|| dt <= sqrt(2 D_0/(sigma mu)).
A = M R, the rows of R independent, N = M^T M: 2 D = (z - z*)^T N (z - z*), z = R x, N z* = M^T b, and
sigma = least eigenvalue of R R^T times that of N, S = trace of A^T A (theory: section 16.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from flint import arb, arb_mat, fmpq, fmpq_mat

from ..problem import LeastSquares, Quadratic
from .vector_field import Flow, others

Tail = tuple[list[arb], list[arb]]  # how far each weight can go, int |g_k|^r dt


@dataclass(frozen=True)
class Bowl:
    """R, N, z* of f, with sigma and S."""

    R: fmpq_mat
    N: fmpq_mat
    z: fmpq_mat
    sigma: arb
    S: arb

    def height(self, x: Sequence[arb]) -> arb:
        """An upper bound of D = f(x) - f*."""
        rows, size = range(self.R.nrows()), range(self.R.ncols())
        miss = [sum((arb(self.R[i, j]) * x[j] for j in size), -arb(self.z[i, 0])) for i in rows]
        return (sum((arb(self.N[i, j]) * miss[i] * miss[j] for i in rows for j in rows), arb(0)) / 2).upper()


def tail(flow: Flow, weights: Sequence[arb], tube: Sequence[arb], rho: Sequence[arb]) -> Tail | None:
    """The way that is left, where it ends inside the tube |w_i - weights_i| <= rho_i; else None."""
    objective = flow.problem.objective
    if flow.coupled or flow.alpha or not isinstance(objective, LeastSquares | Quadratic):
        return None
    found = bowl(objective)
    if found is None:
        return None
    root = found.height(flow.products(weights, [others(row) for row in flow.rows(weights)])).max(arb(0)).sqrt().upper()
    left = way(flow, found, tube, root)
    if left is None:
        return None
    gain, ways, mu = left
    if flow.r == 1:
        shorter = (root * (2 / (found.sigma * mu)).sqrt()).upper()
        gain, ways = gain.min((shorter / mu.sqrt()).upper()), [far.min(shorter) for far in ways]
    return (ways, [gain] * flow.n) if all(far < limit for far, limit in zip(ways, rho, strict=True)) else None


def way(flow: Flow, found: Bowl, tube: Sequence[arb], root: arb) -> tuple[arb, list[arb], arb] | None:
    """(int |g_k|^r dt, the way of every weight, mu) from D^{1/2} <= root on, in the tube; None where mu may be 0."""
    q, r = (arb(fmpq(v.numerator, v.denominator)) for v in (flow.problem.q, flow.r))
    minors = [[abs(m) for m in others(row)] for row in flow.rows(tube)]
    mu = arb.pos_inf()
    for row in minors:
        mu = mu.min(sum((m.lower().max(arb(0)) ** q for m in row), arb(0)).lower())
    if not mu > 0:
        return None
    gain = (2 * (2 * found.S) ** (r / 2) * root / (mu * (2 * found.sigma) ** (q / 2))).upper()
    return gain, [(gain * m.upper() ** r).upper() for row in minors for m in row], mu


@lru_cache(maxsize=8)
def bowl(objective: LeastSquares | Quadratic) -> Bowl | None:
    """The data of f = |A x - b|^2/2; None where no bound of sigma was found (A = 0 has none)."""
    if isinstance(objective, Quadratic):
        n = len(objective.target)
        A, b = [[fmpq(int(i == j)) for j in range(n)] for i in range(n)], objective.target
    else:
        A, b = [[fmpq(v.numerator, v.denominator) for v in row] for row in objective.A], objective.b
    full, side = fmpq_mat(A), fmpq_mat([[fmpq(v.numerator, v.denominator)] for v in b])
    reduced, rank = full.rref()
    if rank == 0:
        return None
    if rank == full.nrows():
        R, M = full, fmpq_mat([[fmpq(int(i == j)) for j in range(rank)] for i in range(rank)])
    else:
        R = fmpq_mat([[reduced[i, j] for j in range(full.ncols())] for i in range(rank)])
        lead = [next(j for j in range(full.ncols()) if R[i, j] != 0) for i in range(rank)]
        M = fmpq_mat([[full[i, j] for j in lead] for i in range(full.nrows())])
    N = M.transpose() * M
    least = [_least_eigenvalue(R * R.transpose()), _least_eigenvalue(N)]
    if not all(v > 0 for v in least):
        return None
    S = sum((v * v for row in A for v in row), fmpq(0))
    return Bowl(R, N, N.solve(M.transpose() * side), least[0] * least[1], arb(S))


def _least_eigenvalue(S: fmpq_mat) -> arb:
    """A lower bound of the least eigenvalue: 1 / ||S^{-1}||_inf, S symmetric and positive definite."""
    inverse, size, top = arb_mat(S.inv()), range(S.nrows()), arb(0)
    for i in size:
        top = top.max(sum((abs(inverse[i, j]) for j in size), arb(0)).upper())
    return (1 / top).lower()
