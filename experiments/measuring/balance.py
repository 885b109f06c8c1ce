"""What steps conserve on x = w_1 ... w_L: |w_i|^q - |w_j|^q up to exp(-q alpha t); R'(x_t) - R'(x_0) = -int <g>^{q-1}.

The optimizer is compared with the flow it is read as (signsgd, adam, ...: q = 1; sgd: q = 2) at equal t = h steps.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import numpy as np

from ...symbolic.errors import InputError
from ..jax_setup import jax, jnp
from ..needs import need
from ..predictions import balance_decay
from .optimizers import READ_AS, descend, optimizer
from .regression import Problem, problem
from .steepest import field, signed_power

CANDIDATES = ("1", "5/4", "3/2", "7/4", "2")
FINE = 20  # steps of the flow's own integration for each of the smallest step measured


def measure(part: str, seed: int, **arguments: Any) -> dict[str, float]:
    """The quantities of one row."""
    parts: dict[str, Callable[..., dict[str, float]]] = {"optimizer": follow, "mirror": mirror}
    return parts[part](seed=seed, **arguments)


def whole(until: float, step: float) -> int:
    """until/step; no step at all would keep every balance. Errors: InputError."""
    steps = round(until / step)
    if steps < 1 or abs(steps * step / until - 1) > 1e-9:
        raise InputError("step", step, f"give a step that divides the time {until:g}")
    return steps


def imbalance(w: Any, q: float) -> Any:
    """|w_i|^q - |w_1|^q, i >= 2."""
    return jnp.abs(w[1:]) ** q - jnp.abs(w[:1]) ** q


@cache
def run(name: str, step: float, steps: int, alpha: float, b1: float, b2: float, eps: float, batch: int) -> Any:
    """(A, b, w, rows) -> w; rows (steps, batch) are the samples of each minibatch, all of them where batch = 0."""
    chosen = optimizer(name, step, decay=alpha, b1=b1, b2=b2, eps=eps)

    def go(A: Any, b: Any, w: Any, rows: Any) -> Any:
        data = Problem(A, b, b)
        if not batch:
            return descend(data.F, chosen, w, steps)
        return descend(lambda w, i: Problem(A[i], b[i], b).F(w), chosen, w, steps, rows)

    return jax.jit(go)


@cache
def flow(q: str, until: float, steps: int, alpha: float) -> Any:
    """(A, b, w) -> w(t) of dw = -<grad F>^{q-1} - alpha w, by Euler's method with `steps` small steps."""

    def go(A: Any, b: Any, w: Any) -> Any:
        v = field(Problem(A, b, b).F, q)
        h = until / steps
        return jax.lax.fori_loop(0, steps, lambda _, w: w + h * (v(w) - alpha * w), w)

    return jax.jit(go)


def follow(
    optimizer: str,
    depth: int,
    step: float,
    b1: float,
    b2: float,
    eps: float,
    batch: int,
    alpha: float,
    k: int,
    n: int,
    true: int,
    seed: int,
) -> dict[str, float]:
    """The relative drift of the balance at t = 1/4, and max|W - flow| at t = 1/4 for the q it is read as.

    `crossings` counts the weights that changed sign: at q = 1 each may have broken its invariant.
    """
    q, until = READ_AS[optimizer], 0.25
    steps = whole(until, step)
    data = problem(k, n, true, seed)
    rng = np.random.default_rng([24, seed])
    start = jnp.asarray(rng.uniform(0.5, 1.5, (depth, k)))
    rows = jnp.asarray(rng.integers(0, n, (steps, batch)) if batch else np.zeros((1, 1), int))
    A, b = data.A, data.b
    w = run(optimizer, step, steps, alpha, b1, b2, eps, batch)(A, b, start, rows)
    Q = float(Fraction(q))
    law = math.exp(-balance_decay(q) * alpha * until) if optimizer != "adaml2" else 1.0
    before = imbalance(start, Q)
    drift = jnp.max(jnp.abs(imbalance(w, Q) - law * before)) / jnp.max(jnp.abs(before))
    found = {
        "balance drift": float(drift),
        "crossings": float(jnp.sum(w * start < 0)),
        "distance from its flow": float(jnp.max(jnp.abs(w - flow(q, until, FINE * 1000, alpha)(A, b, start)))),
        "moved": float(jnp.max(jnp.abs(w - start))),
    }
    if not alpha and optimizer in ("adam", "lion", "signum", "signsgd", "sgd"):
        turned = {c: alignment(A, b, start, w, c) for c in CANDIDATES}
        best = max(turned, key=lambda c: turned[c])
        found |= {"best q": float(Fraction(best)), "alignment": turned[best], "alignment at its q": turned[q]}
    return found


def alignment(A: Any, b: Any, start: Any, w: Any, q: str) -> float:
    """The largest cosine between w - w_0 and the displacement of the flow of q over its first half unit of speed."""
    moved = w - start
    v = field(Problem(A, b, b).F, q)
    scale = float(jnp.max(jnp.abs(moved)) / jnp.max(jnp.abs(v(start))))
    h = scale / 400

    @jax.jit
    def cosines(w: Any) -> Any:
        def go(w: Any, _: Any) -> Any:
            w = w + h * v(w)
            d = w - start
            return w, jnp.sum(d * moved) / (jnp.linalg.norm(d) * jnp.linalg.norm(moved))

        return jax.lax.scan(go, w, None, length=1200)[1]

    return float(jnp.max(cosines(start)))


def mirror(q: str, step: float, k: int, n: int, true: int, seed: int) -> dict[str, float]:
    """max_k |R'(x_t) - R'(x_0) + sum h <g>^{q-1}| at L = 2, t = 1, over h: at h and its ratio to the one at h/2."""
    data = problem(k, n, true, seed)
    start = jnp.asarray(np.random.default_rng([25, seed]).uniform(0.2, 1.2, (2, k)))
    A, b = data.A, data.b
    coarse, fine = (residuals(q, h, A, b, start) for h in (step, step / 2))
    lost = float(np.mean(coarse > 10 * step))
    return {
        "residual over h": float(coarse.max() / step),
        "median residual over h": float(np.median(coarse) / step),
        "halving ratio": float(coarse.max() / fine.max()),
        "lost coordinates": lost,
    }


def residuals(q: str, h: float, A: Any, b: Any, start: Any) -> np.ndarray[Any, Any]:
    """The residual of each coordinate after 1/h steps."""
    r, steps = float(Fraction(q) - 1), whole(1, h)
    data = Problem(A, b, b)

    @jax.jit
    def go(w: Any) -> Any:
        def one(state: Any, _: Any) -> Any:
            w, dual = state
            g = jax.grad(data.f)(jnp.prod(w, axis=0))
            moved = w - h * signed_power(jax.grad(data.F)(w), r)
            return (moved, dual - h * signed_power(g, r)), None

        return jax.lax.scan(one, (w, jnp.zeros(w.shape[1])), None, length=steps)[0]

    w, dual = go(start)
    first, last = (np.asarray(jnp.prod(v, axis=0)) for v in (start, w))
    Lambda = np.abs(np.asarray(imbalance(start, r + 1)[0]))
    image = mirror_map(q)
    return np.abs(image(last, Lambda) - image(first, Lambda) - np.asarray(dual))


@cache
def mirror_map(q: str) -> Callable[..., Any]:
    """(x, lambda) -> R'(x) at L = 2 and q = 1, 3/2 or 2, as derived in `symbolic`, with SciPy's functions; odd in x."""
    import sympy as sp

    from ...symbolic.product.mirror_map import mirror_map as derived
    from ...symbolic.setting import setting
    from ...symbolic.symbols import x

    lam = sp.Symbol("lam", positive=True)
    (case,) = derived(setting(Fraction(q), depth=2, balance=lam)).cases
    special = need("scipy.special")
    lauricella = {"LauricellaFD": lambda a, b, c, z: special.hyp2f1(a, b[0], c, z[0])}  # one variable: 2F1
    form = sp.lambdify((x, lam), case.value, [lauricella, "scipy", "numpy"])
    return lambda at, Lambda: np.sign(at) * form(np.abs(at), Lambda)
