"""Gradient flow ends at the Bregman projection; steeper flows do not."""

from dataclasses import replace
from fractions import Fraction as F

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem
from steepest_mirror.numeric_checks.laws.optimum import bend, distance_to_projection

ROW = LeastSquares(((F(1), F(2)),), (F(1),))
START = ((F(3, 10), F(6, 10)), (F(1, 5), F(1, 2)))
GF = Problem(F(2), START, ROW, F(60))


def test_gradient_flow_ends_at_the_projection():
    apart, travelled = distance_to_projection(GF, 30)
    assert apart < travelled * 1e-12 and travelled > 0.1
    assert bend(GF, 30).contains(0)


def test_sign_flow_does_not():
    assert not bend(replace(GF, q=F(1), until=F(2)), 30).contains(0)


def test_equal_entries_in_a_row_keep_the_bias():
    """A = (1, 1): <g>^{q-1} is along (1, 1) for every q."""
    even = LeastSquares(((F(1), F(1)),), (F(1),))
    assert bend(replace(GF, q=F(1), objective=even, until=F(1, 10)), 30).contains(0)
