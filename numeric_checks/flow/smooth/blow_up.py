"""Blow-up under a constant gradient: m' >= (G - A m^{1-kappa}) m^kappa and M' <= G M^kappa, kappa = (L - 1)(q - 1) > 1.

m and M are the least and the largest |w_i| of a coordinate pushed outwards, G = |g|^{q-1}, A >= alpha(t). Hence
M^{1-kappa} / (G (kappa - 1)) <= T - t <= m^{1-kappa} / ((G - A m^{1-kappa})(kappa - 1)).
"""

from __future__ import annotations

from flint import arb

from ..problem import Linear
from .checker import Enclosure
from .vector_field import Flow, ball, polynomial


def blow_up_time(flow: Flow, state: Enclosure, time: arb, bound: arb, precision: int) -> tuple[arb, int] | None:
    """(T, coordinate from 1) once the weights are so large that T is known to the precision; None before, or never."""
    objective = flow.problem.objective
    kappa = (flow.depth - 1) * flow.r
    if kappa <= 1 or not isinstance(objective, Linear) or flow.coupled:
        return None
    large = arb(2) ** min(200, int(precision / (kappa - 1 + flow.r + 1)))
    weights = [abs(v) for v in state.balls()]
    for k, (row, g) in enumerate(zip(flow.rows(weights), objective.gradient, strict=True)):
        if g == 0 or not all(w > large for w in row):
            continue
        sign = 1
        for c in state.center[k * flow.depth : (k + 1) * flow.depth]:
            sign = sign if c > 0 else -sign
        if sign * g > 0:
            continue
        power, push = ball(kappa - 1), abs(ball(g)) ** ball(flow.r)
        least = most = row[0]
        for w in row[1:]:
            least, most = least.min(w), most.max(w)
        alpha = abs(polynomial(flow.alpha, time.union(bound))).upper() if flow.alpha else arb(0)
        rest = push - alpha * least**-power
        if not rest > 0:
            continue
        late = time + least**-power / (rest * power)
        early = time + most**-power / (push * power)
        if late < bound:
            return early.union(late), k + 1
    return None
