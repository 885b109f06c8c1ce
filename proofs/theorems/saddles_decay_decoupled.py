"""w = 0 under decoupled decay of strength alpha, from any weights (theory: section 11.7): does it repel or attract?

m = q(L-1)/L and s = L(q-1)/q are on the same side of 1. With an outward drive, B <= -sign(x) h, from no zero weight,

  d|x|/dt >= L (B |x|^m - alpha |x|),   so for m < 1   B/alpha - |x|^{1-m} falls at least at the rate (1-m) L alpha;

with |h| <= C, N = sum_i |w_i|^q and |x| <= N^{L/q}

  dN/dt <= q (L C N^s - alpha N),       so for m > 1   N^{1-s} - L C/alpha grows at least at the rate (s-1) q alpha.

At m = 1 both are linear, and sharp: L |x|^{q-1} <= N there. See shared/decayed_means.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import L, k, q, x
from ..judging.formal import Formal
from ..judging.formulas import Formula, almost, at_most, below, continuous, for_all, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import scaled
from ..judging.rules.along import gronwall
from ..judging.rules.logical import both, cut, implied, with_function
from ..judging.tactics import at_zero, decided, for_every, given, rate_rule, rewrite, show, smooth, whole
from ..judging.terms import PASSED, Expr, exp, function, rate, signed_power, size, start
from ..judging.theorem import Theorem
from .shared.decayed_means import (
    BOUNDED,
    DECAY,
    EVEN,
    NO_ZERO,
    OUTWARD,
    SOME,
    STEADY,
    A,
    B,
    C,
    M,
    N,
    alive,
    arithmetic,
    grows,
    largest,
    moving,
    shrinks,
)

s = L * (q - 1) / q
FLAT, STEEP = below(M, 1), below(1, M)
y = function("y", "pos")
LOW, HIGH = L * (B * y**M - A * y), q * (L * C * signed_power(y ** (L / q), q - 1) - A * y)
GROWS, SHRINKS = almost(at_most(LOW, rate(y))), almost(at_most(rate(y), HIGH))


def below_gap(gap: Expr, r: Expr, *pieces: tuple[Theorem, Expr | int]) -> Theorem:
    """gap <= gap(0) exp(-r t) from d gap/dt <= -r gap."""
    known = given(continuous(y))
    falls = show("<=", rate(gap), -1 * r * gap, (rate_rule(gap, known), 1), *pieces)
    return rewrite(gronwall(smooth(gap, known), falls, r=r.term), at_zero(gap))


def repelled() -> Theorem:
    """dy/dt >= L (B y^m - alpha y), m < 1: B/alpha - y^{1-m} shrinks at least at the rate (1-m) L alpha."""
    ahead = decided(below(0, 1 - M), given(FLAT))
    return below_gap(B / A - y ** (1 - M), (1 - M) * L * A, (scaled(given(GROWS), ahead), y ** (-1 * M)))


def even() -> Theorem:
    """m = 1: dy/dt >= L (B - alpha) y."""
    linear = rewrite(given(GROWS), given(EVEN))
    gap = below_gap(-1 * y, L * (A - B), (linear, 1))
    return show("<=", start(y) * exp(L * (B - A) * PASSED), y, (gap, 1))


def attracted() -> Theorem:
    """dy/dt <= q (L C y^s - alpha y), m > 1: L C/alpha - y^{1-s} grows at least at the rate (s-1) q alpha."""
    ahead = decided(below(0, s - 1), given(STEEP))
    gap = L * C / A - y ** (1 - s)
    return below_gap(gap, (1 - s) * q * A, (scaled(given(SHRINKS), ahead), y ** (-1 * s)))


def for_product(theorem: Theorem) -> Theorem:
    """What is so for y is so for |x|."""
    found = with_function(theorem, alive(), letter=y.term, a=size(x).term)
    return cut(smooth(size(x), moving()), cut(grows(), found))


def smooth_sum() -> Theorem:
    """N is absolutely continuous."""
    return smooth(N, whole(DECAY, 0))


def for_sum() -> Theorem:
    """What is so for y is so for N, as <|x|>^{q-1} <= <N^{L/q}>^{q-1}."""
    high = q * (L * C * signed_power(N ** (L / q), q - 1) - A * N)
    slower = show("<=", rate(N), high, (shrinks(), 1), (largest(), q * L * C))
    found = with_function(attracted(), given(SOME), letter=y.term, a=N.term)
    return cut(smooth_sum(), cut(slower, found))


def even_sum() -> Theorem:
    """m = 1: dN/dt <= q (C - alpha) N."""
    r = q * (A - C)
    falls = show("<=", rate(N), -1 * r * N, (shrinks(), 1), (arithmetic(), q * C))
    return gronwall(smooth_sum(), falls, r=r.term)


CASES = (
    ((NO_ZERO, OUTWARD, FLAT), lambda: for_product(repelled())),
    ((NO_ZERO, OUTWARD, EVEN), lambda: for_product(even())),
    ((SOME, BOUNDED, STEEP), for_sum),
    ((NO_ZERO, OUTWARD, BOUNDED, EVEN), even_sum),
)


def derive() -> Theorem:
    """The four cases, in every coordinate."""
    shown = []
    for conditions, derived in CASES:
        theorem = derived()
        for f in reversed(conditions):
            theorem = implied(theorem, stated=f)
        shown.append(for_every(theorem, k))
    return both(*shown)


FIRST_X, FIRST_N = start(size(x)), start(N)
BOUNDS = (
    at_most(B / A - size(x) ** (1 - M), (B / A - FIRST_X ** (1 - M)) * exp(-1 * (1 - M) * L * A * PASSED)),
    at_most(FIRST_X * exp(L * (B - A) * PASSED), size(x)),
    at_most(L * C / A - N ** (1 - s), (L * C / A - FIRST_N ** (1 - s)) * exp(-1 * (1 - s) * q * A * PASSED)),
    at_most(N, FIRST_N * exp(-1 * q * (A - C) * PASSED)),
)


def stated(conditions: tuple[Formula, ...], conclusion: Formula) -> Formula:
    """If all conditions hold, the conclusion does, in every coordinate."""
    for f in reversed(conditions):
        conclusion = ("=>", f, conclusion)
    return for_all(k, formula(conclusion))


def witness() -> Model:
    """Sign flow with h = -1, alpha = 1: w = (1 + e^{-t}, 1 + 2 e^{-t})."""
    weights = [1 + n * sp.exp(-T) for n in (1, 2)]
    functions: dict[tuple[str | int, ...], sp.Expr] = {("w", 1, n): f for n, f in enumerate(weights, 1)}
    functions |= {("x", 1): weights[0] * weights[1], ("h", 1): 0 * T - 1, ("alpha",): 0 * T + 1}
    constants: dict[str | tuple[str | int, ...], Fraction] = {n: Fraction(1) for n in ("q", "alpha_0", "B", "C")}
    return Model(constants, functions, {"n": 1, "L": 2})


CLAIM = derived_claim(
    id="saddles-decay-decoupled",
    title="w = 0 under decoupled weight decay",
    source="beyond the paper; Theorem 4.3 (S) with decay, asked by the reviewers",
    matters="The same question for AdamW-like decay, where no objective decides it.",
    formal=Formal(
        (("flow", DECAY), ("flow", "product"), STEADY),
        formula(("and", *(stated(conditions, f) for (conditions, _), f in zip(CASES, BOUNDS, strict=True)))),
        derive,
        witness,
    ),
    remark="m < 1: under an outward drive of size at least B, |x|^{1-m} rises to B/alpha or more from every start"
    " without a zero weight: w = 0 repels for every alpha. m > 1: under a drive of size at most C, N^{1-s} -> infinity"
    " if it exceeds L C/alpha at the start, so N = sum |w_i|^q -> 0: w = 0 attracts for every alpha, from every"
    " direction. m = 1: |x| grows if B > alpha, and N falls if C < alpha. For q < 2 this is no gradient flow: these are"
    " equilibria of the flow. On the balanced ray it is solved: claim decayed-ray.",
)

CLAIMS = (CLAIM,)
