"""The path of balance-complete solved by quadrature: the flow of f = -x from a to b with the same invariants."""

from __future__ import annotations

import pytest
from mpmath import mp, mpf, quad


def path(a, s, q):
    """W_i = (a_i^q + s)^{1/q}."""
    return [(w**q + s) ** (1 / q) for w in a]


@pytest.mark.parametrize("q", ["1", "1.3", "1.7", "2"])
def test_the_flow_of_minus_x_leads_from_a_to_b(q):
    """Euler steps in the time of the flow, dw_i = (x/w_i)^{q-1} d tau, arrive at b up to their error."""
    with mp.workdps(20):
        q, s, a = mpf(q), mpf("0.8"), [mpf("0.5"), mpf(1), mpf("1.5")]
        x = lambda t: mp.fprod(path(a, t, q))  # noqa: E731
        tau, steps = quad(lambda t: x(t) ** (1 - q) / q, [0, s]), 2000
        w = list(a)
        for _ in range(steps):
            product = mp.fprod(w)
            w = [u + tau / steps * (product / u) ** (q - 1) for u in w]
        for reached, stated in zip(w, path(a, s, q), strict=True):
            assert abs(reached - stated) < mpf("2e-3")
        off = path(a, s, q + mpf("0.3"))  # another exponent is another path
        assert max(abs(r - o) for r, o in zip(w, off, strict=True)) > mpf("2e-2")
