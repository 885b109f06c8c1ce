"""Conditions with p, m and quotients against exact fractions, p = infinity read at q = 1."""

from fractions import Fraction
from math import inf

import pytest

from steepest_mirror.symbolic.deciding.formulas import TRUE, difference, equivalent, holds_at, satisfiable
from steepest_mirror.symbolic.deciding.from_text import compare, read
from steepest_mirror.symbolic.errors import Undecided
from steepest_mirror.symbolic.reading.grammar import condition
from steepest_mirror.symbolic.reading.to_sympy import rational_function
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import L, q

POINTS = [(1 + Fraction(i, 30), depth) for i in range(31) for depth in (*range(2, 9), 31, 60)]
ONTO = read(condition("q*(L-1)/L <= 1")).formula

FORMS = {
    "p >= L": lambda q, p, L: p >= L,
    "L <= p": lambda q, p, L: p >= L,
    "p == L": lambda q, p, L: p == L,
    "p != L": lambda q, p, L: p != L,
    "p < 7/2": lambda q, p, L: p < 3.5,
    "-p < -7/2": lambda q, p, L: -p < -3.5,
    "1/p <= 1/L": lambda q, p, L: (q - 1) / q <= Fraction(1, L),
    "2 <= p <= L": lambda q, p, L: 2 <= p <= L,
    "m <= 1": lambda q, p, L: q * (L - 1) <= L,
    "p*p > L*L": lambda q, p, L: p > L,
    "not (p > L or q == 2)": lambda q, p, L: not (p > L or q == 2),
    "p**2 - p < 12": lambda q, p, L: p < 4,
    "q*(L - 1) < L and L > 5": lambda q, p, L: q * (L - 1) < L and L > 5,
    "p**60 >= L**60": lambda q, p, L: p >= L,
    "(q*(L - 1)/L - 1)**41 <= 0": lambda q, p, L: q * (L - 1) <= L,
    "(q - 7/4)**2 < (q - 3/2)**2": lambda q, p, L: q > Fraction(13, 8),
    "(7/4 - q)**3 == (q - 3/2)**3": lambda q, p, L: q == Fraction(13, 8),
    "(q - 3/2)**2 <= 0": lambda q, p, L: q == Fraction(3, 2),
    "0 <= (q - 3/2)**4": lambda q, p, L: True,
    "(L*q)**6 != (4*p)**6": lambda q, p, L: L * q != 4 * p,
    "(p - q)**3 < (p - 1)**3": lambda q, p, L: True,  # at q = 1 too: 3 p^2 (1 - q) = -3 q^2/(q - 1)
    "1.25e0 < q": lambda q, p, L: q > Fraction(5, 4),
}


@pytest.mark.parametrize("text", FORMS)
def test_a_condition_is_true_where_python_says_so(text):
    read_as = read(condition(text))
    assert satisfiable(~read_as.domain) is None
    for steepness, depth in POINTS:
        p = inf if steepness == 1 else steepness / (steepness - 1)
        assert holds_at(read_as.formula, steepness, depth) == FORMS[text](steepness, p, depth), (steepness, depth)


@pytest.mark.parametrize(
    "text", ["p >= L", "L <= p", "1/p <= 1/L", "m <= 1", "not L > p", "m**41 <= 1", "(q-1)*(L-1) <= 1"]
)
def test_the_onto_condition_in_p_is_the_one_in_m(text):
    assert equivalent(read(condition(text)).formula, ONTO)


@pytest.mark.parametrize("text", ["p > L", "p >= L + 1e-40", "p >= L - 1", "1/p < 1/L", "p >= L and q > 1", "p <= L"])
def test_mutants_of_it_are_not(text):
    witness = difference(read(condition(text)).formula, ONTO)
    assert witness is not None


@pytest.mark.parametrize(
    ("text", "undefined"),
    [
        ("1/(q - 1) >= L - 1", [(1, 2), (1, 9)]),
        ("p*(L - 3) > 0", [(1, 3)]),
        ("1/(p - 2) > 0", [(2, 2), (2, 7)]),
        ("1/(L - 4) > 0", [(1, 4), (2, 4)]),
        ("(q - 1)/(q - 1) == 1", [(1, 2)]),
        ("1/(p - L) > 0", [(2, 2), (Fraction(3, 2), 3)]),
    ],
)
def test_the_domain_leaves_out_what_is_undefined(text, undefined):
    domain = read(condition(text)).domain
    assert not any(holds_at(domain, Fraction(steepness), depth) for steepness, depth in undefined)
    assert holds_at(domain, Fraction(7, 5), 5)


def test_the_limit_is_taken_only_where_the_comparison_is_defined():
    read_as = read(condition("1/(q - 1) >= L - 1"))
    assert equivalent(read_as.formula, ONTO, given=read_as.domain)


def test_sympy_conditions_are_read_alike():
    m = setting(q, depth=L).m
    read_as = compare(rational_function(m), "<=", rational_function(L / L))
    assert read_as.domain == TRUE or satisfiable(~read_as.domain) is None
    assert equivalent(read_as.formula, ONTO)
    with pytest.raises(Undecided):
        rational_function(q**L)


@pytest.mark.parametrize("text", ["2**L < 3", "q**(1/2) < 2", "q**q < 2", "L**p > 2"])
def test_what_is_not_rational_is_undecided(text):
    with pytest.raises(Undecided):
        read(condition(text))


def test_a_denominator_that_is_0_everywhere_is_an_error():
    with pytest.raises(ZeroDivisionError):
        read(condition("1/(p*(q - 1) - q) > 0"))
