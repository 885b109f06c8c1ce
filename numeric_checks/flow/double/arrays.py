"""A problem in doubles, one number v_k a coordinate: its smallest weight, with its sign.

|w_kj| = (|v_k|^q + Lambda_kj)^{1/q},   x_k = sigma_k v_k M_k,   M_k = prod of the other |w_kj|   (theory: section 2)
dv_k/dt = -<g_k>^r sigma_k M_k^r - alpha v_k,   r = q - 1,   Lambda_kj(t) = Lambda_kj(0) exp(-q int_0^t alpha)
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ....symbolic.errors import InputError
from ..problem import Decay, LeastSquares, Linear, Logistic, Objective, Problem, Quadratic

Array = NDArray[Any]


class Force:
    """g = grad f, its Hessian, and a bound |H| of the Hessian's entries for all x."""

    def __init__(self, objective: Objective):
        self.constant = not isinstance(objective, Logistic)  # whether the Hessian is
        match objective:
            case Linear(gradient):
                n = len(gradient)
                self.H, self.h = np.zeros((n, n)), -_doubles(gradient)
            case Quadratic(target):
                self.H, self.h = np.eye(len(target)), _doubles(target)
            case LeastSquares(A, b):
                data = _doubles(A)
                self.H, self.h = data.T @ data, data.T @ _doubles(b)
            case Logistic(X, y):
                self.Z = _doubles(X) * _doubles(y)[:, None]
        self.size = abs(self.H) if self.constant else abs(self.Z).T @ abs(self.Z) / 4

    def gradient(self, x: Array) -> Array:
        """g(x)."""
        if self.constant:
            return self.H @ x - self.h
        return -self.Z.T @ self._share(x)

    def hessian(self, x: Array) -> Array:
        """The matrix of second derivatives."""
        if self.constant:
            return self.H
        share = self._share(x)
        return (self.Z.T * (share * (1 - share))) @ self.Z

    def _share(self, x: Array) -> Array:
        """1/(1 + exp(z.x)) for every row z."""
        margin = self.Z @ x
        small = np.exp(-abs(margin))
        return np.where(margin > 0, small, 1.0) / (1 + small)


class Coordinates:
    """The weights as functions of v and t, and back at t = 0."""

    def __init__(self, problem: Problem):
        self.q, self.decay = float(problem.q), problem.decay
        w = _doubles(problem.weights)
        self.n, self.depth = w.shape
        self.index = np.array([min(range(self.depth), key=lambda i: abs(row[i])) for row in problem.weights])
        self.all = np.arange(self.n)
        self.start = w[self.all, self.index]
        self.signs = np.where(w < 0, -1.0, 1.0)
        self.signs[self.all, self.index] = 1.0
        self.sigma = self.signs.prod(1)
        self.gaps = abs(w) ** self.q - (abs(self.start) ** self.q)[:, None]
        exact = [[abs(v) == min(map(abs, row)) for v in row] for row in problem.weights]
        self.gaps[np.array(exact)] = 0.0
        others = np.arange(self.depth) != self.index[:, None]
        self.others = np.ascontiguousarray(self.gaps[others].reshape(self.n, -1).T)  # sums along rows are quick
        self.fades = not self.decay.absent
        self.tied = np.array(exact).sum(1)  # weights of equal size that vanish together, the smallest included

    def shrunk(self, t: float) -> float:
        """exp(-q int_0^t alpha)."""
        return float(np.exp(-self.q * total(self.decay, t))) if self.fades else 1.0

    def parts(self, t: float, v: Array, at: Any = slice(None)) -> tuple[Array, Array, Array, Array]:
        """x, dx/dv, M and (dM/dv)/M of the coordinates `at`."""
        q, v, sigma = self.q, v[at], self.sigma[at]
        u = abs(v) if q == 1 else abs(v) ** q
        sizes = u + (self.others[:, at] * self.shrunk(t) if self.fades else self.others[:, at])
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(sizes > 0, u / sizes, 1.0).sum(0)
            lift = np.where(v != 0, share / v, 0.0)
        M = sizes.prod(0) ** (1 / q)
        return sigma * v * M, sigma * M * (1 + share), M, lift

    def weights(self, t: float, v: Array) -> Array:
        """w, (n, L). Equal weights keep their signs relative to one another."""
        sizes = ((abs(v) ** self.q)[:, None] + self.gaps * self.shrunk(t)) ** (1 / self.q)
        found = self.signs * sizes
        found[self.all, self.index] = v
        return found


def total(decay: Decay, t: float) -> float:
    """int_0^t alpha."""
    found, starts = 0.0, [float(start) for start, _ in decay.pieces] + [np.inf]
    for (_, line), low, high in zip(decay.pieces, starts[:-1], starts[1:], strict=True):
        if t > low:
            end = min(t, high)
            found += sum(float(c) * (end ** (j + 1) - low ** (j + 1)) / (j + 1) for j, c in enumerate(line))
    return found


def strength(line: tuple[Any, ...], t: float) -> float:
    """alpha(t) on a piece with these coefficients."""
    return sum(float(c) * t**j for j, c in enumerate(line))


def _doubles(entries: Any) -> Array:
    try:
        return np.array([[float(v) for v in row] if isinstance(row, tuple) else float(row) for row in entries])
    except OverflowError as error:
        raise InputError("double", "a number beyond 1e308", "leave double out: the certified mode takes it") from error
