"""Every derived claim under attack: nothing can be left out of its derivation, no changed statement is proved by it,
what a changed derivation derives is true, and the two implementations of the rules never differ."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from steepest_mirror.proofs.judging import models
from steepest_mirror.proofs.judging.formal import checked
from steepest_mirror.proofs.judging.formulas import Formula
from steepest_mirror.proofs.judging.replay import replayed
from steepest_mirror.proofs.judging.rules.algebraic import calculation
from steepest_mirror.proofs.judging.terms import is_term
from steepest_mirror.proofs.judging.theorem import Node, Refused, Sequent

from . import attacks
from .formal_claims import derivation, derived, formal_claims

NAMES = list(formal_claims())
SHAKEN = 60  # changed derivations a claim that are looked at
LONG = {
    "bregman",
    "saddles-decay-decoupled",
    "blow-up-time",
    "blow-up-decay",
    "dual-decay",
    "escape-law",
    "separable-needed",
    "escape-time",
    "saddles",
    "implicit-bias-steeper-fails",
    "separable-ends",
}  # over 90 steps each, or a quarter of a minute for each attack
# Attacks take minutes together: every run makes them on each sixth claim, `make bench` on all.
ATTACKED = [
    pytest.param(name, marks=pytest.mark.heavy) if k % 6 or name in LONG else name for k, name in enumerate(NAMES)
]


def outcome(node: Node) -> Sequent | None:
    """What both implementations derive; None where both refuse. They never differ."""
    results = []
    for judge in (derived, replayed):
        try:
            results.append(judge(node))
        except ValueError:
            results.append(None)
    assert results[0] == results[1], node[0]
    return results[0]


def proves(found: Sequent | None, hypotheses: tuple[Formula, ...], goal: Formula) -> bool:
    """Whether the statement is what was derived."""
    return found is not None and found[1] == goal and found[0] <= frozenset(hypotheses)


@pytest.mark.parametrize("name", NAMES)
def test_the_derivation_stands_and_uses_every_hypothesis(name: str) -> None:
    """So none can be dropped from the statement; in this, too, both implementations agree."""
    formal, node = formal_claims()[name], derivation(name)
    found = checked(formal, node)
    assert found.stands, found.reason
    assert found.shown[id(node)] == replayed(node) == (frozenset(formal.hypotheses), formal.goal)


@pytest.mark.parametrize("name", ATTACKED)
def test_nothing_can_be_left_out(name: str, record_property: Callable[[str, object], None]) -> None:
    formal, tried = formal_claims()[name], 0
    for what, fewer in attacks.deletions(derivation(name)):
        tried += 1
        assert not proves(outcome(fewer), formal.hypotheses, formal.goal), what
    assert tried >= len(attacks.steps(derivation(name))) - 1
    record_property("steps left out, none of which can be", tried)


def met(hypotheses: tuple[Formula, ...], model: models.Model) -> bool:
    """Whether the witness meets them: else the judge calls the statement vacuous, not proved."""
    try:
        return all(models.holds(h, model) for h in hypotheses)
    except (models.Unknown, KeyError, TypeError):
        return False


def only_weaker(what: str, old: attacks.Data, new: attacks.Data) -> bool:
    """Whether a changed statement follows from the claim at once: a stronger hypothesis, the same value."""
    if what == "goal: another relation" and (old[0], new[0]) in {("=", "<="), ("<", "<=")}:
        return True
    if what.startswith("hypothesis"):
        stronger = {"<=": ("=", "<"), "ae": ("every",), "<": (), "=": ()}
        if old[0] in stronger and new[0] in stronger[old[0]] and old[1:] == new[1:]:
            return True
    return _same_value(old, new)


def _same_value(old: attacks.Data, new: attacks.Data) -> bool:
    """Whether two terms are equal whatever their letters: <|a|>^q for |a|^q changes nothing."""
    if not (is_term(old) and is_term(new)):
        return False
    try:
        return bool(calculation(stated=("=", old, new)))
    except Refused:
        return False


@pytest.mark.parametrize("name", ATTACKED)
def test_no_changed_statement_is_proved(name: str, record_property: Callable[[str, object], None]) -> None:
    """Neither by the derivation nor by the derivation changed alike, unless it is a true and weaker statement.

    What is proved alike and does not plainly follow from the claim must hold in the witness, as the claim does.
    """
    formal, node, tried = formal_claims()[name], derivation(name), 0
    weaker, kept = 0, 0
    before, found, model = (*formal.hypotheses, formal.goal), outcome(node), formal.witness()
    assert proves(found, formal.hypotheses, formal.goal)
    for what, (hypotheses, goal) in attacks.statements(formal.hypotheses, formal.goal):
        tried += 1
        assert not proves(found, hypotheses, goal), what
        if len(hypotheses) == len(formal.hypotheses):
            old, new = next((a, b) for a, b in zip(before, (*hypotheses, goal), strict=True) if a != b)
            inner = attacks.smallest_change(old, new)
            for put in {(old, new), inner}:
                if proves(outcome(attacks.changed_alike(node, *put)), hypotheses, goal) and met(hypotheses, model):
                    plainly = only_weaker(what, *inner)
                    assert plainly or models.holds(goal, model), (what, inner)
                    weaker, kept = weaker + plainly, kept + (not plainly)
    assert tried > 5
    record_property("statements changed, none of which is proved by the derivation", tried)
    record_property("of them proved by the derivation changed alike: plainly weaker", weaker)
    record_property("of them proved by the derivation changed alike: true in the claim's witness", kept)


@pytest.mark.parametrize("name", ATTACKED)
def test_what_a_changed_derivation_derives_is_true(name: str, record_property: Callable[[str, object], None]) -> None:
    """With one parameter of one step changed it derives nothing, or what holds in the claim's witness."""
    formal, source = formal_claims()[name], random.Random(name)
    changed = list(attacks.shaken(derivation(name)))
    model, tried, true_ones = formal.witness(), 0, 0
    for what, node in source.sample(changed, min(SHAKEN, len(changed))):
        found, tried = outcome(node), tried + 1
        if found is None or found[1] == formal.goal:
            continue
        try:
            given = all(models.holds(h, model) for h in found[0])
            true = not given or models.holds(found[1], model)
        except (models.Unknown, KeyError, TypeError):
            continue
        assert true, (what, found[1])
        true_ones += 1
    record_property("derivations changed in one parameter", tried)
    record_property("of them deriving another statement, true in the claim's witness", true_ones)
