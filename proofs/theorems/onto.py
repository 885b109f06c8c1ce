"""R' is onto the reals iff m = q(L-1)/L <= 1 (Corollary 4.12 (S) = 4.14 (C), in the sense of Bubeck, Li et al. 2022).

In u, R' moves by  R'(x(u_0 + t)) - R'(x(u_0)) = y = (1/q) int_0^t P(u_0 + v)^{1/q-1} dv  (claim mirror-map). With
S = 1 + u_0 + sum_i Lambda_i and s = L(q-1)/q:

  m <= 1:  P <= (t + S)^L, so dy/dt >= (1/q) (t + S)^{-s} >= (1/q)/(t + S)  as s <= 1:  q y >= log(t + S) - log S;
  m > 1:   P >= (u_0 + t)^L, so dy/dt <= (1/q) (u_0 + t)^{-s}, s > 1:               q (s - 1) y <= u_0^{1-s}.

R' is odd where R'(0) = 0 is finite, and R'(0+) = -infinity elsewhere: R' is onto iff y is unbounded.
"""

from __future__ import annotations

from ..judging.claim import derived_claim
from ..judging.flows import L, i, j, q
from ..judging.formal import Formal
from ..judging.formulas import at_most, below, equal, formula
from ..judging.increments import (
    ABOVE_1,
    AT_MOST_1,
    ENDLESS,
    FALL,
    Y_BOUNDED,
    Y_GROWS,
    Lambda,
    Lambda_j,
    P,
    Y,
    s,
    u_0,
    witness,
)
from ..judging.rules.algebraic import scaled
from ..judging.rules.calculus import growing, integrable_of, limit, rising
from ..judging.rules.logical import both, cut, implied
from ..judging.rules.order import above_one, falling_base
from ..judging.rules.sums import at_least_one, constant_body, larger_factors
from ..judging.tactics import at_zero, decided, given, rate_rule, rewrite, show, smooth
from ..judging.terms import PASSED, log, product_over, rate, sum_over
from ..judging.theorem import Theorem

LEVEL = u_0 + PASSED + Lambda_j
S = 1 + u_0 + sum_over(i, Lambda)

SIGN = equal(q, 1)
SHALLOW, DEEP = formula(("and", equal(q, 2), equal(L, 2))), formula(("and", equal(q, 2), below(2, L)))


def known() -> Theorem:
    """The integrand is absolutely continuous, so y is."""
    return integrable_of(smooth(P**FALL / q))


def unbounded() -> Theorem:
    """m <= 1: q y >= log(t + S) - log S, which grows."""
    top = PASSED + S
    one = at_least_one(show("<=", 0, Lambda), i=i.term, j=j.term)
    each = show("<=", LEVEL, top, (one, 1))
    product = larger_factors(show("<=", 0, LEVEL), each, whole=P.term)
    power = show("<=", P, top**L, (product, 1), (constant_body(show("<", 0, top), whole=product_over(j, top).term), 1))
    lower = falling_base(show("<", 0, P), power, decided(at_most(FALL, 0)), r=FALL.term)
    gentle = decided(at_most(-1, L * FALL), given(AT_MOST_1))
    slow = above_one(show("<=", 1, top), gentle)
    ahead = Y - log(top) / q
    moves = rate_rule(ahead, known())
    rises = show("<=", 0, rate(ahead), (moves, -1), (lower, 1 / q), (slow, 1 / q))
    past_start = rewrite(rising(smooth(ahead, known()), rises), at_zero(ahead))
    bound = log(top) / q - log(S) / q
    order = show("<=", bound, Y, (past_start, 1))
    return growing(limit(given(ENDLESS), a=bound.term), order)


def bounded() -> Theorem:
    """m > 1: q (s - 1) y + (u_0 + t)^{1-s} does not rise."""
    low = u_0 + PASSED
    each = show("<=", low, LEVEL)
    product = larger_factors(show("<=", 0, low), each, whole=product_over(j, low).term)
    power = show("<=", low**L, P, (product, 1), (constant_body(show("<", 0, low), whole=product_over(j, low).term), -1))
    upper = falling_base(show("<", 0, low**L), power, decided(at_most(FALL, 0)), r=FALL.term)
    kept = -1 * (q * (s - 1) * Y + low ** (1 - s))
    moves = rate_rule(kept, known())
    rises = show("<=", 0, rate(kept), (moves, -1), (scaled(upper, decided(below(0, s - 1), given(ABOVE_1))), 1))
    ahead = rewrite(rising(smooth(kept, known()), rises), at_zero(kept))
    return show("<=", q * (s - 1) * Y, u_0 ** (1 - s), (ahead, 1))


def derive() -> Theorem:
    """Both cases."""
    return both(implied(unbounded(), stated=AT_MOST_1), implied(bounded(), stated=ABOVE_1))


def at_ends() -> Theorem:
    """m = 0 at q = 1; m = 2 (L-1)/L at q = 2."""
    cases = ((SIGN, AT_MOST_1, unbounded()), (SHALLOW, AT_MOST_1, unbounded()), (DEEP, ABOVE_1, bounded()))
    return both(*(implied(cut(decided(m, given(end)), theorem), stated=end) for end, m, theorem in cases))


ONTO = derived_claim(
    id="onto",
    title="R' is onto the reals exactly when m <= 1",
    source="Corollary 4.12 (S) = 4.14 (C), in the sense of Bubeck and of Li et al. 2022",
    matters="This is what the reported criterion is really about: whether the dual flow can run forever.",
    formal=Formal(
        (ENDLESS,),
        formula(("and", ("=>", AT_MOST_1, Y_GROWS), ("=>", ABOVE_1, Y_BOUNDED))),
        derive,
        witness,
    ),
    remark="The integral is R'(x(u_0 + t)) - R'(x(u_0)), u = u_0 + t (claim mirror-map). R' is odd where R'(0) is"
    " finite and R'(0+) = -infinity elsewhere, so R' is onto exactly where it is unbounded above. m <= 1 is p >= L.",
)

ENDS = derived_claim(
    id="onto-gf-signgf",
    title="Gradient flow is onto only for L = 2, sign gradient flow for every L",
    source="Corollary 4.12 (S) = 4.14 (C), as reported",
    matters="Gradient flow loses this at depth 3, sign gradient flow never does: the contrast the paper draws.",
    formal=Formal(
        (ENDLESS,),
        formula(("and", ("=>", SIGN, Y_GROWS), ("=>", SHALLOW, Y_GROWS), ("=>", DEEP, Y_BOUNDED))),
        at_ends,
        witness,
    ),
    remark="R' is onto the reals exactly where this increment of R' is unbounded (claim onto).",
)

CLAIMS = (ONTO, ENDS)
