"""V = g_K^T H_KK^{-1} g_K / 2 and what it bounds, against the flow itself; zeros of weights with a g_k held, against
Runge and Kutta."""

from __future__ import annotations

import random
from fractions import Fraction as F

import numpy as np
import pytest
from flint import arb

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem
from steepest_mirror.numeric_checks.flow.smooth import checker
from steepest_mirror.numeric_checks.flow.smooth.arithmetic import BallArithmetic
from steepest_mirror.numeric_checks.flow.smooth.checker import Enclosure
from steepest_mirror.numeric_checks.flow.smooth.held import Held
from steepest_mirror.numeric_checks.flow.smooth.run import Run
from steepest_mirror.numeric_checks.flow.smooth.sliding import Slide, several
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow, signed_power
from steepest_mirror.numeric_checks.precision import bits

A = ((F(1), F(1, 2), F(1, 500)), (F(0), F(1), F(1, 700)), (F(0), F(0), F(1)))
H = np.array([[float(sum(a[i] * a[j] for a in A)) for j in range(3)] for i in range(3)])
WEIGHTS = ((F(1), F(2)), (F(3, 2), F(-1)), (F(2), F(5, 4)))


def flow(q: F, held: tuple[float, ...] = (0.0, 0.0), third: float = -1.0) -> tuple[Flow, list[arb]]:
    """The flow, and a state in which g = (held, third) as well as fractions allow."""
    x = np.array([float(a * b) for a, b in WEIGHTS])
    b = np.array([[float(v) for v in row] for row in A]) @ x
    b -= np.linalg.solve(np.array([[float(v) for v in row] for row in A]).T, np.array([*held, third]))
    problem = Problem(q, WEIGHTS, LeastSquares(A, tuple(F(v).limit_denominator(10**12) for v in b)), F(1))
    found = Flow(problem, (F(0),))
    return found, list(found.extend([arb(int(w.numerator)) / int(w.denominator) for row in WEIGHTS for w in row]))


def falling(q: F, ratio: float) -> list[bool]:
    """Whether dV/dt < 0 by the flow itself, at random g_K with 2 V = c, c such that the load is about `ratio`."""
    plain, balls = flow(q)
    delta = arb(1)
    for _ in range(3):  # the load goes with delta^{-r}
        delta = delta * (Held(plain, (0, 1), delta).load(balls) / ratio) ** (1 / arb(float(q - 1)))
    held = Held(plain, (0, 1), delta.mid())
    assert abs(float(held.load(balls).mid()) / ratio - 1) < 1e-3
    inverse, draw, found = np.linalg.inv(H[:2, :2]), random.Random(20260711), []
    for _ in range(200):
        g = np.array([draw.gauss(0, 1), draw.gauss(0, 1)])
        g *= np.sqrt(float(held.level.mid()) / (g @ inverse @ g))
        state = [*balls[:6], arb(g[0]), arb(g[1]), balls[8]]
        assert not held.small([*balls[:6], arb(g[0] * 1.01), arb(g[1] * 1.01), balls[8]])
        signs = {name: 1 if value > 0 else -1 for name, value in
                 plain.quantities(plain.names, arb(0), state, BallArithmetic()).items()}  # fmt: skip
        speeds, _ = plain.motion(arb(0), state, BallArithmetic(), signed_power(plain.r, signs, BallArithmetic()))
        found.append(float((g @ inverse) @ np.array([float(v.mid()) for v in speeds[6:8]])) < 0)
        assert all(abs(v) <= float(held.bounds[k]) * (1 + 1e-12) for k, v in enumerate(g))
        u = inverse @ g
        assert all(abs(u[k]) <= float(held.rooms[k]) * (1 + 1e-12) for k in (0, 1))
        assert abs(H[2, :2] @ u) <= float(held.bounds[2]) * (1 + 1e-12)
    return found


@pytest.mark.parametrize("q", [F(11, 10), F(3, 2), F(9, 5)])
def test_below_the_load_1_the_form_falls(q):
    with bits(64):
        assert all(falling(q, 0.99))
        assert not all(falling(q, 4.0))  # a bound that could not be too small would say nothing


def speeds(w: np.ndarray, H: np.ndarray, start: np.ndarray, g: np.ndarray, r: float) -> np.ndarray:
    """dw/dt with g = H (x - x_0) + g_0, two weights to a coordinate."""
    now = H @ (w[::2] * w[1::2] - start) + g
    z = np.sign(now) * abs(now) ** r
    return np.repeat(-z, 2) * (np.sign(w) * abs(w) ** r).reshape(-1, 2)[:, ::-1].ravel()


def runge_kutta(r: float, w: np.ndarray, g: np.ndarray, end: float, steps: int, H=H, start=WEIGHTS) -> np.ndarray:
    """The weights at the end; g is that at `start`."""
    origin, h = np.array([float(a * b) for a, b in start]), end / steps
    for _ in range(steps):
        a = speeds(w, H, origin, g, r)
        b = speeds(w + h / 2 * a, H, origin, g, r)
        c = speeds(w + h / 2 * b, H, origin, g, r)
        w = w + h / 6 * (a + 2 * b + 2 * c + speeds(w + h * c, H, origin, g, r))
    return w


@pytest.mark.parametrize("wrong", [False, True])
def test_two_at_once(wrong, monkeypatch):
    """g_1 and g_2, 10^-3 at first, held within 2^-9: the enclosures hold what follows all three, and not without the
    bounds of what is left out."""
    plain, balls = flow(F(3, 2), (1e-3, -1e-3))
    signs = {name: 1 if float(v.mid()) > 0 else -1 for name, v in
             plain.quantities(plain.names, arb(0), balls, BallArithmetic()).items()}  # fmt: skip
    w, end = np.array([float(v) for row in WEIGHTS for v in row]), 0.03125
    if wrong:
        monkeypatch.setattr(checker, "_hidden", lambda field, *_: ([arb(0)] * (field.core + field.passive),) * 2)
        monkeypatch.setattr(Held, "moved", lambda self, balls, *_: list(balls))
    with bits(80):
        start = Enclosure(tuple(balls), arb(0), (arb(0),) * 3)
        delta = several(plain, (0, 1), start, arb(2) ** -9)
        assert delta is not None
        found = Slide(plain, signs, (0, 1), arb(0), start, delta, 80)
        while found.stepper.time < end:
            assert found.advance(arb(end)) is not None
        near = found.state().center[:6]
        assert several(plain, (0, 2), start, arb(2) ** -9) is None  # g_3 is large
        lost = Held(plain, (0, 1), arb(1)).load([*balls[:8], arb(0, "inf")])
        assert not lost < 1 and not Held(plain, (0, 1), arb(1)).load([*balls[:8], arb.nan()]) < 1
        parallel = Flow(Problem(F(3, 2), WEIGHTS, LeastSquares(((F(1), F(2), F(1)),), (F(1),)), F(1)), (F(0),))
        start = Enclosure(tuple(balls[:6]), arb(0), start.passive)
        assert several(parallel, (0, 1), start, arb(2) ** -9) is None
    truth = runge_kutta(0.5, w, np.array([1e-3, -1e-3, -1.0]), float(found.stepper.time.mid()), 2000)
    inside = [abs(a - float(v.mid())) <= float(v.rad()) + 1e-6 for a, v in zip(truth, near, strict=True)]
    assert all(inside) != wrong
    assert wrong or max(abs(truth - w)) > 10 * max(float(v.rad()) for v in near)


@pytest.mark.parametrize("tied", [False, True])
def test_zeros_of_weights_with_a_gradient_held(tied):
    """g_1 is held by g_2 while w_21, alone or with w_22, comes to 0: the time against Runge and Kutta's method."""
    W = ((F(1), F(2)), (F(1, 4), F(1, 4) if tied else F(2)))
    rows, g = ((F(1), F(1, 300)), (F(0), F(1))), (F(1, 100), F(1))
    y = (g[0], g[1] - g[0] / 300)  # A^T y = g
    x = [a * b for a, b in W]
    b = tuple(sum((a * v for a, v in zip(row, x, strict=True)), F(0)) - v for row, v in zip(rows, y, strict=True))
    with bits(96):
        run = Run(Problem(F(5, 4), W, LeastSquares(rows, b), F(1, 2)), 96, 16)
        run.go()
    held = float(min(float(t) for t in run.unseen.values()))
    found = [event for event in run.events if event.kind == "weight-zero"]
    assert held < found[0].time and run.events[-1].kind == ("saddle" if tied else "weight-zero")
    assert (run.status == "stopped") == tied
    time, w, h = 0.0, np.array([float(v) for row in W for v in row]), 2.0**-10
    H2, start = np.array([[1, 1 / 300], [1 / 300, 1 + 1 / 90000]]), W
    while w[2] > 0.01 and time < 0.5:
        w, time = runge_kutta(0.25, w, np.array([0.01, 1.0]), h, 8, H2, start), time + h
    g = H2[1] @ (w[::2] * w[1::2] - np.array([float(v) for v in x])) + 1  # w_21 falls by g_2^r w_22^r a unit of time
    left = w[2] ** 0.75 / 0.75 / g**0.25 if tied else w[2] / (g * w[3]) ** 0.25
    assert abs(float(found[0].time.mid()) - time - left) < 1e-4
