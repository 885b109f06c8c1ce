"""The derived code against numeric quadrature of the definitions in weights: P, u by bisection, integrals by tanh-sinh."""

from fractions import Fraction

import mpmath
import pytest
import sympy as sp


from mpmath import mp, mpf

from symbolic.derive import QUANTITIES, derive
from symbolic.errors import InputError
from symbolic.setting import Setting, setting
from symbolic.symbols import L, lam, q

DIGITS = 30
TOLERANCE = mpf(10) ** -25


def rational(value):
    value = Fraction(int(value.p), int(value.q))
    return mpf(value.numerator) / value.denominator


class Oracle:
    """R'', R', R, ... of one numeric setting, by bisection and quadrature."""

    def __init__(self, at: Setting):
        self.q = rational(at.q)
        self.values = [rational(v) for v in at.invariants]
        self.L, self.k0 = len(self.values), self.values.count(0)
        self.balanced = self.k0 == self.L
        self.m = at.q * (self.L - 1) / self.L
        self.m0 = at.q * (self.k0 - 1) / self.k0

    def P(self, u):
        return mp.fprod(u + v for v in self.values)

    def u(self, x):
        low, high = mpf(0), x ** (self.q / self.L)
        for _ in range(4 * mp.prec):
            middle = (low + high) / 2
            low, high = (middle, high) if self.P(middle) < x**self.q else (low, middle)
            if high - low <= 2 * mp.eps * high:
                break
        return (low + high) / 2

    def below(self, u, c):
        """int_0^u P^c, with v = u r^{1/a}."""
        a = self.k0 * c + 1
        rest = [v for v in self.values if v]
        return u**a / a * mp.quad(lambda r: mp.fprod(u * r ** (1 / a) + v for v in rest) ** c, [0, mpf(1) / 1000, 0.1, 1])

    def above(self, u, c):
        """int_u^oo P^c, with v = u r^{-1/d}."""
        d = -self.L * c - 1
        return u**-d / d * mp.quad(lambda r: mp.fprod(1 + v * r ** (1 / d) / u for v in self.values) ** c, [0, 0.1, 1])

    def metric(self, x):
        u = self.u(x)
        return 1 / sum(self.P(u) / (u + v) for v in self.values)

    def mirror_map(self, x):
        if self.balanced:
            return mp.log(x) / self.L if self.m == 1 else x ** (1 - rational(self.m)) / (self.L * (1 - rational(self.m)))
        c = 1 / self.q - 1
        return (self.below(self.u(x), c) if self.m0 < 1 else -self.above(self.u(x), c)) / self.q

    def conjugate(self, x):
        return self.below(self.u(x), 2 / self.q - 1) / self.q

    def potential(self, x):
        return x * self.mirror_map(x) - self.conjugate(x)

    def regularizer(self, x):
        return self.L * self.conjugate(x)

    def coupled_regularizer(self, x):
        weights = [(self.u(x) + v) ** (1 / self.q) for v in self.values]
        return sum(w**2 - v ** (2 / self.q) for w, v in zip(weights, self.values, strict=True)) / 2


def run(at, what, *arguments):
    space = {}
    exec(derive(at, what).python, space)
    return space[what.replace("-", "_")](*arguments)


OF_X = ("metric", "mirror-map", "potential", "conjugate", "regularizer", "coupled-regularizer")
SETTINGS = [
    *(setting(Fraction(s), [0, Fraction(v)]) for s in ("1", "3/2", "4/3", "2") for v in ("1", "3/7")),
    *(setting(Fraction(s), depth=n) for s in ("1", "5/4", "3/2", "2") for n in (2, 3, 5)),
    *(setting(Fraction(s), depth=n, balance=b) for s in ("1", "4/3", "3/2", "2") for n in (3, 4) for b in (Fraction(2, 3), -2)),
    setting(2, [0, 1, 3]),
    setting(2, [0, 3, 1, 7]),
    setting(2, [0, 0, 1, 1]),
    setting(2, [0, 0, 1, 3]),
    setting(Fraction(9, 5), [0, 0, 1, 1]),
    setting(Fraction(9, 5), [0, 0, 0, 1, 1, 4]),
    setting(Fraction(3, 2), [0, Fraction(1, 2), 2, 3]),
    setting(Fraction(7, 6), [0, 0, 1, 2, 3, 4]),
    setting(1, [0, Fraction(1, 2), 2, 3]),
    setting(2, [0, 1, 2, 3]),
]


@pytest.mark.parametrize("at", SETTINGS, ids=str)
def test_code_agrees_with_quadrature(at):
    with mp.workdps(DIGITS):
        oracle = Oracle(at)
        for x in (mpf(1) / 7, mpf(3)):
            for what in OF_X:
                truth = getattr(oracle, what.replace("-", "_"))(x)
                value = run(at, what, x)
                assert abs(value - truth) <= TOLERANCE * max(1, abs(truth)), (what, x, value, truth)
            y = oracle.mirror_map(x)
            assert abs(run(at, "inverse-mirror-map", y) - x) <= TOLERANCE * max(1, x), (x, y)
