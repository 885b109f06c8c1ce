"""The letters of the field, each with its domain.

q in [1, 2]; L >= 2 the depth; u = min_j |w_j|^q > 0; x > 0 and y the dual variable on one sign orthant; lam > 0 a
balance parameter; alpha >= 0 the decay; g the gradient component, here its size, on the orthant where it is positive.
"""

from __future__ import annotations

import sympy as sp

q, L, u, x, lam, alpha, g = sp.symbols("q L u x lam alpha g", positive=True)
t, w = sp.symbols("t' w'", positive=True)  # time and a weight: no name that a user can give to an invariant
p = sp.Symbol("p", positive=True)
y = sp.Symbol("y", real=True)
