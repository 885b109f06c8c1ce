"""Rows on this machine: in this process, or on N processes that Ctrl-C does not reach and whose death is survived.

They end when this process is killed: none is left behind to wait for ever.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from ..experiment import Task
from .perform import lost, perform

TRIES = 3  # how often a row may take its process with it


def rows(measure: str, tasks: Sequence[Task], jobs: int) -> Iterator[dict[str, Any]]:
    """Each task's row as it is ready."""
    if jobs == 1:
        yield from (perform(measure, task) for task in tasks)
    else:
        yield from pooled(measure, tasks, jobs)


def pooled(measure: str, tasks: Sequence[Task], jobs: int) -> Iterator[dict[str, Any]]:
    """Over processes; when one is killed, the rows it could have been at are tried again one by one."""
    waiting = list(tasks)
    while waiting:
        pool = _pool(jobs)
        running: dict[Future[dict[str, Any]], Task] = {}
        try:
            while waiting or running:
                while waiting and len(running) < jobs:
                    task = waiting.pop(0)
                    running[_submit(pool, measure, task)] = task
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    row = future.result()
                    del running[future]
                    yield row
        except BrokenProcessPool:
            suspects = list(running.values())
        else:
            return
        finally:
            _stop(pool)
        for task in suspects:
            yield alone(measure, task, TRIES - 1)


def alone(measure: str, task: Task, tries: int) -> dict[str, Any]:
    """The row of a task in a process of its own, which may be killed `tries` times."""
    for _ in range(tries):
        pool = _pool(1)
        try:
            return _submit(pool, measure, task).result()
        except BrokenProcessPool:
            continue
        finally:
            _stop(pool)
    return lost(task, f"its process was killed {TRIES} times")


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_begin)


def _submit(pool: ProcessPoolExecutor, measure: str, task: Task) -> Future[dict[str, Any]]:
    """A future that is broken, not an exception, where the pool is broken already.

    The first one starts the processes, which inherit that Ctrl-C is held back until it is done.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(perform, measure, task)
    except BrokenProcessPool as error:
        broken: Future[dict[str, Any]] = Future()
        broken.set_exception(error)
        return broken
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _stop(pool: ProcessPoolExecutor) -> None:
    children = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for child in children:
        child.terminate()
