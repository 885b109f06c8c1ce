"""Where late training settles its direction is stationary for the L_{p/L} margin (theory: section 12.1), m < 1.

In coordinates with x_k > 0 (signs are absorbed) dy_k/dt = (-g_k)^{q-1} = e_k^{q-1} N^{q-1}, N = |g|, e_k = -g_k/N. With
dB/dt = N^{q-1}, B -> infinity and e_k -> gbar_k > 0, l'Hopital gives y_k/B -> gbar_k^{q-1}. As y_k x_k^{m-1} tends to
a = 1/(L(1-m)) for every Lambda, and x_k/S -> xbar_k > 0 for S = |x|,

  S^{1-m}/B -> gbar_k^{q-1}/(a xbar_k^{1-m}),   the same limit for every k:

gbar_k is proportional to xbar_k^{(1-m)/(q-1)} = xbar_k^{p/L-1}, the gradient of sum_k x_k^{p/L} at xbar. As gbar is a
combination of the samples at the margin, these are the conditions of Karush, Kuhn and Tucker for max_x min_i z_i.x
subject to sum_k |x_k|^{p/L} <= 1.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, k, q
from ..judging.formal import Formal
from ..judging.formulas import almost, continuous, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.calculus import limit, one_limit, ratio
from ..judging.rules.logical import both, renamed
from ..judging.tactics import for_every, freed, given, rewrite, show
from ..judging.terms import Expr, function, index, letter, plain, rate
from ..judging.theorem import Theorem
from .margin import CONJUGATE, m, p

l = index("l", "n")
y, x, e = (function(name, "pos", k) for name in ("y", "x", "e"))
N, B, S = (function(name, "pos") for name in ("N", "B", "S"))
gbar, xbar, a = letter("c", "pos", k), letter("b", "pos", k), letter("a")
gbar_l, xbar_l = letter("c", "pos", l), letter("b", "pos", l)
SMOOTH, CLOCK = for_all(k, continuous(y)), continuous(B)
MOVES = for_all(k, almost(equal(rate(y), e ** (q - 1) * N ** (q - 1))))
TICKS, LATE = almost(equal(rate(B), N ** (q - 1))), formula(("grows", plain(B)))
PULLED = for_all(k, formula(("tends", plain(e), plain(gbar))))
METRIC = for_all(k, formula(("tends", plain(y * x ** (m - 1)), plain(a))))
SETTLED = for_all(k, formula(("tends", plain(x / S), plain(xbar))))


def pace() -> Theorem:
    """y_k/B -> gbar_k^{q-1}."""
    moves, ticks = freed(given(MOVES)), given(TICKS)
    speed, tick = Expr(moves.conclusion[1][2]), Expr(ticks.conclusion[1][2])
    same = show("=", e ** (q - 1), speed / tick)
    near = rewrite(limit(given(PULLED), a=(e ** (q - 1)).term), same)
    return ratio(freed(given(SMOOTH)), given(CLOCK), moves, ticks, show("<", 0, tick), given(LATE), near)


def common() -> Theorem:
    """S^{1-m}/B -> gbar_k^{q-1}/(a xbar_k^{1-m})."""
    whole = ((y / B) ** -1 * ((y * x ** (m - 1)) ** -1) ** -1 * (x / S) ** (1 - m)) ** -1
    to = limit(pace(), given(METRIC), given(SETTLED), a=whole.term)
    return rewrite(to, show("=", whole, S ** (1 - m) / B))


ONE, BEND = (q - 1) * (p - 1), (1 - m) * (p - 1)
LEFT, RIGHT = gbar ** (q - 1) * xbar_l ** (1 - m), gbar_l ** (q - 1) * xbar ** (1 - m)
STATIONARY = equal(gbar * xbar_l ** (p / L - 1), gbar_l * xbar ** (p / L - 1))


def derive() -> Theorem:
    """The limits of k and l are one; to the power p - 1."""
    ends = one_limit(common(), renamed(common(), i=k.term, j=l.term))
    even = show("=", LEFT, RIGHT, (ends, a * xbar ** (1 - m) * xbar_l ** (1 - m)))
    pair = given(CONJUGATE)
    exponents = show("=", ONE, 1, (pair, -1)), show("=", BEND, p / L - 1, (pair, 1 - 1 / L))
    one = rewrite(show("=", LEFT ** (p - 1), gbar**ONE * xbar_l**BEND), *exponents, even)
    other = rewrite(show("=", RIGHT ** (p - 1), gbar_l**ONE * xbar**BEND), *exponents)
    together = show("=", *STATIONARY[1:], (one, -1), (other, 1))
    return both(*(for_every(t, k, l) for t in (even, together)))


def witness() -> Model:
    """L = 2, q = 3/2, p = 3, m = 3/4: N = 1, B = 1 + t, y = B and 2 B, x = (y/2)^4, S = B^4."""
    B_t = 1 + T
    functions: dict[tuple[str | int, ...], sp.Expr] = {("N",): 0 * T + 1, ("B",): B_t, ("S",): B_t**4}
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(3, 2), "p": Fraction(3), "a": Fraction(2)}
    for c in (1, 2):
        functions |= {("y", c): c * B_t, ("x", c): (c * B_t / 2) ** 4, ("e", c): 0 * T + c**2}
        constants |= {("c", c): Fraction(c**2), ("b", c): Fraction(c**4, 16)}
    return Model(constants, functions, {"n": 2, "L": 2}, end=None)


CLAIMS = (
    derived_claim(
        id="margin-stationary",
        title="Where late training settles, its direction is stationary for the margin with exponent p/L",
        source="beyond the paper: section 12.1",
        matters="Why the exponent is p/L: late training meets the conditions of that margin, and of no other.",
        formal=Formal(
            (SMOOTH, MOVES, CLOCK, TICKS, LATE, PULLED, METRIC, SETTLED, CONJUGATE),
            formula(("and", *(for_all(k, for_all(l, f)) for f in (equal(LEFT, RIGHT), STATIONARY)))),
            derive,
            witness,
        ),
        remark="Coordinates with x_k > 0 after the signs are absorbed: y_k = R_k'(x_k), N the size of the gradient,"
        " e_k = -g_k/N -> c_k > 0, S = |x|, x_k/S -> b_k > 0, m < 1; y_k x_k^{m-1} tends to a = 1/(L(1-m)) at every"
        " Lambda. So (c_k) is proportional to (b_k^{p/L-1}), the gradient of sum_k x_k^{p/L}. That the directions"
        " converge, and that the limit of -g/|g| is a combination of the samples at the margin, are hypotheses (Lyu and"
        " Li 2020).",
    ),
)
