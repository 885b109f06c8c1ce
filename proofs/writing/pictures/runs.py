"""Certified trajectories as points to draw."""

from __future__ import annotations

from fractions import Fraction

from flint import arb

from ....numeric_checks.balls import whole
from ....numeric_checks.flow.integrate import integrate
from ....numeric_checks.flow.problem import Problem
from ....numeric_checks.flow.trajectory import State, Trajectory
from ....numeric_checks.limits import LimitReached
from ....numeric_checks.precision import bits

DIGITS = 15


def followed(problem: Problem) -> tuple[Trajectory, Fraction]:
    """The trajectory, and the last time that is drawn: the end time, or 2^-20 at most before it stopped.

    Errors: LimitReached where the time allowed is over; KeyboardInterrupt.
    """
    run = integrate(problem, DIGITS)
    if run.ended == "limit":
        raise LimitReached(run.reason)
    with bits(run.precision):
        stop: arb = run.end.lower() * 2**20
        last = Fraction(whole(stop), 2**20)
    return run, min(problem.until, last)


def states(problem: Problem, pieces: int) -> tuple[list[Fraction], list[State], Trajectory]:
    """pieces + 1 times from 0 to the last one, all weights at each, and the trajectory."""
    run, last = followed(problem)
    with bits(run.precision):
        times = [last * j / pieces for j in range(pieces + 1)]
        return times, [run.state(t) for t in times], run
