"""Events a second of the sign flow on random least squares (50 digits), and mpmath.odefun's answer across one event.

Many small problems, CPU time: n coordinates coupled by a random rational matrix with n + 2 rows, t in [0, 2].
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from fractions import Fraction as F

import mpmath as mp

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Logistic, Problem, Quadratic, constant_decay
from steepest_mirror.numeric_checks.flow.sign.flow import run

SEED = 1
DIGITS = 50
SHAPES = ((1, 2), (1, 4), (2, 2), (2, 3), (4, 2), (4, 3), (8, 3))


def problem(r: random.Random, n: int, depth: int, decay: F = F(0), logistic: bool = False) -> Problem:
    """Random rational weights and data."""

    def draw() -> F:
        return F(r.randint(-30, 30), 10 * r.randint(1, 3))

    rows = n + 2
    weights = tuple(tuple(draw() for _ in range(depth)) for _ in range(n))
    A = tuple(tuple(draw() for _ in range(n)) for _ in range(rows))
    labels = tuple(F(r.choice((-1, 1))) for _ in range(rows))
    objective = Logistic(A, labels) if logistic else LeastSquares(A, tuple(draw() for _ in range(rows)))
    return Problem(F(1), weights, objective, F(2), constant_decay(decay))


def rate(problems: list[Problem]) -> tuple[int, float, int]:
    """Events, seconds, and how many runs ended undecided."""
    began = time.process_time()
    found = [run(p, DIGITS) for p in problems]
    taken = time.process_time() - began
    return sum(len(t.events) for t in found), taken, sum("undecided" in t.reason for t in found)


def measured() -> Iterator[str]:
    """One line for each shape."""
    r = random.Random(SEED)
    for decay in (F(0), F(1, 4)):
        for n, depth in SHAPES:
            events, taken, undecided = rate([problem(r, n, depth, decay) for _ in range(30)])
            yield (
                f"least squares, n = {n}, L = {depth}, alpha = {decay}: "
                f"{events} events, {events / taken:.0f} a second, {undecided} of 30 undecided"
            )
    events, taken, undecided = rate([problem(r, 2, 2, logistic=True) for _ in range(6)])
    yield f"logistic, n = 2, L = 2: {events} events, {events / taken:.0f} a second, {undecided} of 6 undecided"
    yield _across()


def _across() -> str:
    """w = (1/2, 1/2), target 3/4, t = 1/2: the truth rests at sqrt(3)/2."""
    mp.mp.dps = DIGITS
    began = time.process_time()
    wrong = mp.odefun(
        lambda _, w: [-mp.sign(w[0] * w[1] - mp.mpf("0.75")) * mp.sign(v) for v in reversed(w)],
        0,
        [mp.mpf("0.5")] * 2,
    )(mp.mpf("0.5"))[0]
    middle = time.process_time()
    right = run(Problem(F(1), ((F(1, 2), F(1, 2)),), Quadratic((F(3, 4),)), F(1)), DIGITS).state(F(1, 2))[0][0]
    taken = time.process_time() - middle
    return (
        f"across the arrival: odefun says {mp.nstr(wrong, 6)} in {1e3 * (middle - began):.1f} ms, "
        f"the enclosure is {right.str(12)} in {1e3 * taken:.2f} ms"
    )
