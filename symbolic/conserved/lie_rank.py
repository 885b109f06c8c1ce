"""q = 2: at most D - dim Lie(grad G_1, ..., grad G_n)(w) independent laws near w (Marcotte, Gribonval, Peyre 2023).

A law is constant along every field of the Lie algebra, [X, Y] = (DY) X - (DX) Y. The rank of any of its fields at an
integer point is exact and no larger than that at a generic point, so D - rank bounds the number of laws near every
generic point from above, whether or not all brackets were formed.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

from flint import fmpz_mat

from .vector_map import VectorMap

MOST_FIELDS = 600
MOST_LEVELS = 6

Field = list[Any]


def lie_rank(G: VectorMap, at: list[int], enough: int) -> tuple[int, int]:
    """The rank at the point of brackets formed level by level, until it is `enough`, and the last level."""
    generators = G.gradients
    values = [[v(*at) for v in field] for field in generators]
    rank = fmpz_mat(values).rank()
    level, newest, formed = 1, generators, len(generators)
    while rank < enough and level < MOST_LEVELS and formed < MOST_FIELDS:
        pairs = combinations(generators, 2) if level == 1 else product(generators, newest)
        fresh: list[Field] = []
        level, grown = level + 1, False
        for x, y in pairs:
            if formed >= MOST_FIELDS or rank >= enough:
                break
            field = bracket(G, x, y)
            if all(v == 0 for v in field):
                continue
            formed += 1
            fresh.append(field)
            more = [*values, [v(*at) for v in field]]
            new = fmpz_mat(more).rank()
            if new > rank:
                rank, values, grown = new, more, True
        newest = fresh
        if not fresh or not grown:
            break
    return rank, level


def bracket(G: VectorMap, x: Field, y: Field) -> Field:
    """[X, Y]_i = sum_k (X_k d_k Y_i - Y_k d_k X_i)."""
    zero = G.ring.from_dict({})
    found = []
    for i in range(len(x)):
        total = zero
        for k in range(len(x)):
            if x[k] != 0 and (d := y[i].derivative(k)) != 0:
                total = total + x[k] * d
            if y[k] != 0 and (d := x[i].derivative(k)) != 0:
                total = total - y[k] * d
        found.append(total)
    return found
