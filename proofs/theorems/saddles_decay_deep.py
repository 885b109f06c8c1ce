"""Coupled weight decay at depth L >= 3: w = 0 is a strict minimum of F + (alpha/2)|w|^2 (theory: section 11.7).

With f(x) = F_0 + g . x + o |x|, o -> 0, and r = |w| -> 0: |x_k| <= r^L, so (F + (alpha/2) r^2 - F_0)/r^2 is alpha/2 up
to r^{L-2} (sum_k |g_k| + |o| n) -> 0. Elsewhere, at every depth: w_i (dF/dw_i + alpha w_i) = g x + alpha w_i^2 = 0 for
every i, so the weights of a coordinate have one size: only zero weights or none.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L
from ..judging.formal import Formal
from ..judging.formulas import below, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import larger_base
from ..judging.rules.calculus import limit, squeezed
from ..judging.rules.logical import both, implied, renamed
from ..judging.rules.sums import (
    at_least_one,
    constant_body,
    factored,
    larger_factors,
    one_taken_out,
    powers_of_products,
    summed,
)
from ..judging.tactics import for_every, freed, given, show
from ..judging.terms import Expr, function, index, letter, others, plain, product_over, size, sum_over
from ..judging.theorem import Theorem

i, j, k, l = index("i", "L"), index("j", "L"), index("k", "n"), index("l", "L")
alpha, F_0, s = letter("alpha"), letter("F_0", "real"), letter("s", "real")
g, F, o, r = letter("g", "real", k), function("F"), function("o"), function("r", "pos")
FLAT = formula(("tends", o.term, plain(0)))
PENALISED = F + alpha / 2 * r**2 - F_0
DEEP = below(2, L)
w = function("w", "real", k, i)
x = product_over(i, w)
NORM_DEEP = equal(r**2, sum_over(k, sum_over(i, w**2)))
PRODUCTS = equal(F, F_0 + sum_over(k, g * x) + o * sum_over(k, size(x)))
NEAR = formula(("tends", r.term, plain(0)))
STRICT = formula(("tends", (PENALISED / r**2).term, (alpha / 2).term))
v_i, v_j, v_l = (letter("v", "real", n) for n in (i, j, l))
CRITICAL = for_all(i, equal(s * others(j, i, v_j) + alpha * v_i, 0))
ALIKE = for_all(i, for_all(l, equal(v_i**2, v_l**2)))


TOP, MANY = r**L, sum_over(k, Expr(plain(1)))
FADE = TOP * (sum_over(k, size(g)) + size(o) * MANY)


def at_most_norm() -> Theorem:
    """|x_k| <= r^L, as |w_ki| <= r."""
    inner = at_least_one(show("<=", 0, w**2), i=i.term, j=i.term)
    outer = at_least_one(show("<=", 0, sum_over(i, w**2)), i=k.term, j=k.term)
    below_norm = show("<=", w**2, r**2, (inner, 1), (outer, 1), (given(NORM_DEEP), -1))
    half = Fraction(1, 2)
    root = larger_base(show("<=", 0, w**2), below_norm, show("<", 0, half), r=plain(half))
    each = show("<=", size(w) ** 1, r, (root, 1))
    product = larger_factors(show("<=", 0, size(w) ** 1), each, whole=product_over(i, size(w) ** 1).term)
    sizes = powers_of_products(show("<", 0, 1), whole=x.term, head="abs^", r=plain(1))
    power = constant_body(show("<", 0, r), whole=product_over(i, r).term)
    return show("<=", size(x), r**L, (sizes, 1), (product, 1), (power, 1))


def near_start(up: bool) -> Theorem:
    """F - F_0 <= r^L (sum_k |g_k| + |o| n), or its negative <= F - F_0."""
    bound, one, side = at_most_norm(), Expr(plain(1)), 1 if up else -1
    products, body = sum_over(k, size(x)), side * TOP * size(g)
    each = summed(show("<=", size(x), TOP * one, (bound, 1)), i=k.term)
    number = factored(i=k.term, factor=TOP.term, body=one.term)
    ends = (g * x, body) if up else (body, g * x)
    linear = summed(show("<=", *ends, (bound, size(g))), i=k.term)
    out = factored(i=k.term, factor=(side * TOP).term, body=size(g).term)
    rest = show("<=", 0, size(o) * products - side * o * products)
    pieces = (given(PRODUCTS), side), (linear, 1), (out, side), (rest, 1), (each, size(o)), (number, size(o))
    ends = (F - F_0, FADE) if up else (-1 * FADE, F - F_0)
    return show("<=", *ends, *pieces)


def deep() -> Theorem:
    """(F + (alpha/2) r^2 - F_0)/r^2 differs from alpha/2 by at most r^{L-2} (sum_k |g_k| + |o| n) -> 0."""
    value, fade = PENALISED / r**2, r ** (L - 2) * (sum_over(k, size(g)) + size(o) * MANY)
    low, high = alpha / 2 - fade, alpha / 2 + fade
    above = show("<=", value, high, (near_start(True), 1 / r**2))
    under = show("<=", low, value, (near_start(False), 1 / r**2))
    ahead = given(NEAR), given(FLAT), show("<", 0, L - 2, (given(DEEP), 1))
    return squeezed(limit(*ahead, a=low.term), under, above, limit(*ahead, a=high.term))


def alike() -> Theorem:
    """v_i (s X_i + alpha v_i) = s x + alpha v_i^2, X_i the product of the others: alpha v_i^2 = -s x for every i."""
    out = one_taken_out(i=j.term, j=i.term, body=v_j.term)
    one = show("=", alpha * v_i**2, -1 * s * product_over(j, v_j), (freed(given(CRITICAL)), v_i), (out, s))
    other = renamed(one, i=i.term, j=l.term)
    same = show("=", v_i**2, v_l**2, (one, 1 / alpha), (other, -1 / alpha))
    return implied(for_every(same, i, l), stated=CRITICAL)


def derive() -> Theorem:
    """The strict minimum, and critical points elsewhere."""
    return both(deep(), alike())


def witness() -> Model:
    """f = x + x^2 along w = (e^{-t}, e^{-t}, e^{-t}): o = x."""
    x_, n = sp.exp(-3 * T), range(1, 4)
    functions: dict[tuple[str | int, ...], sp.Expr] = {("w", 1, m): sp.exp(-T) for m in n}
    functions |= {("r",): sp.sqrt(3) * sp.exp(-T), ("F",): x_ + x_**2, ("o",): x_}
    constants: dict[str | tuple[str | int, ...], Fraction] = {"alpha": Fraction(1), "F_0": Fraction(0)}
    constants |= {"s": Fraction(-1), ("g", 1): Fraction(1)}
    constants |= {("v", m): Fraction(1) for m in n}
    return Model(constants, functions, {"n": 1, "L": 3}, end=None)


CLAIM = derived_claim(
    id="saddles-decay-deep",
    title="Coupled weight decay: at depth 3 and more w = 0 is a strict minimum",
    source="beyond the paper; Theorem 4.3 (S) with decay, asked by the reviewers",
    matters="From depth 3 on an L2 penalty makes 0 a trap whatever the gradient, so a small start stays.",
    formal=Formal(
        (FLAT, NEAR, NORM_DEEP, PRODUCTS, DEEP),
        formula(("and", STRICT, ("=>", CRITICAL, ALIKE))),
        derive,
        witness,
    ),
    remark="Any path of weights to w = 0 along which f(x) = F_0 + g . x + o |x| with o -> 0, r its distance from 0: the"
    " penalised objective exceeds its value at 0 by about alpha r^2/2, whatever alpha > 0 and g. The second part, at"
    " every depth: v_1, ..., v_L is a coordinate of a critical point of F + (alpha/2)|w|^2, s the slope of f in it."
    " Another coordinate may be away from 0: f = x_2^2/2 - 2 x_2, L = 2, alpha = 1 has the critical point w = ((0, 0),"
    " (1, 1)).",
)

CLAIMS = (CLAIM,)
