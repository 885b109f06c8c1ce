"""Theorem 4.14 (S), coupled decay on the balanced manifold: the steepest flow of f + alpha M, M'(x) = x^{2/L-1}.

All weights of coordinate k equal r_k > 0: x = r^L, the product of the others is r^{L-1}, so the pull on each weight is
g r^{L-1} + alpha r = r^{L-1} (g + alpha r^{2-L}), and r^{2-L} = x^{2/L-1} is the derivative of (L/2) x^{2/L}.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, X, alpha, g, i, j, k, q, w, w_j, x
from ..judging.formal import Formal
from ..judging.formulas import almost, continuous, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.logical import both, with_function
from ..judging.rules.sums import congruent, constant_body
from ..judging.tactics import flow, for_every, freed, given, rate_rule, rewrite, show
from ..judging.terms import Expr, function, others, plain, product_over, rate, signed_power
from ..judging.theorem import Theorem

r, G, z = function("r", "pos", k), function("G", "real"), function("z", "pos")
BALANCED = for_all(k, for_all(i, equal(w, r)))
SLOPE = x ** (2 / L - 1)  # M'(x)
REST = r ** (L - 1)
FACTORS = signed_power(X, q - 1) * signed_power(g + alpha * SLOPE, q - 1)
PULL = Expr(("*", plain(-1), FACTORS.term))
PENALTY = L / 2 * z ** (2 / L)


def derive() -> Theorem:
    """The pull on a weight, factored; and the derivative of M along any path z."""
    level, rest = freed(given(BALANCED)), others_are_powers()
    pull = show("=", g * X + alpha * w, REST * (g + alpha * r ** (2 - L)), (rest, g), (level, alpha))
    moved = rewrite(flow("coupled", 1), pull)
    apart = show("=", signed_power(REST * G, q - 1), signed_power(REST, q - 1) * signed_power(G, q - 1))
    factors = with_function(apart, letter=G.term, a=(g + alpha * r ** (2 - L)).term)
    named = show("=", r ** (2 - L), SLOPE, (slope(), -1))
    law = rewrite(moved, factors, show("=", REST, X, (rest, -1)), named)
    penalty = show("=", rate(PENALTY), z ** (2 / L - 1) * rate(z), (rate_rule(PENALTY, given(continuous(z))), 1))
    return both(for_every(law, k, i), penalty)


def others_are_powers() -> Theorem:
    """prod_{j != i} w_kj = r_k^{L-1}."""
    same = congruent(freed(given(BALANCED), i=j.term), i=j.term, whole=X.term)
    return show("=", X, REST, (same, 1), (constant_body(show("<", 0, r), whole=others(j, i, r).term), 1))


def slope() -> Theorem:
    """x_k^{2/L-1} = r_k^{2-L}."""
    everything = product_over(j, w_j)
    same = congruent(freed(given(BALANCED), i=j.term), i=j.term, whole=everything.term)
    power = constant_body(show("<", 0, r), whole=product_over(j, r).term)
    size = show("=", r**L, x, (flow("product", 0), -1), (same, -1), (power, -1))
    return rewrite(show("=", (r**L) ** (2 / L - 1), r ** (2 - L)), size)


def witness() -> Model:
    """q = 1, L = 2, g = -2, alpha = 1: w = (1 + t, 1 + t) on [0, 1), where the pull -2 w + w is negative."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {("w", 1, n): 1 + T for n in (1, 2)}
    functions |= {("r", 1): 1 + T, ("x", 1): (1 + T) ** 2, ("g", 1): 0 * T - 2, ("alpha",): 0 * T + 1, ("z",): 1 + T}
    return Model({"q": Fraction(1)}, functions, {"n": 1, "L": 2})


CLAIM = derived_claim(
    id="regularizer-coupled",
    title="The regularizer of coupled weight decay",
    source="Theorem 4.14 (S), coupled",
    matters="With coupled decay the induced norm does not depend on q.",
    formal=Formal(
        (("flow", "coupled"), ("flow", "product"), BALANCED, continuous(z)),
        formula(
            (
                "and",
                for_all(k, for_all(i, almost(equal(rate(w), PULL)))),
                almost(equal(rate(PENALTY), z ** (2 / L - 1) * rate(z))),
            )
        ),
        derive,
        witness,
    ),
    remark="M' is infinite at 0 for L >= 3 and has a kink there for L = 2.",
)

CLAIMS = (CLAIM,)
