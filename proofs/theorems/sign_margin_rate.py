"""How fast sign flow approaches its margin (theory: section 16.9): q = 1, the pull on every weight outward.

d|w_ki|/dt = -sign(x_k) h_k = 1, so |w_ki| = |w_ki(0)| + t = t + b_ki and |x_k| = prod_i (t + b_ki). For two coordinates

  sum_i (b_i - c_i)/(t + b_i) <= log(|x_k|/|x_m|) <= sum_i (b_i - c_i)/(t + c_i),      c_i = b_mi,

as 1 + a <= exp a for a = (b - c)/(t + c), and for k and m exchanged. Both bounds are (sum b - sum c)/t + O(1/t^2): the
limit of the direction does not depend on the depth or the start, the approach does.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import X, h, i, j, k, q, w, w_j, x
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, equal, for_all
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.logical import renamed
from ..judging.rules.order import above_tangent
from ..judging.rules.sums import (
    congruent,
    distributed,
    exponents_added,
    larger_factors,
    one_taken_out,
    powers_of_products,
)
from ..judging.tactics import at_zero, flow, for_every, freed, given, rate_rule, rewrite, show, smooth, whole
from ..judging.terms import (
    PASSED,
    Expr,
    exp,
    function,
    index,
    letter,
    plain,
    product_over,
    rate,
    sign,
    size,
    start,
    sum_over,
)
from ..judging.theorem import Theorem

m = index("m", "n")
b, c = letter("b", "pos", k, j), letter("b", "pos", m, j)
x_m = function("x", "real", m)
ALL = product_over(j, w_j)
SIGN, OUTWARD = equal(q, 1), for_all(k, almost(equal(sign(ALL) * h, -1)))
STARTS = for_all(k, for_all(i, equal(size(start(w)), letter("b", "pos", k, i))))
SHARE = (b - c) / (PASSED + c)
E_1 = exp(Expr(plain(1)))
BOUND = at_most(size(x), size(x_m) * exp(sum_over(j, SHARE)))


def grown() -> Theorem:
    """|w_ki| = t + b_ki."""
    known, line = whole("driven", 0), size(w) - PASSED
    out = one_taken_out(i=j.term, j=i.term, body=w_j.term)
    parts = rewrite(show("=", sign(w * X), sign(w) * sign(X)), show("=", w * X, ALL, (out, -1)))
    moves = rewrite(flow("driven", 1), given(SIGN))
    still = show(
        "=",
        rate(line),
        0,
        (rate_rule(line, known), 1),
        (moves, sign(w)),
        (parts, h),
        (freed(given(OUTWARD)), -1),
    )
    kept = rewrite(constant(smooth(line, known), still), at_zero(line))
    return show("=", size(w), PASSED + letter("b", "pos", k, i), (kept, 1), (freed(given(STARTS)), 1))


def length() -> Theorem:
    """|x_k|^1 = prod_j (t + b_kj)."""
    one = show("<", 0, Expr(plain(1)))
    spread = powers_of_products(one, whole=ALL.term, head="abs^", r=plain(1))
    each = show("=", size(w_j) ** 1, PASSED + b, (renamed(grown(), i=i.term, j=j.term), 1))
    named = congruent(each, i=j.term, whole=product_over(j, size(w_j) ** 1).term)
    return rewrite(spread, named, show("=", ALL, x, (flow("product", 0), -1)))


def derive() -> Theorem:
    """t + b = (t + c)(1 + a) <= (t + c) exp a, a = (b - c)/(t + c), multiplied over the layers."""
    factor = E_1**SHARE
    each = show("<=", PASSED + b, (PASSED + c) * factor, (above_tangent(x=SHARE.term), PASSED + c))
    sign_of = show("<=", 0, PASSED + b)
    product = product_over(j, PASSED + b)
    larger = larger_factors(sign_of, each, whole=product.term)
    apart = distributed(whole=product_over(j, PASSED + c).term, b=factor.term)
    together = exponents_added(show("<", 0, E_1), i=j.term, base=E_1.term, body=SHARE.term)
    first, second = length(), renamed(length(), i=k.term, j=m.term)
    total = exp(sum_over(j, SHARE))
    bound = show(
        "<=",
        size(x),
        size(x_m) * total,
        (larger, 1),
        (apart, 1),
        (together, product_over(j, PASSED + c)),
        (first, 1),
        (second, -1 * total),
    )
    return for_every(bound, k, m)


def witness() -> Model:
    """w = (1 + t, 2 + t) and (-3 - t, 1 + t), h = (-1, 1)."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {("w", 1, 1): 1 + T, ("w", 1, 2): 2 + T, ("h", 1): 0 * T - 1}
    functions |= {("w", 2, 1): -3 - T, ("w", 2, 2): 1 + T, ("h", 2): 0 * T + 1}
    functions |= {("x", 1): (1 + T) * (2 + T), ("x", 2): -(3 + T) * (1 + T)}
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(1)}
    starts = {(1, 1): 1, (1, 2): 2, (2, 1): 3, (2, 2): 1}
    constants |= {("b", *at): Fraction(value) for at, value in starts.items()}
    return Model(constants, functions, {"n": 2, "L": 2}, end=None)


CLAIMS = (
    derived_claim(
        id="sign-margin-rate",
        title="How fast sign flow forgets its start on the way to its margin",
        source="beyond the paper: section 16.9",
        matters="At q = 1 neither depth nor start decides the late direction; here is how long they are remembered.",
        formal=Formal(
            (("flow", "driven"), ("flow", "product"), SIGN, OUTWARD, STARTS),
            for_all(k, for_all(m, BOUND)),
            derive,
            witness,
        ),
        remark="b_ki = |w_ki(0)|, every weight is pushed outward. With k and m exchanged it is the bound from below, so"
        " log(|x_k|/|x_m|) = (sum_i b_ki - sum_i b_mi)/t + O(1/t^2): the direction (1, ..., 1) is reached at every"
        " depth and from every start, at a speed that depends on both.",
    ),
)
