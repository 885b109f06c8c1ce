"""The command line runs in a child process, so that nothing a user types ends it without a word.

child ends by itself      -> its exit code
ended by a signal         -> one line and exit code 3: the C libraries abort where memory or an exponent is exhausted
--limit over, no answer   -> one line and exit code 4, a while after the limit that the child keeps by itself

The child's memory is bounded by that of the machine, it ends when this process does, and a signal to end or to
interrupt reaches it. Nothing heavy is imported here; where there is no fork there is no guard.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

QUIET = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129, "SIGPIPE": 141}  # ends that were asked for
GRACE, PART = 10.0, 0.5  # seconds, and part of the limit, that the child has to answer after its limit
WHY = "too large a number, or no memory left; fewer digits, smaller exponents or a smaller problem would be right"

_watched: list[bool] = []


def guarded(run: Callable[[], int]) -> int:
    """The exit code of `run`, which is called in a child process."""
    if not all(hasattr(os, name) for name in ("fork", "waitstatus_to_exitcode")) or not hasattr(signal, "sigwaitinfo"):
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
        _watched.append(True)
        return run()
    os.close(alive[0])
    try:
        return _outcome(child, watched)
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


def end_after(seconds: float) -> None:
    """Ends this process, where it is a child that is watched, a while after so many seconds, whatever it does then."""
    if _watched:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds * (1 + PART) + GRACE)


def _outcome(child: int, watched: set[signal.Signals]) -> int:
    while True:
        told = signal.sigwaitinfo(watched)
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return _code(os.waitstatus_to_exitcode(status))
        if told.si_signo != signal.SIGCHLD and told.si_code <= 0:
            os.kill(child, told.si_signo)  # sent to this process alone; the terminal sends to both


def _code(code: int) -> int:
    """The exit code, a signal told in one line."""
    if code >= 0:
        return code
    with suppress(ValueError):
        name = signal.Signals(-code).name
        if name in QUIET:
            return QUIET[name]
        if name == "SIGALRM":
            _say("undecided: the time limit was reached in one long step")
            return 4
        _say(f"internal error: the computation was ended by {name}: {WHY}")
        return 3
    _say(f"internal error: the computation was ended by signal {-code}: {WHY}")
    return 3


def _say(line: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"steepest-mirror: {line}\n")
            sys.stderr.flush()
