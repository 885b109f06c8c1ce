"""Coupled weight decay at w = 0, two weights a_k, b_k a coordinate: F + (alpha/2)|w|^2, F = f(x) (theory:
section 11.7).

With f(x) = F_0 + g . x + o |x|, o -> 0, and r = |w|: F + (alpha/2) r^2 - F_0 = Q + o(r^2),

  Q = sum_k (g_k a_k b_k + (alpha/2)(a_k^2 + b_k^2)),   blocks [[alpha, g_k], [g_k, alpha]].

|g_k| <= alpha - c for every k: Q >= (c/2) r^2, a strict minimum. On the lines b_k = +-a_k, Q is (alpha +- g_k) a_k^2:
of both signs where |g_k| > alpha, a saddle. At equality the next order decides.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.formal import Formal
from ..judging.formulas import at_most, below, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.calculus import limit, squeezed
from ..judging.rules.logical import both, implied, with_function
from ..judging.rules.sums import (
    added,
    factored,
    summed,
)
from ..judging.tactics import freed, given, rewrite, show
from ..judging.terms import Expr, function, index, letter, plain, size, sum_over
from ..judging.theorem import Theorem

i, j, k = index("i", "L"), index("j", "L"), index("k", "n")
alpha, margin, F_0 = letter("alpha"), letter("c"), letter("F_0", "real")
g, F, o, r = letter("g", "real", k), function("F"), function("o"), function("r", "pos")
a, b = function("a", "real", k), function("b", "real", k)
FLAT = formula(("tends", o.term, plain(0)))
SQUARES = a**2 + b**2
NORM = equal(r**2, sum_over(k, SQUARES))
PAIRS = equal(F, F_0 + sum_over(k, g * a * b) + o * sum_over(k, size(a * b)))
Q_k = g * a * b + alpha / 2 * SQUARES
Q = sum_over(k, Q_k)
PENALISED = F + alpha / 2 * r**2 - F_0
SECOND = formula(("tends", ((PENALISED - Q) / r**2).term, plain(0)))
SMALL = for_all(k, at_most(size(g), alpha - margin))
MINIMUM = at_most(margin / 2, Q / r**2)


def square(x: Expr) -> Theorem:
    """0 <= x^2."""
    y = function("y")
    return with_function(show("<=", 0, y**2), letter=y.term, a=x.term)


def parts() -> Theorem:
    """F + (alpha/2) r^2 - F_0 - Q = o sum_k |a_k b_k|."""
    split = added(i=k.term, a=(g * a * b).term, b=(alpha / 2 * SQUARES).term)
    half = factored(i=k.term, factor=(alpha / 2).term, body=SQUARES.term)
    pieces = (given(PAIRS), 1), (split, -1), (half, -1), (given(NORM), alpha / 2)
    return show("=", PENALISED - Q, o * sum_over(k, size(a * b)), *pieces)


def to_zero(bound: Expr, *known: Theorem) -> Theorem:
    """bound -> 0."""
    goes = limit(*known, a=bound.term)
    return rewrite(goes, show("=", Expr(goes.conclusion[2]), 0))


def second_order() -> Theorem:
    """|o| sum_k |a_k b_k| <= |o| r^2/2, as |a b| <= (a^2 + b^2)/2."""
    half, products = Fraction(1, 2), sum_over(k, size(a * b))
    each = summed(show("<=", size(a * b), half * SQUARES, (square(size(a) - size(b)), half)), i=k.term)
    norm = factored(i=k.term, factor=plain(half), body=SQUARES.term)
    small = show("<=", products, half * r**2, (each, 1), (norm, 1), (given(NORM), -1 * half))
    rest, high, low = (PENALISED - Q) / r**2, size(o) / 2, -1 * size(o) / 2
    most = show("<=", o * products / r**2, high, (small, size(o) / r**2))
    least = show("<=", low, o * products / r**2, (small, size(o) / r**2))
    above, under = (
        show("<=", rest, high, (parts(), 1 / r**2), (most, 1)),
        show("<=", low, rest, (parts(), -1 / r**2), (least, 1)),
    )
    return squeezed(to_zero(low, given(FLAT)), under, above, to_zero(high, given(FLAT)))


def minimum() -> Theorem:
    """g a b + |g|(a^2 + b^2)/2 = (|g|+g)/4 (a+b)^2 + (|g|-g)/4 (a-b)^2 >= 0."""
    quarter = Fraction(1, 4)
    up, down = (square(a + b), quarter * (size(g) + g)), (square(a - b), quarter * (size(g) - g))
    small = freed(given(SMALL)), SQUARES / 2
    each = summed(show("<=", margin / 2 * SQUARES, Q_k, up, down, small), i=k.term)
    norm = factored(i=k.term, factor=(margin / 2).term, body=SQUARES.term)
    pieces = (each, 1 / r**2), (norm, -1 / r**2), (given(NORM), margin / (2 * r**2))
    return implied(show("<=", margin / 2, Q / r**2, *pieces), stated=SMALL)


s, e, y, z = letter("s", "real"), letter("e"), letter("y", "real"), letter("z", "real")


def form(first: Expr, second: Expr) -> Expr:
    """One block of Q."""
    return s * first * second + alpha / 2 * (first**2 + second**2)


DIAGONALS = equal(form(e, e), (alpha + s) * e**2), equal(form(e, -1 * e), (alpha - s) * e**2)
LARGE = below(alpha, size(s))
SADDLE = formula(("=>", LARGE, below((alpha + s) * (alpha - s), 0)))
X, PENALTY = y * z, alpha / 2 * (y**2 + z**2)
EVEN = equal(X**2 / 2 - alpha * X + PENALTY, alpha / 2 * (y - z) ** 2 + X**2 / 2)
ODD = below(-1 * (e * e) ** 2 / 2 - alpha * (e * e) + alpha / 2 * (e**2 + e**2), 0)


def derive() -> Theorem:
    """The second order, the minimum, both diagonals and the saddle, equality."""
    large = show("<", (alpha + s) * (alpha - s), 0, (given(LARGE), alpha + size(s)))
    saddle = *(show(*f) for f in DIAGONALS), implied(large, stated=LARGE)
    return both(second_order(), minimum(), *saddle, show(*EVEN), show(*ODD))


def witness() -> Model:
    """f = x + x^2 along a = b = 1 - t, t -> 1: o = x."""
    path = 1 - T
    functions: dict[tuple[str | int, ...], sp.Expr] = {("a", 1): path, ("b", 1): path, ("r",): sp.sqrt(2) * path}
    functions |= {("F",): path**2 + path**4, ("o",): path**2}
    constants: dict[str | tuple[str | int, ...], Fraction] = {n: Fraction(1) for n in ("c", "s", "e", "y", "z")}
    return Model({**constants, "alpha": Fraction(2), "F_0": Fraction(0), ("g", 1): Fraction(1)}, functions, {"n": 1})


CLAIM = derived_claim(
    id="saddles-decay",
    title="Saddles under coupled weight decay, two weights a coordinate",
    source="beyond the paper; Theorem 4.3 (S) with decay, asked by the reviewers",
    matters="Whether decay turns the saddle at 0 into an attractor decides if small starts can learn.",
    formal=Formal(
        (FLAT, NORM, PAIRS),
        formula(("and", SECOND, ("=>", SMALL, MINIMUM), *DIAGONALS, SADDLE, EVEN, ODD)),
        derive,
        witness,
    ),
    remark="Any path of weights a_k, b_k along which f(x) = F_0 + g . x + o |x| with o -> 0, r its distance from w = 0:"
    " up to o(r^2) the penalised objective is the form with the Hessian blocks [[alpha, g_k], [g_k, alpha]]. So w = 0"
    " is a strict minimum if |g_k| < alpha in every coordinate, and a saddle if |g_k| > alpha in one (s stands for"
    " that g_k, e and -e for its weights). At |g_k| = alpha: f = x^2/2 - alpha x gives a minimum, f = -x^2/2 - alpha x"
    " a saddle (y, z and e, e are the weights). Depth 3 and more, and other critical points: claim saddles-decay-deep.",
)

CLAIMS = (CLAIM,)
