"""A certified trajectory of sign gradient flow: x_k with its events and slides, and the invariants (theory: sections 0
to 2)."""

from __future__ import annotations

from fractions import Fraction as F

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ....numeric_checks.flow.problem import LeastSquares, Problem
from ....numeric_checks.flow.trajectory import Trajectory
from ....numeric_checks.laws.residuals import product
from ....numeric_checks.precision import bits
from . import style
from .options import Options
from .runs import states

RUN = Problem(
    F(1),
    ((F(-3, 5), F(1)), (F(-2, 5), F(-3, 5))),
    LeastSquares(((F(-1, 2), F(-1, 2)), (F(1), F(-1))), (F(-3, 2), F(3, 2))),
    F(14, 5),
)
PIECES = 280
MARKS = {
    "weight-zero": ("o", "a weight passes 0"),
    "arrival": ("^", "sliding begins"),
    "release": ("v", "sliding ends"),
}


def slides(run: Trajectory, last: F) -> list[tuple[int, float, float]]:
    """(k, begin, end) of every interval on which coordinate k slides along g_k = 0."""
    begun: dict[int, float] = {}
    found = []
    for event in run.events:
        k = event.coordinate
        if event.kind == "arrival" and k is not None:
            begun[k] = style.value(event.time)
        elif event.kind == "release" and k is not None:
            found.append((k, begun.pop(k), style.value(event.time)))
    return sorted([*found, *((k, t, float(last)) for k, t in begun.items())])


def draw(options: Options) -> Figure:
    """The figure."""
    times, found, run = states(RUN, PIECES)
    drawn = style.figure(4.2)
    above, below = drawn.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    with bits(run.precision):
        x = [[style.value(product(row)) for row in state] for state in found]
        kept = [[style.value(abs(a) - abs(b)) for a, b in state] for state in found]
    for k, (colour, dash) in enumerate(zip(style.COLOURS[: len(RUN.weights)], ("-", "--"), strict=True)):
        above.plot(times, [row[k] for row in x], color=colour, linestyle=dash, label=f"$x_{k + 1}$")
        below.plot(times, [row[k] for row in kept], color=colour, linestyle=dash, label=f"$k = {k + 1}$")
    _events(above, run)
    for k, begin, end in slides(run, times[-1]):
        above.axvspan(
            begin, end, ymin=0.05 * (k - 1), ymax=0.05 * k - 0.01, color=style.COLOURS[k - 1], alpha=0.55, linewidth=0
        )
    above.axhline(0, color=style.FAINT, linewidth=0.6)
    style.panel(above, "$x_k = w_{k,1}\\, w_{k,2}$")
    style.panel(below, "$|w_{k,1}| - |w_{k,2}|$")
    low, high = min(map(min, x)), max(map(max, x))
    above.set(xlim=(0, float(times[-1])), ylim=(low - 0.3 * (high - low), high + 0.08 * (high - low)))
    below.set(ylim=(-0.75, 0.2), xlabel="$t$")
    style.legend(drawn, above.get_legend_handles_labels(), 3, loc="outside lower center")
    return drawn


def _events(axes: Axes, run: Trajectory) -> None:
    for kind, (mark, words) in MARKS.items():
        for event in (e for e in run.events if e.kind == kind):
            k = (event.coordinate or 1) - 1
            with bits(run.precision):
                x = style.value(product(run.state(event.time)[k]))
            axes.plot(style.value(event.time), x, mark, color=style.COLOURS[k], markersize=5)
        axes.plot([], [], mark, color=style.FAINT, linestyle="", label=words)
