"""A piece of the sign flow against the flow itself: s_k g_k >= 0, g_k = 0 where k slides, e_i w_i >= 0, and no jump to
the next piece.

What a ball excludes is a missed event or a wrong place: the path is refused from that piece on. g is taken of the
weights themselves.
"""

from __future__ import annotations

from flint import arb, ctx, fmpq

from ....symbolic.errors import Undecided
from ...numbers import Number
from ...precision import bits
from .gradient import Gradient
from .piece import Piece

Row = list[Number] | None
BITS = 128  # a fault is no matter of the last digits


def fault(piece: Piece, gradient: Gradient, until: arb | fmpq, after: Piece | None) -> str | None:
    """What is shown to be wrong with a piece up to the time `until`, where `after` begins; None where nothing is."""
    v = piece.clock.at(until - piece.clock.start)
    with bits(min(BITS, ctx.prec)):
        try:
            for at in (v / 2, v):
                w, x = piece.spot(at)
                for weights, row, x_k in zip(piece.weights, w, x, strict=True):
                    signs = ((weights.side, x_k),) if row is None else zip(weights.e, row, strict=True)
                    if weights.smallest and any(e * size < 0 for e, size in signs):
                        return "a weight has the wrong sign"
                g = gradient.value([arb(x_k) for x_k in x])
                if any(s is not None and s and s * g_k < 0 for s, g_k in zip(piece.s, g, strict=True)):
                    return "a gradient component has the wrong sign"
                if any(s is None and not arb(g_k).contains(0) for s, g_k in zip(piece.s, g, strict=True)):
                    return "a sliding coordinate has left g = 0"
            there = None if after is None else after.spot(after.offset)
        except Undecided:
            return None
        if there is not None and any(map(_jump, w, there[0], x, there[1])):
            return "the weights jump"
    return None


def _jump(w: Row, other: Row, x: Number, y: Number) -> bool:
    """Whether the weights of a coordinate, or x where it slides, are shown to differ."""
    pairs = [(x, y)] if w is None or other is None else zip(w, other, strict=True)
    balls = ((arb(a), arb(b)) for a, b in pairs)
    return any(a.is_finite() and b.is_finite() and not a.overlaps(b) for a, b in balls)


def vanishing(gradient: Gradient, x: list[Number]) -> set[int]:
    """The coordinates of which nothing shows that g_k is not 0 at x."""
    with bits(min(BITS, ctx.prec)):
        return {k for k, g in enumerate(gradient.value([arb(v) for v in x])) if arb(g).contains(0)}
