"""Completeness of the balance equations: on an orthant the states with the same invariants are one orbit (theory:
section 2).

a and b have the same invariants and signs iff |b_i|^q = |a_i|^q + s for every i, s >= 0 say. Between them runs

  W_i(t) = sign(a_i) (|a_i|^q + t)^{1/q},   dW_i/dt = <prod_{j != i} W_j>^{q-1} (1/q) <X>^{1-q},   X = prod_j W_j,

the flow of f = -x in the time (1/q) int <X>^{1-q}, as <prod_{j != i} W_j>^{q-1} <W_i>^{q-1} = <X>^{q-1} whatever i.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from ..judging.claim import derived_claim
from ..judging.flows import i, j, q
from ..judging.formal import Formal
from ..judging.formulas import almost, below, equal, for_all, formula
from ..judging.models import Model
from ..judging.rules.algebraic import away_from_zero
from ..judging.rules.calculus import limit
from ..judging.rules.logical import both, renamed, with_function
from ..judging.rules.sums import at_least_one, congruent, one_taken_out, positive_product, powers_of_products
from ..judging.tactics import at_zero, for_every, freed, given, rate_rule, rewrite, show
from ..judging.terms import (
    PASSED,
    Expr,
    function,
    index,
    letter,
    others,
    plain,
    product_over,
    rate,
    sign,
    signed_power,
    size,
    start,
    sum_over,
)
from ..judging.theorem import Theorem

l = index("l", "L")
s = letter("s")
a, b, c = (letter(name, "real", i) for name in "abc")
a_j, c_l = letter("a", "real", j), letter("c", "real", l)
LEVEL = size(a) ** q + PASSED
W, W_j = sign(a) * LEVEL ** (1 / q), sign(a_j) * (size(a_j) ** q + PASSED) ** (1 / q)
REST, X = others(j, i, W_j), product_over(j, W_j)
DRIVE = signed_power(X, 1 - q) / q
NO_ZERO, SIGNS = for_all(i, below(0, size(a))), for_all(i, equal(sign(b), sign(a)))
SAME = for_all(i, equal(size(b) ** q, size(a) ** q + s))
ENDS = formula(("tends", PASSED.term, s.term))
y = function("y", "pos")
V, V_l = (d + 1 + sum_over(i, size(c)) for d in (c, c_l))
ROOT, ROOT_l = V ** (1 / q), V_l ** (1 / q)  # weights with the invariants c_i - c_l


def arrives() -> Theorem:
    """W_i -> sign(b_i) (|b_i|^q)^{1/q} = b_i as t -> s."""
    goes = limit(given(ENDS), a=W.term)
    back = show("=", sign(b) * (size(b) ** q) ** (1 / q), b)
    return rewrite(goes, rewrite(back, freed(given(SAME)), freed(given(SIGNS))))


@cache
def no_zero(whole: Expr) -> Theorem:
    """0 < |prod_j W_j|, over all j or over those other than i."""
    one = size(W_j) ** 1
    factor = away_from_zero(freed(given(NO_ZERO), i=j.term), stated=("<", plain(0), one.term))
    product = Expr((*whole.term[:-1], one.term))
    sizes = powers_of_products(show("<", 0, 1), whole=whole.term, head="abs^", r=plain(1))
    return show("<", 0, size(whole), (positive_product(factor, whole=product.term), 1), (sizes, -1))


def along() -> Theorem:
    """dW_i/dt, and <W_i prod_{j != i} W_j>^{1-q} for <X>^{1-q}."""
    moves = rate_rule(W, away_from_zero(freed(given(NO_ZERO)), stated=("<", plain(0), LEVEL.term)))
    found = moves.conclusion[1][2]
    driven = signed_power(REST, q - 1) * signed_power(W * REST, 1 - q) / q
    same = away_from_zero(no_zero(REST), stated=("=", found, driven.term))
    out = one_taken_out(i=j.term, j=i.term, body=W_j.term)
    return rewrite(moves, same, show("=", W * REST, X, (out, -1)))


def keeps_sign() -> Theorem:
    """sign X = prod_j sign W_j = prod_j sign a_j."""
    signs = powers_of_products(whole=X.term, head="spow", r=plain(0))
    one = signed_power(W_j, 0)
    named = congruent(show("=", one, sign(a_j)), i=j.term, whole=product_over(j, one).term)
    return show("=", sign(X), product_over(j, sign(a_j)), (signs, 1), (named, 1))


def independent() -> Theorem:
    """|c_i| <= sum |c|, so V_i = c_i + 1 + sum |c| > 0 is the q-th power of a weight."""
    shown = show("=", size(y ** (1 / q)) ** q, y)
    whole = at_least_one(show("<=", 0, size(c)), i=i.term, j=i.term)
    one = with_function(shown, show("<", 0, V, (whole, 1)), letter=y.term, a=V.term)
    other = renamed(one, i=i.term, j=l.term)
    gap = show("=", size(ROOT) ** q - size(ROOT_l) ** q, c - c_l, (one, 1), (other, -1))
    return for_every(gap, i, l)


def derive() -> Theorem:
    """From a, to b, along the flow, which keeps the sign of x; and all values are taken."""
    first = rewrite(at_zero(W), show("=", sign(a) * (size(a) ** q + 0) ** (1 / q), a))
    return both(
        for_every(first, i), for_every(arrives(), i), for_every(along(), i), no_zero(X), keeps_sign(), independent()
    )


GOAL = formula(
    (
        "and",
        for_all(i, equal(start(W), a)),
        for_all(i, formula(("tends", W.term, b.term))),
        for_all(i, almost(equal(rate(W), signed_power(REST, q - 1) * DRIVE))),
        below(0, size(X)),
        equal(sign(X), product_over(j, sign(a_j))),
        for_all(i, for_all(l, equal(size(ROOT) ** q - size(ROOT_l) ** q, c - c_l))),
    )
)


def witness() -> Model:
    """Sign flow from (1, -2) to (2, -3), s = 1."""
    values = {"a": (1, -2), "b": (2, -3), "c": (0, 5)}
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(1), "s": Fraction(1)}
    constants |= {(name, n): Fraction(v) for name, pair in values.items() for n, v in enumerate(pair, 1)}
    return Model(constants, {}, {"L": 2})


CLAIM = derived_claim(
    id="balance-complete",
    title="The balance equations are complete",
    source="after Lemma 4.4 (S)",
    matters="There is nothing more to conserve: a potential may depend on these differences and on nothing else.",
    formal=Formal((ENDS, NO_ZERO, SIGNS, SAME), GOAL, derive, witness),
    remark="a and b are two states with the same signs and the same invariants |w_i|^q - |w_l|^q, no weight 0; s is"
    " what |w_i|^q differs by (if it is negative, exchange a and b). The path from a to b is the flow of f = -x in the"
    " time tau with d tau/dt = <x>^{1-q}/q, run backwards where x < 0: the drive h = -<x>^{1-q}/q keeps its sign. So"
    " on an orthant the states with given invariants are one orbit of one objective, and whatever is constant along"
    " its flow is a function of the invariants, smooth or not. The last part: the L - 1 differences take all values"
    " independently. For one particular objective there can be more invariants.",
)

CLAIMS = (CLAIM,)
