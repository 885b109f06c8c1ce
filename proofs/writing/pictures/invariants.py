"""The curves |w_1|^q - |w_2|^q = lambda in the weight plane, and certified trajectories on them (theory: section 2)."""

from __future__ import annotations

from fractions import Fraction as F

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ....numeric_checks.flow.problem import Problem, Quadratic
from ....symbolic.errors import InputError
from . import style
from .options import Options
from .runs import states

STEEPNESSES = (F(1), F(5, 4), F(3, 2), F(2))
LEVELS = np.arange(-1.5, 1.51, 0.25)
EDGE = F(13, 10)
RUNS = (  # w at the start, the target T of x
    ((F(1, 2), F(1, 10)), F(1)),
    ((F(1, 10), F(4, 5)), F(3, 4)),
    ((F(6, 5), F(3, 5)), F(-1, 8)),
    ((F(-3, 4), F(-1, 8)), F(3, 4)),
    ((F(-1, 5), F(7, 10)), F(-1)),
)
TIME = F(4)


def path(q: F, start: tuple[F, F], target: F, pieces: int = 120) -> np.ndarray:
    """Points (w_1, w_2) of the certified trajectory for f = (x - target)^2/2."""
    _, found, _ = states(Problem(q, (start,), Quadratic((target,)), TIME), pieces)
    return np.array([[style.value(w) for w in row] for (row,) in found])


def invariant(q: F, w1: np.ndarray, w2: np.ndarray) -> np.ndarray:
    """|w_1|^q - |w_2|^q."""
    return np.abs(w1) ** float(q) - np.abs(w2) ** float(q)


def draw(options: Options) -> Figure:
    """The figure."""
    steep = options.q or STEEPNESSES
    drawn = style.figure(2.0 if len(steep) == 2 else 3.6)
    shape = (1, 1) if len(steep) == 1 else ((len(steep) + 1) // 2, 2)
    panels = drawn.subplots(*shape, sharex=True, sharey=True, squeeze=False).flat
    for axes, q in zip(panels, steep, strict=False):
        _panel(axes, q, runs(options.weights))
    for axes in list(panels)[len(steep) :]:
        axes.set_axis_off()
    drawn.supxlabel("$w_1$", fontsize="medium")
    drawn.supylabel("$w_2$", fontsize="medium")
    return drawn


def runs(weights: tuple[F, ...] | None) -> tuple[tuple[tuple[F, F], F], ...]:
    """The starts and targets: those of the file, or two ways from the weights given. Errors: InputError."""
    if weights is None:
        return RUNS
    if len(weights) != 2 or not all(abs(w) < EDGE for w in weights):
        raise InputError("weights", ", ".join(map(str, weights)), f"give two weights between -{EDGE} and {EDGE}")
    return (((weights[0], weights[1]), F(1)), ((weights[0], weights[1]), F(-1)))


def _panel(axes: Axes, q: F, ways: tuple[tuple[tuple[F, F], F], ...]) -> None:
    edge = float(EDGE)
    side = np.linspace(-edge, edge, 241)
    w1, w2 = np.meshgrid(side, side)
    axes.contour(w1, w2, invariant(q, w1, w2), levels=LEVELS, colors=style.FAINT, linewidths=0.5, linestyles="solid")
    for (start, target), colour in zip(ways, style.COLOURS, strict=False):
        way = path(q, start, target)
        axes.plot(way[:, 0], way[:, 1], color=colour)
        axes.plot(*way[0], "o", color=colour)
        far = np.flatnonzero(np.hypot(*(way - way[-1]).T) > 0.06)
        back = way[far[-1]] if len(far) else way[0]
        axes.annotate("", way[-1], back, arrowprops={"arrowstyle": "-|>", "color": colour, "shrinkA": 0, "shrinkB": 0})
    axes.set(xlim=(-edge, edge), ylim=(-edge, edge), aspect="equal", xticks=(-1, 0, 1), yticks=(-1, 0, 1))
    style.panel(axes, f"$q = {q}$")
