"""One coordinate at q = 2 without decay: its solution runs on a curve w_i^2 = w_i(0)^2 + u, and is one function u(t).

u' = -2 g x,  x^2 = P(u) = prod_i (w_i(0)^2 + u),  g = H x - c, so that g x = H P(u) - c x. Newton's method doubles the
known terms: u' solves the linearised equation, so that from u' = -2 g x + r and Q = -int r/u' dt
  u + u' Q,  x + x' Q
are right to twice as many terms (R. Brent and H. Kung, Fast algorithms for manipulating formal power series, 1978). All
products are FLINT's. Nothing here is trusted.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import prod
from operator import mul

from flint import arb, arb_poly, fmpz, fmpz_poly
from gmpy2 import mpz

from ..problem import LeastSquares, Linear, Problem, Quadratic
from .arithmetic import OutsideDomain
from .vector_field import Field, TimeField

WITHIN = 1.06  # no weight may have a zero for |tau| up to here: rounding errors would grow
DOUBLED = 120  # order from which doubling is faster than term by term
SMALLEST = 64  # 1/w^2 at most
SLOWEST = 32  # bits that u' is to have at least


class Curve:
    """Series of the one coordinate of a problem in fixed-point numbers over 2^bits."""

    def __init__(self, problem: Problem, bits: int):
        self.bits, self.unit = bits, fmpz(2) ** bits
        match problem.objective:
            case Linear((constant,)):
                H, c = Fraction(0), -constant
            case Quadratic((target,)):
                H, c = Fraction(1), target
            case LeastSquares(A, b):
                H = sum((row[0] * row[0] for row in A), Fraction(0))
                c = sum((row[0] * v for row, v in zip(A, b, strict=True)), Fraction(0))
        self.H, self.c = (self.unit * v.numerator // v.denominator for v in (H, c))

    @staticmethod
    def of(field: Field, bits: int) -> Curve | None:
        """The curve of a field of this kind, None for another."""
        if not isinstance(field, TimeField) or field.flow.r != 1 or field.flow.n > 1 or field.flow.alpha:
            return None
        problem = field.flow.problem
        affine = isinstance(problem.objective, Linear | Quadratic | LeastSquares)
        return Curve(problem, bits) if affine else None

    def expand(self, start: Sequence[fmpz], order: int, e: int) -> list[fmpz_poly]:
        """Coefficients 0..order of the weights and of int g dt in tau = 2^e t.

        Raises OutsideDomain where a weight is small, or 0 near by, or u hardly moves: recurrences of the weights bear
        that better.
        """
        squares = [w * w // self.unit for w in start]
        if min(squares) * SMALLEST < self.unit:
            raise OutsideDomain("a small weight, whose root takes up the rounding of u many times")
        x0 = prod(start[1:], start=start[0]) // self.unit ** (len(start) - 1)
        u, x = (self._doubled if order >= DOUBLED else self._one_by_one)(squares, x0, order, e)
        if not arb_poly(u)(arb(0, WITHIN)).abs_upper() < arb(min(squares)):
            raise OutsideDomain("a weight that may be 0")
        rows = []
        for w, square in zip(start, squares, strict=True):
            row, known, over = fmpz_poly([w]), 1, _Inverse(self, w)
            if order < DOUBLED:
                root, twice, terms = [mpz(int(w))], 2 * mpz(int(w)), list(map(mpz, map(int, u.coeffs())))
                for k, c in enumerate(terms[1:], 1):
                    root.append(((c << self.bits) - _middle(root, 1, k)) // twice)
                row = fmpz_poly(list(map(int, root)))
            else:
                for wanted in _doublings(order + 1):
                    row, known = self._root(row, known, u + square, over, wanted), wanted
            rows.append(row)
        g = self._scaled(self._part(x * self.H) - self.c, e).truncate(order)
        return [*rows, fmpz_poly([0, *(c // (k + 1) for k, c in enumerate(g.coeffs()))])]

    def _one_by_one(self, squares: Sequence[fmpz], x0: fmpz, order: int, e: int) -> tuple[fmpz_poly, fmpz_poly]:
        """u and x to `order`, coefficient by coefficient."""
        H, c, bits, u, u2, x = mpz(int(self.H)), mpz(int(self.c)), self.bits, [mpz(0)], list[mpz](), [mpz(int(x0))]
        twice = 2 * x[0]
        a = [mpz(int(v)) for v in squares]
        pairs = [((p + q), p * q >> bits) for p, q in zip(a[::2], a[1::2], strict=False)]
        factors: list[list[mpz]] = [[] for _ in range((len(a) + 1) // 2)]
        products: list[list[mpz]] = [factors[0], *([] for _ in factors[1:])]
        for k in range(order + 1):
            u2.append(_middle(u, 0, k) >> bits)
            for (linear, constant), factor in zip(pairs, factors, strict=False):
                factor.append(u2[k] + (linear * u[k] >> bits) + (0 if k else constant))
            if len(a) % 2:
                factors[-1].append(u[k] + (0 if k else a[-1]))
            for former, factor, product in zip(products, factors[1:], products[1:], strict=False):
                product.append(sum(map(mul, former, reversed(factor))) >> bits)
            P = products[-1][k]
            if k:
                x.append(((P << bits) - _middle(x, 1, k)) // twice)
            rate = -2 * ((H * P - c * x[k]) >> bits)
            if k == 0 and (rate >> e if e > 0 else rate << -e).bit_length() < SLOWEST:
                raise OutsideDomain("what hardly moves")
            u.append((rate >> e if e > 0 else rate << -e) // (k + 1))
        return fmpz_poly(list(map(int, u[: order + 1]))), fmpz_poly(list(map(int, x)))

    def _doubled(self, squares: Sequence[fmpz], x0: fmpz, order: int, e: int) -> tuple[fmpz_poly, fmpz_poly]:
        """u and x to `order`, by Newton's method."""
        u, x, over_x, over_slope = fmpz_poly([0]), fmpz_poly([x0]), _Inverse(self, x0), None
        known = 1
        for wanted in _doublings(order + 1):
            new = wanted - known
            P = self._curve(squares, u, wanted)
            x = self._root(x, known, P, over_x, wanted)
            rate = self._scaled(-2 * self._part(P * self.H - x * self.c), e)
            if over_slope is None:
                if int(rate[0]).bit_length() < SLOWEST:
                    raise OutsideDomain("what hardly moves")
                over_slope = _Inverse(self, rate[0])
            ahead = self.times((rate - u.derivative()).right_shift(known - 1), over_slope.to(rate, new), new)
            shift = fmpz_poly([c // (known + j) for j, c in enumerate(ahead.coeffs())])
            x = (x + self.times(x.derivative(), shift, new).left_shift(known)).truncate(wanted)
            u = (u + self.times(rate, shift, new).left_shift(known)).truncate(wanted)
            if known == 1:  # x' was not known yet
                x = self._root(fmpz_poly([x0]), 1, self._curve(squares, u, wanted), over_x, wanted)
            known = wanted
        return u, x

    def times(self, a: fmpz_poly, b: fmpz_poly, terms: int) -> fmpz_poly:
        """The first terms of a b."""
        return a.mul_low(b, terms) // self.unit

    def _part(self, value: fmpz_poly) -> fmpz_poly:
        return value // self.unit

    def _scaled(self, value: fmpz_poly, e: int) -> fmpz_poly:
        return value // fmpz(2) ** e if e > 0 else value * fmpz(2) ** -e

    def _curve(self, squares: Sequence[fmpz], u: fmpz_poly, terms: int) -> fmpz_poly:
        """P(u), its factors taken in pairs u^2 + (a + b) u + a b."""
        u2 = self.times(u, u, terms)
        pairs = zip(squares[::2], squares[1::2], strict=False)
        factors = [u2 + self._part(u * (a + b)) + a * b // self.unit for a, b in pairs]
        if len(squares) % 2:
            factors.insert(0, u + squares[-1])
        value = factors[0]
        for factor in factors[1:]:
            value = self.times(value, factor, terms)
        return value

    def _root(self, v: fmpz_poly, known: int, square: fmpz_poly, over: _Inverse, wanted: int) -> fmpz_poly:
        """Terms up to `wanted` <= 2 known of the root of which v are the known ones."""
        new = wanted - known
        rest = (square - self.times(v, v, wanted)).truncate(wanted).right_shift(known)
        return v + (self.times(rest, over.to(v, new), new) // 2).left_shift(known)


class _Inverse:
    """1/v, known to more and more terms."""

    def __init__(self, curve: Curve, first: fmpz):
        self.curve, self.known = curve, 1
        self.value = fmpz_poly([curve.unit * curve.unit // first])

    def to(self, v: fmpz_poly, terms: int) -> fmpz_poly:
        """The first terms, of which so many of v must be known: I + I (1 - v I)."""
        while self.known < terms:
            wanted, times = min(2 * self.known, terms), self.curve.times
            lost = (-times(v, self.value, wanted)).right_shift(self.known)
            self.value += times(lost, self.value, wanted - self.known).left_shift(self.known)
            self.known = wanted
        return self.value


def _middle(v: list[mpz], begin: int, k: int) -> mpz:
    """sum v_j v_{k-j} over begin <= j <= k - begin, twice half of it; v_{k-begin} is the last that is known."""
    half = (k + 1) // 2
    total = 2 * sum(map(mul, v[begin:half], reversed(v)))
    return total if k % 2 else total + v[half] * v[half]


def _doublings(terms: int) -> list[int]:
    """How many terms to know one after the other, from 1 on: 2, and each at most twice the former less 1."""
    found = [terms]
    while found[-1] > 2:
        found.append(found[-1] // 2 + 1)
    return found[::-1] if terms > 1 else []
