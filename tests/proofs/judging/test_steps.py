"""Each kind of step holds on a truth, fails on its mutants, and refutes only with a true counterexample."""

from fractions import Fraction

import mpmath
import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.sympy_ball import enclose
from steepest_mirror.proofs.judging.lemmas import LEMMAS
from steepest_mirror.proofs.judging.steps import (
    AtPoint,
    Cite,
    Decided,
    Given,
    Group,
    Identity,
    Inequality,
    Step,
    Witness,
    nonnegative,
    sample_points,
)
from steepest_mirror.symbolic.symbols import L, q

a, b, u = sp.symbols("a b u", positive=True)
y = sp.Symbol("y", real=True)
NOTHING: frozenset[str] = frozenset()
TINY = sp.Rational(1, 10**40)


def holds(step: Step) -> bool:
    return step.check(NOTHING)


def sides(step: Identity | Inequality, found: Witness, digits: int = 120) -> tuple[mpmath.mpf, mpmath.mpf]:
    """Both sides at the witness's point, by mpmath and not by balls."""
    at = {name: Fraction(value) for name, value in found.at.items()}
    letters = sorted(sp.sympify(step.left).free_symbols | sp.sympify(step.right).free_symbols, key=str)
    with mpmath.workdps(digits):
        numbers = [mpmath.mpf(at[s.name].numerator) / at[s.name].denominator for s in letters]
        left, right = (
            mpmath.mpf(sp.lambdify(letters, sp.sympify(e), "mpmath")(*numbers)) for e in (step.left, step.right)
        )
        return left, right


TRUE_IDENTITY = (a ** (q + 1) - a * b**q, a * (a**q - b**q))


def test_identity_holds_for_symbolic_exponents():
    step = Identity("distributes", *TRUE_IDENTITY)
    assert holds(step)
    assert step.refute() is None


@pytest.mark.parametrize(
    "right",
    [
        a * (a**q + b**q),
        2 * a * (a**q - b**q),
        a * (a ** (q + TINY) - b**q),
        a * (a**q - (1 + TINY) * b**q),
        b * (a**q - b**q),
        a * (a**2 - b**2),
        TRUE_IDENTITY[1] + TINY,
    ],
)
def test_a_wrong_identity_comes_with_a_point_where_the_sides_differ(right):
    step = Identity("mutant", TRUE_IDENTITY[0], right)
    assert not holds(step)
    found = step.refute()
    assert found is not None
    assert found.left != found.right
    left, right_value = sides(step, found)
    assert abs(left - right_value) > mpmath.mpf(10) ** -60 * (1 + abs(left))


def test_a_witness_shows_digits_until_the_sides_differ():
    found = Identity("off by 1e-100", a, a * (1 + TINY**2 / 10**20)).refute()
    assert found is not None
    left, right = (side.strip("[").split(" +/-")[0] for side in (found.left, found.right))
    assert left != right


def test_an_identity_true_at_one_q_only_is_refuted_elsewhere():
    step = Identity("q = 2 alone", a**q, a**2)
    found = step.refute()
    assert not holds(step)
    assert found is not None and found.at["q"] != "2" and 1 <= Fraction(found.at["q"]) <= 2


def test_the_domain_is_respected():
    step = Identity("true on the domain of the letters", a * (a - 1), 0, {a: (sp.Integer(1),)})
    assert not holds(step)  # not for every positive a,
    assert step.refute() is None  # and no witness off the domain


def test_a_real_letter_is_sampled_on_both_sides_of_zero():
    step = Identity("|y| = y", sp.Abs(y), y)
    found = step.refute()
    assert not holds(step)
    assert found is not None and Fraction(found.at["y"]) < 0


def test_inequality():
    assert holds(Inequality("all coefficients positive", a * b, (a + b) ** 2))
    assert holds(Inequality("strictly", a, a + b**q, strict=True))
    assert holds(Inequality("equal", a, a))
    assert not holds(Inequality("not strictly", a, a, strict=True))
    assert not holds(Inequality("true but not by its coefficients", a * b, a**2 + b**2))
    assert Inequality("true but not by its coefficients", a * b, a**2 + b**2).refute() is None


@pytest.mark.parametrize("wrong", [(a + b, a), (a**q, a), (a, a - TINY), (4 * a * b, (a + b) ** 2 - TINY * a)])
def test_a_wrong_inequality_comes_with_a_point_where_it_fails(wrong):
    step = Inequality("mutant", *wrong)
    assert not holds(step)
    found = step.refute()
    assert found is not None
    left, right = sides(step, found)
    assert left > right


def test_nonnegative_asks_for_positive_letters():
    assert nonnegative(a + b)
    assert not nonnegative(a + y)
    assert not nonnegative(y**2)  # true, but not shown this way
    assert not nonnegative(sp.Integer(0), strict=True)


def test_decided():
    m = q * (L - 1) / L
    assert holds(Decided("m < 2", m < 2))
    for wrong in (m < 2 - sp.Rational(1, 50), m < 1, m > sp.Rational(1, 2), sp.Ne(m, 1)):
        step = Decided("mutant", wrong)
        assert not holds(step)
        found = step.refute()
        assert found is not None
        at = {q: sp.Rational(found.at["q"]), L: sp.Integer(found.at["L"])}
        assert 1 <= at[q] <= 2 and at[L] >= 2
        assert wrong.subs(at) == sp.false


def test_decided_knows_that_the_depth_is_an_integer():
    assert holds(Decided("L is not 5/2", sp.Ne(2 * L, 5)))
    assert holds(Decided("no integer between 2 and 3", sp.Or(L <= 2, L >= 3)))


def test_at_point():
    third = sp.Rational(1, 3)
    assert holds(AtPoint("sqrt 2 < 1.42", sp.sqrt(2), "<", sp.Rational(142, 100)))
    assert holds(AtPoint("differ by 1e-40", a, "!=", a + TINY, {a: third}))
    assert holds(AtPoint("powers", a**q, ">", a**2, {a: third, q: sp.Rational(3, 2)}))
    wrong = AtPoint("sqrt 2 > 1.42", sp.sqrt(2), ">", sp.Rational(142, 100))
    assert not holds(wrong)
    assert wrong.refute() is not None
    for relation in ("<", ">", "!="):
        equal = AtPoint("equal numbers", sp.sqrt(2) ** 2, relation, sp.Integer(2))
        assert not holds(equal)
        assert equal.refute() is None


def test_at_point_is_silent_where_a_side_is_undefined():
    for relation in ("<", ">", "!="):
        step = AtPoint("log(-1)", sp.log(a - 2, evaluate=False), relation, sp.Integer(0), {a: sp.Integer(1)})
        assert not holds(step)
        assert step.refute() is None


def test_given_needs_the_hypothesis():
    step = Given("the flow", "flow")
    assert step.check(frozenset({"flow"}))
    assert not step.check(NOTHING)
    assert not step.check(frozenset({"depth"}))
    assert step.refute() is None


def test_a_lemma_needs_a_checked_step_for_each_hypothesis():
    true, false = Identity("true", a, a), Identity("false", a, b)
    assert holds(Cite("constant", "equal-derivatives", (true, true)))
    assert not holds(Cite("one hypothesis missing", "equal-derivatives", (true,)))
    assert not holds(Cite("one too many", "equal-derivatives", (true, true, true)))
    assert not holds(Cite("one false", "equal-derivatives", (true, false)))
    assert Cite("constant", "equal-derivatives", (true, true)).lemmas() == ("equal-derivatives",)
    with pytest.raises(KeyError):
        holds(Cite("no such lemma", "folklore", ()))


def test_every_lemma_says_what_it_needs_and_where_it_stands():
    for name, lemma in LEMMAS.items():
        assert lemma.name == name
        assert lemma.statement.endswith(".") and lemma.reference
        assert all(lemma.hypotheses)


def test_a_group_holds_when_all_its_steps_do():
    true, false = Identity("true", a, a), Identity("false", a, b)
    assert holds(Group("both", (true, true)))
    assert not holds(Group("one fails", (true, false)))
    assert not holds(Group("nothing is no proof"))
    assert Group("one fails", (true, false)).refute() == false.refute()


@settings(max_examples=30, deadline=None)
@given(st.sets(st.sampled_from([a, b, q, L, y, u]), max_size=6))
def test_sample_points_lie_in_the_domain_and_repeat(letters):
    points = list(sample_points(letters, {u: (sp.Integer(7),)}))
    assert points and points == list(sample_points(letters, {u: (sp.Integer(7),)}))
    for at in points:
        assert set(at) == letters
        assert 1 <= at.get(q, 1) <= 2
        assert at.get(L, sp.Integer(2)) in range(2, 100)
        assert at.get(u, 7) == 7
        assert all(at[s] > 0 for s in letters if s.is_positive)


def test_zero_to_the_power_zero_has_no_value():
    base, exponent = sp.symbols("base exponent", nonnegative=True)
    assert enclose(base**exponent, {base: sp.Integer(0), exponent: sp.Integer(0)}, 64) is None
    assert enclose(base**exponent, {base: sp.Integer(0), exponent: sp.Integer(2)}, 64) == 0


def test_a_false_condition_is_shown_in_words():
    """No name of a class of SymPy, and no side that says nothing."""
    from steepest_mirror.proofs.judging.steps import Decided
    from steepest_mirror.symbolic.symbols import L, q

    step = Decided("", sp.Implies(q * (L - 1) / L - 1 < 1, q * (L - 1) / L <= 1, evaluate=False))
    assert str(step.refute()) == "at q = 5/3, L = 3; this is false: if -1 + q*(L - 1)/L < 1 then q*(L - 1)/L <= 1"
