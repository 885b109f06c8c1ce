"""Table 2: exponents against Fractions computed by hand formulas and against slopes of quadratures along the weights;
their order against sorting; convexity against the range of R'."""

from fractions import Fraction
from itertools import pairwise

import pytest
import sympy as sp
from mpmath import mp, mpf

from steepest_mirror.symbolic.product.table2 import COLUMNS, norm, row
from steepest_mirror.symbolic.symbols import L, q

STEEPNESSES = [Fraction(1), Fraction(8, 7), Fraction(5, 4), Fraction(4, 3), Fraction(3, 2), Fraction(9, 5), Fraction(2)]


def rational(value):
    return sp.Rational(value.numerator, value.denominator)


@pytest.mark.parametrize("steepness", [s for s in STEEPNESSES if s > 1])
@pytest.mark.parametrize("layers", [2, 3, 5, 9])
def test_against_fractions(steepness, layers):
    p = steepness / (steepness - 1)
    by_hand = {"margin": p / layers, "coupled": Fraction(2, layers), "rest": p / layers}
    by_hand["drift"] = 2 - steepness * (layers - 1) / layers
    assert row(rational(steepness), sp.Integer(layers)).exponents == {c: rational(e) for c, e in by_hand.items()}


@pytest.mark.parametrize("steepness", [Fraction(8, 7), Fraction(3, 2), Fraction(9, 5)])
@pytest.mark.parametrize("layers", [2, 3, 6])
def test_margin_exponent_from_the_flow_itself(steepness, layers):
    """Balanced weights under constant outward gradients: where two coordinates arrive at x and a x at one time, the
    quotient of their gradients is a^{r-1}. m < 1: the time from 0; m > 1: the time left before the blow-up."""
    with mp.workdps(40):
        s, n = mpf(steepness.numerator) / steepness.denominator, layers
        power = (s - 1) * (n - 1)  # dw/dt = c^{q-1} w^power for balanced weights
        if power == 1:
            return  # m = 1: both exponents are 1
        bounds = (mpf(0), mpf(10) ** 12) if power < 1 else (mpf(10) ** 12, mp.inf)
        small, large = (mp.quad(lambda w: w**-power, _path(bounds, size)) for size in (1, mpf(3) ** (mpf(1) / n)))
        quotient = (large / small) ** (1 / (s - 1))  # gradients that make the times equal, x_2 = 3 x_1
        r = 1 + mp.log(quotient) / mp.log(3)
        found = row(rational(steepness), sp.Integer(layers)).exponents["margin"]
        assert abs(r - mpf(found.p) / found.q) < mpf(10) ** -6


def _path(bounds, size):
    low, high = bounds
    points = [low * size, *(mpf(10) ** k for k in range(13 if low == 0 else 14, 40)), high * size]
    return [p for p in points if low * size <= p <= high * size] if high != mp.inf else [low * size, mp.inf]


@pytest.mark.parametrize("steepness", STEEPNESSES)
@pytest.mark.parametrize("layers", [2, 3, 4, 5, 8, sp.oo])
def test_order_is_the_order_of_the_numbers(steepness, layers):
    found = row(rational(steepness), sp.sympify(layers))
    ((when, words),) = found.order
    assert when == sp.true
    names = words.replace("=", "<").split(" < ")
    assert sorted(names) == sorted(COLUMNS)
    relations = [c for c in words if c in "<="]
    for (a, b), relation in zip(pairwise(names), relations, strict=True):
        left, right = found.exponents[a], found.exponents[b]
        assert left < right if relation == "<" else left == right


@pytest.mark.parametrize("layers", [2, 3, 4, 7, L, sp.oo])
def test_symbolic_cases_hold_where_they_say(layers):
    """Every numeric row falls under exactly one case of the symbolic row, with the same order."""
    general = row(q, sp.sympify(layers))
    for steepness in map(rational, STEEPNESSES):
        for depth in [2, 3, 4, 5, 6] if layers == L else [layers]:
            point = {q: steepness, L: depth} if depth != sp.oo else {q: steepness}
            holding = [words for when, words in general.order if sp.sympify(when).subs(point) == sp.true]
            ((_, words),) = row(steepness, sp.sympify(depth)).order
            assert holding == [words]


@pytest.mark.parametrize("steepness", STEEPNESSES)
@pytest.mark.parametrize("layers", [2, 3, 4, 5, 6, 7, 8])
def test_convex_iff_onto_iff_p_at_least_the_depth(steepness, layers):
    found = row(rational(steepness), sp.Integer(layers))
    by_hand = steepness == 1 or steepness / (steepness - 1) >= layers
    assert bool(found.convex) == bool(found.onto) == by_hand == bool(found.exponents["margin"] >= 1)
    general = row(q, L)
    point = {q: rational(steepness), L: layers}
    assert bool(general.convex.subs(point)) == by_hand == bool(general.onto.subs(point))


def test_limits_are_approached_and_named():
    for steepness in map(rational, STEEPNESSES):
        limits, far = row(steepness, sp.oo).exponents, row(steepness, sp.Integer(10**6)).exponents
        for column in COLUMNS:
            assert limits[column] == far[column] == sp.oo or abs(limits[column] - far[column]) < sp.Rational(1, 10**4)
    assert [norm(e) for e in (sp.oo, sp.Integer(0), sp.Rational(5, 2))] == ["L_inf", "log", "L_{5/2}"]
