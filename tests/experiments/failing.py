"""Measures that go wrong, for the tests of the guard."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def measure(way: str, seed: int, mark: str = "") -> dict[str, float]:
    if way == "nan":
        return {"a": float("nan")}
    if way == "raises":
        raise RuntimeError("two\nlines")
    if way == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if way == "dies once" and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return {"a": float(seed)}
