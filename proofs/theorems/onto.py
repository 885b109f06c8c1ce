"""Corollary 4.12 S (4.14 C), read as surjectivity: R' maps onto R iff m = q(L-1)/L <= 1 iff p >= L, for all invariants.

R'' ~ |x|^{-m}/L at infinity, so R'(infinity) = infinity iff m <= 1. At 0 the map starts from 0 and is odd (m_0 < 1) or
comes from -infinity (m_0 >= 1), so the other end is reached in either case.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, q
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import CURVATURE, DEPTH, INVARIANTS, STEEPNESS
from ..judging.steps import Cite, Equivalent, Given, Step
from .legendre import convex
from .shared.asymptotics import SLOPE_FINITE_AT_INFINITY, M, metric_at_infinity, metric_at_zero, power_integrals

ONTO = sp.Not(SLOPE_FINITE_AT_INFINITY)
TINY = sp.Rational(1, 10**40)


def derivation() -> Iterator[Step]:
    """R'(infinity) = infinity iff m <= 1; the other end is reached always."""
    yield convex()
    yield metric_at_infinity()
    yield metric_at_zero()
    yield power_integrals()
    text = (
        "R' takes every value between its limits; the lower one is -R'(inf) as R' is odd (m_0 < 1), or -inf (m_0 >= 1)"
    )
    yield Cite(text, "monotone-limit", (convex(),))


def argue_onto(case: Case) -> Iterator[Step]:
    """Onto iff the stated condition iff the condition stated with p."""
    yield Given("R'' = 1/P'(u), P(u) = x^q", "curvature")
    yield from derivation()
    yield Equivalent("R' is onto R iff the stated condition", ONTO, case["condition"], conclusion=True)
    yield Equivalent("which is p >= L, that is 1/p <= 1/L", ONTO, case["with_p"], conclusion=True)


def argue_ends(case: Case) -> Iterator[Step]:
    """The two ends of q."""
    yield Given("R'' = 1/P'(u), P(u) = x^q", "curvature")
    yield from derivation()
    for name, end in (("gf", 2), ("signgf", 1)):
        yield Equivalent(
            f"at q = {end}: onto iff {case[name]}",
            sp.And(sp.Eq(q, end), ONTO),
            sp.And(sp.Eq(q, end), case[name]),
            conclusion=True,
        )


ONTO_CLAIM = Claim(
    id="onto",
    title="R' is onto R exactly when m <= 1",
    source="Corollary 4.12 (S) = 4.14 (C), in the sense of Bubeck and of Li et al. 2022",
    statement="R' maps the interior of its domain onto R iff {condition} iff {with_p} (p >= L).",
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, CURVATURE),
    parts={"condition": M <= 1, "with_p": 1 - 1 / q <= 1 / L},
    argue=argue_onto,
    scope="every q in [1, 2], every integer L >= 2, all invariants, half-lines included",
    mutants=(
        Mutant("strict", {"condition": M < 1}),
        Mutant("1 + 1e-40", {"condition": M <= 1 + TINY}),
        Mutant("exponent of depth", {"condition": q * (L - 1) / L**2 <= 1}),
        Mutant("p > L", {"with_p": 1 - 1 / q < 1 / L}),
        Mutant("q in place of p", {"with_p": q >= L}),
        Mutant("another metric", drop="curvature"),
    ),
)

ENDS = Claim(
    id="onto-gf-signgf",
    title="Gradient flow is onto only for L = 2, sign gradient flow for every L",
    source="Corollary 4.12 (S) = 4.14 (C), as reported",
    statement="R' is onto R at q = 2 iff {gf}, and at q = 1 iff {signgf}.",
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, CURVATURE),
    parts={"gf": sp.Eq(L, 2), "signgf": sp.true},
    argue=argue_ends,
    scope="q in {1, 2}, every integer L >= 2, all invariants",
    mutants=(
        Mutant("gradient flow up to L = 3", {"gf": L <= 3}),
        Mutant("gradient flow never", {"gf": sp.false}),
        Mutant("sign flow up to L = 1000", {"signgf": L <= 1000}),
        Mutant("sign flow from L = 3", {"signgf": L >= 3}),
    ),
)

CLAIMS = (ONTO_CLAIM, ENDS)
