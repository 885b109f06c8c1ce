"""dx_k/dt = -P'(u_k) h_k with P(u) = prod_i (u + Lambda_ki) and |w_ki|^q = u_k + Lambda_ki (theory: section 3).

dx/dt = sum_i X_i dw_i/dt and X_i <X_i>^{q-1} = |X_i|^q = prod_{j != i} (u + Lambda_j), X_i the product of the others.
"""

from __future__ import annotations

from ...judging.flows import L, X, alpha, h, i, j, k, q, w, w_j, x
from ...judging.formulas import Formula, equal, for_all
from ...judging.rules.sums import (
    added,
    congruent,
    constant_body,
    factored,
    one_taken_out,
    powers_of_products,
    relettered,
    summed,
)
from ...judging.tactics import flow, freed, given, rate_rule, rewrite, show, whole
from ...judging.terms import Expr, function, letter, others, product_over, rate, size, sum_over
from ...judging.theorem import Theorem

u = function("u", "nonneg", k)
Lambda, Lambda_j = letter("Lambda", "nonneg", k, i), letter("Lambda", "nonneg", k, j)
INVARIANTS = for_all(k, for_all(i, equal(size(w) ** q, u + Lambda)))
LEVEL = u + Lambda_j
P = product_over(j, LEVEL)
SLOPE = sum_over(i, others(j, i, LEVEL))  # P'(u)
ALL = product_over(j, w_j)
FLOW = (("flow", "driven"), ("flow", "product"), INVARIANTS)


MOVING, MOVING_j = function("Lambda", "nonneg", k, i), function("Lambda", "nonneg", k, j)  # Lambda_ki(t)
MOVING_INVARIANTS = for_all(k, for_all(i, equal(size(w) ** q, u + MOVING)))
MOVING_SLOPE = sum_over(i, others(j, i, u + MOVING_j))
DECAYED = (("flow", "driven-decay"), ("flow", "product"), MOVING_INVARIANTS)


def size_of_product(invariants: Formula = INVARIANTS) -> Theorem:
    """|x_k|^q = prod_j |w_kj|^q = P(u_k)."""
    powers = powers_of_products(show("<", 0, q), whole=product_over(j, w_j).term, head="abs^", r=q.term)
    sizes = freed(given(invariants), i=j.term)
    levels = congruent(sizes, i=j.term, whole=product_over(j, size(w_j) ** q).term)
    shown = show("=", size(product_over(j, w_j)) ** q, Expr(levels.conclusion[1][2]), (powers, 1), (levels, 1))
    return rewrite(shown, show("=", ALL, x, (flow("product", 0), -1)))


def powers_of_others(invariants: Formula) -> tuple[Theorem, Theorem]:
    """|X_i|^q = prod_{j != i} |w_j|^q = prod_{j != i} (u + Lambda_j), X_i the product of the others."""
    powers = powers_of_products(show("<", 0, q), whole=X.term, head="abs^", r=q.term)
    levels = freed(given(invariants), i=j.term)
    return powers, congruent(levels, i=j.term, whole=others(j, i, size(w_j) ** q).term)


def speed(invariants: Formula = INVARIANTS, level: Expr = LEVEL) -> Theorem:
    """dx_k/dt = -P'(u_k) h_k for almost every t."""
    powers, levels = powers_of_others(invariants)
    rest = others(j, i, level)
    one = show("=", X * rate(w), -1 * h * rest, (flow("driven", 1), X), (powers, -1 * h), (levels, -1 * h))
    every = summed(one, i=i.term)
    apart = factored(i=i.term, factor=(-1 * h).term, body=rest.term)
    return total_speed("driven", -1 * h * sum_over(i, rest), (every, 1), (apart, 1))


def decayed_speed(invariants: Formula = MOVING_INVARIANTS, level: Expr = u + MOVING_j) -> Theorem:
    """dx_k/dt = -P'(u_k) h_k - alpha L x_k for almost every t, Lambda taken at that time."""
    powers, levels = powers_of_others(invariants)
    rest, lost = others(j, i, level), -1 * alpha * ALL
    out = one_taken_out(i=j.term, j=i.term, body=w_j.term)
    pieces = (flow("driven-decay", 1), X), (powers, -1 * h), (levels, -1 * h), (out, alpha)
    every = summed(show("=", X * rate(w), -1 * h * rest + lost, *pieces), i=i.term)
    parts = added(i=i.term, a=(-1 * h * rest).term, b=lost.term)
    pull = factored(i=i.term, factor=(-1 * h).term, body=rest.term)
    drain = constant_body(whole=sum_over(i, lost).term)
    total = -1 * h * sum_over(i, rest) - alpha * L * x
    named = (flow("product", 0), alpha * L)
    return total_speed("driven-decay", total, (every, 1), (parts, 1), (pull, 1), (drain, 1), named)


def total_speed(kind: str, value: Expr, *pieces: tuple[Theorem, Expr | int]) -> Theorem:
    """dx_k/dt = sum_i X_i dw_ki/dt = value."""
    moves = rate_rule(ALL, whole(kind, 0))
    named = relettered(whole=moves.conclusion[1][2], j=i.term)
    total = show("=", rate(ALL), value, (moves, 1), (named, 1), *pieces)
    return rewrite(total, show("=", ALL, x, (flow("product", 0), -1)))
