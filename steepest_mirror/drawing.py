"""Pictures: those of the library by name, and one of a trajectory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import values
from .symbolic.errors import InputError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from .descent import Trajectory


def plot(name: Any) -> Figure:
    """A picture computed from the library, as a matplotlib Figure of one column's width.

    Formula: each picture's own; every curve is computed. Arguments: a name such as "plane", "mirror-maps", "escape".
    Returns: a Figure; `figure.savefig("plane.svg")` writes it. Errors: InputError for an unknown name and without
    matplotlib. Source: named with each picture.

    >>> import steepest_mirror as sm
    >>> len(sm.plot("plane").axes) >= 1
    True
    """
    from .proofs.writing.pictures import PICTURES, draw

    return draw(values.choice(name, "picture", tuple(PICTURES)))


def trajectory(run: Trajectory) -> Figure:
    """x over t with the events as vertical lines, and the weights below."""
    from .proofs.writing.pictures import REMEDY, available

    if not available():
        raise InputError("plot", "a trajectory", REMEDY)
    from .proofs.writing.pictures import style

    t, x, w = run.t, run.x, run.w
    with style.styled():
        drawn = style.figure(4.0)
        above, below = drawn.subplots(2, 1, sharex=True)
        for k in range(x.shape[1]):
            colour = style.COLOURS[k % len(style.COLOURS)]
            above.plot(t, x[:, k], color=colour, label=f"$x_{k + 1}$")
            for i in range(w.shape[2]):
                below.plot(t, w[:, k, i], color=colour, linewidth=0.9)
        for event in run.events:
            above.axvline(float(event.time.value), color=style.FAINT, linewidth=0.7, linestyle=":")
        style.panel(above, "$x_k$, dotted: events")
        style.panel(below, "the weights")
        below.set_xlabel("$t$")
        above.legend(loc="best")
    return drawn
