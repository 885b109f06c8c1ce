"""Reparameterizations x = phi(w_1..w_L) of one coordinate: what they conserve, what decay does, where they end (theory:
section 11.8).

  d_i phi = c f_i(w_i), A_i' = 1/<f_i>^{q-1}:  dA_i/dt = -<c>^{q-1} h for every i, so the A_i - A_l keep their values;
  phi(c w) = c^b phi(w), c = exp(-int alpha), kappa = 1 - (b-1)(q-1):  c V(eta) with d eta/dt = -h c^{-kappa} is the
    decayed flow, and y = c^kappa eta obeys dy/dt = -h - alpha kappa y;
  u^L - v^L, e = (L-1)(q-1):  dv/dt = -(L v^{L-1})^{q-1} gives v^{1-e} = v(0)^{1-e} - (1-e) L^{q-1} t: v gets to 0 in
    finite y iff e < 1.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, alpha, i, q
from ..judging.formal import Formal
from ..judging.formulas import Formula, almost, below, continuous, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import away_from_zero
from ..judging.rules.along import constant
from ..judging.rules.logical import both, implied, renamed
from ..judging.tactics import at_zero, for_every, freed, given, rate_rule, rewrite, show, smooth
from ..judging.terms import PASSED, Expr, exp, function, index, letter, rate, signed_power, size, start
from ..judging.theorem import Theorem

l = index("l", "L")
h, c = function("h"), function("c")
w, f, A = (function(name, "real", i) for name in ("w", "f", "A"))
A_l = function("A", "real", l)
SMOOTH_w, SMOOTH_A, NO_ZERO = for_all(i, continuous(w)), for_all(i, continuous(A)), for_all(i, below(0, size(f)))
MOVES = for_all(i, almost(equal(rate(w), -1 * signed_power(c * f, q - 1) * h)))
CLOCKS = for_all(i, almost(equal(rate(A), signed_power(f, 1 - q) * rate(w))))
COMMON = -1 * signed_power(c, q - 1) * h
PRODUCT = for_all(i, equal(w, 1 / f))
w_l = function("w", "real", l)
BALANCE = for_all(i, for_all(l, equal(size(w) ** q - size(w_l) ** q, size(start(w)) ** q - size(start(w_l)) ** q)))


def clock() -> Theorem:
    """dA_i/dt = -<c>^{q-1} h."""
    turn = signed_power(f, 1 - q) * signed_power(c * f, q - 1)
    same = away_from_zero(freed(given(NO_ZERO)), stated=("=", turn.term, signed_power(c, q - 1).term))
    pieces = (freed(given(CLOCKS)), 1), (freed(given(MOVES)), signed_power(f, 1 - q)), (same, -1 * h)
    return show("=", rate(A), COMMON, *pieces)


def balance() -> Theorem:
    """w_i = 1/f_i: d|w_i|^q/dt = q <w_i>^{q-1} dw_i/dt = -q <c>^{q-1} h, the same for every i."""
    known, gap = given(SMOOTH_w), size(w) ** q - size(w_l) ** q
    turn = signed_power(1 / f, q - 1) * signed_power(c * f, q - 1)
    same = away_from_zero(freed(given(NO_ZERO)), stated=("=", turn.term, signed_power(c, q - 1).term))
    own = rewrite(same, show("=", 1 / f, w, (freed(given(PRODUCT)), -1)))
    slope = q * signed_power(w, q - 1)
    first = show("=", slope * rate(w), q * COMMON, (freed(given(MOVES)), slope), (own, -1 * q * h))
    second = renamed(first, i=i.term, j=l.term)
    still = show("=", rate(gap), 0, (rate_rule(gap, known), 1), (first, 1), (second, -1))
    kept = rewrite(constant(smooth(gap, known), still), at_zero(gap))
    return implied(for_every(kept, i, l), stated=PRODUCT)


def conserved() -> Theorem:
    """The difference of two clocks, and that of two weights' powers."""
    gap, first = A - A_l, clock()
    moves = rate_rule(gap, given(SMOOTH_A))
    still = show("=", rate(gap), 0, (moves, 1), (first, 1), (renamed(first, i=i.term, j=l.term), -1))
    kept = rewrite(constant(smooth(gap, given(SMOOTH_A)), still), at_zero(gap))
    return both(for_every(first, i), for_every(kept, i, l), balance())


b, e = letter("b"), letter("e")
V, E, eta = function("V", "real", i), function("E", "real", i), function("eta")
E_0 = letter("E_0", "real")
SHRUNK = function("c", "pos")  # exp(-int alpha)
KAPPA = 1 - (b - 1) * (q - 1)
STRENGTH = almost(equal(rate(SHRUNK), -1 * alpha * SHRUNK))
SMOOTH = continuous(SHRUNK), continuous(eta), for_all(i, continuous(V))
ORBIT = for_all(i, almost(equal(rate(V), signed_power(E, q - 1) * rate(eta))))
DRIVEN = almost(equal(rate(eta), -1 * h * SHRUNK ** (-1 * KAPPA)))
DECAYED = -1 * signed_power(SHRUNK ** (b - 1) * E, q - 1) * h - alpha * (SHRUNK * V)
DUAL = SHRUNK**KAPPA * eta


def decayed() -> Theorem:
    """The flow, its dual variable, and the orbit through e V: all by the chain rule."""
    strength, clock_ = given(STRENGTH), given(DRIVEN)
    smooth_c, smooth_eta, smooth_V = map(given, SMOOTH)
    pace = signed_power(E, q - 1)
    moves = rate_rule(SHRUNK * V, smooth_c, smooth_V), 1
    drives = (freed(given(ORBIT)), SHRUNK), (clock_, SHRUNK * pace)
    flow = show("=", rate(SHRUNK * V), DECAYED, moves, *drives, (strength, V))
    moves, fades = (rate_rule(DUAL, smooth_c, smooth_eta), 1), (strength, KAPPA * SHRUNK ** (KAPPA - 1) * eta)
    law = show("=", rate(DUAL), -1 * h - alpha * KAPPA * DUAL, moves, (clock_, SHRUNK**KAPPA), fades)
    return both(for_every(flow, i), law, show("=", *SCALED))


SCALED = e ** (1 - KAPPA) * signed_power(E_0, q - 1), signed_power(e ** (b - 1) * E_0, q - 1)


v, r = function("v", "pos"), letter("r")
POWER = (L - 1) * (q - 1)  # e
SMOOTH_v, FALLS = continuous(v), almost(equal(rate(v), -1 * (L * v ** (L - 1)) ** (q - 1)))
PACE = L ** (q - 1)
STRAIGHT = equal(v ** (1 - POWER), start(v) ** (1 - POWER) - (1 - POWER) * PACE * PASSED)
SHORT = below((1 - POWER) * PACE * PASSED, start(v) ** (1 - POWER))
FADING = formula(("=>", equal(POWER, 1), equal(v, start(v) * exp(-1 * PACE * PASSED))))
LEAVES, STAYS = equal(r * (1 - POWER), 1), equal(r * (POWER - 1), 1)
RISE, SINK = PACE * (b + PASSED) / r, b + PACE * PASSED / r
UP, DOWN = RISE**r, SINK ** (-1 * r)


@cache
def straight() -> Theorem:
    """v^{1-e} + (1-e) L^{q-1} t keeps its value."""
    known, kept = given(SMOOTH_v), v ** (1 - POWER) + (1 - POWER) * PACE * PASSED
    still = show("=", rate(kept), 0, (rate_rule(kept, known), 1), (given(FALLS), (1 - POWER) * v ** (-1 * POWER)))
    value = rewrite(constant(smooth(kept, known), still), at_zero(kept))
    return show("=", v ** (1 - POWER), start(v) ** (1 - POWER) - (1 - POWER) * PACE * PASSED, (value, 1))


def short() -> Theorem:
    """0 < v^{1-e}."""
    return show("<", (1 - POWER) * PACE * PASSED, start(v) ** (1 - POWER), (straight(), 1))


def fading() -> Theorem:
    """e = 1: dv/dt = -L^{q-1} v."""
    known, kept = given(SMOOTH_v), v * exp(PACE * PASSED)
    plain_power = show("=", (L * v ** (L - 1)) ** (q - 1), PACE * v**POWER)
    moves = rewrite(given(FALLS), plain_power, given(equal(POWER, 1)))
    still = show("=", rate(kept), 0, (rate_rule(kept, known), 1), (moves, exp(PACE * PASSED)))
    value = rewrite(constant(smooth(kept, known), still), at_zero(kept))
    solved = show("=", v, start(v) * exp(-1 * PACE * PASSED), (value, exp(-1 * PACE * PASSED)))
    return implied(solved, stated=equal(POWER, 1))


def explicit(z: Expr, base: Expr, side: int, condition: Formula) -> Theorem:
    """z = base^r or base^{-r} has the rate side (L z^{L-1})^{q-1}, as r e = r - 1 or r + 1."""
    speed, far = (L * z ** (L - 1)) ** (q - 1), side * r * POWER
    power = show("=", far, side * r - 1, (given(condition), -1))
    named = rewrite(show("=", speed, PACE * base**far), power)
    shown = show("=", rate(z), speed if side > 0 else -1 * speed, (rate_rule(z), 1), (named, -1 * side))
    return implied(shown, stated=condition)


def ends() -> Theorem:
    """The formula, the time that is left, e = 1; a solution that leaves 0, and one that never gets there."""
    return both(straight(), short(), fading(), explicit(UP, RISE, 1, LEAVES), explicit(DOWN, SINK, -1, STAYS))


def witness_conserved() -> Model:
    """x = c = w_1 w_2, f_i = 1/w_i at q = 1: h = -1, w = A = (1 + t, 2 + t)."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {("h",): 0 * T - 1, ("c",): (1 + T) * (2 + T)}
    for n in (1, 2):
        functions |= {(name, n): T + n for name in "wA"} | {("f", n): 1 / (T + n)}
    return Model({"q": Fraction(1)}, functions, {"L": 2})


def witness_decayed() -> Model:
    """q = 1, alpha = 1, h = -1: c = e^{-t}, kappa = 1, eta = e^t = V."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {("h",): 0 * T - 1, ("alpha",): 0 * T + 1, ("c",): sp.exp(-T)}
    functions |= {("eta",): sp.exp(T)} | {("V", n): sp.exp(T) for n in (1, 2)} | {("E", n): 0 * T + 1 for n in (1, 2)}
    return Model({n: Fraction(1) for n in ("q", "b", "e", "E_0")}, functions, {"L": 2})


def witness_ends() -> Model:
    """q = 1: v = 2 - t, r = 1."""
    return Model({n: Fraction(1) for n in ("q", "b", "r")}, {("v",): 2 - T}, {"L": 2})


SOURCE = "beyond the paper: theory, section 11.8"
KEPT = for_all(i, for_all(l, equal(A - A_l, start(A) - start(A_l))))
CONSERVED = derived_claim(
    id="separable-conserved",
    title="What a reparameterization of a coordinate conserves",
    source=SOURCE,
    matters="The balance equations are no accident of products: a clock in each weight is enough.",
    formal=Formal(
        (SMOOTH_w, SMOOTH_A, NO_ZERO, MOVES, CLOCKS),
        formula(("and", for_all(i, almost(equal(rate(A), COMMON))), KEPT, ("=>", PRODUCT, BALANCE))),
        conserved,
        witness_conserved,
    ),
    remark="x = phi(w_1, ..., w_L) with d_i phi = c f_i, where f_i depends on w_i alone and is not 0; A_i is any"
    " function of w_i with the derivative 1/<f_i>^{q-1}. The L - 1 differences are conserved for every drive h, so for"
    " every objective. The last part is the product, f_i = 1/w_i, c = x, A_i = |w_i|^q/q: the balance equations.",
)

DECAY_LAW = derived_claim(
    id="separable-decay",
    title="Decoupled decay of a homogeneous reparameterization",
    source=SOURCE,
    matters="The law of the dual variable under decay needs no more than a homogeneous reparameterization.",
    formal=Formal(
        (*SMOOTH, STRENGTH, ORBIT, DRIVEN),
        formula(
            (
                "and",
                for_all(i, almost(equal(rate(SHRUNK * V), DECAYED))),
                almost(equal(rate(DUAL), -1 * h - alpha * KAPPA * DUAL)),
                equal(*SCALED),
            )
        ),
        decayed,
        witness_decayed,
    ),
    remark="phi(c w) = c^b phi(w), so d_i phi(c w) = c^{b-1} d_i phi(w); c = exp(-int alpha); V = W(eta) runs along the"
    " orbit dW_i/dy = <d_i phi>^{q-1} from a state with phi = 0, E_i = d_i phi(V). The first part: w = c V is the flow"
    " with decay. The last part: for every e > 0 the curve e W(y e^{-kappa}) is an orbit too, kappa = 1 - (b-1)(q-1),"
    " from a state with phi = 0; with e = c it passes through w at y = c^kappa eta, which is therefore R'(x) with"
    " R'(0) = 0 at the time t. Its law is the second part: for a product of L weights kappa = L(1-m).",
)

ENDS = derived_claim(
    id="separable-ends",
    title="Where the orbit of u^L - v^L ends",
    source=SOURCE + "; u^D - v^D: Woodworth et al. 2020",
    matters="A mirror flow may end although the weights go on: the usual model u^L - v^L shows it.",
    formal=Formal(
        (SMOOTH_v, FALLS),
        formula(
            (
                "and",
                STRAIGHT,
                SHORT,
                FADING,
                ("=>", LEAVES, almost(equal(rate(UP), (L * UP ** (L - 1)) ** (q - 1)))),
                ("=>", STAYS, almost(equal(rate(DOWN), -1 * (L * DOWN ** (L - 1)) ** (q - 1)))),
            )
        ),
        ends,
        witness_ends,
    ),
    remark="t is the dual variable y, v > 0 the second weight. With e = (L-1)(q-1): v gets to 0 at"
    " y = v(0)^{1-e}/((1-e) L^{q-1}) if e < 1, never if e = 1, and for e > 1 the last part is the solution for all y,"
    " positive throughout. At e < 1, q > 1 the flow need not retrace from v = 0: v = 0 for ever is a solution, and so"
    " is the one that leaves at once, b being the time since (for odd L it goes on to -v even where y increases). So"
    " u^L - v^L is a mirror flow up to v = 0 only, and while y is monotone.",
)

CLAIMS = (CONSERVED, DECAY_LAW, ENDS)
