"""R'(x) and R(x) for several (q, L, lambda), by ball integrals (theory: sections 3 to 5)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction as F
from itertools import cycle

from flint import arb
from matplotlib.figure import Figure

from ....numeric_checks import limits
from ....numeric_checks.balls import ball, power, whole
from ....numeric_checks.potential.mirror import Mirror
from ....numeric_checks.precision import bits
from . import style
from .options import Options

BITS = 128


@dataclass(frozen=True)
class Curve:
    """lambda-L_p-balanced at (q, L); lambda = 0 is balanced."""

    q: F
    depth: int
    balance: F = F(0)
    invariants: tuple[F, ...] = ()

    @property
    def mirror(self) -> Mirror:
        """Its potential."""
        if self.invariants:
            return Mirror.from_invariants(self.q, list(map(ball, self.invariants)))
        if self.balance == 0:
            return Mirror(self.q, self.depth, ())
        return Mirror(self.q, 1, ((self.balance, self.depth - 1),))

    @property
    def label(self) -> str:
        """(q, L, lambda): m; the invariants where they are given."""
        if self.invariants:
            return f"$q = {self.q}$:  $m = {self.mirror.m}$"
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


def chosen(options: Options) -> tuple[Curve, ...]:
    """The curves asked for: given invariants or weights at each q, or each (q, L) balanced."""
    steep = options.q or (F(1), F(3, 2), F(2))
    if options.weights is not None:
        return tuple(Curve(q, len(options.weights), invariants=_of_weights(q, options.weights)) for q in steep)
    if options.invariants is not None:
        least = min(options.invariants)
        given = tuple(v - least for v in options.invariants)
        return tuple(Curve(q, len(given), invariants=given) for q in steep)
    if options.q or options.depth:
        return tuple(Curve(q, n) for q, n in options.pairs((F(1), F(2)), (2, 3)))
    return CURVES


def _of_weights(q: F, weights: tuple[F, ...]) -> tuple[F, ...]:
    """|w_i|^q - min_j |w_j|^q, rational as they are drawn (to 1e-30)."""
    with bits(BITS):
        sizes = [power(abs(ball(w)), q) if w else ball(F(0)) for w in weights]
        least = min(range(len(weights)), key=lambda i: abs(weights[i]))
        gaps = [
            F(0) if abs(w) == abs(weights[least]) else _rational(s - sizes[least])
            for w, s in zip(weights, sizes, strict=True)
        ]
    return tuple(gaps)


def _rational(z: arb) -> F:
    return F(whole(z.mid() * arb(10) ** 30), 10**30)


def values(curve: Curve, at: list[F]) -> tuple[list[float], list[float]]:
    """R' and R at these x > 0."""
    with bits(BITS):
        return [style.value(curve.mirror.map(x)) for x in at], [style.value(curve.mirror.potential(x)) for x in at]


def ceiling(curve: Curve) -> float | None:
    """Y = lim R' where it is finite and R'(0) = 0, else None."""
    with bits(BITS):
        top: arb = curve.mirror.range()
        return style.value(top) if top.is_finite() and top > 0 else None


def _title(options: Options) -> str:
    """What the legend lists: (q, L, lambda), or q where the invariants or the weights are given."""
    for letter, given in (("\\Lambda", options.invariants), ("w", options.weights)):
        if given is not None:
            listed = ",\\ ".join(map(str, given))
            return f"${letter} = ({listed})$ and $m = q(L-1)/L$"
    return "$(q, L, \\lambda)$ and $m = q(L-1)/L$"


def draw(options: Options) -> Figure:
    """The figure."""
    curves = chosen(options)
    dashes = DASHES if curves is CURVES else style.DASHES
    drawn = style.figure(5.0 + style.LINE * max(0, (len(curves) + 1) // 2 - 3))
    above, below = drawn.subplots(2, 1, sharex=True)
    at = [x * x / HIGHEST for x in style.grid(F(0), HIGHEST, 120)[1:]]  # denser towards 0
    for curve, colour, dash in zip(curves, cycle(style.COLOURS), cycle(dashes), strict=False):
        limits.check()
        map_, potential = values(curve, at)
        above.plot(at, map_, color=colour, linestyle=dash, label=curve.label)
        below.plot([F(0), *at], [0.0, *potential], color=colour, linestyle=dash, label=curve.label)
        if (top := ceiling(curve)) is not None:
            above.axhline(top, color=colour, linewidth=0.9, linestyle=":")
            told = {"color": colour, "ha": "right", "va": "bottom", "fontsize": "small", "clip_on": True}
            above.text(float(HIGHEST), top, f"$Y = {top:.4f}$", **told)
    for axes, name in ((above, "$R'(x)$"), (below, "$R(x)$")):
        axes.axhline(0, color=style.FAINT, linewidth=0.6)
        style.panel(axes, name)
    tops = [1.15 * top for curve in curves if (top := ceiling(curve)) is not None and top < 6]
    for axes, low, high, shown in ((above, -2.1, max(2.5, *tops, 0), max(*tops, 0, 0)), (below, -3.3, 3.2, 0)):
        bottom, top = axes.get_ylim()
        axes.set_ylim(max(bottom, low), min(max(top, shown), high))
    below.set(xlim=(0, float(HIGHEST)), xlabel="$x$")
    title = _title(options)
    style.legend(drawn, above.get_legend_handles_labels(), 2, loc="outside lower center", title=title)
    return drawn
