"""Theorem 4.14 (S), decoupled decay on the manifold: d R'(x) = -<g>^{q-1} dt - alpha M'(x) dt with M' = L x R''.

Decay moves x by -alpha L x, since each of the L weights shrinks at the rate alpha; R'' carries that to the dual side.
  M = int L x R'' dx = (L/q) int_0^u P^{2/q-1} dv;   balanced: M = |x|^{2-m}/(2-m) = L/(L(2-q)+q) |x|^{2-q(L-1)/L}.
Limits L -> infinity: |x|^{2-q}/(2-q) for q < 2; log|x| for q = 2, after the constant L/2 is subtracted.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from symbolic.setting import Setting, setting
from symbolic.symbols import L, alpha, q, u, w, x

from ..asymptotics import GENERAL, M
from ..claim import Case, Claim, Mutant
from ..hypotheses import DECAY, DECAYED_FLOW, DEPTH, INVARIANTS, STEEPNESS
from ..steps import Cite, Decided, Given, Group, Identity, Step, along, induction

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


def slope(of: Setting) -> sp.Expr:
    """dM/du = L x R'' dx/du with x = P^{1/q}, R'' = 1/P'."""
    size = of.P() ** (1 / of.q)
    return of.depth * size / of.dP() * sp.diff(size, u)


def argue(case: Case) -> Iterator[Step]:
    """M' = L x R'' for all invariants; its primitive in u; the balanced form; the limits."""
    if not case.assumes("invariants"):
        yield Given("Lambda is frozen, so R is one function", "invariants", conclusion=True)
    yield drift()
    yield Given("the flow with decay", "flow")
    yield Identity(
        "M as an integral in u: dM/du = (L/q) P^{2/q-1} for all invariants",
        slope(GENERAL),
        case["integrand"].subs(L, GENERAL.depth).subs(P, GENERAL.P()),
        conclusion=True,
    )
    balanced = setting(q, depth=L)
    derivative = sp.diff(case["balanced"], x)
    yield Identity("balanced: M' = L x R'' = |x|^{1-m}", derivative, L * x * x**-M / L, conclusion=True)
    size = balanced.P() ** (1 / q)
    yield Identity(
        "the two forms agree at u -> 0: M = (L/q) u^{2L/q-L+1}/(2L/q-L+1)",
        case["balanced"].subs(x, size),
        L / q * u ** (2 * L / q - L + 1) / (2 * L / q - L + 1),
        conclusion=True,
    )
    yield Decided("its exponent 2 - m is positive, so M(0) = 0", 2 - M > 0)
    yield limits(case)


def limits(case: Case) -> Group:
    """L -> infinity with h = 1/L -> 0: M'(x) = x^{1-m}, 1 - m = 1 - q + q h."""
    exponent = sp.cancel((1 - M).subs(L, 1 / H))
    return Group(
        "L -> infinity: M' = |x|^{1-m} is continuous in h = 1/L up to h = 0, uniformly for x in a compact set off 0",
        (
            Identity("1 - m = 1 - q + q h", exponent, 1 - q + q * H),
            Identity(
                "q < 2: the limit's derivative is |x|^{1-q}",
                sp.diff(case["limit"], x),
                x ** exponent.subs(H, 0),
                conclusion=True,
            ),
            Identity(
                "and the values agree at x = 1: 1/(2-m) at h = 0",
                case["limit"].subs(x, 1),
                1 / (1 + exponent.subs(H, 0)),
                conclusion=True,
            ),
            Identity(
                "q = 2: the limit's derivative is 1/x",
                sp.diff(case["limit_gf"], x),
                (x ** exponent.subs(H, 0)).subs(q, 2),
                conclusion=True,
            ),
            Identity(
                "and M(1) - L/2 = 0 for every L at q = 2",
                case["balanced"].subs({x: 1, q: 2}) - L / 2,
                case["limit_gf"].subs(x, 1),
                conclusion=True,
            ),
            Cite(
                "so M converges to the limit",
                "equal-derivatives",
                (
                    Identity("derivatives", sp.diff(case["limit"], x), x ** exponent.subs(H, 0)),
                    Identity("a common value", case["limit"].subs(x, 1), 1 / (1 + exponent.subs(H, 0))),
                ),
            ),
        ),
        conclusion=True,
    )


P = sp.Symbol("P", positive=True)

DECOUPLED = Claim(
    id="regularizer-decoupled",
    title="The regularizer of decoupled weight decay",
    source="Theorem 4.14 (S), decoupled",
    statement="M = int_0^u {integrand} dv; balanced M = {balanced}; as L -> infinity {limit} for q < 2 and, at q = 2, "
    "M - L/2 -> {limit_gf} (x > 0; M is even).",
    hypotheses=(STEEPNESS, DEPTH, DECAYED_FLOW, DECAY, INVARIANTS),
    parts={
        "integrand": L / q * P ** (2 / q - 1),
        "balanced": L / (L * (2 - q) + q) * x ** (2 - q * (L - 1) / L),
        "limit": x ** (2 - q) / (2 - q),
        "limit_gf": sp.log(x),
    },
    argue=argue,
    scope="every q in [1, 2], every L >= 2, all invariants held fixed (decay moves them: off balance M is the drift at frozen Lambda)",
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
