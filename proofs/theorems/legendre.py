"""Corollary 4.12 S (4.14 C), first half: R is strictly convex and essentially smooth, a Legendre function of
Rockafellar.

R'' = 1/P'(u) > 0. If m_0 < 1 the domain is all of R and has no finite end; if m_0 >= 1 it is a half-line and
R'(0+) = -infinity. So R is Legendre for every q in [1, 2], every finite L and all invariants, whatever m is.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, q, u
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import CURVATURE, DEPTH, INVARIANTS, STEEPNESS
from ..judging.steps import Cite, Decided, Equivalent, Given, Identity, Inequality, Step
from .shared.asymptotics import SLOPE_FINITE_AT_ZERO, M, metric_at_zero, power_integrals
from .shared.product import SIZE_OF_X, D, P, in_u, increasing

ANY = sp.Symbol("c", real=True)  # a would-be invariant of either sign
FAR = {s: (sp.Integer(10) ** 60, sp.Rational(1, 3)) for s in (u, D)}  # P' takes every positive value at L = 2


def convex() -> Cite:
    """R'' > 0, so R is strictly convex."""
    text = (
        "R'' = 1/P'(u) > 0 but at x = 0, so R' increases strictly and R is strictly convex, up to the ends of its"
        " domain"
    )
    return Cite(text, "increasing-from-derivative", (increasing(),))


def argue_convex(case: Case) -> Iterator[Step]:
    """R'' exceeds 0, and nothing more."""
    curvature = case["metric"] if case.assumes("invariants") else case["metric"].subs(D, 2 * u + ANY)  # P = u(u + c)
    dual = P ** (1 / q - 1) / q  # dR'/du
    yield Given("R'' = 1/P'(u), P(u) = x^q", "curvature")
    yield Identity("R'' = (dR'/du)/(dx/du)", dual / in_u(SIZE_OF_X), case["metric"], conclusion=True)
    yield Inequality(
        f"R'' exceeds {case['floor']} for every u > 0",
        case["floor"],
        curvature,
        strict=True,
        conclusion=True,
        domain=FAR,
    )
    yield convex()


# With k0 written L: the map starts from a finite R'(0), int_0 u^{k0 (1/q-1)} du being finite, so that the domain is R
# and has no finite end; or R'(0+) = -infinity at the only end, 0.
LEGENDRE_CONDITION = sp.Or(L * (1 / q - 1) > -1, sp.Not(SLOPE_FINITE_AT_ZERO))


def derivation() -> Iterator[Step]:
    """Strict convexity, and essential smoothness at a finite end of the domain, reduced to m_0."""
    yield convex()
    yield metric_at_zero()
    yield power_integrals()
    yield Decided(
        "k0 = 1: m_0 = 0 < 1, so R'(0) is finite, R' is odd and continuous and the domain is R", M.subs(L, 1) < 1
    )


def argue_legendre(case: Case) -> Iterator[Step]:
    """Every end of the domain, in both cases."""
    yield Given("R'' = 1/P'(u), P(u) = x^q", "curvature")
    yield from derivation()
    yield Equivalent(
        "k0 >= 2 (written L): R'(0) is finite and the domain R has no finite end, or R'(0+) = -inf at its only one",
        LEGENDRE_CONDITION,
        case["condition"],
        conclusion=True,
    )


STRICTLY_CONVEX = Claim(
    id="strictly-convex",
    title="R is strictly convex",
    source="Corollary 4.12 (S) = 4.14 (C), condition (i)",
    statement="R'' = {metric} > {floor}, D = P'(u), for u > 0, hence R is strictly convex on its domain.",
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, CURVATURE),
    parts={"metric": 1 / D, "floor": sp.Integer(0)},
    argue=argue_convex,
    scope="every q in [1, 2], every finite L, all invariants",
    mutants=(
        Mutant("strongly convex, by 1e-40", {"floor": sp.Rational(1, 10**40)}),
        Mutant("sign", {"metric": -1 / D}),
        Mutant("convex after subtracting a constant", {"metric": 1 / D - 1}),
        Mutant("an invariant below 0", drop="invariants"),
        Mutant("another metric", drop="curvature"),
    ),
)

LEGENDRE = Claim(
    id="legendre",
    title="R is a Legendre function in Rockafellar's sense",
    source="Corollary 4.12 (S) = 4.14 (C), conditions (i) and (ii)",
    statement="R is strictly convex and essentially smooth iff {condition}: always, also for m > 1.",
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, CURVATURE),
    parts={"condition": sp.true},
    argue=argue_legendre,
    scope="every q in [1, 2], every finite L, all invariants",
    remark=(
        "Under Rockafellar's definition m <= 1 is not needed; the reported criterion is the one for R' onto R (see"
        " onto)."
    ),
    mutants=(
        Mutant("only if m <= 1", {"condition": M <= 1}),
        Mutant("only if m < 1", {"condition": M < 1}),
        Mutant("only for q < 2", {"condition": q < 2}),
        Mutant("only for m <= 2 - 1e-40", {"condition": 2 - sp.Rational(1, 10**40) >= M}),
    ),
)

CLAIMS = (STRICTLY_CONVEX, LEGENDRE)
