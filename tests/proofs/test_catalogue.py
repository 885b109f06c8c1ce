"""Every claim gets the verdict that the project expects, and no false neighbour of a claim is ever accepted."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sympy as sp

from steepest_mirror.proofs.catalogue import FILES, claim
from steepest_mirror.proofs.check import claim as user_claim
from steepest_mirror.proofs.check.attempt import prove
from steepest_mirror.proofs.commands import explain
from steepest_mirror.proofs.judging.claim import Hypothesis
from steepest_mirror.proofs.judging.hypotheses import DEPTH
from steepest_mirror.proofs.judging.judge import judge
from steepest_mirror.proofs.judging.lemmas import LEMMAS
from steepest_mirror.proofs.judging.steps import Cite, Given, Group, Identity
from steepest_mirror.proofs.observations.table import OBSERVATIONS
from steepest_mirror.proofs.verdict import ANSWERED, ARGUED, PROVED, REFUTED, SUPPORTED, UNDECIDED, VACUOUS
from steepest_mirror.proofs.writing import verdicts
from steepest_mirror.proofs.writing.document import WRITERS
from steepest_mirror.symbolic.symbols import q


def unobserved(name: str):
    """The claim without its trajectories, which the observations' own tests run."""
    return replace(claim(name), observe=())


ARGUMENTS = [name for name in FILES if claim(name).formal is None]  # claims whose proof is a list of steps
MUTANTS = [(name, mutant.name) for name in ARGUMENTS for mutant in claim(name).mutants]


@pytest.mark.parametrize("name", FILES)
def test_the_verdict_is_as_expected_and_told_in_plain_words(name, unwanted):
    found = judge(unobserved(name))
    assert found.as_expected, (found.verdict, found.evidence, [s for s in found.steps if not s["holds"]])
    assert (found.witness is not None) == (found.verdict == "refuted")
    told = [writer(explain.told(found, claim(name).matters)) for writer in WRITERS.values()]
    told += [writer(verdicts.document(found, steps=True)) for writer in WRITERS.values()]
    assert [place for text in told for place in unwanted(text)] == []
    checked = {s["kind"] for s in found.steps if s["checked"]}
    assert checked >= {"identity", "inequality"} & {s["kind"] for s in found.steps}


@pytest.mark.parametrize(
    "text",
    [
        "hold iff true: always",
        "Eq(L, 2)",
        "E/2",
        "|w_i| = 1 |w_j|",
        "R' is onto R.",
        "f = 1 x^2/2",
        "<b>x</b> &lt; inf",
        "is True",
    ],
)
def test_what_is_not_plain_is_noticed(text, unwanted):
    assert unwanted(text)


@pytest.mark.parametrize(("name", "which"), MUTANTS)
def test_no_mutant_is_accepted(name, which):
    original = unobserved(name)
    mutant = next(m for m in original.mutants if m.name == which)
    assert judge(original.mutated(mutant)).verdict not in (PROVED, ARGUED, ANSWERED, SUPPORTED)


@pytest.mark.parametrize("name", ARGUMENTS)
def test_there_are_at_least_three_mutants_and_most_have_a_witness(name):
    original = unobserved(name)
    assert len(original.mutants) >= 3
    replaced = [m for m in original.mutants if m.drop is None]
    refuted = [m for m in replaced if judge(original.mutated(m)).verdict == "refuted"]
    assert 2 * len(refuted) >= len(replaced)


@pytest.mark.parametrize("name", ARGUMENTS)
def test_contradictory_hypotheses_are_reported(name):
    impossible = Hypothesis("impossible", "q < 1", q < 1)
    steep = Hypothesis("range", "q in [1, 2]", sp.And(q >= 1, q <= 2))
    original = unobserved(name)
    assert judge(replace(original, hypotheses=(*original.hypotheses, steep, impossible))).verdict == VACUOUS


@pytest.mark.parametrize("name", ARGUMENTS)
def test_every_part_of_a_statement_is_used(name):
    """Replacing any part by nonsense must break the claim: a part that no step looks at would be decoration."""
    original = unobserved(name)
    for part, value in original.parts.items():
        for nonsense in _nonsense(value):
            try:
                verdict = judge(replace(original, parts={**original.parts, part: nonsense})).verdict
            except (TypeError, ValueError, AttributeError, KeyError, IndexError, ZeroDivisionError):
                continue
            assert verdict != original.best or verdict == REFUTED, (part, nonsense)


@pytest.mark.parametrize("name", FILES)
def test_only_a_derivation_proves(name):
    original = unobserved(name)
    assert (original.best == PROVED) == (original.formal is not None)


def _nonsense(value):
    if isinstance(value, sp.MatrixBase):
        return (2 * value,)
    if isinstance(value, sp.Expr):
        return (value * (2 + sum(value.free_symbols)) if value.free_symbols else value + sp.Rational(5, 7),)
    if isinstance(value, str):
        return ("!",)
    if value is sp.true or value is sp.false or isinstance(value, sp.logic.boolalg.Boolean):
        return (sp.Not(value),)
    if isinstance(value, int):
        return (value + 5,)
    return ()


def test_lemmas_are_cited_by_their_name_and_all_are_used():
    cited = {lemma for name in ARGUMENTS for e in judge(unobserved(name)).evidence for lemma in e.lemmas}
    form = {
        "id": "form",
        "quantity": "conjugate",
        "q": 2,
        "invariants": ["0", "1"],
        "expression": "u/2*hyp2f1(1, 1, 1, -u)*(1 + u)",
    }
    reach = {"id": "reach", "property": "onto", "condition": "m <= 1"}
    own = {lemma for c in (form, reach) for e in prove(user_claim(c)).evidence for lemma in e.lemmas}
    assert cited | own == set(LEMMAS)


def test_a_hypothesis_has_one_meaning():
    meanings: dict[str, set[str]] = {}
    for name in FILES:
        for hypothesis in claim(name).hypotheses:
            meanings.setdefault(hypothesis.name, set()).add(hypothesis.text)
    assert {name for name, texts in meanings.items() if len(texts) > 1} <= {"invariants"}


def an_argument(*hypotheses: Hypothesis):
    """A claim without a derivation."""
    return replace(unobserved("saddles"), formal=None, hypotheses=hypotheses)


def test_what_is_given_or_cited_alone_is_no_proof():
    for step in (
        Given("a hypothesis", "depth", conclusion=True),
        Cite("a lemma", "hypergeometric-forms", conclusion=True),
    ):
        found = judge(replace(an_argument(DEPTH), argue=lambda case, step=step: [step]))
        assert found.steps[0]["holds"] and found.verdict == UNDECIDED


def test_a_refutation_needs_the_steps_before_it():
    false = Identity("false", q, 2 * q, conclusion=True)
    premise = Identity("a premise that fails", q, q + 1)
    base = an_argument()
    assert judge(replace(base, argue=lambda case: [false, premise])).verdict == REFUTED
    for steps in ([premise, false], [Group("inside", (premise, false), conclusion=True)]):
        assert judge(replace(base, argue=lambda case, steps=steps: steps)).verdict == UNDECIDED


def test_observations_belong_to_claims():
    assert set(OBSERVATIONS) <= set(FILES)
