"""Convergence bounds held against a trajectory: int ||g||^2 dt and f(x_t) enclosed, with mu, B, sigma read off the run.

  int_0^T ||g||^2 <= B^{2-q} (f(x_0) - f_inf) / mu,      f(x_t) - f* <= (f_0 - f*) exp(-2 sigma mu B^{q-2} t)

mu = P'(0) is the product of the other invariants, B the largest |g_i| met, f* = 0 (quadratic f, reached in the limit).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flint import arb

from ..balls import ball, power
from ..flow.problem import Problem, Quadratic
from ..flow.trajectory import Trajectory
from ..potential.mirror import Mirror
from ..precision import bits
from .residuals import gradient, invariants, product, sample_times, trajectory

TILES = 1200


@dataclass(frozen=True)
class Paid:
    """int_0^T ||g||^2 dt, and what it is held against: mu, B and D = f(x_0), all in balls."""

    integral: arb
    mu: arb
    B: arb
    D: arb


def paid(problem: Problem, digits: int) -> Paid:
    """The balls for a quadratic objective with target T: f = sum (x - T)^2/2, f_inf = 0."""
    run = trajectory(problem, digits)
    with bits(run.precision):
        last = sample_times(run, run, 1)[0]
        width = ball(last / TILES)
        squares, largest = arb(0), arb(0)
        for j in range(TILES):
            tile = ball(last * j / TILES).union(ball(last * (j + 1) / TILES))
            g = gradient(problem.objective, [product(row) for row in run.state(tile)])
            squares += width * sum((z * z for z in g), arb(0))
            largest = max([largest, *(arb(abs(z).upper()) for z in g)], key=float)
        return Paid(squares, coercivity(problem), largest, loss(problem, run, Fraction(0)))


def coercivity(problem: Problem) -> arb:
    """mu, the least P'(0) over the coordinates."""
    values = [Mirror.from_invariants(problem.q, invariants(problem.q, row)).coercivity() for row in problem.weights]
    return min(values, key=float)


def loss(problem: Problem, run: Trajectory, t: Fraction) -> arb:
    """f(x_t) = sum (x - T)^2/2."""
    assert isinstance(problem.objective, Quadratic)
    gaps = [product(row) - ball(target) for row, target in zip(run.state(t), problem.objective.target, strict=True)]
    return sum((gap * gap for gap in gaps), arb(0)) / 2


def slack_of_rate(problem: Problem, digits: int, times: int = 6) -> arb:
    """The least of log(bound/f) over the times, bound = D exp(-2 mu B^{q-2} t) (sigma = 1): positive if it holds."""
    run, spent = trajectory(problem, digits), paid(problem, digits)
    with bits(run.precision):
        rate = 2 * spent.mu * power(spent.B, problem.q - 2)
        gaps = []
        for t in sample_times(run, run, times):
            now = loss(problem, run, t)
            if now > 0:
                gaps.append((spent.D / now).log() - rate * ball(t))
        return min(gaps, key=float)
