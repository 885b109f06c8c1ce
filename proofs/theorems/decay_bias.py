"""What decoupled decay minimises at q = 2 (theory: section 16.3): f(x) = l(A x - b), c = alpha L (1-m), B = int c.

Claim dual-decay: dy_k/dt = -g_k - c y_k for y = R'(x) at the invariants of the time; g_k = sum_a A_ak eta_a with
eta = l'(A x - b). So y_k exp(B) + sum_a A_ak int_0^t exp(B) eta_a keeps its value y_k(0), and for every v with A v = 0

  sum_k (y_k - exp(-B) y_k(0)) v_k = -exp(-B) sum_a (int_0^t exp(B) eta_a) (A v)_a = 0.

With v = z - x and R_k above its tangent at x_k, x is the minimiser of sum_k R_k(x_k) - exp(-B) y_k(0) x_k among the
points z with A z = A x: at every time, at the invariants of that time, and in the limit where y and B have one.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import k, x
from ..judging.formal import Formal
from ..judging.formulas import Formula, almost, at_most, below, continuous, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.calculus import limit, one_limit
from ..judging.rules.logical import both, implied
from ..judging.rules.sums import added, at_least_one, congruent, exchanged, factored, summed
from ..judging.tactics import at_zero, for_every, freed, given, rate_rule, rewrite, show, smooth
from ..judging.terms import Expr, exp, function, index, inside, letter, past, plain, rate, start, sum_over
from ..judging.theorem import Theorem

a = index("a", "r")
A, eta = letter("A", "real", a, k), function("eta", "real", a)
c, y = function("c"), function("y", "real", k)
SMOOTH = for_all(k, continuous(y))
LOCAL = formula(("integrable", plain(c)))
DRIVES = for_all(a, formula(("integrable", plain(exp(past(c)) * eta))))
DUAL = for_all(k, almost(equal(rate(y), -1 * sum_over(a, A * eta) - c * y)))
GROWTH = exp(past(c))
PAID = past(GROWTH * eta)
TURN = y - start(y) / GROWTH

# in the limit
B, y_inf, x_inf, z_inf = letter("B", "real"), *(letter(name, "real", k) for name in ("y_inf", "x_inf", "z"))
R_inf, R_rival = letter("R_inf", "real", k), letter("R", "real", k)  # R_k(x_inf,k), R_k(z_k)
SETTLED, ENDS = for_all(k, formula(("tends", plain(y), plain(y_inf)))), formula(("tends", plain(past(c)), plain(B)))
SHARE = start(y) / exp(B)
# at every time
z = function("z", "real", k)
R, S = function("R", "real", k), function("S", "real", k)  # R_k(x_k), R_k(z_k)


def kept() -> Theorem:
    """y exp(B) + sum_a A_ak int exp(B) eta_a = y(0)."""
    whole = y * GROWTH + sum_over(a, A * PAID)
    known = given(SMOOTH), given(LOCAL), given(DRIVES)
    moves = rate_rule(whole, *known)
    body = Expr(next(t for t in inside(moves.conclusion[1][2]) if t[0] == "sum" and t[1] == a.term)[2])
    out = factored(i=a.term, factor=GROWTH.term, body=(A * eta).term)
    turned = congruent(show("=", body, GROWTH * (A * eta)), i=a.term, whole=sum_over(a, body).term)
    still = show("=", rate(whole), 0, (moves, 1), (freed(given(DUAL)), GROWTH), (turned, 1), (out, 1))
    same = rewrite(constant(smooth(whole, *known), still), at_zero(whole))
    nothing = factored(i=a.term, factor=plain(0), body=A.term)
    first = congruent(show("=", A * 0, 0 * A), i=a.term, whole=sum_over(a, A * 0).term)
    return show("=", whole, start(y), (same, 1), (first, 1), (nothing, 1))


def orthogonal(v: Expr, feasible: Formula) -> Theorem:
    """sum_k (y_k - exp(-B) y_k(0)) v_k = -exp(-B) sum_a PAID_a (A v)_a = 0."""
    entry, weight = v / GROWTH * (A * PAID), PAID / GROWTH
    spread = factored(i=a.term, factor=(v / GROWTH).term, body=(A * PAID).term)
    each = show("=", TURN * v, -1 * sum_over(a, entry), (kept(), v / GROWTH), (spread, 1))
    minus = factored(i=k.term, factor=plain(-1), body=sum_over(a, entry).term)
    turned = exchanged(i=k.term, j=a.term, body=entry.term)
    out = factored(i=k.term, factor=weight.term, body=(A * v).term)
    same = congruent(show("=", entry, weight * (A * v)), i=k.term, whole=sum_over(k, entry).term)
    none = show("=", sum_over(k, entry), 0 * weight, (same, 1), (out, 1), (freed(given(feasible)), weight))
    nothing = factored(i=a.term, factor=plain(0), body=weight.term)
    sums = (summed(each, i=k.term), 1), (minus, 1), (turned, -1), (summed(none, i=a.term), -1), (nothing, -1)
    return show("=", sum_over(k, TURN * v), 0, *sums)


# in the limit: v = z - x_inf
V = z_inf - x_inf
FEASIBLE = for_all(a, equal(sum_over(k, A * V), 0))
ABOVE = at_most(0, R_rival - R_inf - y_inf * V)
LEAST, RIVAL = R_inf - SHARE * x_inf, R_rival - SHARE * z_inf
STRICT = below(0, R_rival - R_inf - y_inf * V)


def at_the_end() -> Theorem:
    """sum_k (y_inf,k - exp(-B) y_k(0)) v_k = 0."""
    total = sum_over(k, TURN * V)
    ends = rewrite(limit(given(SETTLED), given(ENDS), a=total.term), orthogonal(V, FEASIBLE))
    return one_limit(limit(a=plain(0)), ends)


def derive_limit() -> Theorem:
    """RIVAL - LEAST = (R_k(z) - R_k(x) - y_inf v) + (y_inf - exp(-B) y(0)) v, summed over k."""
    gap, turn = R_rival - R_inf - y_inf * V, (y_inf - SHARE) * V
    convex = freed(given(for_all(k, ABOVE)))
    ends = sum_over(k, LEAST), sum_over(k, RIVAL)
    each = summed(show("=", RIVAL, LEAST + gap + turn), i=k.term)
    one, two = added(i=k.term, a=(LEAST + gap).term, b=turn.term), added(i=k.term, a=LEAST.term, b=gap.term)
    split = (each, -1), (one, -1), (two, -1), (at_the_end(), 1)
    nothing = factored(i=k.term, factor=plain(0), body=z_inf.term)
    gaps = summed(show("<=", 0 * z_inf, gap, (convex, 1)), i=k.term)
    least = show("<=", *ends, *split, (gaps, 1), (nothing, -1))
    some = at_least_one(convex, i=k.term, j=k.term)
    only = implied(show("<", *ends, *split, (some, 1), (given(STRICT), 1)), stated=STRICT)
    return both(least, for_every(only, k))


GOAL = formula(
    (
        "and",
        at_most(sum_over(k, LEAST), sum_over(k, RIVAL)),
        for_all(k, formula(("=>", STRICT, below(sum_over(k, LEAST), sum_over(k, RIVAL))))),
    )
)

# at every time: v = z - x
STEP = z - x
SAME = for_all(a, equal(sum_over(k, A * STEP), 0))
LEFT, RIGHT = R - start(y) * x / GROWTH, S - start(y) * z / GROWTH


def derive_path() -> Theorem:
    """The same at the time t, R_k at the invariants of that time."""
    turn = TURN * STEP
    each = show("<=", LEFT + turn, RIGHT, (freed(given(for_all(k, at_most(R + y * STEP, S)))), 1))
    split = added(i=k.term, a=LEFT.term, b=turn.term)
    pieces = (summed(each, i=k.term), 1), (split, -1), (orthogonal(STEP, SAME), -1)
    return show("<=", sum_over(k, LEFT), sum_over(k, RIGHT), *pieces)


def driven() -> tuple[dict[tuple[str | int, ...], sp.Expr], dict[str | tuple[str | int, ...], Fraction]]:
    """Two coordinates, A = (1, 1), c = e^{-t}, y = 1 + e^{-t} in both: eta = -dy/dt - c y = -e^{-2t}."""
    falls = sp.exp(-T)
    functions: dict[tuple[str | int, ...], sp.Expr] = {("y", n): 1 + falls for n in (1, 2)}
    return functions | {("c",): falls, ("eta", 1): -(falls**2)}, {("A", 1, n): Fraction(1) for n in (1, 2)}


def path() -> Model:
    """R = x^2/2, so x = y; the rival is x + (1, -1)."""
    functions, constants = driven()
    for n, step in ((1, 1), (2, -1)):
        way = functions["y", n]
        functions |= {("x", n): way, ("z", n): way + step, ("R", n): way**2 / 2, ("S", n): (way + step) ** 2 / 2}
    return Model(constants, functions, {"n": 2, "r": 1, "L": 2})


def end() -> Model:
    """The same, B = 1, in the limit: x = (1, 1), the rival is (3, -1)."""
    functions, constants = driven()
    half = Fraction(1, 2)
    for n, rival in ((1, Fraction(3)), (2, Fraction(-1))):
        constants |= {("y_inf", n): Fraction(1), ("x_inf", n): Fraction(1), ("z", n): rival}
        constants |= {("R_inf", n): half, ("R", n): rival**2 / 2}
    return Model(constants | {"B": Fraction(1)}, functions, {"n": 2, "r": 1, "L": 2}, end=None)


FLOW = (SMOOTH, LOCAL, DRIVES, DUAL)

CLAIMS = (
    derived_claim(
        id="decay-bias",
        title="At q = 2 the limit under decay that ends minimises a tilted potential among the points with its data",
        source="beyond the paper: section 16.3",
        matters="With decay that ends gradient flow still has an implicit bias: of another potential, in which the"
        " start counts as before at depth 2 and for more beyond.",
        formal=Formal(
            (*FLOW, SETTLED, ENDS, FEASIBLE, for_all(k, ABOVE)),
            GOAL,
            derive_limit,
            end,
        ),
        remark="f(x) = l(A x - b), eta = l'(A x - b), y = R'(x) at the invariants of the time, c = alpha L (1 - m): the"
        " law of y is claim dual-decay at q = 2. B = int c, R_inf = R(x_inf) and R = R(z) at the last invariants, z a"
        " point with A z = A x_inf: x_inf minimises R - exp(-B) <y(0), x>, the only minimiser where R is strictly"
        " convex. Without decay it is implicit-bias-gf.",
    ),
    derived_claim(
        id="decay-bias-path",
        title="At q = 2 the point at each time minimises a tilted potential among the points with its data",
        source="beyond the paper: section 16.3",
        matters="The bias is not only one of the limit: every point on the way is a minimiser for its own data.",
        formal=Formal(
            (*FLOW, for_all(k, at_most(R + y * STEP, S)), SAME),
            at_most(sum_over(k, LEFT), sum_over(k, RIGHT)),
            derive_path,
            path,
        ),
        remark="As in decay-bias, without a limit: R = R(x), S = R(z) at the invariants of the time t, A z = A x.",
    ),
)
