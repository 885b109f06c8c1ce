"""Progress on stderr: one live line on a terminal, a plain line for each finished piece elsewhere."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Sequence

from ..writing import layout

BAR = 20  # characters
EVERY = 10.0  # seconds between plain lines about one piece


class Progress:
    """Counts `total` pieces of work; call done and running as they happen, and clear before printing results.

    `quiet` is for one piece that is followed inside `with`: a live line with its clock, cleared at the end; elsewhere a
    plain line every 10 seconds, so that a short piece says nothing.
    """

    def __init__(self, total: int, *, quiet: bool = False):
        self.total, self.finished, self.quiet = total, 0, quiet
        self.names: Sequence[str] = ()
        self.ended = threading.Event()
        self.started = time.monotonic()
        self.live = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"

    def done(self, name: str, outcome: str) -> None:
        """One more piece is finished."""
        self.finished += 1
        if not self.live and not self.quiet:
            layout.message(f"[{self.finished}/{self.total}] {name}: {outcome}")

    def running(self, names: Sequence[str]) -> None:
        """These pieces are being worked on."""
        self.names = names
        if self.live:
            full = BAR * self.finished // max(self.total, 1)
            clock = int(time.monotonic() - self.started)
            bar = "#" * full + "." * (BAR - full)
            where = f"[{bar}] {self.finished}/{self.total}  " if not self.quiet else ""
            line = f"{where}{clock // 60}:{clock % 60:02d}  {', '.join(names)}"
            self._write("\r\x1b[K" + line[: shutil.get_terminal_size().columns - 1])

    def __enter__(self) -> Progress:
        threading.Thread(target=self._tick, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.clear()

    def _tick(self) -> None:
        while not self.ended.wait(1 if self.live else EVERY):
            if self.live:
                self.running(self.names)
            elif self.names:
                layout.message(f"{', '.join(self.names)}: {time.monotonic() - self.started:.0f} s so far")

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
