"""Polynomials on -1 <= xi <= 1: values at x_j = -cos(pi j/N) and Chebyshev coefficients in floats, and exactly.

sup |p| <= sum |c_k| for p = sum c_k T_k;  2^{n-1} xi^n = sum_j binom(n, j) T_{n-2j}, the term of T_0 halved.
"""

from __future__ import annotations

from functools import lru_cache
from math import comb

import numpy as np
from flint import fmpz, fmpz_mat, fmpz_poly
from numpy.typing import NDArray

Array = NDArray[np.floating]
LONG = np.longdouble  # 64 bits where the machine has them; only the accuracy of proposals depends on it


class Grid:
    """The nodes of degree N and the matrices from values there."""

    def __init__(self, N: int):
        self.N = N
        j = np.arange(N + 1)
        pi = 4 * np.arctan(LONG(1))
        self.x = np.sin(pi * (2 * j - N) / (2 * N))
        self.x[0], self.x[-1] = -1.0, 1.0
        T = np.cos(pi * (np.outer(N - j, j) % (2 * N)) / N)  # T_k(x_j)
        weight = np.ones(N + 1, LONG)
        weight[[0, -1]] = 0.5
        self.values = T  # of coefficients
        self.coefficients = (2 / N) * (T * weight[:, None]).T * weight[:, None]
        k = np.arange(2, N + 1)  # int_{-1}^x T_k = T_{k+1}/(2(k+1)) - T_{k-1}/(2(k-1)) + (-1)^{k+1}/(k^2-1)
        after = np.concatenate([T[:, 3:], (2 * self.x * T[:, N] - T[:, N - 1])[:, None]], 1)
        whole = np.empty((N + 1, N + 1), LONG)
        whole[:, 0], whole[:, 1] = self.x + 1, (self.x**2 - 1) / 2
        whole[:, 2:] = after / (2 * (k + 1)) - T[:, 1:N] / (2 * (k - 1)) - (-1.0) ** k / (k * k - LONG(1))
        self.integral = whole @ self.coefficients


@lru_cache(maxsize=8)
def grid(N: int) -> Grid:
    """The grid of degree N."""
    return Grid(N)


@lru_cache(maxsize=8)
def monomials(N: int) -> fmpz_mat:
    """Column k: the coefficients of T_k."""
    polys = [fmpz_poly([1]), fmpz_poly([0, 1])]
    for _ in range(2, N + 1):
        polys.append(fmpz_poly([0, 2]) * polys[-1] - polys[-2])
    return fmpz_mat([[p[i] for p in polys[: N + 1]] for i in range(N + 1)])


@lru_cache(maxsize=64)
def _chebyshev(N: int, odd: int) -> fmpz_mat:
    """Row m: 2^N times the coefficients of T_odd, T_{odd+2}, ... of xi^n, n = 2 m + odd <= N."""
    size = (N - odd) // 2 + 1
    rows = [[0] * size for _ in range(size)]
    for m in range(size):
        n = 2 * m + odd
        for j in range(m + 1):
            rows[m][m - j] = comb(n, j) * 2 ** (N - n) * (1 if n == 2 * j else 2)
    return fmpz_mat(rows)


def suprema(polys: list[fmpz_poly], bits: int) -> list[float]:
    """sup |p/2^bits| on [-1, 1] for each, from above."""
    N = max(1, *(p.degree() for p in polys))
    rows = [(c := p.coeffs()) + [fmpz(0)] * (N + 1 - len(c)) for p in polys]
    parts = [(fmpz_mat([row[odd::2] for row in rows]) * _chebyshev(N, odd)).tolist() for odd in (0, 1)]
    return [above(int(sum(map(abs, even)) + sum(map(abs, odd))), bits + N) for even, odd in zip(*parts, strict=True)]


def above(value: int, bits: int) -> float:
    """|value|/2^bits in floats, from above."""
    value = abs(value)
    cut = max(0, value.bit_length() - 60)
    return float(np.ldexp(float((value >> cut) + (cut > 0)), cut - bits)) * (1 + 2.0**-50) if value else 0.0


def fixed(coefficients: Array, bits: int) -> list[fmpz_poly]:
    """Polynomials over 2^bits near sum_k c_k T_k, one for each column."""
    high = coefficients.astype(np.float64)
    low = (coefficients - high).astype(np.float64)
    whole = fmpz_mat([[int(v) for v in row] for row in np.ldexp(high, bits).tolist()])
    whole += fmpz_mat([[int(v) for v in row] for row in np.ldexp(low, bits).tolist()])
    rows = (monomials(len(coefficients) - 1) * whole).tolist()
    return [fmpz_poly(list(column)) for column in zip(*rows, strict=True)]
