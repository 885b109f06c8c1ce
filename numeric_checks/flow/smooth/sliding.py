"""A stretch on which some g_k, |g_k| <= delta, are followed as if they stayed where they are (`held`).

When z* of a single one has left 0 behind, g_k follows to <z*>^{1/r} (`followed`). A weight of another coordinate that
vanishes on the way is reached in sigma, with the g_k still held (`Slide.to_zero`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from flint import arb, arb_poly

from ..problem import LeastSquares
from .arithmetic import BallArithmetic
from .checker import Enclosure, Step, evaluate
from .dual import Dual, DualArithmetic
from .held import Held, HeldField, HeldPivotField, signed
from .stepper import Stepper
from .vector_field import Flow, Name, signed_power

EDGE, AIM = 0.95, 0.98  # parts of the load 1: from which on a z* on its way out is let go, to which steps lead
RECENT = 8  # last steps on which g_k is followed
SHARE, SHORTEST = 0.99, 2.0**-14  # what is left of the last of them after each of its parts, and at least
HALVINGS = 40  # bisections of an inequality
WIDER = 64  # times delta may be what is said of several g_k


class Slide:
    """Steps with such g_k, k in K, from weights and gradient in balls; |g_k| < delta."""

    def __init__(
        self,
        flow: Flow,
        signs: Mapping[Name, int],
        held: Sequence[int],
        now: arb,
        state: Enclosure,
        delta: arb,
        precision: int,
        whole: Enclosure | None = None,
    ):
        """`whole`: an enclosure of v, if one is known, with one radius for all."""
        self.flow, self.signs, self.delta = Held(flow, held, delta), signs, delta
        balls = list(flow.extend(state.balls()))
        g = {k: balls[flow.size + k] for k in held}
        moved = self.flow.moved(balls, balls, {k: -v for k, v in g.items()}, signs)
        for k in held:
            moved[flow.size + k] = arb(0)  # g_k - g_k
        self.field = HeldField(self.flow, signs, self.flow.shifts(balls, signs))
        begun = Enclosure(tuple(moved), arb(0), state.passive)
        if whole is not None:
            begun = Enclosure(whole.center[: flow.width], whole.radius, state.passive, whole.scales[: flow.width])
        self.stepper = Stepper(self.field, now, begun, precision)
        self.known = self._bounded(balls)

    def advance(self, goal: arb) -> Step | None:
        """A step towards the goal; where it ends y is as near to v as B is there."""
        return self._advanced(self.stepper, goal)

    @staticmethod
    def candidate(flow: Flow, balls: Sequence[arb], delta: arb) -> int | None:
        """The one k with |g_k| well below delta; None if there is none, or there are more."""
        if not flow.extended or flow.alpha or not isinstance(flow.problem.objective, LeastSquares):
            return None
        small = [k for k in range(flow.n) if abs(balls[flow.size + k]) < delta / 2]
        return small[0] if len(small) == 1 else None

    def state(self) -> Enclosure:
        """Balls around the true state now, the g_k within their bounds."""
        if not self.stepper.steps:
            return Enclosure(tuple(self.known), arb(0), self.stepper.now.passive)
        step = self.stepper.steps[-1]
        return Enclosure(tuple(self._bounded(self._ends(step))), arb(0), step.end.passive)

    def _bounded(self, balls: Sequence[arb]) -> list[arb]:
        found = list(balls)
        for k in self.flow.held:
            found[self.flow.size + k] = arb(0, self.flow.bounds[k])
        return found

    def end(self, g: arb) -> Enclosure:
        """Balls around the true state now, where the only g_k is known: v + B u."""
        known, (k,) = self.state(), self.flow.held
        balls = self.flow.moved(self.stepper.now.balls(), known.center, {k: g}, self.signs)
        balls[self.flow.size + k] = g
        both = [a.intersection(b) for a, b in zip(balls, known.center, strict=True)]
        return Enclosure(tuple(both), arb(0), known.passive)

    def leaving(self) -> bool:
        """Whether the g_k are about to leave their bounds."""
        return bool(self.flow.load([c.mid() for c in self.stepper.now.center]) > EDGE)

    def goal(self, bound: arb) -> arb:
        """Where a z* is near delta^r if it goes on as it does now, or the bound if that comes first."""
        flow, now, arithmetic = self.flow, self.stepper.time, DualArithmetic(BallArithmetic())
        center = [c.mid() for c in self.stepper.now.center]
        speeds = self.field.rates(now, center, BallArithmetic())[: self.field.core]
        moving = [Dual(c, v) for c, v in zip(center, speeds, strict=True)]
        z = flow.drives(moving, signed_power(flow.r, self.signs, arithmetic), arithmetic)[0]
        for k in flow.held:
            if z[k].slope.contains(0):
                continue
            most = flow.bounds[k] ** flow.exponent
            left = (most * AIM - z[k].value * (1 if z[k].slope > 0 else -1)) / abs(z[k].slope)
            bound = bound.min(now + left).mid() if left > 0 else bound
        return bound

    def to_zero(self, group: Sequence[Name], bound: arb) -> Stepper | None:
        """Steps in sigma to where the weights of the group vanish, or beyond the bound; None where that is not seen."""
        value = self.stepper.now.balls()[group[0][1] * self.flow.depth + group[0][2]]
        goal = abs(value).root(self.flow.r.denominator)
        found = self._in_sigma(group, goal, -1)
        while not found.time >= goal and not found.now.center[-1] > bound:
            if self._advanced(found, goal) is None:
                return None
        return found

    def from_zero(self, name: Name, bound: arb, steps: int) -> Stepper:
        """So many steps away from where the weight is 0, on the side of its sign."""
        found = self._in_sigma([name], arb(0), 1)
        while len(found.steps) < steps and not found.now.center[-1] > bound:
            if self._advanced(found, arb(1)) is None:
                break
        return found

    def _in_sigma(self, group: Sequence[Name], start: arb, direction: int) -> Stepper:
        now, field = self.stepper.now, HeldPivotField(self.flow, self.signs, group, start, direction, self.field.apart)
        scales = (*now.scales, min(now.scales)) if now.scales else ()
        state = Enclosure((*now.center, self.stepper.time), now.radius, now.passive, scales)
        return Stepper(field, arb(0), state, self.stepper.precision)

    def _advanced(self, stepper: Stepper, goal: arb) -> Step | None:
        field, step = stepper.field, stepper.advance(goal)
        assert isinstance(field, HeldField | HeldPivotField)
        if step is not None:
            field.apart = self.flow.shifts(self._ends(step)[: self.flow.width], self.signs)
        return step

    @staticmethod
    def _ends(step: Step) -> list[arb]:
        return [evaluate(p, step.length) + arb(0, s) for p, s in zip(step.core, step.slack, strict=True)]

    def followed(self) -> arb | None:
        """The only g_k at the end of the last step, from |g_k| <= delta some steps before; None where its sign is not
        known.

        On a part of length h with a <= z* <= b, K <= H_kk P_k <= M: g <= high before leaves g <= x after, for
          x with <x>^r >= b, x + h K (<x>^r - b) >= high: above x it falls at least at the rate K (<x>^r - b);
          x = high + h M (b - <high>^r) if that is below <b>^{1/r}: above high it rises at most at that rate.
        From below alike, with a.
        """
        if len(self.flow.held) > 1:
            return None
        (k,) = self.flow.held
        high = self.flow.bounds[k]
        low = -high
        for step in self.stepper.steps[-RECENT:]:
            ends, left = [arb(0)], step.length
            while left > step.length * (SHORTEST if step is self.stepper.steps[-1] else SHARE / RECENT):
                left = (left * SHARE).mid()
                ends.append((step.length - left).mid())
            for begin, end in pairwise([*ends, step.length]):
                (held,), (climb,) = self.flow.pulls(self._tube(step, begin.union(end)))
                if not (held.is_finite() and climb > 0):
                    return None
                gain = climb * arb(self.flow.row[k][k]) * (end - begin) * arb(2) ** -step.scale
                high = self._above(high, held.upper(), gain)
                low = -self._above(-low, -held.lower(), gain)
        return low.lower().union(high.upper()) if low > 0 or high < 0 else None

    def _tube(self, step: Step, span: arb) -> list[arb]:
        return [evaluate(p, span) + arb(0, s) for p, s in zip(step.core, step.slack, strict=True)]

    def _root(self, z: arb) -> arb:
        """<z>^{1/r}."""
        return signed(z, 1 / self.flow.exponent)

    def _above(self, high: arb, b: arb, gain: arb) -> arb:
        """An x as in `followed`, the least of those tried; `gain` is h H_kk P_k."""
        r = self.flow.exponent
        low = self._root(b).upper()
        if not high > low:
            return low.min((high + gain.upper() * (b - signed(high, r)).max(arb(0))).upper())
        top = high.upper()
        for _ in range(HALVINGS):
            x = ((low + top) / 2).mid()
            z = signed(x, r)
            low, top = (low, x) if z >= b and x + gain.lower() * (z - b) >= high else (x, top)
        return top


def several(flow: Flow, held: Sequence[int], state: Enclosure, delta: arb) -> arb | None:
    """The first of delta, 2 delta, ..., that these g_k are seen to stay below; None if there is none."""
    balls, most = flow.extend(state.balls()), delta * WIDER
    try:
        while delta <= most:
            both = Held(flow, held, delta)
            if both.small(balls) and both.load(balls) < EDGE:
                return delta
            delta *= 2
    except ZeroDivisionError:  # H_KK is singular: these g_k are not independent
        pass
    return None


def bent(step: Step, flow: Held) -> Step:
    """The step as it may be shown: its components g_k stand for [-delta, delta]."""
    core, slack = list(step.core), list(step.slack)
    for k in flow.held:
        core[flow.size + k], slack[flow.size + k] = arb_poly([0]), flow.bounds[k]
    return replace(step, core=core, slack=tuple(slack))
