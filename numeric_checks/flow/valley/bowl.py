"""The flow of f(x) = |A x - b|^2/2 in x alone: x_k' = -P'_k(x_k) <g_k>^r, g = H x - c, H = A^T A, c = A^T b.

P_k(u) = prod_i (u + Lambda_ki) = |x_k|^q, |w_ki|^q = u + Lambda_ki, r = q - 1 (theory: section 3). A weight keeps its
sign, but for the smallest of its coordinate, which has that of x_k.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from math import lcm, prod
from operator import mul

import numpy as np
from flint import arb, fmpz, fmpz_mat

from ...balls import ball, power, whole
from ..problem import LeastSquares, Problem
from .chebyshev import LONG, Array

LARGEST, DEEPEST = 8, 16  # denominators of r; depths: products of many factors ask for many bits
LARGE = 2**40  # numbers, and their denominators
ROUNDS = 60  # of Newton's method for u


class Bowl:
    """H, c, Lambda of a problem: exactly, as integers over 2^bits, and in floats."""

    def __init__(self, problem: Problem, bits: int):
        assert isinstance(problem.objective, LeastSquares)
        self.problem, self.bits, self.q = problem, bits, problem.q
        self.a, self.b = (problem.q - 1).numerator, (problem.q - 1).denominator
        self.r = self.a / self.b
        self.n, self.depth = len(problem.weights), problem.depth
        A, b = problem.objective.A, problem.objective.b
        d = lcm(*(v.denominator for row in A for v in row), *(v.denominator for v in b))
        data = fmpz_mat([[int(v * d) for v in row] for row in A])
        side = fmpz_mat([[int(v * d)] for v in b])
        self.square = d * d
        self.H, self.c = data.transpose() * data, (data.transpose() * side).entries()  # times d^2
        self.H_floats = np.array([[int(v) / self.square for v in row] for row in self.H.tolist()])
        self.H_long = np.array([[_long(int(v)) / _long(self.square) for v in row] for row in self.H.tolist()])
        self.H_sizes = abs(self.H_floats) * (1 + 1e-15)
        self.lengths = np.sqrt(np.diag(self.H_floats)) * (1 + 1e-15)  # |a_k|, from above
        self.start = [prod(row) for row in problem.weights]
        self.signs = [[-1 if w < 0 else 1 for w in row] for row in problem.weights]
        powers = [[power(abs(ball(w)), problem.q) for w in row] for row in problem.weights]
        smallest = [row.index(min(row, key=abs)) for row in problem.weights]
        self.smallest = smallest
        self.Lambda = [
            [p - row[i] if j != i else arb(0) for j, p in enumerate(row)]
            for row, i in zip(powers, smallest, strict=True)
        ]
        unit = arb(2) ** bits
        self.Lambda_fixed = [[fmpz(whole(v * unit)) for v in row] for row in self.Lambda]
        self.L_long = np.array([[long(int(v), bits) for v in row] for row in self.Lambda_fixed])
        self.L = np.array([[max(0.0, float(v)) for v in row] for row in self.Lambda])

    @staticmethod
    def suits(problem: Problem) -> bool:
        """Whether the flow is of this kind, and begins where nothing is 0 but what a test of floats would show."""
        r = problem.q - 1
        return (
            isinstance(problem.objective, LeastSquares)
            and problem.decay.absent
            and 0 < r < 1
            and r.denominator <= LARGEST
            and problem.depth <= DEEPEST
            and LARGE**-3 < problem.until < LARGE**3
            and all(w != 0 for row in problem.weights for w in row)
            and all(_moderate(v) for row in (*problem.objective.A, *problem.weights, problem.objective.b) for v in row)
        )

    def gradient(self, x: Sequence[fmpz]) -> list[fmpz]:
        """d^2 2^bits g for x over 2^bits, exactly."""
        column = (self.H * fmpz_mat([[v] for v in x])).entries()
        return [v - (c << self.bits) for v, c in zip(column, self.c, strict=True)]

    def root(self, v: Array) -> Array:
        """v^{1/b} in floats."""
        return np.sqrt(v) if self.b == 2 else v ** (LONG(1) / self.b)

    def u(self, x: Array) -> Array:
        """u(x) in floats, by Newton's method from above: P is convex."""
        target = abs(x) * self.root(abs(x)) ** self.a
        if self.depth == 2:
            apart = (self.L_long if target.dtype == LONG else self.L).sum(1)
            return 2 * target / (apart + np.sqrt(apart * apart + 4 * target))
        u = target ** (LONG(1) / self.depth)
        for _ in range(ROUNDS):
            P, slope = self.P(u), self.slope(u)
            step = np.where(target < P, (P - target) / np.where(slope > 0, slope, 1), 0)
            u = np.maximum(u - step, 0)
            if (step <= 1e-9 * u).all():
                break
        correction = (self.P(u) - target) / np.where(self.slope(u) > 0, self.slope(u), 1)
        return np.maximum(u - correction, 0)

    def _factors(self, u: Array) -> list[Array]:
        L = self.L_long if u.dtype == LONG else self.L
        return [u + L[:, i] for i in range(self.depth)]

    def P(self, u: Array) -> Array:
        """prod_i (u + Lambda_i), all terms at least 0."""
        return reduce(mul, self._factors(u))

    def slope(self, u: Array) -> Array:
        """P'(u)."""
        factors = self._factors(u)
        total = np.zeros_like(u)
        for i in range(self.depth):
            total = total + reduce(mul, (f for j, f in enumerate(factors) if j != i))
        return total

    def second(self, u: Array) -> Array:
        """P''(u)."""
        factors = self._factors(u)
        total = np.zeros_like(u)
        for i in range(self.depth):
            for j in range(self.depth):
                if i != j:
                    rest = [f for l, f in enumerate(factors) if l not in (i, j)]
                    total = total + reduce(mul, rest, np.ones_like(u))
        return total

    def weights(self, x: Sequence[arb]) -> list[arb]:
        """Balls around all weights for balls of x: |w_i| = (u + Lambda_i)^{1/q}, the smallest x over the others."""
        found = []
        for k, value in enumerate(x):
            u = self.u_ball(k, value)
            others = {
                i: (u + self.Lambda[k][i]) ** (1 / ball(self.q)) * self.signs[k][i]
                for i in range(self.depth)
                if i != self.smallest[k]
            }
            own = value / reduce(mul, others.values())
            found += [others.get(i, own) for i in range(self.depth)]
        return found

    def u_ball(self, k: int, x: arb) -> arb:
        """u(x) in a ball: P(low) <= |x|^q <= P(high) for both ends."""
        ends = [abs(x).lower().max(arb(0)), abs(x).upper()]
        found = []
        for end in ends:
            target = end ** ball(self.q) if end > 0 else arb(0)
            with np.errstate(all="ignore"):
                u = arb(float(self.u(np.full(self.n, float(end)))[k]))
            u = u if u.is_finite() else arb(0)
            for _ in range(8):  # Newton's method; what it leaves is bounded below
                factors = [u + v for v in self.Lambda[k]]
                slope = sum(
                    (reduce(mul, [f for j, f in enumerate(factors) if j != i]) for i in range(self.depth)), arb(0)
                )
                if not slope > 0:
                    break
                u = (u - (reduce(mul, factors) - target) / slope).mid().max(arb(0))
            found.append((u, target))
        room, (low, below), (high, above) = arb(2) ** -self.bits, *found
        while low > 0 and not reduce(mul, [low + v for v in self.Lambda[k]]) <= below:
            low, room = (low - room).max(arb(0)), room * 4
        room = arb(2) ** -self.bits
        while not reduce(mul, [high + v for v in self.Lambda[k]]) >= above:
            high, room = high + room, room * 4
        return low.union(high)


def _moderate(value: Fraction) -> bool:
    """Whether floats hold it, and products of many such."""
    return abs(value) < LARGE and value.denominator < LARGE


def _long(value: int) -> np.floating:
    """An integer as accurately as a long float holds it."""
    return long(value, 0)


def long(value: int, bits: int) -> np.floating:
    """value/2^bits as accurately as a long float holds it."""
    cut = max(0, abs(value).bit_length() - 100)
    top = value >> cut
    high = float(top)
    return np.ldexp(LONG(high) + LONG(float(top - int(high))), cut - bits)
