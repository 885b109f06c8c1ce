"""R'(x) and R(x) for several (q, L, lambda), by ball integrals (theory: sections 3 to 5)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as F

from flint import arb
from matplotlib.figure import Figure

from ....numeric_checks.potential.mirror import Mirror
from ....numeric_checks.precision import bits
from . import style

BITS = 128


@dataclass(frozen=True)
class Curve:
    """lambda-L_p-balanced at (q, L); lambda = 0 is balanced."""

    q: F
    depth: int
    balance: F

    @property
    def mirror(self) -> Mirror:
        """Its potential."""
        if self.balance == 0:
            return Mirror(self.q, self.depth, ())
        return Mirror(self.q, 1, ((self.balance, self.depth - 1),))

    @property
    def label(self) -> str:
        """(q, L, lambda): m."""
        return f"$({self.q}, {self.depth}, {self.balance})$:  $m = {self.mirror.m}$"


CURVES = (
    Curve(F(1), 2, F(1)),
    Curve(F(3, 2), 2, F(0)),
    Curve(F(2), 2, F(1)),
    Curve(F(2), 2, F(0)),
    Curve(F(2), 3, F(1)),
    Curve(F(2), 3, F(0)),
)
DASHES = ("-", "--", "-", "--", "-", "--")  # dashed: balanced
HIGHEST = F(3)


def values(curve: Curve, at: list[F]) -> tuple[list[float], list[float]]:
    """R' and R at these x > 0."""
    with bits(BITS):
        return [style.value(curve.mirror.map(x)) for x in at], [style.value(curve.mirror.potential(x)) for x in at]


def ceiling(curve: Curve) -> float | None:
    """Y = lim R' where it is finite and R'(0) = 0, else None."""
    with bits(BITS):
        top: arb = curve.mirror.range()
        return style.value(top) if top.is_finite() and top > 0 else None


def draw() -> Figure:
    """The figure."""
    drawn = style.figure(5.0)
    above, below = drawn.subplots(2, 1, sharex=True)
    at = [x * x / HIGHEST for x in style.grid(F(0), HIGHEST, 120)[1:]]  # denser towards 0
    for curve, colour, dash in zip(CURVES, style.COLOURS, DASHES, strict=True):
        map_, potential = values(curve, at)
        above.plot(at, map_, color=colour, linestyle=dash, label=curve.label)
        below.plot([F(0), *at], [0.0, *potential], color=colour, linestyle=dash)
        if (top := ceiling(curve)) is not None:
            above.axhline(top, color=colour, linewidth=0.9, linestyle=":")
            above.text(float(HIGHEST), top, f"$Y = {top:.4f}$", color=colour, ha="right", va="bottom", fontsize=7.5)
    for axes, name in ((above, "$R'(x)$"), (below, "$R(x)$")):
        axes.axhline(0, color=style.FAINT, linewidth=0.6)
        style.panel(axes, name)
    above.set(ylim=(-2.1, 2.5))
    below.set(xlim=(0, float(HIGHEST)), ylim=(-3.3, 3.2), xlabel="$x$")
    drawn.legend(loc="outside lower center", ncols=2, title="$(q, L, \\lambda)$ and $m = q(L-1)/L$")
    return drawn
