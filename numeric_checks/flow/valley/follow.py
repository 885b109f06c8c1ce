"""A valley's run as a trajectory; None where it does not lead on, and the smooth integrator is to try."""

from __future__ import annotations

from fractions import Fraction

from flint import arb

from ....symbolic.errors import InputError
from ...balls import ball
from ...precision import bits as precision
from ..blocks import DOUBT
from ..problem import Problem
from ..smooth.checker import COARSE
from ..smooth.vector_field import Flow
from ..trajectory import State, Trajectory
from .bowl import Bowl
from .run import ValleyRun
from .zeros import zeros

FEWEST, DIGITS = 4, 13  # coordinates, and digits that proposals in floats can give
LOTS = 32  # from which a run that stops is handed out: the integrator in weights would hardly come as far
MANY, ENOUGH = 8, 4  # coordinates from which so many digits are enough not to try otherwise
SPARE = 8  # bits below the digits asked for, at which the way that is left does not matter


def follow(problem: Problem, digits: int, bits: int) -> Trajectory | None:
    """The trajectory, or None: not of this kind, not led to the end, or too wide.

    Arguments: the problem; the digits asked for; the bits of what is handed out.
    """
    if len(problem.weights) < FEWEST or digits > DIGITS or not Bowl.suits(problem) or Flow(problem, ()).shares:
        return None
    run = ValleyRun(problem, arb(10) ** -digits * arb(2) ** -SPARE, bits)
    run.go()
    with precision(run.bits):
        tied = any(sorted(map(abs, row))[0] == sorted(map(abs, row))[1] for row in problem.weights)
        if run.ended == "undecided" and (len(problem.weights) < LOTS or tied or not run.steps):
            # tied weights may come to a saddle, which is shown there
            return None
        wanted = digits if len(problem.weights) < MANY else min(digits, ENOUGH)
        if run.ended == "until" and len(problem.weights) < LOTS and _wide(run, wanted):
            return None
        events, doubts = zeros(run)
    n, depth = len(problem.weights), problem.depth

    def known(t: Fraction | arb) -> tuple[list[arb], list[arb]]:
        moment = t if isinstance(t, arb) else ball(Fraction(t))
        if not moment.is_finite() or moment < 0 or moment > run.end:
            raise InputError("t", t, f"the trajectory is known for 0 <= t <= {run.end.str(20)}")
        with precision(run.bits):
            return run.at(moment)

    def state(t: Fraction | arb) -> State:
        """Balls around every weight at time t, coordinate by coordinate."""
        weights = known(t)[0]
        return tuple(tuple(weights[k : k + depth]) for k in range(0, n * depth, depth))

    def gain(t: Fraction | arb) -> tuple[arb, ...]:
        """Balls around int_0^t <g_k>^{q-1} ds."""
        return tuple(known(t)[1])

    reason = run.reason + (f"; {DOUBT}: " + "; ".join(doubts) if doubts else "")
    status = "finished" if run.ended == "until" else "stopped"
    return Trajectory(status, reason, tuple(events), run.end, bits, state, gain, run.ended)


def _wide(run: ValleyRun, digits: int) -> bool:
    """Whether a weight is known to fewer digits, relative to weights above 1."""
    with precision(COARSE):
        most = arb(10) ** -digits
        return not all(w.rad() <= most * abs(w).max(arb(1)) for w in run.at(run.end)[0])
