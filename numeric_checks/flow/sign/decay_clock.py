"""Decay between two switches: P = exp(-A), A = int alpha; in the clock v, P(v) = P E(v) and y(v) = y E(v) + s B(v).

Constant alpha: v = (1 - exp(-alpha tau))/alpha (v = tau at alpha = 0), E = 1 - alpha v, B = v: weights linear in v.
Polynomial alpha: v = tau, E = exp(-int alpha), B = int_0^tau exp(-int_r^tau alpha) dr, by proven quadrature.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import acb, arb, arb_poly, fmpq

from ...numbers import Number


@dataclass(frozen=True)
class Constant:
    """alpha(t) = alpha >= 0 from the time `start` on."""

    alpha: fmpq
    start: Number

    def E(self, v: Number) -> Number:
        return 1 - self.alpha * v

    def B(self, v: Number) -> Number:
        return v

    def rate(self, v: Number) -> Number:
        """alpha at the clock's v."""
        return self.alpha

    def rate_slope(self, v: Number) -> Number:
        """d alpha/dt."""
        return 0

    def slope(self, v: Number) -> Number:
        """dv/dt."""
        return 1 - self.alpha * v

    def elapsed(self, v: Number) -> Number:
        """t - start."""
        if self.alpha == 0:
            return v
        return -(-self.alpha * arb(v)).log1p() / self.alpha

    def series(self, v: arb, order: int) -> tuple[arb_poly, arb_poly, arb_poly]:
        """Taylor polynomials of E, B and alpha at v."""
        return arb_poly([1 - self.alpha * v, -self.alpha]), arb_poly([v, 1]), arb_poly([self.alpha])

    def per_time(self, coefficients: list[arb], v: arb) -> list[arb]:
        """The Taylor coefficients of f dt/dv, given those of f at v: f/(1 - alpha v)."""
        found: list[arb] = []
        before = arb(0)
        for c in coefficients:
            before = (c + self.alpha * before) / (1 - self.alpha * v)
            found.append(before)
        return found

    def at(self, tau: Number) -> Number:
        """v at t = start + tau."""
        if self.alpha == 0:
            return tau
        return -(-self.alpha * arb(tau)).expm1() / self.alpha


@dataclass(frozen=True)
class Polynomial:
    """alpha(t) = sum c_k t^k from the time `start` on."""

    coefficients: tuple[fmpq, ...]
    start: Number

    def _antiderivative(self) -> arb_poly:
        """A(tau) = int_0^tau alpha(start + r) dr."""
        shifted = arb_poly(list(self.coefficients))(arb_poly([self.start, 1]))
        return shifted.integral()

    def rate(self, v: Number) -> arb:
        return arb_poly(list(self.coefficients))(arb(self.start) + v)

    def rate_slope(self, v: Number) -> arb:
        return arb_poly(list(self.coefficients)).derivative()(arb(self.start) + v)

    def slope(self, v: Number) -> Number:
        return fmpq(1)

    def elapsed(self, v: Number) -> Number:
        return v

    def series(self, v: arb, order: int) -> tuple[arb_poly, arb_poly, arb_poly]:
        """Taylor polynomials of E, B and alpha at v, from E' = -alpha E, B' = 1 - alpha B."""
        alpha = arb_poly(list(self.coefficients))(arb_poly([arb(self.start) + v, 1]))
        E, B = [self.E(v)], [self.B(v)]
        for n in range(order):
            top = min(n, alpha.degree())
            E.append(-sum((alpha[j] * E[n - j] for j in range(top + 1)), arb(0)) / (n + 1))
            B.append(((n == 0) - sum((alpha[j] * B[n - j] for j in range(top + 1)), arb(0))) / (n + 1))
        return arb_poly(E), arb_poly(B), alpha

    def per_time(self, coefficients: list[arb], v: arb) -> list[arb]:
        return coefficients

    def at(self, tau: Number) -> Number:
        return tau

    def E(self, v: Number) -> arb:
        return (-self._antiderivative()(arb(v))).exp()

    def B(self, v: Number) -> arb:
        v = arb(v)
        A = self._antiderivative()
        middle = v.mid()
        at_middle = A(middle)
        point = acb.integral(lambda r, _: (_complex(A, r) - at_middle).exp(), 0, middle).real
        if v.rad() == 0:
            return point
        crude = v * (A(v.union(arb(0))) - A(v)).exp()
        return (point + (1 - self.rate(v) * crude) * (v - middle)).intersection(crude.union(arb(0)))


def _complex(A: arb_poly, r: acb) -> acb:
    value = acb(0)
    for c in reversed(A.coeffs()):
        value = value * r + c
    return value


Clock = Constant | Polynomial


def clock(coefficients: tuple[fmpq, ...], start: Number) -> Clock:
    """The clock of alpha(t) = sum c_k t^k from `start` on."""
    if all(c == 0 for c in coefficients[1:]):
        return Constant(coefficients[0], start)
    return Polynomial(coefficients, start)
