"""The explicit orbit of a sum: its speed, both ends found, kinks not overlooked."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
import sympy as sp

from steepest_mirror.symbolic.orbit.reparameterization import reparameterization
from steepest_mirror.symbolic.orbit.sum_orbit import BLOW_UP, EDGE, NEVER, ZERO, below, sum_orbit
from steepest_mirror.symbolic.symbols import y


def made(q, text, **start):
    return sum_orbit(reparameterization(F(q), text, {}, {name: F(value) for name, value in start.items()}))


def test_woodworth_shallow_and_deep():
    """Woodworth et al. 2020: alpha^2 2 sinh at D = 2; at D > 2 (alpha^{2-D} - D(D-2) z)^{-D/(D-2)} and its mirror
    image."""
    shallow = made(2, "u**2 - v**2", u=1, v="1/2")
    assert sp.simplify(shallow.x_of_y - (sp.exp(4 * y) - sp.exp(-4 * y) / 4)) == 0
    for D in (3, 4, 5):
        deep = made(2, f"u**{D} - v**{D}", u="2/3", v="2/3")
        start, power = sp.Rational(2, 3) ** (2 - D), sp.Rational(-D, D - 2)
        known = (start - D * (D - 2) * y) ** power - (start + D * (D - 2) * y) ** power
        for at in (sp.Rational(1, 100), sp.Rational(-1, 77)):
            assert abs(sp.N((deep.x_of_y - known).subs(y, at), 40)) < 1e-30


@pytest.mark.parametrize("D", range(2, 6))
@pytest.mark.parametrize("q", ["1", "9/8", "4/3", "3/2", "7/4", "2"])
def test_where_v_reaches_0(D, q):
    """u^D - v^D reaches v = 0 in finite y iff (D-1)(q-1) < 1; else it blows up (> 1), or neither (= 1)."""
    orbit = made(q, f"u**{D} - v**{D}", u=1, v="1/2")
    exponent = (D - 1) * (F(q) - 1)
    kind = ZERO if exponent < 1 else NEVER if exponent == 1 else BLOW_UP
    assert orbit.low.kind == orbit.high.kind == kind
    assert [w.name for w in orbit.high.weights] == {ZERO: ["v"], NEVER: [], BLOW_UP: ["u"]}[kind]
    assert orbit.has_zero


def test_the_ends_of_the_example():
    """u^2 - v^2 from (1, 1/2), q = 3/2: v = (2^{-1/2} - y 2^{-1/2})^2 is 0 at y = 1, u = (1 + y 2^{-1/2})^2 at y =
    -2^{1/2}."""
    orbit = made("3/2", "u**2 - v**2", u=1, v="1/2")
    assert orbit.high.clock == 1 and orbit.low.clock == -sp.sqrt(2)
    assert sp.simplify(orbit.high.x - (1 + 1 / sp.sqrt(2)) ** 4) == 0
    assert sp.simplify(orbit.x_of_y.subs(y, 1) - orbit.high.x) == 0


def test_kinks():
    edge = made("3/2", "abs(w) + b", w="1/4", b=1)
    assert edge.low.kind == EDGE and edge.low.x == sp.Rational(3, 4)
    for text, start in (
        ("abs(w) + (w - 1)**2", {"w": "1/4"}),
        ("abs(w - 1) + b", {"w": 2, "b": 1}),
        ("abs(w**2 - 1) + b", {"w": 2, "b": 1}),
    ):
        assert made("3/2", text, **start) is None, text
    assert made(2, "abs(w)**(3/2)", w=1).low.kind == ZERO, "h is not C^{1,1} at 0, so q = 2 reaches it too"


def test_not_sums():
    assert made(2, "u*v", u=1, v=1) is None
    assert made(2, "cosh(u) + v", u=1, v=1) is None


def test_order_of_constants():
    assert below(sp.Rational(1, 3), sp.sqrt(2)) and not below(sp.sqrt(8), 2 * sp.sqrt(2))
    assert below(-sp.oo, sp.Integer(0)) and not below(sp.oo, sp.Integer(0))
