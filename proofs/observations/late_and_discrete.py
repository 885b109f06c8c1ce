"""Late training in the plane, exact runs of discrete descent, kernels, the Bregman rate, other laws, measured."""

from __future__ import annotations

import random
from fractions import Fraction as F
from itertools import pairwise

from flint import arb

from ...numeric_checks.balls import ball, power
from ...numeric_checks.discrete.descent import Descent, descend
from ...numeric_checks.discrete.laws import judged
from ...numeric_checks.flow.integrate import integrate
from ...numeric_checks.flow.problem import LeastSquares, Linear, Problem, Quadratic, constant_decay
from ...numeric_checks.margin.late import Late, directions
from ...numeric_checks.margin.margin import exponent, margin
from ...numeric_checks.potential.mirror import Mirror
from ...numeric_checks.precision import bits
from ...symbolic.conserved.counts import count
from ...symbolic.conserved.vector_map import linear_network, parse

START = (F(1), F(1))
FIRST = Late(F(5, 4), 2, ((F(1), F(2, 5)), (F(1, 2), F(7, 10))), START)
SECOND = Late(F(9, 8), 3, ((F(1), F(11, 20)), (F(3, 5), F(4, 5))), START)
SIZES = (10**2, 10**4, 10**8)
RUNS = 60


def late(task: Late, digits: int) -> tuple[bool, str]:
    """x_1/x_2 along the flow against the directions of the L_{p/L} and the L_{2-m} margins."""
    r, drift = exponent(task.q, task.depth), 2 - task.q * (task.depth - 1) / task.depth
    ours, other = (margin(task.Z, e, 15).direction[0] for e in (r, drift))
    found = directions(task, SIZES, F(1, 1000))
    with bits(128):
        nearer = all(abs(v - ours) < abs(v - other) for v in found)
        shrinking = abs(found[0] - ours) > abs(found[1] - ours) > abs(found[2] - ours)
        close = abs(found[2] - ours) < arb("0.012")
        shown = ", ".join(v.str(2, radius=False) for v in found)
        goals = f"{ours.str(3, radius=False)} for L_{{{r}}}, {other.str(3, radius=False)} for L_{{{drift}}}"
    return nearer and shrinking and close, f"x_1/x_2 at |x| = 1e2, 1e4, 1e8: {shown}; the margins: {goals}"


def discrete(q: int, digits: int) -> tuple[bool, str]:
    """Random rational runs of sign or gradient descent, with and without decay: the law of every step and pair."""
    chance = random.Random(digits)
    exact = failed = jumps = 0
    for _ in range(RUNS):
        n, L = chance.randint(1, 3), chance.randint(2, 5)
        rows = tuple(tuple(F(chance.choice([-3, -2, 2, 5]), chance.randint(2, 9)) for _ in range(L)) for _ in range(n))
        A = tuple(tuple(F(chance.randint(-4, 4), 3) for _ in range(n)) for _ in range(2))
        f = LeastSquares(A, (F(1), F(-1, 2)))
        run = descend(Descent(q, F(1, chance.randint(3, 20)), rows, f, 3 if q == 2 else 12, F(chance.randint(0, 2), 3)))
        with bits(run.precision):
            law = judged(run)
        exact, failed, jumps = exact + law.exact, failed + law.failed, jumps + len(law.jumps)
    shown = f"the law held exactly {exact} times, failed {failed} times, with {jumps} jumps at crossings"
    return failed == 0 and exact > 0, f"{RUNS} rational runs: {shown}"


def kernel(digits: int) -> tuple[bool, str]:
    """From w = (0, l, l) under a constant gradient: K from the weights of certified runs against the formula in v."""
    worst = arb(0)
    s = F(3, 4)
    for q in (F(1), F(3, 2), F(2)):
        run = integrate(Problem(q, ((F(0), s, s),), Linear((F(-1),)), F(1, 2)), digits)
        with bits(run.precision):
            (w,) = run.state(F(1, 2))
            sizes = [power(abs(v), q) for v in w]
            K = sizes[0] * sizes[1] + sizes[0] * sizes[2] + sizes[1] * sizes[2]
            base = power(ball(s), q)
            v = sizes[0] / base
            growth = (1 + v) ** 2 + 2 * v * (1 + v)
            reach = power(abs(w[0] * w[1] * w[2]) / ball(s) ** 3, q)
            for gap in (K / base**2 - growth, v * (1 + v) ** 2 - reach):
                if not gap.contains(0):
                    return False, f"q = {q}: {gap}"
                worst = worst.max(gap.rad())
    return worst < arb(10) ** (3 - digits), f"K(x)/K(0) and v agree with the runs to {worst.str(2, radius=False)}"


def bregman(digits: int) -> tuple[bool, str]:
    """q = 2, L = 3 (m = 4/3 > 1): t F(t) against D_R(x*, x_0)."""
    row, target = (F(3, 10), F(6, 10), F(9, 10)), F(2)
    run = integrate(Problem(F(2), (row,), Quadratic((target,)), F(3)), digits)
    with bits(run.precision):
        least = min(w * w for w in row)
        mirror = Mirror.from_invariants(F(2), [w * w - least for w in row])
        x0 = row[0] * row[1] * row[2]
        bound = mirror.potential(target) - mirror.potential(x0) - mirror.map(x0) * ball(target - x0)
        shares = []
        for t in (F(1, 2), F(1), F(3, 2), F(5, 2)):
            (w,) = run.state(t)
            shares.append(ball(t) * (w[0] * w[1] * w[2] - ball(target)) ** 2 / 2 / bound)
        top = max(float(v.upper()) for v in shares)
    return all(v < 1 for v in shares), f"t (F - f*) is at most {top:.3f} of D_R(x*, x_0) on a run with m = 4/3"


def laws(text: str, expected: tuple[int, int, int], digits: int) -> tuple[bool, str]:
    """The number of laws at q = 2, 3/2, 1, found and bounded."""
    found = [count(parse(text), q) for q in (F(2), F(3, 2), F(1))]
    shown = ", ".join(f"{c.lower} of at most {c.upper} at q = {c.q}" for c in found)
    return all(c.exact for c in found) and tuple(c.lower for c in found) == expected, f"x = {text}: laws found {shown}"


def rest(digits: int) -> tuple[bool, str]:
    """q = 3/2, L = 2, decoupled decay, f = (x - 2)^2/2, balanced: late, the gradient against p/L and 2 - m."""
    q, alpha, until = F(3, 2), F(1, 4), F(40)
    run = integrate(Problem(q, ((F(1), F(1)),), Quadratic((F(2),)), until, constant_decay(alpha)), digits)
    with bits(run.precision):
        (w,) = run.state(until)
        x = w[0] * w[1]
        g = ball(F(2)) - x
        ours, drift = ball(alpha) ** 2 * power(x, F(1, 2)), ball(alpha) * power(x, F(1, 4))
        near, far = abs(g - ours), abs(g - drift)
        shown = f"{near.str(2, radius=False)} from alpha^(p-1) x^(p/L-1), {far.str(2, radius=False)} from alpha x^(1-m)"
    return near < arb(10) ** -8 and far > arb("0.05"), f"at t = {until} the gradient is {shown}"


def matrices(digits: int) -> tuple[bool, str]:
    """U V with 2 x 2 matrices: the number of laws at q = 2, 3/2, 1; and at q = 2 for three layers of width 3."""
    found = [count(linear_network((2, 2, 2)), q) for q in (F(2), F(3, 2), F(1))]
    deep = count(linear_network((3, 3, 3, 3)), F(2))
    shown = ", ".join(f"{c.lower} of at most {c.upper} at q = {c.q}" for c in found)
    good = all(c.exact for c in (*found, deep)) and [c.lower for c in found] == [3, 0, 0] and deep.lower == 12
    return (
        good,
        f"U V, 2 x 2: laws found {shown}; three layers of 3: {deep.lower} of at most {deep.upper} at q = 2",
    )


def path(digits: int) -> tuple[bool, str]:
    """f = (x - 2)^2/2, L = 2: the polygon through 40 states of the weights, in L_p, against the bound on the length."""
    row, target = (F(1), F(1, 2)), F(2)
    shares = []
    for q, until in ((F(5, 4), F(3, 5)), (F(3, 2), F(3, 5)), (F(2), F(2))):
        run = integrate(Problem(q, (row,), Quadratic((target,)), until), digits)
        with bits(run.precision):
            p = q / (q - 1)
            points = [run.state(until * k / 40)[0] for k in range(41)]
            length = arb(0)
            for before, after in pairwise(points):
                steps = [abs(b - a) for a, b in zip(before, after, strict=True)]
                length += power(power(steps[0], p) + power(steps[1], p), 1 / p)
            mu = power(ball(row[0]), q) - power(ball(row[1]), q)
            start = (ball(row[0] * row[1]) - ball(target)) ** 2 / 2
            shares.append(length / (power(mu, -1 / q) * (2 * start).sqrt()))
    shown = ", ".join(v.str(3, radius=False) for v in shares)
    return all(v < 1 for v in shares), f"at q = 5/4, 3/2, 2 the path is {shown} of the bound"


def fading(digits: int) -> tuple[bool, str]:
    """mu_t of decayed runs, from the weights, against mu_0 exp(-q (L-1) alpha t)."""
    row, alpha, until = (F(3, 10), F(6, 10), F(9, 10)), F(1, 3), F(1, 2)
    gaps = []
    for q in (F(1), F(5, 4), F(2)):
        run = integrate(Problem(q, (row,), Linear((F(-1),)), until, constant_decay(alpha)), digits)
        with bits(run.precision):
            (w,) = run.state(until)
            before, after = ([power(abs(ball(v)), q) for v in weights] for weights in (row, w))
            mu = [(s[1] - s[0]) * (s[2] - s[0]) for s in (before, after)]
            gaps.append(mu[1] / mu[0] - (-2 * ball(q * alpha * until)).exp())
    worst = max(float(v.abs_upper()) for v in gaps)
    return all(v.contains(0) for v in gaps) and worst < 1e-15, f"mu_t/mu_0 - exp(-q (L-1) alpha t) is 0 to {worst:.1e}"
