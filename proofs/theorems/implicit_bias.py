"""Theorem 3.4 (p = 2): for f(x) = l(Ax - b) the mirror flow tends to argmin {D_R(x, x_0) : Ax = b}; it fails for q < 2.

At q = 2, R'(x_t) - R'(x_0) = -A^T int l'(Ax_s - b) ds lies in the row space of A, which is the KKT condition of that
problem. For q < 2 the signed power bends it: with A = (1, 2), g = r (1, 2) and <g>^{q-1} = <r>^{q-1} (1, 2^{q-1}), so
R'(x_inf) - R'(x_0) is a multiple of (1, 2^{q-1}), which is not in the row space spanned by (1, 2).
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import q
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import DEPTH, NO_DECAY, STEEPNESS
from ..judging.steps import AtPoint, Cite, Given, Group, Identity, Inequality, Step
from .shared.legendre_steps import convex

r, s1, s2, excess = sp.symbols("r s_1 s_2 d", positive=True)  # residuals; d = 2 - q
A = sp.Matrix(2, 3, sp.symbols("A_11 A_12 A_13 A_21 A_22 A_23", real=True))

GF = Hypothesis("gradient-flow", "p = q = 2", sp.Eq(q, 2), {q: (sp.Integer(2),)})
LIMIT = Hypothesis("limit", "x_t tends to x_inf with A x_inf = b, in the interior of dom R")
STEEPER = Hypothesis("steeper", "q < 2", q < 2)
MOVES = Hypothesis("moves", "the residual r = l' keeps its sign and x_0 is not yet feasible")
MIRROR = Hypothesis("mirror-flow", "d R'(x) = -<g>^{q-1} dt, g = A^T l'(Ax - b) (claim mirror-flow)")


def argue_gf(case: Case) -> Iterator[Step]:
    """The dual increment lies in the row space; KKT; uniqueness by strict convexity."""
    steep = sp.Integer(2) if case.assumes("gradient-flow") else q
    row, residual = sp.Matrix([[1, 2]]), r
    gradient = [residual * entry for entry in row]
    dual = [g ** (steep - 1) for g in gradient]
    direction = case["direction"]
    yield Given("the dual variable", "mirror-flow")
    yield Identity(
        f"one row (1, 2), residual r > 0: <g>^(q-1) is along {direction}, crosswise",
        dual[0] * direction[1] - dual[1] * direction[0],
        0,
        conclusion=True,
    )
    yield Identity(
        "and that direction is in the row space", direction[0] * row[1] - direction[1] * row[0], 0, conclusion=True
    )
    rowspace = Group(
        "at q = 2, <g>^{q-1} = g = A^T l' lies in the row space of A, for any A: it is orthogonal to the kernel of A",
        (_orthogonal(), Given("q = 2, so that the signed power is the identity", "gradient-flow")),
    )
    in_space = Cite("so R'(x_inf) - R'(x_0) lies in the row space", "closed-subspace", (rowspace,))
    yield Cite(
        "KKT: x_inf minimises D_R(x, x_0) = R(x) - R(x_0) - R'(x_0)(x - x_0) on Ax = b, as grad_x D_R = R'(x) -"
        " R'(x_0)",
        "kkt-affine",
        (convex(), Given("x_inf is feasible and interior", "limit"), in_space),
    )
    yield Cite("and it is the only minimiser", "unique-minimiser", (convex(),))


def _orthogonal() -> Identity:
    """(A^T l') . z = l' . (A z) for a 2 x 3 matrix, which vanishes on the kernel."""
    z, forces = sp.Matrix(sp.symbols("z_1:4", real=True)), sp.Matrix([s1, s2])
    return Identity("(A^T l') . z = l' . (A z)", (A.T * forces).dot(z), forces.dot(A * z))


def argue_steeper(case: Case) -> Iterator[Step]:
    """A = (1, A_2): the dual increment is along (1, A_2^{q-1}), and its determinant with (1, A_2) is not 0 for q <
    2."""
    second = case["row"]
    yield Given("the dual variable", "mirror-flow")
    yield Given("r keeps its sign, so int <r>^{q-1} dt > 0", "moves")
    yield Identity(
        "<g>^{q-1} is along the stated direction, g = r (1, A_2)",
        (second * r) ** (q - 1),
        r ** (q - 1) * case["slope"],
        conclusion=True,
    )
    determinant = second - case["slope"]
    yield Identity(
        "the determinant is A_2 (1 - (1/A_2)^d), d = 2 - q",
        determinant.subs(q, 2 - excess),
        second * (1 - (1 / second) ** excess),
    )
    base = Inequality("0 < 1/A_2 < 1", 1 / second, 1, strict=True)
    yield Cite("and 1 = (1/A_2)^0 > (1/A_2)^d", "power-decreasing", (base, Given("0 < d", "steeper")))
    yield Cite(
        "a minimiser would have R'(x_inf) - R'(x_0), the gradient of D_R(., x_0), in the row space",
        "kkt-necessary",
        (Given("x_inf is feasible and interior", "limit"),),
    )
    for steep in STEEPS if case.assumes("steeper") else (sp.Integer(2),):
        yield AtPoint(f"for instance at q = {steep}", determinant, case["relation"], 0, {q: steep}, conclusion=True)


STEEPS = (sp.Integer(1), sp.Rational(3, 2), sp.Rational(1999, 1000))

IMPLICIT_BIAS = Claim(
    id="implicit-bias-gf",
    title="Implicit bias of gradient flow",
    source="Theorem 3.4",
    statement=(
        "At p = 2 the limit is argmin D_R(x, x_0) subject to Ax = b: the dual increment lies in the row space, for A ="
        " (1, 2) along {direction}."
    ),
    hypotheses=(STEEPNESS, DEPTH, NO_DECAY, GF, MIRROR, LIMIT),
    parts={"direction": sp.Tuple(1, 2)},
    argue=argue_gf,
    scope=(
        "q = 2, every L and all invariants, any A and differentiable l, where the limit exists, is feasible and"
        " interior"
    ),
    remark="Without the hypothesis on the limit it can fail: q = 2, L = 2, balanced, x_0 > 0, A = 1, b = -1 goes to 0.",
    mutants=(
        Mutant("other direction", {"direction": sp.Tuple(2, 1)}),
        Mutant("sign", {"direction": sp.Tuple(1, -2)}),
        Mutant("1e-40", {"direction": sp.Tuple(1, 2 + sp.Rational(1, 10**40))}),
        Mutant("every q", drop="gradient-flow"),
        Mutant("limit not interior", drop="limit"),
    ),
)

STEEPER_FAILS = Claim(
    id="implicit-bias-steeper-fails",
    title="For q < 2 the Bregman projection characterisation fails",
    source="Theorem 3.4, remark; theory of the toolkit",
    statement=(
        "For every q < 2, with A = (1, {row}), R'(x_inf) - R'(x_0) is a multiple of (1, {slope}), not of A "
        "({row} - {slope} {relation} 0), so x_inf is not argmin D_R(x, x_0) subject to Ax = b."
    ),
    hypotheses=(STEEPNESS, DEPTH, NO_DECAY, STEEPER, MIRROR, MOVES, LIMIT),
    parts={"row": sp.Integer(2), "slope": sp.Integer(2) ** (q - 1), "relation": ">"},
    argue=argue_steeper,
    scope="every q in [1, 2), every L and all invariants; one row with entries of different size",
    remark="With |A_j| equal in every row the bias survives; A = (1, 2) is the smallest counterexample.",
    mutants=(
        Mutant("equal entries", {"row": sp.Integer(1), "slope": sp.Integer(1)}),
        Mutant("exponent", {"slope": sp.Integer(2) ** q}),
        Mutant("sign", {"relation": "<"}),
        Mutant("1e-40", {"slope": sp.Integer(2) ** (q - 1) + sp.Rational(1, 10**40)}),
        Mutant("q = 2 too", drop="steeper"),
    ),
)

CLAIMS = (IMPLICIT_BIAS, STEEPER_FAILS)
