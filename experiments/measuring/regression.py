"""f(x) = |Ax - b|^2/(2n) with A Gaussian, b = A x*, x* = 1 at the first `true` of k features; x = w_1 w_2 ... w_L."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from ..jax_setup import jnp


class Problem(NamedTuple):
    """A (n by k), b, x*."""

    A: Any
    b: Any
    truth: Any

    def f(self, x: Any) -> Any:
        """The objective."""
        return jnp.sum((self.A @ x - self.b) ** 2) / (2 * len(self.b))

    def F(self, w: Any) -> Any:
        """The objective of weights of shape (L, k)."""
        return self.f(jnp.prod(w, axis=0))

    def recovery_error(self, x: Any) -> Any:
        """|x - x*|/|x*|."""
        return jnp.linalg.norm(x - self.truth) / jnp.linalg.norm(self.truth)


def problem(k: int, n: int, true: int, seed: int) -> Problem:
    """The data of a seed."""
    rng = np.random.default_rng([20, seed])
    A = rng.standard_normal((n, k))
    truth = np.zeros(k)
    truth[:true] = 1
    return Problem(jnp.asarray(A), jnp.asarray(A @ truth), jnp.asarray(truth))


def balanced(depth: int, k: int, scale: float) -> Any:
    """Every weight = scale > 0."""
    return jnp.full((depth, k), float(scale))
