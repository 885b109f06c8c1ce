"""An affine gradient g = Hx - h, H symmetric and positive semidefinite, all rational (linear f, least squares).

Where the coordinates J slide (g_J = 0) an affine gradient leaves x_J = h_J' - T x_M and g_M = S x_M - h_M', with the
Schur complement S = H_MM - H_MJ H_JJ^{-1} H_JM; all of it stays rational.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from flint import arb, arb_mat, ctx, fmpq, fmpq_mat

from ...numbers import Number

LARGE = 6  # coordinates from which balls are multiplied as matrices


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
    _alike: dict[tuple[tuple[int, ...], int, int], bool] = field(default_factory=dict)
    _balls: dict[tuple[int, int], arb_mat] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return self.H.nrows()

    def absent(self, k: int) -> bool:
        """Whether g_k vanishes identically."""
        return self.h[k, 0] == 0 and all(self.H[k, j] == 0 for j in range(self.size))

    def side(self, k: int) -> int:
        """The sign that g_k has everywhere, where g_k is constant; else 0."""
        constant = all(self.H[k, j] == 0 for j in range(self.size))
        return ((self.h[k, 0] < 0) - (self.h[k, 0] > 0)) if constant else 0

    def alone(self, k: int) -> bool:
        """Whether g_k = H_kk x_k: it vanishes with x_k and not before."""
        return self.h[k, 0] == 0 and all(self.H[k, j] == 0 for j in range(self.size) if j != k)

    def hessian(self, x: list[Number]) -> fmpq_mat:
        return self.H

    def value(self, x: list[Number]) -> list[Number]:
        """g at x."""
        n = self.size
        if n >= LARGE and all(isinstance(v, arb) for v in x):
            g = self._ball(self.H) * arb_mat(n, 1, x) - self._ball(self.h)
            return [g[k, 0] for k in range(n)]
        return [sum((self.H[k, j] * x[j] for j in range(n)), -self.h[k, 0]) for k in range(n)]

    def derivatives(self, x: list[Number], first: list[Number], second: list[Number]) -> list[list[arb]]:
        """g, dg/dt and d2g/dt2 along x(t)."""
        n = self.size
        if n >= LARGE:
            H = self._ball(self.H)
            moved = [H * arb_mat(n, 1, [arb(v) for v in u]) for u in (first, second)]
            return [[arb(g) for g in self.value([arb(v) for v in x])], *([m[k, 0] for k in range(n)] for m in moved)]
        rates = [[sum((self.H[k, j] * u[j] for j in range(n)), arb(0)) for k in range(n)] for u in (first, second)]
        return [[arb(g) for g in self.value(x)], *rates]

    def _ball(self, matrix: fmpq_mat) -> arb_mat:
        """A matrix of the problem in balls, made once for each precision."""
        key = id(matrix), ctx.prec
        if key not in self._balls:
            self._balls[key] = arb_mat(matrix)
        return self._balls[key]

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

    def slide(
        self, J: tuple[int, ...], M: tuple[int, ...], start: list[Number], motion: tuple[list[Number], ...]
    ) -> None:
        """Fills x, x' and x'' of the sliding coordinates J, from g_J = 0 and the moving coordinates M."""
        reduced = self.reduced(J)
        if len(M) >= LARGE and all(isinstance(values[m], arb) for values in motion for m in M):
            moved = arb_mat(len(M), len(motion), [values[m] for m in M for values in motion])
            found = self._ball(reduced.transfer) * moved
            for number, values in enumerate(motion):
                for row, k in enumerate(J):
                    values[k] = (fmpq(0) if number else reduced.offset[row, 0]) - found[row, number]
            return
        for number, values in enumerate(motion):
            for row, k in enumerate(J):
                value = fmpq(0) if number else reduced.offset[row, 0]
                for column, m in enumerate(M):
                    value = value - reduced.transfer[row, column] * values[m]
                values[k] = value

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


def block(matrix: fmpq_mat, rows: tuple[int, ...], columns: tuple[int, ...]) -> fmpq_mat:
    """The submatrix with these rows and columns."""
    entries = [matrix[i, j] for i in rows for j in columns]
    return type(matrix)(len(rows), len(columns), entries)


def proportional(functions: fmpq_mat, J: tuple[int, ...], a: int, b: int) -> bool:
    """Whether rows a and b are proportional, and not 0, modulo the rows J."""

    def rank(*chosen: int) -> int:
        return block(functions, chosen, tuple(range(functions.ncols()))).rank() if chosen else 0

    return rank(*J, a, b) == rank(*J, a) == rank(*J, b) == rank(*J) + 1
