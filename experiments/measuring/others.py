"""Escape of homogeneous models from w = eps v: T ~ eps^{1-(L-1)(q-1)} to where f has fallen by 5 % (theory: 16.7)."""

from __future__ import annotations

import math

import numpy as np

from ..jax_setup import jax, jnp
from .models import model as made
from .steepest import field, first_time

SCALES = (0.02, 0.01, 0.005)
FALL, DELTA = 0.95, 0.01


def measure(model: str, q: str, depth: int, seed: int) -> dict[str, float]:
    """The exponent from successive differences of T, and T(eps/4)/T(eps)."""
    chosen = made(model, depth, seed)
    if chosen.degree != depth:
        raise ValueError(f"{model} has degree {chosen.degree}: sweep depth={chosen.degree}")
    v = jnp.asarray(np.random.default_rng([28, seed]).standard_normal(chosen.size))
    v = v / jnp.max(jnp.abs(v))
    level = FALL * chosen.loss(jnp.zeros(chosen.size))
    run = jax.jit(lambda w: first_time(field(chosen.loss, q), lambda w: level - chosen.loss(w), w, DELTA, 10**5)[0])
    times = [float(run(scale * v)) for scale in SCALES]
    rate = (times[2] - times[1]) / (times[1] - times[0])
    found = {"growth": times[2] / times[0], "T": times[1]}
    return found | ({} if rate <= 0 else {"exponent": -math.log2(rate)})  # T that rises and falls has none
