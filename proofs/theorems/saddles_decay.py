"""Saddles under weight decay. Coupled: critical points of F + (alpha/2)|w|^2. Decoupled: equilibria of the flow.

Coupled, L = 2, w = 0: F + (alpha/2)(w_1^2 + w_2^2) has the Hessian block [[alpha, g], [g, alpha]] in each coordinate: a
strict minimum if every |g_i| < alpha, a saddle if some |g_i| > alpha. L >= 3: a strict minimum for every alpha > 0.
Decoupled, |w_i| = r, gradient outward: dr/dt = |g|^{q-1} r^{(L-1)(q-1)} - alpha r; the exponent is below 1 iff m < 1.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, alpha, q
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import DEPTH, STEEPNESS
from ..judging.steps import Cite, Counted, Decided, Equivalent, Given, Group, Identity, Inequality, Step
from .shared.asymptotics import M
from .shared.weights import G, size_rate

z1, z2 = sp.symbols("z_1 z_2", real=True)
g, more, z, r, eps, c, bound, j = sp.symbols("g d z r eps c B j", positive=True)  # g = |gradient|
slope = sp.Symbol("gradient", real=True)
SMOOTH = Hypothesis("differentiable", "f is C^1, and where a Hessian is named C^2")
STRENGTH = Hypothesis("decay", "alpha > 0 is constant", alpha > 0, {alpha: (sp.Rational(1, 3),)})
DEPTHS = range(2, 7)


def penalised(strength: sp.Expr, gradient: sp.Expr) -> sp.Expr:
    """g w_1 w_2 + (alpha/2)(w_1^2 + w_2^2): F - F(0) at L = 2 but for o(|w|^2)."""
    return gradient * z1 * z2 + strength / 2 * (z1**2 + z2**2)


def argue_coupled(case: Case) -> Iterator[Step]:
    """L = 2 by the quadratic form, equality by two examples, L >= 3 by orders, other points by the equations."""
    alpha_ = alpha if case.assumes("decay") else sp.Integer(0)
    yield Given(
        "f(x) = f(0) + g.x + o(|x|), and x_k = O(|w_k|^2): coordinates separate to second order", "differentiable"
    )
    block = sp.hessian(penalised(alpha_, slope), (z1, z2))
    yield Identity("L = 2: diagonal of the Hessian block", block[0, 0], case["diagonal"], conclusion=True)
    yield Identity("and its entry off the diagonal", block[0, 1], case["entry"], conclusion=True)
    for sign, size, other in ((1, "alpha + d", "-z"), (-1, "-alpha - d", "z")):
        yield Identity(
            f"gradient {sign * g}, alpha = g + d: the form is (d |z|^2 + g (z_1 {'+' if sign > 0 else '-'} z_2)^2)/2 >"
            " 0, a strict minimum",
            penalised(case["minimum_above"].subs(alpha, g) + more, sign * g),
            more / 2 * (z1**2 + z2**2) + g / 2 * (z1 + sign * z2) ** 2,
            conclusion=True,
        )
        yield Inequality(
            f"gradient {sign * g} = {size}: negative along (z, {other}), a saddle",
            penalised(alpha, sign * (alpha + more)).subs({z1: z, z2: -sign * z}),
            0,
            strict=True,
        )
    yield Inequality(
        "and positive along (z, z) where the gradient is positive",
        0,
        penalised(alpha, g).subs({z1: z, z2: z}),
        strict=True,
    )
    x = z1 * z2
    for curvature, minus, side, kind in ((1, "", "+", "minimum"), (-1, "-", "-", "saddle")):
        yield Identity(
            f"|g| = alpha: f = {minus}x^2/2 - alpha x gives (alpha/2)(w_1 - w_2)^2 {side} x^2/2, a {kind}",
            curvature * x**2 / 2 - alpha * x + alpha / 2 * (z1**2 + z2**2),
            alpha / 2 * (z1 - z2) ** 2 + sp.Rational(curvature, 2) * x**2,
        )
    yield from deeper(case)
    yield Counted(
        "a critical point has no zero weight in a coordinate or only zero weights: every pattern of zeros, L = 2..6",
        lambda: [[critical_pattern(deep, zeros) for zeros in range(1, deep + 1)] for deep in DEPTHS],
        [[zeros == (deep if case["all_or_none"] else 2) for zeros in range(1, deep + 1)] for deep in DEPTHS],
        conclusion=True,
    )
    yield Inequality(
        "why, for every L: with w_i = 0, dF/dw_l = 0 for l != i, and alpha w_l = 0 only if w_l = 0",
        0,
        alpha_ * z,
        strict=True,
    )


def deeper(case: Case) -> Iterator[Step]:
    """L >= 3: at w = eps omega the product has order eps^L, the penalty eps^2."""
    ray = slope * c * eps**L + alpha / 2 * eps**2
    yield Identity(
        "L >= 3, on the unit sphere: (F - F(0))/eps^2 but for o(eps^{L-2})",
        ray / eps**2,
        alpha / 2 + slope * c * eps ** (L - 2),
    )
    yield Equivalent(
        "which is at least alpha/4 for small eps, uniformly (|c| <= 1), whatever g is, iff L - 2 > 0",
        L - 2 > 0,
        case["always_minimum"],
        conclusion=True,
    )


def critical_pattern(layers: int, zeros: int) -> bool:
    """Whether dF/dw_l + alpha w_l = g prod_{j != l} w_j + w_l can vanish for all l where so many weights are 0, the
    rest not."""
    weights = [sp.Integer(0)] * zeros + list(sp.symbols(f"v1:{layers - zeros + 1}", positive=True))
    equations = [slope * sp.prod(weights[:i] + weights[i + 1 :]) + weights[i] for i in range(layers)]
    return not any(e.is_positive for e in equations)


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

COUPLED = Claim(
    id="saddles-decay",
    title="Saddles under coupled weight decay",
    source="beyond the paper; Theorem 4.3 (S) with decay, asked by the reviewers",
    statement=(
        "F + (alpha/2)|w|^2 at w = 0, L = 2: Hessian blocks with diagonal {diagonal} and {entry} off it; a strict"
        " minimum if alpha > |g_i| in every coordinate (equality at {minimum_above}), a saddle if |g_i| > alpha in one;"
        " at equality f = x^2/2 - alpha x has a minimum and f = -x^2/2 - alpha x a saddle. w = 0 is a strict minimum"
        " for every alpha > 0 and every f iff {always_minimum}. In every critical point a coordinate has only zero"
        " weights or none: {all_or_none}."
    ),
    hypotheses=(DEPTH, SMOOTH, STRENGTH),
    parts={"diagonal": alpha, "entry": slope, "minimum_above": alpha, "always_minimum": L >= 3, "all_or_none": sp.true},
    argue=argue_coupled,
    scope=(
        "every L >= 2, any number of coordinates, every f of class C^1 (C^2 for the Hessian); equilibria do not depend"
        " on q"
    ),
    remark=(
        "Another coordinate may be away from 0: f = x_2^2/2 - 2 x_2, L = 2, alpha = 1 has the critical point w = ((0,"
        " 0), (1, 1))."
    ),
    mutants=(
        Mutant("diagonal 2 alpha", {"diagonal": 2 * alpha}),
        Mutant("1e-40 on the diagonal", {"diagonal": alpha + TINY}),
        Mutant("sign of the entry", {"entry": -slope}),
        Mutant("minimum from alpha/2 on", {"minimum_above": alpha / 2}),
        Mutant("a minimum at L = 2 too", {"always_minimum": L >= 2}),
        Mutant("only from L = 4 on", {"always_minimum": L >= 4}),
        Mutant("some zero weights", {"all_or_none": sp.false}),
        Mutant("without decay", drop="decay"),
        Mutant("f not differentiable", drop="differentiable"),
    ),
)

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

CLAIMS = (COUPLED, DECOUPLED)
