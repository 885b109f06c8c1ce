"""The answers to the reviewers as claims: an answer is proved when every claim under it gets the verdict it needs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import sympy as sp

from ...symbolic.symbols import L, q, u, x
from ..judging.claim import Claim, Instance, Mutant
from ..judging.on_claims import Judged
from ..judging.reviews import REVIEWS, Review
from ..judging.steps import Decided, Identity, Step
from ..verdict import PROVED, REFUTED, SUPPORTED, UNDECIDED

D = sp.Symbol("D", positive=True)
M = q * (L - 1) / L
LIMIT = x ** (1 - M) / (L * (1 - M))  # of T at |g| = 1, m < 1

# What an answer says beyond the claims it rests on.
FACTS: dict[int, tuple[Step, ...]] = {
    8: (
        Decided("1 - (L-1)(q-1) = L(1-m)", sp.Eq(1 - (L - 1) * (q - 1), L * (1 - M))),
        Identity(
            "m = 19/20: the limits of T for (q, L) = (19/10, 2) and (1, 20) have the ratio 10",
            LIMIT.subs({q: sp.Rational(19, 10), L: 2}),
            10 * LIMIT.subs({q: 1, L: 20}),
        ),
    ),
    13: (
        Identity(
            "x = u^D - v^D at v = 0: R'' x^{q(D-1)/D} = D^{-q}",
            (D * u ** (D - 1)) ** -q * (u**D) ** (q * (D - 1) / D),
            D**-q,
        ),
    ),
}


def argue(review: Review, of: Instance) -> Iterator[Step]:
    """Every claim that the answer rests on is judged again."""
    for name, verdict in of.parts.items():
        yield Judged(f"`{name}` is {verdict}", name, verdict, conclusion=True)
    yield from FACTS.get(review.number, ())


def mutants(review: Review) -> tuple[Mutant, ...]:
    """The answer with a claim turned round, and with less than a proof for its first."""
    other = {PROVED: REFUTED, REFUTED: PROVED}
    turned = tuple(Mutant(f"{name} turned round", {name: other[verdict]}) for name, verdict in review.on_claims.items())
    first = next(iter(review.on_claims))
    return (*turned, *(Mutant(f"{first} only {less}", {first: less}) for less in (SUPPORTED, UNDECIDED)))


def answered(review: Review) -> Claim:
    """The claim of one review."""
    names = ", ".join(f"{name} ({{{name}}})" for name in review.on_claims)
    return Claim(
        id=f"review-{review.number}",
        title=review.question,
        source=f"the reviewers' question {review.number}",
        statement=f"{review.answer} Rests on {names}.",
        hypotheses=(),
        parts=review.on_claims,
        argue=partial(argue, review),
        scope="as far as the claims it rests on reach",
        mutants=mutants(review),
        remark=review.remaining and f"Open: {review.remaining}",
    )


CLAIMS = tuple(answered(review) for review in REVIEWS)
