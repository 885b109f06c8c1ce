"""Models with several layers, as functions of one vector of weights: name -> (size, degree, loss).

Each is fitted to random targets. Of degree L means: the output is multiplied by c^L when the weights are by c > 0.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from ..jax_setup import jax, jnp


class Model(NamedTuple):
    """`loss(w)`, w a vector of `size` entries; the output has degree `degree`."""

    size: int
    degree: int
    loss: Callable[[Any], Any]


def taken(w: Any, *shapes: tuple[int, ...]) -> list[Any]:
    """Consecutive parts of w in these shapes."""
    parts, at = [], 0
    for shape in shapes:
        n = int(np.prod(shape))
        parts.append(w[at : at + n].reshape(shape))
        at += n
    return parts


def model(name: str, depth: int, seed: int) -> Model:
    """The model with data of this seed. `depth` is that of the linear and ReLU networks; attention has degree 3."""
    rng = np.random.default_rng([27, seed])
    if name in ("linear", "relu"):
        d, n = 4, 12
        X, Y = jnp.asarray(rng.standard_normal((d, n))), jnp.asarray(rng.standard_normal((d, n)))
        bend = (lambda z: z) if name == "linear" else jax.nn.relu

        def network(w: Any) -> Any:
            *inner, last = taken(w, *[(d, d)] * depth)
            h = X
            for W in inner:
                h = bend(W @ h)
            return jnp.mean((last @ h - Y) ** 2) / 2

        return Model(depth * d * d, depth, network)
    d, length, n = 3, 4, 10
    X = jnp.asarray(rng.standard_normal((n, length, d)))
    Y = jnp.asarray(rng.standard_normal((n, length, d)))
    diagonal = name == "attention-diagonal"
    shape = (d,) if diagonal else (d, d)
    shapes = (shape, shape, (d, d))

    def attention(w: Any) -> Any:
        K, Q, V = taken(w, *shapes)
        if diagonal:
            K, Q = jnp.diag(K), jnp.diag(Q)
        scores = jnp.einsum("nid,de,nje->nij", X, Q.T @ K, X)
        weights = jax.nn.softmax(scores, axis=-1) if name == "attention-softmax" else scores / length
        return jnp.mean((weights @ (X @ V.T) - Y) ** 2) / 2

    return Model(sum(int(np.prod(s)) for s in shapes), 3, attention)
