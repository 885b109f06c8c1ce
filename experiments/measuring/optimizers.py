"""Optimizers by name, each with the q whose steepest flow it is usually read as; all but `steepest` from optax.

sgd (q = 2), signsgd (1), adam (1), adamw (1, decoupled decay), adaml2 (1, coupled decay), signum (1), lion (1),
steepest: w -> w - h (<grad F>^{q-1} + decay w)
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from ...symbolic.errors import InputError
from ...symbolic.reading.nearest import nearest
from ..jax_setup import jax, jnp
from ..needs import need
from .steepest import signed_power

optax = need("optax")

READ_AS = {
    "sgd": "2",
    "signsgd": "1",
    "adam": "1",
    "adamw": "1",
    "adaml2": "1",
    "signum": "1",
    "lion": "1",
    "steepest": "",
}


def optimizer(
    name: str,
    step: Any,
    *,
    decay: float = 0.0,
    b1: float = 0.9,
    b2: float = 0.999,
    eps: float = 1e-8,
    q: str = "2",
) -> Any:
    """An optax transformation. `step` is a number > 0 or an optax schedule. Errors: InputError."""
    if name not in READ_AS:
        hint = nearest(name, READ_AS)
        raise InputError("optimizer", name, hint + "give one of " + ", ".join(READ_AS))
    for argument, value in (("step", step), ("decay", decay)):
        if not callable(value) and not (math.isfinite(value) and value >= 0 and (value > 0 or argument == "decay")):
            raise InputError(argument, value, "give a number > 0" + (" or 0" if argument == "decay" else ""))
    for argument, value in (("b1", b1), ("b2", b2)):
        if not 0 <= value < 1:
            raise InputError(argument, value, "give a number in [0, 1)")
    coupled, decoupled = optax.add_decayed_weights(decay), optax.add_decayed_weights(decay)
    rate = optax.scale_by_learning_rate(step)
    sign = optax.stateless(lambda u, _: jax.tree.map(jnp.sign, u))
    if name == "steepest":
        r = float(Fraction(q) - 1)
        power = optax.stateless(lambda u, _: jax.tree.map(lambda a: signed_power(a, r), u))
        return optax.chain(power, decoupled, rate)
    made: dict[str, Callable[[], Any]] = {
        "sgd": lambda: optax.chain(decoupled, rate),
        "signsgd": lambda: optax.chain(sign, decoupled, rate),
        "adam": lambda: optax.chain(optax.scale_by_adam(b1, b2, eps), rate),
        "adamw": lambda: optax.chain(optax.scale_by_adam(b1, b2, eps), decoupled, rate),
        "adaml2": lambda: optax.chain(coupled, optax.scale_by_adam(b1, b2, eps), rate),
        "signum": lambda: optax.chain(optax.ema(b1, debias=True), sign, decoupled, rate),
        "lion": lambda: optax.chain(optax.scale_by_lion(b1, b2), decoupled, rate),
    }
    return made[name]()


def descend(loss: Callable[..., Any], chosen: Any, w: Any, steps: int, batches: Any = None) -> Any:
    """The weights after `steps` steps, compiled; loss(w), or loss(w, batch) with `batches` indexed by the step."""

    def go(state: Any, i: Any) -> Any:
        w, kept = state
        g = jax.grad(loss)(w) if batches is None else jax.grad(loss)(w, batches[i])
        update, kept = chosen.update(g, kept, w)
        return (optax.apply_updates(w, update), kept), None

    return jax.lax.scan(go, (w, chosen.init(w)), jnp.arange(steps))[0][0]
