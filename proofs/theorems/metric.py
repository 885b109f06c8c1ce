"""Theorem 4.6 (S), the metric in x alone: R'' = (4 |x|^q + lambda^2)^{-1/2} at L = 2, |x|^{-m}/L balanced.

Two weights: x = w_1 w_2, lambda = |w_2|^q - |w_1|^q does not move, and dx/dt = -S h with S = |w_1|^q + |w_2|^q, where
S^2 = 4 |x|^q + lambda^2. Balanced, P = v^L: P' = L v^{L-1} and x = v^{L/q}, so 1/P' = x^{-m}/L with m = q(L-1)/L.
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import L, i, j, q
from ..judging.formal import Formal
from ..judging.formulas import almost, continuous, equal, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.logical import both, with_function
from ..judging.rules.sums import constant_body, summed
from ..judging.tactics import at_zero, given, rate_rule, rewrite, show, smooth
from ..judging.terms import Expr, function, letter, others, product_over, rate, signed_power, size, start, sum_over
from ..judging.theorem import Theorem

a, b = function("a", "real"), function("b", "real")  # the two weights
h, S = function("h", "real"), function("S", "nonneg")  # the drive; what stands for |a|^q + |b|^q
x = a * b
PULLS = tuple(almost(equal(rate(one), -1 * signed_power(rest, q - 1) * h)) for one, rest in ((a, b), (b, a)))
WEIGHTS = continuous(a), continuous(b)
LAMBDA, SUM = size(b) ** q - size(a) ** q, size(a) ** q + size(b) ** q
LAMBDA_0 = size(start(b)) ** q - size(start(a)) ** q
SHALLOW = almost(equal(rate(x), -1 * h * (4 * size(x) ** q + LAMBDA_0**2) ** Fraction(1, 2)))

v, M = letter("v"), q * (L - 1) / L  # M is the exponent m
P, SLOPE = product_over(j, v), sum_over(i, others(j, i, v))
BALANCED = equal(1 / SLOPE, (P ** (1 / q)) ** (-1 * M) / L)


def kept() -> Theorem:
    """|b|^q - |a|^q = lambda at all times: both powers have the rate -q <a b>^{q-1} h."""
    known = tuple(map(given, WEIGHTS))
    first, second = map(given, PULLS)
    moves = rate_rule(LAMBDA, *known)
    pieces = (second, q * signed_power(b, q - 1)), (first, -1 * q * signed_power(a, q - 1))
    still = show("=", rate(LAMBDA), 0, (moves, 1), *pieces)
    return rewrite(constant(smooth(LAMBDA, *known), still), at_zero(LAMBDA))


def shallow() -> Theorem:
    """dx/dt = -S h, and S is the root of 4 |x|^q + lambda^2."""
    first, second = map(given, PULLS)
    moves = rate_rule(x, *map(given, WEIGHTS))
    along = show("=", rate(x), -1 * h * SUM, (moves, 1), (first, b), (second, a))
    square = show("=", SUM**2, 4 * size(x) ** q + LAMBDA_0**2, (kept(), LAMBDA + LAMBDA_0))
    back = show("=", (S**2) ** Fraction(1, 2), S)
    root = rewrite(with_function(back, show("<=", 0, SUM), letter=S.term, a=SUM.term), square)
    return show("=", rate(x), -1 * h * Expr(root.conclusion[1][1]), (along, 1), (root, h))


def balanced() -> Theorem:
    """P = v^L and P' = sum_i v^{L-1} = L v^{L-1}."""
    positive = show("<", 0, v)
    power = constant_body(positive, whole=P.term)
    one = constant_body(positive, whole=others(j, i, v).term)
    total = constant_body(whole=sum_over(i, v ** (L - 1)).term)
    slope = show("=", L * v ** (L - 1), SLOPE, (summed(one, i=i.term), -1), (total, -1))
    value = show("=", 1 / (L * v ** (L - 1)), ((v**L) ** (1 / q)) ** (-1 * M) / L)
    return rewrite(value, slope, show("=", v**L, P, (power, -1)))


def witness() -> Model:
    """Sign flow with h = -1: a = 1 + t, b = 2 + t."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(1), "v": Fraction(2)}
    return Model(constants, {("a",): 1 + T, ("b",): 2 + T, ("h",): 0 * T - 1}, {"L": 2})


CLAIM = derived_claim(
    id="metric-l2",
    title="The metric at depth 2, and balanced at every depth",
    source="Theorem 4.6 (S), L = 2; lambda = 0",
    matters="The diagonal linear network is where most of the literature computes; here is its metric for every q.",
    formal=Formal(
        (*WEIGHTS, *PULLS),
        formula(("and", SHALLOW, BALANCED)),
        lambda: both(shallow(), balanced()),
        witness,
    ),
    remark="dx/dt = -h/R'': at L = 2 R'' = (4 |x|^q + lambda^2)^{-1/2}, for x and lambda of either sign and through 0."
    " v = |w_i|^q is the same for all i where balanced, x = P^{1/q} and 1/P' = R'' (claims metric, mirror-flow).",
)

CLAIMS = (CLAIM,)
