"""A run of the flow: smooth pieces one after the other, each ended by the end time, a change of alpha or an event."""

from __future__ import annotations

from flint import arb

from .checker import Enclosure
from .path import Piece
from .problem import Problem
from .stepper import Stepper
from .trajectory import Event
from .vector_field import TimeField, ball


class Run:
    """The state of a run: `pieces` done, `events` met, `now` the time reached, `status` and `reason` at the end."""

    def __init__(self, problem: Problem, precision: int):
        self.problem, self.precision = problem, precision
        self.pieces: list[Piece] = []
        self.events: list[Event] = []
        self.status, self.reason = "finished", "reached the end time"
        self.now = arb(0)
        weights = tuple(ball(w) for row in problem.weights for w in row)
        self.state = Enclosure(weights, arb(0), tuple(arb(0) for _ in problem.weights))

    def go(self) -> None:
        until = ball(self.problem.until)
        stepper = Stepper(TimeField(self.problem, self.problem.decay.pieces[0][1]), self.now, self.state, self.precision)
        while not stepper.time >= until:
            if stepper.advance((until - stepper.time).upper()) is None:
                self.status, self.reason = "stopped", "the steps shrank to nothing; nothing is claimed beyond"
                until = stepper.time
                break
        self.pieces.append(Piece(self.now, until, tuple(stepper.steps)))
        self.now = until
