"""dz/dy = <phi(z)>^{q-1}: the explicit solution solves it, by mpmath; its critical clock; what is refused."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.symbolic.orbit.one_weight import one_weight
from steepest_mirror.symbolic.symbols import y

z = sp.Symbol("z", positive=True)
FORMS = (z, 3 * z**2, -2 * z, 5 * z**3, -sp.sqrt(z), 1 / z, sp.Integer(2), sp.exp(2 * z), -3 * sp.exp(-z), (z + 3) ** 2)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FORMS), st.integers(0, 8), st.fractions(Fraction(1, 5), 3, max_denominator=9))
def test_the_part_has_the_rate_phi_to_the_q(phi, twelfth, start):
    """d(part)/dy = |phi(z(y))|^q with z recovered from e, at a clock short of the critical one."""
    q, z0 = 1 + sp.Rational(twelfth, 8), sp.Rational(start.numerator, start.denominator)
    one = one_weight(sp.sympify(phi), z, z0, q, True)
    assert one is not None and one.agrees(q)
    with mpmath.workdps(30):
        clock = mpmath.mpf("0.01")
        if one.critical is not None:
            clock = min(clock, abs(mpmath.mpf(sp.N(one.critical, 30))) / 10)
        grown = sp.exp(one.beta * y) if one.rho == 1 else (1 + (1 - one.rho) * one.beta * y) ** (1 / (1 - one.rho))
        e = sp.N(grown.subs(y, sp.Float(str(clock), 30)), 30)
        there = sp.nsolve(one.e - e, z, float(z0), prec=30, verify=False)
        found = mpmath.mpf(sp.N(sp.diff(one.part, y).subs(y, sp.Float(str(clock), 30)), 30))
        wanted = mpmath.mpf(sp.N(sp.Abs(one.phi.subs(z, there)) ** q, 30))
        assert abs(found - wanted) < mpmath.mpf(10) ** -15 * (1 + abs(wanted)), (phi, q, z0)
        area = sp.N(sp.diff(one.integral, y).subs(y, sp.Float(str(clock), 30)), 30)
        assert abs(area - sp.N(one.part.subs(y, sp.Float(str(clock), 30)), 30)) < sp.Float("1e-15")


@pytest.mark.parametrize("D", range(2, 7))
@pytest.mark.parametrize("q", [sp.Integer(1), sp.Rational(9, 8), sp.Rational(4, 3), sp.Rational(3, 2), sp.Integer(2)])
def test_zero_in_finite_y_iff_the_exponent_is_below_1(D, q):
    """v^D downhill: v^{D-1} has order D - 1; 0 is reached iff (D-1)(q-1) < 1, as the integral of dv/v^{(D-1)(q-1)}
    says."""
    one = one_weight(-D * z ** (D - 1), z, sp.Rational(1, 2), q, True)
    reached = one.rho < 1
    assert reached == ((D - 1) * (q - 1) < 1)
    if reached:
        rho = (D - 1) * (q - 1)
        time = (sp.Rational(1, 2)) ** (1 - rho) / (1 - rho) / D ** (q - 1)
        assert sp.N(one.critical - time, 30) < 1e-25


def test_refused():
    assert one_weight(1 + z**2, z, sp.Integer(1), sp.Integer(2), True) is None
    assert one_weight(sp.log(z), z, sp.Integer(2), sp.Integer(2), True) is None
    assert one_weight(2 * (z - 1), z, sp.Integer(3), sp.Integer(2), False) is None, (
        "a kink at 0 apart from the zero at 1"
    )
