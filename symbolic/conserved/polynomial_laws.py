"""q = 2: polynomial laws h of degree <= d, grad h . grad G_a = 0 for a = 1..n, by exact linear algebra.

The coefficients of h solve one linear equation for each point and component. The null space at random integer points is
a proposal; every law in it is then checked as an identity of polynomials, and what fails is a reason for more points.
"""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import Any

from flint import fmpq, fmpq_mat, fmpz, fmpz_mat

from ..errors import Undecided
from .vector_map import VectorMap, point

MOST_MONOMIALS = 1300


def laws(G: VectorMap, degree: int) -> list[Any]:
    """A basis of the laws without constant term, as polynomials in Z[w], simplest first. Errors: Undecided."""
    D = len(G.names)
    monomials = [
        tuple(chosen.count(i) for i in range(D))
        for d in range(1, degree + 1)
        for chosen in combinations_with_replacement(range(D), d)
    ]
    if len(monomials) > MOST_MONOMIALS:
        raise Undecided(f"{len(monomials)} monomials of degree <= {degree}: at most {MOST_MONOMIALS} are tried")
    points = -(-(len(monomials) + 10) // len(G.components))
    for attempt in range(3):
        proposals = _null_space(G, monomials, [point(G, 1000 * attempt + k) for k in range(points * (attempt + 1))])
        found = [G.ring.from_dict({m: c for m, c in zip(monomials, row, strict=True) if c != 0}) for row in proposals]
        if all(conserved(G, h) for h in found):
            return sorted(found, key=lambda h: (h.total_degree(), len(h)))
    raise Undecided("the null space at random points keeps more than the laws")


def conserved(G: VectorMap, h: Any) -> bool:
    """Whether grad h . grad G_a = 0 for every a, as polynomials."""
    slopes = [h.derivative(i) for i in range(len(G.names))]
    zero = G.ring.from_dict({})
    return all(sum((s * g for s, g in zip(slopes, row, strict=True)), zero) == 0 for row in G.gradients)


def independent(G: VectorMap, found: list[Any], at: list[int]) -> int:
    """The rank of the gradients of the laws at a point: so many are functionally independent near it."""
    if not found:
        return 0
    return fmpz_mat([[h.derivative(i)(*at) for i in range(len(G.names))] for h in found]).rank()


def _null_space(G: VectorMap, monomials: list[tuple[int, ...]], at: list[list[int]]) -> list[list[fmpz]]:
    rows = []
    for w in at:
        powers = [[fmpz(1)] for _ in w]
        top = max(max(m) for m in monomials)
        for k, v in enumerate(w):
            for _ in range(top):
                powers[k].append(powers[k][-1] * v)
        slopes = [_slopes(m, powers) for m in monomials]
        for gradient in G.gradients:
            values = [g(*w) for g in gradient]
            rows.append([sum((s * values[i] for i, s in slope), fmpz(0)) for slope in slopes])
    reduced, rank = fmpq_mat(fmpz_mat(rows)).rref()
    pivots = [next(j for j in range(len(monomials)) if reduced[i, j] != 0) for i in range(rank)]
    place = {j: i for i, j in enumerate(pivots)}
    others = [j for j in range(len(monomials)) if j not in place]
    return [
        _integral([-reduced[place[k], j] if k in place else fmpq(int(k == j)) for k in range(len(monomials))])
        for j in others
    ]


def _slopes(m: tuple[int, ...], powers: list[list[fmpz]]) -> list[tuple[int, fmpz]]:
    """(i, d_i of the monomial at the point) for the weights in it."""
    inside = [k for k, e in enumerate(m) if e]
    found = []
    for i in inside:
        value = fmpz(m[i])
        for k in inside:
            value *= powers[k][m[k] - (k == i)]
        found.append((i, value))
    return found


def _integral(row: list[fmpq]) -> list[fmpz]:
    scale = fmpz(1)
    for v in row:
        scale = scale.lcm(v.q)
    return [(v * scale).p for v in row]
