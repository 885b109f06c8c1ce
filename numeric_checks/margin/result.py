"""What a margin computation returns, and the norms: ||x||_r^r = sum_k |x_k|^r, ||x||_inf = max_k |x_k|."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from flint import arb

from ...symbolic.errors import InputError, several
from ..balls import ball, power

Vector = tuple[Fraction, ...]
Data = tuple[Vector, ...]


@dataclass(frozen=True)
class Margin:
    """max min_i z_i.x over ||x||_r <= 1 as balls: r (None for infinity), the value, a maximiser, multipliers c >= 0.

    kind: "exact" (a linear program, solved in rationals), "enclosed" (convex, duality gap and uniform convexity),
    "enumerated" (r < 1: every vertex), "local" (r < 1: a vertex that no neighbour of the search improves).
    `residual` bounds the KKT residual at the point and the multipliers shown. `spread` is, where there are several
    maximisers, the range of each coordinate over all of them; `others` are further local maxima (value, point).
    """

    r: Fraction | None
    kind: str
    value: arb
    point: tuple[arb, ...]
    multipliers: tuple[arb, ...]
    residual: arb
    reason: str
    spread: tuple[tuple[Fraction, Fraction], ...] | None = None
    others: tuple[tuple[arb, tuple[arb, ...]], ...] = ()

    @property
    def direction(self) -> tuple[arb, ...]:
        """The point with its largest entry 1 in size."""
        largest = max(self.point, key=lambda v: float(abs(v).mid()))
        return tuple(v / abs(largest) if v is not largest else arb(1 if v > 0 else -1) for v in self.point)


def norm(x: Sequence[arb], r: Fraction | None) -> arb:
    """||x||_r."""
    if r is None:
        return reduce(arb.max, (size(v) for v in x))
    return power(sum((size_power(v, r) for v in x), arb(0)), 1 / r)


def size(v: arb) -> arb:
    """|v|, as a ball in [0, inf) up to rounding."""
    return abs(v)


def size_power(v: arb, r: Fraction) -> arb:
    """|v|^r for r > 0, also where the ball contains 0."""
    if v > 0 or v < 0 or v == 0:
        return power(abs(v), r)
    return power(v.abs_upper(), r).union(arb(0))


def signed(v: arb, r: Fraction) -> arb:
    """<v>^r for r > 0, also where the ball contains 0."""
    if v > 0 or v == 0:
        return power(v, r)
    if v < 0:
        return -power(-v, r)
    bound = power(v.abs_upper(), r)
    return bound.union(-bound)


def products(Z: Data, x: Sequence[arb]) -> list[arb]:
    """z_i.x."""
    return [sum((ball(a) * v for a, v in zip(z, x, strict=True)), arb(0)) for z in Z]


def combined(Z: Data, c: Sequence[arb]) -> list[arb]:
    """sum_i c_i z_i."""
    return [sum((ball(z[k]) * v for z, v in zip(Z, c, strict=True)), arb(0)) for k in range(len(Z[0]))]


def labelled(X: Data, y: Vector) -> Data:
    """z_i = y_i X_i, each once. Errors: InputError."""
    if odd := [label for label in y if label not in (-1, 1)]:
        raise InputError("y", odd[0], "every label is -1 or 1")
    if len(X) != len(y):
        raise InputError("y", several(len(y), "label"), f"X has {several(len(X), 'row')}: give a label to each")
    return tuple(dict.fromkeys(tuple(label * v for v in row) for row, label in zip(X, y, strict=True)))
