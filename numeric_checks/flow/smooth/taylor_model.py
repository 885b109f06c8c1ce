"""Taylor models: continuous functions on 0 <= tau <= h, as polynomials with a bound of the rest, |f - p/2^b| <= e.

Sums and products are exact but for what is cut off, which is bounded and added to e. A power or an inverse is not
computed: a proposal v > 0 for it, by whomever, is verified by products. Wherever |v^m - u^l| <= d and u > 0,
  |v - u^{l/m}| <= d / v^{m-1};    and |v - 1/u| <= |v| d/(1 - d) where |v u - 1| <= d < 1
(K. Makino and M. Berz, Taylor models and other validated functional inclusion methods, 2003).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NoReturn

from flint import arb, arb_mat, arb_poly, fmpz, fmpz_mat, fmpz_poly

from ...precision import bits
from .arithmetic import Matrix, OutsideDomain

BOUND = 64  # bits of bounds
PARTS = 64  # of the step, on which a lower bound is looked for at most
LARGEST = 8  # denominators of exponents
BEYOND = 12  # terms kept beyond those of the longest polynomial


class NotModelled(Exception):
    """Something for which there is no proposal, or no rule here."""


class Model:
    """|f - poly/2^b| <= rest on the interval of `space`."""

    __slots__ = ("_size", "poly", "rest", "space")

    def __init__(self, space: Models, poly: fmpz_poly, rest: arb):
        self.space, self.poly, self.rest = space, poly, rest
        self._size: arb | None = None

    @property
    def size(self) -> arb:
        """A bound of |poly/2^b|."""
        if self._size is None:
            self._size = self.space.size(self.poly)
        return self._size

    def __add__(self, other: Model | arb | int) -> Model:
        if isinstance(other, Model):
            return Model(self.space, self.poly + other.poly, _up(self.rest + other.rest))
        value, off = self.space.integer(other)
        return Model(self.space, self.poly + value, _up(self.rest + off))

    __radd__ = __add__

    def __neg__(self) -> Model:
        return Model(self.space, -self.poly, self.rest)

    def __sub__(self, other: Model) -> Model:
        return Model(self.space, self.poly - other.poly, _up(self.rest + other.rest))

    def __mul__(self, other: Model | arb | int) -> Model:
        if not isinstance(other, Model):
            return self.space.combine([other], [self], arb(0))
        rest = arb(0)
        if not self.rest.is_zero():  # nan is not
            rest += self.rest * (other.size + other.rest)
        if not other.rest.is_zero():
            rest += other.rest * self.size
        poly, lost = self.space.rounded(self.poly * other.poly)
        return Model(self.space, poly, _up(rest + lost))

    __rmul__ = __mul__


class Models:
    """The arithmetic of models over 2^b on [0, h], cut at `terms`; `proposals` for powers and inverses, in their
    order."""

    def __init__(self, b: int, h: arb, terms: int, proposals: Sequence[fmpz_poly] = ()):
        self.b, self.h, self.terms = b, h, terms
        self.grid, self.unit, self.fine = fmpz(2) ** b, arb(2) ** -b, arb(2) ** (-2 * b)
        self.most = arb(2) ** (2 * b)  # numbers that are too large for the precision asked for
        self.proposals = iter(proposals)
        with bits(BOUND):
            self.span, self.disk = arb(0).union(h), arb(0, h.upper())
            self.beyond = _up((h**terms).max(arb(0)))
            self.rounding = _up(terms * h.max(arb(1)) ** terms * self.unit)  # sum h^k of one unit each

    def polynomial(self, poly: fmpz_poly) -> Model:
        """poly/2^b itself."""
        return Model(self, poly, arb(0))

    def line(self, start: arb, slope: arb) -> Model:
        """start + slope tau."""
        (a, lost), (c, off) = self.integer(start), self.integer(slope)
        return Model(self, fmpz_poly([a, c]), _up(lost + off * self.h))

    def size(self, poly: fmpz_poly) -> arb:
        """A bound of |poly/2^b| on the interval: of sum |c_k| h^k."""
        with bits(BOUND):
            return _up(abs(arb_poly(poly)(self.disk)) * self.unit)

    def rounded(self, product: fmpz_poly) -> tuple[fmpz_poly, arb]:
        """A polynomial over 4^b cut and rounded to 2^b, and what that changes at most."""
        lost = self.rounding if product.length() else arb(0)
        if product.length() > self.terms:
            with bits(BOUND):
                tail = abs(arb_poly(product.right_shift(self.terms))(self.disk)) * self.fine
                lost = _up(lost + tail * self.beyond)
            product = product.truncate(self.terms)
        return product // self.grid, lost

    def integer(self, value: arb | int) -> tuple[fmpz, arb]:
        """An integer near 2^b value, and |the difference|/2^b at most."""
        if isinstance(value, int):
            return self.grid * value, arb(0)
        with bits(2 * self.b + BOUND):
            scaled = value * self.grid
            near = scaled.mid().floor().unique_fmpz() if abs(scaled) < self.most else None
            if near is None:
                raise NotModelled("a number too large for the grid")
            return near, _up(abs(scaled - near) * self.unit)

    def combine(self, coefficients: Sequence[arb | int], elements: Sequence[Model], shift: arb) -> Model:
        """sum_i c_i f_i + shift."""
        known = [(c, arb(0)) if isinstance(c, int) else self._coefficient(c) for c in coefficients]
        whole = all(isinstance(c, int) for c, _ in known)
        total, rest = fmpz_poly([]), arb(0)
        for (c, off), element in zip(known, elements, strict=True):
            on_grid = c if whole or not isinstance(c, int) else self.grid * c
            total += element.poly * on_grid
            rest += abs(arb(on_grid)) * (1 if whole else self.unit) * element.rest + off * (element.size + element.rest)
        if not whole:
            total, lost = self.rounded(total)
            rest += lost
        return Model(self, total, _up(rest)) + shift

    def _coefficient(self, value: arb) -> tuple[fmpz | int, arb]:
        """An int where the value is one, else as `integer`."""
        if value.is_exact() and value.is_integer() and abs(value) < self.most:
            return int(value.unique_fmpz()), arb(0)
        return self.integer(value)

    def transform(self, matrix: Matrix, elements: Sequence[Model], shifts: Sequence[arb]) -> list[Model]:
        """M f + s, all coefficients at once."""
        known, sizes, off = self._matrix(matrix)
        width, count = max(1, *(e.poly.length() for e in elements)), len(elements)
        rows = [[*e.poly.coeffs(), *[fmpz(0)] * (width - e.poly.length())] for e in elements]
        products = (known * fmpz_mat(rows)).tolist()
        with bits(BOUND):
            rests = sizes * arb_mat(count, 1, [e.rest for e in elements])
            rests += off * arb_mat(count, 1, [e.size + e.rest for e in elements])
        found = []
        for k, (row, shift) in enumerate(zip(products, shifts, strict=True)):
            poly, lost = self.rounded(fmpz_poly(row))
            found.append(Model(self, poly, _up(rests[k, 0] + lost)) + shift)
        return found

    def _matrix(self, matrix: Matrix) -> tuple[fmpz_mat, arb_mat, arb_mat]:
        """C, |C|/2^b and bounds of |M - C/2^b|, entry by entry; M keeps them: they are the same at every step."""
        if self.b not in matrix.made:
            shape, known = (matrix.nrows(), matrix.ncols()), [self.integer(v) for v in matrix.entries()]
            sizes = arb_mat(*shape, [abs(arb(c)) * self.unit for c, _ in known])
            off = arb_mat(*shape, [v for _, v in known])
            matrix.made = {self.b: (fmpz_mat(*shape, [c for c, _ in known]), sizes, off)}
        return matrix.made[self.b]

    def power(self, base: Model, exponent: Fraction) -> Model:
        """u^{l/m} for u > 0: what was proposed, if that is near."""
        l, m = exponent.numerator, exponent.denominator
        if not 1 < m <= LARGEST or not 0 < l <= LARGEST:
            raise NotModelled("an exponent of another kind")
        v = self._proposed()
        least = self._least(v)
        off = self.bound(self._whole(v, m) - self._whole(base, l))
        # u^l >= v^m - off > 0 all over the interval, and u is continuous: it keeps the sign that it has at 0
        if not (least > 0 and least**m > off and arb(base.poly[0]) * self.unit > base.rest):
            raise OutsideDomain("a base that is not seen to be positive")
        with bits(BOUND):
            return Model(self, v.poly, _up(off / least ** (m - 1)))

    def inverse(self, divisor: Model) -> Model:
        """1/u: what was proposed, if that is near."""
        v = self._proposed()
        off = self.bound(v * divisor + (-1))
        if not off < 1:
            raise OutsideDomain("a divisor that is not seen to differ from 0")
        with bits(BOUND):
            return Model(self, v.poly, _up(v.size * off / (1 - off)))

    def exp(self, exponent: Model) -> NoReturn:
        """No rule."""
        raise NotModelled("an exponential")

    def share(self, margin: Model) -> NoReturn:
        """No rule."""
        raise NotModelled("a share")

    def _proposed(self) -> Model:
        poly = next(self.proposals, None)
        if poly is None or poly.length() > self.terms:
            raise NotModelled("no proposal")
        return self.polynomial(poly)

    def _whole(self, model: Model, n: int) -> Model:
        found = model
        for _ in range(n - 1):
            found = found * model
        return found

    def bound(self, model: Model) -> arb:
        """A bound of |f|."""
        with bits(BOUND):
            return _up(self.size(model.poly) + model.rest)

    def distance(self, poly: fmpz_poly, model: Model, e: int) -> arb:
        """A bound of |poly/2^b - 2^-e f|."""
        if e > 0:
            return _up(self.bound(self.polynomial(poly * 2**e) - model) * arb(2) ** -e)
        return self.bound(self.polynomial(poly) - model * 2**-e)

    def least_size(self, model: Model) -> arb:
        """A lower bound of |poly/2^b|; at most 0 where it is not seen to differ from 0."""
        return self._least(model if model.poly[0] > 0 else -model)

    def _least(self, model: Model) -> arb:
        """A lower bound of poly/2^b, on more and more parts of the interval until it is positive."""
        with bits(BOUND):
            poly, parts = arb_poly(model.poly), 1
            slope = poly.derivative()
            while True:
                least = arb.pos_inf()
                for j in range(parts):
                    part = (self.h * j / parts).union(self.h * (j + 1) / parts)
                    middle = part.mid()
                    least = least.min((poly(middle) + slope(part) * (part - middle)).lower())
                if least > 0 or parts >= PARTS:
                    return (least * self.unit).lower()
                parts *= 4


def _up(value: arb) -> arb:
    return value.upper()


def on_the_grid(poly: arb_poly, b: int) -> fmpz_poly | None:
    """2^b poly where that is a polynomial of integers, exactly; None else."""
    with bits(4 * b):
        scaled = poly * arb(2) ** b
        if not abs(scaled(arb(0, 1))) < arb(2) ** (3 * b):
            return None
        found = scaled.unique_fmpz_poly()
        return found if found is not None and (scaled - arb_poly(found)).length() == 0 else None
