"""`derive` for any reparameterization: every quantity of every kind, and code that runs."""

from __future__ import annotations

from fractions import Fraction as F

import mpmath
import pytest

from steepest_mirror.symbolic.errors import InputError
from steepest_mirror.symbolic.orbit.forms import QUANTITIES, derive, product_setting
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization

ROWS = [
    ("2", "u**2 - v**2", {"u": 1, "v": "1/2"}),
    ("2", "u**3 - v**3", {"u": 1, "v": "1/2"}),
    ("3/2", "a**2*b", {"a": 1, "b": 1}),
    ("3/2", "w**2", {"w": 1}),
    ("3/2", "exp(w)", {"w": 0}),
    ("3/2", "a*b + c*d", {"a": 3, "b": 1, "c": 2, "d": 5}),
]


def made(q, text, start):
    return reparameterization(F(q), text, {}, {name: F(value) for name, value in start.items()})


@pytest.mark.parametrize("q, text, start", ROWS)
def test_every_quantity(q, text, start):
    at = made(q, text, start)
    for what in QUANTITIES:
        found = derive(at, what)
        assert found.what == what and found.text
        if found.python:
            space: dict = {}
            exec(found.python, space)
            assert mpmath.isfinite(space[what.replace("-", "_")](mpmath.mpf("0.3")))


def test_known_forms():
    at = made("2", "u**2 - v**2", {"u": 1, "v": "1/2"})
    assert derive(at, "mirror-map").text.startswith("R'(x) = asinh(x)/4")
    assert "u*v is conserved" in derive(at, "balance").text
    assert "x = sinh(4*y)" in derive(at, "inverse-mirror-map").text
    assert "1/x" in derive(made("2", "exp(w)", {"w": 0}), "mirror-map").text


def test_products_are_the_setting_itself():
    named, whole, values = product_setting(made("3/2", "a*b", {"a": 1, "b": "1/2"}))
    assert not values.keys() - set(named.groups[1][0].free_symbols) and whole.groups[1][0].is_positive
    assert product_setting(made("3/2", "a**2*b", {"a": 1, "b": 1})) is None


def test_unknown_quantity():
    with pytest.raises(InputError, match="give one of"):
        derive(made(*ROWS[0]), "metrics")
