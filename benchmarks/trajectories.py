"""Certified trajectories beside heyoka, mpmath.odefun and SciPy: CPU seconds, radii, memory, and what bounds each row.

The flow is that of ||A x - b||^2/2 on 0 <= t <= 5 (q = 2; n = 64: to t = 1), and of (x - 1)^2/2 to t = 9/10, near the
arrival of g = 0 at 0.9538... (q = 3/2). The others prove nothing: odefun is mpmath with gmpy2; heyoka (the extra
`yardstick`, its compilation not counted) computes in its reals of arbitrary precision; SciPy's DOP853 runs in doubles
at its tightest tolerance, and reaches so many digits as its end state shares with ours. Ours is the median of runs in a
process of its own, whose largest memory is told; `Python` is ours without the recurrences in C. A goal is our time over
heyoka's at most (q = 3/2: 9 in Python), odefun's over ours at least. The second line says where our time goes.
Growth with n, digits and L: `growth`. Run: python -m benchmarks trajectories, or trajectories.py [--quick].
"""

from __future__ import annotations

import importlib.util
import math
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction as F
from typing import Any

import mpmath as mp
import numpy as np
from scipy.integrate import solve_ivp

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem, Quadratic
from steepest_mirror.numeric_checks.flow.smooth import checker, compiled, events, own_zeros, producer
from steepest_mirror.numeric_checks.precision import from_digits

REPEATS = 5
ENOUGH = 10.0  # seconds, after which a run is not repeated
TIGHTEST = 100 * np.finfo(float).eps  # SciPy's own limit for a relative tolerance
PARTS: dict[str, tuple[tuple[Any, str], ...]] = {  # what a run spends its time on
    "recurrences": ((producer.Producer, "propose"),),
    "defect": ((checker, "_defects"),),
    "norm": ((checker, "jacobian"), (checker, "log_norm"), (checker, "block_bounds"), (checker, "balanced")),
    "zeros": ((events.Watch, "look"), (own_zeros.OwnWatch, "look")),
}


@dataclass(frozen=True)
class Row:
    """A problem at so many digits; goals: our time over heyoka's at most, odefun's over ours at least (0: none)."""

    title: str
    problem: Problem
    digits: int
    heyoka: float = 0
    odefun: float = 0
    compared: bool = True  # whether the other two end in reasonable time


def least_squares(n: int, depth: int = 3, until: int = 5) -> Problem:
    """A well conditioned coupled problem of n coordinates."""
    weights = tuple(tuple(F(3 + 3 * i + k % 3, 10) for i in range(depth)) for k in range(n))
    A = tuple(tuple(F(1) if k == l else F((3 * k + 5 * l) % 7 - 3, 4 * n) for l in range(n)) for k in range(n))
    return Problem(F(2), weights, LeastSquares(A, tuple(F(1, k + 1) for k in range(n))), F(until))


def odefun(problem: Problem, digits: int) -> float:
    """Seconds that mpmath.odefun takes for the end state at `digits` digits."""
    number = lambda v: mp.mpf(v.numerator) / v.denominator  # noqa: E731
    with mp.workdps(digits):
        n, depth, r = len(problem.weights), problem.depth, problem.q - 1
        power = (lambda v: v) if r == 1 else (lambda v: mp.sign(v) * mp.sqrt(abs(v)))
        if isinstance(problem.objective, Quadratic):
            A, b = [[mp.mpf(1)]], [number(problem.objective.target[0])]
        else:
            A = [[number(v) for v in row] for row in problem.objective.A]
            b = [number(v) for v in problem.objective.b]

        def flow(_, w):
            rows = [w[k * depth : (k + 1) * depth] for k in range(n)]
            x = [mp.fprod(row) for row in rows]
            rest = [mp.fdot(row, x) - c for row, c in zip(A, b, strict=True)]
            g = [sum(A[r][k] * rest[r] for r in range(len(A))) for k in range(n)]
            return [-power(g[k] * mp.fprod(row[:i] + row[i + 1 :])) for k, row in enumerate(rows) for i in range(depth)]

        start = time.process_time()
        mp.odefun(flow, 0, [number(w) for row in problem.weights for w in row])(number(problem.until))
        return time.process_time() - start


def heyoka(problem: Problem, digits: int) -> float | None:
    """Seconds that heyoka takes in its real numbers of arbitrary precision, None where it is not installed."""
    if importlib.util.find_spec("heyoka") is None:
        return None
    import heyoka as hy

    bits = from_digits(digits) + 16

    def number(v: F) -> Any:
        return hy.real(v.numerator, bits) / hy.real(v.denominator, bits)

    depth, n, one = problem.depth, len(problem.weights), problem.q == 2
    w = hy.make_vars(*[f"w{j}" for j in range(n * depth)])
    rows = [w[k * depth : (k + 1) * depth] for k in range(n)]
    x = [math.prod(row[1:], start=row[0]) for row in rows]
    if isinstance(problem.objective, Quadratic):
        g = [v - hy.expression(number(t)) for v, t in zip(x, problem.objective.target, strict=True)]
    else:
        A, b = problem.objective.A, problem.objective.b
        H = [[sum((row[k] * row[j] for row in A), F(0)) for j in range(n)] for k in range(n)]
        c = [sum((row[k] * v for row, v in zip(A, b, strict=True)), F(0)) for k in range(n)]
        g = [
            hy.sum([hy.expression(number(h)) * v for h, v in zip(H[k], x, strict=True)]) - hy.expression(number(c[k]))
            for k in range(n)
        ]
    pulls = [(v, g[k] * math.prod(row[:i] + row[i + 1 :])) for k, row in enumerate(rows) for i, v in enumerate(row)]
    flow = [
        (v, -pull if one else hy.sqrt(-pull)) for v, pull in pulls
    ]  # q = 3/2: every pull is below 0 up to the event
    start = [number(v) for row in problem.weights for v in row]
    integrator = hy.taylor_adaptive(flow, start, fp_type=hy.real, prec=bits, tol=hy.real(10, bits) ** -digits)
    taken: list[float] = []
    while len(taken) < REPEATS and sum(taken) < ENOUGH:
        integrator.time = hy.real(0, bits)
        integrator.state[:] = np.array(start, dtype=object) if integrator.state.dtype == object else start
        began = time.process_time()
        integrator.propagate_until(number(problem.until))
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def scipy(problem: Problem) -> tuple[float, np.ndarray]:
    """Seconds and the end state of DOP853 at its tightest tolerance."""
    start, r = np.array([[float(v) for v in row] for row in problem.weights]), float(problem.q - 1)
    if isinstance(problem.objective, Quadratic):
        A, b = np.eye(len(start)), np.array([float(v) for v in problem.objective.target])
    else:
        A = np.array([[float(v) for v in row] for row in problem.objective.A])
        b = np.array([float(v) for v in problem.objective.b])

    def rates(_: float, y: np.ndarray) -> np.ndarray:
        w = y.reshape(start.shape)
        g = A.T @ (A @ w.prod(1) - b)
        pull = np.stack([g * np.delete(w, i, 1).prod(1) for i in range(w.shape[1])], 1).ravel()
        return np.asarray(-np.sign(pull) * np.abs(pull) ** r)

    began = time.process_time()
    end = solve_ivp(rates, (0, float(problem.until)), start.ravel(), "DOP853", rtol=TIGHTEST, atol=0).y[:, -1]
    return time.process_time() - began, np.asarray(end)


@dataclass(frozen=True)
class Ours:
    """What a run took, and its end state: the largest radius, the values in doubles."""

    seconds: float
    python: float
    radius: float
    megabytes: float
    end: list[float]
    shares: dict[str, float]


def repeated(problem: Problem, digits: int, repeats: int) -> list[float]:
    """The seconds of some runs."""
    taken: list[float] = []
    while len(taken) < repeats and sum(taken) < ENOUGH:
        began = time.process_time()
        integrate(problem, digits)
        taken.append(time.process_time() - began)
    return taken


def certified(problem: Problem, digits: int, repeats: int = REPEATS) -> Ours:
    """The median of repeated runs, and where their time went."""
    taken = repeated(problem, digits, repeats)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shares = [profile(problem, digits) for _ in taken]
    python = taken
    if compiled.kernel is not None:
        kept, compiled.kernel = compiled.kernel, None
        try:
            python = repeated(problem, digits, repeats)
        finally:
            compiled.kernel = kept
    path = integrate(problem, digits)
    balls = [v for row in path.state(problem.until) for v in row]
    widest = max(float(v.rad().log() / math.log(10)) for v in balls)
    middle = {name: statistics.median(share[name] for share in shares) for name in shares[0]}
    return Ours(
        statistics.median(taken), statistics.median(python), widest, peak, [float(v.mid()) for v in balls], middle
    )


def alone(problem: Problem, digits: int) -> Ours:
    """The same in a new process, so that its memory is its own."""
    with multiprocessing.get_context("forkserver").Pool(1) as pool:
        return pool.apply(certified, (problem, digits))


def compared(row: Row) -> Iterator[str]:
    """A line of the table, and one that says what bounds our time."""
    ours = alone(row.problem, row.digits)
    other = heyoka(row.problem, row.digits) if row.compared else None
    times = (3 if row.digits <= 50 else 1) if row.compared and row.digits <= 100 else 0
    theirs = statistics.median(odefun(row.problem, row.digits) for _ in range(times)) if times else None
    seconds, end = scipy(row.problem)
    off = max(abs(a - b) / max(1.0, abs(b)) for a, b in zip(end, ours.end, strict=True))
    python = "-" if other is None else f"{ours.python / other:.1f}"
    yield (
        f"{row.title:13} {row.digits:4} {ours.seconds:8.3f} {ours.python:7.3f} {python:>5} 1e{ours.radius:<5.0f}"
        + beside(other, None if other is None else ours.seconds / other, row.heyoka)
        + beside(theirs, None if theirs is None else theirs / ours.seconds, row.odefun)
        + f" {seconds:6.3f} {-math.log10(off or 1e-17):4.1f} {ours.megabytes:4.0f}"
    )
    yield "    " + ", ".join(f"{name} {share:.0%}" for name, share in ours.shares.items())


def beside(seconds: float | None, ratio: float | None, goal: float) -> str:
    """Their seconds, the ratio, its goal."""
    wanted = f"{goal:4g}" if goal else f"{'':4}"
    return (
        f" {'-':>7} {'-':>5} {wanted}" if seconds is None or ratio is None else f" {seconds:7.3f} {ratio:5.1f} {wanted}"
    )


def profile(problem: Problem, digits: int) -> dict[str, float]:
    """Which part of the CPU time of one run goes where."""
    spent = dict.fromkeys(PARTS, 0.0)

    def timed(name: str, of: Callable) -> Callable:
        def run(*arguments: Any, **named: Any) -> Any:
            began = time.process_time()
            try:
                return of(*arguments, **named)
            finally:
                spent[name] += time.process_time() - began

        return run

    places = [(name, *where) for name, all_ in PARTS.items() for where in all_]
    kept = [getattr(owner, attribute) for _, owner, attribute in places]
    try:
        for (name, owner, attribute), of in zip(places, kept, strict=True):
            setattr(owner, attribute, timed(name, of))
        began = time.process_time()
        integrate(problem, digits)
        total = time.process_time() - began
    finally:
        for (_, owner, attribute), of in zip(places, kept, strict=True):
            setattr(owner, attribute, of)
    shares = {name: value / total for name, value in spent.items()}
    return {**shares, "the rest": 1 - sum(shares.values())}


def rows(quick: bool) -> Iterator[Row]:
    """The table's rows."""
    one = least_squares(1)
    near = Problem(F(3, 2), ((F(3, 10), F(6, 10), F(9, 10)),), Quadratic((F(1),)), F(9, 10))
    yield Row("q=2 n=1 L=3", one, 50, 3, 25)
    yield Row("q=3/2 n=1 L=3", near, 50, 5)
    yield Row("q=2 n=4 L=3", least_squares(4), 50)
    if quick:
        return
    yield Row("q=2 n=1 L=8", least_squares(1, 8), 50)
    yield Row("q=2 n=64 L=3", least_squares(64, until=1), 50, compared=False)
    yield Row("q=2 n=1 L=3", one, 100, 1)
    yield Row("q=3/2 n=1 L=3", near, 100)
    yield Row("q=2 n=4 L=3", least_squares(4), 100)
    yield Row("q=2 n=1 L=3", one, 400, 1 / 2)
    yield Row("q=2 n=1 L=3", one, 1000, 1 / 4)


def measured(quick: bool = False) -> Iterator[str]:
    """The table."""
    yield (
        f"{'problem':13} {'dig.':>4} {'ours s':>8} {'Python':>7} {'ratio':>5} {'radius':7} {'heyoka':>7} {'ratio':>5}"
        f" goal {'odefun':>7} {'ratio':>5} goal {'SciPy':>6} dig.   MB"
    )
    for row in rows(quick):
        yield from compared(row)


if __name__ == "__main__":
    for line in measured("--quick" in sys.argv[1:]):
        print(line, flush=True)
