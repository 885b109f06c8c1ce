"""Generic starts: mu(q) = prod_j (|w_j|^q - |w_0|^q) over the other weights, w_0 the unique smallest, decreases in q on
[1, 2] if w log w falls from |w_0| to every |w_j| < 1, so whenever all |w_j| <= 1/e.

With |w_0| = e^{-a}, |w_j| = e^{-b}, 0 < b < a, d = s - q > 0: exp lies strictly above its tangent at -d b, hence
b (1 - e^{-da}) < a (1 - e^{-db}); a e^{-a} <= b e^{-b} with e^{-(q-1)a} <= e^{-(q-1)b} gives a e^{-qa} <= b e^{-qb}.
So e^{-qa} (1 - e^{-da}) < e^{-qb} (1 - e^{-db}): |w_j|^s - |w_0|^s < |w_j|^q - |w_0|^q, in every factor.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from ..judging.claim import derived_claim
from ..judging.flows import q
from ..judging.formal import Formal
from ..judging.formulas import at_most, below, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import scaled, smaller_power
from ..judging.rules.calculus import limit, slope_of_exp
from ..judging.rules.logical import both, implied
from ..judging.rules.order import above_tangent
from ..judging.rules.sums import larger_factors_strictly
from ..judging.tactics import decided, for_every, freed, given, rewrite, show
from ..judging.terms import Expr, exp, function, index, letter, plain, product_over
from ..judging.theorem import Theorem

j = index("j", "r")
s, a, b = letter("s", "q"), letter("a"), letter("b", "pos", j)
w_0, w_j, e = exp(-1 * a), exp(-1 * b), function("eps", "pos")  # the sizes of the weights
STEEPER, SMALLEST = below(q, s), for_all(j, below(b, a))
FALLS = for_all(j, at_most(a * w_0, b * w_j))  # |w_j| log |w_j| <= |w_0| log |w_0|
INSIDE = for_all(j, at_most(1, b))  # |w_j| <= 1/e
d = s - q


SHALLOW, DEEP = exp(-1 * d * b), exp(-1 * d * a)  # (|w_j|)^{s-q}, (|w_0|)^{s-q}


@cache
def apart() -> Theorem:
    """0 < a - b."""
    return show("<", 0, a - b, (freed(given(SMALLEST)), 1))


@cache
def tangents() -> tuple[Theorem, Theorem]:
    """1 + d b < e^{db}, 1 + d (b - a) <= e^{d(b-a)}."""
    return above_tangent(show("<", 0, d * b, (given(STEEPER), b)), x=(d * b).term), above_tangent(x=(d * (b - a)).term)


def concave() -> Theorem:
    """b (1 - e^{-da}) < a (1 - e^{-db})."""
    strict, weak = tangents()
    weight = show("<", 0, (a - b) * SHALLOW, (apart(), SHALLOW))
    return show("<", b - b * DEEP, a - a * SHALLOW, (scaled(strict, weight), 1), (weak, b * SHALLOW))


def factor(near: Theorem) -> Theorem:
    """|w_j|^s - |w_0|^s < |w_j|^q - |w_0|^q from a e^{-a} <= b e^{-b}."""
    strict, _ = tangents()
    fade, deep = exp(-1 * (q - 1) * a), exp(-1 * q * a)
    more = scaled(decided(at_most(0, q - 1)), apart())
    slower = above_tangent(x=((q - 1) * (a - b)).term)
    ordered = show("<=", fade, exp(-1 * (q - 1) * b), (slower, fade), (more, fade))
    levels = show("<=", a * deep, b * exp(-1 * q * b), (near, fade), (ordered, b * w_j))
    left = show("<", 0, 1 - SHALLOW, (strict, SHALLOW), (show("<", 0, d * b, (given(STEEPER), b)), SHALLOW))
    return show("<", w_j**s - w_0**s, w_j**q - w_0**q, (concave(), deep / b), (scaled(levels, left), 1 / b))


def falls(near: Theorem) -> Theorem:
    """The product of such factors: each is at least 0."""
    ahead = show("<", 0, s * (a - b), (apart(), s))
    fade = exp(-1 * s * a)
    at_least = show("<=", 0, w_j**s - w_0**s, (above_tangent(x=(s * (a - b)).term), fade), (ahead, fade))
    return larger_factors_strictly((at_least), factor(near), whole=product_over(j, w_j**s - w_0**s).term)


def inside() -> Theorem:
    """1 <= b < a: b e^{-b} >= b e^{-a} (1 + a - b) = e^{-a} (a + (a - b)(b - 1))."""
    more = scaled(freed(given(INSIDE)), apart())
    tangent = above_tangent(x=(a - b).term)
    return show("<=", a * w_0, b * w_j, (tangent, b * w_0), (more, w_0))


def outside() -> Theorem:
    """b < a < 1: a e^{-a} >= a e^{-b} (1 + b - a) = e^{-b} (b + (1 - a)(a - b))."""
    more = scaled(given(BEYOND), apart())
    tangent = above_tangent(x=(b - a).term)
    shown = show("<", b * w_j, a * w_0, (tangent, a * w_j), (more, w_j))
    return implied(for_every((shown), j), stated=BEYOND)


def at_zero() -> Theorem:
    """w_0 = 0: each power falls, as |w_j| < 1."""
    small = show("<", w_j, 1, (above_tangent(x=b.term), w_j))
    power = smaller_power(show("<", 0, w_j), small, given(STEEPER))
    return larger_factors_strictly(show("<=", 0, w_j**s), power, whole=product_over(j, w_j**s).term)


def slope() -> Theorem:
    """The derivative of |w_j|^q - |w_0|^q at q = 1 is |w_j| log |w_j| - |w_0| log |w_0| = a |w_0| - b |w_j|."""
    parts = []
    for rate, sign in ((b, 1), (a, -1)):
        tends = slope_of_exp(given(NEAR), a=(-1 * rate).term)
        parts.append((tends, Expr(("*", (sign * exp(-1 * rate)).term, tends.conclusion[1]))))
    both_ = Expr(("+", parts[0][1].term, parts[1][1].term))
    goes = limit(parts[0][0], parts[1][0], a=both_.term)
    named = show("=", both_, (w_j ** (1 + e) - w_0 ** (1 + e) - (w_j - w_0)) / e)
    value = show("=", Expr(goes.conclusion[2]), a * w_0 - b * w_j)
    return for_every((rewrite(rewrite(goes, named), value)), j)


NEAR, BEYOND = formula(("tends", e.term, plain(0))), below(a, 1)
MU_s, MU_q = (product_over(j, w_j**steep - w_0**steep) for steep in (s, q))
RISE = ((w_j ** (1 + e) - w_0 ** (1 + e)) - (w_j - w_0)) / e
LOW, HIGH = Expr(plain(Fraction(1, 10))), Expr(plain(Fraction(19, 20)))
FIRST, SECOND = HIGH - LOW, HIGH**2 - LOW**2
PAIR = equal(FIRST, Fraction(17, 20)), equal(SECOND, Fraction(357, 400)), below(FIRST, SECOND)
GOALS = (
    ("=>", FALLS, below(MU_s, MU_q)),
    ("=>", INSIDE, below(MU_s, MU_q)),
    below(product_over(j, w_j**s), product_over(j, w_j**q)),
    for_all(j, formula(("tends", RISE.term, (a * w_0 - b * w_j).term))),
    ("=>", BEYOND, for_all(j, below(b * w_j, a * w_0))),
    *PAIR,
)


def derive() -> Theorem:
    """Inside, the limit case w_0 = 0, the slope at q = 1, outside, and a pair of weights."""
    first = implied(falls(freed(given(FALLS))), stated=FALLS)
    second = implied(falls(inside()), stated=INSIDE)
    numbers = (show(*f) for f in PAIR)
    return both(first, second, at_zero(), slope(), outside(), *numbers)


def witness() -> Model:
    """Sizes e^{-3}, e^{-1}, e^{-2}, q = 1, s = 3/2: all at most 1/e."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {("b", n): Fraction(n) for n in (1, 2)}
    constants |= {"a": Fraction(3), "q": Fraction(1), "s": Fraction(3, 2)}
    return Model(constants, {("eps",): 1 - T}, {"r": 2})


CLAIM = derived_claim(
    id="generic-coercivity",
    title="Coercivity at generic starts, and when a smaller q makes it larger",
    source="beyond the paper; Corollary 4.8 (S) = 4.10 (C) off its measure-zero set; asked by the reviewers",
    matters="The advantage of small q holds on an open set of starts, not on a set of measure 0, and not everywhere.",
    formal=Formal((STEEPER, SMALLEST, NEAR), formula(("and", *GOALS)), derive, witness),
    remark="|w_0| = e^{-a} is the smallest weight in size, |w_j| = e^{-b_j} < 1 are the others: mu(q) ="
    " prod_j (|w_j|^q - |w_0|^q) is the product of the other invariants (claim coercivity), third part: w_0 = 0. Where"
    " w log w does not rise from |w_0| to any |w_j|, in particular where all sizes are at most 1/e, mu falls. The limit"
    " is the slope of a factor in q at q = 1; for sizes between 1/e and 1 it is positive, so 1/e is the largest such"
    " radius, and at L = 2 mu falls on [1, 2] iff |w_1| log |w_1| <= |w_0| log |w_0|. |w| = (1/10, 19/20):"
    " mu(1) = 17/20 < mu(2) = 357/400.",
)

CLAIMS = (CLAIM,)
