"""Gradient flow with many weights: bounds block by block, products of matrices, zeros on polynomials of their own.

Expected values: eigenvalues of the whole Jacobian in doubles, mpmath's odefun at another precision, the integrator for
few weights.
"""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction as F

import mpmath as mp
import numpy as np
import pytest
from flint import arb, arb_series

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import (
    Decay,
    LeastSquares,
    Linear,
    Logistic,
    Problem,
    constant_decay,
)
from steepest_mirror.numeric_checks.flow.smooth import block_norm, run, vector_field
from steepest_mirror.numeric_checks.flow.smooth.arithmetic import BallArithmetic, Matrix, SeriesArithmetic, by_rows
from steepest_mirror.numeric_checks.flow.smooth.checker import Enclosure, check
from steepest_mirror.numeric_checks.flow.smooth.dual import Dual, DualArithmetic
from steepest_mirror.numeric_checks.flow.smooth.events import Watch
from steepest_mirror.numeric_checks.flow.smooth.own_zeros import Motion, OwnWatch
from steepest_mirror.numeric_checks.flow.smooth.producer import Producer
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow, TimeField
from steepest_mirror.numeric_checks.precision import bits


@pytest.fixture
def small(monkeypatch):
    """Few weights take the way of many."""
    monkeypatch.setattr(block_norm, "MANY_WEIGHTS", 1)
    monkeypatch.setattr(vector_field, "WIDE", 1)


def problem(n, rows, depth, seed, decay=Decay(), until=F(1)) -> Problem:  # noqa: B008
    """Weights of both signs, fewer data than coordinates."""
    r = random.Random(seed)
    data = tuple(tuple(F(r.randint(-9, 9) or 1, 7) for _ in range(n)) for _ in range(rows))
    weights = tuple(tuple(F(r.choice([-1, 1]) * r.randint(10, 99), 90) for _ in range(depth)) for _ in range(n))
    return Problem(F(2), weights, LeastSquares(data, tuple(F(r.randint(-9, 9), 5) for _ in range(rows))), until, decay)


def jacobian(given: Problem, w: np.ndarray, alpha: float) -> tuple[np.ndarray, np.ndarray]:
    """The Jacobians of -grad F - alpha w and of g, in doubles, by their formula entry by entry."""
    n, depth = w.shape
    A = np.array([[float(v) for v in row] for row in given.objective.A])
    g = A.T @ (A @ w.prod(1) - np.array([float(v) for v in given.objective.b]))
    M = np.zeros((n, n * depth))
    D = np.zeros((n * depth, n * depth))
    for k in range(n):
        for i in range(depth):
            M[k, k * depth + i] = np.delete(w[k], i).prod()
            for j in range(depth):
                if j != i:
                    D[k * depth + i, k * depth + j] = -g[k] * np.delete(w[k], [i, j]).prod()
    return D - M.T @ A.T @ A @ M - alpha * np.eye(n * depth), A.T @ A @ M


@pytest.mark.parametrize("depth", [2, 3, 5])
@pytest.mark.parametrize("seed", range(4))
def test_the_bounds_hold_everywhere_in_the_tube(small, seed, depth):
    alpha = F(seed, 4)
    given = problem(5, 2, depth, seed, constant_decay(alpha) if alpha else Decay())
    field, r = TimeField(Flow(given, [alpha]), {}), np.random.default_rng(seed)
    center, wide = r.uniform(-1.5, 1.5, (5, depth)), 0.05
    with bits(64):
        found = block_norm.block_bounds(field, arb(0), [arb(v, wide) for v in center.ravel()], arb(1) / 2, arb(1), 1)
    assert found is not None
    for _ in range(40):
        J, G = jacobian(given, center + wide * r.choice([-1, 0, 1], center.shape), float(alpha))
        assert np.linalg.eigvalsh((J + J.T) / 2)[-1] / 2 <= float(found[0]) + 1e-12
        for row, bound in zip(G, found[1], strict=True):
            assert np.linalg.norm(row) / 2 <= float(bound) + 1e-12


def test_the_bound_is_the_norm_itself_without_curvature(small):
    """f linear, L = 2: J = -g_k [[0, 1], [1, 0]] - alpha I, of norm max |g_k| - alpha."""
    given = Problem(F(2), ((F(1), F(2)), (F(1), F(3))), Linear((F(1, 2), F(-3))), F(1), constant_decay(F(1)))
    with bits(64):
        mu, rows = block_norm.block_bounds(TimeField(Flow(given, [F(1)]), {}), arb(0), [arb(1)] * 4, arb(1), arb(1), 1)
    assert abs(float(mu) - 2) < 1e-15 and [float(v) for v in rows] == [0, 0]


def test_where_it_does_not_apply(small, monkeypatch):
    weights = ((F(1), F(2)),)
    logistic = Problem(F(2), weights, Logistic(((F(1),),), (F(1),)), F(1))
    steep = Problem(F(3, 2), weights, LeastSquares(((F(1),),), (F(1),)), F(1))
    for given in (logistic, steep):
        assert block_norm.block_bounds(TimeField(Flow(given, []), {}), arb(0), [arb(1)] * 2, arb(1), arb(1), 1) is None
    monkeypatch.setattr(block_norm, "MANY_WEIGHTS", 9)
    few = TimeField(Flow(problem(2, 1, 2, 0), []), {})
    for most, length, told in ((0, 1, False), (1, 1, True), (1, 100, False)):  # few weights: where growth is tolerated
        found = block_norm.block_bounds(few, arb(0), [arb(1)] * 4, arb(1), arb(length), most)
        assert (found is not None) == told


def test_products_of_matrices_are_those_of_rows():
    r = random.Random(3)
    with bits(100, 6):
        M = Matrix([[arb(r.random(), 1e-9) for _ in range(5)] for _ in range(4)])
        shifts = [arb(r.random()) for _ in range(4)]
        balls, series = [arb(r.random(), 1e-5) for _ in range(5)], SeriesArithmetic()
        rows = [arb_series([r.random() for _ in range(1 + k)], 6) for k in range(5)]
        for a, b in zip(BallArithmetic().transform(M, balls, shifts), by_rows(series, M, balls, shifts), strict=True):
            assert a.overlaps(arb_series(b, 6)[0])
        for a, b in zip(series.transform(M, rows, shifts), by_rows(series, M, rows, shifts), strict=True):
            assert all(a[k].overlaps(b[k]) and abs(a[k] - b[k]) < 1e-7 for k in range(6))


def test_it_encloses_what_odefun_finds(small):
    """At another precision, by another method."""
    given = problem(3, 2, 3, 11, until=F(1, 2))
    path = integrate(given, 20)
    with mp.workdps(35):
        A = mp.matrix([[mp.mpf(v.numerator) / v.denominator for v in row] for row in given.objective.A])
        b = mp.matrix([mp.mpf(v.numerator) / v.denominator for v in given.objective.b])

        def flow(_, w):
            x = mp.matrix([mp.fprod(w[k : k + 3]) for k in (0, 3, 6)])
            g = A.T * (A * x - b)
            return [-g[j // 3] * mp.fprod(w[l] for l in range(j - j % 3, j - j % 3 + 3) if l != j) for j in range(9)]

        start = [mp.mpf(v.numerator) / v.denominator for row in given.weights for v in row]
        truth = [mp.nstr(v, 32) for v in mp.odefun(flow, 0, start)(mp.mpf(1) / 2)]
    assert path.status == "finished"
    for ball, expected in zip((v for row in path.state(F(1, 2)) for v in row), truth, strict=True):
        with bits(200):
            assert ball.rad() < 1e-19 and abs(ball - arb(expected)).lower() < 1e-29


@pytest.mark.parametrize("decay", [Decay(), constant_decay(F(1, 2)), Decay(((F(0), (F(0),)), (F(1, 2), (F(1, 3),))))])
@pytest.mark.parametrize("seed", range(5))
def test_the_same_run_and_events_as_with_few_weights(seed, decay, monkeypatch):
    given = problem(4, 2, 2 + seed % 3, seed, decay, F(2))
    with monkeypatch.context() as usual:
        usual.setattr(run, "OwnWatch", Watch)  # which looks at the whole state
        few = integrate(given, 15)
    monkeypatch.setattr(block_norm, "MANY_WEIGHTS", 1)
    monkeypatch.setattr(vector_field, "WIDE", 1)
    many = integrate(given, 15)
    assert (few.status, few.reason) == (many.status, many.reason) == ("finished", "reached the end time")
    names = [[(e.kind, e.coordinate, e.index) for e in path.events] for path in (few, many)]
    assert names[0] == names[1]
    for a, b in zip(few.events, many.events, strict=True):
        assert a.time.overlaps(b.time) and b.time.rad() < 1e-13
    for t in (F(1, 3), F(1), F(2)):
        for a, b in zip(few.state(t), many.state(t), strict=True):
            assert all(v.overlaps(w) and w.rad() < 1e-13 for v, w in zip(a, b, strict=True))
        assert all(v.overlaps(w) for v, w in zip(few.gain(t), many.gain(t), strict=True))


def test_there_are_events_to_agree_on(small):
    kinds = {e.kind for seed in range(5) for e in integrate(problem(4, 2, 2 + seed % 3, seed, until=F(2)), 15).events}
    assert kinds == {"gradient-zero", "weight-zero"}


def test_a_corrupted_polynomial_is_refused_or_pays_for_it():
    """25 coordinates: any coefficient changed by 1e-6 costs a radius that still reaches the truth, or the step."""
    given, precision = problem(25, 8, 3, 5), 100
    with bits(precision):
        field = TimeField(Flow(given, []), {})
        start = [vector_field.ball(w) for row in given.weights for w in row]
        before = Enclosure(tuple(start), arb(0), (arb(0),) * 25)
        proposal = Producer(field, precision + 16, 40).propose(arb(0), start, arb(1) / 64, precision)
    good = check(field, arb(0), before, proposal, 80, precision)
    assert good is not None and max(float(v) for v in good.slack) < 1e-25
    refused, r = 0, random.Random(0)
    for _ in range(24):
        part, size = r.choice([("core", 75), ("passive", 25)])
        where, order = r.randrange(size), r.randrange(1 if part == "passive" else 0, 6)
        rows = list(getattr(proposal, part))
        with bits(precision):
            changed = rows[where].coeffs()
            changed[order] += arb(10) ** -6
            rows[where] = type(rows[where])(changed)
            step = check(field, arb(0), before, replace(proposal, **{part: rows}), 80, precision)
            if step is None:
                refused += 1
                continue
            ends = [*zip(step.end.balls(), good.end.balls(), strict=True)]
            ends += zip(step.end.passive, good.end.passive, strict=True)
            assert all(a.overlaps(b) for a, b in ends)
            slacks = step.slack if part == "core" else step.passive_slack
            assert max(float(v) for v in slacks) > 1e-15
    assert refused < 24


@pytest.mark.parametrize("decay", [Decay(), constant_decay(F(1, 2))])
def test_components_and_their_speeds_hold_for_every_start_in_the_radius(small, decay):
    """A step from a ball of radius 1e-4: g, w and their slopes along runs from points of that ball lie inside."""
    given, precision, wide = problem(3, 2, 3, 7, decay), 80, F(1, 10_000)
    alpha = list(decay.pieces[0][1])
    with bits(precision):
        flow = Flow(given, alpha)
        field, start = TimeField(flow, {}), [vector_field.ball(w) for row in given.weights for w in row]
        proposal = Producer(field, precision + 16, 32).propose(arb(0), start, arb(1) / 32, precision)
        step = check(field, arb(0), Enclosure(tuple(start), arb(2) ** -13, (arb(0),) * 3), proposal, 64, precision)
        assert step is not None
        motion = Motion(OwnWatch(field, []), step)
        for tau in (step.length / 3, step.length):
            t = tau * arb(2) ** -step.scale
            for k in range(3):
                for sign in (-1, 1):
                    moved = [list(row) for row in given.weights]
                    moved[k][1] += sign * wide
                    path = integrate(replace(given, weights=tuple(map(tuple, moved))), 15)
                    w = [v for row in path.state(t.mid()) for v in row]
                    speeds, _ = flow.motion(t, w, BallArithmetic(), lambda name, v: v)
                    moving = [Dual(v, s) for v, s in zip(w, speeds, strict=True)]
                    for name in flow.regular_names:
                        true = flow.quantity(name, Dual(t, arb(1)), moving, DualArithmetic(BallArithmetic()))
                        assert motion.value(name, tau.mid()).overlaps(true.value)
                        assert motion.slope(name, tau.mid()).overlaps(true.slope * arb(2) ** -step.scale)
