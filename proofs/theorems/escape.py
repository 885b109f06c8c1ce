"""Escape times are increments of the mirror map: T = (R'(x_1) - R'(x_0))/|g|^{q-1} = int_{u_0}^{u_1} P^{1/q-1} du/(q
|g|^{q-1}).

Why: dR'(x_t) = |g|^{q-1} dt for g < 0. With least <= |g| <= most on the way, T lies between the times at those speeds.
The laws for small starts: escape_law.py.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, lam, q, t, u, x
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import CROSSINGS, DEPTH, FLOW, INVARIANTS, LEAVES, NO_DECAY, STEEPNESS
from ..judging.on_claims import Rests
from ..judging.steps import AtPoint, Cite, Decided, Equivalent, Given, Group, Identity, Step, along
from .potential import NOT_CRITICAL
from .shared.asymptotics import M
from .shared.product import REALIZED, SIZE_OF_X, D, P, in_u, increasing

g, most, x0, x1, dual = sp.symbols("g most x_0 x_1 y", positive=True)  # g = |gradient|, or its least size
start = sp.Symbol("y_0", real=True)

CONSTANT = Hypothesis("pushes-up", "the gradient is negative from x_0 to x_1 > x_0, of size g or between g and `most`")
SAME_SIGN = Hypothesis("reachable", "x_0 and x_1 have one sign where m_0 >= 1 (R' is infinite at 0)")


def argue(case: Case) -> Iterator[Step]:
    """Integrate dR'/dt = |g|^{q-1}; closed forms; two speeds."""
    speed = g ** (q - 1)
    yield Rests("d R'(x_t)/dt = -<gradient>^{q-1}", "mirror-flow")
    yield Given("which is |gradient|^{q-1} > 0 on the way", "pushes-up")
    yield Given("R' is finite from x_0 to x_1", "reachable")
    yield Identity(
        "R'(x_t) = y_0 + g^{q-1} t, as its rate is g^{q-1}", along(start + speed * t, {t: sp.Integer(1)}), speed
    )
    yield Identity("so R'(x_T) = R'(x_1) = y_0 + y", start + speed * case["time"], start + dual, conclusion=True)
    yield Cite("R' increases strictly, so x_t first meets x_1 at that T", "increasing-from-derivative", (increasing(),))
    slope = in_u(SIZE_OF_X) / D / speed
    yield Identity(
        "dT/du = dR'/du / g^{q-1}, x_0 = 0 < x_1 as example", slope, case["density"], domain=REALIZED, conclusion=True
    )
    yield from closed_forms(case)
    yield from two_speeds(case)
    yield example(case)


def closed_forms(case: Case) -> Iterator[Step]:
    """Balanced with m != 1 and m = 1; q = 1; q = 2, L = 2."""
    speed, metric = g ** (q - 1), x**-M / L
    for text, form, at, domain in (
        ("balanced, m != 1", case["balanced"], {}, NOT_CRITICAL),
        ("balanced, m = 1", case["critical"], {q: L / (L - 1)}, {}),
    ):
        stated = form.subs(at)
        rise = (metric / speed).subs(at).subs(x, x1)
        yield Identity(f"{text}: dT/dx_1 = R''(x_1)/g^(q-1)", sp.diff(stated, x1), rise, domain=domain, conclusion=True)
        yield Identity(f"{text}: T = 0 at x_1 = x_0", stated.subs(x1, x0), 0, domain=domain, conclusion=True)
    yield Equivalent("the logarithm belongs to m = 1", sp.Eq(q, L / (L - 1)), sp.Eq(M, 1))
    yield Identity(
        "q = 1: T = u(x_1) - u(x_0), whatever the size of the gradient",
        (in_u(SIZE_OF_X) / D / speed).subs(q, 1),
        sp.diff(case["sign_flow"], u),
        conclusion=True,
    )
    hyperbolic = sp.diff(case["hyperbolic"], x1)
    yield Identity(
        "q = 2, L = 2 from 0: dT/dx_1 = R''(x_1)/g with R'' = (4 x^2 + lambda^2)^{-1/2}",
        hyperbolic,
        (4 * x1**2 + lam**2) ** -sp.Rational(1, 2) / g,
        conclusion=True,
    )
    yield Identity("and T = 0 at x_1 = 0", case["hyperbolic"].subs(x1, 0), 0, conclusion=True)


def two_speeds(case: Case) -> Iterator[Step]:
    """g <= |gradient| <= most."""
    monotone = Cite(
        "g^{q-1} <= |gradient|^{q-1} <= most^{q-1} for q > 1",
        "power-monotone",
        (Decided("q > 1: q - 1 > 0", sp.Implies(q > 1, q - 1 > 0)),),
    )
    yield Group(
        "so y lies between g^{q-1} T and most^{q-1} T",
        (monotone, Identity("q = 1: both are 1", (g / most) ** (q - 1).subs(q, 1), 1)),
    )
    yield Identity("at least the time at speed most^{q-1}", case["least"] * most ** (q - 1), dual, conclusion=True)
    yield Identity("at most the time at speed g^{q-1}", case["longest"] * g ** (q - 1), dual, conclusion=True)


def example(case: Case) -> Group:
    """f = (x - 3)^2/2, q = 2, L = 2, w = (1, 1): x = 3/(1 + 2 e^{-6t}), from 1 to 2 in log(4)/6, |g| between 1 and
    2."""
    path, arrival = 3 / (1 + 2 * sp.exp(-6 * t)), sp.log(4) / 6
    at = {q: sp.Integer(2), g: sp.Integer(1), most: sp.Integer(2)}
    rise = sp.log(2) / 2  # R' = log(x)/2
    return Group(
        "held against f = (x - 3)^2/2 at q = 2, w = (1, 1), from x = 1 to 2, where 1 <= |gradient| <= 2",
        (
            Identity("dx/dt = -(x - 3) P'(u), P'(u) = 2 x", sp.diff(path, t), (3 - path) * 2 * path),
            Identity("x = 2 at t = log(4)/6", path.subs(t, arrival), 2),
            AtPoint("T > the lower bound", case["least"].subs(dual, rise), "<", arrival, at, conclusion=True),
            AtPoint("T < the upper bound", arrival, "<", case["longest"].subs(dual, rise), at, conclusion=True),
        ),
        conclusion=True,
    )


TIME = dual / g ** (q - 1)
BALANCED = (x1 ** (1 - M) - x0 ** (1 - M)) / (L * (1 - M) * g ** (q - 1))
CRITICAL = (sp.log(x1) - sp.log(x0)) / (L * g ** (q - 1))

CLAIM = Claim(
    id="escape-time",
    title="The escape time is an increment of the mirror map",
    source="beyond the paper; asked by the reviewers",
    statement=(
        "With y = R'(x_1) - R'(x_0) and a constant gradient of size g pushing from x_0 to x_1, T = {time}; dT/du ="
        " {density}; balanced, 0 < x_0 < x_1: T = {balanced} for m = q (L - 1)/L != 1, {critical} for m = 1. q = 1: T"
        " is the increment of {sign_flow}. q = 2, Lambda = (0, lam), x_0 = 0: {hyperbolic}. With g <= |gradient| <="
        " most: {least} <= T <= {longest}."
    ),
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, CROSSINGS, INVARIANTS, LEAVES, CONSTANT, SAME_SIGN),
    parts={
        "time": TIME,
        "density": P ** (1 / q - 1) / (q * g ** (q - 1)),
        "balanced": BALANCED,
        "critical": CRITICAL,
        "sign_flow": u,
        "hyperbolic": sp.asinh(2 * x1 / lam) / (2 * g),
        "least": dual / most ** (q - 1),
        "longest": TIME,
    },
    argue=argue,
    scope="every q in [1, 2], every L >= 2, all invariants; for the solution that leaves a saddle at once",
    mutants=(
        Mutant("speed g^q", {"time": dual / g**q}),
        Mutant("sign", {"time": -TIME}),
        Mutant("1e-40", {"time": TIME * (1 + sp.Rational(1, 10**40))}),
        Mutant("without 1/q", {"density": P ** (1 / q - 1) / g ** (q - 1)}),
        Mutant("exponent 2 - m", {"balanced": (x1 ** (2 - M) - x0 ** (2 - M)) / (L * (1 - M) * g ** (q - 1))}),
        Mutant("without L at m = 1", {"critical": L * CRITICAL}),
        Mutant("q = 1 with a factor L", {"sign_flow": L * u}),
        Mutant("asinh without 1/2", {"hyperbolic": sp.asinh(2 * x1 / lam) / g}),
        Mutant("the bounds exchanged", {"least": TIME, "longest": dual / most ** (q - 1)}),
        Mutant("the gradient may change its sign", drop="pushes-up"),
        Mutant("through an infinite R'", drop="reachable"),
        Mutant("with decay", drop="no-decay"),
        Mutant("a solution that stays at 0", drop="leaves-at-once"),
    ),
)

CLAIMS = (CLAIM,)
