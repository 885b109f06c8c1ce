"""int P^beta in log v: Gauss-Legendre against Taylor polynomials, exact cases, and rules made too coarse."""

from __future__ import annotations

import random
from fractions import Fraction as F

import pytest
from flint import arb

from steepest_mirror.numeric_checks.balls import ball
from steepest_mirror.numeric_checks.potential import quadrature
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.numeric_checks.taylor import log_taylor


def case(seed: int) -> tuple[int, list[tuple[F, int]], F, F, F]:
    """zeros, groups, beta, b, length."""
    draw = random.Random(seed)
    groups = [
        (F(10) ** draw.randint(-3, 3) * draw.randint(1, 9), draw.randint(1, 4)) for _ in range(draw.randint(1, 4))
    ]
    beta = draw.choice([F(-1, 2), F(-1, 3), F(-4, 9), F(1, 3), F(1), F(-1, 7)])
    return (
        draw.randint(0, 3),
        groups,
        beta,
        F(10) ** draw.randint(-4, 4) * draw.randint(1, 9),
        F(draw.randint(1, 80), 10),
    )


@pytest.mark.parametrize("seed", range(16))
def test_two_rules_at_two_precisions_overlap(seed):
    zeros, groups, beta, b, length = case(seed)

    def by(rule):
        return rule(zeros, [(ball(v), n) for v, n in groups], beta, ball(b), ball(length))[0]

    with bits(220):
        gauss = by(quadrature.log_gauss)
    with bits(500):
        taylor = by(log_taylor)
    assert gauss.overlaps(taylor)
    assert gauss.rel_accuracy_bits() > 170 and taylor.rel_accuracy_bits() > 420


@pytest.mark.parametrize("rule", [quadrature.log_gauss, log_taylor])
@pytest.mark.parametrize("length", [F(1, 10**20), F(1, 2), F(30)])
def test_a_polynomial(rule, length):
    """int v (v + 2)^2 dv = v^4/4 + 4 v^3/3 + 2 v^2."""
    with bits(250):
        b, short = arb(3), ball(length)

        def whole(v):
            return v**4 / 4 + 4 * v**3 / 3 + 2 * v * v

        value, a = rule(1, [(arb(2), 2)], F(1), b, short)
        assert value.overlaps(whole(b) - whole(a)) and a.overlaps(b * (-short).exp())
        assert value.rel_accuracy_bits() > 150


def test_a_float_length_is_met_or_passed():
    with bits(128):
        for length in (0.3, 1.0, 17.3):
            value, a = quadrature.log_gauss(1, [(arb(2), 1)], F(-1, 3), arb(1), length)
            exact, _ = log_taylor(1, [(arb(2), 1)], F(-1, 3), arb(1), -a.log())
            assert a < arb(-length).exp() * (1 + arb(2) ** -100) and value.overlaps(exact)


@pytest.mark.parametrize("nodes", [2, 4, 12])
@pytest.mark.parametrize("strip", [0.25, 0.65, 0.92])
def test_too_few_nodes_widen_the_ball(nodes, strip, monkeypatch):
    with bits(200):
        args = (1, [(ball(F(1, 7)), 1), (arb(2), 3)], F(-2, 5), arb(4), arb(4))
        truth = quadrature.log_gauss(*args)[0]
        monkeypatch.setattr(quadrature, "_nodes_needed", lambda *_: (nodes, strip))
        coarse = quadrature.log_gauss(*args)[0]
        assert coarse.contains(truth)
        assert not coarse.mid().overlaps(truth)
