"""The arithmetic, geometric and harmonic means of b_1, ..., b_L > 0 with the product 1: L <= sum b_i, L <= sum 1/b_i.

1 + log b <= b and 1 - log b <= 1/b, and sum_i log b_i = log prod_i b_i = 0 (theory: section 11.7).
"""

from __future__ import annotations

from ...judging.flows import L
from ...judging.rules.logical import with_function
from ...judging.rules.order import above_tangent
from ...judging.rules.sums import added, congruent, constant_body, exponents_added, factored, summed
from ...judging.tactics import rewrite, show
from ...judging.terms import Expr, exp, function, log, plain, product_over, sum_over
from ...judging.theorem import Theorem

y, z, E = function("y", "pos"), function("z"), exp(1)


def no_logarithm(i: Expr, b: Expr, positive: Theorem, one: Theorem) -> Theorem:
    """sum_i log b_i = 0 from 0 < b_i and prod_i b_i = 1."""
    total = sum_over(i, log(b))
    power = with_function(show("=", E**z, exp(z)), letter=z.term, a=log(y).term)
    value = rewrite(power, show("=", exp(log(y)), y))
    each = with_function(value, positive, letter=y.term, a=b.term)
    whole = congruent(each, i=i.term, whole=product_over(i, E ** log(b)).term)
    joint = exponents_added(show("<", 0, E), i=i.term, base=E.term, body=log(b).term)
    unit = show("=", E**total, 1, (joint, -1), (whole, 1), (one, 1))
    back = with_function(show("=", log(E**z), z), letter=z.term, a=total.term)
    return show("=", total, 0, (rewrite(back, unit), -1), (show("=", log(1), 0), 1))


def mean(i: Expr, b: Expr, positive: Theorem, one: Theorem, side: int) -> Theorem:
    """L <= sum_i b_i (side 1), L <= sum_i 1/b_i (side -1)."""
    end, tilt = (y, log(y)) if side > 0 else (1 / y, -1 * log(y))
    tangent = above_tangent(x=tilt.term)
    named = rewrite(tangent, show("=", Expr(tangent.conclusion[1][2]), end))
    each = summed(with_function(named, positive, letter=y.term, a=b.term), i=i.term)
    line = added(i=i.term, a=plain(1), b=(log(b) if side > 0 else -1 * log(b)).term)
    count = constant_body(whole=sum_over(i, Expr(plain(1))).term)
    found = Expr(each.conclusion[1][2])
    pieces = [(each, 1), (line, -1), (count, -1), (no_logarithm(i, b, positive, one), -1 * side)]
    if side < 0:
        pieces.append((factored(i=i.term, factor=plain(-1), body=log(b).term), -1))
    return show("<=", L, found, *pieces)
