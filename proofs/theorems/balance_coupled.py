"""Coupled decay, dw_i/dt = -<dF/dw_i + alpha w_i>^{q-1}: the differences of the balance never grow.

With X_i = prod_{j != i} w_j, <w_i>^{q-1} <g X_i + alpha w_i>^{q-1} = <g x + alpha w_i^2>^{q-1}, so that

  d|w_i|^q/dt = -q <g x + alpha w_i^2>^{q-1},

which falls at least as fast for the larger weight, whatever the sign of g. Outward gradient (g x <= 0): the same for
|w_i| itself, whose rate is -<g x/|w_i| + alpha |w_i|>^{q-1}. At q = 2 the law is closed. For q < 2 it is not: where
g = 0 the rate is a multiple of (B + D)^e - B^e, B = |w_l|^q, D the difference, e = 2(q-1)/q, which moves with B.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from ..judging.claim import derived_claim
from ..judging.flows import X, alpha, g, i, j, k, q, w, w_j, x
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, below, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import scaled, smaller_power
from ..judging.rules.along import constant
from ..judging.rules.calculus import rising, rising_strictly
from ..judging.rules.logical import both, implied, renamed
from ..judging.rules.order import antisymmetric, same_order
from ..judging.rules.sums import one_taken_out
from ..judging.tactics import (
    at_zero,
    decided,
    flow,
    for_every,
    given,
    instance,
    rate_rule,
    relation,
    rewrite,
    show,
    smooth,
    whole,
)
from ..judging.terms import (
    PASSED,
    Expr,
    exp,
    function,
    letter,
    past,
    plain,
    product_over,
    rate,
    sign,
    signed_power,
    size,
    start,
)
from ..judging.theorem import Theorem
from .shared.size_rate import POWER, POWER_l, l, w_l

ALL = product_over(j, w_j)
y, z = function("y"), function("z")  # any functions
(a, b), (c, d) = (function(name, "pos") for name in "ab"), (function(name, "nonneg") for name in "cd")
GAP, SIZES = POWER - POWER_l, size(w) - size(w_l)
PULL = g * X + alpha * w  # dF/dw_i + alpha w_i
INNER, INNER_l = g * x + alpha * w**2, g * x + alpha * w_l**2
LAW = almost(equal(rate(GAP), -1 * q * (signed_power(INNER, q - 1) - signed_power(INNER_l, q - 1))))
NARROWS = at_most(GAP**2, (size(start(w)) ** q - size(start(w_l)) ** q) ** 2)
BALANCED_AT_FIRST = equal(size(start(w)), size(start(w_l)))
STAYS = equal(size(w), size(w_l))
OUTWARD, ALIVE, ALIVE_l = at_most(g * x, 0), below(0, size(w)), below(0, size(w_l))
CLOSER = at_most(SIZES**2, (size(start(w)) - size(start(w_l))) ** 2)
SMOOTH, SUMMABLE = equal(q, 2), formula(("integrable", plain(alpha)))
MEMORY = exp(-2 * past(alpha))
CLOSED = equal(w**2 - w_l**2, (start(w) ** 2 - start(w_l) ** 2) * MEMORY)

B, D = letter("B"), letter("D")
e = 2 * (q - 1) / q
ABOVE_ONE, BELOW_TWO = below(1, q), below(q, 2)
FORCE, FORCE_l = g * x / size(w) + alpha * size(w), g * x / size(w_l) + alpha * size(w_l)
LOSS = (B + PASSED) ** e - (B + D + PASSED) ** e
MOVES = formula(("every", ("=>", relation("<", 0, PASSED), relation("<", B**e - (B + D) ** e, LOSS))))
STATES = (2, 1, 2), (20, 19, 0)  # w_1, w_2, and what |w_1| - |w_2| loses per time where f = -x, alpha = 3/2, q = 1


def together(a: Expr, b: Expr) -> Theorem:
    """<a>^{q-1} <b>^{q-1} = <a b>^{q-1}."""
    r = q - 1
    general = show("=", signed_power(y, r) * signed_power(z, r), signed_power(y * z, r))
    return instance(general, (y, a), (z, b))


def square(a: Expr) -> Theorem:
    """0 <= a a."""
    return instance(show("<=", 0, y * y), (y, a))


@cache
def named() -> Theorem:
    """w_i X_i = x."""
    out = one_taken_out(i=j.term, j=i.term, body=w_j.term)
    return show("=", w * X, x, (flow("product", 0), -1), (out, -1))


@cache
def power_rate() -> Theorem:
    """d|w_i|^q/dt = -q <g x + alpha w_i^2>^{q-1}."""
    moves = rate_rule(POWER, whole("coupled", 0))
    inner = show("=", w * PULL, INNER, (named(), g))
    joint = rewrite(together(w, PULL), inner)
    pieces = (moves, 1), (flow("coupled", 1), q * signed_power(w, q - 1)), (joint, -1 * q)
    return show("=", rate(POWER), -1 * q * signed_power(INNER, q - 1), *pieces)


def known() -> tuple[Theorem, Theorem]:
    """|w_i|^q and |w_l|^q are absolutely continuous."""
    return smooth(POWER, whole("coupled", 0)), smooth(POWER_l, whole("coupled", 0))


@cache
def law() -> Theorem:
    """The rate of the difference."""
    one = power_rate()
    pieces = (rate_rule(GAP, *known()), 1), (one, 1), (renamed(one, i=i.term, j=l.term), -1)
    return show("=", rate(GAP), Expr(LAW[1][2]), *pieces)


def narrows(difference: Expr, falls: Theorem, moving: Theorem) -> Theorem:
    """From d(difference)/dt difference <= 0 to difference^2 <= its value at the start."""
    loss = -1 * (difference * difference)
    rises = show("<=", 0, rate(loss), (rate_rule(loss, moving), -1), (falls, 2))
    kept = rewrite(rising(smooth(loss, moving), rises), at_zero(loss))
    first = Expr(at_zero(difference).conclusion[2])
    return show("<=", difference**2, first**2, (kept, 1))


@cache
def gap_narrows() -> Theorem:
    """(|w_i|^q - |w_l|^q)(w_i^2 - w_l^2) >= 0, and so with the signed powers of g x + alpha w^2."""
    squares = same_order(square(GAP), decided(at_most(0, 2 / q)), a=POWER.term, b=POWER_l.term, r=(2 / q).term)
    inner = show("<=", 0, GAP * (INNER - INNER_l), (squares, alpha))
    ordered = same_order(inner, decided(at_most(0, q - 1)), a=INNER.term, b=INNER_l.term, r=(q - 1).term)
    falls = show("<=", rate(GAP) * GAP, 0, (law(), GAP), (ordered, q))
    return narrows(GAP, falls, smooth(GAP, whole("coupled", 0)))


def stays() -> Theorem:
    """|w_i(0)| = |w_l(0)|: the square is at most 0, so it is 0."""
    least = rewrite(gap_narrows(), given(BALANCED_AT_FIRST))
    at_most_0 = show("<=", GAP * GAP, 0, (least, 1))
    nothing = antisymmetric(at_most_0, square(GAP))
    root = instance(show("=", y, Expr(("*", (y * y).term, (1 / y).term))), (y, GAP))  # 0 = 0 (1/0) where y = 0
    gone = rewrite(root, nothing)
    equal_powers = show("=", POWER, POWER_l, (gone, 1))
    power = rewrite(show("=", POWER ** (1 / q), size(w)), equal_powers)
    return show("=", size(w), size(w_l), (power, -1))


@cache
def size_rate() -> Theorem:
    """d|w_i|/dt = -<g x/|w_i| + alpha |w_i|>^{q-1}."""
    moves = rate_rule(size(w), whole("coupled", 0))
    own = show("=", sign(w), signed_power(sign(w), q - 1))
    inner = show("=", sign(w) * PULL, FORCE, (named(), g / size(w)))
    joint = rewrite(together(sign(w), PULL), inner)
    pieces = (moves, 1), (flow("coupled", 1), sign(w)), (own, -1 * signed_power(PULL, q - 1)), (joint, -1)
    return show("=", rate(size(w)), -1 * signed_power(FORCE, q - 1), *pieces)


def closer() -> Theorem:
    """(|w_i| - |w_l|)(force_i - force_l) = (|w_i| - |w_l|)^2 (alpha - g x/(|w_i| |w_l|)) >= 0."""
    outward = show("<=", 0, -1 * g * x, (given(OUTWARD), 1))
    apart = (a - b) * (a - b)
    general = show("=", (a - b) * (y / a - y / b), -1 * y * apart / (a * b))
    signs = (a, size(w), given(ALIVE)), (b, size(w_l), given(ALIVE_l))
    product = instance(general, (y, g * x), *signs)
    pushed = instance(
        show("<=", 0, c * d / (a * b)), *signs, (c, -1 * g * x, outward), (d, SIZES * SIZES, square(SIZES))
    )
    inner = show("<=", 0, SIZES * (FORCE - FORCE_l), (product, -1), (square(SIZES), alpha), (pushed, 1))
    ordered = same_order(inner, decided(at_most(0, q - 1)), a=FORCE.term, b=FORCE_l.term, r=(q - 1).term)
    parts = [smooth(size(v), whole("coupled", 0)) for v in (w, w_l)]
    one, moves = size_rate(), rate_rule(SIZES, *parts)
    pieces = (moves, SIZES), (one, SIZES), (renamed(one, i=i.term, j=l.term), -1 * SIZES), (ordered, 1)
    falls = show("<=", rate(SIZES) * SIZES, 0, *pieces)
    return narrows(SIZES, falls, smooth(SIZES, *parts))


def closed() -> Theorem:
    """At q = 2, y = w_i^2 - w_l^2 has the rate -2 alpha y, so y exp(2 int alpha) keeps its value."""
    squares, growth = w**2 - w_l**2, exp(2 * past(alpha))
    first = instance(show("=", signed_power(y, Expr(("+", plain(2), plain(-1)))), y), (y, PULL))
    one = show("=", rate(w), -1 * PULL, (rewrite(flow("coupled", 1), given(SMOOTH)), 1), (first, -1))
    own = show("=", w * rate(w), -1 * g * x - alpha * w**2, (one, w), (named(), -1 * g))
    other = renamed(own, i=i.term, j=l.term)
    frozen, regular = squares * growth, (whole("coupled", 0), given(SUMMABLE))
    pieces = (rate_rule(frozen, *regular), 1), (own, 2 * growth), (other, -2 * growth)
    still = show("=", rate(frozen), 0, *pieces)
    kept = rewrite(constant(smooth(frozen, *regular), still), at_zero(frozen))
    return show("=", squares, Expr(CLOSED[1][2]), (kept, MEMORY))


def moves_with_the_level() -> Theorem:
    """d/dt ((B + t)^e - (B + D + t)^e) = e ((B + t)^{e-1} - (B + D + t)^{e-1}) > 0, as e - 1 is negative."""
    low = B + PASSED
    below_one = instance(show("<", a / (a + D), 1), (a, low, show("<", 0, low)))
    less = show("<", 0, 1 - e, (given(BELOW_TWO), 1 / q))
    powers = smaller_power(show("<", 0, Expr(below_one.conclusion[1][1])), below_one, less)
    falls = scaled(scaled(powers, show("<", 0, low ** (e - 1))), show("<", 0, e, (given(ABOVE_ONE), 2 / q)))
    rises = show("<", 0, rate(LOSS), (rate_rule(LOSS), -1), (falls, 1))
    first = [show("=", Expr(("+", *terms, plain(0))), Expr(sum_)) for terms, sum_ in STARTS]
    return rewrite(rising_strictly(smooth(LOSS), rises), at_zero(LOSS), *first)


STARTS = (((B.term,), B.term), ((B.term, D.term), (B + D).term))


def loss(one: int, other: int) -> Expr:
    """-d(|w_1| - |w_2|)/dt for positive weights, f = -x, alpha = 3/2, q = 1."""
    pulls = (-1 * Expr(plain(one)) * other + Fraction(3, 2) * Expr(plain(v)) ** 2 for v in (one, other))
    first, second = map(sign, pulls)
    return first - second


def derive() -> Theorem:
    """All parts."""
    widest = implied(implied(implied(closer(), stated=ALIVE_l), stated=ALIVE), stated=OUTWARD)
    invariant = implied(stays(), stated=BALANCED_AT_FIRST)
    exact = implied(implied(closed(), stated=SUMMABLE), stated=SMOOTH)
    general = (for_every(t, k, i, l) for t in (law(), gap_narrows(), invariant, widest, exact))
    shifted = implied(implied(moves_with_the_level(), stated=BELOW_TWO), stated=ABOVE_ONE)
    return both(*general, shifted, *(show("=", loss(one, other), speed) for one, other, speed in STATES))


def witness() -> Model:
    """Sign flow with g = -10 and alpha = 1 from w = (1, 2): w = (1 + t, 2 + t)."""
    functions = {("w", 1, 1): 1 + T, ("w", 1, 2): 2 + T, ("x", 1): (1 + T) * (2 + T)}
    functions |= {("g", 1): 0 * T - 10, ("alpha",): 0 * T + 1}
    return Model({"q": Fraction(1), "B": Fraction(1), "D": Fraction(2)}, functions, {"n": 1, "L": 2})


FORMS = (
    LAW,
    NARROWS,
    ("=>", BALANCED_AT_FIRST, STAYS),
    ("=>", OUTWARD, ("=>", ALIVE, ("=>", ALIVE_l, CLOSER))),
    ("=>", SMOOTH, ("=>", SUMMABLE, CLOSED)),
)
CLAIMS = (
    derived_claim(
        id="balance-coupled",
        title="Balance under coupled decay",
        source="after Lemma 4.4 (S); beyond the paper",
        matters="Adam with an L2 penalty has no such law, which is why coupled and decoupled decay must be told apart"
        " below q = 2; but its differences never grow.",
        formal=Formal(
            (("flow", "coupled"), ("flow", "product")),
            formula(
                (
                    "and",
                    *(for_all(k, for_all(i, for_all(l, form))) for form in FORMS),
                    ("=>", ABOVE_ONE, ("=>", BELOW_TWO, MOVES)),
                    *(equal(loss(one, other), speed) for one, other, speed in STATES),
                )
            ),
            derive,
            witness,
        ),
        remark="Coupled decay never lets the balance differences grow, for every q, every objective and through zeros"
        " of weights; balanced weights stay balanced; where the gradient points outward (g x <= 0) the sizes themselves"
        " approach each other. For q < 2 no closed equation holds: for 1 < q < 2, where g = 0 and B = |w_l|^q,"
        " B + D = |w_i|^q, the rate of D is q alpha^{q-1} (B^e - (B + D)^e), e = 2(q-1)/q, which moves with B at the"
        " same D; at q = 1, f = -x, alpha = 3/2 the difference 1 falls at the rate 2 at w = (2, 1) and rests at"
        " (20, 19).",
    ),
)
