"""R is a Bregman function in the sense of Alvarez, Bolte and Brahic (2004), for every q, L and all invariants.

With D(z, x) = R(z) - R(x) - R'(x) (z - x), dD/dt = (x - z) dR'/dt, and P^{1/q} = x:

  along u = u_0 + t, z <= x_0, S = 1 + u_0 + sum_i Lambda_i: P >= P(u_0) (1 + t/S)^L, so x_0 <= x/(1 + t/S) and
    dD/dt >= (1/q) P^{2/q-1} (1 - x_0/x) >= c t/(S + 1 + t^2), c = P(u_0)^{2/q-1}/q:  D -> infinity;
  along v = b e^{-t} -> 0: d(x R' - R)/dt = x dR'/dt = -(1/q) P^{2/q-1} v >= -(1/q) P(b)^{2/q-1} v, and x R' -> 0 by
    l'Hopital, as x^2/P' <= P^{2/q-1} v/k0: R(0) is finite (R continuous on the closed domain), and D(0, x) -> 0.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from ..judging.claim import derived_claim
from ..judging.flows import L, j, q
from ..judging.formal import Formal
from ..judging.formulas import at_most
from ..judging.increments import (
    BREGMAN,
    BREGMAN_GIVEN,
    DENSITY,
    ENDLESS,
    FALL,
    FIRST,
    INWARD,
    LEFT,
    OUTWARD,
    P_0,
    R_0,
    REST,
    SLOPE,
    SLOPE_0,
    X_0,
    D,
    K,
    Lambda_j,
    P,
    R_end,
    X,
    a,
    b,
    c_a,
    k0,
    u_0,
    v,
    witness,
    y,
    y_end,
    z,
)
from ..judging.rules.algebraic import larger_base
from ..judging.rules.along import constant
from ..judging.rules.calculus import growing, integrable_of, limit, ratio, rising, squeezed, whole_integral
from ..judging.rules.logical import both, with_function
from ..judging.rules.order import above_one, falling_base
from ..judging.rules.sums import at_least_one, congruent, constant_body, distributed, larger_factors
from ..judging.tactics import at_zero, decided, given, rate_rule, rewrite, show, smooth
from ..judging.terms import (
    PASSED,
    Expr,
    function,
    log,
    past,
    plain,
    product_over,
    rate,
    sum_over,
)
from ..judging.theorem import Theorem
from .legendre import falling, slope
from .mirror_map import fading, rest_rate

S = 1 + u_0 + sum_over(j, Lambda_j)
GROWN = 1 + PASSED / S
C, ROOM, t = FIRST ** (2 / q - 1) / q, S + 1 + PASSED**2, function("t")
MOST = (b**k0 * K) ** (2 / q - 1)  # P(b)^{2/q-1}


@cache
def stretched() -> Theorem:
    """x_0 (1 + t/S) <= x, as (u_0 + Lambda_j)(1 + t/S) <= u_0 + t + Lambda_j for every j."""
    one = at_least_one(show("<=", 0, Lambda_j), i=j.term, j=j.term)
    level = u_0 + Lambda_j
    each = show("<=", level * GROWN, u_0 + PASSED + Lambda_j, (one, PASSED / S))
    product = larger_factors(show("<=", 0, level * GROWN), each, whole=product_over(j, level * GROWN).term)
    apart = distributed(whole=FIRST.term, b=GROWN.term)
    power = constant_body(show("<", 0, GROWN), whole=product_over(j, GROWN).term)
    order = show("<=", FIRST * GROWN**L, P, (product, 1), (apart, -1), (power, -1 * FIRST))
    root = larger_base(show("<=", 0, FIRST * GROWN**L), order, show("<", 0, 1 / q), r=(1 / q).term)
    steep = above_one(show("<=", 1, GROWN), decided(at_most(1, L / q)))
    return show("<=", FIRST ** (1 / q) * GROWN, X, (root, 1), (steep, FIRST ** (1 / q)))


def paid() -> Theorem:
    """dD/dt >= c t/(S + 1 + t^2)."""
    smooth_y, smooth_R, dual, chain = map(given, OUTWARD)
    moves = rate_rule(X)
    pace = show("=", rate(y), P**FALL / q, (dual, 1), (moves, 1 / SLOPE), (slope(), P**FALL / q / SLOPE))
    split = rate_rule(D, smooth_y, smooth_R)
    along = show("=", rate(D), (X - z) * P**FALL / q, (split, 1), (chain, -1), (pace, X - z), (moves, -1 * y))
    far = show("<=", (1 - 1 / GROWN) * X, X - z, (given(LEFT), 1), (stretched(), 1 / GROWN))
    most = decided(at_most(1 - 2 / q, 0))
    least = larger_factors(
        show("<=", 0, u_0 + Lambda_j), show("<=", u_0 + Lambda_j, u_0 + PASSED + Lambda_j), whole=FIRST.term
    )
    power = falling_base(show("<", 0, FIRST), least, most, r=(1 - 2 / q).term)
    room = with_function(show("<=", 0, t**2), letter=t.term, a=(PASSED - Fraction(1, 2)).term)
    up = (far, P**FALL / q), (power, (1 - 1 / GROWN) * P ** (2 / q - 1) * FIRST ** (2 / q - 1) / q)
    faster = show("<=", C * (1 - 1 / GROWN), rate(D), (along, -1), *up)
    return show("<=", C * PASSED / ROOM, rate(D), (faster, 1), (room, C * PASSED / ROOM / (S + PASSED)))


def levels() -> Theorem:
    """D - (c/2) log(S + 1 + t^2) does not fall."""
    known = given(OUTWARD[0]), given(OUTWARD[1])
    ahead = D - C / 2 * log(ROOM)
    rises = show("<=", 0, rate(ahead), (rate_rule(ahead, *known), -1), (rate_rule(D, *known), 1), (paid(), 1))
    kept = rewrite(rising(smooth(ahead, *known), rises), at_zero(ahead))
    bound = Expr(kept.conclusion[1][1]) + C / 2 * log(ROOM)
    return growing(limit(given(ENDLESS), a=bound.term), show("<=", bound, D, (kept, 1)))


def inner() -> tuple[Theorem, ...]:
    """What is known of y_end and R_end."""
    return tuple(map(given, INWARD))


@cache
def inner_pace() -> Theorem:
    """d y_end/dt = -(1/q) P^{1/q-1} v."""
    chain = (rest_rate(), P_0**FALL * v**k0 / q / SLOPE_0)
    return show("=", rate(y_end), -1 * P_0**FALL * v / q, (inner()[2], 1), (rate_rule(X_0), 1 / SLOPE_0), chain)


@cache
def below_start() -> Theorem:
    """P^{2/q-1} <= P(b)^{2/q-1}."""
    each = show("<=", v + c_a, b + c_a, (falling(), 1))
    product = larger_factors(show("<=", 0, v + c_a), each, whole=REST.term)
    steps = larger_base(show("<=", 0, v), show("<=", v, b, (falling(), 1)), show("<", 0, k0), r=k0.term)
    order = show("<=", P_0, b**k0 * K, (product, v**k0), (steps, K))
    power = falling_base(show("<", 0, P_0), order, decided(at_most(1 - 2 / q, 0)), r=(1 - 2 / q).term)
    return show("<=", P_0 ** (2 / q - 1), MOST, (power, P_0 ** (2 / q - 1) * MOST))


def finite() -> Theorem:
    """int_0^t P^{2/q-1} v/q <= P(b)^{2/q-1} b/q, so the integral over all times is finite."""
    local = integrable_of(smooth(DENSITY))
    ahead = MOST * (b - v) / q - past(DENSITY)
    rises = show("<=", 0, rate(ahead), (rate_rule(ahead, local), -1), (below_start(), v / q))
    kept = rewrite(rising(smooth(ahead, local), rises), at_zero(ahead))
    bound = show("<=", past(DENSITY), MOST * b / q, (kept, 1))
    return whole_integral(local, show("<=", 0, DENSITY), bound)


def vanishing() -> Theorem:
    """x R' -> 0: the rates of R' and 1/x have the ratio -x^2/P', between -P(b)^{2/q-1} v/k0 and 0."""
    grown = rate_rule(1 / X_0)
    up = X_0**-2 * P_0**FALL * v * SLOPE_0 / q
    named = show("=", rate(1 / X_0), up, (grown, 1), (rest_rate(), -1 * X_0**-2 * P_0**FALL * v**k0 / q))
    down = -1 * P_0**FALL * v / q
    quotient = down / up
    low = -1 * MOST * v / k0
    steep = show("<=", k0 * P_0 / v, SLOPE_0)
    part = P_0 ** (2 / q - 1)
    under = show("<=", low, quotient, (below_start(), v / k0), (steep, part * v / k0 / SLOPE_0))
    near = squeezed(limit(fading(), a=low.term), under, show("<=", quotient, 0), limit(a=plain(0)))
    far = limit(fading(), a=(1 / X_0).term)
    return ratio(inner()[0], smooth(1 / X_0), inner_pace(), named, show("<", 0, up), far, near)


def closed() -> tuple[Theorem, Theorem]:
    """R = x R' + int_0^t x dR' + R_0 - x_0 R'_0 has a finite limit, and D(0, x) = R(0) - R + x R' -> 0."""
    smooth_y, smooth_R, _, chain = inner()
    kept = X_0 * y_end - R_end + past(DENSITY)
    known = smooth_y, smooth_R, integrable_of(smooth(DENSITY))
    moves = rate_rule(kept, *known)
    still = show("=", rate(kept), 0, (moves, 1), (chain, -1), (rate_rule(X_0), -1 * y_end), (inner_pace(), X_0))
    v_0 = Expr(at_zero(v).conclusion[2])
    product = congruent(show("=", v_0 + c_a, b + c_a), i=a.term, whole=product_over(a, v_0 + c_a).term)
    value = rewrite(constant(smooth(kept, *known), still), at_zero(kept), product)
    first = Expr(value.conclusion[1][2])
    small = rewrite(vanishing(), show("=", y_end / (1 / X_0), X_0 * y_end))
    toward = limit(small, finite(), a=(X_0 * y_end + past(DENSITY) - first).term)
    named = show("=", Expr(toward.conclusion[2]), R_0)
    at_end = rewrite(toward, show("=", X_0 * y_end + past(DENSITY) - first, R_end, (value, 1)), named)
    apart = limit(small, at_end, a=(R_0 - R_end + X_0 * y_end).term)
    return at_end, rewrite(apart, show("=", Expr(apart.conclusion[2]), 0))


def derive() -> Theorem:
    """Bounded level sets; R(0) finite, and the divergence at the end 0."""
    return both(levels(), *closed())


CLAIM = derived_claim(
    id="bregman",
    title="R is a Bregman function in the sense of Alvarez, Bolte and Brahic",
    source="Corollary 4.12 (S) = 4.14 (C), definition (iv); Alvarez, Bolte, Brahic 2004, definition 4.1",
    matters="The conditions that a convergence proof by Bregman divergences asks for hold at every depth.",
    formal=Formal(
        BREGMAN_GIVEN,
        BREGMAN,
        derive,
        witness,
    ),
    remark="Outward, y = R'(x) and R = R(x) along x = P(u_0 + t)^{1/q}, R_ref = R(z): the divergence of any z up to x_0"
    " from x tends to infinity, so its level sets are bounded (R is even where it lives on the reals). Inward, y_end ="
    " R'(x) and R_end = R(x) along x = P(v)^{1/q}, v = b e^{-t} -> 0, with k0 zeros among the invariants and c the"
    " positive ones: R has a finite limit R(0), so it is continuous on the closed domain, and D_R(0, x) = R(0) - R(x)"
    " + x R'(x) -> 0; elsewhere R is C^1 and D_R(z, x) -> 0 as x -> z. Strictly convex and steep: claims"
    " strictly-convex, legendre. Their theorem on flows also asks for a regular Hessian, which 0 < m_0 < 1 does not"
    " have at 0.",
)

CLAIMS = (CLAIM,)
