"""Corollary 4.12 S (4.14 C), second half: R as a Bregman function in the sense of Alvarez, Bolte and Brahic (2004).

  closed domain, R continuous on it     R(0) finite where the domain is a half-line: m_0 - 1 < 1
  bounded {y : D_R(x, y) <= c}          d/dy D_R(x, y) = (y - x) R''(y), which is like |y|^{1-m}/L: m - 1 <= 1
  D_R(x, y_k) -> 0 when y_k -> x        at the end 0: D_R(0, y) = int_0^y z R''(z) dz: m_0 - 1 < 1

All three hold for every q in [1, 2] and finite L. As reported, m <= 1 is needed; q = 2, L = 3 refutes that.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import CURVATURE, DEPTH, INVARIANTS, STEEPNESS
from ..judging.steps import Cite, Decided, Given, Identity, Step
from ..verdict import REFUTED
from .shared.asymptotics import (
    DIVERGENCE_FINITE_AT_INFINITY,
    VALUE_FINITE_AT_ZERO,
    M,
    metric_at_infinity,
    metric_at_zero,
    power_integrals,
)
from .shared.legendre_steps import convex

X, Y = sp.symbols("x y", positive=True)
R = sp.Function("R")

BREGMAN_CONDITION = sp.And(VALUE_FINITE_AT_ZERO, sp.Not(DIVERGENCE_FINITE_AT_INFINITY))


def derivation() -> Iterator[Step]:
    """The three conditions, reduced to m_0 - 1 < 1 and m - 1 <= 1."""
    divergence = R(X) - R(Y) - R(Y).diff(Y) * (X - Y)
    yield convex()
    yield metric_at_zero()
    yield metric_at_infinity()
    yield power_integrals()
    yield Identity("d/dy D_R(x, y) = (y - x) R''(y)", divergence.diff(Y), (Y - X) * R(Y).diff(Y, 2))
    yield Identity(
        "d/dy (y R'(y) - R(y)) = y R''(y), and D_R(0, y) = R(0) + y R'(y) - R(y)",
        (Y * R(Y).diff(Y) - R(Y)).diff(Y),
        Y * R(Y).diff(Y, 2),
    )
    yield Decided("k0 = 1: m_0 - 1 = -1 < 1", M.subs(L, 1) - 1 < 1)
    yield Decided("k0 >= 2 (written L): R(0) is finite and D_R(0, y) -> 0, as m_0 - 1 < 1", VALUE_FINITE_AT_ZERO)
    growth = Decided("D_R(x, y) -> infinity, as m - 1 <= 1", sp.Not(DIVERGENCE_FINITE_AT_INFINITY))
    yield Cite("so {y : D_R(x, y) <= c} is bounded", "bounded-from-growth", (growth,))


def argue_reported(case: Case) -> Iterator[Step]:
    """R Bregman only if the reported condition holds: the derived condition holds everywhere, the reported one does
    not."""
    yield Given("R'' = 1/P'(u), P(u) = x^q", "curvature")
    yield from derivation()
    yield Decided(
        "R is a Bregman function only if the reported condition holds",
        sp.Implies(BREGMAN_CONDITION, case["condition"], evaluate=False),
        conclusion=True,
    )


AS_REPORTED = Claim(
    id="bregman-as-reported",
    title="As reported: a valid Bregman function only if m <= 1",
    source="Corollary 4.12 (S) = 4.14 (C), as reported",
    statement="R is a Bregman (Legendre) function only if {condition}.",
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, CURVATURE),
    parts={"condition": M <= 1},
    argue=argue_reported,
    expected=REFUTED,
    scope="every q in [1, 2], every integer L >= 2, balanced",
    remark=(
        "Refuted under Rockafellar's and under Alvarez, Bolte and Brahic's definition (claims legendre and bregman); "
        "true when a mirror map is asked to be onto the reals (claim onto)."
    ),
    mutants=(
        Mutant("m < 1", {"condition": M < 1}),
        Mutant("m <= 3/2", {"condition": sp.Rational(3, 2) >= M}),
        Mutant("m < 2 - 1e-3", {"condition": 2 - sp.Rational(1, 1000) > M}),
    ),
)

CLAIMS = (AS_REPORTED,)
