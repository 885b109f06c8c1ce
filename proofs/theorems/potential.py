"""The potential R(x) = x R'(x) - (1/q) int_0^u P^{2/q-1}, R(0) = 0 (Theorem 4.6 S; theory: section 4).

Along v = b e^{-t} -> 0 (see mirror_map.py), R' = y_0 - int_0^t D whatever the normalisation y_0, and the integral to
v is W = int_t^infinity E, E = P(v)^{2/q-1} v/q: it converges, as P <= b^{k0} K. x D = E, so x R' - W moves by R' dx. It
tends to 0 with x for every m_0: x R' does by l'Hopital, (dR'/dt)/(d(1/x)/dt) = P^{2/q}/P', which is like
v^{1 + k0 (2/q - 1)}. At L = 2, q = 1, u = ((lambda^2 + 4x)^{1/2} - lambda)/2 is R' and the form is elementary.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from ..judging.claim import derived_claim
from ..judging.flows import q
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, equal, formula
from ..judging.increments import ENDLESS, FALLEN, P_0, REST, SLOPE_0, SUM, X_0, K, b, c_a, k0, v
from ..judging.models import Model
from ..judging.rules.algebraic import larger_base
from ..judging.rules.calculus import integrable_of, limit, ratio, rising, whole_integral
from ..judging.rules.logical import both
from ..judging.rules.order import falling_base
from ..judging.rules.sums import larger_factors
from ..judging.tactics import at_zero, decided, rate_rule, rewrite, show, smooth
from ..judging.terms import Expr, letter, past, plain, rate, total
from ..judging.theorem import Theorem
from .legendre import falling, known
from .mirror_map import DENSITY, fading, rest_rate

y_0, lam = letter("y_0", "real"), letter("lambda")
EXPONENT = 2 / q - 1
PAID = P_0**EXPONENT * v / q
W = total(PAID) - past(PAID)
MAP = y_0 - FALLEN  # R'(x)
POTENTIAL = X_0 * MAP - W
u = ((lam**2 + 4 * v) ** Fraction(1, 2) - lam) / 2
SHALLOW = ((4 * v + lam**2) ** Fraction(3, 2) - lam**3) / 12 - lam * v / 2


def paid() -> Theorem:
    """The integrand of W is absolutely continuous."""
    return integrable_of(smooth(PAID))


def slope() -> Theorem:
    """dR/dt = R' dx/dt."""
    moves = rate_rule(POTENTIAL, known(), paid())
    return show("=", rate(POTENTIAL), MAP * rate(X_0), (moves, 1), (rate_rule(X_0), -1 * MAP))


@cache
def converging() -> Theorem:
    """int_0^t E <= (b^{k0} K)^{2/q-1} b/q."""
    each = show("<=", v + c_a, b + c_a, (falling(), 1))
    product = larger_factors(show("<=", 0, v + c_a), each, whole=REST.term)
    power = larger_base(show("<=", 0, v), show("<=", v, b, (falling(), 1)), show("<", 0, k0), r=k0.term)
    top = b**k0 * K
    order = show("<=", P_0, top, (product, v**k0), (power, K))
    inverse = falling_base(show("<", 0, P_0), order, decided(at_most(-1 * EXPONENT, 0)), r=(-1 * EXPONENT).term)
    largest = show("<=", P_0**EXPONENT, top**EXPONENT, (inverse, (P_0 * top) ** EXPONENT))
    ahead = top**EXPONENT * (b - v) / q - past(PAID)
    rises = show("<=", 0, rate(ahead), (rate_rule(ahead, paid()), -1), (largest, v / q))
    start = rewrite(rising(smooth(ahead, paid()), rises), at_zero(ahead))
    bound = show("<=", past(PAID), top**EXPONENT * b / q, (start, 1))
    return whole_integral(paid(), show("<=", 0, PAID), bound)


def vanishing() -> Theorem:
    """-x int_0^t D -> 0: l'Hopital with 1/x."""
    turned = 1 / X_0
    speed = P_0 ** (-1 / q - 1) * SLOPE_0 * v / q
    chain = P_0 ** (-1 / q - 1) * v**k0 / q
    grown = show("=", rate(turned), speed, (rate_rule(turned), 1), (rest_rate(), -1 * chain))
    fall = -1 * FALLEN
    rises = show("=", rate(fall), -1 * DENSITY, (rate_rule(fall, known()), 1))
    power = 1 + k0 * EXPONENT
    above = show("<", 0, power, (decided(at_most(0, EXPONENT)), k0))
    reduced = v**power * REST ** (2 / q) / (k0 * REST + v * SUM)
    tends = limit(fading(), above, a=(-1 * reduced).term)
    back = rewrite(tends, show("=", -1 * reduced, -1 * DENSITY / speed))
    far = limit(fading(), a=turned.term)
    found = ratio(smooth(fall, known()), smooth(turned), rises, grown, show("<", 0, speed), far, back)
    return rewrite(found, show("=", Expr(found.conclusion[1]), -1 * X_0 * FALLEN))


def at_end() -> Theorem:
    """R -> 0."""
    parts = X_0 * y_0 - X_0 * FALLEN - W
    tends = limit(fading(), vanishing(), converging(), a=parts.term)
    return rewrite(tends, show("=", parts, POTENTIAL), show("=", Expr(tends.conclusion[2]), 0))


def shallow() -> tuple[Theorem, ...]:
    """q = 1, L = 2, x = v: u (u + lambda) = v, the slope of the form is u, and its value at 0 is 0."""
    level = show("=", u * (u + lam), v)
    along = show("=", rate(SHALLOW), u * rate(v), (rate_rule(SHALLOW), 1), (rate_rule(v), -1 * u))
    end = limit(fading(), a=SHALLOW.term)
    return level, along, rewrite(end, show("=", Expr(end.conclusion[2]), 0))


def derive() -> Theorem:
    """R along v, its end, and L = 2 at q = 1."""
    return both(slope(), at_end(), *shallow())


def witness() -> Model:
    """q = 1: k0 = 1, one positive invariant."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        name: Fraction(1) for name in ("q", "k0", "b", "y_0", "lambda")
    }
    return Model({**constants, ("c", 1): Fraction(3)}, {}, {"L": 2, "r": 1}, end=None)


CLAIM = derived_claim(
    id="potential",
    title="The potential",
    source="Theorem 4.6 (S)",
    matters="R is what implicit bias minimises and what a regularizer is compared with.",
    formal=Formal(
        (ENDLESS,),
        formula(
            (
                "and",
                almost(equal(rate(POTENTIAL), MAP * rate(X_0))),
                ("tends", POTENTIAL.term, plain(0)),
                equal(u * (u + lam), v),
                almost(equal(rate(SHALLOW), u * rate(v))),
                ("tends", SHALLOW.term, plain(0)),
            )
        ),
        derive,
        witness,
    ),
    remark="As in claim mirror-map, x = P(v)^{1/q} and v runs through (0, b]: y_0 - int is R'(x), y_0 = R'(x(b)), and"
    " what is left of the other integral is (1/q) int_0^v P^{2/q-1}. So R = x R' - (1/q) int_0^u P^{2/q-1} has the"
    " derivative R' in x and R(0) = 0, for every m_0; R is even. At L = 2, q = 1, u is R' (claim mirror-map), P(u) ="
    " u (u + lambda) = x, and the last form is R. Its series 3F2 at L = 2 is in claim series-forms.",
)

CLAIMS = (CLAIM,)
