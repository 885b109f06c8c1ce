"""The conditions of any reparameterization: the product's own, one-sided powers, sums judged at their ends, honest
blanks."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from steepest_mirror.symbolic.orbit.conditions import UNDECIDED, conditions
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization
from steepest_mirror.symbolic.product.legendre import legendre
from steepest_mirror.symbolic.setting import setting


def made(q, text, **start):
    return conditions(reparameterization(F(q), text, {}, {name: F(value) for name, value in start.items()}))


def holds(found):
    return {c.name: c.holds if isinstance(c.holds, str) else bool(c.holds) for c in found.conditions}


@pytest.mark.parametrize("q", ["1", "3/2", "2"])
def test_a_product_has_the_conditions_of_its_setting(q):
    found, known = made(q, "a*b*c", a=4, b=1, c=1), legendre(setting(F(q), (0, 0, F(4) ** 2 - 1)))
    assert holds(found) == holds(known) and (found.domain, found.range) == (known.domain, known.range)


def test_hypentropy_is_legendre_and_onto():
    found = holds(made(2, "u**2 - v**2", u=1, v="1/2"))
    assert found["legendre"] and found["onto"] and found["bregman"] and not found["blow-up"]


def test_deep_blows_up():
    found = made(2, "u**3 - v**3", u=1, v="1/2")
    assert holds(found)["legendre"] and not holds(found)["onto"] and holds(found)["blow-up"] and found.m == "4/3"


def test_below_2_the_domain_ends_where_a_weight_reaches_0():
    found = made("3/2", "u**2 - v**2", u=1, v="1/2")
    assert not holds(found)["essentially-smooth"] and not holds(found)["legendre"] and not holds(found)["onto"]
    assert "v" in found["essentially-smooth"].reason


def test_a_square_keeps_its_sign():
    low, high = made("3/2", "w**2", w=1), made(2, "w**2", w=1)
    assert not holds(low)["legendre"] and holds(low)["sign-preserving"] and low.domain == "[0, infinity)"
    assert holds(high)["legendre"] and holds(high)["sign-preserving"]
    assert holds(made("3/2", "w*abs(w)", w=1))["legendre"]


@pytest.mark.parametrize(
    "q, closed, onto, blow_up",
    [("1", True, True, False), ("3/2", True, False, True), ("2", False, False, True)],
)
def test_exponential(q, closed, onto, blow_up):
    """R'' = x^{-q}: at q = 2 R = x - log x - 1 (Burg) is infinite at 0; R' ends at infinity iff q > 1."""
    found = holds(made(q, "exp(w)", w=0))
    assert found["legendre"] and found["closed-domain"] is closed
    assert found["onto"] is onto and found["blow-up"] is blow_up and found["bregman"] is closed


def test_logarithm_has_unbounded_level_sets():
    """x = log w, q = 2: R'' = e^{2x}, and D_R(x, z) stays bounded as z -> -infinity."""
    found = holds(made(2, "log(w)", w=1))
    assert not found["bounded-level-sets"] and not found["onto"]


def test_undecided_is_said():
    found = holds(made("3/2", "a*b + c*d", a=3, b=1, c=2, d=5))
    assert found["strictly-convex"] is True
    assert all(value == UNDECIDED for name, value in found.items() if name != "strictly-convex")
    assert holds(made("5/4", "(w - 1)**3", w=2))["sign-preserving"] == UNDECIDED
