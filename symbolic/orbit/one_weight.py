"""One weight on its own: dz/dy = <phi(z)>^{q-1} for phi = c (z - z*)^r or c e^{kz} (theory: section 11.8).

In both cases phi/phi' is linear in z. With e = (z - z*)/(z_0 - z*), or e = exp(k(z - z_0)), which is 1 at the start,

  de/dy = beta e^rho,   e = (1 + (1 - rho) beta y)^{1/(1-rho)},   or exp(beta y) where rho = 1,

rho = r (q-1), respectively q. At the one critical clock y* = -1/((1 - rho) beta) e reaches 0 (rho < 1) or infinity (rho
> 1). The part of h with derivative phi is a (e^n - 1)/n, n = r + 1, respectively 1 (a log e where n = 0).
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp

from ..algebra import equal
from ..exact_number import FINE, ExactNumber, plain
from ..symbols import y
from .signs import sign


@dataclass(frozen=True)
class OneWeight:
    """phi in z with its start z_0, e as a function of z, beta, rho, a, n; `order` is r (None for an exponential);
    `smooth` at z = 0."""

    z: sp.Symbol
    start: sp.Rational
    phi: sp.Expr
    e: sp.Expr
    beta: sp.Expr
    rho: sp.Rational
    a: sp.Expr
    n: sp.Rational
    order: sp.Rational | None
    smooth: bool

    @property
    def straight(self) -> bool:
        """Whether phi is constant and nothing happens where e = 0."""
        return self.order == 0 and self.smooth

    @property
    def critical(self) -> sp.Expr | None:
        """y* where e reaches 0 or infinity; None where there is no such clock."""
        return None if self.rho == 1 or self.straight else -1 / ((1 - self.rho) * self.beta)

    @property
    def part(self) -> sp.Expr:
        """What this weight adds to x - x_0, as a function of y: a (e^n - 1)/n, or a log e."""
        return self.part_at(y)

    def part_at(self, clock: sp.Expr) -> sp.Expr:
        """The part at one clock; a long power of a number stays a power."""
        if self.rho == 1:
            e = self.n * self.beta * clock
            return self.a * self.beta * clock if self.n == 0 else self.a * (sp.exp(e) - 1) / self.n
        base = 1 + (1 - self.rho) * self.beta * clock
        if self.n == 0:
            return self.a * sp.log(base) / (1 - self.rho)
        power = self.n / (1 - self.rho)
        if base.is_Rational and base > 0 and base != 1 and (power.q > FINE or abs(power) > FINE):
            base = ExactNumber(base)
        return self.a * (base**power - 1) / self.n

    @property
    def integral(self) -> sp.Expr:
        """int_0^y of the part."""
        if self.rho == 1:
            if self.n == 0:
                return self.a * self.beta * y**2 / 2
            return self.a / self.n * ((sp.exp(self.n * self.beta * y) - 1) / (self.n * self.beta) - y)
        slope = (1 - self.rho) * self.beta
        base = 1 + slope * y
        if self.n == 0:
            return self.a / (1 - self.rho) * ((base * sp.log(base) - base + 1) / slope)
        e = self.n / (1 - self.rho) + 1
        raised = sp.log(base) if e == 0 else (base**e - 1) / e
        return self.a / self.n * (raised / slope - y)

    def agrees(self, q: sp.Rational) -> bool:
        """d(part)/dy = a beta e^{n-1+rho} is |phi|^q = |phi_0|^q e^{rq}, e' = beta e^rho is <phi>^{q-1}/scale."""
        r = sp.Integer(1) if self.order is None else self.order
        first = _whole(self.phi.xreplace({self.z: self.start}))
        return self.n - 1 + self.rho == r * q and equal(self.a * self.beta, (sign(first) * first) ** q)

    @property
    def clock(self) -> sp.Expr:
        """int dz/<phi>^{q-1} up to a constant, as a function of z: e^{1-rho}/((1-rho) beta), or log(e)/beta."""
        if self.rho == 1:
            return sp.log(self.e) / self.beta
        return self.e ** (1 - self.rho) / ((1 - self.rho) * self.beta)

    def limit(self, side: int) -> sp.Expr:
        """The limit of the part of x as y -> side * infinity, where no critical clock lies before it."""
        if self.straight or self.n == 0:
            return side * sp.oo
        grows = side * sp.sign(self.beta) > 0  # e -> infinity, else e -> 0
        bounded = (self.n < 0) if grows else (self.n > 0)
        return -self.a / self.n if bounded else side * sp.oo

    @property
    def decay_exponent(self) -> sp.Rational | None:
        """n/(1-rho): e^n is like |y|^{n/(1-rho)} for large |y|, and like |y - y*|^{n/(1-rho)} at y*; None for rho =
        1."""
        return None if self.rho == 1 else self.n / (1 - self.rho)


def one_weight(phi: sp.Expr, z: sp.Symbol, start: sp.Rational, q: sp.Rational, smooth: bool) -> OneWeight | None:
    """The weight with this slope, or None where phi/phi' is not linear, or phi is 0 at the start.

    Arguments: phi a function of z; the start z_0; q; whether h is smooth at z = 0 (else z = 0 is an end, and z* has to
    be 0).
    """
    first = phi.xreplace({z: start})
    if not first.is_number or first.has(sp.zoo, sp.nan, sp.oo) or (side := sign(first)) == 0:
        return None
    first = _whole(first)
    speed = side * (side * first) ** (q - 1)
    derivative = sp.diff(phi, z)
    if derivative == 0:
        scale = sp.Integer(1) if smooth else start
        e = z - start + 1 if smooth else z / start
        return OneWeight(
            z, start, phi, e, speed / scale, sp.Integer(0), first * scale, sp.Integer(1), sp.Integer(0), smooth
        )
    quotient = sp.cancel(sp.powsimp(phi / derivative))
    found = plain(sp.cancel(sp.diff(quotient, z)))
    if found is None:
        return None
    slope, at_start = found, _whole(quotient.xreplace({z: start}))
    if slope == 0:
        k = 1 / at_start
        if not smooth or plain(k) is None or not equal(phi, first * sp.exp(k * (z - start))):
            return None
        return OneWeight(z, start, phi, sp.exp(k * (z - start)), k * speed, q, first / k, sp.Integer(1), None, smooth)
    r, scale = 1 / slope, _whole(at_start / slope)
    centred = equal(scale, start)
    scale = start if centred else scale
    e = z / scale if centred else (z - (start - scale)) / scale
    if not smooth and not centred:
        return None
    if plain(scale) is None or not equal(sp.diff(phi, z) * scale * e, r * phi):
        return None
    return OneWeight(z, start, phi, e, speed / scale, r * (q - 1), first * scale, r + 1, r, smooth)


def _whole(value: sp.Expr) -> sp.Expr:
    """A rational made of numbers kept apart as one such number."""
    known = plain(value) if value.has(ExactNumber) else None
    if known is None or known == 0:
        return value
    return ExactNumber(known) if known > 0 else -ExactNumber(-known)
