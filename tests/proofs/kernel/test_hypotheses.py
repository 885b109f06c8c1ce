"""Hypotheses dropped: found in the text, each settled by a theorem or named as undecided."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.kernel import build, certificate, constants, hypotheses


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
    """No hypothesis is forgotten, none is settled and undecided at once, each undecided one has a reason."""
    left = {name: found for name in certificate.theorems() if (found := hypotheses.undecided(name))}
    named = certificate.data()["undecided"]
    assert left == {name: entry["numbers"] for name, entry in named.items()}
    assert all(len(entry["reason"].split()) > 3 for entry in named.values())


@pytest.mark.parametrize("kind", hypotheses.KINDS)
def test_what_is_settled_is_there(kind):
    """None is settled that the statement does not have; the written statements are those of today, letter by letter."""
    for name, number in hypotheses.settled(kind):
        assert 1 <= number <= hypotheses.counted(name, kind)
    text = (certificate.SOURCES / hypotheses.STATED[kind]).read_text(encoding="utf-8")
    assert text == hypotheses.statements(kind)


def test_the_audit_asks_for_the_text_and_the_side():
    """The pinned text of today as altered, refuted or proved as the theorem's name says."""
    lines = list(hypotheses.audit())
    assert set(lines) <= set(build.audit(SOURCES).splitlines())
    assert len(lines) == sum(len(hypotheses.settled(kind)) for kind in hypotheses.KINDS)
    for kind, (_, refutes, _) in hypotheses.KINDS.items():
        for (name, number), (word, file) in hypotheses.settled(kind).items():
            (line,) = [line for line in lines if line.startswith(f"Definition {word}_{number}_{name} : ")]
            assert line.startswith(f"Definition {word}_{number}_{name} : ~ (") == (word == refutes)
            assert line.endswith(f") := SteepestMirror.{file}.{name}_{word}_{number}.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 <= q -> m 2 L = 3", ["1 <= q -> m 3 L = 3", "1 <= q -> m 2 L = 4"]),
        ("apow x q = exp x12", ["apow x (q + 1) = exp x12", "apow x q = exp (x12 + 1)"]),
        ("spow (f x) (2 - q) <= t", ["spow (f x) (3 - q) <= t"]),
        ("exp (- (q * t)) <= 19 -> F", ["exp ((- (q * t)) + 1) <= 19 -> F", "exp (- (q * t)) <= 20 -> F"]),
    ],
)
def test_constants_and_exponents_are_found(text, found):
    """Numerals, and exponents without one, each greater by 1; of a hypothesis those of one with a power in it."""
    assert [constants.changed(text, place) for place in constants.places(text, hypotheses.spans(text))] == found


@pytest.mark.parametrize(
    "line",
    [
        "Theorem balance_needs_1 : balance_without_1.",
        "Theorem balance_spares_1 : ~ balance_without_1.",
        "Theorem balance_needs_1 : ~ balance_without_2.",
        "Theorem balance_needs_1 : ~ balance_rate_without_1.",
        "Theorem balance_fixes_1 : ~ balance_changed_1.",
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
