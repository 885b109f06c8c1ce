"""An affine gradient g = Hx - h, H symmetric and positive semidefinite, all rational (linear f, least squares).

Where the coordinates J slide, g_J = 0 gives x_J from the moving coordinates: H_JJ x_J = h_J - H_JM x_M.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from flint import arb, arb_mat, ctx, fmpq, fmpq_mat, fmpz, fmpz_mat, nmod_mat

from ....symbolic.errors import Undecided
from ...numbers import Matrix, Number
from .pivot import Array, Pivot, in_doubles, pivot

SHORT = 64  # bits of a common denominator that is always worth taking
LARGE = 6  # coordinates from which balls are multiplied as matrices
FEWEST = 4  # sliding coordinates from which their equations are solved by a pivot
KEPT = 4  # pivots
PRIME = 2**61 - 1


@dataclass
class Affine:
    """g = Hx - h with H symmetric, positive semidefinite, rational."""

    H: fmpq_mat
    h: fmpq_mat
    _kept: tuple[tuple[tuple[int, ...], bool, int], Matrix, Matrix] | None = None
    _alike: dict[tuple[tuple[int, ...], int, int], bool] = field(default_factory=dict)
    _balls: dict[tuple[int, int], arb_mat] = field(default_factory=dict)
    _pivots: list[Pivot] = field(default_factory=list)
    _ranks: dict[tuple[int, ...], int] = field(default_factory=dict)
    _tables: dict[int, tuple[list[arb], Array]] = field(default_factory=dict)

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
        H, d = self._scaled()
        return H * x if d == 1 else H * x * (1 / arb(d))

    def _scaled(self) -> tuple[arb_mat, fmpz]:
        """d H and d > 0: integers where d is short."""
        numerators, denominator = self._integers
        if int(denominator).bit_length() > SHORT + ctx.prec // 4:
            return self._ball(self.H), fmpz(1)
        return self._ball(numerators), denominator

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

    def pivot(self, J: tuple[int, ...]) -> Pivot | None:
        """The pivot of d H at J; None where balls do as well, or doubles do not show that H_JJ is regular."""
        if len(J) < FEWEST:
            return None
        for found in self._pivots:
            if found.J == J and found.precision == ctx.prec:
                return found
        near = [p for p in self._pivots if p.precision == ctx.prec]
        before = min(near, key=lambda p: len(set(p.J).symmetric_difference(J)), default=None)
        entries, doubles = self._table()
        made = pivot(entries, doubles, J, before)
        if made is not None:
            self._pivots = [made, *self._pivots[: KEPT - 1]]
        return made

    def _table(self) -> tuple[list[arb], Array]:
        """The entries of d H, in balls and in doubles, made once for each precision."""
        if ctx.prec not in self._tables:
            H, d = self._scaled()
            self._tables = {ctx.prec: (H.entries(), in_doubles(self.H, d))}
        return self._tables[ctx.prec]

    def solve(self, J: tuple[int, ...], force: list[Number]) -> list[arb]:
        """sigma_J with H_JJ sigma_J = force. Errors: ZeroDivisionError."""
        made, column = self.pivot(J), arb_mat(len(J), 1, force)
        if made is None:
            return arb_mat(block(self.H, J, J)).solve(column).entries()
        return made.solve(column * self._scaled()[1]).entries()

    def settled(self, J: tuple[int, ...], x: Matrix) -> Matrix:
        """The rows x_J with g_J = 0, where every column of x holds a power of one variable, the first the constant.

        The rows J of `x` are 0. Exact where x is. Errors: Undecided where balls do not show that H_JJ is regular.
        """
        return self.balanced(J, x)[0]

    def balanced(self, J: tuple[int, ...], x: Matrix) -> tuple[Matrix, arb_mat | None]:
        """`settled`, and g where it comes along."""
        made = None if isinstance(x, fmpq_mat) else self.pivot(J)
        if made is not None:
            H, d = self._scaled()
            found, g = made.settled(H, [arb(self.h[k, 0] * d) for k in range(self.size)], x)
            return found, g * (1 / arb(d))
        inside, rows = self._around(J, isinstance(x, fmpq_mat))
        pushed = rows * x
        force = [(self.h[k, 0] if c == 0 else 0) - pushed[row, c] for row, k in enumerate(J) for c in range(x.ncols())]
        try:
            return inside.solve(type(x)(len(J), x.ncols(), force)), None
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
            self._alike[key] = self._proportional(sliding, a, b)
        return self._alike[key]

    def _proportional(self, J: tuple[int, ...], a: int, b: int) -> bool:
        """`proportional`, by ranks modulo a prime where they tell: they are never above the rank itself."""
        pairs = [self._least_rank((*J, *more)) for more in ((a,), (b,), (a, b))]
        if pairs[2] == len(J) + 2:
            return False
        if pairs[:2] == [len(J) + 1] * 2 and self._rank == len(J) + 1:
            return True
        return proportional(self._functions, J, a, b)

    def _least_rank(self, chosen: tuple[int, ...]) -> int:
        """A lower bound of the rank of these rows of [H | h]."""
        n = self.size + 1
        if chosen not in self._ranks:
            entries = self._residues
            rows = nmod_mat(len(chosen), n, [v for k in chosen for v in entries[k * n : k * n + n]], PRIME)
            self._ranks[chosen] = rows.rank()
        return self._ranks[chosen]

    @cached_property
    def _functions(self) -> fmpq_mat:
        """[H | h]."""
        n = self.size
        return fmpq_mat(n, n + 1, [e for k in range(n) for e in (*(self.H[k, j] for j in range(n)), self.h[k, 0])])

    @cached_property
    def _residues(self) -> list[int]:
        """[H | h] times a common denominator, modulo PRIME."""
        return [int(v % PRIME) for v in self._functions.numer_denom()[0].entries()]

    @cached_property
    def _rank(self) -> int:
        """The rank of [H | h]."""
        found: int = self._functions.rank()
        return found


def block(matrix: fmpq_mat, rows: tuple[int, ...], columns: tuple[int, ...]) -> fmpq_mat:
    """The submatrix with these rows and columns."""
    entries = [matrix[i, j] for i in rows for j in columns]
    return type(matrix)(len(rows), len(columns), entries)


def proportional(functions: fmpq_mat, J: tuple[int, ...], a: int, b: int) -> bool:
    """Whether rows a and b are proportional, and not 0, modulo the rows J."""

    def rank(*chosen: int) -> int:
        return block(functions, chosen, tuple(range(functions.ncols()))).rank() if chosen else 0

    return rank(*J, a, b) == rank(*J, a) == rank(*J, b) == rank(*J) + 1
