"""E(s) against numeric quadrature, and that it is given exactly where Chebyshev's condition holds."""

import itertools

import pytest
import sympy as sp
from mpmath import mp, mpf

from steepest_mirror.symbolic.product.incomplete_beta import elementary

s = sp.Symbol("s", positive=True)
A = [sp.Rational(n, d) for d in (1, 2, 3, 4) for n in range(1, 2 * d + 1)]
B = [sp.Rational(n, d) for d in (1, 2, 3, 4) for n in range(-d, 2 * d + 1)]


def quadrature(a, b, end):
    a, b = mpf(a.p) / a.q, mpf(b.p) / b.q
    return end**a / a * mp.quad(lambda r: (1 + end * r ** (1 / a)) ** -b, [0, mpf(1) / 100, 1])


@pytest.mark.parametrize(("a", "b"), sorted(set(itertools.product(A, B)), key=str)[::5], ids=str)
def test_against_quadrature_and_chebyshev(a, b):
    form = elementary(a, b, s)
    integers = [v.is_integer for v in (a, b, a - b)]
    assert form is None or any(integers)
    if a.q <= 2 and any(integers):
        assert form is not None
    if form is not None:
        with mp.workdps(25):
            for end in (sp.Rational(1, 7), sp.Integer(5)):
                value = mpf(form.subs(s, end).evalf(25)._mpf_) if form.subs(s, end) != 0 else mpf(0)
                assert abs(value - quadrature(a, b, mpf(end.p) / end.q)) < mpf(10) ** -18
