"""Blow-up: for m > 1 and constant outward g, T = (Y - R'(x_0))/|g|^{q-1} = int_{u_0}^inf P^{1/q-1} du/(q |g|^{q-1}).

With decoupled decay both y and Y = R'(infinity) expand like exp(kappa A), kappa = L(m-1), A = int alpha (claim
`dual-decay`): z = Y_t - y_t has dz/dt = kappa alpha z - |g|^{q-1}, so x reaches infinity at the t with int_0^t
exp(-kappa A) = T, if there is one.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, alpha, lam, q, u, x
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import CROSSINGS, DECAY, DECAYED_FLOW, DEPTH, FLOW, INVARIANTS, LEAVES, NO_DECAY, STEEPNESS
from ..judging.on_claims import Rests
from ..judging.steps import Cite, Decided, Equivalent, Given, Group, Identity, Inequality, Step, along, induction
from .shared.asymptotics import SLOPE_FINITE_AT_INFINITY, M, metric_at_infinity, power_integrals
from .shared.product import FACTOR, REALIZED, SIZE_OF_X, D, P, in_u

g, v, z, A, T0, theta, more = sp.symbols("g v z A T_0 theta d", positive=True)
OVER_P = 1 - 1 / q
scale = sp.Symbol("c", positive=True)
OUTWARD = Hypothesis("outward", "the gradient is constant, of size g > 0, and pushes x away from 0")
KAPPA = L * (M - 1)
MILD = {L: (sp.Integer(3), sp.Integer(5)), q: tuple(sp.Rational(i, 12) for i in (19, 22, 24))}  # m > 1


def homogeneous() -> Iterator[Step]:
    """R' at the weights c w is c^{L(1-m)} R' at w."""
    yield induction(
        "u -> c^q u, Lambda -> c^q Lambda takes P(u) to c^{qL} P(u), for every L",
        Identity("one factor", scale**q * u + scale**q * FACTOR, scale**q * (u + FACTOR)),
        Identity("one more", (scale ** (q * L) * P) * (scale**q * FACTOR), scale ** (q * (L + 1)) * P * FACTOR),
    )
    yield Identity(
        "with v = c^q s: P(v)^{1/q-1} dv = c^{L(1-m)} P(s)^{1/q-1} ds, between the scaled limits 0, u and infinity",
        (scale ** (q * L) * P) ** (1 / q - 1) * scale**q,
        scale ** (L - q * (L - 1)) * P ** (1 / q - 1),
    )
    balanced = x ** (1 - M) / (L * (1 - M))
    yield Identity("balanced, m != 1: the same", balanced.subs(x, scale**L * x), scale ** (L - q * (L - 1)) * balanced)


def balanced_time(at: sp.Expr, size: sp.Expr) -> sp.Expr:
    """x^{1-m}/(L(m-1) g^{q-1}): int_x^inf R'' dx/g^{q-1} for R'' = x^{-m}/L."""
    return at ** (1 - M) / (L * (M - 1) * size ** (q - 1))


def argue(case: Case) -> Iterator[Step]:
    """R' rises at constant speed and ends at Y, finite iff m > 1."""
    speed = g ** (q - 1)
    yield Given("the gradient is constant and outward", "outward")
    yield Rests("d R'(x_t)/dt = -<gradient>^{q-1}, of size g^{q-1} and outward", "mirror-flow")
    yield metric_at_infinity()
    yield power_integrals()
    yield Equivalent(
        "R'(infinity) is finite iff m > 1: x reaches infinity in finite time",
        SLOPE_FINITE_AT_INFINITY,
        case["condition"],
        conclusion=True,
    )
    yield Identity(
        "dT/du_0 = -dR'/du / g^{q-1}", -in_u(SIZE_OF_X) / D / speed, -case["density"], domain=REALIZED, conclusion=True
    )
    yield Identity(
        "balanced: dT/dx_0 = -R''/g^{q-1}",
        sp.diff(case["balanced"], x),
        -(x**-M) / L / speed,
        domain=MILD,
        conclusion=True,
    )
    yield Identity(
        "and T -> 0 at infinity: a multiple of x^{1-m}",
        x * sp.diff(case["balanced"], x),
        (1 - M) * case["balanced"],
        domain=MILD,
        conclusion=True,
    )
    yield from one_parameter(case)


def one_parameter(case: Case) -> Iterator[Step]:
    """From x_0 = 0: P = u(u + lambda)^{L-1} and P = u^{L-1}(u + lambda), by v = lambda s in Euler's integral."""
    for sign, many, few in (("positive", L - 1, 1), ("negative", 1, L - 1)):  # multiplicities of lambda and of 0
        first, second = 1 - few * OVER_P, L * OVER_P - 1
        scaled = (v**few * (v + 1) ** many) ** (1 / q - 1)
        density = ((lam * v) ** few * (lam * v + lam) ** many) ** (1 / q - 1) * lam / q
        scale = lam ** (1 - L * OVER_P) / q
        yield Cite(
            f"lambda {sign}: (1/q) int_0^inf P^{{1/q-1}} is lambda^{{1-L/p}}/q times a beta function",
            "beta-integral",
            (
                Group(
                    "v = lambda s, and the integrand is s^{a-1} (1+s)^{-a-b}",
                    (
                        Identity("scaling", density, scale * scaled),
                        Identity("exponents", scaled, v ** (first - 1) * (1 + v) ** (-first - second)),
                    ),
                ),
                Equivalent("b > 0 iff m > 1", second > 0, M > 1),
                exists(few, first),
            ),
        )
        value = scale * sp.gamma(first) * sp.gamma(second) / sp.gamma(first + second) / g ** (q - 1)
        yield Identity(
            f"so from x_0 = 0 the blow-up time is, lambda {sign}",
            value,
            case[sign],
            domain=MILD if few == 1 else NEGATIVE,
            conclusion=True,
        )


def exists(few: sp.Expr, first: sp.Expr) -> Step:
    """a > 0 iff m_0 < 1, so that x_0 = 0 is not infinitely far."""
    if few == 1:
        return Decided("a = 1/q > 0", first > 0)
    return Equivalent("a > 0 iff m_0 = q(L-2)/(L-1) < 1", first > 0, q * (L - 2) / (L - 1) < 1)


def argue_decay(case: Case) -> Iterator[Step]:
    """The gap z = Y - y, its integrating factor, constant alpha."""
    kappa, speed = KAPPA, g ** (q - 1)
    yield Rests("y obeys the law of dual-decay", "dual-decay")
    yield from homogeneous()
    upper = z * sp.exp(-A * L * (1 - M))
    yield Identity(
        "so Y_t = R'(infinity) at Lambda_t is c^{L(1-m)} Y_0, c = exp(-A): it obeys the law without drive",
        along(upper, {A: alpha}),
        -alpha * L * (1 - M) * upper,
    )
    yield Given("the gradient is constant and outward: -<gradient>^{q-1} = g^{q-1} for x > 0", "outward")
    y, Y = sp.symbols("y Y", real=True)
    gap = along(Y - y, {Y: -alpha * L * (1 - M) * Y, y: speed - alpha * L * (1 - M) * y})
    yield Identity("z = Y - y: dz/dt", gap, case["gap"].subs(z, Y - y), conclusion=True)
    frozen = z * sp.exp(-kappa * A)
    rate = along(frozen, {z: case["gap"], A: alpha})
    yield Identity(
        "d(z exp(-kappa A))/dt = -g^{q-1} exp(-kappa A): z = 0 when int_0^t exp(-kappa A) = z_0/g^{q-1} = T_0",
        rate,
        -speed * sp.exp(-kappa * A),
        conclusion=True,
    )
    constant = {T0: (1 - theta) / (kappa * alpha)}  # alpha kappa T_0 = 1 - theta < 1
    reached = (1 - sp.exp(-kappa * alpha * case["time"])) / (kappa * alpha)
    yield Identity(
        "constant alpha: int_0^T exp(-kappa alpha t) dt = T_0 at the stated T",
        reached.subs(constant),
        constant[T0],
        domain=PUSHED,
        conclusion=True,
    )
    yield Inequality("the integral stays below 1/(kappa alpha), which it never reaches", 0, 1 / (1 + more), strict=True)
    yield Identity(
        "so there is no such T iff alpha >= the threshold: 1/(kappa alpha) = T_0 there",
        1 / (kappa * case["threshold"]),
        T0,
        domain=MILD,
        conclusion=True,
    )


NEGATIVE = {L: (sp.Integer(3),), q: tuple(sp.Rational(i, 12) for i in (19, 20, 22))}  # 1 < m, m_0 < 1
PUSHED = {**MILD, theta: (sp.Rational(1, 3), sp.Rational(3, 4)), alpha: (sp.Rational(2, 3), sp.Integer(1))}
TINY = sp.Rational(1, 10**40)


def beta_form(a: sp.Expr, b: sp.Expr) -> sp.Expr:
    """lambda^{1-L/p} B(a, b)/(q g^{q-1})."""
    return lam ** (1 - L * OVER_P) * sp.gamma(a) * sp.gamma(b) / (q * sp.gamma(a + b) * g ** (q - 1))


TIME = -sp.log(1 - KAPPA * alpha * T0) / (KAPPA * alpha)

BLOW_UP = Claim(
    id="blow-up-time",
    title="Blow-up under a constant outward gradient",
    source="beyond the paper; Corollary 4.12 (S) = 4.14 (C), its consequence",
    statement=(
        "x reaches infinity in finite time iff {condition}; then -dT/du = {density} and T -> 0 at infinity. Balanced: T"
        " = {balanced}. From x = 0, Lambda = (0, lam, ..., lam): T = {positive}; Lambda = (0, ..., 0, lam), q (L -"
        " 2)/(L - 1) < 1: T = {negative}."
    ),
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, CROSSINGS, INVARIANTS, LEAVES, OUTWARD),
    parts={
        "condition": M > 1,
        "density": P ** (1 / q - 1) / (q * g ** (q - 1)),
        "balanced": balanced_time(x, g),
        "positive": beta_form(1 / q, L * OVER_P - 1),
        "negative": beta_form(1 - (L - 1) * OVER_P, L * OVER_P - 1),
    },
    argue=argue,
    scope="every q in [1, 2], every L >= 2, all invariants",
    remark="With f bounded below and no decay there is none: |w_i(t) - w_i(0)| <= t^{1/q} (f_0 - f_inf)^{1/p}.",
    mutants=(
        Mutant("from m = 1 on", {"condition": M >= 1}),
        Mutant("only at q = 2", {"condition": sp.And(sp.Eq(q, 2), L > 2)}),
        Mutant("without 1/q", {"density": P ** (1 / q - 1) / g ** (q - 1)}),
        Mutant("sign", {"balanced": -balanced_time(x, g)}),
        Mutant("exponent 2 - m", {"balanced": x ** (2 - M) / (L * (M - 1) * g ** (q - 1))}),
        Mutant("1e-40", {"balanced": balanced_time(x, g) * (1 + TINY)}),
        Mutant("beta with 1/p", {"positive": beta_form(OVER_P, L * OVER_P - 1)}),
        Mutant("the other beta", {"negative": beta_form(1 / q, L * OVER_P - 1)}),
        Mutant("inward", drop="outward"),
        Mutant("with decay", drop="no-decay"),
        Mutant("a solution that stays at 0", drop="leaves-at-once"),
    ),
)

DECAYED = Claim(
    id="blow-up-decay",
    title="How much decoupled decay prevents a blow-up",
    source="beyond the paper; asked by the reviewers",
    statement=(
        "For q (L - 1)/L > 1, with T_0 the blow-up time without decay, z = R'(infinity) - y obeys dz/dt = {gap}, and x"
        " reaches infinity when int_0^t exp(-L (m - 1) A) = T_0, A = int alpha. Constant alpha: at {time} if that is"
        " finite, and never iff alpha >= {threshold}."
    ),
    hypotheses=(STEEPNESS, DEPTH, DECAYED_FLOW, DECAY, CROSSINGS, INVARIANTS, LEAVES, OUTWARD),
    parts={"gap": KAPPA * alpha * z - g ** (q - 1), "time": TIME, "threshold": 1 / (KAPPA * T0)},
    argue=argue_decay,
    scope="every q and L with m > 1, all invariants, any integrable alpha(t) >= 0",
    mutants=(
        Mutant("sign of the decay", {"gap": -KAPPA * alpha * z - g ** (q - 1)}),
        Mutant("without L", {"gap": (M - 1) * alpha * z - g ** (q - 1)}),
        Mutant("1e-40", {"gap": KAPPA * alpha * z - g ** (q - 1) - TINY}),
        Mutant("the time without decay", {"time": T0}),
        Mutant("L for L(m-1)", {"time": -sp.log(1 - L * alpha * T0) / (L * alpha)}),
        Mutant("twice the threshold", {"threshold": 2 / (KAPPA * T0)}),
        Mutant("inward", drop="outward"),
        Mutant("alpha not integrable", drop="decay"),
        Mutant("another flow", drop="flow"),
    ),
)

CLAIMS = (BLOW_UP, DECAYED)
