"""Completeness of the balance equations: I_i = |w_i|^q - |w_1|^q, i = 2..L, are all the invariants there are (theory:
section 2).

The field is -<g>^{q-1} v with v_i = <prod_{j != i} w_j>^{q-1} != 0. The gradients of I_2..I_L are independent and
orthogonal to v, hence they span its orthogonal complement, in which the gradient of every invariant lies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sympy as sp

from ...symbolic.symbols import L, q
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import DEPTH, FLOW, NO_DECAY, STEEPNESS
from ..judging.steps import Cite, Counted, Decided, Given, Group, Identity, Inequality, Step
from .shared.weights import a, b, orthants, size_rate

SIZE = sp.Symbol("size", positive=True)  # |x| = |w_i| |x/w_i|
SLOPE = sp.Symbol("dJ", real=True)  # dJ/dw_i for another invariant J
ROOTS = (1, 3, 2, 5, 4, 7)  # |w_i| = root^2, so that |w_i|^q is rational for q = 1, 3/2, 2
EVERY_OBJECTIVE = Hypothesis(
    "every-objective",
    "an invariant is a C^1 function of w that is constant for every objective, hence for one with g != 0",
)
PLACE = Hypothesis("place", "near a state where no weight is 0 or, for q > 1, where only w_1 is")


def argue(case: Case) -> Iterator[Step]:
    """Independent gradients, orthogonal to the flow, in the right number."""
    invariant = case["invariant"]
    along_own, along_first = sp.diff(invariant, a), sp.diff(invariant, b)
    orthogonal = Identity("grad I_i . v = 0", along_own * direction(a) + along_first * direction(b), 0, conclusion=True)
    independent = Group("the gradients are independent", (minor(along_own), *ranks(case)))
    yield orthants()
    yield orthogonal
    yield Identity("the complement of v in R^L has the dimension of their span", case["count"], L - 1, conclusion=True)
    yield Cite(
        "every invariant J is a function of them near the state",
        "implicit-rank",
        (independent, Group("grad J lies in their span", tuple(span(along_own, along_first)))),
        conclusion=True,
    )


def direction(size: sp.Expr) -> sp.Expr:
    """v_i = d|w_i|/dt = -G |x/w_i|^{q-1}."""
    return size_rate(size, SIZE / size, decay=sp.Integer(0))


def minor(along_own: sp.Expr) -> Group:
    """For every L: without the column of w_1 the matrix of gradients is diagonal."""
    return Group(
        "every L: leave out the column of w_1, then dI_i/dw_j = 0 for j != i and dI_i/dw_i != 0; the determinant is"
        " their product",
        (
            Identity("I_i holds |w_i| and |w_1| alone", sp.diff(along_own, b), 0),
            Inequality("dI_i/d|w_i| > 0 where w_i != 0", 0, along_own, strict=True),
        ),
    )


def ranks(case: Case) -> Iterator[Step]:
    """The rank of the matrix of gradients at exact states, L = 2..6."""
    for steepness in (sp.Integer(1), sp.Rational(3, 2), sp.Integer(2)):
        expected = [case["count"].subs(L, depth) for depth in range(2, 7)]
        text = f"q = {steepness}, |w| = 1, 9, 4, 25, 16, 49 cut to L = 2..6: the rank"
        yield Counted(text, rank_of(case["invariant"], steepness), expected)


def rank_of(invariant: sp.Expr, steepness: sp.Rational) -> Callable[[], object]:
    """The ranks, over the rationals."""

    def ranks() -> list[int]:
        return [sp.Matrix(depth - 1, depth, lambda i, j: entry(i + 1, j)).rank() for depth in range(2, 7)]

    def entry(row: int, column: int) -> sp.Expr:
        letter = b if column == 0 else a
        if column not in (0, row):
            return sp.Integer(0)
        at = {a: ROOTS[row] ** 2, b: ROOTS[0] ** 2, q: steepness}
        return sp.diff(invariant, letter).subs(at)

    return ranks


def span(along_own: sp.Expr, along_first: sp.Expr) -> Iterator[Step]:
    """grad J = sum_{i >= 2} (J_i/I_i') grad I_i: the columns i >= 2 agree at once, the first because grad J . v = 0."""
    factor = SLOPE / along_own
    yield Given("grad J . v = 0, as J is constant for one objective with g != 0", "every-objective")
    yield Given("no denominator is 0: w_i != 0 for i >= 2, and |w_1|^q is C^1", "place")
    yield Identity("column i", factor * along_own, SLOPE)
    yield Identity(
        "column 1, term i: J_1 v_1 = -sum_{i >= 2} J_i v_i", factor * along_first * direction(b), -SLOPE * direction(a)
    )
    yield Decided("for q > 1, |w_1|^q is C^1 also at w_1 = 0, with derivative 0", sp.Implies(q > 1, q - 1 > 0))


CLAIM = Claim(
    id="balance-complete",
    title="The balance equations are complete",
    source="after Lemma 4.4 (S)",
    statement=(
        "Without decay, in each coordinate, {invariant} with a = |w_i|, b = |w_1|, i = 2..L, are {count} independent"
        " invariants, and every invariant valid for all objectives is locally a function of them."
    ),
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, PLACE, EVERY_OBJECTIVE),
    parts={"invariant": a**q - b**q, "count": L - 1},
    argue=argue,
    scope=(
        "every q in [1, 2], every L >= 2; local, where at most one weight is 0 (at q = 1: none); signs of weights aside"
    ),
    remark="For one particular objective there can be more invariants.",
    mutants=(
        Mutant("exponent", {"invariant": a ** (q - 1) - b ** (q - 1)}),
        Mutant("a sum", {"invariant": a**q + b**q}),
        Mutant("constant", {"invariant": a**q - (1 + sp.Rational(1, 10**40)) * b**q}),
        Mutant("one more", {"count": L}),
        Mutant("one fewer", {"count": L - 2}),
        Mutant("one objective alone", drop="every-objective"),
        Mutant("two zero weights", drop="place"),
    ),
)

CLAIMS = (CLAIM,)
