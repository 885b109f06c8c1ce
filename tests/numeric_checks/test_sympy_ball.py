"""SymPy expressions at balls: against mpmath; undefined ones are None."""

from __future__ import annotations

import pytest
import sympy as sp
from flint import arb

from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.numeric_checks.sympy_ball import at_balls

a, b = sp.symbols("a b", positive=True)


@pytest.mark.parametrize(
    "form",
    [
        a**2 - b / 3,
        sp.sqrt(a) * sp.log(b),
        sp.asinh(a / b) + sp.pi,
        sp.hyper((sp.Rational(1, 3), 1), (2,), -a * b),
        a**b,
        1 / a**3,
    ],
)
def test_values(form):
    with bits(160):
        found = at_balls(form, {a: arb(2) / 3, b: arb(5) / 4})
        known = arb(str(sp.N(form.subs({a: sp.Rational(2, 3), b: sp.Rational(5, 4)}), 40)))
        assert abs(found - known) < 1e-35 and found.rad() < 1e-35


def test_undefined():
    with bits(100):
        assert at_balls(1 / a, {a: arb(0, 1)}) is None
        assert at_balls(sp.sqrt(a), {a: arb(0, 1)}) is None
        assert at_balls(sp.log(a - b), {a: arb(1), b: arb(1)}) is None
        assert at_balls(sp.hyper((1, 1), (2,), a), {a: arb(2)}) is None
