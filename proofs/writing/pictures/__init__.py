"""Pictures computed from the library: `draw(name)` returns a matplotlib Figure of one column's width.

Each file draws one picture: `draw(options) -> Figure`, and what it plots as functions that return numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ....symbolic.errors import InputError
from .options import Options

if TYPE_CHECKING:
    from matplotlib.figure import Figure

AS_IT_IS = Options()
REMEDY = "pictures need matplotlib: pip install 'steepest-mirror[pictures]'"


@dataclass(frozen=True)
class Picture:
    """What a picture shows in one line, its caption, the claims it illustrates, and the options that it takes."""

    title: str
    caption: str
    claims: tuple[str, ...]
    takes: tuple[str, ...] = ()


PICTURES = {
    "plane": Picture(
        "The plane (q, 1/L)",
        "The metric exponent m = q(L-1)/L over q and 1/L, its level lines in steps of 1/4. On and above the curve m ="
        " 1, which is 1/L = 1 - 1/q, R' is onto the reals and nothing blows up; above it escape from a small balanced"
        " start takes bounded time; below it R' is bounded at infinity, a constant outward gradient makes x blow up,"
        " and escape times grow like a power of 1/eps.",
        ("onto", "onto-gf-signgf", "bregman-as-reported", "metric-exponents", "legendre"),
        ("q", "depth"),
    ),
    "mirror-maps": Picture(
        "Mirror maps and potentials",
        "R' and R for several (q, L, lambda), each from a ball integral. With m > 1 and m_0 < 1 the mirror map stays"
        " below Y = R'(infinity) (dotted); with m_0 >= 1 it falls to -infinity at x = 0 and R lives on a half-line.",
        ("mirror-map", "potential", "balanced-potential", "conjugate", "strictly-convex"),
        ("q", "depth", "invariants", "weights"),
    ),
    "invariants": Picture(
        "Invariant curves in the weight plane",
        "Level curves of |w_1|^q - |w_2|^q (grey, L = 2) and certified trajectories of the weights (coloured, from the"
        " dot to the arrow) for f(x) = (x - T)^2/2: each stays on its curve, whatever the target T.",
        ("balance", "balance-decay", "balance-complete", "mirror-flow"),
        ("q", "weights"),
    ),
    "escape": Picture(
        "Escape times from small starts",
        "Time from w = eps (1, ..., 1), or eps times other weights, to x = 1/2 under the gradient -1: the increment of"
        " the mirror map (lines), its leading term as eps -> 0 (dotted), and crossing times found on certified"
        " trajectories of the weights (points; where m >= 1 from x >= 1e-16 only).",
        ("escape-law", "escape-time", "blow-up-time"),
        ("q", "depth", "weights"),
    ),
    "regularizers": Picture(
        "What weight decay regularizes",
        "M on the balanced manifold, decoupled and coupled, less its value at x = 1, where every curve has slope 1."
        " Decoupled: |x|^{2-m}/(2-m); coupled: (L/2)|x|^{2/L}, for every q. The limit L -> infinity is dashed. At q = 2"
        " the two kinds coincide.",
        ("regularizer-decoupled", "regularizer-coupled", "table1", "example-4-17", "conjugate-identity"),
        ("q", "depth"),
    ),
    "trajectory": Picture(
        "A trajectory with its events",
        "Sign gradient flow (q = 1, L = 2, least squares), certified: x_k with its events; bars mark the times of"
        " sliding along g_k = 0. Below, the invariants |w_1| - |w_2| of each coordinate, constant throughout.",
        ("balance", "mirror-flow", "metric", "finite-time"),
    ),
    "decay": Picture(
        "Invariants and dual variable under decoupled decay",
        "Certified runs at alpha = 1/2 from weights of sizes 1/2 and 1 under f(x) = (x - 1)^2/2. Above: lambda_t"
        " measured (points) and lambda_0 exp(-q alpha t) (lines). Below: y = R'(x) at the lambda_t of time t, measured"
        " (points) and integrated from its linear law dy/dt = -<g>^{q-1} - alpha L(1-m) y (lines).",
        ("dual-decay", "balance-decay", "blow-up-decay", "saddles-decay-decoupled"),
        ("q", "depth"),
    ),
}


def available() -> bool:
    """Whether matplotlib is installed."""
    return find_spec("matplotlib") is not None


def draw(name: str, options: Options = AS_IT_IS) -> Figure:
    """The figure `name` (a key of PICTURES). Errors: InputError without matplotlib and for what it does not take."""
    if not available():
        raise InputError("plot", name, REMEDY)
    options.checked(name, PICTURES[name].takes)
    from .style import styled

    with styled(options.width, options.font_size):
        return import_module(f".{name.replace('-', '_')}", __package__).draw(options)


def data(drawn: Figure) -> str:
    """What the figure draws, as CSV: a line for each point of each curve, with its panel and its curve."""
    lines = ["panel,curve,x,y"]
    for number, axes in enumerate(drawn.axes, 1):
        panel = axes.get_title("left") or axes.get_title() or str(number)
        label = ""
        for line in axes.get_lines():
            if line.get_transform() != axes.transData:
                continue  # a line across the panel: its x is no number of the picture
            given = str(line.get_label())
            label = label if given.startswith("_") else given  # a curve without a label goes with the one before it
            name = [_plain(panel), _plain(label) or "-"]
            pairs: Any = (line.get_xdata(), line.get_ydata())
            points = zip(*pairs, strict=True)
            lines += [",".join([*name, f"{float(x):.12g}", f"{float(y):.12g}"]) for x, y in points]
    return "\n".join(lines) + "\n"


def _plain(words: str) -> str:
    """A label without the marks of its formula and without what ends a cell."""
    shown = re.sub(r"\\ |\\[,;]", " ", words.replace("$", "").replace(r"\to", "->").replace(r"\infty", "infinity"))
    return re.sub(r"\s+", " ", shown.replace("\\", "").replace(",", ";").replace('"', "")).strip()
