"""What is diagnosed: a loss, its gradient and Hessian products on one vector of weights, from NumPy, JAX or PyTorch.

`layers` = (L, k) says that the vector is a stack of L layers whose product over the layers is x (w[i*k + j] = w_{j,i}):
then balance and saddle distance have a meaning.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...symbolic.errors import InputError
from ..needs import need

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Subject:
    """`weights` is the start; `update(w, g, state) -> (w, state)` is one step, state None at first."""

    weights: Array
    loss: Callable[[Array], float]
    gradient: Callable[[Array], Array]
    product: Callable[[Array, Array], Array]
    update: Callable[[Array, Array, Any], tuple[Array, Any]]
    layers: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        w = np.asarray(self.weights, float)
        if w.ndim != 1 or not w.size or not np.all(np.isfinite(w)):
            raise InputError("weights", w.shape, "give one vector of finite numbers")
        if self.layers is not None and math.prod(self.layers) != w.size:
            raise InputError("layers", self.layers, f"L times k must be the {w.size} weights")
        if self.layers is not None and self.layers[0] < 2:
            raise InputError("layers", self.layers, "a product has at least two layers")
        for name, value, shape in (("loss", self.loss(w), ()), ("gradient", self.gradient(w), w.shape)):
            found = np.asarray(value, float)
            if found.shape != shape:
                raise InputError(name, found.shape, f"its value has to have the shape {shape}")
            if not np.all(np.isfinite(found)):
                raise InputError(name, "not finite", "the loss is NaN or infinite where the optimizer starts")


def from_numpy(
    weights: Any,
    loss: Callable[[Array], float],
    gradient: Callable[[Array], Array],
    product: Callable[[Array, Array], Array] | None = None,
    *,
    update: Callable[[Array, Array, Any], tuple[Array, Any]],
    layers: tuple[int, int] | None = None,
) -> Subject:
    """From NumPy functions. Without `product` Hessian products are central differences of the gradient."""
    w = np.array(weights, float)

    def difference(at: Array, v: Array) -> Array:
        size = np.linalg.norm(v)
        if size == 0:
            return np.zeros_like(v)
        h = 1e-5 * max(1.0, float(np.max(np.abs(at)))) / size
        return (gradient(at + h * v) - gradient(at - h * v)) / (2 * h)

    return Subject(w, loss, gradient, product or difference, update, layers)


def from_jax(
    weights: Any, loss: Callable[[Any], Any], chosen: Any, *, layers: tuple[int, int] | None = None
) -> Subject:
    """From a JAX loss of any tree of weights, and an optax optimizer. An array (L, k) may be given with its layers."""
    from ..jax_setup import jax, jnp

    optax = need("optax")
    flat, back = need("jax.flatten_util").ravel_pytree(jax.tree.map(lambda a: jnp.asarray(a, float), weights))
    value = jax.jit(lambda v: loss(back(v)))
    gradient = jax.jit(jax.grad(lambda v: loss(back(v))))
    product = jax.jit(lambda at, v: jax.jvp(jax.grad(lambda u: loss(back(u))), (at,), (v,))[1])

    def update(w: Array, g: Array, state: Any) -> tuple[Array, Any]:
        kept = chosen.init(jnp.asarray(w)) if state is None else state
        step, kept = chosen.update(jnp.asarray(g), kept, jnp.asarray(w))
        return np.asarray(optax.apply_updates(jnp.asarray(w), step)), kept

    return Subject(
        np.asarray(flat),
        lambda w: float(value(w)),
        lambda w: np.asarray(gradient(w)),
        lambda w, v: np.asarray(product(w, v)),
        update,
        layers,
    )


def from_torch(module: Any, loss: Callable[[], Any], chosen: Any, *, layers: tuple[int, int] | None = None) -> Subject:
    """From a PyTorch module, `loss()` (a closure that evaluates it on your data) and its torch optimizer.

    The module and the optimizer move as they would in training.
    """
    torch = need("torch")
    parameters = [p for p in module.parameters() if p.requires_grad]
    if not parameters:
        raise InputError("module", type(module).__name__, "it has no parameter that is trained")

    def put(w: Array) -> None:
        at = 0
        with torch.no_grad():
            for p in parameters:
                part = torch.as_tensor(w[at : at + p.numel()], dtype=p.dtype).reshape(p.shape)
                p.copy_(part)
                at += p.numel()

    def flat(tensors: Any) -> Array:
        whole = (t if t is not None else torch.zeros_like(p) for t, p in zip(tensors, parameters, strict=True))
        return np.asarray(torch.cat([t.detach().reshape(-1) for t in whole]).cpu(), float)

    def value(w: Array) -> float:
        put(w)
        return float(loss().detach())

    def gradient(w: Array) -> Array:
        put(w)
        return flat(torch.autograd.grad(loss(), parameters, allow_unused=True))

    def product(w: Array, v: Array) -> Array:
        put(w)
        slopes = torch.autograd.grad(loss(), parameters, create_graph=True, allow_unused=True)
        at, along = 0, 0.0
        for g, p in zip(slopes, parameters, strict=True):
            part = torch.as_tensor(v[at : at + p.numel()], dtype=p.dtype).reshape(p.shape)
            along = along + (g * part).sum() if g is not None else along
            at += p.numel()
        return flat(torch.autograd.grad(along, parameters, allow_unused=True))

    def update(w: Array, _: Array, state: Any) -> tuple[Array, Any]:
        put(w)
        chosen.zero_grad()
        loss().backward()
        chosen.step()
        return flat(parameters), state

    return Subject(flat(parameters), value, gradient, product, update, layers)
