"""The mirror map R'(x) = (1/q) int_0^u P^{1/q-1}, x^q = P(u), where m_0 < 1 (Theorem 4.6 S; theory: section 4).

Along v = b e^{-t} -> 0, with k0 zeros among the invariants and c_1, ..., c_r the positive ones, the integral to v
is int_t^infinity D, D = P(v)^{1/q-1} v/q. It moves by -D = (dx/dt)/P'(v), so it is R' up to a constant, and it tends to
0 with x: the integral of D converges, as P >= v^{k0} prod c_a. At q = 1, D = v, so R' = u; at q = 2, L = 2 the slope
R'' = (4x^2 + lambda^2)^{-1/2} is that of log((2x + (4x^2 + lambda^2)^{1/2})/lambda)/2 = asinh(2x/lambda)/2.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from ..judging.claim import derived_claim
from ..judging.flows import q
from ..judging.formal import Formal
from ..judging.formulas import almost, equal, formula
from ..judging.increments import ENDLESS, FALL, FALLEN, LOW, P_0, REST, SLOPE_0, SUM, X_0, a, b, c_a, k0, o, s_0, v
from ..judging.models import Model
from ..judging.rules.along import constant
from ..judging.rules.calculus import limit, one_limit, whole_integral
from ..judging.rules.logical import both, cut, implied
from ..judging.rules.sums import factored, relettered, summed
from ..judging.tactics import at_zero, given, rate_rule, rewrite, show, smooth
from ..judging.terms import PASSED, Expr, exp, letter, log, others, plain, rate, total
from ..judging.theorem import Theorem
from .legendre import known, not_rising

DENSITY = P_0**FALL * v / q
MAP = total(DENSITY) - FALLEN
e = letter("e")  # 1/(1 - s_0), so that m_0 < 1
FINITE, SIGN = equal(e * (1 - s_0), 1), equal(q, 1)
lam = letter("lambda")
ROOT = (4 * v**2 + lam**2) ** Fraction(1, 2)
ARCSINH = log((2 * v + ROOT) / lam) / 2  # asinh(2v/lambda)/2


def rest_rate() -> Theorem:
    """d/dt prod_a (v + c_a) = -v sum_o prod_{a != o} (v + c_a)."""
    found = rate_rule(REST).conclusion[1][2]
    named = relettered(whole=found, j=o.term)
    each = show("=", Expr(named.conclusion[1][2][2]), -1 * v * others(a, o, v + c_a))
    out = factored(i=o.term, factor=(-1 * v).term, body=others(a, o, v + c_a).term)
    return show("=", Expr(found), -1 * v * SUM, (named, 1), (summed(each, i=o.term), 1), (out, 1))


def slope() -> Theorem:
    """dR'/dt = R'' dx/dt."""
    moves, chain = rate_rule(X_0), (rest_rate(), -1 * P_0**FALL * v**k0 / q / SLOPE_0)
    return show("=", rate(MAP), rate(X_0) / SLOPE_0, (rate_rule(MAP, known()), 1), (moves, -1 / SLOPE_0), chain)


@cache
def converging() -> Theorem:
    """m_0 < 1: the integral over all times is the limit of those up to t."""
    gentle = show("<", q * (k0 - 1) / k0, 1, (given(FINITE), -1 * q / (k0 * e)))
    most = e / q * LOW**FALL * b ** (1 - s_0)
    bound = show("<=", FALLEN, most, (cut(gentle, not_rising()), e / q), (given(FINITE), -1 * FALLEN))
    return whole_integral(known(), show("<=", 0, DENSITY), bound)


def at_end() -> Theorem:
    """R' -> 0."""
    tends = limit(converging(), a=MAP.term)
    return rewrite(tends, show("=", Expr(tends.conclusion[2]), 0))


@cache
def fading() -> Theorem:
    """e^{-t} -> 0."""
    inverse = 1 / exp(PASSED)
    return rewrite(limit(given(ENDLESS), a=inverse.term), show("=", inverse, exp(-1 * PASSED)))


def sign_flow() -> Theorem:
    """q = 1: int_0^t v = b - v tends to b, so R' = v."""
    none = show("=", 0, FALL, (given(SIGN), 1 / q))
    power = rewrite(show("=", P_0**0, 1), none)
    kept = FALLEN + v
    still = show("=", rate(kept), 0, (rate_rule(kept, known()), 1), (power, v / q), (given(SIGN), -1 * v / q))
    value = rewrite(constant(smooth(kept, known()), still), at_zero(kept))
    far = rewrite(limit(fading(), a=(b - v).term), show("=", b - v, FALLEN, (value, -1)))
    whole = one_limit(converging(), far)
    return show("=", MAP, v, (whole, 1), (value, -1))


def hyperbolic() -> tuple[Theorem, Theorem]:
    """The slope of asinh(2v/lambda)/2, and its value at 0."""
    slope = show("=", rate(ARCSINH), rate(v) / ROOT, (rate_rule(ARCSINH), 1), (rate_rule(v), -1 / ROOT))
    end = limit(fading(), a=ARCSINH.term)
    return slope, rewrite(end, show("=", Expr(end.conclusion[2]), 0))


def derive() -> Theorem:
    """R' along v, q = 1, and asinh."""
    return both(implied(both(slope(), at_end(), implied(sign_flow(), stated=SIGN)), stated=FINITE), *hyperbolic())


def witness() -> Model:
    """q = 1: k0 = 1, one positive invariant, e = 1."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        name: Fraction(1) for name in ("q", "k0", "b", "e", "lambda")
    }
    return Model({**constants, ("c", 1): Fraction(3)}, {}, {"L": 2, "r": 1}, end=None)


CLAIM = derived_claim(
    id="mirror-map",
    title="The mirror map",
    source="Theorem 4.6 (S)",
    matters="The mirror map turns steps along the flow into time: differences of R' are escape times.",
    formal=Formal(
        (ENDLESS,),
        formula(
            (
                "and",
                (
                    "=>",
                    FINITE,
                    (
                        "and",
                        almost(equal(rate(MAP), rate(X_0) / SLOPE_0)),
                        ("tends", MAP.term, plain(0)),
                        ("=>", SIGN, ("every", ("=", MAP.term, v.term))),
                    ),
                ),
                almost(equal(rate(ARCSINH), rate(v) / ROOT)),
                ("tends", ARCSINH.term, plain(0)),
            )
        ),
        derive,
        witness,
    ),
    remark="v = b e^{-t} runs through all of (0, b], with k0 zeros among the invariants and c the positive ones, so"
    " x = P(v)^{1/q}, the sum is P'(v), and what is left of the integral is (1/q) int_0^v P^{1/q-1}: it is R'(x), for"
    " m_0 < 1, as it moves by dx/P' = R'' dx (claim mirror-flow) and is 0 at x = 0; R' is odd. R' = u at q = 1;"
    " at L = 2, q = 2, where R'' = (4x^2 + lambda^2)^{-1/2} (claim metric-l2), it is asinh(2x/lambda)/2. Its series 2F1"
    " and F_D are in claim series-forms.",
)

CLAIMS = (CLAIM,)
