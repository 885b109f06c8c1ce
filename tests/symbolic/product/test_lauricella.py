"""F_D against its double series, Gauss's 2F1, and numeric differentiation."""

import itertools

import mpmath
import pytest
import sympy as sp
from mpmath import mp, mpf
from sympy.core.containers import Tuple

from steepest_mirror.symbolic.product.lauricella import LauricellaFD, lauricella_fd

HALF, THIRD = sp.Rational(1, 2), sp.Rational(1, 3)


def series(a, b, c, z, terms=60):
    total = mpf(0)
    for ks in itertools.product(range(terms), repeat=len(z)):
        if sum(ks) < terms:
            n = sum(ks)
            factor = mp.fprod(mp.rf(e, k) * v**k / mp.factorial(k) for e, v, k in zip(b, z, ks, strict=True))
            total += mp.rf(a, n) / mp.rf(c, n) * factor
    return total


@pytest.mark.parametrize("c", [mpf(5) / 3, mpf(1)])
@pytest.mark.parametrize("z", [(-0.25, -0.125), (0.25, -0.3)])
def test_integral_is_the_double_series(c, z):
    with mp.workdps(20):
        a, b = mpf(2) / 3, (mpf(1) / 3, mpf(1) / 2)
        assert mp.almosteq(lauricella_fd(a, b, c, z), series(a, b, c, z), rel_eps=mpf(10) ** -17)


def test_one_variable_is_gauss_also_far_out():
    with mp.workdps(25):
        for z in (mpf(-1) / 3, mpf(-50), mpf(-(10**8)), mpf(9) / 10):
            value = lauricella_fd(mpf(1) / 3, (mpf(1) / 2,), mpf(4) / 3, (z,))
            assert mp.almosteq(value, mp.hyp2f1(mpf(1) / 3, mpf(1) / 2, mpf(4) / 3, z), rel_eps=mpf(10) ** -22)


def test_trivial_parameters_and_equal_variables_merge():
    z = sp.Symbol("z", positive=True)
    assert LauricellaFD(HALF, Tuple(0, 0), 1, Tuple(z, z)) == 1
    assert LauricellaFD(HALF, Tuple(HALF, THIRD), 1, Tuple(-z, -z)) == LauricellaFD(
        HALF, Tuple(HALF + THIRD), 1, Tuple(-z)
    )
    assert LauricellaFD(HALF, Tuple(HALF, THIRD), 1, Tuple(0, -z)) == LauricellaFD(HALF, Tuple(THIRD), 1, Tuple(-z))


def test_derivative_along_a_ray():
    s = sp.Symbol("s", positive=True)
    form = LauricellaFD(HALF, Tuple(THIRD, HALF), HALF + 1, Tuple(-2 * s, -s / 3))
    with mp.workdps(30):
        slope = mp.diff(
            lambda t: lauricella_fd(mpf(1) / 2, (mpf(1) / 3, mpf(1) / 2), mpf(3) / 2, (-2 * t, -t / 3)), mpf(2)
        )
        assert abs(mpmath.mpf(sp.diff(form, s).subs(s, 2).evalf(25)._mpf_) - slope) < mpf(10) ** -12


@pytest.mark.parametrize(
    "form",
    [
        lambda s: LauricellaFD(HALF, Tuple(HALF, HALF), HALF + 1, Tuple(-s, -(s**2))),
        lambda s: LauricellaFD(HALF, Tuple(HALF), sp.Integer(2), Tuple(-s)),
        lambda s: LauricellaFD(HALF, Tuple(s), HALF + 1, Tuple(-s)),
    ],
)
def test_no_derivative_is_claimed_off_the_rays(form):
    s = sp.Symbol("s", positive=True)
    with pytest.raises(NotImplementedError):
        sp.diff(form(s), s)
