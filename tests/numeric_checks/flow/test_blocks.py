"""Blocks: coordinates that f does not couple run as they do alone, and what vanishes together arrives together."""

from __future__ import annotations

import random
from fractions import Fraction as F

import pytest
from flint import arb

from steepest_mirror.numeric_checks.flow.blocks import blocks
from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Logistic, Problem, Quadratic
from steepest_mirror.numeric_checks.precision import bits

HALVES = (F(3, 2), F(5, 4), F(4, 3), F(2))


def rows(*data: tuple[int, ...]) -> tuple[tuple[F, ...], ...]:
    return tuple(tuple(map(F, row)) for row in data)


def test_the_blocks_are_the_connected_parts():
    A = rows((1, 0, 2, 0), (0, 3, 0, 0))
    problem = Problem(F(3, 2), rows((1, 2), (1, 2), (1, 2), (1, 2)), LeastSquares(A, (F(1), F(2))), F(1))
    assert [group for group, _ in blocks(problem)] == [(0, 2), (1,), (3,)]
    chained = LeastSquares(rows((1, 1, 0), (0, 1, 1)), (F(1), F(2)))
    assert len(blocks(Problem(F(2), rows((1, 2), (1, 2), (1, 2)), chained, F(1)))) == 1
    orthogonal = LeastSquares(rows((1, 1), (1, -1)), (F(1), F(2)))  # the rows overlap, A^T A does not
    assert len(blocks(Problem(F(2), rows((1, 2), (1, 2)), orthogonal, F(1)))) == 2


@pytest.mark.parametrize("q", HALVES)
def test_a_block_is_the_run_of_its_own(q):
    both = integrate(Problem(q, rows((1, 2), (1, 3)), Quadratic((F(5), F(2))), F(1)), 20)
    for k, (weights, target) in enumerate((((1, 2), 5), ((1, 3), 2))):
        one = integrate(Problem(q, rows(weights), Quadratic((F(target),)), F(1)), 20)
        for t in (F(1, 3), F(1)):
            assert all(a.overlaps(b) for a, b in zip(both.state(t)[k], one.state(t)[0], strict=True))
        mine = [e for e in both.events if e.coordinate == k + 1]
        assert [e.kind for e in mine] == [e.kind for e in one.events]
        assert all(a.time.overlaps(b.time) for a, b in zip(mine, one.events, strict=True))


def test_a_coordinate_that_f_does_not_see_rests():
    run = integrate(Problem(F(3, 2), rows((1, 2), (1, 1)), Logistic(rows((1, 0)), (F(1),)), F(1, 2)), 20)
    assert run.status == "finished" and all(w.contains(1) and w.rad() < 1e-20 for w in run.state(F(1, 2))[1])
    assert run.state(F(1, 2))[0][0] > 1


@pytest.mark.parametrize("q", HALVES[:3])
def test_one_row_lets_all_components_arrive_together(q):
    """g = a (a.x - b): both reach 0 at one time, where a.x = b exactly, and nothing moves afterwards."""
    run = integrate(Problem(q, (rows((1, 3))[0], rows((2, 1))[0]), LeastSquares(rows((1, 2)), (F(9),)), F(2)), 20)
    arrivals = [e for e in run.events if e.kind == "arrival"]
    assert run.status == "finished" and [e.coordinate for e in arrivals] == [1, 2]
    assert arrivals[0].time.overlaps(arrivals[1].time)
    with bits(200):
        x = [row[0] * row[1] for row in run.state(F(2))]
        assert (x[0] + 2 * x[1] - 9).contains(0) and (x[0] + 2 * x[1]).rad() < 1e-17
    assert all(a.overlaps(b) for a, b in zip(run.state(F(3, 2))[1], run.state(F(2))[1], strict=True))


def test_the_known_arrival_of_two_equal_coordinates():
    run = integrate(Problem(F(3, 2), rows((1, 2), (1, 2)), Quadratic((F(6), F(6))), F(2)), 20)
    assert [e.kind for e in run.events] == ["arrival", "arrival"]
    with bits(200):
        for event in run.events:
            assert abs(event.time - arb("0.632688002696665745")) < 1e-18


def test_random_problems_mostly_finish():
    """Least squares with n <= 3, L <= 4 and 1 < q < 2; a run that stops says where, and keeps what came before."""
    draw = random.Random(20261126)
    stopped = 0
    for _ in range(5):
        n, depth, m = draw.randint(1, 3), draw.randint(2, 4), draw.randint(1, 3)
        weights = tuple(tuple(F(draw.randint(1, 9), 4) for _ in range(depth)) for _ in range(n))
        A = tuple(tuple(F(draw.randint(-2, 2)) for _ in range(n)) for _ in range(m))
        b = tuple(F(draw.randint(-3, 3)) for _ in range(m))
        run = integrate(Problem(draw.choice(HALVES[:3]), weights, LeastSquares(A, b), F(1)), 12)
        stopped += run.status == "stopped"
        run.state(F(0))
    assert stopped <= 3
