"""The defect d = p' - F(p) at q = 2, by products of integers: a square for each weight, L products for each coordinate.

With P = int g dt of the proposal, M_i = prod_{l != i} p_l and x = p_i M_i, whatever the polynomials are,
  e = P' - s g(p),   d_j = p_j' + P' M_j + s alpha p_j - e M_j,   p_i d_i - p_j d_j = D'/2 + s alpha D,
D = p_i^2 - p_j^2, since p_i M_i = p_j M_j: what w_i dw_i/dt has in common for all i cancels. Over the step then
  |d_i| <= (|p_j| |d_j| + |D'/2 + s alpha D|) / min |p_i|.
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import arb, fmpz_poly

from ...precision import bits
from .taylor_model import BOUND, Model, Models
from .vector_field import Field, TimeField, polynomial


def square_defects(
    field: Field, space: Models, time: Model, scale: int, polys: Sequence[fmpz_poly]
) -> list[arb] | None:
    """sup |p_i' - s F_i(p)| over the step for every component, or None where the formula does not apply: another
    field, or two weights of one coordinate that are not seen to differ from 0.

    Arguments: the field; the models over the step, and time as one; e with s = 2^-e; the polynomials of the weights
    and of the integrals. Errors: NotModelled where g has no model.
    """
    if type(field) is not TimeField or field.flow.r != 1:
        return None
    flow, rows = field.flow, []
    for row in flow.rows([space.polynomial(p) for p in polys[: field.core]]):  # p_j, the smallest, first
        j = min(range(flow.depth), key=lambda i: abs(row[i].poly[0]))
        rows.append((j, [row[j], *row[:j], *row[j + 1 :]]))
    least = [[space.least_size(w) for w in row[1:]] for _, row in rows]
    if not all(v > 0 for low in least for v in low):
        return None
    minors = []
    for _, row in rows:
        minors.append(row[1])
        for w in row[2:]:
            minors[-1] = minors[-1] * w
    g = flow.gradient([row[0] * minor for (_, row), minor in zip(rows, minors, strict=True)], space)
    decay = polynomial(flow.alpha, time) * arb(2) ** -scale if flow.alpha else None
    found, lags = [], []
    for (j, row), low, minor, value, p in zip(rows, least, minors, g, polys[field.core :], strict=True):
        own, gain = row[0], space.polynomial(p.derivative())
        lags.append(space.distance(gain.poly, value, scale))
        direct = space.polynomial(own.poly.derivative()) + gain * minor
        if decay is not None:
            direct = direct + own * decay
        with bits(BOUND):
            first = (space.bound(direct) + lags[-1] * space.bound(minor)).upper()
            share = (own.size * first).upper()
        square, defects = own.poly * own.poly, list[arb]()
        for w, v in zip(row[1:], low, strict=True):
            apart = w.poly * w.poly - square
            slope = apart.derivative()
            if decay is None:
                with bits(BOUND):
                    off = space.size(slope) * space.unit / 2
            else:
                turned = Model(space, *space.rounded(slope)) + Model(space, *space.rounded(apart)) * decay * 2
                off = space.bound(turned) / 2
            with bits(BOUND):
                defects.append(((share + off) / v).upper())
        found += [*defects[:j], first, *defects[j:]]
    return found + lags
