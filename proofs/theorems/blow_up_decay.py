"""How much decoupled decay prevents a blow-up: z = Y_t - y_t, the gap of R' to its limit, has dz/dt = K alpha z - G.

With m > 1, K = L(m-1), c = exp(-int alpha), h = -G: y = c^{-K} R'(x/c^L) obeys dy/dt = G + K alpha y (claim dual-decay)
and so does Y_t = c^{-K} Y without G. Hence R'(x/c^L) = R'(x(0)) + G int_0^t c^K, and x is infinite when the integral is
T_0 = (Y - R'(x(0)))/G. For alpha = a constant it is (1 - exp(-K a t))/(K a): below T_0 for ever iff a >= 1/(K T_0).
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, alpha, h, x
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, below, equal, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.calculus import integrable_of
from ..judging.rules.logical import both, implied
from ..judging.tactics import at_zero, given, rate_rule, rewrite, show, smooth, whole
from ..judging.terms import PASSED, Expr, exp, letter, log, of, past, plain, rate, start
from ..judging.theorem import Theorem
from .dual_decay import CURVATURE, DECAYED, POINT, c, chain, inside, m, smooth_point
from .mirror_flow import ONE_SIDE, POSITIVE

G, K, T_0, a, theta = (letter(name) for name in ("G", "K", "T_0", "a", "theta"))
Y = letter("Y", "real")
KAPPA = L * m - L
DEEP, OUTWARD = equal(K, L * (m - 1)), almost(equal(h, -1 * G))
HERE, FIRST = of("R_prime", POINT), of("R_prime", start(x))
LEFT = equal(G * T_0, Y - FIRST)  # T_0 is the blow-up time without decay
REGULAR = given(ONE_SIDE), inside()
STEADY = equal(alpha, a)
STEADY_c = exp(Expr(("*", plain(-1), plain(a * PASSED))))  # c where alpha = a
THEN = of("R_prime", x * STEADY_c ** (-1 * L))
FADE = exp(-1 * K * a * PASSED)
TIME = -1 * log(theta) / (K * a)
ENOUGH, SHORT = at_most(1, K * a * T_0), equal(theta, 1 - K * a * T_0)


def gap_of(kappa: Expr) -> Expr:
    """Y_t - y_t."""
    return Y * c ** (-1 * kappa) - c ** (-1 * kappa) * HERE


GAP_LAW = almost(equal(rate(gap_of(K)), K * alpha * gap_of(K) - G))
SOLVED = equal(HERE, FIRST + G * past(c**K))
REMAINS = equal(K * a * (Y - THEN), G * (FADE - (1 - K * a * T_0)))
ARRIVES = equal(exp(-1 * K * a * TIME), 1 - K * a * T_0)
NEVER = below(THEN, Y)


def lettered(theorem: Theorem) -> Theorem:
    """With K for L(m-1)."""
    return rewrite(theorem, show("=", KAPPA, K, (given(DEEP), -1)))


def gap() -> Theorem:
    """z = Y c^{-K} - y."""
    z = gap_of(KAPPA)
    (moves, one), *rest = chain(z, -1 * KAPPA, *REGULAR)
    pieces = (moves, one), *((t, -1 * w) for t, w in rest), (given(OUTWARD), 1)
    return lettered(show("=", rate(z), KAPPA * alpha * z - G, *pieces))


@cache
def solved() -> Theorem:
    """R'(x/c^L) - G int c^K keeps its value."""
    memory = integrable_of(smooth(c**KAPPA, whole("driven-decay", 2)))
    kept = HERE - G * past(c**KAPPA)
    pieces = chain(kept, Expr(plain(0)), *REGULAR, memory)
    still = show("=", rate(kept), 0, *pieces, (given(OUTWARD), -1 * c**KAPPA))
    fixed = rewrite(constant(smooth(kept, *smooth_point(*REGULAR), memory), still), at_zero(kept))
    first = Expr(at_zero(POINT).conclusion[2])
    return lettered(rewrite(fixed, show("=", first, start(x))))


@cache
def steady() -> Theorem:
    """alpha = a: K a int c^K + exp(-K a t) = 1, so what is left of Y - R'(x/c^L)."""
    local = whole("driven-decay", 2)
    apart = past(alpha) - a * PASSED
    moves = rate_rule(apart, local)
    still = show("=", rate(apart), 0, (moves, 1), (given(STEADY), 1))
    fixed = rewrite(constant(smooth(apart, local), still), at_zero(apart))
    turned = rewrite(solved(), show("=", past(alpha), a * PASSED, (fixed, 1)))
    memory = integrable_of(smooth(STEADY_c**K))
    kept = K * a * past(STEADY_c**K) + FADE
    flat = show("=", rate(kept), 0, (rate_rule(kept, memory), 1))
    whole_ = rewrite(constant(smooth(kept, memory), flat), at_zero(kept))
    pieces = (turned, -1 * K * a), (whole_, -1 * G), (given(LEFT), -1 * K * a)
    return show("=", K * a * (Y - THEN), G * (FADE - (1 - K * a * T_0)), *pieces)


def never() -> Theorem:
    """K a T_0 >= 1: Y - R' = (exp(-K a t) + K a T_0 - 1) G/(K a) > 0."""
    return show("<", THEN, Y, (steady(), -1 / (K * a)), (given(ENOUGH), G / (K * a)))


def arrives() -> Theorem:
    """exp(-K a T) = theta = 1 - K a T_0 at T = -log(theta)/(K a)."""
    return show("=", exp(-1 * K * a * TIME), 1 - K * a * T_0, (given(SHORT), 1))


def derive() -> Theorem:
    """The gap, R' at every time, constant decay: the gap left, for ever, or until T."""
    steadily = implied(both(steady(), implied(never(), stated=ENOUGH)), stated=STEADY)
    value = show("=", HERE, FIRST + G * past(c**K), (solved(), 1))
    return both(gap(), value, steadily, implied(arrives(), stated=SHORT))


def witness() -> Model:
    """Gradient flow at L = 3 with w = (1, 1, 1), h = -1, alpha = 1: at rest; R'(z) = -z^{-1/3}, Y = 0, T_0 = 1."""
    one = 1 + 0 * T
    functions: dict[tuple[str | int, ...], sp.Expr] = {("w", 1, n): one for n in (1, 2, 3)}
    functions |= {("h", 1): -one, ("alpha",): one, ("u", 1): one, ("x", 1): one}
    constants: dict[str | tuple[str | int, ...], Fraction] = {("Lambda", 1, n): Fraction(0) for n in (1, 2, 3)}
    constants |= {name: Fraction(1) for name in ("G", "K", "T_0", "a")}
    constants |= {"Y": Fraction(0), "theta": Fraction(1, 2), "q": Fraction(2)}
    r = sp.Symbol("r", positive=True)
    return Model(constants, functions, {"n": 1, "L": 3}, reals={"R_prime": sp.Lambda(r, -(r ** sp.Rational(-1, 3)))})


CLAIM = derived_claim(
    id="blow-up-decay",
    title="How much decoupled decay prevents a blow-up",
    source="beyond the paper; asked by the reviewers",
    matters="How much weight decay it takes to prevent that.",
    formal=Formal(
        (*DECAYED, ONE_SIDE, CURVATURE, POSITIVE, OUTWARD, DEEP, LEFT),
        formula(
            (
                "and",
                GAP_LAW,
                SOLVED,
                ("=>", STEADY, ("and", REMAINS, ("=>", ENOUGH, NEVER))),
                ("=>", SHORT, ARRIVES),
            )
        ),
        derive,
        witness,
    ),
    remark="K = L(m-1) > 0, so m > 1; c = exp(-int alpha); R' is that of the invariants Lambda at the start, Y its"
    " limit, c^{-K} R'(x/c^L) = y is that of those of the time and c^{-K} Y its limit (claim dual-decay). x is"
    " infinite when R'(x/c^L) = Y, that is when int_0^t c^K = T_0. For alpha = a that is at T = -log(1 - K a"
    " T_0)/(K a) if K a T_0 < 1, and never iff a >= 1/(K T_0).",
)

CLAIMS = (CLAIM,)
