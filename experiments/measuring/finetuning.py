"""Fine-tuning a network that knows the digits 0-4 on the digits 5-9, from a saddle and from what is none.

  saddle    a new last layer m*w with factors of size 1e-3: two layers near 0 in every entry
  zero head a new last layer 0, one factor: no saddle, its gradient is not 0
  control   the same, only the last layer trained: convex
Accuracy on held-out digits; the Hessian of all weights at the end, by the extremes of its spectrum.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from ..jax_setup import jax, jnp
from ..needs import need
from .optimizers import optax, optimizer

HIDDEN, CLASSES, BATCH, PRETRAINING, FACTOR = 24, 5, 64, 3000, 1e-3


@cache
def digits(first: int, seed: int) -> tuple[Any, Any, Any, Any]:
    """(X, y, X, y) of the classes first..first+4: three quarters to train on, the rest to test on; pixels in [0, 1]."""
    bunch = need("sklearn.datasets").load_digits()
    wanted = (bunch.target >= first) & (bunch.target < first + CLASSES)
    X, y = bunch.data[wanted] / 16, bunch.target[wanted] - first
    order = np.random.default_rng([29, seed]).permutation(len(y))
    X, y, cut = jnp.asarray(X[order]), jnp.asarray(y[order]), 3 * len(y) // 4
    return X[:cut], y[:cut], X[cut:], y[cut:]


def logits(weights: dict[str, Any], X: Any) -> Any:
    """One hidden ReLU layer; the head is m*w where there is an m. No bias in the head: it would be convex by itself."""
    h = jax.nn.relu(X @ weights["W"] + weights["b"])
    return h @ (weights["m"] * weights["w"] if "m" in weights else weights["w"])


def loss(weights: dict[str, Any], X: Any, y: Any) -> Any:
    """Cross entropy."""
    return jnp.mean(optax.softmax_cross_entropy_with_integer_labels(logits(weights, X), y))


@cache
def trainer(name: str, step: float, steps: int, head_only: bool) -> Any:
    """(weights, X, y, rows) -> weights after minibatches of the samples in rows (steps, BATCH)."""
    if name == "normalised":  # w - h g/|g|_2
        chosen = optax.chain(optax.normalize_by_update_norm(), optax.scale_by_learning_rate(step))
    else:
        chosen = optimizer(name, step)

    def run(weights: Any, X: Any, y: Any, rows: Any) -> Any:
        def go(state: Any, row: Any) -> Any:
            weights, kept = state
            g = jax.grad(loss)(weights, X[row], y[row])
            if head_only:
                g = {n: v if n == "w" else jnp.zeros_like(v) for n, v in g.items()}
            update, kept = chosen.update(g, kept, weights)
            return (optax.apply_updates(weights, update), kept), None

        return jax.lax.scan(go, (weights, chosen.init(weights)), rows)[0][0]

    return jax.jit(run)


@cache
def pretrained(seed: int) -> dict[str, Any]:
    """A network that knows 0-4."""
    rng = np.random.default_rng([30, seed])
    X, y, _, _ = digits(0, seed)
    weights = {
        "W": jnp.asarray(rng.standard_normal((64, HIDDEN)) * np.sqrt(2 / 64)),
        "b": jnp.zeros(HIDDEN),
        "w": jnp.asarray(rng.standard_normal((HIDDEN, CLASSES)) * np.sqrt(1 / HIDDEN)),
    }
    rows = jnp.asarray(rng.integers(0, len(y), (PRETRAINING, BATCH)))
    return trainer("adam", 1e-3, PRETRAINING, False)(weights, X, y, rows)


def measure(start: str, optimizer: str, step: float, steps: int, seed: int) -> dict[str, float]:
    """Accuracy on 5-9 after `steps` minibatches; from a saddle also the spectrum, at the start and at the end."""
    rng = np.random.default_rng([31, seed])
    body = pretrained(seed)
    shape = (HIDDEN, CLASSES)
    if start == "saddle":
        head = {name: jnp.asarray(FACTOR * rng.standard_normal(shape)) for name in ("m", "w")}
    else:
        head = {"w": jnp.zeros(shape)}
    weights = {"W": body["W"], "b": body["b"], **head}
    X, y, test, answers = digits(5, seed)
    rows = jnp.asarray(rng.integers(0, len(y), (steps, BATCH)))
    end = trainer(optimizer, step, steps, start == "control")(weights, X, y, rows)
    found = {
        "accuracy": float(jnp.mean(jnp.argmax(logits(end, test), axis=1) == answers)),
        "loss": float(loss(end, X, y)),
    }
    if start == "saddle":
        for name, at in (("start", weights), ("end", end)):
            least, most = extremes(at, X, y)
            found |= {f"lambda_min/lambda_max at the {name}": least / most}
            found |= {f"unpaired at the {name}": abs(1 + least / most), f"negative part at the {name}": -least / most}
    return found


def extremes(weights: dict[str, Any], X: Any, y: Any) -> tuple[float, float]:
    """lambda_min and lambda_max of the Hessian in all weights."""
    from ..diagnosing.spectrum import extremes as found

    flat, back = need("jax.flatten_util").ravel_pytree(weights)
    gradient = jax.grad(lambda v: loss(back(v), X, y))
    product = jax.jit(lambda v: jax.jvp(gradient, (flat,), (v,))[1])
    spectrum = found(lambda v: np.asarray(product(jnp.asarray(v))), len(flat))
    return spectrum.least, spectrum.most
