"""Scoped precision: inside `with bits(n)` every ball operation rounds to n bits; outside nothing has changed.

`flint.ctx` (bits, and terms of a power series) is one for all threads, so a scope holds a lock: a second thread
waits, the same thread nests.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from flint import ctx

_LOCK = RLock()


@contextmanager
def bits(n: int, terms: int | None = None) -> Iterator[None]:
    """Round to n >= 2 bits, keep `terms` terms of series; on leaving, by an exception too, all is as it was."""
    with _LOCK:
        former = ctx.prec, ctx.cap
        try:
            ctx.prec = n
            if terms is not None:
                ctx.cap = terms
            yield
        finally:
            ctx.prec, ctx.cap = former


def from_digits(digits: int) -> int:
    """Bits that hold `digits` decimal digits: at least digits log2(10)."""
    return digits * 33220 // 10000 + 2
