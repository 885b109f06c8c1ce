"""Theorem 4.3 (S): the saddles of F(w) = f(w_1...w_L) and their order, whatever the weights.

z_i = 1 - |sign w_i| counts the zero weights, Z = sum_i z_i. Where f'(x) != 0, F is critical iff Z >= 2, and along every
line w + eps v from a point with Z >= 1

  (F(w + eps v) - F(w)) / eps^Z -> f'(x) prod_i (w_i + z_i) prod_i (|sign w_i| + z_i v_i)   as eps -> 0:

the product of the other weights times that of the v_i of the zero weights. At Z = 2 this is s v_a v_b, the Hessian
block [[0, s], [s, 0]] with s != 0: a strict saddle. It is odd in the v_a of each zero weight, so F rises and falls.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, below, continuous, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import scaled as times
from ..judging.rules.calculus import limit, slope_limit
from ..judging.rules.logical import apply, both, equivalent, implied, part, with_function
from ..judging.rules.sums import (
    added,
    congruent,
    distributed,
    exponents_added,
    factored,
    one_taken_out,
    positive_product,
    powers_of_products,
    relettered,
    summed,
    zero_factor,
)
from ..judging.tactics import for_every, freed, given, rate_rule, rewrite, show
from ..judging.terms import (
    Expr,
    function,
    index,
    letter,
    of,
    others,
    plain,
    product_over,
    rate,
    sign,
    size,
    slope_of,
    start,
    sum_over,
)
from ..judging.theorem import Theorem

i, j, a = (index(name, "L") for name in "ija")
eps, G, Y = function("eps", "pos"), letter("G"), function("Y", "pos")
SMOOTH, NEAR = ("C1", "f", "real"), formula(("tends", eps.term, plain(0)))


def zero(w: Expr) -> Expr:
    """1 where the weight is 0, else 0."""
    return 1 - size(sign(w))


@dataclass(frozen=True)
class Point:
    """The point whose weight i is w, a letter or a path at its start, and the line w + eps v through it."""

    w: Expr
    v = letter("v", "real", i)

    @property
    def z(self) -> Expr:
        """1 where the weight is 0."""
        return zero(self.w)

    @property
    def zeros(self) -> Expr:
        """How many weights are 0."""
        return sum_over(i, self.z)

    @property
    def line(self) -> Expr:
        """x along the line."""
        return product_over(i, self.w + eps * self.v)

    @property
    def body(self) -> Expr:
        """v_i where the weight is 0, else 1."""
        return size(sign(self.w)) + self.z * self.v

    @property
    def others(self) -> Expr:
        """The product of the weights that are not 0."""
        return product_over(i, self.w + self.z)

    @property
    def moved(self) -> Expr:
        """The product of the v_i of the zero weights."""
        return product_over(i, self.body)

    def scaled(self) -> Theorem:
        """prod_i (w_i + eps v_i) eps^{-Z} is the product of (w_i + z_i) body_i + |sign w_i| eps v_i."""
        factor, fade = self.w + eps * self.v, eps ** (-1 * self.z)
        known = (self.w + self.z) * self.body + size(sign(self.w)) * eps * self.v
        each = congruent(show("=", factor * fade, known), i=i.term, whole=product_over(i, factor * fade).term)
        apart = distributed(whole=self.line.term, b=fade.term)
        power = exponents_added(show("<", 0, eps), i=i.term, base=eps.term, body=(-1 * self.z).term)
        named = rewrite(power, factored(i=i.term, factor=plain(-1), body=self.z.term))
        pieces = (each, 1), (apart, -1), (named, -1 * self.line)
        return show("=", self.line * eps ** (-1 * self.zeros), product_over(i, known), *pieces)

    def expansion(self, some: Theorem) -> Theorem:
        """(f(w + eps v) - f(0)) eps^{-Z} -> f'(0) prod_i (w_i + z_i) prod_i body_i."""
        small = self.scaled()
        product = Expr(small.conclusion[1][2])
        ahead = limit(given(NEAR), a=product.term)
        split = distributed(whole=self.others.term, b=self.body.term)
        pace = rewrite(ahead, split, show("=", product, self.line * eps ** (-1 * self.zeros), (small, -1)))
        positive = show("<", 0, self.zeros, (some, 1))
        gone = limit(given(NEAR), positive, a=(eps**self.zeros * product).term)
        there = rewrite(gone, show("=", eps**self.zeros * product, self.line, (small, -1 * eps**self.zeros)))
        return slope_limit(given(SMOOTH), there, pace, y=(eps ** (-1 * self.zeros)).term)

    def steep(self, slope: Theorem) -> Theorem:
        """0 < |f' prod_i (w_i + z_i)| from |f'| = G."""
        one = size(self.w + self.z) ** 1
        every = positive_product(show("<", 0, one), whole=product_over(i, one).term)
        sizes = powers_of_products(show("<", 0, 1), whole=self.others.term, head="abs^", r=plain(1))
        s = Expr(slope.conclusion[1][1])
        return show("<", 0, size(s * self.others), (every, G), (sizes, -1 * G), (slope, -1 * size(self.others)))


def goal_of(point: Point, slope: Expr, value: Expr, order: Expr) -> tuple[Expr, Expr]:
    """The quotient, and its limit."""
    return (of("f", point.line) - value) * eps**order, slope * point.others * point.moved


w = letter("w", "real", i)
FIXED = Point(w)
SOME = at_most(1, FIXED.zeros)
STEEP_0 = equal(size(slope_of("f", 0)), G)
ORDER_GOAL = goal_of(FIXED, slope_of("f", 0), of("f", 0), -1 * FIXED.zeros)


def derive_order() -> Theorem:
    """The leading term, and that it does not vanish."""
    return both(FIXED.expansion(given(SOME)), FIXED.steep(given(STEEP_0)))


path = function("w", "real", i)
HERE = Point(start(path))
V_j = start(function("w", "real", j))
X_0 = product_over(i, start(path))
SLOPE = slope_of("f", X_0)
STEEP = equal(size(SLOPE), G)
WEIGHTS = for_all(i, continuous(path))
X = product_over(j, function("w", "real", j))
PARTIAL = slope_of("f", X) * others(j, i, function("w", "real", j))  # dF/dw_i
GRADIENT = almost(equal(rate(of("f", X)), sum_over(i, PARTIAL * rate(path))))
REST = others(j, i, V_j)  # the product of the others at the start
CRITICAL = for_all(i, equal(SLOPE * REST, 0))
TWO = at_most(2, HERE.zeros)
STRICT = equal(HERE.zeros, 2)
SECOND = formula(("tends", *map(plain, goal_of(HERE, SLOPE, of("f", X_0), -1 * Expr(plain(2))))))
V_a, v_a = start(function("w", "real", a)), letter("v", "real", a)
STILL, BODY = equal(V_a, 0), HERE.body


def gradient() -> Theorem:
    """dF/dt = sum_i f'(x) prod_{j != i} w_j dw_i/dt along every path: the partial derivatives of F."""
    moves = rate_rule(of("f", X), given(WEIGHTS), given(SMOOTH))
    total = moves.conclusion[1][2]  # f'(x) times the sum
    named = relettered(whole=total[-1], j=i.term)
    inner = others(j, i, function("w", "real", j)) * rate(path)
    apart = factored(i=i.term, factor=slope_of("f", X).term, body=inner.term)
    pieces = (moves, 1), (named, slope_of("f", X)), (apart, -1)
    return show("=", rate(of("f", X)), sum_over(i, PARTIAL * rate(path)), *pieces)


def counted() -> tuple[Theorem, Theorem, Theorem]:
    """The two halves of zero_factor for the product of the others, and the letter of its sum."""
    both_ways = zero_factor(whole=REST.term)
    named = relettered(whole=sum_over(j, zero(V_j)).term, j=i.term)
    return part(both_ways, k=0), part(both_ways, k=1), named


def enough() -> Theorem:
    """Two zero weights: every product of the others holds one."""
    _, vanish, named = counted()
    left = show("<=", 1, sum_over(j, zero(V_j)) - HERE.z, (given(TWO), 1), (named, -1))
    none = show("=", SLOPE * REST, 0, (apply(vanish, left), SLOPE))
    return implied(for_every(none, i), stated=TWO)


def needed() -> Theorem:
    """Every product of the others vanishes: 1 <= Z - z_i for every i, so Z <= sum_i z_i (Z - z_i) = Z^2 - Z."""
    count, _, named = counted()
    Z, z = HERE.zeros, HERE.z
    flat = show(
        "=", size(REST), 0, (freed(given(CRITICAL)), sign(SLOPE * REST) / G), (given(STEEP), -1 * size(REST) / G)
    )
    one = apply(count, show("=", REST, 0, (flat, sign(REST))))
    left = show("<=", 1, Z - z, (one, 1), (named, 1))
    each = summed(show("<=", z, Z * z + -1 * z, (left, z)), i=i.term)
    apart = added(i=i.term, a=(Z * z).term, b=(-1 * z).term)
    pieces = (factored(i=i.term, factor=Z.term, body=z.term), 1), (factored(i=i.term, factor=plain(-1), body=z.term), 1)
    square = show("<=", 0, Z * Z - 2 * Z, (each, 1), (apart, 1), *pieces)
    positive = show("<", 0, Z, (left, 1))
    halves = [show("=", (Y * Y - 2 * Y) * Y**-1, Y - 2), show("<", 0, Y**-1)]
    back, under = (with_function(h, positive, letter=Y.term, a=Z.term) for h in halves)
    two = show("<=", 2, Z, (times(square, under), 1), (back, 1))
    return implied(two, stated=CRITICAL)


def strict() -> Theorem:
    """Z = 2: the second-order term s v_a v_b."""
    some = show("<=", 1, HERE.zeros, (given(STRICT), -1))
    origin = apply(part(zero_factor(whole=X_0.term), k=1), some)
    named = rewrite(HERE.expansion(some), show("=", 0, X_0, (origin, -1)))
    return implied(rewrite(named, given(STRICT)), stated=STRICT)


def odd() -> Theorem:
    """The product of the v_i over the zero weights is v_a times the others, where w_a = 0."""
    out = one_taken_out(i=i.term, j=a.term, body=BODY.term)
    none = Expr(plain(0))
    free = show("=", size(sign(none)) + zero(none) * v_a, v_a)
    one = rewrite(free, show("=", 0, V_a, (given(STILL), -1)))
    shown = show("=", HERE.moved, v_a * others(i, a, BODY), (out, 1), (one, others(i, a, BODY)))
    return for_every(implied(shown, stated=STILL), a)


def derive() -> Theorem:
    """The gradient; critical iff two zeros; the strict saddle."""
    critical = equivalent(needed(), enough())
    return both(gradient(), critical, strict(), odd(), HERE.steep(given(STEEP)))


def witness_order() -> Model:
    """w = (0, 0, 2), v = (1, -3, 5), f = sin: one of the weights is not 0."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {("w", n): Fraction(v) for n, v in enumerate((0, 0, 2), 1)}
    constants |= {("v", n): Fraction(v) for n, v in enumerate((1, -3, 5), 1)}
    constants["G"] = Fraction(1)
    z = sp.Symbol("z")
    return Model(constants, {("eps",): 1 - T}, {"L": 3}, reals={"f": sp.Lambda(z, sp.sin(z))})


def witness() -> Model:
    """The same point as the start of w = (t, -t, 2)."""
    at_point = witness_order()
    functions = {("w", 1): T, ("w", 2): -T, ("w", 3): 2 + 0 * T, **at_point.functions}
    constants = {key: v for key, v in at_point.constants.items() if key[0] != "w"}
    return Model(constants, functions, {"L": 3}, reals=at_point.reals)


SADDLES = derived_claim(
    id="saddles",
    title="Saddles of the reparameterized objective",
    source="Theorem 4.3 (S)",
    matters="Small starts are near such points; how long a flow lingers there is what the methods differ in.",
    formal=Formal(
        (WEIGHTS, SMOOTH, NEAR, STEEP),
        formula(
            (
                "and",
                GRADIENT,
                ("<=>", CRITICAL, TWO),
                ("=>", STRICT, SECOND),
                for_all(a, formula(("=>", STILL, equal(HERE.moved, v_a * others(i, a, BODY))))),
                below(0, size(SLOPE * HERE.others)),
            )
        ),
        derive,
        witness,
    ),
    remark="w(0) is any point: 1 - |sign w_i| is 1 where w_i = 0, and their sum is the number of zero weights. The"
    " paths w(t) show that dF/dw_i = f'(x) prod_{j != i} w_j. The limit is the second-order term of F along the line"
    " w + eps v: with two zero weights a, b it is s v_a v_b, so the Hessian block is [[0, s], [s, 0]], and s != 0 is"
    " the last part: a strict saddle. f is a function of the coordinate x, the others fixed.",
)

ORDER = derived_claim(
    id="saddle-order",
    title="The order of a saddle is its number of zero weights",
    source="Theorem 4.3 (S); asked by the reviewers",
    matters="Deeper networks have flatter saddles: order k means that gradient flow leaves at a polynomial rate.",
    formal=Formal(
        (SMOOTH, NEAR, STEEP_0, SOME),
        formula(("and", ("tends", *map(plain, ORDER_GOAL)), below(0, size(slope_of("f", 0) * FIXED.others)))),
        derive_order,
        witness_order,
    ),
    remark="k = sum_i (1 - |sign w_i|) is the number of zero weights. Along every line F - F(w) is eps^k times what"
    " is said, so all derivatives of lower order vanish, and that of order k, g c prod v_i over the zero weights with c"
    " the product of the others, does not. f of class C^1 is enough. In several coordinates the order is the least over"
    " the coordinates, 2 if another coordinate contributes curvature.",
)

CLAIMS = (SADDLES, ORDER)
