"""A ball that the flow never leaves: |F(c)| <= -mu R with mu < 0 the logarithmic norm of F' over |y - c| <= R.

At the ball's edge d|y - c|/dt <= mu R + |F(c)| <= 0, for an F that does not depend on t: what is inside stays inside
for all times to come (Lozinskii 1958). The norm is |(2^{s_i} e_i)|_2; any s is sound.
"""

from __future__ import annotations

from flint import arb, arb_poly

from ...precision import bits
from .arithmetic import BallArithmetic, OutsideDomain
from .balancing import balanced
from .checker import COARSE, Enclosure, Step, jacobian, log_norm, norm
from .settled import LOOSE, reach
from .vector_field import TimeField

ROOM = 8  # R is so many times the way that the speed at c and mu leave


def trapped(field: TimeField, state: Enclosure, now: arb, bound: arb, precision: int) -> Step | None:
    """One step from `now` to `bound` that holds the state in such a ball, inside the tube of `settled`; or None."""
    flow = field.flow.by_weights()  # g as a variable of its own would be neutral: mu = 0
    field = TimeField(flow, field.signs)
    if len(flow.alpha) > 1 and any(c != 0 for c in flow.alpha[1:]):
        return None
    balls = state.balls()[: flow.size]
    c = [v.mid() for v in balls]
    try:
        with bits(precision):
            speeds = field.rates(now, c, BallArithmetic())[: field.core]
            limit = [r * LOOSE for r in reach(balls[: flow.size], precision)]
        with bits(COARSE):
            core, _ = jacobian(field, now, c, arb(1))
            scales = balanced(core, (0,) * field.core, arb(1))
            mu = log_norm(core, scales)
            if mu is None or not mu < 0:
                return None
            speed = norm([v * arb(2) ** s for v, s in zip(speeds, scales, strict=True)])
            start = norm([v.rad() * arb(2) ** s for v, s in zip(balls, scales, strict=True)])
            radius = (ROOM * (speed / -mu).max(start)).upper()
            around = [(radius * arb(2) ** -s).upper() for s in scales]
            if not all(r <= most for r, most in zip(around[: flow.size], limit, strict=True)):
                return None
            tube = [v + arb(0, r) for v, r in zip(c, around, strict=True)]
            core, _ = jacobian(field, now, tube, arb(1))
            mu = log_norm(core, scales)
            if mu is None or not (mu < 0 and speed <= -mu * radius):
                return None
        with bits(precision):
            rates = field.rates(now, tube, BallArithmetic())[field.core :]
    except OutsideDomain:
        return None
    span = ((bound - now).upper() * (1 + arb(2) ** -20)).upper().mid()
    lags = tuple((r.rad() * span).upper() for r in rates)
    totals = tuple(p + r * span for p, r in zip(state.passive, rates, strict=True))
    polynomials = [arb_poly([0, r.mid()]) for r in rates]
    end = Enclosure(tuple(tube), arb(0), totals)
    return Step(now, 0, span, [arb_poly([v]) for v in c], polynomials, state.passive, tuple(around), lags, end)
