"""Rows on a Dask scheduler: the workers are asked first whether they have this package, then each row is a future.

Workers need the package installed (a wheel is enough). A worker that dies costs only the rows it was at: the scheduler
gives them to another. A scheduler or all workers gone for GRACE seconds end the run with one line; --resume goes on.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from typing import Any

from ...symbolic.errors import InputError
from ..experiment import Experiment, Task
from ..needs import need
from .perform import lost, perform

LOST = "the connection was lost: the rows that came are kept; --resume goes on"
CONNECT, PROBE, GRACE = 10, 30, 60  # seconds


def rows(experiment: Experiment, tasks: Sequence[Task], address: str) -> Iterator[dict[str, Any]]:
    """Each task's row as it is ready. Errors: InputError where the scheduler or the package is not there."""
    distributed = need("distributed")
    client = connected(distributed, address)
    try:
        probe(client, address, experiment.libraries)
        yield from gathered(distributed, client, experiment.measure, tasks, address)
    except (CancelledError, OSError) as error:  # what its client raises when the scheduler is gone
        raise InputError("--scheduler", address, LOST) from error
    finally:
        with contextlib.suppress(Exception):
            client.close(timeout=2)


def gathered(
    distributed: Any, client: Any, measure: str, tasks: Sequence[Task], address: str
) -> Iterator[dict[str, Any]]:
    """The rows of a client's futures as they come."""
    by_future = {
        client.submit(perform, measure, task, key=f"row-{task.key}", retries=3, pure=False): task for task in tasks
    }
    pending, seen = set(by_future), time.monotonic()
    while pending:
        with contextlib.suppress(TimeoutError):
            distributed.wait(list(pending), timeout=2, return_when="FIRST_COMPLETED")
        ended = set()
        for future in [future for future in pending if future.done()]:
            match future.status:  # it can be pending again by now: the worker that held its row has died
                case "finished":
                    try:
                        row = future.result(timeout=5)
                    except TimeoutError:
                        continue
                    yield row
                case "error":
                    yield lost(by_future[future], f"its worker died: {type(future.exception()).__name__}")
                case "cancelled":
                    raise InputError("--scheduler", address, LOST)
                case _:
                    continue
            ended.add(future)
            future.release()
        pending -= ended
        alive = client.status == "running" and bool(client.scheduler_info()["workers"])
        seen = time.monotonic() if alive else seen
        if pending and time.monotonic() - seen > GRACE:
            raise InputError("--scheduler", address, "no worker is left: rows are kept; --resume goes on")


def connected(distributed: Any, address: str) -> Any:
    """A client. Errors: InputError."""
    if not address.startswith(("tcp://", "tls://", "ucx://")):
        raise InputError("--scheduler", address, "give its address, such as tcp://127.0.0.1:8786")
    import logging

    for name in ("distributed", "distributed.client", "distributed.batched", "asyncio", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    found: list[Any] = []

    def connect() -> None:
        try:
            found.append(distributed.Client(address, timeout=CONNECT))
        except Exception as error:  # OSError; ValueError for an address, TypeError for tls:// without certificates
            found.append(error)

    thread = threading.Thread(target=connect, daemon=True)  # beside a server of another kind it waits for ever
    thread.start()
    thread.join(CONNECT + 5)
    if not found or isinstance(found[0], Exception):
        remedy = f"no scheduler answers there within {CONNECT} s: start `dask scheduler`, then `dask worker`"
        raise InputError("--scheduler", address, remedy) from (found[0] if found else None)
    return found[0]


def probe(client: Any, address: str, libraries: Sequence[str]) -> None:
    """Ask every worker for the package, with a time limit: a task that cannot be read there would wait for ever."""

    def has() -> str:  # defined inside, so that it travels by value
        import importlib

        try:
            importlib.import_module("steepest_mirror.experiments.running.perform")
        except ImportError as error:
            return f"lacks the package ({error})"
        for name in libraries:
            try:
                importlib.import_module(name)
            except ImportError:
                return f"lacks {name}"
        from steepest_mirror.experiments.running.versions import digest

        return "code " + digest()

    from .versions import digest

    workers = list(client.scheduler_info()["workers"])
    if not workers:
        raise InputError("--scheduler", address, "it has no workers: start `dask worker ADDRESS`")
    asked = {w: client.submit(has, workers=[w], allow_other_workers=False, pure=False) for w in workers}
    ends = time.monotonic() + PROBE
    for worker, future in asked.items():
        try:
            answer = future.result(timeout=max(1.0, ends - time.monotonic()))
        except Exception as error:
            raise InputError("--scheduler", address, f"worker {worker} does not answer: {error!r}"[:300]) from error
        if answer != "code " + digest():
            wrong = "has another version of the package" if answer.startswith("code") else answer
            remedy = f"worker {worker} {wrong}: install there the wheel that this run uses, with its experiments extra"
            raise InputError("--scheduler", address, remedy)
