"""Decoupled decay on the balanced ray, solved: does it return to the saddle w = 0? (theory: section 11.7)

All weights of a coordinate equal to r > 0, a constant outward drive of size G = |g|^{q-1}, decay alpha > 0:
dr/dt = G r^c - alpha r with c = (L-1)(q-1). So z = r^{1-c} obeys dz/dt = (1-c)(G - alpha z):

  r^{1-c} = G/alpha + (r(0)^{1-c} - G/alpha) exp(-(1-c) alpha t),   r = r(0) exp((G - alpha) t) where c = 1.

m < 1 iff c < 1: from every r(0) > 0 to the same r^{1-c} = G/alpha > 0, so w = 0 repels. m > 1: small r(0) go to 0.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, q
from ..judging.formal import Formal
from ..judging.formulas import almost, below, continuous, equal, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.calculus import limit
from ..judging.rules.logical import both, implied
from ..judging.tactics import at_zero, decided, given, rate_rule, rewrite, show, smooth
from ..judging.terms import PASSED, Expr, exp, function, letter, plain, rate, start
from ..judging.theorem import Theorem

r, G, alpha = function("r", "pos"), letter("G"), letter("alpha")
c = (L - 1) * (q - 1)
m = q * (L - 1) / L
MOVES = almost(equal(rate(r), G * r**c - alpha * r))
SMOOTH, ENDLESS = continuous(r), formula(("grows", plain(PASSED)))
REST = G / alpha
POWER, AT_START = r ** (1 - c), start(r) ** (1 - c)
FLAT, EVEN, STEEP, SMALL = below(m, 1), equal(m, 1), below(1, m), below(REST, AT_START)
HOME = formula(("tends", POWER.term, REST.term))
LOST = formula(("grows", POWER.term))
SOLVED = equal(r, start(r) * exp((G - alpha) * PASSED))


def frozen(kept: Expr, weight: Expr, moves: Theorem) -> Theorem:
    """What has the rate 0 keeps its value."""
    known = given(SMOOTH)
    still = show("=", rate(kept), 0, (rate_rule(kept, known), 1), (moves, weight))
    return rewrite(constant(smooth(kept, known), still), at_zero(kept))


def solved(factor: Expr) -> Theorem:
    """r^{1-c} = G/alpha + (r(0)^{1-c} - G/alpha)/factor, for the factor exp((1-c) alpha t) or its other form."""
    growth = exp((1 - c) * alpha * PASSED)
    kept = frozen((POWER - REST) * growth, (1 - c) * r ** (-1 * c) * growth, given(MOVES))
    return show("=", REST + (AT_START - REST) * factor, POWER, (kept, -1 * factor))


def flat() -> Theorem:
    """c < 1: the second summand goes to 0."""
    factor = exp((1 - c) * alpha * PASSED) ** -1
    ahead = decided(below(0, 1 - c), given(FLAT))
    to = limit(given(ENDLESS), ahead, a=(REST + (AT_START - REST) * factor).term)
    return implied(rewrite(to, solved(factor)), stated=FLAT)


def steep() -> Theorem:
    """c > 1: the second summand grows."""
    factor = exp((c - 1) * alpha * PASSED)
    ahead, more = decided(below(0, c - 1), given(STEEP)), show("<", 0, AT_START - REST, (given(SMALL), 1))
    to = limit(given(ENDLESS), ahead, more, a=(REST + (AT_START - REST) * factor).term)
    return implied(implied(rewrite(to, solved(factor)), stated=SMALL), stated=STEEP)


def even() -> Theorem:
    """c = 1: dr/dt = (G - alpha) r."""
    moves = rewrite(given(MOVES), decided(equal(c, 1), given(EVEN)))
    fade = exp((alpha - G) * PASSED)
    kept = frozen(r * fade, fade, moves)
    return implied(show("=", r, start(r) * exp((G - alpha) * PASSED), (kept, exp((G - alpha) * PASSED))), stated=EVEN)


def derive() -> Theorem:
    """The three cases of m."""
    return both(flat(), steep(), even())


def witness() -> Model:
    """q = 1 (m = c = 0), G = alpha = 1: r = 1 + e^{-t}."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(1), "G": Fraction(1), "alpha": Fraction(1)}
    return Model(constants, {("r",): 1 + sp.exp(-T)}, {"L": 2}, end=None)


CLAIM = derived_claim(
    id="decayed-ray",
    title="Decoupled decay on the balanced ray: back to the saddle or not",
    source="beyond the paper: section 11.7",
    matters="It says when weight decay brings a small balanced network back to the saddle.",
    formal=Formal(
        (SMOOTH, MOVES, ENDLESS),
        formula(("and", ("=>", FLAT, HOME), ("=>", STEEP, ("=>", SMALL, LOST)), ("=>", EVEN, SOLVED))),
        derive,
        witness,
    ),
    remark="All weights of the coordinate equal r, G = |g|^{q-1} is constant and outward. For m < 1 every start goes to"
    " the same r > 0: the saddle w = 0 repels whatever alpha. For m > 1 a small r(0) has r^{1-c} -> infinity, so r ->"
    " 0: it attracts whatever alpha. At m = 1 it is G against alpha.",
)

CLAIMS = (CLAIM,)
