"""The metric in the weights, decay of a homogeneous h, and where the metric degenerates, found."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
import sympy as sp

from steepest_mirror.symbolic.algebra import equal
from steepest_mirror.symbolic.orbit.metric import decay, degeneration, drift, dual_rate, speed
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization


def made(q, text, **start):
    return reparameterization(F(q), text, {}, {name: F(value) for name, value in start.items()})


def test_speed():
    at = made("3/2", "u**2 - v**2", u=1, v="1/2")
    u, v = at.sizes
    assert equal(speed(at), (2 * u) ** at.q + (2 * v) ** at.q)


@pytest.mark.parametrize("L", [2, 3, 5])
@pytest.mark.parametrize("q", ["1", "5/4", "2"])
def test_dual_rate_of_a_product_is_L_times_1_minus_m(q, L):
    names = [f"a{i}" for i in range(L)]
    at = made(q, "*".join(names), **{n: i + 1 for i, n in enumerate(names)})
    m = F(q) * (L - 1) / L
    assert dual_rate(at) == sp.Rational(str(L * (1 - m)))
    assert drift(at) == L * sp.Symbol("x", real=True)


def test_no_law_without_homogeneity():
    at = made(2, "exp(w)", w=0)
    assert dual_rate(at) is None and "not homogeneous" in decay(at)[-1]
    assert "no law" in decay(made(2, "w**2", w=1))[-1], "R' = log(x)/4 picks up a drift"


@pytest.mark.parametrize(
    "q, text, start, words",
    [
        ("3/2", "u**2 - v**2", {"u": 1, "v": "1/2"}, "d_i h reaches 0 for v"),
        ("2", "u**2 - v**2", {"u": 1, "v": "1/2"}, "x -> infinity as y -> infinity"),
        ("3/2", "w**2", {"w": 1}, "where h stops"),
        ("3/2", "w*abs(w)", {"w": 1}, "changes its sign"),
        ("2", "w**2", {"w": 1}, "not reached"),
        ("3/2", "a*b + c**2*a", {"a": 1, "b": 1, "c": 1}, "undecided"),
        ("2", "a*b + c**2*a", {"a": 1, "b": 1, "c": 1}, "critical point of h is never reached"),
        ("3/2", "a*b + (c - 1)**2", {"a": 1, "b": 1, "c": 3}, "reached downwards"),
    ],
)
def test_found(q, text, start, words):
    assert any(words in line for line in degeneration(made(q, text, **start)))
