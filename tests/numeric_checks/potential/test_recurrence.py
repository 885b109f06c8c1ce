"""prod (1 + gamma_j z)^{e_j} by short integers: the bound covers every rounding and the end of the polynomial."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction as F

import pytest
from flint import acb, arb, fmpz

from steepest_mirror.numeric_checks.balls import ball, power
from steepest_mirror.numeric_checks.potential import recurrence
from steepest_mirror.numeric_checks.potential.recurrence import Coefficients, from_start, one_sided, two_sided
from steepest_mirror.numeric_checks.precision import bits

Factors = list[tuple[F, F]]


def factors(seed: int) -> Factors:
    draw = random.Random(seed)
    return [(F(draw.randint(-40, 40), 60), F(draw.randint(-30, 30), 7)) for _ in range(draw.randint(1, 6))]


def product(exact: Factors, z: arb) -> arb:
    value = arb(1)
    for g, e in exact:
        value *= power(1 + ball(g) * z, e)
    return value


def worst(p: Coefficients, numbers: list[fmpz], exact: Factors) -> arb:
    """max |p/f - 1| over points of [-1, 1], f factor by factor."""
    found = arb(0)
    for i in range(-8, 9):
        z, value = ball(F(i, 8)), arb(0)
        for c in reversed(numbers):
            value = value * z + c
        found = found.max(abs(value * arb(2) ** -p.bits / product(exact, z) - 1))
    return found


@pytest.mark.parametrize("precision", [12, 30, 200])
@pytest.mark.parametrize("seed", range(12))
def test_the_bound_holds_and_is_small(seed, precision):
    exact = factors(seed)
    with bits(precision):
        p = Coefficients(exact)
        numbers = list(p)
    assert len(numbers) == p.count + 1 or not any(g and e for g, e in exact)
    assert p.error.rad() < arb(2) ** (12 - precision)
    with bits(900):
        assert worst(p, numbers, exact) <= p.error.rad().upper()


@pytest.mark.parametrize("count", [3, 8, 20])
def test_too_few_terms_widen_the_bound(count, monkeypatch):
    exact = [(F(1, 2), F(-2, 3)), (F(-1, 3), F(5, 4))]
    monkeypatch.setattr(recurrence, "terms", lambda _: count)
    with bits(200):
        p = Coefficients(exact)
        numbers = list(p)
    with bits(400):
        missed = worst(p, numbers, exact)
        assert arb(10) ** (-count - 1) < missed <= p.error.rad().upper()


def coarse(p: Coefficients, by: int) -> Iterator[fmpz]:
    """The recurrence of p with `by` bits fewer, so that roundings are most of its error."""
    p.bits -= by
    return iter(p)


@pytest.mark.parametrize("seed", range(12))
def test_roundings_are_in_the_bound(seed):
    """With few bits and many terms the roundings are what is missed: the bound needs their part."""
    exact = factors(seed)
    with bits(400):
        p = Coefficients(exact)
        numbers = list(coarse(p, p.bits - 60))
        missed = worst(p, numbers, exact)
        assert missed <= p.error.rad().upper()
        if any(g and e for g, e in exact):
            assert missed > arb(2) ** -80  # the end of p is near 2^-400


@pytest.mark.parametrize("seed", range(6))
def test_every_corrupted_number_of_the_equation_changes_the_value(seed, monkeypatch):
    """One unit more in any coefficient of A or B: another function, and its integral leaves the ball."""
    exact = factors(seed)
    with bits(100):
        truth = one_sided(exact, F(2, 3))
        whole = Coefficients(exact)
        places = [("A", i) for i in range(len(whole.A))] + [("B", i) for i in range(len(whole.B))]
        kept = Coefficients._equation
        for name, i in places:

            def equation(self: Coefficients, given: Factors, name: str = name, i: int = i) -> None:
                kept(self, given)
                getattr(self, name)[i] += 1

            monkeypatch.setattr(Coefficients, "_equation", equation)
            assert not one_sided(exact, F(2, 3)).overlaps(truth)
        monkeypatch.setattr(Coefficients, "_equation", kept)
        assert places and one_sided(exact, F(2, 3)).overlaps(truth)


@pytest.mark.parametrize("seed", range(6))
def test_integrals_against_acb_integral(seed):
    exact = factors(seed)

    def f(z: acb, _: bool) -> acb:
        value = acb(1)
        for g, e in exact:
            value *= (1 + ball(g) * z) ** acb(ball(e))
        return value

    with bits(150):
        assert two_sided(exact).overlaps(acb.integral(f, acb(-1), acb(1)).real)
        root = acb.integral(lambda s, analytic: 3 * s * f(s**3, analytic), acb(0), acb(1)).real
        assert one_sided(exact, F(2, 3)).overlaps(root)
        for a in (F(2, 3), F(-3), F(-7, 2), F(1)):
            start = ball(F(1, 7))

            def weighted(z: acb, analytic: bool, a: F = a) -> acb:
                return f(z, analytic) * z.pow(acb(ball(a - 1)), analytic=analytic)

            theirs = acb.integral(weighted, acb(start), acb(1)).real
            assert theirs.rel_accuracy_bits() > 80 and from_start(exact, a, start).overlaps(theirs)
            assert from_start(exact, a, start).rel_accuracy_bits() > 120


def test_no_value_where_the_bound_does_not_hold():
    """The segment ends at z = 1, and no factor may vanish on it."""
    with bits(60):
        assert not from_start([(F(1, 2), F(1, 3))], F(1), ball(F(9, 8))).is_finite()
        assert not one_sided([(F(1), F(-1, 3))], F(1)).is_finite()
