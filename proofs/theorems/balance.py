"""Lemma 4.4 (S), the balance equations: |w_i|^q - |w_j|^q = (|w_i(0)|^q - |w_j(0)|^q) exp(-q int_0^t alpha).

Why: with a = |w_i| and X = |x|/a, d(a^q)/dt = -q G (a X)^{q-1} - q alpha a^q, and a X = |x| does not depend on i.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import alpha, q
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import CROSSINGS, DECAY, DECAYED_FLOW, DEPTH, FLOW, NO_DECAY, STEEPNESS
from ..judging.steps import Cite, Decided, Given, Group, Identity, Step, along
from .shared.weights import G, X, a, b, orthants, size_rate

SIZE = sp.Symbol("size", positive=True)  # |x|
EXCESS = sp.Symbol("r", positive=True)  # q - 1 for q > 1
PAST = sp.Symbol("A", positive=True)  # int_0^t alpha


def rate_of(difference: sp.Expr, decay: sp.Expr) -> sp.Expr:
    """d/dt of a function of a = |w_i| and b = |w_j| along the flow, |x| = a X_i = b X_j being the link."""
    return along(difference, {a: size_rate(a, SIZE / a, decay), b: size_rate(b, SIZE / b, decay)})


def every_time(case: Case) -> Group:
    """From sign orthants, where the identity was computed, to every t."""
    return Group(
        "the identity extends through zeros of a weight",
        (
            Decided(
                "for q > 1 both sides vanish with w_i: |w_i|^q is C^1 because q - 1 > 0", sp.Implies(q > 1, q - 1 > 0)
            ),
            Identity(
                "at w_i = 0 also |x|^{q-1} = 0, as 0^r = 0 for r = q - 1 > 0, and the rates are both 0",
                (0 * X) ** EXCESS,
                0,
            ),
            Given("at q = 1 the times with x = 0 have measure 0 and one s_k serves all weights", "joint-sign"),
        ),
    )


def integrated(case: Case, conserved: sp.Expr, derivative: Identity) -> Cite:
    """A vanishing derivative almost everywhere is constancy."""
    return Cite(
        f"hence {conserved} keeps its value".replace("**", "^"),
        "zero-derivative",
        (
            Cite("|w_i|^q is absolutely continuous", "absolutely-continuous-chain-rule", (Given("w is", "flow"),)),
            Group("its derivative is 0 almost everywhere", (derivative, every_time(case))),
        ),
    )


def argue_balance(case: Case) -> Iterator[Step]:
    """d/dt (a^q - b^q) = 0."""
    decay = sp.Integer(0) if case.assumes("no-decay") else alpha
    yield orthants()
    conserved = case["invariant"]
    rate = Identity(f"d/dt ({conserved}) = 0 for every i, j and every gradient", rate_of(conserved, decay), 0)
    yield Identity(rate.text, rate.left, rate.right, conclusion=True)
    yield integrated(case, conserved, rate)


def argue_decay(case: Case) -> Iterator[Step]:
    """d/dt (a^q - b^q) = -q alpha (a^q - b^q), and its solution."""
    difference = case["invariant"]
    yield orthants()
    yield Identity(
        "the rate of the difference, for every gradient", rate_of(difference, alpha), case["rate"], conclusion=True
    )
    frozen = difference / case["factor"]
    rate = Identity(
        "d/dt (difference / factor) = 0",
        rate_of(frozen, alpha) + sp.diff(frozen, PAST) * alpha,
        0,
    )
    yield Identity(rate.text, rate.left, rate.right, conclusion=True)
    yield Identity("the factor is 1 at t = 0", sp.sympify(case["factor"]).subs(PAST, 0), 1, conclusion=True)
    yield Given("alpha is locally integrable, so A(t) = int_0^t alpha is absolutely continuous", "decay")
    yield integrated(case, frozen, rate)


BALANCE = Claim(
    id="balance",
    title="Balance equations without decay",
    source="Lemma 4.4 (S), alpha = 0",
    statement="Along the flow {invariant} does not change, a = |w_i|, b = |w_j|, for all i, j and every objective.",
    hypotheses=(STEEPNESS, DEPTH, FLOW, NO_DECAY, CROSSINGS),
    parts={"invariant": a**q - b**q},
    argue=argue_balance,
    scope="every q in [1, 2], every L >= 2, every objective, any signs; every t",
    mutants=(
        Mutant("exponent q + 1", {"invariant": a ** (q + 1) - b ** (q + 1)}),
        Mutant("exponent 2 for every q", {"invariant": a**2 - b**2}),
        Mutant("a sum", {"invariant": a**q + b**q}),
        Mutant("constant", {"invariant": a**q - (1 + sp.Rational(1, 10**40)) * b**q}),
        Mutant("with decay", drop="no-decay"),
        Mutant("no convention at q = 1", drop="joint-sign"),
    ),
)

DECAYING = Claim(
    id="balance-decay",
    title="Balance equations with decoupled decay",
    source="Lemma 4.4 (S)",
    statement="d/dt ({invariant}) = {rate}, hence ({invariant})(t) = ({invariant})(0) {factor}, A = int_0^t alpha.",
    hypotheses=(STEEPNESS, DEPTH, DECAYED_FLOW, DECAY, CROSSINGS),
    parts={"invariant": a**q - b**q, "rate": -q * alpha * (a**q - b**q), "factor": sp.exp(-q * PAST)},
    argue=argue_decay,
    scope="every q in [1, 2], every L >= 2, every objective, any alpha(t) >= 0; every t",
    remark="Under coupled decay with q < 2 it fails: see balance-coupled.",
    mutants=(
        Mutant("constant", {"rate": -2 * alpha * (a**q - b**q)}),
        Mutant("sign", {"rate": q * alpha * (a**q - b**q)}),
        Mutant("exponent", {"invariant": a**2 - b**2, "rate": -2 * alpha * (a**2 - b**2)}),
        Mutant("factor", {"factor": sp.exp(-PAST)}),
        Mutant("1e-40", {"rate": -q * alpha * (a**q - b**q) + G * sp.Rational(1, 10**40)}),
        Mutant("no convention at q = 1", drop="joint-sign"),
        Mutant("alpha not integrable", drop="decay"),
    ),
)

CLAIMS = (BALANCE, DECAYING)
