"""df/dt <= -mu sum_k |g_k|^q along a steepest mirror flow with 1/R''_k = H_k >= mu, and with |g_k| <= B also
df/dt <= -mu B^{q-2} sum_k |g_k|^2 (Theorem 4.2 (S))."""

from __future__ import annotations

from ...judging.flows import F, H, g, k, q, x
from ...judging.formulas import almost, at_most, for_all
from ...judging.rules.algebraic import larger_exponent
from ...judging.rules.sums import factored, summed
from ...judging.tactics import decided, flow, freed, given, rewrite, show
from ...judging.terms import Expr, letter, plain, rate, size, sum_over
from ...judging.theorem import Theorem

mu, B, f_inf = letter("mu"), letter("B"), letter("f_inf", "real")
FLOW = (("flow", "steepest"), ("flow", "mirror"), ("flow", "objective"))
COERCIVE = for_all(k, at_most(mu, H))
BOUNDED = for_all(k, almost(at_most(size(g), B)))
BELOW = at_most(f_inf, F)
SQUARES, POWERS = sum_over(k, size(g) ** 2), sum_over(k, size(g) ** q)


def scaled(factor: Expr, body: Expr) -> Theorem:
    """sum_k c a_k = c sum_k a_k."""
    return factored(i=k.term, factor=plain(factor), body=plain(body))


def descent() -> Theorem:
    """dF/dt <= -mu sum_k |g_k|^q for almost every t."""
    power = size(g) ** q
    along = show("=", g * rate(x), -1 * H * power, (flow("mirror", 1), g), (flow("steepest", 0), -1 * H))
    falls = rewrite(flow("objective", 1), summed(along, i=k.term))
    each = show("<=", -1 * H * power, -1 * mu * power, (freed(given(COERCIVE)), power))
    least = summed(each, i=k.term)
    return show("<=", rate(F), -1 * mu * POWERS, (falls, 1), (least, 1), (scaled(-1 * mu, power), 1))


def bounded_descent() -> Theorem:
    """dF/dt <= -mu B^{q-2} sum_k |g_k|^2 for almost every t."""
    sizes = show("<=", 0, size(g)), freed(given(BOUNDED)), show("<", 0, B)
    each = larger_exponent(*sizes, show("<", 0, q), decided(at_most(q, 2)))
    squares = summed(each, i=k.term)
    apart = show("=", size(g) ** q * B ** (2 - q), B ** (2 - q) * size(g) ** q)
    weight = mu * B ** (q - 2)
    return show(
        "<=",
        rate(F),
        -1 * weight * SQUARES,
        (descent(), 1),
        (squares, weight),
        (summed(apart, i=k.term), weight),
        (scaled(B ** (2 - q), size(g) ** q), weight),
    )
