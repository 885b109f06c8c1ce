"""Adam on a diagonal network of depth 3: `steepest-mirror diagnose examples/diagnose/jax_model.py`."""

import jax.numpy as jnp
import numpy as np
import optax

from steepest_mirror.experiments.diagnosing.subject import from_jax

rng = np.random.default_rng(0)
A, b = rng.standard_normal((20, 8)), rng.standard_normal(20)
subject = from_jax(
    rng.uniform(0.2, 1.0, (3, 8)),
    lambda w: jnp.mean((A @ jnp.prod(w, axis=0) - b) ** 2),
    optax.adam(1e-3),
    layers=(3, 8),
)
