"""Generic starts: mu(q) = prod_{j != i} (|w_j|^q - |w_i|^q), w_i the unique smallest weight, decreases in q if all
|w_j| <= 1/e.

Why: d(b^q - a^q)/dq = b^q log b - a^q log a, and z^q log z decreases on 0 < z <= e^{-1/q}, which holds 1/e for every q
>= 1. The radius 1/e is the largest: at q = 1, z log z increases beyond it. Outside, mu may increase: |w| = (1/10,
19/20).
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import q
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import DEPTH, INVARIANTS, STEEPNESS, UNIQUE
from ..judging.on_claims import Rests
from ..judging.steps import AtPoint, Cite, Given, Group, Identity, Inequality, Step, along, induction

a, b, z, s, d = sp.symbols("a b z s d", positive=True)  # a < b sizes of weights; z = radius e^{-s}; q = 1 + d
M, F, falls, drops = sp.symbols("M F m_1 f_1", positive=True)
TINY = sp.Rational(1, 10**50)
CLOSE = {s: (TINY, sp.Rational(1, 3)), d: (TINY, sp.Rational(1, 2), sp.Integer(1))}

SMALL = Hypothesis("small", "every |w_j| is at most 1/e")
PAIR = (sp.Rational(1, 10), sp.Rational(19, 20))


def factor(low: sp.Expr, high: sp.Expr, steep: sp.Expr = q) -> sp.Expr:
    """Lambda of one other weight: high^q - low^q."""
    return high**steep - low**steep


def argue(case: Case) -> Iterator[Step]:
    """One factor decreases, so does the product; 1/e is best possible; a pair outside."""
    yield Rests("mu = P'(0) is the product of the other invariants", "coercivity")
    rate = sp.diff(factor(a, b), q)
    yield Identity("d(b^q - a^q)/dq = phi(b) - phi(a), phi(z) = z^q log z", rate, b**q * sp.log(b) - a**q * sp.log(a))
    turn = q * sp.log(z) + 1
    yield Identity("phi'(z) = z^{q-1} (q log z + 1)", sp.diff(z**q * sp.log(z), z), z ** (q - 1) * turn)
    inside = turn.subs({z: case["radius"] * sp.exp(-s), q: 1 + d})
    negative = Inequality(
        "q log z + 1 < 0 for z = radius e^{-s} inside the radius, q = 1 + d",
        inside,
        0,
        strict=True,
        domain=CLOSE,
        conclusion=True,
    )
    yield negative
    yield Given("all sizes lie inside the radius", "small")
    at_one = inside.subs(d, 0)
    decreasing = Group(
        "phi' < 0 inside, at q = 1 too", (negative, Inequality("q = 1", at_one, 0, strict=True, domain=CLOSE))
    )
    yield Cite(
        "-phi increases strictly, so phi(b) < phi(a) for 0 < a < b; and phi(b) < 0 = phi(0+) for a = 0",
        "increasing-from-derivative",
        (decreasing,),
    )
    yield induction(
        "a product of positive factors that fall falls",
        Identity("one factor", along(F, {F: -falls}), -falls),
        Inequality("one more", along(M * F, {M: -drops, F: -falls}), 0, strict=True),
    )
    outside = turn.subs({z: case["radius"] * sp.exp(s), q: 1})
    yield Inequality(
        "beyond the radius phi increases at q = 1, so some mu increases there: the radius is the largest",
        0,
        outside,
        strict=True,
        domain=CLOSE,
        conclusion=True,
    )
    low, high = case["pair"]
    yield AtPoint(
        f"outside: |w| = ({low}, {high}), mu at q = 2 against mu at q = 1",
        factor(low, high, 2),
        case["relation"],
        factor(low, high, 1),
        conclusion=True,
    )
    yield Identity("mu of that pair at q = 1", factor(low, high, 1), case["first"], conclusion=True)
    yield Identity("and at q = 2", factor(low, high, 2), case["second"], conclusion=True)


CLAIM = Claim(
    id="generic-coercivity",
    title="Coercivity at generic starts, and when a smaller q makes it larger",
    source="beyond the paper; Corollary 4.8 (S) = 4.10 (C) off its measure-zero set; asked by the reviewers",
    statement=(
        "mu(q) = prod_(j != i) (|w_j|^q - |w_i|^q), w_i the smallest weight, strictly decreases on [1, 2] if all |w_j|"
        " <= {radius}, the largest such radius. Outside it need not: at |w| = {pair}, mu(1) = {first} and mu(2) ="
        " {second}, so mu(2) {relation} mu(1)."
    ),
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, UNIQUE, SMALL),
    parts={
        "radius": sp.exp(-1),
        "pair": sp.Tuple(*PAIR),
        "first": sp.Rational(17, 20),
        "second": sp.Rational(357, 400),
        "relation": ">",
    },
    argue=argue,
    scope="every L >= 2, the open set of weights with a unique smallest one; a tie has mu = 0",
    remark="So the corollary is not confined to a measure-zero set, and not true without a smallness condition.",
    mutants=(
        Mutant("radius 1", {"radius": sp.Integer(1)}),
        Mutant("radius 1/2", {"radius": sp.Rational(1, 2)}),
        Mutant("radius 1/3, not the largest", {"radius": sp.Rational(1, 3)}),
        Mutant("radius e^{-1/2}, which serves q = 2 only", {"radius": sp.exp(-sp.Rational(1, 2))}),
        Mutant("1e-40 more", {"radius": sp.exp(-1) + sp.Rational(1, 10**40)}),
        Mutant("another pair", {"pair": sp.Tuple(sp.Rational(1, 10), sp.Rational(1, 5))}),
        Mutant("decreases there", {"relation": "<"}),
        Mutant("value at q = 2", {"second": sp.Rational(9, 10)}),
        Mutant("any weights", drop="small"),
        Mutant("a tie", drop="unique-smallest"),
    ),
)

CLAIMS = (CLAIM,)
