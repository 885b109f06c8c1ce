"""Depth and the time to leave (theory: sections 16.5, 16.7, 16.9), constant outward gradient.

Balanced weights of size w: dw/dt = G w^s, s = (L-1)(q-1), so w^{1-s} = w(0)^{1-s} + (1-s) G t (claim decayed-ray: with
decay). From eps to W in the time T

  s < 1   T = (W^{1-s} - eps^{1-s})/((1-s) G)     bounded by its value at eps = 0
  s > 1   eps^{-c} = W^{-c} + c G T, c = s - 1    log(1/eps)/log T -> 1/c as T -> infinity.

So the limit of log T/log(1/eps) is max(0, (L-1)(q-1) - 1), not (L-1)(q-1) - 1, which is negative at q = 1.

w(0) = 0: for s >= 1 w = 0 for ever is the only solution with w <= 1, as dw/dt <= G w.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, q
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, continuous, equal, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import larger_exponent
from ..judging.rules.along import constant, gronwall
from ..judging.rules.calculus import limit
from ..judging.tactics import at_zero, given, rate_rule, rewrite, show, smooth
from ..judging.terms import PASSED, Expr, exp, function, letter, log, plain, rate, start
from ..judging.theorem import Theorem

v, G, c = function("v", "pos"), letter("G"), letter("c")
s = (L - 1) * (q - 1)
SMOOTH, MOVES = continuous(v), almost(equal(rate(v), G * v**s))
SOLVED = equal(v ** (1 - s), start(v) ** (1 - s) + (1 - s) * G * PASSED)


def derive_ray() -> Theorem:
    """v^{1-s} - (1-s) G t has the rate 0."""
    known, line = given(SMOOTH), v ** (1 - s) - (1 - s) * G * PASSED
    still = show("=", rate(line), 0, (rate_rule(line, known), 1), (given(MOVES), (1 - s) * v ** (-1 * s)))
    return show("=", *sides(), (rewrite(constant(smooth(line, known), still), at_zero(line)), 1))


def sides() -> tuple[object, object]:
    """Both sides of the solution."""
    return v ** (1 - s), start(v) ** (1 - s) + (1 - s) * G * PASSED


def linear() -> Model:
    """q = 1: v = 1 + 2 t."""
    return Model({"q": Fraction(1), "G": Fraction(2)}, {("v",): 1 + 2 * T}, {"L": 3})


e, y, z, W = function("e", "pos"), function("y", "pos"), function("z", "pos"), letter("W")  # the start eps, log T
SLOW = equal(c, s - 1)
LATE = formula(("grows", plain(y)))
REACHED = equal(e ** (1 - s), exp(y) * z)
REST = equal(z, (s - 1) * G + W ** (1 - s) * exp(y) ** -1)
RATIO = -1 * log(e) / y


def derive_slow() -> Theorem:
    """-log e = (y + log z)/c, z -> c G."""
    slow = given(SLOW)
    back, less = show("=", s - 1, c, (slow, -1)), show("=", 1 - s, -1 * c, (slow, 1))
    logs = rewrite(show("=", log(e ** (-1 * c)), -1 * c * log(e)), rewrite(given(REACHED), less))
    rest = rewrite(given(REST), back, less)
    right = show("=", rest.conclusion[1][2], z, (rest, -1))
    factor = (1 + log(Expr(rest.conclusion[1][2])) / y) / c
    to = rewrite(limit(given(LATE), a=factor.term), right)
    return rewrite(to, show("=", (1 + log(z) / y) / c, RATIO, (logs, 1 / (c * y))))


def slow() -> Model:
    """q = 2, L = 4: s = 3, c = 2, G = 1, W = 1: eps = (1 + 2 e^y)^{-1/2} with y = 1 + t."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        "q": Fraction(2),
        "c": Fraction(2),
        "G": Fraction(1),
        "W": Fraction(1),
    }
    functions: dict[tuple[str | int, ...], sp.Expr] = {
        ("y",): 1 + T,
        ("e",): (1 + 2 * sp.exp(1 + T)) ** sp.Rational(-1, 2),
        ("z",): 2 + sp.exp(-1 - T),
    }
    return Model(constants, functions, {"L": 4}, end=None)


u = function("u", "nonneg")
STEEP, SMALL = at_most(1, s), at_most(u, 1)
GROWS, AT_ZERO = almost(at_most(rate(u), G * u**s)), equal(start(u), 0)


def derive_stays() -> Theorem:
    """u^s <= u, so du/dt <= G u: u <= u(0) exp(G t) = 0."""
    one = show("<", 0, Expr(plain(1)))
    flat = larger_exponent(show("<=", 0, u), given(SMALL), one, one, given(STEEP))
    falls = show("<=", rate(u), -1 * (-1 * G) * u, (given(GROWS), 1), (flat, G))
    bound = gronwall(given(continuous(u)), falls, r=(-1 * G).term)
    return show("<=", u, 0, (bound, 1), (given(AT_ZERO), exp(G * PASSED)))


def stays() -> Model:
    """u = 0 at q = 2, L = 2 (s = 1)."""
    return Model({"q": Fraction(2), "G": Fraction(1)}, {("u",): 0 * T}, {"L": 2})


CLAIMS = (
    derived_claim(
        id="ray-time",
        title="The time from a small balanced start to a given size, at every q and depth",
        source="beyond the paper: section 16.7",
        matters="The time to leave in one formula, for every start, q and depth.",
        formal=Formal((SMOOTH, MOVES), SOLVED, derive_ray, linear),
        remark="G = |g|^{q-1}. For s = (L-1)(q-1) < 1 the time to W is at most W^{1-s}/((1-s) G), whatever the start."
        " Any model whose right side is homogeneous of degree s rescales its time by eps^{1-s} in the same way.",
    ),
    derived_claim(
        id="depth-deceleration",
        title="Below m = 1 no slowing down with depth, beyond it T is eps to the power 1 - (L-1)(q-1)",
        source="beyond the paper: section 16.7, corrected",
        matters="It says exactly when depth costs time: never at q = 1.",
        formal=Formal((SLOW, LATE, REACHED, REST), formula(("tends", RATIO.term, (c**-1).term)), derive_slow, slow),
        remark="e = eps is the start, y = log T, and the last two are ray-time at the moment w = W; c > 0 means"
        " m > 1. So log T/log(1/eps) tends to c. For m < 1 T is bounded, so there the limit is 0 and not (L-1)(q-1) - 1"
        " < 0: it is max(0, (L-1)(q-1) - 1), and at q = 1 depth costs nothing.",
    ),
    derived_claim(
        id="saddle-for-ever",
        title="From w = 0 nothing moves where m >= 1",
        source="beyond the paper: section 16.5",
        matters="Where the start w = 0 is not a choice of conventions: nothing leaves it.",
        formal=Formal((continuous(u), AT_ZERO, GROWS, SMALL, STEEP), at_most(u, 0), derive_stays, stays),
        remark="u is the common size of L zero weights, s >= 1 is m >= 1; with k0 zero weights read k0 for L. So 0 for"
        " ever is the only solution. Where m < 1 it is not: w = ((1-s) G (t - tau))^{1/(1-s)} leaves at any time tau.",
    ),
)
