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
        for name in ("loss", "gradient", "product", "update"):
            object.__setattr__(self, name, guarded(name, getattr(self, name)))
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


def guarded(name: str, f: Callable[..., Any]) -> Callable[..., Any]:
    """f, whose errors name it. Errors: InputError for whatever f raises."""

    def call(*values: Any) -> Any:
        try:
            return f(*values)
        except InputError:
            raise
        except Exception as error:
            raise InputError(name, type(error).__name__, f"calling it raised this: {error}") from error

    return call


def agreeing(name: str, given: float, differences: list[float], size: float) -> None:
    """Errors: InputError where a slope that was given is far from each of its differences, against `size`."""
    if min(abs(given - d) for d in differences) > 0.05 * size:
        told = f"it gives the slope {given:.4g} along a direction in which differences give {differences[-1]:.4g}"
        raise InputError(name, "the function", told)


def from_numpy(
    weights: Any,
    loss: Callable[[Array], float],
    gradient: Callable[[Array], Array],
    product: Callable[[Array, Array], Array] | None = None,
    *,
    update: Callable[[Array, Array, Any], tuple[Array, Any]],
    layers: tuple[int, int] | None = None,
) -> Subject:
    """From NumPy functions. Without `product` Hessian products are central differences of the gradient.

    The gradient, and a product that is given, are compared with differences along a direction at the start.
    """
    w = np.array(weights, float)

    def difference(at: Array, v: Array) -> Array:
        size = np.linalg.norm(v)
        if size == 0:
            return np.zeros_like(v)
        h = 1e-5 * max(1.0, float(np.max(np.abs(at)))) / size
        return (gradient(at + h * v) - gradient(at - h * v)) / (2 * h)

    made = Subject(w, loss, gradient, product or difference, update, layers)
    g, at, reach = np.asarray(made.gradient(w), float), float(made.loss(w)), max(1.0, float(np.max(np.abs(w))))
    size, v = float(np.linalg.norm(g)), np.random.default_rng(0).standard_normal(w.shape)
    v = v / np.linalg.norm(v)
    for along in (v, g / size) if size else (v,):
        steps = [reach * h for h in (1e-3, 1e-4, 1e-5)]
        ends = [(float(made.loss(w + h * along)), float(made.loss(w - h * along)), h) for h in steps]
        slopes = [(high - low) / (2 * h) for high, low, h in ends]
        if np.all(np.isfinite(slopes)):
            bend = max(abs(high + low - 2 * at) / h for high, low, h in ends)  # where the slope itself is about 0
            agreeing("gradient", float(g @ along), slopes, size + bend + 1e-6 * abs(at))
    if product is not None:
        Hv, near = np.asarray(made.product(w, v), float), difference(w, v)
        agreeing("product", float(Hv @ v), [float(near @ v)], float(np.linalg.norm(near)) + 1e-6)
    return made


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
