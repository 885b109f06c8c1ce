"""M on the balanced manifold, decoupled |x|^{2-m}/(2-m) and coupled (L/2)|x|^{2/L}, with the limits L -> infinity.

Each curve is M(x) - M(1): the constants of the limits cancel, and every slope at x = 1 is 1 (theory: section 8).
"""

from __future__ import annotations

from fractions import Fraction as F

from matplotlib.figure import Figure

from ....numeric_checks.potential.mirror import Mirror
from ....numeric_checks.potential.quantities import evaluate_limit
from ....numeric_checks.precision import bits
from . import style
from .options import Options

ROWS = (F(1), F(2))
DEPTHS = (2, 3, 6)
KINDS = ("decoupled", "coupled")
BITS = 96
EDGE = F(2)


def curve(kind: str, q: F, depth: int, at: list[F]) -> list[float]:
    """M(x) - M(1) at these x."""
    mirror = Mirror(q, depth, ())
    M = mirror.regularizer if kind == "decoupled" else mirror.coupled_regularizer
    with bits(BITS):
        one = M(F(1))
        return [style.value(M(abs(x)) - one) for x in at]


def limit(kind: str, q: F, at: list[F]) -> list[float]:
    """The same as L -> infinity."""
    name = "regularizer" if kind == "decoupled" else "coupled-regularizer"
    one = float(evaluate_limit(name, q, F(1), 15).value)
    return [float(evaluate_limit(name, q, x, 15).value) - one for x in at]


def draw(options: Options) -> Figure:
    """The figure."""
    drawn = style.figure(3.9)
    at = [x * abs(x) / EDGE for x in style.grid(-EDGE, EDGE, 160)]  # denser towards 0
    steep = options.q or ROWS
    grid = drawn.subplots(len(steep), 2, sharex=True, sharey=True, squeeze=False)
    for row, q in zip(grid, steep, strict=True):
        for axes, kind in zip(row, KINDS, strict=True):
            for depth, colour in zip(options.depth or DEPTHS, style.COLOURS, strict=False):
                axes.plot(at, curve(kind, q, depth, at), color=colour, label=f"$L = {depth}$")
            axes.plot(at, limit(kind, q, at), color=style.INK, linestyle="--", linewidth=1, label="$L \\to \\infty$")
            style.panel(axes, f"$q = {q}$, {kind}")
            axes.set(xlim=(-float(EDGE), float(EDGE)), ylim=(-2.6, 1.4), xticks=(-1, 0, 1))
    drawn.supxlabel("$x$", fontsize="medium")
    drawn.supylabel("$M(x) - M(1)$", fontsize="medium")
    handles = drawn.axes[0].get_legend_handles_labels()
    style.legend(drawn, handles, 4, loc="outside upper center", columnspacing=1.2)
    return drawn
