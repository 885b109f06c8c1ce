"""int P^beta between any of 0, a, b, infinity: additive, exact where elementary, equal to acb.integral's."""

from __future__ import annotations

import random
from fractions import Fraction as F

import pytest
from flint import acb, arb

from steepest_mirror.numeric_checks.balls import ball
from steepest_mirror.numeric_checks.potential import integrals
from steepest_mirror.numeric_checks.potential.integrals import power_integral
from steepest_mirror.numeric_checks.precision import bits


def case(seed: int) -> tuple[int, list[tuple[F, int]], F]:
    """zeros, groups, beta with convergence at 0 and at infinity."""
    draw = random.Random(seed)
    while True:
        zeros = draw.randint(1, 3)
        groups = [
            (F(10) ** draw.randint(-6, 6) * draw.randint(1, 9), draw.randint(1, 3)) for _ in range(draw.randint(1, 4))
        ]
        beta = draw.choice([F(-1, 2), F(-1, 3), F(-4, 9), F(-1, 7)])
        if zeros * beta > -1 > (zeros + sum(n for _, n in groups)) * beta:
            return zeros, groups, beta


@pytest.mark.parametrize(("seed", "precision"), [*((seed, 180) for seed in range(8)), (4, 1300)])
def test_pieces_add_up(seed, precision):
    zeros, exact, beta = case(seed)
    with bits(precision):
        groups = [(ball(v), n) for v, n in exact]
        whole = power_integral(zeros, groups, beta, None, None)
        assert whole.rel_accuracy_bits() > precision - 60
        for a, b in ((F(1, 10**9), F(3, 7)), (F(5), F(10**8)), (F(1, 10**12), F(10**12))):
            below = power_integral(zeros, groups, beta, None, ball(a))
            between = power_integral(zeros, groups, beta, ball(a), ball(b))
            above = power_integral(zeros, groups, beta, ball(b), None)
            assert whole.overlaps(below + between + above)


@pytest.mark.parametrize("seed", range(8))
def test_against_acb_integral(seed):
    """FLINT's own certified quadrature of the plain integrand on [a, b], in v."""
    zeros, exact, beta = case(seed)
    with bits(150):
        groups = [(ball(v), n) for v, n in exact]

        def f(v: acb, analytic: bool) -> acb:
            value = v.pow(ball(zeros * beta), analytic=analytic)
            for at, n in groups:
                value *= (v + at).pow(ball(n * beta), analytic=analytic)
            return value

        for a, b in ((F(1, 20), F(3)), (F(2), F(90))):
            theirs = acb.integral(f, ball(a), ball(b)).real
            assert power_integral(zeros, groups, beta, ball(a), ball(b)).overlaps(theirs)
            assert theirs.rel_accuracy_bits() > 100


@pytest.mark.parametrize("end", [F(1, 10**30), F(1, 100), F(2), F(10**25)])
def test_the_hypergeometric_route_and_the_general_one_agree(end, monkeypatch):
    with bits(200):
        args = (1, [(ball(F(3, 7)), 2)], F(-2, 5))
        below, above = power_integral(*args, None, ball(end)), power_integral(*args, ball(end), None)
        monkeypatch.setattr(integrals, "_one_factor", lambda *_: arb.nan())
        assert below.overlaps(power_integral(*args, None, ball(end)))
        assert above.overlaps(power_integral(*args, ball(end), None))
        assert min(below.rel_accuracy_bits(), above.rel_accuracy_bits()) > 150


def test_an_arcsine():
    """int_0^b (v (v + 1))^{-1/2} = 2 asinh sqrt b; int_b^inf (v (v+1)^2)^{-1/2} = 2 atan(1/sqrt b)."""
    with bits(200):
        for b in (F(1, 10**20), F(1, 3), F(10**20)):
            root = ball(b).sqrt()
            assert power_integral(1, [(arb(1), 1)], F(-1, 2), None, ball(b)).overlaps(2 * root.asinh())
            assert power_integral(1, [(arb(1), 2)], F(-1, 2), ball(b), None).overlaps(2 * (1 / root).atan())
