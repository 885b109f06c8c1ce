"""Nothing but a derivation gives a verdict: theorems cannot be made otherwise, and one forged all the same proves
nothing, since the judge derives everything again from data of exact types, twice."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace
from types import MappingProxyType

import pytest
import sympy as sp

from steepest_mirror.proofs.judging import theorem as core
from steepest_mirror.proofs.judging.formal import Formal, checked, derive
from steepest_mirror.proofs.judging.formulas import at_most, equal, is_formula
from steepest_mirror.proofs.judging.models import Model
from steepest_mirror.proofs.judging.replay import replayed
from steepest_mirror.proofs.judging.rules import algebraic
from steepest_mirror.proofs.judging.rules.algebraic import calculation
from steepest_mirror.proofs.judging.rules.logical import assume
from steepest_mirror.proofs.judging.terms import is_term, letter, plain
from steepest_mirror.proofs.judging.theorem import RULES, Refused, Theorem

FALSE = equal(1, 2)
TRUE = equal(1, 1)


def claim(goal, prove) -> Formal:
    return Formal((), goal, prove, lambda: Model())


def forged(goal, derivation) -> Theorem:
    """A theorem made behind the rules' back."""
    fake = object.__new__(Theorem)
    object.__setattr__(fake, "_sequent", (frozenset(), goal))
    object.__setattr__(fake, "derivation", derivation)
    return fake


def test_a_true_statement_is_derived() -> None:
    assert derive(claim(TRUE, lambda: calculation(stated=TRUE))).stands


def test_only_rules_make_theorems() -> None:
    true = calculation(stated=TRUE)
    for make in (
        lambda: Theorem(object(), (frozenset(), FALSE), ("assume", (), ())),
        lambda: type("Mine", (Theorem,), {}),
        lambda: copy.copy(true),
        lambda: copy.deepcopy(true),
        lambda: pickle.dumps(true),
        lambda: replace(true, derivation=("assume", (FALSE,), ())),
        lambda: setattr(true, "derivation", ("assume", (FALSE,), ())),
        lambda: delattr(true, "derivation"),
    ):
        with pytest.raises(TypeError):
            make()


@pytest.mark.parametrize(
    "derivation",
    [
        ("calculation", (FALSE,), ()),
        ("assume", (FALSE,), ()),
        ("no_such_rule", (), ()),
        ("calculation", (TRUE,), ()),
        ("both", (), (("calculation", (TRUE,), ()),)),
        (),
        None,
        ["calculation", (FALSE,), ()],
    ],
)
def test_a_forged_theorem_proves_nothing(derivation) -> None:
    found = derive(claim(FALSE, lambda: forged(FALSE, derivation)))
    assert not found.stands and found.reason


def test_what_is_returned_must_be_a_theorem() -> None:
    class Like:
        hypotheses, conclusion, derivation = frozenset(), FALSE, ("calculation", (TRUE,), ())

        def __eq__(self, other: object) -> bool:
            return True

    for answer in (Like(), FALSE, True, None):
        assert not derive(claim(FALSE, lambda answer=answer: answer)).stands


class Agreeable(tuple):
    """A tuple that says it is equal to everything."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return hash(TRUE)


class Word(str):
    """A string that says it is equal to everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = str.__hash__


class Number(int):
    """An integer that says it is equal to everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


class Zero(sp.Symbol):
    """A symbol that says it vanishes."""

    @property
    def is_zero(self) -> bool:
        return True


@pytest.mark.parametrize(
    "odd",
    [
        Agreeable(FALSE),
        (Word("="), ("n", 1, 1), ("n", 2, 1)),
        ("=", Agreeable(("n", 1, 1)), ("n", 2, 1)),
        ("=", ("n", Number(1), 1), ("n", 2, 1)),
        ("=", ("n", True, 1), ("n", 1, 1)),
        ("=", sp.Integer(1), sp.Integer(2)),
        ("=", Zero("z"), ("n", 0, 1)),
        ("=", ("n", 1.0, 1), ("n", 1, 1)),
        ["=", ("n", 1, 1), ("n", 1, 1)],
    ],
)
def test_only_plain_data_of_exact_types(odd) -> None:
    assert not is_formula(odd)
    for attempt in (lambda: calculation(stated=odd), lambda: assume(stated=odd)):
        with pytest.raises(ValueError):
            attempt()
    with pytest.raises(ValueError):
        replayed(("assume", (odd,), ()))
    assert not derive(claim(odd, lambda: calculation(stated=TRUE))).stands
    assert not checked(claim(FALSE, lambda: None), ("calculation", (odd,), ())).stands


def test_terms_of_exact_types() -> None:
    for odd in (sp.Symbol("x"), Word("t"), Agreeable(("t",)), ("v", "x y", "real"), ("v", "x", "odd"), ("n", 2, 4)):
        assert not is_term(odd)


def test_the_table_of_rules_cannot_be_written() -> None:
    assert type(RULES) is MappingProxyType
    with pytest.raises(TypeError):
        RULES["calculation"] = RULES["assume"]  # type: ignore[index]


def test_a_rule_that_is_replaced_does_not_convince_the_second_implementation(monkeypatch) -> None:
    """Even with the first implementation of a rule exchanged, the replay refuses."""
    lying = replace(RULES["calculation"], apply=lambda premises, stated: (frozenset(), stated))
    monkeypatch.setitem(core._rules, "calculation", lying)
    theorem = algebraic.calculation(stated=FALSE)
    assert theorem.conclusion == FALSE
    found = derive(claim(FALSE, lambda: theorem))
    assert not found.stands


def test_exchanged_functions_are_not_the_judges(monkeypatch) -> None:
    """The judge holds its own references."""
    from steepest_mirror.proofs.judging import formal, models, replay

    false = (frozenset(), FALSE)
    monkeypatch.setattr(core, "sequents", lambda node: {id(node): false})
    monkeypatch.setattr(replay, "replayed", lambda node: (frozenset(), FALSE))
    monkeypatch.setattr(formal, "sequents", lambda node: {id(node): false})
    monkeypatch.setattr(formal, "replayed", lambda node: (frozenset(), FALSE))
    monkeypatch.setattr(models, "holds", lambda f, m: True)
    assert not derive(claim(FALSE, lambda: forged(FALSE, ("calculation", (TRUE,), ())))).stands


def test_hypotheses_cannot_be_slipped_in() -> None:
    assumption = at_most(letter("a"), 0)
    found = derive(claim(assumption, lambda: assume(stated=assumption)))
    assert not found.stands and "not given" in found.reason


def test_contradictory_hypotheses_are_not_met() -> None:
    """a <= 0 for a > 0: whatever follows from it is not proved."""
    impossible = at_most(letter("a"), 0)
    for value in (1, 0, -1, True, 0.5):
        formal = Formal((impossible,), impossible, lambda: assume(stated=impossible), lambda v=value: Model({"a": v}))
        found = derive(formal)
        assert not found.stands and "witness" in found.reason


def test_a_premise_must_be_a_theorem() -> None:
    with pytest.raises(Refused):
        algebraic.combination((frozenset(), FALSE), stated=FALSE, multipliers=(plain(1),))
