"""Random problems lie inside their enclosures, and the comparison notices a start that is off by 1e-12."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction as F

from flint import arb

from benchmarks import enclosures
from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import Linear, Problem, Quadratic


def test_random_problems_meet_their_references():
    seed = random.randrange(10**6)
    print("seed", seed)
    draw, row = random.Random(seed), enclosures.Row()
    for _ in range(6):
        problem = replace(enclosures.random_problem(draw), until=F(1, 8))
        enclosures.compare(row, problem, integrate(problem, 12), integrate(problem, 30))
    assert row.compared > 50 and row.outside == 0


def test_a_wrong_start_is_noticed():
    problem = Problem(F(2), ((F(1, 2), F(1, 3)),), Quadratic((F(1),)), F(1, 4))
    other = replace(problem, weights=((F(1, 2) + F(1, 10**12), F(1, 3)),))
    row = enclosures.Row()
    enclosures.compare(row, problem, integrate(problem, 15), integrate(other, 40))
    assert row.outside > 0


def test_the_flow_written_out_has_the_closed_solution():
    """q = 2, L = 2, g = -1, w = (1, 1/2): w_1 = cosh t + sinh(t)/2."""
    t = arb(1) / 4
    problem = Problem(F(2), ((F(1), F(1, 2)),), Linear((F(-1),)), F(1, 4))
    assert enclosures.by_odefun(problem)[0].overlaps(t.cosh() + t.sinh() / 2)
