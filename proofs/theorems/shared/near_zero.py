"""The fall of R' near x = 0 from a balanced start: v = b e^{-t}, P = v^L, s = L (q-1)/q, m = q (L-1)/L.

y = int_0^t (1/q) P^{1/q-1} v ds = R'(x(b)) - R'(x(v)),  dy/dt = v^{1-s}/q

m >= 1 iff s >= 1:  v^{1-s} >= b^{1-s}, so y >= b^{1-s} t/q:  R'(0+) = -infinity;
m < 1  iff s < 1:   q (1 - s) y + v^{1-s} does not change, so q (1 - s) y <= b^{1-s}:  R'(0+) is finite.
"""

from __future__ import annotations

from ...judging.flows import L, q
from ...judging.increments import BALANCED, BALANCED_STEEP, ENDLESS, FALL, b, s, v
from ...judging.rules.calculus import growing, integrable_of, limit, rising
from ...judging.rules.order import falling_base
from ...judging.tactics import at_zero, given, rate_rule, rewrite, show, smooth
from ...judging.terms import PASSED, rate
from ...judging.theorem import Theorem


def known() -> Theorem:
    """The integrand is absolutely continuous."""
    return integrable_of(smooth((v**L) ** FALL * v / q))


def unbounded() -> Theorem:
    """m >= 1."""
    up = -1 * v
    falls = rewrite(rising(smooth(up), show("<=", 0, rate(up), (rate_rule(up), -1))), at_zero(up))
    power = falling_base(
        show("<", 0, v),
        show("<=", v, b, (falls, 1)),
        show("<=", 1 - s, 0, (given(BALANCED_STEEP), L / q)),
        r=(1 - s).term,
    )
    speed = b ** (1 - s) / q
    ahead = BALANCED - speed * PASSED
    rises = show("<=", 0, rate(ahead), (rate_rule(ahead, known()), -1), (power, 1 / q))
    order = show("<=", speed * PASSED, BALANCED, (rewrite(rising(smooth(ahead, known()), rises), at_zero(ahead)), 1))
    return growing(limit(given(ENDLESS), a=(speed * PASSED).term), order)


def bounded() -> Theorem:
    """m < 1 (or not: then it says nothing)."""
    kept = -1 * (q * (1 - s) * BALANCED + v ** (1 - s))
    rises = show("<=", 0, rate(kept), (rate_rule(kept, known()), -1))
    ahead = rewrite(rising(smooth(kept, known()), rises), at_zero(kept))
    return show("<=", q * (1 - s) * BALANCED, b ** (1 - s), (ahead, 1))
