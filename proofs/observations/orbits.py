"""Observations of reparameterizations: closed forms against certified orbits, weight flows against the orbit, decay.

Nothing is shared between the sides: h is differentiated by SymPy here, along the expression tree there.
"""

from __future__ import annotations

from fractions import Fraction as F

import sympy as sp
from flint import arb

from ...numeric_checks.balls import ball
from ...numeric_checks.flow.descent import Descent, descend
from ...numeric_checks.flow.problem import Linear, Quadratic, constant_decay
from ...numeric_checks.orbit.path import Orbit
from ...numeric_checks.orbit.reparameterization import differentiable
from ...numeric_checks.potential.mirror import Mirror
from ...numeric_checks.precision import bits, from_digits
from ...numeric_checks.sympy_ball import enclose
from ...symbolic.orbit.reparameterization import Reparameterization, reparameterization
from ...symbolic.orbit.sum_orbit import sum_orbit
from ...symbolic.symbols import y

PAIR = {"u": F(1), "v": F(1, 2)}
SUMS = (
    (F(2), "u**2 - v**2", PAIR),
    (F(2), "u**3 - v**3", PAIR),
    (F(3, 2), "u**2 - v**2", PAIR),
    (F(5, 4), "u**4 - v**4", PAIR),
    (F(1), "u**2 - v**2", PAIR),
    (F(3, 2), "w*abs(w)**2 + exp(z)", {"w": F(-1, 2), "z": F(1, 3)}),
    (F(4, 3), "exp(w)", {"w": F(0)}),
)
PRODUCTS = ((F(3, 2), "a*b*c", {"a": F(4), "b": F(1), "c": F(9)}), (F(2), "m*w", {"m": F(1), "w": F(1, 3)}))
FLOWS = (SUMS[0], SUMS[1], SUMS[2], (F(2), "a*b + tanh(c)*a", {"a": F(1), "b": F(1, 2), "c": F(1, 3)}))
CLOCKS = (F(1, 9), F(-1, 7))


def made(start: tuple[F, str, dict[str, F]]) -> Reparameterization:
    """The reparameterization of a row above."""
    q, text, weights = start
    return reparameterization(q, text, {}, weights)


def closed_orbits(digits: int) -> tuple[bool, str]:
    """x(y) in closed form, and R' of a product, against the certified orbit."""
    precision = from_digits(digits) + 60
    worst, compared = arb(0), 0
    with bits(precision):
        for row in SUMS:
            at = made(row)
            form, orbit = sum_orbit(at), Orbit(differentiable(at), precision)
            assert form is not None
            for clock in CLOCKS:
                closed = enclose(form.x_of_y, {y: sp.Rational(clock.numerator, clock.denominator)}, precision)
                followed = orbit.of.x(orbit.at(ball(clock)).balls())
                if closed is None or not closed.overlaps(followed):
                    return False, f"{at.text}, q = {at.q}, y = {clock}: closed form {closed}, orbit {followed.str(20)}"
                worst, compared = worst.max(arb((closed - followed).abs_upper())), compared + 1
        for q, text, weights in PRODUCTS:
            sizes = [w**2 if q == 2 else _three_halves(w) for w in weights.values()]
            potential = Mirror.from_invariants(q, [size - min(sizes) for size in sizes])
            at = made((q, text, weights))
            orbit, start = Orbit(differentiable(at), precision), F(int(at.x0.p), int(at.x0.q))
            for x in (start * F(3, 2), start * F(3, 4)):
                gap = orbit.clock(x) - (potential.map(x) - potential.map(start))
                if not gap.contains(0):
                    return False, f"{text}, q = {q}, x = {x}: clock and R' differ by {gap.str(20)}"
                worst, compared = worst.max(arb(gap.abs_upper())), compared + 1
        narrow = worst < arb(10) ** -(digits // 2)
    return bool(narrow), f"closed forms and certified orbits agree at {compared} points to {worst.str(2, radius=False)}"


def _three_halves(w: F) -> F:
    """w^{3/2} of a perfect square."""
    root = F(
        int(sp.sqrt(sp.Rational(w.numerator, w.denominator)).p), int(sp.sqrt(sp.Rational(w.numerator, w.denominator)).q)
    )
    return root**3


def along_orbits(digits: int) -> tuple[bool, str]:
    """w_t = W(-int <g>^{q-1} dt) for a quadratic objective, every weight at three times."""
    worst, compared = arb(0), 0
    for row in FLOWS:
        at = made(row)
        target = F(int(sp.floor(at.x0 * 2 + 3)))
        flow = descend(Descent(differentiable(at), Quadratic((target,)), F(1, 20)), digits)
        with bits(flow.precision):
            orbit = Orbit(differentiable(at), flow.precision)
            for t in (F(1, 100), F(1, 40), F(1, 20)):
                weights, (spent,) = flow.state(t)[0], flow.gain(t)
                there = orbit.at(-spent).balls()[: len(weights)]
                for w, v in zip(weights, there, strict=True):
                    if not w.overlaps(v):
                        return False, f"{at.text}, q = {at.q}, t = {t}: w = {w.str(20)}, W(y) = {v.str(20)}"
                    worst, compared = worst.max(arb((w - v).abs_upper())), compared + 1
    with bits(64):
        return bool(
            worst < arb(10) ** -(digits // 2)
        ), f"w_t = W(y_t) at {compared} weights to {worst.str(2, radius=False)}"


def dual_decay(digits: int) -> tuple[bool, str]:
    """dy/dt = -<g>^{q-1} - kappa alpha y on u^2 - v^2 under constant decay: kappa = 0 at q = 2, 1/2 at q = 3/2.

    q = 2: y = asinh(x/(2uv))/4, so y + int g dt is constant, though u v shrinks. q = 3/2: y = (u^{1/2} -
    v^{1/2})/2^{1/2}, with
    g = -1: y_t = e^{-alpha t/2} y_0 + (1 - e^{-alpha t/2}) 2/alpha.
    """
    alpha, worst, holds = F(1, 3), arb(0), True
    first = descend(Descent(differentiable(made(SUMS[0])), Quadratic((F(3),)), F(1), constant_decay(alpha)), digits)
    second = descend(Descent(differentiable(made(SUMS[2])), Linear((F(-1),)), F(1, 2), constant_decay(alpha)), digits)
    with bits(first.precision):
        for t in (F(1, 8), F(1, 4), F(1, 2)):
            u, v = first.state(t)[0]
            start = (arb(3) / 4).asinh() / 4
            gap = ((u * u - v * v) / (2 * u * v)).asinh() / 4 + first.gain(t)[0] - start
            u, v = second.state(t)[0]
            shrunk = (-ball(alpha * t / 2)).exp()
            there = shrunk * (1 - arb(0.5).sqrt()) / arb(2).sqrt() + (1 - shrunk) * 2 / ball(alpha)
            other = (u.sqrt() - v.sqrt()) / arb(2).sqrt() - there
            holds = holds and bool(gap.contains(0)) and bool(other.contains(0))
            worst = worst.max(arb(gap.abs_upper())).max(arb(other.abs_upper()))
        holds = holds and bool(worst < arb(10) ** -(digits // 2))
    return (
        holds,
        f"u^2 - v^2 under decay 1/3, q = 2 and 3/2: the dual variable follows its law to {worst.str(2, radius=False)}",
    )


OBSERVATIONS = (closed_orbits, along_orbits, dual_decay)
