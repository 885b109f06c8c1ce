"""Lemma 4.4 (S), the balance equations: |w_i|^q - |w_l|^q = (|w_i(0)|^q - |w_l(0)|^q) exp(-q int_0^t alpha).

d|w_i|^q/dt = q <w_i>^{q-1} dw_i/dt = -q <x>^{q-1} h - q alpha |w_i|^q almost everywhere, since <w_i>^{q-1} times
<prod_{j != i} w_j>^{q-1} is <x>^{q-1} whatever i: the difference of two of them does not see the drive h.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import alpha, i, k, q, w
from ..judging.formal import Formal
from ..judging.formulas import almost, equal, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.along import constant
from ..judging.rules.logical import both
from ..judging.tactics import at_zero, for_every, rate_rule, rewrite, show, smooth, whole
from ..judging.terms import exp, past, rate, size, start
from ..judging.theorem import Theorem
from .shared.size_rate import POWER, POWER_l, l, size_rates, smooth_sizes, w_l

DIFFERENCE = POWER - POWER_l
AT_START = size(start(w)) ** q - size(start(w_l)) ** q
DRAIN = -1 * q * alpha * DIFFERENCE
MEMORY = exp(-1 * q * past(alpha))


def derive_balance() -> Theorem:
    """|w_i|^q and |w_l|^q have the same rate, so their difference keeps its value."""
    sizes, (first, second) = smooth_sizes("driven"), size_rates("driven")
    apart = show("=", rate(DIFFERENCE), 0, (rate_rule(DIFFERENCE, *sizes), 1), (first, 1), (second, -1))
    kept = constant(smooth(DIFFERENCE, *sizes), apart)
    return for_every(rewrite(kept, at_zero(DIFFERENCE)), k, i, l)


def decayed() -> tuple[Theorem, Theorem]:
    """Y = |w_i|^q - |w_l|^q has the rate -q alpha Y, so Y exp(q int_0^t alpha) keeps its value: the rate and Y."""
    sizes, (first, second) = smooth_sizes("driven-decay"), size_rates("driven-decay")
    apart = show("=", rate(DIFFERENCE), DRAIN, (rate_rule(DIFFERENCE, *sizes), 1), (first, 1), (second, -1))
    growth = exp(q * past(alpha))
    frozen, known = DIFFERENCE * growth, (smooth(DIFFERENCE, *sizes), whole("driven-decay", 2))
    still = show("=", rate(frozen), 0, (rate_rule(frozen, *known), 1), (apart, growth))
    kept = rewrite(constant(smooth(frozen, *known), still), at_zero(frozen))
    solved = show("=", DIFFERENCE, AT_START * MEMORY, (kept, MEMORY))
    return apart, solved


def derive_decay() -> Theorem:
    """Both, for every coordinate and pair of weights."""
    return both(*(for_every(theorem, k, i, l) for theorem in decayed()))


def driven() -> Model:
    """Two weights under sign flow with h = -1: w = (1 + t, 2 + t)."""
    functions = {("w", 1, 1): 1 + T, ("w", 1, 2): 2 + T, ("h", 1): 0 * T - 1}
    return Model({"q": Fraction(1)}, functions, {"n": 1, "L": 2})


def decaying() -> Model:
    """The same with alpha = 1: dw/dt = 1 - w."""
    functions: dict[tuple[str | int, ...], sp.Expr] = {("w", 1, n): 1 + n * sp.exp(-T) for n in (1, 2)}
    functions |= {("h", 1): 0 * T - 1, ("alpha",): 0 * T + 1}
    return Model({"q": Fraction(1)}, functions, {"n": 1, "L": 2})


BALANCE = derived_claim(
    id="balance",
    title="Balance equations without decay",
    source="Lemma 4.4 (S), alpha = 0",
    matters="It is the reason why a product of weights moves on a surface that the start alone decides: everything else"
    " is computed on that surface.",
    formal=Formal(
        (("flow", "driven"),),
        for_all(k, for_all(i, for_all(l, equal(DIFFERENCE, AT_START)))),
        derive_balance,
        driven,
    ),
)

DECAYING = derived_claim(
    id="balance-decay",
    title="Balance equations with decoupled decay",
    source="Lemma 4.4 (S)",
    matters="Weight decay lets the surface shrink at a known rate, so a balanced network stays balanced and an"
    " unbalanced one becomes balanced.",
    formal=Formal(
        (("flow", "driven-decay"),),
        formula(
            (
                "and",
                for_all(k, for_all(i, for_all(l, almost(equal(rate(DIFFERENCE), DRAIN))))),
                for_all(k, for_all(i, for_all(l, equal(DIFFERENCE, AT_START * MEMORY)))),
            )
        ),
        derive_decay,
        decaying,
    ),
    remark="Under coupled decay with q < 2 it fails: see balance-coupled.",
)

CLAIMS = (BALANCE, DECAYING)
