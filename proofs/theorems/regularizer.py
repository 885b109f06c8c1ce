"""Theorem 4.14 (S), decoupled decay on the manifold: d R'(x) = -<g>^{q-1} dt - alpha M'(x) dt with M' = L x R''.

Decay moves x by -alpha L x, since each of the L weights shrinks at the rate alpha; R'' carries that to the dual side.
  M = int L x R'' dx = (L/q) int_0^u P^{2/q-1} dv;   balanced: M = |x|^{2-m}/(2-m) = L/(L(2-q)+q) |x|^{2-q(L-1)/L}.
Limits L -> infinity: |x|^{2-q}/(2-q) for q < 2; log|x| for q = 2, after the constant L/2 is subtracted.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, alpha, q, u, w, x
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import DECAY, DECAYED_FLOW, DEPTH, INVARIANTS, STEEPNESS
from ..judging.steps import Decided, Given, Group, Identity, Step, along, induction
from .shared.asymptotics import M
from .shared.product import REALIZED, SIZE_OF_X, D, P, derivative_is_sum, in_u, weight_terms
from .shared.weights import G, orthants

product, rate = sp.symbols("X r", positive=True)
H = sp.Symbol("h", positive=True)  # 1/L


def drift() -> Group:
    """Decay alone moves x = w_1...w_L at -alpha L x, for every L."""
    return induction(
        "decay moves a product of L weights at the rate -alpha L",
        Identity("one weight: dw/dt = -alpha w", along(w, {w: -alpha * w}), -alpha * w),
        Identity(
            "a further weight: d(X w)/dt = -alpha (n + 1) X w if dX/dt = -alpha n X",
            along(product * w, {product: -alpha * rate * product, w: -alpha * w}),
            -alpha * (rate + 1) * product * w,
        ),
    )


def argue(case: Case) -> Iterator[Step]:
    """The flow of the dual variable, M' = L x R'' for all invariants, its balanced form, the limits."""
    yield drift()
    yield Given("the flow with decay", "flow")
    yield Given("Lambda is frozen, so that R is one function; balanced it stays 0", "invariants")
    yield orthants()
    yield weight_terms()
    yield derivative_is_sum()
    rise = case["integrand"] / in_u(SIZE_OF_X)  # M'(x) = (dM/du)/(dx/du)
    yield Identity(
        "R'' dx/dt with dx/dt = -P' <g>^{q-1} - alpha L x is -<g>^{q-1} - alpha M'(x)",
        (-D * G - alpha * L * SIZE_OF_X) / D,
        -G - alpha * rise,
        domain={**REALIZED, G: (sp.Integer(1), sp.Rational(-1, 3))},
        conclusion=True,
    )
    yield Identity(
        "balanced: M' = L x R'' = |x|^{1-m}", sp.diff(case["balanced"], x), L * x * x**-M / L, conclusion=True
    )
    yield Identity(
        "and M = int_0^u of the integrand, (L/q) u^{2L/q-L+1}/(2L/q-L+1)",
        sp.diff(case["balanced"].subs(x, (u**L) ** (1 / q)), u),
        case["integrand"].subs(P, u**L),
        conclusion=True,
    )
    yield Decided("whose exponent 2 - m is positive, so M(0) = 0", 2 - M > 0)
    yield limits(case)


def limits(case: Case) -> Group:
    """L -> infinity with h = 1/L -> 0: M = x^{2-q+qh}/(2-q+qh)."""
    in_h = case["balanced"].subs(L, 1 / H)
    shift = sp.Symbol("e", positive=True)
    return Group(
        "L -> infinity, h = 1/L",
        (
            Identity("2 - m = 2 - q + q h", sp.cancel((2 - M).subs(L, 1 / H)), 2 - q + q * H),
            Identity("so M = x^{2-q+qh}/(2-q+qh)", in_h, x ** (2 - q + q * H) / (2 - q + q * H)),
            Identity(
                "q < 2: continuous up to h = 0, where it is",
                (x ** (2 - q + q * H) / (2 - q + q * H)).subs(H, 0),
                case["limit"],
                domain={q: BELOW_TWO},
                conclusion=True,
            ),
            Identity(
                "q = 2: M - L/2 is the difference quotient (x^e - x^0)/e, e = 2h",
                (in_h.subs(q, 2) - 1 / (2 * H)).subs(H, shift / 2),
                (x**shift - 1) / shift,
            ),
            Identity(
                "whose limit is the derivative of x^e at e = 0",
                sp.diff(x**shift, shift).subs(shift, 0),
                case["limit_gf"],
                conclusion=True,
            ),
        ),
        conclusion=True,
    )


BELOW_TWO = tuple(sp.Rational(n, 12) for n in (12, 13, 18, 23))

DECOUPLED = Claim(
    id="regularizer-decoupled",
    title="The regularizer of decoupled weight decay",
    source="Theorem 4.14 (S), decoupled",
    statement=(
        "d R'(x_t)/dt = -<g>^{{q-1}} - alpha M'(x_t) at fixed Lambda, M = int_0^u {integrand} dv with P = P(v);"
        " balanced M = {balanced}; as L -> infinity {limit} for q < 2 and, at q = 2, M - L/2 -> {limit_gf} (x > 0; M is"
        " even)."
    ),
    hypotheses=(STEEPNESS, DEPTH, DECAYED_FLOW, DECAY, INVARIANTS),
    parts={
        "integrand": L / q * P ** (2 / q - 1),
        "balanced": L / (L * (2 - q) + q) * x ** (2 - q * (L - 1) / L),
        "limit": x ** (2 - q) / (2 - q),
        "limit_gf": sp.log(x),
    },
    argue=argue,
    scope=(
        "every q in [1, 2], every L >= 2, all invariants held fixed (decay moves them: off balance M is the drift at"
        " frozen Lambda)"
    ),
    mutants=(
        Mutant("exponent", {"balanced": L / (L * (2 - q) + q) * x ** (2 - q * L / (L + 1))}),
        Mutant("constant", {"balanced": x ** (2 - q * (L - 1) / L)}),
        Mutant("integrand", {"integrand": L / q * P ** (1 / q - 1)}),
        Mutant("limit", {"limit": x ** (2 - q)}),
        Mutant("limit at q = 2", {"limit_gf": 2 * sp.log(x)}),
        Mutant("1e-40", {"balanced": L / (L * (2 - q) + q) * x ** (2 - q * (L - 1) / L) + x / 10**40}),
        Mutant("Lambda not frozen", drop="invariants"),
    ),
)

CLAIMS = (DECOUPLED,)
