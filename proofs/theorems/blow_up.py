"""Blow-up under a constant outward gradient, h = -G, G = |g|^{q-1}: x reaches infinity in finite time iff m > 1.

The level v of x = P(v)^{1/q} has P(v)^{1/q-1} dv/dt = q G. With S = 1 + sum_i Lambda_i and s = L(q-1)/q:

  m <= 1:  P^{1/q-1} >= 1/(v + S), so q G t >= log(v + S) - log(v(0) + S): infinitely late
  m > 1:   P^{1/q-1} <= v^{-s}, so q(s-1) G t <= v(0)^{1-s} as long as the solution lasts

R'(x) = R'(x(0)) + G t, so T = (Y - R'(x(0)))/G with Y the limit of R'; balanced, L(m-1) G T = x(0)^{1-m}.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from ..judging.claim import derived_claim
from ..judging.flows import L, h, i, j, k, q, w, x
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, below, continuous, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import scaled
from ..judging.rules.along import constant
from ..judging.rules.calculus import growing, integrable_of, limit, rising
from ..judging.rules.logical import both, implied
from ..judging.rules.order import above_one, falling_base
from ..judging.rules.sums import at_least_one, constant_body, larger_factors
from ..judging.tactics import at_zero, decided, flow, freed, given, rate_rule, rewrite, show, smooth, whole
from ..judging.terms import (
    PASSED,
    Expr,
    function,
    letter,
    log,
    of,
    others,
    past,
    plain,
    product_over,
    rate,
    size,
    slope_of,
    start,
    sum_over,
)
from ..judging.theorem import Theorem
from . import mirror_flow
from .shared.size_rate import size_rate
from .shared.speed import ALL, size_of_product, speed

v, y, z = function("v", "pos", k), function("y", "pos", k), function("z", "pos")
G, K, Y = letter("G"), letter("K"), letter("Y", "real")
Lambda, Lambda_j = letter("Lambda", "nonneg", k, i), letter("Lambda", "nonneg", k, j)
INVARIANTS = for_all(k, for_all(i, equal(size(w) ** q, v + Lambda)))
LEVEL = v + Lambda_j
P, SLOPE = product_over(j, LEVEL), sum_over(i, others(j, i, LEVEL))
OUTWARD, ABOVE = almost(equal(h, -1 * G)), equal(x, y)  # x = y > 0
FLOW = (("flow", "driven"), ("flow", "product"), INVARIANTS, OUTWARD, ABOVE)
m, s = q * (L - 1) / L, L * (q - 1) / q
FALL = 1 / q - 1
DENSITY = almost(equal(P**FALL / q * rate(v), G))
S = 1 + sum_over(i, Lambda)


def named() -> Theorem:
    """prod_j w_j = y."""
    return show("=", ALL, y, (flow("product", 0), -1), (given(ABOVE), 1))


@cache
def value() -> Theorem:
    """|y|^q = P(v)."""
    return rewrite(size_of_product(INVARIANTS), given(ABOVE))


@cache
def climb() -> tuple[Theorem, Theorem]:
    """v is absolutely continuous, dv/dt = q G y^{q-1}."""
    level = size(w) ** q - Lambda
    same = show("=", level, v, (freed(given(INVARIANTS)), 1))
    sizes = smooth(size(w) ** q, whole("driven", 0))
    moves = rewrite(rate_rule(level, sizes), same)
    rises = rewrite(size_rate("driven"), named())
    pushed = show("=", rate(v), q * G * y ** (q - 1), (moves, 1), (rises, 1), (given(OUTWARD), -1 * q * y ** (q - 1)))
    return rewrite(smooth(level, sizes), same), pushed


def density() -> Theorem:
    """P^{1/q-1} dv/dt/q = G, as P^{1/q-1} = y^{1-q}."""
    back = show("=", (y**q) ** FALL / q * rate(v), G, (climb()[1], (y**q) ** FALL / q))
    return rewrite(back, show("=", y**q, P, (value(), 1)))


def late() -> Theorem:
    """m <= 1: q G t - log(v + S) rises, so v -> infinity takes for ever."""
    top = v + S
    one = at_least_one(show("<=", 0, Lambda), i=i.term, j=j.term)
    product = larger_factors(show("<=", 0, LEVEL), show("<=", LEVEL, top, (one, 1)), whole=P.term)
    power = show("<=", P, top**L, (product, 1), (constant_body(show("<", 0, top), whole=product_over(j, top).term), 1))
    lower = falling_base(show("<", 0, P), power, decided(at_most(FALL, 0)), r=FALL.term)
    slow = above_one(show("<=", 1, top), decided(at_most(-1, L * FALL), given(SHALLOW)))
    soft = rewrite(show("<=", 1 / top, P**FALL, (lower, 1), (slow, 1)), show("=", P, y**q, (value(), -1)))
    level, climbs = climb()
    ahead = q * G * PASSED - log(top)
    moves = rate_rule(ahead, level)
    rises = show("<=", 0, rate(ahead), (moves, -1), (climbs, 1 / top), (soft, q * G * y ** (q - 1)))
    risen = rewrite(rising(smooth(ahead, level), rises), at_zero(ahead))
    bound = (log(top) - log(start(v) + S)) / (q * G)
    order = show("<=", bound, PASSED, (risen, 1 / (q * G)))
    return implied(implied(growing(limit(given(FAR), a=bound.term), order), stated=FAR), stated=SHALLOW)


def soon() -> Theorem:
    """m > 1: q(s-1) G t + v^{1-s} does not rise."""
    product = larger_factors(show("<=", 0, v), show("<=", v, LEVEL), whole=product_over(j, v).term)
    power = show("<=", v**L, P, (product, 1), (constant_body(show("<", 0, v), whole=product_over(j, v).term), -1))
    upper = falling_base(show("<", 0, v**L), power, decided(at_most(FALL, 0)), r=FALL.term)
    steep = rewrite(scaled(upper, decided(below(0, s - 1), given(STEEP))), show("=", P, y**q, (value(), -1)))
    level, climbs = climb()
    kept = -1 * (q * (s - 1) * G * PASSED + v ** (1 - s))
    moves = rate_rule(kept, level)
    weight = q * G * y ** (q - 1)
    rises = show("<=", 0, rate(kept), (moves, -1), (climbs, -1 * (s - 1) * v ** (-1 * s)), (steep, weight))
    risen = rewrite(rising(smooth(kept, level), rises), at_zero(kept))
    lasts = show("<=", q * (s - 1) * G * PASSED, start(v) ** (1 - s), (risen, 1))
    return implied(lasts, stated=STEEP)


SHALLOW, STEEP = at_most(m, 1), below(1, m)
FAR, ENDLESS = formula(("grows", v.term)), formula(("grows", plain(PASSED)))
LIFETIME = at_most(q * (s - 1) * G * PASSED, start(v) ** (1 - s))

DUAL, SMOOTH = of("R_prime", x), ("C1", "R_prime", "pos")
CURVATURE = equal(slope_of("R_prime", x) * SLOPE, 1)
ENDS = formula(("tends", DUAL.term, Y.term))
ARRIVES = formula(("tends", plain(PASSED), plain((Y - of("R_prime", start(x))) / G)))


def arrival() -> Theorem:
    """R'(x) = R'(x(0)) + G t; where R'(x) -> Y, t -> (Y - R'(x(0)))/G."""
    moving = rewrite(smooth(ALL, whole("driven", 0)), show("=", ALL, x, (flow("product", 0), -1)))
    known = (moving, given(SMOOTH), show("<", 0, x, (given(ABOVE), -1)))
    ahead = DUAL - G * PASSED
    moves, steep = rate_rule(ahead, *known), speed(INVARIANTS, LEVEL)
    weight = (steep, slope_of("R_prime", x)), (given(CURVATURE), -1 * h), (given(OUTWARD), -1)
    kept = rewrite(constant(smooth(ahead, *known), show("=", rate(ahead), 0, (moves, 1), *weight)), at_zero(ahead))
    clock = (DUAL - of("R_prime", start(x))) / G
    goes = limit(given(ENDS), a=clock.term)
    return implied(rewrite(goes, show("=", clock, PASSED, (kept, 1 / G))), stated=ENDS)


DEEP, BALANCED = equal(K, L * (m - 1)), almost(equal(rate(z), L * z**m * G))
OUT = formula(("grows", z.term))
CLOSED = formula(("tends", plain(K * G * PASSED), plain(start(z) ** (1 - m))))


def balanced() -> Theorem:
    """z^{1-m} = z(0)^{1-m} - L(m-1) G t, and z^{1-m} -> 0."""
    kept, known = z ** (1 - m) + K * G * PASSED, given(continuous(z))
    law = (given(BALANCED), (1 - m) * z ** (-1 * m)), (given(DEEP), G)
    still = show("=", rate(kept), 0, (rate_rule(kept, known), 1), *law)
    fixed = rewrite(constant(smooth(kept, known), still), at_zero(kept))
    left = start(z) ** (1 - m) - z ** (1 - m)
    goes = limit(given(OUT), show("<", 1 - m, 0, (given(DEEP), 1 / L)), a=left.term)
    theorem = rewrite(goes, show("=", left, K * G * PASSED, (fixed, -1)))
    return implied(implied(implied(theorem, stated=OUT), stated=BALANCED), stated=DEEP)


r, lam, u_0 = letter("u_0") + PASSED, letter("lambda"), letter("u_0")
OVER_P = 1 - 1 / q


def euler(few: Expr, many: Expr) -> tuple[Expr, Expr]:
    """(1/q) P^{1/q-1} dv, P = v^few (v + lambda)^many, v = lambda (u_0 + t), and the integrand of Euler's integral."""
    own = ((lam * r) ** few * (lam * r + lam) ** many) ** FALL * lam / q
    return own, lam ** (1 - L * OVER_P) / q * (r ** (-1 * few * OVER_P) * (1 + r) ** (-1 * many * OVER_P))


def by_euler(few: Expr, many: Expr) -> Theorem:
    """The integrands are the same function."""
    own, other = euler(few, many)
    known = [integrable_of(smooth(f)) for f in (own, other)]
    kept = past(own) - past(other)
    still = show("=", rate(kept), 0, (rate_rule(kept, *known), 1))
    fixed = rewrite(constant(smooth(kept, *known), still), at_zero(kept))
    return show("=", past(own), past(other), (fixed, 1))


ONE = Expr(plain(1))
KINDS = ((ONE, L - 1), (L - 1, ONE))
EULER = tuple(equal(*map(past, euler(*kind))) for kind in KINDS)
FORMS = (
    DENSITY,
    ("=>", SHALLOW, ("=>", FAR, ENDLESS)),
    ("=>", STEEP, LIFETIME),
    ("=>", ENDS, ARRIVES),
    ("=>", DEEP, ("=>", BALANCED, ("=>", OUT, CLOSED))),
    *EULER,
)


def derive() -> Theorem:
    """The law of the level, the two cases of m, T by R', balanced, and from x = 0 with one balance parameter."""
    return both(density(), late(), soon(), arrival(), balanced(), *(by_euler(*kind) for kind in KINDS))


def witness() -> Model:
    """The sign flow at L = 2 with h = -1: w = (1 + t, 2 + t), v = 1 + t, R'(x) = (sqrt(1 + 4x) - 1)/2."""
    flowing = mirror_flow.witness()
    path = flowing.functions["x", 1]
    functions = {**flowing.functions, ("v", 1): 1 + T, ("y", 1): path, ("z",): 1 + T}
    del functions["u", 1]
    constants = {**flowing.constants, "lambda": Fraction(2)}
    constants |= {name: Fraction(1) for name in ("G", "K", "Y", "u_0")}
    return Model(constants, functions, {"n": 1, "L": 2}, reals=flowing.reals)


BLOW_UP = derived_claim(
    id="blow-up-time",
    title="Blow-up under a constant outward gradient",
    source="beyond the paper; Corollary 4.12 (S) = 4.14 (C), its consequence",
    matters="For m > 1 and a loss without a minimiser the flow can end before any time you name.",
    formal=Formal((*FLOW, SMOOTH, CURVATURE, continuous(z)), formula(("and", *FORMS)), derive, witness),
    remark="v is the level of x = y > 0: dT/dv = P^{1/q-1}/(q G), G = |g|^{q-1}. For m <= 1 x is infinite only at T ="
    " infinity; for m > 1 no solution lasts longer than the time said, so the maximal one blows up. T is the increment"
    " of R' to its limit Y, over G; balanced (z = x) T = z(0)^{1-m}/(L(m-1) G). From x = 0 with Lambda = lambda (0, 1,"
    " ..., 1) or lambda (0, ..., 0, 1) it is lambda^{1-L/p} B(a, b)/(q G), a = 1/q or 1 - (L-1)/p, b = L/p - 1, 1/p = 1"
    " - 1/q: the last two integrals, from u_0 -> 0 to infinity, are Euler's int r^{a-1} (1+r)^{-a-b} dr. With f bounded"
    " below and no decay there is no blow-up: |w_i(t) - w_i(0)| <= t^{1/q} (f_0 - f_inf)^{1/p}.",
)

CLAIMS = (BLOW_UP,)
