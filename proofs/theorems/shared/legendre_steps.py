"""Strict convexity and essential smoothness of R as checked steps, for arguments that are not derivations yet."""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ....symbolic.symbols import L, q
from ...judging.steps import Cite, Decided, Step
from .asymptotics import SLOPE_FINITE_AT_ZERO, M, metric_at_zero, power_integrals
from .product import increasing


def convex() -> Cite:
    """R'' > 0, so R is strictly convex."""
    text = (
        "R'' = 1/P'(u) > 0 but at x = 0, so R' increases strictly and R is strictly convex, up to the ends of its"
        " domain"
    )
    return Cite(text, "increasing-from-derivative", (increasing(),))


# With k0 written L: the map starts from a finite R'(0), int_0 u^{k0 (1/q-1)} du being finite, so that the domain is R
# and has no finite end; or R'(0+) = -infinity at the only end, 0.
LEGENDRE_CONDITION = sp.Or(L * (1 / q - 1) > -1, sp.Not(SLOPE_FINITE_AT_ZERO))


def derivation() -> Iterator[Step]:
    """Strict convexity, and essential smoothness at a finite end of the domain, reduced to m_0."""
    yield convex()
    yield metric_at_zero()
    yield power_integrals()
    yield Decided(
        "k0 = 1: m_0 = 0 < 1, so R'(0) is finite, R' is odd and continuous and the domain is R", M.subs(L, 1) < 1
    )
