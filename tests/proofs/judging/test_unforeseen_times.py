"""A hypothesis that holds at the times a witness is usually asked for, and at no other, is met by no witness."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import mul

import sympy as sp

from steepest_mirror.proofs.judging.formal import Formal, derive
from steepest_mirror.proofs.judging.formulas import almost, below, continuous, equal
from steepest_mirror.proofs.judging.models import Model, T, _unforeseen, holds
from steepest_mirror.proofs.judging.rules.algebraic import calculation, replaced
from steepest_mirror.proofs.judging.rules.logical import with_function
from steepest_mirror.proofs.judging.tactics import at_zero, given, rate_rule, rewrite, show
from steepest_mirror.proofs.judging.terms import PASSED, Expr, function, number, plain, rate, start

y, u = function("y"), function("u", "pos")


def test_roots_at_the_usual_times_do_not_pass() -> None:
    model = Model()
    roots = [PASSED - number(Fraction(int(s.p), int(s.q))) for s in model.times()]
    assert holds(equal(PASSED - PASSED, 0), model)
    assert not holds(equal(reduce(mul, roots), 0), model)


def test_a_hypothesis_that_fails_at_the_start_alone_is_not_met() -> None:
    """y = t and 0 < y at every time: 0 < y(0) = 0 follows, so no model may meet both."""
    start_of_u = calculation(stated=("<", plain(0), start(u).term))
    given_y = with_function(start_of_u, given(below(0, y)), letter=u.term, a=y.term)
    false = rewrite(given_y, given(equal(y, PASSED)), at_zero(PASSED))
    claim = Formal((equal(y, PASSED), below(0, y)), below(0, 0), lambda: false, lambda: Model(functions={("y",): T}))
    found = derive(claim)
    assert false.conclusion == below(0, 0) and not found.stands and "witness" in found.reason


def test_no_function_is_made_to_fit_the_times() -> None:
    """y = 0 at every time and dy/dt = 1 almost everywhere: a polynomial with both at the usual times meets neither."""
    hypotheses = (continuous(y), equal(y, 0), almost(equal(rate(y), 1)))
    false = show("=", 0, 1, (rate_rule(Expr(number(0))), -1), (replaced(given(hypotheses[1]), given(hypotheses[2])), 1))
    times = [sp.Integer(0), *Model().times()[:7]]
    whole = reduce(mul, (T - s for s in times))
    slopes = sp.interpolate([(s, 1 / sp.diff(whole, T).subs(T, s)) for s in times], T)
    fitted = Model(functions={("y",): whole * slopes})
    assert all(fitted.functions["y",].subs(T, s) == 0 for s in times)
    found = derive(Formal(hypotheses, equal(0, 1), lambda: false, lambda: fitted))
    assert false.conclusion == equal(0, 1) and not found.stands and "witness" in found.reason


def test_the_times_depend_on_the_model_and_are_no_fractions() -> None:
    """So neither a function that is 0 at all fractions nor one made for the formula's own times passes."""
    f = equal(y, 0)
    one, other = (_unforeseen(f, Model(functions={("y",): path})) for path in (T, T + 1))
    assert not set(one) & set(other) and not any(s.is_rational for s in (*one, *other))
    assert all(0 <= s < 1 for s in (*one, *other))
    grid = sp.sin(2**70 * 161 * sp.pi * T)
    assert not holds(f, Model(functions={("y",): grid}))
