"""Table 1: exponents against the log-log slope of the regularizer integrated along the weights, names against the
paper."""

from fractions import Fraction

import pytest
import sympy as sp
from mpmath import mp, mpf

from steepest_mirror.symbolic.product.table1 import name, row, rows
from steepest_mirror.symbolic.symbols import L, q

# theory: section 8 (Table 1 of the paper)
PAPER = {
    (2, 2, "coupled"): "L1",
    (2, 2, "decoupled"): "L1",
    (2, "oo", "coupled"): "log",
    (2, "oo", "decoupled"): "log",
    (1, 2, "coupled"): "L1",
    (1, 2, "decoupled"): "L_{3/2}",
    (1, "oo", "coupled"): "log",
    (1, "oo", "decoupled"): "L1",
}


def test_the_papers_table():
    assert {
        (int(r.q), int(r.depth) if r.depth.is_Integer else str(r.depth), r.decay): r.regularizer for r in rows()
    } == PAPER


def slope(f, x):
    """d log f/d log x."""
    h = mpf(10) ** -8
    return (mp.log(f(x * (1 + h))) - mp.log(f(x * (1 - h)))) / mp.log((1 + h) / (1 - h))


@pytest.mark.parametrize("layers", [2, 3, 5, 12])
@pytest.mark.parametrize("steepness", [Fraction(1), Fraction(7, 6), Fraction(3, 2), Fraction(2)])
def test_exponent_is_the_slope_along_the_weights(steepness, layers):
    """dx = -alpha L x dt under decoupled decay alone, and M' = L x R'', R'' = 1/sum_i prod_{j != i} |w_j|^q."""
    with mp.workdps(30):
        power = mpf(steepness.numerator) / steepness.denominator

        def weight(x):
            return x ** (mpf(1) / layers)

        def decoupled(x):
            def rate(t):  # y = x exp(-t)
                y = x * mp.exp(-t)
                return layers * y / (layers * weight(y) ** (power * (layers - 1))) * y

            return mp.quad(rate, [0, 1, 10, 100, mp.inf])

        def coupled(x):
            return layers * weight(x) ** 2 / 2

        for decay, f in (("decoupled", decoupled), ("coupled", coupled)):
            found = row(sp.Rational(str(steepness)), sp.Integer(layers), decay)
            e = mpf(found.exponent.p) / found.exponent.q
            assert abs(slope(f, mpf(2)) - e) < mpf(10) ** -6


@pytest.mark.parametrize("decay", ["coupled", "decoupled"])
@pytest.mark.parametrize("steepness", [Fraction(1), Fraction(3, 2), Fraction(2)])
def test_the_limit_is_approached(steepness, decay):
    """x^e/e - 1/e at L = 10^6 against the limit, up to a constant: compare the increments from 1 to 3."""
    limit = row(sp.Rational(str(steepness)), sp.oo, decay).form
    form = row(sp.Rational(str(steepness)), sp.Integer(10**6), decay).form
    letter = next(iter(limit.free_symbols))
    increments = [(f.subs(letter, 3) - f.subs(letter, 1)).evalf(20) for f in (limit, form)]
    assert abs(increments[0] - increments[1]) < 1e-4


def test_general_rows_and_names():
    general = row(q, L, "decoupled")
    for steepness in (Fraction(1), Fraction(3, 2)):
        for layers in (2, 7):
            special = row(sp.Rational(str(steepness)), sp.Integer(layers), "decoupled")
            assert (
                sp.simplify(general.exponent.subs({q: sp.Rational(str(steepness)), L: layers}) - special.exponent) == 0
            )
    assert [name(sp.Rational(e)) for e in ("0", "2", "5/4")] == ["log", "L2", "L_{5/4}"]
