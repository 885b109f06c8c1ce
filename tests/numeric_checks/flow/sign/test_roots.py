"""First zeros: isolated where they are simple, undecided where they are not, exact where they are rational."""

from __future__ import annotations

import pytest
from flint import arb, arb_poly, fmpq, fmpq_poly
from hypothesis import example, given
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.flow.sign.roots import (
    exact_zeros,
    first_zero,
    first_zero_of,
    order,
    rational_zero,
    share_zero,
    zeros,
)
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import Undecided

ROOTS = st.lists(st.integers(-40, 40).filter(bool), min_size=1, max_size=5, unique=True)


def through(roots: list[fmpq]) -> fmpq_poly:
    """prod (v - root)."""
    p = fmpq_poly([1])
    for root in roots:
        p *= fmpq_poly([-root, 1])
    return p


def holds(ball: arb, value: fmpq) -> bool:
    """Whether the ball holds the number, exactly: `contains` asks for a ball around a rounded fraction."""
    return bool(abs(ball.mid().fmpq() - value) <= ball.rad().fmpq())


@given(ROOTS, st.integers(1, 7))
@example(roots=[-26, 33], below=7)
def test_the_first_zero_of_a_product_of_linear_factors(roots, below):
    p = through([fmpq(r, below) for r in roots])
    positive = sorted(fmpq(r, below) for r in roots if r > 0)
    with bits(200):
        ball = arb_poly(p)
        side = 1 if ball[0] > 0 else -1
        found = first_zero_of(ball, arb(50), side)
        assert (found is None) == (not positive)
        if found is not None:
            assert holds(found, positive[0]) and found.rad() < 1e-50
            assert rational_zero(p, found) == positive[0]
        all_of_them = list(zeros(ball, ball.derivative(), arb(50), side))
        assert len(all_of_them) == len(positive)
        assert all(holds(z, r) for z, r in zip(all_of_them, positive, strict=True))


def test_a_zero_just_past_the_end_is_not_reported_as_inside():
    with bits(128):
        found = first_zero_of(arb_poly([1, -1]), arb(0.5), 1)
        assert found is None


def test_a_double_zero_is_undecided_in_balls_and_exact_over_the_rationals():
    p = fmpq_poly([1, -1]) ** 2 * fmpq_poly([-3, 1])
    with bits(128):
        with pytest.raises(Undecided):
            first_zero_of(arb_poly(p), arb(5), -1)
        assert [m for _, m in exact_zeros(p)] == [2, 1]
        assert exact_zeros(p)[0][0].contains(1) and exact_zeros(p)[1][0].contains(3)


def test_a_zero_at_the_start_needs_the_derivative_and_refuses_the_wrong_side():
    p = arb_poly([0, 1, -1])
    with bits(128):
        found = first_zero(p, p.derivative(), arb(3), 1, p.derivative())
        assert found is not None and found.contains(1)
        with pytest.raises(Undecided):
            first_zero(p, p.derivative(), arb(3), -1, p.derivative())


def test_transcendental_zero_and_common_zeros_and_order():
    with bits(160):
        found = first_zero(lambda v: v.cos(), lambda v: -v.sin(), arb(3), 1)
        assert found is not None and found.contains(arb.pi() / 2) and found.rad() < 1e-40
        root = first_zero_of(arb_poly([2, 0, -1]), arb(3), 1)
        assert root is not None
        assert share_zero(fmpq_poly([2, 0, -1]), fmpq_poly([2, 0, -1]) * fmpq_poly([1, 1]), root.union(arb(1.5)))
        assert not share_zero(fmpq_poly([2, 0, -1]), fmpq_poly([3, 0, -1]), root.union(arb(2)))
        assert order(fmpq(1, 3), fmpq(1, 3)) == 0 and order(root, arb(2)) == -1
        with pytest.raises(Undecided):
            order(root, arb(2).sqrt())
