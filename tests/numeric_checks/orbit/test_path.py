"""The certified orbit: known solutions inside its balls, R' of a product, refusals, a wrong h caught."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from flint import arb

from steepest_mirror.numeric_checks.orbit.path import (
    Orbit,
    conjugate,
    escape_time,
    inverse_map,
    metric,
    mirror_map,
    potential,
)
from steepest_mirror.numeric_checks.orbit.reparameterization import differentiable
from steepest_mirror.numeric_checks.potential.mirror import Mirror
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import InputError, Undecided
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization

BITS = 220
NARROW = arb(10) ** -40


def orbit(q, text, **start):
    return Orbit(differentiable(reparameterization(F(q), text, {}, {n: F(v) for n, v in start.items()})), BITS)


def test_hypentropy():
    """u^2 - v^2, q = 2, from (1, 1/2): R' = asinh(x)/4, R'' = (1 + x^2)^{-1/2}/4, R* = (cosh(4y) - 1)/4."""
    with bits(BITS):
        at = orbit(2, "u**2 - v**2", u=1, v="1/2")
        base = at.clock(F(0))
        for x in (F(5), F(-3, 7), F(1, 1000)):
            z = arb(x.numerator) / x.denominator
            for found, known in (
                (mirror_map(at, x, base), z.asinh() / 4),
                (metric(at, x), 1 / (4 * (1 + z * z).sqrt())),
                (conjugate(at, x, base), ((1 + z * z).sqrt() - 1) / 4),
                (potential(at, x, base), z * z.asinh() / 4 - ((1 + z * z).sqrt() - 1) / 4),
            ):
                assert found.overlaps(known) and (found - known).abs_upper() < NARROW
                assert not found.overlaps(known * (1 + arb(10) ** -35))
        there = inverse_map(at, F(1, 3), base)
        assert there.overlaps((arb(4) / 3).sinh()) and there.rad() < NARROW


@pytest.mark.parametrize("q", [F(1), F(3, 2), F(2)])
def test_a_product_is_the_mirror_of_its_invariants(q):
    """The clock between two x against R'(x_1) - R'(x_0) by integrals over P."""
    with bits(BITS):
        at = orbit(q, "a*b*c", a=4, b=1, c=9)
        known = Mirror.from_invariants(q, [v - 1 for v in {F(1): (4, 1, 9), F(3, 2): (8, 1, 27), F(2): (16, 1, 81)}[q]])
        gap = at.clock(F(80)) - at.clock(F(20)) - (known.map(F(80)) - known.map(F(20)))
        assert gap.contains(0) and gap.rad() < NARROW


def test_one_start_exactly():
    with bits(BITS):
        at = orbit("3/2", "u*v + u**2", u="1/3", v="1/2")
        assert at.clock(F(5, 18)) == 0
        with pytest.raises(Undecided):
            at.at(arb(0, 1))


def test_stops_beside_a_zero_of_a_slope():
    """u^2 - v^2, q = 3/2: v = 0 at x = 17/4 + 18^{1/2}; beyond there is no orbit."""
    with bits(64):
        at = orbit("3/2", "u**2 - v**2", u=1, v="1/2")
        near = F(849, 100)
        assert near < F(17, 4) + F(42426406, 10**7) and at.clock(near) < 1
        with pytest.raises(Undecided, match="no further"):
            at.clock(F(17, 2))


def test_escape_time_is_the_increment():
    with bits(BITS):
        at = orbit(2, "u**2 - v**2", u=1, v="1/2")
        time = escape_time(at, F(2), F(0), F(5), F(-2))
        assert time.overlaps(arb(5).asinh() / 8)
        with pytest.raises(InputError):
            escape_time(at, F(2), F(0), F(5), F(2))


def test_logarithms_and_exponentials():
    """h = log(1 + e^a): h' = s(a), da/dy = s at q = 2, so y = e^{-a_0} - e^{-a} + a - a_0."""
    with bits(BITS):
        at = orbit(2, "log(1 + exp(a))", a=0)
        x = F(3, 2)
        a = ((arb(3) / 2).exp() - 1).log()
        assert (at.clock(x) - (1 - (-a).exp() + a)).contains(0) and at.clock(x).rad() < NARROW
