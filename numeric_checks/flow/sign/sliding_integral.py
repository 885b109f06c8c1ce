"""int_0^t s_k ds while coordinate k slides under decay: y' = s - alpha y gives int s dt = y(t) - y(0) + int alpha y dt.

The last integral by Taylor polynomials in panels: the odd powers cancel around a panel's centre, and the coefficient of
order N over the whole panel bounds the rest. y is read from prod_i (a_i P + r) = |x|, y = -r sign x, coefficient by
coefficient.
"""

from __future__ import annotations

from flint import arb, arb_mat, arb_poly, ctx, fmpq

from ...numbers import Number
from .affine import Affine
from .coupled_decay import Straight
from .decay_clock import Constant
from .piece import Piece
from .weights import level_hull

MOST_PANELS = 400


def gained(piece: Piece | Straight, v: Number) -> list[Number]:
    """int s_k dt from the origin of the piece to the clock time v, for every coordinate."""
    elapsed = piece.clock.elapsed(v)
    found: list[Number] = [None if s is None else s * elapsed for s in piece.s]
    if isinstance(piece, Straight) or not piece.sliding:
        return found
    y, before = piece.duals(v)[1], piece.duals(fmpq(0))[1]
    for k in piece.sliding:
        found[k] = y[k] - before[k]
        if not (isinstance(piece.clock, Constant) and piece.clock.alpha == 0):
            found[k] = (found[k] + _decayed(piece, k, arb(v))).intersection(_crude(elapsed))
    return found


def _crude(elapsed: Number) -> arb:
    """|s| <= 1."""
    return (arb(elapsed) * arb(0, 1)).union(arb(0))


def _decayed(piece: Piece, k: int, end: arb) -> arb:
    """int alpha y_k dt up to the clock time `end`."""
    if not isinstance(piece.gradient, Affine):
        return arb(0, float("inf"))
    last = end.mid()
    total, left, todo, panels = arb(0), arb(0), [last], 0
    order = max(8, ctx.prec // 4) & ~1
    tolerance = arb(2) ** (24 - ctx.prec)
    while todo:
        panels += 1
        right = todo[-1]
        half, middle = (right - left) / 2, ((left + right) / 2).mid()
        rest = None
        if panels < MOST_PANELS:
            ball = left.union(right)
            rest = _integrand(piece, k, ball, order)
        if rest is None or not abs(rest[order]) * half ** (order + 1) < tolerance:
            if panels >= MOST_PANELS:
                return arb(0, float("inf"))
            todo.append(middle)
            continue
        centre = _integrand(piece, k, middle, order)
        if centre is None:
            return arb(0, float("inf"))
        centre[order] = rest[order]
        antiderivative = arb_poly(centre).integral()
        total = total + antiderivative(right - middle) - antiderivative(left - middle)
        left = todo.pop()
    if end.rad() > 0:
        rate = _integrand(piece, k, end, 0)
        if rate is None:
            return arb(0, float("inf"))
        total = total + rate[0] * (end - last)
    return total


def _integrand(piece: Piece, k: int, v: arb, order: int) -> list[arb] | None:
    """Taylor coefficients of alpha y_k dt/dv at v, up to `order`."""
    clock, weights = piece.clock, piece.weights[k]
    E, B, alpha = clock.series(v, order)
    P = _cut(E * piece.P, order)
    x = {}
    for m in piece.moving:
        y = E * piece.y[m] + B * piece.s[m]
        value = arb_poly([1])
        for c, d in zip(piece.weights[m].c, piece.weights[m].d, strict=True):
            value = _cut(value * (P * c + y * d), order)
        x[m] = value
    assert isinstance(piece.gradient, Affine)
    known = arb_mat(
        len(piece.s), order + 1, [x[m][n] if m in x else 0 for m in range(len(piece.s)) for n in range(order + 1)]
    )
    settled = piece.gradient.settled(piece.sliding, known)
    row = piece.sliding.index(k)
    level = arb_poly([settled[row, n] for n in range(order + 1)]) * weights.side
    a = [e * c for e, c in zip(weights.e, weights.c, strict=True)]
    r = [level_hull(a, P[0], level[0], -weights.side * arb(piece.y[k]))]
    if not r[0].is_finite():
        return None
    dP, dx = P.derivative(), level.derivative()
    for n in range(order):
        sizes = [_cut(P * v + arb_poly(r), n) for v in a]
        slope, push = _slopes(sizes, a, n)
        force = dx[n] - _cut(push * dP, n)[n]
        known = sum((slope[j] * (n + 1 - j) * r[n + 1 - j] for j in range(1, n + 1)), arb(0))
        if not abs(slope[0]) > 0:
            return None
        r.append((force - known) / (slope[0] * (n + 1)))
    product = _cut(arb_poly(r) * alpha, order) * -weights.side
    coefficients = [product[n] for n in range(order + 1)]
    return clock.per_time(coefficients, v)


def _slopes(sizes: list[arb_poly], a: list[Number], order: int) -> tuple[arb_poly, arb_poly]:
    """sum_i prod_{j != i} sizes_j and sum_i a_i prod_{j != i} sizes_j."""
    top, slope, push = arb_poly([1]), arb_poly([0]), arb_poly([0])
    for size, value in zip(sizes, a, strict=True):
        slope = _cut(slope * size + top, order)
        push = _cut(push * size + top * value, order)
        top = _cut(top * size, order)
    return slope, push


def _cut(p: arb_poly, order: int) -> arb_poly:
    return p.truncate(order + 1)
