"""One row, measured and guarded: whatever goes wrong in it becomes a row that says so, and the others go on."""

from __future__ import annotations

import importlib
import math
import platform
import time
from typing import Any

from ..experiment import Task
from .versions import digest


def perform(measure: str, task: Task) -> dict[str, Any]:
    """The row of a task: status "done" with `measured`, or "failed" with a one-line `reason`."""
    row: dict[str, Any] = {"key": task.key, "experiment": task.experiment, "arguments": task.arguments}
    row["code"] = digest()
    began = time.perf_counter()
    try:
        module, function = measure.split(":")
        found = getattr(importlib.import_module(module), function)(**task.arguments)
        measured = {name: float(value) for name, value in found.items()}
        wrong = [name for name, value in measured.items() if not math.isfinite(value)]
        if wrong:
            row |= {"status": "failed", "reason": f"not finite: {', '.join(wrong)} (a loss that is NaN or diverges)"}
        else:
            row |= {"status": "done", "measured": measured}
    except Exception as error:
        words = " ".join(str(error).split())[:300]
        row |= {"status": "failed", "reason": f"{type(error).__name__}: {words}"}
    return row | {"seconds": round(time.perf_counter() - began, 3), "host": platform.node()}


def lost(task: Task, why: str) -> dict[str, Any]:
    """The row of a task whose worker died each time."""
    row = {"key": task.key, "experiment": task.experiment, "arguments": task.arguments}
    return row | {"status": "failed", "reason": why, "seconds": 0.0, "host": ""}
