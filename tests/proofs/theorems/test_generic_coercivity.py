"""mu(q) falls below 1/e, by random weights; no larger radius serves."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import e, mp, mpf

PARTS = st.floats(min_value=0.001, max_value=1)


def mu(q, sizes):
    least = min(sizes)
    rest = list(sizes)
    rest.remove(least)
    return mp.fprod(w**q - least**q for w in rest)


@settings(deadline=None)
@given(st.lists(PARTS, min_size=2, max_size=5, unique=True), st.floats(1, 2), st.floats(1, 2))
def test_mu_falls_for_weights_below_1_over_e(parts, first, second):
    low, high = sorted((first, second))
    if high - low < 1e-6:
        return
    with mp.workdps(60):
        sizes = [mpf(part) / e for part in parts]
        assert mu(mpf(high), sizes) < mu(mpf(low), sizes)


@settings(deadline=None)
@given(st.floats(1e-6, 1), st.floats(1e-6, 1))
def test_just_beyond_1_over_e_it_rises_at_q_1(above, gap):
    """a < b beyond 1/e: d(b^q - a^q)/dq > 0 at q = 1."""
    with mp.workdps(60):
        a = (1 + mpf(above)) / e
        b = a * (1 + mpf(gap))
        assert b * mp.log(b) - a * mp.log(a) > 0
