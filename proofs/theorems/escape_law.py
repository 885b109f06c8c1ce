"""How long a small start takes to a fixed x_1 under constant g, as eps -> 0: three regimes with their exact constants.

(a) w = eps c, all weights small, G = g^{q-1}: T G = eps^{L(1-m)} Y, Y = (1/q) int P_c^{1/q-1} up to the level u with
    P_c(u)^{1/q} = x_1/eps^L, so u -> infinity:
      m < 1: -> x_1^{1-m}/(L(1-m));   m = 1: ~ log(1/eps);   m > 1: ~ eps^{-L(m-1)} times the blow-up time of c
(b) Lambda fixed, the k0 smallest weights = eta: T G = (1/q) int v^{k0(1/q-1)} Q(v)^{1/q-1} dv from v = eta^q -> 0:
      m_0 < 1: -> R'(x_1);   m_0 = 1: ~ p log(1/eta);   m_0 > 1: ~ p eta^{-k0(m_0-1)}/(k0(m_0-1)),   p = Q(0)^{1/q-1}

By l'Hopital's rule from R'' |x|^m -> 1/L (claim metric-exponents) and Q(v) -> Q(0); bounded integrals converge.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, i, j, q
from ..judging.formal import Formal
from ..judging.formulas import Formula, almost, at_most, continuous, equal, formula
from ..judging.models import Model, T
from ..judging.rules.calculus import integrable_of, limit, ratio, rising, whole_integral
from ..judging.rules.logical import both, implied
from ..judging.rules.order import falling_base
from ..judging.rules.sums import constant_body, larger_factors, relettered, summed
from ..judging.tactics import at_zero, decided, given, rate_rule, rewrite, show, smooth
from ..judging.terms import Expr, function, letter, log, others, past, plain, product_over, rate, start, total
from ..judging.theorem import Theorem
from .metric_exponents import FAR, LEVEL, NEAR, REST, SLOPE, Lambda_j, P, c_a, far, k0, u, v, x
from .metric_exponents import a as index_a

K, x_1 = letter("K"), letter("x_1")
eps, eta = function("eps", "pos"), function("eta", "pos")
ONE = Expr(plain(1))
m, m_0, FALL = q * (L - 1) / L, q * (k0 - 1) / k0, 1 / q - 1
UP, DOWN = almost(equal(rate(u), 1)), almost(equal(rate(v), -1 * v))
SCALE, LOWER = equal(eps**L * x, x_1), equal(v, eta**q)
PACE = P**FALL / q
Y = past(PACE)
tau, tau_0 = function("tau"), function("tau_0")  # T g^{q-1}
TIME = equal(tau, eps ** (L * (1 - m)) * Y)
SMALL, LARGE = equal(K, L * (1 - m)), equal(K, L * (m - 1))
CRITICAL = equal(m, 1)
ESCAPES = formula(("tends", tau.term, (x_1 ** (K / L) / K).term))
SLOWLY = formula(("tends", (tau / log(1 / eps)).term, ("n", 1, 1)))
BLOWS = formula(("tends", (tau * eps**K).term, total(PACE).term))
OUTER = others(j, i, u + Lambda_j)


def kept_whole(a: Expr, b: Expr) -> Expr:
    """a b, where b stays a term of its own."""
    return Expr(("*", a.term, b.term))


@cache
def climb() -> tuple[Theorem, Theorem]:
    """x is absolutely continuous, dx/dt = P^{1/q-1} P'(u)/q, P = x^q."""
    known = given(continuous(u))
    named = rewrite(show("=", (x**q) ** (1 / q), x), given(LEVEL))
    moves = rate_rule(P ** (1 / q), known)
    factor = P ** (1 / q - 1) / q
    inner = Expr(moves.conclusion[1][2])
    apart = relettered(whole=inner.term[-1], j=i.term)
    each = summed(show("=", OUTER * rate(u), OUTER, (given(UP), OUTER)), i=i.term)
    total_ = show("=", rate(P ** (1 / q)), factor * SLOPE, (moves, 1), (apart, factor), (each, factor))
    back = show("=", P, x**q, (given(LEVEL), -1))
    return rewrite(smooth(P ** (1 / q), known), named), rewrite(total_, named, back)


def timed(condition: Formula, exponent: Expr | int, by: Expr) -> Theorem:
    """tau = eps^{L(1-m)} Y with the exponent that the condition gives."""
    return rewrite(given(TIME), show("=", L * (1 - m), exponent, (given(condition), by)))


def far_x() -> Theorem:
    """x -> infinity."""
    named = rewrite(show("=", (x**q) ** (1 / q), x), given(LEVEL))
    return rewrite(limit(given(FAR), a=(P ** (1 / q)).term), named)


@cache
def metric() -> Theorem:
    """x^m/P'(u) -> 1/L (claim metric-exponents)."""
    return far()


def over(b: Expr, rates: Theorem, weight: Expr, power: Expr, at_m: Theorem, grows: Theorem) -> Theorem:
    """Y/b tends to weight/L by l'Hopital's rule: dY/dt over db/dt is weight x^m/P'(u), m = power by at_m."""
    smooth_x, _ = climb()
    local = integrable_of(smooth(PACE, given(continuous(u))))
    quotient = rewrite(metric(), at_m)
    ahead = limit(quotient, a=kept_whole(weight, x**power / SLOPE).term)
    pace = Expr(rates.conclusion[1][2])
    same = show("=", kept_whole(weight, x**power / SLOPE), (x**q) ** FALL / q / pace)
    near = rewrite(rewrite(ahead, same), given(LEVEL))
    positive = show("<", 0, pace)
    return ratio(smooth(Y, local), smooth(b, smooth_x), rate_rule(Y, local), rates, positive, grows, near)


def escapes() -> Theorem:
    """m < 1: against x^{K/L}, K = L(1-m); eps^K = (x_1/x)^{K/L}."""
    smooth_x, climbs = climb()
    b, pace = x ** (K / L), K / (q * L) * x ** (K / L - q) * SLOPE
    rates = show("=", rate(b), pace, (rate_rule(b, smooth_x), 1), (climbs, K / L * x ** (K / L - 1)))
    at_m = show("=", m, 1 - K / L, (given(SMALL), 1 / L))
    law = over(b, rates, L / K, 1 - K / L, at_m, limit(far_x(), a=b.term))
    scaled = rewrite(show("=", (eps**L * x) ** (K / L), eps**K * b), given(SCALE))
    goes = limit(law, a=kept_whole(x_1 ** (K / L), Y / b).term)
    both_ways = (scaled, Y / b), (timed(SMALL, K, -1 * ONE), -1)
    named = rewrite(goes, show("=", kept_whole(x_1 ** (K / L), Y / b), tau, *both_ways))
    value = show("=", Expr(named.conclusion[2]), x_1 ** (K / L) / K)
    return implied(rewrite(named, value), stated=SMALL)


def slowly() -> Theorem:
    """m = 1: against log(1/eps) = (log x - log x_1)/L."""
    smooth_x, climbs = climb()
    b, pace = (log(x) - log(x_1)) / L, x ** (-1 * q) * SLOPE / (q * L)
    rates = show("=", rate(b), pace, (rate_rule(b, smooth_x), 1), (climbs, 1 / (L * x)))
    law = over(b, rates, L, ONE, given(CRITICAL), limit(far_x(), a=b.term))
    scaled = rewrite(show("=", log(eps**L * x), L * log(eps) + log(x)), given(SCALE))
    at_once = show("=", Y, tau, (timed(CRITICAL, 0, -1 * L), -1))
    named = rewrite(law, show("=", b, log(1 / eps), (scaled, -1 / L)), at_once)
    return implied(rewrite(named, show("=", Expr(named.conclusion[2]), 1)), stated=CRITICAL)


def blows() -> Theorem:
    """m > 1: K Y + u^{-K/q} does not rise, so Y converges; T G = eps^{-K} Y."""
    known = given(continuous(u))
    local = integrable_of(smooth(PACE, known))
    product = larger_factors(show("<=", 0, u), show("<=", u, u + Lambda_j), whole=product_over(j, u).term)
    power = show("<=", u**L, P, (product, 1), (constant_body(show("<", 0, u), whole=product_over(j, u).term), -1))
    upper = falling_base(show("<", 0, u**L), power, decided(at_most(FALL, 0)), r=FALL.term)
    exponent = show("=", L * FALL, -1 * K / q - 1, (given(LARGE), 1 / q))
    steep = rewrite(show("<=", P**FALL, u ** (L * FALL), (upper, 1)), exponent)
    kept = -1 * (K * Y + u ** (-1 * K / q))
    moves = rate_rule(kept, known, local)
    slope = K / q * u ** (-1 * K / q - 1)
    rises = show("<=", 0, rate(kept), (moves, -1), (given(UP), -1 * slope), (steep, K / q))
    risen = rewrite(rising(smooth(kept, known, local), rises), at_zero(kept))
    bound = show("<=", Y, start(u) ** (-1 * K / q) / K, (risen, 1 / K))
    whole = whole_integral(local, show("<=", 0, PACE), bound)
    named = show("=", Y, tau * eps**K, (timed(LARGE, -1 * K, ONE), -1 * eps**K))
    return implied(rewrite(whole, named), stated=LARGE)


E_0 = k0 * (1 - m_0) / q  # v^{k0(1/q-1)} dv = -v^{E_0} dt
LOW = v**E_0 * REST**FALL / q
Y_0 = past(LOW)
TIME_0 = equal(tau_0, Y_0)
p = product_over(index_a, c_a) ** FALL
SMALL_0, LARGE_0, CRITICAL_0 = equal(K, k0 * (1 - m_0)), equal(K, k0 * (m_0 - 1)), equal(m_0, 1)
ARRIVES = formula(("tends", tau_0.term, total(v ** (K / q) * REST**FALL / q).term))
SLOWLY_0 = formula(("tends", (tau_0 / log(1 / eta)).term, p.term))
POWER_0 = formula(("tends", (tau_0 * eta**K).term, (p / K).term))


def low(condition: Formula, exponent: Expr, by: Expr) -> tuple[Theorem, Theorem, Expr]:
    """tau_0 with the exponent that the condition gives; its integrand is locally integrable."""
    time = rewrite(given(TIME_0), show("=", E_0, exponent, (given(condition), by)))
    pace = v**exponent * REST**FALL / q
    return time, integrable_of(smooth(pace, given(continuous(v)))), pace


def arrives() -> Theorem:
    """m_0 < 1: Q^{1/q-1} <= Q(0)^{1/q-1}, and K Y_0 + p v^{K/q} does not rise."""
    time, local, pace = low(SMALL_0, K / q, -1 / q)
    known = given(continuous(v))
    product = larger_factors(show("<=", 0, c_a), show("<=", c_a, v + c_a), whole=product_over(index_a, c_a).term)
    upper = falling_base(show("<", 0, product_over(index_a, c_a)), product, decided(at_most(FALL, 0)), r=FALL.term)
    kept = -1 * (K * past(pace) + p * v ** (K / q))
    slope = p * K / q * v ** (K / q - 1)
    moves = rate_rule(kept, known, local)
    rises = show("<=", 0, rate(kept), (moves, -1), (given(DOWN), slope), (upper, K / q * v ** (K / q)))
    risen = rewrite(rising(smooth(kept, known, local), rises), at_zero(kept))
    bound = show("<=", past(pace), p * start(v) ** (K / q) / K, (risen, 1 / K))
    whole = whole_integral(local, show("<=", 0, pace), bound)
    return implied(rewrite(whole, show("=", past(pace), tau_0, (time, -1))), stated=SMALL_0)


def against(b: Expr, rates: Theorem, local: Theorem, pace: Expr, weight: Expr, grows: Theorem) -> Theorem:
    """int pace over b tends to weight p by l'Hopital's rule, as Q(v) -> Q(0)."""
    fast = Expr(rates.conclusion[1][2])
    reduced = kept_whole(weight, REST**FALL)
    near = rewrite(limit(given(NEAR), a=reduced.term), show("=", reduced, pace / fast))
    first = smooth(past(pace), local), smooth(b, given(continuous(v))), rate_rule(past(pace), local)
    return ratio(*first, rates, show("<", 0, fast), grows, near)


def slowly_low() -> Theorem:
    """m_0 = 1: against log(1/eta) = log(1/v)/q."""
    time, local, pace = low(CRITICAL_0, Expr(plain(0)), -1 * k0 / q)
    b = log(1 / v) / q
    rates = show("=", rate(b), 1 / q, (rate_rule(b, given(continuous(v))), 1), (given(DOWN), -1 / (q * v)))
    law = against(b, rates, local, pace, ONE, limit(given(NEAR), a=b.term))
    named = rewrite(show("=", log(1 / eta**q) / q, log(1 / eta)), show("=", eta**q, v, (given(LOWER), -1)))
    return implied(rewrite(law, show("=", past(pace), tau_0, (time, -1)), named), stated=CRITICAL_0)


def power_low() -> Theorem:
    """m_0 > 1: against v^{-K/q} = eta^{-K}."""
    time, local, pace = low(LARGE_0, -1 * K / q, 1 / q)
    b = v ** (-1 * K / q)
    slope = -1 * K / q * v ** (-1 * K / q - 1)
    rates = show("=", rate(b), K / q * b, (rate_rule(b, given(continuous(v))), 1), (given(DOWN), slope))
    down = show("<", -1 * K / q, 0)
    law = against(b, rates, local, pace, 1 / K, limit(given(NEAR), down, a=b.term))
    named = rewrite(show("=", ((eta**q) ** (-1 * K / q)) ** -1, eta**K), show("=", eta**q, v, (given(LOWER), -1)))
    goes = rewrite(law, show("=", past(pace), tau_0, (time, -1)), named)
    return implied(rewrite(goes, show("=", Expr(goes.conclusion[2]), p / K)), stated=LARGE_0)


def derive() -> Theorem:
    """The three regimes of (a), then of (b)."""
    return both(escapes(), slowly(), blows(), arrives(), slowly_low(), power_low())


def witness() -> Model:
    """q = 1, L = 2, Lambda = (0, 1): u = 1 + t, x = (1 + t)(2 + t), x_1 = 2; k0 = 1, c = 1: v = eta = e^{-t}."""
    fall, far_ = sp.exp(-T), (1 + T) * (2 + T)
    functions: dict[tuple[str | int, ...], sp.Expr] = {("u",): 1 + T, ("x",): far_, ("v",): fall, ("eta",): fall}
    functions |= {("eps",): sp.sqrt(2 / far_), ("tau",): sp.sqrt(2 / far_) * T, ("tau_0",): 1 - fall}
    constants: dict[str | tuple[str | int, ...], Fraction] = {("Lambda", n): Fraction(n - 1) for n in (1, 2)}
    constants |= {name: Fraction(1) for name in ("q", "K", "k0")}
    constants |= {"x_1": Fraction(2), ("c", 1): Fraction(1)}
    return Model(constants, functions, {"L": 2, "r": 1}, end=None)


LAWS = (
    ("=>", SMALL, ESCAPES),
    ("=>", CRITICAL, SLOWLY),
    ("=>", LARGE, BLOWS),
    ("=>", SMALL_0, ARRIVES),
    ("=>", CRITICAL_0, SLOWLY_0),
    ("=>", LARGE_0, POWER_0),
)
CLAIM = derived_claim(
    id="escape-law",
    title="Escape from a small start: bounded, logarithmic or a power of 1/eps",
    source="beyond the paper; asked by the reviewers",
    matters="It says how the escape time grows as the start shrinks, with the constant.",
    formal=Formal(
        (continuous(u), UP, FAR, LEVEL, SCALE, TIME, continuous(v), DOWN, NEAR, LOWER, TIME_0),
        formula(("and", *LAWS)),
        derive,
        witness,
    ),
    remark="tau = T g^{q-1}, T the escape time to x_1 at constant |gradient| = g. (a) From w = eps c: u is the level of"
    " x_1/eps^L for the weights c and starts at that of c, so tau is eps^{L(1-m)} times the increment of R' (claims"
    " escape-time, dual-decay); u -> infinity is eps -> 0. K > 0 says m < 1 or m > 1. T is bounded, logarithmic, or"
    " eps^{L(1-m)} times the blow-up time of c (claim blow-up-time), which is 1/(L(m-1) g^{q-1}) for c = (1, ..., 1)."
    " (b) With Lambda fixed and the k0 smallest weights eta: tau_0 is the increment of R' from the level v = eta^q up"
    " to v(0), that of x_1; its limit for m_0 < 1 is R'(x_1). A gradient between two bounds keeps the regimes. It"
    " concerns the solution that leaves at once; L(1-m) is 1 - (L-1)(q-1).",
)

CLAIMS = (CLAIM,)
