"""How long a small start takes to a fixed x_1 under constant g, as eps -> 0: three regimes with their exact constants.

(a) w = eps c, all weights small:   T g^{q-1} = eps^{L(1-m)} (1/q) int_{u_c}^{u_1/eps^q} P_c^{1/q-1} ds
      m < 1: -> x_1^{1-m}/(L(1-m));   m = 1: ~ log(1/eps);   m > 1: ~ eps^{-L(m-1)} times the blow-up time of c (at g =
      1)
(b) Lambda fixed, the k0 smallest weights = eps:   T g^{q-1} = (1/q) int_{eps^q}^{u_1} v^{k0(1/q-1)} Q(v)^{1/q-1} dv, c
= Q(0)
      m_0 < 1: -> R'(x_1);   m_0 = 1: ~ c^{1/q-1} log(1/eps);   m_0 > 1: ~ c^{1/q-1} eps^{-k0(m_0-1)}/(k0(m_0-1))
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.product.exponents import integrable_at_infinity, integrable_at_zero
from ...symbolic.symbols import L, q
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import CROSSINGS, DEPTH, FLOW, INVARIANTS, LEAVES, NO_DECAY, STEEPNESS
from ..judging.on_claims import Rests
from ..judging.steps import Cite, Equivalent, Given, Group, Identity, Step
from .blow_up import OUTWARD, balanced_time, g, homogeneous
from .escape import SAME_SIGN
from .shared.asymptotics import M, Q, T, c, factors_at_infinity, factors_at_zero, k, s

eps, U, v, x1 = sp.symbols("eps U v x_1", positive=True)  # U = u_1/eps^q; c = Q(0)
CRITICAL_Q = L / (L - 1)  # m = 1
OVER_P = 1 - 1 / q
ABOVE = {
    q: tuple(sp.Rational(i, 12) for i in (19, 22, 24)),
    L: (sp.Integer(3), sp.Integer(5)),
    k: (sp.Integer(3), sp.Integer(5)),
}
BELOW = {
    q: tuple(sp.Rational(i, 24) for i in (25, 26, 27)),
    L: (sp.Integer(2), sp.Integer(5)),
    k: (sp.Integer(2), sp.Integer(5)),
}


def argue(case: Case) -> Iterator[Step]:
    """One integral, whose end the power law of P decides: at infinity for (a), at 0 for (b)."""
    upwards = Given("a constant outward gradient pushes x > 0 up", "outward")
    yield Rests("T g^{q-1} = (1/q) int_{u_0}^{u_1} P^{1/q-1} dv", "escape-time", {"pushes-up": upwards})
    yield from shrinking(case)
    yield from smallest(case)


def shrinking(case: Case) -> Iterator[Step]:
    """(a): scale eps out; the upper end U = u_1/eps^q tends to infinity."""
    yield from homogeneous()
    yield factors_at_infinity()
    yield Identity(
        "the level U of x = x_1/eps^L has U x^{-q/L} = T^{-1/L}, which tends to 1: U ~ x_1^{q/L}/eps^q",
        ((s**-L * T) ** (1 / q)) ** (-q / L) / s,
        T ** (-1 / L),
    )
    yield at_infinity()
    yield Equivalent("the integral to infinity is finite iff m > 1", integrable_at_infinity(L * OVER_P), M > 1)
    yield Equivalent("T stays bounded iff m < 1", L * OVER_P < 1, case["bounded"], conclusion=True)
    yield Equivalent("T grows like log(1/eps) iff m = 1", sp.Eq(L * OVER_P, 1), case["logarithmic"], conclusion=True)
    power = eps ** (L - q * (L - 1)) / q * U ** (1 - L * OVER_P) / (1 - L * OVER_P)
    limit = power.subs(U, x1 ** (q / L) * eps**-q) / g ** (q - 1)
    yield Identity(
        "m < 1: eps^{L(1-m)}/q U^{1-L/p}/(1 - L/p) with U = x_1^{q/L}/eps^q",
        limit,
        case["limit"],
        domain=BELOW,
        conclusion=True,
    )
    grown = (sp.log(eps**-q) / q).subs(q, CRITICAL_Q)
    yield Identity(
        "m = 1: (1/q) log U, whose rate in log(1/eps)",
        -eps * sp.diff(grown, eps),
        case["slope"].subs(q, CRITICAL_Q) * (g ** (q - 1)).subs(q, CRITICAL_Q),
        conclusion=True,
    )
    scaled = eps ** (L - q * (L - 1))
    yield Identity(
        "m > 1: T eps^{L(m-1)} tends to the blow-up time of c", scaled, eps ** case["exponent"], conclusion=True
    )
    yield Rests("which is (1/q) int_{u_c}^inf P_c^{1/q-1} ds/g^{q-1}", "blow-up-time")
    yield Identity(
        "for c = (1, ..., 1) it is x^{1-m}/(L(m-1) g^{q-1}) at x = 1",
        balanced_time(sp.Integer(1), g),
        case["all_ones"],
        domain=ABOVE,
        conclusion=True,
    )


def at_infinity() -> Cite:
    """int_{u_c}^U P^{1/q-1} compared with int^U s^{-L/p} as U -> infinity."""
    density = (s**-L * T) ** (1 / q - 1)
    return Cite(
        "the integral to U grows like that of v^{-L/p}, which is log U or U^{1-L/p}/(1 - L/p)",
        "l-hopital",
        (
            Group(
                "the ratio of the derivatives in U tends to 1",
                (
                    Identity(
                        "at U = 1/s: P^{1/q-1} = U^{-L/p} T^{1/q-1}", density, s ** (L * OVER_P) * T ** (1 / q - 1)
                    ),
                    Identity("the last factor is 1 where T = 1", (T ** (1 / q - 1)).subs(T, 1), 1),
                    Identity(
                        "d(U^{1-L/p}/(1-L/p))/dU",
                        sp.diff(U ** (1 - L * OVER_P) / (1 - L * OVER_P), U),
                        U ** (-L * OVER_P),
                        domain=BELOW,
                    ),
                    Identity(
                        "d log U/dU = U^{-L/p} at m = 1",
                        sp.diff(sp.log(U), U),
                        (U ** (-L * OVER_P)).subs(q, CRITICAL_Q),
                    ),
                ),
            ),
            Equivalent(
                "and the comparison tends to infinity iff m <= 1", sp.Not(integrable_at_infinity(L * OVER_P)), M <= 1
            ),
        ),
    )


def smallest(case: Case) -> Iterator[Step]:
    """(b): the lower end eps^q tends to 0 at fixed Lambda, P = v^k Q(v), Q(0) = c."""
    layers = k * OVER_P
    yield Group(
        "near 0, P^{1/q-1} = v^{-k/p} Q^{1/q-1} with Q continuous and positive at 0",
        (Identity("the factors", (v**k * Q) ** (1 / q - 1), v**-layers * Q ** (1 / q - 1)), factors_at_zero()),
    )
    with_L = {k: L}  # a condition is decided with L for k0
    yield Equivalent(
        "the integral from 0 is finite iff m_0 < 1: then T tends to R'(x_1)/g^{q-1}",
        integrable_at_zero(layers.subs(with_L)),
        case["bounded"],
        conclusion=True,
    )
    lower = eps**q
    constant = c ** (1 / q - 1)
    derivative = v**-layers / q
    yield Cite(
        "else T is asymptotic to the integral of c^{1/q-1} v^{-k/p}/q from eps^q",
        "l-hopital",
        (
            Identity(
                "the derivatives in the lower end have the ratio (Q/c)^{1/q-1}, 1 at v = 0, where Q = c",
                ((v**-layers * Q ** (1 / q - 1)) / (v**-layers * c ** (1 / q - 1))).subs(Q, c),
                1,
            ),
            Equivalent(
                "and that integral tends to infinity iff m_0 >= 1",
                sp.Not(integrable_at_zero(layers.subs(with_L))),
                M >= 1,
            ),
        ),
    )
    critical = {q: k / (k - 1)}
    yield Identity(
        "m_0 = 1: the rate of T in log(1/eps)",
        (constant * derivative.subs(v, lower) * sp.diff(lower, eps) * eps).subs(critical),
        (case["slope_zero"] * g ** (q - 1)).subs(critical),
        conclusion=True,
    )
    primitive = case["power_zero"] * g ** (q - 1)
    yield Identity(
        "m_0 > 1: dT/d eps",
        sp.diff(primitive, eps),
        -constant * derivative.subs(v, lower) * sp.diff(lower, eps),
        domain=ABOVE,
        conclusion=True,
    )
    yield Identity(
        "and it has no constant term: its exponent is k(1 - m_0)",
        eps * sp.diff(primitive, eps),
        (k - q * (k - 1)) * primitive,
        domain=ABOVE,
        conclusion=True,
    )


M_ZERO = q * (k - 1) / k
LIMIT = x1 ** (1 - M) / (L * (1 - M) * g ** (q - 1))
SLOPE_ZERO = c ** (1 / q - 1) / g ** (q - 1)
POWER_ZERO = c ** (1 / q - 1) * eps ** (k * (1 - M_ZERO)) / (k * (M_ZERO - 1) * g ** (q - 1))

CLAIM = Claim(
    id="escape-law",
    title="Escape from a small start: bounded, logarithmic or a power of 1/eps",
    source="beyond the paper; asked by the reviewers",
    statement=(
        "As eps -> 0 at constant gradient of size g, to a fixed x_1 > 0. (a) w = eps c: T is bounded iff {bounded} and"
        " tends to {limit}; iff {logarithmic} T ~ {slope} log(1/eps); else T ~ eps^({exponent}) T_c with T_c the"
        " blow-up time of c, {all_ones} for c = (1, ..., 1). (b) Lambda fixed, the k smallest weights eps, c the"
        " product of the positive Lambda: with k for L, T is bounded under the same condition and tends to"
        " R'(x_1)/g^(q-1); at q (k - 1)/k = 1, T ~ {slope_zero} log(1/eps); beyond, T ~ {power_zero}."
    ),
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, CROSSINGS, INVARIANTS, LEAVES, OUTWARD, SAME_SIGN),
    parts={
        "bounded": M < 1,
        "logarithmic": sp.Eq(M, 1),
        "limit": LIMIT,
        "slope": g ** (1 - q),
        "exponent": L * (1 - M),
        "all_ones": 1 / (L * (M - 1) * g ** (q - 1)),
        "slope_zero": SLOPE_ZERO,
        "power_zero": POWER_ZERO,
    },
    argue=argue,
    scope=(
        "every q in [1, 2], every L >= 2, every direction c without a zero weight, all invariants; a gradient between"
        " two bounds keeps the regimes"
    ),
    remark="The exponent L(1-m) is 1 - (L-1)(q-1). It concerns the solution that leaves at once.",
    mutants=(
        Mutant("bounded at m = 1", {"bounded": M <= 1}),
        Mutant("logarithmic at q = 2 only", {"logarithmic": sp.Eq(q, 2)}),
        Mutant("limit without L", {"limit": L * LIMIT}),
        Mutant("slope 1/L", {"slope": g ** (1 - q) / L}),
        Mutant("exponent 1 - m", {"exponent": 1 - M}),
        Mutant("exponent q for q - 1", {"exponent": 1 - (L - 1) * q}),
        Mutant("1e-40 in the exponent", {"exponent": L * (1 - M) + sp.Rational(1, 10**40)}),
        Mutant("constant of the power law", {"all_ones": 1 / (L * (1 - M) * g ** (q - 1))}),
        Mutant("c^{1/q} at m_0 = 1", {"slope_zero": c ** (1 / q) / g ** (q - 1)}),
        Mutant("L for k0", {"power_zero": POWER_ZERO.subs(k, k + 1)}),
        Mutant("with decay", drop="no-decay"),
        Mutant("the gradient may change", drop="outward"),
        Mutant("a solution that stays at 0", drop="leaves-at-once"),
    ),
)

CLAIMS = (CLAIM,)
