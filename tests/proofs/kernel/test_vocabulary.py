"""What may stand in the files that a statement is read with."""

from __future__ import annotations

import shutil

import pytest

from steepest_mirror.proofs.kernel import build, certificate, vocabulary

TEXTS = {name: (certificate.SOURCES / name).read_text(encoding="utf-8") for name in certificate.files()}


def test_the_files_hold_definitions_only():
    """As they are."""
    assert vocabulary.faults(TEXTS) == []


@pytest.mark.parametrize("name", vocabulary.READ)
@pytest.mark.parametrize(
    "sentence",
    [
        "Notation lower a b := (a < b + 1).",
        "Infix below := Rlt (at level 70).",
        "Coercion INR : nat >-> R.",
        "Canonical Structure other := R_UniformSpace.",
        "Definition ae (T : Rbar) (A : R -> Prop) : Prop := True.",
        "Definition Rabs (a : R) : R := a.",
        "Definition S (n : nat) : nat := n.",
        "Definition ProperFilter (F : (R -> Prop) -> Prop) : Prop := False.",
        "Definition Derive (f : R -> R) (t : R) : R := 0.",
        "Fixpoint twice (n : nat) : nat := n with Derive (n : nat) : nat := n.",
        "Definition later : Prop. exact True. Defined.",
        "Definition later : Prop := ltac:(exact True).",
        "Local Definition later : Prop := True.",
        "#[global] Arguments ae T A.",
        "Module M. Definition ae : Prop := True. End M. Import M.",
        "From SteepestMirror Require Import Balance.",
        "From SteepestMirror Require Export Statements.",
        "From Coq Require Import Lra.",
        "Open Scope nat_scope.",
        "Set Implicit Arguments.",
        "Theorem later : True.",
        "Ltac later := idtac.",
        "Inductive later : Prop := .",
        "Record later := { one : R }.",
        "Let later := 1.",
    ],
)
def test_what_could_change_a_meaning_is_named(name, sentence):
    """A notation, a coercion, a structure, a second definition of a word, a word of the library, a proof, an import."""
    assert vocabulary.faults(TEXTS | {name: f"{TEXTS[name]}\n{sentence}\n"})


@pytest.mark.parametrize("word", vocabulary.MEANT)
def test_each_word_has_its_meaning(word):
    """A theorem of Meaning.v says it; without the theorem, or with it in a comment, the word is named."""
    text = TEXTS[vocabulary.MEANING]
    head = f"Theorem {word}_meaning : "
    assert text.count(head) == 1
    without = TEXTS | {vocabulary.MEANING: text.replace(head, f"(* {head} *) Lemma other_{word} : ")}
    assert vocabulary.faults(without) == [f"{vocabulary.MEANING}: no theorem says what {word} means"]


@pytest.mark.skipif(shutil.which("coqc") is None, reason=f"the proof assistant is missing: {build.INSTALL}")
def test_nothing_is_compiled_where_a_meaning_could_change(tmp_path, monkeypatch):
    """`make kernel` refuses a notation in Vocabulary.v before it compiles anything."""
    certificate.theorems()
    for file, text in TEXTS.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    (tmp_path / "Vocabulary.v").write_text(TEXTS["Vocabulary.v"] + "Notation every := ae.\n", encoding="utf-8")
    monkeypatch.setattr(certificate, "SOURCES", tmp_path)
    monkeypatch.setattr(build, "compiled", lambda *_: pytest.fail("compiled"))
    with pytest.raises(build.Refused, match=r"Vocabulary\.v: only definitions may stand here"):
        build.check(1, tmp_path / "kernel.json")
    assert not (tmp_path / "kernel.json").exists()
