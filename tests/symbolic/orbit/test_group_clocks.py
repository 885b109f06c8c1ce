"""Groups of weights that h adds up, and their clocks: each has rate 1 along the flow."""

from __future__ import annotations

from fractions import Fraction as F

import mpmath
import pytest
import sympy as sp

from steepest_mirror.symbolic.orbit.group_clocks import blocks, clock
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization
from steepest_mirror.symbolic.product.lauricella import LauricellaFD


def made(q, text, **start):
    return reparameterization(F(q), text, {}, {n: F(v) for n, v in start.items()})


def test_groups():
    assert blocks(made(2, "a*b + c*d + e**2", a=1, b=2, c=3, d=4, e=5)) == [(0, 1), (2, 3), (4,)]
    assert blocks(made(2, "(a + b)*c + d", a=1, b=2, c=3, d=4)) == [(0, 1, 2), (3,)]


@pytest.mark.parametrize("q", ["1", "5/4", "2"])
@pytest.mark.parametrize("text", ["a*b + c", "3*a**2*b + c", "-a*b + c", "a**2 + c + b"])
def test_rate_one(q, text):
    """d(clock)/dy = 1 along dz_i/dy = <d_i H>^{q-1}, by differences of 40-digit values."""
    at = made(q, text, a=3, b=1, c=2)
    for block in blocks(at):
        form = clock(at, block, at.at_start)
        form = form.replace(lambda f: isinstance(f, LauricellaFD), lambda f: f.rewrite(sp.hyper))
        with mpmath.workdps(40):
            Q = mpmath.mpf(int(at.q.p)) / int(at.q.q)
            zs = [at.sizes[n] for n in block]
            slopes = [mpmath.mpf(str(sp.N(at.slopes[n].subs(at.at_start), 40))) for n in block]
            moved = [mpmath.sign(s) * abs(s) ** (Q - 1) for s in slopes]
            point = [mpmath.mpf(int(at.at_start[z].p)) / int(at.at_start[z].q) for z in zs]
            value = sp.lambdify(zs, form, "mpmath")
            rate = mpmath.diff(
                lambda t, f=value, p=point, m=moved: f(*(x + t * v for x, v in zip(p, m, strict=True))), 0
            )
            assert abs(rate - 1) < mpmath.mpf(10) ** -15, (text, q, block)


def test_not_explicit():
    at = made(2, "a*b + c", a=2, b=2, c=1)
    assert clock(at, (0, 1), at.at_start) is None, "a tie of the smallest weights"
    at = made(2, "(a + b)*c + d", a=1, b=2, c=3, d=4)
    assert clock(at, (0, 1, 2), at.at_start) is None
