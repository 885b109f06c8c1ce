"""An affine gradient g = Hx - h, H symmetric and positive semidefinite, all rational (linear f, least squares).

Where the coordinates J slide, g_J = 0 gives x_J from the moving coordinates: H_JJ x_J = h_J - H_JM x_M.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from flint import arb, arb_mat, ctx, fmpq, fmpq_mat, fmpz, fmpz_mat

from ....symbolic.errors import Undecided
from ...numbers import Matrix, Number

SHORT = 64  # bits of a common denominator that is always worth taking
LARGE = 6  # coordinates from which balls are multiplied as matrices


@dataclass
class Affine:
    """g = Hx - h with H symmetric, positive semidefinite, rational."""

    H: fmpq_mat
    h: fmpq_mat
    _kept: tuple[tuple[tuple[int, ...], bool, int], Matrix, Matrix] | None = None
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

    def hessian(self, x: list[Number]) -> Matrix:
        return self.H if self.size < LARGE else self._ball(self.H)

    def value(self, x: list[Number]) -> list[Number]:
        """g at x."""
        n = self.size
        if n >= LARGE and all(isinstance(v, arb) for v in x):
            g = self.along(arb_mat(n, 1, x))
            return [g[k, 0] for k in range(n)]
        return [sum((self.H[k, j] * x[j] for j in range(n)), -self.h[k, 0]) for k in range(n)]

    def derivatives(self, x: list[Number], first: list[Number], second: list[Number]) -> list[list[arb]]:
        """g, dg/dt and d2g/dt2 along x(t)."""
        n = self.size
        if n >= LARGE:
            moved = self.times(arb_mat(n, 2, [arb(v) for pair in zip(first, second, strict=True) for v in pair]))
            return [self.value([arb(v) for v in x]), *([moved[k, c] for k in range(n)] for c in (0, 1))]
        rates = [[sum((self.H[k, j] * u[j] for j in range(n)), arb(0)) for k in range(n)] for u in (first, second)]
        return [[arb(g) for g in self.value(x)], *rates]

    def times(self, x: arb_mat) -> arb_mat:
        """H x in balls: products with the integers d H where d is short."""
        numerators, denominator = self._integers
        if int(denominator).bit_length() > SHORT + ctx.prec // 4:
            return self._ball(self.H) * x
        return self._ball(numerators) * x * (1 / arb(denominator))

    @cached_property
    def _integers(self) -> tuple[fmpz_mat, fmpz]:
        """(d H, d)."""
        found: tuple[fmpz_mat, fmpz] = self.H.numer_denom()
        return found

    def _ball(self, matrix: fmpq_mat | fmpz_mat) -> arb_mat:
        """A matrix of the problem in balls, made once for each precision."""
        key = id(matrix), ctx.prec
        if key not in self._balls:
            self._balls[key] = arb_mat(matrix)
        return self._balls[key]

    def regular(self, chosen: tuple[int, ...]) -> bool:
        """Whether H restricted to the chosen coordinates is invertible."""
        return block(self.H, chosen, chosen).det() != 0

    def settled(self, J: tuple[int, ...], x: Matrix) -> Matrix:
        """The rows x_J with g_J = 0, where every column of x holds a power of one variable, the first the constant.

        The rows J of `x` are 0. Exact where x is. Errors: Undecided where balls do not show that H_JJ is regular.
        """
        inside, rows = self._around(J, isinstance(x, fmpq_mat))
        pushed = rows * x
        force = [(self.h[k, 0] if c == 0 else 0) - pushed[row, c] for row, k in enumerate(J) for c in range(x.ncols())]
        try:
            return inside.solve(type(x)(len(J), x.ncols(), force))
        except ZeroDivisionError as error:
            raise Undecided("the positions of the sliding coordinates") from error

    def along(self, x: Matrix) -> Matrix:
        """g in balls, for x as in `settled`."""
        g = self.times(x)
        for k in range(self.size):
            g[k, 0] = g[k, 0] - self.h[k, 0]
        return g

    def row_along(self, k: int, x: fmpq_mat) -> list[fmpq]:
        """g_k exactly, for x as in `settled`."""
        found = block(self.H, (k,), tuple(range(self.size))) * x
        return [found[0, c] - (self.h[k, 0] if c == 0 else 0) for c in range(x.ncols())]

    def _around(self, J: tuple[int, ...], exact: bool) -> tuple[Matrix, Matrix]:
        """H_JJ and the rows H_J, the last ones kept."""
        key = J, exact, ctx.prec
        if self._kept is None or self._kept[0] != key:
            inside, rows = block(self.H, J, J), block(self.H, J, tuple(range(self.size)))
            self._kept = (key, inside, rows) if exact else (key, arb_mat(inside), arb_mat(rows))
        return self._kept[1:]

    def slide(
        self, J: tuple[int, ...], M: tuple[int, ...], start: list[Number], motion: tuple[list[Number], ...]
    ) -> None:
        """Fills x, x' and x'' of the sliding coordinates J, from g_J = 0 and the moving coordinates M."""
        rows = [values[k] if k in M else 0 for k in range(self.size) for values in motion]
        exact = all(isinstance(v, fmpq | int) for v in rows)
        found = self.settled(J, (fmpq_mat if exact else arb_mat)(self.size, len(motion), rows))
        for number, values in enumerate(motion):
            for row, k in enumerate(J):
                values[k] = found[row, number]

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
