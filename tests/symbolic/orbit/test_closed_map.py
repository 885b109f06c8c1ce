"""Closed mirror maps of sums: R'(x(y)) - y is constant, R'' by differentiation, the hypentropy."""

from __future__ import annotations

from fractions import Fraction as F

import mpmath
import pytest
import sympy as sp

from steepest_mirror.symbolic.orbit.closed_map import X, inverse_map, mirror_map
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization
from steepest_mirror.symbolic.orbit.sum_orbit import sum_orbit
from steepest_mirror.symbolic.symbols import y

CLOSED = [
    (2, "u**2 - v**2", {"u": 1, "v": "1/2"}),
    (2, "3*u**2 - 3*v**2 + 1", {"u": 1, "v": "1/2"}),
    (1, "u**2 - 3*v**2", {"u": 1, "v": "1/2"}),
    (1, "a**2 + b**2", {"a": 3, "b": 1}),
    ("3/2", "exp(w)", {"w": "1/3"}),
    (1, "exp(w)", {"w": 0}),
    (2, "log(w)", {"w": 2}),
    ("3/2", "2*a + b - 3", {"a": 1, "b": 1}),
    ("5/4", "(w - 3)**4", {"w": 5}),
]


def made(q, text, start):
    return sum_orbit(reparameterization(F(q), text, {}, {name: F(value) for name, value in start.items()}))


@pytest.mark.parametrize("q, text, start", CLOSED)
def test_inverse_to_the_orbit(q, text, start):
    orbit = made(q, text, start)
    form, (value, bottom) = mirror_map(orbit), inverse_map(orbit)
    with mpmath.workdps(40):
        clocks = [sp.Rational(1, 50), sp.Rational(-1, 60)]
        moved = [sp.N((form.subs(X, orbit.x_of_y.subs(y, c)) - c), 40) for c in clocks]
        assert abs(moved[0] - moved[1]) < 1e-30, "R'(x(y)) - y is one constant"
        base = sp.Integer(0) if orbit.has_zero else orbit.h.x0
        assert abs(sp.N(form.subs(X, base), 40)) < 1e-30, "normalised"
        for c in clocks:
            dual = sp.N(form.subs(X, orbit.x_of_y.subs(y, c)), 40)
            assert abs(sp.N(value.subs(y, dual) - orbit.x_of_y.subs(y, c), 40)) < 1e-28
            assert abs(sp.N(sp.diff(bottom, y).subs(y, dual) - orbit.x_of_y.subs(y, c), 40)) < 1e-28
        assert abs(sp.N(bottom.subs(y, 0), 40)) < 1e-30


def test_hypentropy():
    orbit = made(2, "u**2 - v**2", {"u": "3/2", "v": "1/7"})
    assert sp.simplify(mirror_map(orbit) - sp.asinh(X * sp.Rational(7, 3)) / 4) == 0
    assert sp.simplify(1 / sp.diff(mirror_map(orbit), X) ** 2 - 16 * (X**2 + sp.Rational(9, 49))) == 0


def test_implicit_ones():
    assert mirror_map(made(2, "u**3 - v**3", {"u": 1, "v": "1/2"})) is None
    assert inverse_map(made("3/2", "u**2 - v**2", {"u": 1, "v": "1/2"})) is None
