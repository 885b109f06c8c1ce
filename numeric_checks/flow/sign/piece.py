"""One smooth piece of the sign flow: dy_k/dt = s_k - alpha y_k, s_k = sign g_k, or s_k in (-1, 1) keeping g_k = 0.

Sliding (theory: section 0): x_J from g_J = 0, then y_k from x_k, and s_k = -(x_k' + alpha L x_k)/D_k with
D_k = sum_i prod_{j != i} |w_j|, since x' = -s D - alpha L x.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import arb, arb_mat, fmpq, fmpq_mat

from ...numbers import Number
from .affine import Affine
from .decay_clock import Clock, Constant
from .gradient import Gradient
from .logistic import UNKNOWN
from .weights import Weights, level_hull, product, symmetric


@dataclass(frozen=True)
class Motion:
    """At one clock time: w (moving coordinates only), x, x', x'', y and s; None where a coordinate slides."""

    P: Number
    w: list[Number]
    y: list[Number]
    x: list[Number]
    first: list[Number]
    second: list[Number]


@dataclass(frozen=True)
class Piece:
    """The start of a piece and what stays constant on it: s[k] in {-1, 0, 1}, or None where k slides.

    order[k] is the order of the zero of g_k at the start of the piece (0 where g_k does not vanish there).
    """

    clock: Clock
    gradient: Gradient
    weights: tuple[Weights, ...]
    P: Number
    y: tuple[Number, ...]
    s: tuple[int | None, ...]
    order: tuple[int, ...]

    @property
    def numbers(self) -> list[Number]:
        """What the precision of the piece rests on."""
        return [self.clock.start, self.P, *self.y]

    @property
    def sliding(self) -> tuple[int, ...]:
        return tuple(k for k, s in enumerate(self.s) if s is None)

    @property
    def moving(self) -> tuple[int, ...]:
        return tuple(k for k, s in enumerate(self.s) if s is not None)

    @property
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
        w: list[Number] = [None] * n
        y: list[Number] = [None] * n
        x: list[Number] = [None] * n
        first: list[Number] = [None] * n
        second: list[Number] = [None] * n
        for k in self.moving:
            s, weights = self.s[k] or 0, self.weights[k]
            y[k] = self.y[k] * E + s * B
            w[k] = weights.at(P, y[k])
            size, D, rest = symmetric([e * value for e, value in zip(weights.e, w[k], strict=True)])
            x[k] = weights.side * size
            first[k] = -s * D - alpha * depth * x[k]
            turn = -2 * weights.side * s * rest - alpha * (depth - 1) * D
            second[k] = -s * turn - alpha * depth * first[k] - bend * depth * x[k]
        if self.sliding:
            start = [product(weights.at(self.P, y)) for weights, y in zip(self.weights, self.y, strict=True)]
            self.gradient.slide(self.sliding, self.moving, start, (x, first, second))
        return Motion(P, w, y, x, first, second)

    def dual(self, k: int, at: Motion) -> Number:
        """y_k where k slides."""
        weights = self.weights[k]
        a = [e * c for e, c in zip(weights.e, weights.c, strict=True)]
        return -weights.side * level_hull(a, at.P, weights.side * at.x[k], -weights.side * arb(self.y[k]))

    def slopes(self, v: Number) -> dict[int, tuple[arb, arb]]:
        """s_k and ds_k/dt for the sliding k."""
        at = self.place(v)
        alpha, bend, depth = self.clock.rate(v), self.clock.rate_slope(v), len(self.weights[0].c)
        found = {}
        for k in self.sliding:
            weights = self.weights[k]
            w = weights.at(at.P, self.dual(k, at))
            _, D, rest = symmetric([e * value for e, value in zip(weights.e, w, strict=True)])
            if not D > 0:
                found[k] = UNKNOWN, UNKNOWN
                continue
            s = -(at.first[k] + alpha * depth * at.x[k]) / D
            turn = -2 * weights.side * s * rest - alpha * (depth - 1) * D
            force = at.second[k] + alpha * depth * at.first[k] + bend * depth * at.x[k]
            found[k] = s, -(force + s * turn) / D
        return found

    def duals(self, v: Number) -> tuple[Number, tuple[Number, ...]]:
        """P and y of every coordinate at the clock time v."""
        at = self.place(v)
        return at.P, tuple(y if y is not None else self.dual(k, at) for k, y in enumerate(at.y))

    def state(self, v: Number) -> list[list[Number]]:
        """All weights at the clock time v."""
        P, y = self.duals(v)
        return [weights.at(P, value) for weights, value in zip(self.weights, y, strict=True)]

    def gradients(self) -> dict[int, Number]:
        """g_k as a polynomial of the clock, for the moving k (affine gradients, constant alpha)."""
        assert isinstance(self.gradient, Affine) and isinstance(self.clock, Constant)
        reduced = self.gradient.reduced(self.sliding)
        alpha, depth = self.clock.alpha, len(self.weights[0].c)
        exact = self.exact
        Matrix = fmpq_mat if exact else arb_mat
        rows = []
        for k in self.moving:
            start = self.weights[k].at(self.P, self.y[k])
            steps = [d * (self.s[k] or 0) - alpha * w for d, w in zip(self.weights[k].d, start, strict=True)]
            rows.append(coefficients(start, steps))
        x = Matrix(len(rows), depth + 1, [c for row in rows for c in row])
        g = (reduced.schur if exact else arb_mat(reduced.schur)) * x
        found = {}
        for row, k in enumerate(self.moving):
            found[k] = [g[row, power] for power in range(depth + 1)]
            found[k][0] = found[k][0] - reduced.rest[row, 0]
        return found


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
