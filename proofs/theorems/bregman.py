"""Corollary 4.12 S (4.14 C), second half, as reported: a Bregman function only if m <= 1.

R is one for every q in [1, 2] and finite L (claims strictly-convex, legendre and bregman), so m <= 1 would hold for
every q and L; q = 2, L = 3 refutes that.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, q
from ..judging.claim import Claim, Instance, Mutant
from ..judging.hypotheses import CURVATURE, DEPTH, INVARIANTS, STEEPNESS
from ..judging.on_claims import Judged
from ..judging.steps import Decided, Step
from ..verdict import REFUTED

M = q * (L - 1) / L


def argue_reported(of: Instance) -> Iterator[Step]:
    """R is a Bregman function everywhere; the reported condition does not hold everywhere."""
    for name in ("strictly-convex", "legendre", "bregman"):
        yield Judged(f"`{name}` is proved, for every q and L", name)
    yield Decided("R is a Bregman function only if the reported condition holds", of["condition"], conclusion=True)


AS_REPORTED = Claim(
    id="bregman-as-reported",
    title="As reported: a valid Bregman function only if m <= 1",
    source="Corollary 4.12 (S) = 4.14 (C), as reported",
    matters="A reader who took this at its word would discard depths at which the theory works.",
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
