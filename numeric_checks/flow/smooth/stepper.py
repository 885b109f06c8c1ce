"""One field followed by checked steps: propose, check, halve what is refused."""

from __future__ import annotations

from dataclasses import replace

from flint import arb

from ... import limits
from .arithmetic import OutsideDomain
from .checker import Enclosure, Step, check
from .producer import Producer
from .vector_field import Field

GUARD_BITS = 24  # beyond the digits asked for: what the radius may lose on the way
FIXED_BITS = 16  # more for the producer's fixed-point numbers
ORDER = 0.4  # Taylor order per bit
OVERSHOOT = 1 + 2.0**-20  # so that rounding leaves no gap before the goal
RECOVERY = 1.1  # how fast the step grows again after refusals
TERMS = 2  # terms of F(p) per order of p that the checker expands
HALVINGS = 12  # refusals of one step before it is given up


class Stepper:
    """Checked steps of one field, from `time` (its independent variable) and an enclosure on."""

    def __init__(self, field: Field, time: arb, start: Enclosure, precision: int, small: int = 0):
        """`small`: bits more for the fixed-point numbers, where something in a power is as small as 2^-small."""
        self.field, self.time, self.now, self.precision = field, time, start, precision
        self.order = max(8, int(precision * ORDER))
        self.producer = Producer(field, precision + FIXED_BITS + small, self.order)
        self.steps: list[Step] = []
        self.caution = 1.0  # how much of a proposed step to try, learnt from refusals

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
        for _ in range(HALVINGS):
            step = check(
                self.field, self.time, self.now, replace(proposal, length=length), TERMS * self.order, self.precision
            )
            if step is not None:
                self.steps.append(step)
                self.time, self.now = self.time + step.duration, step.end
                self.caution = min(1.0, self.caution * RECOVERY)
                return step
            length, self.caution = length / 2, self.caution / 2
        return None
