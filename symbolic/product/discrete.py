"""What one step eta of discrete descent does to the invariants, for every depth (theory: sections 13.1, 13.2).

  gradient  w_i' = rho w_i - eta g X_i,  rho = 1 - eta alpha,  X_i = prod_{j != i} w_j
            (w_i^2 - w_j^2)' = (w_i^2 - w_j^2)(rho^2 - eta^2 g^2 Pi_ij^2),  Pi_ij the product of the other L - 2 weights
  sign      w_i' = sign(w_i) a_i,  a_i = rho |w_i| - eta s,  s = sign(g x) != 0
            |w_i|' - |w_j|' = rho (|w_i| - |w_j|) + J_i - J_j,  J_i = 2 max(0, -a_i): a jump where w_i crosses 0

Without decay the imbalance of gradient descent contracts in size iff 0 < (eta g Pi)^2 < 2.
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp

wi, wj, g, eta, alpha, Pi = sp.symbols("w_i w_j g eta alpha Pi", real=True)
a, b, rho = sp.symbols("a_i a_j rho", real=True)


@dataclass(frozen=True)
class Law:
    """`left` after the step equals `right`; `residual` is what was expanded to 0."""

    name: str
    left: str
    right: sp.Expr
    residual: sp.Expr


def gradient_law() -> Law:
    """(w_i^2 - w_j^2)' as a multiple of w_i^2 - w_j^2: with X_i = w_j Pi and X_j = w_i Pi the cross terms are equal."""
    factor = (1 - eta * alpha) ** 2 - (eta * g * Pi) ** 2
    after = ((1 - eta * alpha) * wi - eta * g * wj * Pi) ** 2 - ((1 - eta * alpha) * wj - eta * g * wi * Pi) ** 2
    return _checked("gradient", "(w_i^2 - w_j^2)'", (wi**2 - wj**2) * factor, after)


def sign_law() -> Law:
    """|a_i| = a_i + 2 max(0, -a_i) on both signs of a_i, and a_i - a_j = rho (|w_i| - |w_j|)."""
    size = sp.Symbol("size", nonnegative=True)
    for value in (size, -size):
        if sp.Abs(value) != value + 2 * sp.Max(0, -value):
            raise ArithmeticError("|a| = a + 2 max(0, -a) failed its check")
    s = sp.Symbol("s", real=True)
    first, second = (rho * v - eta * s for v in (a, b))
    return _checked("sign", "|w_i|' - |w_j|' without crossings", rho * (a - b), first - second)


def _checked(name: str, left: str, right: sp.Expr, after: sp.Expr) -> Law:
    residual = sp.expand(after - right)
    if residual != 0:
        raise ArithmeticError(f"the {name} law failed its check")
    return Law(name, left, right, residual)
