"""What ends the command line's child process is told in one line and an exit code, and nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from steepest_mirror.guard import limit

# a run in the background ignores Ctrl-C, and its children would too
HEAD = """import os, signal, sys, time
from steepest_mirror.guard import guarded
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
SLEEP = "print(os.getpid(), flush=True); time.sleep(60); return 0"


def begun(body: str, *arguments: str) -> subprocess.Popen[str]:
    """A process whose guarded part is the body of a function."""
    lines = "".join(f"    {line}\n" for line in body.split("; "))
    text = f"{HEAD}def run():\n{lines}sys.exit(guarded(run))\n"
    command = [sys.executable, "-c", text, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(body: str, *arguments: str) -> tuple[int, str, str]:
    process = begun(body, *arguments)
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


def test_a_limit_that_the_child_does_not_keep(monkeypatch):
    body = "import steepest_mirror.guard as guard; print(os.getpid(), flush=True); signal.signal(15, signal.SIG_IGN)"
    text = f"{HEAD}import steepest_mirror.guard as guard\nguard.GRACE, guard.PATIENCE = 0.5, 0.5\n"
    text += "def run():\n" + "".join(f"    {line}\n" for line in body.split("; ")) + "    time.sleep(60)\n"
    text += "sys.exit(guarded(run))\n"
    began = time.monotonic()
    found = subprocess.run([sys.executable, "-c", text, "--limit", "1/2"], capture_output=True, text=True, timeout=60)
    assert found.returncode == 4 and "time limit" in found.stderr and len(found.stderr.splitlines()) == 1
    assert time.monotonic() - began < 30 and gone(int(found.stdout))


@pytest.mark.parametrize(
    ("arguments", "seconds"),
    [(["--limit", "3/2"], 1.5), (["--limit=1e1"], 10.0), (["x"], None), (["--limit"], None), (["--limit", "-1"], None),
     (["--limit", "1/0"], None), (["--limit", "1e999"], None), (["--limit", "five"], None), (["--limit", "nan"], None)],
)  # fmt: skip
def test_the_limit_is_read(arguments, seconds):
    assert limit(arguments) == seconds
