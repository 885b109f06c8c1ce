"""R'' = 1/P'(u) at both ends, for every multiset of invariants (theory: section 5).

  u -> 0:         P = u^k Q, Q(0) = c > 0:         R'' |x|^{m_0} -> c^{-1/k}/k,   m_0 = q(k-1)/k, k = k0
  u = 1/s -> inf: P = s^{-L} T(s), T(0) = 1:       R'' |x|^m     -> 1/L,          m = q(L-1)/L

Q is the product of the factors u + Lambda with Lambda > 0, T that of all 1 + Lambda s: polynomials, by induction on the
number of factors, so their derivatives are finite at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ....symbolic.product.exponents import integrable_at_infinity, integrable_at_zero
from ....symbolic.symbols import L, q, u
from ...judging.steps import Cite, Group, Identity, Inequality, Step, along, induction
from .product import increasing

k, s = sp.symbols("k s", positive=True)
Q, dQ, c = sp.symbols("Q dQ c", positive=True)  # Q = Q(u), dQ = Q'(u), c = Q(0)
T, dT = sp.symbols("T dT", positive=True)  # T = T(s), dT = T'(s)
SHIFT = sp.Symbol("Lambda", positive=True)  # one more invariant
M = q * (L - 1) / L  # the metric exponent m; with k0 for L it is m_0
M_ZERO = M.subs(L, k)
LIMIT_AT_ZERO, LIMIT_AT_INFINITY = c ** (-1 / k) / k, 1 / L


def factors_at_zero() -> Group:
    """P = u^k Q(u) with Q(0) = c > 0."""
    return induction(
        "Q = prod_{Lambda > 0} (u + Lambda) has Q(0) > 0 and a finite Q'(0)",
        Inequality("no factor: Q = 1", 0, sp.Integer(1), strict=True),
        Inequality("one more factor: Q (u + Lambda) at u = 0", 0, Q * SHIFT, strict=True),
    )


def factors_at_infinity() -> Group:
    """P = s^{-L} T(s) with T(0) = 1, s = 1/u."""
    return induction(
        "P = s^{-L} T(s) with s = 1/u, T = prod (1 + Lambda s), T(0) = 1",
        Identity("one factor: u + Lambda = (1 + Lambda s)/s", 1 / s + SHIFT, (1 + SHIFT * s) / s),
        Identity("one more has the value 1 at s = 0", (T * (1 + SHIFT * s)).subs({s: 0, T: 1}), 1),
    )


def near_zero(exponent: sp.Expr, constant: sp.Expr) -> Iterator[Step]:
    """R'' |x|^exponent -> constant as u -> 0."""
    slope = along(u**k * Q, {u: sp.Integer(1), Q: dQ})
    size, metric = Q ** (1 / q), 1 / (k * Q + u * dQ)
    yield factors_at_zero()
    yield Identity("x = u^{k/q} Q^{1/q}", (u**k * Q) ** (1 / q), u ** (k / q) * size)
    yield Identity("R'' = u^{1-k} / (k Q + u Q')", 1 / slope, u ** (1 - k) * metric)
    at_end = {u: 0, Q: c}
    yield Inequality("both second factors are continuous and positive at u = 0", 0, (size * metric).subs(at_end), True)
    yield Identity("u -> 0: the powers of u in R'' x^{m_0} cancel", 1 - k + exponent * k / q, 0, conclusion=True)
    limit = (metric * size**exponent).subs(at_end)
    yield Identity("so R'' x^{m_0} -> C, its value at u = 0", limit, constant, conclusion=True)


def near_infinity(exponent: sp.Expr, constant: sp.Expr) -> Iterator[Step]:
    """R'' |x|^exponent -> constant as u = 1/s -> infinity."""
    yield factors_at_infinity()
    slope = along(u**L * T, {u: sp.Integer(1), T: -dT / u**2}).subs(u, 1 / s)  # ds/du = -1/u^2
    size, metric = T ** (1 / q), 1 / (L * T - s * dT)
    yield Identity("x = s^{-L/q} T^{1/q}", (s**-L * T) ** (1 / q), s ** (-L / q) * size)
    yield Identity("R'' = s^{L-1} / (L T - s T')", 1 / slope, s ** (L - 1) * metric)
    yield Identity("s -> 0: the powers of s in R'' x^m cancel", L - 1 - exponent * L / q, 0, conclusion=True)
    limit = (metric * size**exponent).subs({s: 0, T: 1})
    yield Identity("so R'' x^m -> its value at s = 0, where T = 1", limit, constant, conclusion=True)


def metric_at_zero() -> Cite:
    """int_0 R'' and int_0 |x|^{-m_0} converge together."""
    text = "R'' |x|^{m_0} has a finite positive limit at 0, so int_0 R'' and int_0 |x|^{-m_0} converge together"
    return _comparison(text, LIMIT_AT_ZERO, near_zero(M_ZERO, LIMIT_AT_ZERO))


def metric_at_infinity() -> Cite:
    """int^infinity R'' and int^infinity |x|^{-m} converge together."""
    text = "R'' |x|^m tends to 1/L, so int^infinity R'' and int^infinity |x|^{-m} converge together"
    return _comparison(text, LIMIT_AT_INFINITY, near_infinity(M, LIMIT_AT_INFINITY))


def _comparison(text: str, limit: sp.Expr, steps: Iterator[Step]) -> Cite:
    positive = Inequality("which is positive", 0, limit, strict=True)
    return Cite(text, "limit-comparison", (Group("the ratio and its limit", (*steps, positive)), increasing()))


def power_integrals() -> Cite:
    """int_0 x^{-c} is finite iff c < 1, int^inf x^{-c} iff c > 1."""
    return Cite("int_0 x^{-c} dx is finite iff c < 1, int^infinity x^{-c} dx iff c > 1", "power-integral")


SLOPE_FINITE_AT_ZERO = integrable_at_zero(M)  # R'(0+) > -inf, with k0 for L
VALUE_FINITE_AT_ZERO = integrable_at_zero(M - 1)  # R(0+) finite, with k0 for L
DIVERGENCE_FINITE_AT_INFINITY = integrable_at_infinity(M - 1)  # D_R(x, inf) < inf
