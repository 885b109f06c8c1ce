"""How many independent laws x = G(w) has near a generic point, for one q: found from below, bounded from above."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq, fmpq_mat

from ..errors import Undecided
from . import classes as parallel
from .lie_rank import lie_rank
from .polynomial_laws import laws as polynomial_laws
from .vector_map import VectorMap, point

SEED = 7


@dataclass(frozen=True)
class Count:
    """lower <= the number of independent laws near a generic point <= upper; `laws` are those that are written out.

    `how` tells where the two bounds come from; `reason` what is missing where they differ.
    """

    q: Fraction
    lower: int
    upper: int
    laws: tuple[str, ...]
    how: str
    reason: str

    @property
    def exact(self) -> bool:
        """Whether the two agree."""
        return self.lower == self.upper


def count(G: VectorMap, q: Fraction, degree: int = 2) -> Count:
    """The laws for one q in [1, 2], polynomials of at most that degree at q = 2."""
    return _smooth(G, degree) if q == 2 else _steep(G, q)


def _smooth(G: VectorMap, degree: int) -> Count:
    """q = 2: polynomial laws and those of parallel columns, against the rank of the Lie algebra."""
    at, D = point(G, SEED), len(G.names)
    trouble = ""
    try:
        found = polynomial_laws(G, degree)
    except Undecided as error:
        found, trouble = [], str(error)
    gradients = [[fmpq(h.derivative(i)(*at)) for i in range(D)] for h in found]
    texts = [parallel.text(h if _leading(h) > 0 else -h) for h in found]
    more = 0
    for C in parallel.classes(G):
        for B in parallel.blocks(G, C):
            more += len(B) - 1
            for j, k, written in parallel.block_laws(G, B, Fraction(2))[0]:
                row = _pair_gradient(G, j, k, at)
                if _rank([*gradients, row]) > _rank(gradients):
                    gradients.append(row)
                    texts.append(written)
    independent = _rank(gradients)
    lower = max(independent, more + len(parallel.free(G)))
    rank, level = lie_rank(G, at, D - lower)
    how = f"laws: polynomials of degree <= {degree} and of parallel columns; bound: rank {rank} of the Lie algebra,"
    how += f" brackets up to level {level}, at {_point(G, at)}"
    reason = ""
    if lower < D - rank:
        reason = trouble or f"laws of a degree above {degree}, or not polynomial, may exist: try a larger --degree"
    return Count(Fraction(2), lower, D - rank, tuple(texts), how, reason)


def _rank(gradients: list[list[fmpq]]) -> int:
    return int(fmpq_mat(gradients).rank()) if gradients else 0


def _leading(h) -> int:  # type: ignore[no-untyped-def]
    return int(h.leading_coefficient())


def _pair_gradient(G: VectorMap, j: int, k: int, at: list[int]) -> list[fmpq]:
    """The gradient of the pair's law at q = 2: 1/(kappa w_j^a) and -1/w_k^b."""
    found = parallel.ratio(G, j, k).monomial()
    assert found is not None
    kappa, a, b = found
    row = [fmpq(0)] * len(G.names)
    row[j] = 1 / (fmpq(kappa.numerator, kappa.denominator) * fmpq(at[j]) ** a)
    row[k] = -1 / fmpq(at[k]) ** b
    return row


def _steep(G: VectorMap, q: Fraction) -> Count:
    """1 <= q < 2: the classes of parallel columns."""
    D, found, still = len(G.names), parallel.classes(G), parallel.free(G)
    texts = [G.names[j] for j in still]
    lower, upper, unwritten = len(still), len(still), 0
    single = [C[0] for C in found if len(C) == 1]
    at = point(G, SEED)
    for C in found:
        parts = [C] if q == 1 else parallel.blocks(G, C)
        lower += sum(len(B) - 1 for B in parts)
        upper += len(C) - (1 if q == 1 else parallel.class_rank(G, C, single, at))
        for B in parts:
            laws, missing = parallel.block_laws(G, B, q)
            texts += [law for _, _, law in laws]
            unwritten += missing
    lines = "line" if len(found) == 1 else "lines"
    how = f"the {D - len(still)} moving columns of J span {len(found)} {lines}; parallel ones are so as polynomials"
    how += "; the laws are local, in a cell of constant signs" if q == 1 else ""
    how += f"; {unwritten} laws exist without a formula here" if unwritten else ""
    reason = "" if lower == upper else "a ratio of parallel columns depends on other weights"
    return Count(q, lower, upper, tuple(texts), how, reason)


def _point(G: VectorMap, at: list[int]) -> str:
    shown = [f"{name} = {v}" for name, v in zip(G.names, at, strict=True)]
    return ", ".join(shown[:4]) + (", ..." if len(shown) > 4 else "")
