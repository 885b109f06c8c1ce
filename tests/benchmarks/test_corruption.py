"""Every step of a run, one coefficient wrong: the radius covers it or the step is refused; and the count can fail."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from flint import arb

from benchmarks import corruption
from steepest_mirror.numeric_checks.precision import bits

BITS = 120


@pytest.mark.parametrize("name", ["q = 2, L = 3", "q = 2, logistic, n = 2", "q = 4/3, n = 2"])
def test_every_corruption_of_every_step_is_covered_or_refused(name):
    seed = random.randrange(10**6)
    print("seed", seed)
    problem, end = corruption.PROBLEMS[name]
    with bits(BITS):
        steps, rows = corruption.count(corruption.in_time(problem, end / 5, BITS), BITS, 1, random.Random(seed))
    assert steps > 0 and sum(row.missed for row in rows.values()) == 0
    assert rows["1e-20"].covered + rows["1e-20"].refused >= 2 * steps


def test_the_arrival_in_sigma():
    seed = random.randrange(10**6)
    print("seed", seed)
    with bits(BITS):
        _, rows = corruption.count(corruption.to_the_arrival(BITS), BITS, 1, random.Random(seed))
    assert sum(row.missed for row in rows.values()) == 0


def test_a_checker_that_keeps_the_radius_would_be_caught():
    """A corrupted polynomial with the honest radius counts as not covered, at every size above the radius."""
    problem, _ = corruption.PROBLEMS["q = 2, L = 3"]
    with bits(BITS):
        honest = next(corruption.in_time(problem, problem.until, BITS)).step
        for text in ("1e-10", "1e-20", "1e-25"):
            row = corruption.Row()
            corruption.judge(row, honest, replace(honest), 0, 1, arb(text).mid())
            assert (row.refused, row.covered, row.missed) == (0, 0, 1)
