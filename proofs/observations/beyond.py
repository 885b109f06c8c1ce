"""Observations beyond the paper: dual decay, finite-time arrival, blow-up, saddles under decay (escape times:
escape.py).

Each holds a theorem against something that does not know it: the certified trajectory of the weights, ball quadrature.
"""

from __future__ import annotations

from fractions import Fraction as F
from itertools import pairwise
from typing import Literal

from flint import arb

from ...numeric_checks.balls import ball, power
from ...numeric_checks.flow.integrate import integrate
from ...numeric_checks.flow.problem import Decay, LeastSquares, Linear, Problem, Quadratic, constant_decay
from ...numeric_checks.flow.trajectory import Trajectory
from ...numeric_checks.laws import bounds, residuals
from ...numeric_checks.potential import quantities
from ...numeric_checks.potential.mirror import Mirror
from ...numeric_checks.precision import bits, from_digits
from .escape import STEEP, row, shown

PUSH = Linear((F(-1),))
GENERIC = {2: "3/10 6/10", 3: "3/10 6/10 9/10", 4: "1/3 1/2 2/3 1", 5: "1/3 1/2 2/3 1 6/5"}
SLOWING = Decay(((F(0), (F(1, 2), F(-1, 10))),))
RESTING = constant_decay(F(1, 3))
IN_STEPS = Decay(((F(0), (F(1, 3),)), (F(1, 20), (F(1),))))


def pushed(q: F, weights: str, until: F, decay: Decay, g: F = F(-1)) -> Problem:
    """One coordinate under a constant gradient."""
    return Problem(q, (row(weights),), Linear((g,)), until, decay)


DUAL = (
    *(pushed(q, w, F(1, 4), decay) for w in GENERIC.values() for q in STEEP for decay in (RESTING, SLOWING)),
    *(pushed(q, w, F(1, 4), SLOWING) for q, w in ((F(2), "1/2 1/2"), (F(3, 2), "1/2 1/2 1/2"), (F(5, 4), "1/2 " * 5))),
    *(pushed(q, w, F(1, 4), IN_STEPS) for q, w in ((F(2), "1/2 1/2 1"), (F(3, 2), "-1/2 1/2 1/2 1"), (F(2), "-1/2 1"))),
)
PAIR = LeastSquares(((F(1), F(2)), (F(1), F(-1))), (F(1), F(1, 3)))
DUAL_RATE = (
    Problem(F(2), (row("3/10 6/10 9/10"), row("1/5 1/2 1")), PAIR, F(1, 2), SLOWING),
    Problem(F(3, 2), (row("3/10 6/10 9/10"), row("1/5 1/2 1")), PAIR, F(1, 5), IN_STEPS),
    Problem(F(2), (row("1/2 1/2"), row("2/3 2/3")), PAIR, F(1, 4), RESTING),
)


def conjugate(digits: int) -> tuple[bool, str]:
    """L (R*(R'(x + h)) - R*(R'(x)))/h meets L x R'' over [x, x + h]."""
    worst, count, passed = arb(0), 0, True
    with bits(2 * from_digits(digits) + 60):
        h = arb(2) ** -(from_digits(digits) + 30)
        for q in STEEP:
            for zeros, positive in ((1, ((F(1, 2), 1), (F(2), 2))), (2, ((F(1, 3), 1),)), (4, ())):
                mirror, x = Mirror(q, zeros, positive), arb(7) / 10
                slope = (mirror.regularizer(x + h) - mirror.regularizer(x)) / h
                over = x.union(x + h)
                gap = slope / (mirror.depth * over * mirror.metric(over)) - 1
                passed, worst, count = passed and gap.contains(0), worst.max(arb(gap.abs_upper())), count + 1
        narrow = worst < arb(10) ** -(digits // 2)
    return passed and bool(narrow), f"difference quotients of L R* meet L x R'' at {count} settings to {shown(worst)}"


ARRIVALS = (
    Problem(F(1), (row("1 9"),), Quadratic((F(20),)), F(2)),
    Problem(F(3, 2), (row("1 9"),), Quadratic((F(20),)), F(1)),
    Problem(F(5, 4), (row("1/2 1 3/2"),), Quadratic((F(2),)), F(6)),
    Problem(F(1), (row("1/2 1"), row("1/4 2")), Quadratic((F(2), F(1))), F(3)),
)


def arrival(digits: int) -> tuple[bool, str]:
    """Certified arrival against D^{1-q/2}/(mu 2^{q/2} (1 - q/2)), sigma = 1."""
    passed, words = True, []
    for problem in ARRIVALS:
        run = integrate(problem, digits)
        times = [e.time for e in run.events if e.kind == "arrival"]
        with bits(run.precision):
            half, mu = problem.q / 2, bounds.coercivity(problem)
            D = bounds.loss(problem, run, F(0))
            limit = power(D, 1 - half) / (mu * power(arb(2), half) * ball(1 - half))
            passed = passed and len(times) == len(problem.weights) and all(bool(t < limit) for t in times)
            words.append(f"{shown(times[-1], 6) if times else 'none'} < {shown(limit, 6)} at q = {problem.q}")
    return passed, "arrival events and their bounds: " + ", ".join(words)


def coercive(digits: int) -> tuple[bool, str]:
    """mu(q) over a grid of q, for generic weights below 1/e; and a pair just beyond 1/e where it rises at q = 1."""
    grid, falls = [1 + F(k, 12) for k in range(13)], 0
    with bits(from_digits(digits)):
        for text in INSIDE:
            values = [mu(q, row(text)) for q in grid]
            falls += all(bool(a > b) for a, b in pairwise(values))
        beyond = [mu(q, row("37/100 38/100")) for q in (F(1), F(10001, 10000))]
        passed = falls == len(INSIDE) and bool(beyond[1] > beyond[0])
    return (
        passed,
        (
            f"mu falls at 13 values of q for {falls} weights below 1/e, and rises from q = 1 on at (37/100, 38/100),"
            " beyond 1/e"
        ),
    )


INSIDE = (
    "1/100 1/3",
    "1/3 367/1000",
    "1/10 1/5 1/3",
    "-1/1000 1/4 1/4 -9/25",
    "0 1/3 1/3 1/3",
    "1/50 1/49 1/48 1/47 1/46",
)


def mu(q: F, weights: tuple[F, ...]) -> arb:
    """P'(0)."""
    return Mirror.from_invariants(q, residuals.invariants(q, weights)).coercivity()


def last(run: Trajectory, t: F) -> list[arb]:
    """|w_i| of the first coordinate at t."""
    return [abs(w) for w in run.state(t)[0]]


BLOW_UPS = ((F(2), "3/10 6/10 9/10"), (F(2), "1/2 1/2 1/2"), (F(9, 5), "1/2 1 1"), (F(3, 2), "1/2 1/2 1 1 1"))
FEWER = 3  # a blow-up is followed at digits/FEWER: the weights pass through many sizes


def blow_up(digits: int) -> tuple[bool, str]:
    """Certified blow-up events against (Y - R'(x_0))/|g|^{q-1}, g = -2."""
    passed, words = True, []
    for q, text in BLOW_UPS:
        found, expected = blown(q, text, F(0), digits), undecayed(q, text, digits)
        passed = passed and meets(found, expected)
        words.append(f"{shown(expected, 8)} at q = {q}, w = ({text})")
    return passed, "blow-up events at (Y - R'(x_0))/|g|^(q-1): " + ", ".join(words)


def undecayed(q: F, text: str, digits: int) -> arb:
    """T_0 for g = -2."""
    with bits(from_digits(digits) + 60):
        mirror = Mirror.from_invariants(q, residuals.invariants(q, row(text)))
        x = F(1)
        for w in row(text):
            x *= w
        return quantities.blow_up_time(mirror, x, F(-2))


def blown(q: F, text: str, alpha: F, digits: int) -> arb | None:
    """The certified blow-up time, None if t = 20 is reached without one, not a number where neither is shown."""
    run = integrate(pushed(q, text, F(20), constant_decay(alpha), F(-2)), digits // FEWER + 1)
    without = None if run.status == "finished" else arb.nan()
    return next((e.time for e in run.events if e.kind == "blow-up"), without)


def meets(found: arb | None, expected: arb) -> bool:
    """Whether a certified time was found, is narrow, and encloses the expected one."""
    return found is not None and bool(found.rad() < arb(10) ** -12) and found.overlaps(expected)


def blow_up_decay(digits: int) -> tuple[bool, str]:
    """Blow-up at -log(1 - kappa alpha T_0)/(kappa alpha) just below the threshold, none just above."""
    passed, words = True, []
    for q, text in BLOW_UPS[:2]:
        kappa, rest = q * (len(row(text)) - 1) - len(row(text)), undecayed(q, text, digits)
        with bits(from_digits(digits) + 60):
            threshold = 1 / (ball(kappa) * rest)
            below, above = (F(int(float(threshold) * 1000) + k, 1000) for k in (-10, 11))
            rate = ball(kappa * below)
            expected = -(1 - rate * rest).log() / rate
        found = blown(q, text, below, digits)
        passed = passed and meets(found, expected) and blown(q, text, above, digits) is None
        words.append(f"threshold {shown(threshold, 8)} at w = ({text}), T = {shown(expected, 8)} at alpha = {below}")
    return passed, f"blow-up below the threshold, none up to t = 20 above: {'; '.join(words)}"


Kind = Literal["coupled", "decoupled"]
# q, weights, gradient, alpha, kind, until; the weights grow (1) or shrink (-1) tenfold, or rest where the ray rests (0)
SADDLES: tuple[tuple[F, str, F, F, Kind, F, int], ...] = (
    (F(2), "1/100 1/50", F(-1, 2), F(1), "coupled", F(10), -1),
    (F(2), "1/100 1/50", F(-2), F(1), "coupled", F(4), 1),
    (F(2), "1/100 1/50 1/30", F(-2), F(1, 2), "coupled", F(10), -1),
    (F(3, 2), "1/100 1/100 1/100 1/100", F(-1), F(1, 2), "decoupled", F(10), -1),
    (F(2), "1/100 1/50 1/30", F(-2), F(1, 2), "decoupled", F(10), -1),
    (F(3, 2), "1/100 1/100", F(-1), F(3), "decoupled", F(3), 0),
    (F(1), "1/1000 1/1000 1/1000", F(-1), F(2), "decoupled", F(3), 0),
    (F(2), "1/100 1/100", F(-1), F(3, 2), "decoupled", F(10), -1),
    (F(2), "1/100 1/100", F(-3, 2), F(1), "decoupled", F(10), 1),
)


def saddles(kind: Kind, digits: int) -> tuple[bool, str]:
    """From a small start the weights grow or shrink tenfold, or come near the rest point of the ray."""
    passed, count = True, 0
    for q, text, g, alpha, of, until, outcome in SADDLES:
        if of != kind:
            continue
        run = integrate(Problem(q, (row(text),), Linear((g,)), until, Decay(((F(0), (alpha,)),), of)), digits)
        with bits(run.precision):
            sizes, start, count = last(run, until), [ball(w) for w in row(text)], count + 1
            if outcome:
                for now, then in zip(sizes, start, strict=True):
                    passed = passed and bool(now > 10 * then if outcome > 0 else 10 * now < then)
            else:
                e = (len(sizes) - 1) * (q - 1)
                rest = power(power(abs(ball(g)), q - 1) / ball(alpha), 1 / (1 - e))
                passed = passed and all(bool(abs(now / rest - 1) < ball(F(1, 50))) for now in sizes)
    return passed and count > 0, f"{count} certified trajectories from small starts grow, shrink or rest as predicted"
