"""The regularizer of decoupled decay is the convex conjugate along the mirror map: M(x) = L R*(R'(x)).

Why: d R*(R'(x)) = x dR'(x), and M' = L x R''. In u both are integrals of P^{2/q-1}; a constant added to R' changes
neither.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, q, u, x
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import DECAY, DECAYED_FLOW, DEPTH, INVARIANTS, STEEPNESS
from ..judging.on_claims import Rests
from ..judging.steps import Cite, Identity, Step
from .potential import at_zero
from .shared.asymptotics import M
from .shared.product import REALIZED, SIZE_OF_X, D, P, in_u, increasing

shift = sp.Symbol("shift", real=True)


def argue(case: Case) -> Iterator[Step]:
    """Both have the derivative L x R'' and vanish at 0."""
    yield Rests("M' = L x R'' (claim `regularizer-decoupled`)", "regularizer-decoupled")
    convex = Cite("R' increases strictly", "increasing-from-derivative", (increasing(),))
    yield Cite("R*(R'(x)) = x R'(x) - R(x)", "fenchel-young", (convex,))
    slope = in_u(SIZE_OF_X) / D  # dR'/du
    conjugate = SIZE_OF_X * slope  # d(x R' - R)/du
    penalty = L * SIZE_OF_X / D * in_u(SIZE_OF_X)  # L x R'' dx/du
    same = Identity(
        "dM/du = factor times d R*(R'(x))/du", penalty, case["factor"] * conjugate, domain=REALIZED, conclusion=True
    )
    yield same
    yield Identity("dM/du", penalty, case["density"], domain=REALIZED, conclusion=True)
    yield Cite("both are 0 at x = 0, for every m_0", "equal-derivatives", (same, at_zero()))
    f = sp.Function("R")(x)
    moved = f + shift * x
    yield Identity("R + shift x has the same x R' - R", x * moved.diff(x) - moved, x * f.diff(x) - f)
    potential = x ** (2 - M) / (L * (1 - M) * (2 - M))
    power = case["factor"] * (x * sp.diff(potential, x) - potential)
    yield Identity("balanced, m != 1: L (x R' - R)", power, case["balanced"], conclusion=True)
    critical = (x * sp.log(x) - x) / L
    at_one = case["balanced"].subs(q, L / (L - 1))
    yield Identity("balanced, m = 1: L (x R' - R)", L * (x * sp.diff(critical, x) - critical), at_one, conclusion=True)
    yield Identity(
        "q = 2: L R* = L u/2, for every Lambda",
        sp.diff(case["gradient_flow"], u),
        case["density"].subs(q, 2),
        conclusion=True,
    )
    yield Identity("and 0 at u = 0", case["gradient_flow"].subs(u, 0), 0, conclusion=True)


DENSITY = L / q * P ** (2 / q - 1)
BALANCED = x ** (2 - M) / (2 - M)

CLAIM = Claim(
    id="conjugate-identity",
    title="The decoupled regularizer is the conjugate of the potential",
    source="beyond the paper; Theorem 4.14 (S) in one formula",
    statement=(
        "M(x) = {factor} R*(R'(x)), with dM/du = {density}. Balanced, x > 0: {balanced}, also at m = 1; at q = 2, for"
        " every Lambda: {gradient_flow}."
    ),
    hypotheses=(STEEPNESS, DEPTH, DECAYED_FLOW, DECAY, INVARIANTS),
    parts={"factor": L, "density": DENSITY, "balanced": BALANCED, "gradient_flow": L * u / 2},
    argue=argue,
    scope="every q in [1, 2], every L >= 2, all invariants held fixed",
    mutants=(
        Mutant("factor L - 1", {"factor": L - 1}),
        Mutant("factor 1", {"factor": sp.Integer(1)}),
        Mutant("factor q", {"factor": q}),
        Mutant("exponent", {"density": L / q * P ** (1 / q - 1)}),
        Mutant("sign", {"density": -DENSITY}),
        Mutant("1e-40", {"factor": L * (1 + sp.Rational(1, 10**40))}),
        Mutant("balanced exponent", {"balanced": x ** (1 - M) / (2 - M)}),
        Mutant("a constant more", {"gradient_flow": L * u / 2 + sp.Rational(1, 10**40)}),
        Mutant("Lambda not frozen", drop="invariants"),
        Mutant("another flow", drop="flow"),
    ),
)

CLAIMS = (CLAIM,)
