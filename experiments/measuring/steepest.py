"""Steepest L_p descent dw = -h <grad F>^{q-1}, and its flow by RK4 with steps of a given relative size.

<a>^r = sign(a)|a|^r, <a>^0 = sign(a). A step h = delta max|w|/max|dw/dt| crosses a saddle in steps even in log w,
so that a flow that takes 1e6 units of time takes some hundred steps.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from ..jax_setup import jax, jnp

Array = Any
HALVINGS = 50


def signed_power(a: Array, r: float) -> Array:
    """<a>^r."""
    return jnp.sign(a) if r == 0 else jnp.sign(a) * jnp.abs(a) ** r


def field(loss: Callable[[Array], Array], q: str) -> Callable[[Array], Array]:
    """w -> -<grad F>^{q-1}."""
    r = float(Fraction(q) - 1)
    gradient = jax.grad(loss)
    return lambda w: -signed_power(gradient(w), r)


def rk4(v: Callable[[Array], Array], w: Array, h: Array) -> Array:
    """One classical step."""
    a = v(w)
    b = v(w + h / 2 * a)
    c = v(w + h / 2 * b)
    return w + h / 6 * (a + 2 * b + 2 * c + v(w + h * c))


def first_time(
    v: Callable[[Array], Array], reached: Callable[[Array], Array], w: Array, delta: float, most: int
) -> tuple[Array, Array]:
    """(T, w_T): the first time at which reached(w) >= 0, to the rounding of the last step; T = nan after `most` steps.

    w is one array; reached is increasing where it crosses 0.
    """

    def step(w: Array) -> Array:
        return delta * jnp.max(jnp.abs(w)) / jnp.max(jnp.abs(v(w)))

    def go(state: tuple[Array, ...]) -> tuple[Array, ...]:
        w, t, _, n = state
        h = step(w)
        moved = rk4(v, w, h)
        over = reached(moved) >= 0
        return jnp.where(over, w, moved), jnp.where(over, t, t + h), over, n + 1

    def unfinished(state: tuple[Array, ...]) -> Array:
        return ~state[2] & (state[3] < most)

    start = (w, jnp.zeros(()), jnp.zeros((), bool), jnp.zeros((), int))
    w, t, over, _ = jax.lax.while_loop(unfinished, go, start)
    h = step(w)

    def halve(_: int, ends: tuple[Array, Array]) -> tuple[Array, Array]:
        low, high = ends
        middle = (low + high) / 2
        beyond = reached(rk4(v, w, middle)) >= 0
        return jnp.where(beyond, low, middle), jnp.where(beyond, middle, high)

    _, last = jax.lax.fori_loop(0, HALVINGS, halve, (jnp.zeros(()), h))
    return jnp.where(over, t + last, jnp.nan), rk4(v, w, last)
