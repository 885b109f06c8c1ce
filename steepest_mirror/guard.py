"""The command line runs in a child process, so that nothing a user types ends it without a word.

child ends by itself      -> its exit code
ended by a signal         -> one line and exit code 3: the C libraries abort where memory or an exponent is exhausted
--limit over, no answer   -> exit code 4, a while after the limit that the child keeps by itself

The child's memory is bounded by that of the machine, it ends when this process does, and a signal to end or to
interrupt reaches it. Nothing heavy is imported here; where there is no fork there is no guard.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress

QUIET = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129, "SIGPIPE": 141}  # ends that were asked for
GRACE, PART = 10.0, 0.5  # seconds, and part of the limit, that the child has to answer after its limit
PATIENCE = 3.0  # seconds between the request to end and the end
WHY = "too large a number, or no memory left; fewer digits, smaller exponents or a smaller problem would be right"


def guarded(run: Callable[[], int]) -> int:
    """The exit code of `run`, which is called in a child process."""
    if not all(hasattr(os, name) for name in ("fork", "waitstatus_to_exitcode")) or not hasattr(signal, "sigtimedwait"):
        return run()
    watched = {signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    former = signal.pthread_sigmask(signal.SIG_BLOCK, watched)
    alive = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(alive[1])
        _end_with_parent(alive[0])
        _bound_memory()
        signal.pthread_sigmask(signal.SIG_SETMASK, former)
        return run()
    os.close(alive[0])
    try:
        return _outcome(child, watched, limit(sys.argv[1:]))
    finally:
        os.close(alive[1])
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _end_with_parent(pipe: int) -> None:
    """SIGIO, which ends a process, when the other end of the pipe is closed."""
    with suppress(ImportError, OSError, AttributeError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)


def _bound_memory() -> None:
    """No more memory than the machine has."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if soft == resource.RLIM_INFINITY:
            resource.setrlimit(resource.RLIMIT_DATA, (whole, hard))


def _outcome(child: int, watched: set[signal.Signals], seconds: float | None) -> int:
    deadline = None if seconds is None else time.monotonic() + seconds * (1 + PART) + GRACE
    over = False
    while True:
        wait = 3600.0 if deadline is None else max(0.0, deadline - time.monotonic())
        told = signal.sigtimedwait(watched, wait)
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return 4 if over else _code(os.waitstatus_to_exitcode(status))
        if told is None and deadline is not None:
            os.kill(child, signal.SIGKILL if over else signal.SIGTERM)
            if not over:
                _say("undecided: the time limit was reached in one long step")
            over, deadline = True, time.monotonic() + PATIENCE
        elif told is not None and told.si_signo != signal.SIGCHLD and told.si_code <= 0:
            os.kill(child, told.si_signo)  # sent to this process alone; the terminal sends to both


def _code(code: int) -> int:
    """The exit code, a signal told in one line."""
    if code >= 0:
        return code
    with suppress(ValueError):
        name = signal.Signals(-code).name
        if name in QUIET:
            return QUIET[name]
        _say(f"internal error: the computation was ended by {name}: {WHY}")
        return 3
    _say(f"internal error: the computation was ended by signal {-code}: {WHY}")
    return 3


def _say(line: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"steepest-mirror: {line}\n")
            sys.stderr.flush()


def limit(arguments: list[str]) -> float | None:
    """The seconds of --limit, where they are a number above 0; what is wrong with them is said by the command."""
    text = None
    for word, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if word == "--limit":
            text = following
        elif word.startswith("--limit="):
            text = word.removeprefix("--limit=")
    if text is None:
        return None
    above, _, below = text.partition("/")
    with suppress(ValueError, ZeroDivisionError, OverflowError):
        seconds = float(above) / float(below or 1)
        if 0 < seconds < 1e8:
            return seconds
    return None
