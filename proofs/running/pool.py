"""Independent pieces of work on several processes, in the order in which they finish; a signal ends them at once.

What a process sends back is read by a table of names: numbers, text, tuples and verdicts, and nothing that could run.
A process has loaded files of theorems, the one that reads has not.
"""

from __future__ import annotations

import builtins
import io
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, NoReturn, TypeVar

Key = TypeVar("Key", bound=Hashable)

OURS: set[Connection] = set()  # this side of every pipe: a process that is forked has them all
TICK = 0.2  # seconds between two calls of `tick`
MOST_PARTS = 3_000_000  # of what a process sends: the longest derivation has some 20,000
PROOFS = __name__.removesuffix(".running.pool")
READABLE = {(f"{PROOFS}.verdict", name) for name in ("Verdict", "Evidence", "Witness")}
READABLE.add((f"{PROOFS}.check.claims", "Finding"))  # of one stage of `check`


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

    Arguments: `work` is a function of a module that returns plain data or verdicts; done(key, result) is called in this
    process as each one finishes, where an exception in `work` is a result; tick(running keys) every now and then.
    Errors: KeyboardInterrupt, and SystemExit at a signal to end; no process is left behind.
    """
    if not keys:
        return
    pending = deque(keys)
    with ending_is_an_exception():
        workers = [_Worker(work) for _ in range(min(jobs, len(keys)))]
        try:
            while pending or any(worker.busy for worker in workers):
                for k, worker in enumerate(workers):
                    if not worker.busy and pending:  # from both ends: neighbours share what a process has computed
                        worker.begin(pending.pop() if k % 2 else pending.popleft())
                busy = {worker.connection: worker for worker in workers if worker.busy}
                for connection in wait(list(busy), TICK):
                    done(*busy[connection].finished())  # type: ignore[index]
                tick([worker.key for worker in workers if worker.busy])
        finally:
            for worker in workers:
                worker.end()


class _Worker(Generic[Key]):
    """One process and the key it works on; it begins when there is work, and anew where it died."""

    def __init__(self, work: Callable[[Key], Any]):
        self.work, self.busy = work, False
        self.process: Any = None
        self.connection: Any = None
        self.key: Any = None

    def begin(self, key: Key) -> None:
        """Starts on a key."""
        self.key, self.busy = key, True
        if self.process is None:
            self.connection, theirs = multiprocessing.Pipe()
            OURS.add(self.connection)
            self.process = multiprocessing.Process(target=_serve, args=(self.work, theirs), daemon=True)
            self.process.start()
            theirs.close()
        with suppress(OSError):  # it has died: `finished` says so
            self.connection.send(key)

    def finished(self) -> tuple[Key, Any]:
        """The key, and the result or the exception in its place."""
        self.busy = False
        try:
            returned, result = read(self.connection.recv_bytes())
            return self.key, result if returned is True else _exception(*result)
        except (EOFError, OSError):
            self.end()
            return self.key, RuntimeError("the process ended (out of memory?)")
        except Exception as error:
            self.end()
            return self.key, RuntimeError(f"the process sent what is not read: {error}")

    def end(self) -> None:
        """No process is left behind."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
            OURS.discard(self.connection)
            self.connection.close()
        self.process = self.connection = None


def _serve(work: Callable[[Any], Any], connection: Connection) -> None:
    """Answers keys until the pipe closes."""
    set_apart()
    with suppress(EOFError, OSError):
        while True:
            key = connection.recv()
            try:
                told = pickle.dumps((True, work(key)))
            except Exception as error:
                told = pickle.dumps((False, (type(error).__name__, str(error))))
            connection.send_bytes(told)


def set_apart() -> None:
    """Of a process that works for this one: Ctrl-C is not for it, nothing that it prints is seen, since it is not the
    program's word, it speaks on no other's pipe, and its own closes with the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in OURS:
        other.close()
    with suppress(OSError), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)


def read(told: bytes) -> Any:
    """What a process sent. Errors: pickle.UnpicklingError where it names what is not in the table."""
    reader = _Reader(io.BytesIO(told))
    return reader.made(reader.load())


class _Reader(pickle.Unpickler):
    """A pickle can set the attributes of a class that it names, so each name is an empty class of this reader's own."""

    def __init__(self, told: io.BytesIO):
        super().__init__(told)
        self.meant: dict[type, type] = {}
        self.parts = 0

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in READABLE:
            raise pickle.UnpicklingError(f"{module}.{name}")
        empty = type(name, (), {})
        self.meant[empty] = super().find_class(module, name)
        return empty

    def made(self, x: Any) -> Any:
        """x with the classes that are meant, as a tree. Errors: RecursionError where it holds itself."""
        kind, self.parts = type(x), self.parts + 1
        if self.parts > MOST_PARTS:  # 2^60, where each of 60 lists holds the next twice
            raise pickle.UnpicklingError("more than can be read")
        if kind in (tuple, list):
            return kind(map(self.made, x))
        if kind is dict:
            return {self.made(k): self.made(a) for k, a in x.items()}
        if kind in self.meant:
            found: Any = object.__new__(self.meant[kind])
            found.__dict__.update(self.made(vars(x)))
            return found
        if kind not in (str, bytes, int, float, bool, type(None)):
            raise pickle.UnpicklingError(f"{kind.__name__} is no plain data")
        return x


def _exception(name: str, words: str) -> BaseException:
    """The exception of this name with these words, where Python has one that takes them."""
    kind = getattr(builtins, str(name), None)
    with suppress(TypeError):
        if isinstance(kind, type) and issubclass(kind, Exception):
            return kind(str(words))
    return RuntimeError(f"{name}: {words}")


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
