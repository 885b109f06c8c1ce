"""The sliding coordinates J of an affine g = Hx - h: x_J = H_JJ^{-1} (h_J - H_JM x_M), and g_M = S x_M + constant.

An error of x_M costs |C| |dx_M| in x_J and |S| |dx_M| in g_M, C = H_JJ^{-1} H_JM and S = H_MM - H_MJ C, where balls
put through H_JJ^{-1} would cost |H_JJ^{-1}| |H_JM| |dx_M| and more. Midpoints come from an approximate inverse B, which
is carried from one J to the next by bordering and is not trusted: with B' = B in doubles and |1 - B' H_JJ| <= delta < 1
in the maximum norm, a residual r = H_JJ z has
  |z| <= |B'| |r| + delta/(1 - delta) max(|B'| |r|).
A product of n doubles, summed in any order, is off by n u/(1 - n u) times that of the sizes (N. Higham, Accuracy and
Stability of Numerical Algorithms, section 3.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flint import arb, arb_mat, ctx, fmpq, fmpq_mat, fmpz
from numpy.typing import NDArray

from ....symbolic.errors import Undecided
from ...precision import bits

Array = NDArray[np.float64]

MOST = 4000  # coordinates up to which the constants here hold
STEPS = 4  # coordinates by which B is bordered before it is made anew
SLACK = 1 + 2.0**-20  # on sums of up to MOST sizes
TINY = 1e-130  # more than underflow costs in a product; and no product of two such is subnormal
ULP = 2.0**-51  # of a number made a double, and of a sum
SPREAD = 300  # bits below the largest size at which all that is smaller counts alike
WORST = 24  # bits by which what B leaves may exceed the rounding before B is made anew


@dataclass(eq=False)
class Pivot:
    """J and the other coordinates M, the rows H_J, H_JJ, B, and bounds of |B'|, delta/(1 - delta), |C| and |S|."""

    J: tuple[int, ...]
    M: tuple[int, ...]
    rows: arb_mat
    inside: arb_mat
    B: arb_mat
    precision: int
    inverse: Array
    kappa: float
    C: Array
    S: Array

    def solve(self, force: arb_mat) -> arb_mat:
        """H_JJ^{-1} force."""
        found = (self.B * force.mid()).mid()
        rest, unit = sizes(force - self.inside * found)
        return _widened(found, _undone(self.inverse, self.kappa, rest), unit)

    def settled(self, H: arb_mat, h: Sequence[arb], x: arb_mat) -> tuple[arb_mat, arb_mat]:
        """x_J with g_J = 0, and g (0 for J), where the columns of x hold the powers of one variable.

        Arguments: H and h; x with rows of 0 for J.
        """
        J, M, middle = self.J, self.M, x.mid()
        push = self.rows * middle
        for row, k in enumerate(J):
            push[row, 0] = push[row, 0] - h[k]
        fresh = False
        while True:
            found = -(self.B * push.mid()).mid()
            _put(middle, J, found)
            g = H * middle
            for k, value in enumerate(h):
                g[k, 0] = g[k, 0] - value
            rest, unit = sizes(_rows(g, J))
            off = _undone(self.inverse, self.kappa, rest)
            if fresh or _small(off, unit, found):
                break
            self.B, fresh = _inverse(self.inside), True
        radii, other = sizes(_rows(x, M), radii=True)
        top = max(unit, other)
        rest, off, radii = _in(rest, unit - top), _in(off, unit - top), _in(radii, other - top)
        _put(g, J, arb_mat(len(J), x.ncols()))
        _put(g, M, _widened(_rows(g, M), _product(self.C.T, rest) + _product(self.S, radii), top))
        return _widened(found, off + _product(self.C, radii), top), g


def pivot(H: list[arb], doubles: Array, J: tuple[int, ...], before: Pivot | None) -> Pivot | None:
    """The pivot at J, its B from the one `before` where J differs by few; None where doubles do not show H_JJ regular.

    Arguments: the entries of H, row by row, and H in doubles, each of which is off by ULP of its size at most.
    """
    n, within = len(doubles), set(J)
    M = tuple(k for k in range(n) if k not in within)
    bounds = _bounds(doubles, J, M) if n <= MOST else None
    if bounds is None:
        return None
    rows = arb_mat(len(J), n, [v for k in J for v in H[k * n : k * n + n]])
    inside = arb_mat(len(J), len(J), [H[i * n + k] for i in J for k in J])
    try:
        if before is None or before.precision < ctx.prec or len(within.symmetric_difference(before.J)) > STEPS:
            B = _inverse(inside)
        else:
            B = _carried(before, H, n, J)
    except ZeroDivisionError:
        return None
    return Pivot(J, M, rows, inside, B, ctx.prec, *bounds)


def in_doubles(H: fmpq_mat, d: fmpz) -> Array:
    """d H, correctly rounded; infinite where an entry is too large."""

    def rounded(v: fmpq) -> float:
        try:
            return int(v.p) / int(v.q)
        except OverflowError:
            return float("inf")

    return np.array([rounded(v * d) for v in H.entries()]).reshape(H.nrows(), H.ncols())


def _bounds(H: Array, J: tuple[int, ...], M: tuple[int, ...]) -> tuple[Array, float, Array, Array] | None:
    """Bounds of |B'|, delta/(1 - delta), |C| and |S| for every matrix that H stands for."""
    a, b, d = H[np.ix_(J, J)], H[np.ix_(J, M)], H[np.ix_(M, M)]
    gamma = (len(H) + 8) * 2.0**-52 + ULP
    with np.errstate(all="ignore"):
        try:
            B = np.asarray(np.linalg.inv(a), dtype=np.float64)
        except np.linalg.LinAlgError:
            return None
        size: Array = abs(B)
        away = abs(np.eye(len(J)) - B @ a) + gamma * _product(size, abs(a)) + ULP
        delta = float(away.sum(axis=1).max() * SLACK)
        if not delta < 1 / 4:  # nan among them
            return None
        kappa = delta / (1 - delta) * SLACK
        C = B @ b
        left = abs(b - a @ C) + gamma * (abs(b) + _product(abs(a), abs(C)))
        off = _undone(size, kappa, (left + TINY) * SLACK)
        S = d - b.T @ C
        lost = gamma * (abs(d) + _product(abs(b.T), abs(C))) + _product(abs(b.T), off)
        found = size, kappa, (abs(C) + off) * SLACK + TINY, (abs(S) + lost) * SLACK + TINY
    return found if all(np.isfinite(part).all() for part in found) else None


def _product(a: Array, b: Array) -> Array:
    """A bound of the product of two arrays >= 0."""
    found: Array = (a @ b) * SLACK + TINY
    return found


def _undone(inverse: Array, kappa: float, r: Array) -> Array:
    """A bound of |H_JJ^{-1} r|, column by column."""
    direct = _product(inverse, r)
    found: Array = (direct + kappa * direct.max(axis=0)) * SLACK
    return found


def _inverse(inside: arb_mat) -> arb_mat:
    """Some B near H_JJ^{-1}. Errors: ZeroDivisionError."""
    n = inside.nrows()
    one = arb_mat(n, n, [int(i == j) for i in range(n) for j in range(n)])
    return inside.solve(one, algorithm="approx").mid()


def _carried(before: Pivot, H: list[arb], size: int, J: tuple[int, ...]) -> arb_mat:
    """Some B near H_JJ^{-1}, from that of a J that differs by few coordinates. Errors: ZeroDivisionError.

    [[A, a], [a^T, c]]^{-1} = [[A^{-1} + u u^T/p, -u/p], [-u^T/p, 1/p]], u = A^{-1} a and p = c - a^T u; and backwards.
    """
    B, here = before.B, list(before.J)
    for k in [k for k in here if k not in J]:
        at, n = here.index(k), len(here)
        entries = B.entries()
        column = arb_mat(n, 1, entries[at::n])
        entries = (B - column * (column.transpose() * _reciprocal(B[at, at]))).mid().entries()
        here.remove(k)
        B = arb_mat(
            n - 1, n - 1, [v for i in range(n) if i != at for j, v in enumerate(entries[i * n : i * n + n]) if j != at]
        )
    for k in [k for k in J if k not in here]:
        n = len(here)
        at = sum(j < k for j in here)
        a = arb_mat(n, 1, [H[j * size + k] for j in here])
        u = (B * a).mid()
        p = _reciprocal((H[k * size + k] - (a.transpose() * u)[0, 0]).mid())
        entries = (B + u * (u.transpose() * p)).mid().entries()
        border = [(-v * p).mid() for v in u.entries()]
        found: list[arb] = []
        for i in range(n + 1):
            row = border if i == at else entries[(i - (i > at)) * n : (i - (i > at) + 1) * n]
            found += [*row[:at], p if i == at else border[i - (i > at)], *row[at:]]
        here.insert(at, k)
        B = arb_mat(n + 1, n + 1, found)
    return B


def _reciprocal(v: arb) -> arb:
    """1/v, roughly. Errors: ZeroDivisionError."""
    if v == 0:
        raise ZeroDivisionError
    return (1 / v.mid()).mid()


def sizes(matrix: arb_mat, radii: bool = False) -> tuple[Array, int]:
    """Bounds of the sizes, or of the radii, of the entries: doubles, in units of 2^(the second). Errors: Undecided."""
    parts, powers = [], []
    with bits(30):
        for v in matrix.entries():
            if not v.is_finite():
                raise Undecided("a number without a bound")
            mantissa, power = (v.rad() if radii else v.abs_upper()).man_exp()
            parts.append(int(mantissa))
            powers.append(int(power) if mantissa else None)
    unit = max((power for power in powers if power is not None), default=0)
    found = [
        0.0 if power is None else part * 2.0 ** max(power - unit, -SPREAD)
        for part, power in zip(parts, powers, strict=True)
    ]
    return np.array(found).reshape(matrix.nrows(), matrix.ncols()), unit


def _in(found: Array, power: int) -> Array:
    """The sizes in a larger unit."""
    scaled: Array = np.ldexp(found, max(power, -2000)) + TINY
    return scaled


def _small(off: Array, unit: int, found: arb_mat) -> bool:
    """Whether what B leaves is of the size of roundings."""
    most, power = sizes(found)
    return bool(off.max() <= most.max() * 2.0 ** min(max(WORST - ctx.prec + power - unit, -1000), 1000))


def _widened(matrix: arb_mat, off: Array, unit: int) -> arb_mat:
    """The entries with more added to their radii. Errors: Undecided."""
    if not np.isfinite(off).all():
        raise Undecided("a number without a bound")
    power = arb(2) ** unit
    entries = [v + arb(0, more) * power for v, more in zip(matrix.entries(), off.ravel().tolist(), strict=True)]
    return arb_mat(matrix.nrows(), matrix.ncols(), entries)


def _rows(matrix: arb_mat, rows: Sequence[int]) -> arb_mat:
    entries, n = matrix.entries(), matrix.ncols()
    return arb_mat(len(rows), n, [v for k in rows for v in entries[k * n : k * n + n]])


def _put(matrix: arb_mat, rows: Sequence[int], values: arb_mat) -> None:
    for row, k in enumerate(rows):
        for c in range(matrix.ncols()):
            matrix[k, c] = values[row, c]
