"""R is a Legendre function of Rockafellar for every q, L and all invariants (Corollary 4.12 (S) = 4.14 (C)).

Strictly convex: in the variable u = u_0 + t, x = P(u)^{1/q} and R' = (1/q) int P^{1/q-1} both increase strictly, and
dR' = (1/P') dx. Essentially smooth: with k0 zeros among the invariants and c_1, ..., c_r the positive ones,
P(v) = v^{k0} prod_a (v + c_a); along v = b e^{-t} -> 0 the fall of R' is y = int_0^t (1/q) P(v)^{1/q-1} v ds, and with
s_0 = k0 (q-1)/q, that is s_0 >= 1 iff m_0 = q (k0-1)/k0 >= 1,

  m_0 >= 1:  P <= v^{k0} K, K = prod (b + c_a): y' >= K^{1/q-1} v^{1-s_0}/q >= K^{1/q-1} b^{1-s_0}/q: R' -> -infinity;
  m_0 < 1:   P >= v^{k0} prod c_a, so q (1 - s_0) y <= (prod c_a)^{1/q-1} b^{1-s_0}:  R'(0+) is finite.
"""

from __future__ import annotations

from ..judging import increments
from ..judging.claim import derived_claim
from ..judging.flows import i, j, q
from ..judging.formal import Formal
from ..judging.formulas import at_most
from ..judging.increments import (
    ENDLESS,
    FALL,
    FALLEN,
    GENTLE,
    LOW,
    P_0,
    REST,
    SLOPE,
    STEEP,
    K,
    Lambda_j,
    P,
    X,
    Y,
    b,
    c_a,
    k0,
    s_0,
    u_0,
    v,
)
from ..judging.rules.algebraic import scaled
from ..judging.rules.calculus import growing, integrable_of, limit, rising, rising_strictly
from ..judging.rules.logical import both, implied
from ..judging.rules.order import falling_base
from ..judging.rules.sums import congruent, larger_factors, relettered, summed
from ..judging.tactics import at_zero, decided, given, rate_rule, rewrite, show, smooth
from ..judging.terms import PASSED, Expr, others, product_over, rate
from ..judging.theorem import Theorem


def increasing(term: Expr, *known: Theorem) -> Theorem:
    """term(0) < term at every t > 0, its rate being positive."""
    moves = rate_rule(term, *known)
    rises = show("<", 0, rate(term), (moves, -1))
    return rewrite(rising_strictly(smooth(term, *known), rises), at_zero(term))


def slope() -> Theorem:
    """dP/dt = P'(u), as it stands in the chain rule, is the sum over i of the products of the others."""
    found = rate_rule(P).conclusion[1][2]
    named = relettered(whole=found, j=i.term)
    one = summed(show("=", Expr(named.conclusion[1][2][2]), others(j, i, u_0 + PASSED + Lambda_j)), i=i.term)
    return show("=", Expr(found), SLOPE, (named, 1), (one, 1))


def convex() -> Theorem:
    """dR' = (1/P') dx, and both increase."""
    dual = integrable_of(smooth(P**FALL / q))
    chain = (slope(), -1 * P**FALL / q / SLOPE)
    along = show("=", rate(Y), rate(X) / SLOPE, (rate_rule(Y, dual), 1), (rate_rule(X), -1 / SLOPE), chain)
    first = congruent(
        show("=", u_0 + 0 + Lambda_j, u_0 + Lambda_j), i=j.term, whole=product_over(j, u_0 + 0 + Lambda_j).term
    )
    return both(along, rewrite(increasing(X), first), increasing(Y, dual))


def falling() -> Theorem:
    """-v(0) <= -v, so v <= b."""
    up = -1 * v
    rises = show("<=", 0, rate(up), (rate_rule(up), -1))
    return rewrite(rising(smooth(up), rises), at_zero(up))


def known() -> Theorem:
    """The integrand is absolutely continuous."""
    return integrable_of(smooth(P_0**FALL * v / q))


def powered(larger: bool) -> Theorem:
    """P^{1/q-1} >= (v^{k0} K)^{1/q-1} (larger), or <= (v^{k0} prod c)^{1/q-1}."""
    least = decided(at_most(FALL, 0))
    if larger:
        each = show("<=", v + c_a, b + c_a, (falling(), 1))
        product = larger_factors(show("<=", 0, v + c_a), each, whole=REST.term)
        order = show("<=", P_0, v**k0 * K, (product, v**k0))
        return falling_base(show("<", 0, P_0), order, least, r=FALL.term)
    product = larger_factors(show("<=", 0, c_a), show("<=", c_a, v + c_a), whole=LOW.term)
    order = show("<=", v**k0 * LOW, P_0, (product, v**k0))
    return falling_base(show("<", 0, v**k0 * LOW), order, least, r=FALL.term)


def unbounded() -> Theorem:
    """m_0 >= 1."""
    exponent = show("<=", 1 - s_0, 0, (given(STEEP), k0 / q))
    power = falling_base(show("<", 0, v), show("<=", v, b, (falling(), 1)), exponent, r=(1 - s_0).term)
    speed = K**FALL * b ** (1 - s_0) / q
    ahead = FALLEN - speed * PASSED
    moves = rate_rule(ahead, known())
    rises = show("<=", 0, rate(ahead), (moves, -1), (powered(True), v / q), (power, K**FALL / q))
    order = show("<=", speed * PASSED, FALLEN, (rewrite(rising(smooth(ahead, known()), rises), at_zero(ahead)), 1))
    return growing(limit(given(ENDLESS), a=(speed * PASSED).term), order)


def not_rising() -> Theorem:
    """m_0 < 1: q (1 - s_0) y + (prod c)^{1/q-1} v^{1-s_0} stays below its first value."""
    gap = show("<", 0, 1 - s_0, (given(GENTLE), k0 / q))
    kept = -1 * (q * (1 - s_0) * FALLEN + LOW**FALL * v ** (1 - s_0))
    moves = rate_rule(kept, known())
    rises = show("<=", 0, rate(kept), (moves, -1), (scaled(powered(False), gap), v))
    return rewrite(rising(smooth(kept, known()), rises), at_zero(kept))


def bounded() -> Theorem:
    """m_0 < 1: the fall of R' is bounded."""
    return show("<=", q * (1 - s_0) * FALLEN, LOW**FALL * b ** (1 - s_0), (not_rising(), 1))


def legendre() -> Theorem:
    """Both cases."""
    return both(implied(unbounded(), stated=STEEP), implied(bounded(), stated=GENTLE))


STRICTLY_CONVEX = derived_claim(
    id="strictly-convex",
    title="R is strictly convex",
    source="Corollary 4.12 (S) = 4.14 (C), condition (i)",
    matters="Without it R would not be a potential at all.",
    formal=Formal(
        (),
        increments.CONVEX,
        convex,
        increments.witness,
    ),
    remark="In u = u_0 + t the powers are x = P(u)^{1/q}, the integral is R'(x) - R'(x(u_0)) (claim mirror-map): R'"
    " grows strictly with x, with the slope R'' = 1/P' > 0, from every u_0 > 0 on.",
)

LEGENDRE = derived_claim(
    id="legendre",
    title="R is a Legendre function in Rockafellar's sense",
    source="Corollary 4.12 (S) = 4.14 (C), conditions (i) and (ii)",
    matters="It settles a doubt of the reviews: R is a Legendre function for every depth, in the usual sense of the"
    " word.",
    formal=Formal(
        (ENDLESS,),
        increments.LEGENDRE,
        legendre,
        increments.witness,
    ),
    remark="The integral is R'(x(b)) - R'(x(v)) for v = b e^{-t} -> 0, with k0 zeros among the invariants and c the"
    " positive ones. So |R'| -> infinity at the finite end of the domain where there is one (m_0 >= 1: a half-line),"
    " and else R' is finite at 0 and R lives on the reals. With strictly-convex: Legendre for every q and L, m > 1"
    " included; the reported criterion m <= 1 is the one for R' onto the reals (see onto).",
)

CLAIMS = (STRICTLY_CONVEX, LEGENDRE)
