"""Events at q = 2 against closed forms, and where nothing can be decided."""

from __future__ import annotations

from fractions import Fraction as F
from math import copysign, exp

from flint import arb

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import (
    LeastSquares,
    Linear,
    Logistic,
    Problem,
    Quadratic,
    constant_decay,
)
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow
from steepest_mirror.numeric_checks.precision import bits

A = ((F(1), F(1)), (F(0), F(1)))
B = (2 - F(1, 10**8), F(2))  # A x = B at x = (-10^-8, 2)


def test_weight_through_zero():
    """L = 2, g = 1, w = (1/3, 1/2): w_1 = cosh(t)/3 - sinh(t)/2 vanishes at atanh(2/3), once; w_2 never does."""
    path = integrate(Problem(F(2), ((F(1, 3), F(1, 2)),), Linear((F(1),)), F(3)))
    assert [(event.kind, event.coordinate, event.index) for event in path.events] == [("weight-zero", 1, 1)]
    with bits(240):
        time = path.events[0].time
        assert time.overlaps((arb(2) / 3).atanh()) and time.rad() < arb("1e-50")
        assert abs(path.state(time)[0][0]) < arb("1e-45")


def test_no_event_before_its_time():
    """The same flow stopped at 4/5 < atanh(2/3) = 0.8047..., and at 81/100 beyond it."""
    for until, count in ((F(4, 5), 0), (F(81, 100), 1)):
        path = integrate(Problem(F(2), ((F(1, 3), F(1, 2)),), Linear((F(1),)), until))
        assert len(path.events) == count


def test_gradient_through_zero():
    """With decay g passes through 0: at the event x = T to 40 digits, and g has opposite signs before and after."""
    problem = Problem(F(2), ((F(9, 10), F(1)),), Quadratic((F(1, 2),)), F(4), constant_decay(F(1, 2)))
    path = integrate(problem)
    assert [event.kind for event in path.events] == ["gradient-zero"]
    with bits(240):
        time = path.events[0].time
        g = [a * b - arb("0.5") for ((a, b),) in map(path.state, (time, F(0), F(4)))]
        assert abs(g[0]) < arb("1e-40") and g[1] > 0 and g[2] < 0


def test_gradient_components_of_least_squares():
    """Each recorded zero of g_k is one, to 40 digits."""
    A, b = ((F(1), F(1, 2)), (F(0), F(1))), (F(1), F(1, 3))
    path = integrate(Problem(F(2), ((F(3, 10), F(6, 10)), (F(2, 10), F(1, 2))), LeastSquares(A, b), F(6)))
    assert path.status == "finished" and path.events
    with bits(240):
        for event in path.events:
            assert event.kind == "gradient-zero"
            x = [u * v for u, v in path.state(event.time)]
            rest = [x[0] + x[1] / 2 - 1, x[1] - arb(1) / 3]
            g = [rest[0], rest[0] / 2 + rest[1]]
            assert abs(g[event.coordinate - 1]) < arb("1e-40")


def test_convergence_is_not_called_a_crossing():
    """g > 0 decays below the radius: no event, as x runs to its target from one side; with more coordinates the reason
    names what is undecided."""
    path = integrate(Problem(F(2), ((F(2), F(2)),), Quadratic((F(1),)), F(60)), 20)
    assert path.status == "finished" and not path.events
    assert path.reason == "reached the end time"
    two = LeastSquares(((F(1), F(1)), (F(0), F(1))), (F(3), F(1)))
    path = integrate(Problem(F(2), ((F(2), F(2)), (F(1), F(2))), two, F(200)), 20)
    assert path.status == "finished" and "g_1" in path.reason


def test_what_only_itself_moves_has_no_zero():
    """H = A^T A with H_12 != 0 = H_13 = H_23: only g_3 keeps its sign; with decay none does."""
    weights = ((F(2), F(2)), (F(1), F(2)), (F(1), F(3)))
    problem = Problem(F(2), weights, LeastSquares(((F(1), F(1), F(0)), (F(0), F(0), F(2))), (F(1), F(1))), F(1))
    assert Flow(problem, (F(0),)).self_moved == {2}
    assert not Flow(problem, (F(1, 2),)).self_moved
    assert Flow(Problem(F(2), weights, Quadratic((F(1),) * 3), F(1)), (F(0),)).self_moved == {0, 1, 2}
    one = integrate(Problem(F(2), ((F(2), F(2)),), LeastSquares(((F(2),),), (F(1),)), F(200)), 20)
    assert one.status == "finished" and not one.events and one.reason == "reached the end time"


def test_start_at_a_zero_is_no_event():
    path = integrate(Problem(F(2), ((F(0), F(1)),), Linear((F(-1),)), F(1)))
    assert not path.events and "undecided" not in path.reason


def test_a_zero_before_the_switch_of_coupled_decay():
    """w_1,3 falls from 1/6 through 0 shortly before a pull vanishes, at any number of digits; Euler's steps agree."""
    w = (F(-5, 4), F(-1, 2), F(1, 6), F(-1))
    problem = Problem(F(3, 2), (w,), Logistic(((F(10),),), (F(1),)), F(2), constant_decay(F(3, 4), "coupled"))
    runs = [integrate(problem, digits) for digits in (12, 15)]
    for run in runs:
        assert [(e.kind, e.index) for e in run.events] == [("weight-zero", 3), ("coupled-switch", 2)]
    assert runs[0].events[0].time.overlaps(runs[1].events[0].time)
    at, t, h = [float(v) for v in w], 0.0, 1e-5
    while at[2] > 0:
        x = at[0] * at[1] * at[2] * at[3]
        others = [at[(i + 1) % 4] * at[(i + 2) % 4] * at[(i + 3) % 4] for i in range(4)]
        pulls = [-10 / (1 + exp(10 * x)) * m + 0.75 * v for m, v in zip(others, at, strict=True)]
        at, t = [v - h * copysign(abs(p) ** 0.5, p) for v, p in zip(at, pulls, strict=True)], t + h
    assert abs(float(runs[0].events[0].time) - t) < 1e-4


def test_weights_that_may_cross_unseen_are_named():
    """x_1 runs from 1/2 to -10^-8: w_1,1 crosses 0 where few digits tell it from 0 no more, and 20 digits see it."""
    problem = Problem(F(2), ((F(1, 2), F(1)), (F(1), F(1))), LeastSquares(A, B), F(90))
    few, many = integrate(problem, 1), integrate(problem, 20)
    crossed = ("weight-zero", 1, 1)
    assert crossed in [(e.kind, e.coordinate, e.index) for e in many.events]
    assert crossed in [(e.kind, e.coordinate, e.index) for e in few.events] or "w_1,1" in few.reason


def test_weights_that_rest_at_zero_are_no_saddle():
    """w_1 = 0 thrice at q = 3/2: |w|' <= c |w|, so that x_1 stays 0, whether g_1 vanishes at first (it does) or not."""
    problem = Problem(F(3, 2), ((F(0),) * 3, (F(1), F(1), F(1, 2))), LeastSquares(A, (F(1, 2), F(2))), F(1, 8))
    run = integrate(problem, 12)
    assert (
        run.status == "finished"
        and not run.events
        and all(v.contains(0) and abs(v) < 1e-12 for v in run.state(F(1, 8))[0])
    )
    pair = Problem(F(3, 2), ((F(0), F(0), F(1)), (F(1), F(1), F(1, 2))), LeastSquares(A, (F(1, 2), F(2))), F(1, 8))
    stopped = integrate(pair, 12)
    assert stopped.ended == "undecided" and not stopped.events and "uniqueness is undecided" in stopped.reason
