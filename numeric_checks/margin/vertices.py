"""0 < r < 1: sum_k |x_k|^r is strictly concave in every orthant, so its local minima on {z_i.x >= 1} are vertices.

A vertex has a support S and as many independent active samples A: Z_{A,S} x_S = 1, an exact rational point. It is a
local maximum of the margin where c_A = Z_{A,S}^{-T} <x_S>^{r-1} > 0 (the KKT multipliers; beside the support the slope
of |x_k|^r is infinite). With few samples and features every pair (A, S) is tried: the best is the global maximum.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from itertools import combinations
from math import comb

from flint import arb, arb_mat, fmpq, fmpq_mat

from ...symbolic.errors import Undecided
from ..balls import ball, power
from ..precision import bits, from_digits
from .linear import linear_margin, weighted_vertex
from .result import Data, Margin, Vector, combined

MOST_PAIRS = 60_000
STARTS, FEW, SMALL = 24, 6, 24  # starts of the search; fewer where samples and features are more than SMALL
REWEIGHTINGS = 40
GUARD_BITS = 60


@dataclass(frozen=True)
class Vertex:
    """x, its support, the active samples, multipliers (balls), and sum |x_k|^r."""

    x: Vector
    support: tuple[int, ...]
    active: tuple[int, ...]
    multipliers: tuple[arb, ...]
    cost: arb

    @property
    def stationary(self) -> bool:
        """Whether every multiplier is proven positive."""
        return all(m > 0 for m in self.multipliers)


def vertex_margin(Z: Data, r: Fraction, digits: int) -> Margin:
    """The best vertex: the global maximum where every vertex is tried. Errors: InputError, Undecided."""
    linear_margin(Z, None)  # refuses data that are not separable
    n, N = len(Z[0]), len(Z)
    every = comb(n + N, n) <= MOST_PAIRS
    with bits(from_digits(digits) + GUARD_BITS):
        found = list(_all(Z, r) if every else _searched(Z, r))
        best = min(found, key=lambda v: float(v.cost.mid()))
        rivals = [v for v in found if v.x != best.x and not v.cost > best.cost]
        if rivals and every:
            best = next((v for v in (best, *rivals) if v.stationary), best)
        same = [v for v in found if v.x == best.x and v.stationary]
        best = same[0] if same else best
        if every:  # equal as far as the balls tell: the maximum lies in their union
            best = replace(best, cost=reduce(arb.union, (v.cost for v in rivals), best.cost))
        if not same and not every:
            raise Undecided("no vertex that was reached has positive multipliers: give fewer samples or features")
        others = {v.x: v for v in found if v.stationary and v.x != best.x}
        ranked = sorted(others.values(), key=lambda v: float(v.cost.mid()))
        return _margin(
            Z, r, best, "enumerated" if every else "local", _reason(every, len(ranked), rivals, _starts(Z)), ranked
        )


def _starts(Z: Data) -> int:
    return STARTS if len(Z) + len(Z[0]) <= SMALL else FEW


def _reason(every: bool, others: int, rivals: Sequence[Vertex], starts: int) -> str:
    if not every:
        return f"local: the best of {starts} starts; r < 1 is not convex, a better point is not excluded"
    tie = "; another vertex attains it too" if rivals else ""
    more = f"; {others} further local maxima" if others else ""
    return "enumerated: the global maximum over every vertex (r < 1 is not convex)" + tie + more


def _margin(Z: Data, r: Fraction, best: Vertex, kind: str, reason: str, others: Sequence[Vertex]) -> Margin:
    c = [arb(0)] * len(Z)
    for i, m in zip(best.active, best.multipliers, strict=True):
        c[i] = m
    mean = combined(Z, c)
    residual = arb(0)
    for k in best.support:
        residual = residual.max(abs(ball(best.x[k]) * power(abs(ball(best.x[k])), r - 2) - mean[k]).upper())
    total = sum(c, arb(0))
    shown = tuple((_value(v, r), _unit(v, r)) for v in others)
    return Margin(r, kind, _value(best, r), _unit(best, r), tuple(m / total for m in c), residual, reason, others=shown)


def _value(v: Vertex, r: Fraction) -> arb:
    return 1 / power(v.cost, 1 / r)


def _unit(v: Vertex, r: Fraction) -> tuple[arb, ...]:
    return tuple(ball(a) * _value(v, r) for a in v.x)


def _all(Z: Data, r: Fraction) -> Iterator[Vertex]:
    for size in range(1, min(len(Z), len(Z[0])) + 1):
        for active in combinations(range(len(Z)), size):
            for support in combinations(range(len(Z[0])), size):
                if (found := vertex(Z, r, active, support)) is not None:
                    yield found


def vertex(Z: Data, r: Fraction, active: tuple[int, ...], support: tuple[int, ...]) -> Vertex | None:
    """The vertex of (A, S), None where Z_{A,S} is singular, an x_k is 0 or a sample has z_i.x < 1."""
    square = fmpq_mat([[fmpq(Z[i][k].numerator, Z[i][k].denominator) for k in support] for i in active])
    if square.det() == 0:
        return None
    solved = square.solve(fmpq_mat([[fmpq(1)] for _ in active]))
    x = [Fraction(0)] * len(Z[0])
    for j, k in enumerate(support):
        x[k] = Fraction(int(solved[j, 0].p), int(solved[j, 0].q))
        if x[k] == 0:
            return None
    if any(sum(a * b for a, b in zip(z, x, strict=True)) < 1 for z in Z):
        return None
    slopes = [[power(abs(ball(x[k])), r - 1) * (1 if x[k] > 0 else -1)] for k in support]
    c = arb_mat(square.transpose()).solve(arb_mat(slopes))
    cost = sum((power(abs(ball(x[k])), r) for k in support), arb(0))
    return Vertex(tuple(x), support, active, tuple(c[j, 0] for j in range(len(active))), cost)


def _searched(Z: Data, r: Fraction) -> Iterator[Vertex]:
    """Linear programs with weights (|x_k| + e)^{r-1}, from equal and from random weights, until nothing moves."""
    chance, n = random.Random(1), len(Z[0])
    for start in range(_starts(Z)):
        weights = tuple(Fraction(1) if start == 0 else Fraction(chance.randint(1, 64), 8) for _ in range(n))
        x: Vector | None = None
        for turn in range(REWEIGHTINGS):
            last, x = x, weighted_vertex(Z, weights)
            if x == last:
                break
            largest = max(abs(v) for v in x)
            small = Fraction(1, 4**turn) if turn < 10 else Fraction(1, 10**6)
            weights = tuple(
                Fraction(float(abs(v) / largest + small) ** float(r - 1)).limit_denominator(1000) for v in x
            )
        assert x is not None
        if (found := _at(Z, r, x)) is not None:
            yield found


def _at(Z: Data, r: Fraction, x: Vector) -> Vertex | None:
    """The vertex x with an independent choice of its active samples."""
    support = tuple(k for k, v in enumerate(x) if v != 0)
    tight = [i for i, z in enumerate(Z) if sum(a * b for a, b in zip(z, x, strict=True)) == 1]
    found = [v for active in combinations(tight, len(support)) if (v := vertex(Z, r, active, support)) is not None]
    return next((v for v in found if v.stationary), found[0] if found else None)
