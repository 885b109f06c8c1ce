"""The fall of R' near x = 0 from a balanced start: u = b e^{-t}, P = u^L, s = L (q-1)/q, m = q (L-1)/L.

y = int_0^t (1/q) P^{1/q-1} u ds = R'(x(b)) - R'(x(u)),  dy/dt = u^{1-s}/q

m >= 1 iff s >= 1:  u^{1-s} >= b^{1-s}, so y >= b^{1-s} t/q:  R'(0+) = -infinity;
m < 1  iff s < 1:   q (1 - s) y + u^{1-s} does not change, so q (1 - s) y <= b^{1-s}:  R'(0+) is finite.
"""

from __future__ import annotations

from ...judging.flows import L, q
from ...judging.formulas import at_most, below, formula
from ...judging.rules.calculus import growing, integrable_of, limit, rising
from ...judging.rules.order import falling_base
from ...judging.tactics import at_zero, given, rate_rule, rewrite, show, smooth
from ...judging.terms import PASSED, exp, letter, past, plain, rate
from ...judging.theorem import Theorem

b = letter("b")
u = b * exp(-1 * PASSED)
s = L * (q - 1) / q
M = q * (L - 1) / L
FALLEN = past((u**L) ** (1 / q - 1) * u / q)
STEEP, GENTLE = at_most(1, M), below(M, 1)
ENDLESS = formula(("grows", plain(PASSED)))
UNBOUNDED = formula(("grows", FALLEN.term))
BOUNDED = at_most(q * (1 - s) * FALLEN, b ** (1 - s))


def known() -> Theorem:
    """The integrand is absolutely continuous."""
    return integrable_of(smooth((u**L) ** (1 / q - 1) * u / q))


def unbounded() -> Theorem:
    """m >= 1."""
    up = -1 * u
    falls = rewrite(rising(smooth(up), show("<=", 0, rate(up), (rate_rule(up), -1))), at_zero(up))
    power = falling_base(
        show("<", 0, u), show("<=", u, b, (falls, 1)), show("<=", 1 - s, 0, (given(STEEP), L / q)), r=(1 - s).term
    )
    speed = b ** (1 - s) / q
    ahead = FALLEN - speed * PASSED
    rises = show("<=", 0, rate(ahead), (rate_rule(ahead, known()), -1), (power, 1 / q))
    order = show("<=", speed * PASSED, FALLEN, (rewrite(rising(smooth(ahead, known()), rises), at_zero(ahead)), 1))
    return growing(limit(given(ENDLESS), a=(speed * PASSED).term), order)


def bounded() -> Theorem:
    """m < 1 (or not: then it says nothing)."""
    kept = -1 * (q * (1 - s) * FALLEN + u ** (1 - s))
    rises = show("<=", 0, rate(kept), (rate_rule(kept, known()), -1))
    ahead = rewrite(rising(smooth(kept, known()), rises), at_zero(kept))
    return show("<=", q * (1 - s) * FALLEN, b ** (1 - s), (ahead, 1))
