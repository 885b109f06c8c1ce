"""Theorem 4.3 (S): the saddles of F(w) = f(w_1...w_L) and their order.

A coordinate is critical iff g = 0 or at least two of its weights are 0. With exactly k zero weights z_1..z_k and c the
product of the others, F = f(0) + g c z_1...z_k + f''(0)/2 (c z_1...z_k)^2 + ...: the first non-vanishing derivative has
order k, and at k = 2 the Hessian block is [[0, gc], [gc, 0]], a strict saddle.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import DEPTH
from ..judging.steps import Cite, Counted, Given, Group, Identity, Inequality, Step

c, h, z1, z2, other, gradient = sp.symbols("c h z1 z2 w gradient", positive=True)
eps, Z, C, drift, k = sp.symbols("eps Z C gamma k", positive=True)
DEPTHS = range(2, 7)

SLOPE = Hypothesis("gradient", "g != 0 in the coordinate", gradient > 0, {gradient: (sp.Rational(2, 3),)})
SMOOTH = Hypothesis("smooth", "f has as many continuous derivatives as the order that is claimed")


def jet(x: sp.Expr, slope: sp.Expr) -> sp.Expr:
    """f(x) - f(0) to second order, f'(0) = g; further terms have a higher power of x."""
    return slope * x + h / 2 * x**2


def critical(layers: int, zeros: int) -> bool:
    """Whether dF/dw_i = g prod_{j != i} w_j vanishes for every i, at a point with so many zero weights and g = 1."""
    weights = [0] * zeros + [1] * (layers - zeros)
    return all(sp.prod(weights[:i] + weights[i + 1 :]) == 0 for i in range(layers))


def first_order(layers: int, zeros: int) -> int:
    """The least degree in which F - f(0) does not vanish around such a point, from the exact Taylor polynomial."""
    steps = sp.symbols(f"d1:{layers + 1}")
    at = [sp.Integer(i >= zeros) for i in range(layers)]
    x = sp.prod([a + d for a, d in zip(at, steps, strict=True)])
    return min(
        sum(powers) for powers, _ in sp.Poly(sp.expand(jet(x, sp.Integer(1)) - jet(sp.prod(at), 1)), *steps).terms()
    )


def argue_critical(case: Case) -> Iterator[Step]:
    """Critical iff two weights vanish (g != 0); then the Hessian block is indefinite."""
    slope = gradient if case.assumes("gradient") else sp.Integer(0)
    at_zero = {z1: 0, z2: 0}
    F = jet(z1 * z2 * c * other, slope)
    yield Group(
        "two zero weights make every dF/dw_i vanish, whatever the others are",
        tuple(Identity(f"dF/d{s} = 0", F.diff(s).subs(at_zero), 0) for s in (z1, z2, other)),
    )
    yield Inequality("one zero weight does not: dF/dz_1 = g z_2 c w is not 0", 0, F.diff(z1).subs(z1, 0), strict=True)
    yield Inequality(
        "nor does none: (dF/dw)^2 > 0 at weights without a zero", 0, (slope * z1 * z2 * c) ** 2, strict=True
    )
    yield Counted(
        f"so a coordinate with g != 0 is critical iff at least {case['zeros']} weights are 0 (each number of zeros, L ="
        " 2..6)",
        lambda: [[critical(deep, zeros) for zeros in range(deep + 1)] for deep in DEPTHS],
        [[zeros >= case["zeros"] for zeros in range(deep + 1)] for deep in DEPTHS],
        conclusion=True,
    )
    block = sp.hessian(F.subs(other, 1), (z1, z2)).subs(at_zero)
    yield Identity("the Hessian block has 0 on its diagonal", block[0, 0] ** 2 + block[1, 1] ** 2, 0)
    yield Identity("and the stated entry off it", block[0, 1], case["entry"], conclusion=True)
    yield Inequality("its determinant is negative: a strict saddle", block.det(), 0, strict=True, conclusion=True)


def argue_order(case: Case) -> Iterator[Step]:
    """Scale the k zero weights by eps, move the others by O(eps): the leading term has order k."""
    slope = gradient if case.assumes("gradient") else sp.Integer(0)
    x = eps**k * Z * (C + eps * drift)  # z_1...z_k = eps^k Z, the product of the others C + eps gamma
    leading = slope * C * Z * eps ** case["order"]
    rest = jet(x, slope) - slope * C * Z * eps**k
    yield Given("f is smooth enough for its Taylor polynomial", "smooth")
    yield Identity(
        "what remains of F - f(0) after its leading term has a factor eps^{k+1}",
        rest,
        eps ** (k + 1) * (slope * Z * drift + h / 2 * eps ** (k - 1) * Z**2 * (C + eps * drift) ** 2),
    )
    yield Identity("the leading term of F - f(0) is g c z_1...z_k", slope * C * Z * eps**k, leading, conclusion=True)
    yield Inequality("which does not vanish when g != 0", 0, leading, strict=True, conclusion=True)
    yield Cite("so that is the order of the first non-vanishing derivative", "taylor")
    yield Counted(
        "the same, from exact Taylor polynomials for L = 2..6 and every k >= 2",
        lambda: [[first_order(deep, zeros) for zeros in range(2, deep + 1)] for deep in DEPTHS],
        [[case["order"].subs(k, zeros) for zeros in range(2, deep + 1)] for deep in DEPTHS],
        conclusion=True,
    )


SADDLES = Claim(
    id="saddles",
    title="Saddles of the reparameterized objective",
    source="Theorem 4.3 (S)",
    statement=(
        "With g != 0 a coordinate is critical iff at least {zeros} weights are 0; with exactly two it is a strict "
        "saddle: Hessian block [[0, s], [s, 0]], s = {entry}, c the product of the other weights."
    ),
    hypotheses=(DEPTH, SLOPE),
    parts={"zeros": 2, "entry": gradient * c},
    argue=argue_critical,
    scope="every L >= 2, every f of class C^2; it does not involve q",
    remark="With g = 0 the coordinate is critical whatever its weights are.",
    mutants=(
        Mutant("one zero weight is enough", {"zeros": 1}),
        Mutant("three are needed", {"zeros": 3}),
        Mutant("constant", {"entry": 2 * gradient * c}),
        Mutant("error of 1e-40", {"entry": gradient * c + sp.Rational(1, 10**40)}),
        Mutant("g = 0 allowed", drop="gradient"),
    ),
)

ORDER = Claim(
    id="saddle-order",
    title="The order of a saddle is its number of zero weights",
    source="Theorem 4.3 (S); asked by the reviewers",
    statement="With exactly k >= 2 zero weights and g != 0 the first non-vanishing derivative of F has order {order}.",
    hypotheses=(DEPTH, SLOPE, SMOOTH),
    parts={"order": k},
    argue=argue_order,
    scope=(
        "every k, every L >= k, f of class C^k; in several coordinates the order is the least over the coordinates, "
        "2 if another coordinate contributes curvature"
    ),
    mutants=(
        Mutant("one more", {"order": k + 1}),
        Mutant("always 2", {"order": sp.Integer(2)}),
        Mutant("twice", {"order": 2 * k}),
        Mutant("g = 0 allowed", drop="gradient"),
        Mutant("f not smooth", drop="smooth"),
    ),
)

CLAIMS = (SADDLES, ORDER)
