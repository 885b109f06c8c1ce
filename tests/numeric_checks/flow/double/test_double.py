"""The quick mode against the certified one on small problems, within its own stated error, events by the same names."""

from __future__ import annotations

import random
from fractions import Fraction as F

import numpy as np
import pytest

from steepest_mirror.numeric_checks.flow.double import sign
from steepest_mirror.numeric_checks.flow.double.integrate import integrate_double
from steepest_mirror.numeric_checks.flow.double.sign import boxed
from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import (
    Decay,
    LeastSquares,
    Linear,
    Logistic,
    Problem,
    Quadratic,
    constant_decay,
)
from steepest_mirror.symbolic.errors import InputError

pytest.importorskip("scipy")
STEPWISE = Decay(((F(0), (F(1, 4),)), (F(1, 2), (F(0),))))
W = ((F(7, 10), F(-3, 10), F(9, 10)), (F(1, 2), F(4, 5), F(3, 5)))
A, B = ((F(1), F(1, 2)), (F(-1, 3), F(2))), (F(1), F(-1, 2))
OBJECTIVES = {
    "linear": Linear((F(-1), F(1, 2))),
    "quadratic": Quadratic((F(1, 2), F(-1, 3))),
    "least squares": LeastSquares(A, B),
    "logistic": Logistic(A, (F(1), F(-1))),
}


def kinds(events):
    """(kind, coordinate, weight) in order."""
    return [(e.kind, e.coordinate, e.index) for e in events]


def agree(problem: Problem) -> None:
    """States within the stated error, the same events at the same times, the same ending."""
    certified, quick = integrate(problem, 12), integrate_double(problem)
    assert kinds(certified.events) == kinds(quick.events)
    assert certified.status == quick.status
    end = min(float(certified.end.mid()), quick.end)
    for t in np.linspace(0, 0.999 * end, 12):
        truth = [[float(w.mid()) for w in row] for row in certified.state(F(float(t)))]
        assert abs(quick.weights(float(t)) - truth).max() <= quick.error_at(float(t)) < 1e-4
    distinct = {(e.kind, e.coordinate, e.index): float(e.time.mid()) for e in certified.events}
    for event in quick.events:
        if kinds(quick.events).count((event.kind, event.coordinate, event.index)) == 1:
            assert abs(event.time - distinct[event.kind, event.coordinate, event.index]) < 1e-5


@pytest.mark.parametrize("decay", [Decay(), constant_decay(F(1, 4)), STEPWISE], ids=["none", "constant", "stepwise"])
@pytest.mark.parametrize("name", OBJECTIVES)
@pytest.mark.parametrize("q", ["1", "2"])
def test_it_agrees_with_the_certified_mode(q, name, decay):
    agree(Problem(F(q), W, OBJECTIVES[name], F(1), decay))


@pytest.mark.parametrize("name", ["linear", "quadratic"])
@pytest.mark.parametrize("q", ["5/4", "3/2"])
def test_steepness_in_between_with_its_arrivals(q, name):
    agree(Problem(F(q), W, OBJECTIVES[name], F(1), Decay()))


@pytest.mark.parametrize("q", ["1", "3/2"])
def test_coupled_decay_ends_at_its_first_switch(q):
    agree(Problem(F(q), W, OBJECTIVES["quadratic"], F(1), constant_decay(F(1, 2), "coupled")))


def test_random_sign_flows():
    """Three coupled coordinates: sliding, releases and crossings in the order of the certified run."""
    seen = set()
    for seed in range(12):
        r = random.Random(seed)
        rows = tuple(tuple(F(r.randint(-10, 10), 7) for _ in range(3)) for _ in range(2))
        start = tuple(tuple(F(r.choice([-1, 1]) * r.randint(10, 100), 97) for _ in range(2)) for _ in range(3))
        problem = Problem(F(1), start, LeastSquares(rows, (F(r.randint(-9, 9), 5), F(r.randint(-9, 9), 5))), F(2))
        agree(problem)
        seen |= {e.kind for e in integrate_double(problem).events}
    assert {"arrival", "weight-zero"} <= seen


@pytest.mark.parametrize("seed", [60, 61, 62, 63, 89])
def test_decay_and_fewer_data_than_coordinates(seed):
    """Two rows, three coordinates: with two g_k the third vanishes, and decay leaves the slides undetermined."""
    r = random.Random(seed)
    rows = tuple(tuple(F(r.randint(-10, 10), 7) for _ in range(3)) for _ in range(2))
    start = tuple(tuple(F(r.choice([-1, 1]) * r.randint(10, 100), 97) for _ in range(2)) for _ in range(3))
    objective = LeastSquares(rows, (F(r.randint(-9, 9), 5), F(r.randint(-9, 9), 5)))
    problem = Problem(F(1), start, objective, F(2), constant_decay(F(1, 4)))
    assert integrate(problem, 12).events[-1].kind == "saddle"
    agree(problem)


@pytest.mark.parametrize("decay", [F(0), F(1, 4)])
@pytest.mark.parametrize("seed", [76, 85, 88, 91, 98, 105])
def test_both_modes_name_and_time_the_same_events(seed, decay):
    """Slides that are not determined are the same saddle in both; times within what the quick mode says of them."""
    r = random.Random(seed)
    rows = tuple(tuple(F(r.randint(-10, 10), 7) for _ in range(3)) for _ in range(2))
    start = tuple(tuple(F(r.choice([-1, 1]) * r.randint(10, 100), 97) for _ in range(2)) for _ in range(3))
    objective = LeastSquares(rows, (F(r.randint(-9, 9), 5), F(r.randint(-9, 9), 5)))
    problem = Problem(F(1), start, objective, F(2), constant_decay(decay))
    certified, quick = integrate(problem, 12), integrate_double(problem)
    assert kinds(certified.events) == kinds(quick.events)
    assert (certified.status, certified.ended) == (quick.status, quick.ended)
    for truth, event in zip(certified.events, quick.events, strict=True):
        assert abs(event.time - float(truth.time.mid())) <= event.error < 1e-3


@pytest.mark.parametrize("seed", [3, 5, 16])
def test_equal_steps_do_not_hide_an_error(seed):
    """Decay, nothing yet slides: two runs by the same steps would agree in what both have wrong."""
    r = random.Random(seed)
    rows = tuple(tuple(F(r.randint(-1000, 1000), 1000) for _ in range(5)) for _ in range(2))
    b = tuple(F(r.randint(-2000, 2000), 1000) for _ in range(2))
    start = tuple(tuple(F(r.randint(10**5, 10**6), 10**6) for _ in range(3)) for _ in range(5))
    problem = Problem(F(1), start, LeastSquares(rows, b), F(1), constant_decay(F(1, 4)))
    certified, quick = integrate(problem, 15), integrate_double(problem)
    assert kinds(certified.events) == kinds(quick.events) and "weight-zero" in {e.kind for e in quick.events}
    for truth, event in zip(certified.events, quick.events, strict=True):
        assert abs(event.time - float(truth.time.mid())) <= event.error < 1e-5


@pytest.mark.parametrize("middle", [0.2345, 0.5, 0.531, 0.97])
def test_a_dip_between_two_samples_is_seen(middle, monkeypatch):
    """A margin below 0 for two thousandths of the interval, beside one that stays infinite."""
    run = sign.Sign(Problem(F(1), W, OBJECTIVES["quadratic"], F(1)), 1e-8)

    def margins(_: object, t: float, *__: object) -> np.ndarray:
        return np.array([(t - middle) ** 2 + 0.1 * (t - middle) ** 3 - 1e-6, np.inf])

    monkeypatch.setattr(run, "_margins", margins)
    before, after = run._bracket(lambda t: np.zeros(2), 0.0, 1.0, np.zeros(2))
    assert margins(None, before)[0] > 0 > margins(None, after)[0] and abs(after - middle) < 2e-3
    monkeypatch.setattr(sign, "DIPS", 0)
    assert run._bracket(lambda t: np.zeros(2), 0.0, 1.0, np.zeros(2)) is None or middle == 0.5


def test_a_blow_up_is_named_and_timed():
    """q = 2, L = 3, balanced, g = -1: w' = w^2 from 1, infinite at t = 1."""
    run = integrate_double(Problem(F(2), ((F(1),) * 3,), Linear((F(-1),)), F(5)))
    assert (run.status, run.ended, run.events[-1].kind) == ("stopped", "natural", "blow-up")
    assert abs(run.events[-1].time - 1) < 1e-6


def test_a_saddle_ends_it():
    """q = 3/2, L = 2, balanced, g = 1: both weights reach 0 together; from w = (0, 0) it cannot start."""
    run = integrate_double(Problem(F(3, 2), ((F(1), F(1)),), Linear((F(1),)), F(9)))
    assert run.events[-1].kind == "saddle" and abs(run.events[-1].time - 2) < 1e-4  # w' = -w^{1/2}
    stuck = integrate_double(Problem(F(3, 2), ((F(0), F(0)),), Linear((F(1),)), F(9)))
    assert stuck.events[0].kind == "saddle" and stuck.end == 0


@pytest.mark.parametrize("seed", range(6))
def test_filippovs_condition_is_solved(seed):
    """The box-constrained minimiser satisfies its own optimality conditions."""
    r = np.random.default_rng(seed)
    C = r.standard_normal((8, 12))
    H, base, bound = C.T @ C + 1e-3 * np.eye(12), 5 * r.standard_normal(12), r.uniform(0.1, 1, 12)
    z = boxed(H, base, bound, r.integers(-1, 2, 12).astype(float))
    rate = base - H @ z
    inside = abs(z) < bound
    assert (abs(z) <= bound * (1 + 1e-12)).all() and abs(rate[inside]).max(initial=0) < 1e-9
    assert (np.sign(z) * rate)[~inside].min() > -1e-9


def test_what_it_refuses():
    problem = Problem(F(2), W, OBJECTIVES["linear"], F(1))
    with pytest.raises(InputError, match="tolerance"):
        integrate_double(problem, 1e-15)
    with pytest.raises(InputError, match="known for"):
        integrate_double(problem).weights(1.5)


@pytest.mark.filterwarnings("error")
def test_without_a_first_step_it_stands_where_it_starts():
    """Weights whose powers no double holds."""
    found = integrate_double(Problem(F(3, 2), ((F(10) ** 300, F(1, 2)),), Quadratic((F(2),)), F(9)))
    assert found.ended != "until" and found.end == 0
    assert (found.weights(0.0) == [[1e300, 0.5]]).all()


@pytest.mark.parametrize("beyond", [F(1, 10**10), F(1, 10**9), F(1, 10**8)])
def test_a_component_on_its_way_back_is_no_event(beyond):
    """g_1 = x_1 + 3 x_2 - b_1 slightly above 0 beside s_1 = -1, as rounding leaves it: x_2 falls, the run goes on."""
    b = (F(2, 5) + 3 * F(2, 5) - beyond, F(2, 5) - 1)  # x = (2/5, 2/5)
    objective = LeastSquares(((F(1), F(3)), (F(0), F(1))), b)
    run = sign.Sign(Problem(F(1), ((F(1, 2), F(4, 5)),) * 2, objective, F(1)), 1e-9)
    run._begin()
    assert run._g(run.v)[0] > run._low(run.v)[0]
    run.s = np.array([-1.0, 1.0])
    run._advance(1.0)
    assert run.t > 1e-3 and run._g(run.v)[0] < 0
