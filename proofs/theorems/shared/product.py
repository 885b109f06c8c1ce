"""P(u) = prod_i (u + Lambda_i) for any number of factors: P(u) = |x|^q and P' = sum_i P/(u + Lambda_i) (theory: section
3).

The letters stand for values: P = P(u), D = P'(u), FACTOR = u + Lambda for one further factor. Multiplying by it takes
(P, D) to (P FACTOR, D FACTOR + P); whatever holds for one factor and survives this step holds for every L and Lambda.
"""

from __future__ import annotations

import sympy as sp

from ....symbolic.symbols import L, q, u
from ...judging.steps import Group, Inequality, along, induction

P, D, FACTOR = sp.symbols("P D F", positive=True)
GROWTH = {u: sp.Integer(1), P: D, FACTOR: sp.Integer(1)}  # d/du of the letters
SIZE_OF_X = P ** (1 / q)  # |x|

# Values that two weights can have, as D^2 >= 4 P: where a statement in these letters is refuted.
REALIZED = {
    P: tuple(sp.Rational(*r) for r in ((2, 3), (1, 7), (1, 1))),
    D: tuple(sp.Rational(*r) for r in ((5, 2), (13, 4), (30, 1))),
    L: (sp.Integer(2),),
}


def in_u(of: sp.Expr) -> sp.Expr:
    """d/du of an expression in u, P and FACTOR."""
    return along(of, GROWTH)


def increasing() -> Group:
    """P' > 0 for u > 0, so u is determined by |x|."""
    return induction(
        "P > 0 and P' > 0 for u > 0, for every L",
        Inequality("one factor", 0, in_u(FACTOR), strict=True),
        Inequality("one more", 0, in_u(P * FACTOR), strict=True),
    )
