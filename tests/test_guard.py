"""What ends the command line's child process is told in one line and an exit code, and nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from steepest_mirror.guard import end_after

# a run in the background ignores Ctrl-C, and its children would too
HEAD = """import os, signal, sys, time
from steepest_mirror.guard import guarded
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
SLEEP = "print(os.getpid(), flush=True); time.sleep(60); return 0"


def begun(body: str) -> subprocess.Popen[str]:
    """A process whose guarded part is the body of a function."""
    lines = "".join(f"    {line}\n" for line in body.split("; "))
    text = f"{HEAD}def run():\n{lines}sys.exit(guarded(run))\n"
    command = [sys.executable, "-c", text]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(body: str) -> tuple[int, str, str]:
    process = begun(body)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def gone(pid: int) -> bool:
    """Whether the process ends within seconds."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4, 130, 141])
def test_the_exit_code_is_the_childs(code):
    assert ended(f"print('told'); return {code}") == (code, "told\n", "")


@pytest.mark.parametrize("name", ["SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL"])
def test_an_end_by_a_signal_is_told(name):
    code, _, err = ended(f"os.kill(os.getpid(), signal.{name}); return 0")
    assert code == 3
    assert len(err.splitlines()) == 1 and name in err and "fewer digits" in err


def test_flint_aborts_in_the_child_alone():
    """A power of two that no memory holds: the C library calls abort."""
    code, _, err = ended("from flint import fmpz; x = fmpz(2) ** (2**44); return 0")
    assert code != 0 and ("SIG" in err or "Error" in err)


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_to_the_process_reaches_the_child(name, code):
    process = begun(SLEEP)
    assert process.stdout is not None
    child = int(process.stdout.readline())
    process.send_signal(getattr(signal, name))
    process.communicate(timeout=20)
    assert process.returncode == code and gone(child)


def test_the_child_ends_with_the_process():
    process = begun(SLEEP)
    assert process.stdout is not None
    child = int(process.stdout.readline())
    process.kill()
    process.wait()
    assert gone(child)


def test_a_limit_that_the_child_does_not_keep():
    body = "import steepest_mirror.guard as guard; guard.GRACE = 0.5; signal.signal(15, signal.SIG_IGN)"
    began = time.monotonic()
    code, out, err = ended(f"{body}; guard.end_after(0.5); {SLEEP}")
    assert code == 4 and "time limit" in err and len(err.splitlines()) == 1
    assert time.monotonic() - began < 30 and gone(int(out))


def test_no_limit_ends_a_process_that_nobody_watches():
    end_after(-10.0)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
