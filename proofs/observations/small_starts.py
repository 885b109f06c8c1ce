"""Small starts, kernels at two layers and the box of decay at q = 1, on certified trajectories (theory: sections 12.5,
14, 16.5, 16.7)."""

from __future__ import annotations

from fractions import Fraction as F

from flint import arb

from ...numeric_checks.balls import ball, power
from ...numeric_checks.flow.integrate import integrate
from ...numeric_checks.flow.problem import Linear, Problem, constant_decay
from ...numeric_checks.laws.residuals import product
from ...numeric_checks.potential.mirror import Mirror
from ...numeric_checks.precision import bits

OUTWARD = Linear((F(-1),))


def ray(digits: int) -> tuple[bool, str]:
    """v(t)^{1-s} - v_0^{1-s} - (1-s) t along balanced runs, s = (L-1)(q-1), from v_0 = 1/2 under g = -1."""
    worst, count = arb(0), 0
    for q, depth in ((F(1), 3), (F(5, 4), 3), (F(3, 2), 4), (F(2), 3)):
        c = 1 - (depth - 1) * (q - 1)
        run = integrate(Problem(q, ((F(1, 2),) * depth,), OUTWARD, F(1)), digits)
        with bits(run.precision):
            for t in (F(1, 3), F(1)):
                gap = power(run.state(t)[0][0], c) - power(ball(F(1, 2)), c) - ball(c * t)
                if not gap.contains(0):
                    return False, f"q = {q}, L = {depth}: {gap}"
                worst, count = worst.max(abs(gap).upper()), count + 1
    return worst < arb(10) ** (5 - digits), f"the law of v holds {count} times to {worst.str(2, radius=False)}"


def slower(digits: int) -> tuple[bool, str]:
    """log T/log(1/eps) for T = R'(1) - R'(eps^L), g = -1, from eps = 1e-20, 1e-200, 1e-2000: towards max(0, s - 1)."""
    words, passed = [], True
    with bits(20_000):
        for q, depth in ((F(1), 5), (F(5, 4), 3), (F(3, 2), 5), (F(2), 4)):
            s = (depth - 1) * (q - 1)
            mirror, goal, gaps = Mirror(q, depth, ()), max(F(0), s - 1), []
            for n in (20, 200, 2000):
                T = mirror.map(F(1)) - mirror.map(F(1, 10**n) ** depth)
                gaps.append(T.log() / (n * arb(10).log()) - ball(goal))
            passed = (passed and bool(abs(gaps[2]) < abs(gaps[1]) < abs(gaps[0]))) or all(g == 0 for g in gaps)
            passed = passed and bool(abs(gaps[2]) < arb("0.001"))
            words.append(f"{(gaps[2] + ball(goal)).str(4, radius=False)} for {goal} at q = {q}, L = {depth}")
    return passed, f"log T/log(1/eps) at eps = 1e-2000: {', '.join(words)}"


def saddle(digits: int) -> tuple[bool, str]:
    """The time from eps to 1/2 under g = -1: growing without end at m >= 1, bounded by W^{1-s}/(1-s) below."""
    words, passed = [], True
    with bits(4000):
        for q, depth, leaves in ((F(3, 2), 3, False), (F(2), 3, False), (F(5, 4), 3, True)):
            mirror, s = Mirror(q, depth, ()), (depth - 1) * (q - 1)
            times = [mirror.map(F(1, 2**depth)) - mirror.map(F(1, 10**n) ** depth) for n in (10, 100, 400)]
            if leaves:
                good = bool(times[2] <= power(ball(F(1, 2)), 1 - s) / ball(1 - s))
            else:
                good = bool(times[2] > 3 * times[1] > 9 * times[0])
            passed = passed and good
            words.append(f"{', '.join(v.str(3, radius=False) for v in times)} at q = {q}, L = {depth}")
    return passed, f"time from eps = 1e-10, 1e-100, 1e-400 to 1/2: {'; '.join(words)}"


def left(digits: int) -> tuple[bool, str]:
    """The size at t = 1 of runs from eps under g = -1 at (L-1)(q-1) = 1/2: towards (t/2)^2, not towards 0."""
    words, passed = [], True
    for q, depth in ((F(3, 2), 2), (F(5, 4), 3)):
        for root in (F(1, 10), F(1, 100)):
            run = integrate(Problem(q, ((root**2,) * depth,), OUTWARD, F(1)), digits)
            with bits(run.precision):
                v = run.state(F(1))[0][0]
                gap = v - ball((root + F(1, 2)) ** 2)
                passed = passed and bool(gap.contains(0)) and bool(gap.rad() < arb(10) ** (5 - digits))
                words.append(f"{v.str(6, radius=False)} from eps = {root**2}")
    return passed, f"sizes at t = 1, with 1/4 the solution that leaves 0 at once: {', '.join(words)} (L = 2, 2, 3, 3)"


def kernel_two(digits: int) -> tuple[bool, str]:
    """(K/K_0)^2 from the weights of runs from (0, s) against 1 + 4 (|x|/s^2)^q; and which q is ahead at one |x|."""
    worst, s = arb(0), F(3, 4)
    for q in (F(1), F(3, 2), F(2)):
        run = integrate(Problem(q, ((F(0), s),), OUTWARD, F(1)), digits)
        with bits(run.precision):
            (w,) = run.state(F(1))
            change = (power(abs(w[0]), q) + power(abs(w[1]), q)) / power(ball(s), q)
            gap = change**2 - 1 - 4 * power(abs(w[0] * w[1]) / ball(s * s), q)
            if not gap.contains(0):
                return False, f"q = {q}: {gap}"
            worst = worst.max(abs(gap).upper())
    return worst < arb(10) ** (5 - digits), f"(K/K_0)^2 agrees with the runs to {worst.str(2, radius=False)}"


def box(digits: int) -> tuple[bool, str]:
    """x of sign flow under decoupled decay late, against the side alpha^{-L} of the box, two depths."""
    words, passed = [], True
    for depth, alpha in ((2, F(1, 2)), (3, F(2, 3))):
        run = integrate(Problem(F(1), ((F(1, 2),) * depth,), OUTWARD, F(40), constant_decay(alpha)), digits)
        with bits(run.precision):
            x, side = product(run.state(F(40))[0]), 1 / ball(alpha) ** depth
            passed = passed and bool(x <= side) and bool(x > side * arb("0.999"))
            words.append(f"{x.str(6, radius=False)} of at most {side.str(6, radius=False)} at L = {depth}")
    return passed, f"x at t = 40: {', '.join(words)}"
