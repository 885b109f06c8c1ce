"""The flow as y' = F(t, y), written once over any arithmetic: balls, complex balls, power series, Taylor recurrences.

dw_i/dt = -<g>^r <prod_{j != i} w_j>^r - alpha(t) w_i,  r = q - 1, and beside it gain' = <g>^r (theory: section 1).
On a smooth piece with 1 < q < 2 every w_i and g_k keeps its sign s, so that <w>^r = s (s w)^r is analytic.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Protocol

from flint import arb, fmpq

from .problem import LeastSquares, Linear, Logistic, Problem, Quadratic

Element = Any  # what an Arithmetic computes with


class OutsideDomain(ArithmeticError):
    """A power, logarithm or quotient met a set on which it is not analytic."""


class Arithmetic(Protocol):
    """What a field needs beyond + - *: powers of something positive, exponentials, reciprocals."""

    def power(self, base: Element, exponent: Fraction) -> Element: ...

    def exp(self, exponent: Element) -> Element: ...

    def inverse(self, divisor: Element) -> Element: ...

    def combine(self, coefficients: Sequence[arb], elements: Sequence[Element], shift: arb) -> Element: ...


class Field(Protocol):
    """y' = F(t, y) for the first `core` components; the `passive` ones are integrals that F does not depend on."""

    core: int
    passive: int

    def rates(self, time: Element, state: Sequence[Element], arithmetic: Arithmetic) -> list[Element]: ...


def ball(value: Fraction) -> arb:
    """The fraction as a ball of the precision in force."""
    return arb(fmpq(value.numerator, value.denominator))


Gradient = Callable[[Sequence[Element], Arithmetic], list[Element]]


def gradient(problem: Problem) -> Gradient:
    """g(x) = grad f(x): affine, H x - c, or the logistic -sum_r y_r X_r / (1 + exp(y_r X_r.x))."""
    match problem.objective:
        case Linear(constant):
            return _affine([()] * len(constant), [(-c) for c in constant])
        case Quadratic(target):
            n = len(target)
            return _affine([tuple(Fraction(k == l) for l in range(n)) for k in range(n)], list(target))
        case LeastSquares(A, b):
            n, rows = len(A[0]), range(len(A))
            H = [tuple(sum((A[r][k] * A[r][l] for r in rows), Fraction(0)) for l in range(n)) for k in range(n)]
            return _affine(H, [sum((A[r][k] * b[r] for r in rows), Fraction(0)) for k in range(n)])
        case Logistic(X, y):
            signed = [[label * entry for entry in row] for row, label in zip(X, y, strict=True)]
            return _logistic(signed)


def _affine(H: Sequence[Sequence[Fraction]], c: Sequence[Fraction]) -> Gradient:
    rows = [([ball(h) for h in row if h], [l for l, h in enumerate(row) if h]) for row in H]
    shifts = [ball(-v) for v in c]

    def at(x: Sequence[Element], arithmetic: Arithmetic) -> list[Element]:
        return [
            arithmetic.combine(values, [x[l] for l in where], shift)
            for (values, where), shift in zip(rows, shifts, strict=True)
        ]

    return at


def _logistic(signed: Sequence[Sequence[Fraction]]) -> Gradient:
    rows = [[ball(v) for v in row] for row in signed]
    columns = [[-ball(row[k]) for row in signed] for k in range(len(signed[0]))]
    zero = arb(0)

    def at(x: Sequence[Element], arithmetic: Arithmetic) -> list[Element]:
        share = [arithmetic.inverse(arithmetic.exp(arithmetic.combine(row, x, zero)) + 1) for row in rows]
        return [arithmetic.combine(column, share, zero) for column in columns]

    return at


def others(factors: Sequence[Element]) -> list[Element]:
    """prod_{j != i} of the factors, for every i, without division."""
    size = len(factors)
    before: list[Element] = [None] * size
    after: list[Element] = [None] * size
    for i in range(1, size):
        before[i] = factors[0] if i == 1 else before[i - 1] * factors[i - 1]
    for i in range(size - 2, -1, -1):
        after[i] = factors[-1] if i == size - 2 else after[i + 1] * factors[i + 1]
    return [
        after[i] if before[i] is None else before[i] if after[i] is None else before[i] * after[i] for i in range(size)
    ]


def polynomial(coefficients: Sequence[arb], time: Element) -> Element:
    """sum_k c_k t^k by Horner's rule."""
    value: Element = coefficients[-1]
    for c in reversed(coefficients[:-1]):
        value = time * value + c
    return value


@dataclass(frozen=True)
class TimeField:
    """The flow in time; `alpha` are the coefficients of alpha(t) on this piece, `signs` those of w (by coordinate) and g.

    At q = 2 signs play no part.
    """

    problem: Problem
    alpha: tuple[Fraction, ...]
    weight_signs: tuple[tuple[int, ...], ...] = ()
    gradient_signs: tuple[int, ...] = ()

    @property
    def core(self) -> int:
        return len(self.problem.weights) * self.problem.depth

    @property
    def passive(self) -> int:
        return len(self.problem.weights)

    @cached_property
    def gradient(self) -> Gradient:
        return gradient(self.problem)

    @cached_property
    def decay(self) -> list[arb]:
        return [ball(c) for c in self.alpha] if any(self.alpha) else []

    def rates(self, time: Element, state: Sequence[Element], arithmetic: Arithmetic) -> list[Element]:
        """(dw_11, ..., dw_nL, <g_1>^r, ..., <g_n>^r)."""
        depth, r = self.problem.depth, self.problem.q - 1
        weights = [state[k : k + depth] for k in range(0, self.core, depth)]
        minors = [others(row) for row in weights]
        x = [row[0] * minor[0] for row, minor in zip(weights, minors, strict=True)]
        g = self.gradient(x, arithmetic)
        if r != 1:
            g = [_signed(v, s, r, arithmetic) for v, s in zip(g, self.gradient_signs, strict=True)]
            minors = [
                others([_signed(w, s, r, arithmetic) for w, s in zip(row, signs, strict=True)])
                for row, signs in zip(weights, self.weight_signs, strict=True)
            ]
        motion = [-(v * minor) for v, row in zip(g, minors, strict=True) for minor in row]
        if self.decay:
            alpha = polynomial(self.decay, time)
            motion = [m - w * alpha for m, w in zip(motion, state, strict=False)]
        return motion + list(g)


def _signed(value: Element, sign: int, r: Fraction, arithmetic: Arithmetic) -> Element:
    """<v>^r = s (s v)^r where s v > 0; s = 0 means v = 0 throughout."""
    if sign == 0:
        return value * 0
    return arithmetic.power(value, r) if sign > 0 else -arithmetic.power(-value, r)
