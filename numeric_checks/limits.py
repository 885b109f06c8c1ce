"""A limit on the time of a computation: `with within(seconds)` sets it, `check()` in every long loop honours it.

What is certified up to then is kept by whoever catches `LimitReached`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from fractions import Fraction

from ..symbolic.errors import Undecided

LONGEST = 10**8  # seconds: more than anyone waits
_DEADLINE: ContextVar[float | None] = ContextVar("deadline", default=None)


class LimitReached(Undecided):
    """The time allowed is over."""


@contextmanager
def within(seconds: Fraction | float | None) -> Iterator[None]:
    """Allow so many seconds from now (None: as many as it takes); an outer limit that ends sooner stays in force."""
    outer = _DEADLINE.get()
    ends = [] if seconds is None else [time.monotonic() + float(min(seconds, LONGEST))]
    token = _DEADLINE.set(min([*ends, *([] if outer is None else [outer])], default=None))
    try:
        yield
    finally:
        _DEADLINE.reset(token)


def check() -> None:
    """Raises LimitReached where the time is over."""
    deadline = _DEADLINE.get()
    if deadline is not None and time.monotonic() > deadline:
        raise LimitReached("the time limit was reached")
