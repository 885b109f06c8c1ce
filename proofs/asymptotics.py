"""R'' = 1/P'(u) at both ends, for every multiset of invariants (theory: section 5).

  u -> 0:         R'' |x|^{m_0} = C^{(k-1)/k} / D,   P = u^k C, P' = u^{k-1} D, C and D continuous and positive at u = 0
  u = 1/s -> inf: R'' |x|^m     = E^{(L-1)/L} / F,   P = s^{-L} E, P' = s^{1-L} F, E(0) = 1, F(0) = L

P = u^k (u + a)^n (u + b)^r stands for any invariants: further groups enter C, D, E, F as the two shown do.
"""

from __future__ import annotations

import sympy as sp

from symbolic.exponents import integrable_at_infinity, integrable_at_zero
from symbolic.setting import Setting
from symbolic.symbols import L, q, u

from .steps import Cite, Group, Identity, Inequality, Step

k, n, r, a, b, s = sp.symbols("k n r a b s", positive=True)
GENERAL = Setting(q, ((sp.Integer(0), k), (a, n), (b, r)))
M = q * (L - 1) / L  # the metric exponent m; with k0 for L it is m_0


def metric_at_zero() -> Cite:
    """R'' |x|^{m_0} has a positive limit at 0."""
    C = (u + a) ** n * (u + b) ** r
    D = C * (k + n * u / (u + a) + r * u / (u + b))
    ratio = C ** ((k - 1) / k) / D
    return _limit(
        "R'' |x|^{m_0} has a finite positive limit at 0, so int_0 R'' and int_0 |x|^{-m_0} converge together",
        Identity("R'' |x|^{m_0} = C^{(k0-1)/k0} / D", GENERAL.P() ** ((k - 1) / k) / GENERAL.dP(), ratio),
        Inequality("and C, D are positive at u = 0", 0, ratio.subs(u, 0), strict=True),
    )


def metric_at_infinity() -> Cite:
    """R'' |x|^m tends to 1/L at infinity."""
    layers = k + n + r
    E = (1 + a * s) ** n * (1 + b * s) ** r
    F = E * (k + n / (1 + a * s) + r / (1 + b * s))
    ratio = E ** ((layers - 1) / layers) / F
    metric = GENERAL.P(1 / s) ** ((layers - 1) / layers) / GENERAL.dP(1 / s)
    return _limit(
        "R'' |x|^m tends to 1/L, so int^inf R'' and int^inf |x|^{-m} converge together",
        Identity("with s = 1/u: R'' |x|^m = E^{(L-1)/L} / F", metric, ratio),
        Identity("and E^{(L-1)/L} / F = 1/L at s = 0", ratio.subs(s, 0), 1 / layers),
    )


def _limit(text: str, factored: Identity, end: Step) -> Cite:
    positive = Inequality("both are positive, as P' > 0", 0, GENERAL.dP(), strict=True)
    return Cite(text, "limit-comparison", (Group("the ratio and its limit", (factored, end)), positive))


def power_integrals() -> Cite:
    """int_0 x^{-c} is finite iff c < 1, int^inf x^{-c} iff c > 1."""
    return Cite("int_0 x^{-c} dx < inf iff c < 1, int^inf x^{-c} dx < inf iff c > 1", "power-integral")


SLOPE_FINITE_AT_ZERO = integrable_at_zero(M)  # R'(0+) > -inf, with k0 for L
VALUE_FINITE_AT_ZERO = integrable_at_zero(M - 1)  # R(0+) finite, with k0 for L
SLOPE_FINITE_AT_INFINITY = integrable_at_infinity(M)  # R'(inf) < inf
DIVERGENCE_FINITE_AT_INFINITY = integrable_at_infinity(M - 1)  # D_R(x, inf) < inf
