"""A step of descent against the flow (theory: section 13.3).

q = 1, h_k = s_k and sign(w_ki) = e_ki constant: dw_ki/dt = -s_k prod_{j != i} e_kj, so w_ki is linear in t, and a
step of sign descent of length eta from w(t) is w(t + eta): it has no error at all.

1 < q, the balanced ray dw/dt = G w^c, c = (L-1)(q-1): d^2 w/dt^2 = c G^2 w^{2c-1}. With a <= c G^2 w^{2c-1} <= b the
flow is off a step of length t from w(0) by a t^2/2 at least and b t^2/2 at most, which have the same limit over t^2.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, X, h, i, j, k, q, w, w_j
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, continuous, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.calculus import rising
from ..judging.rules.logical import both
from ..judging.rules.sums import congruent, powers_of_products
from ..judging.tactics import at_zero, flow, for_every, freed, given, rate_rule, rewrite, show, smooth, whole
from ..judging.terms import PASSED, Expr, function, letter, others, plain, rate, sign, signed_power, start
from ..judging.theorem import Theorem

s, e, e_j = letter("s", "real", k), letter("e", "real", k, i), letter("e", "real", k, j)
eta = letter("eta")
SIGN = equal(q, 1)
DRIVE = for_all(k, almost(equal(h, s)))
KEPT = for_all(k, for_all(i, equal(sign(w), e)))
SPEED = s * others(j, i, e_j)  # s_k prod_{j != i} e_kj
STEPPED = w - eta * s * sign(X)


def signs() -> Theorem:
    """<X_ki>^0 = prod_{j != i} e_kj."""
    each = rewrite(show("=", signed_power(w_j, 0), sign(w_j)), freed(given(KEPT), i=j.term))
    spread = powers_of_products(whole=X.term, head="spow", r=plain(0))
    return rewrite(spread, congruent(each, i=j.term, whole=others(j, i, signed_power(w_j, 0)).term))


def derive_exact() -> Theorem:
    """w + t s prod e has the rate 0."""
    turn = signs()
    moves = rewrite(flow("driven", 1), given(SIGN))
    line = w + PASSED * SPEED
    known = whole("driven", 0)
    still = show(
        "=",
        rate(line),
        0,
        (rate_rule(line, known), 1),
        (moves, 1),
        (turn, -1 * h),
        (freed(given(DRIVE)), -1 * others(j, i, e_j)),
    )
    linear = rewrite(constant(smooth(line, known), still), at_zero(line))
    reached = show("=", w, start(w) - PASSED * SPEED, (linear, 1))
    stepped = show("=", STEPPED, start(w) - (PASSED + eta) * SPEED, (linear, 1), (turn, -1 * eta * s))
    return for_every(both(reached, stepped), k, i)


def straight() -> Model:
    """w = (1 + t, -2 - t), h = 1: X = (w_2, w_1), dw_1/dt = -sign(w_2) h = 1."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {("w", 1, 1): 1 + T, ("w", 1, 2): -2 - T, ("h", 1): 0 * T + 1}
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        "q": Fraction(1),
        "eta": Fraction(1, 2),
        ("s", 1): Fraction(1),
    }
    constants |= {("e", 1, 1): Fraction(1), ("e", 1, 2): Fraction(-1)}
    return Model(constants, functions, {"n": 1, "L": 2})


v, G, lo, hi = function("v", "pos"), letter("G"), letter("a", "real"), letter("b", "real")
c = (L - 1) * (q - 1)
SMOOTH = continuous(v)
MOVES = almost(equal(rate(v), G * v**c))
BEND = c * G**2 * v ** (2 * c - 1)
ABOVE, BELOW = at_most(lo, BEND), at_most(BEND, hi)
ERROR = v - start(v) - PASSED * G * start(v) ** c


def bent(bound: Expr, stated: Theorem, way: int) -> Theorem:
    """way (v(t) - v(0) - t G v(0)^c - bound t^2/2) >= 0: its rate is way (G v^c - G v(0)^c - bound t) >= 0."""
    known, speed = given(SMOOTH), G * v**c
    slope = way * (speed - bound * PASSED)
    steady = rate_rule(slope, known)
    turns = show("<=", 0, rate(slope), (steady, -1), (given(MOVES), -1 * way * c * G * v ** (c - 1)), (stated, 1))
    faster = rewrite(rising(smooth(slope, known), turns), at_zero(slope))
    off = way * (v - PASSED * G * start(v) ** c - bound * PASSED**2 / 2)
    grows = show("<=", 0, rate(off), (rate_rule(off, known), -1), (given(MOVES), -1 * way), (faster, 1))
    return rewrite(rising(smooth(off, known), grows), at_zero(off))


def derive_error() -> Theorem:
    """Two integrations."""
    least, most = bent(lo, given(ABOVE), 1), bent(hi, given(BELOW), -1)
    low = show("<=", lo * PASSED**2 / 2, ERROR, (least, 1))
    return both(low, show("<=", ERROR, hi * PASSED**2 / 2, (most, 1)))


def exponential() -> Model:
    """q = 2, L = 2, G = 1: v = exp(t) on [0, 1), v'' = exp(t) between 1 and 3."""
    constants = {"q": 2, "G": 1, "a": 1, "b": 3}
    return Model({name: Fraction(n) for name, n in constants.items()}, {("v",): sp.exp(T)}, {"L": 2})


CLAIMS = (
    derived_claim(
        id="discrete-flow",
        title="While the signs stay, sign descent is sign flow: a step has no discretisation error",
        source="beyond the paper: section 13.3",
        matters="Sign descent may be studied as a flow without any talk of small learning rates.",
        formal=Formal(
            (("flow", "driven"), SIGN, DRIVE, KEPT),
            for_all(
                k,
                for_all(
                    i,
                    formula(
                        (
                            "and",
                            equal(w, start(w) - PASSED * SPEED),
                            equal(STEPPED, start(w) - (PASSED + eta) * SPEED),
                        )
                    ),
                ),
            ),
            derive_exact,
            straight,
        ),
        remark="e_ki is the sign of w_ki, s_k that of the gradient. The second line is a step of sign descent from the"
        " flow at time t: it is the flow at t + eta, as long as no sign has changed; so N steps are the time N eta.",
    ),
    derived_claim(
        id="discrete-step-error",
        title="For q > 1 a step of length t is off the flow by a multiple of t^2 between two constants",
        source="beyond the paper: section 13.3",
        matters="How far a step of steepest descent is from the flow that the theorems speak of.",
        formal=Formal(
            (SMOOTH, MOVES, ABOVE, BELOW),
            formula(("and", at_most(lo * PASSED**2 / 2, ERROR), at_most(ERROR, hi * PASSED**2 / 2))),
            derive_error,
            exponential,
        ),
        remark="Balanced weights of size v, constant outward gradient, G = |g|^{q-1}. c G^2 v^{2c-1}, c = (L-1)(q-1),"
        " lies between its values at the ends of the step, so the error over t^2 tends to c G^2 v(0)^{2c-1}/2: 0 iff"
        " q = 1.",
    ),
)
