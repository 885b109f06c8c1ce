"""Scoped precision: inside `with bits(n)` every ball operation rounds to n bits; outside nothing has changed.

`flint.ctx` (bits, and terms of a power series) is one for all threads, so a scope holds a lock: a second thread
waits, the same thread nests.
"""

from __future__ import annotations

from threading import RLock

from flint import ctx

_LOCK = RLock()


class bits:
    """Round to n >= 2 bits, keep `terms` terms of series; on leaving, by an exception too, all is as it was."""

    __slots__ = ("former", "n", "terms")

    def __init__(self, n: int, terms: int | None = None):
        self.n, self.terms = n, terms

    def __enter__(self) -> None:
        _LOCK.acquire()
        self.former = ctx.prec, ctx.cap
        try:
            ctx.prec = self.n
            if self.terms is not None:
                ctx.cap = self.terms
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_: object) -> None:
        ctx.prec, ctx.cap = self.former
        _LOCK.release()


def from_digits(digits: int) -> int:
    """Bits that hold `digits` decimal digits: at least digits log2(10)."""
    return digits * 33220 // 10000 + 2
