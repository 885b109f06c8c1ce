"""The exact laws of a step, tested on every step of a run (theory: sections 13.1, 13.2).

A pair (i, j) of a coordinate at a step: after - predicted, which is 0 for rationals and a ball around 0 for balls.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from flint import fmpq

from .descent import Descent, Number, Run, product, sign

MOST_PAIRED = 8  # weights of a coordinate of which every pair is tested; with more, each with the first


@dataclass(frozen=True)
class Jump:
    """At `step` weight `index` of `coordinate` changed its sign: |w_i|' exceeds the law by `size` = 2 (eta s - rho
    |w_i|)."""

    step: int
    coordinate: int
    index: int
    size: Number


@dataclass(frozen=True)
class Judged:
    """How many equations held exactly, in balls, or not; `skipped` where the law does not apply (a weight was 0)."""

    exact: int
    enclosed: int
    failed: int
    skipped: int
    jumps: tuple[Jump, ...]


def judged(run: Run) -> Judged:
    """The law of every step, pair and coordinate of a run (decay decoupled, or none, or q = 2)."""
    counts = {"exact": 0, "enclosed": 0, "failed": 0, "skipped": 0}
    jumps: list[Jump] = []
    for n, (before, drive, after) in enumerate(zip(run.states, run.drives, run.states[1:], strict=False), 1):
        for k, (row, g, new) in enumerate(zip(before, drive, after, strict=True), 1):
            if run.task.q == 1:
                jumps += [Jump(n, k, i, size) for i, size in enumerate(_jumps(run.task, row, g), 1) if size != 0]
            for outcome in _outcomes(run.task, row, g, new):
                counts[outcome] += 1
    return Judged(**counts, jumps=tuple(jumps))


def applies(task: Descent) -> bool:
    """Whether the task has a law: coupled sign descent has none."""
    return task.q == 2 or task.kind == "decoupled" or task.alpha == 0


def _outcomes(task: Descent, row: tuple[Number, ...], g: Number, new: tuple[Number, ...]) -> Iterator[str]:
    if not applies(task):
        return
    for i, j in _pairs(len(row)):
        if task.q == 1 and g != 0 and product(row) == 0:
            yield "skipped"
            continue
        residual = _actual(task, new, i, j) - predicted(task, row, g, i, j)
        if isinstance(residual, fmpq):
            yield "exact" if residual == 0 else "failed"
        else:
            yield "enclosed" if residual.contains(0) else "failed"


def _pairs(depth: int) -> Iterator[tuple[int, int]]:
    return combinations(range(depth), 2) if depth <= MOST_PAIRED else ((0, j) for j in range(1, depth))


def _actual(task: Descent, row: tuple[Number, ...], i: int, j: int) -> Number:
    if task.q == 2:
        return row[i] * row[i] - row[j] * row[j]
    return abs(row[i]) - abs(row[j])


def predicted(task: Descent, row: tuple[Number, ...], g: Number, i: int, j: int) -> Number:
    """w_i^2 - w_j^2, or |w_i| - |w_j|, after the step, from what was before it."""
    eta, alpha = (fmpq(v.numerator, v.denominator) for v in (task.eta, task.alpha))
    rho = 1 - eta * alpha
    if task.q == 2:
        rest = product([w for k, w in enumerate(row) if k not in (i, j)])
        factor = eta * g * rest
        return (row[i] * row[i] - row[j] * row[j]) * (rho * rho - factor * factor)
    if g == 0:
        return abs(rho) * (abs(row[i]) - abs(row[j]))
    jumps = _jumps(task, row, g)
    return rho * (abs(row[i]) - abs(row[j])) + jumps[i] - jumps[j]


def _jumps(task: Descent, row: tuple[Number, ...], g: Number) -> list[Number]:
    """J_i = 2 max(0, eta s - rho |w_i|), s = sign(g x); 0 where g x = 0."""
    eta, alpha = (fmpq(v.numerator, v.denominator) for v in (task.eta, task.alpha))
    s = sign(g * product(row))
    if s == 0 or not applies(task):
        return [fmpq(0)] * len(row)
    moved = [eta * s - (1 - eta * alpha) * abs(w) for w in row]
    return [2 * v if v > 0 else fmpq(0) for v in moved]
