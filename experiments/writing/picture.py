"""The findings of a run as a picture: each measured interval against its prediction, in units of the tolerance.

An `equals` finding lies between -1 and 1; a bound has its value at 1. Verdicts are told apart by shape and colour.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any

from ..needs import need
from ..verdict import Finding
from .table import lines

LOOK = {"agree": ("o", "#0072B2"), "disagree": ("X", "#D55E00"), "not resolved": ("s", "#E69F00")}
REACH = 3.0  # what lies further off is drawn at the edge


def scaled(found: Finding, value: float) -> float:
    """Where a value lies: 0 at the prediction, +-1 at the end of the tolerance; for a bound c, value/c."""
    if found.test.kind == "equals":
        at = (value - found.predicted) / (found.tolerance or 1.0)
    else:
        at = value / found.predicted if found.predicted else value
    return max(-REACH, min(REACH, at)) if not math.isnan(at) else 0.0


def draw(found: Sequence[Finding]) -> Any:
    """A matplotlib figure, one line a finding."""
    need("matplotlib")
    from matplotlib.figure import Figure

    shown = [f for f in found if f.interval is not None]
    figure = Figure(figsize=(7.2, 1.1 + 0.17 * max(1, len(shown))), layout="constrained")
    axes = figure.add_subplot()
    for row, f in enumerate(shown):
        assert f.interval is not None
        low, middle, high = (scaled(f, v) for v in (f.interval.low, f.interval.middle, f.interval.high))
        shape, colour = LOOK[f.verdict]
        axes.plot([low, high], [row, row], color=colour, linewidth=1)
        axes.plot([middle], [row], shape, color=colour, markersize=4)
    axes.set_yticks(range(len(shown)), [f"{line[0]}  {line[1]}" for line in lines(shown)], fontsize=6)
    axes.invert_yaxis()
    axes.set_xlim(-REACH - 0.2, REACH + 0.2)
    for end in (-1, 1):
        axes.axvline(end, color="#8b8c8d", linewidth=0.7, linestyle=":")
    axes.set_xlabel("prediction at 0, tolerance +-1 (a bound: at 1)", fontsize=7)
    for name, (shape, colour) in LOOK.items():
        axes.plot([], [], shape, color=colour, markersize=4, label=name)
    axes.legend(fontsize=6, frameon=False, loc="lower right", ncols=3, bbox_to_anchor=(1, 1))
    return figure


def svg(found: Sequence[Finding]) -> bytes:
    """The picture as SVG, the same bytes each time."""
    matplotlib = need("matplotlib")
    stream = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "steepest-mirror"}):
        draw(found).savefig(stream, format="svg", metadata={"Date": None})
    return stream.getvalue()
