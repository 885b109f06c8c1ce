"""For q < 2 the limit is not argmin {D_R(x, x_0) : A x = b}: one row with entries A_k < A_l bends the dual variable.

g_k = A_k eta, eta > 0: dy_k/dt = -A_k^{q-1} eta^{q-1}, so the increments of y are as A_k^{q-1} to A_l^{q-1}, while the
row space holds what is as A_k to A_l, and (A_k/A_l)^{q-1} > A_k/A_l. With v = A_l e_k - A_k e_l, A v = 0,

  (D_R(x_inf + s v, x_0) - D_R(x_inf, x_0))/s -> A_l (y_inf - y_0)_k - A_k (y_inf - y_0)_l < 0   as s -> 0:

nearby feasible points are closer to x_0.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import g, h, k, q
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, below, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import scaled, smaller_power
from ..judging.rules.along import constant
from ..judging.rules.calculus import limit, limit_keeps_order, one_limit, rising_to, slope_limit, squeezed
from ..judging.rules.logical import both, contradicted, implied, renamed
from ..judging.tactics import at_zero, flow, for_every, freed, given, rate_rule, rewrite, show, smooth
from ..judging.terms import Expr, function, index, letter, of, plain, rate, slope_of, start
from ..judging.theorem import Theorem
from .shared.dual_variable import DUAL_FLOW, LIMIT, SMOOTH, dual_rate, y, y_inf

l = index("l", "n")
A, A_l = letter("A", "pos", k), letter("A", "pos", l)
y_l, y_inf_l = function("y", "real", l), letter("y_inf", "real", l)
eta, s = function("eta", "pos"), function("s", "pos")
c, b = letter("c", "real"), letter("b", "real")  # x_inf at k and l
STEEPER = below(q, 2)
GRADIENT = for_all(k, almost(equal(g, A * eta)))
TOWARDS = formula(("tends", plain(s), plain(0)))
R_SMOOTH, S_SMOOTH = ("C1", "R", "real"), ("C1", "S", "real")
SMALLER = below(A, A_l)
MOVED, MOVED_l = y_inf - start(y), y_inf_l - start(y_l)
R_SLOPE, S_SLOPE = equal(slope_of("R", c), y_inf), equal(slope_of("S", b), y_inf_l)
AS_POWERS = equal((y - start(y)) * A_l ** (q - 1), (y_l - start(y_l)) * A ** (q - 1))
BENT = below(A_l * MOVED, A * MOVED_l)
HERE = of("R", c) - start(y) * c + of("S", b) - start(y_l) * b  # D_R(x_inf, x_0), a constant aside
AT, AT_l = c + s * A_l, b - s * A
THERE = of("R", AT) - start(y) * AT + of("S", AT_l) - start(y_l) * AT_l  # D_R(x_inf + s v, x_0), likewise
MINIMAL = at_most(HERE, THERE)


@cache
def slope() -> Theorem:
    """dy_k/dt = -A_k^{q-1} eta^{q-1}."""
    power = rewrite(flow("steepest", 0), freed(given(GRADIENT)))
    drive = show("=", h, A ** (q - 1) * eta ** (q - 1), (power, 1 / (A * eta)))
    return show("=", rate(y), -1 * A ** (q - 1) * eta ** (q - 1), (dual_rate(), 1), (drive, -1))


@cache
def kept() -> Theorem:
    """A_l^{q-1} y_k - A_k^{q-1} y_l keeps its value."""
    same = A_l ** (q - 1) * y - A ** (q - 1) * y_l
    pieces = (slope(), A_l ** (q - 1)), (renamed(slope(), i=k.term, j=l.term), -1 * A ** (q - 1))
    still = show("=", rate(same), 0, (rate_rule(same, given(SMOOTH)), 1), *pieces)
    return rewrite(constant(smooth(same, given(SMOOTH)), still), at_zero(same))


def as_powers() -> Theorem:
    """The increments are as A_k^{q-1} to A_l^{q-1}."""
    return show("=", *AS_POWERS[1][1:], (kept(), 1))


def falls() -> Theorem:
    """y_inf < y(0)."""
    up = -1 * y
    rises = show("<", 0, rate(up), (rate_rule(up, given(SMOOTH)), -1), (slope(), 1))
    ends = rewrite(rising_to(smooth(up, given(SMOOTH)), rises, limit(given(LIMIT), a=up.term)), at_zero(up))
    return show("<", 0, -1 * MOVED, (ends, 1))


@cache
def bent() -> Theorem:
    """A_l (y_0 - y_inf)_k > A_k (y_0 - y_inf)_l, as (A_k/A_l)^{q-1} > A_k/A_l."""
    same = Expr(kept().conclusion[1][1])
    first = Expr(kept().conclusion[1][2])
    ends = one_limit(rewrite(limit(given(LIMIT), a=same.term), kept()), limit(a=first.term))
    below_one = show("<", A / A_l, 1, (given(SMALLER), 1 / A_l))
    less = show("<", q - 1, 1, (given(STEEPER), 1))
    powers = smaller_power(show("<", 0, A / A_l), below_one, less)
    wider = scaled(powers, falls())
    ratio = A_l * (A_l / A) ** (q - 1)
    return show("<", *BENT[1:], (wider, ratio), (ends, A ** (2 - q)))


def quotient(name: str, smooth_one: tuple[str, ...], point: Expr, at: Expr, speed: Expr) -> Theorem:
    """(f(x + s e) - f(x))/s -> f'(x) e."""
    pace = (at - point) * s ** (-1)
    same = limit(a=speed.term)
    steady = squeezed(same, show("<=", speed, pace), show("<=", pace, speed), same)
    return slope_limit(given(smooth_one), limit(given(TOWARDS), a=at.term), steady, y=(s ** (-1)).term)


def not_smallest() -> Theorem:
    """If x_inf were nearest, the limit of the quotients could not be negative."""
    one, two = quotient("R", R_SMOOTH, c, AT, A_l), quotient("S", S_SMOOTH, b, AT_l, -1 * A)
    whole = Expr(one.conclusion[1]) + Expr(two.conclusion[1]) - (start(y) * A_l - start(y_l) * A)
    upward = show("<=", 0, whole, (given(MINIMAL), 1 / s))
    least = limit_keeps_order(upward, limit(a=plain(0)), limit(one, two, a=whole.term))
    pieces = (least, 1), (bent(), 1), (given(R_SLOPE), A_l), (given(S_SLOPE), -1 * A)
    return contradicted(show("<", 0, 0, *pieces), stated=MINIMAL)


def derive() -> Theorem:
    """How y moves, that its limit is bent, and that x_inf is not the nearest point."""
    nearest = not_smallest()
    for stated in (S_SLOPE, R_SLOPE, SMALLER):
        nearest = implied(nearest, stated=stated)
    return both(*(for_every(t, k, l) for t in (as_powers(), implied(bent(), stated=SMALLER), nearest)))


def witness() -> Model:
    """Sign flow from w = (-2, 3) in both coordinates, A = (1, 2), eta = 1: w = (-2 - t, 3 + t), u = 2 + t = -y."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {("eta",): 0 * T + 1, ("s",): 1 - T}
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(1), "b": Fraction(5), "c": Fraction(5)}
    for n in (1, 2):
        functions |= {("w", n, 1): -2 - T, ("w", n, 2): 3 + T, ("x", n): -(2 + T) * (3 + T), ("u", n): 2 + T}
        functions |= {("g", n): 0 * T + n, ("h", n): 0 * T + 1, ("y", n): -2 - T, ("R_second", n): 1 / (5 + 2 * T)}
        constants |= {("Lambda", n, i): Fraction(i - 1) for i in (1, 2)}
        constants |= {("A", n): Fraction(n), ("y_inf", n): Fraction(-3)}
    r = sp.Symbol("r")
    return Model(constants, functions, {"n": 2, "L": 2}, reals={f: sp.Lambda(r, r**2) for f in "RS"})


NOT_NEAREST = formula(("=>", SMALLER, ("=>", R_SLOPE, ("=>", S_SLOPE, ("not", MINIMAL)))))
CLAIMS = (
    derived_claim(
        id="implicit-bias-steeper-fails",
        title="For q < 2 the Bregman projection characterisation fails",
        source="Theorem 3.4, remark; theory of the toolkit",
        matters="It warns that the picture of a Bregman projection does not carry over to steeper flows.",
        formal=Formal(
            (*DUAL_FLOW, STEEPER, GRADIENT, TOWARDS, R_SMOOTH, S_SMOOTH),
            formula(
                (
                    "and",
                    *(for_all(k, for_all(l, form)) for form in (AS_POWERS, ("=>", SMALLER, BENT), NOT_NEAREST)),
                )
            ),
            derive,
            witness,
        ),
        remark="y_k = R_k'(x_k), R_second its derivative; one row A with two entries A_k < A_l, the residual eta > 0."
        " Third part: R and S are R_k and R_l, c and b the limits of x_k and x_l; x_inf + s v, v = A_l e_k - A_k e_l,"
        " stays feasible, and D_R(x, x_0) is R(x) - y_0 x up to a constant. With |A_k| equal in the row the bias"
        " survives; A = (1, 2) is the smallest counterexample.",
    ),
)
