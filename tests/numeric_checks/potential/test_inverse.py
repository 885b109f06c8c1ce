"""The root u of P(u) = X: the ball contains it (P changes sign across the ball's ends) and is narrow."""

from __future__ import annotations

from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.balls import ball
from steepest_mirror.numeric_checks.potential.inverse import smallest_power
from steepest_mirror.numeric_checks.precision import bits

SIZES = st.builds(lambda m, e: m * ball(10) ** e, st.integers(1, 99), st.integers(-60, 60))
GROUPS = st.lists(st.tuples(SIZES, st.integers(1, 30)), max_size=5)


def P(zeros: int, groups: list[tuple[arb, int]], u: arb) -> arb:
    value = u**zeros
    for at, n in groups:
        value *= (u + at) ** n
    return value


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 4), GROUPS, SIZES)
def test_the_root_is_inside(zeros, groups, X):
    with bits(200):
        groups, X = [(at.mid(), n) for at, n in groups], X.mid()
        u = smallest_power(zeros, groups, X)
        assert u.rel_accuracy_bits() > 170
    with bits(600):
        assert P(zeros, groups, u.lower()) <= X <= P(zeros, groups, u.upper())


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), GROUPS, SIZES, st.sampled_from(["1e-40", "1e-12", "1e-3", "0.2"]))
def test_a_ball_of_X_gives_every_root(zeros, groups, X, spread):
    with bits(200):
        groups = [(at.mid(), n) for at, n in groups]
        wide = X.mid() * arb(1, arb(spread))
        u = smallest_power(zeros, groups, wide)
        assert u > 0
    with bits(600):
        assert P(zeros, groups, u.lower()) <= wide.lower()
        assert P(zeros, groups, u.upper()) >= wide.upper()
