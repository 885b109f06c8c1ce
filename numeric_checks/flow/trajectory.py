"""What an integration returns: states enclosed in balls, the events in order, and why it stopped.

Every ball is a python-flint `arb`; the truth lies inside. Kinds of events (the user sees these words):

  gradient-zero   a gradient component g_k passes through 0
  weight-zero     a weight passes through 0
  arrival         g_k reaches 0 in finite time and stays there (q < 2), or sliding begins (q = 1)
  release         a sliding coordinate leaves g_k = 0 (q = 1)
  decay-switch    alpha(t) changes its piece
  coupled-switch  dF/dw_i + alpha w_i vanishes (coupled decay, q < 2): the trajectory ends here
  saddle          the solution is not unique from here on: the trajectory ends
  blow-up         a weight leaves every bound before the end time
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from flint import arb, fmpq

# How a run ended: at the end time; where the solution itself ends; or before what was asked without having to.
Ended = Literal["until", "natural", "undecided", "limit", "interrupted"]
State = tuple[tuple[arb, ...], ...]


@dataclass(frozen=True)
class Event:
    """`kind` at `time` (a ball); `coordinate` k and weight `index` i count from 1, None where they do not apply.

    `exact` is the time itself where it is known to be a fraction.
    """

    kind: str
    time: arb
    coordinate: int | None = None
    index: int | None = None
    exact: fmpq | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Trajectory:
    """status is "finished" (reached `until`) or "stopped" (`reason` says at what); `end` encloses the last time
    reached.

    `ended` tells an end by the nature of the solution from one that more digits, time or effort might have passed.
    `state(t)` encloses all weights at a rational or ball time 0 <= t <= end; `gain(t)` encloses
    int_0^t <g_k>^{q-1} ds for each coordinate k, integrated along with the weights.
    """

    status: str
    reason: str
    events: tuple[Event, ...]
    end: arb
    precision: int
    state: Callable[[Fraction | arb], State]
    gain: Callable[[Fraction | arb], tuple[arb, ...]]
    ended: Ended = "until"

    @property
    def complete(self) -> bool:
        """Whether the run went as far as it was asked to, or as the solution goes."""
        return self.ended in ("until", "natural")
