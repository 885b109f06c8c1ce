"""Finite-time convergence for q < 2: F = f* no later than (F(0) - f*)^{1-q/2} / (mu (2 sigma)^{q/2} (1 - q/2)).

dF/dt <= -mu sum_k |g_k|^q, and sum_k |g_k|^q >= (sum_k |g_k|^2)^{q/2} >= (2 sigma (F - f*))^{q/2} as 0 < q/2 <= 1; what
falls like -c y^{q/2} with q/2 < 1 arrives. No bound on the gradient is needed; f* must be a lower bound of F.
"""

from __future__ import annotations

from ..judging.claim import derived_claim
from ..judging.flows import F, g, k, q
from ..judging.formal import Formal
from ..judging.formulas import at_most, below
from ..judging.rules.algebraic import larger_base
from ..judging.rules.along import arrival
from ..judging.rules.logical import with_function
from ..judging.rules.sums import subadditive, summed
from ..judging.tactics import at_zero, decided, flow, given, rate_rule, relation, rewrite, show, smooth
from ..judging.terms import PASSED, function, rate, size, start
from ..judging.theorem import Theorem
from .convergence import EXCESS, PL, f_star, sigma, witness
from .shared.descent import COERCIVE, FLOW, descent, mu

HALF = q / 2
SPEED = mu * (2 * sigma) ** HALF
FLOOR = at_most(f_star, F)
FASTER = below(q, 2)
Y = function("Y", "nonneg")


def derive() -> Theorem:
    """d(F - f*)/dt <= -mu (2 sigma)^{q/2} (F - f*)^{q/2}, and what falls so arrives."""
    smooth_objective = flow("objective", 0)
    positive = show("<=", 0, EXCESS, (given(FLOOR), 1))
    exponent = show("<", 0, HALF)
    square = size(g) ** 2
    norms = subadditive(
        show("<=", 0, square), exponent, decided(at_most(HALF, 1)), i=k.term, body=square.term, s=HALF.term
    )
    each = show("=", square**HALF, size(g) ** q)
    lower = larger_base(show("<=", 0, 2 * sigma * EXCESS, (positive, 2 * sigma)), given(PL), exponent, r=HALF.term)
    apart = with_function(
        show("=", (2 * sigma * Y) ** HALF, (2 * sigma) ** HALF * Y**HALF), positive, letter=Y.term, a=EXCESS.term
    )
    falls = show(
        "<=",
        rate(EXCESS),
        -1 * SPEED * EXCESS**HALF,
        (rate_rule(EXCESS, smooth_objective), 1),
        (descent(), 1),
        (norms, mu),
        (summed(each, i=k.term), mu),
        (lower, mu),
        (apart, -1 * mu),
    )
    less = decided(below(HALF, 1), given(FASTER))
    speed = show("<", 0, SPEED)
    arrived = arrival(
        smooth(EXCESS, smooth_objective), positive, falls, speed, exponent, less, c=SPEED.term, s=HALF.term
    )
    return rewrite(arrived, at_zero(EXCESS))


BOUND = (start(F) - f_star) ** (1 - HALF) / (SPEED * (1 - HALF))

CLAIM = derived_claim(
    id="finite-time",
    title="Finite-time convergence for q < 2",
    source="beyond the paper: section 11.4",
    matters="Below q = 2 flows arrive, they do not only approach.",
    formal=Formal(
        (*FLOW, COERCIVE, FLOOR, PL, FASTER),
        ("every", ("=>", relation("<=", BOUND, PASSED), relation("=", EXCESS, 0))),
        derive,
        witness,
    ),
)

CLAIMS = (CLAIM,)
