"""Certified trajectories: dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i with a proven radius at every time (theory: section 1).

A producer proposes Taylor polynomials, the checker encloses the solution around them or refuses; a refused step is halved.
"""

from __future__ import annotations

from fractions import Fraction

from flint import arb

from symbolic.errors import InputError, Undecided

from .checker import Enclosure
from .path import join
from .precision import bits, from_digits
from .problem import Problem
from .run import Run
from .stepper import GUARD_BITS
from .trajectory import State, Trajectory
from .vector_field import ball


def integrate(problem: Problem, digits: int = 50) -> Trajectory:
    """The trajectory with proven radii, near 10^-digits where the flow does not expand.

    Arguments: the problem; digits from 1 to 10000.
    Returns: a Trajectory, "stopped" with its reason where the solution ends, is not unique, or cannot be followed.
    Errors: InputError. Source: theory sections 0 and 1.
    """
    if not 1 <= digits <= 10000:
        raise InputError("--digits", digits, "give an integer from 1 to 10000")
    if problem.q == 1:
        from . import sign_flow

        return sign_flow.run(problem, digits)
    precision = from_digits(digits) + GUARD_BITS
    with bits(precision):
        run = Run(problem, precision)
        run.go()
    return _trajectory(problem, run, precision)


def _trajectory(problem: Problem, run: Run, precision: int) -> Trajectory:
    depth, size = problem.depth, len(problem.weights) * problem.depth

    def state(t: Fraction | arb) -> State:
        """Balls around every weight at time t, coordinate by coordinate."""
        with bits(precision):
            weights = _at(run, t).center[:size]
        return tuple(tuple(weights[k : k + depth]) for k in range(0, size, depth))

    def gain(t: Fraction | arb) -> tuple[arb, ...]:
        """Balls around int_0^t <g_k>^{q-1} ds."""
        with bits(precision):
            return _at(run, t).passive or (arb.nan(),) * len(problem.weights)

    return Trajectory(run.status, run.reason, tuple(run.events), run.now, precision, state, gain)


def _at(run: Run, t: Fraction | arb) -> Enclosure:
    moment = t if isinstance(t, arb) else ball(Fraction(t))
    if not moment.is_finite() or moment < 0 or moment > run.now:
        raise InputError("t", t, f"the trajectory is known for 0 <= t <= {run.now.str(20)}")
    if not run.pieces:
        return run.initial
    found = [enclosure for piece in run.pieces if (enclosure := piece.at(moment)) is not None]
    if not found:
        raise Undecided(f"no step covers t = {moment.str(20)}")
    return join(found)
