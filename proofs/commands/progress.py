"""Progress on stderr: one live line on a terminal, a plain line for each finished piece elsewhere."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Sequence

from . import common

BAR = 20  # characters


class Progress:
    """Counts `total` pieces of work; call done and running as they happen, and clear before printing results."""

    def __init__(self, total: int):
        self.total, self.finished = total, 0
        self.started = time.monotonic()
        self.live = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"

    def done(self, name: str, outcome: str) -> None:
        """One more piece is finished."""
        self.finished += 1
        if not self.live:
            common.message(f"[{self.finished}/{self.total}] {name}: {outcome}")

    def running(self, names: Sequence[str]) -> None:
        """These pieces are being worked on."""
        if self.live:
            full = BAR * self.finished // max(self.total, 1)
            clock = int(time.monotonic() - self.started)
            bar = "#" * full + "." * (BAR - full)
            line = f"[{bar}] {self.finished}/{self.total}  {clock // 60}:{clock % 60:02d}  {', '.join(names)}"
            self._write("\r\x1b[K" + line[: shutil.get_terminal_size().columns - 1])

    def clear(self) -> None:
        """Remove the live line."""
        if self.live:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            self.live = False
