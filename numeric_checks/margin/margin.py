"""max_x min_i z_i.x subject to ||x||_r <= 1, for any r in (0, infinity]: which way to solve and to prove it."""

from __future__ import annotations

from fractions import Fraction

from ...symbolic.errors import InputError
from ..precision import bits, from_digits
from .linear import linear_margin
from .result import Data, Margin
from .smooth import smooth_margin
from .vertices import vertex_margin


def exponent(q: Fraction, depth: int) -> Fraction | None:
    """r = p/L, None for infinity (q = 1)."""
    return None if q == 1 else q / (q - 1) / depth


def margin(Z: Data, r: Fraction | None, digits: int = 20) -> Margin:
    """The margin of the samples z_i (labels absorbed).

    Convex for r >= 1: exact at r = 1 and infinity, else enclosed. r < 1: all vertices, or a search that says so.
    Errors: InputError where the data are not linearly separable or r <= 0; Undecided.
    """
    if r is not None and r <= 0:
        raise InputError("exponent", r, "the exponent is positive, or inf")
    if r is None or r == 1:
        with bits(from_digits(digits) + 40):
            return linear_margin(Z, r)
    return vertex_margin(Z, r, digits) if r < 1 else smooth_margin(Z, r, digits)
