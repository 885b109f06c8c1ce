"""The hypotheses that several theorems share, each a name, words and, where it is one, a formula."""

from __future__ import annotations

import sympy as sp

from ...symbolic.symbols import L, alpha, q
from .claim import Hypothesis

STEEPNESS = Hypothesis("steepness", "q in [1, 2], 1/p + 1/q = 1", sp.And(q >= 1, q <= 2))
DEPTH = Hypothesis("depth", "L >= 2 weights a coordinate, x = w_1 w_2 ... w_L", L >= 2)
FLOW = Hypothesis(
    "flow",
    "f is C^1; w(t) is absolutely continuous and follows dw_i/dt = -<g>^{q-1} <prod_{j!=i} w_j>^{q-1} for almost"
    " every t",
)
DECAYED_FLOW = Hypothesis(
    "flow",
    "f is C^1; w(t) is absolutely continuous and follows dw_i/dt = -<g>^{q-1} <prod_{j!=i} w_j>^{q-1} - alpha(t) w_i"
    " for almost every t",
)
NO_DECAY = Hypothesis("no-decay", "no weight decay, alpha = 0")
DECAY = Hypothesis(
    "decay", "alpha(t) >= 0 is locally integrable", alpha >= 0, {alpha: (sp.Rational(1, 3), sp.Integer(0))}
)
CROSSINGS = Hypothesis(
    "joint-sign",
    "at q = 1: one s_k in [-1, 1] for all weights of a coordinate where g_k = 0, and {t : x_k(t) = 0} has measure 0",
)
INVARIANTS = Hypothesis("invariants", "Lambda_i = |w_i|^q - min_j |w_j|^q, so min Lambda = 0")
CURVATURE = Hypothesis(
    "curvature", "R is even with R''(x) = 1/P'(u), P(u) = prod_i (u + Lambda_i) = |x|^q (claim metric)"
)
LEAVES = Hypothesis(
    "leaves-at-once",
    "where two or more weights of a coordinate can vanish together (k0 >= 2), {t : x(t) = 0} has measure 0;"
    " if m_0 >= 1 then t is before the first zero of x",
)
UNIQUE = Hypothesis("unique-smallest", "one weight is strictly the smallest in size (k0 = 1)")
