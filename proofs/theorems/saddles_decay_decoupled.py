"""w = 0 under decoupled weight decay: an equilibrium of the flow (no gradient flow for q < 2).

|w_i| = r, gradient outward: dr/dt = |g|^{q-1} r^{(L-1)(q-1)} - alpha r; the exponent is below 1 iff m < 1.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, alpha, q
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import DEPTH, STEEPNESS
from ..judging.steps import Cite, Decided, Equivalent, Given, Group, Identity, Inequality, Step
from .shared.asymptotics import M
from .shared.weights import G, size_rate

z1, z2 = sp.symbols("z_1 z_2", real=True)
g, more, z, r, eps, c, bound, j = sp.symbols("g d z r eps c B j", positive=True)  # g = |gradient|
slope = sp.Symbol("gradient", real=True)
SMOOTH = Hypothesis("differentiable", "f is C^1, and where a Hessian is named C^2")
STRENGTH = Hypothesis("decay", "alpha > 0 is constant", alpha > 0, {alpha: (sp.Rational(1, 3),)})
DEPTHS = range(2, 7)


def argue_decoupled(case: Case) -> Iterator[Step]:
    """The ray, its rest points, and the largest weight off the ray."""
    strength = alpha if case.assumes("decay") else sp.Integer(0)
    yield Given("f is C^1: |gradient| <= B near x = 0", "differentiable")
    ray = size_rate(r, r ** (L - 1), strength).subs(G, -(g ** (q - 1)))
    yield Identity("|w_i| = r, gradient of size g outward", ray, case["ray"], conclusion=True)
    power = (L - 1) * (q - 1)
    yield Equivalent(
        "its power of r beats r at 0 iff (L-1)(q-1) < 1: w = 0 repels for every alpha",
        power < 1,
        case["repels"],
        conclusion=True,
    )
    yield Equivalent(
        "and loses iff (L-1)(q-1) > 1: w = 0 attracts for every alpha", power > 1, case["attracts"], conclusion=True
    )
    yield Identity(
        "m = 1: the rate is linear in r",
        ray.subs(q, L / (L - 1)),
        r * case["critical"].subs(q, L / (L - 1)),
        conclusion=True,
    )
    yield Identity(
        "m != 1: the other rest point of the ray", case["ray"].subs(r, case["rest"]), 0, domain=REST, conclusion=True
    )
    largest = size_rate(r, r ** (L - 1) * c, strength).subs(G, -(bound ** (q - 1)))
    rest = bound ** (q - 1) * r ** (power - 1)
    yield Group(
        "off the ray: the largest size R of a coordinate has dR/dt <= R (B^{q-1} R^{(L-1)(q-1)-1} - alpha), as the"
        " others multiply to c R^{L-1}, c <= 1",
        (
            Identity("the bound at c = 1", largest.subs(c, 1), r * (rest - strength)),
            Cite(
                "for q > 1 the bound grows with c",
                "power-monotone",
                (Decided("q > 1: q - 1 > 0", sp.Implies(q > 1, q - 1 > 0)),),
            ),
            Decided(
                "m > 1: the power of R in the bracket is positive, so it is negative for small R",
                sp.Implies(M > 1, power - 1 > 0),
            ),
            Inequality("because alpha > 0", 0, strength, strict=True),
        ),
    )


REST = {q: tuple(sp.Rational(i, 12) for i in (13, 14, 19)), L: (sp.Integer(2), sp.Integer(4), sp.Integer(6))}
RAY = g ** (q - 1) * r ** ((L - 1) * (q - 1)) - alpha * r
REST_POINT = (g ** (q - 1) / alpha) ** (1 / (1 - (L - 1) * (q - 1)))
TINY = sp.Rational(1, 10**40)

DECOUPLED = Claim(
    id="saddles-decay-decoupled",
    title="w = 0 under decoupled weight decay",
    source="beyond the paper; Theorem 4.3 (S) with decay, asked by the reviewers",
    statement=(
        "|w_i| = r under an outward gradient of size g: dr/dt = {ray}. w = 0 repels for every alpha iff {repels},"
        " attracts for every alpha iff {attracts}; at q (L - 1)/L = 1, dr/dt = r times {critical}. Off m = 1 the ray"
        " rests at r = {rest}."
    ),
    hypotheses=(STEEPNESS, DEPTH, SMOOTH, STRENGTH),
    parts={"ray": RAY, "repels": M < 1, "attracts": M > 1, "critical": g ** (q - 1) - alpha, "rest": REST_POINT},
    argue=argue_decoupled,
    scope=(
        "every q in [1, 2], every L >= 2; attraction from every direction, repulsion along the ray (for the solution"
        " that leaves at once)"
    ),
    remark=(
        "For q < 2 this is no gradient flow: these are equilibria of the flow. It is dual-decay on the balanced ray."
    ),
    mutants=(
        Mutant("exponent q(L-1)", {"ray": g ** (q - 1) * r ** ((L - 1) * q) - alpha * r}),
        Mutant("sign of the decay", {"ray": g ** (q - 1) * r ** ((L - 1) * (q - 1)) + alpha * r}),
        Mutant("decay L alpha", {"ray": g ** (q - 1) * r ** ((L - 1) * (q - 1)) - L * alpha * r}),
        Mutant("1e-40", {"ray": RAY + TINY * r}),
        Mutant("repels at m = 1", {"repels": M <= 1}),
        Mutant("attracts for L >= 3", {"attracts": L >= 3}),
        Mutant("g for g^{q-1} at m = 1", {"critical": g - alpha}),
        Mutant("rest point without the root", {"rest": g ** (q - 1) / alpha}),
        Mutant("without decay", drop="decay"),
    ),
)

CLAIMS = (DECOUPLED,)
