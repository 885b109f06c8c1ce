"""Scoped precision: nested, restored after exceptions, not disturbed by a second thread."""

from __future__ import annotations

from threading import Thread

import pytest
from flint import arb, ctx

from steepest_mirror.numeric_checks.precision import bits, from_digits


def test_scope_nests_and_restores():
    before = ctx.prec
    with bits(200):
        assert ctx.prec == 200
        with bits(77):
            assert ctx.prec == 77
        assert ctx.prec == 200
    assert ctx.prec == before


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, SystemExit])
def test_restored_after_an_exception(fault):
    before = ctx.prec
    with pytest.raises(fault), bits(300):
        raise fault
    assert ctx.prec == before


def test_refused_precision_changes_nothing():
    before = ctx.prec
    with pytest.raises((ValueError, OverflowError)), bits(-5):
        pass
    assert ctx.prec == before


def test_digits_fit():
    for digits in (1, 15, 50, 100, 1000):
        assert 2 ** from_digits(digits) >= 10**digits


def test_two_threads_keep_their_own_precision():
    """Radii of 1/3 tell the precision in force: 2^-100 against 2^-400, never mixed."""
    seen: dict[int, list[bool]] = {100: [], 400: []}

    def work(n: int) -> None:
        for _ in range(300):
            with bits(n):
                third = arb(1) / 3
                third = third * 3
                seen[n].append(ctx.prec == n and arb(2) ** (-n - 4) < third.rad() < arb(2) ** (-n + 8))

    threads = [Thread(target=work, args=(n,)) for n in seen]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(all(ok) and len(ok) == 300 for ok in seen.values())
