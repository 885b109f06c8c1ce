"""Escape times T(eps) from w = eps c to a fixed x_1 under a constant gradient (theory: section 11.3); c = (1, ..., 1).

line     T = (R'(x_1) - R'(x_0))/|g|^{q-1}, x_0 = eps^L c_1...c_L
dotted   its leading term: a constant (m < 1), log(1/eps) (m = 1), a multiple of eps^{L(1-m)} (m > 1)
points   the time at which the certified trajectory of the weights crosses x_1
"""

from __future__ import annotations

from fractions import Fraction as F
from itertools import cycle
from math import prod

import numpy as np
from matplotlib.figure import Figure

from ....numeric_checks import limits
from ....numeric_checks.balls import ball, whole
from ....numeric_checks.flow.problem import Linear, Problem
from ....numeric_checks.flow.trajectory import Trajectory
from ....numeric_checks.laws import escape
from ....numeric_checks.laws.residuals import product
from ....numeric_checks.potential.mirror import Mirror
from ....numeric_checks.precision import bits
from ....symbolic.errors import InputError
from . import style
from .options import Options
from .runs import followed

Direction = tuple[F, ...]
CASES = tuple((q, (F(1),) * n) for q, n in ((F(1), 3), (F(3, 2), 2), (F(2), 2), (F(7, 4), 3), (F(2), 3)))
STEEP = (F(1), F(3, 2), F(2))
GOAL, SPEED = F(1, 2), F(-1)
DECADES = (1, 2, 3)  # where trajectories are integrated
FARTHEST = 16  # from x = 10^-16 at the least where escape is not bounded: a trajectory from below takes a minute
SMALLEST = 6
BITS, NARROW = 128, F(1, 10**6)


def cases(options: Options) -> tuple[tuple[F, Direction], ...]:
    """(q, c) of each curve. Errors: InputError for weights that do not start below x_1, upwards."""
    if (given := options.weights) is not None:
        if min(given) <= 0 or prod(given) >= GOAL * 10 ** len(given):
            told = ", ".join(map(str, given))
            raise InputError("weights", told, f"give weights > 0 whose product times 10^-L is below x = {GOAL}")
        return tuple((q, given) for q in options.q or STEEP)
    if not (options.q or options.depth):
        return CASES
    return tuple((q, (F(1),) * n) for q, n in options.pairs(STEEP, (2,)))


def start(direction: Direction, eps: F) -> Direction:
    """eps c."""
    return tuple(eps * c for c in direction)


def time(q: F, direction: Direction, eps: F) -> float:
    """T(eps), by the mirror map."""
    with bits(BITS):
        return style.value(escape.time(q, start(direction, eps), GOAL, SPEED))


def leading(q: F, direction: Direction, eps: float) -> float:
    """The leading term as eps -> 0."""
    depth = len(direction)
    d = depth - q * (depth - 1)
    with bits(BITS):
        constant = style.value(escape.leading(q, direction, GOAL))
    return constant * (eps ** float(d) if d < 0 else -np.log(eps) if d == 0 else 1.0)


def crossing(q: F, direction: Direction, eps: F) -> float:
    """The time at which x = w_1...w_L passes x_1, by bisection on the certified trajectory.

    The mirror map says only how far to follow it: beyond x_1 a blow-up may be near, and steps towards it are many.
    """
    with bits(BITS):
        until = F(whole((escape.time(q, start(direction, eps), GOAL, SPEED) * 64).upper()) + 2, 64)
    while True:
        limits.check()
        run, high = followed(Problem(q, (start(direction, eps),), Linear((SPEED,)), until))
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
    chosen = cases(options)
    drawn = style.figure(3.3 + style.LINE * ((len(chosen) + 1) // 2))
    axes = drawn.add_subplot()
    sizes = [F(1, 10**SMALLEST) * F(round(10 ** (6 + j / 10)), 10**6) for j in range(10 * SMALLEST - 9)]
    across, measured = [float(eps) for eps in sizes], [F(1, 10**j) for j in DECADES]
    for (q, direction), colour, mark in zip(chosen, cycle(style.COLOURS), cycle(style.MARKS), strict=False):
        depth = len(direction)
        m = Mirror(q, depth, ()).m
        label = f"$q = {q},\\ L = {depth}$:  $m = {m}$"
        followed_from = [eps for j, eps in zip(DECADES, measured, strict=True) if m < 1 or j * depth <= FARTHEST]
        found = [crossing(q, direction, eps) for eps in followed_from]
        axes.plot([float(eps) for eps in followed_from], found, mark, color=colour, label=label, zorder=3)
        axes.plot(across, [time(q, direction, eps) for eps in sizes], color=colour)
        axes.plot(across, [leading(q, direction, eps) for eps in across], color=colour, linestyle=":", linewidth=1)
    axes.set(xscale="log", yscale="log", xlabel="$\\varepsilon$", ylabel="escape time $T$")
    listed = ",\\ ".join(map(str, options.weights or ()))
    title = {"title": f"$w = \\varepsilon\\ ({listed})$"} if listed else {}
    style.legend(drawn, axes.get_legend_handles_labels(), 2, loc="outside lower center", columnspacing=1.0, **title)
    return drawn
