"""One weight among L, for every L: a = |w_i|, X = prod_{j != i} |w_j|, so |x| = a X (theory: section 1).

On a sign orthant (no weight 0) w_i = s_i a_i and s_i prod_{j != i} s_j = sign(x), hence with
G = sign(x) <g>^{q-1}, any real number,

  da_i/dt = -G X_i^{q-1} - alpha a_i        (decoupled decay; alpha = 0 without decay).
"""

from __future__ import annotations

import itertools

import sympy as sp

from ....symbolic.symbols import alpha, q
from ...judging.steps import Group, Identity

a, b, X, gradient = sp.symbols("a b X gradient", positive=True)
G = sp.Symbol("G", real=True)
SLOPE = sp.Symbol("h", real=True)  # <g>^{q-1}


def size_rate(size: sp.Expr, others: sp.Expr, decay: sp.Expr = alpha) -> sp.Expr:
    """da_i/dt for a weight of size `size` whose fellows multiply to `others`."""
    return -G * others ** (q - 1) - decay * size


def orthants() -> Group:
    """s_i <g prod_{j != i} w_j>^{q-1} = sign(x) <g>^{q-1} X^{q-1} in each of the eight sign cases."""
    cases = []
    for own, rest, slope in itertools.product((1, -1), repeat=3):
        moved = own * (slope * rest) * (gradient * X) ** (q - 1)  # s_i <(slope gradient)(rest X)>^{q-1}
        stated = (own * rest) * slope * gradient ** (q - 1) * X ** (q - 1)
        cases.append(
            Identity(f"signs of w_i, of the other weights, of g: {own:+d} {rest:+d} {slope:+d}", moved, stated)
        )
    return Group(
        "on each sign orthant d|w_i|/dt = -G |x/w_i|^{q-1} - alpha |w_i| with G = sign(x) <g>^{q-1}", tuple(cases)
    )
