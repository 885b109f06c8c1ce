"""Implicit bias: is the limit of the flow argmin {D_R(x, x_0) : A x = A x_T}? (Theorem 3.4)

One row A, two coordinates. The minimiser is searched on the feasible line by golden sections of D_R itself, from values
of R alone: no gradient, no optimality condition. A trajectory near its limit x_T stands for the limit, with b = A x_T.
"""

from __future__ import annotations

from flint import arb

from ..balls import ball
from ..flow.problem import LeastSquares, Problem
from ..potential.mirror import Mirror
from ..precision import bits
from .residuals import invariants, product, sample_times, trajectory

SEARCH_BITS = 400
STEPS = 160


def distance_to_projection(problem: Problem, digits: int) -> tuple[arb, arb]:
    """|x_T - argmin| and |x_T - x_0| along the feasible line; the argmin is found to about 1e-30."""
    assert isinstance(problem.objective, LeastSquares)
    run = trajectory(problem, digits)
    row = problem.objective.A[0]
    with bits(max(SEARCH_BITS, run.precision)):
        last = sample_times(run, run, 1)[0]
        end = [arb(product(w).mid()) for w in run.state(last)]
        start = [product([ball(v) for v in w]) for w in problem.weights]
        mirrors = [Mirror.from_invariants(problem.q, invariants(problem.q, w)) for w in problem.weights]
        slopes = [mirror.map(z) for mirror, z in zip(mirrors, start, strict=True)]
        along = [ball(row[1]), -ball(row[0])]  # A along = 0

        def divergence(s: arb) -> arb:
            """D_R(end + s along, x_0) up to a constant."""
            points = [z + s * d for z, d in zip(end, along, strict=True)]
            parts = (m.potential(z) - k * z for m, z, k in zip(mirrors, points, slopes, strict=True))
            return arb(sum(parts, arb(0)).mid())

        reach = min(abs(z / d) for z, d in zip(end, along, strict=True)) / 2
        return abs(_golden(divergence, -reach, reach)), sum(
            (abs(a - b) for a, b in zip(end, start, strict=True)), arb(0)
        )


def _golden(f, low: arb, high: arb) -> arb:  # type: ignore[no-untyped-def]
    ratio = (arb(5).sqrt() - 1) / 2
    ratio = arb(ratio.mid())
    one, other = high - ratio * (high - low), low + ratio * (high - low)
    at_one, at_other = f(one), f(other)
    for _ in range(STEPS):
        if at_one < at_other:
            high, other, at_other = other, one, at_one
            one = arb((high - ratio * (high - low)).mid())
            at_one = f(one)
        else:
            low, one, at_one = one, other, at_other
            other = arb((low + ratio * (high - low)).mid())
            at_other = f(other)
    return (low + high) / 2


def bend(problem: Problem, digits: int) -> arb:
    """The determinant of R'(x_T) - R'(x_0) with the row A, relative to its terms: 0 iff it lies in the row space."""
    assert isinstance(problem.objective, LeastSquares)
    run = trajectory(problem, digits)
    row = problem.objective.A[0]
    with bits(run.precision):
        last = sample_times(run, run, 1)[0]
        moved = []
        for before, after in zip(problem.weights, run.state(last), strict=True):
            mirror = Mirror.from_invariants(problem.q, invariants(problem.q, before))
            moved.append(mirror.map(product(after)) - mirror.map(product([ball(v) for v in before])))
        terms = moved[0] * ball(row[1]), moved[1] * ball(row[0])
        return (terms[0] - terms[1]) / (abs(terms[0]) + abs(terms[1]))
