"""One field followed by checked steps: propose, check, halve what is refused; a leap is a step by collocation."""

from __future__ import annotations

from dataclasses import replace

from flint import arb

from ... import limits
from ...balls import magnitude
from .arithmetic import OutsideDomain
from .checker import Enclosure, Step, check, jacobian, norm
from .collocation import Collocation
from .producer import Producer, Proposal
from .vector_field import Field, TimeField

GUARD_BITS = 24  # beyond the digits asked for: what the radius may lose on the way
FIXED_BITS = 16  # more for the producer's fixed-point numbers
ORDER = 0.4  # Taylor order per bit
OVERSHOOT = 1 + 2.0**-20  # so that rounding leaves no gap before the goal
RECOVERY = 1.1  # how fast the step grows again after refusals
TERMS = 2  # terms of F(p) per order of p that the checker expands
HALVINGS, GENTLE, STEEP = 12, 6, 4  # refusals of one step before it is given up; after some of them 2^-4 instead of 1/2
LEAP, LEAST = 2**10, 2**3  # a leap is tried so many times as long as the last step, and not below so many times
STIFF = 2  # times the shortest time of relaxation is a step that is stiffness that bounds
SETTLED = 8  # bits that a leap may cost where what is stiff has not quite come to rest
TRIES, PARTS, LONGER = 3, 3, 2  # lengths tried for a leap, halvings of each, doublings of the next after success


class Stepper:
    """Checked steps of one field, from `time` (its independent variable) and an enclosure on."""

    def __init__(self, field: Field, time: arb, start: Enclosure, precision: int, small: int = 0):
        """`small`: bits more for the fixed-point numbers, where something in a power is as small as 2^-small."""
        self.field, self.time, self.now, self.precision = field, time, start, precision
        self.order = max(8, int(precision * ORDER))
        self.producer = Producer(field, precision + FIXED_BITS + small, self.order)
        self.steps: list[Step] = []
        self.caution = 1.0  # how much of a proposed step to try, learnt from refusals
        self.collocation: Collocation | None = None
        self.leap_scale: int | None = None  # of the last leap that was taken, and how many doublings to try next
        self.longer = LONGER

    def advance(self, goal: arb) -> Step | None:
        """One step towards `goal`, ending slightly beyond it if it can; None where all were refused."""
        limits.check()
        limit = (goal - self.time).upper() * OVERSHOOT
        middle = [c.mid() for c in self.now.center]
        try:
            proposal = self.producer.propose(self.time, middle, limit, self.precision)
        except OutsideDomain:
            return None
        length = (proposal.length * self.caution).mid()
        for refused in range(HALVINGS):
            step = self._checked(replace(proposal, length=length))
            if step is not None:
                self._take(step)
                self.caution = min(1.0, self.caution * RECOVERY)
                return step
            if refused < GENTLE:
                length, self.caution = length / 2, self.caution / 2
            else:
                length = length * arb(2) ** -STEEP
        return None

    def stiff(self, pace: arb) -> bool:
        """Whether a step as long as `pace` is many times the shortest time of relaxation."""
        if not isinstance(self.field, TimeField):
            return False
        core, _ = jacobian(self.field, self.time, [c.mid() for c in self.now.center], pace)
        return any(row[i] < -STIFF for i, row in enumerate(core))

    def leap(self, goal: arb, pace: arb) -> Step | None:
        """One step towards `goal` that is many times as long as `pace`, for a field in time that is stiff; or None."""
        if not isinstance(self.field, TimeField) or not Collocation.fits(self.field, self.precision):
            return None
        if self.collocation is None:
            self.collocation = Collocation(self.field, self.precision)
        limit = (goal - self.time).upper() * OVERSHOOT
        middle = [c.mid() for c in self.now.center]
        first = magnitude(pace * LEAP) if self.leap_scale is None else self.longer - self.leap_scale
        first = min(first, magnitude(limit) + 1)
        most = (self.now.radius + arb(2) ** -self.precision) * arb(2) ** SETTLED
        for tried in range(TRIES):
            limits.check()
            scale = tried * (2 if self.leap_scale is None else 1) - first
            if arb(2) ** -scale < pace * LEAST:
                break
            proposal = self.collocation.propose(self.time, middle, scale)
            if proposal is None or self._offset(proposal) > arb(2) ** (SETTLED - self.precision) + self.now.radius:
                continue
            longest = (limit * arb(2) ** scale).mid()
            for part in range(PARTS):
                length = (proposal.length * arb(2) ** -part).min(longest).mid()
                step = self._checked(replace(proposal, length=length))
                if step is not None and step.end.radius < most:
                    self.leap_scale, self.longer = scale + part, LONGER if tried + part == 0 else 0
                    self._take(step)
                    return step
        self.leap_scale = None
        return None

    def _checked(self, proposal: Proposal) -> Step | None:
        return check(self.field, self.time, self.now, proposal, TERMS * self.order, self.precision)

    def _offset(self, proposal: Proposal) -> arb:
        """How far the proposal begins from the state."""
        scales = self.now.scales or (0,) * len(self.now.center)
        parts = zip(proposal.core, self.now.center, scales, strict=True)
        return norm([(p[0] - c) * arb(2) ** s for p, c, s in parts])

    def _take(self, step: Step) -> None:
        self.steps.append(step)
        self.time, self.now = self.time + step.duration, step.end
