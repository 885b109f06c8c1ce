"""Random least-squares problems at 1 < q < 2, run to t = 1: how each ended, the undecided ones by reason.

n <= 3 coordinates, L <= 4 weights each, 1 to n + 1 rows, small rationals; every problem in a process of its own with a
limit of its own. Anything but an end time, an end by nature or a saddle counts as undecided.
"""

from __future__ import annotations

import random
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction as F

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem

SEED, COUNT, DIGITS, LIMIT, WORKERS = 20261126, 150, 10, 8.0, 2
STEEPNESS = (F(11, 10), F(6, 5), F(5, 4), F(4, 3), F(3, 2), F(5, 3), F(7, 4), F(9, 5), F(19, 10))


def problem(draw: random.Random) -> Problem:
    """One problem."""
    q, n, depth = draw.choice(STEEPNESS), draw.randint(1, 3), draw.randint(2, 4)
    rows = draw.randint(1, n + 1)

    def entry(size: int) -> F:
        return F(draw.randint(-size, size), draw.randint(1, 3))

    A = tuple(tuple(entry(3) for _ in range(n)) for _ in range(rows))
    b = tuple(entry(6) for _ in range(rows))
    weights = tuple(tuple(F(draw.choice((-1, 1, 1)) * draw.randint(1, 9), draw.randint(2, 6)) for _ in range(depth))
                    for _ in range(n))  # fmt: skip
    return Problem(q, weights, LeastSquares(A, b), F(1))


def run(seed: int) -> tuple[str, str, float]:
    """(how it ended, why, CPU seconds)."""
    began = time.process_time()
    signal.signal(signal.SIGPROF, lambda *_: (_ for _ in ()).throw(TimeoutError()))
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        found = integrate(problem(random.Random(seed)), DIGITS)
        how, why = found.ended, found.reason
    except Exception as error:
        how, why = "error", f"{type(error).__name__}: {error}"
    signal.setitimer(signal.ITIMER_PROF, 0)
    return how, why, time.process_time() - began


def kind(why: str) -> str:
    """The reason without its numbers."""
    return re.sub(r"\[[^]]*\]|[-+]?[0-9][0-9.e+-]*", "#", why)[:70]


def measured(seed: int = SEED, count: int = COUNT) -> Iterator[str]:
    """Counts by end, then the undecided by reason."""
    with ProcessPoolExecutor(WORKERS) as workers:
        found = list(workers.map(run, range(seed, seed + count)))
    ends = Counter(how for how, _, _ in found)
    seconds = sorted(s for _, _, s in found)
    yield f"{count} problems, seed {seed}: " + ", ".join(f"{how} {n}" for how, n in sorted(ends.items()))
    yield f"seconds: median {seconds[count // 2]:.2f}, largest {seconds[-1]:.1f}, in all {sum(seconds):.0f}"
    for why, n in Counter(kind(why) for how, why, _ in found if how not in ("until", "natural")).most_common():
        yield f"{n:4d}  {why}"
    for k, (how, why, s) in enumerate(found):
        if how not in ("until", "natural"):
            yield f"      {seed + k}: {how}, {s:.1f} s: {why[:150]}"


if __name__ == "__main__":
    for line in measured(*map(int, sys.argv[1:])):
        print(line, flush=True)
