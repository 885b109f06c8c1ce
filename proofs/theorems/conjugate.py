"""The convex conjugate R*(R'(x)) = (1/q) int_0^u P(v)^{2/q-1} dv (Theorem 4.6 S; theory: section 4).

Why: R*(R'(x)) = x R'(x) - R(x), so its derivative is x dR'/du = P^{1/q} P^{1/q-1}/q. At q = 2 it is u/2; at q = 1,
where R' = u, it is a polynomial, whose derivative x = P(|y|) inverts the mirror map.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import lam, q, u
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import CURVATURE, DEPTH, INVARIANTS, STEEPNESS
from ..judging.steps import Cite, Equivalent, Given, Identity, Step
from .potential import at_zero
from .shared.product import REALIZED, SIZE_OF_X, D, P, in_u, increasing


def argue(case: Case) -> Iterator[Step]:
    """Fenchel and Young, then q = 2 and q = 1."""
    yield Given("R'' = 1/P'(u), P(u) = x^q", "curvature")
    slope = in_u(SIZE_OF_X) / D  # dR'/du
    convex = Cite("R' increases strictly", "increasing-from-derivative", (increasing(),))
    yield Cite("R*(R'(x)) = x R'(x) - R(x), and (R*)' inverts R'", "fenchel-young", (convex,))
    same = Identity("d(x R' - R)/du = x dR'/du", SIZE_OF_X * slope, case["density"], domain=REALIZED, conclusion=True)
    yield same
    yield Cite("both sides are 0 at x = 0", "equal-derivatives", (same, at_zero()))
    yield from gradient_flow(case)
    yield from sign_flow(case, slope)


def gradient_flow(case: Case) -> Iterator[Step]:
    """q = 2: a linear function of u."""
    stated = case["gradient_flow"]
    yield Identity("q = 2: the derivative of the form", sp.diff(stated, u), case["density"].subs(q, 2), conclusion=True)
    yield Identity("q = 2: 0 at u = 0", stated.subs(u, 0), 0, conclusion=True)
    yield Equivalent(
        "only there does the density not depend on Lambda", sp.Eq(2 / q - 1, 0), case["free_of_lambda"], conclusion=True
    )


def sign_flow(case: Case, slope: sp.Expr) -> Iterator[Step]:
    """q = 1: y = R'(x) = u, so R* is the integral of P, and x = P(|y|)."""
    rise = Identity("q = 1: dR'/du = 1 and R'(0) = 0, so |y| = |R'(x)| = u", slope.subs(q, 1), 1)
    yield rise
    inverse = case["inverse"]
    yield Identity(
        "q = 1: the inverse mirror map is |x| = P(u), u = |y|",
        SIZE_OF_X.subs(q, 1),
        inverse,
        domain=REALIZED,
        conclusion=True,
    )
    yield Identity("q = 1: (R*)'(y) = x", case["density"].subs(q, 1), inverse, domain=REALIZED, conclusion=True)
    stated = case["shallow"]
    shallow = u * (u + lam)
    yield Identity("q = 1, L = 2: the derivative of the form is x", sp.diff(stated, u), shallow, conclusion=True)
    yield Identity("q = 1, L = 2: 0 at y = 0", stated.subs(u, 0), 0, conclusion=True)


SHALLOW = u**3 / 3 + lam * u**2 / 2

CLAIM = Claim(
    id="conjugate",
    title="The convex conjugate and the inverse mirror map",
    source="Theorem 4.6 (S)",
    statement=(
        "R*(R'(x)) = int_0^u {density} dv with P = P(v). At q = 2 it is {gradient_flow}, for every Lambda; it is free"
        " of Lambda iff {free_of_lambda}. At q = 1 the inverse mirror map is |x| = {inverse} with P = P(|y|), and R*(y)"
        " = int_0^|y| P(v) dv: a polynomial in u = |y|, at L = 2: {shallow}."
    ),
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, CURVATURE),
    parts={
        "density": P ** (2 / q - 1) / q,
        "gradient_flow": u / 2,
        "free_of_lambda": sp.Eq(q, 2),
        "inverse": P,
        "shallow": SHALLOW,
    },
    argue=argue,
    scope="every q in [1, 2], every L >= 2, all invariants; for m_0 >= 1 on a half-line",
    mutants=(
        Mutant("exponent of P", {"density": P ** (1 / q - 1) / q}),
        Mutant("without 1/q", {"density": P ** (2 / q - 1)}),
        Mutant("u for u/2", {"gradient_flow": u}),
        Mutant("a constant of 1e-40", {"gradient_flow": u / 2 + sp.Rational(1, 10**40)}),
        Mutant("free of Lambda for every q > 3/2", {"free_of_lambda": 2 * q > 3}),
        Mutant("inverse squared", {"inverse": P**2}),
        Mutant("sign", {"inverse": -P}),
        Mutant("coefficient at L = 2", {"shallow": u**3 / 3 + lam * u**2}),
        Mutant("another metric", drop="curvature"),
    ),
)

CLAIMS = (CLAIM,)
