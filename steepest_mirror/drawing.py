"""Pictures: those of the library by name, and one of a trajectory."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from . import values
from .problems import rational_steepness
from .symbolic.errors import InputError

MOST_NAMED = 12  # curves in a legend
PIECES, NUMBERS = 280, 20_000  # of a curve; in all, so that many weights are drawn with fewer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from .descent import Trajectory
    from .double_run import DoubleTrajectory


@values.long_numbers
def plot(
    name: Any,
    *,
    q: Any = None,
    depth: Any = None,
    invariants: Any = None,
    weights: Any = None,
    width: Any = None,
    font_size: Any = None,
    limit: Any = None,
) -> Figure:
    """A picture computed from the library, as a matplotlib Figure of one column's width.

    Formula: each picture's own; every curve is computed. Arguments: a name such as "plane", "mirror-maps", "escape";
    what it is drawn for, where the picture takes that: q and depth, one or several; invariants or weights of one
    coordinate; width in inches, 2 to 12; font_size in points, 4 to 24; limit, in seconds.
    Returns: a Figure; `figure.savefig("plane.svg")` writes it. Errors: InputError for an unknown name, for an
    option that the picture does not take, and without matplotlib; Undecided where the limit is over.
    Source: named with each picture.

    >>> import steepest_mirror as sm
    >>> len(sm.plot("plane").axes) >= 1
    True
    """
    from .numeric_checks import limits
    from .proofs.writing.pictures import PICTURES, draw
    from .proofs.writing.pictures.options import Options
    from .symbolic.reading import exact

    def several(given: Any, field: str) -> list[Any] | None:
        return None if given is None else values.entries(given, field, "one or several values")

    steep, layers = several(q, "q"), several(depth, "depth")
    asked = Options(
        None if steep is None else tuple(rational_steepness(v) for v in steep),
        None if layers is None else tuple(values.integer(v, "depth", 2, exact.MAX_DEPTH) for v in layers),
        None if invariants is None else values.row(invariants, "invariants"),
        None if weights is None else values.row(weights, "weights"),
        None if width is None else values.number(width, "width"),
        None if font_size is None else values.number(font_size, "font_size"),
    )
    with limits.within(values.seconds(limit)):
        return draw(values.choice(name, "picture", tuple(PICTURES)), asked)


def trajectory(run: Trajectory | DoubleTrajectory) -> Figure:
    """x over t with the events as vertical lines, and the weights below; what is not certified says so."""
    from .proofs.writing.pictures import REMEDY, available

    if not available():
        raise InputError("plot", "a trajectory", REMEDY)
    from .proofs.writing.pictures import style

    fine = _finely(run)
    t, x, w = fine.t, fine.x, fine.w
    with style.styled():
        drawn = style.figure(4.0)
        above, below = drawn.subplots(2, 1, sharex=True)
        for k in range(x.shape[1]):
            colour = style.COLOURS[k % len(style.COLOURS)]
            above.plot(t, x[:, k], color=colour, label=f"$x_{k + 1}$")
            for i in range(w.shape[2]):
                below.plot(t, w[:, k, i], color=colour, linewidth=0.9)
        for event in run.events:
            time = event.time if isinstance(event.time, float) else float(event.time.value)
            above.axvline(time, color=style.FAINT, linewidth=0.7, linestyle=":")
        style.panel(above, "$x_k$, dotted: events")
        style.panel(below, "the weights")
        below.set_xlabel("$t$")
        if x.shape[1] <= MOST_NAMED:
            above.legend(loc="best")
        if not getattr(run, "certified", True):
            from .double_run import MARK

            drawn.suptitle(MARK, fontsize="small", color=style.VERMILLION)
    return drawn


def _finely(run: Trajectory | DoubleTrajectory) -> Trajectory | DoubleTrajectory:
    """The run with states on a fine grid and at its events, where curves have corners."""
    from .descent import Trajectory

    last = Fraction(float(run.t[-1]))
    pieces = min(PIECES, NUMBERS // run.w[0].size)
    grid = [last * i / pieces for i in range(pieces + 1)] if pieces else []
    if isinstance(run, Trajectory):
        end = Fraction(run.states[-1].time)
        corners = [min(Fraction(event.time.value), end) for event in run.events[:pieces]]
        states = {Fraction(s.time): s for s in run.states}
        states |= {t: run.at(t) for t in (*grid, *corners) if t <= end and t not in states}
        return replace(run, states=tuple(states[t] for t in sorted(states)))
    import numpy as np

    corners = [Fraction(min(event.time, float(last))) for event in run.events[:pieces]]
    times = np.array(sorted({*map(float, run.t), *map(float, grid), *map(float, corners)}))
    return replace(run, t=times, w=np.array([run.at(float(t)) for t in times]))
