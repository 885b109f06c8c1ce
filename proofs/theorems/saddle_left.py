"""The saddle w = 0 is left at any time where m < 1 (theory: section 16.5): solutions are not unique.

L zero weights of one size u under a constant outward gradient: du/dt = G u^s, s = (L-1)(q-1), and m < 1 iff s < 1. For
s = 1/2, which is some q > 1 at every depth, and any time tau

  u = (G z_+/2)^2,  z = t - tau,  z_+ = (z + |z|)/2:   du/dt = G^2 z_+/2 = G u^{1/2},

0 until tau and positive after it. At any other s < 1 it is ((1-s) G z_+)^{1/(1-s)}.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, q
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, continuous, equal, formula
from ..judging.models import Model, T
from ..judging.rules.logical import both
from ..judging.tactics import at_zero, given, rate_rule, rewrite, show, smooth
from ..judging.terms import PASSED, function, letter, rate, sign, size, start
from ..judging.theorem import Theorem

G, tau, z = letter("G"), letter("tau", "nonneg"), function("z", "real")
s = (L - 1) * (q - 1)
HALF, SINCE = equal(Fraction(1, 2), s), equal(PASSED - tau, z)
LATE = z + size(z)  # 2 z_+
U = (G * LATE / 4) ** 2
SOLVES = almost(equal(rate(U), G * U**s))
REST, LEAVES = equal(U * (size(z) - z), 0), at_most(G**2 * z * size(z) / 4, U)


def derive() -> Theorem:
    """Its start, its rate, that it is 0 where z < 0, and at least (G z/2)^2 where z > 0."""
    since = given(SINCE)
    line, one = rewrite(smooth(PASSED - tau), since), rewrite(rate_rule(PASSED - tau), since)
    turns = G**2 * LATE * (1 + sign(z)) / 8
    moves = show("=", rate(U), G * U ** Fraction(1, 2), (rate_rule(U, line), 1), (one, turns))
    first = rewrite(at_zero(U), rewrite(at_zero(PASSED - tau), since))
    still = show("=", start(U), 0, (first, 1))
    return both(
        smooth(U, line), still, rewrite(moves, given(HALF)), show("=", *REST[1][1:]), show("<=", *LEAVES[1][1:])
    )


def witness() -> Model:
    """L = 2, q = 3/2, G = 1, tau = 1/3."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        "q": Fraction(3, 2),
        "G": Fraction(1),
        "tau": Fraction(1, 3),
    }
    return Model(constants, {("z",): T - sp.Rational(1, 3)}, {"L": 2})


CLAIMS = (
    derived_claim(
        id="saddle-left",
        title="From w = 0 weights may leave at any time where m < 1: the solution is not unique",
        source="beyond the paper: section 16.5",
        matters="Where m < 1 a start at w = 0 needs a convention: the flow alone does not say when it leaves.",
        formal=Formal(
            (HALF, SINCE),
            formula(("and", continuous(U), equal(start(U), 0), SOLVES, REST, LEAVES)),
            derive,
            witness,
        ),
        remark="z = t - tau, and (G (z + |z|)/4)^2, 0 until tau and (G z/2)^2 after it, is the common size of L zero"
        " weights that leave at the time tau: one solution for each tau >= 0, at every depth, for the q with"
        " (L-1)(q-1) = 1/2, which has m < 1. At any other s = (L-1)(q-1) < 1 it is ((1-s) G z)^{1/(1-s)}; for k0 zero"
        " weights read k0 for L. Where m >= 1 none leaves: saddle-for-ever.",
    ),
)
