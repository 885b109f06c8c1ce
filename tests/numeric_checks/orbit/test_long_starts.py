"""Starts and coefficients of 40 digits over 40 digits at every q: within seconds, and right.

The truth: each weight of h = a u^D - b v^E by its own power law, in mpmath at twice the digits.
"""

from __future__ import annotations

import random
import time
from fractions import Fraction as F

import mpmath as mp
import pytest

from steepest_mirror.numeric_checks.orbit.values import evaluate
from steepest_mirror.symbolic.orbit.forms import QUANTITIES, derive
from steepest_mirror.symbolic.orbit.reparameterization import Reparameterization, reparameterization

STEEPNESS = (F(1), F(10001, 10000), F(4, 3), F(3, 2), F(19999, 10000), F(2))
TEXTS = ("a*u**2 - b*v**2", "a*u**3 - b*v**2", "a*u**2*v", "u*v", "u**2*v + a*v*w", "a*exp(b*u) - v")


def long(draw: random.Random) -> F:
    return F(draw.randrange(10**39, 10**40), draw.randrange(10**39, 10**40))


def made(q: F, text: str, draw: random.Random) -> Reparameterization:
    letters = [name for name in "abuvw" if name in text.replace("exp", "")]
    values = {name: long(draw) for name in letters}
    constants = {name: v for name, v in values.items() if name in "ab"}
    return reparameterization(q, text, constants, {name: v for name, v in values.items() if name in "uvw"})


@pytest.mark.parametrize("q", STEEPNESS, ids=str)
@pytest.mark.parametrize("text", TEXTS)
def test_derived_within_seconds(q: F, text: str) -> None:
    began = time.process_time()
    h = made(q, text, random.Random(f"{q} {text}"))
    for what in QUANTITIES:
        assert derive(h, what).text
    assert time.process_time() - began < 20


@pytest.mark.parametrize("q", STEEPNESS, ids=str)
@pytest.mark.parametrize(("D", "E"), [(2, 2), (3, 2), (F(5, 2), 3)], ids=str)
def test_inverse_map_against_power_laws(q: F, D: F, E: F) -> None:
    draw = random.Random(f"{q} {D} {E}")
    a, b, u, v = (long(draw) for _ in range(4))
    h = reparameterization(q, "a*u**D - b*v**E", {"a": a, "b": b, "D": F(D), "E": F(E)}, {"u": u, "v": v})
    with mp.workdps(60):
        real = lambda value: mp.mpf(F(value).numerator) / F(value).denominator  # noqa: E731

        def weight(side: int, c: F, n: F, start: F, y: mp.mpf) -> mp.mpf:
            r = real(q) - 1
            rho, beta = (real(n) - 1) * r, side * (real(c) * real(n)) ** r
            if rho == 1:
                return real(start) * mp.exp(beta * y)
            return (real(start) ** (1 - rho) + (1 - rho) * beta * y) ** (1 / (1 - rho))

        def x_of(y: mp.mpf) -> mp.mpf:
            return real(a) * weight(1, a, D, u, y) ** real(D) - real(b) * weight(-1, b, E, v, y) ** real(E)

        target = F(mp.nstr(x_of(mp.mpf("0.01")), 30))
        way = evaluate(h, "escape-time", 20, {"x0": F(mp.nstr(x_of(mp.mpf(0)), 30)), "x1": target, "g": F(-1)})[0]
        slack = mp.mpf(10) ** -24
        if target > F(mp.nstr(x_of(mp.mpf(0)), 30)):
            assert abs(mp.mpf(way.value) - mp.mpf("0.01")) < mp.mpf(way.radius) + slack


@pytest.mark.parametrize("q", STEEPNESS, ids=str)
def test_r_of_zero_is_zero(q: F) -> None:
    draw = random.Random(str(q))
    u, v = long(draw), long(draw)
    h = reparameterization(q, "u**2 - v**2", {}, {"u": u, "v": v})
    assert evaluate(h, "inverse-mirror-map", 20, {"y": F(0)})[0].value == "0"


def test_equal_ends_of_two_weights_are_seen() -> None:
    """u^2 + v^2 with the same long start: both weights reach 0 at one clock, told exactly."""
    from steepest_mirror.symbolic.orbit.sum_orbit import sum_orbit

    u = long(random.Random(5))
    h = reparameterization(F(3, 2), "u**2 + v**2", {}, {"u": u, "v": u})
    both = sum_orbit(h)
    apart = sum_orbit(reparameterization(F(3, 2), "u**2 + v**2", {}, {"u": u, "v": u + F(1, 10**40)}))
    assert both is not None and apart is not None
    assert len(both.low.weights) == 2 and len(apart.low.weights) == 1
