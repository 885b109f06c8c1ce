"""Events at q = 2 against closed forms, and where nothing can be decided."""

from __future__ import annotations

from fractions import Fraction as F

from flint import arb

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Linear, Problem, Quadratic, constant_decay
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow
from steepest_mirror.numeric_checks.precision import bits


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
