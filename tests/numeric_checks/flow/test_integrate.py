"""Trajectories against closed forms, quadratures, a second integrator, and themselves at twice the precision."""

from __future__ import annotations

import random
from fractions import Fraction as F

import mpmath as mp
import pytest
from flint import acb, arb, ctx

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
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import InputError

TIGHT = arb("1e-45")
WORK = 240


def covers(found: arb, truth: arb, tight: arb = TIGHT) -> bool:
    """The ball meets the (much finer) truth and is small: a wide ball cannot pass."""
    return found.overlaps(truth) and found.rad() < tight


def scalar(q, weights, objective, until, decay=None):
    row = tuple(map(F, weights))
    return Problem(F(q), (row,), objective, F(until), decay or Decay())


def rows(*text):
    return tuple(tuple(map(F, line.split())) for line in text)


# q = 2: closed forms


@pytest.mark.parametrize("t", ["0", "1/7", "1", "5/2", "3"])
def test_logistic_growth(t):
    """q = 2, L = 2, balanced, f = (x - T)^2/2: x = T / (1 + (T/x_0 - 1) e^{-2Tt}), gain = -log(w/w_0)."""
    path = integrate(scalar(2, ["1/5", "1/5"], Quadratic((F(2),)), 3))
    with bits(WORK):
        time = F(t)
        decayed = (-4 * arb(time.numerator) / time.denominator).exp()
        w = (2 / (1 + 49 * decayed)).sqrt()
        assert all(covers(v, w) for v in path.state(time)[0])
        assert covers(path.gain(time)[0], -(5 * w).log())


def test_polynomial_and_piecewise_decay():
    """q = 2, L = 2, balanced, g = -1: w = w_0 exp(t - int alpha), alpha = t/2 + t^2 on [0, 1), then 3."""
    decay = Decay(((F(0), (F(0), F(1, 2), F(1))), (F(1), (F(3),))))
    path = integrate(scalar(2, ["1/2", "1/2"], Linear((F(-1),)), "5/2", decay))
    assert [event.kind for event in path.events] == ["decay-switch"]
    with bits(WORK):
        for time, exponent in ((F(1, 2), F(1, 2) - F(1, 16) - F(1, 24)), (F(2), F(2) - F(1, 4) - F(1, 3) - 3)):
            w = (arb(exponent.numerator) / exponent.denominator).exp() / 2
            assert all(covers(v, w) for v in path.state(time)[0])


def test_coupled_decay_at_two_is_decoupled_decay():
    paths = [
        integrate(scalar(2, ["1/2", "1/3", "1"], Quadratic((F(1),)), 1, constant_decay(F(1, 5), kind)))
        for kind in ("coupled", "decoupled")
    ]
    first, second = (path.state(F(1))[0] for path in paths)
    assert all(a.overlaps(b) and a.rad() < TIGHT for a, b in zip(first, second, strict=True))


def test_blow_up():
    """q = 2, L = 3, balanced, g = -1: w' = w^2, T = 1/w_0."""
    path = integrate(scalar(2, ["1/2"] * 3, Linear((F(-1),)), 10), 30)
    assert path.status == "stopped" and path.events[-1].kind == "blow-up"
    with bits(WORK):
        assert covers(path.events[-1].time, arb(2), arb("1e-30"))


def test_no_blow_up_is_claimed_before_it():
    assert integrate(scalar(2, ["1/2"] * 3, Linear((F(-1),)), "199/100"), 30).status == "finished"


def test_a_saddle_rests_at_two():
    path = integrate(scalar(2, [0, 0, 1], Quadratic((F(1),)), 3))
    assert path.status == "finished" and not path.events
    assert [str(v) for v in path.state(F(2))[0][:2]] == ["0", "0"]
    assert covers(path.state(F(2))[0][2], arb(1))


# 1 < q < 2: closed forms and quadratures


@pytest.mark.parametrize("q", ["3/2", "4/3", "5/3", "5/4"])
def test_constant_gradient(q):
    """L = 2, balanced, g = -4: w' = (4 w)^r, w^{1-r} = w_0^{1-r} + (1 - r) 4^r t."""
    r = F(q) - 1
    path = integrate(scalar(q, ["1/3", "1/3"], Linear((F(-4),)), 1))
    assert path.status == "finished"
    with bits(WORK):
        power, rest = (arb(v.numerator) / v.denominator for v in (r, 1 - r))
        for time in (F(1, 3), F(1)):
            t = arb(time.numerator) / time.denominator
            w = ((arb(1) / 3) ** rest + rest * arb(4) ** power * t) ** (1 / rest)
            assert all(covers(v, w) for v in path.state(time)[0])
            assert covers(path.gain(time)[0], -(arb(4) ** power) * t)


@pytest.mark.parametrize("q", ["3/2", "4/3", "7/4"])
def test_arrival(q):
    """L = 2, balanced, T = 1: w' = ((1 - w^2) w)^r, so the arrival is at int_{w_0}^1 ((1 - w^2) w)^{-r} dw, and it
    rests."""
    path = integrate(scalar(q, ["1/3", "1/3"], Quadratic((F(1),)), 6))
    assert path.status == "finished" and [event.kind for event in path.events] == ["arrival"]
    r = F(q) - 1
    a, b = r.numerator, r.denominator
    with bits(WORK):  # w = 1 - s^b: (1 - w)^{-r} dw = b s^{b-1-a} ds
        end = (arb(2) / 3) ** (arb(1) / b)
        time = acb.integral(lambda s, _: b * s ** (b - 1 - a) * ((2 - s**b) * (1 - s**b)) ** (-arb(a) / b), 0, end).real
        assert covers(path.events[0].time, time)
        assert all(covers(v, arb(1)) for v in path.state(F(6))[0])


@pytest.mark.parametrize(("q", "sizes"), [("3/2", ("1/3", "1/2")), ("5/3", ("1/2", "-2/3"))])
def test_a_weight_through_zero(q, sizes):
    """g constant: |w_2|^q - |w_1|^q = c, w_1 reaches 0 at int_0^{|w_1|} (v^q + c)^{-r/q} dv / |g|^r; the balance holds
    beyond."""
    g = F(2) if F(sizes[0]) * F(sizes[1]) > 0 else F(-2)
    path = integrate(scalar(q, sizes, Linear((g,)), 1))
    assert [(event.kind, event.index) for event in path.events] == [("weight-zero", 1)]
    assert path.status == "finished"
    with mp.workdps(40):
        Q, (v1, v2) = (
            mp.mpf(F(q).numerator) / F(q).denominator,
            [abs(mp.mpf(F(s).numerator) / F(s).denominator) for s in sizes],
        )
        c = v2**Q - v1**Q
        b = F(q).denominator
        time = mp.quad(
            lambda s: b * s ** (b - 1) * (s ** (b * Q) + c) ** ((1 - Q) / Q), [0, v1 ** (mp.mpf(1) / b)]
        ) / 2 ** (Q - 1)
        assert abs(time - mp.mpf(path.events[0].time.mid().str(45, radius=False))) < mp.mpf(10) ** -35
    with bits(WORK):
        first, second = path.state(F(1))[0]
        power = arb(F(q).numerator) / F(q).denominator
        start = [(abs(arb(F(s).numerator)) / F(s).denominator) ** power for s in sizes]
        assert (abs(second) ** power - abs(first) ** power).overlaps(start[1] - start[0])
        assert first.rad() < TIGHT


def test_equal_weights_reach_the_saddle_together():
    """q = 3/2, L = 2, balanced, g = 1: w' = -w^{1/2}, both 0 at 2 sqrt(w_0); from there on the solution is not
    unique."""
    path = integrate(scalar("3/2", ["1/4", "1/4"], Linear((F(1),)), 3))
    assert path.status == "stopped" and path.events[-1].kind == "saddle"
    with bits(WORK):
        assert covers(path.events[-1].time, arb(1))


def test_leaving_a_saddle_is_not_decided():
    path = integrate(scalar("3/2", [0, 0], Quadratic((F(1),)), 3))
    assert path.status == "stopped" and [event.kind for event in path.events] == ["saddle"]
    assert path.end == 0 and path.state(F(0))[0][0] == 0


def test_a_saddle_of_order_three_rests_where_it_is_the_only_solution():
    """(k - 1) r >= 1 with k = 3 zero weights and r = 1/2: w = 0 is the only solution."""
    path = integrate(scalar("3/2", [0, 0, 0], Quadratic((F(1),)), 1))
    assert path.status == "finished" and all(v.rad() < TIGHT and v.contains(0) for v in path.state(F(1))[0])


def test_one_zero_weight_leaves_at_once():
    """L = 2, q = 3/2, w = (0, 1), g = -1: |w_1|^q = |w_2|^q - 1 for all t."""
    path = integrate(scalar("3/2", [0, 1], Linear((F(-1),)), 1))
    assert path.status == "finished"
    with bits(WORK):
        for time in (F(1, 1000), F(1, 2), F(1)):
            first, second = path.state(time)[0]
            assert first > 0 and (first ** arb("1.5")).overlaps(second ** arb("1.5") - 1) and first.rad() < TIGHT


def test_the_optimum_rests():
    path = integrate(scalar("3/2", ["1/2", "1/2"], Quadratic((F(1, 4),)), 3))
    assert path.status == "finished" and path.gain(F(3))[0].contains(0)


def test_coupled_decay_goes_up_to_the_first_switch():
    """The pull g prod_{j != i} w_j + alpha w_i of the weight named vanishes in the final state, and no other one
    before."""
    path = integrate(
        scalar("3/2", ["3/10", "6/10", "9/10"], Quadratic((F(1),)), 5, constant_decay(F(1, 10), "coupled"))
    )
    last = path.events[-1]
    assert path.status == "stopped" and last.kind == "coupled-switch"
    with bits(WORK):
        a, b, c = path.state(last.time)[0]
        pulls = [(a * b * c - 1) * m + w / 10 for m, w in ((b * c, a), (a * c, b), (a * b, c))]
        assert [pull.contains(0) for pull in pulls] == [i == last.index - 1 for i in range(3)]
        assert pulls[last.index - 1].rad() < TIGHT


def test_a_gradient_held_small_by_decay_keeps_its_digits():
    """x settles where the pull of g balances the decay: a stiff piece; the radius stays below 10^-20 all the same."""
    problem = scalar("4/3", ["33/20", "3/2", "7/2", "-1/2"], Quadratic((F(-1, 2),)), 1, constant_decay(F(1, 4)))
    path = integrate(problem, 20)
    assert path.status == "finished"
    assert all(v.rad() < arb("1e-19") for v in path.state(F(1))[0])


def test_coupled_coordinates_below_two():
    """q = 3/2, least squares: a weight, then a gradient component passes through 0; the balance survives both."""
    problem = Problem(
        F(3, 2), rows("3/10 6/10", "1/5 -1/2"), LeastSquares(rows("1 1/2", "0 1"), (F(1), F(1, 3))), F(5, 4)
    )
    path = integrate(problem, 20)
    assert [(event.kind, event.coordinate) for event in path.events] == [("weight-zero", 2), ("gradient-zero", 1)]
    with bits(200):
        for before, after in zip(problem.weights, path.state(F(5, 4)), strict=True):
            start = [(abs(arb(w.numerator)) / w.denominator) ** arb("1.5") for w in before]
            end = [abs(w) ** arb("1.5") for w in after]
            assert (end[1] - end[0]).overlaps(start[1] - start[0]) and end[0].rad() < arb("1e-19")


# an independent integrator, and twice the precision


INDEPENDENT = {
    "least squares, q = 2": Problem(
        F(2), rows("3/10 6/10", "1/5 -1/2"), LeastSquares(rows("1 1/2", "0 1"), (F(1), F(1, 3))), F(1, 2)
    ),
    "logistic, q = 3/2": Problem(
        F(3, 2), rows("3/10 6/10", "2/5 1/2"), Logistic(rows("1 1/2", "-1/3 1"), (F(1), F(-1))), F(1, 4)
    ),
    "decoupled, q = 3/2": Problem(
        F(3, 2), rows("3/10 6/10 1"), Quadratic((F(1),)), F(1, 4), Decay(((F(0), (F(1, 5), F(1))),))
    ),
    "coupled, q = 4/3": Problem(
        F(4, 3), rows("3/10 -6/10 1"), Quadratic((F(-1),)), F(1, 4), Decay(((F(0), (F(1, 20), F(1, 10))),), "coupled")
    ),
}


def by_odefun(problem: Problem, digits: int) -> list:
    """The weights at the end by mpmath's integrator, with the flow written out afresh."""
    with mp.workdps(digits):
        n, depth, r = len(problem.weights), problem.depth, mp.mpf(problem.q.numerator) / problem.q.denominator - 1
        number = lambda v: mp.mpf(v.numerator) / v.denominator  # noqa: E731
        signed = lambda v: mp.sign(v) * abs(v) ** r  # noqa: E731

        def gradient(x):
            match problem.objective:
                case Quadratic(target):
                    return [v - number(t) for v, t in zip(x, target, strict=True)]
                case LeastSquares(A, b):
                    rest = [
                        sum(number(a) * v for a, v in zip(row, x, strict=True)) - number(c)
                        for row, c in zip(A, b, strict=True)
                    ]
                    return [sum(number(row[k]) * e for row, e in zip(A, rest, strict=True)) for k in range(n)]
                case Logistic(X, y):
                    margins = [
                        number(c) * sum(number(a) * v for a, v in zip(row, x, strict=True))
                        for row, c in zip(X, y, strict=True)
                    ]
                    return [
                        -sum(number(c * row[k]) / (1 + mp.exp(m)) for row, c, m in zip(X, y, margins, strict=True))
                        for k in range(n)
                    ]

        def flow(t, w):
            alpha = sum(number(c) * t**k for k, c in enumerate(problem.decay.pieces[0][1]))
            g = gradient([mp.fprod(w[k * depth : (k + 1) * depth]) for k in range(n)])
            out = []
            for j, v in enumerate(w):
                k = j // depth
                pull = g[k] * mp.fprod(w[i] for i in range(k * depth, (k + 1) * depth) if i != j)
                if problem.decay.kind == "coupled":
                    out.append(-signed(pull + alpha * v))
                else:
                    out.append(-signed(pull) - alpha * v)
            return out

        start = [number(w) for row in problem.weights for w in row]
        return [mp.nstr(v, digits) for v in mp.odefun(flow, 0, start)(number(problem.until))]


@pytest.mark.parametrize("name", INDEPENDENT)
def test_against_another_integrator(name):
    problem = INDEPENDENT[name]
    path = integrate(problem, 20)
    assert path.status == "finished"
    found = [v for row in path.state(problem.until) for v in row]
    for ours, theirs in zip(found, by_odefun(problem, 18), strict=True):
        assert abs(ours - arb(theirs)) < arb("1e-13")


@pytest.mark.parametrize("q", ["2", "2", "2", "3/2", "5/3"])
def test_contains_the_reference_at_twice_the_precision(q):
    seed = random.randrange(10**9)
    print("seed", seed)
    rng = random.Random(seed)
    n, depth = rng.choice([(1, 2), (1, 4), (2, 2), (2, 3)]) if q == "2" else (1, rng.choice([2, 3]))
    weights = tuple(tuple(F(rng.choice([-1, 1]) * rng.randint(20, 99), 100) for _ in range(depth)) for _ in range(n))
    A = tuple(tuple(F(rng.randint(-9, 9), 10) + 2 * (k == l) for l in range(n)) for k in range(n))
    objective = LeastSquares(A, tuple(F(rng.randint(-9, 9), 5) for _ in range(n)))
    problem = Problem(F(q), weights, objective, F(1, 2))
    coarse, fine = integrate(problem, 15), integrate(problem, 40)
    assert coarse.status == fine.status
    with bits(WORK):
        end = min(F(1, 2), F(int((coarse.end.lower() * 1024).floor().unique_fmpz()), 1024))
        for t in (F(0), F(1, 7), end):
            if t > end:
                continue
            for a, b in zip(coarse.state(t), fine.state(t), strict=True):
                assert all(v.overlaps(w) and w.rad() < v.rad() + arb("1e-30") for v, w in zip(a, b, strict=True))
            assert all(v.overlaps(w) for v, w in zip(coarse.gain(t), fine.gain(t), strict=True))


def test_time_balls_cover_their_times():
    path = integrate(scalar(2, ["1/5", "1/5"], Quadratic((F(2),)), 3), 20)
    with bits(100):
        wide = path.state(arb(1, 0.25))[0][0]
        for t in (F(3, 4), F(7, 8), F(1), F(5, 4)):
            assert wide.contains(path.state(t)[0][0].mid())


# precision and bad input


def test_precision_is_left_alone():
    before = ctx.prec, ctx.cap
    path = integrate(scalar("3/2", ["1/3", "1/3"], Quadratic((F(1),)), 1), 15)
    path.state(F(1, 2))
    path.gain(F(1, 2))
    for t in (F(-1), F(2), arb.nan()):
        with pytest.raises(InputError):
            path.state(t)
    with pytest.raises(InputError):
        integrate(scalar(2, ["1/3", "1/3"], Quadratic((F(1),)), 1), 0)
    assert (ctx.prec, ctx.cap) == before


def test_interrupted_runs_leave_the_precision_alone(monkeypatch):
    from steepest_mirror.numeric_checks.flow.smooth import stepper

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(stepper, "check", interrupt)
    before = ctx.prec
    found = integrate(scalar(2, ["1/3", "1/3"], Quadratic((F(1),)), 1), 90, keep=True)
    assert found.ended == "interrupted" and found.end == 0
    assert ctx.prec == before
