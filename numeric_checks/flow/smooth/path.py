"""Dense output: the checked steps in order, and the state at any time between them.

On a step |y_i(t) - p_i(tau)| <= slack_i with t = start + 2^-scale tau. Where the steps run in another variable (the
clock is then one of y's components), tau is enclosed first, by bisection on the increasing t(tau).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from flint import arb, arb_poly, ctx

from .checker import Enclosure, Step, evaluate

NEWTON, CLOSE, WIDER = 12, 8, 1 + 2.0**-4  # steps; bits not to wait for; how much wider than its half-width is looked


@dataclass(frozen=True)
class Piece:
    """Steps of one field, from `start` to `end` (balls); `clock` is the index of time in y, None where t itself runs.

    The last step may go on a little beyond `end`; with a clock the piece ends at tau = `tail` of the last step.
    """

    start: arb
    end: arb
    steps: tuple[Step, ...]
    clock: int | None = None
    tail: arb | None = None

    def at(self, t: arb) -> Enclosure | None:
        """An enclosure at the part of the ball t that this piece covers, None if there is no such part."""
        if t < self.start or t > self.end:
            return None
        found: list[Enclosure] = []
        first = bisect_left(self.steps, t.lower(), key=lambda step: self._span(step)[1].upper())
        for step in self.steps[first:]:
            low, high = self._span(step)
            if t < low:
                break
            if t > high:
                continue
            tau = self._parameter(step, t)
            if tau is not None:
                found.append(state_at(step, tau))
        return join(found) if found else None

    def _span(self, step: Step) -> tuple[arb, arb]:
        if self.clock is None:
            return step.start, step.start + step.duration
        clock, slack = step.core[self.clock], arb(0, step.slack[self.clock])
        return clock(arb(0)) + slack, clock(self._tail(step)) + slack

    def _tail(self, step: Step) -> arb:
        return self.tail if self.tail is not None and step is self.steps[-1] else step.length

    def _parameter(self, step: Step, t: arb) -> arb | None:
        """The tau in [0, length] that belong to times in t."""
        if self.clock is None:
            return within((t - step.start) * arb(2) ** step.scale, step.length)
        clock, slack = step.core[self.clock], arb(0, step.slack[self.clock])
        tail = self._tail(step)
        low, high = arb(0), tail.lower()
        if low > high:
            return tail
        quick = _around(clock, slack, t, tail)
        if quick is not None:
            return quick
        for _ in range(4 * t.bits() + 400):
            middle = ((low + high) / 2).mid()
            if not low < middle < high:
                break
            value = clock(middle) + slack
            if value < t:
                low = middle
            elif value > t:
                high = middle
            else:
                break
        lowest, highest = _tighten(clock, slack, t, low, high)
        return lowest.union(tail.upper() if highest >= tail.lower() else highest)


def _around(clock: arb_poly, slack: arb, t: arb, tail: arb) -> arb | None:
    """The same around where Newton's method ends, if the clock is seen to be before t and after t beside it."""
    slope, tau, goal = clock.derivative(), (tail / 2).mid(), t.mid()
    for _ in range(NEWTON):
        former, tau = tau, (tau - (clock(tau) - goal) / slope(tau)).mid()
        if not 0 <= tau <= tail.upper():
            return None
        if abs(tau - former) < abs(tau) * arb(2) ** (CLOSE - ctx.prec):
            break
    reach = WIDER * (t.rad() + slack.rad() + clock(tau).rad()) / slope(tau).mid()
    low, high = (tau - reach).lower().max(arb(0)), (tau + reach).upper()
    if not (low.is_zero() or clock(low) + slack < t):
        return None
    if high >= tail.lower():
        return low.union(tail.upper())
    return low.union(high) if clock(high) + slack > t else None


def _tighten(clock: arb_poly, slack: arb, t: arb, low: arb, high: arb) -> tuple[arb, arb]:
    """Both ends moved inwards, each by its own bisection, as long as the clock there is provably not in t."""
    ends = []
    for end, other, below in ((low, high, True), (high, low, False)):
        for _ in range(40):
            middle = ((end + other) / 2).mid()
            value = clock(middle) + slack
            if (value < t) if below else (value > t):
                end = middle
            else:
                other = middle
        ends.append(end)
    return ends[0], ends[1]


def within(tau: arb, length: arb) -> arb | None:
    """tau intersected with [0, length]."""
    low, high = tau.lower().max(arb(0)), tau.upper().min(length)
    if low > high:
        return None
    return tau if low == tau.lower() and high == tau.upper() else low.union(high)


def state_at(step: Step, tau: arb) -> Enclosure:
    """An enclosure at tau, a ball inside [0, length]."""
    gains = tuple(
        base + evaluate(p, tau) - p[0] + arb(0, lag)
        for base, p, lag in zip(step.base, step.passive, step.passive_slack, strict=True)
    )
    core = tuple(evaluate(p, tau) + arb(0, slack) for p, slack in zip(step.core, step.slack, strict=True))
    return Enclosure(core, arb(0), gains)


def join(found: list[Enclosure]) -> Enclosure:
    """The hull of enclosures, component by component; pieces in time or in an event variable share their first ones."""
    core, passive = list(found[0].center), list(found[0].passive)
    for other in found[1:]:
        core = [a.union(b) for a, b in zip(core, other.center, strict=False)]
        passive = [a.union(b) for a, b in zip(passive, other.passive, strict=True)]
    return Enclosure(tuple(core), arb(0), tuple(passive))
