"""Certified flow at the paper's sizes: k features, k/3 samples, L = 3; q = 2, 20 digits, to t = 1.

Beside it in the same run: SciPy's DOP853 to 1e-10 and `integrate_double`, which prove nothing, and mpmath.odefun where
k is small. Then q = 3/2 at 10 digits to t = 2, and the quick mode alone at k = 300 to t = 100, q = 2, 3/2 and 1. CPU
seconds, each once. Run: python -m benchmarks many_weights, or many_weights.py [--quick].
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction as F

import numpy as np
from scipy.integrate import solve_ivp

from benchmarks.trajectories import odefun
from steepest_mirror.numeric_checks.flow.double.integrate import integrate_double
from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem

SIZES = (10, 30, 100, 300)
SLOW = 10  # odefun is tried up to so many features
DEPTH, DIGITS, SEED = 3, 20, 1


def regression(k: int, until: int = 1, q: F = F(2), parts: int = 100) -> Problem:
    """Gaussian data with three decimals, five true features, weights between 0.1 and 0.9 in so many parts of 1."""
    r = random.Random(SEED)
    A = tuple(tuple(F(round(r.gauss(0, 1) * 1000), 10_000) for _ in range(k)) for _ in range(max(1, k // 3)))
    truth = [F(r.randint(-10, 10), 10) if i < 5 else F(0) for i in range(k)]
    b = tuple(sum((a * v for a, v in zip(row, truth, strict=True)), F(0)) for row in A)
    weights = tuple(tuple(F(r.randint(parts // 10, 9 * parts // 10), parts) for _ in range(DEPTH)) for _ in range(k))
    return Problem(q, weights, LeastSquares(A, b), F(until))


def scipy_end(problem: Problem) -> np.ndarray:
    """The end state in doubles, by an explicit method of order 8."""
    assert isinstance(problem.objective, LeastSquares)
    A = np.array([[float(v) for v in row] for row in problem.objective.A])
    b = np.array([float(v) for v in problem.objective.b])
    start = np.array([[float(v) for v in row] for row in problem.weights])

    def rates(_: float, y: np.ndarray) -> np.ndarray:
        w = y.reshape(start.shape)
        g = A.T @ (A @ w.prod(1) - b)
        return np.stack([-g * np.delete(w, i, 1).prod(1) for i in range(DEPTH)], 1).ravel()

    end = solve_ivp(rates, (0, float(problem.until)), start.ravel(), "DOP853", rtol=1e-10, atol=1e-12).y[:, -1]
    found: np.ndarray = end.reshape(start.shape)
    return found


def timed(of: Callable, *arguments: object) -> tuple[float, object]:
    """CPU seconds and the result."""
    began = time.process_time()
    found = of(*arguments)
    return time.process_time() - began, found


def measured(quick: bool = False) -> Iterator[str]:
    """The table."""
    yield (
        f"{'k':>4} {'events':>6} {'ours s':>8} {'radius':>8} {'off':>8} {'SciPy s':>8} {'ours/SciPy':>10}"
        f" {'double s':>8} {'odefun s':>8} {'odefun/ours':>11} {'peak MB':>8}"
    )
    taken = {}
    for k in SIZES[:-1] if quick else SIZES:
        problem = regression(k)
        ours, path = timed(integrate, problem, DIGITS)
        rows = path.state(problem.until)  # type: ignore[attr-defined]
        radius = max(float(v.rad()) for row in rows for v in row)
        theirs, end = timed(scipy_end, problem)
        off = abs(end - np.array([[float(v.mid()) for v in row] for row in rows])).max()  # type: ignore[operator]
        double, _ = timed(integrate_double, problem)
        slow = odefun(problem, DIGITS) if k <= SLOW else None
        beside = f"{'-':>8} {'-':>11}" if slow is None else f"{slow:8.2f} {slow / ours:11.1f}"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        events = len(path.events)  # type: ignore[attr-defined]
        yield (
            f"{k:4} {events:6} {ours:8.2f} {radius:8.0e} {off:8.0e} {theirs:8.3f} {ours / theirs:10.0f}"
            f" {double:8.2f} {beside} {peak:8.0f}"
        )
        taken[k] = ours
    sizes, seconds = np.log(list(taken)), np.log(list(taken.values()))
    yield f"growth of our seconds with k: exponent {np.polyfit(sizes, seconds, 1)[0]:.2f}"
    for k in SIZES[:1] if quick else (10, 60):
        problem = regression(k, 2, F(3, 2), 10**6)
        spent, path = timed(integrate, problem, 10)
        radius = max(float(v.rad()) for row in path.state(path.end) for v in row)  # type: ignore[attr-defined]
        yield (
            f"q = 3/2, k = {k}: {spent:.1f} s to t = {float(path.end):.3g}, {len(path.events)} events,"  # type: ignore[attr-defined]
            f" radius {radius:.0e}"
        )
    for q in (F(2), F(3, 2), F(1)):  # no two weights of a coordinate alike: at q = 1 the first such pair would end it
        problem = regression(SIZES[1] if quick else SIZES[-1], 100, q, 10**6)
        spent, run = timed(integrate_double, problem)
        names = Counter(event.kind for event in run.events)  # type: ignore[attr-defined]
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(names.items()))
        yield f"quick mode, k = {len(problem.weights)}, t = 100, q = {q}: {spent:.1f} s; {told}; {run.reason}"  # type: ignore[attr-defined]


if __name__ == "__main__":
    for line in measured("--quick" in sys.argv[1:]):
        print(line, flush=True)
