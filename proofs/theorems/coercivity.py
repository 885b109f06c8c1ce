"""Corollary 4.8 S (4.10 C), coercivity: 1/R'' = P'(u) >= mu = prod_{j != s} Lambda_j, P(u) = prod_j (u + Lambda_j).

P'(u) = sum_i prod_{j != i} (u + Lambda_j) is at least its term i = s, and that grows in u. At w_s = 0 and w_j = l for
the others mu = l^{q(L-1)}: smaller q gives a larger mu where l < 1, and a smaller one where l > 1.
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import L, i, j, q
from ..judging.formal import Formal
from ..judging.formulas import at_most, below, equal, for_all, formula
from ..judging.models import Model
from ..judging.rules.algebraic import scaled, smaller_power
from ..judging.rules.logical import both
from ..judging.rules.sums import at_least_one, constant_body, larger_factors
from ..judging.tactics import decided, for_every, given, show
from ..judging.terms import index, letter, others, sum_over
from ..judging.theorem import Theorem

u, l, s = letter("u", "nonneg"), letter("l"), index("s", "L")
Lambda = letter("Lambda", "nonneg", j)
TERM = others(j, i, u + Lambda)
SLOPE = sum_over(i, TERM)  # P'(u)
MU = others(j, s, Lambda)
r = letter("r", "q")
SMALL, STEEPER = below(l, 1), below(q, r)
AT_Q, AT_R = others(j, s, l**q), others(j, s, l**r)


def derive() -> Theorem:
    """One term of the sum, with smaller factors; and its value where they are all equal."""
    one = at_least_one(show("<=", 0, TERM), i=i.term, j=s.term)
    smaller = larger_factors(show("<=", 0, Lambda), show("<=", Lambda, u + Lambda), whole=MU.term)
    bound = show("<=", MU, SLOPE, (smaller, 1), (one, 1))
    at_start = show("=", AT_Q, l ** (q * (L - 1)), (value(q), 1))
    return both(for_every(bound, s), for_every(at_start, s))


def same_factors(steep: object) -> Theorem:
    """prod_{j != s} l^q = (l^q)^{L-1}."""
    body = l**steep
    return constant_body(show("<", 0, body), whole=others(j, s, body).term)


def value(steep: object) -> Theorem:
    """prod_{j != s} l^q = l^{q(L-1)}."""
    return show("=", others(j, s, l**steep), l ** (steep * (L - 1)), (same_factors(steep), 1))


def derive_decreasing() -> Theorem:
    """q(L-1) < r(L-1) and 0 < l < 1."""
    depth = show("<", 0, L - 1, (decided(below(1, L)), 1))
    exponents = scaled(given(STEEPER), depth)
    falls = smaller_power(show("<", 0, l), given(SMALL), exponents)
    return for_every(show("<", AT_R, AT_Q, (falls, 1), (same_factors(q), -1), (same_factors(r), 1)), s)


def witness() -> Model:
    """Lambda = (0, 1/2, 2), u = 1/3; l = 1/2, q = 1, r = 3/2."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {("Lambda", n): Fraction(n - 1, 2) for n in (1, 2, 3)}
    constants |= {"u": Fraction(1, 3), "l": Fraction(1, 2), "q": Fraction(1), "r": Fraction(3, 2)}
    return Model(constants, {}, {"L": 3})


COERCIVITY = derived_claim(
    id="coercivity",
    title="Coercivity of the inverse metric",
    source="Corollary 4.8 (S) = 4.10 (C)",
    matters="The distance from the saddle, measured in the metric: it is what makes the rates above non-trivial.",
    formal=Formal(
        (),
        formula(("and", for_all(s, at_most(MU, SLOPE)), for_all(s, equal(AT_Q, l ** (q * (L - 1)))))),
        derive,
        witness,
    ),
    remark="It says something where only one invariant is 0, that of s: with two, mu = 0.",
)

DECREASING = derived_claim(
    id="coercivity-decreasing",
    title="Smaller q gives a larger coercivity constant for weights below 1",
    source="Corollary 4.8 (S) = 4.10 (C), with its missing hypothesis",
    matters="For small weights the advantage of steeper methods is real and has a proof.",
    formal=Formal((SMALL, STEEPER), for_all(s, below(AT_R, AT_Q)), derive_decreasing, witness),
    remark="mu = prod_{j != s} l^q is the constant at w_s = 0, w_j = l (claim coercivity).",
)

CLAIMS = (COERCIVITY, DECREASING)
