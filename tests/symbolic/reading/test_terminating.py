"""Series that end: every (n, c) of a small range, against the sum of their terms in exact fractions."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
import sympy as sp

from steepest_mirror.numeric_checks.tree_ball import enclosure
from steepest_mirror.proofs.check import claim
from steepest_mirror.proofs.check.attempt import prove, refute
from steepest_mirror.symbolic.errors import Undecided
from steepest_mirror.symbolic.reading import grammar
from steepest_mirror.symbolic.reading.to_sympy import to_sympy

X = Fraction(17, 10)


def rising(a: Fraction, k: int) -> Fraction:
    value = Fraction(1)
    for j in range(k):
        value *= a + j
    return value


def terms(above, below, z, n):
    total = Fraction(0)
    for k in range(n + 1):
        bottom = Fraction(sp.factorial(k).p)
        for c in below:
            bottom *= rising(Fraction(c), k)
        if bottom == 0:
            return None
        top = z**k
        for a in above:
            top *= rising(Fraction(a), k)
        total += top / bottom
    return total


def both(text):
    tree = grammar.expression(text)
    found = enclosure(tree, {"x": X}, 200)
    try:
        exact = to_sympy(tree).subs(sp.Symbol("x", positive=True), sp.Rational(17, 10))
    except Undecided:
        exact = None
    return found, exact


@pytest.mark.parametrize(("n", "c"), list(product(range(5), range(-5, 4))))
def test_gauss(n, c):
    for b in (Fraction(2), Fraction(c), Fraction(1, 3), Fraction(-7)):
        wanted = terms((-n, b), (c,), X, min(n, int(-b)) if b.denominator == 1 and b <= 0 else n)
        found, exact = both(f"hyp2f1({-n}, {b}, {c}, x)")
        if wanted is None:
            assert found is None and exact is None
        else:
            assert exact == sp.Rational(wanted.numerator, wanted.denominator)
            assert abs(Fraction(float(found.mid())) - wanted) < Fraction(1, 10**9) * (1 + abs(wanted))


@pytest.mark.parametrize(("n", "c", "d"), list(product(range(4), range(-4, 2), range(-4, 2))))
def test_three_two(n, c, d):
    wanted = terms((-n, 3, Fraction(1, 2)), (c, d), X, n)
    found, exact = both(f"hyp3f2({-n}, 3, 1/2, {c}, {d}, x)")
    if wanted is None:
        assert found is None and exact is None
    else:
        assert exact == sp.Rational(wanted.numerator, wanted.denominator) and found.contains(float(exact)) is not None


@pytest.mark.parametrize(
    ("text", "value"), (("appellf1(-1, 2, 3, -2, x, 1/2)", 1 + X + Fraction(3, 4)), ("appellf1(0, 2, 3, -2, x, x)", 1))
)
def test_appell(text, value):
    found, exact = both(text)
    assert exact == sp.Rational(Fraction(value).numerator, Fraction(value).denominator)
    assert abs(float(found.mid()) - float(value)) < 1e-12


@pytest.mark.parametrize(
    "one",
    (
        "hyp2f1(-1, 2, -3, x) - 2*x/3",
        "hyp2f1(0, 1, -1, x)",
        "hyp2f1(2, -1, -1, x) - 2*x",
        "hyp3f2(0, 2, 3, -2, -1, x)",
        "hyp2f1(-2, 1, -2, 5*x) - 5*x - 25*x**2",
        "hyp2f1(1 - 1, lam, -4, u)",
    ),
)
def test_claims_with_series_that_end(one):
    table = {"id": "h", "quantity": "metric", "invariants": ["0", "lam"]}
    true = claim({**table, "expression": f"({one})/sqrt(4*x**q + lam**2)"})
    assert prove(true).verdict == "proved" and refute(true).verdict == "supported"
    false = claim({**table, "expression": f"({one} + 1e-25)/sqrt(4*x**q + lam**2)"})
    assert prove(false).verdict != "proved" and refute(false).verdict == "refuted"


def test_a_series_that_meets_its_pole_has_no_value():
    table = {"id": "h", "quantity": "metric", "invariants": ["0", "lam"]}
    for bad in ("hyp2f1(-2, 2, -1, x)", "hyp2f1(1, 1, -1, x)", "hyp3f2(-3, 1, 1, 2, -2, x)"):
        stated = claim({**table, "expression": f"1/sqrt(4*x**q + lam**2) + 0*{bad}"})
        assert refute(stated).verdict == "refuted" and prove(stated).verdict != "proved"
