"""M(x) = L R*(R'(x)): decoupled decay is the conjugate of the potential, R*(R'(x)) = x R'(x) - R(x).

Along u = u_0 + t: x = P(u)^{1/q}, R' = y_0 + (1/q) int P^{1/q-1}, dR = R' dx, so d(x R' - R) = x dR' = x R'' dx with
R'' = 1/P', and dM = L x R'' dx = (L/q) P^{2/q-1} du. At q = 2 that is (L/2) du, whatever the invariants.
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import L, j, q
from ..judging.formal import Formal
from ..judging.formulas import almost, continuous, equal, formula
from ..judging.increments import FALL, SLOPE, Lambda_j, P, X, Y, u_0
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.calculus import integrable_of
from ..judging.rules.logical import both, implied
from ..judging.rules.sums import congruent
from ..judging.tactics import at_zero, given, rate_rule, rewrite, show, smooth
from ..judging.terms import function, letter, past, plain, product_over, rate, start
from ..judging.theorem import Theorem
from .legendre import slope

y_0, R = letter("y_0", "real"), function("R", "real")
DUAL = y_0 + Y  # R'(x)
CONJUGATE = X * DUAL - R
POTENTIAL = almost(equal(rate(R), DUAL * rate(X)))
PULL = L * X * (rate(X) / SLOPE)  # M'(x) dx/dt = L x R'' dx/dt
DENSITY = L / q * P ** (2 / q - 1)
PAID = past(DENSITY)  # M(x) - M(x(u_0))
GRADIENT = equal(q, 2)
KEPT = PAID - L * CONJUGATE
FIRST = product_over(j, u_0 + Lambda_j) ** (1 / q) * y_0 - start(R)  # at u_0
EQUAL = equal(PAID, L * (CONJUGATE - FIRST))
FLAT = formula(("=>", GRADIENT, ("every", ("=", plain(DENSITY), plain(L / 2)))))


def density() -> Theorem:
    """M'(x) dx/du."""
    return show("=", PULL, DENSITY, (rate_rule(X), L * X / SLOPE), (slope(), L * X * P**FALL / q / SLOPE))


def integrals() -> Theorem:
    """int_0^t M'(x) dx - L (x R' - R) keeps its value."""
    known = integrable_of(smooth(P**FALL / q)), integrable_of(smooth(DENSITY)), given(continuous(R))
    moves = rate_rule(KEPT, *known)
    still = show("=", rate(KEPT), 0, (moves, 1), (given(POTENTIAL), L), (rate_rule(X), L * DUAL))
    same = rewrite(constant(smooth(KEPT, *known), still), at_zero(KEPT))
    first = show("=", u_0 + 0 + Lambda_j, u_0 + Lambda_j)
    named = rewrite(same, congruent(first, i=j.term, whole=product_over(j, u_0 + 0 + Lambda_j).term))
    return show("=", PAID, L * (CONJUGATE - FIRST), (named, 1))


def flat() -> Theorem:
    """q = 2: P^{2/q-1}/q = P^0/2."""
    none = show("=", 0, 2 / q - 1, (given(GRADIENT), 1 / q))
    power = rewrite(show("=", P**0, 1), none)
    return show("=", DENSITY, L / 2, (power, L / q), (given(GRADIENT), -1 * L / (2 * q)))


def derive() -> Theorem:
    """M' dx/du, the integral and q = 2."""
    return both(density(), integrals(), implied(flat(), stated=GRADIENT))


def witness() -> Model:
    """Sign flow at L = 2 with Lambda = (0, 2), u = 1 + t: x = u (u + 2), R' = u, R = 2 u^3/3 + u^2."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {name: Fraction(1) for name in ("q", "u_0", "y_0")}
    constants |= {("Lambda", 1): Fraction(0), ("Lambda", 2): Fraction(2)}
    return Model(constants, {("R",): 2 * (1 + T) ** 3 / 3 + (1 + T) ** 2}, {"L": 2})


CLAIM = derived_claim(
    id="conjugate-identity",
    title="The decoupled regularizer is the conjugate of the potential",
    source="beyond the paper; Theorem 4.14 (S) in one formula",
    matters="The regularizer needs no computation of its own: it is L times the conjugate.",
    formal=Formal(
        (continuous(R), POTENTIAL),
        formula(("and", almost(equal(PULL, DENSITY)), EQUAL, FLAT)),
        derive,
        witness,
    ),
    remark="u = u_0 + t, x = P(u)^{1/q}, y_0 + int = R'(x) (claims mirror-map, strictly-convex), so x R'(x) - R is"
    " R*(R'(x)), and L x R'' dx with R'' = 1/P' is dM (claim regularizer-decoupled): M = L R*(R'(x)) up to a constant,"
    " for all invariants held fixed. At q = 2 M grows by L/2 times the growth of u.",
)

CLAIMS = (CLAIM,)
