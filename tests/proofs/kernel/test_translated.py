"""Formulas as Coq propositions: each clause against a proposition written by hand, and what is refused."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.judging.formal import Formal
from steepest_mirror.proofs.kernel import signs, translated

A, B = ("v", "a", "real"), ("v", "b", "pos")
Y, Z = ("f", "y", "real"), ("f", "z", "nonneg")
I, J = ("i", "i", "L"), ("i", "j", "L")
Q = ("v", "q", "q")
ONE, TWO = ("n", 1, 1), ("n", 2, 1)


def stated(goal, *hypotheses):
    return translated.statement(Formal(hypotheses, goal, lambda: None, lambda: None))


TIME = "forall T : Rbar, Rbar_lt 0 T -> "


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (("<", ("^", A, TWO), B), "forall a : R, forall b : R, (0 < b) -> (a ^ 2) < b"),
        (("=", ("^", A, ("n", -1, 1)), ONE), "forall a : R, a <> 0 /\\ (/ a) = 1"),
        (("=", ("^", B, ("n", -1, 1)), ("n", -1, 2)), "forall b : R, (0 < b) -> (/ b) = (-1 / 2)"),
        (("=", ("^", A, B), ONE), "forall a : R, forall b : R, (0 < b) -> power_defined a b /\\ power a b = 1"),
        (("=", ("^", ("abs", A), Q), ONE), "forall a : R, forall q : R, (1 <= q <= 2) -> apow (Rabs a) q = 1"),
        (("=", ("^", ("abs", A), A), ONE), "forall a : R, power_defined (Rabs a) a /\\ power (Rabs a) a = 1"),
        (("=", ("log", A), ONE), "forall a : R, 0 < a /\\ ln a = 1"),
        (("=", ("spow", A, ("n", 0, 1)), ("sgn", A)), "forall a : R, spow a 0 = sign a"),
        (("every", ("<=", ("at0", Y), ("t",))), TIME + "forall y : R -> R, every T (fun t => y 0 <= t)"),
        (("ae", ("=", ("d", Y), Z)), TIME + "forall y : R -> R, forall z : R -> R, (every T (fun t => 0 <= z t)) -> "
            "ae T (fun t => is_derive (fun t => y t) t (z t))"),
        (("ae", ("<=", ("d", Y), ONE)), TIME + "forall y : R -> R, "
            "ae T (fun t => ex_derive (fun t => y t) t /\\ Derive (fun t => y t) t <= 1)"),
        (("every", ("=", ("int", Y), ONE)), TIME + "forall y : R -> R, "
            "exists int_1 : R -> R, primitive T (fun t => y t) int_1 /\\ every T (fun t => int_1 t = 1)"),
        (("<=", ("total", Z), ONE), TIME + "forall z : R -> R, (every T (fun t => 0 <= z t)) -> exists int_1 : R -> R, "
            "primitive T (fun t => z t) int_1 /\\ exists total_2 : R, tends (toward T) int_1 total_2 /\\ total_2 <= 1"),
        (("tends", Y, ONE), TIME + "forall y : R -> R, tends (toward T) (fun t => y t) 1"),
        (("tends", ("log", Y), ONE), TIME + "forall y : R -> R, "
            "toward T (fun t => 0 < (y t)) /\\ tends (toward T) (fun t => ln (y t)) 1"),
        (("all", I, ("=", ("others", J, I, ("v", "c", "real", J)), ("v", "L", "depth"))),
            "forall L : nat, (2 <= L)%nat -> forall c : nat -> R, "
            "forall i : nat, (i < L)%nat -> others L i (fun j => c j) = INR L"),
        (("=", ("v", "c", "real", I), ONE),
            "forall L : nat, (2 <= L)%nat -> forall c : nat -> R, forall i : nat, (i < L)%nat -> c i = 1"),
        (("=", ("of'", "f", A), ("v", "R", "pos")),
            "forall R_ : R, (0 < R_) -> forall a : R, forall f : R -> R, ex_derive f a /\\ Derive f a = R_"),
        (("not", ("=", A, ONE)), "forall a : R, ~ (a = 1)"),
    ],
)  # fmt: skip
def test_a_clause(goal, said):
    """By hand."""
    assert stated(goal) == said


def test_hypotheses_come_first():
    """A flow is spelled out."""
    said = stated(("every", ("=", Y, Y)), ("measurable", Y), ("C1", "f", "pos"), ("integrable", Y))
    assert said == (
        TIME + "forall y : R -> R, forall f : R -> R, (measurable T (fun t => y t)) -> (forall point : R, 0 < point ->"
        " ex_derive f point /\\ continuous (Derive f) point)"
        " -> (exists int_0, primitive T (fun t => y t) int_0) -> every T (fun t => y t = y t)"
    )
    assert "ac T (fun t => w k i t)" in stated(("every", ("=", Y, Y)), ("flow", "driven"))


@pytest.mark.parametrize(
    "goal",
    [
        ("measurable", ("log", Y)),
        ("every", ("=", ("d", Y), ONE)),
        ("=", ("total", Y), ONE),
        ("ac", ("log", Y)),
        ("ae", ("=", ("d", ("^", Y, B)), ONE)),
        ("every", ("=", ("sum", I, ("int", ("f", "y", "real", I))), ONE)),
    ],
)
def test_what_has_no_translation_is_refused(goal):
    """A rate at every time, an integral that may change its sign, what may be undefined inside."""
    with pytest.raises(translated.Untranslated):
        stated(goal)


def test_a_sign_by_its_form():
    """Positive and at least 0, never guessed."""
    assert signs.positive(("+", Z, B)) and signs.positive(("^", B, A)) and signs.positive(("exp", A))
    assert signs.nonnegative(("^", A, TWO)) and signs.nonnegative(("abs", A)) and signs.nonnegative(("t",))
    assert not signs.positive(("abs", A)) and not signs.positive(Z) and not signs.nonnegative(("^", A, ("n", 3, 1)))
    assert not signs.nonnegative(A) and not signs.nonnegative(("log", B)) and not signs.positive(("sum", I, Z))
    assert not signs.nonnegative(("*", ("n", -1, 1), B)) and not signs.nonnegative(("d", Z))
