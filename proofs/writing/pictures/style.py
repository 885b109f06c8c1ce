"""One look for all pictures: a column's width, Okabe and Ito's colours, ink that follows the page in light and dark.

Output is the same for the same numbers: a fixed salt for the SVG's ids, and no date in any file.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from fractions import Fraction
from typing import Any

import matplotlib
from flint import arb
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.textpath import TextPath

WIDTH = 3.4  # inches, one column of a two-column page
BLUE, VERMILLION, GREEN, ORANGE, PURPLE, SKY = "#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9"
COLOURS = (BLUE, VERMILLION, GREEN, ORANGE, PURPLE, SKY)  # M. Okabe and K. Ito, Color Universal Design
DASHES: tuple[Any, ...] = ("-", "--", "-.", (0, (6, 1, 1, 1, 1, 1)), (0, (3, 1)))
MARKS = "o^sDv"  # as many as have no factor in common with the colours: 30 curves that differ
LINE = 0.15  # inches for a line of a legend
INK, FAINT = "#1b1c1d", "#8b8c8d"  # FAINT is legible on white and on black

SETTINGS = {
    "font.family": "DejaVu Sans",
    "mathtext.fontset": "dejavusans",
    "font.size": 8,
    "axes.labelsize": 8,
    "axes.titlesize": 8,
    "xtick.labelsize": 7.5,
    "ytick.labelsize": 7.5,
    "legend.fontsize": 7.5,
    "legend.frameon": False,
    "legend.handlelength": 1.8,
    "legend.borderaxespad": 0.2,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.7,
    "lines.linewidth": 1.5,
    "lines.markersize": 4,
    **dict.fromkeys(("text.color", "axes.edgecolor", "axes.labelcolor", "xtick.color", "ytick.color"), INK),
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}


_width: ContextVar[float] = ContextVar("width", default=WIDTH)
SIZES = ("font.size", "axes.labelsize", "axes.titlesize", "xtick.labelsize", "ytick.labelsize", "legend.fontsize")


@contextmanager
def styled(width: Fraction | None = None, font_size: Fraction | None = None) -> Iterator[None]:
    """Inside, figures are drawn in this style: `width` inches wide, type of `font_size` points."""
    scale = 1.0 if font_size is None else float(font_size) / SETTINGS["font.size"]  # type: ignore[operator]
    sizes = {name: SETTINGS[name] * scale for name in SIZES}  # type: ignore[operator]
    token = _width.set(WIDTH if width is None else float(width))
    try:
        with matplotlib.rc_context({**SETTINGS, **sizes}):
            yield
    finally:
        _width.reset(token)


def figure(height: float) -> Figure:
    """An empty figure as wide as asked for, one column by default, `height` inches high at that width."""
    width = _width.get()
    return Figure(figsize=(width, height * (width / WIDTH) ** 0.5), layout="constrained")


def value(z: arb) -> float:
    """The midpoint of a finite ball, narrow enough to be drawn. Errors: ArithmeticError."""
    if not z.is_finite() or not abs(z.rad()) <= (1 + abs(z.mid())) * arb(2) ** -20:
        raise ArithmeticError(f"{z} is too wide to draw")
    return float(z.mid())


def grid(low: Fraction, high: Fraction, pieces: int) -> list[Fraction]:
    """pieces + 1 exact points from low to high, evenly spaced."""
    return [low + (high - low) * j / pieces for j in range(pieces + 1)]


def panel(axes: Axes, title: str) -> None:
    """A short title at the left end of the axes' top, in two lines where one would reach into the next column."""
    place, size = axes.get_subplotspec(), matplotlib.rcParams["axes.titlesize"]
    room = 72 * _width.get() / (place.get_gridspec().ncols if place else 1) - 2.5 * size  # less ticks and a gap
    if TextPath((0, 0), title, size=size).get_extents().width > room:
        title = title.replace(", ", "\n", 1)
    axes.set_title(title, loc="left", pad=4)


def legend(drawn: Figure, entries: tuple[list[Any], list[Any]], ncols: int, **how: Any) -> None:
    """A legend of the whole figure: in fewer columns, then in smaller type, where it would be wider than the figure."""
    size, scale, room = matplotlib.rcParams["legend.fontsize"], 1.0, drawn.bbox.width
    while True:
        shown = drawn.legend(
            *entries, ncols=ncols, fontsize=size * scale, title_fontsize=size * min(1.0, scale + 0.1), **how
        )
        wide = shown.get_window_extent().width
        if wide <= room or (ncols == 1 and scale < 0.2):
            return
        shown.remove()
        ncols, scale = (ncols - 1, scale) if ncols > 1 else (1, scale * 0.98 * room / wide)


def written(drawn: Figure, form: str, salt: str = "steepest-mirror", *, transparent: bool = False) -> bytes:
    """A fresh figure as svg, png or pdf on white (or on nothing): the same bytes in every process."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it remarks on the dates inside font files
    stream = io.BytesIO()
    dates = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}[form]
    with matplotlib.rc_context({**SETTINGS, "svg.hashsalt": salt}):
        drawn.savefig(stream, format=form, dpi=300, transparent=transparent, metadata={**dates})
    return stream.getvalue()


def inline(drawn: Figure, name: str, title: str) -> str:
    """The figure as an SVG element for a page: ids of its own, ink in the page's text colour, a title to be read
    aloud."""
    text = written(drawn, "svg", name, transparent=True).decode("utf-8")
    text = text[text.index("<svg") :]
    text = re.sub(
        r"<metadata>.*?</metadata>|<style.*?</style>", "", text, flags=re.DOTALL
    )  # a style would be the page's
    text = re.sub(r'\bid="([^"]*)"', rf'id="{name}-\1"', text)
    text = re.sub(r'(xlink:href="#|url\(#)', rf"\1{name}-", text)
    text = text.replace("xlink:href", "href").replace(INK, "currentColor")
    text = re.sub(r' (xmlns:xlink|version|width|height)="[^"]*"', "", text, count=4)
    return text.replace(
        "<svg", f'<svg role="img" aria-label="{title}" stroke-linejoin="round" stroke-linecap="butt"', 1
    )
