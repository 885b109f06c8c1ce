"""Scoped precision: inside `with bits(n)` every ball operation rounds to n bits; outside nothing has changed.

`flint.ctx.prec` is one number for all threads, so a scope holds a lock: a second thread waits, the same thread nests.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from flint import ctx

_LOCK = RLock()


@contextmanager
def bits(n: int) -> Iterator[None]:
    """Round to n >= 2 bits inside the scope; the former precision returns on leaving it, by an exception too."""
    with _LOCK:
        former = ctx.prec
        try:
            ctx.prec = n
            yield
        finally:
            ctx.prec = former


def from_digits(digits: int) -> int:
    """The bits that hold `digits` decimal digits: ceil(digits log2(10)) + 1."""
    return digits * 33220 // 10000 + 2
