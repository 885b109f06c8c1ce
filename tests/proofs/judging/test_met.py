"""A witness meets its hypotheses at every time: one that has a pole, a dip or a kink between the times at which it is
asked meets none, so hypotheses that contradict each other prove nothing."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
import sympy as sp
from mpmath import mp

from steepest_mirror.proofs.judging.formal import Formal, derive
from steepest_mirror.proofs.judging.formulas import almost, at_most, below, continuous, equal, formula
from steepest_mirror.proofs.judging.met import S, in_sorts, met, positive, smooth
from steepest_mirror.proofs.judging.models import Model, T, holds
from steepest_mirror.proofs.judging.rules.algebraic import replaced
from steepest_mirror.proofs.judging.rules.calculus import (
    limit,
    limit_keeps_order,
    one_limit,
    rising,
    rising_to,
    slope_limit,
)
from steepest_mirror.proofs.judging.tactics import given, show
from steepest_mirror.proofs.judging.terms import (
    PASSED,
    function,
    index,
    letter,
    log,
    of,
    past,
    plain,
    rate,
    size,
    start,
    sum_over,
)

y, u = function("y"), function("u", "pos")
HALF = sp.Rational(1, 2)
FALSE = below(2, 1)


def path(expression: object, **more: object) -> Model:
    return Model(functions={("y",): sp.sympify(expression)}, **more)  # type: ignore[arg-type]


def refused(hypotheses, prove, model: Model) -> bool:
    """The derivation is right, so only the witness can be at fault."""
    found = derive(Formal(hypotheses, FALSE, prove, lambda: model))
    assert prove().conclusion == FALSE
    return not found.stands and "the witness does not meet" in found.reason


def test_a_path_with_a_pole_is_not_continuous() -> None:
    """y rises from 2 to -2, through infinity: y(0) < lim y and so 2 < 1."""
    hypotheses = (continuous(y), almost(below(0, rate(y))), formula(("tends", y.term, plain(-2))), equal(start(y), 2))
    model = path(-1 / (T - HALF))
    assert all(holds(h, model) for h in hypotheses)  # at the times that are looked at

    def false():
        return show("<", 2, 1, (rising_to(*map(given, hypotheses[:3])), 1), (given(hypotheses[3]), -1))

    assert refused(hypotheses, false, model)


def test_what_cancels_only_where_it_has_a_value_is_not_met() -> None:
    """x y = 1 and x(0) = 0 contradict each other; so do x/x = 1, log x - log x = 0 and sum_i v_i/v_i = 1 with x(0) = 0:
    no path meets them, whatever SymPy cancels before the time is put in."""
    x, y = function("x"), function("y")
    i = index("i", "n")
    v_i = function("v", "real", i)
    for relation, paths in (
        (equal(x * y, 1), {("x",): T, ("y",): 1 / T}),
        (equal(x * y, 1), {("x",): 1 / sp.log(T), ("y",): sp.log(T)}),
        (equal(x / x, 1), {("x",): T}),
        (equal(log(x) - log(x), 0), {("x",): T}),
        (equal(x**2 / x**2, 1), {("x",): T}),
        (equal(sum_over(i, v_i / v_i), 1), {("v", 1): T}),
    ):
        model = Model({}, paths, {"n": 1}, Fraction(1, 2))
        assert not met(formula(relation), model), relation
        moved = {key: path.subs(T, T + sp.Rational(1, 4)) for key, path in paths.items()}
        assert met(formula(relation), Model({}, moved, {"n": 1}, Fraction(1, 2))), relation


def test_a_dip_between_the_times_is_seen() -> None:
    """y rises except very near the end, where it falls from 1 to -1."""
    hypotheses = (continuous(y), almost(at_most(0, rate(y))), equal(start(y), 0), formula(("tends", y.term, plain(-1))))
    model = path(T - 2 * T * sp.exp(-((4000 * (T - 1)) ** 2)))
    assert all(holds(h, model) for h in hypotheses)

    def false():
        last = limit_keeps_order(rising(*map(given, hypotheses[:2])), limit(a=plain(start(y))), given(hypotheses[3]))
        return show("<", 2, 1, (last, 3), (given(hypotheses[2]), -3))

    assert refused(hypotheses, false, model)


@pytest.mark.parametrize("end", [0, Fraction(0), -1, Fraction(-1), sp.Integer(-1), True, 1.0, "1"])
def test_time_ends_after_it_begins(end) -> None:
    """y rises from 0 and tends to its value at T: where T <= 0 that is no more than 0, and 0 < T <= 0 would follow."""
    last = -1 if end in (-1, Fraction(-1)) else 0
    hypotheses = (continuous(y), almost(below(0, rate(y))), formula(("tends", y.term, plain(last))), equal(start(y), 0))

    def false():
        return show("<", 0, last, (rising_to(*map(given, hypotheses[:3])), 1), (given(hypotheses[3]), -1))

    found = derive(Formal(hypotheses, below(0, last), false, lambda: path(T, end=end)))
    assert not found.stands and "outside its sort" in found.reason


def test_a_function_of_a_real_variable_does_not_change_with_time() -> None:
    """f(1) = t is 0 at t = 0, where a constant is looked at, and y = f(1) tends to 1: so 0 = 1."""
    hypotheses = (equal(of("f", 1), 0), equal(y, of("f", 1)), formula(("tends", y.term, plain(1))))
    z = sp.Symbol("z")

    def false():
        still = replaced(given(hypotheses[0]), given(hypotheses[1]))
        return one_limit(limit(a=plain(0)), replaced(still, given(hypotheses[2])))

    for f, whether in ((z * T, False), (z * sp.Symbol("a"), False), (z - 1, True)):
        model = path(T, reals={"f": sp.Lambda(z, f)})
        assert in_sorts(hypotheses, model) is whether
        found = derive(Formal(hypotheses, equal(0, 1), false, lambda model=model: model))
        assert false().conclusion == equal(0, 1) and not found.stands and "witness" in found.reason


def test_a_kink_is_not_of_class_c1() -> None:
    """f(x) = |x| has the difference quotient 1 at 0+, and SymPy's derivative sign(0) = 0 there."""
    hypotheses = (
        formula(("C1", "f", "real")),
        formula(("tends", u.term, plain(0))),
        formula(("tends", plain(u * (1 / u)), plain(1))),
        at_most(2, of("f", 0)),
    )
    model = Model(functions={("u",): 1 - T}, reals={"f": sp.Lambda(sp.Symbol("z"), sp.Abs(sp.Symbol("z")))})
    assert slope_limit(*map(given, hypotheses[:3]), y=plain(1 / u)).conclusion[0] == "tends"
    assert [met(h, model) for h in hypotheses[:3]] == [False, True, True]


@pytest.mark.parametrize(
    "hypothesis, expression, whether",
    [
        (equal(y, PASSED), T, True),
        (equal(y, PASSED), T + sp.exp(-((10**6 * (T - HALF)) ** 2)), False),
        (at_most(0, y), (T - HALF) ** 2, True),
        (below(0, y), (T - HALF) ** 2, False),
        (almost(below(0, y)), T, True),
        (below(0, y), T, False),
        (at_most(0, y), (T - HALF) ** 2 - sp.Rational(1, 10**12), False),
        (at_most(y, 1), 2 * sp.exp(-((T - HALF) ** 2) * 10**6), False),
        (at_most(y, 3), 2 * sp.exp(-((T - HALF) ** 2) * 10**6), True),
        (below(y, 3), sp.exp(T), True),
        (below(y, Fraction(27, 10)), sp.exp(T), False),
        (continuous(y), 1 / (T - HALF) ** 2, False),
        (continuous(y), 1 / (T - 1), True),
        (continuous(y), sp.log(T), False),
        (continuous(y), sp.sqrt(T), False),
        (continuous(y), sp.Abs(T - HALF), True),
        (continuous(y), sp.sign(T - HALF), False),
        (formula(("integrable", y.term)), 1 / (T - HALF), False),
        (formula(("integrable", y.term)), sp.exp(T), True),
        (formula(("measurable", y.term)), sp.sqrt(T - HALF), False),
        (formula(("tends", y.term, plain(-2))), 1 / (HALF - T), False),
        (equal(past(y), -1 / (PASSED - Fraction(1, 2)) - 2), 1 / (T - HALF) ** 2, False),
        (almost(equal(rate(y), 1 / (PASSED - Fraction(1, 2)))), sp.log(T - HALF), False),
        (formula(("every", ("=>", ("<", plain(0), y.term), ("<", plain(1), y.term)))), T - 1, True),
        (formula(("every", ("=>", ("<", plain(0), y.term), ("<", plain(1), y.term)))), T - HALF, False),
        (formula(("every", ("or", ("<", plain(0), y.term), ("<=", y.term, plain(0))))), T + 1, True),
        (formula(("not", ("=", plain(1), plain(1)))), T, False),
        (formula(("not", ("=", plain(1), plain(2)))), T, True),
    ],
)
def test_a_hypothesis_is_met_at_every_time_or_not_at_all(hypothesis, expression, whether) -> None:
    assert met(hypothesis, path(expression)) is whether


@pytest.mark.parametrize("expression", [T, (T - HALF) ** 2, 1 - 2 * sp.exp(-((10**6 * (T - HALF)) ** 2)), T - HALF])
def test_a_positive_function_is_positive_at_every_time(expression) -> None:
    model = Model(functions={("u",): sp.sympify(expression)})
    assert not in_sorts((below(0, u),), model)
    assert in_sorts((below(0, u),), Model(functions={("u",): expression**2 + 1}))
    assert not in_sorts((below(0, u),), Model(functions={("u",): 1 + sp.Symbol("s") ** 2}))


def test_sizes_are_resolved_by_their_sign() -> None:
    assert met(equal(size(y), 1 - PASSED), path(T - 1))
    assert not met(equal(size(y), 1 - PASSED), path(T - 2))
    assert not met(equal(letter("a"), 2), Model({"a": Fraction(1)}))


def test_what_is_called_positive_is_positive() -> None:
    """Against the values at many points, for random sums of powers and exponentials."""
    source, called = random.Random(20261126), 0
    ends = (sp.Integer(1), sp.Rational(5, 2), sp.oo)
    for _ in range(120):
        parts = [
            source.randint(-4, 6) * S ** source.randint(0, 3) * sp.exp(-source.choice((0, 0, 1, 2)) * S / 2)
            for _ in range(3)
        ]
        e = sp.Add(*parts) + source.choice((0, 1, sp.Abs(S - HALF), 1 / (S + 1)))
        value = sp.lambdify(S, e, "mpmath")
        for end in ends:
            top = mp.mpf(40) if end == sp.oo else mp.mpf(end.p) / end.q
            for strict in (False, True):
                if positive(e, end, strict=strict):
                    called += 1
                    with mp.workdps(40):
                        values = [value(top * k / 23) for k in range(1, 23)]
                    assert all(v > 0 if strict else v >= -1e-30 for v in values), (e, end)
                    assert smooth(e, S, end)
    assert called > 100
