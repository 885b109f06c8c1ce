"""The plane (q, 1/L): level lines of m = q(L-1)/L, and what holds on either side of m = 1 (balanced; sections 5 and
11.3)."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
import sympy as sp
from matplotlib.figure import Figure

from ....symbolic.product.exponents import at_infinity
from ....symbolic.product.legendre import legendre
from ....symbolic.setting import setting
from ....symbolic.symbols import L, q
from . import style
from .options import Options

GENERAL = setting(q, depth=L)
WORDS = {
    "onto": "$R'$ onto $\\mathbb{R}$",
    "sign-preserving": "$x$ keeps its sign",
    "blow-up": "blow-up",
    "bounded": "bounded escape",
    "logarithmic": "logarithmic escape",
}
SAMPLES = ((Fraction(1), 2), (Fraction(2), 2), (Fraction(2), 3))  # m < 1, m = 1, m > 1
DEPTHS = (2, 3, 4, 5, 10)


@lru_cache(maxsize=1)
def conditions() -> dict[str, Any]:
    """The conditions on (q, L), from the Legendre conditions and the regimes of the claim `escape-law`."""
    m = at_infinity(GENERAL)
    found = {name: legendre(GENERAL)[name].holds for name in ("onto", "sign-preserving", "blow-up")}
    return {**found, "bounded": m < 1, "logarithmic": sp.Eq(m, 1)}


def holding(at_q: Fraction, depth: int) -> tuple[str, ...]:
    """The names of WORDS that hold at (q, L)."""
    at = {q: sp.Rational(at_q), L: depth}
    return tuple(name for name in WORDS if conditions()[name].subs(at) == sp.true)


def level(c: Fraction) -> sp.Expr:
    """1/L on the curve m = c, as a function of q."""
    (depth,) = sp.solve(sp.Eq(at_infinity(GENERAL), sp.Rational(c)), L)
    return sp.simplify(1 / depth)


def points(c: Fraction, pieces: int = 200) -> list[tuple[Fraction, Fraction]]:
    """Exact points (q, 1/L) of the curve m = c."""
    curve = level(c)
    at = ((a, sp.Rational(curve.subs(q, sp.Rational(a)))) for a in style.grid(Fraction(1), Fraction(2), pieces))
    return [(a, Fraction(int(b.p), int(b.q))) for a, b in at]


def draw(options: Options) -> Figure:
    """The figure."""
    drawn = style.figure(3.5)
    axes = drawn.add_subplot()
    curve = np.array(points(Fraction(1)), dtype=float)
    said = [", ".join(WORDS[name] for name in holding(*at)) for at in SAMPLES]
    axes.fill_between(
        curve[:, 0], curve[:, 1], 0.5, color=style.SKY, label=f"$m < 1$: {said[0]}", alpha=0.25, linewidth=0
    )
    axes.plot(curve[:, 0], curve[:, 1], color=style.VERMILLION, label=f"$m = 1$: {said[1]}")
    axes.fill_between(
        curve[:, 0], 0, curve[:, 1], color=style.ORANGE, label=f"$m > 1$: {said[2]}", alpha=0.25, linewidth=0
    )
    for quarters in (3, 5, 6, 7):
        c = Fraction(quarters, 4)
        line = np.array([p for p in points(c) if 0 <= p[1] <= Fraction(1, 2)], dtype=float)
        axes.plot(line[:, 0], line[:, 1], color=style.FAINT, linewidth=0.7)
        place = line[len(line) // 2]
        slope = np.degrees(np.arctan2(*(line[-1] - line[0])[::-1] / np.array([0.42, 1.0])))
        axes.text(
            place[0],
            place[1],
            f"$m = {c.numerator}/{c.denominator}$",
            fontsize="small",
            rotation=slope,
            ha="center",
            va="bottom",
        )
    for at in options.q or ((Fraction(1), Fraction(2)) if options.depth else ()):
        for depth in options.depth or DEPTHS[:3]:
            axes.plot(float(at), 1 / depth, "o", color=style.INK, clip_on=False, label=f"_at {at}")
            m = at * (depth - 1) / depth
            axes.annotate(f"${m}$", (float(at), 1 / depth), (3, 3), textcoords="offset points", fontsize="small")
    axes.set(xlim=(1, 2), ylim=(0, 0.505), xlabel="$q$", ylabel="$1/L$")
    axes.set_yticks([0, *(1 / n for n in DEPTHS)], ["0", *(f"1/{n}" for n in DEPTHS)])
    style.legend(drawn, axes.get_legend_handles_labels(), 1, loc="outside lower left", handlelength=1.2)
    axes.set_xticks([1, 1.25, 1.5, 1.75, 2], ["1\nSignGF", "5/4", "3/2", "7/4", "2\nGF"])
    return drawn
