"""int ||g||^2 against an exact integral; the rate against an exact loss."""

from fractions import Fraction as F

from flint import arb

from steepest_mirror.numeric_checks.flow.problem import Problem, Quadratic
from steepest_mirror.numeric_checks.laws.bounds import coercivity, paid, slack_of_rate

CLIMB = Problem(F(1), ((F(1), F(9)),), Quadratic((F(20),)), F(2))


def test_the_sign_flow_that_climbs_to_20_pays_exactly_211_fifths():
    """x = (1 + t)(9 + t) until t = 1: int_0^1 (20 - x)^2 dt = 42.2, by hand."""
    spent = paid(CLIMB, 30)
    assert spent.integral.contains(arb("42.2"))
    assert spent.integral.rad() < 0.5
    assert arb("60.5") == spent.D and spent.B >= 11 and arb("11.001") > spent.B


def test_the_derived_bound_holds_and_the_reported_one_is_exceeded():
    spent = paid(CLIMB, 30)
    assert spent.integral < spent.B * spent.D / spent.mu
    assert spent.integral > spent.D / (spent.B * spent.mu)


def test_coercivity_is_the_product_of_the_other_invariants():
    assert coercivity(CLIMB) == 8
    assert coercivity(Problem(F(2), ((F(1), F(2), F(3)),), Quadratic((F(20),)), F(1))) == 3 * 8


def test_the_rate_has_slack_on_the_climb():
    assert slack_of_rate(CLIMB, 30) > 0
