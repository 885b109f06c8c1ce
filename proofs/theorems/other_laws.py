"""Conservation laws beyond products (theory: section 15), along the flow of the weights, for any drive h.

law-squares    x = u^2 - v^2: du/dt = -<2u>^{q-1} h, dv/dt = <2v>^{q-1} h keep u^{2-q} + v^{2-q}
law-neuron     x_k = c a_k at q = 2 keeps c^2 - sum_k a_k^2, however many inputs
law-matrices   x = U V at q = 2 keeps U^T U - V V^T, entry by entry: u, u2 two columns of U, v, v2 the same rows of V
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import i, k, q
from ..judging.formal import Formal
from ..judging.formulas import almost, continuous, equal, for_all
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.sums import added, congruent, exchanged, factored, summed
from ..judging.tactics import at_zero, freed, given, rate_rule, rewrite, show, smooth
from ..judging.terms import Expr, function, plain, rate, start, sum_over
from ..judging.theorem import Theorem

u, v, h = function("u", "pos"), function("v", "pos"), function("h")
DOWN = almost(equal(rate(u), -1 * (2 * u) ** (q - 1) * h))
UP = almost(equal(rate(v), (2 * v) ** (q - 1) * h))
POWERS = u ** (2 - q) + v ** (2 - q)


def derive_squares() -> Theorem:
    """d u^{2-q}/dt = -(2-q) 2^{q-1} h, and the opposite for v."""
    known = (given(continuous(u)), given(continuous(v)))
    still = show(
        "=",
        rate(POWERS),
        0,
        (rate_rule(POWERS, *known), 1),
        (given(DOWN), (2 - q) * u ** (1 - q)),
        (given(UP), (2 - q) * v ** (1 - q)),
    )
    return rewrite(constant(smooth(POWERS, *known), still), at_zero(POWERS))


def squares() -> Model:
    """q = 3/2, h = -sqrt 2: u = (1 + t)^2, v = (3 - t)^2, du/dt = 2 u^{1/2}, dv/dt = -2 v^{1/2}."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {
        ("u",): (1 + T) ** 2,
        ("v",): (3 - T) ** 2,
        ("h",): 0 * T - sp.sqrt(2),
    }
    return Model({"q": Fraction(3, 2)}, functions, {"L": 2})


c, a, b = function("c"), function("a", "real", k), function("b", "real", k)  # x_k = c a_k, drives b_k
SMOOTH = continuous(c), for_all(k, continuous(a))
OUTER = almost(equal(rate(c), -1 * sum_over(k, a * b)))
INNER = for_all(k, almost(equal(rate(a), -1 * c * b)))
NEURON = c**2 - sum_over(k, a**2)


def derive_neuron() -> Theorem:
    """2 c dc/dt = -2 c sum_k a_k b_k = sum_k 2 a_k da_k/dt."""
    known = tuple(map(given, SMOOTH))
    moves = rate_rule(sum_over(k, a**2), known[1])
    body = moves.conclusion[1][2][2]
    each = show("=", body, -2 * c * (a * b), (freed(given(INNER)), 2 * a))
    inner = rewrite(summed(each, i=k.term), factored(i=k.term, factor=plain(-2 * c), body=(a * b).term))
    still = show("=", rate(NEURON), 0, (rate_rule(NEURON, *known), 1), (inner, -1), (given(OUTER), 2 * c))
    return rewrite(constant(smooth(NEURON, *known), still), at_zero(NEURON))


def neuron() -> Model:
    """b = -1, c = a = exp(t)."""
    growth = sp.exp(T)
    return Model({}, {("c",): growth, ("a", 1): growth, ("b", 1): 0 * T - 1}, {"n": 1, "L": 2})


e, e2 = function("u", "real", k), function("u2", "real", k)  # two columns of U
d, d2 = function("v", "real", i), function("v2", "real", i)  # the same two rows of V
G = function("G", "real", k, i)  # the gradient in x = U V
ROWS = for_all(k, continuous(e)), for_all(k, continuous(e2)), for_all(i, continuous(d)), for_all(i, continuous(d2))
COLUMN = for_all(k, almost(equal(rate(e), -1 * sum_over(i, G * d))))
COLUMN2 = for_all(k, almost(equal(rate(e2), -1 * sum_over(i, G * d2))))
ROW = for_all(i, almost(equal(rate(d), -1 * sum_over(k, G * e))))
ROW2 = for_all(i, almost(equal(rate(d2), -1 * sum_over(k, G * e2))))
INSIDE, OUTSIDE = sum_over(k, e * e2), sum_over(i, d * d2)
ENTRY = INSIDE - OUTSIDE


def shared(whole: Expr, n: Expr, other: Expr, rates: tuple[Theorem, ...], pairs: tuple[Expr, ...]) -> Theorem:
    """sum_n (a b)' = -sum_n sum_other (b G c + a G c'), with a' = -sum G c and b' = -sum G c', for the sum of a b."""
    first, second, a_other, b_other = pairs
    moves = rate_rule(whole, *map(given, ROWS))
    body = moves.conclusion[1][2][2]
    one, two = second * G * a_other, first * G * b_other
    parts = (
        (factored(i=other.term, factor=second.term, body=(G * a_other).term), 1),
        (factored(i=other.term, factor=first.term, body=(G * b_other).term), 1),
        (added(i=other.term, a=one.term, b=two.term), 1),
    )
    inner = sum_over(other, one + two)
    each = show("=", body, -1 * inner, (rates[0], second), (rates[1], first), *parts)
    return rewrite(summed(each, i=n.term), factored(i=n.term, factor=plain(-1), body=inner.term))


def derive_matrices() -> Theorem:
    """Both sums change by the same double sum."""
    inside = shared(INSIDE, k, i, (freed(given(COLUMN)), freed(given(COLUMN2))), (e, e2, d, d2))
    outside = shared(OUTSIDE, i, k, (freed(given(ROW)), freed(given(ROW2))), (d, d2, e, e2))
    here, there = e2 * G * d + e * G * d2, d2 * G * e + d * G * e2
    same = congruent(show("=", there, here), i=k.term, whole=sum_over(k, there).term)
    double = congruent(same, i=i.term, whole=sum_over(i, sum_over(k, there)).term)
    swapped = exchanged(i=k.term, j=i.term, body=here.term)
    known = tuple(map(given, ROWS))
    still = show(
        "=",
        rate(ENTRY),
        0,
        (rate_rule(ENTRY, *known), 1),
        (inside, 1),
        (outside, -1),
        (double, 1),
        (swapped, -1),
    )
    return rewrite(constant(smooth(ENTRY, *known), still), at_zero(ENTRY))


def matrices() -> Model:
    """One row and one column, G = -1: u = v = exp(t), u2 = v2 = 2 exp(t)."""
    growth = sp.exp(T)
    functions = {("u", 1): growth, ("u2", 1): 2 * growth, ("G", 1, 1): 0 * T - 1, ("G", 1, 2): 0 * T}
    functions |= {("v", 1): growth, ("v2", 1): 2 * growth, ("v", 2): 0 * T, ("v2", 2): 0 * T}
    return Model({}, functions, {"n": 1, "L": 2})


CLAIMS = (
    derived_claim(
        id="law-squares",
        title="What u^2 - v^2 conserves at every q",
        source="beyond the paper: section 15",
        matters="The other common reparameterization keeps a quantity too, at every q.",
        formal=Formal(
            (continuous(u), continuous(v), DOWN, UP),
            equal(POWERS, start(u) ** (2 - q) + start(v) ** (2 - q)),
            derive_squares,
            squares,
        ),
        remark="Stated for u, v > 0. At q = 2 it says nothing (1 + 1 = 2); there u v is conserved.",
    ),
    derived_claim(
        id="law-neuron",
        title="What one hidden neuron conserves under gradient flow",
        source="beyond the paper: section 15; Marcotte, Gribonval, Peyre 2023",
        matters="Where weights are shared between coordinates less is conserved, and below q = 2 nothing.",
        formal=Formal(
            (*SMOOTH, OUTER, INNER),
            equal(NEURON, start(c) ** 2 - sum_over(k, start(a) ** 2)),
            derive_neuron,
            neuron,
        ),
        remark="x_k = c a_k, q = 2. For q < 2 and two inputs or more nothing is conserved: the columns of the Jacobian"
        " are pairwise not parallel (`conserved`).",
    ),
    derived_claim(
        id="law-matrices",
        title="What a product of two matrices conserves under gradient flow",
        source="beyond the paper: section 15; Marcotte, Gribonval, Peyre 2023; attention's K^T Q is one",
        matters="The balance of two matrix layers, and of key and query: a product, not a diagonal, at q = 2 only.",
        formal=Formal(
            (*ROWS, COLUMN, COLUMN2, ROW, ROW2),
            equal(ENTRY, sum_over(k, start(e) * start(e2)) - sum_over(i, start(d) * start(d2))),
            derive_matrices,
            matrices,
        ),
        remark="The entries of U^T U - V V^T (u2 = u, v2 = v on the diagonal), any sizes, q = 2. For q < 2 nothing is"
        " conserved once both outer sizes are 2 or more (`conserved --network`).",
    ),
)
