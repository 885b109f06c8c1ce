"""Corollary 4.8 S (4.10 C) as reported: smaller q, larger mu, for every l; false for l > 1 (see coercivity)."""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, q, u
from ..judging.claim import Claim, Hypothesis, Instance, Mutant
from ..judging.hypotheses import DEPTH, STEEPNESS
from ..judging.steps import Identity, Inequality, Step
from ..verdict import REFUTED

a, b, n, r, l, more = sp.symbols("Lambda_a Lambda_b n r l d", positive=True)
slope, bend, value = sp.symbols("P1 P2 Lambda", positive=True)

STEPS = {q: (sp.Integer(1), sp.Rational(5, 4)), more: (sp.Rational(1, 2), sp.Rational(3, 4))}
SMALL = Hypothesis("below-one", "the weight l is below 1", l < 1, {l: (sp.Rational(2, 3), sp.Rational(1, 40))})


def power(size: sp.Expr, steep: sp.Expr) -> sp.Expr:
    """mu at w_1 = 0, w_i = l: l^{q(L-1)}, the start of argue()."""
    return size ** (steep * (L - 1))


def argue_reported(of: Instance) -> Iterator[Step]:
    """Smaller q, larger mu, for every l."""
    yield Identity("mu = P'(0) at w_1 = 0, w_i = l", sp.diff(u * (u + l**q) ** (L - 1), u).subs(u, 0), power(l, q))
    yield Inequality(
        "mu at q + d is below mu at q",
        power(l, q + of["step"]),
        power(l, q),
        strict=True,
        conclusion=True,
        domain=STEPS,
    )


AS_REPORTED = Claim(
    id="coercivity-decreasing-as-reported",
    title="As reported: smaller q gives a larger coercivity constant",
    source="Corollary 4.8 (S) = 4.10 (C), as reported",
    matters="Stated for all weights it is false, and the reverse of what large weights show.",
    statement="mu decreases in q at w_1 = 0, w_i = l: mu(q + {step}) < mu(q).",
    hypotheses=(STEEPNESS, DEPTH),
    parts={"step": more},
    argue=argue_reported,
    expected=REFUTED,
    scope="every l > 0, as the statement puts no bound on it",
    remark="True for l < 1, false for l > 1: see coercivity-decreasing.",
    mutants=(
        Mutant("half the step", {"step": more / 2}),
        Mutant("a fixed step", {"step": sp.Rational(1, 2)}),
        Mutant("a small step", {"step": sp.Rational(1, 10**6)}),
    ),
)

CLAIMS = (AS_REPORTED,)
