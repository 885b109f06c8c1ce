"""Theorem 4.2 (S) as reported: mu B^{2-q} in the denominator, too strong for q < 2 and B > 1.

The witness is the sign flow from w = (1, 9) with f = (x - 20)^2/2: x = (1 + t)(9 + t) until it rests at x = 20, t = 1.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import q, t, u
from ..judging.claim import Claim, Hypothesis, Instance, Mutant
from ..judging.hypotheses import DEPTH, FLOW, NO_DECAY, STEEPNESS
from ..judging.steps import AtPoint, Group, Identity, Inequality, Step
from ..verdict import REFUTED

B, mu, drop, sigma = sp.symbols("B mu D sigma", positive=True)  # D = f_0 - f_inf

COERCIVE = Hypothesis("coercive", "1/R''_i >= mu > 0 in every coordinate along the trajectory (k0 = 1 everywhere)")
BOUNDED = Hypothesis("bounded-gradient", "|g_i| <= B along the trajectory")
BELOW = Hypothesis("bounded-below", "f is bounded below by f_inf; D = f(x_0) - f_inf")

TARGET, ARRIVAL = 20, 1
PATH = (1 + t) * (9 + t)
LOSS = (PATH - TARGET) ** 2 / 2
GRADIENT = PATH - TARGET
EXAMPLE = {
    q: sp.Integer(1),
    mu: sp.Integer(10),
    B: sp.Integer(11),
    drop: LOSS.subs(t, 0),
    sigma: sp.Integer(1),
    t: sp.Rational(1, 2),
}

WITNESS = "the sign flow at L = 2 from w = (1, 9), f = (x - 20)^2/2"


def example() -> Group:
    """The witness trajectory, checked against the flow."""
    first, second = 1 + t, 9 + t
    return Group(
        "the sign flow from w = (1, 9), f = (x - 20)^2/2: w = (1 + t, 9 + t), g < 0 until x = 20 at t = 1, then rest",
        (
            Identity("dw_1/dt = -sign(g) sign(w_2) = 1 while g < 0", sp.diff(first, t), 1),
            Identity("dw_2/dt = -sign(g) sign(w_1) = 1 while g < 0", sp.diff(second, t), 1),
            Inequality("and w_1 < w_2, so k0 = 1", first, second, strict=True),
            Identity("x = w_1 w_2 and x = 20 at t = 1", (first * second).subs(t, ARRIVAL), TARGET),
            Inequality("x increases on the way, so |g| <= |g(0)| = 11 = B", 0, sp.diff(PATH, t), strict=True),
            Identity("|g(0)| = 11", -GRADIENT.subs(t, 0), EXAMPLE[B]),
            Identity(
                "1/R'' = P'(u) = 2 u + 8 = w_1 + w_2 with u = w_1",
                sp.diff(u * (u + 8), u).subs(u, first),
                first + second,
            ),
            Inequality("which is at least 10 = mu", EXAMPLE[mu], first + second),
            Identity("at x = 20 it rests: f = 0 from then on", LOSS.subs(t, ARRIVAL), 0),
            Identity("||g||^2 = 2 (f - f*), so sigma = 1", GRADIENT**2, 2 * EXAMPLE[sigma] * LOSS),
        ),
    )


def paid() -> sp.Rational:
    """int_0^1 |g|^2 dt on the witness trajectory, exactly."""
    return sp.integrate(sp.expand(GRADIENT**2), (t, 0, ARRIVAL))


def argue_reported(of: Instance) -> Iterator[Step]:
    """The reported bound against the witness trajectory."""
    yield example()
    yield AtPoint("it holds on the witness trajectory", paid(), "<", of["bound"], EXAMPLE, WITNESS, conclusion=True)


AS_REPORTED = Claim(
    id="convergence-as-reported",
    title="As reported: the bound with mu B^{2-q} in the denominator",
    source="Theorem 4.2 (S), as reported",
    matters="The wrong power of B promises too much exactly where steep methods meet large gradients.",
    statement="int_0^infinity ||g||^2 dt <= {bound}.",
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, COERCIVE, BOUNDED, BELOW),
    parts={"bound": drop / (mu * B ** (2 - q))},
    argue=argue_reported,
    expected=REFUTED,
    scope="every q in [1, 2]; the witness has q = 1, L = 2, B = 11",
    remark="The proof gives B^{2-q} in the numerator (claim convergence); the two agree at q = 2 or B = 1.",
    mutants=(
        Mutant("twice the bound", {"bound": 2 * drop / (mu * B ** (2 - q))}),
        Mutant("B^{3-q}", {"bound": drop / (mu * B ** (3 - q))}),
        Mutant("no B", {"bound": drop / mu}),
    ),
)

CLAIMS = (AS_REPORTED,)
