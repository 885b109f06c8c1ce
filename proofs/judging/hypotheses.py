"""The hypotheses that several theorems share, each a name, words and, where it is one, a formula."""

from __future__ import annotations

import sympy as sp

from ...symbolic.symbols import L, q
from .claim import Hypothesis

STEEPNESS = Hypothesis("steepness", "q in [1, 2], 1/p + 1/q = 1", sp.And(q >= 1, q <= 2))
DEPTH = Hypothesis("depth", "L >= 2 weights a coordinate, x = w_1 w_2 ... w_L", L >= 2)
FLOW = Hypothesis(
    "flow",
    "f is C^1; w(t) is absolutely continuous and follows dw_i/dt = -<g>^{q-1} <prod_{j!=i} w_j>^{q-1} for almost"
    " every t",
)
NO_DECAY = Hypothesis("no-decay", "no weight decay, alpha = 0")
INVARIANTS = Hypothesis("invariants", "Lambda_i = |w_i|^q - min_j |w_j|^q, so min Lambda = 0")
CURVATURE = Hypothesis(
    "curvature", "R is even with R''(x) = 1/P'(u), P(u) = prod_i (u + Lambda_i) = |x|^q (claim metric)"
)
