"""Escape times are increments of the mirror map: least^{q-1} t <= R'(x(t)) - R'(x(0)) <= most^{q-1} t.

Why: the gradient is -y with least <= y <= most, so dR'(x)/dt = -h = y^{q-1}. With y = g constant, x_1 is met at
T = (R'(x_1) - R'(x_0))/g^{q-1}. Closed forms, for the speed s = g^{q-1}: where R'' = z^{-m}/L (balanced), z^{1-m} or
log z is linear in t; where R'' = (4 z^2 + lambda^2)^{-1/2} (q = L = 2), arsinh(2z/lambda) is; in the level v of x,
dT/dv = P(v)^{1/q-1}/(q s), so at q = 1 T is the increment of v. The laws for small starts: escape_law.py.
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import L, g, h, i, j, k, q, x
from ..judging.formal import Formal
from ..judging.formulas import Formula, almost, at_most, continuous, equal, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.calculus import rising
from ..judging.rules.logical import both, implied
from ..judging.rules.order import above_one
from ..judging.rules.sums import factored, relettered, summed
from ..judging.tactics import at_zero, decided, flow, given, rate_rule, rewrite, show, smooth, whole
from ..judging.terms import (
    PASSED,
    Expr,
    function,
    letter,
    log,
    of,
    others,
    past,
    product_over,
    rate,
    start,
    sum_over,
)
from ..judging.theorem import Theorem
from . import mirror_flow
from .mirror_flow import CURVATURE, DUAL, ONE_SIDE, POSITIVE, THROUGH, kept
from .shared.speed import FLOW

least, most, s = letter("g_1"), letter("g_2"), letter("s")
y, z, v = function("y", "pos", k), function("z", "pos"), function("v", "pos")
PUSH = almost(equal(g, -1 * y))
SLOWEST, FASTEST = almost(at_most(least, y)), almost(at_most(y, most))
PUSHED = (("flow", "steepest"), PUSH, SLOWEST, FASTEST)
RISE = DUAL - of("R_prime", start(x))
SPAN = least ** (q - 1) * PASSED, most ** (q - 1) * PASSED
BOUNDS = formula(("and", at_most(SPAN[0], RISE), at_most(RISE, SPAN[1])))

m = q * (L - 1) / L
LAMBDA = letter("lambda")
BALANCED = almost(equal(rate(z), L * z**m * s))
POWERS = equal(z ** (1 - m), start(z) ** (1 - m) + L * (1 - m) * s * PASSED)
LOGS = equal(log(z), log(start(z)) + L * s * PASSED)
ROOT = (4 * z**2 + LAMBDA**2) ** Fraction(1, 2)
SHALLOW = almost(equal(rate(z), s * ROOT))
ARSINH = log(2 * z + ROOT)  # arsinh(2z/lambda) + log lambda
ROOT_0 = (4 * start(z) ** 2 + LAMBDA**2) ** Fraction(1, 2)
HYPERBOLIC = equal(ARSINH, log(2 * start(z) + ROOT_0) + 2 * s * PASSED)
c_j = letter("c", "nonneg", j)
LEVEL, REST = product_over(j, v + c_j), others(j, i, v + c_j)  # P(v)
LEVEL_SLOPE = sum_over(i, REST)  # P'(v)
OF_LEVEL = almost(equal(rate(LEVEL ** (1 / q)), s * LEVEL_SLOPE))
DENSITY = almost(equal(LEVEL ** (1 / q - 1) / q * rate(v), s))
CRITICAL = equal(m, 1)


def pull() -> Theorem:
    """h = -y^{q-1}: g h = |g|^q and g = -y."""
    product = rewrite(flow("steepest", 0), given(PUSH))
    return show("=", h, -1 * y ** (q - 1), (product, -1 / y))


def bounds(*regular: Formula) -> Theorem:
    """-int_0^t h lies between the times at the two speeds."""
    increment = kept(*regular)
    each = decided(at_most(0, q - 1))
    parts = []
    for slow, fast, bound in ((least, y, SLOWEST), (y, most, FASTEST)):
        ratio = above_one(show("<=", 1, fast / slow, (given(bound), 1 / slow)), each)
        power = show("<=", slow ** (q - 1), fast ** (q - 1), (ratio, slow ** (q - 1)))
        sign, span = (1, SPAN[0]) if slow is least else (-1, SPAN[1])
        ahead = sign * (-1 * past(h) - span)
        moves = rate_rule(ahead, whole("driven", 2))
        rises = show("<=", 0, rate(ahead), (moves, -1), (pull(), sign), (power, 1))
        risen = rewrite(rising(smooth(ahead, whole("driven", 2)), rises), at_zero(ahead))
        low, high = (span, RISE) if sign == 1 else (RISE, span)
        parts.append(show("<=", low, high, (risen, 1), (increment, -1 * sign)))
    return both(*parts)


def along(law: Formula, kept: Expr, pace: Expr, weight: Expr, stated: Formula) -> Theorem:
    """kept - pace t keeps its value, as weight times the law is its rate."""
    whole_, known = kept - pace * PASSED, given(continuous(z))
    still = show("=", rate(whole_), 0, (rate_rule(whole_, known), 1), (given(law), weight))
    fixed = rewrite(constant(smooth(whole_, known), still), at_zero(whole_))
    return show("=", kept, Expr(stated[1][2]), (fixed, 1))


def closed_forms() -> tuple[Theorem, ...]:
    """Balanced, m != 1 and m = 1; q = L = 2; in the level."""
    powers = along(BALANCED, z ** (1 - m), L * (1 - m) * s, (1 - m) * z ** (-1 * m), POWERS)
    critical = rewrite(given(BALANCED), given(CRITICAL))
    kept = log(z) - L * s * PASSED
    known = given(continuous(z))
    still = show("=", rate(kept), 0, (rate_rule(kept, known), 1), (critical, 1 / z))
    fixed = rewrite(constant(smooth(kept, known), still), at_zero(kept))
    logs = show("=", log(z), log(start(z)) + L * s * PASSED, (fixed, 1))
    hyperbolic = along(SHALLOW, ARSINH, 2 * s, 2 / ROOT, HYPERBOLIC)
    return (
        implied(powers, stated=BALANCED),
        implied(implied(logs, stated=BALANCED), stated=CRITICAL),
        implied(hyperbolic, stated=SHALLOW),
        implied(density(), stated=OF_LEVEL),
    )


def density() -> Theorem:
    """P(v)^{1/q} has the rate P^{1/q-1} P' dv/dt / q."""
    moves = rate_rule(LEVEL ** (1 / q), given(continuous(v)))
    factor = LEVEL ** (1 / q - 1) / q
    named = relettered(whole=moves.conclusion[1][2][-1], j=i.term)
    turned = summed(show("=", REST * rate(v), rate(v) * REST), i=i.term)
    apart = factored(i=i.term, factor=rate(v).term, body=REST.term)
    chain = (named, factor), (turned, factor), (apart, factor)
    total = show("=", rate(LEVEL ** (1 / q)), factor * rate(v) * LEVEL_SLOPE, (moves, 1), *chain)
    return show("=", factor * rate(v), s, (total, -1 / LEVEL_SLOPE), (given(OF_LEVEL), 1 / LEVEL_SLOPE))


def derive(*regular: Formula) -> Theorem:
    """The bounds along the flow, and the closed forms."""
    return both(bounds(*regular), *closed_forms())


def witness() -> Model:
    """Sign flow from w = (1, 2), g = -2: w = (1 + t, 2 + t); z = v = 1 + t."""
    flowing = mirror_flow.witness()
    functions = {**flowing.functions, ("g", 1): 0 * T - 2, ("y", 1): 0 * T + 2, ("z",): 1 + T, ("v",): 1 + T}
    constants = {**flowing.constants, "g_1": Fraction(1), "g_2": Fraction(3), "s": Fraction(1, 2)}
    constants |= {"lambda": Fraction(1), ("c", 1): Fraction(0), ("c", 2): Fraction(1)}
    return Model(constants, functions, {"n": 1, "L": 2}, reals=flowing.reals)


FORMS = (
    ("=>", BALANCED, POWERS),
    ("=>", CRITICAL, ("=>", BALANCED, LOGS)),
    ("=>", SHALLOW, HYPERBOLIC),
    ("=>", OF_LEVEL, DENSITY),
)
GOAL = formula(("and", BOUNDS, *FORMS))
PUSHED_FLOW = (*FLOW, CURVATURE, *PUSHED)
GIVEN = (*PUSHED_FLOW, continuous(z), continuous(v))
REMARK = (
    "The gradient is -y, between -g_2 and -g_1. Where x(t) = x_1 the increment of R' is R'(x_1) - R'(x_0): with g_1 ="
    " g_2 = g the escape time is T = (R'(x_1) - R'(x_0))/g^{q-1}. The closed forms are for a path z of x with dz/dt ="
    " s/R''(z), s = g^{q-1}: balanced (R'' = z^{-m}/L), q = L = 2 with Lambda = (0, lambda), where log(2z + (4z^2 +"
    " lambda^2)^{1/2}) is arsinh(2z/lambda) + log lambda, and in the level v of x = P(v)^{1/q} with the invariants c,"
    " for every q and L; at q = 1 dv/dt = 1."
)

ESCAPE = derived_claim(
    id="escape-time",
    title="The escape time is an increment of the mirror map",
    source="beyond the paper; asked by the reviewers",
    matters="Speed of leaving a saddle is a difference of mirror maps: no heuristic about paths is needed.",
    formal=Formal((*GIVEN, THROUGH), GOAL, lambda: derive(THROUGH), witness),
    remark=REMARK,
)

HALF_LINE = derived_claim(
    id="escape-time-half-line",
    title="The escape time while x > 0, whatever the invariants",
    source="beyond the paper; asked by the reviewers",
    matters="Where R' is infinite at 0, from the first moment on.",
    formal=Formal((*PUSHED_FLOW, ONE_SIDE, POSITIVE), BOUNDS, lambda: bounds(ONE_SIDE, POSITIVE), witness),
    remark="x_0 and x_1 have one sign where m_0 >= 1: R' is infinite at 0.",
)

CLAIMS = (ESCAPE, HALF_LINE)
