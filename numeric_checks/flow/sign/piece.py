"""One smooth piece of the sign flow: dy_k/dt = s_k - alpha y_k, s_k = sign g_k, or s_k in (-1, 1) keeping g_k = 0.

Sliding (theory: section 0): x_J from g_J = 0, then y_k from x_k, and s_k = -(x_k' + alpha L x_k)/D_k with
D_k = sum_i prod_{j != i} |w_j|, since x' = -s D - alpha L x.

The clock starts at the piece's origin, at or slightly before the event at which the piece begins: the formulas hold on
both sides of it. A coordinate that the event leaves alone is carried from origin to origin, and so takes nothing from
the radius of the time of the event: radii do not grow from event to event.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from flint import arb, arb_mat, arb_poly, ctx, fmpq, fmpq_mat

from ...numbers import Matrix, Number
from .affine import Affine
from .decay_clock import Clock, Constant
from .gradient import Gradient
from .logistic import UNKNOWN
from .weights import Weights, level_hull, product, symmetric

ZERO = fmpq(0)


@dataclass(frozen=True)
class Motion:
    """At one clock time: w (moving coordinates only), x, x', x'', y and s; None where a coordinate slides."""

    P: Number
    w: list[list[Number] | None]
    y: list[Number]
    x: list[Number]
    first: list[Number]
    second: list[Number]


@dataclass(frozen=True, eq=False)
class Piece:
    """The origin of a piece and what stays constant on it: s[k] in {-1, 0, 1}, or None where k slides.

    order[k] is the order of the zero of g_k where the piece begins (0 where g_k does not vanish there); `begin` is that
    time, and `offset` the clock there. y[k] of a sliding coordinate is only where its search starts.
    """

    clock: Clock
    gradient: Gradient
    weights: tuple[Weights, ...]
    P: Number
    y: tuple[Number, ...]
    s: tuple[int | None, ...]
    order: tuple[int, ...]
    begin: Number
    offset: Number = ZERO

    @property
    def numbers(self) -> list[Number]:
        """What the precision of the piece rests on."""
        return [self.begin, self.P, *(self.y[k] for k in self.moving)]

    @cached_property
    def sliding(self) -> tuple[int, ...]:
        return tuple(k for k, s in enumerate(self.s) if s is None)

    @cached_property
    def moving(self) -> tuple[int, ...]:
        return tuple(k for k, s in enumerate(self.s) if s is not None)

    @cached_property
    def exact(self) -> bool:
        """Whether g and the moving weights are rational polynomials of the clock."""
        numbers = (self.P, *(self.y[k] for k in self.moving))
        return self.polynomial and all(isinstance(number, fmpq) for number in numbers)

    @property
    def polynomial(self) -> bool:
        """Whether g and the moving weights are polynomials of the clock."""
        return isinstance(self.clock, Constant) and isinstance(self.gradient, Affine)

    def place(self, v: Number) -> Motion:
        """The moving coordinates, and x of all, at the clock time v."""
        clock, depth, n = self.clock, len(self.weights[0].c), len(self.s)
        E, B, alpha, bend = clock.E(v), clock.B(v), clock.rate(v), clock.rate_slope(v)
        P = self.P * E
        w: list[list[Number] | None] = [None] * n
        y: list[Number] = [None] * n
        x: list[Number] = [None] * n
        first: list[Number] = [None] * n
        second: list[Number] = [None] * n
        for k in self.moving:
            s, weights = self.s[k] or 0, self.weights[k]
            y[k] = self.y[k] * E + s * B
            row = w[k] = weights.at(P, y[k])
            size, D, rest = symmetric([e * value for e, value in zip(weights.e, row, strict=True)])
            x[k] = weights.side * size
            first[k] = -s * D - alpha * depth * x[k]
            turn = -2 * weights.side * s * rest - alpha * (depth - 1) * D
            second[k] = -s * turn - alpha * depth * first[k] - bend * depth * x[k]
        if self.sliding and self.polynomial:
            for k in self.sliding:
                x[k], first[k], second[k] = self.moved(k, v)
        elif self.sliding:
            start = [product(weights.at(self.P, y)) for weights, y in zip(self.weights, self.y, strict=True)]
            self.gradient.slide(self.sliding, self.moving, start, (x, first, second))
        return Motion(P, w, y, x, first, second)

    def spot(self, v: Number) -> tuple[list[list[Number] | None], list[Number]]:
        """w of the moving coordinates, and x of all, at the clock time v."""
        if self.sliding and not self.polynomial:
            at = self.place(v)
            return at.w, at.x
        P, E, B = self.P * self.clock.E(v), self.clock.E(v), self.clock.B(v)
        parts = zip(self.weights, self.y, self.s, strict=True)
        w = [None if s is None else weights.at(P, y * E + s * B) for weights, y, s in parts]
        if not self.sliding:
            return w, [product(row) for row in w if row is not None]
        positions = self._along()[0]
        powers = arb_mat(positions.ncols(), 1, [arb(v) ** p for p in range(positions.ncols())])
        found = positions * powers
        return w, [found[k, 0] if row is None else product(row) for k, row in enumerate(w)]

    def dual(self, k: int, P: Number, x: Number) -> Number:
        """y_k where k slides."""
        weights = self.weights[k]
        a = [e * c for e, c in zip(weights.e, weights.c, strict=True)]
        return -weights.side * level_hull(a, P, weights.side * x, -weights.side * arb(self.y[k]))

    def slope(self, k: int, v: Number, at: Motion | None = None) -> tuple[arb, arb]:
        """s_k and ds_k/dt of a sliding k; `at` is the motion at v where x is no polynomial."""
        alpha, bend, depth = self.clock.rate(v), self.clock.rate_slope(v), len(self.weights[0].c)
        P = self.P * self.clock.E(v)
        x, first, second = self.moved(k, v) if at is None else (at.x[k], at.first[k], at.second[k])
        weights = self.weights[k]
        w = weights.at(P, self.dual(k, P, x))
        _, D, rest = symmetric([e * value for e, value in zip(weights.e, w, strict=True)])
        if not D > 0:
            return UNKNOWN, UNKNOWN
        s = -(first + alpha * depth * x) / D
        turn = -2 * weights.side * s * rest - alpha * (depth - 1) * D
        force = second + alpha * depth * first + bend * depth * x
        return s, -(force + s * turn) / D

    def duals(self, v: Number) -> tuple[Number, tuple[Number, ...]]:
        """P and y of every coordinate at the clock time v."""
        E, B = self.clock.E(v), self.clock.B(v)
        P, y = self.P * E, [y if s is None else y * E + s * B for y, s in zip(self.y, self.s, strict=True)]
        place = self.place(v).x if self.sliding and not self.polynomial else None
        for k in self.sliding:
            y[k] = self.dual(k, P, self.position(k)(v) if place is None else place[k])
        return P, tuple(y)

    def state(self, v: Number) -> list[list[Number]]:
        """All weights at the clock time v."""
        P, y = self.duals(v)
        return [weights.at(P, value) for weights, value in zip(self.weights, y, strict=True)]

    def moved(self, k: int, v: Number) -> tuple[Number, Number, Number]:
        """x_k, x_k' and x_k'' on a polynomial piece."""
        x, slope, alpha = self.position(k), self.clock.slope(v), self.clock.rate(v)
        rate = x.derivative()
        first, second = rate(v), rate.derivative()(v)
        return x(v), first * slope, second * slope * slope - alpha * first * slope

    def position(self, k: int) -> arb_poly:
        """x_k as a polynomial of the clock in balls, on a polynomial piece."""
        return _row(self._along()[0], k)

    def gradients(self) -> list[arb_poly]:
        """g as polynomials of the clock in balls, on a polynomial piece."""
        g = self._along()[1]
        return [_row(g, k) for k in range(len(self.s))]

    def _along(self) -> tuple[arb_mat, arb_mat]:
        """x and g by powers of the clock, at the precision in force or a higher one."""
        found = _recent(self)
        if not found or found[0][0] < ctx.prec:
            assert isinstance(self.gradient, Affine)
            x, g = self._balanced(arb_mat)
            found[:] = [(ctx.prec, x, self.gradient.along(x) if g is None else g)]
        return found[0][1:]

    def _balanced(self, kind: type[Matrix]) -> tuple[Matrix, arb_mat | None]:
        """x by powers of the clock, and g where it comes along."""
        assert isinstance(self.gradient, Affine)
        x = self._products(kind)
        if not self.sliding:
            return x, None
        found, g = self.gradient.balanced(self.sliding, x)
        for row, k in enumerate(self.sliding):
            for c in range(x.ncols()):
                x[k, c] = found[row, c]
        return x, g

    def exact_gradient(self, k: int) -> list[fmpq]:
        """g_k by powers of the clock on an exact piece."""
        assert isinstance(self.gradient, Affine)
        return self.gradient.row_along(k, self._exact_positions())

    @lru_cache(maxsize=4)  # noqa: B019 (pieces are compared by identity, and few are kept)
    def _exact_positions(self) -> fmpq_mat:
        return self._balanced(fmpq_mat)[0]

    def _products(self, kind: type[Matrix]) -> Matrix:
        """x of the moving coordinates by powers of the clock; rows of 0 for the others."""
        assert isinstance(self.clock, Constant)
        alpha, depth = self.clock.alpha, len(self.weights[0].c)
        rows: list[Number] = []
        for weights, y, s in zip(self.weights, self.y, self.s, strict=True):
            if s is None:
                rows += [fmpq(0)] * (depth + 1)
                continue
            start = weights.at(self.P, y)
            rows += coefficients(start, [d * s - alpha * w for d, w in zip(weights.d, start, strict=True)])
        return kind(len(self.s), depth + 1, rows)

    def rebased(self, before: Piece, v: Number) -> Piece:
        """This piece, which begins at the clock time v of `before` with the numbers of that time, from an origin that
        is exact there: a lower bound of v."""
        here, there = self.clock, before.clock
        if isinstance(v, fmpq) or not (isinstance(here, Constant) and isinstance(there, Constant) and self.polynomial):
            return self
        if here.alpha != there.alpha:
            return self
        low, alpha = v.lower(), here.alpha
        offset = (v - low) / (1 - alpha * low)
        back = (low - v) / (1 - alpha * v)  # the way back to the origin, in the clock of the time v
        y = []
        for k, (s, value) in enumerate(zip(self.s, self.y, strict=True)):
            if s is not None and s == before.s[k]:
                y.append(before.y[k] * there.E(low) + s * there.B(low))
            else:
                y.append(value if s is None else value * (1 - alpha * back) + s * back)
        clock = Constant(alpha, there.start + there.elapsed(low))
        return replace(self, clock=clock, P=before.P * there.E(low), y=tuple(y), offset=offset)


@lru_cache(maxsize=4)
def _recent(piece: Piece) -> list[tuple[int, arb_mat, arb_mat]]:
    """Where a piece keeps x and g: few pieces do at a time."""
    return []


def _row(matrix: arb_mat, k: int) -> arb_poly:
    return arb_poly([matrix[k, c] for c in range(matrix.ncols())])


def coefficients(start: list[Number], steps: list[Number]) -> list[Number]:
    """prod_i (start_i + steps_i v) by powers of v."""
    found = [start[0], steps[0]]
    for a, b in zip(start[1:], steps[1:], strict=True):
        found = [
            found[0] * a,
            *(found[p] * a + found[p - 1] * b for p in range(1, len(found))),
            found[-1] * b,
        ]
    return found
