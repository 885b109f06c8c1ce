"""The quantities of a claim at 100 digits, by quadrature of their definitions (theory: sections 3, 4, 5, 8).

  u: P(u) = prod (u + Lambda_i) = x^q;   R'' = 1/P'(u)
  R' = (1/q) int_0^u P^{1/q-1} dv   (m_0 < 1),   -(1/q) int_u^oo P^{1/q-1} dv   (m_0 >= 1, not balanced)
  R  = int_0^x (x - s) R''(s) ds = (1/q) int_0^u P^{1/q-1} (x - P^{1/q}) dv;   R* = (1/q) int_0^u P^{2/q-1} dv = M/L

mpmath and these formulas alone; nothing of the toolkit. With v = s^k, k the numerator of q, the integrands are analytic
in s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from math import exp, log

import mpmath
from mpmath import mp, mpf

from .trees import Unknown, real

DIGITS = 100
GUARD = 20
ACCURATE = mpf(10) ** -95

Invariants = tuple[Fraction, ...]


@lru_cache(maxsize=100_000)
def smallest(q: Fraction, invariants: Invariants, x: Fraction) -> mpf:
    """u with P(u) = x^q: bisection for log u in floats, then Newton."""
    target = float(q) * log(x)
    values = [float(v) for v in invariants]
    low, high = -2000.0, 2000.0
    for _ in range(80):
        t = (low + high) / 2
        total = sum(_log_sum(t, v) for v in values)
        low, high = (t, high) if total < target else (low, t)
    with mpmath.workdps(DIGITS + 2 * GUARD):
        t, goal, exact = mpf((low + high) / 2), real(q) * mpmath.log(real(x)), [real(v) for v in invariants]
        for _ in range(9):
            u = mpmath.exp(t)
            t -= (sum(mpmath.log(u + v) for v in exact) - goal) / sum(u / (u + v) for v in exact)
        return mpmath.exp(t)


def _log_sum(t: float, v: float) -> float:
    if v == 0:
        return t
    return t + log(1 + v * exp(-t)) if t > log(v) else log(v) + log(1 + exp(t) / v)


@lru_cache(maxsize=100_000)
def quantity(name: str, q: Fraction, invariants: Invariants, x: Fraction) -> mpf:
    """The value of a quantity at x > 0, to some 100 digits. Errors: Unknown where the quadrature does not converge."""
    with mpmath.workdps(DIGITS + GUARD):
        return +_QUANTITIES[name](q, invariants, x)


def _power(invariants: Invariants, power: Fraction) -> Callable[[mpf], mpf]:
    """v -> P(v)^power."""
    groups = [(real(z), n) for z, n in Counter(invariants).items()]
    exponent = real(power)

    def f(v: mpf) -> mpf:
        product = mpf(1)
        for z, n in groups:
            product *= (v + z) ** n
        return product**exponent

    return (
        f
        if power not in (0, 1)
        else (lambda v: mpf(1))
        if power == 0
        else lambda v: mpmath.fprod((v + z) ** n for z, n in groups)
    )


def _metric(q: Fraction, invariants: Invariants, x: Fraction) -> mpf:
    u, total = smallest(q, invariants, x), mpf(0)
    for i in range(len(invariants)):
        total += mpmath.fprod(u + real(z) for j, z in enumerate(invariants) if j != i)
    return 1 / total


def _exponents(q: Fraction, invariants: Invariants) -> tuple[int, Fraction, Fraction]:
    """k0, m_0, m."""
    depth, zeros = len(invariants), sum(1 for v in invariants if v == 0)
    return zeros, q * Fraction(zeros - 1, zeros), q * Fraction(depth - 1, depth)


def _mirror(q: Fraction, invariants: Invariants, x: Fraction) -> mpf:
    zeros, m_zero, m = _exponents(q, invariants)
    depth, u = len(invariants), smallest(q, invariants, x)
    if zeros == depth:
        big = mpmath.log(real(x))
        return big / depth if m == 1 else mpmath.exp(big * real(1 - m)) / (depth * real(1 - m))
    f = _power(invariants, 1 / q - 1)
    return _integral(q, invariants, u, f) / real(q) if m_zero < 1 else -_tail(q, invariants, u, f) / real(q)


def _conjugate(q: Fraction, invariants: Invariants, x: Fraction) -> mpf:
    return _integral(q, invariants, smallest(q, invariants, x), _power(invariants, 2 / q - 1)) / real(q)


def _potential(q: Fraction, invariants: Invariants, x: Fraction) -> mpf:
    zeros, m_zero, m = _exponents(q, invariants)
    depth, r = len(invariants), real(x)
    if zeros == depth:
        if m == 1:
            return (r * mpmath.log(r) - r) / depth
        return r ** real(2 - m) / (depth * real(1 - m) * real(2 - m))
    if m_zero >= 1:
        return r * quantity("mirror-map", q, invariants, x) - quantity("conjugate", q, invariants, x)
    size, mass = _power(invariants, 1 / q), _power(invariants, Fraction(1))

    def integrand(v: mpf) -> mpf:
        s = size(v)
        return s / mass(v) * (r - s)

    return _integral(q, invariants, smallest(q, invariants, x), integrand) / real(q)


def _regularizer(q: Fraction, invariants: Invariants, x: Fraction) -> mpf:
    return len(invariants) * quantity("conjugate", q, invariants, x)


def _coupled(q: Fraction, invariants: Invariants, x: Fraction) -> mpf:
    u, power = smallest(q, invariants, x), real(2 / q)
    return sum(((u + real(v)) ** power - real(v) ** power for v in invariants), mpf(0)) / 2


def _integral(q: Fraction, invariants: Invariants, u: mpf, f: Callable[[mpf], mpf]) -> mpf:
    """int_0^u f(v) dv with v = s^k."""
    k = q.numerator
    end = u ** (mpf(1) / k)
    return _pieces(lambda s: s ** (k - 1) * f(s**k), _cuts(invariants, k, end)) * k


def _tail(q: Fraction, invariants: Invariants, u: mpf, f: Callable[[mpf], mpf]) -> mpf:
    """int_u^oo f(v) dv with v = s^{-k}."""
    k = q.numerator
    cuts = [1 / s for s in _cuts(invariants, k, max(u, real(max(invariants)) * 8) ** (mpf(1) / k)) if s > 0]
    first = u ** (-mpf(1) / k)
    inside = sorted({c for c in cuts if c < first} | {mpf(0), first})
    return _pieces(lambda s: s ** (-k - 1) * f(s**-k), inside) * k


def _cuts(invariants: Invariants, k: int, end: mpf) -> list[mpf]:
    """0, then points in ratio 2 from the smallest singularity |s| = Lambda^{1/k} on, then the end."""
    positive = [real(v) for v in invariants if v]
    cuts = [mpf(0)]
    if positive:
        point = min(positive) ** (mpf(1) / k) / 2
        while point < end and len(cuts) < 60:
            cuts.append(point)
            point *= 2
    return [*cuts, end]


def _pieces(f: Callable[[mpf], mpf], cuts: list[mpf]) -> mpf:
    total, error = mpmath.quad(f, cuts, error=True)
    if not error <= ACCURATE * abs(total):
        total, error = mpmath.quad(f, cuts, error=True, maxdegree=11)
        if not error <= ACCURATE * abs(total):
            raise Unknown("the quadrature does not converge")
    return total


_QUANTITIES: dict[str, Callable[[Fraction, Invariants, Fraction], mpf]] = {
    "metric": _metric,
    "mirror-map": _mirror,
    "potential": _potential,
    "conjugate": _conjugate,
    "regularizer": _regularizer,
    "coupled-regularizer": _coupled,
}


def settle() -> None:
    """100 digits with guard digits, for the values of expressions."""
    mp.dps = DIGITS + GUARD
