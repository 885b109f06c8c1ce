"""Regression with one sample (theory: section 12.6), 1 < q <= 2: f = l(A.x), g_k = A_k eta, A a row.

dy_k/dt = -<A_k>^{q-1} <eta>^{q-1} for y_k = R_k'(x_k), and |A_k|^{2-q} <A_k>^{q-1} = A_k. So for every v with A.v = 0

  sum_k |A_k|^{2-q} (y_k - y_k(0)) v_k = 0,

in the limit too, and with v = z - x_inf the theorem of Pythagoras holds for the divergence weighted by |A_k|^{2-q}: the
limit is argmin { sum_k |A_k|^{2-q} D_{R_k}(x_k, x_k(0)) : A.x = b }.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import g, k, q
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, below, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import away_from_zero, scaled
from ..judging.rules.along import constant
from ..judging.rules.calculus import limit, one_limit
from ..judging.rules.logical import apply, both, implied
from ..judging.rules.sums import added, at_least_one, factored, summed
from ..judging.tactics import at_zero, flow, for_every, freed, given, rate_rule, rewrite, show, smooth
from ..judging.terms import Expr, function, letter, plain, rate, signed_power, size, sum_over
from ..judging.theorem import Theorem
from .implicit_bias import FROM_LIMIT, FROM_START, LIMIT_FROM_START, STRICT, TURN, v, z
from .shared.dual_variable import DUAL_FLOW, LIMIT, SMOOTH, dual_rate, y

A, eta = letter("A", "real", k), function("eta", "real")
STEEP = below(1, q)
GRADIENT = for_all(k, almost(equal(g, A * eta)))
FEASIBLE = equal(sum_over(k, A * v), 0)
WEIGHT, DRIVE = size(A) ** (2 - q), signed_power(eta, q - 1)
CONVEX = for_all(k, at_most(0, FROM_LIMIT))
PRESENT = for_all(k, below(0, size(A)))


def slope() -> Theorem:
    """h_k = <A_k eta>^{q-1}."""
    return rewrite(apply(flow("steepest", 1), given(STEEP)), freed(given(GRADIENT)))


@cache
def orthogonal() -> Theorem:
    """sum_k |A_k|^{2-q} y_k v_k keeps its value."""
    total = sum_over(k, WEIGHT * y * v)
    moves = rate_rule(total, given(SMOOTH))
    body = Expr(moves.conclusion[1][2][2])
    each = show("=", body, -1 * DRIVE * (A * v), (dual_rate(), WEIGHT * v), (slope(), -1 * WEIGHT * v))
    out = factored(i=k.term, factor=(-1 * DRIVE).term, body=(A * v).term)
    sums = (moves, 1), (summed(each, i=k.term), 1), (out, 1), (given(FEASIBLE), -1 * DRIVE)
    still = show("=", rate(total), 0, *sums)
    kept = rewrite(constant(smooth(total, given(SMOOTH)), still), at_zero(total))
    first = Expr(kept.conclusion[1][2])
    ends = one_limit(rewrite(limit(given(LIMIT), a=total.term), kept), limit(a=first.term))
    last = Expr(ends.conclusion[1])
    turned = summed(show("=", WEIGHT * TURN, Expr(last.term[2]) - Expr(first.term[2])), i=k.term)
    parts = added(i=k.term, a=last.term[2], b=(-1 * Expr(first.term[2])).term)
    minus = factored(i=k.term, factor=plain(-1), body=first.term[2])
    return show("=", sum_over(k, WEIGHT * TURN), 0, (turned, 1), (parts, 1), (minus, 1), (ends, 1))


FAR, NEAR, GAP = (sum_over(k, WEIGHT * d) for d in (FROM_START, LIMIT_FROM_START, FROM_LIMIT))


@cache
def pythagoras() -> Theorem:
    """D(z, x_0) = D(z, x_inf) + D(x_inf, x_0), each divergence weighted."""
    near, gap, turn = (WEIGHT * d for d in (LIMIT_FROM_START, FROM_LIMIT, TURN))
    each = summed(show("=", WEIGHT * FROM_START, gap + (near + turn)), i=k.term)
    one = added(i=k.term, a=gap.term, b=(near + turn).term)
    two = added(i=k.term, a=near.term, b=turn.term)
    return show("=", FAR, GAP + NEAR, (each, 1), (one, 1), (two, 1), (orthogonal(), 1))


def smallest() -> tuple[Theorem, Theorem]:
    """D(x_inf, x_0) <= D(z, x_0); < where R_k lies strictly above its tangent."""
    weight = away_from_zero(freed(given(PRESENT)), stated=below(0, WEIGHT))
    above = scaled(freed(given(CONVEX)), weight)
    nothing = factored(i=k.term, factor=plain(0), body=z.term)
    gaps = summed(show("<=", 0 * z, WEIGHT * FROM_LIMIT, (above, 1)), i=k.term)
    least = show("<=", NEAR, FAR, (pythagoras(), -1), (gaps, 1), (nothing, -1))
    one = at_least_one(show("<=", 0, WEIGHT * FROM_LIMIT, (above, 1)), i=k.term, j=k.term)
    strictly = show("<", NEAR, FAR, (pythagoras(), -1), (one, 1), (scaled(given(STRICT), weight), 1))
    only = for_every(implied(strictly, stated=STRICT), k)
    return implied(least, stated=CONVEX), implied(only, stated=CONVEX)


def derive() -> Theorem:
    """The weighted increments, Pythagoras, the minimum, and that no other point reaches it."""
    return both(orthogonal(), pythagoras(), *smallest())


ONLY = for_all(k, formula(("=>", STRICT, below(NEAR, FAR))))
GOAL = formula(
    (
        "and",
        equal(sum_over(k, WEIGHT * TURN), 0),
        equal(FAR, GAP + NEAR),
        ("=>", CONVEX, at_most(NEAR, FAR)),
        ("=>", CONVEX, ONLY),
    )
)


def witness() -> Model:
    """q = 3/2, A = (1, 4), eta = -1 from balanced weights 1: w = (1 + t/2)^2 and (1 + t)^2, y = t and 2 t."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {("eta",): 0 * T - 1}
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(3, 2)}
    for n, pull, speed, ends in ((1, 1, sp.Rational(1, 2), (5, 9)), (2, 4, sp.Integer(1), (16, 15))):
        base = 1 + speed * T
        functions |= {("w", n, i): base**2 for i in (1, 2)} | {("x", n): base**4, ("u", n): base**3}
        functions |= {("g", n): 0 * T - pull, ("h", n): 0 * T - 2 * speed, ("y", n): 2 * speed * T}
        functions |= {("R_second", n): 1 / (2 * base**3)}
        constants |= {("Lambda", n, i): Fraction(0) for i in (1, 2)}
        constants |= {("A", n): Fraction(pull), ("y_inf", n): Fraction(n)}
        constants |= {("x_inf", n): Fraction(ends[0]), ("z", n): Fraction(ends[1])}
        constants |= {(name, n): Fraction(0) for name in ("R", "R_inf", "R_0")}
    return Model(constants, functions, {"n": 2, "L": 2})


CLAIMS = (
    derived_claim(
        id="one-sample-bias",
        title="With one sample the limit is a weighted Bregman projection for every q > 1",
        source="beyond the paper: section 12.6",
        matters="Below q = 2 an implicit bias in closed form survives where samples do not share features.",
        formal=Formal((*DUAL_FLOW, STEEP, GRADIENT, PRESENT, FEASIBLE), GOAL, derive, witness),
        remark="f = l(A.x) with one row A, eta = l'; y_k = R_k'(x_k), R_second its derivative; R_inf, R_0, R are R_k at"
        " x_inf,k, x_k(0), z_k. The divergence of coordinate k counts |A_k|^{2-q} times; at q = 2 this is"
        " implicit-bias-gf. Coordinates with A_k = 0 do not move and are left out; rows with"
        " disjoint supports are one row on each. For overlapping rows and q < 2 it"
        " fails: no-potential-rows.",
    ),
)
