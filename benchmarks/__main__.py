"""Runs every benchmark of this directory: `python -m benchmarks`, or some of them by name."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))

for name in sys.argv[1:] or NAMES:
    print(f"{name}:", flush=True)
    for line in import_module(f"benchmarks.{name}").measured():
        print(f"  {line}", flush=True)
