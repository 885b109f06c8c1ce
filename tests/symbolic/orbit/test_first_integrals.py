"""First integrals: constant along the flow, k - 1 of them, the known ones; what is not found is said."""

from __future__ import annotations

from fractions import Fraction as F

import mpmath
import pytest
import sympy as sp

from steepest_mirror.symbolic.algebra import equal
from steepest_mirror.symbolic.orbit.first_integrals import first_integrals
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization
from steepest_mirror.symbolic.symbols import u

CASES = [
    ("a*b*c", {"a": 4, "b": 1, "c": 9}, 2),
    ("u**2 - v**2", {"u": 1, "v": "1/2"}, 1),
    ("u**5 - v**5", {"u": 1, "v": "1/2"}, 1),
    ("exp(a)*b**2*c", {"a": 1, "b": 2, "c": 5}, 2),
    ("a*b - c*d", {"a": 3, "b": 1, "c": 2, "d": 5}, 3),
    ("a*b + c + d**2", {"a": 3, "b": 1, "c": 2, "d": 5}, 3),
    ("a**2*b + c*d", {"a": 3, "b": 1, "c": 2, "d": 5}, 3),
]


def made(q, text, start):
    return reparameterization(F(q), text, {}, {name: F(value) for name, value in start.items()})


@pytest.mark.parametrize("q", ["1", "5/4", "3/2", "2"])
@pytest.mark.parametrize("text, start, count", CASES)
def test_complete_and_constant(q, text, start, count):
    """The derivative along the flow vanishes: by differences of 40-digit values, from nothing but I and the slopes."""
    at = made(q, text, start)
    found = first_integrals(at)
    assert found.complete and found.rank == found.needed == count == len(found.found)
    with mpmath.workdps(40):
        point = [mpmath.mpf(int(v.p)) / int(v.q) for v in at.at_start.values()]
        slopes = [sp.lambdify(at.sizes, s, "mpmath")(*point) for s in at.slopes]
        moved = [mpmath.sign(s) * abs(s) ** (mpmath.mpf(int(at.q.p)) / int(at.q.q) - 1) for s in slopes]
        for one in found.found:
            form = one.value.rewrite(sp.hyper) if one.value.has(sp.Function("F_D")) else one.value
            value = sp.lambdify(at.sizes, _plain(form), "mpmath")
            rate = mpmath.diff(lambda t, f=value: f(*(p + t * m for p, m in zip(point, moved, strict=True))), 0)
            assert abs(rate) < mpmath.mpf(10) ** -15, (text, q, one.value)


def _plain(form):
    from steepest_mirror.symbolic.product.lauricella import LauricellaFD

    return form.replace(lambda f: isinstance(f, LauricellaFD), lambda f: f.rewrite(sp.hyper))


def test_known_ones():
    a, b = sp.symbols("a b", positive=True)
    (one,) = first_integrals(made("3/2", "a*b", {"a": 1, "b": 2})).found
    assert equal(one.value, a ** sp.Rational(3, 2) - b ** sp.Rational(3, 2))
    (one,) = first_integrals(made(2, "u**2 - v**2", {"u": 1, "v": 2})).found
    v = sp.Symbol("v", positive=True)
    assert equal(one.value, u * v)
    (one,) = first_integrals(made(2, "u**3 - v**3", {"u": 1, "v": 2})).found
    assert equal(one.value, 1 / u + 1 / v)


@pytest.mark.parametrize(
    "text, start", [("(a + b)**2*c", {"a": 1, "b": 1, "c": 1}), ("a*b*c + c", {"a": 1, "b": 2, "c": 1})]
)
def test_what_is_not_found_is_counted(text, start):
    found = first_integrals(made(2, text, start))
    assert found.rank == 1 and found.needed == 2 and not found.complete


def test_one_weight_conserves_nothing():
    found = first_integrals(made(2, "exp(w)", {"w": 0}))
    assert found.complete and not found.found


def test_an_integral_is_left_where_there_is_no_primitive():
    found = first_integrals(made("3/2", "cosh(a) + b", {"a": 1, "b": 1}))
    assert found.complete and not found.found[0].closed and found.found[0].value.has(sp.Integral)
