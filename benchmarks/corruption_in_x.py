"""Steps of runs in x, q = 3/2, with one number of what is proposed corrupted: by 1e-3 to 1e-15 of the largest.

The truth is within N <= radius of the honest step at every time. A corrupted step must be refused, or at its end
  N(X~ - X) <= after~ + radius,   N^2 = |S e|^2 + |A e|^2,
for X at the same time. What breaks this is counted as `not covered`: it must be 0.

  sharp   the largest N(X~ - X)/(after~ + radius) seen
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction as F

import numpy as np
from flint import arb, arb_poly, fmpz

from benchmarks.corruption import Row
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem
from steepest_mirror.numeric_checks.flow.smooth.checker import evaluate
from steepest_mirror.numeric_checks.flow.valley import certificate, run
from steepest_mirror.numeric_checks.flow.valley.bowl import Bowl
from steepest_mirror.numeric_checks.flow.valley.certificate import Step
from steepest_mirror.numeric_checks.flow.valley.proposal import Proposal
from steepest_mirror.numeric_checks.flow.valley.run import ValleyRun, parameter
from steepest_mirror.numeric_checks.precision import bits

SIZES, PARTS, SEED = ("1e-3", "1e-6", "1e-9", "1e-12", "1e-15"), ("rate", "Q", "V", "Z", "U"), 5
PROBLEMS = ((5, 10), (10, 3), (12, 24))  # coordinates and rows: with double zeros, and g_k that are held


def drawn(n: int, rows: int) -> Problem:
    """Integers up to 9 and fractions of such."""
    r = random.Random(n + 1)
    A = tuple(tuple(F(r.randint(-9, 9)) for _ in range(n)) for _ in range(rows))
    b = tuple(F(r.randint(-9, 9)) for _ in range(rows))
    w = tuple((F(r.randint(1, 9), r.randint(2, 9)), F(r.randint(1, 9), r.randint(2, 9))) for _ in range(n))
    return Problem(F(3, 2), w, LeastSquares(A, b), F(2))


def proposed(problem: Problem) -> tuple[ValleyRun, list[tuple[Step, float, Proposal]]]:
    """A run with its steps, N before each of them, and what was proposed."""
    found: list[tuple[Step, float, Proposal]] = []

    def noting(
        bowl: Bowl, x: Sequence[fmpz], now: arb, before: float, s: np.ndarray, proposal: Proposal
    ) -> Step | None:
        step = certificate.certify(bowl, x, now, before, s, proposal)
        if step is not None:
            found.append((step, before, proposal))
        return step

    flow = ValleyRun(problem, arb(10) ** -12, 80)
    run.certify, kept = noting, run.certify
    try:
        flow.go()
    finally:
        run.certify = kept
    return flow, found


def judge(flow: ValleyRun, honest: Step, bad: Step | None, row: Row) -> None:
    """Counts the corrupted step as refused, covered or missed."""
    if bad is None:
        row.refused += 1
        return
    if not bad.end <= honest.end.upper():
        return  # it goes on where the honest one knows nothing
    xi, unit = parameter(honest, bad.end), arb(2) ** -flow.bits
    ends = [(evaluate(arb_poly(p), xi) - q(1)) * unit for p, q in zip(honest.X, bad.X, strict=True)]
    e = np.array([float(v.abs_upper()) for v in ends])
    e -= np.array([2 * float(v.rad()) for v in ends])
    e = np.where(e > 0, e, 0) * np.sign([float(v.mid()) for v in ends])
    moved = float(np.sqrt((honest.s * e) @ (honest.s * e) + e @ flow.bowl.H_floats @ e))
    room = bad.after + honest.radius
    row.sharp = max(row.sharp, moved / room)
    if moved <= room * (1 + 1e-9):
        row.covered += 1
    else:
        row.missed += 1


def measured(tries: int = 2) -> Iterator[str]:
    """The table: part, size, corruptions, refused, covered, not covered, sharp."""
    draw = random.Random(SEED)
    rows = {(part, size): Row() for part in PARTS for size in SIZES}
    for n, count in PROBLEMS:
        flow, steps = proposed(drawn(n, count))
        with bits(flow.bits):
            for honest, before, good in steps[:: max(1, len(steps) // 40)]:
                start = [p(-1) for p in honest.X]
                for (part, size), row in rows.items():
                    for _ in range(tries):
                        wrong = getattr(good, part).copy()
                        at = tuple(draw.randrange(k) for k in wrong.shape)
                        wrong[at] += draw.choice((-1, 1)) * float(size) * abs(wrong).max()
                        proposal = replace(good, **{part: wrong})
                        bad = certificate.certify(flow.bowl, start, honest.start, before, honest.s, proposal)
                        judge(flow, honest, bad, row)
    yield f"{'part':6} {'size':>6} {'refused':>8} {'covered':>8} {'not covered':>12} {'sharp':>6}"
    for (part, size), row in rows.items():
        yield f"{part:6} {size:>6} {row.refused:8} {row.covered:8} {row.missed:12} {row.sharp:6.2f}"
    sums = [sum(getattr(row, name) for row in rows.values()) for name in ("refused", "covered", "missed")]
    yield "together: {} refused, {} covered, {} not covered".format(*sums)


if __name__ == "__main__":
    for line in measured():
        print(line, flush=True)
