"""Coordinates that do not see one another are runs of their own: the blocks of a problem, and their runs put together.

g_k depends on x_l only where f couples them: (A^T A)_kl != 0, or a row of X holds both. A block keeps its rows of the
data and its columns; a coordinate that f does not depend on at all has g_k = 0 and is moved by decay alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from flint import arb, fmpq_mat

from ..numbers import matrix
from .problem import LeastSquares, Linear, Logistic, Objective, Problem, Quadratic
from .trajectory import Ended, Event, State, Trajectory

Block = tuple[tuple[int, ...], Problem]
DOUBT = "undecided whether zero is crossed"
WORST: tuple[Ended, ...] = ("interrupted", "limit", "undecided", "natural")


def blocks(problem: Problem) -> list[Block]:
    """(the coordinates, their own problem) for each connected part of f's coupling, in order."""
    n = len(problem.weights)
    linked = _links(problem.objective, n)
    left, found = list(range(n)), []
    while left:
        group, edge = [left[0]], [left[0]]
        while edge:
            k = edge.pop()
            new = [l for l in left if l not in group and linked(k, l)]
            group += new
            edge += new
        left = [k for k in left if k not in group]
        found.append(tuple(sorted(group)))
    return [(group, _part(problem, group)) for group in found]


def _links(objective: Objective, n: int) -> Callable[[int, int], bool]:
    match objective:
        case LeastSquares(A, _):
            data = matrix(A)
            columns = data.transpose().tolist()

            @cache
            def row(k: int) -> fmpq_mat:
                """Row k of A^T A."""
                return fmpq_mat([columns[k]]) * data

            return lambda k, l: bool(row(k)[0, l] != 0)
        case Logistic(X, _):
            return lambda k, l: any(row[k] and row[l] for row in X)
    return lambda k, l: False


def _part(problem: Problem, group: Sequence[int]) -> Problem:
    weights = tuple(problem.weights[k] for k in group)
    objective: Objective
    match problem.objective:
        case Linear(gradient):
            objective = Linear(tuple(gradient[k] for k in group))
        case Quadratic(target):
            objective = Quadratic(tuple(target[k] for k in group))
        case LeastSquares(A, b):
            rows = [r for r, row in enumerate(A) if any(row[k] for k in group)]
            objective = LeastSquares(tuple(tuple(A[r][k] for k in group) for r in rows), tuple(b[r] for r in rows))
        case Logistic(X, y):
            rows = [r for r, row in enumerate(X) if any(row[k] for k in group)]
            objective = Logistic(tuple(tuple(X[r][k] for k in group) for r in rows), tuple(y[r] for r in rows))
    if isinstance(objective, LeastSquares | Logistic) and not rows:
        objective = Linear((Fraction(0),) * len(group))
    still = isinstance(objective, Linear) and not any(objective.gradient)
    q = Fraction(2) if still and problem.decay.kind == "decoupled" else problem.q  # g = 0: q does not matter
    return replace(problem, q=q, weights=weights, objective=objective)


def together(problem: Problem, runs: Sequence[tuple[tuple[int, ...], Trajectory]]) -> Trajectory:
    """The runs of all blocks as one: it ends where the first of them does."""
    first = runs[0][1]
    for _, run in runs[1:]:
        if run.end < first.end or (run.status == "stopped" and not run.end > first.end):
            first = run
    stopped = [run for _, run in runs if run.status == "stopped" and not run.end > first.end]
    end = first.end
    for _, run in runs:
        end = run.end if run.end.upper() < end.upper() else end
    events = [
        replace(event, coordinate=None if event.coordinate is None else group[event.coordinate - 1] + 1)
        for group, run in runs
        for event in run.events
        if not event.time > end
    ]
    switches = {event.time.mid(): event for event in events if event.kind == "decay-switch"}
    events = [event for event in events if event.kind != "decay-switch"] + list(switches.values())
    told = [(group, run) for group, run in runs if run in stopped[:1] or DOUBT in run.reason]
    told.sort(key=lambda pair: pair[1] not in stopped[:1])
    reason = "; ".join(_reason(problem, group, run) for group, run in told) or first.reason

    def spread(of: Callable[[Trajectory], Sequence[object]]) -> tuple[object, ...]:
        values: dict[int, object] = {}
        for group, run in runs:
            values |= dict(zip(group, of(run), strict=True))
        return tuple(values[k] for k in range(len(problem.weights)))

    def state(t: Fraction | arb) -> State:
        """Balls around every weight at time t, coordinate by coordinate."""
        return spread(lambda run: run.state(t))  # type: ignore[return-value]

    def gain(t: Fraction | arb) -> tuple[arb, ...]:
        """Balls around int_0^t <g_k>^{q-1} ds."""
        return spread(lambda run: run.gain(t))  # type: ignore[return-value]

    return Trajectory(
        "stopped" if stopped else "finished",
        reason,
        tuple(sorted(events, key=_order)),
        end,
        max(run.precision for _, run in runs),
        state,
        gain,
        min((run.ended for run in stopped), key=WORST.index, default="until"),
    )


def _reason(problem: Problem, group: Sequence[int], run: Trajectory) -> str:
    """Why a block ended and what is undecided in it, with the names of its coordinates."""
    counted = run.ended in ("undecided", "natural") or DOUBT in run.reason
    if not counted or len(group) == len(problem.weights):
        return run.reason
    return f"{run.reason} (coordinates are counted within the block {', '.join(str(k + 1) for k in group)})"


def _order(event: Event) -> tuple[arb, int]:
    return event.time.mid(), event.coordinate or 0
