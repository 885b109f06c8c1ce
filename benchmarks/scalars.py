"""The mirror map R'(x) at 50 digits: enclosed, against mpmath.quad after v = s^k and against plain mpmath.quad.

Random q, Lambda and x. Ours is timed from the exact setting to the decimal string; mpmath's routes are given u and
timed from there. Every ratio is taken within one run; the errors are true ones, against an enclosure with more digits.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from fractions import Fraction as F

from mpmath import mp, mpf, quad, workdps

from steepest_mirror.numeric_checks.potential.mirror import Mirror
from steepest_mirror.numeric_checks.potential.quantities import evaluate
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.setting import Setting, setting

CASES = 200
SEED = 20260301
DIGITS = 50
STEEPNESS = [F(7, 6), F(5, 4), F(4, 3), F(3, 2), F(8, 5), F(9, 5), F(2)]


def cases(count: int, seed: int) -> list[tuple[Setting, F]]:
    """Random settings with m_0 < 1 (the integral starts at 0), L from 2 to 6, distinct and repeated invariants."""
    draw, found = random.Random(seed), []
    while len(found) < count:
        depth = draw.randint(2, 6)
        zeros = draw.randint(1, depth - 1)
        values = [F(0)] * zeros + [F(draw.randint(1, 40), draw.randint(1, 20)) for _ in range(depth - zeros)]
        at = setting(draw.choice(STEEPNESS), values)
        if at.m_zero < 1:
            found.append((at, F(draw.randint(1, 60), draw.randint(1, 40))))
    return found


def smoothed(at: Setting, u: mpf) -> mpf:
    """mpmath.quad of (1/q) k s^{k(1 - k0/p) - 1} prod (s^k + Lambda_j)^{-1/p} over [0, u^{1/k}], k the numerator of
    q."""
    k, a, b, positive = _parts(at)
    power = int(k * a) - 1

    def f(s: mpf) -> mpf:
        v = s**k
        return s**power * mp.fprod(v + z for z in positive) ** b

    return k * quad(f, [0, u ** (mpf(1) / k)]) / _real(at.q)


def plain(at: Setting, u: mpf) -> mpf:
    """mpmath.quad of (1/q) v^{-k0/p} prod (v + Lambda_j)^{-1/p} over [0, u]."""
    _, a, b, positive = _parts(at)
    return quad(lambda v: v ** (_real(a) - 1) * mp.fprod(v + z for z in positive) ** b, [0, u]) / _real(at.q)


def _parts(at: Setting) -> tuple[int, F, mpf, list[mpf]]:
    """k, a = 1 - k0/p, -1/p, the positive invariants."""
    q = F(int(at.q.p), int(at.q.q))
    return (
        q.numerator,
        1 - int(at.zeros) * (1 - 1 / q),
        _real(1 / q - 1),
        [_real(v) for v in at.invariants if v],
    )


def _real(value: object) -> mpf:
    exact = F(str(value))
    return mpf(exact.numerator) / exact.denominator


def timed(f: Callable[[], object], repeats: int) -> tuple[float, object]:
    """The least time of `repeats` runs, and the value."""
    best, value = float("inf"), None
    for _ in range(repeats):
        start = time.perf_counter()
        value = f()
        best = min(best, time.perf_counter() - start)
    return best, value


def comparison(count: int, seed: int) -> Iterator[str]:
    """The lines of one run."""
    rows = []
    with workdps(DIGITS):
        for at, x in cases(count, seed):
            with workdps(DIGITS + 20):
                truth = mpf(evaluate("mirror-map", at, DIGITS + 15, x=x).value)
            with bits(64 + 4 * DIGITS):
                u = mpf(Mirror.of(at).u(x).str(DIGITS + 10, radius=False))
            ours, enclosed = timed(lambda at=at, x=x: evaluate("mirror-map", at, DIGITS, x=x), 3)
            theirs, approximate = timed(lambda at=at, u=u: smoothed(at, u), 1)
            simple, rough = timed(lambda at=at, u=u: plain(at, u), 1)
            with workdps(DIGITS + 20):
                errors = [abs(value / truth - 1) for value in (mpf(enclosed.value), approximate, rough)]
            rows.append((ours, theirs / ours, simple / ours, *errors))
    yield f"mirror map, {DIGITS} digits, {count} random (q, Lambda, x), seed {seed}: median (least, most)"
    yield f"  enclosed, with a proven radius       {_spread([1e3 * r[0] for r in rows])} ms"
    yield f"  mpmath.quad, smoothed / ours         {_spread([r[1] for r in rows])}"
    yield f"  mpmath.quad, plain / ours            {_spread([r[2] for r in rows])}"
    for name, column in (("enclosed", 3), ("mpmath.quad, smoothed", 4), ("mpmath.quad, plain", 5)):
        right = sum(1 for r in rows if r[column] < mpf(10) ** (1 - DIGITS))
        worst = mp.nstr(max(r[column] for r in rows), 2)
        yield f"  true error, {name:<24} at most {worst}, {DIGITS} digits right in {right} of {count}"


def growth(seed: int) -> Iterator[str]:
    """Time against digits (the first call finds the nodes of its precision) and against depth."""
    for digits in (15, 50, 100, 200, 400, 1000):
        sample = cases(9, seed)
        times = [timed(lambda at=at, x=x, d=digits: evaluate("mirror-map", at, d, x=x), 2)[0] for at, x in sample]
        yield f"mirror map, {digits:5d} digits   {_spread([1e3 * t for t in times])} ms"
    for depth in (2, 3, 4, 6, 8, 32):
        at = setting(F(3, 2), [F(i, 3) for i in range(depth)])
        taken = timed(lambda at=at: evaluate("mirror-map", at, DIGITS, x=F(7, 3)), 5)[0]
        yield f"mirror map, L = {depth:3d}          {1e3 * taken:.3g} ms"


def _spread(values: list[float]) -> str:
    return f"{statistics.median(values):8.3g} ({min(values):.3g}, {max(values):.3g})"


def measured() -> Iterator[str]:
    """The comparison and the growth."""
    yield from comparison(CASES, SEED)
    yield from growth(SEED)
