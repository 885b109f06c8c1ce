"""Hypotheses dropped: found in the text, each settled by a theorem or named as undecided."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.kernel import build, certificate, hypotheses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A", []),
        ("A -> B", ["A"]),
        ("forall x : R, A x -> B x -> C", ["A x", "B x"]),
        ("(A -> B) -> C", ["(A -> B)"]),
        ("A -> (B -> C) /\\ D", ["A", "B"]),
        ("A /\\ forall x, B -> C /\\ D", ["B"]),
        ("let f x := g x in A -> let y := 1 in B -> C", ["A", "B"]),
        ("A -> (B <-> C)", ["A"]),
        ("A <-> (B -> C)", []),
        ("A \\/ (B -> C)", []),
        ("exists y, A -> B", ["A"]),
        ("~ (A -> B)", []),
        ("(fun x : R => A -> B) y -> C", ["(fun x : R => A -> B) y"]),
    ],
)
def test_what_stands_before_an_arrow_is_a_hypothesis(text, found):
    """In the whole and in the parts of a conclusion; not inside a hypothesis, an equivalence or a choice."""
    assert [text[start : end - 2].strip() for start, end in hypotheses.spans(text)] == found


def test_without_a_hypothesis_the_rest_stands():
    """The hypothesis is named and not assumed: `let _ : Prop := A in B` is B."""
    assert hypotheses.without("forall x, A x -> B x -> C", 2) == "forall x, A x -> let _ : Prop := B x in C"
    with pytest.raises(IndexError):
        hypotheses.without("A -> B", 2)


def test_every_hypothesis_is_settled_or_named():
    """No hypothesis is forgotten, none is settled and undecided at once, none is settled that is not there."""
    left = {name: found for name in certificate.theorems() if (found := hypotheses.undecided(name))}
    assert left == certificate.data()["undecided"]
    for name, number in hypotheses.settled():
        assert 1 <= number <= hypotheses.counted(name)


def test_the_statements_are_those_of_today():
    """DroppedStatements.v is what code writes from the pinned statements, letter by letter."""
    text = (certificate.SOURCES / hypotheses.STATED).read_text(encoding="utf-8")
    assert text == hypotheses.statements()


def test_the_audit_asks_for_the_text_and_the_side():
    """The pinned text of today without the hypothesis, refuted where needed and proved where spared."""
    lines = list(hypotheses.audit())
    assert len(lines) == len(hypotheses.settled()) and set(lines) <= set(build.audit(SOURCES).splitlines())
    for (name, number), (word, file) in hypotheses.settled().items():
        (line,) = [line for line in lines if line.startswith(f"Definition {word}_{number}_{name} : ")]
        assert line.startswith(f"Definition {word}_{number}_{name} : ~ (") == (word == "needs")
        assert line.endswith(f") := SteepestMirror.{file}.{name}_{word}_{number}.")


@pytest.mark.parametrize(
    "line",
    [
        "Theorem balance_needs_1 : balance_without_1.",
        "Theorem balance_spares_1 : ~ balance_without_1.",
        "Theorem balance_needs_1 : ~ balance_without_2.",
        "Theorem balance_needs_1 : ~ balance_rate_without_1.",
        "Theorem balance_needs_1 : ~ balance_without_1.\nTheorem balance_spares_1 : balance_without_1.",
    ],
)
def test_a_theorem_named_otherwise_than_it_says_is_seen(monkeypatch, tmp_path, line):
    """The name says which hypothesis of which theorem, and on which side."""
    (tmp_path / "DroppedHere.v").write_text(line + "\n", encoding="utf-8")
    monkeypatch.setattr(hypotheses, "SOURCES", tmp_path)
    with pytest.raises(KeyError):
        hypotheses.settled.__wrapped__()


SOURCES = {name: (certificate.SOURCES / name).read_text(encoding="utf-8") for name in certificate.files()}
