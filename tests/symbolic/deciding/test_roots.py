"""Isolation, integer cells and simplest fractions against polynomials whose roots are known by construction."""

from fractions import Fraction
from itertools import pairwise
from math import isqrt

from flint import fmpq_poly, fmpz_poly
from hypothesis import given
from hypothesis import strategies as st

from steepest_mirror.symbolic.deciding.roots import integer_cells, isolate, rational, sign, simplest_between

rationals = st.fractions(min_value=-3, max_value=5, max_denominator=50)


def factor(root: Fraction) -> fmpz_poly:
    return fmpz_poly([-root.numerator, root.denominator])


@given(st.sets(rationals, max_size=6), st.sets(st.integers(2, 40).filter(lambda n: isqrt(n) ** 2 != n), max_size=4))
def test_every_root_in_the_open_interval_is_isolated_once(rational_roots, radicands):
    # z^2 - n/16 has the roots +-sqrt(n)/4
    factors = [factor(r) for r in sorted(rational_roots)] + [fmpz_poly([-n, 0, 16]) for n in sorted(radicands)]
    low, high = Fraction(1), Fraction(2)
    found = isolate(factors, low, high) if factors else []
    expected = sorted(
        [float(r) for r in rational_roots if low < r < high] + [n**0.5 / 4 for n in radicands if 16 < n < 64]
    )
    assert len(found) == len(expected)
    for (a, b, i), value in zip(found, expected, strict=True):
        assert a - Fraction(1, 10**12) <= Fraction(value) <= b + Fraction(1, 10**12)
        assert (sign(factors[i], a) == 0) if a == b else sign(factors[i], a) * sign(factors[i], b) == -1
    assert all(b <= c for (_, b, _), (c, _, _) in pairwise(found))


def test_roots_1e_60_apart_are_separated():
    near = Fraction(3, 2) + Fraction(1, 10**60)
    found = isolate([factor(Fraction(3, 2)), factor(near)], Fraction(1), Fraction(2))
    assert [(a, b) for a, b, _ in found] == [(Fraction(3, 2),) * 2, (near,) * 2]


@given(
    st.lists(st.fractions(min_value=-5, max_value=10**9, max_denominator=7), min_size=1, max_size=5), st.integers(1, 3)
)
def test_integer_cells_hold_the_floor_of_every_root_and_its_successor(roots, multiplicity):
    poly = fmpz_poly([3])
    for root in roots:
        poly *= factor(root) ** multiplicity
    cells = integer_cells(poly, 2)
    for root in roots:
        if root >= 2:
            whole = root.numerator // root.denominator
            assert {whole, whole + 1} <= cells
    assert len(cells) <= 4 * len(roots) * multiplicity + 2


def test_integer_cells_of_a_polynomial_without_real_roots_are_few():
    assert integer_cells(fmpz_poly([1, 0, 1]), 2) == set()
    assert integer_cells(fmpz_poly([7]), 2) == set()


@given(st.fractions(1, 2, max_denominator=60), st.fractions(1, 2, max_denominator=60))
def test_simplest_between_has_the_least_denominator(a, b):
    if a == b:
        return
    low, high = min(a, b), max(a, b)
    best = simplest_between(low, high)
    assert low < best < high
    for d in range(1, best.denominator):
        assert not any(low < Fraction(n, d) < high for n in range(d, 2 * d + 1))


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=6), rationals)
def test_sign_is_that_of_the_value(coefficients, at):
    value = sum(c * at**k for k, c in enumerate(coefficients))
    assert sign(fmpz_poly(coefficients), at) == (value > 0) - (value < 0)
    assert fmpq_poly(coefficients)(rational(at)) == rational(value)
