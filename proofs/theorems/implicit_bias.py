"""Theorem 3.4 (p = 2): for f = l(Ax - b), g = A^T eta, eta = l', the mirror flow tends to argmin D_R(x, x_0) on Ax = b.

y_k = R_k'(x_k) moves by dy_k/dt = -<g_k>^{q-1}. At q = 2, for A v = 0, d/dt sum_k y_k v_k = -sum_a eta_a (A v)_a = 0:
the increment of y is orthogonal to the kernel of A (it lies in the row space), and so is its limit. With
v = z - x_inf,

  D_R(z, x_0) = D_R(z, x_inf) + D_R(x_inf, x_0) + sum_k (y_inf - y_0)_k v_k,   and the last sum is 0.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import g, h, k, q, x
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, below, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.calculus import limit, one_limit
from ..judging.rules.logical import apply, both, implied
from ..judging.rules.sums import added, at_least_one, exchanged, factored, summed
from ..judging.tactics import at_zero, flow, for_every, freed, given, rate_rule, rewrite, show, smooth
from ..judging.terms import (
    Expr,
    function,
    index,
    letter,
    plain,
    rate,
    start,
    sum_over,
)
from ..judging.theorem import Theorem
from .shared.dual_variable import DUAL_FLOW, LIMIT, SMOOTH, dual_rate, y, y_inf

a = index("a", "r")
A, eta = letter("A", "real", a, k), function("eta", "real", a)
z, x_inf = letter("z", "real", k), letter("x_inf", "real", k)
R_z, R_inf, R_0 = (letter(name, "real", k) for name in ("R", "R_inf", "R_0"))
v = z - x_inf
TWO = equal(q, 2)
GRADIENT = for_all(k, almost(equal(g, sum_over(a, A * eta))))
FEASIBLE = for_all(a, equal(sum_over(k, A * v), 0))
TURN = (y_inf - start(y)) * v
FROM_START = R_z - R_0 - start(y) * (z - start(x))  # D_{R_k}(z_k, x_k(0))
FROM_LIMIT = R_z - R_inf - y_inf * v  # D_{R_k}(z_k, x_inf,k)
LIMIT_FROM_START = R_inf - R_0 - start(y) * (x_inf - start(x))
CONVEX = for_all(k, at_most(0, FROM_LIMIT))


def descent() -> Theorem:
    """At q = 2, h_k = g_k = sum_a A_ak eta_a."""
    above = show("<", 1, q, (given(TWO), -1))
    drive = rewrite(apply(flow("steepest", 1), above), given(TWO))
    return show("=", h, sum_over(a, A * eta), (drive, 1), (freed(given(GRADIENT)), 1))


@cache
def orthogonal() -> Theorem:
    """sum_k y_k v_k keeps its value, so (y_inf - y_0) . v = 0."""
    total = sum_over(k, y * v)
    moves = rate_rule(total, given(SMOOTH))
    apart = factored(i=a.term, factor=v.term, body=(A * eta).term)
    entry, inner = v * A * eta, sum_over(a, v * A * eta)
    pieces = (dual_rate(), v), (descent(), -1 * v), (apart, 1)
    each = summed(show("=", Expr(moves.conclusion[1][2][2]), -1 * inner, *pieces), i=k.term)
    out = factored(i=k.term, factor=plain(-1), body=inner.term)
    turned = exchanged(i=k.term, j=a.term, body=entry.term)
    again = summed(show("=", entry, eta * A * v), i=k.term)
    row = factored(i=k.term, factor=eta.term, body=(A * v).term)
    none = show("=", sum_over(k, entry), 0 * eta, (again, 1), (row, 1), (freed(given(FEASIBLE)), eta))
    nothing = factored(i=a.term, factor=plain(0), body=eta.term)
    sums = (moves, 1), (each, 1), (out, 1), (turned, -1), (summed(none, i=a.term), -1), (nothing, -1)
    still = show("=", rate(total), 0, *sums)
    kept = rewrite(constant(smooth(total, given(SMOOTH)), still), at_zero(total))
    first = Expr(kept.conclusion[1][2])
    ends = one_limit(rewrite(limit(given(LIMIT), a=total.term), kept), limit(a=first.term))
    each = summed(show("=", TURN, y_inf * v - start(y) * v), i=k.term)
    parts = added(i=k.term, a=(y_inf * v).term, b=(-1 * start(y) * v).term)
    minus = factored(i=k.term, factor=plain(-1), body=(start(y) * v).term)
    return show("=", sum_over(k, TURN), 0, (each, 1), (parts, 1), (minus, 1), (ends, 1))


@cache
def pythagoras() -> Theorem:
    """D_R(z, x_0) = D_R(z, x_inf) + D_R(x_inf, x_0)."""
    rest = LIMIT_FROM_START + TURN
    each = summed(show("=", FROM_START, FROM_LIMIT + rest), i=k.term)
    one = added(i=k.term, a=FROM_LIMIT.term, b=rest.term)
    two = added(i=k.term, a=LIMIT_FROM_START.term, b=TURN.term)
    pieces = (each, 1), (one, 1), (two, 1), (orthogonal(), 1)
    return show("=", sum_over(k, FROM_START), sum_over(k, FROM_LIMIT) + sum_over(k, LIMIT_FROM_START), *pieces)


STRICT = below(0, FROM_LIMIT)


def smallest() -> tuple[Theorem, Theorem]:
    """D_R(x_inf, x_0) <= D_R(z, x_0); < where R lies strictly above its tangent in some coordinate."""
    convex, ends = freed(given(CONVEX)), (sum_over(k, LIMIT_FROM_START), sum_over(k, FROM_START))
    nothing = factored(i=k.term, factor=plain(0), body=z.term)
    gaps = summed(show("<=", 0 * z, FROM_LIMIT, (convex, 1)), i=k.term)
    least = show("<=", *ends, (pythagoras(), -1), (gaps, 1), (nothing, -1))
    one = at_least_one(convex, i=k.term, j=k.term)
    strictly = show("<", *ends, (pythagoras(), -1), (one, 1), (given(STRICT), 1))
    only = for_every(implied(strictly, stated=STRICT), k)
    return implied(least, stated=CONVEX), implied(only, stated=CONVEX)


def derive_gf() -> Theorem:
    """The row space, the theorem of Pythagoras, the minimum, and that it is the only one."""
    return both(orthogonal(), pythagoras(), *smallest())


SMALLEST = at_most(sum_over(k, LIMIT_FROM_START), sum_over(k, FROM_START))
ONLY = for_all(k, formula(("=>", STRICT, below(sum_over(k, LIMIT_FROM_START), sum_over(k, FROM_START)))))
GF_GOAL = formula(
    (
        "and",
        equal(sum_over(k, TURN), 0),
        equal(sum_over(k, FROM_START), sum_over(k, FROM_LIMIT) + sum_over(k, LIMIT_FROM_START)),
        ("=>", CONVEX, SMALLEST),
        ("=>", CONVEX, ONLY),
    )
)


def witness_gf() -> Model:
    """Gradient flow with g = -1 from w = (1, 1) in both coordinates: w = e^t, x = u = e^{2t}, y = t."""
    one, zero = Fraction(1), Fraction(0)
    functions: dict[tuple[str | int, ...], sp.Expr] = {("eta", 1): 0 * T - 1}
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(2)}
    for n in (1, 2):
        functions |= {("w", n, i): sp.exp(T) for i in (1, 2)}
        functions |= {("x", n): sp.exp(2 * T), ("u", n): sp.exp(2 * T), ("g", n): 0 * T - 1, ("h", n): 0 * T - 1}
        functions |= {("y", n): T, ("R_second", n): sp.exp(-2 * T) / 2}
        constants |= {("Lambda", n, i): zero for i in (1, 2)}
        constants |= {("A", 1, n): one, ("y_inf", n): one}
        constants |= {("x_inf", n): Fraction(7), ("z", n): Fraction(5 if n == 1 else 9)}
        constants |= {(name, n): zero for name in ("R", "R_inf", "R_0")}
    return Model(constants, functions, {"n": 2, "L": 2, "r": 1})


IMPLICIT_BIAS = derived_claim(
    id="implicit-bias-gf",
    title="Implicit bias of gradient flow",
    source="Theorem 3.4",
    matters="It tells which of many interpolating solutions gradient flow picks.",
    formal=Formal((*DUAL_FLOW, TWO, GRADIENT, FEASIBLE), GF_GOAL, derive_gf, witness_gf),
    remark="y_k = R_k'(x_k), R_second its derivative; R, R_inf, R_0 are R_k at z, x_inf and x_k(0), z any point with"
    " A z = A x_inf = b. The four parts: the increment of y is orthogonal to the kernel of A, so it lies in the row"
    " space; D_R(z, x_0) = D_R(z, x_inf) + D_R(x_inf, x_0); so x_inf is argmin D_R(x, x_0) subject to A x = b, as R is"
    " convex; and the only one, as R is strictly so (claim strictly-convex). The limit of y exists where x_inf lies in"
    " the interior of dom R; else it can fail: q = 2, L = 2, balanced, x_0 > 0, A = 1, b = -1 goes to 0.",
)

CLAIMS = (IMPLICIT_BIAS,)
