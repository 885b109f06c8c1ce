"""Decoupled decay in the dual variable: y_t = R'_{Lambda_t}(x_t), Lambda_t = c^q Lambda_0, c = exp(-int alpha), then

  dy/dt = -h - alpha(t) L (1 - m) y,      m = q(L - 1)/L;      balanced, m = 1: -h - alpha sign(x).

Why: R' is homogeneous of degree L(1 - m) = 1 - (L-1)(q-1) in the weights, so y = c^{L(1-m)} R'_{Lambda_0}(x/c^L), and
d(x/c^L)/dt = -c^{-L} P'_{Lambda_t}(u) h = -c^{q(L-1)-L} P'_{Lambda_0}(u/c^q) h: the powers of c cancel.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, alpha, h, i, j, k, q, w, x
from ..judging.formal import Formal
from ..judging.formulas import Formula, almost, below, continuous, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.calculus import integrable_of
from ..judging.rules.logical import both, equivalent, implied
from ..judging.rules.sums import congruent, constant_body, distributed, factored, summed
from ..judging.tactics import at_zero, flow, given, rate_rule, rewrite, show, smooth, whole
from ..judging.terms import (
    PASSED,
    Expr,
    exp,
    function,
    letter,
    log,
    of,
    others,
    past,
    product_over,
    rate,
    size,
    slope_of,
    sum_over,
)
from ..judging.theorem import Theorem
from .mirror_flow import ONE_SIDE, POSITIVE, THROUGH
from .shared.speed import ALL, decayed_speed, u

c = exp(-1 * past(alpha))
FIRST, FIRST_j = letter("Lambda", "nonneg", k, i), letter("Lambda", "nonneg", k, j)  # Lambda_0
DECAYED_INVARIANTS = for_all(k, for_all(i, equal(size(w) ** q, u + c**q * FIRST)))
DECAYED = (("flow", "driven-decay"), ("flow", "product"), DECAYED_INVARIANTS)
LEVEL = u * c ** (-1 * q)  # of the weights w/c
POINT = x * c ** (-1 * L)
SLOPE = sum_over(i, others(j, i, LEVEL + FIRST_j))  # P'_{Lambda_0}
CURVATURE = equal(slope_of("R_prime", POINT) * SLOPE, 1)
m = q * (L - 1) / L
DEGREE = L * (1 - m)
DUAL = c**DEGREE * of("R_prime", POINT)
LAW = almost(equal(rate(DUAL), -1 * h - alpha * DEGREE * DUAL))


def slope_scaled() -> Theorem:
    """P'_{c^q Lambda_0}(u) = c^{q(L-1)} P'_{Lambda_0}(u/c^q)."""
    body, scaled = LEVEL + FIRST_j, u + c**q * FIRST_j
    each = congruent(show("=", scaled, body * c**q), i=j.term, whole=others(j, i, scaled).term)
    apart = distributed(whole=others(j, i, body).term, b=(c**q).term)
    power = constant_body(show("<", 0, c**q), whole=others(j, i, c**q).term)
    factor = c ** (q * (L - 1))
    pieces = (each, 1), (apart, 1), (power, others(j, i, body))
    one = show("=", others(j, i, scaled), factor * others(j, i, body), *pieces)
    out = factored(i=i.term, factor=factor.term, body=others(j, i, body).term)
    return show("=", sum_over(i, others(j, i, scaled)), factor * SLOPE, (summed(one, i=i.term), 1), (out, 1))


def inside() -> Theorem:
    """0 < x/c^L where x > 0."""
    return show("<", 0, POINT, (given(POSITIVE), c ** (-1 * L)))


def smooth_point(*regular: Theorem) -> tuple[Theorem, ...]:
    """x and int alpha are absolutely continuous; what R' is at x/c^L."""
    named = show("=", ALL, x, (flow("product", 0), -1))
    return rewrite(smooth(ALL, whole("driven-decay", 0)), named), whole("driven-decay", 2), *regular


def chain(a: Expr, weight: Expr, *regular: Theorem) -> tuple[tuple[Theorem, Expr | int], ...]:
    """da/dt, where a holds R'(x/c^L) c^weight: c^weight d R'(x/c^L)/dt = -c^{weight-L(1-m)} h."""
    speed = decayed_speed(DECAYED_INVARIANTS, u + c**q * FIRST_j)
    slope = c ** (weight - L) * slope_of("R_prime", POINT)
    falls = -1 * h * c ** (weight - DEGREE)
    moves = rate_rule(a, *smooth_point(*regular))
    return (moves, 1), (speed, slope), (slope_scaled(), -1 * h * slope), (given(CURVATURE), falls)


def law(*regular: Theorem) -> Theorem:
    """y = c^{L(1-m)} R'(x/c^L) by the chain rule."""
    return show("=", rate(DUAL), -1 * h - alpha * DEGREE * DUAL, *chain(DUAL, DEGREE, *regular))


a, u_0, b_j = letter("a"), letter("u_0"), letter("b", "nonneg", j)
AT = u_0 + PASSED  # a level
FALL = 1 / q - 1
PLAIN, SCALED = product_over(j, AT + b_j), product_over(j, a**q * AT + a**q * b_j)
INCREMENTS = past(SCALED**FALL * a**q / q), a**DEGREE * past(PLAIN**FALL / q)
HOMOGENEOUS = equal(*INCREMENTS)


def homogeneous() -> Theorem:
    """R' between the levels a^q u_0 and a^q u of a^q b is a^{L(1-m)} times that between u_0 and u of b."""
    each = congruent(show("=", a**q * AT + a**q * b_j, (AT + b_j) * a**q), i=j.term, whole=SCALED.term)
    apart = distributed(whole=PLAIN.term, b=(a**q).term)
    power = constant_body(show("<", 0, a**q), whole=product_over(j, a**q).term)
    product = show("=", PLAIN * a ** (q * L), SCALED, (each, -1), (apart, -1), (power, -1 * PLAIN))
    powers = show("=", (PLAIN * a ** (q * L)) ** FALL * a**q / q, a**DEGREE * (PLAIN**FALL / q))
    same = rewrite(powers, product)
    kept = INCREMENTS[0] - INCREMENTS[1]
    known = [integrable_of(smooth(f)) for f in (SCALED**FALL * a**q / q, PLAIN**FALL / q)]
    still = show("=", rate(kept), 0, (rate_rule(kept, *known), 1), (same, 1))
    fixed = rewrite(constant(smooth(kept, *known), still), at_zero(kept))
    return show("=", *INCREMENTS, (fixed, 1))


s, z = letter("s", "real"), function("z", "pos")
CRITICAL = equal(m, 1)
BALANCED = almost(equal(s * rate(z), -1 * h * (L * z**m) - alpha * L * (s * z)))
DRIFT = almost(equal(rate(s * log(z) / L), -1 * h - alpha * s))


def drift() -> Theorem:
    """x = s z, balanced, m = 1: y = s log|x|/L."""
    known = given(continuous(z))
    speed = rewrite(given(BALANCED), given(CRITICAL))
    moved = show(
        "=", rate(s * log(z) / L), -1 * h - alpha * s, (rate_rule(s * log(z) / L, known), 1), (speed, 1 / (L * z))
    )
    return implied(implied(moved, stated=BALANCED), stated=CRITICAL)


CONTRACTS = formula(("<=>", below(0, DEGREE), below(m, 1)))
EXPANDS = formula(("<=>", below(DEGREE, 0), below(1, m)))


def same_sign(one: Formula, other: Formula) -> Theorem:
    """0 < L(1-m) iff m < 1, and so on."""
    ways = (one, other, 1 / L), (other, one, L)
    return equivalent(*(implied(show(b[0], *b[1:], (given(f), by)), stated=f) for f, b, by in ways))


def derive() -> Theorem:
    """The law, why y is R' at the invariants of the time, the exception, and the sign of the degree."""
    return both(law(given(THROUGH)), homogeneous(), drift(), same_sign(*CONTRACTS[1:]), same_sign(*EXPANDS[1:]))


def witness() -> Model:
    """Sign flow with alpha = 1, h = -1 from w = (2, 3): w = 1 + n/e^t, Lambda_0 = (0, 1), R' = the level u/c."""
    e = sp.exp(-T)
    functions: dict[tuple[str | int, ...], sp.Expr] = {("w", 1, n): 1 + n * e for n in (1, 2)}
    functions |= {("h", 1): 0 * T - 1, ("alpha",): 0 * T + 1, ("u", 1): 1 + e, ("x", 1): (1 + e) * (1 + 2 * e)}
    functions[("z",)] = 1 + T
    constants: dict[str | tuple[str | int, ...], Fraction] = {("Lambda", 1, n): Fraction(n - 1) for n in (1, 2)}
    constants |= {("b", 1): Fraction(0), ("b", 2): Fraction(2)}
    constants |= {name: Fraction(1) for name in ("q", "a", "u_0", "s")}
    r = sp.Symbol("r")
    odd = sp.Lambda(r, 2 * r / (1 + sp.sqrt(1 + 4 * sp.Abs(r))))  # (sqrt(1 + 4x) - 1)/2 for x >= 0, C^1 on the reals
    return Model(constants, functions, {"n": 1, "L": 2}, reals={"R_prime": odd})


FORMS = (HOMOGENEOUS, ("=>", CRITICAL, ("=>", BALANCED, DRIFT)), CONTRACTS, EXPANDS)

DUAL_DECAY = derived_claim(
    id="dual-decay",
    title="Decoupled decay moves the dual variable by an exact linear law",
    source="beyond the paper; it makes Theorem 4.14 (S) exact off balance",
    matters="The exact effect of decay off balance, where the surface itself moves.",
    formal=Formal((*DECAYED, THROUGH, CURVATURE, continuous(z)), formula(("and", LAW, *FORMS)), derive, witness),
    remark="With c = exp(-int alpha) the invariants are c^q Lambda (claim balance-decay). R' is that of Lambda, and"
    " c^{L(1-m)} R'(x/c^L) is that of c^q Lambda at x: R' between two levels scales so (second part), hence R'"
    " normalised at u = 0 or at infinity. Where neither is possible, balanced with m = 1, y = sign(x) log|x|/L drifts:"
    " x = s z, s = sign(x). Expansion of y is not instability: Y expands at the same rate (blow-up-decay).",
)

HALF_LINE = derived_claim(
    id="dual-decay-half-line",
    title="The law of the dual variable while x > 0, whatever the invariants",
    source="beyond the paper; it makes Theorem 4.14 (S) exact off balance",
    matters="Where R' is infinite at 0 the law holds as long as x keeps its sign.",
    formal=Formal((*DECAYED, ONE_SIDE, CURVATURE, POSITIVE), LAW, lambda: law(given(ONE_SIDE), inside()), witness),
)

CLAIMS = (DUAL_DECAY, HALF_LINE)
