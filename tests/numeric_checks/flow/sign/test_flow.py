"""The sign flow against closed forms by hand, a second precision, small steps in floating point, and its own laws."""

from __future__ import annotations

import math
import random
import threading
from dataclasses import replace
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from flint import arb, ctx, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.flow.problem import (
    NO_DECAY,
    Decay,
    LeastSquares,
    Linear,
    Logistic,
    Problem,
    Quadratic,
    constant_decay,
)
from steepest_mirror.numeric_checks.flow.sign.flow import run
from steepest_mirror.numeric_checks.flow.trajectory import Trajectory
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import InputError

F = Fraction
PAIR = ((F(3, 10), F(7, 10)),)
TWO = F(2)


def scalar(target: Fraction, until: Fraction = TWO, decay: Decay = NO_DECAY, weights=PAIR) -> Problem:
    return Problem(F(1), weights, Quadratic((target,)), until, decay)


def kinds(trajectory: Trajectory) -> list[tuple[str, int | None, int | None]]:
    return [(e.kind, e.coordinate, e.index) for e in trajectory.events]


def narrow(ball: arb, truth: arb, digits: int = 40) -> bool:
    """A ball that is small and meets the truth: a wide ball cannot pass."""
    return ball.overlaps(truth) and ball.rad() < arb(10) ** -digits


def rational(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def gradient(problem: Problem, w) -> list:
    """g at x = w_1...w_L, written out anew."""
    x = []
    for row in w:
        value = row[0]
        for factor in row[1:]:
            value = value * factor
        x.append(value)
    f, n = problem.objective, len(x)
    match f:
        case Linear(G):
            return [arb(rational(c)) for c in G]
        case Quadratic(T):
            return [a - rational(c) for a, c in zip(x, T, strict=True)]
        case LeastSquares(A, b):
            r = [
                sum((rational(a) * v for a, v in zip(row, x, strict=True)), arb(0)) - rational(c)
                for row, c in zip(A, b, strict=True)
            ]
            return [sum((rational(row[k]) * e for row, e in zip(A, r, strict=True)), arb(0)) for k in range(n)]
        case Logistic(X, y):
            g = [arb(0)] * n
            for row, label in zip(X, y, strict=True):
                z = rational(label) * sum((rational(a) * v for a, v in zip(row, x, strict=True)), arb(0))
                g = [c - rational(label * a) / (1 + z.exp()) for c, a in zip(g, row, strict=True)]
            return g


def small_steps(problem: Problem, end: float, steps: int) -> tuple[np.ndarray, np.ndarray]:
    """Explicit steps of dw_i/dt = -sign(dF/dw_i) - alpha w_i, and int sign g dt, in floating point."""
    w, h = np.array(problem.weights, float), end / steps
    gain = np.zeros(len(w))
    f = problem.objective
    if isinstance(f, LeastSquares):
        A, b = np.array(f.A, float), np.array(f.b, float)
        slope = lambda x: A.T @ (A @ x - b)  # noqa: E731
    else:
        X = np.array(f.X, float) * np.array(f.y, float)[:, None]
        slope = lambda x: -X.T @ (1 / (1 + np.exp(X @ x)))  # noqa: E731
    pieces = [(float(start), [float(c) for c in poly]) for start, poly in problem.decay.pieces]
    for number in range(steps):
        t = number * h
        alpha = sum(c * t**k for k, c in enumerate([p for s, p in pieces if s <= t + 1e-15][-1]))
        s = np.sign(slope(w.prod(axis=1)))
        others = np.array([[np.prod(np.delete(row, j)) for j in range(len(row))] for row in w])
        gain += h * s
        w = w - h * (s[:, None] * np.sign(others) + alpha * w)
    return w, gain


# Closed forms by hand.


def test_arrival_at_the_target_and_rest():
    """(3/10 + t)(7/10 + t) = T at t = (-1 + sqrt(1 + 4(T - 21/100)))/2, then rest."""
    t = run(scalar(F(87, 100)))
    assert t.status == "finished" and kinds(t) == [("arrival", 1, None)]
    with bits(250):
        when = (arb(fmpq(364, 100)).sqrt() - 1) / 2
        assert narrow(t.events[0].time, when)
        for later in (F(1, 2), F(1), F(2)):
            (w,) = t.state(later)
            assert narrow(w[0], when + fmpq(3, 10)) and narrow(w[1], when + fmpq(7, 10))
            assert narrow(t.gain(later)[0], -when)
        (w,) = t.state(F(1, 4))
        assert narrow(w[0], arb(fmpq(11, 20)), 60) and narrow(t.gain(F(1, 4))[0], arb(fmpq(-1, 4)), 60)


def test_target_zero_ends_where_x_and_g_vanish():
    """Theory section 0: f = x^2/2 from (3/10, 7/10) ends at t = 3/10 at (0, 2/5)."""
    t = run(scalar(F(0)))
    assert t.status == "stopped" and kinds(t) == [("saddle", 1, None)] and "vanish together" in t.reason
    assert t.end == arb(fmpq(3, 10)) or narrow(t.end, arb(fmpq(3, 10)))
    (w,) = t.state(F(299, 1000))
    with bits(200):
        assert narrow(w[0], arb(fmpq(1, 1000))) and narrow(w[1], arb(fmpq(401, 1000)))
    with pytest.raises(InputError):
        t.state(F(1, 2))


def test_a_weight_crosses_zero_and_the_others_turn():
    """T = -1: w_2 falls to 2/5 at t = 3/10, then grows while w_1 goes on; r(r + 2/5) = 1."""
    t = run(scalar(F(-1)))
    assert kinds(t) == [("weight-zero", 1, 1), ("arrival", 1, None)]
    with bits(250):
        assert narrow(t.events[0].time, arb(fmpq(3, 10)))
        r = (arb(fmpq(416, 100)).sqrt() - fmpq(4, 10)) / 2
        assert narrow(t.events[1].time, r + fmpq(3, 10))
        (w,) = t.state(F(2))
        assert narrow(w[0], -r) and narrow(w[1], r + fmpq(4, 10))


def test_equal_weights_meet_zero_together():
    t = run(scalar(F(-1), weights=((F(1, 2), F(-1, 2), F(3)),)))
    assert t.status == "finished"  # x = -3/4 grows towards -1 in size: no weight shrinks
    t = run(scalar(F(1), weights=((F(1, 2), F(-1, 2), F(3)),)))
    assert t.status == "stopped" and "two weights" in t.reason
    with bits(200):
        assert narrow(t.end, arb(fmpq(1, 2)))


def test_decay_towards_the_target_of_balanced_weights():
    """w = (a, a), alpha: w' = 1 - alpha w, arrival at w = sqrt T, then s = -alpha sqrt T keeps x = T."""
    alpha, start = F(1, 2), F(3, 10)
    t = run(scalar(F(1), F(20), constant_decay(alpha), ((start, start),)))
    assert kinds(t) == [("arrival", 1, None)]
    with bits(250):
        when = -2 * ((2 - arb(1)) / (2 - arb(rational(start)))).log()
        assert narrow(t.events[0].time, when)
        (w,) = t.state(F(10))
        assert narrow(w[0], arb(1)) and narrow(w[1], arb(1))
        assert narrow(t.gain(F(10))[0], -when - (10 - when) / 2)


def test_strong_decay_prevents_arrival_and_releases():
    """alpha sqrt T > 1: balanced weights never reach sqrt T but approach 1/alpha; raising alpha releases the arrived
    ones."""
    t = run(scalar(F(4), F(30), constant_decay(F(3, 4)), ((F(1, 2), F(1, 2)),)))
    assert kinds(t) == []
    with bits(250):
        w = arb(fmpq(4, 3)) - (arb(fmpq(4, 3)) - fmpq(1, 2)) * (-arb(30) * fmpq(3, 4)).exp()
        assert narrow(t.state(F(30))[0][0], w)
    jump = Decay(((F(0), (F(0),)), (F(2), (F(3, 4),))))
    t = run(scalar(F(4), F(3), jump, ((F(1, 2), F(1, 2)),)))
    assert kinds(t) == [("arrival", 1, None), ("decay-switch", None, None), ("release", 1, None)]
    with bits(250):
        w = arb(fmpq(4, 3)) + (2 - arb(fmpq(4, 3))) * (-arb(fmpq(3, 4))).exp()
        assert narrow(t.state(F(3))[0][0], w)


def test_polynomial_decay():
    """alpha = t: w = exp(-t^2/2)(w_0 + int_0^t exp(s^2/2) ds), by the imaginary error function."""
    t = run(Problem(F(1), PAIR, Linear((F(-1),)), F(2), Decay(((F(0), (F(0), F(1))),))), 30)
    with bits(200):
        half = arb(2).sqrt()
        grown = (arb.pi() / 2).sqrt() * (arb(2) / half).erfi()
        for w, start in zip(t.state(F(2))[0], PAIR[0], strict=True):
            assert narrow(w, (-arb(2)).exp() * (rational(start) + grown), 30)
        assert narrow(t.gain(F(2))[0], arb(-2), 30)


def test_coupled_decay_stops_at_its_first_switch():
    """h_2 = (x - 1) w_1 + w_2/5, w = (3/10 + t, 7/10 + t): the first zero of a cubic, checked by its value."""
    t = run(scalar(F(1), F(2), constant_decay(F(1, 5), "coupled")))
    assert t.status == "stopped" and kinds(t) == [("coupled-switch", 1, 2)]
    with bits(300):
        v = t.end
        a, b = v + fmpq(3, 10), v + fmpq(7, 10)
        assert ((a * b - 1) * a + b / 5).contains(0) and v.rad() < 1e-45
        before = v - arb("1e-30")
        a, b = before + fmpq(3, 10), before + fmpq(7, 10)
        assert (a * b - 1) * a + b / 5 < 0  # the sign that h_2 has at the start
        assert narrow(t.state(F(1, 4))[0][1], arb(fmpq(95, 100)))


def test_coupled_decay_of_a_logistic_loss_switches_where_bisection_finds_it():
    alpha = Decay(((F(0), (F(1, 10), F(1, 5))),), "coupled")
    t = run(Problem(F(1), ((F(1, 2), F(1)),), Logistic(((F(1),),), (F(1),)), F(1), alpha), 20)
    with mpmath.workdps(30):

        def pull(v):  # dF/dw_2 + alpha w_2 on w = (1/2 + v, 1 + v)
            w = mpmath.mpf(1) / 2 + v, 1 + v
            return -w[0] / (1 + mpmath.exp(w[0] * w[1])) + (1 + 2 * v) / 10 * w[1]

        expected = mpmath.findroot(pull, (0, 1), solver="anderson")
        text = mpmath.nstr(expected, 25)
    assert kinds(t) == [("coupled-switch", 1, 2)]
    with bits(100):
        assert abs(t.events[0].time - arb(text)) < arb(10) ** -18


@pytest.mark.parametrize("decay", [NO_DECAY, constant_decay(F(1, 2)), constant_decay(F(1, 2), "coupled")])
def test_a_start_that_is_undecided_can_still_be_read(decay):
    """g_1 = 1/(1 + exp(-1/2)) - 1/(1 + exp(-1/2)): 0, but not rationally."""
    objective = Logistic(((F(1), F(0)), (F(1), F(1))), (F(1), F(-1)))
    t = run(Problem(F(1), ((F(1, 2), F(1)), (F(1), F(-1))), objective, F(1), decay), 20)
    assert t.status == "stopped" and t.reason.startswith("undecided") and t.events == ()
    assert [[float(w) for w in row] for row in t.state(F(0))] == [[0.5, 1], [1, -1]]
    assert [float(v) for v in t.gain(F(0))] == [0, 0]


def test_a_start_that_does_not_determine_the_sliding_can_still_be_read():
    objective = LeastSquares(((F(1), F(1)),), (F(3),))
    t = run(Problem(F(1), ((F(1), F(1)), (F(1), F(2))), objective, F(1), constant_decay(F(1, 10))), 20)
    assert t.status == "stopped" and kinds(t) == [("saddle", None, None)]
    assert [[float(w) for w in row] for row in t.state(F(0))] == [[1, 1], [1, 2]]


def test_no_decay_given_as_coupled_is_no_decay():
    assert kinds(run(scalar(F(87, 100), decay=constant_decay(F(0), "coupled")))) == [("arrival", 1, None)]


def test_starts_that_are_saddles_end_at_once():
    for weights, target in ((((F(0), F(0)),), F(1)), (((F(0), F(1)),), F(0))):
        t = run(scalar(target, weights=weights))
        assert t.status == "stopped" and t.end == 0 and t.events[0].kind == "saddle"
        assert [w == rational(v) for w, v in zip(t.state(F(0))[0], weights[0], strict=True)] == [True, True]
    t = run(scalar(F(1), weights=((F(0), F(1, 2)),)))  # one zero weight leaves at once
    assert kinds(t) == [("arrival", 1, None)]


def test_invisible_coordinates_keep_still_or_decay():
    t = run(Problem(F(1), ((F(0), F(0)), (F(1), F(2))), Linear((F(0), F(-1))), F(1), constant_decay(F(1))))
    assert t.status == "finished" and t.state(F(1))[0] == (0, 0) and t.gain(F(1))[0] == 0


def test_coordinates_of_separate_blocks_do_not_wait_for_each_other():
    """Equal coordinates arrive at one irrational time; no order between them has to be decided."""
    t = run(Problem(F(1), PAIR * 3, Quadratic((F(1),) * 3), F(2)))
    assert kinds(t) == [("arrival", k, None) for k in (1, 2, 3)]


def test_a_weight_that_vanishes_at_the_end_time_after_an_irrational_event_is_decided():
    """w = (2, 12/5) shrinks from 0 to 2 at speed 1, whatever the other coordinate does before: the end is t = 2
    exactly."""
    A = ((F(-29, 30), F(-7, 20)), (F(3, 4), F(-8, 5)), (F(2, 5), F(5, 2)), (F(-3, 20), F(13, 20)))
    b = (F(-2, 5), F(-1), F(1, 5), F(1, 10))
    t = run(Problem(F(1), ((F(12, 5), F(2)), (F(11, 10), F(1, 10))), LeastSquares(A, b), F(2)))
    assert t.status == "finished" and kinds(t)[-1] == ("weight-zero", 1, 2)
    with bits(200):
        assert narrow(t.events[-1].time, arb(2))


def test_proportional_columns_arrive_together():
    """f = ((x_1 + x_2 - 2)^2)/2: g_1 = g_2 always, and both weights pairs rest at once at the minimum."""
    t = run(Problem(F(1), (PAIR[0], PAIR[0]), LeastSquares(((F(1), F(1)),), (F(2),)), F(2)))
    assert t.status == "finished" and kinds(t) == [("arrival", 1, None), ("arrival", 2, None)]
    with bits(200):
        assert narrow(t.state(F(2))[0][0], (arb(fmpq(416, 100)).sqrt() - 1) / 2 + fmpq(3, 10))


# The failure of a solver that steps across the event.


def test_odefun_steps_across_the_event_where_the_truth_rests():
    """w = (1/2, 1/2), T = 3/4: the truth rests at sqrt(3)/2 = 0.8660; mpmath.odefun says 1.0 at t = 1/2."""

    def field(_, w):
        return [-mpmath.sign(w[0] * w[1] - mpmath.mpf("0.75")) * mpmath.sign(other) for other in reversed(w)]

    with mpmath.workdps(30):
        wrong = mpmath.odefun(field, 0, [mpmath.mpf("0.5")] * 2)(mpmath.mpf("0.5"))
    truth = math.sqrt(3) / 2
    assert abs(float(wrong[0]) - 1) < 1e-9 and abs(float(wrong[0]) - truth) > 0.1
    t = run(scalar(F(3, 4), weights=((F(1, 2), F(1, 2)),)))
    with bits(200):
        assert narrow(t.state(F(1, 2))[0][0], arb(3).sqrt() / 2)


# Laws over random problems.


def draw(r: random.Random, size: int = 20) -> Fraction:
    return F(r.randint(-size, size), r.choice((7, 10, 12)))


def random_problem(seed: int, logistic: bool = False) -> Problem:
    r = random.Random(seed)
    n, depth = r.choice((1, 2, 2, 3)), r.choice((2, 2, 3, 4))
    m = n + r.choice((0, 1, 2))
    weights = tuple(tuple(draw(r) for _ in range(depth)) for _ in range(n))
    A = tuple(tuple(draw(r) for _ in range(n)) for _ in range(m))
    kind = r.choice(("none", "none", "constant", "switch", "polynomial"))
    decay = {
        "none": NO_DECAY,
        "constant": constant_decay(abs(draw(r, 8))),
        "switch": Decay(((F(0), (abs(draw(r, 8)),)), (F(1, 3), (abs(draw(r, 8)),)))),
        "polynomial": Decay(((F(0), (abs(draw(r, 4)), abs(draw(r, 4)))),)),
    }[kind]
    if logistic:
        return Problem(F(1), weights, Logistic(A, tuple(F(r.choice((-1, 1))) for _ in range(m))), F(3, 2), decay)
    return Problem(F(1), weights, LeastSquares(A, tuple(draw(r) for _ in range(m))), F(3, 2), decay)


def inside(t: Trajectory) -> list[arb]:
    """Times in [0, end], away from it."""
    with bits(t.precision):
        return [t.end * fmpq(k, 8) for k in (1, 3, 5, 7)]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9))
def test_twice_the_precision_lies_inside_and_the_events_agree(seed):
    problem = random_problem(seed)
    coarse, fine = run(problem, 15), run(problem, 40)
    assert kinds(coarse) == kinds(fine) and coarse.status == fine.status
    for a, b in zip(coarse.events, fine.events, strict=True):
        assert a.time.overlaps(b.time) and b.time.rad() < 1e-35
    times = [float(e.time.mid()) for e in fine.events]
    assert times == sorted(times)
    for time in inside(fine):
        if not time < coarse.end:
            continue
        low, high = coarse.state(time), fine.state(time)
        for rows, precise in zip(low, high, strict=True):
            assert all(a.overlaps(b) and a.rad() < 1e-12 for a, b in zip(rows, precise, strict=True))
    middle = inside(fine)[1]
    if middle < coarse.end:
        assert all(a.overlaps(b) for a, b in zip(coarse.gain(middle), fine.gain(middle), strict=True))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_differences_of_sizes_shrink_by_decay_alone(seed):
    """|w_i| - |w_j| = (its start) exp(-int alpha), all along."""
    problem = random_problem(seed)
    t = run(problem, 30)
    for time in inside(t):
        with bits(t.precision):
            total = arb(0)
            starts = [rational(s) for s, _ in problem.decay.pieces]
            for number, (_, poly) in enumerate(problem.decay.pieces):
                low = arb(starts[number])
                high = time if number + 1 == len(starts) else time.min(arb(starts[number + 1]))
                if low < time:
                    total += sum(
                        (rational(c) * (high ** (k + 1) - low ** (k + 1)) / (k + 1) for k, c in enumerate(poly)), arb(0)
                    )
            for row, start in zip(t.state(time), problem.weights, strict=True):
                for w, v in zip(row, start, strict=True):
                    moved = abs(w) - abs(row[0]) - (-total).exp() * rational(abs(v) - abs(start[0]))
                    assert moved.contains(0) and moved.rad() < 1e-25


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_the_gradient_is_zero_while_sliding_and_keeps_its_sign_else(seed):
    problem = random_problem(seed)
    t = run(problem, 25)
    state = dict.fromkeys(range(1, len(problem.weights) + 1), "free")
    cuts = [e.time for e in t.events] + [t.end]
    before = arb(0)
    for number, cut in enumerate(cuts):
        with bits(t.precision):
            middle = (before + cut) / 2
            if not (before < middle and middle < cut):
                continue_here = True
            else:
                continue_here = False
                g = gradient(problem, t.state(middle))
        if not continue_here:
            for k, value in enumerate(g, 1):
                if state[k] == "slides":
                    assert value.contains(0) and value.rad() < 1e-15
                elif any(rational(row[k - 1]) != 0 for row in problem.objective.A):
                    assert not value.contains(0)
        if number < len(t.events):
            event = t.events[number]
            if event.kind == "arrival":
                state[event.coordinate] = "slides"
            elif event.kind == "release":
                state[event.coordinate] = "free"
            before = cut


@pytest.mark.parametrize("logistic", [False, True])
def test_small_steps_converge_to_the_enclosure(logistic):
    """The error of explicit steps, in the weights and in int sign g dt, is O(h)."""
    shown = 0
    for seed in range(300, 305 if logistic else 313):
        problem = random_problem(seed, logistic)
        t = run(problem, 15)
        end = F(round(float(t.end.mid()) * 0.95 * 10**6), 10**6)
        if end <= 0:
            continue
        centre = np.array([[float(w.mid()) for w in row] for row in t.state(end)])
        gains = t.gain(end)
        errors = []
        for steps in (500, 4000):
            w, gain = small_steps(problem, float(end), steps)
            worst = np.abs(w - centre).max()
            for exact, near in zip(gains, gain, strict=True):
                worst = max(worst, abs(float(exact.mid()) - near) - float(exact.rad()))
            errors.append(worst)
        print(f"seed {seed}: {errors}")
        assert errors[1] < max(errors[0] / 3, 40 * float(end) / 4000)
        shown += 1
    assert shown >= 4


def test_a_perturbed_problem_is_told_apart():
    """The target moved by 1e-40 moves the arrival out of the ball."""
    t, other = run(scalar(F(87, 100))), run(scalar(F(87, 100) + F(1, 10**40)))
    assert not t.events[0].time.overlaps(other.events[0].time)
    assert not t.state(F(1))[0][0].overlaps(other.state(F(1))[0][0])


# Precision and input.


def test_precision_is_left_alone_and_threads_do_not_disturb_each_other():
    former, results = ctx.prec, {}

    def work(digits: int) -> None:
        results[digits] = run(scalar(F(87, 100)), digits).state(F(1))[0][0]

    threads = [threading.Thread(target=work, args=(d,)) for d in (10, 60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ctx.prec == former
    assert results[60].rad() < 1e-55 and results[10].overlaps(results[60])
    with pytest.raises(InputError):
        run(replace(scalar(F(1)), q=F(3, 2)))
    assert ctx.prec == former
