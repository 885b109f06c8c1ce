"""The sign gradient flow dw_i/dt = -sign(dF/dw_i) - alpha(t) w_i (q = 1), solved between its events (theory: section 1).

Blocks of coordinates that f does not couple are solved apart. Where balls do not decide, the precision is raised, and
at last the trajectory stops and says what stood in the way.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import arb, fmpq

from symbolic.errors import InputError

from . import sign_coupled as coupled
from .precision import bits, from_digits
from .problem import Problem
from .sign_block import Block, Path
from .sign_gradient import blocks, rational
from .trajectory import Event, State, Trajectory

GUARD = 32
MOST_RAISES = 4


def run(problem: Problem, digits: int = 50) -> Trajectory:
    """The trajectory of the sign flow, q = 1.

    Arguments: a problem with q = 1, and digits >= 1, the absolute accuracy wanted at the last time reached.
    Returns a Trajectory; it is "stopped" where the solution is not unique (theory: section 0), where coupled decay
    switches a weight, or where an order of events is not decided. Errors: InputError.
    """
    if problem.q != 1:
        raise InputError("--q", problem.q, "the sign flow has q = 1")
    precision = from_digits(digits) + GUARD
    for _ in range(MOST_RAISES):
        with bits(precision):
            paths = _paths(problem)
            end = _first_end(paths, problem)
            wide = not _narrow(paths, end, digits)
        stuck = any(path.undecided for _, path in paths)
        if not (stuck or wide):
            break
        precision *= 2
    return _trajectory(problem, paths, end, precision)


def _paths(problem: Problem) -> list[tuple[tuple[int, ...], Path]]:
    decays = tuple(
        (rational(start), tuple(rational(c) for c in poly)) for start, poly in problem.decay.pieces
    )
    found = []
    for names, gradient in blocks(problem.objective):
        start = [[rational(w) for w in problem.weights[k]] for k in names]
        if problem.decay.kind == "coupled" and not problem.decay.absent:
            path = coupled.path(gradient, names, start, decays, rational(problem.until))
        else:
            path = Block(gradient, names, start, decays, rational(problem.until)).path()
        found.append((names, path))
    return found


def _first_end(paths: list[tuple[tuple[int, ...], Path]], problem: Problem) -> Any:
    stopped = [path.end for _, path in paths if path.reason]
    if not stopped:
        return rational(problem.until)
    end = stopped[0]
    for other in stopped[1:]:
        end = other if isinstance(other, fmpq) and isinstance(end, fmpq) and other < end else arb(end).min(arb(other))
    return end


def _narrow(paths: list[tuple[tuple[int, ...], Path]], end: Any, digits: int) -> bool:
    tolerance = arb(10) ** (-digits)
    for _, path in paths:
        if path.pieces:
            last = path.pieces[-1]
            if not all(arb(y).rad() < tolerance for y in last.numbers):
                return False
    return True


def _trajectory(
    problem: Problem, paths: list[tuple[tuple[int, ...], Path]], end: Any, precision: int
) -> Trajectory:
    with bits(precision):
        limit = arb(end)
        events = [e for _, path in paths for e in path.events if not e.time > limit]
        events.sort(key=lambda e: (float(e.time.mid()), e.coordinate or 0, e.index or 0))
        reasons = [path.reason for _, path in paths if path.reason and not arb(path.end) > limit]

    def state(t: Fraction | arb) -> State:
        with bits(precision):
            found: dict[int, tuple[arb, ...]] = {}
            for names, path in paths:
                for k, row in zip(names, _hull(path, _time(t, limit), "state"), strict=True):
                    found[k] = tuple(row)
            return tuple(found[k] for k in sorted(found))

    def gain(t: Fraction | arb) -> tuple[arb, ...]:
        with bits(precision):
            found: dict[int, arb] = {}
            for names, path in paths:
                for k, (value,) in zip(names, _hull(path, _time(t, limit), "gain"), strict=True):
                    found[k] = value
            return tuple(found[k] for k in sorted(found))

    return Trajectory(
        "stopped" if reasons else "finished",
        "; ".join(dict.fromkeys(reasons)) or f"reached t = {problem.until}",
        tuple(events),
        limit,
        precision,
        state,
        gain,
    )


def _time(t: Fraction | arb, limit: arb) -> Any:
    time = t if isinstance(t, arb) else rational(t)
    if arb(time) < 0 or arb(time) > limit:
        raise InputError("t", t, f"a time from 0 to {limit.str(10)}")
    return time


def _hull(path: Path, time: Any, what: str) -> list[list[arb]]:
    """The union, over the pieces that may contain the time, of the weights or the gains there."""
    pieces = path.pieces
    low, high = 0, len(pieces) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if pieces[middle].clock.start <= time:
            low = middle
        else:
            high = middle - 1
    found: list[list[arb]] | None = None
    for piece in pieces[low:]:
        if piece.clock.start > time:
            break
        v = piece.clock.at(time - piece.clock.start)
        rows = piece.state(v) if what == "state" else [[g] for g in piece.gains(v)]
        balls = [[arb(value) for value in row] for row in rows]
        if found is None:
            found = balls
        else:
            found = [[a.union(b) for a, b in zip(r, s, strict=True)] for r, s in zip(found, balls, strict=True)]
    if found is None:
        raise InputError("t", time, "the trajectory ends at its start")
    return found


_ = Event
