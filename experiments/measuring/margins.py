"""Late training on separable data: the margin min_i z_i.x/|x|_r of the direction reached, over the best there is.

The exponential loss f = sum_i exp(-z_i.x); its gradient over f is that of log f, which only changes the clock of the
flow. The best L_r margin is min over the simplex of |Z^T c|_{r*}, 1/r + 1/r* = 1, so every c bounds it from above.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from ..jax_setup import jax, jnp
from ..needs import need
from ..predictions import margin_exponent
from .steepest import field

NORMS = (1.0, 1.5, 2.0, 2.5, 3.0, math.inf)  # the p/L that occur, and q = 1
GROWTH, TURN = 0.003, 0.2  # a step multiplies max|w| by at most 1 + GROWTH and moves no margin by more than TURN
FLAT_STEP = 2.5e-4  # of depth 1, which has 1000 units of time to go
MOVED, CHATTER = 0.02, 0.5  # what halving the step may move a cosine by, and one step a margin
GAP = 1e-3  # between the bound on a margin and the margin that is reached there
HALVING, REACH = 2, 1000.0  # sign descent goes on to t = REACH^{1/L}, where x ~ t^L can be REACH

Array = np.ndarray[Any, Any]


def measure(part: str, seed: int, **arguments: Any) -> dict[str, float]:
    """The quantities of one row."""
    parts: dict[str, Callable[..., dict[str, float]]] = {"flow": flow, "sign": sign}
    return parts[part](seed=seed, **arguments)


def separable(k: int, n: int, true: int, seed: int) -> tuple[Array, Array]:
    """Z (n by k), rows y_i a_i with y_i = sign(a_i.x*), and x* with `true` entries +-1."""
    rng = np.random.default_rng([26, seed])
    A = rng.standard_normal((n, k))
    truth = np.zeros(k)
    truth[:true] = rng.choice([-1.0, 1.0], true)
    return A * np.sign(A @ truth)[:, None], truth


def best_margin(Z: Array, r: float) -> float:
    """An upper bound of max min_i z_i.x over |x|_r <= 1, reached but for GAP. Errors: ArithmeticError where it is not.

    A bound that is too large would make its own r look worse, and another one the best.
    """
    optimize = need("scipy.optimize")
    n, k = Z.shape
    if r == 1:  # max t with z_i.x >= t, x = a - b, sum(a + b) <= 1
        rows = np.hstack([-Z, Z, np.ones((n, 1))])
        limit = np.concatenate([np.ones(2 * k), [0.0]])[None]
        found = optimize.linprog(
            np.concatenate([np.zeros(2 * k), [-1.0]]),
            np.vstack([rows, limit]),
            np.concatenate([np.zeros(n), [1.0]]),
            bounds=[(0, None)] * (2 * k) + [(None, None)],
        )
        return float(-found.fun)
    if r == math.inf:
        found = optimize.linprog(
            np.concatenate([np.zeros(k), [-1.0]]),
            np.hstack([-Z, np.ones((n, 1))]),
            np.zeros(n),
            bounds=[(-1, 1)] * k + [(None, None)],
        )
        return float(-found.fun)
    dual = r / (r - 1)

    def bound(c: Array) -> tuple[float, Array]:
        v = Z.T @ c
        top = np.max(np.abs(v))
        size = top * np.sum((np.abs(v) / top) ** dual) ** (1 / dual)
        return float(size), Z @ (np.sign(v) * (np.abs(v) / size) ** (dual - 1))

    found = optimize.minimize(
        bound,
        np.full(n, 1 / n),
        jac=True,
        method="SLSQP",
        bounds=[(0, 1)] * n,
        constraints={"type": "eq", "fun": lambda c: np.sum(c) - 1, "jac": lambda c: np.ones(n)},
        options={"maxiter": 1000, "ftol": 1e-12},
    )
    c = np.clip(found.x, 0, None)
    c = c / np.sum(c)
    best, v = bound(c)[0], Z.T @ c
    x = np.sign(v) * np.abs(v / np.max(np.abs(v))) ** (dual - 1)  # where <v, x> = |v|_{r*} |x|_r
    reached = float(np.min(Z @ x) / np.sum(np.abs(x) ** r) ** (1 / r))
    if reached < (1 - GAP) * best:
        raise ArithmeticError(f"the best L_{r:g} margin lies between {reached:.6g} and {best:.6g}: not closer")
    return best


def ratio(Z: Array, x: Array, r: float) -> float:
    """The L_r margin of x over the best."""
    top = np.max(np.abs(x))
    size = top if r == math.inf else top * np.sum((np.abs(x) / top) ** r) ** (1 / r)
    return float(np.min(Z @ x) / size / best_margin(Z, r))


@cache
def late(q: str, steps: int) -> Any:
    """(Z, w) -> w after `steps` steps of the flow of log f."""

    def run(Z: Any, w: Any) -> Any:
        v = field(lambda w: jax.nn.logsumexp(-(Z @ jnp.prod(w, axis=0))), q)

        def go(_: int, w: Any) -> Any:
            dw = v(w)
            _, dx = jax.jvp(lambda w: jnp.prod(w, axis=0), (w,), (dw,))
            grow = GROWTH * jnp.max(jnp.abs(w)) / jnp.max(jnp.abs(dw))
            return w + jnp.minimum(grow, TURN / jnp.max(jnp.abs(Z @ dx))) * dw

        return jax.lax.fori_loop(0, steps, go, w)

    return jax.jit(run)


def flow(q: str, depth: int, k: int, n: int, true: int, steps: int, seed: int) -> dict[str, float]:
    """The ratio at r = p/L, and whether it is the largest among NORMS and p/L."""
    Z, _ = separable(k, n, true, seed)
    start = np.full((depth, k), 0.5)
    start[0] = 0  # x can take either sign: one weight is 0
    x = np.asarray(jnp.prod(late(q, steps)(jnp.asarray(Z), jnp.asarray(start)), axis=0))
    x = x / np.max(np.abs(x)) if np.all(np.isfinite(x)) else x
    r = margin_exponent(q, depth)
    found = {s: ratio(Z, x, s) for s in sorted({*NORMS, r})}
    best = max(found, key=lambda s: found[s])
    near = {"ratio at r = 5/4": ratio(Z, x, 1.25)} if r == 1 else {}
    return near | {"margin ratio": found[r], "largest at p/L": float(best == r), "largest at": min(best, 1e9)}


@cache
def signed(step: float, steps: int) -> Any:
    """(Z, w) -> w after `steps` steps of sign descent on log f, which has the signs of f."""

    def run(Z: Any, w: Any) -> Any:
        v = field(lambda w: jax.nn.logsumexp(-(Z @ jnp.prod(w, axis=0))), "1")
        return jax.lax.fori_loop(0, steps, lambda _, w: w + step * v(w), w)

    return jax.jit(run)


@cache
def found_by_signs(layers: int, h: float, k: int, n: int, true: int, seed: int) -> tuple[float, Array]:
    """The cosine of x to x*, and x."""
    Z, truth = separable(k, n, true, seed)
    start = np.full((layers, k), 0.1)
    start[0] = 0
    w = signed(h, round(REACH ** (1 / layers) / h))(jnp.asarray(Z), jnp.asarray(start))
    x = np.asarray(jnp.prod(w, axis=0))
    return float(x @ truth / np.linalg.norm(x) / np.linalg.norm(truth)), x


def sign(depth: int, step: float, k: int, n: int, true: int, seed: int) -> dict[str, float]:
    """Sign descent: the cosine to x* at step/2, how far the halving moved it, the gain over depth 1.

    `coarseness` is above 1 where the halving moves a cosine by more than MOVED, or one step a margin by more than
    CHATTER, a term of f by the factor e^CHATTER: where steps are far too long, halving them alone need not show it.
    """
    coarse, _ = found_by_signs(depth, step, k, n, true, seed)
    fine, x = found_by_signs(depth, step / HALVING, k, n, true, seed)
    Z, _ = separable(k, n, true, seed)
    rate = depth * np.abs(x) ** (1 - 1 / depth)  # |dx/dw| where the weights of a coordinate are as good as equal
    turn = float(np.max(np.abs(Z) @ rate)) * step / HALVING
    flat, _ = found_by_signs(1, FLAT_STEP, k, n, true, seed)
    flat_fine, _ = found_by_signs(1, FLAT_STEP / HALVING, k, n, true, seed)
    moved = max(abs(fine - coarse), abs(flat_fine - flat))
    return {
        "cosine": fine,
        "moved by the last halving": moved,
        "margin moved by a step": turn,
        "coarseness": max(moved / MOVED, turn / CHATTER),
        "cosine over that of depth 1": fine - flat_fine,
        "L_inf ratio": ratio(Z, x, math.inf),
    }
