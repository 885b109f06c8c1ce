"""Conservation laws beyond products (theory: section 15), along the flow of the weights, for any drive h.

law-squares    x = u^2 - v^2: du/dt = -<2u>^{q-1} h, dv/dt = <2v>^{q-1} h keep u^{2-q} + v^{2-q}
law-neuron     x_k = v a_k at q = 2 keeps v^2 - sum_k a_k^2, however many inputs
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import k, q
from ..judging.formal import Formal
from ..judging.formulas import almost, continuous, equal, for_all
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.sums import factored, summed
from ..judging.tactics import at_zero, freed, given, rate_rule, rewrite, show, smooth
from ..judging.terms import function, plain, rate, start, sum_over
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


CLAIMS = (
    derived_claim(
        id="law-squares",
        title="What u^2 - v^2 conserves at every q",
        source="beyond the paper: section 15",
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
        formal=Formal(
            (*SMOOTH, OUTER, INNER),
            equal(NEURON, start(c) ** 2 - sum_over(k, start(a) ** 2)),
            derive_neuron,
            neuron,
        ),
        remark="x_k = c a_k, q = 2. For q < 2 and two inputs or more nothing is conserved: the columns of the Jacobian"
        " are pairwise not parallel (`conserved`).",
    ),
)
