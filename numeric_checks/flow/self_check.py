"""A run against its own invariants: |w_i|^q - |w_j|^q = (|w_i0|^q - |w_j0|^q) exp(-q int_0^t alpha) (theory:
section 2).

The integrators never use this law, so a missed event or a wrong enclosure shows here. A run that leaves it is
refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from flint import arb

from ...symbolic.errors import Undecided
from ..balls import ball, power
from ..precision import bits
from .problem import Decay, Problem
from .trajectory import State, Trajectory

MOST_EVENTS = 24  # checked, evenly chosen, besides the end and parts of the way
PARTS = 4


def refused_or(problem: Problem, run: Trajectory) -> Trajectory:
    """The run itself, or a stopped one of no length that says which law it broke, and where."""
    if problem.decay.kind == "coupled" and not problem.decay.absent and problem.q < 2:
        return run  # no such law (theory: section 2)
    with bits(run.precision):
        for t in _times(run):
            try:
                broken = _broken(problem, run.state(t), t)
            except Undecided:
                continue  # no enclosure at this time, hence none that is wrong
            if broken:
                reason = f"refused: {broken} at t = {t.str(10, radius=False)}; this is a fault of the integrator"
                return replace(run, status="stopped", reason=reason, events=(), end=arb(0), ended="undecided")
    return run


def _times(run: Trajectory) -> Iterator[arb]:
    end = run.end.lower()
    if not end > 0:
        return
    yield end
    yield from ((end * part / PARTS).mid() for part in range(1, PARTS))
    every = max(1, len(run.events) // MOST_EVENTS)
    for event in run.events[::every]:
        if event.time.upper() < end:
            yield event.time.upper()


def _broken(problem: Problem, state: State, t: arb) -> str | None:
    factor = (-ball(problem.q) * total(problem.decay, t)).exp()
    for k, (before, after) in enumerate(zip(problem.weights, state, strict=True), 1):
        start, now = ([power(abs(ball(w)), problem.q) for w in row] for row in (before, after))
        for i in range(1, problem.depth):
            kept, found = (start[i] - start[0]) * factor, now[i] - now[0]
            if found.is_finite() and not found.overlaps(kept):
                return f"|w_{i + 1}|^q - |w_1|^q of coordinate {k} left its ball"
    return None


def total(decay: Decay, t: arb) -> arb:
    """int_0^t alpha."""
    result, starts = arb(0), [ball(start) for start, _ in decay.pieces]
    for n, (_, coefficients) in enumerate(decay.pieces):
        low = starts[n].min(t)
        high = starts[n + 1].min(t) if n + 1 < len(starts) else t
        for power_, c in enumerate(coefficients):
            result += ball(Fraction(c, power_ + 1)) * (high ** (power_ + 1) - low ** (power_ + 1))
    return result
