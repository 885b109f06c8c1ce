"""Collected only in a process of its own (tests/experiments/test_with_jax.py): JAX brings threads, other tests fork."""

from __future__ import annotations

import os

ALONE = "STEEPEST_MIRROR_TESTS_WITH_JAX"
collect_ignore_glob = [] if os.environ.get(ALONE) else ["test_*.py"]
