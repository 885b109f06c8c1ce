"""Orbits in closed form: exact starts stay exact, sizes do not matter; held against asinh and mpmath's root finding."""

from __future__ import annotations

import random
from fractions import Fraction as F

import mpmath
import pytest

from steepest_mirror.numeric_checks.orbit.values import evaluate
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization

PAIR = "u**2 - v**2"


def hypentropy(u: F, v: F, x: F, digits: int) -> mpmath.mpf:
    """R'(x) = asinh(x/(2 u v))/4."""
    with mpmath.workdps(2 * digits + 120):
        return mpmath.asinh(mpmath.mpf((x / (2 * u * v)).numerator) / (x / (2 * u * v)).denominator) / 4


def within(found, truth, digits: int) -> bool:
    """|value - truth| <= radius, and the radius small."""
    with mpmath.workdps(2 * digits + 120):
        value, radius = mpmath.mpf(found.value), mpmath.mpf(found.radius)
        return bool(abs(value - truth) <= radius <= abs(truth) * mpmath.mpf(10) ** (1 - digits))


@pytest.mark.parametrize(
    "u, v, x, printed",
    [
        ("1", "1e-4", "1", "2.30258509549404564651799228802"),
        ("1e-20", "1e-21", "5", "24.0038566812974933546668"),
        ("1e-20", "1e20", "5", "0.411807786592773927657"),
    ],
)
def test_starts_of_any_size_are_exact(u, v, x, printed):
    digits = len(printed.replace(".", "").lstrip("0"))
    h = reparameterization(F(2), PAIR, {}, {"u": F(u), "v": F(v)})
    found, _ = evaluate(h, "mirror-map", digits, {"x": F(x)})
    assert within(found, hypentropy(F(u), F(v), F(x), digits), digits)
    assert found.value[:18] == printed[:18]


def test_random_starts_of_forty_digits():
    r = random.Random(7)
    for _ in range(25):
        u, v = (F(r.randrange(1, 10**40), r.randrange(1, 10**40)) * F(10) ** r.randint(-25, 25) for _ in range(2))
        x = F(r.randrange(-(10**40), 10**40), 10 ** r.randint(20, 60))
        h = reparameterization(F(2), PAIR, {}, {"u": u, "v": v})
        assert h.x0 == u * u - v * v
        found, _ = evaluate(h, "mirror-map", 20, {"x": x})
        assert within(found, hypentropy(u, v, x, 20), 20)
        metric, _ = evaluate(h, "metric", 20, {"x": x})
        with mpmath.workdps(200):
            square = 4 * x * x + (4 * u * v) ** 2
            assert within(metric, 1 / (2 * mpmath.sqrt(mpmath.mpf(square.numerator) / square.denominator)), 20)


def test_the_inverse_undoes_the_map():
    r = random.Random(8)
    for q, D in ((F(2), F(3)), (F(2), F(2) + F(1, 10**12))):
        u, v = (F(r.randrange(1, 10**40), 10**40) for _ in range(2))
        h = reparameterization(q, "u**D - v**D", {"D": D}, {"u": u, "v": v})
        x, _ = evaluate(h, "inverse-mirror-map", 45, {"y": F(1, 10)})
        back, _ = evaluate(h, "mirror-map", 25, {"x": F(x.value)})
        with mpmath.workdps(60):
            assert abs(mpmath.mpf(back.value) - mpmath.mpf("0.1")) <= mpmath.mpf(back.radius) + mpmath.mpf(10) ** -38


def test_a_clock_that_is_the_middle_of_its_bracket():
    """q = 2, u^3 - v^3: u = 1/(1 - 3y), v = 1/(2 + 3y), u = v at y = -1/6, and -1/3 is half of the low end."""
    h = reparameterization(F(2), "u**3 - v**3", {}, {"u": F(1), "v": F(1, 2)})
    found, _ = evaluate(h, "mirror-map", 20, {"x": F(2)})
    with mpmath.workdps(60):
        y = mpmath.findroot(lambda t: (1 - 3 * t) ** -3 - (2 + 3 * t) ** -3 - 2, 0.07)
        assert within(found, y + mpmath.mpf(1) / 6, 20)
