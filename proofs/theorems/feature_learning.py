"""Feature learning as change of the tangent kernel K = 1/R'' (theory: section 14).

From x = 0, w = (0, l, ..., l) to |x| = X: with lambda = l^q, u = lambda v, P(u) = u (u + lambda)^{L-1} = X^q,
  v (1 + v)^{L-1} = (X/l^L)^q,   K(X) = P'(u) = K(0) ((1+v)^{L-1} + (L-1) v (1+v)^{L-2}),   K(0) = l^{q(L-1)},
and at L = 2  (K(X)/K(0))^2 = 1 + 4 (X/l^2)^q. At X = l^L the change is the same for every q.
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import L, q
from ..judging.formal import Formal
from ..judging.formulas import below, equal, formula
from ..judging.models import Model
from ..judging.rules.algebraic import smaller_power
from ..judging.rules.logical import both, implied
from ..judging.tactics import given, rewrite, show
from ..judging.terms import letter
from ..judging.theorem import Theorem

v, s, X = letter("v"), letter("s"), letter("X")  # s: the weights l > 0
LAMBDA = s**q
u = LAMBDA * v
ON = equal(u * (u + LAMBDA) ** (L - 1), X**q)
SLOPE = (u + LAMBDA) ** (L - 1) + (L - 1) * u * (u + LAMBDA) ** (L - 2)
GROWTH = (1 + v) ** (L - 1) + (L - 1) * v * (1 + v) ** (L - 2)
REACH = v * (1 + v) ** (L - 1)
TURN = equal(X, s**L)


def derive_change() -> Theorem:
    """Every power of lambda is taken out."""
    reach = show("=", REACH, (X / s**L) ** q, (given(ON), s ** (-1 * q * L)))
    slope = show("=", SLOPE, s ** (q * (L - 1)) * GROWTH)
    same = rewrite(show("=", REACH, X**q * s ** (-1 * q * L), (given(ON), s ** (-1 * q * L))), given(TURN))
    turn = implied(show("=", REACH, 1, (same, 1)), stated=TURN)
    return both(reach, slope, turn)


def on_orbit() -> Model:
    """q = 1, L = 2, s = 1, v = 1: X = 2."""
    return Model({"q": Fraction(1), "v": Fraction(1), "s": Fraction(1), "X": Fraction(2)}, {}, {"L": 2})


a, r = letter("a"), letter("r", "q")  # a = X/s^2, and a second steepness r > q
STEEPER = below(q, r)
AT_Q = equal(v * (1 + v), a**q)
CHANGE, CHANGE_R = (1 + 2 * v) ** 2, 1 + 4 * a**r  # (K(X)/K(0))^2 at L = 2, for q and for r
NEAR, FAR = below(a, 1), below(1, a)


def derive_two() -> Theorem:
    """(1 + 2v)^2 = 1 + 4 v (1 + v) = 1 + 4 a^q; a^q falls with q where a < 1, (1/a)^q where a > 1."""
    one = show("=", CHANGE, 1 + 4 * a**q, (given(AT_Q), 4))
    falls = smaller_power(show("<", 0, a), given(NEAR), given(STEEPER))
    inverse = 1 / a
    below_one = show("<", inverse, 1, (given(FAR), inverse))
    rises = smaller_power(show("<", 0, inverse), below_one, given(STEEPER))
    near = show("<", CHANGE_R, CHANGE, (falls, 4), (one, -1))
    far = show("<", CHANGE, CHANGE_R, (rises, 4 * a**q * a**r), (one, 1))
    return both(one, implied(near, stated=NEAR), implied(far, stated=FAR))


def two() -> Model:
    """q = 1, v = 1, a = 2, r = 3/2."""
    return Model({"q": Fraction(1), "r": Fraction(3, 2), "v": Fraction(1), "a": Fraction(2)}, {}, {"L": 2})


CLAIMS = (
    derived_claim(
        id="kernel-change",
        title="How much the tangent kernel changes from the saddle to x",
        source="beyond the paper: section 14",
        matters="It makes feature learning a number, and shows where smaller q has more of it and where less.",
        formal=Formal(
            (ON,),
            formula(
                (
                    "and",
                    equal(REACH, (X / s**L) ** q),
                    equal(SLOPE, s ** (q * (L - 1)) * GROWTH),
                    ("=>", TURN, equal(REACH, 1)),
                )
            ),
            derive_change,
            on_orbit,
        ),
        remark="The change grows with v, and v with (X/s^L)^q: it is larger for larger q where X > s^L, smaller where"
        " X < s^L. By this definition `smaller q supports feature learning` is true before X = s^L and false beyond.",
    ),
    derived_claim(
        id="kernel-change-two",
        title="Two layers: smaller q changes the kernel more before X = s^2 and less beyond",
        source="beyond the paper: section 14; a reviewer's question",
        matters="Whether smaller q supports feature learning depends on how far one goes and on the definition.",
        formal=Formal(
            (AT_Q, STEEPER),
            formula(
                (
                    "and",
                    equal(CHANGE, 1 + 4 * a**q),
                    ("=>", NEAR, below(CHANGE_R, CHANGE)),
                    ("=>", FAR, below(CHANGE, CHANGE_R)),
                )
            ),
            derive_two,
            two,
        ),
        remark="The squares of the changes are 1 + 4 (X/s^2)^q for q and for r > q. By another definition, the time"
        " spent near the saddle (claim escape-law), smaller q helps from every small start.",
    ),
)
