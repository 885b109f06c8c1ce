"""Descent on any reparameterization x = h(w) of one coordinate: dw_i/dt = -<f'(x) d_i h>^{q-1} - alpha(t) w_i (theory:
section 11.8).

Coupled decay puts alpha w_i inside the signed power. For q < 2 the flow is followed while f' and every d_i h (coupled:
every f' d_i h + alpha w_i) keep their sign; it stops beside the first that reaches 0 and names it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flint import arb

from ...symbolic.errors import InputError, Undecided
from .. import limits
from ..orbit.path import DifferentiableMap, dot
from ..precision import bits, from_digits
from .problem import NO_DECAY, Decay, Objective, coordinates
from .smooth.arithmetic import Arithmetic, BallArithmetic, Element
from .smooth.checker import Enclosure
from .smooth.path import Piece, join
from .smooth.stepper import GUARD_BITS, Stepper
from .smooth.vector_field import ball, gradient, polynomial
from .trajectory import Ended, Event, State, Trajectory

MOST_STEPS = 3000
LARGE = 1000  # a weight beyond this, where the steps shrink, is on its way to infinity
SHRINKAGE = 2.0**-20  # of the longest step: what approaches 0 is then that near


@dataclass(frozen=True)
class Descent:
    """The reparameterization with its start, f on one coordinate, decay, and the end time."""

    of: DifferentiableMap
    objective: Objective
    until: Fraction
    decay: Decay = NO_DECAY

    def __post_init__(self) -> None:
        if coordinates(self.objective) != 1:
            raise InputError(
                "reparameterization", f"{coordinates(self.objective)} coordinates", "h is for one coordinate: so is f"
            )
        if self.until <= 0:
            raise InputError("until", self.until, "the end time is a number > 0")


class DescentField:
    """The flow while alpha(t) is one polynomial, with int <f'>^{q-1} dt beside it."""

    def __init__(self, task: Descent, alpha: Sequence[Fraction]):
        self.task, self.of = task, task.of
        self.core, self.passive = len(task.of.state()), 1
        self.alpha = [ball(c) for c in alpha] if any(alpha) else []
        self.gradient = gradient(task)  # type: ignore[arg-type]

    def rates(self, time: Element, state: Sequence[Element], arithmetic: Arithmetic) -> list[Element]:
        """dw/dt, the logarithms' rates, <f'>^{q-1}."""
        x, own, logs = self.of.slopes(state, arithmetic)
        (g,) = self.gradient([x], arithmetic)
        push = self.of.signed(g, arithmetic)
        alpha = polynomial(self.alpha, time) if self.alpha else None
        if alpha is not None and self.task.decay.kind == "coupled":
            moved = [-self.of.signed(g * v + w * alpha, arithmetic) for v, w in zip(own, state, strict=False)]
        else:
            moved = [-(push * self.of.signed(v, arithmetic)) for v in own]
            if alpha is not None:
                moved = [v - w * alpha for v, w in zip(moved, state, strict=False)]
        return [*moved, *(dot(row, moved) for row in logs), push]

    def smallest(self, state: Sequence[arb]) -> str:
        """The part of the signed powers that is nearest to 0, in words."""
        x, own, _ = self.of.slopes(state, BallArithmetic())
        (g,) = self.gradient([x], BallArithmetic())
        sizes = {"f'(x)": abs(g), **{f"d_{i} h": abs(v) for i, v in enumerate(own, 1)}}
        return min(sizes, key=lambda name: sizes[name].mid())


def descend(task: Descent, digits: int = 20) -> Trajectory:
    """The trajectory with proven radii, "stopped" with its reason where it cannot be followed. Errors: InputError.

    What the time limit or Ctrl-C cuts short is handed back, and its `ended` says so.
    """
    precision = from_digits(digits) + GUARD_BITS
    pieces: list[Piece] = []
    events: list[Event] = []
    cut: Ended | None = None
    with bits(precision):
        k = len(task.of.start)
        now, reason = arb(0), "reached the end time"
        state = Enclosure(tuple(task.of.state()), arb(0), (arb(0),))
        starts = [start for start, _ in task.decay.pieces if start < task.until]
        for n, (start, alpha) in enumerate(task.decay.pieces[: len(starts)]):
            bound = ball(starts[n + 1] if n + 1 < len(starts) else task.until)
            if n:
                events.append(Event("decay-switch", ball(start)))
            stepper = Stepper(DescentField(task, alpha), now, state, precision)
            try:
                stopped = _follow(stepper, bound)
            except limits.LimitReached as over:
                stopped, cut = str(over), "limit"
            except KeyboardInterrupt:
                stopped, cut = "interrupted", "interrupted"
            if not stepper.steps:
                reason = stopped or reason
                break
            end = stepper.time if stopped else bound
            piece = Piece(now, end, tuple(stepper.steps))
            pieces.append(piece)
            last = piece.at(end)
            assert last is not None
            state, now = last, end
            if stopped:
                reason = stopped
                break

    def at(t: Fraction | arb) -> Enclosure:
        moment = t if isinstance(t, arb) else ball(Fraction(t))
        if moment < 0 or moment > now:
            raise InputError("t", t, f"the trajectory is known for 0 <= t <= {now.str(20)}")
        if not pieces:
            return state
        found = [enclosure for piece in pieces if (enclosure := piece.at(moment)) is not None]
        if not found:
            raise Undecided(f"no step covers t = {moment.str(20)}")
        return join(found)

    def weights(t: Fraction | arb) -> State:
        with bits(precision):
            return (tuple(at(t).balls()[:k]),)

    def gain(t: Fraction | arb) -> tuple[arb, ...]:
        with bits(precision):
            return tuple(at(t).passive)

    status = "finished" if reason == "reached the end time" else "stopped"
    ended: Ended = cut or ("until" if status == "finished" else "undecided")
    return Trajectory(status, reason, tuple(events), now, precision, weights, gain, ended)


def _follow(stepper: Stepper, bound: arb) -> str | None:
    """Steps to `bound`; what stopped them, or None."""
    longest = arb(0)
    field = stepper.field
    assert isinstance(field, DescentField)
    while not stepper.time >= bound:
        step = stepper.advance(bound)
        if step is not None:
            longest = longest.max(step.duration)
        if (
            step is None
            or len(stepper.steps) >= MOST_STEPS
            or (step.duration < longest * SHRINKAGE and not stepper.time >= bound)
        ):
            where = f"near t = {stepper.time.str(15, radius=False)}"
            balls = stepper.now.balls()
            if any(abs(w) > LARGE for w in balls):
                return f"the steps shrink {where}, where a weight is large and grows"
            if field.of.q == 2:
                return f"the steps shrink {where}"
            return f"{field.smallest(balls)} comes near 0 {where}: beyond it the signed power is not followed"
    return None
