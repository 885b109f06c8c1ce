"""max c.v subject to A v <= b, v >= 0, b >= 0, in exact rationals, with the dual solution (Bland's rule: no cycling).

The origin is feasible, so there is no first phase. Every answer carries a dual vector y >= 0 with A^T y >= c and
b.y = c.v, which proves it: weak duality. `Tableau.second` goes on over the optimal face with another objective.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import fmpq

from ...symbolic.errors import Undecided

MOST_PIVOTS = 20_000
Vector = Sequence[Fraction]


class Tableau:
    """The rows [A I b] and the reduced costs; `basis[i]` is the variable of row i."""

    def __init__(self, A: Sequence[Vector], b: Vector, c: Vector):
        if any(v < 0 for v in b):
            raise ValueError("the right-hand sides are >= 0")
        n, k = len(c), len(A)
        self.n, self.k = n, k
        self.rows = [[*map(_q, row), *(fmpq(int(i == j)) for j in range(k)), _q(b[i])] for i, row in enumerate(A)]
        self.basis = list(range(n, n + k))
        self.costs = [*(-_q(v) for v in c), *(fmpq(0) for _ in range(k + 1))]
        self.fixed: set[int] = set()
        self._improve(self.costs)

    @property
    def value(self) -> Fraction:
        """c.v at the optimum."""
        return _fraction(self.costs[-1])

    @property
    def point(self) -> list[Fraction]:
        """v."""
        return self._basic()[: self.n]

    @property
    def dual(self) -> list[Fraction]:
        """y, the reduced costs of the slacks."""
        return [_fraction(v) for v in self.costs[self.n : self.n + self.k]]

    def second(self, c: Vector) -> Fraction:
        """max c.v among the optimal v (the tableau stays optimal for the first objective)."""
        if not self.fixed:
            self.fixed = {j for j, v in enumerate(self.costs[:-1]) if v != 0}
        costs = [*(-_q(v) for v in c), *(fmpq(0) for _ in range(self.k + 1))]
        for i, j in enumerate(self.basis):
            _subtract(costs, costs[j], self.rows[i])
        self._improve(costs)
        return _fraction(costs[-1])

    def _improve(self, costs: list[fmpq]) -> None:
        for _ in range(MOST_PIVOTS):
            entering = next((j for j, v in enumerate(costs[:-1]) if v < 0 and j not in self.fixed), None)
            if entering is None:
                return
            ratios = [
                (row[-1] / row[entering], self.basis[i], i) for i, row in enumerate(self.rows) if row[entering] > 0
            ]
            if not ratios:
                raise Undecided("the linear program is unbounded")
            self._pivot(min(ratios)[2], entering, costs)
        raise Undecided(f"the linear program took more than {MOST_PIVOTS} pivots")

    def _pivot(self, i: int, j: int, costs: list[fmpq]) -> None:
        head = self.rows[i][j]
        self.rows[i] = [v / head for v in self.rows[i]]
        for k, row in enumerate(self.rows):
            if k != i and row[j] != 0:
                _subtract(row, row[j], self.rows[i])
        for line in (costs,) if costs is self.costs else (costs, self.costs):
            if line[j] != 0:
                _subtract(line, line[j], self.rows[i])
        self.basis[i] = j

    def _basic(self) -> list[Fraction]:
        values = [Fraction(0)] * (self.n + self.k)
        for i, j in enumerate(self.basis):
            values[j] = _fraction(self.rows[i][-1])
        return values


def _subtract(row: list[fmpq], factor: fmpq, other: list[fmpq]) -> None:
    """row - factor other, in place."""
    for j, v in enumerate(other):
        if v != 0:
            row[j] -= factor * v


def _q(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def _fraction(value: fmpq) -> Fraction:
    return Fraction(int(value.p), int(value.q))
