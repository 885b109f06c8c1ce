"""Escape times T(eps) from w = eps (1, ..., 1) to a fixed x_1 under a constant gradient (theory: section 11.3).

line     T = (R'(x_1) - R'(eps^L))/|g|^{q-1}
dotted   its leading term: a constant (m < 1), log(1/eps) (m = 1), a multiple of eps^{L(1-m)} (m > 1)
points   the time at which the certified trajectory of the weights crosses x_1
"""

from __future__ import annotations

from fractions import Fraction as F

import numpy as np
from matplotlib.figure import Figure

from ....numeric_checks.balls import ball
from ....numeric_checks.flow.problem import Linear, Problem
from ....numeric_checks.flow.trajectory import Trajectory
from ....numeric_checks.laws import escape
from ....numeric_checks.laws.residuals import product
from ....numeric_checks.potential.mirror import Mirror
from ....numeric_checks.precision import bits
from . import style
from .options import Options
from .runs import followed

CASES = ((F(1), 3), (F(3, 2), 2), (F(2), 2), (F(7, 4), 3), (F(2), 3))
MARKS = "o^sDv"
GOAL, SPEED = F(1, 2), F(-1)
DECADES = (1, 2, 3)  # where trajectories are integrated
SMALLEST = 6
BITS, NARROW = 128, F(1, 10**6)


def cases(options: Options) -> tuple[tuple[F, int], ...]:
    """(q, L) of each curve."""
    if not (options.q or options.depth):
        return CASES
    return tuple((q, n) for q in options.q or (F(1), F(3, 2), F(2)) for n in options.depth or (2,))[: len(MARKS)]


def time(q: F, depth: int, eps: F) -> float:
    """T(eps), by the mirror map."""
    with bits(BITS):
        return style.value(escape.time(q, (eps,) * depth, GOAL, SPEED))


def leading(q: F, depth: int, eps: float) -> float:
    """The leading term as eps -> 0."""
    d = depth - q * (depth - 1)
    with bits(BITS):
        constant = style.value(escape.leading(q, (F(1),) * depth, GOAL))
    return constant * (eps ** float(d) if d < 0 else -np.log(eps) if d == 0 else 1.0)


def crossing(q: F, depth: int, eps: F) -> float:
    """The time at which x = w_1...w_L passes x_1, by bisection on the certified trajectory; no mirror map is used."""
    until = F(1)
    while True:
        run, high = followed(Problem(q, ((eps,) * depth,), Linear((SPEED,)), until))
        with bits(run.precision):
            if product(run.state(high)[0]) > ball(GOAL):
                return float(_bisected(run, high))
        if high < until:
            raise ArithmeticError(f"the trajectory ends before x = {GOAL}: {run.reason}")
        until *= 4


def _bisected(run: Trajectory, high: F) -> F:
    low = F(0)
    while high - low > NARROW * high:
        middle = (low + high) / 2
        x = product(run.state(middle)[0])
        if x > ball(GOAL):
            high = middle
        elif x < ball(GOAL):
            low = middle
        else:
            break
    return (low + high) / 2


def draw(options: Options) -> Figure:
    """The figure."""
    drawn = style.figure(3.3)
    axes = drawn.add_subplot()
    sizes = [F(1, 10**SMALLEST) * F(round(10 ** (6 + j / 10)), 10**6) for j in range(10 * SMALLEST - 9)]
    across, measured = [float(eps) for eps in sizes], [F(1, 10**j) for j in DECADES]
    for (q, depth), colour, mark in zip(cases(options), style.COLOURS, MARKS, strict=False):
        axes.plot(across, [time(q, depth, eps) for eps in sizes], color=colour)
        axes.plot(across, [leading(q, depth, eps) for eps in across], color=colour, linestyle=":", linewidth=1)
        m = Mirror(q, depth, ()).m
        label = f"$q = {q},\\ L = {depth}$:  $m = {m}$"
        found = [crossing(q, depth, eps) for eps in measured]
        axes.plot([float(eps) for eps in measured], found, mark, color=colour, label=label)
    axes.set(xscale="log", yscale="log", xlabel="$\\varepsilon$", ylabel="escape time $T$")
    axes.legend(loc="upper right")
    return drawn
