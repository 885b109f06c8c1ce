"""Certified trajectories beside mpmath.odefun: CPU seconds, ratio and proven radius; then growth with digits, n and L.

The flow is that of ||A x - b||^2/2 at depth 3 on 0 <= t <= 5 (q = 2), and of (x - 1)^2/2 to t = 9/10, near the arrival
of g = 0 at 0.9538... (q = 3/2). odefun, with gmpy2 where mpmath finds it, claims no radius.
Run: python benchmarks/trajectories.py [--quick]
"""

from __future__ import annotations

import math
import sys
import time
from fractions import Fraction as F

import mpmath as mp
from flint import arb

from numeric_checks.integrate import integrate
from numeric_checks.problem import LeastSquares, Problem, Quadratic


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
            g = [sum(A[r][k] * rest[r] for r in range(n)) for k in range(n)]
            return [
                -power(g[k] * mp.fprod(row[:i] + row[i + 1 :])) for k, row in enumerate(rows) for i in range(depth)
            ]

        start = time.process_time()
        mp.odefun(flow, 0, [number(w) for row in problem.weights for w in row])(number(problem.until))
        return time.process_time() - start


def certified(problem: Problem, digits: int) -> tuple[float, arb]:
    """Best of three: seconds, and the largest radius of the end state."""
    best, radius = math.inf, arb(0)
    for _ in range(3):
        start = time.process_time()
        path = integrate(problem, digits)
        best = min(best, time.process_time() - start)
        radius = arb(0)
        for row in path.state(problem.until):
            for v in row:
                radius = radius.max(v.rad())
    return best, radius


def compare(title: str, problem: Problem, digits: int) -> None:
    theirs = odefun(problem, digits)
    ours, radius = certified(problem, digits)
    size = f"{float(radius.log() / arb(10).log()):.1f}"
    print(f"{title:24} {digits:6} {theirs:9.2f} {ours:9.3f} {theirs / ours:7.1f}   1e{size}", flush=True)


def growth(title: str, problems: dict[int, tuple[Problem, int]]) -> None:
    """Seconds against a size, and the fitted exponent between its ends."""
    seconds = {size: certified(*case)[0] for size, case in problems.items()}
    sizes = list(seconds)
    exponent = math.log(seconds[sizes[-1]] / seconds[sizes[0]]) / math.log(sizes[-1] / sizes[0])
    print(f"{title:8}", "  ".join(f"{k}: {v:.3f}" for k, v in seconds.items()), f"  exponent {exponent:.2f}", flush=True)


def main(quick: bool) -> None:
    near = Problem(F(3, 2), ((F(3, 10), F(6, 10), F(9, 10)),), Quadratic((F(1),)), F(9, 10))
    print(f"{'problem':24} {'digits':>6} {'odefun s':>9} {'ours s':>9} {'ratio':>7}   radius")
    for digits in (50,) if quick else (50, 100):
        for n in (1, 4):
            compare(f"q = 2, L = 3, n = {n}", least_squares(n), digits)
        compare("q = 3/2, L = 3, n = 1", near, digits)
    print("\nCPU seconds, L = 3, n = 1, 50 digits unless the row says otherwise")
    growth("digits", {d: (least_squares(1), d) for d in ((15, 50, 100) if quick else (15, 50, 100, 200, 400))})
    growth("n", {n: (least_squares(n, until=1), 50) for n in ((1, 4) if quick else (1, 4, 16, 64))})
    growth("L", {L: (least_squares(1, L), 50) for L in range(2, 9, 2)})


if __name__ == "__main__":
    main("--quick" in sys.argv[1:])
