"""Escape from w = eps(1, ..., 1): the first time at which max|x| >= 0.1, along the flow and along Euler's steps."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

from ..jax_setup import jax, jnp
from ..predictions import escape_time, euler_lag
from .regression import Problem, balanced, problem
from .steepest import field, first_time

GOAL = 0.1
SCALES = (0.02, 0.01, 0.005)
DELTA = 0.01


def measure(part: str, seed: int, **arguments: Any) -> dict[str, float]:
    """The quantities of one row."""
    parts: dict[str, Callable[..., dict[str, float]]] = {
        "flow": flow,
        "order": order,
        "euler": euler,
        "recovery": recovery,
    }
    return parts[part](seed=seed, **arguments)


@cache
def flow_to_goal(q: str) -> Any:
    """(A, b, w) -> T of the flow, compiled once for each q and shape."""

    def reached(w: Any) -> Any:
        return jnp.max(jnp.abs(jnp.prod(w, axis=0))) - GOAL

    return jax.jit(lambda A, b, w: first_time(field(Problem(A, b, b).F, q), reached, w, DELTA, 10**5)[0])


def time(data: Problem, q: str, depth: int, scale: float) -> float:
    """T of the flow from w = scale (1, ..., 1)."""
    return float(flow_to_goal(q)(data.A, data.b, balanced(depth, data.A.shape[1], scale)))


def flow(q: str, depth: int, k: int, n: int, true: int, seed: int) -> dict[str, float]:
    """exponent from successive differences of T at eps = .02, .01, .005; the worst error of the formula; slowdown."""
    data = problem(k, n, true, seed)
    times = [time(data, q, depth, eps) for eps in SCALES]
    g = jax.grad(data.f)(jnp.prod(balanced(depth, k, SCALES[0]), axis=0))
    outward = float(jnp.max(-g))
    formula = [escape_time(q, depth, eps**depth, GOAL, outward) for eps in SCALES]
    sign = time(data, "1", depth, SCALES[1])
    return {
        "exponent": -math.log2((times[2] - times[1]) / (times[1] - times[0])),
        "formula error": max(abs(T / exact - 1) for T, exact in zip(times, formula, strict=True)),
        "slowdown": times[1] / sign,
        "slowdown error": times[1] / sign / (formula[1] / escape_time("1", depth, SCALES[1] ** depth, GOAL, 1)) - 1,
        "T": times[1],
    }


@cache
def steps_to_goal(q: str, linear: bool) -> Any:
    """(A, b, w, h) -> T_h of steps h, linear within the last one."""

    def run(A: Any, b: Any, w: Any, h: Any) -> Any:
        goal = GOAL ** (1 / len(w))
        v = field((lambda w: -jnp.sum(jnp.prod(w, axis=0))) if linear else Problem(A, b, b).F, q)

        def level(w: Any) -> Any:
            return jnp.max(jnp.abs(jnp.prod(w, axis=0))) ** (1 / len(w))

        def go(state: Any) -> Any:
            w, n, _, now = state
            moved = w + h * v(w)
            return moved, n + 1, now, level(moved)

        start = (w, 0, level(w), level(w))
        _, n, before, now = jax.lax.while_loop(lambda s: (s[3] < goal) & (s[1] < 10**7), go, start)
        return h * (n - 1 + (goal - before) / (now - before))

    return jax.jit(run)


def euler(q: str, depth: int, seed: int) -> dict[str, float]:
    """(T_h - T)/h over its predicted limit, one coordinate with a constant gradient -1 (nothing is random)."""
    scale, h = 0.05, 1e-3 / depth
    one, w = jnp.ones((1, 1)), balanced(depth, 1, scale)
    exact = escape_time(q, depth, scale**depth, GOAL, 1)
    lags = [(float(steps_to_goal(q, True)(one, one[0], w, s)) - exact) / s for s in (h, h / 2)]
    lag = 2 * lags[1] - lags[0]  # the second-order part of the lag removed
    return {"lag": lag, "lag over predicted": lag / euler_lag(q, depth, scale, GOAL ** (1 / depth))}


def order(q: str, depth: int, k: int, n: int, true: int, seed: int) -> dict[str, float]:
    """log_2 of the ratio of successive differences of T_h at h, h/2, h/4."""
    data = problem(k, n, true, seed)
    h, w = time(data, q, depth, SCALES[0]) / 20000, balanced(depth, k, SCALES[0])
    times = [float(steps_to_goal(q, False)(data.A, data.b, w, h / 2**j)) for j in range(3)]
    return {"order": math.log2((times[0] - times[1]) / (times[1] - times[2]))}


FIT, NEAR, STIFF = 1e-4, 0.002, 0.02  # recovery is read off at f <= FIT f_0


@cache
def fitted(q: str) -> Any:
    """(A, b, w) -> (w, t, steps) where f <= FIT f_0; h = min(NEAR max|w|/max|dw/dt|, STIFF/max|x|^m)."""
    r = float(Fraction(q) - 1)

    def run(A: Any, b: Any, w: Any) -> Any:
        data, depth = Problem(A, b, b), len(w)
        v = field(data.F, q)
        goal = FIT * data.F(w)

        def go(state: Any) -> Any:
            w, t, n = state
            dw = v(w)
            stiff = jnp.max(jnp.abs(jnp.prod(w, axis=0))) ** ((r + 1) * (depth - 1) / depth)
            h = jnp.minimum(NEAR * jnp.max(jnp.abs(w)) / jnp.max(jnp.abs(dw)), STIFF / stiff)
            return w + h * dw, t + h, n + 1

        return jax.lax.while_loop(lambda s: (data.F(s[0]) > goal) & (s[2] < 2 * 10**6), go, (w, 0.0, 0))

    return jax.jit(run)


def recovery(depth: int, k: int, n: int, true: int, seed: int) -> dict[str, float]:
    """|x - x*|/|x*| where f has fallen to 1e-4 f_0, for q = 1, 3/2, 2, from w = .01 (1, ..., 1); and the order."""
    data = problem(k, n, true, seed)
    found = {}
    for q, name in (("1", "q=1"), ("3/2", "q=3/2"), ("2", "q=2")):
        w, _, steps = fitted(q)(data.A, data.b, balanced(depth, k, SCALES[1]))
        found[f"recovery error {name}"] = (
            float(data.recovery_error(jnp.prod(w, axis=0))) if steps < 2 * 10**6 else math.nan
        )
    one, middle, two = found.values()
    return {
        **found,
        "q=1 recovers worst": float(one > max(middle, two)),
        "steeper recovers worse": float(one > middle > two),
    }
