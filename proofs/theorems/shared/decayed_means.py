"""|x| and N = sum_i |w_i|^q along decoupled decay of constant strength: what AM-GM says of their rates (section 11.7).

  d|x|/dt = -sign(x) h sum_i prod_{j != i} |w_j|^q - alpha L |x|,   d|w_i|^q/dt = -q <x>^{q-1} h - q alpha |w_i|^q.

Outward, B <= -sign(x) h: |w_i|^q exp(q alpha t) does not fall, so no weight gets to 0, and the harmonic, geometric and
arithmetic means of the |w_i|^q are in order: L |x|^m <= sum_i prod_{j != i} |w_j|^q and L |x|^{q/L} <= N.
"""

from __future__ import annotations

from functools import cache

from ...judging.flows import L, X, alpha, h, i, j, q, w, w_j, x
from ...judging.formulas import almost, at_most, below, equal, for_all
from ...judging.rules.algebraic import away_from_zero, larger_base, scaled
from ...judging.rules.calculus import rising
from ...judging.rules.order import same_order
from ...judging.rules.sums import (
    added,
    at_least_one,
    constant_body,
    distributed,
    factored,
    larger_factors,
    one_taken_out,
    positive_product,
    powers_of_products,
    relettered,
    summed,
)
from ...judging.tactics import at_zero, decided, flow, for_every, freed, given, rate_rule, rewrite, show, smooth, whole
from ...judging.terms import (
    PASSED,
    Expr,
    exp,
    letter,
    plain,
    product_over,
    rate,
    sign,
    signed_power,
    size,
    start,
    sum_over,
)
from ...judging.theorem import Theorem
from .means import mean
from .size_rate import ALL, POWER, size_rate
from .speed import total_speed

A, B, C = letter("alpha_0"), letter("B"), letter("C")
M = q * (L - 1) / L
STEADY, EVEN = equal(alpha, A), equal(M, 1)
OUTWARD, BOUNDED = almost(at_most(B, -1 * sign(x) * h)), almost(at_most(size(h), C))
NO_ZERO = for_all(i, below(0, size(start(w))))
DECAY = "driven-decay"
N, TOP = sum_over(i, POWER), signed_power(size(x), q - 1)
SOME = below(0, N)


@cache
def named() -> Theorem:
    """prod_j w_j = x."""
    return show("=", ALL, x, (flow("product", 0), -1))


@cache
def sizes_move() -> Theorem:
    """d|w_i|^q/dt = -q <x>^{q-1} h - q alpha_0 |w_i|^q."""
    return rewrite(size_rate(DECAY), named(), given(STEADY))


@cache
def no_zero() -> Theorem:
    """|w_i|^q exp(q alpha t) does not fall, so no weight gets to 0."""
    growth, known, first = exp(q * A * PASSED), smooth(POWER, whole(DECAY, 0)), freed(given(NO_ZERO))
    kept = POWER * growth
    drive = -1 * q * growth * signed_power(x, q - 1) * h
    moves = show("=", rate(kept), drive, (rate_rule(kept, known), 1), (sizes_move(), growth))
    outward = show("<=", 0, drive, (given(OUTWARD), q * growth * sign(x) * signed_power(x, q - 1)))
    rises = show("<=", 0, rate(kept), (moves, -1), (outward, 1))
    later = rewrite(rising(smooth(kept, whole(DECAY, 0)), rises), at_zero(kept))
    low = Expr(later.conclusion[1][1])
    some = away_from_zero(first, stated=("<", plain(0), low.term))
    power = show("<", 0, POWER, (later, 1 / growth), (some, 1 / growth))
    return show("<", 0, size(w), (power, sign(w) * signed_power(w, 1 - q) + 1 - size(sign(w))))


@cache
def no_zero_product(part: Expr) -> Theorem:
    """0 < |prod_j w_j|, over all j or over those other than i."""
    one = size(w_j) ** 1
    product = Expr((*part.term[:-1], one.term))
    factor = freed(for_every(no_zero(), i), i=j.term)
    sizes = powers_of_products(show("<", 0, 1), whole=part.term, head="abs^", r=plain(1))
    positive = positive_product(show("<", 0, one, (factor, 1)), whole=product.term)
    return show("<", 0, size(part), (positive, 1), (sizes, -1))


@cache
def alive() -> Theorem:
    """0 < |x|."""
    return rewrite(no_zero_product(ALL), named())


SCALE = size(x) ** (-1 * q / L)
b, b_j = POWER * SCALE, size(w_j) ** q * SCALE  # with the product 1
TOTAL = sum_over(i, size(X) ** q)


@cache
def unit() -> tuple[Theorem, Theorem]:
    """0 < b_j and prod_j b_j = 1."""
    positive = away_from_zero(no_zero(), alive(), stated=("<", plain(0), b.term))
    powers = powers_of_products(show("<", 0, q), whole=ALL.term, head="abs^", r=q.term)
    sizes = rewrite(show("=", product_over(j, size(w_j) ** q), size(ALL) ** q, (powers, -1)), named())
    apart = distributed(whole=product_over(j, size(w_j) ** q).term, b=SCALE.term)
    scale = away_from_zero(alive(), stated=("<", plain(0), SCALE.term))
    power = constant_body(scale, whole=product_over(j, SCALE).term)
    end = away_from_zero(alive(), stated=("=", (size(x) ** q * SCALE**L).term, plain(1)))
    return freed(for_every(positive, i), i=j.term), rewrite(apart, sizes, power, end)


def harmonic() -> Theorem:
    """L |x|^m <= sum_i prod_{j != i} |w_j|^q = |x|^m sum_i 1/b_i."""
    low = mean(j, b_j, *unit(), side=-1)
    named_i = rewrite(low, relettered(whole=sum_over(j, 1 / b_j).term, j=i.term))
    body = size(w * X) ** M * (1 / (POWER * size(w * X) ** (-1 * q / L)))
    same = away_from_zero(no_zero(), stated=("=", (size(X) ** q).term, body.term))
    out = one_taken_out(i=j.term, j=i.term, body=w_j.term)
    each = rewrite(same, show("=", w * X, ALL, (out, -1)), named())
    apart = factored(i=i.term, factor=(size(x) ** M).term, body=(1 / b).term)
    return show("<=", L * size(x) ** M, TOTAL, (named_i, size(x) ** M), (summed(each, i=i.term), -1), (apart, -1))


@cache
def moving() -> Theorem:
    """x is absolutely continuous."""
    return rewrite(smooth(ALL, whole(DECAY, 0)), named())


def speed() -> Theorem:
    """d|x|/dt = -sign(x) h sum_i prod_{j != i} |w_j|^q - alpha_0 L |x|."""
    lost, pull = -1 * A * ALL, size(X) ** q
    out = one_taken_out(i=j.term, j=i.term, body=w_j.term)
    one = rewrite(flow(DECAY, 1), given(STEADY))
    every = summed(show("=", X * rate(w), -1 * h * pull + lost, (one, X), (out, A)), i=i.term)
    parts = added(i=i.term, a=(-1 * h * pull).term, b=lost.term)
    apart = factored(i=i.term, factor=(-1 * h).term, body=pull.term)
    drain = constant_body(whole=sum_over(i, lost).term)
    pieces = (every, 1), (parts, 1), (apart, 1), (drain, 1), (flow("product", 0), A * L)
    along = total_speed(DECAY, -1 * h * TOTAL - A * L * x, *pieces)
    moves = rate_rule(size(x), moving())
    return show("=", rate(size(x)), -1 * sign(x) * h * TOTAL - A * L * size(x), (moves, 1), (along, sign(x)))


@cache
def grows() -> Theorem:
    """L (B |x|^m - alpha |x|) <= d|x|/dt."""
    least = show("<=", L * B * size(x) ** M, -1 * sign(x) * h * TOTAL, (given(OUTWARD), TOTAL), (harmonic(), B))
    return show("<=", L * (B * size(x) ** M - A * size(x)), rate(size(x)), (speed(), -1), (least, 1))


def largest() -> Theorem:
    """<|x|>^{q-1} <= <N^{L/q}>^{q-1}."""
    each = at_least_one(show("<=", 0, POWER), i=i.term, j=j.term)
    product = larger_factors(show("<=", 0, size(w_j) ** q), each, whole=product_over(j, size(w_j) ** q).term)
    power = constant_body(given(SOME), whole=product_over(j, N).term)
    sizes = powers_of_products(show("<", 0, q), whole=ALL.term, head="abs^", r=q.term)
    order = rewrite(show("<=", size(ALL) ** q, N**L, (sizes, 1), (product, 1), (power, 1)), named())
    root = larger_base(show("<=", 0, size(x) ** q), order, show("<", 0, 1 / q), r=(1 / q).term)
    top = N ** (L / q)
    apart = show("<=", 0, Expr(plain(1)) * (top - size(x)), (root, 1))
    return same_order(apart, decided(at_most(0, q - 1)), a=top.term, b=size(x).term, r=(q - 1).term)


@cache
def shrinks() -> Theorem:
    """dN/dt <= q (L C <|x|>^{q-1} - alpha N)."""
    drive = show("<=", -1 * q * signed_power(x, q - 1) * h, q * C * TOP, (given(BOUNDED), q * TOP))
    each = summed(show("<=", rate(POWER), q * C * TOP + -1 * q * A * POWER, (sizes_move(), 1), (drive, 1)), i=i.term)
    parts = added(i=i.term, a=(q * C * TOP).term, b=(-1 * q * A * POWER).term)
    count = constant_body(whole=sum_over(i, q * C * TOP).term)
    drain = factored(i=i.term, factor=(-1 * q * A).term, body=POWER.term)
    moves = rate_rule(N, smooth(POWER, whole(DECAY, 0)))
    return show("<=", rate(N), q * (L * C * TOP - A * N), (moves, 1), (each, 1), (parts, 1), (count, 1), (drain, 1))


def arithmetic() -> Theorem:
    """L <|x|>^{q-1} <= N where m = 1, that is q - 1 = q/L: the mean of the b_i is at least 1."""
    low = rewrite(mean(j, b_j, *unit(), side=1), relettered(whole=sum_over(j, b_j).term, j=i.term))
    turned, out = summed(show("=", b, SCALE * POWER), i=i.term), factored(i=i.term, factor=SCALE.term, body=POWER.term)
    power = size(x) ** (q / L)
    times = scaled(rewrite(low, turned, out), away_from_zero(alive(), stated=("<", plain(0), power.term)))
    shown = show("<=", L * signed_power(size(x), q / L), N, (times, 1))
    return rewrite(shown, decided(equal(q / L, q - 1), given(EVEN)))
