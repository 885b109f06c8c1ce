"""The exponents of sparsity (theory: section 12.5), m = q(L-1)/L, 1/p + 1/q = 1, that is (q-1)(p-1) = 1.

late training   R'' ~ |x|^{-m}/L, so gbar is proportional to <xbar>^{(1-m)/(q-1)}: r - 1 = (1-m)(p-1), r = p/L
coupled decay   2/L;     decoupled decay: drift 2 - m, rest 1 + (1-m)(p-1) = p/L

The margin problem is convex (r >= 1) iff m <= 1, that is iff R' is onto. p/L - (2 - m) = (1-m)(2-q)(p-1), so the sign
of 1 - m orders the margin and the drift; coupled decay has the smallest exponent; at q = 2 all are 2/L.
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import L, q
from ..judging.formal import Formal
from ..judging.formulas import Formula, at_most, below, equal, formula
from ..judging.models import Model
from ..judging.rules.algebraic import scaled
from ..judging.rules.logical import both, equivalent, implied
from ..judging.tactics import decided, given, show
from ..judging.terms import Expr, letter
from ..judging.theorem import Theorem

p = letter("p")
CONJUGATE = equal(q + p, q * p)
STEEP, FINITE, FLAT = below(1, q), below(1, p), below(q, 2)
m = q * (L - 1) / L
MARGIN, COUPLED, DRIFT = p / L, 2 / L, 2 - m
BEND = 1 - 1 / L  # MARGIN - 1 = (1-m)(p-1) + BEND (q p - q - p)

CONVEX, ONTO, DEEP = at_most(1, MARGIN), at_most(m, 1), at_most(L, p)
EXPONENT: tuple[Formula, ...] = (
    equal(MARGIN - 1, (1 - m) * (p - 1)),
    formula(("<=>", CONVEX, ONTO)),
    formula(("<=>", CONVEX, DEEP)),
)
ORDER: tuple[Formula, ...] = (
    formula(("=>", below(m, 1), below(DRIFT, MARGIN))),
    formula(("=>", equal(m, 1), equal(DRIFT, MARGIN))),
    formula(("=>", below(1, m), below(MARGIN, DRIFT))),
    below(COUPLED, DRIFT),
    below(COUPLED, MARGIN),
)


def positive(f: Formula, a: Expr) -> Theorem:
    """0 < a from b < c with a = c - b."""
    return show("<", 0, a, (given(f), 1))


def derive_exponent() -> Theorem:
    """Multiplied by q - 1, or by its inverse p - 1."""
    pair = given(CONJUGATE)
    bend = show("=", MARGIN - 1, (1 - m) * (p - 1), (pair, 1 / L - 1))
    up = scaled(given(CONVEX), positive(STEEP, q - 1))
    down = scaled(given(ONTO), positive(FINITE, p - 1))
    onto = implied(show("<=", m, 1, (up, 1), (pair, -1 / L)), stated=CONVEX)
    convex = implied(show("<=", 1, MARGIN, (down, 1), (pair, BEND)), stated=ONTO)
    deep = implied(show("<=", L, p, (given(CONVEX), L)), stated=CONVEX)
    shallow = implied(show("<=", 1, MARGIN, (given(DEEP), 1 / L)), stated=DEEP)
    return both(bend, equivalent(onto, convex), equivalent(deep, shallow))


def derive_order() -> Theorem:
    """p/L - (2 - m) = (1-m)(2-q)(p-1)."""
    pair, rest = given(CONJUGATE), BEND + 1 - m
    weight = (2 - q) * (p - 1)
    both_positive = scaled(given(FLAT), positive(FINITE, p - 1))
    sign = show("<", 0, weight, (both_positive, 1))
    over, at, under = below(m, 1), equal(m, 1), below(1, m)
    late = show("<", DRIFT, MARGIN, (scaled(given(over), sign), 1), (pair, rest))
    even = show("=", DRIFT, MARGIN, (given(at), weight), (pair, rest))
    early = show("<", MARGIN, DRIFT, (scaled(given(under), sign), 1), (pair, -1 * rest))
    layers = scaled(given(FLAT), show("<", 0, L - 1, (decided(below(1, L)), 1)))
    return both(
        implied(late, stated=over),
        implied(even, stated=at),
        implied(early, stated=under),
        show("<", COUPLED, DRIFT, (layers, 1 / L)),
        show("<", COUPLED, MARGIN, (sign, 1 / L), (pair, 1 / L)),
    )


def witness() -> Model:
    """q = 5/4, p = 5, L = 2."""
    return Model({"q": Fraction(5, 4), "p": Fraction(5)}, {}, {"L": 2})


CLAIMS = (
    derived_claim(
        id="margin-exponent",
        title="The exponent of the margin, and where its problem is convex",
        source="beyond the paper: sections 12.1, 12.2",
        matters="Which classifier late training prefers, and when that preference has a unique answer.",
        formal=Formal((CONJUGATE, STEEP, FINITE), formula(("and", *EXPONENT)), derive_exponent, witness),
        remark="That late training goes to stationary points of this margin is claim"
        " margin-stationary. At q = 1 r is infinite at every depth.",
    ),
    derived_claim(
        id="sparsity-order",
        title="Late training, coupled and decoupled decay measure sparsity by three exponents",
        source="beyond the paper: section 12.5",
        matters="Table 1 speaks of the drift under decay: what is preferred late, or at rest, is another norm.",
        formal=Formal((CONJUGATE, FINITE, FLAT), formula(("and", *ORDER)), derive_order, witness),
        remark="2 - m is the drift along the flow; a rest point of decoupled decay has the exponent p/L.",
    ),
)
