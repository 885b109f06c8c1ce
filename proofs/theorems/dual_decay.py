"""Decoupled decay in the dual variable: y_t = R'_{Lambda_t}(x_t), Lambda_t = Lambda_0 exp(-q int alpha), then

  dy/dt = -<g>^{q-1} - alpha(t) L (1 - m) y,      m = q(L - 1)/L;      balanced, m = 1: -<g>^{q-1} - alpha sign(x).

Why: with c = exp(-int alpha) the weights w_i/c follow the flow without decay, driven by <g>^{q-1} c^{(L-1)(q-1)-1}; and
R' is homogeneous of degree L(1 - m) = 1 - (L-1)(q-1) in the weights, so the powers of c cancel.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, alpha, q, u, x, y
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import CROSSINGS, DECAY, DECAYED_FLOW, DEPTH, INVARIANTS, LEAVES, STEEPNESS
from ..judging.on_claims import Rests
from ..judging.steps import Decided, Equivalent, Given, Group, Identity, Inequality, Step, along, induction
from .shared.asymptotics import M
from .shared.product import FACTOR, P
from .shared.weights import SLOPE, G, X, b, size_rate

c, k, more = sp.symbols("c k j", positive=True)  # c = exp(-int alpha); k0; L - 1 - k0
eta, s = sp.symbols("eta s", real=True)  # R'_{Lambda_0} of the weights w/c; s = sign(x)
DEGREE = L - q * (L - 1)
DRIVE = (L - 1) * (q - 1) - 1  # the power of c in what drives w/c


def argue(case: Case) -> Iterator[Step]:
    """Take the decay out of the weights, then the power of c out of R'."""
    yield Given("alpha is integrable, so c = exp(-int alpha) has dc/dt = -alpha c", "decay")
    moved = size_rate(c * b, c ** (L - 1) * X) / c + alpha * b
    undecayed = Identity(
        "b = |w_i|/c: db/dt = -(G c^{(L-1)(q-1)-1}) X^{q-1}, where the others multiply to c^{L-1} X",
        moved,
        size_rate(b, X, sp.Integer(0)).subs(G, G * c**DRIVE),
    )
    yield undecayed
    yield Rests(
        "eta = R'_{Lambda_0}(x/c^L) obeys d eta/dt = -<g>^{q-1} c^{(L-1)(q-1)-1}, whatever function of t drives the"
        " flow",
        "mirror-flow",
        {
            "no-decay": undecayed,
            "flow": Group("w/c follows it", (Given("w follows the decayed flow", "flow"), undecayed)),
        },
    )
    yield from homogeneous()
    rates = {c: -alpha * c, eta: -SLOPE * c**DRIVE}
    moving = along(c**DEGREE * eta, rates)
    yield Identity("y = c^{L(1-m)} eta: dy/dt", moving, case["rate"].subs(y, c**DEGREE * eta), conclusion=True)
    yield normalised()
    for sign, side in ((1, "x > 0"), (-1, "x < 0")):
        drift = along(sign * sp.log(c) + eta, rates).subs(q, L / (L - 1))
        text = f"balanced, m = 1, {side}: y = sign(x) log|x|/L = sign(x) log c + eta"
        yield Identity(text, drift, case["critical"].subs(s, sign), conclusion=True)
    yield Equivalent("decay contracts y iff L(1 - m) > 0", DEGREE > 0, case["contracts"], conclusion=True)
    yield Equivalent("decay expands y iff L(1 - m) < 0", DEGREE < 0, case["expands"], conclusion=True)


def homogeneous() -> Iterator[Step]:
    """R' at the weights c w is c^{L(1-m)} R' at w."""
    yield induction(
        "u -> c^q u, Lambda -> c^q Lambda takes P(u) to c^{qL} P(u), for every L",
        Identity("one factor", c**q * u + c**q * FACTOR, c**q * (u + FACTOR)),
        Identity("one more", (c ** (q * L) * P) * (c**q * FACTOR), c ** (q * (L + 1)) * P * FACTOR),
    )
    yield Identity(
        "with v = c^q s: P(v)^{1/q-1} dv = c^{L(1-m)} P(s)^{1/q-1} ds, between the scaled limits 0, u and infinity",
        (c ** (q * L) * P) ** (1 / q - 1) * c**q,
        c**DEGREE * P ** (1 / q - 1),
    )
    balanced = x ** (1 - M) / (L * (1 - M))
    yield Identity("balanced, m != 1: the same", balanced.subs(x, c**L * x), c**DEGREE * balanced)


def normalised() -> Group:
    """R' vanishes at u = 0 or at infinity but in one case."""
    return Group(
        "R' is normalised at u = 0 (m_0 < 1) or at infinity (m > 1), or it is balanced with m = 1",
        (
            Inequality(
                "k0 < L, so L = k0 + j: m - m_0 = q j/(k0 (k0 + j)) > 0, and m_0 >= 1 gives m > 1",
                0,
                q * (k + more - 1) / (k + more) - q * (k - 1) / k,
                strict=True,
            ),
            Decided("k0 = L: m_0 = m, which is < 1, > 1, or 1", sp.Or(M < 1, M > 1, sp.Eq(M, 1))),
        ),
    )


RATE = -SLOPE - alpha * L * (1 - M) * y
TINY = sp.Rational(1, 10**40)

CLAIM = Claim(
    id="dual-decay",
    title="Decoupled decay moves the dual variable by an exact linear law",
    source="beyond the paper; it makes Theorem 4.14 (S) exact off balance",
    statement=(
        "y_t = R'(x_t) with the Lambda_t of time t obeys dy/dt = {rate}, h = <g>^(q-1); balanced with q (L - 1)/L = 1,"
        " where R' = log|x|/L for x > 0, dy/dt = {critical}, s = sign(x). Decay contracts y iff {contracts} and expands"
        " it iff {expands}."
    ),
    hypotheses=(STEEPNESS, DEPTH, DECAYED_FLOW, DECAY, CROSSINGS, INVARIANTS, LEAVES),
    parts={"rate": RATE, "critical": -SLOPE - alpha * s, "contracts": M < 1, "expands": M > 1},
    argue=argue,
    scope="every q in [1, 2], every L >= 2, all invariants, every objective, any integrable alpha(t) >= 0",
    remark=(
        "R' is normalised from u = 0 where m_0 < 1, else to 0 at infinity. Expansion of y is not instability: Y expands"
        " at the same rate (blow-up-decay)."
    ),
    mutants=(
        Mutant("sign of the decay", {"rate": -SLOPE + alpha * L * (1 - M) * y}),
        Mutant("without L", {"rate": -SLOPE - alpha * (1 - M) * y}),
        Mutant("2 - m for 1 - m", {"rate": -SLOPE - alpha * L * (2 - M) * y}),
        Mutant("exponent of h", {"rate": -(SLOPE**2) - alpha * L * (1 - M) * y}),
        Mutant("1e-40", {"rate": RATE - TINY * alpha * y}),
        Mutant("no drift at m = 1", {"critical": -SLOPE}),
        Mutant("drift L alpha at m = 1", {"critical": -SLOPE - L * alpha * s}),
        Mutant("contracts at m = 1 too", {"contracts": M <= 1}),
        Mutant("expands from m = 3/2 on", {"expands": sp.Rational(3, 2) < M}),
        Mutant("alpha not integrable", drop="decay"),
        Mutant("another flow", drop="flow"),
        Mutant("a solution that stays at 0", drop="leaves-at-once"),
        Mutant("no convention at q = 1", drop="joint-sign"),
    ),
)

CLAIMS = (CLAIM,)
