"""Observations of escape times: certified trajectories at the predicted time, and the laws over six decades of eps.

The time comes from R' by quadrature; the trajectory of the weights knows nothing of it.
"""

from __future__ import annotations

from fractions import Fraction as F

from flint import arb

from ...numeric_checks.balls import ball, power
from ...numeric_checks.flow.integrate import integrate
from ...numeric_checks.flow.problem import Problem, Quadratic
from ...numeric_checks.laws import escape, residuals
from ...numeric_checks.potential.mirror import Mirror
from ...numeric_checks.precision import bits, from_digits

STEEP = (F(1), F(5, 4), F(3, 2), F(2))


def row(text: str) -> tuple[F, ...]:
    """The weights of one coordinate."""
    return tuple(map(F, text.split()))


def shown(value: arb, digits: int = 2) -> str:
    """The midpoint in short."""
    return value.str(digits, radius=False)


DIRECTIONS = {2: row("1 2"), 3: row("1 2 3/2"), 4: row("1 2 3/2 1"), 5: row("1 1 1 1 1")}
TIED = (
    Mirror(F(2), 1, ((F(1), 1),)),
    Mirror(F(2), 2, ((F(1, 2), 1),)),
    Mirror(F(2), 3, ((F(1, 2), 1),)),
    Mirror(F(3, 2), 2, ((F(1, 2), 1),)),
    Mirror(F(3, 2), 3, ((F(1, 2), 1),)),
    Mirror(F(5, 4), 6, ((F(2), 1),)),
)
GOAL = F(1, 2)
SAME = F(1, 10**6)  # how near a measured exponent is to the predicted one
NEAR = F(1, 50)  # and how near the leading constant is at the last eps (an error of eps^{1/4} occurs)


def escape_law(digits: int) -> tuple[bool, str]:
    """Exponents and constants of both laws over six decades of eps."""
    off, wrong, words = arb(0), arb(0), []
    with bits(from_digits(digits) + 200):
        for q in STEEP:
            for depth, direction in DIRECTIONS.items():
                found, d = escape.shrinking(q, direction, GOAL, digits=digits), depth - q * (depth - 1)
                off = off.max(abs(found.exponents[-1] - ball(d)))
                wrong = wrong.max(abs(constant(found, d, escape.leading(q, direction, GOAL)) - 1))
                words.append(f"{d}: {shown(found.exponents[-1], 6)}")
        for mirror in TIED:
            found, d = escape.smallest(mirror, GOAL, digits=digits), mirror.zeros - mirror.q * (mirror.zeros - 1)
            off = off.max(abs(found.exponents[-1] - ball(d)))
            wrong = wrong.max(abs(constant(found, d, tied_limits(mirror, d)) - 1))
        passed = bool(off < ball(SAME) and wrong < ball(NEAR))
    sizes = f"eps from 1e-{escape.FIRST} to 1e-{escape.FIRST + 6}"
    return (
        passed,
        (
            f"{sizes}: {len(words)} shrinking starts, {len(TIED)} with Lambda fixed: exponents within {shown(off)} of L"
            f" - q(L-1), k0 - q(k0-1), leading constants within {shown(wrong)}; predicted: measured"
            f" {', '.join(words[4:])}"
        ),
    )


def constant(found: escape.Law, d: F, expected: arb) -> arb:
    """The leading constant at the last eps over the expected one: of T, of its increment per log 10, of T eps^-d."""
    if d > 0:
        return found.times[-1] / expected
    if d == 0:
        return (found.times[-1] - found.times[-2]) / arb(10).log() / expected
    return found.times[-1] * (ball(-d) * ball(found.last).log()).exp() / expected


def tied_limits(mirror: Mirror, d: F) -> arb:
    """R'(x_1); C(0)^{1/q-1}; C(0)^{1/q-1}/(k0(m_0 - 1)), C(0) the product of the positive invariants."""
    if d > 0:
        return mirror.map(GOAL)
    product = residuals.product([v**n for v, n in mirror.groups()])
    return power(product, 1 / mirror.q - 1) / (1 if d == 0 else ball(-d))


ESCAPES = (
    (F(1), "1 2 1", F(1, 10**6)),
    (F(5, 4), "1 1 1 2", F(1, 10**3)),
    (F(3, 2), "1 2 1", F(1, 10**6)),
    (F(2), "1 2", F(1, 10**6)),
    (F(2), "1 1 2", F(1, 10**3)),
    (F(2), "0 1 2", F(1, 10)),
)


def escapes(digits: int) -> tuple[bool, str]:
    """At the time R' predicts the trajectory of the weights has x = x_1."""
    passed, words = True, []
    for q, direction, eps in ESCAPES:
        moment, x = escape.reached(q, [eps * c for c in row(direction)], GOAL, F(-1), digits)
        with bits(from_digits(digits) + 60):
            passed = passed and x.contains(arb(1) / 2) and bool(x.rad() < arb(10) ** -(digits // 2))
        words.append(f"T = {shown(moment, 8)} at q = {q}, w = {float(eps):.0e} ({direction})")
    return passed, "x_T = 1/2 on certified trajectories of the weights: " + "; ".join(words)


def two_speeds(digits: int) -> tuple[bool, str]:
    """f = (x - 3)^2/2 from x_0 to x_1 = 2: T from the trajectory, between the bounds at |g| = 3 - x_0 and 1."""
    words, passed = [], True
    for q in (F(3, 2), F(2)):
        problem = Problem(q, (row("1/2 1 3/2"),), Quadratic((F(3),)), F(1))
        run = integrate(problem, digits)
        with bits(run.precision):
            x = [residuals.product(run.state(t)[0]) for t in (F(0), F(1, 4))]
            mirror = Mirror.from_invariants(q, residuals.invariants(q, problem.weights[0]))
            rise = mirror.map(x[1]) - mirror.map(x[0])
            low, high = (rise / power(3 - end, q - 1) for end in x)
            passed = passed and bool(low < ball(F(1, 4))) and bool(high > ball(F(1, 4)))
            words.append(f"{shown(low, 4)} < 1/4 < {shown(high, 4)} at q = {q}")
    return passed, "f = (x - 3)^2/2: " + ", ".join(words)
