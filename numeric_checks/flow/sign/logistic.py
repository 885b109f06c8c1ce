"""The logistic gradient g = -X^T sigma(-Xx) (rows multiplied by their labels), H = X^T diag(sigma(1 - sigma)) X.

Where the coordinates J slide, x_J solves g_J = 0: unique, since f is strictly convex in x_J where the columns J are
independent; Krawczyk's operator encloses it.
"""

from __future__ import annotations

from flint import arb, arb_mat, ctx, fmpq, fmpq_mat

from ...balls import logistic
from ...numbers import Number
from .affine import block, proportional

UNKNOWN = arb(0, float("inf"))


class Bernoulli:
    """g = -X^T sigma(-Xx) for rational rows X; balls of X are made once, at the precision of the moment."""

    def __init__(self, rows: list[list[fmpq]], size: int):
        self.rows, self.size = rows, size
        self._X = arb_mat(len(rows), size, [arb(a) for row in rows for a in row])
        self._transposed = self._X.transpose()

    def absent(self, k: int) -> bool:
        """Whether g_k vanishes identically."""
        return all(row[k] == 0 for row in self.rows)

    def side(self, k: int) -> int:
        """The sign that g_k has everywhere, where the entries of column k agree in sign; else 0."""
        signs = {(row[k] > 0) - (row[k] < 0) for row in self.rows} - {0}
        return -signs.pop() if len(signs) == 1 else 0

    def alone(self, k: int) -> bool:
        """Whether g_k vanishes with x_k and not before: never known here."""
        return False

    def _weights(self, x: list[Number]) -> list[arb]:
        """sigma(-z), z = Xx."""
        z = self._X * arb_mat(self.size, 1, x)
        return [logistic(z[r, 0]) for r in range(len(self.rows))]

    def value(self, x: list[Number]) -> list[arb]:
        """g at x."""
        g = self._transposed * arb_mat(len(self.rows), 1, self._weights(x))
        return [-g[k, 0] for k in range(self.size)]

    def hessian(self, x: list[Number]) -> arb_mat:
        weights = [s * (1 - s) for s in self._weights(x)]
        scaled = [w * self._X[r, k] for r, w in enumerate(weights) for k in range(self.size)]
        return self._transposed * arb_mat(len(weights), self.size, scaled)

    def derivatives(self, x: list[Number], first: list[Number], second: list[Number]) -> list[list[arb]]:
        """g, dg/dt and d2g/dt2 along x(t)."""
        n, H, turn = self.size, self.hessian(x), self._turn(x, first)
        rates = [sum((H[k, j] * first[j] for j in range(n)), arb(0)) for k in range(n)]
        bends = [turn[k] + sum((H[k, j] * second[j] for j in range(n)), arb(0)) for k in range(n)]
        return [self.value(x), rates, bends]

    def _turn(self, x: list[Number], first: list[Number]) -> list[arb]:
        """dH/dt x': sum_r X_r c''(z_r) (dz_r/dt)^2, c'' = -sigma (1 - sigma)(1 - 2 sigma) at sigma(-z)."""
        speeds = self._X * arb_mat(self.size, 1, first)
        bends = [-s * (1 - s) * (1 - 2 * s) * speeds[r, 0] * speeds[r, 0] for r, s in enumerate(self._weights(x))]
        turn = self._transposed * arb_mat(len(bends), 1, bends)
        return [turn[k, 0] for k in range(self.size)]

    def regular(self, chosen: tuple[int, ...]) -> bool:
        """Whether the Hessian restricted to the chosen coordinates is invertible: their columns are independent."""
        return fmpq_mat([[row[k] for k in chosen] for row in self.rows]).rank() == len(chosen)

    def alike(self, sliding: tuple[int, ...], a: int, b: int) -> bool:
        """Whether g_a and g_b are proportional wherever g_J = 0, shown by the columns of X."""
        functions = fmpq_mat([[row[k] for row in self.rows] for k in range(self.size)])
        return proportional(functions, sliding, a, b)

    def slide(
        self, J: tuple[int, ...], M: tuple[int, ...], start: list[Number], motion: tuple[list[Number], ...]
    ) -> None:
        """Fills x, x' and x'' of the sliding coordinates J, from g_J = 0 and the moving coordinates M."""
        x, first, second = motion
        solution = self._solve(J, x, start)
        for row, k in enumerate(J):
            x[k] = UNKNOWN if solution is None else solution[row]
            first[k] = second[k] = UNKNOWN
        if solution is None:
            return
        H = self.hessian(x)
        try:
            inverse = block(H, J, J).inv()
        except ZeroDivisionError:
            return
        force = [sum((H[k, m] * first[m] for m in M), arb(0)) for k in J]
        for row, k in enumerate(J):
            first[k] = -sum((inverse[row, c] * force[c] for c in range(len(J))), arb(0))
        turn = self._turn(x, first)
        force = [turn[k] + sum((H[k, m] * second[m] for m in M), arb(0)) for k in J]
        for row, k in enumerate(J):
            second[k] = -sum((inverse[row, c] * force[c] for c in range(len(J))), arb(0))

    def _solve(self, J: tuple[int, ...], x: list[Number], start: list[Number]) -> list[arb] | None:
        """x_J in balls, or None where Krawczyk's test fails."""
        n = len(J)
        point = [arb(start[k] if k in J else x[k]).mid() for k in range(self.size)]
        inverse, size = None, self._defect(J, point)
        for _ in range(60):
            try:
                inverse = arb_mat(block(self.hessian(point), J, J)).inv()
            except ZeroDivisionError:
                return None
            g = self.value(point)
            step = [sum((inverse[r, c] * g[k] for c, k in enumerate(J)), arb(0)).mid() for r in range(n)]
            for damping in (1, 0.25, 0.01):
                trial = list(point)
                for r, k in enumerate(J):
                    trial[k] = (point[k] - damping * step[r]).mid()
                new = self._defect(J, trial)
                if new < size:
                    break
            else:
                break
            point, size = trial, new
        if inverse is None:
            return None
        C = [[inverse[r, c].mid() for c in range(n)] for r in range(n)]
        around = [point[k] if k in J else arb(x[k]) for k in range(self.size)]
        g = self.value(around)
        shift = [sum((C[r][c] * g[k] for c, k in enumerate(J)), arb(0)) for r in range(n)]
        width = [
            2 * abs(s).upper() + arb(2) ** (12 - ctx.prec) * (1 + abs(point[k])) for s, k in zip(shift, J, strict=True)
        ]
        for _ in range(4):
            box = list(around)
            for r, k in enumerate(J):
                box[k] = point[k] + width[r] * arb(0, 1)
            H = self.hessian(box)
            image = []
            for r, k in enumerate(J):
                value = point[k] - shift[r]
                for c, j in enumerate(J):
                    entry = (1 if r == c else 0) - sum((C[r][i] * H[J[i], j] for i in range(n)), arb(0))
                    value = value + entry * (box[j] - point[j])
                image.append(value)
            if all(box[k].contains_interior(value) for k, value in zip(J, image, strict=True)):
                return image
            width = [3 * w for w in width]
        return None

    def _defect(self, J: tuple[int, ...], x: list[Number]) -> arb:
        g = self.value(x)
        return sum((abs(g[k]).mid() for k in J), arb(0)).mid()
