"""Positivity in u and Lambda: what holds expands with coefficients >= 0, what does not has an exact counterexample."""

from __future__ import annotations

import random
import time
from fractions import Fraction as F

import pytest

from steepest_mirror.symbolic.deciding import positivity
from steepest_mirror.symbolic.deciding.positivity import STATEMENTS, Product, at_fixed_x, counterexample, d, proved


def test_every_statement_is_proved_up_to_eight_factors_within_a_second():
    began = time.process_time()
    assert positivity.unproved() == ()
    assert time.process_time() - began < 2


@pytest.mark.parametrize("name", STATEMENTS)
def test_what_is_proved_is_nonnegative_at_random_points(name):
    seed = random.randrange(10**6)
    print("seed", seed)
    draw = random.Random(seed)
    for p in STATEMENTS[name](Product.of(4)):
        assert counterexample(STATEMENTS[name], 4) is None
        for _ in range(20):
            assert positivity._value(p, tuple(F(draw.randint(0, 50), draw.randint(1, 50)) for _ in range(4))) >= 0


def test_at_a_random_point_the_polynomials_are_the_derivatives_of_the_product():
    """Finite differences of P = prod (u + Lambda_i) in exact fractions; dP'/dLambda_L along P = constant."""
    seed = random.randrange(10**6)
    print("seed", seed)
    draw = random.Random(seed)
    u, *gaps = (F(draw.randint(1, 30), 10) for _ in range(4))
    sizes = [F(0), gaps[0], gaps[0] + gaps[1], sum(gaps)]
    step = F(1, 10**12)

    def slope(at, values):
        def P(v):
            out = F(1)
            for z in values:
                out *= v + z
            return out

        return (P(at + step) - P(at - step)) / (2 * step)

    product = Product.of(4)
    point = (u, *gaps)

    def exact(p):
        value = positivity._value(p, point)
        return F(int(value.p), int(value.q))

    assert abs(exact(d(product.without())) - slope(u, sizes)) < F(1, 10**15)
    moved = [*sizes[:3], sizes[3] + step]
    turn = -exact(product.without(4)) / exact(d(product.without())) * step  # keeps P
    rate = (slope(u + turn, moved) - slope(u, sizes)) / step
    assert abs(rate * exact(d(product.without())) - exact(at_fixed_x(product, 4))) < F(1, 10**6)


MUTANTS = {
    "1/R'' grows with a middle Lambda at fixed x": lambda P: iter([at_fixed_x(P, 2)]),
    "with the smallest, which is not fixed at 0": lambda P: iter([at_fixed_x(P, 1)]),
    "log-convex": lambda P: iter([d(P.without(), 2) * P.without() - d(P.without()) * d(P.without())]),
    "P'^2 >= 2 P P''": lambda P: iter([d(P.without()) * d(P.without()) - 2 * P.without() * d(P.without(), 2)]),
    "concave": lambda P: iter([-d(P.without(), 2)]),
    "mu + 1e-40": lambda P: iter([10**40 * (d(P.without()) - P.without(1).subs({"u": 0})) - 1]),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_mutants_are_not_proved_and_have_counterexamples(name):
    assert not proved(MUTANTS[name], 3)
    assert counterexample(MUTANTS[name], 3) is not None


def test_smt_finds_what_a_grid_does_not():
    """(u - 1/2)^2 < 1/100 is not met by the grid."""
    pytest.importorskip("z3")

    def narrow(P):
        u = P.factors[0]
        yield 100 * u * u - 100 * u + 24

    found = counterexample(narrow, 2)
    assert found is not None and abs(found["u"] - F(1, 2)) < F(1, 10)
