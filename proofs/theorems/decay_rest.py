"""Where decoupled decay rests (theory: section 12.5), balanced, x > 0: the pull of f is alpha M'(x) = alpha x^{1-m}.

q > 1: g^{q-1} = alpha x^{1-m} means g = alpha^{p-1} x^{p/L-1}: f + alpha^{p-1} sum |x_k|^{p/L}/(p/L) is stationary, as
(q-1)(p-1) = 1 and (1-m)(p-1) = p/L - 1. q = 1: a drive |s| <= 1 with alpha x^{1/L} = |s| means x <= alpha^{-L}, a box.
So the exponent at rest is p/L and not 2 - m, that of the drift M, save at q = 2 or m = 1.
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import L, q
from ..judging.formal import Formal
from ..judging.formulas import at_most, equal
from ..judging.models import Model
from ..judging.rules.algebraic import larger_base
from ..judging.tactics import given, rewrite, show
from ..judging.terms import letter
from ..judging.theorem import Theorem
from .margin import CONJUGATE, m, p

g, x, strength = letter("g"), letter("x"), letter("alpha")
PULL = strength * x ** (1 - m)
REST = equal(g ** (q - 1), PULL)
AT_REST = strength ** (p - 1) * x ** (p / L - 1)
ONE = (q - 1) * (p - 1)


def derive_rest() -> Theorem:
    """To the power p - 1."""
    pair = given(CONJUGATE)
    exponent = show("=", ONE, 1, (pair, -1))
    bend = show("=", (1 - m) * (p - 1), p / L - 1, (pair, 1 - 1 / L))
    left = rewrite(show("=", (g ** (q - 1)) ** (p - 1), g**ONE), exponent, given(REST))
    right = rewrite(show("=", PULL ** (p - 1), strength ** (p - 1) * x ** ((1 - m) * (p - 1))), bend)
    return show("=", g, AT_REST, (left, -1), (right, 1))


SIGN = equal(q, 1)
BOUNDED = at_most(strength * x ** (1 - m), 1)


def derive_box() -> Theorem:
    """To the power L."""
    bounded = rewrite(given(BOUNDED), given(SIGN))
    size = strength * x ** (1 - 1 * (L - 1) / L)
    power = larger_base(show("<=", 0, size), bounded, show("<", 0, L), r=L.term)
    return show("<=", x, strength ** (-1 * L), (power, strength ** (-1 * L)))


def at_rest() -> Model:
    """q = 2, p = 2, L = 2 (m = 1): g = alpha."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        "q": Fraction(2),
        "p": Fraction(2),
        "g": Fraction(1, 3),
        "alpha": Fraction(1, 3),
        "x": Fraction(5),
    }
    return Model(constants, {}, {"L": 2})


def in_box() -> Model:
    """q = 1, L = 2, alpha = 1/2, x = 4."""
    return Model({"q": Fraction(1), "alpha": Fraction(1, 2), "x": Fraction(4)}, {}, {"L": 2})


CLAIMS = (
    derived_claim(
        id="decay-rest",
        title="The norm at a rest point of decoupled decay has the exponent p/L",
        source="beyond the paper: section 12.5; what Table 1 (C) does not say",
        matters="What AdamW-like decay minimises in the end is not what Table 1 lists as its drift.",
        formal=Formal((CONJUGATE, REST), equal(g, AT_REST), derive_rest, at_rest),
        remark="g is the size of a gradient component that balances the decay. Table 1's decoupled column is the drift"
        " M, not what is minimised at rest, except at q = 2 or m = 1.",
    ),
    derived_claim(
        id="decay-rest-box",
        title="At q = 1 decoupled decay confines x to a box",
        source="beyond the paper: section 12.5; Xie and Li 2024 for AdamW",
        matters="Sign descent with decoupled decay is optimisation in a box, whose side depends on the depth.",
        formal=Formal((SIGN, BOUNDED), at_most(x, strength ** (-1 * L)), derive_box, in_box),
    ),
)
