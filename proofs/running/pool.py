"""Independent pieces of work on several processes, in the order in which they finish; a signal ends them at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

Key = TypeVar("Key", bound=Hashable)

TICK = 0.2  # seconds between two calls of `tick`


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    work: Callable[[Key], Any],
    keys: Sequence[Key],
    jobs: int,
    done: Callable[[Key, Any], None],
    tick: Callable[[Sequence[Key]], None],
) -> None:
    """Call work(key) for every key on `jobs` processes.

    Arguments: `work` is a function of a module; done(key, result) is called in this process as each one finishes,
    where an exception in `work` is a result; tick(running keys) every now and then.
    Errors: KeyboardInterrupt, and SystemExit at a signal to end; no process is left behind.
    """
    if not keys:
        return
    workers = ProcessPoolExecutor(min(jobs, len(keys)), initializer=_leave_interrupts_to_the_parent)
    with ending_is_an_exception(), workers as executor:
        try:
            futures = {executor.submit(work, key): key for key in keys}
            waiting = set(futures)
            while waiting:
                finished, waiting = wait(waiting, TICK, FIRST_COMPLETED)
                for future in finished:
                    fault = future.exception()
                    done(futures[future], future.result() if fault is None else fault)
                tick([futures[future] for future in futures if future in waiting and future.running()][:jobs])
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                child.terminate()
            raise


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def ending_is_an_exception() -> Iterator[None]:
    """Inside, SIGTERM raises SystemExit(143), so that the processes are ended too (in the main thread only)."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)


def _end(number: int, frame: object) -> NoReturn:
    raise SystemExit(128 + number)
