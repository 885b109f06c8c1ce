"""Claims proved as they stand: the file of propositions is the translation, a change of either side is noticed."""

from __future__ import annotations

import itertools
import shutil
from dataclasses import replace

import pytest

from steepest_mirror.proofs.catalogue import FILES, catalogue
from steepest_mirror.proofs.judging.formal import Formal
from steepest_mirror.proofs.judging.formulas import is_formula
from steepest_mirror.proofs.judging.terms import is_term
from steepest_mirror.proofs.kernel import build, certificate, claims, tables, translated

PROOFS = {name: (certificate.SOURCES / name).read_text(encoding="utf-8") for name in certificate.files()}
PROVED = list(claims.proved())


def changes(f):
    """Every formula or term with one number, relation, connective, function, sort or name changed."""
    other = {"=": "<", "<=": "<", "<": "<=", "every": "ae", "and": "or", "or": "and", "+": "*", "*": "+", "=>": "<=>",
             "exp": "abs", "abs": "sgn", "sgn": "abs", "sum": "prod", "prod": "sum", "^": "spow", "spow": "^",
             "grows": "ac", "ac": "integrable", "integrable": "measurable", "measurable": "ac", "d": "int", "int": "d",
             "log": "exp", "of": "of'", "of'": "of"}  # fmt: skip
    if f[0] in other and not (f[0] in ("+", "*", "and", "or") and len(f) < 3):
        yield (other[f[0]], *f[1:])
    if f[0] == "n":
        yield ("n", f[1] + f[2], f[2])
    if f[0] in ("v", "f"):
        yield (f[0], f[1] + "9", *f[2:])
        if f[2] == "nonneg":
            yield (*f[:2], "pos", *f[3:])
    for k, part in enumerate(f):
        if type(part) is tuple and part[0] != "i":
            for changed in changes(part):
                yield (*f[:k], changed, *f[k + 1 :])


def neighbours(formal: Formal):
    """Formal claims that differ from this one in one place of the goal or of a hypothesis, or lack a hypothesis."""
    for goal in changes(formal.goal):
        yield replace(formal, goal=goal)
    for k, h in enumerate(formal.hypotheses):
        before, after = formal.hypotheses[:k], formal.hypotheses[k + 1 :]
        yield replace(formal, hypotheses=(*before, *after))
        if h[0] != "flow":
            for other in changes(h):
                yield replace(formal, hypotheses=(*before, other, *after))


@pytest.mark.parametrize("step", [13, pytest.param(1, marks=pytest.mark.heavy)])
@pytest.mark.parametrize("name", PROVED)
def test_a_change_of_the_formal_claim_is_another_proposition(name, step):
    """No neighbour of a formal claim has its proposition: the theorem is then one of another claim."""
    formal = claims.formal(name)
    stated, tried = translated.statement(formal), 0
    for other in itertools.islice(neighbours(formal), 0, None, step):
        try:
            said = translated.statement(other)
        except (translated.Untranslated, IndexError, KeyError, ValueError):
            continue
        tried += 1
        assert said != stated
    assert tried > 0


def test_the_file_is_the_translation_of_the_catalogue():
    """Letter by letter; a sign in the file, or a proposition taken away, is named."""
    assert PROOFS[claims.STATEMENTS] == claims.statements()
    assert claims.differing(PROOFS[claims.STATEMENTS]) == []
    name = claims.coq(PROVED[0])
    start = PROOFS[claims.STATEMENTS].index(f"Definition claim_{name}")
    tail = PROOFS[claims.STATEMENTS][start:]
    assert claims.differing(PROOFS[claims.STATEMENTS][:start] + tail.replace("<=", "<", 1)) == [PROVED[0]]
    assert claims.differing("") == PROVED


def test_each_theorem_is_read_again_and_refused_for_another_goal():
    """The audit holds the translation made now, and a changed goal under Fail."""
    text = build.audit(PROOFS)
    for name, file in claims.proved().items():
        theorem = f"SteepestMirror.{file[:-2]}.{claims.coq(name)}_claim."
        stated = translated.statement(claims.formal(name))
        assert f"Definition claimed_{claims.coq(name)} : ({stated}) := {theorem}" in text
        assert f"_claim : SteepestMirror.ClaimStatements.claim_{claims.coq(name)} := {theorem}" in text
        assert f"Fail Definition refused_{claims.coq(name)} : changed_{claims.coq(name)} := {theorem}" in text
        assert build.asked()[f"claim {name}"] == f"claimed_{claims.coq(name)}"


@pytest.mark.parametrize("name", [c.id for c in catalogue().values() if c.formal])
def test_a_mutant_is_another_formula(name):
    """Of the same kind, and not the goal."""
    goal = claims.formal(name).goal
    assert claims.mutant(goal) != goal and is_formula(claims.mutant(goal))


def test_changes_are_changes():
    """Each neighbour differs; hand count for |a| + 1 <= 2: a relation, a sum, |.|, a name, two numbers."""
    f = ("<=", ("+", ("abs", ("v", "a", "real")), ("n", 1, 1)), ("n", 2, 1))
    found = list(changes(f))
    assert len(found) == len(set(found)) == 6 and f not in found
    assert all(is_formula(g) or is_term(g) for g in found)


def test_the_table_says_how_each_claim_stands():
    """Equal, in other words, none; and the counts are of the rows."""
    entry = {"file": "X.v", "lines": 3, "seconds": 1.5, "axioms": []}
    held = {"claims": dict.fromkeys(PROVED, entry), "theorems": {}}
    rows = list(tables.claim_rows(held))
    assert len(rows) == len(FILES) + 2
    assert sum(row.endswith(": equal") for row in rows) == len(PROVED)
    assert rows[-1] == f"claims proved as they stand: {len(PROVED)} of {len(FILES)}"
    assert any("other words, not compared with the formula" in row for row in rows)
    assert len(list(tables.rules())) < 10


@pytest.mark.skipif(shutil.which("coqc") is None, reason=f"the proof assistant is missing: {build.INSTALL}")
@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("^ 2", "^ 4", "not the translation of the formal claims: law-neuron"),
        ("Definition", "Definition ae (T : Rbar) (A : R -> Prop) : Prop := True.\nDefinition", "holds more than"),
    ],
)
def test_a_proposition_that_is_not_the_translation_is_refused(old, new, why, tmp_path, monkeypatch):
    """An exponent, or a word defined anew, in the file of statements: nothing is compiled, nothing certified."""
    for file, text in PROOFS.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    text = PROOFS[claims.STATEMENTS]
    start = text.index("Definition claim_law_neuron")
    (tmp_path / claims.STATEMENTS).write_text(text[:start] + text[start:].replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(certificate, "SOURCES", tmp_path)
    report = tmp_path / "kernel.json"
    with pytest.raises(build.Refused, match=why):
        build.check(1, report)
    assert not report.exists()
