"""The conjugate R*(R'(x)) = (1/q) int_0^u P^{2/q-1} and the inverse mirror map (Theorem 4.6 S; theory: section 4).

With y = R'(x_0): z y - R(z) has the derivative y - R'(z) in z, so it falls on both sides of x_0 and is largest there:
R*(y) = x_0 y - R(x_0) = W (potential.py). Along v = b e^{-t} from x_0 down, along u = u_0 + t from x_0 up. dW = x dR':
the inverse of R' is the derivative of R*. q = 2: P^{2/q-1} = 1 and W = u/2 whatever the invariants, and at no other q.
q = 1: R' = u, so x = P(y) and R* is a polynomial, at L = 2 with the derivative u (u + lambda).
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import q
from ..judging.formal import Formal
from ..judging.formulas import almost, equal, formula
from ..judging.increments import ENDLESS, FALL, FALLEN, P_0, SLOPE_0, X_0, P, X, Y, b, k0, v
from ..judging.models import Model
from ..judging.rules.along import constant
from ..judging.rules.calculus import integrable_of, limit, one_limit, rising
from ..judging.rules.logical import both, equivalent, implied
from ..judging.tactics import at_zero, decided, given, rate_rule, relation, rewrite, show, smooth
from ..judging.terms import Expr, past, plain, rate, total
from ..judging.theorem import Theorem
from .legendre import known
from .mirror_map import fading, rest_rate
from .potential import EXPONENT, MAP, PAID, POTENTIAL, W, converging, lam, paid, y_0

ABOVE = X * (y_0 + Y) - past(P**EXPONENT / q)  # R, up to a constant, from x_0 on
GRADIENT, SIGN = equal(q, 2), equal(q, 1)
FLAT = equal(EXPONENT, 0)
SHALLOW = v**3 / 3 + lam * v**2 / 2


def below() -> Theorem:
    """z y - R(z) <= R*(y) for z <= x_0."""
    gap = POTENTIAL - y_0 * X_0
    fell = rewrite(
        rising(smooth(FALLEN, known()), show("<=", 0, rate(FALLEN), (rate_rule(FALLEN, known()), -1))), at_zero(FALLEN)
    )
    pace = P_0**FALL * SLOPE_0 * v / q
    moves, chain = rate_rule(gap, known(), paid()), P_0**FALL * v**k0 / q
    rises = show("<=", 0, rate(gap), (moves, -1), (fell, pace), (rest_rate(), chain * FALLEN))
    return rewrite(rising(smooth(gap, known(), paid()), rises), at_zero(gap))


def at_most_dual() -> Theorem:
    """At x_0, x y - R = W."""
    return show("<=", y_0 * X_0 - POTENTIAL, total(PAID), (below(), 1))


def above() -> Theorem:
    """z y - R(z) <= x_0 y - R(x_0) for z >= x_0."""
    dual, cost = integrable_of(smooth(P**FALL / q)), integrable_of(smooth(P**EXPONENT / q))
    grown = rewrite(rising(smooth(Y, dual), show("<=", 0, rate(Y), (rate_rule(Y, dual), -1))), at_zero(Y))
    gap = ABOVE - y_0 * X
    pace = Expr(rate_rule(X).conclusion[1][2])
    rises = show("<=", 0, rate(gap), (rate_rule(gap, dual, cost), -1), (grown, pace))
    start_ = rewrite(rising(smooth(gap, dual, cost), rises), at_zero(gap))
    return show("<=", y_0 * X - ABOVE, 0, (start_, 1))


def inverse() -> Theorem:
    """dW/dt = x dR'/dt."""
    moves = rate_rule(W, paid())
    return show("=", rate(W), X_0 * rate(MAP), (moves, 1), (rate_rule(MAP, known()), -1 * X_0))


def gradient_flow() -> Theorem:
    """q = 2: int_0^t v/2 = (b - v)/2 tends to b/2."""
    power = rewrite(show("=", P_0**0, 1), show("=", 0, EXPONENT, (given(GRADIENT), 1 / q)))
    kept = past(PAID) + v / 2
    still = show("=", rate(kept), 0, (rate_rule(kept, paid()), 1), (power, v / q), (given(GRADIENT), -1 * v / (2 * q)))
    value = rewrite(constant(smooth(kept, paid()), still), at_zero(kept))
    far = rewrite(limit(fading(), a=((b - v) / 2).term), show("=", (b - v) / 2, past(PAID), (value, -1)))
    return show("=", W, v / 2, (one_limit(converging(), far), 1), (value, -1))


def only_there() -> Theorem:
    """2/q - 1 = 0 iff q = 2."""
    one = implied(decided(FLAT, given(GRADIENT)), stated=GRADIENT)
    return equivalent(implied(decided(GRADIENT, given(FLAT)), stated=FLAT), one)


def sign_flow() -> tuple[Theorem, ...]:
    """q = 1: x = P(v); L = 2: the derivative of the polynomial, and its value at 0."""
    root = rewrite(show("=", P_0**1, P_0), show("=", 1, 1 / q, (given(SIGN), 1 / q)))
    along = show(
        "=", rate(SHALLOW), v * (v + lam) * rate(v), (rate_rule(SHALLOW), 1), (rate_rule(v), -1 * v * (v + lam))
    )
    end = limit(fading(), a=SHALLOW.term)
    return implied(root, stated=SIGN), along, rewrite(end, show("=", Expr(end.conclusion[2]), 0))


def derive() -> Theorem:
    """The supremum from both sides, its derivative, q = 2 and q = 1."""
    flat = implied(gradient_flow(), stated=GRADIENT)
    return both(at_most_dual(), above(), inverse(), flat, only_there(), *sign_flow())


def witness() -> Model:
    """q = 1: k0 = 1 and one positive invariant; L = 2."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        name: Fraction(1) for name in ("q", "k0", "b", "u_0", "y_0", "lambda")
    }
    constants |= {("Lambda", 1): Fraction(0), ("Lambda", 2): Fraction(3), ("c", 1): Fraction(3)}
    return Model(constants, {}, {"L": 2, "r": 1}, end=None)


CLAIM = derived_claim(
    id="conjugate",
    title="The convex conjugate and the inverse mirror map",
    source="Theorem 4.6 (S)",
    matters="Its value at the dual point is, up to the depth, the regularizer of decoupled decay.",
    formal=Formal(
        (ENDLESS,),
        formula(
            (
                "and",
                ("every", relation("<=", y_0 * X_0 - POTENTIAL, total(PAID))),
                ("every", relation("<=", y_0 * X - ABOVE, 0)),
                almost(equal(rate(W), X_0 * rate(MAP))),
                ("=>", GRADIENT, ("every", relation("=", W, v / 2))),
                ("<=>", FLAT, GRADIENT),
                ("=>", SIGN, ("every", relation("=", X_0, P_0))),
                almost(equal(rate(SHALLOW), v * (v + lam) * rate(v))),
                ("tends", SHALLOW.term, plain(0)),
            )
        ),
        derive,
        witness,
    ),
    remark="As in claims mirror-map and potential: y_0 = R'(x_0), first at x_0 = P(b)^{1/q}, the largest x of the path,"
    " then at P(u_0)^{1/q}, the smallest; there both sides are equal, so R*(y_0) = x_0 y_0 - R(x_0) is that to b."
    " Where R is even and y_0 >= 0, z < 0 only makes z y_0 - R(z) smaller. W = R*(R'(x)) has the derivative x in R': at"
    " q = 1, where R' = v, that is the polynomial P(v), at L = 2 v (v + lambda).",
)

CLAIMS = (CLAIM,)
