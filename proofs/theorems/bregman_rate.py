"""f convex, q = 2: F(t) - f* <= D(0)/t, D = sum_k R_k(x*_k) - R_k(x_k) - y_k (x*_k - x_k) (theory: section 16.2).

y_k = R_k'(x_k) moves by dy_k/dt = -g_k, R_k(x_k) by y_k dx_k/dt, so dD/dt = sum_k g_k (x*_k - x_k) <= f* - F; and F
does not grow, dF/dt = -sum_k H_k g_k^2. So t (F - f*) + D does not grow, D >= 0.
No coercivity is used: m > 1 is included.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import F, H, g, h, k, x
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, continuous, equal, for_all
from ..judging.models import Model, T
from ..judging.rules.along import gronwall
from ..judging.rules.sums import factored, summed
from ..judging.tactics import at_zero, flow, freed, given, rate_rule, rewrite, show, smooth
from ..judging.tactics import whole as flow_whole
from ..judging.terms import PASSED, Expr, function, letter, plain, rate, start, sum_over
from ..judging.theorem import Theorem

f_star = letter("f_star", "real")
y, R = function("y", "real", k), function("R", "real", k)  # y_k = R_k'(x_k) and R_k(x_k)
x_star, R_star = letter("x_star", "real", k), letter("R_star", "real", k)
GAP = R_star - R - y * (x_star - x)
D = sum_over(k, GAP)
CONVEX = at_most(F + sum_over(k, g * (x_star - x)), f_star)
SMOOTH_y, SMOOTH_R = for_all(k, continuous(y)), for_all(k, continuous(R))
DUAL = for_all(k, almost(equal(rate(y), -1 * h)))
CHAIN = for_all(k, almost(equal(rate(R), y * rate(x))))
SAME = for_all(k, almost(equal(h, g)))  # q = 2
RISING = for_all(k, at_most(0, H))  # R'' >= 0
APART = for_all(k, at_most(0, GAP))  # R lies above its tangents
ENERGY = PASSED * (F - f_star) + D


def falling() -> Theorem:
    """dF/dt = -sum_k H_k g_k^2 <= 0."""
    known = (flow("mirror", 1), g), (freed(given(SAME)), -1 * H * g), (freed(given(RISING)), g**2)
    each = show("<=", g * rate(x), 0 * g, *known)
    nothing = factored(i=k.term, factor=plain(0), body=g.term)
    return show("<=", rate(F), 0, (flow("objective", 1), 1), (summed(each, i=k.term), 1), (nothing, 1))


def approach() -> Theorem:
    """dD/dt = sum_k g_k (x*_k - x_k)."""
    moves = rate_rule(D, given(SMOOTH_y), given(SMOOTH_R), flow_whole("mirror", 0))
    body = moves.conclusion[1][2][2]
    dual, chain, same = (freed(given(f)) for f in (DUAL, CHAIN, SAME))
    each = show("=", body, g * (x_star - x), (dual, -1 * (x_star - x)), (chain, -1), (same, x_star - x))
    return rewrite(moves, summed(each, i=k.term))


def derive() -> Theorem:
    """d(t (F - f*) + D)/dt = F - f* + t dF/dt + sum_k g_k (x*_k - x_k) <= 0."""
    known = (flow("objective", 0), given(SMOOTH_y), given(SMOOTH_R), flow_whole("mirror", 0))
    energy = rate_rule(ENERGY, *known)
    slower = show("<=", PASSED * rate(F), 0, (falling(), PASSED))
    split_rate = rate_rule(D, *known[1:])
    falls = show(
        "<=",
        rate(ENERGY),
        Expr(("*", plain(-1), plain(0), ENERGY.term)),
        (energy, 1),
        (split_rate, -1),
        (approach(), 1),
        (slower, 1),
        (given(CONVEX), 1),
    )
    bound = rewrite(gronwall(smooth(ENERGY, *known), falls, r=plain(0)), at_zero(ENERGY))
    least = summed(show("<=", 0 * x, GAP, (freed(given(APART)), 1)), i=k.term)
    nothing = factored(i=k.term, factor=plain(0), body=x.term)
    return show("<=", PASSED * (F - f_star), START, (bound, 1), (least, 1), (nothing, -1))


START = sum_over(k, R_star - start(R) - start(y) * (x_star - start(x)))


def witness() -> Model:
    """L = 1 in disguise: R = x^2/2, H = 1, f = x^2/2 from x = 1: x = exp(-t)."""
    decay = sp.exp(-T)
    functions = {("x", 1): decay, ("g", 1): decay, ("h", 1): decay, ("H", 1): 0 * T + 1, ("F",): decay**2 / 2}
    functions |= {("y", 1): decay, ("R", 1): decay**2 / 2}
    constants: dict[str | tuple[str | int, ...], Fraction] = {"f_star": Fraction(0)}
    constants |= {("x_star", 1): Fraction(0), ("R_star", 1): Fraction(0)}
    return Model(constants, functions, {"n": 1, "L": 2})


CLAIMS = (
    derived_claim(
        id="bregman-rate",
        title="Rate of convex objectives at q = 2, without coercivity",
        source="beyond the paper: section 16.2",
        matters="Convex losses need no coercivity at q = 2, so depths with m > 1 are covered.",
        formal=Formal(
            (
                ("flow", "mirror"),
                ("flow", "objective"),
                SMOOTH_y,
                SMOOTH_R,
                DUAL,
                CHAIN,
                SAME,
                RISING,
                APART,
                CONVEX,
            ),
            at_most(PASSED * (F - f_star), START),
            derive,
            witness,
        ),
        remark="The right side is the Bregman divergence D_R(x*, x_0), R_k(x_k) written R_k and R_k'(x_k) written y_k.",
    ),
)
