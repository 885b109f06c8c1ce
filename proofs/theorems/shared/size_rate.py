"""d|w_i|^q/dt = -q <x>^{q-1} h - q alpha |w_i|^q along the driven flow: the first term does not depend on i, as
<w_i>^{q-1} <prod_{j != i} w_j>^{q-1} = <x>^{q-1} (theory: section 2)."""

from __future__ import annotations

from ...judging.flows import X, alpha, h, i, j, k, q, w, w_j
from ...judging.rules.logical import renamed
from ...judging.rules.sums import one_taken_out
from ...judging.tactics import flow, rate_rule, rewrite, show, smooth, whole
from ...judging.terms import function, index, product_over, rate, signed_power, size
from ...judging.theorem import Theorem

l = index("l", "L")
w_l = function("w", "real", k, l)
ALL = product_over(j, w_j)  # x_k
POWER, POWER_l = size(w) ** q, size(w_l) ** q


def size_rate(kind: str) -> Theorem:
    """For every i: the rate of |w_ki|^q; kind is `driven` or `driven-decay`."""
    pull = signed_power(w, q - 1)
    moved = -1 * q * signed_power(w * X, q - 1) * h
    moves = rate_rule(POWER, whole(kind, 0))
    total = moved - q * alpha * POWER if kind == "driven-decay" else moved
    one = show("=", rate(POWER), total, (moves, 1), (flow(kind, 1), q * pull))
    out = one_taken_out(i=j.term, j=i.term, body=w_j.term)
    return rewrite(one, show("=", w * X, ALL, (out, -1)))


def smooth_sizes(kind: str) -> tuple[Theorem, Theorem]:
    """|w_ki|^q and |w_kl|^q are absolutely continuous."""
    return smooth(POWER, whole(kind, 0)), smooth(POWER_l, whole(kind, 0))


def size_rates(kind: str) -> tuple[Theorem, Theorem]:
    """The rates of two weights i and l."""
    first = size_rate(kind)
    return first, renamed(first, i=i.term, j=l.term)
