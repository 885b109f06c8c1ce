"""Decoupled decay: lambda_t = lambda_0 exp(-q alpha t), dy/dt = -<g>^{q-1} - alpha L(1-m) y (theory: sections 2 and
11.2)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as F
from itertools import cycle

import numpy as np
from matplotlib.figure import Figure

from ....numeric_checks import limits
from ....numeric_checks.balls import power
from ....numeric_checks.flow.problem import Problem, Quadratic, constant_decay
from ....numeric_checks.flow.trajectory import State
from ....numeric_checks.laws.residuals import product
from ....numeric_checks.potential.mirror import Mirror
from ....numeric_checks.precision import bits
from . import style
from .options import Options
from .runs import states

ALPHA, TARGET, TIME = F(1, 2), F(1), F(3)
CASES = ((F(1), 3), (F(3, 2), 3), (F(2), 3))  # m < 1, m = 1, m > 1
PIECES, EVERY = 180, 15
TICKS = (0.05, 0.1, 0.2, 0.5)


def cases(options: Options) -> tuple[tuple[F, int], ...]:
    """(q, L) of each run."""
    if not (options.q or options.depth):
        return CASES
    return options.pairs((F(1), F(3, 2), F(2)), (3,))


@dataclass(frozen=True)
class Measured:
    """Times, lambda_t and y_t on the certified trajectory, and the integral of the linear law from y_0."""

    times: np.ndarray
    balance: np.ndarray
    dual: np.ndarray
    law: np.ndarray


def measured(q: F, depth: int) -> Measured:
    """The run from w = (1/2, 1, ..., 1): lambda_t = |w_2|^q - |w_1|^q."""
    task = Problem(q, ((F(1, 2), *[F(1)] * (depth - 1)),), Quadratic((TARGET,)), TIME, constant_decay(ALPHA))
    times, found, run = states(task, PIECES)
    with bits(run.precision):
        balance, dual = np.array([_of(q, state) for state in found]).T
        gain = np.array([style.value(run.gain(t)[0]) for t in times])
    t = np.array(times, dtype=float)
    return Measured(t, balance, dual, _integrated(q, depth, t, gain, dual[0]))


def _of(q: F, state: State) -> tuple[float, float]:
    """lambda and y = R'(x) at this lambda."""
    (row,) = state
    balance = power(abs(row[1]), q) - power(abs(row[0]), q)
    mirror = Mirror(q, 1, ((balance, len(row) - 1),))
    return style.value(balance), style.value(mirror.map(product(row)))


def _integrated(q: F, depth: int, t: np.ndarray, gain: np.ndarray, start: float) -> np.ndarray:
    """y = e^{-kt} (y_0 - int_0^t e^{ks} dG(s)), k = alpha L(1-m), G(t) = int_0^t <g>^{q-1}, by the trapezoidal rule."""
    rate = float(ALPHA * (depth - q * (depth - 1)))
    weight = np.exp(rate * t)
    pushed = np.cumsum(np.diff(gain) * (weight[1:] + weight[:-1]) / 2)
    return (start - np.concatenate([[0.0], pushed])) / weight


def draw(options: Options) -> Figure:
    """The figure."""
    chosen = cases(options)
    drawn = style.figure(4.4 + style.LINE * (len(chosen) // 3 - 1))
    above, below = drawn.subplots(2, 1, sharex=True)
    for (q, depth), colour, mark in zip(chosen, cycle(style.COLOURS), cycle(style.MARKS), strict=False):
        limits.check()
        run = measured(q, depth)
        some = slice(None, None, EVERY)
        law = run.balance[0] * np.exp(-float(q * ALPHA) * run.times)
        label = f"$q = {q},\\ m = {Mirror(q, depth, ()).m}$"
        above.plot(run.times[some], run.balance[some], mark, color=colour, label=label, zorder=3)
        above.plot(run.times, law, color=colour, linewidth=1)
        below.plot(run.times[some], run.dual[some], mark, color=colour, label=label, zorder=3)
        below.plot(run.times, run.law, color=colour, linewidth=1)
    above.set(yscale="log")
    above.set_yticks(TICKS, [f"{tick:g}" for tick in TICKS])
    above.minorticks_off()
    below.set(xlabel="$t$")
    style.panel(above, "$\\lambda_t = |w_2|^q - |w_1|^q$")
    style.panel(below, "$y_t = R'(x_t)$ at $\\lambda_t$")
    handles = below.get_legend_handles_labels()
    style.legend(drawn, handles, 3, loc="outside lower center", columnspacing=1.0, handletextpad=0.2)
    return drawn
