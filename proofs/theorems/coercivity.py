"""Corollary 4.8 S (4.10 C), coercivity: 1/R'' = P'(u) >= mu = P'(0) = product of the other invariants.

At w_1 = 0, w_i = l (i >= 2, l a weight): Lambda_i = l^q and mu = l^{q(L-1)}. "Smaller q gives a larger mu" holds for
l < 1 and reverses for l > 1.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.deciding.positivity import unproved
from ...symbolic.symbols import L, q, u
from ..judging.claim import REFUTED, Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import DEPTH, INVARIANTS, STEEPNESS
from ..judging.steps import AtPoint, Cite, Counted, Given, Group, Identity, Inequality, Step, induction
from .shared.product import FACTOR, D, P, in_u

a, b, n, r, l, more = sp.symbols("Lambda_a Lambda_b n r l d", positive=True)
slope, bend, value = sp.symbols("P1 P2 Lambda", positive=True)

UNIQUE = Hypothesis("unique-smallest", "one weight is strictly the smallest in size (k0 = 1)")
STEPS = {q: (sp.Integer(1), sp.Rational(5, 4)), more: (sp.Rational(1, 2), sp.Rational(3, 4))}
SMALL = Hypothesis("below-one", "the weight l is below 1", l < 1, {l: (sp.Rational(2, 3), sp.Rational(1, 40))})


def increases() -> Group:
    """P' increases in u, for every number of factors."""
    return induction(
        "P' increases in u: P'' >= 0, by induction on the number of factors",
        Group(
            "one factor: P = u, P' = 1, P'' = 0; two: P = u(u + Lambda), P'' = 2",
            (Identity("one", sp.diff(u, u, 2), 0), Identity("two", sp.diff(u * (u + value), u, 2), 2)),
        ),
        Group(
            "a further factor: (P (u + Lambda))'' = P''(u + Lambda) + 2 P' >= 0",
            (
                Identity("product rule", _second_derivative(), bend * (u + value) + 2 * slope),
                Inequality("sign", 0, bend * (u + value) + 2 * slope),
            ),
        ),
    )


def grows_with_largest() -> Group:
    """1/R'' = P' at fixed x grows with the largest Lambda: its rate is M/P', M = P' Q' - P'' Q, P = F Q, F = u +
    Lambda."""
    Q, Q1, Q2, H, G = sp.symbols("Q Q1 Q2 H G", positive=True)  # Q and its derivatives, F - G, a factor G of Q

    def rate(F: sp.Expr, at: sp.Expr, first: sp.Expr, second: sp.Expr) -> sp.Expr:
        return (at + F * first) * first - (2 * first + F * second) * at

    F = G + H
    return induction(
        "M >= 0 where Lambda is the largest, F = G + H, H >= 0 for every other factor G, by induction on the factors"
        " of Q",
        Identity("Q = G: M = F - G = H >= 0", rate(F, G, sp.Integer(1), sp.Integer(0)), H),
        Group(
            "a further factor G: M(Q G) = G^2 M(Q) + H Q^2 >= 0",
            (
                Identity("expanded", rate(F, Q * G, Q1 * G + Q, Q2 * G + 2 * Q1), G**2 * rate(F, Q, Q1, Q2) + H * Q**2),
                Inequality("sign", 0, G**2 * value + H * Q**2),
            ),
        ),
    )


def product_of_others() -> Group:
    """P'(0) = prod_{j != i} Lambda_j, as P(0) = 0 with one factor u."""
    return induction(
        "P'(0) is the product of the other invariants, for every number of them",
        Identity("P = u", sp.diff(u, u), 1),
        Identity(
            "one more factor: (P (u + Lambda))' at u = 0, where P = 0",
            in_u(P * FACTOR).subs({P: 0, FACTOR: value}),
            D * value,
        ),
    )


def _second_derivative() -> sp.Expr:
    f = sp.Function("P")(u)
    return (f * (u + value)).diff(u, 2).subs(f.diff(u, 2), bend).subs(f.diff(u), slope)


def argue(case: Case) -> Iterator[Step]:
    """mu = P'(0), attained at u = 0 and a lower bound everywhere."""
    smallest = sp.Integer(1) if case.assumes("unique-smallest") else sp.Integer(2)
    general = u**smallest * (u + a) ** n * (u + b) ** r
    at_zero = sp.powsimp(sp.expand_power_base(sp.diff(general, u))).subs(u, 0)
    yield increases()
    yield Counted(
        "and by another route for L = 2..8: P' >= mu, P'' >= 0, P'^2 >= P P'', growth of 1/R'' in Lambda, expanded in u"
        " and the gaps of the sorted Lambda, have no negative coefficient",
        unproved,
        (),
    )
    yield grows_with_largest()
    yield product_of_others()
    yield Identity(
        "P'(0) for any invariants with these two values, n and r times", at_zero, case["mu"], conclusion=True
    )
    start = sp.diff(u * (u + l**q) ** (L - 1), u).subs(u, 0)
    yield Identity("w_1 = 0, w_i = l: Lambda_i = l^q for i >= 2", start, case["start"], conclusion=True)
    if smallest == 1:
        yield Inequality("and it is positive", 0, at_zero, strict=True)


def power(size: sp.Expr, steep: sp.Expr) -> sp.Expr:
    """mu at w_1 = 0, w_i = l: l^{q(L-1)}, the start of argue()."""
    return size ** (steep * (L - 1))


def argue_reported(case: Case) -> Iterator[Step]:
    """Smaller q, larger mu, for every l."""
    yield Identity("mu = P'(0) at w_1 = 0, w_i = l", sp.diff(u * (u + l**q) ** (L - 1), u).subs(u, 0), power(l, q))
    yield Inequality(
        "mu at q + d is below mu at q",
        power(l, q + case["step"]),
        power(l, q),
        strict=True,
        conclusion=True,
        domain=STEPS,
    )


def argue_decreasing(case: Case) -> Iterator[Step]:
    """Smaller q, larger mu, for l < 1."""
    start = sp.diff(u * (u + l**q) ** (L - 1), u).subs(u, 0)
    yield Identity("mu = P'(0) at w_1 = 0, w_i = l", start, case["mu"], conclusion=True)
    in_range = Given("0 < l < 1", "below-one")
    below = Inequality("q(L-1) < (q + d)(L-1), with L = 1 + n", q * n, (q + more) * n, strict=True)
    yield Cite("so l^{(q+d)(L-1)} < l^{q(L-1)}", "power-decreasing", (in_range, below), conclusion=True)
    at = {l: sp.Rational(1, 2) if case.assumes("below-one") else sp.Integer(2), L: sp.Integer(3)}
    ends = [case["mu"].subs(q, steep) for steep in (2, 1)]
    yield AtPoint(
        f"for instance l = {at[l]}, L = 3: mu at q = 2 against mu at q = 1",
        ends[0],
        case["relation"],
        ends[1],
        at,
        conclusion=True,
    )


COERCIVITY = Claim(
    id="coercivity",
    title="Coercivity of the inverse metric",
    source="Corollary 4.8 (S) = 4.10 (C)",
    statement="1/R'' >= mu = P'(0) = {mu} (Lambda_a n times, Lambda_b r times); at w_1 = 0, w_i = l: mu = {start}.",
    hypotheses=(STEEPNESS, DEPTH, INVARIANTS, UNIQUE),
    parts={"mu": a**n * b**r, "start": l ** (q * (L - 1))},
    argue=argue,
    scope="every q in [1, 2], every L >= 2, all invariants with k0 = 1 (a tie of the smallest weights has mu = 0)",
    mutants=(
        Mutant("exponent qL", {"start": l ** (q * L)}),
        Mutant("l as the balance parameter", {"start": l ** (L - 1)}),
        Mutant("constant", {"mu": (n + r) * a**n * b**r}),
        Mutant("1e-40", {"mu": a**n * b**r + sp.Rational(1, 10**40)}),
        Mutant("a tie of two smallest weights", drop="unique-smallest"),
    ),
)

AS_REPORTED = Claim(
    id="coercivity-decreasing-as-reported",
    title="As reported: smaller q gives a larger coercivity constant",
    source="Corollary 4.8 (S) = 4.10 (C), as reported",
    statement="mu decreases in q at w_1 = 0, w_i = l: mu(q + {step}) < mu(q).",
    hypotheses=(STEEPNESS, DEPTH),
    parts={"step": more},
    argue=argue_reported,
    expected=REFUTED,
    scope="every l > 0, as the statement puts no bound on it",
    remark="True for l < 1, false for l > 1: see coercivity-decreasing.",
    mutants=(
        Mutant("half the step", {"step": more / 2}),
        Mutant("a fixed step", {"step": sp.Rational(1, 2)}),
        Mutant("a small step", {"step": sp.Rational(1, 10**6)}),
    ),
)

DECREASING = Claim(
    id="coercivity-decreasing",
    title="Smaller q gives a larger coercivity constant for weights below 1",
    source="Corollary 4.8 (S) = 4.10 (C), with its missing hypothesis",
    statement="At w_1 = 0, w_i = l: mu(q) = {mu} and mu(q + d) {relation} mu(q) for all d > 0.",
    hypotheses=(STEEPNESS, DEPTH, SMALL),
    parts={"mu": l ** (q * (L - 1)), "relation": "<"},
    argue=argue_decreasing,
    scope="every 0 < l < 1, every L >= 2, 1 <= q < q + d <= 2",
    mutants=(
        Mutant("increases", {"relation": ">"}),
        Mutant("any weight", drop="below-one"),
        Mutant("exponent", {"mu": l ** (q * L)}),
        Mutant("1e-40", {"mu": l ** (q * (L - 1)) + sp.Rational(1, 10**40)}),
    ),
)

CLAIMS = (COERCIVITY, AS_REPORTED, DECREASING)
