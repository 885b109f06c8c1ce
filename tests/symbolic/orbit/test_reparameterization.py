"""A reparameterization: what is read, its orthant, its degree, and every refusal."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
import sympy as sp

from steepest_mirror.symbolic.errors import InputError
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization


def made(q, text, constants=None, **start):
    return reparameterization(F(q), text, constants or {}, {name: F(value) for name, value in start.items()})


def test_the_weights_are_the_names_that_set_leaves_over():
    at = made(2, "u**D - v**D", {"D": F(3)}, u=1, v="1/2")
    assert [w.name for w in at.weights] == ["u", "v"]
    assert at.x0 == sp.Rational(7, 8)
    u, v = at.sizes
    assert at.slopes == (3 * u**2, -3 * v**2)


def test_letters_of_the_product_case_are_shadowed():
    start = {"x": F(1), "q": F(2), "L": F(3), "alpha": F(1, 2)}
    at = reparameterization(F(2), "x*q*L*alpha", {}, start)
    assert at.x0 == 3 and at.degree == 4


def test_the_orthant_of_the_start():
    at = made("3/2", "m*w*abs(w)", m=-1, w="-1/2")
    m, w = at.sizes
    assert (m.name, w.name) == ("|m|", "|w|")
    assert m * w**2 == at.H and at.odd(0) and at.odd(1)
    assert not made(2, "w**2", w=1).odd(0) and made(2, "w**2", w=1).even(0)


@pytest.mark.parametrize(
    "text, start, degree",
    [
        ("a*b*c", {"a": 1, "b": 2, "c": 3}, 3),
        ("u**2 - v**2", {"u": 2, "v": 1}, 2),
        ("exp(a)", {"a": 1}, None),
        ("sqrt(a*b)", {"a": 1, "b": 2}, 1),
        ("a + b**2", {"a": 1, "b": 1}, None),
        ("a**2/b", {"a": 1, "b": 3}, 1),
    ],
)
def test_homogeneous_of_degree(text, start, degree):
    assert made("3/2", text, **start).degree == degree


@pytest.mark.parametrize(
    "q, text, constants, start, words",
    [
        ("3", "u", {}, {"u": 1}, "q lies in"),
        ("2", "u*v", {}, {"u": 1}, "v has no value"),
        ("2", "u*v", {}, {"u": 1, "v": 1, "z": 1}, "not a weight"),
        ("2", "u*v", {"D": F(2)}, {"u": 1, "v": 1}, "not a name"),
        ("2", "u**2 - v**2", {}, {"u": 0, "v": 0}, "degenerate"),
        ("3/2", "u**2 - v**2", {}, {"u": 1, "v": 0}, "need not be unique"),
        ("2", "log(u)", {}, {"u": -1}, "not a real number"),
        ("2", "u**(1/2)", {}, {"u": -1}, "not a real number"),
        ("2", "sqrt(u)", {}, {"u": 0}, "infinite"),
        ("2", "abs(u) + v", {}, {"u": 0, "v": 1}, "kink"),
        ("2", "u - u + v", {}, {"u": 1, "v": 1}, "does not depend"),
        ("2", "3", {}, {}, "they are the weights"),
        ("2", "gamma(u)", {}, {"u": 1}, "not a function"),
        ("2", "u < 2", {}, {"u": 1}, "condition"),
        ("2", "u**(", {}, {"u": 1}, "column"),
    ],
)
def test_refused_with_a_reason(q, text, constants, start, words):
    with pytest.raises(InputError, match=words):
        made(q, text, constants, **start)


def test_a_transversal_zero_is_no_refusal():
    """a b c from a = 0: d_b h = d_c h = 0, but they pass through 0, and the solution is unique."""
    assert made("3/2", "a*b*c", a=0, b=1, c=2).x0 == 0
    assert made("3/2", "a*b + c", a=0, b=1, c=2).x0 == 2
