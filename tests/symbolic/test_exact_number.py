"""Exact numbers under powers: their laws against fractions and mpmath, and the exact zero test over them."""

from __future__ import annotations

import pickle
import time
from fractions import Fraction
from math import gcd, prod

import mpmath as mp
import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from steepest_mirror.symbolic.algebra import coprime_base, equal, is_zero
from steepest_mirror.symbolic.errors import Undecided
from steepest_mirror.symbolic.exact_number import ExactNumber, held, plain

long = st.fractions(min_value=Fraction(1, 10**40), max_value=10**40).filter(lambda v: v > 0)
exponents = st.fractions(min_value=-3, max_value=3, max_denominator=10_000)


def number(v: Fraction) -> ExactNumber:
    return ExactNumber(sp.Rational(v.numerator, v.denominator))


def rational(e: Fraction) -> sp.Rational:
    return sp.Rational(e.numerator, e.denominator)


@given(long, exponents)
def test_power_stays_a_pair(v: Fraction, e: Fraction) -> None:
    power = number(v) ** rational(e)
    if e not in (0, 1):
        assert power.base == number(v) and power.exp == rational(e)
    with mp.workdps(40):
        truth = (mp.mpf(v.numerator) / v.denominator) ** (mp.mpf(e.numerator) / e.denominator)
        assert abs(mp.mpf(str(power.evalf(30))) / truth - 1) < mp.mpf(10) ** -28


@given(long, long, st.integers(-4, 4), st.integers(-4, 4))
def test_plain_is_exact(v: Fraction, w: Fraction, m: int, n: int) -> None:
    e = 3 * number(v) ** m - number(w) ** n / 7
    assert plain(e) == rational(3 * v**m - w**n / 7)


@given(long, long, exponents)
def test_powers_of_a_product(v: Fraction, w: Fraction, e: Fraction) -> None:
    assert equal(number(v * w) ** rational(e), number(v) ** rational(e) * number(w) ** rational(e))
    assert not is_zero(number(v) ** rational(e) - number(v) ** rational(e) * sp.Rational(10**40 + 1, 10**40))


def test_common_factors_without_factoring() -> None:
    p, q, r = 10**40 + 121, 10**41 + 339, 10**42 + 63  # primes, or at least coprime
    assert gcd(p, q) == gcd(q, r) == gcd(p, r) == 1
    half = sp.Rational(1, 2)
    left = ExactNumber(sp.Integer(p * q)) ** half * ExactNumber(sp.Integer(q * r)) ** half
    assert equal(left, q * ExactNumber(sp.Integer(p * r)) ** half)
    assert equal(ExactNumber(sp.Integer(p**2)) ** half, p)
    assert not equal(left, (q + 1) * ExactNumber(sp.Integer(p * r)) ** half)


@given(st.lists(st.integers(1, 10**6), max_size=6))
def test_coprime_base(numbers: list[int]) -> None:
    base = coprime_base(numbers)
    assert all(gcd(a, b) == 1 for i, a in enumerate(base) for b in base[:i])
    for n in numbers:
        parts = []
        for b in base:
            while n % b == 0:
                n //= b
                parts.append(b)
        assert n == 1 and all(parts)
    assert all(sp.perfect_power(b) is False for b in base)
    assert prod(base) <= prod(numbers)


def test_what_is_held() -> None:
    short, v = sp.Rational(3, 4), sp.Rational(10**40 + 1, 3)
    assert held(short, [2]) == short and held(v, [1]) == v and held(sp.Integer(0), [10**4]) == 0
    assert held(v, [2]) == ExactNumber(v) and held(-v, [2]) == -ExactNumber(v)
    assert held(short, [10**4]) == ExactNumber(short)


def test_too_long_is_refused() -> None:
    with pytest.raises(Undecided):
        plain(ExactNumber(sp.Integer(10**40 + 1)) ** 10**6)
    with pytest.raises(ValueError, match="above 0"):
        ExactNumber(sp.Integer(-2))


def test_shown_and_sent() -> None:
    v = ExactNumber(sp.Rational(10**12 + 1, 7))
    assert str(sp.sqrt(v)) == "sqrt(1000000000001/7)" and str(v * 2) == "2*(1000000000001/7)"
    assert pickle.loads(pickle.dumps(v**2)) == v**2


def test_fine_power_of_long_numbers_at_once() -> None:
    began = time.process_time()
    v = number(Fraction(10**40 + 7, 9 * 10**39 + 1))
    assert equal((2 * v) ** sp.Rational(9999, 10_000) * v ** sp.Rational(1, 10_000), 2 ** sp.Rational(9999, 10_000) * v)
    assert time.process_time() - began < 5
