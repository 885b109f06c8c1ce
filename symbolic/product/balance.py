"""d|w_i|^q/dt = -q <x>^{q-1} <g>^{q-1} - q alpha |w_i|^q (decoupled decay): the first term does not depend on i, so

  d/dt (|w_i|^q - |w_j|^q) = -q alpha (|w_i|^q - |w_j|^q)   (Lemma 4.4 S; theory: section 2).

Without decay these are L - 1 independent invariants, and there are no more that hold for every objective: at a point
with x g != 0 the flow leaves one direction of R^L free. Under coupled decay with q < 2 only {|w_i| = |w_j|} is kept.
1 < q <= 2: for every t. q = 1: for almost every t.
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp

from ..algebra import is_zero
from ..errors import Undecided
from ..symbols import alpha, g, x
from .flow import weight_rate

W1, W2 = sp.symbols("w_i w_j", positive=True)


@dataclass(frozen=True)
class Balance:
    """d/dt (w_i^q - w_j^q) = rate under one decay; `closed` says whether it is -q alpha times the difference."""

    decay: str
    difference: sp.Expr
    rate: sp.Expr
    closed: bool
    proof: str


def size_rate(steepness: sp.Expr, weight: sp.Expr, decay: str) -> sp.Expr:
    """d(w^q)/dt = q w^{q-1} dw/dt for a weight w > 0, on the orthant x > 0, g > 0."""
    return steepness * weight ** (steepness - 1) * weight_rate(steepness, decay, weight)


def balance(steepness: sp.Expr, decay: str = "none") -> Balance:
    """The law of w_i^q - w_j^q, by differentiating along the flow. Checked: the closed form, where there is one."""
    difference = W1**steepness - W2**steepness
    derived = size_rate(steepness, W1, decay) - size_rate(steepness, W2, decay)
    law = -steepness * alpha * difference if decay != "none" else sp.Integer(0)
    if is_zero(derived - law):
        return Balance(
            decay, difference, law, True, "q w_i^{q-1} dw_i/dt - q w_j^{q-1} dw_j/dt minus the law is identically 0"
        )
    if decay != "coupled" or not is_zero(derived.subs(W2, W1)):
        raise Undecided("no law of w_i^q - w_j^q passed its check")
    return Balance(decay, difference, derived, False, "the rate of w_i^q - w_j^q is 0 where w_i = w_j")


def common_part(steepness: sp.Expr) -> sp.Expr:
    """d(w_i^q)/dt without decay, the same for every i. Checked: no weight is left in it."""
    value = -steepness * (x * g) ** (steepness - 1)
    if not is_zero(size_rate(steepness, W1, "none") - value):
        raise Undecided("the rate of w_i^q failed its check")
    return value


def rank(steepness: sp.Expr, layers: sp.Expr) -> sp.Expr:
    """The rank of d(w_i^q - w_1^q)/dw, i = 2..L, where at most one weight is 0 (here w_1): L - 1."""
    slope = sp.diff(W1**steepness - W2**steepness, W1)  # of the i-th difference in w_i; 0 in w_k, k not in {1, i}
    if is_zero(slope - steepness * W1 ** (steepness - 1)):
        return layers - 1  # the minor in w_2..w_L is diagonal, its entries q w_i^{q-1} are not 0
    raise Undecided("the Jacobian minor failed its check")
