"""Any reparameterization x = phi(w_1..w_L) of one coordinate is a steepest mirror flow along its orbit (theory: section
11.8).

d_i phi = D_i along the weights, dw_i/dt = -<D_i>^{q-1} h. On the orbit dW_i/dy = <d_i phi>^{q-1} run with the clock
dy/dt = -h, v_i = W_i(y_t) obeys the same equation; where <d_i phi>^{q-1} is Lipschitz along both, Gronwall's lemma for
sum (w_i - v_i)^2 gives w = v. And dx/dt = sum_i D_i dw_i/dt = sum_i |D_i|^q dy/dt: so with R'' sum_i |D_i|^q = 1 the
rate of y - R'(x) is 0.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, i, q
from ..judging.formal import Formal
from ..judging.formulas import Formula, almost, at_most, continuous, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant, gronwall
from ..judging.rules.logical import both, cut, implied, with_function
from ..judging.rules.order import antisymmetric
from ..judging.rules.sums import added, at_least_one, constant_body, factored, summed
from ..judging.tactics import at_zero, for_every, freed, given, instance, rate_rule, rewrite, show, smooth
from ..judging.terms import (
    Expr,
    function,
    index,
    letter,
    of,
    plain,
    rate,
    sign,
    signed_power,
    size,
    slope_of,
    start,
    sum_over,
)
from ..judging.theorem import Theorem

l = index("l", "L")
w, v, D, E = (function(name, "real", i) for name in ("w", "v", "D", "E"))
h, x, y, K, C = function("h"), function("x"), function("y"), letter("K"), letter("C")
FIELD, ORBIT = signed_power(D, q - 1), signed_power(E, q - 1)
SMOOTH = tuple(for_all(i, continuous(f)) for f in (w, v))
SMOOTH_y, SMOOTH_x = continuous(y), continuous(x)
MOVES = for_all(i, almost(equal(rate(w), -1 * FIELD * h)))
ALONG = for_all(i, almost(equal(rate(v), ORBIT * rate(y))))
CLOCK, BOUNDED = almost(equal(rate(y), -1 * h)), almost(at_most(size(h), C))
SAME = for_all(i, equal(start(w), start(v)))
APART = sum_over(i, (w - v) ** 2)
LIPSCHITZ = for_all(i, at_most((FIELD - ORBIT) ** 2, K**2 * APART))
CHAIN = almost(equal(rate(x), sum_over(i, D * rate(w))))
SPEED = sum_over(i, size(D) ** q)
RATE = -1 * C * (1 + L * K**2)
DUAL = of("R_prime", x)
POTENTIAL: tuple[Formula, ...] = (
    ("C1", "R_prime", "real"),
    equal(of("R_prime", start(x)), start(y)),
    equal(slope_of("R_prime", x) * SPEED, 1),
)
DUAL_LAW: Formula = ("=>", POTENTIAL[0], ("=>", POTENTIAL[1], ("=>", POTENTIAL[2], equal(y, DUAL))))
a, b, z = function("a"), function("b"), function("z")


def square(t: Expr) -> Theorem:
    """0 <= t^2."""
    return with_function(show("<=", 0, z**2), letter=z.term, a=t.term)


def product_bound() -> Theorem:
    """-2 a b h <= C (a^2 + b^2), as |h| (a^2 + b^2) + 2 a b h is a sum of squares with weights |h| + h, |h| - h."""
    half = Fraction(1, 2)
    up, down = (with_function(show("<=", 0, z**2), letter=z.term, a=t.term) for t in (a + b, a - b))
    least = show(
        "<=", -2 * a * b * h, size(h) * (a**2 + b**2), (up, half * (size(h) + h)), (down, half * (size(h) - h))
    )
    return show("<=", -2 * a * b * h, C * (a**2 + b**2), (least, 1), (given(BOUNDED), a**2 + b**2))


@cache
def spreading() -> Theorem:
    """d/dt sum (w_i - v_i)^2 <= C (1 + L K^2) sum (w_i - v_i)^2."""
    moves = rate_rule(APART, *map(given, SMOOTH))
    gap, drift, most = w - v, FIELD - ORBIT, C * K**2 * APART
    own = rewrite(freed(given(ALONG)), given(CLOCK))
    body = Expr(moves.conclusion[1][2][2])
    each = show("=", body, -2 * gap * drift * h, (freed(given(MOVES)), 2 * gap), (own, -2 * gap))
    bound = instance(product_bound(), (a, gap), (b, drift))
    high = show("<=", body, C * gap**2 + most, (each, 1), (bound, 1), (freed(given(LIPSCHITZ)), C))
    parts = added(i=i.term, a=(C * gap**2).term, b=most.term)
    out = factored(i=i.term, factor=C.term, body=(gap**2).term)
    count = constant_body(whole=sum_over(i, most).term)
    pieces = (moves, 1), (summed(high, i=i.term), 1), (parts, 1), (out, 1), (count, 1)
    return show("<=", rate(APART), -1 * RATE * APART, *pieces)


def none() -> Theorem:
    """z^2 <= 0 gives z = 0."""
    small, turn = given(at_most(z**2, 0)), signed_power(z, -1) * sign(z)
    return antisymmetric(show("<=", z, 0, (small, turn)), show("<=", 0, z, (small, turn)))


def together() -> Theorem:
    """sum (w_i - v_i)^2 <= 0 exp(...), so w_i = v_i."""
    gap, first = w - v, start(w) - start(v)
    near = gronwall(smooth(APART, *map(given, SMOOTH)), spreading(), r=RATE.term)
    at_start = summed(show("=", first**2, 0 * C, (freed(given(SAME)), first)), i=i.term)
    zero = factored(i=i.term, factor=plain(0), body=C.term)
    later = rewrite(rewrite(near, at_zero(APART)), at_start, zero)
    one = at_least_one(square(gap), i=i.term, j=i.term)
    small = show("<=", gap**2, 0, (one, 1), (later, 1))
    same = cut(small, with_function(none(), letter=z.term, a=gap.term))
    return for_every(show("=", w, v, (same, 1)), i)


def metric() -> Theorem:
    """D_i dw_i/dt = |D_i|^q dy/dt."""
    moved = size(D) ** q
    each = show("=", D * rate(w), rate(y) * moved, (freed(given(MOVES)), D), (given(CLOCK), -1 * moved))
    out = factored(i=i.term, factor=rate(y).term, body=moved.term)
    return show("=", rate(x), SPEED * rate(y), (given(CHAIN), 1), (summed(each, i=i.term), 1), (out, 1))


def potential() -> Theorem:
    """y - R'(x) has the rate dy/dt - R''(x) dx/dt = 0, and starts at 0."""
    smooth_r, first, curvature = map(given, POTENTIAL)
    known, gap = (given(SMOOTH_y), given(SMOOTH_x), smooth_r), y - DUAL
    pieces = (metric(), -1 * slope_of("R_prime", x)), (curvature, -1 * rate(y))
    still = show("=", rate(gap), 0, (rate_rule(gap, *known), 1), *pieces)
    kept = rewrite(constant(smooth(gap, *known), still), at_zero(gap))
    shown = show("=", y, DUAL, (kept, 1), (first, -1))
    for condition in reversed(POTENTIAL):
        shown = implied(shown, stated=condition)
    return shown


def derive() -> Theorem:
    """The flow runs along the orbit, its metric, and its potential."""
    return both(together(), metric(), potential())


def witness() -> Model:
    """x = w_1 w_2, q = 1, h = -1: w = v = (1 + t, 2 + t), y = 1 + t = R'(x) = (sqrt(1 + 4x) - 1)/2; |h| <= 1, K = 1."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {(name, n): T + n for name in "wv" for n in (1, 2)}
    functions |= {(name, n): T + 3 - n for name in "DE" for n in (1, 2)}
    functions |= {("h",): 0 * T - 1, ("y",): 1 + T, ("x",): (1 + T) * (2 + T)}
    z = sp.Symbol("z")
    odd = sp.Lambda(z, 2 * z / (1 + sp.sqrt(1 + 4 * sp.Abs(z))))  # C^1 on the reals
    constants: dict[str | tuple[str | int, ...], Fraction] = {name: Fraction(1) for name in "qKC"}
    return Model(constants, functions, {"L": 2}, reals={"R_prime": odd})


ORBIT_CLAIM = derived_claim(
    id="separable-reparameterization",
    title="Any reparameterization of a coordinate is a steepest mirror flow along its orbit",
    source="beyond the paper: theory, section 11.8; u^D - v^D: Woodworth et al. 2020",
    matters="How far all of this reaches beyond products of weights.",
    formal=Formal(
        (*SMOOTH, SMOOTH_y, SMOOTH_x, MOVES, ALONG, CLOCK, BOUNDED, SAME, LIPSCHITZ, CHAIN),
        formula(("and", for_all(i, equal(w, v)), almost(equal(rate(x), SPEED * rate(y))), DUAL_LAW)),
        derive,
        witness,
    ),
    remark="x = phi(w_1, ..., w_L) with any phi and any L, D_i = d_i phi(w) and h the drive. v is the orbit: v_i ="
    " W_i(y_t), dW_i/dy = <d_i phi(W)>^{q-1}, from the same start, E_i = d_i phi(v); K is the Lipschitz constant of"
    " <d_i phi>^{q-1} on a set that holds both: it exists where phi is C^{1,1} and no d_i phi vanishes, or q = 2. The"
    " last part is the mirror flow: y = R'(x), dy/dt = -h, for any R' of class C^1 with R'' = 1/sum_i |d_i phi|^q along"
    " the way; there is none where every d_i phi is 0. C^1 of phi is too little:"
    " phi = w_1 + w_2 + |w_1 - w_2|^{3/2}, q = 2, from w_1 = w_2 has two solutions. A zero of d_i phi does no harm"
    " where it is passed transversally, as by the smallest weight of a product; nothing is said of zeros in general.",
)

CLAIMS = (ORBIT_CLAIM,)
