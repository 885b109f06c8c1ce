"""Two readings of the late margin that fail (theory: sections 12.3, 12.4); what holds is in `margin`.

The horizon function of R would give the exponent 2 - m. One sample z = (a, b) > 0, f = exp(-z.x), balanced, m < 1:
y_k = R'(x_k) moves by z_k^{q-1} in the same clock, so y_1/y_2 -> (a/b)^{q-1}, x = (L(1-m) y)^{1/(1-m)}, and x_1/x_2
tends to (a/b)^{(q-1)/(1-m)}, while the L_e margin has the direction (a/b)^{1/(e-1)}: e = 1 + (1-m)/(q-1) = p/L.

"The margin depends on depth": 1/r = L(q-1)/q does so for q > 1, but at q = 1 it is 0 for every L.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, q, x
from ..judging.claim import Claim, Hypothesis, Instance, Mutant
from ..judging.hypotheses import DEPTH, STEEPNESS
from ..judging.steps import Decided, Identity, Step
from ..verdict import REFUTED

a, b, c, y = sp.symbols("a b c Y", positive=True)  # c = 1 - m
m = q * (L - 1) / L
BALANCED = Hypothesis("balanced-start", "every weight of a coordinate starts with the same size, and m < 1")
ONE_SAMPLE = Hypothesis("one-sample", "f = exp(-z.x) with z = (a, b), a and b > 0; no weight decay")
AT = {q: (sp.Rational(5, 4),), L: (sp.Integer(2),), a: (sp.Rational(1, 2),), b: (sp.Rational(7, 10),)}


def argue_horizon(of: Instance) -> Iterator[Step]:
    """The direction of one sample, exactly, against that of the L_e margin."""
    mirror, size = x**c / (L * c), (L * c * y) ** (1 / c)
    yield Identity("R'' = x^{-m}/L", sp.diff(mirror, x), x ** (c - 1) / L)
    yield Identity("x in terms of y = R'(x)", mirror.subs(x, size), y)
    yield Identity(
        "x_1/x_2 where y_1/y_2 = (a/b)^{q-1}",
        size.subs(y, y * (a / b) ** (q - 1)) / size,
        (a / b) ** ((q - 1) / c),
    )
    yield Identity(
        "it is the direction of the L_e margin, which maximises a x_1 + b x_2",
        (a / b) ** ((q - 1) / (1 - m)),
        (a / b) ** (1 / (of["exponent"] - 1)),
        domain=AT,
        conclusion=True,
    )


def argue_depth(of: Instance) -> Iterator[Step]:
    """1/r at L and at L + 1."""
    yield Decided("1/r grows with the depth", sp.Lt(of["inverse"], of["deeper"]), conclusion=True)


HORIZON = Claim(
    id="margin-horizon-as-proposed",
    title="As proposed: late training maximises the margin of the horizon function of R",
    source="Pesme, Dragomir, Flammarion 2024, taken over to q < 2",
    matters="The known theory of mirror flows does not carry over below q = 2.",
    statement="The flow of exp(-z.x) from a balanced start tends to the direction of the L_e margin, e = {exponent}.",
    hypotheses=(STEEPNESS, DEPTH, BALANCED, ONE_SAMPLE),
    parts={"exponent": 2 - m},
    argue=argue_horizon,
    expected=REFUTED,
    scope="every q in (1, 2] and L with m < 1; the witness has q = 5/4, L = 2",
    remark="True at q = 2, where 2 - m = p/L. The exponent is p/L: see margin-exponent, with runs up to |x| = 1e8.",
    mutants=(
        Mutant("the exponent of coupled decay", {"exponent": 2 / L}),
        Mutant("half way", {"exponent": 2 - m / 2}),
        Mutant("3/2", {"exponent": sp.Rational(3, 2)}),
    ),
)

DEPTHS = Claim(
    id="margin-depth-as-reported",
    title="As reported: the margin depends on depth",
    source="public notes: geometry-induced margin depends on depth",
    matters="Sign descent has one late preference at every depth; every other q has its own.",
    statement="The exponent r of the margin is another at depth L + 1: 1/r = {inverse} < {deeper}.",
    hypotheses=(STEEPNESS, DEPTH),
    parts={"inverse": L * (q - 1) / q, "deeper": (L + 1) * (q - 1) / q},
    argue=argue_depth,
    expected=REFUTED,
    scope="every q in [1, 2] and L >= 2",
    remark="True for every q > 1. At q = 1 the margin is that of L_infinity at every depth; depth then acts at finite"
    " time and on the speed, not on the limit.",
    mutants=(
        Mutant("two layers more", {"deeper": (L + 2) * (q - 1) / q}),
        Mutant("the wrong way", {"deeper": (L - 1) * (q - 1) / q}),
        Mutant("the same depth", {"deeper": L * (q - 1) / q}),
    ),
)

CLAIMS = (HORIZON, DEPTHS)
