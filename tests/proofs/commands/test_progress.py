"""Progress: a live line on a terminal, plain lines elsewhere, nothing about a short piece."""

from __future__ import annotations

import io
import sys
import time

import pytest

from steepest_mirror.proofs.command_line import main
from steepest_mirror.proofs.commands import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_short_piece_says_nothing_in_a_pipe(capsys):
    argv = ["integrate", "--q", "1", "--weights", "1,1/2", "--gradient", "-1", "--until", "1", "--json"]
    assert main(argv) == 0
    assert capsys.readouterr().err == ""


def test_a_long_piece_tells_its_time_in_a_pipe(capsys, monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0.02)
    with progress.Progress(1, quiet=True) as shown:
        shown.running(["integrating"])
        time.sleep(0.2)
    err = capsys.readouterr().err
    assert err.startswith("integrating: 0 s so far\n") and err.count("\n") >= 2


@pytest.mark.parametrize("command", ["integrate", "decay"])
def test_a_terminal_sees_a_live_line_that_is_cleared(command, monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    argv = ["--q", "1", "--weights", "1,1/2", "--gradient", "-1", "--decay", "1", "--until", "1", "--json"]
    assert main([command, *argv]) == 0
    assert "0:00  integrating" in terminal.getvalue() and terminal.getvalue().endswith("\r\x1b[K")


def test_pieces_are_counted(capsys):
    shown = progress.Progress(2)
    shown.done("a", "drawn")
    shown.done("b", "failed")
    assert capsys.readouterr().err == "[1/2] a: drawn\n[2/2] b: failed\n"
