"""Certified trajectories: dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i with a proven radius at every time (theory: section
1).

A producer proposes Taylor polynomials, the checker encloses the solution around them or refuses; a refused step is
halved.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from fractions import Fraction

from flint import arb

from ...symbolic.errors import InputError, Undecided
from .. import limits
from ..precision import bits, from_digits
from .blocks import blocks, together
from .problem import Problem
from .self_check import refused_or
from .smooth.checker import Enclosure
from .smooth.double_norm import FEW
from .smooth.path import join
from .smooth.run import Run
from .smooth.stepper import GUARD_BITS
from .smooth.vector_field import ball
from .trajectory import Ended, State, Trajectory
from .valley.follow import follow

ATTEMPTS = 3  # each with more guard bits, where the radius came out above 10^-digits,
STUCK_ATTEMPTS = 5  # or, where the run ended early, as many as it takes: while the radius is what ends it
MOST_FOLD = 8  # precision at most, in multiples of what the digits ask for
FINAL = ("saddle", "blow-up", "coupled-switch")  # events that end a trajectory


def integrate(problem: Problem, digits: int = 50, *, keep: bool = False) -> Trajectory:
    """The trajectory with proven radii, near 10^-digits where the flow does not expand.

    Arguments: the problem; digits from 1 to 10000; keep: after Ctrl-C hand back what was certified by then.
    Returns: a Trajectory, "stopped" with its reason where the solution ends, is not unique, or cannot be followed.
    Errors: InputError; KeyboardInterrupt unless `keep`. Source: theory sections 0 and 1.
    """
    if not 1 <= digits <= 10000:
        raise InputError("digits", digits, "give an integer from 1 to 10000")
    found = _followed(problem, digits)
    if found.ended == "interrupted" and not keep:
        raise KeyboardInterrupt
    return found


def _followed(problem: Problem, digits: int) -> Trajectory:
    """The trajectory, with all of its blocks; after Ctrl-C in one of them the others are not begun."""
    if problem.q == 1:
        from .sign import flow

        with one_thread(len(problem.weights) * problem.depth):
            return refused_or(problem, flow.run(problem, digits))
    parts = blocks(problem)
    if len(parts) == 1:
        return _block(parts[0][1], digits)
    runs: list[tuple[tuple[int, ...], Trajectory]] = []
    interrupted = False
    for group, part in parts:
        with limits.within(0 if interrupted else None):
            run = _followed(part, digits)
        if interrupted and run.ended == "limit":
            run = replace(run, reason="interrupted", ended="interrupted")
        interrupted = interrupted or run.ended == "interrupted"
        runs.append((group, run))
    return together(problem, runs)


def _block(problem: Problem, digits: int) -> Trajectory:
    """The trajectory of coordinates that f couples, 1 < q <= 2."""
    precision = from_digits(digits) + GUARD_BITS
    with bits(precision), one_thread(len(problem.weights) * problem.depth):
        if (found := follow(problem, digits, precision)) is not None:
            return refused_or(problem, found)
    before: Run | None = None
    most, wanted = precision * MOST_FOLD, from_digits(digits)
    for attempt in range(STUCK_ATTEMPTS):
        with bits(precision), one_thread(len(problem.weights) * problem.depth):
            run = Run(problem, precision, wanted)
            run.go()
            lost = _lost_bits(run, digits)
        wanted += max(0, lost) if run.unseen and run.sharp else 0  # else first more bits, and the same delta
        if run.cut is not None:
            if before is not None and before.now > run.now:  # the coarser run went further
                before.cut, before.status, before.reason = run.cut, run.status, run.reason
                run = before
            break
        before = run
        if _stuck(run):
            if attempt and not (_blurred(run) and precision < most):
                break
            precision = min(max(precision + lost + GUARD_BITS, precision * 3 // 2), max(most, precision + GUARD_BITS))
        elif lost <= 0 or attempt >= ATTEMPTS - 1:
            break
        else:
            precision += lost + GUARD_BITS
    return refused_or(problem, _trajectory(problem, run, run.precision))


def one_thread(size: int) -> AbstractContextManager[object]:
    """One BLAS thread where there are matrices of some size: a second one only waits for the first."""
    if size < FEW:
        return nullcontext()
    from threadpoolctl import threadpool_limits

    return threadpool_limits(1)


def _stuck(run: Run) -> bool:
    """Whether the run ended early at nothing that is known to end the solution: more bits may tell more."""
    return run.status == "stopped" and not (run.events and run.events[-1].kind in FINAL)


def _blurred(run: Run) -> bool:
    """Whether the state has lost more than half of its bits: what it could not decide is then for want of these."""
    worst = arb(0)
    for c in run.state.center[: run.size]:
        worst = worst.max(c.rad() / abs(c.mid()).max(arb(1)))
    return not worst < arb(2) ** (-run.precision // 2)


def _lost_bits(run: Run, digits: int) -> int:
    """How far the radius at the end, relative to weights above 1, exceeds 10^-digits; 0 where the run ended at an
    event."""
    if run.status == "stopped" and not _stuck(run):
        return 0
    worst = arb(0)
    for c in run.state.center[: run.size]:
        worst = worst.max(c.rad() / abs(c.mid()).max(arb(1)))
    excess = (worst * arb(10) ** digits).upper()
    if not excess > 1:
        return 0
    return min(int(float(excess.log().upper()) * 1.4427) + 1, run.precision) if excess.is_finite() else run.precision


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

    natural = bool(run.events) and run.events[-1].kind in FINAL
    ended: Ended = run.cut or ("until" if run.status == "finished" else "natural" if natural else "undecided")
    return Trajectory(run.status, run.reason, tuple(run.events), run.now, precision, state, gain, ended)


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
