"""The path of the weights has finite length (theory: section 16.1), 1 < q, y = F - f* > 0, N = ||dw/dt||_p.

N^p = sum_ki |dw_ki/dt|^p = sum_k H_k |g_k|^q = -dy/dt, and -dy/dt >= mu (2 sigma y)^{q/2} under coercivity and the
Polyak-Lojasiewicz inequality (claim finite-time). So N mu^{1/q} (2 sigma y)^{1/2} <= N N^{p/q} = N^p = -dy/dt, which is
d(y^{1/2})/dt <= -mu^{1/q} (2 sigma)^{1/2} N/2, and int_0^T N dt <= mu^{-1/q} (2 y(0)/sigma)^{1/2}: w converges.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import q
from ..judging.formal import Formal
from ..judging.formulas import almost, at_most, continuous, equal, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import larger_base, scaled
from ..judging.rules.along import integrated
from ..judging.tactics import at_zero, given, rate_rule, rewrite, show, smooth
from ..judging.terms import function, letter, plain, rate, start, total
from ..judging.theorem import Theorem
from .margin import CONJUGATE, p
from .shared.descent import mu

sigma = letter("sigma")
y, N = function("y", "pos"), function("N", "pos")
HALF = Fraction(1, 2)
LEAST = mu * (2 * sigma * y) ** (q / 2)
SMOOTH = continuous(y)
MEASURED = formula(("measurable", plain(N)))
SPEED = almost(equal(N**p, -1 * rate(y)))
STEEP = almost(at_most(LEAST, N**p))
ROOT = y**HALF
PACE = mu ** (1 / q) * (2 * sigma) ** HALF / 2
BOUND = mu ** (-1 / q) * (2 * start(y) / sigma) ** HALF


def derive() -> Theorem:
    """d(y^{1/2})/dt <= -PACE N, integrated."""
    exponent = show("=", 1 + p / q, p, (given(CONJUGATE), 1 / q))
    least = larger_base(show("<=", 0, LEAST), given(STEEP), show("<", 0, 1 / q), r=(1 / q).term)
    pushed = scaled(least, show("<", 0, N))
    power = rewrite(show("=", (N**p) ** (1 / q) * N, N ** (1 + p / q)), exponent)
    apart = show("=", LEAST ** (1 / q) * N, 2 * PACE * ROOT * N)
    weight = HALF * y ** (-1 * HALF)
    falls = show(
        "<=",
        rate(ROOT),
        -1 * PACE * N,
        (rate_rule(ROOT, given(SMOOTH)), 1),
        (given(SPEED), weight),
        (pushed, weight),
        (power, weight),
        (apart, -1 * weight),
    )
    known = show("<=", 0, N), given(MEASURED), show("<", 0, PACE), show("<=", 0, ROOT)
    paid = integrated(smooth(ROOT, given(SMOOTH)), falls, *known, c=PACE.term, r=N.term)
    paid = rewrite(paid, at_zero(ROOT))
    return show("<=", total(N), BOUND, (paid, 1))


def witness() -> Model:
    """q = 2, p = 2, y = exp(-2t), N = 2^{1/2} exp(-t): N^2 = -dy/dt; mu = 1, sigma = 1: 2 y <= N^2."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {("y",): sp.exp(-2 * T), ("N",): sp.sqrt(2) * sp.exp(-T)}
    constants = {"q": 2, "p": 2, "mu": 1, "sigma": 1}
    return Model({name: Fraction(v) for name, v in constants.items()}, functions, {"L": 2})


CLAIMS = (
    derived_claim(
        id="path-length",
        title="The weights travel a finite way, so they converge",
        source="beyond the paper: section 16.1; a reviewer's question",
        matters="In which sense iterates converge: the weights themselves do, and how far they can be is explicit.",
        formal=Formal((CONJUGATE, SMOOTH, MEASURED, SPEED, STEEP), at_most(total(N), BOUND), derive, witness),
        remark="y = F - f* before it reaches 0, N = ||dw/dt||_p, mu a lower bound of 1/R'' in every coordinate.",
    ),
)
