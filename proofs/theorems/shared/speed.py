"""dx_k/dt = -P'(u_k) h_k with P(u) = prod_i (u + Lambda_ki) and |w_ki|^q = u_k + Lambda_ki (theory: section 3).

dx/dt = sum_i X_i dw_i/dt and X_i <X_i>^{q-1} = |X_i|^q = prod_{j != i} (u + Lambda_j), X_i the product of the others.
"""

from __future__ import annotations

from ...judging.flows import X, h, i, j, k, q, w, w_j, x
from ...judging.formulas import equal, for_all
from ...judging.rules.sums import congruent, factored, powers_of_products, relettered, summed
from ...judging.tactics import flow, freed, given, rate_rule, rewrite, show, whole
from ...judging.terms import Expr, function, letter, others, product_over, rate, size, sum_over
from ...judging.theorem import Theorem

u = function("u", "nonneg", k)
Lambda, Lambda_j = letter("Lambda", "nonneg", k, i), letter("Lambda", "nonneg", k, j)
INVARIANTS = for_all(k, for_all(i, equal(size(w) ** q, u + Lambda)))
P = product_over(j, u + Lambda_j)
SLOPE = sum_over(i, others(j, i, u + Lambda_j))  # P'(u)
FLOW = (("flow", "driven"), ("flow", "product"), INVARIANTS)


def level(index: Expr) -> Theorem:
    """|w_k,index|^q = u_k + Lambda_k,index."""
    return freed(given(INVARIANTS), i=index.term)


def size_of_product() -> Theorem:
    """|x_k|^q = prod_j |w_kj|^q = P(u_k)."""
    powers = powers_of_products(show("<", 0, q), whole=product_over(j, w_j).term, head="abs^", r=q.term)
    levels = congruent(level(j), i=j.term, whole=product_over(j, size(w_j) ** q).term)
    shown = show("=", size(product_over(j, w_j)) ** q, P, (powers, 1), (levels, 1))
    return rewrite(shown, show("=", product_over(j, w_j), x, (flow("product", 0), -1)))


def speed() -> Theorem:
    """dx_k/dt = -P'(u_k) h_k for almost every t."""
    powers = powers_of_products(show("<", 0, q), whole=X.term, head="abs^", r=q.term)
    levels = congruent(level(j), i=j.term, whole=others(j, i, size(w_j) ** q).term)
    rest = others(j, i, u + Lambda_j)
    one = show("=", X * rate(w), -1 * h * rest, (flow("driven", 1), X), (powers, -1 * h), (levels, -1 * h))
    every = summed(one, i=i.term)
    apart = factored(i=i.term, factor=(-1 * h).term, body=rest.term)
    moves = rate_rule(product_over(j, w_j), whole("driven", 0))
    named = relettered(whole=moves.conclusion[1][2], j=i.term)
    total = show("=", rate(product_over(j, w_j)), -1 * h * SLOPE, (moves, 1), (named, 1), (every, 1), (apart, 1))
    return rewrite(total, show("=", product_over(j, w_j), x, (flow("product", 0), -1)))
