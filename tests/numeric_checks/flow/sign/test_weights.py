"""prod_i (a_i P + r) = x: the enclosure holds the r that x was made from, and says nothing where it knows nothing."""

from __future__ import annotations

from flint import arb, fmpq
from hypothesis import given
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.flow.sign.weights import level, level_hull, moving, symmetric
from steepest_mirror.numeric_checks.precision import bits

SIZES = st.lists(st.integers(-20, 20), min_size=2, max_size=5)


@given(SIZES, st.integers(1, 1000), st.integers(1, 30))
def test_level_inverts_the_product(sizes, above, P):
    a = [fmpq(v, 7) for v in sizes]
    r = fmpq(above, 100) - min(a) * P
    x = symmetric([v * P + r for v in a])[0]
    with bits(200):
        found = level(a, P, x)
        wide = level_hull(a, P, arb(x) * arb(0.5, 0.5))
    with bits(600):  # where r itself is rounded too little to matter
        assert found is not None and found.contains(r) and found.rad() < 1e-40
        assert wide.contains(r) and wide.contains(-min(a) * P)
        assert level_hull(a, arb(0, 1), arb(x)).overlaps(arb(x).root(len(a)))  # r at P = 0


def test_crossing_keeps_every_weight_and_turns_the_others():
    weights = moving((fmpq(3, 10), fmpq(-7, 10), fmpq(2)), (1, -1, 1))
    y = weights.zero(fmpq(1))
    before, after = weights.at(fmpq(1), y), weights.crossed()
    assert before[0] == 0 and after.at(fmpq(1), y) == before
    assert after.d == (weights.d[0], -weights.d[1], -weights.d[2]) and after.e == (-1, -1, 1)
