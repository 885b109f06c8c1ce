"""Coupled decay, dw_i/dt = -<dF/dw_i + alpha w_i>^{q-1}: the balanced set is invariant, the differences are not closed.

With a = |w_i|, X = |x/w_i|, c = sign(x) g:  da/dt = -<c X + alpha a>^{q-1}, which for a = b is the same for both
weights. At c = 0, d(a^q - b^q)/dt = -q alpha^{q-1} (A^e - B^e), A = a^q, B = b^q, e = 2(q-1)/q: a function of A - B
alone iff e is 0 or 1.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import alpha, q, u
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import COUPLED_FLOW, DEPTH, STEEPNESS
from ..judging.steps import AtPoint, Cite, Decided, Equivalent, Given, Group, Identity, Step, along
from .shared.weights import X, a, b

SLOPE = sp.Symbol("c", real=True)  # sign(x) g, the same for every weight of a coordinate
GAP = sp.Symbol("Lambda", positive=True)  # A - B, with B = u
E = sp.Symbol("e", positive=True)
ROOT = 2 * (q - 1) / q
AT_REST = Hypothesis(
    "nonzero", "no weight is 0 and, for q < 2, no dF/dw_i + alpha w_i is 0; grad f is locally Lipschitz"
)


def signed_power(z: sp.Expr, r: sp.Expr) -> sp.Expr:
    """<z>^r = sign(z)|z|^r."""
    return z if r == 1 else sp.sign(z) * sp.Abs(z) ** r


def rate(own: sp.Expr, others: sp.Expr, slope: sp.Expr = SLOPE, steepness: sp.Expr = q) -> sp.Expr:
    """d|w_i|/dt for a weight of size `own` whose fellows multiply to `others` in size."""
    return -signed_power(slope * others + alpha * own, steepness - 1)


def orthants() -> Group:
    """s <s z>^{q-1} = <z>^{q-1} for z = c X + alpha a: the sign s of the weight drops out."""
    inner = sp.Symbol("z", real=True)
    signs = (sp.Integer(1), sp.Integer(-1))
    cases = tuple(
        Identity(f"sign of w_i: {s}", s * signed_power(s * inner, q - 1), signed_power(inner, q - 1)) for s in signs
    )
    return Group("on a sign orthant dF/dw_i = s_i c X and w_i = s_i a, so d|w_i|/dt = -<c X + alpha a>^{q-1}", cases)


def argue(case: Case) -> Iterator[Step]:
    """Tangency and uniqueness; then two families of states with the same differences and other rates."""
    yield orthants()
    yield from invariant_set(case["ratio"])
    yield at_steepness_two(case["linear"])
    yield from not_closed(case)


def invariant_set(ratio: sp.Expr) -> Iterator[Step]:
    """On |w_i| = ratio |w_j| the flow is tangent; exchanging the two weights maps solutions to solutions."""
    own = ratio * b
    tangent = rate(own, b * X) - ratio * rate(b, own * X)
    yield Identity("the flow is tangent to |w_i| = ratio |w_j|", tangent, 0, conclusion=True)
    exchanged = rate(a, b * X).subs({a: b, b: a}, simultaneous=True)
    yield Cite(
        "a solution and its exchange i <-> j start at one point of |w_i| = |w_j|, so they agree and stay there",
        "picard-lindelof",
        (
            Group(
                "both solve the same equations, whose field is locally Lipschitz",
                (
                    Given("they are solutions", "coupled-flow"),
                    Given("<z>^{q-1} is smooth off z = 0 and linear at q = 2, grad f is locally Lipschitz", "nonzero"),
                    Identity(
                        "exchanging the weights exchanges their rates (x, hence c, is the same)",
                        exchanged,
                        rate(b, a * X),
                    ),
                ),
            ),
        ),
    )


def at_steepness_two(linear: sp.Expr) -> Identity:
    """At q = 2 coupled and decoupled decay coincide."""
    two = sp.Integer(2)
    rates = {a: rate(a, b * X, steepness=two), b: rate(b, a * X, steepness=two)}
    return Identity(
        "at q = 2 the differences obey a closed equation", along(a**2 - b**2, rates), linear, conclusion=True
    )


def not_closed(case: Case) -> Iterator[Step]:
    """At c = 0 the rate, at a fixed difference, moves with u unless e is 0 or 1; at q = 1 two states show it."""
    free = along(a**q - b**q, {a: -((alpha * a) ** (q - 1)), b: -((alpha * b) ** (q - 1))})
    of_u = free.subs({a: (u + GAP) ** (1 / q), b: u ** (1 / q)})
    stated = -q * alpha ** (q - 1) * ((u + GAP) ** E - u**E)
    yield Identity(
        "the rate where g = 0, with B = u and A = u + Lambda", of_u, stated.subs(E, case["exponent"]), conclusion=True
    )
    low, high = u ** (1 - E), (u + GAP) ** (1 - E)
    slope = -q * alpha ** (q - 1) * E * (low - high) / (low * high)
    yield Identity("its slope in u has the sign of (u + Lambda)^{1-e} - u^{1-e}, times e", sp.diff(stated, u), slope)
    yield Cite(
        "z^{1-e} increases strictly, so the slope is positive for 0 < e < 1",
        "power-monotone",
        (Decided("0 < e < 1 for 1 < q < 2", sp.Implies(sp.And(q > 1, q < 2), sp.And(ROOT > 0, ROOT < 1))),),
    )
    yield Identity("for e = 1 the rate is a multiple of Lambda", stated.subs(E, 1), -q * alpha ** (q - 1) * GAP)
    yield Identity("for e = 0 it is 0", stated.subs(E, 0), 0)
    known = sp.Eq(ROOT * (ROOT - 1), 0)
    yield Equivalent("e is 0 or 1: the rate at g = 0 is a function of Lambda", known, case["closed"], conclusion=True)
    yield sign_flow()


def sign_flow() -> Group:
    """q = 1, L = 2, f = -x, alpha = 3/2: |w_1| - |w_2| = 1 at (2, 1) and (20, 19), rates -2 and 0."""
    forces = {s: (-s[1] + sp.Rational(3, 2) * s[0], -s[0] + sp.Rational(3, 2) * s[1]) for s in ((2, 1), (20, 19))}
    near, far = forces.values()
    return Group(
        "at q = 1, f = -x, alpha = 3/2 the difference 1 moves at (2, 1) and rests at (20, 19)",
        (
            AtPoint("(2, 1): c X_1 + alpha a_1 > 0", near[0], ">", sp.Integer(0)),
            AtPoint("(2, 1): c X_2 + alpha a_2 < 0, so the rate is -1 - 1", near[1], "<", sp.Integer(0)),
            AtPoint("(20, 19): both forces are positive,", far[0], ">", sp.Integer(0)),
            AtPoint("so the rate is -1 + 1", far[1], ">", sp.Integer(0)),
        ),
    )


CLAIM = Claim(
    id="balance-coupled",
    title="Balance under coupled decay",
    source="after Lemma 4.4 (S)",
    statement=(
        "Coupled decay keeps |w_i|/|w_j| = {ratio}; at q = 2, d(a^2 - b^2)/dt = {linear}; where g = 0, d(a^q - b^q)/dt"
        " is -q alpha^(q-1) (A^e - B^e) with A = a^q, B = b^q, e = {exponent}, a function of A - B iff {closed}; at q ="
        " 1 none for f = -x."
    ),
    hypotheses=(STEEPNESS, DEPTH, COUPLED_FLOW, AT_REST),
    parts={
        "ratio": sp.Integer(1),
        "linear": -2 * alpha * (a**2 - b**2),
        "exponent": ROOT,
        "closed": sp.Or(sp.Eq(q, 1), sp.Eq(q, 2)),
    },
    argue=argue,
    scope="every q in [1, 2], every L >= 2, up to the first zero of a weight or, for q < 2, of a dF/dw_i + alpha w_i",
    remark="For q < 2 the decay law of balance-decay fails: no equation for the differences holds for every objective.",
    mutants=(
        Mutant("an unbalanced ratio", {"ratio": sp.Integer(2)}),
        Mutant("ratio off by 1e-40", {"ratio": 1 + sp.Rational(1, 10**40)}),
        Mutant("constant at q = 2", {"linear": -alpha * (a**2 - b**2)}),
        Mutant("exponent", {"exponent": 2 * (q - 1)}),
        Mutant("closed for every q", {"closed": q >= 1}),
        Mutant("closed at q = 2 only", {"closed": sp.Eq(q, 2)}),
        Mutant("where a force vanishes", drop="nonzero"),
    ),
)

CLAIMS = (CLAIM,)
