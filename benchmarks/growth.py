"""Growth of CPU seconds: in the coordinates n, the digits, the depth L, the events, and of `evaluate` up to 10,000
digits.

Each row is one run; the exponent is that of the least-squares line through the logarithms. Run: python -m benchmarks
growth.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator
from fractions import Fraction as F
from typing import TypeVar

import numpy as np

from benchmarks.many_weights import regression
from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import Problem, Quadratic
from steepest_mirror.numeric_checks.potential.quantities import evaluate
from steepest_mirror.symbolic.setting import setting

Result = TypeVar("Result")
SIZES = (4, 10, 30, 100, 300)
DIGITS = (15, 50, 100, 200, 400, 1000)
DEPTHS = (2, 3, 4, 6, 8)
EVENTFUL = (10, 30, 100, 300)
POINTS: dict[str, dict[str, F]] = {
    "mirror-map": {"x": F(7, 10)},
    "potential": {"x": F(7, 10)},
    "conjugate": {"x": F(7, 10)},
    "inverse-mirror-map": {"y": F(7, 10)},
    "range": {},
}


def seconds(of: Callable[[], Result]) -> tuple[float, Result]:
    """CPU seconds and the result."""
    began = time.process_time()
    found = of()
    return time.process_time() - began, found


def line(name: str, rows: dict[int, float]) -> str:
    """The seconds, and the exponent of their growth."""
    slope = np.polyfit(np.log(list(rows)), np.log([max(v, 1e-4) for v in rows.values()]), 1)[0]
    return f"{name:<38}" + " ".join(f"{k}: {v:.3g}" for k, v in rows.items()) + f" s, exponent {slope:.2f}"


def pair(depth: int = 3, n: int = 1) -> Problem:
    """q = 2 towards a target, L weights a coordinate."""
    weights = tuple(tuple(F(7 + i + k, 10) for i in range(depth)) for k in range(n))
    return Problem(F(2), weights, Quadratic((F(3),) * n), F(1))


def measured() -> Iterator[str]:
    """The table."""
    rows = {n: seconds(lambda n=n: integrate(regression(n, 1), 20))[0] for n in SIZES}
    yield line("q = 2, least squares, t = 1, n", rows)
    yield line("q = 2, n = 1, L = 3, t = 1, digits", {d: seconds(lambda d=d: integrate(pair(), d))[0] for d in DIGITS})
    yield line("q = 2, n = 1, 50 digits, t = 1, L", {L: seconds(lambda L=L: integrate(pair(L), 50))[0] for L in DEPTHS})
    events, lasting = dict[int, float](), list[str]()
    for n in EVENTFUL:
        taken, path = seconds(lambda n=n: integrate(regression(n, 1, F(1), 10**6), 20))  # no two weights alike
        events[len(path.events)] = taken
        radius = max(float(v.rad()) for row in path.state(F(1)) for v in row)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        times = len({e.time.str(25) for e in path.events})
        lasting.append(
            f"  n = {n}: {len(path.events)} events at {times} times, {path.ended}, radius {radius:.0e}, {peak} MB"
        )
    yield line("q = 1, least squares, t = 1, events", events)
    yield from lasting
    at = setting(F(2), [F(0), F(1, 2), F(2)])
    for quantity, points in POINTS.items():
        wanted = (100, 1000, 3000, 10_000)
        rows = {d: seconds(lambda d=d, q=quantity, p=points: evaluate(q, at, d, **p))[0] for d in wanted}
        yield line(f"{quantity}, digits", rows)


if __name__ == "__main__":
    for row in measured():
        print(row, flush=True)
