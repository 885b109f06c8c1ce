"""The balanced potential: R = x^{2-m}/(L(1-m)(2-m)), and R = x (log x - 1)/L where m = q(L-1)/L = 1 (Lemma 4.11 S).

Balanced, P(u) = u^L, so x^q = u^L and R'' = 1/P'(u) = x^{-m}/L. Along any path x > 0, with c (1-m) = 1, a (2-m) = 1,

  (c x^{1-m}/L)' = x'/P'(u),  (c a x^{2-m}/L)' = (c x^{1-m}/L) x';    m = 1:  (log x/L)' = x'/P'(u), ...

so these are R' and R up to constants, and those are 0: as v = b/e^t -> 0, v^{2-m} -> 0, v log v -> 0, and v^{1-m} -> 0
where m < 1. For v log v: t <= 2 e^{t/2}, since 1 <= e^{t/2} is the slope of the right side.
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import L, i, j, q
from ..judging.formal import Formal
from ..judging.formulas import almost, below, continuous, equal, formula
from ..judging.models import Model, T
from ..judging.rules.calculus import limit, rising, squeezed
from ..judging.rules.logical import both, equivalent, implied
from ..judging.rules.sums import constant_body, summed
from ..judging.tactics import at_zero, decided, given, rate_rule, rewrite, show, smooth
from ..judging.terms import PASSED, Expr, exp, function, letter, log, others, plain, product_over, rate, sum_over
from ..judging.theorem import Theorem

x, b = function("x", "pos"), letter("b")
c, a = letter("c", "real"), letter("a", "real")
M = q * (L - 1) / L
u = x ** (q / L)
SLOPE = sum_over(i, others(j, i, u))  # P'(u)
MAP, POTENTIAL = c * x ** (1 - M) / L, c * a * x ** (2 - M) / L
CRITICAL_MAP, CRITICAL = log(x) / L, x * (log(x) - 1) / L
FIRST, SECOND, ONE = equal(c * (1 - M), 1), equal(a * (2 - M), 1), equal(M, 1)
v = b / exp(PASSED)
ENDLESS = formula(("grows", plain(PASSED)))
GENTLE = below(M, 1)


def moves(a: Expr) -> Theorem:
    """da/dt along the path."""
    return rate_rule(a, given(continuous(x)))


def level() -> Theorem:
    """P(u) = x^q."""
    power = constant_body(show("<", 0, u), whole=product_over(j, u).term)
    return show("=", product_over(j, u), x**q, (power, 1))


def slope() -> Theorem:
    """P'(u) = L x^m."""
    each = summed(constant_body(show("<", 0, u), whole=others(j, i, u).term), i=i.term)
    return rewrite(each, constant_body(whole=sum_over(i, u ** (L - 1)).term))


def generic() -> tuple[Theorem, ...]:
    """m != 1."""
    rest, power = rate(x) / SLOPE, x ** (-1 * M) / L
    first = show("=", rate(MAP), rate(x) * power, (moves(MAP), 1), (given(FIRST), rate(x) * power))
    same = show("=", rate(MAP), rest, (first, 1), (slope(), rest * power))
    shared = (given(SECOND), MAP * rate(x))
    second = show("=", rate(POTENTIAL), MAP * rate(x), (moves(POTENTIAL), 1), shared)
    return implied(same, stated=FIRST), implied(second, stated=SECOND)


def critical() -> tuple[Theorem, ...]:
    """m = 1: x^{1-m} = 1."""
    power = rewrite(show("=", x**0, 1), show("=", 0, 1 - M, (given(ONE), 1)))
    sloped = show("=", SLOPE * x ** (1 - M), L * x, (slope(), x ** (1 - M)))
    straight = show("=", SLOPE, L * x, (sloped, 1), (power, -1 * SLOPE))
    rest = rate(x) / SLOPE
    first = show("=", rate(CRITICAL_MAP), rest, (moves(CRITICAL_MAP), 1), (straight, rest / (L * x)))
    second = show("=", rate(CRITICAL), CRITICAL_MAP * rate(x), (moves(CRITICAL), 1))
    return implied(first, stated=ONE), second


def ends() -> tuple[Theorem, ...]:
    """R(0) = 0, and R'(0) = 0 where m < 1."""
    power = limit(given(ENDLESS), a=(v ** (2 - M)).term)
    gentle = limit(given(ENDLESS), decided(below(0, 1 - M), given(GENTLE)), a=(v ** (1 - M)).term)
    return power, logarithm(), implied(gentle, stated=GENTLE)


def logarithm() -> Theorem:
    """v (log v - 1) -> 0."""
    half = exp(PASSED / 2)
    up = rising(smooth(half), show("<=", 0, rate(half), (rate_rule(half), -1)))
    one = rewrite(up, at_zero(half))
    gap = 2 * half - PASSED
    rises = show("<=", 0, rate(gap), (rate_rule(gap), -1), (one, 1))
    over = rewrite(rising(smooth(gap), rises), at_zero(gap))
    value = v * (log(v) - 1)
    top, low = v * (log(b) - 1), v * (log(b) - 1) - 2 * b / exp(PASSED / 2)
    above = show("<=", value, top)
    beneath = show("<=", low, value, (over, v))
    return squeezed(limit(given(ENDLESS), a=low.term), beneath, above, limit(given(ENDLESS), a=top.term))


def derive() -> Theorem:
    """Both exponents, the ends, and where m = 1."""
    line = equal(L * (q - 1), q)
    where = equivalent(implied(decided(line, given(ONE)), stated=ONE), implied(decided(ONE, given(line)), stated=line))
    return both(level(), *generic(), *critical(), *ends(), where)


def witness() -> Model:
    """q = 1, L = 2: m = 1/2, so c = 2 and a = 2/3, along x = 1 + t."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        "q": Fraction(1),
        "b": Fraction(1),
        "c": Fraction(2),
        "a": Fraction(2, 3),
    }
    return Model(constants, {("x",): 1 + T}, {"L": 2}, end=None)


CLAIM = derived_claim(
    id="balanced-potential",
    title="The balanced potential",
    source="Lemma 4.11 (S) = 4.13 (C)",
    matters="At a balanced start the whole theory is a power of |x|, and m alone tells which.",
    formal=Formal(
        (continuous(x), ENDLESS),
        formula(
            (
                "and",
                equal(product_over(j, u), x**q),
                ("=>", FIRST, almost(equal(rate(MAP), rate(x) / SLOPE))),
                ("=>", SECOND, almost(equal(rate(POTENTIAL), MAP * rate(x)))),
                ("=>", ONE, almost(equal(rate(CRITICAL_MAP), rate(x) / SLOPE))),
                almost(equal(rate(CRITICAL), CRITICAL_MAP * rate(x))),
                ("tends", plain(v ** (2 - M)), plain(0)),
                ("tends", plain(v * (log(v) - 1)), plain(0)),
                ("=>", GENTLE, ("tends", plain(v ** (1 - M)), plain(0))),
                ("<=>", ONE, equal(L * (q - 1), q)),
            )
        ),
        derive,
        witness,
    ),
    remark="R'' = 1/P'(u) (claim mirror-flow), so c x^{1-m}/L = x^{1-m}/(L(1-m)) is R' and c a x^{2-m}/L is R for"
    " m != 1, and log(x)/L and x (log(x) - 1)/L are they for m = 1; R(0) = 0, and R'(0) = 0 where m < 1. R is even."
    " For m >= 1 these formulas say how R' is normalised. m = 2 would need L = infinity.",
)

CLAIMS = (CLAIM,)
