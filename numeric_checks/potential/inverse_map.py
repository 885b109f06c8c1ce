"""The inverse mirror map: x with R'(x) = y (theory: section 4).

Balanced and q = 1 are closed forms (x = sign(y) P(|y|) at q = 1). Else, with phi(u) = (1/q) int_0^u P^{1/q-1} and
psi(u) = (1/q) int_u^inf P^{1/q-1}: log phi and log psi are concave in s = log u (their integrand is log-concave in s),
so Newton on log phi = log|y| from the left, or on log psi from the right, converges monotonely. The last step,
s - s~ = (|y| - phi(u~)) / phi'(sigma), is an interval Newton step and encloses the root.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from flint import arb, ctx

from ...symbolic.errors import InputError, Undecided
from ..balls import ball, logarithm, power
from ..precision import bits
from .mirror import Mirror

FIRST = 128
STEPS = 2000
MOST = 10**12  # |log x| beyond this is not written as a decimal


def inverse_map(mirror: Mirror, y: Fraction | int) -> arb:
    """x with R'(x) = y, at the precision in force.

    Where m_0 >= 1 a y > 0 belongs to x < 0 (R' is odd), and balanced m = 1 takes x > 0 for every y.
    Errors: InputError where |y| >= Y, or y = 0 where R' keeps away from 0.
    """
    y = Fraction(y)
    depth, m, one_sided = mirror.depth, mirror.m, mirror.m_zero >= 1
    if not mirror.positive and m == 1:
        if abs(depth * y) > MOST:
            raise Undecided(f"the inverse mirror map: |log x| is above {MOST}")
        return (depth * ball(y)).exp()
    if y == 0:
        if one_sided:
            raise InputError("y", y, "outside the range: here R'(x) is never 0 (it has the sign of -x)")
        return arb(0)
    size = ball(abs(y))
    sign = -1 if (y > 0) == one_sided else 1
    if not mirror.positive:
        return sign * power(ball(depth * abs(1 - m)) * size, 1 / (1 - m))
    if mirror.q == 1:
        return sign * mirror.P(size)
    if one_sided:
        u = _solve(mirror, mirror.dual_tail, size, falling=True)
    elif m <= 1:
        u = _solve(mirror, mirror.dual, size, falling=False)
    else:
        Y = mirror.range()
        if size >= Y:
            raise InputError("y", y, f"outside the range (-Y, Y), Y = {Y.str(10, radius=False)}")
        if not size < Y:
            return arb.nan()
        if size < Y / 2:
            u = _solve(mirror, mirror.dual, size, falling=False)
        else:
            u = _solve(mirror, mirror.dual_tail, Y - size, falling=True)
    return sign * power(mirror.P(u), 1 / mirror.q)


def _solve(mirror: Mirror, f: Callable[[arb], arb], goal: arb, *, falling: bool) -> arb:
    """u with f(u) = goal, f = dual (rising) or dual_tail (falling)."""
    sign = -1 if falling else 1
    u = _start(mirror, logarithm(goal), falling=falling)
    target = ctx.prec
    with bits(FIRST):
        for _ in range(STEPS):
            value = f(u)
            step = sign * ((goal / value).log() * value / _slope(mirror, u)).mid()
            if not abs(step) < MOST:
                raise Undecided(f"the inverse mirror map: |log u| is above {MOST}")
            u = (u * step.exp()).mid()
            if abs(step) < 1e-12:
                break
        else:
            raise Undecided("the inverse mirror map: Newton's method did not settle")
    precision = 40
    while precision < target // 2 + 8:
        precision = min(2 * precision - 8, target)
        with bits(precision + 20):
            u = (u * (sign * (goal - f(u)) / _slope(mirror, u)).exp()).mid()
    residual = sign * (goal - f(u))
    radius = 2 * abs(residual / _slope(mirror, u)).abs_upper() + arb(2) ** -target
    step = residual / _slope(mirror, u * arb(0, radius.abs_upper()).exp())
    return u * step.exp() if abs(step) < radius else arb.nan()


def _slope(mirror: Mirror, u: arb) -> arb:
    """|d f/d log u| = (1/q) u P(u)^{1/q-1}."""
    return u * power(mirror.P(u), 1 / mirror.q - 1) / ball(mirror.q)


def _start(mirror: Mirror, log_goal: float, *, falling: bool) -> arb:
    """A u on the side from which Newton is monotone: P(v) <= v^k0 C gives the left one, P(v) >= v^L the right one."""
    beta = 1 / mirror.q - 1
    rate = float((mirror.depth if falling else mirror.zeros) * beta + 1)
    constant = 0.0 if falling else float(beta) * sum(n * logarithm(v) for v, n in mirror.groups())
    s = (log_goal + math.log(float(mirror.q) * abs(rate)) - constant) / rate
    if abs(s) > MOST:
        raise Undecided(f"the inverse mirror map: |log u| is above {MOST}")
    power_of_two = math.floor(s / math.log(2))
    return arb(math.exp(s - power_of_two * math.log(2))) * arb(2) ** power_of_two
