"""What the reviewers asked: each question with a short answer, the claims that the answer rests on, and what stays
open.

`on_claims` names a claim and its verdict; an answer is judged by judging those (proofs/theorems/reviews.py), and the
numbers that show it are measured (proofs/observations/reviews.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..verdict import PROVED, REFUTED


@dataclass(frozen=True)
class Review:
    """One question: its number, its words, the answer, the claims under it with their verdicts, what remains open."""

    number: int
    question: str
    answer: str
    on_claims: Mapping[str, str]
    remaining: str


def on(*proved: str, refuted: tuple[str, ...] = ()) -> dict[str, str]:
    """Claim IDs with the verdicts that the answer needs."""
    return {**dict.fromkeys(proved, PROVED), **dict.fromkeys(refuted, REFUTED)}


REVIEWS = (
    Review(
        1,
        "How is the regularizer M derived?",
        "Decay shrinks each of the L weights at the rate alpha, so it moves x by -alpha L x, and R'' carries that to"
        " the dual side: M' = L x R'', which is M = L R*(R'(x)), for every q, L and Lambda. Coupled decay acts inside"
        " the signed power; on the balanced manifold its M is the penalty (L/2)|x|^(2/L), for every q.",
        on("regularizer-decoupled", "conjugate-identity", "regularizer-coupled", "table1", "dual-decay"),
        "Against the paper: off balance M is the drift at frozen Lambda only, since decay moves Lambda too; dual-decay"
        " is the exact statement. Coupled decay off balance has no such M for q < 2.",
    ),
    Review(
        2,
        "Are the saddles of Theorem 4.3 still saddles with weight decay?",
        "Mostly not. Coupled: w = 0 is a strict minimum for every alpha > 0 if L >= 3; at L = 2 it is one if alpha >"
        " |g_i| everywhere and a saddle if alpha < |g_i| somewhere; in every other critical point a coordinate has only"
        " zero weights or none. Decoupled: w = 0 repels for every alpha if m < 1, attracts for every alpha if m > 1,"
        " and at m = 1 it is |g|^(q-1) against alpha.",
        on("saddles", "saddles-decay", "saddles-decay-deep", "saddles-decay-decoupled"),
        "Coupled, L = 2, |g_i| = alpha: the next order of f decides. Decoupled, m < 1: w = 0 repels from every start"
        " without a zero weight under an outward gradient.",
    ),
    Review(
        3,
        "In which sense do the balance equations hold almost everywhere?",
        "For 1 < q <= 2 they hold for every t. At q = 1 they hold for almost every t, hence for every t while x = 0"
        " only on a set of times of measure 0 and one sign serves all weights of a coordinate where its gradient"
        " vanishes. The L - 1 differences are all there is.",
        on("balance", "balance-decay", "balance-complete"),
        "At q = 1, sliding along x = 0 or two zero weights: the Filippov solutions lose balance there (f = x^2/2 from"
        " (3/10, 7/10), from t = 3/10 on), so a trajectory ends at such a point.",
    ),
    Review(
        4,
        "What is lambda-L_p-balanced for depth above 2?",
        "One choice among many: P(u) = prod (u + Lambda_i) covers all invariants, R'' = 1/P'(u). lambda > 0 means P = u"
        " (u + lambda)^(L-1), with 1/R''(0) = lambda^(L-1); lambda < 0 means P = u^(L-1) (u + |lambda|), where L - 1"
        " weights tie and 1/R''(0) = 0 for L >= 3. The sign of lambda matters for every L >= 3.",
        on("metric", "mirror-map", "coercivity", "balance-complete"),
        "",
    ),
    Review(
        5,
        "Does R exist where it is not Legendre, and does Theorem 4.2 then apply to Corollary 4.8?",
        "R exists, separable, for every q, L and Lambda, and it is a Legendre function of Rockafellar and a Bregman"
        " function of Alvarez, Bolte and Brahic also for m > 1. What fails for m > 1 is that R' is onto. Theorem 4.2"
        " needs 1/R'' >= mu > 0, which k0 = 1 gives, so it applies.",
        on(
            "strictly-convex",
            "legendre",
            "bregman",
            "onto",
            "convergence",
            "coercivity",
            refuted=("bregman-as-reported", "convergence-as-reported"),
        ),
        "Against the paper: the reported criterion m <= 1 is the one for R' onto, and the bound of Theorem 4.2 has"
        " B^(2-q) in the numerator.",
    ),
    Review(
        6,
        "Corollary 4.8 is about a measure-zero set of initialisations: does it extend?",
        "Yes: to the open set of weights with a unique smallest one, mu(q) = prod (|w_j|^q - |w_i|^q). It decreases in"
        " q on [1, 2] if all |w_j| <= 1/e, the largest such radius.",
        on("generic-coercivity", "coercivity", "coercivity-decreasing", refuted=("coercivity-decreasing-as-reported",)),
        "Against the paper: without a smallness condition it is false. mu is also only a lower bound of the speed:"
        " escape-time is exact.",
    ),
    Review(
        7,
        "Does the shape of the manifold determine the speed, and is a shorter path meaningful?",
        "The speed is exactly the metric: T = (R'(x_1) - R'(x_0))/|g|^(q-1), the integral of R'' along x. The length of"
        " the path in weight space does not decide it: from (1/10, 1/5) the paths of q = 1 and q = 2 to x = 1/2 are"
        " equally long to 1 part in 50, the times differ by a factor above 2. For large weights the order is reversed.",
        on("escape-time", "escape-law", "metric"),
        "Against the paper: a shorter path is no explanation of faster escape.",
    ),
    Review(
        8,
        "Why would m = 0.95 mean feature learning, and not 0.5 or 1.5?",
        "0.95 is no threshold; m = 1 is. For m < 1 small starts escape in bounded time and nothing blows up; at m = 1"
        " the time is log(1/eps); for m > 1 it is eps^(-L(m-1)) and x can blow up. The norm that decay induces is"
        " |x|^(2-m), nearly L_1 at 0.95. But m alone does not fix the speed: the exponent is L(1-m) = 1 - (L-1)(q-1),"
        " so at equal m = 0.95 sign flow with L = 20 and q = 19/10 with L = 2 differ by a factor of 10.",
        on("escape-law", "blow-up-time", "regularizer-decoupled", "metric-exponents", "dual-decay"),
        "Feature learning has no definition here, so no value of m can be shown to mean it.",
    ),
    Review(
        9,
        "q = 2, L = 2 gives L_1 and q = 1, L = 2 gives L_(3/2): is smaller q then less sparse?",
        "Yes at equal L, under decoupled decay: the exponent is 2 - m = 2 - q (L-1)/L, which falls with q and with L."
        " At equal m there is no difference. Under coupled decay the exponent is 2/L, whatever q is. Sign flow reaches"
        " L_1 only as L -> infinity.",
        on("table1", "regularizer-decoupled", "regularizer-coupled", "example-4-17"),
        "An exponent of a penalty is not a recovery guarantee.",
    ),
    Review(
        10,
        "Does weight decay stabilise?",
        "Exactly this: decoupled decay contracts the dual variable at the rate alpha L(1-m) for m < 1, leaves it alone"
        " at m = 1 and expands it for m > 1, where the range of R' expands alike; there decay prevents a blow-up under"
        " constant outward g iff alpha L(m-1) T_0 >= 1, T_0 the blow-up time without decay.",
        on("dual-decay", "blow-up-decay", "saddles-decay-decoupled"),
        "Stability of the coupled flow with an objective, for q < 2 and off balance.",
    ),
    Review(
        11,
        "Is the diagonal reparameterization a proxy for attention?",
        "For L = 2 it is the logits of one attention head whose key and query matrices are diagonal, and every claim at"
        " L = 2 is about that. It is no more: with full matrices K and Q already the entrywise balance |K_ij|^q -"
        " |Q_ij|^q is lost at q = 1.",
        on("balance", "metric-l2", "mirror-flow"),
        "Full matrices, the softmax and several heads are outside every claim here.",
    ),
    Review(
        12,
        "What about saddles of higher order?",
        "With exactly k zero weights in a coordinate and g != 0 the first non-vanishing derivative has order k: k = 2"
        " is a strict saddle, k >= 3 a degenerate one. The time to leave k tied small weights follows k(1 - m_0), m_0 ="
        " q(k-1)/k.",
        on("saddles", "saddle-order", "escape-law"),
        "In several coordinates the order is the least over them.",
    ),
    Review(
        13,
        "Do the laws of the metric exponents hold outside the diagonal setting?",
        "Any separable x = h(w) has R'' = 1/sum |d_i h|^q along its orbit, so the law depends on h. For x = u^D - v^D"
        " the exponent at infinity is q(D-1)/D, that of depth D; at 0 it is 0 where both are positive, as R''(0) is"
        " then finite. So the law at infinity survives, the one at 0 depends on which derivatives vanish together.",
        on("metric-exponents", "separable-reparameterization", "separable-ends"),
        "Reparameterizations that couple coordinates; for q < 2 an orbit on which some d_i h vanishes need not be"
        " retraced.",
    ),
)
