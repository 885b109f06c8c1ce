"""JAX in float64 on one thread: rows run side by side in processes, not inside one another."""

from __future__ import annotations

import os

from .needs import need

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")
os.environ.setdefault("JAX_PLATFORMS", "cpu")
jax = need("jax")
jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp  # noqa: E402

__all__ = ["jax", "jnp"]
