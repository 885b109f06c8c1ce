"""Runs in x against the integrator in weights, their zeros, and what they refuse."""

from dataclasses import replace
from fractions import Fraction as F
from random import Random

import pytest
from flint import arb, fmpq

from steepest_mirror.numeric_checks import limits
from steepest_mirror.numeric_checks.flow import integrate as front
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem
from steepest_mirror.numeric_checks.flow.valley.follow import follow
from steepest_mirror.numeric_checks.flow.valley.run import ValleyRun
from steepest_mirror.numeric_checks.flow.valley.zeros import zeros
from steepest_mirror.numeric_checks.precision import bits


def drawn(n: int, rows: int, until: F) -> Problem:
    """Integers up to 9 and fractions of such, drawn with the seed n + 1."""
    r = Random(n + 1)
    A = tuple(tuple(F(r.randint(-9, 9)) for _ in range(n)) for _ in range(rows))
    b = tuple(F(r.randint(-9, 9)) for _ in range(rows))
    w = tuple((F(r.randint(1, 9), r.randint(2, 9)), F(r.randint(1, 9), r.randint(2, 9))) for _ in range(n))
    return Problem(F(3, 2), w, LeastSquares(A, b), until)


def test_ten_coordinates_pass_nine_zeros_and_come_to_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = drawn(10, 3, F(2))
    run = front.integrate(problem, 12)
    assert run.status == "finished" and run.complete
    names = [(event.kind, event.coordinate, event.index) for event in run.events]
    assert names == [
        *(("gradient-zero", 10, None), ("weight-zero", 2, 1), ("gradient-zero", 3, None), ("gradient-zero", 8, None)),
        *(("weight-zero", 6, 2), ("gradient-zero", 8, None), ("gradient-zero", 9, None)),
        *(("gradient-zero", 4, None), ("gradient-zero", 5, None)),
    ]
    # the first three as the integrator in weights encloses them
    before = ["0.01094669261 +/- 1.32e-12", "0.01619413160 +/- 3.80e-12", "0.01646985879 +/- 2.67e-12"]
    assert all(event.time.overlaps(arb(text)) for event, text in zip(run.events, before, strict=False))
    assert all(w.rad() < 1e-11 for row in run.state(F(2)) for w in row)
    assert all(w.rad() < 1e-12 for row in run.state(F(1, 20)) for w in row)
    x = [row[0] * row[1] for row in run.state(F(2))]
    residues = [sum((arb(int(v)) * y for v, y in zip(row, x, strict=True)), -arb(int(b)))
                for row, b in zip(problem.objective.A, problem.objective.b, strict=True)]  # fmt: skip
    assert all(v.contains(0) and v.rad() < 1e-9 for v in residues)  # a minimum: A x = b


@pytest.mark.heavy
def test_sixty_coordinates_pass_all_zeros_and_come_to_rest_together() -> None:
    problem = drawn(60, 20, F(2))
    run = front.integrate(problem, 10)
    assert run.status == "finished" and run.ended == "until" and len(run.events) > 70
    assert all(w.rad() < 1e-9 for row in run.state(F(2)) for w in row)
    x = [row[0] * row[1] for row in run.state(F(2))]
    residues = [sum((arb(int(v)) * y for v, y in zip(row, x, strict=True)), -arb(int(b)))
                for row, b in zip(problem.objective.A, problem.objective.b, strict=True)]  # fmt: skip
    assert all(v.contains(0) and v.rad() < 1e-6 for v in residues)  # a minimum: A x = b


def test_the_integrator_in_weights_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    A = ((F(2), F(-1), F(1), F(0)), (F(1), F(1), F(-2), F(1)), (F(0), F(1), F(3), F(-1)))
    w = ((F(1, 2), F(3, 4)), (F(-2, 3), F(1)), (F(1), F(4, 5)), (F(5, 7), F(1, 3)))
    problem = Problem(F(3, 2), w, LeastSquares(A, (F(1), F(-1), F(2))), F(1, 8))
    new = follow(problem, 12, 70)
    monkeypatch.setattr(front, "follow", lambda *_: None)
    old = front.integrate(problem, 12)
    assert new is not None and new.complete and old.complete
    assert [(e.kind, e.coordinate, e.index) for e in new.events] == [
        (e.kind, e.coordinate, e.index) for e in old.events
    ]
    for t in (F(0), F(1, 50), F(1, 16), F(1, 8)):
        for a, b in zip(new.state(t), old.state(t), strict=True):
            assert all(v.overlaps(w) and v.rad() < 1e-12 for v, w in zip(a, b, strict=True))
        assert all(v.overlaps(w) and v.rad() < 1e-8 for v, w in zip(new.gain(t), old.gain(t), strict=True))


def test_a_zero_that_the_radius_hides_is_no_event() -> None:
    """The same steps with radii of 0.1: the signs are known nowhere, so that nothing is said to vanish."""
    run = ValleyRun(drawn(10, 3, F(1, 60)), arb(10) ** -12, 80)
    run.go()
    with bits(run.bits):
        events, doubts = zeros(run)
        assert len(events) == 3 and not doubts
        run.steps = [replace(step, radius=0.1) for step in run.steps]
        hidden, doubts = zeros(run)
    assert len(hidden) < len(events) and any(text.startswith("g_3 ") for text in doubts)


def test_what_is_not_of_this_kind_is_left_to_others() -> None:
    problem = drawn(10, 3, F(2))
    assert follow(problem, 14, 80) is None
    assert follow(replace(problem, q=F(2)), 10, 80) is None
    assert follow(drawn(5, 1, F(2)), 10, 80) is None  # all g_k are multiples of one
    large = replace(problem.objective, b=(F(10**300), F(1), F(2)))
    assert follow(replace(problem, objective=large), 10, 80) is None
    for until in (F(10) ** 400, F(1, 10**320)):  # no float, and none that a step in fixed point has
        assert follow(replace(problem, until=until), 10, 80) is None
    deep = tuple((*row, *(F(1),) * 15) for row in problem.weights)  # the bits it asks for grow with the depth
    assert follow(replace(problem, weights=deep), 10, 80) is None
    still = ((F(0), F(1)), *problem.weights[1:])
    assert follow(replace(problem, weights=still), 10, 80) is None


def test_a_limit_keeps_what_is_certified() -> None:
    with limits.within(0.3):
        run = front.integrate(drawn(60, 20, F(2)), 12)
    assert run.ended == "limit" and 0 < run.end < 0.02
    assert all(w.rad() < 1e-11 for row in run.state(run.end.lower()) for w in row)


def test_the_rounded_start_is_in_its_balls() -> None:
    """Before the first step x is known to the bits that it is held with, and no better."""
    for n in (4, 5, 6, 10):
        problem = drawn(n, 3, F(2))
        run = ValleyRun(problem, arb(10) ** -12, 80)
        with bits(run.bits):
            balls, weights = run.balls(None, arb(-1)), run.at(arb(0))[0]
        with bits(4 * run.bits):
            for x, row in zip(balls, problem.weights, strict=True):
                assert x.contains(fmpq(*(row[0] * row[1]).as_integer_ratio()))
            for w, value in zip(weights, [v for row in problem.weights for v in row], strict=True):
                assert w.contains(fmpq(*value.as_integer_ratio()))


def test_tied_weights_of_many_coordinates_come_to_their_saddle() -> None:
    """A run in x stops before two weights vanish at once; the integrator in weights tells what happens there."""
    r = Random(3)
    A = tuple(tuple(F(r.randint(-6, 6), 3) for _ in range(8)) for _ in range(3))
    b = tuple(F(r.randint(-9, 9)) for _ in range(3))
    w = [(F(r.randint(2, 9), r.randint(2, 9)), F(r.randint(2, 9), r.randint(2, 9))) for _ in range(8)]
    w[:2] = [(v / 4, v / 4) for v, _ in w[:2]]
    run = front.integrate(Problem(F(3, 2), tuple(w), LeastSquares(A, b), F(1, 4)), 8)
    assert run.ended == "natural" and run.events[-1].kind == "saddle"
