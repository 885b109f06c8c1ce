"""g = grad f on a block of coordinates that f couples, exactly: g = Hx - h, or g = -X^T (y sigma(-y Xx)) (logistic).

Coordinates of different blocks never meet, so each block has a trajectory of its own.
Where the coordinates J slide (g_J = 0) an affine gradient leaves x_J = h_J' - T x_M and g_M = S x_M - h_M', with the
Schur complement S = H_MM - H_MJ H_JJ^{-1} H_JM; all of it stays rational.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flint import arb, arb_mat, fmpq, fmpq_mat

from .problem import LeastSquares, Linear, Logistic, Objective, Quadratic


def rational(value: Any) -> fmpq:
    """A Fraction as fmpq."""
    return fmpq(value.numerator, value.denominator)


@dataclass(frozen=True)
class Reduced:
    """x_J = offset - transfer x_M and g_M = schur x_M - rest, for M in increasing order."""

    moving: tuple[int, ...]
    schur: fmpq_mat
    rest: fmpq_mat
    transfer: fmpq_mat
    offset: fmpq_mat


@dataclass
class Affine:
    """g = Hx - h with H symmetric, positive semidefinite, rational."""

    H: fmpq_mat
    h: fmpq_mat
    _reduced: dict[tuple[int, ...], Reduced] = field(default_factory=dict)
    _alike: dict[tuple[Any, ...], bool] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return self.H.nrows()

    def absent(self, k: int) -> bool:
        """Whether g_k vanishes identically."""
        return self.h[k, 0] == 0 and all(self.H[k, j] == 0 for j in range(self.size))

    def hessian(self, x: list[Any]) -> Any:
        return self.H

    def value(self, x: list[Any]) -> list[Any]:
        """g at x."""
        n = self.size
        return [sum((self.H[k, j] * x[j] for j in range(n)), -self.h[k, 0]) for k in range(n)]

    def regular(self, chosen: tuple[int, ...]) -> bool:
        """Whether H restricted to the chosen coordinates is invertible."""
        return block(self.H, chosen, chosen).det() != 0

    def reduced(self, sliding: tuple[int, ...]) -> Reduced:
        if sliding not in self._reduced:
            self._reduced[sliding] = self._reduce(sliding)
        return self._reduced[sliding]

    def _reduce(self, sliding: tuple[int, ...]) -> Reduced:
        moving = tuple(k for k in range(self.size) if k not in sliding)
        H, h = self.H, self.h
        schur, rest = block(H, moving, moving), block(h, moving, (0,))
        if not sliding:
            return Reduced(moving, schur, rest, fmpq_mat(0, len(moving)), fmpq_mat(0, 1))
        across = block(H, moving, sliding)
        inside = block(H, sliding, sliding).inv()
        transfer, offset = inside * across.transpose(), inside * block(h, sliding, (0,))
        return Reduced(moving, schur - across * transfer, rest - across * offset, transfer, offset)

    def alike(self, sliding: tuple[int, ...], a: int, b: int) -> bool:
        """Whether g_a and g_b are proportional wherever g_J = 0: one vanishes where the other does."""
        key = (sliding, a, b)
        if key not in self._alike:
            n = self.size
            functions = fmpq_mat(n, n + 1, [e for k in range(n) for e in (*self._row(k), self.h[k, 0])])
            self._alike[key] = proportional(functions, sliding, a, b)
        return self._alike[key]

    def _row(self, k: int) -> list[fmpq]:
        return [self.H[k, j] for j in range(self.size)]


@dataclass
class Bernoulli:
    """g = -X^T (y sigma(-y Xx)), Hessian X^T diag(sigma(1 - sigma)) X; rows are already multiplied by y."""

    rows: list[list[fmpq]]
    size: int

    def absent(self, k: int) -> bool:
        """Whether g_k vanishes identically."""
        return all(row[k] == 0 for row in self.rows)

    def _weights(self, x: list[Any]) -> list[arb]:
        return [1 / (1 + arb(sum((a * c for a, c in zip(row, x, strict=True)), arb(0))).exp()) for row in self.rows]

    def value(self, x: list[Any]) -> list[arb]:
        """g at x."""
        sigma = self._weights(x)
        return [-sum((r[k] * s for r, s in zip(self.rows, sigma, strict=True)), arb(0)) for k in range(self.size)]

    def hessian(self, x: list[Any]) -> arb_mat:
        weights = [s * (1 - s) for s in self._weights(x)]
        n = self.size
        entries = [[sum((r[i] * r[j] * w for r, w in zip(self.rows, weights, strict=True)), arb(0)) for j in range(n)]
                   for i in range(n)]  # fmt: skip
        return arb_mat(entries)

    def regular(self, chosen: tuple[int, ...]) -> bool:
        """Whether the Hessian restricted to the chosen coordinates is invertible: their columns are independent."""
        return fmpq_mat([[row[k] for k in chosen] for row in self.rows]).rank() == len(chosen)

    def alike(self, sliding: tuple[int, ...], a: int, b: int) -> bool:
        """Whether g_a and g_b are proportional wherever g_J = 0, shown by the columns of X."""
        functions = fmpq_mat([[row[k] for row in self.rows] for k in range(self.size)])
        return proportional(functions, sliding, a, b)


Gradient = Affine | Bernoulli


def block(matrix: Any, rows: tuple[int, ...], columns: tuple[int, ...]) -> Any:
    """The submatrix with these rows and columns."""
    entries = [matrix[i, j] for i in rows for j in columns]
    return type(matrix)(len(rows), len(columns), entries)


def proportional(functions: fmpq_mat, J: tuple[int, ...], a: int, b: int) -> bool:
    """Whether rows a and b are proportional, and not 0, modulo the rows J."""

    def rank(*chosen: int) -> int:
        return block(functions, chosen, tuple(range(functions.ncols()))).rank() if chosen else 0

    return rank(*J, a, b) == rank(*J, a) == rank(*J, b) == rank(*J) + 1


def blocks(objective: Objective) -> list[tuple[tuple[int, ...], Gradient]]:
    """The coordinates that f couples, with g on each such block."""
    match objective:
        case Linear(gradient):
            return [((k,), _scalar(0, -rational(G))) for k, G in enumerate(gradient)]
        case Quadratic(target):
            return [((k,), _scalar(1, rational(T))) for k, T in enumerate(target)]
        case LeastSquares(A, b):
            rows = [[rational(a) for a in row] for row in A]
            sides = [rational(e) for e in b]
            found: list[tuple[tuple[int, ...], Gradient]] = []
            matrix = fmpq_mat(rows)
            H = matrix.transpose() * matrix
            h = matrix.transpose() * fmpq_mat(len(sides), 1, sides)
            n = H.nrows()
            for part in _components(n, [[j for j in range(n) if j == k or H[k, j] != 0] for k in range(n)]):
                found.append((part, Affine(block(H, part, part), block(h, part, (0,)))))
            return found
        case Logistic(X, y):
            signed = [[rational(a * label) for a in row] for row, label in zip(X, y, strict=True)]
            n = len(signed[0])
            joined = [[j for j in range(n) if row[j] != 0] for row in signed]
            return [
                (part, Bernoulli([[row[k] for k in part] for row in signed if any(row[k] != 0 for k in part)], len(part)))
                for part in _components(n, joined)
            ]


def _scalar(H: int, h: fmpq) -> Affine:
    return Affine(fmpq_mat(1, 1, [H]), fmpq_mat(1, 1, [h]))


def _components(n: int, joined: list[list[int]]) -> list[tuple[int, ...]]:
    label = list(range(n))
    for group in joined:
        names = {label[k] for k in group}
        if len(names) > 1:
            least = min(names)
            label = [least if name in names else name for name in label]
    return [tuple(k for k in range(n) if label[k] == name) for name in sorted(set(label))]
