"""Theorem 4.2 (S), convergence, with the power of B that its proof gives.

R separable, 1/R''_i >= mu > 0 and |g_i| <= B along the trajectory: |g|^q >= B^{q-2} |g|^2, so
df/dt = -sum_i |g_i|^q / R''_i <= -mu B^{q-2} ||g||^2, hence

  int_0^inf ||g||^2 dt <= B^{2-q} (f(x_0) - f_inf) / mu,
  ||g||^2 >= 2 sigma (f - f*)  =>  f - f* <= (f_0 - f*) exp(-2 sigma mu B^{q-2} t).

As reported mu B^{2-q} stands in the denominator: too strong for q < 2 and B > 1. The witness is the sign flow from
w = (1, 9) with f = (x - 20)^2/2, where x = (1 + t)(9 + t) until it rests at x = 20 from t = 1 on.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import q, t, u
from ..judging.claim import REFUTED, Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import DEPTH, FLOW, NO_DECAY, STEEPNESS
from ..judging.steps import AtPoint, Cite, Decided, Given, Group, Identity, Inequality, Step

B, mu, drop, sigma, theta, excess = sp.symbols("B mu D sigma theta c", positive=True)  # D = f_0 - f_inf

COERCIVE = Hypothesis("coercive", "1/R''_i >= mu > 0 in every coordinate along the trajectory (k0 = 1 everywhere)")
BOUNDED = Hypothesis("bounded-gradient", "|g_i| <= B along the trajectory")
BELOW = Hypothesis("bounded-below", "f is bounded below by f_inf; D = f(x_0) - f_inf")
PL = Hypothesis("pl", "||g||^2 >= 2 sigma (f - f*) (Polyak-Lojasiewicz), D = f(x_0) - f*")

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


def descent() -> Iterator[Step]:
    """df/dt <= -mu B^{q-2} ||g||^2, coordinate by coordinate with |g| = B theta, 1/R'' = mu + c."""
    slope = theta**q * B**q
    yield Identity(
        "df/dt = sum_i g_i dx_i/dt with dx_i/dt = -<g_i>^{q-1}/R''_i, and |g||g|^{q-1} = |g|^q",
        (B * theta) * (B * theta) ** (q - 1),
        slope,
    )
    yield Inequality("1/R'' = mu + c with c >= 0, so |g|^q / R'' >= mu |g|^q", mu * slope, (mu + excess) * slope)
    yield Given("mu bounds every coordinate", "coercive")
    yield Cite(
        "|g|^q = B^q theta^q >= B^q theta^2",
        "power-decreasing",
        (Given("theta = |g|/B lies in (0, 1] where g != 0", "bounded-gradient"), Decided("q <= 2", q <= 2)),
    )
    yield Identity("B^q theta^2 = B^{q-2} |g|^2", B**q * theta**2, B ** (q - 2) * (B * theta) ** 2)


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


def argue_bound(case: Case) -> Iterator[Step]:
    """Integrate df/dt <= -mu B^{q-2} ||g||^2, and hold the bound against the witness trajectory."""
    rate = Group("df/dt <= -mu B^{q-2} ||g||^2 for almost every t", tuple(descent()))
    below = Given("f is bounded below", "bounded-below")
    yield example()
    yield AtPoint("it holds on the witness trajectory", paid(), "<", case["bound"], EXAMPLE, WITNESS, conclusion=True)
    yield Cite("mu B^{q-2} int ||g||^2 <= D on every one", "integrate-inequality", (rate, below))
    yield Identity("that is the stated bound", drop / (mu * B ** (q - 2)), case["bound"])


def argue_rate(case: Case) -> Iterator[Step]:
    """Gronwall on f - f* with the PL inequality."""
    rate = Group("d(f - f*)/dt <= -mu B^{q-2} ||g||^2 for almost every t", tuple(descent()))
    combined = Group("d(f - f*)/dt <= -2 sigma mu B^{q-2} (f - f*)", (rate, Given("||g||^2 >= 2 sigma (f - f*)", "pl")))
    yield example()
    bound = drop * sp.exp(-case["rate"] * t)
    for moment in (sp.Rational(1, 2), sp.Rational(9, 10)):
        yield AtPoint(
            f"it holds on the witness trajectory at t = {moment}",
            LOSS.subs(t, moment),
            "<",
            bound,
            {**EXAMPLE, t: moment},
            WITNESS,
            conclusion=True,
        )
    yield Cite("on every one f - f* decays at the rate 2 sigma mu B^{q-2}", "gronwall", (combined,))
    yield Identity("which is the stated rate", 2 * sigma * mu * B ** (q - 2), case["rate"])


def argue_reported(case: Case) -> Iterator[Step]:
    """The reported bound against the witness trajectory."""
    yield example()
    yield AtPoint("it holds on the witness trajectory", paid(), "<", case["bound"], EXAMPLE, WITNESS, conclusion=True)


CONVERGENCE = Claim(
    id="convergence",
    title="Convergence under coercivity, with the right power of B",
    source="Theorem 4.2 (S), corrected",
    statement="int_0^infinity ||g||^2 dt <= {bound}.",
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, COERCIVE, BOUNDED, BELOW),
    parts={"bound": drop * B ** (2 - q) / mu},
    argue=argue_bound,
    scope="every q in [1, 2], every separable R with 1/R'' >= mu, any number of coordinates",
    mutants=(
        Mutant("power of B", {"bound": drop * B ** (q - 2) / mu}),
        Mutant("no B", {"bound": drop / mu}),
        Mutant("half", {"bound": drop * B ** (2 - q) / (2 * mu)}),
        Mutant("mu squared", {"bound": drop * B ** (2 - q) / mu**2}),
        Mutant("gradient not bounded", drop="bounded-gradient"),
        Mutant("not coercive", drop="coercive"),
        Mutant("f not bounded below", drop="bounded-below"),
    ),
)

AS_REPORTED = Claim(
    id="convergence-as-reported",
    title="As reported: the bound with mu B^{2-q} in the denominator",
    source="Theorem 4.2 (S), as reported",
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

LINEAR = Claim(
    id="linear-rate",
    title="Linear rate under the Polyak-Lojasiewicz inequality",
    source="Theorem 4.2 (S), second part",
    statement="f - f* <= D exp(-r t) with r = {rate}.",
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, COERCIVE, BOUNDED, PL),
    parts={"rate": 2 * sigma * mu * B ** (q - 2)},
    argue=argue_rate,
    scope="every q in [1, 2], every separable R with 1/R'' >= mu, any number of coordinates",
    mutants=(
        Mutant("power of B", {"rate": 2 * sigma * mu * B ** (2 - q)}),
        Mutant("constant", {"rate": 8 * sigma * mu * B ** (q - 2)}),
        Mutant("no B", {"rate": 2 * sigma * mu}),
        Mutant("1e-40", {"rate": 2 * sigma * mu * B ** (q - 2) + sp.Rational(1, 10**40)}),
        Mutant("without PL", drop="pl"),
        Mutant("gradient not bounded", drop="bounded-gradient"),
    ),
)

CLAIMS = (CONVERGENCE, AS_REPORTED, LINEAR)
