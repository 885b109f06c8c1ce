"""Coupled decay at q = 1: dw_i/dt = -sign h_i, h_i = g_k prod_{j != i} w_j + alpha w_i, up to the first h_i = 0
(theory: section 0).

Until then every weight is linear in t, and h_i a rational polynomial in t where g is affine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from flint import arb, arb_poly, fmpq, fmpq_poly

from ....symbolic.errors import Undecided
from ... import limits
from ...numbers import Number
from ..trajectory import Event
from .affine import Affine
from .block_walk import Decays, Path
from .decay_clock import Constant
from .gradient import Gradient
from .roots import Function, above, exact_zeros, exactly, moment, order, rational_zero, sign, zeros
from .weights import product

Along: TypeAlias = fmpq_poly | tuple[Function, Function]  # a polynomial in v, or a function with its derivative


@dataclass(frozen=True)
class Straight:
    """w = start + slope v from the time clock.start on, v = t - clock.start; s_k = sign g_k."""

    clock: Constant
    start: list[list[Number]]
    slope: list[list[int]]
    s: tuple[int, ...]
    sliding = ()
    offset = fmpq(0)

    @property
    def begin(self) -> Number:
        """Where the piece begins."""
        return self.clock.start

    @property
    def numbers(self) -> list[Number]:
        """What the precision of the piece rests on."""
        return [self.clock.start, *(w for row in self.start for w in row)]

    def state(self, v: Number) -> list[list[Number]]:
        return [
            [w + step * v for w, step in zip(row, steps, strict=True)]
            for row, steps in zip(self.start, self.slope, strict=True)
        ]


def path(gradient: Gradient, names: tuple[int, ...], start: list[list[fmpq]], decays: Decays, until: fmpq) -> Path:
    """The path of one block up to `until` or to the first h_i = 0 ("coupled-switch")."""
    pieces: list[Straight] = []
    events: list[Event] = []
    time, w = fmpq(0), start
    try:
        for number, (begin, coefficients) in enumerate(decays):
            end = min(until, decays[number + 1][0]) if number + 1 < len(decays) else until
            if begin >= until:
                break
            if number:
                events.append(Event("decay-switch", arb(begin), exact=begin))
            stretch = _Stretch(gradient, names, w, fmpq_poly(list(coefficients))(fmpq_poly([begin, 1])))
            last, what = stretch.run(end - begin, pieces, events, begin)
            time = begin + last
            if what:
                return Path(tuple(pieces), tuple(events), time, what, "natural")
            w = stretch.at(last)
    except Undecided as failure:
        if not pieces:
            still = [[0] * len(row) for row in w]
            pieces.append(Straight(Constant(fmpq(0), time), w, still, (0,) * len(w)))
        if isinstance(failure, limits.LimitReached):
            return Path(tuple(pieces), tuple(events), time, str(failure), "limit")
        return Path(tuple(pieces), tuple(events), time, f"undecided: {failure}", "undecided")
    return Path(tuple(pieces), tuple(events), until, "")


class _Stretch:
    """One polynomial alpha(v), v from 0: every weight keeps its slope -sign h_i."""

    def __init__(self, gradient: Gradient, names: tuple[int, ...], w: list[list[fmpq]], alpha: fmpq_poly):
        self.gradient, self.names, self.w, self.alpha = gradient, names, w, alpha
        self.h0 = self._h(fmpq(0), w)
        self.slope = [[-self._sign(k, i, h) for i, h in enumerate(row)] for k, row in enumerate(self.h0)]

    def at(self, v: Number) -> list[list[Number]]:
        return [
            [w + step * v for w, step in zip(row, steps, strict=True)]
            for row, steps in zip(self.w, self.slope, strict=True)
        ]

    def run(self, end: fmpq, pieces: list[Straight], events: list[Event], begin: fmpq) -> tuple[Number, str]:
        """Appends pieces and events up to `end` or the first switch; returns the last v and the reason to stop."""
        n = len(self.names)
        first: Number = end
        switch: tuple[int, int] | None = None
        for k, row in enumerate(self.h0):
            for i, h in enumerate(row):
                if self._always_zero(k):
                    continue
                if not sign(arb(h)):
                    if not arb(h).is_exact():
                        raise Undecided(
                            f"the sign of dF/dw + alpha w for weight {i + 1} of coordinate {self.names[k] + 1}"
                        )
                    first, switch = fmpq(0), (k, i)
                    break
                for zero in self._zeros(self._h_function(k, i), first, h):
                    before = order(zero, first)
                    if before < 0 or (before == 0 and switch is None):
                        first, switch = zero, (k, i)
                    break
        crossings: list[tuple[Number, str, int, int | None]] = []
        g0 = self.gradient.value([product(row) for row in self.w])
        s = [0 if self.gradient.absent(k) else self._side(k, g0[k]) for k in range(n)]
        for k in range(n):
            for index, (w, step) in enumerate(zip(self.w[k], self.slope[k], strict=True)):
                if w * step < 0 and not -w / step > first:
                    crossings.append((-w / step, "weight-zero", k, index))
            if self.gradient.absent(k):
                continue
            crossings += [(v, "gradient-zero", k, None) for v in self._zeros(self._g_function(k), first, g0[k])]
        crossings.sort(key=lambda c: moment(c[0]))
        pieces.append(Straight(Constant(fmpq(0), begin), self.w, self.slope, tuple(s)))
        for v, kind, k, which in crossings:
            if order(v, first) > 0:
                continue
            weight = None if which is None else which + 1
            events.append(Event(kind, arb(begin + v), self.names[k] + 1, weight, exactly(begin + v)))
            if kind == "gradient-zero":
                s[k] = -s[k]
                pieces.append(Straight(Constant(fmpq(0), begin + v), self.at(v), self.slope, tuple(s)))
        if switch is None:
            return end, ""
        k, i = self.names[switch[0]] + 1, switch[1] + 1
        events.append(Event("coupled-switch", arb(begin + first), k, i, exactly(begin + first)))
        return first, f"dF/dw + alpha w vanishes for weight {i} of coordinate {k}"

    def _h(self, v: Number, w: list[list[Number]]) -> list[list[Number]]:
        g, alpha = self.gradient.value([product(row) for row in w]), _value(self.alpha, v)
        return [
            [g[k] * product([fmpq(1), *row[:i], *row[i + 1 :]]) + alpha * row[i] for i in range(len(row))]
            for k, row in enumerate(w)
        ]

    def _always_zero(self, k: int) -> bool:
        return self.gradient.absent(k) and self.alpha == 0

    def _sign(self, k: int, i: int, h: Number) -> int:
        return 0 if self._always_zero(k) else sign(arb(h))

    def _side(self, k: int, start: Number) -> int:
        """The sign of g_k just after the start."""
        if start != 0 and sign(arb(start)):
            return sign(arb(start))
        function = self._g_function(k)
        if not isinstance(function, fmpq_poly):
            raise Undecided("the sign of the gradient where the decay changes or at the start")
        return next((sign(arb(c)) for c in function.coeffs() if c != 0), 0)

    def _linear(self) -> list[list[fmpq_poly]]:
        return [
            [fmpq_poly([w, step]) for w, step in zip(row, steps, strict=True)]
            for row, steps in zip(self.w, self.slope, strict=True)
        ]

    def _h_function(self, k: int, i: int) -> Along:
        if isinstance(self.gradient, Affine):
            w = self._linear()
            g = self.gradient.value([product(row) for row in w])
            return g[k] * product([fmpq_poly([1]), *w[k][:i], *w[k][i + 1 :]]) + self.alpha * w[k][i]

        def h(v: arb) -> arb:
            return arb(self._h(v, self.at(v))[k][i])

        def slope(v: arb) -> arb:
            w, steps = self.at(v), self.slope
            rates = [_rate(row, step) for row, step in zip(w, steps, strict=True)]
            x = [product(row) for row in w]
            H = self.gradient.hessian(x)
            others, turns = w[k][:i] + w[k][i + 1 :], steps[k][:i] + steps[k][i + 1 :]
            bend = sum((H[k, j] * rates[j] for j in range(len(x))), arb(0))
            return (
                bend * product(others)
                + self.gradient.value(x)[k] * _rate(others, turns)
                + _value(self.alpha.derivative(), v) * w[k][i]
                + _value(self.alpha, v) * steps[k][i]
            )

        return h, slope

    def _g_function(self, k: int) -> Along:
        if isinstance(self.gradient, Affine):
            return self.gradient.value([product(row) for row in self._linear()])[k]

        def slope(v: arb) -> arb:
            w = self.at(v)
            rates = [_rate(row, step) for row, step in zip(w, self.slope, strict=True)]
            H = self.gradient.hessian([product(row) for row in w])
            return sum((H[k, j] * rates[j] for j in range(len(w))), arb(0))

        return lambda v: arb(self.gradient.value([product(row) for row in self.at(v)])[k]), slope

    def _zeros(self, function: Along, end: Number, start: Number) -> Iterator[Number]:
        """The zeros of odd order on (0, end], rational where they are."""
        if isinstance(function, fmpq_poly):
            for zero, multiplicity in exact_zeros(function):
                if multiplicity % 2 and not zero > arb(end):
                    yield rational_zero(function, zero) or zero
        else:
            f, df = function
            yield from zeros(f, df, above(end), sign(arb(start)))


def _value(polynomial: fmpq_poly, v: Number) -> Number:
    return polynomial(v) if isinstance(v, fmpq) else arb_poly(polynomial)(v)


def _rate(w: list[Number], steps: list[int]) -> Number:
    """d/dv prod_i w_i."""
    return sum((product([fmpq(step), *w[:i], *w[i + 1 :]]) for i, step in enumerate(steps) if step), fmpq(0))
