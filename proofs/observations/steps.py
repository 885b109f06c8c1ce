"""Discrete descent, run exactly: steps to escape, steps against the flow, walks (theory: sections 13.3, 13.4, 13.5).

Each count or mean comes from the steps themselves, in rationals; the formula it is held against knows no step.
"""

from __future__ import annotations

from fractions import Fraction as F
from itertools import pairwise, product

from flint import arb, fmpq

from ...numeric_checks.balls import ball, power
from ...numeric_checks.discrete import escape
from ...numeric_checks.discrete.descent import Descent, descend, step
from ...numeric_checks.flow.integrate import integrate
from ...numeric_checks.flow.problem import Linear, Problem
from ...numeric_checks.precision import bits

OUTWARD = Linear((F(-1),))
EPS, W = F(1, 10), F(1)


def _run(q: int, depth: int, eta: F, steps: int) -> list[fmpq]:
    """The common size of balanced weights from EPS under g = -1."""
    run = descend(Descent(q, eta, ((EPS,) * depth,), OUTWARD, steps))
    return [state[0][0] for state in run.states]


def _arrival(sizes: list[fmpq]) -> int:
    """The first step at which W is reached."""
    return next(n for n, w in enumerate(sizes) if w >= fmpq(W.numerator, W.denominator))


def sign_steps(digits: int) -> tuple[bool, str]:
    """The first step of an exact run at which W is reached, against ceil((W - eps)/eta), at four depths."""
    etas = (F(1, 7), F(1, 10), F(3, 40))
    found = {eta: {_arrival(_run(1, depth, eta, 20)) for depth in (2, 3, 4, 7)} for eta in etas}
    passed = all(counts == {escape.sign_steps(EPS, W, eta)} for eta, counts in found.items())
    shown = ", ".join(f"{max(counts)} at eta = {eta}" for eta, counts in found.items())
    return passed, f"steps of exact runs at L = 2, 3, 4, 7 alike: {shown}"


def gradient_steps(digits: int) -> tuple[bool, str]:
    """The same for gradient descent at L = 2, against the least integer from log(W/eps)/log(1 + eta) on."""
    words, passed = [], True
    for eta in (F(1, 3), F(1, 7), F(1, 20)):
        n = _arrival(_run(2, 2, eta, 60))
        with bits(128):
            exact = ball(W / EPS).log() / ball(1 + eta).log()
            passed = passed and bool(exact <= n) and bool(exact > n - 1)
        words.append(f"{n} for {exact.str(5, radius=False)} at eta = {eta}")
    return passed, f"steps of exact runs for log(W/eps)/log(1 + eta): {', '.join(words)}"


def deep_steps(digits: int) -> tuple[bool, str]:
    """(L-2) eta n between eps^{2-L} - W^{2-L} and c^{L-1} times it, W the size after n steps, c the largest factor."""
    shares, passed = [], True
    for depth, eta, n in ((3, F(1, 2), 8), (4, F(2), 6), (5, F(10), 5)):
        sizes = _run(2, depth, eta, n)
        with bits(256):
            way = 1 / arb(sizes[0]) ** (depth - 2) - 1 / arb(sizes[-1]) ** (depth - 2)
            c = max(arb(b / a) for a, b in pairwise(sizes))
            share = (depth - 2) * ball(eta) * n / way
            passed = passed and bool(share >= 1) and bool(share <= c ** (depth - 1))
        shares.append(
            f"{share.str(5, radius=False)} of at most {(c ** (depth - 1)).str(5, radius=False)} at L = {depth}"
        )
    return passed, f"(L-2) eta n over eps^(2-L) - W^(2-L): {', '.join(shares)}"


def no_error(digits: int) -> tuple[bool, str]:
    """Sign descent against the certified sign flow at the times n eta, signed weights, three depths."""
    count, worst = 0, arb(0)
    for row in ((F(-1), F(-2)), (F(1, 2), F(-3, 4), F(-1)), (F(2), F(3), F(-4), F(-5))):
        eta, steps = F(1, 9), 12
        states = descend(Descent(1, eta, (row,), OUTWARD, steps)).states
        run = integrate(Problem(F(1), (row,), OUTWARD, steps * eta), digits)
        with bits(run.precision):
            for n, (after,) in enumerate(states):
                for a, b in zip(after, run.state(n * eta)[0], strict=True):
                    gap = b - arb(a)
                    if not gap.contains(0):
                        return False, f"step {n}: {gap}"
                    count, worst = count + 1, worst.max(abs(gap).upper())
    return worst < arb(10) ** (3 - digits), f"{count} weights after steps, off the flow by {worst.str(2, radius=False)}"


def step_error(digits: int) -> tuple[bool, str]:
    """(flow - step)/t^2 between c G^2 v^{2c-1}/2 at both ends of the step, c = (L-1)(q-1), from v = 1 under g = -1."""
    words, passed = [], True
    for q, depth in ((F(5, 4), 3), (F(3, 2), 3), (F(2), 3), (F(2), 2)):
        c, found = (depth - 1) * (q - 1), []
        for t in (F(1, 10), F(1, 1000)):
            run = integrate(Problem(q, ((F(1),) * depth,), OUTWARD, t), digits)
            with bits(run.precision):
                v = run.state(t)[0][0]
                error = (v - 1 - ball(t)) / ball(t) ** 2
                ends = sorted(((ball(c) * power(z, 2 * c - 1) / 2) for z in (arb(1), v)), key=float)
                narrow = bool(error.rad() < arb("1e-9"))
                passed = passed and narrow and not (error < ends[0] or error > ends[1])
                found.append(error)
        words.append(f"{found[1].str(6, radius=False)} for {c / 2} at q = {q}, L = {depth}")
    return passed, f"error of a step of length 1/1000 over its square: {', '.join(words)}"


def ruin(digits: int) -> tuple[bool, str]:
    """P(W before 0) and the mean number of steps of the walk on 0, eta, ..., W, from its linear equations, exactly."""
    cells, words, passed = 12, [], True
    for u in (F(2, 3), F(2, 5), F(1, 2)):
        chance, steps = _walk(u, cells)
        r = (1 - u) / u
        for n in range(1, cells):
            fair = u == F(1, 2)
            reach = F(n, cells) if fair else (1 - r**n) / (1 - r**cells)
            mean = F(n * (cells - n)) if fair else (cells * reach - n) / (2 * u - 1)
            passed = passed and chance[n] == reach and steps[n] == mean
        words.append(f"{chance[1]} in {steps[1]} steps at u = {u}")
    return passed, f"from eta to W = {cells} eta before 0: {', '.join(words)}"


def _walk(u: F, cells: int) -> tuple[list[F], list[F]]:
    """p_n = u p_{n+1} + (1-u) p_{n-1} from 0 to 1, e_n = 1 + u e_{n+1} + (1-u) e_{n-1} from 0 to 0, by shooting."""

    def shoot(first: F, load: int) -> list[F]:
        values = [F(0), first]
        while len(values) <= cells:
            values.append((values[-1] - load - (1 - u) * values[-2]) / u)
        return values

    one, loaded = shoot(F(1), 0), shoot(F(0), 1)
    return [v / one[-1] for v in one], [a - b * loaded[-1] / one[-1] for a, b in zip(loaded, one, strict=True)]


def fair_noise(digits: int) -> tuple[bool, str]:
    """All 2^10 sequences of signs of the gradient, gradient descent at L = 2: the mean of w, and how many shrink."""
    task, ends = Descent(2, F(1, 2), ((EPS, EPS),), OUTWARD, 1), []
    for noise in product((-1, 1), repeat=10):
        row: tuple = (fmpq(1, 10), fmpq(1, 10))
        for g in noise:
            row = step(task, row, fmpq(g))
        ends.append((sum(noise), row[0]))
    mean = sum((w for _, w in ends), fmpq(0)) / len(ends)
    level = {w for balance, w in ends if balance == 0}
    shrunk = sum(1 for _, w in ends if w < fmpq(1, 10))
    passed = mean == fmpq(1, 10) and level == {fmpq(1, 10) * fmpq(3, 4) ** 5} and 2 * shrunk > len(ends)
    return (
        passed,
        f"of {len(ends)} runs of 10 steps {shrunk} shrink, as many ups as downs give w (3/4)^5, the mean stays",
    )
