"""int v^sigma prod (v + Lambda_j)^{e_j} by short integers: equal to the rules for balls, to closed forms, and to itself
at more digits, in every region of the path."""

from __future__ import annotations

import random
from fractions import Fraction as F

import mpmath as mp
import pytest
from flint import arb, fmpq

from steepest_mirror.numeric_checks.balls import ball
from steepest_mirror.numeric_checks.potential import integrals, many_digits
from steepest_mirror.numeric_checks.potential.many_digits import Integrand, nearby
from steepest_mirror.numeric_checks.potential.quantities import evaluate
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import InputError
from steepest_mirror.symbolic.setting import setting

ENDS = (F(1, 10**200), F(1, 10**7), F(1, 33), F(1, 7), F(3), F(19), F(10**7), F(10**200))


def root(v: F) -> arb:
    """An irrational end."""
    return ball(v) ** fmpq(1, 2)


@pytest.mark.parametrize("precision", [150, 1100])
@pytest.mark.parametrize("seed", range(8))
def test_against_the_rules_for_balls(seed, precision):
    draw = random.Random(seed)
    zeros, groups = draw.randint(1, 2), [(F(draw.randint(1, 60), 20), draw.randint(1, 3)) for _ in range(3)]
    groups = list(dict(groups).items())
    beta = draw.choice((F(-1, 3), F(-4, 9), F(1, 2), F(3, 7)))
    pairs = [(a, b) for i, a in enumerate(ENDS) for b in ENDS[i + 1 :]]
    depth = zeros + sum(n for _, n in groups)
    chosen = [(None, draw.choice(ENDS)), *draw.sample(pairs, 3), (F(2), F(2 * 10**12 + 1, 10**12))]
    chosen += [(draw.choice(ENDS), None), (None, None)] if depth * beta < -1 else []
    with bits(precision):
        ours = Integrand(zeros * beta, [(at, n * beta) for at, n in groups])
        for a, b in chosen:
            low, high = (None if v is None else root(v) for v in (a, b))
            found = ours.integral(low, high)
            theirs = integrals.power_integral(zeros, [(ball(at), n) for at, n in groups], beta, low, high)
            assert found.overlaps(theirs)
            assert min(found.rel_accuracy_bits(), theirs.rel_accuracy_bits()) > precision - 80


def test_an_arcsine_at_ten_thousand_digits():
    """int_0^b (v (v + 1))^{-1/2} = 2 asinh sqrt b; int_b^inf (v (v + 1)^2)^{-1/2} = 2 atan(1/sqrt b)."""
    with bits(33_300):
        for b in (F(1, 10**20), F(1, 3), F(50)):
            end = root(b)
            assert Integrand(F(-1, 2), [(F(1), F(-1, 2))]).integral(None, end).overlaps(2 * end.sqrt().asinh())
            found = Integrand(F(-1, 2), [(F(1), F(-1))]).integral(end, None)
            assert found.overlaps(2 * (1 / end.sqrt()).atan()) and found.rel_accuracy_bits() > 33_200


@pytest.mark.parametrize("wide", [F(1, 10**30), F(1, 10**100)])
def test_a_wide_end_widens_the_value(wide):
    """The ball for an end with a radius contains the values at both of its bounds."""
    whole = Integrand(F(-1, 3), [(F(1, 2), F(-1, 3)), (F(2), F(-2, 3))])
    with bits(1100):
        for b in (F(1, 100), F(1), F(100)):
            found = whole.integral(None, ball(b) * (1 + arb(0, ball(wide))))
            for side in (-1, 1):
                assert found.contains(whole.integral(None, ball(b * (1 + side * wide * F(9, 10)))).mid())
            assert not found.contains(whole.integral(None, ball(b * (1 + 4 * wide))))


def test_a_point_beside_an_end():
    with bits(200):
        for v in (F(1, 10**300), F(5, 7), F(10**300 + 1)):
            for size in (2, 16, 128):
                low, high = nearby(ball(v), size), nearby(ball(v), size, up=True)
                assert low <= v * (1 + F(1, 2**190)) and high >= v * (1 - F(1, 2**190))
                assert high - low <= v * F(2) ** (1 - size) and high.numerator.bit_length() <= size + 1200


@pytest.mark.parametrize("quantity", ["mirror-map", "potential", "conjugate", "escape-time", "range", "blow-up-time"])
@pytest.mark.parametrize("q", [F(2), F(3, 2), F(19, 10)])
def test_quantities_at_more_digits_and_by_balls(quantity, q, monkeypatch):
    """1,000 digits by the recurrences; by the rules for balls; at 1,400 digits: each within the others' radii."""
    points = {
        "escape-time": {"x0": F(1, 9), "x1": F(7), "g": F(-3)},
        "range": {},
        "blow-up-time": {"x": F(3), "g": F(-2)},
    }.get(quantity, {"x": F(-7, 10)})
    at = setting(q, [F(0), F(1, 2), F(2), F(2), F(5)])
    found, more = evaluate(quantity, at, 1000, **points), evaluate(quantity, at, 1400, **points)
    used = []
    monkeypatch.setattr(integrals, "_short", lambda *_: used.append(1) or [])
    by_balls = evaluate(quantity, at, 1000, **points)
    assert used or (q, quantity) == (2, "conjugate")
    with mp.workdps(1500):
        for other in (more, by_balls):
            assert abs(mp.mpf(found.value) - mp.mpf(other.value)) <= mp.mpf(found.radius) + mp.mpf(other.radius)


@pytest.mark.parametrize("q", [F(2), F(3, 2)])
def test_the_inverse_map_at_many_digits(q):
    """R'(x -+ radius) lie on both sides of y."""
    at, y = setting(q, [F(0), F(1, 2), F(2)]), F(7, 10)
    found = evaluate("inverse-mirror-map", at, 3000, y=y)
    x, radius = F(found.value), F(found.radius)
    low, high = (evaluate("mirror-map", at, 3100, x=x + side * radius) for side in (-1, 1))
    assert F(low.value) + F(low.radius) < y < F(high.value) - F(high.radius)
    if q == 2:  # m > 1: the range is bounded
        with pytest.raises(InputError):
            evaluate("inverse-mirror-map", at, 3000, y=F(100))


def test_the_path_is_taken(monkeypatch):
    """At many digits rational invariants take the recurrences, balls and long invariants do not."""
    seen = []
    kept = many_digits.Integrand.integral
    monkeypatch.setattr(many_digits.Integrand, "integral", lambda *args: seen.append(args) or kept(*args))
    evaluate("mirror-map", setting(F(3, 2), [F(0), F(1), F(2)]), 400, x=F(3))
    assert len(seen) == 1
    evaluate("mirror-map", setting(F(3, 2), [F(0), F(1), F(10**200 + 1, 10**200)]), 400, x=F(3))
    evaluate("mirror-map", setting(F(3, 2), [F(0), F(1), F(2)]), 100, x=F(3))
    assert len(seen) == 1
