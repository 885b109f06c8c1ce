"""Under decoupled decay the coercivity constant fades: mu_t = mu_0 exp(-q int alpha)^{L-1} (theory: section 16.3).

mu = P'(0) = prod_{j != s} (|w_j|^q - |w_s|^q), w_s the smallest weight; each factor carries exp(-q int_0^t alpha)
(claim balance-decay), and there are L - 1. So rates that rest on mu have a finite budget under decay.
"""

from __future__ import annotations

from ..judging.claim import derived_claim
from ..judging.flows import L, i, j, k, q, w_j
from ..judging.formal import Formal
from ..judging.formulas import equal, for_all
from ..judging.rules.logical import renamed
from ..judging.rules.sums import congruent, constant_body, distributed
from ..judging.tactics import for_every, rewrite, show
from ..judging.terms import function, index, others, size, start
from ..judging.theorem import Theorem
from .balance import MEMORY, decayed, decaying
from .shared.size_rate import l

s = index("s", "L")
w_s = function("w", "real", k, s)
FACTOR = size(w_j) ** q - size(w_s) ** q
BEGUN = size(start(w_j)) ** q - size(start(w_s)) ** q
MU, MU_BEGUN = others(j, s, FACTOR), others(j, s, BEGUN)


def derive() -> Theorem:
    """Every factor shrinks alike."""
    law = renamed(renamed(decayed()[1], i=l.term, j=s.term), i=i.term, j=j.term)
    shrunk = congruent(law, i=j.term, whole=MU.term)
    apart = distributed(whole=MU_BEGUN.term, b=MEMORY.term)
    same = constant_body(show("<", 0, MEMORY), whole=others(j, s, MEMORY).term)
    return for_every(rewrite(shrunk, apart, same), k, s)


CLAIMS = (
    derived_claim(
        id="coercivity-decay",
        title="Decoupled decay spends the coercivity constant",
        source="beyond the paper: section 16.3",
        matters="Decay does not stabilise: rates that rest on coercivity run out of it, at a known speed.",
        formal=Formal(
            (("flow", "driven-decay"),),
            for_all(k, for_all(s, equal(MU, MU_BEGUN * MEMORY ** (L - 1)))),
            derive,
            decaying,
        ),
        remark="With w_s the smallest weight the left side is mu_t = P'(0), a lower bound of 1/R''.",
    ),
)
