"""Theorem 4.2 (S), convergence, with the power of B that its proof gives.

x follows a steepest mirror flow, dx_k/dt = -H_k h_k with H_k = 1/R''_k >= mu > 0, and F = f(x(t)):

  dF/dt = -sum_k H_k |g_k|^q <= -mu sum_k |g_k|^q,   hence   int_0^T sum_k |g_k|^q dt <= (F(0) - f_inf)/mu;

where |g_k| <= B, |g|^2 <= B^{2-q} |g|^q gives

  int_0^T sum_k |g_k|^2 dt <= B^{2-q} (F(0) - f_inf)/mu,
  sum_k |g_k|^2 >= 2 sigma (F - f*)  =>  F - f* <= (F(0) - f*) exp(-2 sigma mu B^{q-2} t).
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import F, q
from ..judging.formal import Formal
from ..judging.formulas import at_most
from ..judging.models import Model, T
from ..judging.rules.along import built_measurable, gronwall, integrated
from ..judging.tactics import at_zero, flow, given, rate_rule, rewrite, show, smooth, whole
from ..judging.terms import PASSED, Expr, exp, letter, rate, start, total
from ..judging.theorem import Theorem
from .shared.descent import BELOW, BOUNDED, COERCIVE, FLOW, POWERS, SQUARES, B, bounded_descent, descent, f_inf, mu

sigma, f_star = letter("sigma"), letter("f_star", "real")
EXCESS = F - f_star
PL = at_most(2 * sigma * EXCESS, SQUARES)
WEIGHT = mu * B ** (q - 2)
RATE = 2 * sigma * WEIGHT


def spent(falls: Theorem, c: Expr, r: Expr) -> Theorem:
    """int_0^T r <= (F(0) - f_inf)/c from dF/dt <= -c r, for r = sum_k |g_k|^s."""
    measured = built_measurable(whole("steepest", 3), a=r.term)
    known = (show("<=", 0, r), measured, show("<", 0, c), given(BELOW))
    return integrated(flow("objective", 0), falls, *known, c=c.term, r=r.term)


def derive_bound() -> Theorem:
    """dF/dt <= -mu B^{q-2} sum |g_k|^2, integrated."""
    paid = spent(bounded_descent(), WEIGHT, SQUARES)
    return show("<=", total(SQUARES), B ** (2 - q) * (start(F) - f_inf) / mu, (paid, 1))


def derive_powers() -> Theorem:
    """dF/dt <= -mu sum |g_k|^q, integrated: no bound on g."""
    return spent(descent(), mu, POWERS)


def derive_rate() -> Theorem:
    """Gronwall for Y = F - f*, dY/dt <= -mu B^{q-2} sum |g_k|^2, with the PL inequality."""
    smooth_objective = flow("objective", 0)
    moves = rate_rule(EXCESS, smooth_objective)
    falls = show("<=", rate(EXCESS), -1 * RATE * EXCESS, (moves, 1), (bounded_descent(), 1), (given(PL), WEIGHT))
    bound = gronwall(smooth(EXCESS, smooth_objective), falls, r=RATE.term)
    return rewrite(bound, at_zero(EXCESS))


def witness() -> Model:
    """The sign flow at L = 2 from w = (1, 9), f = (x - 20)^2/2, until it arrives: x = (1 + t)(9 + t), 0 <= t < 1."""
    x = (1 + T) * (9 + T)
    one = {("x", 1): x, ("g", 1): x - 20, ("h", 1): T * 0 - 1, ("H", 1): 10 + 2 * T, ("F",): (x - 20) ** 2 / 2}
    constants = {"q": 1, "mu": 10, "B": 11, "f_inf": 0, "f_star": 0, "sigma": 1}
    return Model({name: Fraction(v) for name, v in constants.items()}, one, {"n": 1, "L": 2})


CONVERGENCE = derived_claim(
    id="convergence",
    title="Convergence under coercivity, with the right power of B",
    source="Theorem 4.2 (S), corrected",
    matters="A rate in terms of coercivity, with the constant that a user may rely on.",
    formal=Formal(
        (*FLOW, COERCIVE, BOUNDED, BELOW),
        at_most(total(SQUARES), B ** (2 - q) * (start(F) - f_inf) / mu),
        derive_bound,
        witness,
    ),
)

POWERS_PAID = derived_claim(
    id="convergence-powers",
    title="Convergence without a bound on the gradient",
    source="Theorem 4.2 (S), strengthened",
    matters="What is summable along the flow is sum |g_k|^q, and for that no bound on the gradient is needed.",
    formal=Formal((*FLOW, COERCIVE, BELOW), at_most(total(POWERS), (start(F) - f_inf) / mu), derive_powers, witness),
)

LINEAR = derived_claim(
    id="linear-rate",
    title="Linear rate under the Polyak-Lojasiewicz inequality",
    source="Theorem 4.2 (S), second part",
    matters="Under the usual inequality the loss decays exponentially, with an explicit rate.",
    formal=Formal(
        (*FLOW, COERCIVE, BOUNDED, PL),
        at_most(EXCESS, (start(F) - f_star) * exp(-1 * RATE * PASSED)),
        derive_rate,
        witness,
    ),
)

CLAIMS = (CONVERGENCE, POWERS_PAID, LINEAR)
