"""1 <= q < 2: the fields w -> <J^T v>^{q-1} span, at each w, one vector for each class of parallel columns of J.

v -> <a.v>^r, 0 <= r < 1, is not C^1 across the hyperplane a.v = 0 and smooth beside it; so functions of this kind with
pairwise not parallel a are linearly independent. With columns a_j = c_j a_C in the class C the span over all v has the
basis Y_C = sum_{j in C} <c_j>^r d/dw_j, and h is a law iff Y_C h = 0 for every C. Hence at most D - #classes laws, and

  q = 1         the c_j have constant signs in a cell: exactly D - #classes, linear: sign(c_j) w_j - sign(c_k) w_k
  1 < q < 2     |C| - 1 laws from every class whose ratios c_j/c_k depend on the weights of C only (one field in them);
                where c_j/c_k = (k_j w_j^a)/(k_k w_k^b) they are differences of int <k w^a>^{-r} dw, r = q - 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flint import fmpq, fmpq_mat

from .vector_map import VectorMap, point


@dataclass(frozen=True)
class Ratio:
    """c_j/c_k = above/below in lowest terms."""

    j: int
    k: int
    above: Any
    below: Any

    def depends_on(self, i: int) -> bool:
        """Whether the weight i occurs in the ratio."""
        return any(e[i] for p in (self.above, self.below) for e in p.to_dict())

    def monomial(self) -> tuple[Fraction, int, int] | None:
        """(kappa, a, b) with c_j/c_k = kappa w_j^a/w_k^b, None where it is no such."""
        above, below = self.above.to_dict(), self.below.to_dict()
        if len(above) > 1 or len(below) > 1:
            return None
        (e, c), (f, d) = next(iter(above.items())), next(iter(below.items()))
        powers = [int(x - y) for x, y in zip(e, f, strict=True)]
        if any(p for i, p in enumerate(powers) if i not in (self.j, self.k)):
            return None
        return Fraction(int(c), int(d)), powers[self.j], -powers[self.k]


def classes(G: VectorMap) -> list[tuple[int, ...]]:
    """The classes of weights whose columns are parallel as polynomials; a column 0 makes no class."""
    at = [point(G, seed) for seed in (1, 2)]
    found: list[list[int]] = []
    for j in range(len(G.names)):
        column = G.column(j)
        if all(v == 0 for v in column):
            continue
        home = next((C for C in found if _parallel(column, G.column(C[0]), at)), None)
        if home is None:
            found.append([j])
        else:
            home.append(j)
    return [tuple(C) for C in found]


def free(G: VectorMap) -> list[int]:
    """The weights on which G does not depend: they never move."""
    return [j for j in range(len(G.names)) if all(v == 0 for v in G.column(j))]


def _parallel(a: list[Any], b: list[Any], at: list[list[int]]) -> bool:
    """Whether all a_i b_k - a_k b_i vanish as polynomials; at a point first."""
    for w in at:
        x, y = [v(*w) for v in a], [v(*w) for v in b]
        pivot = next((i for i, v in enumerate(y) if v != 0), None)
        if pivot is not None and any(x[i] * y[pivot] != x[pivot] * y[i] for i in range(len(x))):
            return False
    pivot = next(i for i, v in enumerate(b) if v != 0)
    return all(a[i] * b[pivot] == a[pivot] * b[i] for i in range(len(a)))


def ratio(G: VectorMap, j: int, k: int) -> Ratio:
    """c_j/c_k for two parallel columns."""
    above, below = next((a, b) for a, b in zip(G.column(j), G.column(k), strict=True) if b != 0)
    common = above.gcd(below)
    return Ratio(j, k, above / common, below / common)


def blocks(G: VectorMap, C: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Parts B of a class whose ratios depend on the weights of B only: each has |B| - 1 laws."""
    first = C[0]
    others = [i for i in range(len(G.names)) if i not in C]
    if not any(ratio(G, j, first).depends_on(i) for j in C[1:] for i in others):
        return [C]
    found: list[list[int]] = []
    for j in C:
        home = next((B for B in found if _alone(G, j, B[0])), None)
        if home is None:
            found.append([j])
        else:
            home.append(j)
    return [tuple(B) for B in found]


def _alone(G: VectorMap, j: int, k: int) -> bool:
    r = ratio(G, j, k)
    return not any(r.depends_on(i) for i in range(len(G.names)) if i not in (j, k))


def class_rank(G: VectorMap, C: tuple[int, ...], single: list[int], at: list[int]) -> int:
    """A lower bound on the rank of Y_C and [d_i, Y_C], i alone in its class, in the directions of C (1 < q < 2).

    In units of <c_j>^r the bracket has the entries r d_i log(c_j/c_k): rational at a rational point.
    """
    ratios = [ratio(G, j, C[0]) for j in C[1:]]
    if any(p(*at) == 0 for r in ratios for p in (r.above, r.below)):
        return 1
    rows = [[fmpq(1)] * len(C)]
    rows += [[fmpq(0), *(_log_slope(r, i, at) for r in ratios)] for i in single]
    return int(fmpq_mat(rows).rank())


def _log_slope(r: Ratio, i: int, at: list[int]) -> fmpq:
    """d_i log(above/below) at a point where neither vanishes."""
    return fmpq(r.above.derivative(i)(*at), r.above(*at)) - fmpq(r.below.derivative(i)(*at), r.below(*at))


# Laws as text, in the grammar of claims


def pair_law(G: VectorMap, j: int, k: int, q: Fraction) -> str | None:
    """The law of two weights whose ratio is a monomial in them; None where it is none."""
    found = ratio(G, j, k).monomial()
    if found is None:
        return None
    kappa, a, b = found
    first, left = _primitive(G.names[j], a, kappa, q - 1, a == b)
    second, right = _primitive(G.names[k], b, Fraction(1), q - 1, a == b)
    if first < 0 < second or second < 0 < first:
        return f"{left} + {right}"
    return f"{left} - {right}"


def _primitive(name: str, a: int, kappa: Fraction, r: Fraction, plain: bool) -> tuple[int, str]:
    """The sign and the size of int <kappa w^a>^{-r} dw, without the factor 1/(1 - a r) where both have it (`plain`)."""
    power, odd = 1 - a * r, a % 2 == 1
    side = 1 if kappa > 0 else -1
    factors = [] if r == 0 or abs(kappa) == 1 else [f"{_shown(abs(kappa))}**{_shown(-r)}"]
    if power == 0:
        return side, "*".join([*factors, *([] if odd else [f"sign({name})"]), f"log(abs({name}))"])
    if not plain:
        side = side if power > 0 else -side
        factors += [] if abs(power) == 1 else [_shown(1 / abs(power))]
    without_sign = power.denominator == 1 and (power % 2 == 0) == odd  # |w|^2 = w^2, sign(w)/|w| = 1/w
    size = (name if without_sign else f"abs({name})") + ("" if power == 1 else f"**{_shown(power)}")
    body = size if odd or without_sign else f"sign({name})*{size}"
    return side, "*".join([*factors, body])


def _shown(value: Fraction) -> str:
    return str(value) if value.denominator == 1 and value >= 0 else f"({value})"


def block_laws(G: VectorMap, B: tuple[int, ...], q: Fraction) -> tuple[list[tuple[int, int, str]], int]:
    """(j, k, law) for every j but the first of B and an earlier k; and how many laws have no formula here."""
    found, unwritten = [], 0
    for n, j in enumerate(B[1:], 1):
        pairs = ((k, pair_law(G, j, k, q)) for k in B[:n])
        k, law = next(((k, law) for k, law in pairs if law is not None), (B[0], None))
        if law is None and q == 1:
            law = sign_law(G, j, k)
        if law is None:
            unwritten += 1
        else:
            found.append((j, k, law))
    return found, unwritten


def sign_law(G: VectorMap, j: int, k: int) -> str:
    """sign(c_j/c_k) w_j - w_k, conserved at q = 1 while the sign stays."""
    r = ratio(G, j, k)
    return f"sign(({text(r.above)})*({text(r.below)}))*{G.names[j]} - {G.names[k]}"


def text(polynomial: Any) -> str:
    """A polynomial in the grammar of claims."""
    return str(polynomial).replace("^", "**")
