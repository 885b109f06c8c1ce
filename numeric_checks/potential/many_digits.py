"""int_a^b v^sigma prod_j (v + Lambda_j)^{e_j} dv at thousands of digits, Lambda_j, sigma and e_j rational.

The path goes over rational points of few bits, so that every polynomial on it has a recurrence of short integers:
[0, Lambda_min/16] and [16 Lambda_max, infinity] by powers of v and 1/v, between them pieces [c/3, 3c] with
v = c (1 + w)/(1 - w). A real end b is reached from such a point c by Taylor polynomials at points with 8 times as
many bits of b each (bit burst): few terms where the numbers are long.
"""

from __future__ import annotations

from fractions import Fraction

from flint import arb, ctx

from ..balls import ball, magnitude, power
from ..taylor import binomial_polynomial
from .recurrence import from_start, one_sided, two_sided

FIRST = 16  # bits of the first point beside a real end
BURST = 8  # how many times more the next one has
NEAR = 16

Factors = list[tuple[Fraction, Fraction]]


class Integrand:
    """f(v) = v^sigma prod_j (v + Lambda_j)^{e_j}, all rational, Lambda_j > 0."""

    def __init__(self, sigma: Fraction, factors: Factors):
        self.sigma, self.factors = sigma, factors
        self.last = -sigma - sum(e for _, e in factors) - 2  # the power of 1/v at infinity, dv included

    def turned(self) -> tuple[arb, Integrand]:
        """(constant, g): f(v) dv = -constant g(t) dt for t = 1/v."""
        constant = arb(1)
        for at, e in self.factors:
            constant *= power(ball(at), e)
        return constant, Integrand(self.last, [(1 / at, e) for at, e in self.factors])

    def at(self, v: Fraction) -> arb:
        """f(v)."""
        value = power(ball(v), self.sigma)
        for at, e in self.factors:
            value *= power(ball(v + at), e)
        return value

    def near_zero(self, start: arb | None, end: Fraction) -> arb:
        """int_start^end f for end below every Lambda; start = None is 0."""
        a, scale = self.sigma + 1, power(ball(end), self.sigma + 1)
        for at, e in self.factors:
            scale *= power(ball(at), e)
        inside = [(end / at, e) for at, e in self.factors]
        return scale * (one_sided(inside, a) if start is None else from_start(inside, a, start / ball(end)))

    def across(self, low: Fraction, k: Fraction) -> arb:
        """int f over [low, k^2 low]: v = c (1 + w)/(1 - w), c = k low, |w| <= rho = (k - 1)/(k + 1)."""
        if k == 1:
            return arb(0)
        c, rho = k * low, (k - 1) / (k + 1)
        turned = [(rho * (c - at) / (c + at), e) for at, e in self.factors]
        return 2 * ball(c * rho) * self.at(c) * two_sided([(rho, self.sigma), (-rho, self.last), *turned])

    def burst(self, c: Fraction, b: arb) -> arb:
        """int_c^b f for a rational c near b."""
        total, known = arb(0), FIRST
        while 64 * known < ctx.prec:
            known *= BURST
            following = nearby(b, known)
            if h := following - c:
                total += ball(h) * self.at(c) * one_sided(self._seen_from(c, h), Fraction(1))
            c = following
        h = b - ball(c)
        p, error = binomial_polynomial([(h / ball(c + at), e) for at, e in [(Fraction(0), self.sigma), *self.factors]])
        return total + h * self.at(c) * sum((a / (k + 1) for k, a in enumerate(p)), arb(0)) / (1 + error)

    def _seen_from(self, c: Fraction, h: Fraction) -> Factors:
        """(gamma_j, e_j) with f(c + h z) = f(c) prod (1 + gamma_j z)^{e_j}."""
        return [(h / (c + at), e) for at, e in [(Fraction(0), self.sigma), *self.factors]]

    def integral(self, a: arb | None, b: arb | None) -> arb:
        """int_a^b f: None as a is 0, as b infinity."""
        near = Fraction(2) ** (magnitude(ball(min(at for at, _ in self.factors) / NEAR)) - 1)
        far = NEAR * max(at for at, _ in self.factors)
        if b is not None and b < ball(near):
            end = nearby(b, FIRST, up=True)
            return self.near_zero(a, end) + self.burst(end, b)
        if a is None or a < ball(near):
            total, here = self.near_zero(a, near), near
        elif a < ball(far):
            here = nearby(a, FIRST)
            total = -self.burst(here, a)
        else:
            constant, turn = self.turned()
            end = nearby(1 / a, FIRST, up=True)
            return constant * (turn.near_zero(None if b is None else 1 / b, end) + turn.burst(end, 1 / a))
        while here < far and (b is None or b > ball(9 * here)):
            total += self.across(here, Fraction(3))
            here *= 9
        if b is None or b > ball(9 * here):
            constant, turn = self.turned()
            return total + constant * turn.near_zero(None if b is None else 1 / b, 1 / here)
        k = nearby((b / ball(here)).sqrt(), FIRST)
        return total + self.across(here, k) + self.burst(here * k * k, b)


def nearby(b: arb, size: int, *, up: bool = False) -> Fraction:
    """A rational with `size` bits, at most the midpoint of b > 0, or above it."""
    shift = size - magnitude(b)
    mantissa, exponent = (int(v) for v in b.mid().man_exp())
    scale = exponent + shift
    whole = mantissa << scale if scale >= 0 else mantissa >> -scale
    return (whole + up) / Fraction(2) ** shift
