"""The potential of one (q, Lambda) in ball arithmetic, from u(x): P(u) = |x|^q (theory: sections 3 to 5 and 8).

    R'(x) = (1/q) int_0^u P^{1/q-1},  R*(R'(x)) = (1/q) int_0^u P^{2/q-1},  R = x R' - R*,  M = L R*,  R'' = 1/P'(u).

R'(0) = 0 where it is finite (m_0 < 1). Else R'(0+) = -inf: R' = log|x|/L or |x|^{1-m}/(L(1-m)) if balanced, R' -> 0 at
infinity if not. R' is odd, the rest even; at x = 0 with m_0 >= 1 R' is its limit -inf from the domain x > 0.
Every method works at the precision in force (`with bits(n)`); x may be a Fraction, an int or a ball.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from flint import arb

from ...symbolic.errors import Undecided
from ..balls import ball, power
from .integrals import power_integral
from .inverse import smallest_power

if TYPE_CHECKING:
    from ...symbolic.setting import Setting

Number: TypeAlias = Fraction | int | arb


@dataclass(frozen=True)
class Mirror:
    """q in [1, 2], exact or a ball, k0 >= 1 zero invariants, and the positive ones as (Lambda, multiplicity)."""

    q: Fraction | arb
    zeros: int
    positive: tuple[tuple[Number, int], ...]

    @classmethod
    def of(cls, setting: Setting) -> Mirror:
        """The mirror of a numeric setting. Errors: Undecided for one with names."""
        if not setting.numeric:
            raise Undecided(f"q = {setting.q}, invariants {setting.groups}: numbers are needed to evaluate")
        q = Fraction(int(setting.q.p), int(setting.q.q))
        groups = tuple((Fraction(int(v.p), int(v.q)), int(n)) for v, n in setting.positive)
        return cls(q, int(setting.zeros), groups)

    @classmethod
    def from_invariants(cls, q: Fraction | arb, invariants: Sequence[Number]) -> Mirror:
        """From Lambda_1..Lambda_L, at least one exactly 0, the others positive. Errors: Undecided."""
        zeros = sum(1 for v in invariants if v == 0)
        others = [v for v in invariants if v > 0]  # a ball may be neither
        if zeros == 0 or zeros + len(others) < len(invariants):
            raise Undecided("the invariants need one exact 0 and must otherwise be shown positive")
        mirror = cls(q, zeros, tuple((v, 1) for v in others))
        if isinstance(q, arb) and not (1 < q < 2 and all(m < 1 or m > 1 for m in (mirror.m, mirror.m_zero))):
            raise Undecided(f"q = {q}: the ball must lie in (1, 2), on one side of m = 1 and of m_0 = 1")
        return mirror

    @property
    def depth(self) -> int:
        """L."""
        return self.zeros + sum(n for _, n in self.positive)

    @property
    def m(self) -> Fraction | arb:
        """m = q(L-1)/L."""
        return self.q * (self.depth - 1) / self.depth

    @property
    def m_zero(self) -> Fraction | arb:
        """m_0 = q(k0-1)/k0."""
        return self.q * (self.zeros - 1) / self.zeros

    def groups(self) -> list[tuple[arb, int]]:
        """The positive invariants as balls, with their multiplicities."""
        return [(ball(v), n) for v, n in self.positive]

    def P(self, u: arb) -> arb:
        """P(u) = prod_i (u + Lambda_i)."""
        value = u**self.zeros
        for v, n in self.groups():
            value *= (u + v) ** n
        return value

    def u(self, x: Number) -> arb:
        """u with P(u) = |x|^q; an enclosure of [0, u(|x|)] where the ball x touches 0."""
        size = abs(ball(x))
        if size == 0:
            return arb(0)
        if not size > 0:
            return arb(0).union(self.u(size.upper()))
        return smallest_power(self.zeros, self.groups(), power(size, self.q))

    def metric(self, x: Number) -> arb:
        """R''(x) = 1/P'(u(x)); inf at 0 where two invariants are 0."""
        z = abs(ball(x))
        if z == 0:
            mu = self.coercivity()
            return arb.pos_inf() if mu == 0 else 1 / mu
        if not z > 0:
            return self._hull(self.metric, z)
        u, P = self.u(z), power(z, self.q)
        return 1 / (P * sum((n / (u + v) for v, n in self.groups()), self.zeros / u))

    def map(self, x: Number) -> arb:
        """The mirror map R'(x)."""
        z = ball(x)
        if z == 0:
            return arb(0) if self.m_zero < 1 else arb.neg_inf()
        if z < 0:
            return -self.map(-z)
        if not z > 0:
            if self.m_zero >= 1:
                raise Undecided(f"R' near x = 0, where it is infinite: {z}")
            return self.map(z.lower()).union(self.map(z.upper()))
        if not self.positive:
            if self.m == 1:
                return z.log() / self.depth
            return power(z, 1 - self.m) / ball(self.depth * (1 - self.m))
        u = self.u(z)
        return self.dual(u) if self.m_zero < 1 else -self.dual_tail(u)

    def dual(self, u: arb) -> arb:
        """(1/q) int_0^u P^{1/q-1}, m_0 < 1."""
        if self.q == 1:
            return u
        return power_integral(self.zeros, self.positive, 1 / self.q - 1, None, u) / ball(self.q)

    def dual_tail(self, u: arb | None) -> arb:
        """(1/q) int_u^inf P^{1/q-1}, m > 1; u = None is 0 and needs m_0 < 1."""
        return power_integral(self.zeros, self.positive, 1 / self.q - 1, u, None) / ball(self.q)

    def dual_between(self, u0: arb, u1: arb) -> arb:
        """(1/q) int_{u0}^{u1} P^{1/q-1} for 0 < u0 < u1."""
        if self.q == 1:
            return u1 - u0
        return power_integral(self.zeros, self.positive, 1 / self.q - 1, u0, u1) / ball(self.q)

    def conjugate(self, x: Number) -> arb:
        """R*(R'(x)) = (1/q) int_0^u P^{2/q-1}."""
        z = abs(ball(x))
        if z == 0:
            return arb(0)
        if not z > 0:
            return self._hull(self.conjugate, z)
        return power_integral(self.zeros, self.positive, 2 / self.q - 1, None, self.u(z)) / ball(self.q)

    def potential(self, x: Number) -> arb:
        """R(x) = x R'(x) - R*(R'(x)), R(0) = 0."""
        z = abs(ball(x))
        if z == 0:
            return arb(0)
        if not z > 0:
            if self.m_zero >= 1:
                raise Undecided(f"R near x = 0, where R' is infinite: {z}")
            return self._hull(self.potential, z)
        return z * self.map(z) - self.conjugate(z)

    def regularizer(self, x: Number) -> arb:
        """Decoupled decay: M(x) = L R*(R'(x))."""
        return self.depth * self.conjugate(x)

    def coupled_regularizer(self, x: Number) -> arb:
        """Coupled decay: (1/2) sum_i ((u + Lambda_i)^{2/q} - Lambda_i^{2/q})."""
        u = self.u(x)
        if u == 0:
            return arb(0)
        if not u > 0:
            return self._hull(self.coupled_regularizer, abs(ball(x)))
        r = 2 / self.q
        total = self.zeros * power(u, r)
        for v, n in self.groups():
            total += n * power(v, r) * ((u / v).log1p() * ball(r)).expm1()
        return total / 2

    def range(self) -> arb:
        """Y = lim R'(x) at infinity: inf iff m <= 1; 0 by normalisation where m_0 >= 1 and m > 1."""
        if self.m <= 1:
            return arb.pos_inf()
        return self.dual_tail(None) if self.m_zero < 1 else arb(0)

    def coercivity(self) -> arb:
        """mu = P'(0), the product of the other invariants."""
        if self.zeros > 1:
            return arb(0)
        value = arb(1)
        for v, n in self.groups():
            value *= v**n
        return value

    def _hull(self, f: Callable[[Number], arb], size: arb) -> arb:
        """f on a ball |x| that touches 0, for f monotone in |x|."""
        return f(Fraction(0)).union(f(size.upper()))
