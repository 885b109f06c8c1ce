"""Where optimizers with weight decay come to rest, on x = w_1 ... w_L and f = |Ax - b|^2/(2n).

coupled    Adam with alpha w added to the gradient: f + alpha (L/2) sum |x|^{2/L}, at L = 2 the Lasso of weight alpha
adamw      decoupled, AdamW or sign descent: sparse recovery by depth, decay and beta_2
rest       steepest L_p descent with decoupled decay: <g>^{q-1} = -alpha M'(x), not the minimiser of f + alpha M
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import numpy as np

from ..jax_setup import jax, jnp
from ..needs import need
from ..predictions import regularizer_exponent
from .optimizers import descend, optax, optimizer
from .regression import Problem, problem
from .steepest import signed_power


def measure(part: str, seed: int, **arguments: Any) -> dict[str, float]:
    """The quantities of one row."""
    parts: dict[str, Callable[..., dict[str, float]]] = {"coupled": coupled, "adamw": adamw, "rest": rest}
    return parts[part](seed=seed, **arguments)


@cache
def trained(name: str, step: float, steps: int, decay: float, b2: float) -> Any:
    """(A, b, w) -> w after `steps` steps whose size falls from `step` to 0 as a cosine, halfway on."""
    schedule = optax.join_schedules(
        [optax.constant_schedule(step), optax.cosine_decay_schedule(step, steps // 2)], [steps // 2]
    )
    chosen = optimizer(name, schedule, decay=decay, b2=b2)
    return jax.jit(lambda A, b, w: descend(Problem(A, b, b).F, chosen, w, steps))


def coupled(depth: int, alpha: float, k: int, n: int, true: int, seed: int) -> dict[str, float]:
    """The distance to the Lasso (L = 2); the KKT residual of f + alpha sum |x|^e/e, e = 2/L; how many x are not 0."""
    data = problem(k, n, true, seed)
    start = jnp.asarray(np.random.default_rng([21, seed]).uniform(0.5, 1.0, (depth, k)))
    w = trained("adaml2", 3e-3, 60_000, alpha, 0.999)(data.A, data.b, start)
    x = np.asarray(jnp.prod(w, axis=0))
    g = np.asarray(jax.grad(data.f)(jnp.asarray(x)))
    e = regularizer_exponent("1", depth, "coupled")
    big = np.abs(x) > 1e-3
    kkt = np.abs(g[big] + alpha * np.sign(x[big]) * np.abs(x[big]) ** (e - 1))
    found = {"kkt": float(kkt.max(initial=0)), "support": float(big.sum())}
    found["largest x"] = float(np.abs(x).max())
    if depth == 2:
        lasso = need("sklearn.linear_model").Lasso(alpha=alpha, fit_intercept=False, tol=1e-12, max_iter=10**6)
        found["distance to the Lasso"] = float(
            np.abs(lasso.fit(np.asarray(data.A), np.asarray(data.b)).coef_ - x).max()
        )
    return found


def adamw(
    optimizer: str, depth: int, alpha: float, b2: float, k: int, n: int, true: int, seed: int
) -> dict[str, float]:
    """The recovery error |x - x*|/|x*|, the share of true zeros with |x| <= 1e-3."""
    data = problem(k, n, true, seed)
    start = jnp.asarray(np.random.default_rng([22, seed]).uniform(0.5, 1.0, (depth, k)))
    w = trained(optimizer, 1e-3, 100_000, alpha, b2)(data.A, data.b, start)
    x = jnp.prod(w, axis=0)
    zeros = jnp.mean(jnp.abs(x[true:]) <= 1e-3)
    return {"recovery error": float(data.recovery_error(x)), "true zeros": float(zeros), "loss": float(data.f(x))}


def rest(q: str, depth: int, alpha: float, k: int, n: int, seed: int) -> dict[str, float]:
    """Residuals, relative, at the rest point of dw = -<grad F>^{q-1} - alpha w: of its law and of f + alpha M.

    `rest exponent` is 1 + the slope of log|g_i| against log|x_i|: of which penalty sum |x_i|^r/r the gradient is seen.
    """
    rng = np.random.default_rng([23, seed])
    A = jnp.asarray(rng.standard_normal((n, k)))
    truth = jnp.asarray(rng.uniform(0.5, 1.5, k))
    data = Problem(A, A @ truth, truth)
    r, e = float(Fraction(q) - 1), regularizer_exponent(q, depth, "decoupled")

    def law(x: Any) -> Any:
        return signed_power(jax.grad(data.f)(x), r) + alpha * signed_power(x, e - 1)

    h = 2e-3
    chosen = optimizer("steepest", h, decay=alpha, q=q)
    w = jax.jit(lambda w: descend(data.F, chosen, w, 200_000))(jnp.full((depth, k), 1.0))
    x = jnp.prod(w, axis=0)
    pull = jnp.max(jnp.abs(alpha * signed_power(x, e - 1)))
    minimum = jax.grad(data.f)(x) + alpha * signed_power(x, e - 1)
    at, slopes = (np.log(np.abs(np.asarray(v))) for v in (x, jax.grad(data.f)(x)))
    return {
        "rest exponent": 1 + float(np.polyfit(at, slopes, 1)[0]),
        "law residual": float(jnp.max(jnp.abs(law(x))) / pull),
        "argmin residual": float(jnp.max(jnp.abs(minimum)) / pull),
        "least x": float(jnp.min(jnp.abs(x))),
        "unbalance": float(jnp.max(jnp.abs(w[0] - w[-1]))),
    }
