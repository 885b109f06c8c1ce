"""Certified trajectories beside mpmath.odefun and heyoka: CPU seconds, ratios and proven radii; growth with digits, n
and L.

The flow is that of ||A x - b||^2/2 at depth 3 on 0 <= t <= 5 (q = 2), and of (x - 1)^2/2 to t = 9/10, near the arrival
of g = 0 at 0.9538... (q = 3/2). odefun (mpmath with gmpy2) and heyoka (the extra `yardstick`, its compilation not
counted) prove nothing. "Python": ours without the recurrences in C. Medians, all in one run.
Run: python -m benchmarks trajectories, or trajectories.py [--quick].
"""

from __future__ import annotations

import importlib.util
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from fractions import Fraction as F
from typing import Any

import mpmath as mp
import numpy as np
from flint import arb

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem, Quadratic
from steepest_mirror.numeric_checks.flow.smooth import checker, compiled, events, producer, stepper
from steepest_mirror.numeric_checks.precision import from_digits

REPEATS = 5
PARTS: dict[str, tuple[Any, str]] = {  # what a run spends its time on
    "series": (producer.Producer, "_expand"),
    "defect": (checker, "_defects"),
    "Jacobian and its norm": (checker, "jacobian"),
    "logarithmic norm": (checker, "log_norm"),
    "zeros": (events.Watch, "look"),
}


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
    taken = []
    for _ in range(REPEATS):
        integrator.time = hy.real(0, bits)
        integrator.state[:] = np.array(start, dtype=object) if integrator.state.dtype == object else start
        began = time.process_time()
        integrator.propagate_until(number(problem.until))
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def certified(problem: Problem, digits: int, repeats: int = REPEATS) -> tuple[float, arb]:
    """Median of the seconds, and the largest radius of the end state."""
    taken, radius = [], arb(0)
    for _ in range(repeats):
        began = time.process_time()
        path = integrate(problem, digits)
        taken.append(time.process_time() - began)
        for v in (v for row in path.state(problem.until) for v in row):
            radius = radius.max(v.rad())
    return statistics.median(taken), radius


def in_python(problem: Problem, digits: int) -> float:
    """Seconds without the recurrences in C."""
    kept, compiled.kernel = compiled.kernel, None
    try:
        return certified(problem, digits)[0]
    finally:
        compiled.kernel = kept


def compared(title: str, problem: Problem, digits: int, goal: int) -> str:
    """One line: odefun, ours, without C, the ratios, heyoka."""
    theirs = statistics.median(odefun(problem, digits) for _ in range(3 if digits <= 50 else 1))
    other = heyoka(problem, digits)
    ours, radius = certified(problem, digits)
    pure = ours if compiled.kernel is None else in_python(problem, digits)
    size = float(radius.log() / arb(10).log())
    beside = "not installed" if other is None else f"{other:8.3f} {ours / other:5.1f}x {pure / other:5.1f}x"
    row = f"{title:20} {digits:6} {theirs:9.2f} {ours:8.3f} {pure:8.3f} {theirs / ours:6.1f} {goal:5}"
    return f"{row}   1e{size:<7.0f} {beside}"


def growth(title: str, problems: dict[int, tuple[Problem, int]]) -> Iterator[str]:
    """Seconds against a size, the fitted exponent, and what the largest spends its time on."""
    seconds = {size: certified(*case, repeats=3 if k < 4 else 1)[0] for k, (size, case) in enumerate(problems.items())}
    slope = np.polyfit(np.log(list(seconds)), np.log(list(seconds.values())), 1)[0]
    upper = np.polyfit(np.log(list(seconds)[-2:]), np.log(list(seconds.values())[-2:]), 1)[0]
    row = "  ".join(f"{k}: {v:.3f}" for k, v in seconds.items())
    yield f"{title:7} {row}   exponent {slope:.2f}, at the end {upper:.2f}"
    *_, (problem, digits) = problems.values()
    shares = profile(problem, digits)
    yield "        the last: " + ", ".join(f"{name} {share:.0%}" for name, share in shares.items())


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

    kept = {name: getattr(*where) for name, where in PARTS.items()}
    try:
        for name, (owner, attribute) in PARTS.items():
            setattr(owner, attribute, timed(name, kept[name]))
        began = time.process_time()
        integrate(problem, digits)
        total = time.process_time() - began
    finally:
        for name, (owner, attribute) in PARTS.items():
            setattr(owner, attribute, kept[name])
    shares = {name: value / total for name, value in spent.items()}
    return {**shares, "the rest": 1 - sum(shares.values())}


def products(digits: int) -> str:
    """The bound of the recurrences: how many products of integers a step takes, and what one costs."""
    bits = from_digits(digits) + stepper.GUARD_BITS
    order = int(bits * stepper.ORDER)
    count = 6 * order * (order + 1) // 2  # L = 3, n = 1: 6 products of series
    values = [producer.mpz(2) ** (bits * (order - k) // order) // 3 for k in range(order)]
    rounds = 200
    began = time.process_time()
    for _ in range(rounds):
        sum(map(producer.mul, values, reversed(values)))
    each = (time.process_time() - began) / rounds / order
    return (
        f"{digits} digits: order {order}, {count} integer products a step at {each * 1e6:.3f} us ="
        f" {count * each * 1e3:.1f} ms"
    )


def measured(quick: bool = False) -> Iterator[str]:
    """The tables."""
    yield f"recurrences in C: {'not built' if compiled.kernel is None else 'in use'}"
    near = Problem(F(3, 2), ((F(3, 10), F(6, 10), F(9, 10)),), Quadratic((F(1),)), F(9, 10))
    yield (
        f"{'problem':20} {'digits':>6} {'odefun s':>9} {'ours s':>8} {'Python s':>8} {'ratio':>6} {'goal':>5}  "
        f" {'radius':9} heyoka s, ours/heyoka, Python/heyoka"
    )
    goals = {50: (20, 15, 1), 100: (60, 45, 10)}
    for digits in (50,) if quick else (50, 100):
        for n, goal in zip((1, 4), goals[digits], strict=False):
            yield compared(f"q = 2, L = 3, n = {n}", least_squares(n), digits, goal)
        yield compared("q = 3/2, L = 3, n = 1", near, digits, goals[digits][2])
    yield "what bounds them: " + ", ".join(f"{k} {v:.0%}" for k, v in profile(least_squares(1), 50).items())
    yield "recurrences, q = 2, L = 3, n = 1: " + "; ".join(products(digits) for digits in (50, 100))
    yield "CPU seconds, q = 2, L = 3, n = 1, 50 digits unless the row says otherwise"
    yield from growth(
        "digits", {d: (least_squares(1), d) for d in ((15, 50, 100) if quick else (15, 50, 100, 200, 400))}
    )
    yield from growth("n", {n: (least_squares(n, until=1), 50) for n in ((1, 4) if quick else (1, 4, 16, 64))})
    yield from growth("L", {L: (least_squares(1, L), 50) for L in range(2, 9, 2)})


if __name__ == "__main__":
    for line in measured("--quick" in sys.argv[1:]):
        print(line, flush=True)
