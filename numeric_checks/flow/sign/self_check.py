"""A path of the sign flow against the flow itself: s_k g_k >= 0, g_k = 0 where k slides, e_i w_i >= 0 on every piece,
and no jump between.

What a ball excludes is a missed event or a wrong place: the path is refused from that piece on. g is taken of the
weights themselves.
"""

from __future__ import annotations

from dataclasses import replace

from flint import arb, fmpq

from ....symbolic.errors import Undecided
from .block_walk import Path
from .gradient import Gradient
from .piece import Piece
from .weights import product


def refused_or(path: Path, gradient: Gradient) -> Path:
    """The path, or what comes before its first piece that is shown to be wrong."""
    pieces = [piece for piece in path.pieces if isinstance(piece, Piece)]
    for number, piece in enumerate(pieces):
        until = pieces[number + 1].begin if number + 1 < len(pieces) else path.end
        fault = _fault(piece, gradient, until, pieces[number + 1] if number + 1 < len(pieces) else None)
        if fault:
            start = piece.begin
            events = tuple(e for e in path.events if not e.time > arb(start))
            reason = f"refused: {fault}; this is a fault of the integrator"
            return replace(
                path, pieces=tuple(pieces[: number + 1]), events=events, end=start, reason=reason, how="undecided"
            )
    return path


def _fault(piece: Piece, gradient: Gradient, until: arb | fmpq, after: Piece | None) -> str | None:
    v = piece.clock.at(until - piece.clock.start)
    try:
        for at in (v / 2, v):
            state = [[arb(w) for w in row] for row in piece.state(at)]
            for weights, row in zip(piece.weights, state, strict=True):
                if weights.smallest and any(e * w < 0 for e, w in zip(weights.e, row, strict=True)):
                    return "a weight has the wrong sign"
            g = gradient.value([product(row) for row in state])
            if any(s is not None and s and s * g_k < 0 for s, g_k in zip(piece.s, g, strict=True)):
                return "a gradient component has the wrong sign"
            if any(s is None and not arb(g_k).contains(0) for s, g_k in zip(piece.s, g, strict=True)):
                return "a sliding coordinate has left g = 0"
    except Undecided:
        return None
    if after is not None:
        ends, starts = ([arb(w) for row in rows for w in row] for rows in (state, after.state(after.offset)))
        if any(a.is_finite() and b.is_finite() and not a.overlaps(b) for a, b in zip(ends, starts, strict=True)):
            return "the weights jump"
    return None
