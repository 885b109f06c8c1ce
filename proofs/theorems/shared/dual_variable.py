"""dy_k/dt = -h_k for the dual variable y_k = R_k'(x_k): dy_k/dt = R_k''(x_k) dx_k/dt, R_k'' P_k'(u_k) = 1 and
dx_k/dt = -P_k'(u_k) h_k (theory: section 3)."""

from __future__ import annotations

from ...judging.flows import h, k, x
from ...judging.formulas import almost, continuous, equal, for_all, formula
from ...judging.tactics import freed, given, show
from ...judging.terms import function, letter, plain, rate
from ...judging.theorem import Theorem
from .speed import FLOW, SLOPE, speed

y = function("y", "real", k)  # R_k'(x_k)
y_inf = letter("y_inf", "real", k)
R_second = function("R_second", "real", k)  # R_k''(x_k)
SMOOTH = for_all(k, continuous(y))
CURVATURE = for_all(k, almost(equal(R_second * SLOPE, 1)))
CHAIN = for_all(k, almost(equal(rate(y), R_second * rate(x))))
LIMIT = for_all(k, formula(("tends", plain(y), plain(y_inf))))
DUAL_FLOW = (*FLOW, ("flow", "steepest"), SMOOTH, CURVATURE, CHAIN, LIMIT)


def dual_rate() -> Theorem:
    """dy_k/dt = -h_k almost everywhere."""
    pieces = (freed(given(CHAIN)), 1), (speed(), R_second), (freed(given(CURVATURE)), -1 * h)
    return show("=", rate(y), -1 * h, *pieces)
