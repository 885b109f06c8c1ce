"""Steepest flow with respect to L_p, 1/p + 1/q = 1, in x and in the weights of x = w_1 ... w_L (theory: section 1).

  dx/dt = -<g>^{q-1};   dw_i/dt = -<dF/dw_i>^{q-1} = -<g>^{q-1} <x/w_i>^{q-1};
  decoupled decay: ... - alpha w_i;   coupled decay: -<dF/dw_i + alpha w_i>^{q-1};

on the orthant w_i > 0, g > 0. Without decay and under decoupled decay that is no loss: <ab>^r = <a>^r <b>^r carries
every other orthant to it; under coupled decay it is the case where decay and gradient pull the same way. In x the
weights' flow is dx/dt = sum_i (x/w_i) dw_i/dt = -P'(u) <g>^{q-1} - L alpha x (decoupled).
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp

from ..algebra import is_zero
from ..formula import size
from ..setting import Setting
from ..symbols import alpha, g, u, w, x
from .metric import rate

DECAYS = ("none", "decoupled", "coupled")


@dataclass(frozen=True)
class Flow:
    """The flow under one kind of decay: dw_i/dt in (w, x, g, alpha), dx/dt in u (and x, g, alpha)."""

    decay: str
    weight: sp.Expr
    product: sp.Expr
    proof: str


def weight_rate(steepness: sp.Expr, decay: str, weight: sp.Expr = w) -> sp.Expr:
    """dw_i/dt for w_i = `weight` > 0, x > 0, g > 0."""
    pull = g * x / weight  # dF/dw_i
    if decay == "coupled":
        return -((pull + alpha * weight) ** (steepness - 1))
    return -(pull ** (steepness - 1)) - (alpha * weight if decay == "decoupled" else 0)


def flow(setting: Setting, decay: str = "none") -> Flow:
    """The flow of the weights and of x on the manifold. Checked: sum_i (x/w_i) dw_i/dt, w_i = (u + Lambda_i)^{1/q}."""
    if decay != "coupled" and not _term_is_known(setting.q, decay):
        raise ArithmeticError("the flow in x failed its check")
    if decay == "coupled":
        weights = [(n, (u + value) ** (1 / setting.q)) for value, n in setting.groups]
        total = sum(
            n * (size(setting) / v) * weight_rate(setting.q, decay, v).subs(x, size(setting)) for n, v in weights
        )
        proof = "dx/dt = sum_i (x/w_i) dw_i/dt"
    else:
        total = -rate(setting) * g ** (setting.q - 1) - (setting.depth * alpha * x if decay == "decoupled" else 0)
        proof = (
            "(x/w_i) dw_i/dt + P/(u + Lambda_i) <g>^{q-1} (+ alpha x) is identically 0 with w_i = (u + Lambda_i)^{1/q}"
        )
    return Flow(decay, weight_rate(setting.q, decay), total, proof)


def _term_is_known(q: sp.Expr, decay: str) -> bool:
    """(x/w_i) dw_i/dt = -P/(u + Lambda_i) <g>^{q-1} (- alpha x), with P = Q (u + Lambda_i)^n; their sum is dx/dt."""
    value, n, rest = sp.symbols("Lambda_i n Q", positive=True)
    product, weight = rest * (u + value) ** n, (u + value) ** (1 / q)
    whole = product ** (1 / q)
    term = whole / weight * weight_rate(q, decay, weight).subs(x, whole)
    return is_zero(term + product / (u + value) * g ** (q - 1) + (alpha * whole if decay == "decoupled" else 0))
