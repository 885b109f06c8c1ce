"""The tests that import JAX, run in a process of their own: JAX brings threads, and other tests fork."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

WANTED = ("jax", "optax", "sklearn")


@pytest.mark.skipif(not all(map(importlib.util.find_spec, WANTED)), reason="the extra `experiments` is not installed")
def test_with_jax():
    here = Path(__file__).parent / "with_jax"
    command = [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", str(here)]
    environment = os.environ | {"STEEPEST_MIRROR_TESTS_WITH_JAX": "1"}
    run = subprocess.run(command, env=environment, cwd=here.parents[2], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-5000:]
    assert " passed" in run.stdout or "." in run.stdout
