"""Zeros of w_i and g_k on a smooth piece, where they are regular: isolated by bisection, enclosed by interval Newton.

v is zero exactly once on S if v' has no zero on S and v changes its sign; N(T) = m - v(m)/v'(T) then contains the zero.
Both v and v' are evaluated at the true solution: over the step's polynomial with its radius.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from flint import arb, ctx

from ...balls import magnitude
from ...precision import bits
from ..trajectory import Event
from . import exact_start
from .arithmetic import BallArithmetic, OutsideDomain
from .checker import COARSE, Step
from .dual import Dual, DualArithmetic
from .path import evaluate
from .vector_field import Name, TimeField, signed_power

SPLITS = 10  # bisections of one step before a zero is left undecided


class _Undecided(Exception):
    """More bits may tell."""


class Watch:
    """Appends the zeros found on each step to `events`; `noted` is told what could not be decided, and near which time.

    `at_start` names what is exactly 0 where the watch begins, which is no event.
    """

    def __init__(self, field: TimeField, events: list[Event], at_start: Collection[Name] = ()):
        self.field, self.flow, self.events = field, field.flow, events
        self.noted: Callable[[Name, arb], None] = lambda name, time: None
        self.at_start = set(at_start)
        out = {*self.flow.names, *exact_start.at_rest(self.flow, list(at_start))}
        if self.flow.r == 1:
            out |= {("gradient", k, 0) for k in self.flow.self_moved}
        self.names = [name for name in self.flow.regular_names if name not in out]
        self.signed = signed_power(self.flow.r, field.signs, BallArithmetic())

    def look(self, step: Step, bound: arb) -> None:
        """Looks for zeros on the step, up to the time `bound`."""
        if not self.names:
            return
        length = ((bound - step.start) * arb(2) ** step.scale).upper().min(step.length)
        span = arb(0).union(length)
        with bits(COARSE):
            y = [p(span) + arb(0, slack) for p, slack in zip(step.core, step.slack, strict=True)]
            values = self.flow.quantities(self.names, step.start, y, BallArithmetic())
        found: list[Event] = []
        self._find(step, [name for name, value in values.items() if value.contains(0)], length, found)

    def _find(self, step: Step, doubtful: Sequence[Name], length: arb, found: list[Event]) -> None:
        """The zeros of the named quantities: searched for in few bits, in all only where these do not tell."""
        self.full = ctx.prec
        for name in doubtful:
            met = len(found)
            try:
                with bits(self._few(step, name, length)):
                    self._search(step, name, arb(0), length, SPLITS, found)
            except _Undecided:
                del found[met:]
                self._search(step, name, arb(0), length, SPLITS, found)
        self.at_start.clear()
        self.events += sorted(found, key=lambda event: event.time.mid())

    def _few(self, step: Step, name: Name, length: arb) -> int:
        """Bits that tell the quantity from 0 at both ends of the step, with some to spare."""
        ends = [self._values(step, name, tau).value for tau in (arb(0), length)]
        known = [-magnitude(v) for v in ends if not v.contains(0)]
        return min(self.full, COARSE + max(0, *known)) if len(known) == 2 else self.full

    def _values(self, step: Step, name: Name, tau: arb) -> Dual:
        """v over the ball tau and dv/dtau there."""
        scale = arb(2) ** -step.scale
        y = [evaluate(p, tau) + arb(0, slack) for p, slack in zip(step.core, step.slack, strict=True)]
        time = step.start + scale * tau
        speeds, _ = self.flow.motion(time, y, BallArithmetic(), self.signed)
        moving = [Dual(w, v * scale) for w, v in zip(y, speeds, strict=True)]
        return self.flow.quantity(name, Dual(time, scale), moving, DualArithmetic(BallArithmetic()))

    def _search(self, step: Step, name: Name, low: arb, high: arb, splits: int, found: list[Event]) -> None:
        span, middle = low.union(high), ((low + high) / 2).mid()
        try:
            whole, centre = self._values(step, name, span), self._values(step, name, middle).value
        except OutsideDomain:
            self._leave_open(step, name, middle)
            return
        if not (centre + whole.slope * (span - middle)).contains(0):
            return
        if not whole.slope.contains(0):
            first, last = (self._values(step, name, end).value for end in (low, high))
            if (low == 0 and name in self.at_start) or (first > 0 and last > 0) or (first < 0 and last < 0):
                return
            if (first > 0 and last < 0) or (first < 0 and last > 0):
                with bits(self.full):
                    tau = self._newton(step, name, span)
                    time = step.start + tau * arb(2) ** -step.scale
                kind, k, i = name
                found.append(Event(f"{kind}-zero", time, k + 1, i + 1 if kind == "weight" else None))
            else:
                self._leave_open(step, name, middle)
        elif splits == 0 or centre.contains(0):
            self._leave_open(step, name, middle)
        else:
            self._search(step, name, low, middle, splits - 1, found)
            self._search(step, name, middle, high, splits - 1, found)

    def _newton(self, step: Step, name: Name, tau: arb) -> arb:
        for _ in range(60):
            middle = tau.mid()
            narrower = middle - self._values(step, name, middle).value / self._values(step, name, tau).slope
            narrower = narrower.intersection(tau)
            if not narrower.rad() * 2 < tau.rad():
                return narrower
            tau = narrower
        return tau

    def _leave_open(self, step: Step, name: Name, tau: arb) -> None:
        """Notes the first time at which a zero of the quantity is undecided; it is not looked at again."""
        if ctx.prec < self.full:
            raise _Undecided
        self.noted(name, step.start + tau * arb(2) ** -step.scale)
        self.names = [other for other in self.names if other != name]
