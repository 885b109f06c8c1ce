"""Primitives of P^c: wrong ones are refused by the check, divergent ones before any work, right ones differentiate
back."""

from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mp, mpf

from steepest_mirror.symbolic.errors import Undecided
from steepest_mirror.symbolic.product.integrals import check, in_x, primitive
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import L, lam, q, u, x

ZERO, HALF = sp.Integer(0), sp.Rational(1, 2)
a, b = sp.symbols("a b", positive=True)
EXAMPLES = [
    (setting(2, [0, lam]), -HALF, ZERO),
    (setting(q, [0, lam]), 1 / q - 1, ZERO),
    (setting(q, [0, a, b]), 1 / q - 1, ZERO),
    (setting(q, depth=L, balance=lam), 2 / q - 1, ZERO),
    (setting(q, depth=L, balance=-lam), 1 / q - 1, sp.oo),
    (setting(1, [0, a, b]), sp.Integer(1), ZERO),
    (setting(2, [0, 0, lam]), -HALF, sp.oo),
    (setting(2, [0, 1, 3]), -HALF, ZERO),
    (setting(2, [0, 1, 3, 4]), -HALF, ZERO),
    (setting(Fraction(3, 2), depth=3, balance=lam), -sp.Rational(1, 3), ZERO),
]
MUTANTS = {
    "sign": lambda form: -form,
    "constant": lambda form: form * (1 + sp.Rational(1, 10**40)),
    "added constant": lambda form: form + sp.Rational(1, 10**40),
    "exponent": lambda form: form * u ** sp.Rational(1, 10**9),
    "argument": lambda form: form.subs(u, 2 * u),
    "shift": lambda form: form.subs(u, u + sp.Rational(1, 10**40)),
    "other case": lambda form: form.subs(q, q + sp.Rational(1, 10**6)) if form.has(q) else 2 * form,
}


@pytest.mark.parametrize("mutate", MUTANTS.values(), ids=MUTANTS)
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_check_refuses_mutants(example, mutate):
    at, c, base = example
    form = primitive(at, sp.expand(c), base).form
    assert check(at, c, base, form)
    assert not check(at, c, base, mutate(form))


@pytest.mark.parametrize(
    ("at", "base"), [(setting(2, [0, 0, 1]), ZERO), (setting(2, [0, 0, 0, 1]), ZERO), (setting(1, [0, 1]), sp.oo)]
)
def test_divergent_integrals_are_refused(at, base):
    with pytest.raises(Undecided, match="diverges"):
        primitive(at, 1 / at.q - 1, base)


def test_balanced_logarithm_exactly_at_metric_exponent_one():
    assert primitive(setting(Fraction(3, 2), depth=3), -sp.Rational(1, 3), None).form == sp.log(u)
    assert not primitive(setting(Fraction(3, 2), depth=4), -sp.Rational(1, 3), None).form.has(sp.log)


numbers = st.integers(1, 60).map(lambda n: sp.Rational(n, 12))


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from([Fraction(n, d) for d in range(1, 7) for n in range(d, 2 * d + 1)]),
    st.lists(numbers, min_size=1, max_size=3),
    st.integers(1, 2),
    numbers,
)
def test_slope_is_the_integrand(steepness, values, zeros, point):
    at = setting(steepness, [0] * zeros + values)
    for c in (1 / at.q - 1, 2 / at.q - 1):
        if zeros * c + 1 <= 0:
            continue
        form = primitive(at, c, ZERO).form
        with mp.workdps(30):
            at_point, step = mpf(point.p) / point.q, mpf(10) ** -7
            low, high = (
                mpf(form.subs(u, sp.Float(str(at_point + side * step), 30)).evalf(28)._mpf_) for side in (-1, 1)
            )
            slope = (high - low) / (2 * step)
            truth = mpf(at.P(point).evalf(30)._mpf_) ** (mpf(c.p) / c.q)
            assert abs(slope - truth) < mpf(10) ** -8 * max(1, truth)


def test_explicit_forms_only_where_u_is_explicit():
    assert in_x(setting(2, [0, 1, 3]), -HALF, ZERO) is None
    assert in_x(setting(2, [0, lam]), -HALF, ZERO) == sp.asinh(2 * x / lam) / 2
