"""A trajectory in doubles, its events by the same names as the certified ones, and how a run is put together.

Its error is estimated, not proven: the run is repeated with a tolerance LOOSER times larger, and the two are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..trajectory import Ended
from .arrays import Array

CARE = 4  # what is estimated of an event's time is multiplied by it: errors grow from event to event


@dataclass(frozen=True)
class Event:
    """`kind` at `time`, each within an estimated `error`; coordinate and index count from 1."""

    kind: str
    time: float
    coordinate: int | None = None
    index: int | None = None
    error: float = float("nan")


@dataclass
class Path:
    """Pieces [begin, end] with the weights (n, L) on each as a function of t, the events, how it ended."""

    pieces: list[tuple[float, float, Callable[[float], Array]]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    status: str = "finished"
    reason: str = "reached the end time"
    ended: Ended = "until"

    @property
    def end(self) -> float:
        """The last time reached."""
        return self.pieces[-1][1] if self.pieces else 0.0

    def at(self, t: float) -> Array:
        """The weights at 0 <= t <= end."""
        low, high = 0, len(self.pieces) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if t <= self.pieces[middle][1] else (middle + 1, high)
        begin, end, motion = self.pieces[low]
        return motion(min(max(t, begin), end))

    def log(self, kind: str, time: float, k: Any = None, i: Any = None, late: float = 0.0) -> None:
        """One more event; k and i count from 0; `late` is how much too late it may have been seen."""
        self.events.append(
            Event(kind, float(time), None if k is None else int(k) + 1, None if i is None else int(i) + 1, late)
        )

    def stop(self, reason: str, ended: Ended) -> None:
        """The run ends here."""
        self.status, self.reason, self.ended = "stopped", reason, ended


def crossing(value: Callable[[float], float], before: float, after: float) -> float:
    """A time in [before, after] at which value changes its sign, to the last digits of a double."""
    from scipy.optimize import brentq

    first, last = value(before), value(after)
    if first == 0 or (first > 0) == (last > 0):
        return before
    return after if last == 0 else float(brentq(value, before, after, xtol=1e-15 * max(1.0, abs(after)), rtol=1e-14))


def matched(found: Sequence[Event], coarse: Sequence[Event]) -> tuple[Event, ...]:
    """The events, each with the distance to the one of the same name and number in the coarser run as its error,
    and at least by how much too late it may have been seen."""
    left: dict[tuple[str, int | None, int | None], list[float]] = {}
    for event in coarse:
        left.setdefault((event.kind, event.coordinate, event.index), []).append(event.time)
    done = []
    for event in found:
        times = left.get((event.kind, event.coordinate, event.index), [])
        error = abs(times.pop(0) - event.time) if times else float("nan")
        error = CARE * max(error, 1e-14 * max(1.0, event.time), event.error) if not np.isnan(error) else error
        done.append(Event(event.kind, event.time, event.coordinate, event.index, error))
    return tuple(done)
