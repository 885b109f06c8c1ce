"""The flow as y' = F(t, y), written once over any arithmetic: balls, complex balls, power series, Taylor recurrences.

decoupled: dw_i/dt = -<g>^r <prod_{j != i} w_j>^r - alpha(t) w_i,    coupled: dw_i/dt = -<pull_i>^r,
pull_i = g prod_{j != i} w_j + alpha(t) w_i,  r = q - 1, and beside it gain' = <g>^r (theory: section 1).
On a smooth piece with 1 < q < 2 whatever stands in a signed power keeps its sign s: <v>^r = s (s v)^r is analytic.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from fractions import Fraction
from functools import cached_property
from typing import Protocol

from flint import arb, arb_mat, fmpq

from ...numbers import matrix, rational
from ..problem import LeastSquares, Linear, Logistic, Problem, Quadratic
from .arithmetic import Arithmetic, BallArithmetic, Element, Matrix
from .dual import Dual, DualArithmetic

Name = tuple[str, int, int]  # ("gradient", k, 0), ("weight", k, i) or ("pull", k, i), counted from 0
Signed = Callable[[Name, Element], Element]  # <v>^r of a named quantity v


class Field(Protocol):
    """y' = F(t, y) for the first `core` components; the `passive` ones are integrals that F does not depend on."""

    core: int
    passive: int

    def rates(self, time: Element, state: Sequence[Element], arithmetic: Arithmetic) -> list[Element]: ...


def ball(value: Fraction) -> arb:
    """The fraction as a ball of the precision in force."""
    return arb(fmpq(value.numerator, value.denominator))


WIDE = 24  # coordinates, from which H x is a product of matrices
Gradient = Callable[[Sequence[Element], Arithmetic], list[Element]]


def gradient(problem: Problem) -> Gradient:
    """g(x) = grad f(x): affine, H x - c, or the logistic -sum_r y_r X_r / (1 + exp(y_r X_r.x))."""
    match problem.objective:
        case Linear(constant):
            return _affine([()] * len(constant), [rational(-c) for c in constant])
        case Quadratic(target):
            n = len(target)
            return _affine([tuple(fmpq(k == l) for l in range(n)) for k in range(n)], [rational(v) for v in target])
        case LeastSquares(A, b):
            data = matrix(A)
            H, c = data.transpose() * data, data.transpose() * matrix([[v] for v in b])
            return _affine(H.tolist(), c.entries())
        case Logistic(X, y):
            signed = [[label * entry for entry in row] for row, label in zip(X, y, strict=True)]
            return _logistic(signed)


def _affine(H: Sequence[Sequence[fmpq]], c: Sequence[fmpq]) -> Gradient:
    rows = [([arb(h) for h in row if h], [l for l, h in enumerate(row) if h]) for row in H]
    shifts = [arb(-v) for v in c]
    if len(rows) >= WIDE and all(len(where) == len(rows) for _, where in rows):
        matrix = Matrix([values for values, _ in rows])
        return lambda x, arithmetic: arithmetic.transform(matrix, x, shifts)

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
        share = [arithmetic.share(arithmetic.combine(row, x, zero)) for row in rows]
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


def suffixes(factors: Sequence[Element]) -> list[Element]:
    """prod_{j > i} of the factors, for every i but the last."""
    found = [factors[-1]]
    for factor in reversed(factors[1:-1]):
        found.append(factor * found[-1])
    return found[::-1]


def forces(value: Element, factors: Sequence[Element], after: Sequence[Element]) -> list[Element]:
    """value prod_{j != i} of the factors, for every i; `after` are their suffixes. 3 L - 4 products."""
    found = []
    for factor, rest in zip(factors, after, strict=False):
        found.append(value * rest)
        value = value * factor
    return [*found, value]


def polynomial(coefficients: Sequence[arb], time: Element) -> Element:
    """sum_k c_k t^k by Horner's rule."""
    value: Element = coefficients[-1]
    for c in reversed(coefficients[:-1]):
        value = time * value + c
    return value


class Flow:
    """The flow of a problem while alpha(t) = sum_k alpha_k t^k; its state is w_11, ..., w_1L, w_21, ..., w_nL.

    `extended`: followed by g_1, ..., g_n as variables of their own, dg = f''(x) dx, for 1 < q < 2. Where g_k is small
    because its contributions cancel, its range over a step is then read off one polynomial. Where they have one sign
    (`never_zero`) they do not cancel, and g_k is known to its own size, however small.
    """

    def __init__(self, problem: Problem, alpha: Sequence[Fraction]):
        self.problem, self.depth = problem, problem.depth
        self.n, self.size = len(problem.weights), len(problem.weights) * problem.depth
        self.r = problem.q - 1
        self.alpha = [ball(c) for c in alpha] if any(alpha) else []
        self.coupled = problem.decay.kind == "coupled" and bool(self.alpha) and self.r != 1
        free = self.r != 1 and not self.coupled and (self.n > 1 or bool(self.alpha))
        self.extended = free and len(self.never_zero) < self.n
        self.gradient = gradient(problem)

    def by_weights(self) -> Flow:
        """The same flow with the weights alone as its state."""
        flow = copy(self)
        flow.extended = False
        return flow

    @property
    def width(self) -> int:
        """How many components the state has."""
        return self.size + self.n * self.extended

    @property
    def names(self) -> list[Name]:
        """The quantities that stand in a signed power with exponent r < 1."""
        if self.r == 1:
            return []
        if self.coupled:
            return [("pull", k, i) for k in range(self.n) for i in range(self.depth)]
        return self.regular_names

    @property
    def regular_names(self) -> list[Name]:
        """All gradient components and weights, whose zeros are events even where the field is regular."""
        gradients = [("gradient", k, 0) for k in range(self.n)]
        return gradients + [("weight", k, i) for k in range(self.n) for i in range(self.depth)]

    @cached_property
    def shares(self) -> tuple[Fraction, ...]:
        """(a_1, ..., a_n)/a_1 where every g_k = a_k v for one function v of x and nothing but g moves the weights.

        All components then reach 0 together. Empty where that is not so.
        """
        if self.alpha:
            return ()
        return () if any(j for j, _ in self.multiples) else tuple(c for _, c in self.multiples)

    @cached_property
    def multiples(self) -> list[tuple[int, Fraction]]:
        """(j, c) for every k: g_k = c g_j at every x, c != 0, j the first such; (k, 1) where there is none before k."""
        found = [(k, Fraction(1)) for k in range(self.n)]
        match self.problem.objective:
            case LeastSquares(A, _):
                columns = list(zip(*A, strict=True))
                for k, column in enumerate(columns):
                    for j in range(k):
                        c = next((v / u for u, v in zip(columns[j], column, strict=True) if u), Fraction(0))
                        if c and found[j][0] == j and all(v == c * u for u, v in zip(columns[j], column, strict=True)):
                            found[k] = (j, c)
        return found

    @cached_property
    def never_zero(self) -> frozenset[int]:
        """The k for which g_k = -sum_r y_r X_rk / (1 + exp(y_r X_r.x)) has terms of one sign, and is not 0 anywhere."""
        match self.problem.objective:
            case Logistic(X, y):
                columns = [[label * row[k] for row, label in zip(X, y, strict=True)] for k in range(self.n)]
                return frozenset(k for k, c in enumerate(columns) if any(c) and (min(c) >= 0 or max(c) <= 0))
        return frozenset()

    @cached_property
    def self_moved(self) -> frozenset[int]:
        """The k for which g_k is a function of x_k alone, which nothing but g_k moves: dg_k/dt = -f_kk''(x_k) |M_k|^2
        g_k at q = 2, M_k = dx_k/dw_k, so that g_k has no zero or is 0 throughout."""
        if self.alpha:
            return frozenset()
        everyone = range(self.n)
        match self.problem.objective:
            case Linear() | Quadratic():
                return frozenset(everyone)
            case LeastSquares(A, _) if self.n > 1:
                seen = ([k for k in everyone if row[k]] for row in A)
                return frozenset(everyone).difference(*(together for together in seen if len(together) > 1))
        return frozenset(everyone if self.n == 1 else ())

    @cached_property
    def pulled_to_zero(self) -> Fraction | None:
        """H > 0 where there is one coordinate, nothing but g moves it, and g = H x; None where that is not so.

        x and its smallest weights then reach 0 together, and rest: f = H x^2/2 never increases.
        """
        if self.n > 1 or self.alpha:
            return None
        match self.problem.objective:
            case Quadratic((target,)) if target == 0:
                return Fraction(1)
            case LeastSquares(A, b) if sum(row[0] * c for row, c in zip(A, b, strict=True)) == 0:
                return sum((row[0] * row[0] for row in A), Fraction(0)) or None
        return None

    @cached_property
    def hessian_squares(self) -> arb_mat | None:
        """H_kl^2 in balls where f'' = H is one matrix; None else."""
        problem = self.problem
        match problem.objective:
            case Linear(_):
                return arb_mat(self.n, self.n)
            case Quadratic(_):
                return arb_mat(self.n, self.n, 1)
            case LeastSquares(A, _):
                data = arb_mat([[ball(v) for v in row] for row in A])
                H = data.transpose() * data
                return arb_mat(self.n, self.n, [v * v for v in H.entries()])
        return None

    def rows(self, state: Sequence[Element]) -> list[Sequence[Element]]:
        """The weights by coordinate."""
        return [state[k : k + self.depth] for k in range(0, self.size, self.depth)]

    def extend(self, state: Sequence[arb]) -> tuple[arb, ...]:
        """The state that belongs to balls of weights; where they come with the gradient's, both are used."""
        weights = tuple(state[: self.size])
        if not self.extended:
            return weights
        x = [row[0] * others(row)[0] for row in self.rows(weights)]
        g = self.gradient(x, BallArithmetic())
        if len(state) == self.width:
            g = [meet(a, b) for a, b in zip(g, state[self.size :], strict=True)]
        return (*weights, *g)

    def quantity(self, name: Name, time: Element, state: Sequence[Element], arithmetic: Arithmetic) -> Element:
        """The value of a named quantity."""
        kind, k, i = name
        if kind == "weight":
            return state[k * self.depth + i]
        if kind == "gradient" and self.extended and len(state) >= self.width:
            return state[self.size + k]
        minors = [others(row) for row in self.rows(state)]
        g = self.gradient(self.products(state, minors), arithmetic)[k]
        return g if kind == "gradient" else self._pull(g, minors[k][i], state[k * self.depth + i], time)

    def quantities(
        self, names: Sequence[Name], time: Element, state: Sequence[Element], arithmetic: Arithmetic
    ) -> dict[Name, Element]:
        """The values of several named quantities."""
        rows = self.rows(state)
        minors = [others(row) for row in rows]
        if self.extended and len(state) >= self.width:
            g = list(state[self.size : self.width])
        else:
            g = self.gradient(self.products(state, minors), arithmetic)
        found = {"weight": lambda k, i: rows[k][i], "gradient": lambda k, _: g[k]}
        found["pull"] = lambda k, i: self._pull(g[k], minors[k][i], rows[k][i], time)
        return {name: found[name[0]](*name[1:]) for name in names}

    def _pull(self, g: Element, minor: Element, weight: Element, time: Element) -> Element:
        return g * minor + weight * polynomial(self.alpha, time)

    def products(self, state: Sequence[Element], minors: Sequence[Sequence[Element]]) -> list[Element]:
        """x_k = w_k1 ... w_kL."""
        return [row[0] * minor[0] for row, minor in zip(self.rows(state), minors, strict=True)]

    def motion(
        self, time: Element, state: Sequence[Element], arithmetic: Arithmetic, signed: Signed, known: bool = False
    ) -> tuple[list[Element], list[Element]]:
        """(dw_11/dt, ..., dw_nL/dt, then dg/dt if extended) and (<g_1>^r, ..., <g_n>^r), these unless coupled and q <
        2. `known`: `signed` knows the gradient's powers without its values."""
        rows, after = self.rows(state), []
        if known or self.extended:
            g: list[Element] = [arb(0)] * self.n if known else list(state[self.size :])
        else:
            after = [suffixes(row) for row in rows]
            g = self.gradient([row[0] * rest[0] for row, rest in zip(rows, after, strict=True)], arithmetic)
        if self.coupled:
            alpha = polynomial(self.alpha, time)
            return [
                -signed(("pull", k, i), pull + row[i] * alpha)
                for k, row in enumerate(rows)
                for i, pull in enumerate(forces(g[k], row, after[k]))
            ], []
        factors = rows
        if self.r != 1:
            g = [signed(("gradient", k, 0), v) for k, v in enumerate(g)]
            factors = [[signed(("weight", k, i), w) for i, w in enumerate(row)] for k, row in enumerate(rows)]
            after = [suffixes(row) for row in factors]
        speeds = [v for k, row in enumerate(factors) for v in forces(-g[k], row, after[k])]
        if self.alpha:
            alpha = polynomial(self.alpha, time)
            speeds = [v - w * alpha for v, w in zip(speeds, state[: self.size], strict=True)]
        if self.extended:
            speeds += self.gradient_speeds(state, speeds, arithmetic)
        return speeds, g

    def gradient_speeds(
        self, state: Sequence[Element], speeds: Sequence[Element], arithmetic: Arithmetic
    ) -> list[Element]:
        """dg/dt = f''(x) dx/dt for weights that move at the given speeds."""
        moving, affine = [], not isinstance(self.problem.objective, Logistic)  # where x itself plays no part
        for row, turns in zip(self.rows(state), self.rows(speeds), strict=True):
            minors = others(row)
            terms = [m * v for m, v in zip(minors, turns, strict=True)]
            moving.append(Dual(row[0] * 0 if affine else row[0] * minors[0], sum(terms[1:], terms[0])))
        return [dual.slope for dual in self.gradient(moving, DualArithmetic(arithmetic))]


def meet(a: arb, b: arb) -> arb:
    """What two balls around one number have in common."""
    if not a.is_finite():
        return b
    if not a.overlaps(b):
        raise ArithmeticError("two enclosures of one number are disjoint")
    return a.intersection(b)


class TimeField:
    """The flow in time, with the signs that its named quantities keep (0: it stays 0); at q = 2 none are needed."""

    def __init__(self, flow: Flow, signs: Mapping[Name, int]):
        self.flow, self.signs = flow, signs
        self.core, self.passive = flow.width, 0 if flow.coupled else flow.n

    def rates(self, time: Element, state: Sequence[Element], arithmetic: Arithmetic) -> list[Element]:
        """dw/dt, then the gains' rates."""
        speeds, gains = self.flow.motion(time, state, arithmetic, signed_power(self.flow.r, self.signs, arithmetic))
        return speeds + list(gains)


def signed_power(r: Fraction, signs: Mapping[Name, int], arithmetic: Arithmetic) -> Signed:
    """<v>^r = s (s v)^r where s v > 0; s = 0 means that v = 0 throughout."""

    def power(name: Name, value: Element) -> Element:
        match signs[name]:
            case 0:
                return value * 0
            case 1:
                return arithmetic.power(value, r)
            case _:
                return -arithmetic.power(-value, r)

    return power
