"""The metric exponents: R'' ~ |x|^{-m}/L at infinity with m = q(L-1)/L, R'' ~ C |x|^{-m_0} at 0 with m_0 = q(k0-1)/k0.

R'' = 1/P'(u), x^q = P(u) (theory: sections 3, 5). As u -> infinity, P = u^L prod_j (1 + Lambda_j/u) and
P' = u^{L-1} sum_i prod_{j != i} (1 + Lambda_j/u), so x^m R'' has the limit 1/L. As v -> 0 with k0 zeros among the
invariants and c_1, ..., c_r the positive ones, P = v^{k0} prod_i (v + c_i), P' = v^{k0-1} (k0 prod (v + c_i) + v ...),
so x^{m_0} R'' has the limit (prod c_i)^{-1/k0}/k0. A limit is a statement about every path that goes there.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ..judging.claim import derived_claim
from ..judging.flows import L, i, j, q
from ..judging.formal import Formal
from ..judging.formulas import equal, formula
from ..judging.models import Model, T
from ..judging.rules.calculus import limit
from ..judging.rules.logical import both
from ..judging.rules.sums import congruent, constant_body, distributed, factored, summed
from ..judging.tactics import given, rewrite, show
from ..judging.terms import Expr, function, index, letter, others, plain, product_over, sum_over
from ..judging.theorem import Theorem

u, x, v, y = (function(name, "pos") for name in ("u", "x", "v", "y"))
Lambda, Lambda_j = letter("Lambda", "nonneg", i), letter("Lambda", "nonneg", j)
P = product_over(j, u + Lambda_j)
SLOPE = sum_over(i, others(j, i, u + Lambda_j))
FAR = formula(("grows", u.term))
LEVEL = equal(x**q, P)
RATIO = 1 + Lambda_j / u

k0, a, b = letter("k0", "count"), index("a", "r"), index("b", "r")
c_a = letter("c", "pos", a)
REST = product_over(a, v + c_a)
LEVEL_0 = equal(y**q, v**k0 * REST)
SLOPE_0 = k0 * v ** (k0 - 1) * REST + v**k0 * sum_over(b, others(a, b, v + c_a))
NEAR = formula(("tends", v.term, plain(0)))
CONSTANT = product_over(a, c_a) ** (-1 / k0) / k0
GOAL_FAR = formula(("tends", plain(x ** (q * (L - 1) / L) / SLOPE), plain(1 / L)))
GOAL_NEAR = formula(("tends", plain(y ** (q * (k0 - 1) / k0) / SLOPE_0), plain(CONSTANT)))


def taken_out(whole: Expr, ones: Expr, power: Expr) -> Theorem:
    """prod_j (u + Lambda_j) = u^L prod_j (1 + Lambda_j/u), over the others with u^{L-1}; ones is the product of u."""
    each = show("=", u + Lambda_j, u * RATIO)
    apart = congruent(each, i=j.term, whole=whole.term)
    split = distributed(whole=ones.term, b=RATIO.term)
    rest = Expr((*whole.term[:-1], RATIO.term))
    same = show("=", ones * rest, power * rest, (constant_body(show("<", 0, u), whole=ones.term), rest))
    return show("=", power * rest, whole, (apart, -1), (split, -1), (same, -1))


def far() -> Theorem:
    """x^m/P'(u) = (prod_j r_j)^{(L-1)/L} / sum_i prod_{j != i} r_j with r_j = 1 + Lambda_j/u -> 1."""
    powers, rests = product_over(j, RATIO), others(j, i, RATIO)
    lead = u ** (L - 1)
    level = taken_out(P, product_over(j, u), u**L)
    rest = taken_out(others(j, i, u + Lambda_j), others(j, i, u), lead)
    slope = show(
        "=",
        lead * sum_over(i, rests),
        SLOPE,
        (summed(rest, i=i.term), 1),
        (factored(i=i.term, factor=lead.term, body=rests.term), -1),
    )
    reduced = powers ** ((L - 1) / L) / sum_over(i, rests)
    tends = limit(given(FAR), a=reduced.term)
    one, ones = show("<", 0, 1), Expr(plain(1)) ** (L - 1)
    each = summed(constant_body(one, whole=others(j, i, 1).term), i=i.term)
    product = constant_body(one, whole=product_over(j, 1).term)
    tends = rewrite(tends, product, each, constant_body(whole=sum_over(i, ones).term))
    tends = rewrite(tends, show("=", Expr(tends.conclusion[2]), 1 / L))
    grown = (u**L * powers) ** ((L - 1) / L) / (lead * sum_over(i, rests))
    back = rewrite(tends, show("=", reduced, grown), level, slope, show("=", P, x**q, (given(LEVEL), -1)))
    return rewrite(back, show("=", (x**q) ** ((L - 1) / L) / SLOPE, x ** (q * (L - 1) / L) / SLOPE))


def near() -> Theorem:
    """y^{m_0}/P'(v) = p^{(k0-1)/k0} / (k0 p + v s) with p = prod (v + c_a) -> prod c_a."""
    reduced = REST ** ((k0 - 1) / k0) / (k0 * REST + v * sum_over(b, others(a, b, v + c_a)))
    tends = limit(given(NEAR), a=reduced.term)
    tends = rewrite(tends, show("=", Expr(tends.conclusion[2]), CONSTANT))
    whole = (v**k0 * REST) ** ((k0 - 1) / k0) / SLOPE_0
    back = rewrite(tends, show("=", reduced, whole))
    level = show("=", v**k0 * REST, y**q, (given(LEVEL_0), -1))
    return rewrite(back, level, show("=", (y**q) ** ((k0 - 1) / k0) / SLOPE_0, y ** (q * (k0 - 1) / k0) / SLOPE_0))


def derive() -> Theorem:
    """Both ends."""
    return both(far(), near())


def witness() -> Model:
    """q = 1, L = 2, Lambda = (0, 1): u = 1 + t; k0 = 1, c = 1: v = 1/(1 + t)."""
    near_0 = 1 / (1 + T)
    functions: dict[tuple[str | int, ...], Any] = {
        ("u",): 1 + T,
        ("x",): (1 + T) * (2 + T),
        ("v",): near_0,
        ("y",): near_0 * (near_0 + 1),
    }
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        "q": Fraction(1),
        ("Lambda", 1): Fraction(0),
        ("Lambda", 2): Fraction(1),
        "k0": Fraction(1),
        ("c", 1): Fraction(1),
    }
    return Model(constants, functions, {"L": 2, "r": 1}, end=None)


CLAIM = derived_claim(
    id="metric-exponents",
    title="The two metric exponents",
    source="Corollaries 4.11, 4.12 (S) = 4.13, 4.14 (C)",
    matters="m governs large x (blow-up, onto), m_0 governs x near 0 (sign changes, escape): they are different numbers"
    " off balance.",
    formal=Formal((FAR, LEVEL, NEAR, LEVEL_0), formula(("and", GOAL_FAR, GOAL_NEAR)), derive, witness),
    remark="1/P' is R'' (claim mirror-flow): R'' |x|^m -> 1/L at infinity whatever the invariants, R'' |x|^{m_0} -> "
    "(prod c)^{-1/k0}/k0 at 0 with k0 zeros among them and c the positive ones.",
)

CLAIMS = (CLAIM,)
