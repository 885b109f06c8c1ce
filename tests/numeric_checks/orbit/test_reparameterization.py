"""h and its gradient from the tree, against SymPy's derivative, in every function of the grammar."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
import sympy as sp
from flint import arb

from steepest_mirror.numeric_checks.flow.smooth.arithmetic import BallArithmetic, OutsideDomain
from steepest_mirror.numeric_checks.orbit.reparameterization import differentiable
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import Undecided
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization

TEXTS = (
    "a*b - 3*a**3/b + 2",
    "a**(3/2)*sqrt(b)",
    "abs(a - 5)*b + abs(a)",
    "exp(a*b)/a",
    "log(a + b**2)*a",
    "log(1 + log(a + b + 2))",
    "sinh(a)*cosh(b) - tanh(a*b)",
    "2**a + b**-3",
    "(a + b)**7 - -a",
)


@pytest.mark.parametrize("text", TEXTS)
def test_value_and_gradient(text):
    at = reparameterization(F(2), text, {}, {"a": F(2, 3), "b": F(5, 4)})
    of = differentiable(at)
    with bits(200):
        value, slopes, _ = of.slopes(of.state(), BallArithmetic())
        for found, known in zip([value, *slopes], [at.H, *at.slopes], strict=True):
            exact = arb(str(sp.N(known.subs(at.at_start), 50)))
            assert abs(found - exact) < arb(10) ** -45 * (1 + abs(exact)) and found.rad() < 1e-45


def test_constants_stay_exact():
    at = reparameterization(F(2), "c*a**D", {"c": F(1, 3), "D": F(2)}, {"a": F(3)})
    with bits(100):
        of = differentiable(at)
        assert of.x(of.state()).overlaps(arb(3)) and of.x0 == 3


def test_a_kink_is_refused():
    at = reparameterization(F(2), "abs(a)*b", {}, {"a": F(1), "b": F(1)})
    with bits(100), pytest.raises(OutsideDomain):
        differentiable(at).x([arb(0, 1), arb(1)])


def test_what_is_not_followed():
    at = reparameterization(F(2), "a**b", {}, {"a": F(2), "b": F(3)})
    with bits(100), pytest.raises(Undecided):
        of = differentiable(at)
        of.x(of.state())
