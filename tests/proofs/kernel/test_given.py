"""What has no value stands for any number: no statement in Coq says less than its formal claim for want of a value."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.judging.formal import Formal
from steepest_mirror.proofs.judging.terms import Malformed
from steepest_mirror.proofs.kernel import translated
from steepest_mirror.proofs.kernel.given import Given

ONE, ZERO = ("n", 1, 1), ("n", 0, 1)
A, B = ("v", "a", "real"), ("v", "b", "pos")
Y, Z, T = ("f", "y", "real"), ("f", "z", "pos"), ("t",)
K, J = ("i", "k", "n"), ("i", "j", "n")
Y_K, Y_J = ("f", "y", "real", K), ("f", "y", "real", J)
INVERSE = ("=", ("^", A, ("n", -1, 1)), ONE)
LOG = ("=", ("log", A), ONE)


def stated(goal, *hypotheses):
    return translated.statement(Formal(hypotheses, goal, lambda: None, lambda: None))


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (("=>", INVERSE, ("=", A, ONE)), "(((a <> 0) -> (/ a) = 1)) -> (a = 1)"),
        (("=>", ("=", A, ONE), INVERSE), "(a = 1) -> (a <> 0 /\\ (/ a) = 1)"),
        (("not", INVERSE), "~ (((a <> 0) -> (/ a) = 1))"),
        (("not", ("not", INVERSE)), "~ (~ (a <> 0 /\\ (/ a) = 1))"),
        (("<=>", LOG, ("=", A, A)), "((((0 < a) -> ln a = 1)) -> (a = a)) /\\ ((a = a) -> (0 < a /\\ ln a = 1))"),
    ],
)
def test_what_is_assumed_is_not_assumed_to_have_a_value(goal, said):
    """With 1/0 = 1 the first and third are false at a = 0, and so are their propositions."""
    assert stated(goal) == f"forall a : R, {said}"


def test_the_same_at_every_time():
    """Under a condition on the time, and in a hypothesis."""
    inverse = ("=", ("^", Y, ("n", -1, 1)), ONE)
    head = "forall T : Rbar, Rbar_lt 0 T -> forall y : R -> R, "
    open_, sure = "(((y t) <> 0) -> (/ (y t)) = 1)", "(y t) <> 0 /\\ (/ (y t)) = 1"
    assert stated(("every", ("=>", inverse, ("=", Y, ONE)))) == f"{head}every T (fun t => ({open_}) -> (y t = 1))"
    assert stated(("every", inverse)) == f"{head}every T (fun t => {sure})"
    assert stated(("every", inverse), ("every", inverse)).endswith(
        f"(every T (fun t => {open_})) -> every T (fun t => {sure})"
    )


@pytest.mark.parametrize(
    "hypothesis",
    [
        ("ae", ("=", ("d", Y), ONE)),  # y can be nowhere differentiable
        ("ae", ("<=", ("d", Y), ONE)),
        ("ae", ("=", ("at0", ("d", Y)), ONE)),
        ("every", ("=", ("int", Y), ONE)),  # and not integrable
        ("<=", ("total", Z), ONE),
        ("tends", ("log", Y), ONE),
    ],
)
def test_a_rate_or_an_integral_is_assumed_only_where_it_exists(hypothesis):
    """Each is refused in a hypothesis, and under a negation in the goal."""
    for words in ((("=", ONE, ZERO), hypothesis), (("not", hypothesis),)):
        with pytest.raises(translated.Untranslated):
            stated(*words)
    stated(hypothesis)


def test_other_hypotheses_give_rates_and_integrals():
    """y absolutely continuous has a rate, y integrable an integral; a rate at time 0 is none of these."""
    rate, past = ("ae", ("=", ("d", Y), ONE)), ("every", ("=", ("int", Y), ONE))
    assert "(ae T (fun t => is_derive (fun t => y t) t 1)) -> 1 = 0" in stated(("=", ONE, ZERO), ("ac", Y), rate)
    for h in (("ac", Y), ("integrable", Y)):
        assert "(exists int_1 : R -> R, primitive T (fun t => y t) int_1 /\\ every" in stated(("=", ONE, ZERO), h, past)
    with pytest.raises(translated.Untranslated):
        stated(("=", ONE, ZERO), ("integrable", Y), rate)
    with pytest.raises(translated.Untranslated):
        stated(("=", ONE, ZERO), ("ac", Y), ("ae", ("=", ("at0", ("d", Y)), ONE)))


def test_what_is_absolutely_continuous_by_its_form():
    """Sums, products, powers of what is positive; every index where all are given, none where one is."""
    every = Given([("all", K, ("ac", Y_K)), ("ac", Z), ("every", ("=", ("f", "x", "real"), ("*", Z, Z)))])
    for t in (Y_K, Y_J, ("sum", J, ("*", Y_J, Z)), ("^", Z, ("n", -1, 2)), ("log", Z), ("f", "x", "real"),
              ("exp", ("int", Z)), ("abs", Y_J)):  # fmt: skip
        assert every.continuous(t) and every.integrable(t)
    for t in (("^", Y_J, ("n", 1, 2)), ("^", Y_J, ("n", -1, 1)), ("sgn", Y_J), ("log", Y_J), ("d", Z),
              ("f", "h", "real"), ("of", "f", Z), ("+", Z, ("f", "h", "real"))):  # fmt: skip
        assert not every.continuous(t) and not every.integrable(t)
    one = Given([("ac", Y_K)])
    assert not one.continuous(Y_K) and not one.continuous(Y_J)
    circle = Given([("every", ("=", Y, Z)), ("every", ("=", Z, Y))])
    assert not circle.continuous(Y)


@pytest.mark.parametrize("inner", [("ac", ("d", Y)), ("integrable", ("d", Y)), ("ae", ("=", ("int", ("d", Y)), ONE)),
                                   ("ae", ("=", ("d", ("d", Y)), ONE))])  # fmt: skip
def test_no_rate_inside(inner):
    """`Derive` is some number where there is no rate: of y = 0 but for y(1) = 1 it would be 0, throughout."""
    with pytest.raises(translated.Untranslated):
        stated(inner, ("ac", Y))


@pytest.mark.parametrize(
    "goal",
    [
        ("every", ("<", T, ("v", "T", "pos"))),  # the end of time
        ("every", ("=", T, ("v", "t", "real"))),  # the time
        ("=", ("exp", ONE), ("of", "exp", ONE)),  # a function of the library
        ("all", ("i", "n", "n"), ("=", ONE, ZERO)),  # n < n
        ("=", ("sum", ("i", "j", "L"), ("v", "j", "count")), ONE),  # caught by the sum
        ("=", ("v", "R", "real"), ("v", "R_", "real")),  # two letters, one name
        ("<=", ("n", 2, 1), ("v", "L", "count")),  # L >= 2 is of the depth
        ("=", ("sum", ("i", "a", "r"), ONE), ("v", "rows", "count")),  # a name for the number of rows
        ("=", ("v", "a", "pos"), ("v", "a", "real")),
        ("and", ("<", ZERO, ("v", "c", "pos", ("i", "i", "L"))), ("<", ZERO, ("v", "c", "pos", ("i", "k", "n")))),
        ("=", ("v", "_", "real"), ONE),
        ("=", ("v", "fun", "real"), ONE),
        ("<", ZERO, True),
    ],
)
def test_a_name_that_means_something_else_is_refused(goal):
    """Each would be a proposition that is true, or about another thing, where the formula is not."""
    with pytest.raises(translated.Untranslated):
        stated(goal)


def test_a_flow_is_assumed_and_never_claimed():
    """Its last clause alone would be the goal, with the others assumed; a flow of no kind is none."""
    drive = ("all", K, ("integrable", ("f", "h", "real", K)))
    for words in ((("flow", "driven"), drive), (("=", ONE, ONE), ("flow", "other"))):
        with pytest.raises(translated.Untranslated):
            stated(*words)


def test_malformed_is_untranslated():
    """As a reason of the same kind."""
    with pytest.raises(translated.Untranslated) as caught:
        stated(("<", ZERO, "1"))
    assert isinstance(caught.value.__cause__, Malformed)


def test_an_end_of_time_is_there_where_it_is_spoken_of():
    """Of constants too: int_0^T b."""
    for f in (("<=", ("total", B), ONE), ("ac", B), ("integrable", B), ("grows", B)):
        assert stated(f).startswith("forall T : Rbar, Rbar_lt 0 T -> ")
