"""The kernel proofs: statements pinned, nothing assumed, mutants stated, claims and theorems in step, certificates
judged."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest

from steepest_mirror.proofs.catalogue import FILES, claim
from steepest_mirror.proofs.kernel import build, certificate, claims, rule_lemmas, translated

PROOFS = {name: (certificate.SOURCES / name).read_text(encoding="utf-8") for name in certificate.files()}
THEOREMS = list(certificate.theorems().values())
CLAIMS = list(certificate.coverage().values())
COQ = pytest.mark.skipif(shutil.which("coqc") is None, reason=f"the proof assistant is missing: {build.INSTALL}")


def names(items):
    return [getattr(item, "name", None) or item.claim for item in items]


@pytest.mark.parametrize("theorem", THEOREMS, ids=names(THEOREMS))
def test_theorem_is_stated_proved_witnessed_and_mutated(theorem):
    """`Theorem name : statement.` stands in its file, the statement is pinned, and witness and refuted mutant exist."""
    certificate.definition(PROOFS["Statements.v"], theorem.statement)
    assert f"\nTheorem {theorem.name} : {theorem.statement}.\n" in PROOFS[theorem.file]
    assert theorem.old != theorem.new
    for witness in theorem.witness:
        assert any(f"\nTheorem {witness} " in text for text in PROOFS.values()), witness
    mutant = f"\nTheorem {theorem.name}_mutant_false : ~ {theorem.name}_mutant.\n"
    assert mutant in PROOFS["Mutants.v"]


def test_mutants_are_the_pinned_statements_with_one_change():
    """And a mutant whose text drifts from its statement is noticed."""
    build.mutants_match(PROOFS["Statements.v"], PROOFS["Mutants.v"])
    drifted = PROOFS["Statements.v"].replace("exp (- q * RInt alpha s t)", "exp (- q * RInt alpha t s)")
    with pytest.raises(build.Refused):
        build.mutants_match(drifted, PROOFS["Mutants.v"])


def test_every_pinned_statement_is_some_theorem():
    """No statement stands in Statements.v without a theorem that proves it."""
    text = certificate.without_comments(PROOFS["Statements.v"])
    stated = {word for word in text.split() if word.endswith("_statement")}
    assert stated == {theorem.statement for theorem in THEOREMS}


def test_the_project_file_lists_every_source():
    """_CoqProject names exactly the sources."""
    listed = (certificate.SOURCES / "_CoqProject").read_text(encoding="utf-8").split()
    assert sorted(word for word in listed if word.endswith(".v")) == list(PROOFS)


@pytest.mark.parametrize("name", PROOFS)
def test_nothing_is_assumed(name):
    """No Admitted, no axiom, no weakened check in any source."""
    assert build.faults(name, PROOFS[name]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Lemma a : False. Admitted.",
        "Axiom a : False.",
        "Local Axiom a : False.",
        "Lemma a : False. Proof. admit. Qed.",
        "Parameter a : False.",
        "Conjecture a : False.",
        "Variable a : False.",
        "Section S. End S. Hypothesis a : False.",
        "#[local] Context (a : False).",
        "Unset Guard Checking.",
        "Unset Universe\n  Checking.",
        "#[bypass_check(guard)] Fixpoint f (n : nat) : False := f n.",
        'Goal True. idtac "(*". exact I. Qed.',
        "(* (* nested *) *) Axiom a : False.",
        "Unset Guard(**)Checking. Fixpoint f (n : nat) : False := f n.",
        "Set Definitional UIP.",
        "Section S. End(* *)S. Hypothesis a : False.",
        "Section S. Time End S. Variable a : False.",
        "Section S. Reset S. Hypothesis a : False.",
        "Program Definition a : False := _. Admit Obligations.",
        "Declare Module M : EqdepElimination.",
        "Module Type T. Declare Instance a : False. End T.",
        "Section\u00a0S. Hypothesis a : False.",
    ],
)
def test_a_loophole_is_seen(text):
    """Each way to let something in without proof is named."""
    assert build.faults("Loophole.v", text)


@pytest.mark.parametrize("name", ["Audit.v", "Axioms.v", "Present.v", "-vos.v", "a b.v", "Classical_Prop.v", "../X.v"])
def test_a_name_for_another_purpose_is_seen(name):
    """Names of the checker's own files, of options, or of a library's module."""
    assert build.faults(name, "")


def test_a_comment_parts_words():
    """As in Coq: `a(**)b` is two words."""
    assert certificate.without_comments("a(* (* b *) *)b") == "a b"


def test_the_audit_reads_the_pinned_texts_themselves():
    """Each statement and mutant word for word, with no other file imported, and each witness where it is proved."""
    text, rules, rest = build.audit(PROOFS).partition("From SteepestMirror Require Import RuleStatements.")
    assert rest.count("Require Import") == rest.count("From SteepestMirror Require Import Vocabulary.") == 1
    assert rules
    imported = [line for line in text.splitlines() if "Require Import" in line]
    assert [line.split()[-1] for line in imported] == ["Reals.", "Coquelicot.", "Statements."]
    for theorem in THEOREMS:
        pinned = certificate.definition(PROOFS["Statements.v"], theorem.statement)
        assert f": ({pinned}) := SteepestMirror.{theorem.file[:-2]}.{theorem.name}." in text
        assert f": ~ ({pinned.replace(theorem.old, theorem.new)})" in text
    with pytest.raises(build.Refused):
        build.witness_file("nobody", {"X.v": "(*\nTheorem nobody : True.\n*)"})


def test_only_the_installed_libraries_are_found(monkeypatch, tmp_path):
    """A search path of the caller's cannot put another library in place."""
    monkeypatch.setenv("COQPATH", "/elsewhere")
    monkeypatch.setenv("XDG_DATA_HOME", "/elsewhere")
    said = build.run(["env"], tmp_path)
    assert "COQPATH" not in said and "/elsewhere" not in said


def test_comments_and_sections_are_not_loopholes():
    """Words in comments, and hypotheses of a section, are no axioms."""
    assert build.faults("X.v", "(* Axiom a (* Admitted *) *) Section S. Hypothesis a : True. End S.") == []


CLEAN = (
    "@@ one\nAxioms:\nClassicalDedekindReals.sig_not_dec : forall P : Prop, {~ ~ P} + {~"
    " P}\nFunctionalExtensionality.functional_extensionality_dep\n  : forall x, x\n@@ two\nClosed under"
    " the global context\n"
)


def test_axioms_are_read_from_the_kernel():
    """Full names of the axioms of each theorem; wrapped lines and the closed theorem are understood."""
    found = build.audited(CLEAN, ["one", "two"])
    assert found["two"] == []
    assert found["one"] == [
        "Coq.Logic.FunctionalExtensionality.functional_extensionality_dep",
        "Coq.Reals.ClassicalDedekindReals.sig_not_dec",
    ]


@pytest.mark.parametrize(
    "output",
    [
        CLEAN.replace("ClassicalDedekindReals.sig_not_dec", "sig_not_dec"),
        CLEAN.replace("ClassicalDedekindReals.sig_not_dec", "Balance.sig_not_dec"),
        CLEAN.replace("Closed under the global context", "Axioms:\ncheat : False"),
        CLEAN.replace("Closed under the global context", "Section Variables:\nq : R"),
        CLEAN.replace("Closed under the global context", ""),
        CLEAN.replace("@@ two\nClosed under the global context\n", ""),
        CLEAN.replace("Axioms:\n", "Axioms:\nbalance is assumed to be guarded.\n"),
        "",
    ],
)
def test_other_axioms_are_refused(output):
    """Unqualified names, own axioms, section variables, missing answers."""
    with pytest.raises(build.Refused):
        build.audited(output, ["one", "two"])


SUMMARY = """
CONTEXT SUMMARY
===============

* Theory: Set is predicative

* Axioms:
    Coq.Reals.ClassicalDedekindReals.sig_not_dec
    Coq.Logic.Classical_Prop.classic

* Constants/Inductives relying on type-in-type: <none>

* Constants/Inductives relying on unsafe (co)fixpoints: <none>

* Inductives whose positivity is assumed: <none>

"""


def test_the_separate_checker_must_be_clean():
    """An axiom of ours, a weakened check or a missing section is refused."""
    build.checked(SUMMARY)
    for bad in (
        SUMMARY.replace("Coq.Logic.Classical_Prop", "SteepestMirror.Classical_Prop"),
        SUMMARY.replace("fixpoints: <none>", "fixpoints: SteepestMirror.Balance.f"),
        SUMMARY.replace("* Inductives whose positivity is assumed: <none>", ""),
        SUMMARY.replace("Set is predicative", "Set is impredicative"),
        "",
    ):
        with pytest.raises(build.Refused):
            build.checked(bad)


@pytest.mark.parametrize("covered", CLAIMS, ids=names(CLAIMS))
def test_claim_and_theorems_are_in_step(covered):
    """Both sides exist."""
    assert covered.claim in FILES
    assert covered.theorems and set(covered.theorems) <= set(certificate.theorems())
    assert covered.scope
    assert covered.refutes == (claim(covered.claim).expected == "refuted")


def test_every_theorem_serves_a_claim():
    """Each theorem is cited by a claim."""
    assert set(certificate.theorems()) == {name for covered in CLAIMS for name in covered.theorems}


@pytest.fixture
def still(tmp_path_factory, monkeypatch):
    """The sources as they were read above: a test that reads them again must not see them being written meanwhile."""
    where = tmp_path_factory.mktemp("rocq")
    for file, text in PROOFS.items():
        (where / file).write_text(text, encoding="utf-8")
    monkeypatch.setattr(certificate, "SOURCES", where)
    return where


def forged(path, **changes):
    """A certificate that says what `kernel_build` would write for the sources at hand, with changes."""
    statements = PROOFS["Statements.v"]
    held = {
        "format": certificate.FORMAT,
        "versions": {"coq": "8.16.1", "coquelicot": "3.2"},
        "sources": certificate.hashes(),
        "theorems": {
            t.name: {
                "file": t.file,
                "statement": certificate.sha256(certificate.definition(statements, t.statement)),
                "axioms": sorted(certificate.AXIOMS),
                "lines": 1,
                "seconds": 1.0,
            }
            for t in THEOREMS
        },
        "rules": {
            name: {
                "file": file,
                "statement": certificate.sha256(certificate.definition(PROOFS[rule_lemmas.STATEMENTS], f"rule_{name}")),
                "axioms": [],
            }
            for name, file in rule_lemmas.lemmas().items()
        },
        "claims": {
            name: claims.entry(name, file, PROOFS[claims.STATEMENTS]) | {"axioms": [], "lines": 2, "seconds": 1.0}
            for name, file in claims.proved().items()
        },
    }
    path.write_text(json.dumps(held | changes), encoding="utf-8")
    return held


def test_a_certificate_for_these_sources_is_evidence(tmp_path, still):
    """Evidence of grade kernel for the claims proved as they stand, with scope and axioms in its detail; for no claim
    that a theorem states in other words only."""
    path = tmp_path / "certificate.json"
    forged(path)
    held = certificate.certificate(path)
    assert held.reason == "" and held.rules == frozenset(rule_lemmas.lemmas())
    for name in claims.proved():
        (found,) = held.evidence(name, claims.formal(name))
        assert (found.grade, found.passed) == ("kernel", True)
        assert f"{claims.coq(name)}_claim" in found.detail and "the formal claim, whole" in found.detail
    others = [covered.claim for covered in CLAIMS if covered.claim not in claims.proved()]
    assert "convergence-as-reported" in others
    for name in (*others, "review-1"):
        assert held.evidence(name, claim(name).formal) == ()
        assert held.missing(name, claim(name).formal) == "no kernel theorem states its formal claim"


@pytest.mark.parametrize("name", ["kernel-change", "mirror-flow", "table1", "linear-rate"])
def test_another_formal_claim_is_not_what_the_kernel_proved(tmp_path, still, monkeypatch, name):
    """The formula is translated when the evidence is issued: of a claim without a formula, of another one, of one that
    has no translation, and of the same one where a flow means something else."""
    path = tmp_path / "certificate.json"
    forged(path)
    held, formal = certificate.certificate(path), claims.formal(name)
    assert held.evidence(name, formal)
    wrong = replace(formal, goal=claims.mutant(formal.goal))
    for other in (None, wrong, replace(formal, goal=("=", ("n", 0, 1), "0"))):
        assert held.evidence(name, other) == ()
    assert "another formal claim" in held.missing(name, wrong)
    flows = {kind: (said[0],) for kind, said in translated.FLOWS.items()}
    monkeypatch.setattr(translated, "FLOWS", flows)
    spoken = any(h[0] == "flow" for h in formal.hypotheses)
    assert held.evidence(name, formal) == () or not spoken


def test_what_a_certificate_says_of_the_formula_is_not_believed(tmp_path, still):
    """An edited entry cannot give another formula the theorem: its hash must be that of the proposition at hand."""
    path = tmp_path / "certificate.json"
    held = forged(path)
    wrong = replace(claims.formal("kernel-change"), goal=claims.mutant(claims.formal("kernel-change").goal))
    entry = held["claims"]["kernel-change"] | {"statement": certificate.sha256(translated.statement(wrong))}
    forged(path, claims=held["claims"] | {"kernel-change": entry})
    found = certificate.certificate(path)
    assert "does not hold for the claim kernel-change" in found.reason
    assert found.evidence("kernel-change", wrong) == ()


def test_other_certificates_are_not_evidence(tmp_path, still):
    """None at all, unreadable, of another format, other sources, other axioms, a theorem missing: each with its
    reason."""
    path = tmp_path / "certificate.json"
    assert "make kernel" in certificate.certificate(path).reason
    path.write_text("[1, 2", encoding="utf-8")
    assert "cannot be read" in certificate.certificate(path).reason
    path.write_text("[" * 100_000, encoding="utf-8")
    assert "cannot be read" in certificate.certificate(path).reason
    path.write_bytes(b"\xff\xfe")
    assert "cannot be read" in certificate.certificate(path).reason
    held = forged(path)
    altered = {**held["sources"], "Balance.v": "0" * 64}
    weak = {**held["theorems"], "balance": {**held["theorems"]["balance"], "axioms": ["Balance.cheat"]}}
    other = {**held["theorems"], "balance": {**held["theorems"]["balance"], "statement": "0" * 64}}
    whole = held["claims"]["kernel-change"]
    endless = {**held["theorems"], "balance": {**held["theorems"]["balance"], "seconds": float("nan")}}
    wordy = {**held["theorems"], "balance": {**held["theorems"]["balance"], "axioms": ""}}
    short = {name: entry for name, entry in held["theorems"].items() if name != "balance"}
    for changes, reason in (
        ({"format": 0}, "another format"),
        ({"sources": altered}, "Balance.v"),
        ({"sources": {**held["sources"], "build.py": "0" * 64}}, "build.py"),
        ({"theorems": weak}, "balance"),
        ({"theorems": other}, "balance"),
        ({"theorems": short}, "balance"),
        ({"theorems": endless}, "balance"),
        ({"theorems": wordy}, "balance"),
        ({"theorems": None}, "cannot be read"),
        ({"rules": {**held["rules"], "gronwall": {**held["rules"]["gronwall"], "axioms": ["Top.mine"]}}}, "gronwall"),
        ({"rules": {**held["rules"], "gronwall": {**held["rules"]["gronwall"], "statement": "0" * 64}}}, "gronwall"),
        ({"rules": {name: e for name, e in held["rules"].items() if name != "gronwall"}}, "gronwall"),
        ({"claims": {**held["claims"], "kernel-change": {**whole, "axioms": ["Top.mine"]}}}, "kernel-change"),
        ({"claims": {**held["claims"], "kernel-change": {**whole, "statement": "0" * 64}}}, "kernel-change"),
        ({"claims": {}}, "does not hold for the claim"),
        ({"versions": {}}, "cannot be read"),
    ):
        forged(path, **changes)
        found = certificate.certificate(path)
        assert reason in found.reason
        assert found.evidence("balance", claims.formal("balance")) == ()
        assert found.missing("balance", claims.formal("balance")) == found.reason


def test_a_source_that_changes_after_the_check_is_named(tmp_path, still):
    """One more space in a file: the certificate is about another text, and says which."""
    path = tmp_path / "certificate.json"
    forged(path)
    assert certificate.certificate(path).reason == ""
    (still / "Laws.v").write_text(PROOFS["Laws.v"] + " ", encoding="utf-8")
    assert "(Laws.v)" in certificate.certificate(path).reason


def test_a_file_is_written_at_once(tmp_path):
    """By a new file in place of the old one, so that no reader sees half of it."""
    path = tmp_path / "X.v"
    path.write_text("old", encoding="utf-8")
    with path.open(encoding="utf-8") as reading:
        build.written(path, "new")
        assert reading.read() == "old" and path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_missing_assistant_names_the_packages(monkeypatch, tmp_path, capsys):
    """Nothing is installed: the packages and the one command are named, and the exit code is 2."""
    monkeypatch.setattr(build.shutil, "which", lambda tool: None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert build.main([]) == 2
    said = capsys.readouterr().err
    assert "libcoq-coquelicot" in said and build.INSTALL in said


def copied(tmp_path, monkeypatch, name, old, new):
    """The sources in a directory of their own with one change."""
    for file, text in PROOFS.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    assert old in PROOFS[name]
    (tmp_path / name).write_text(PROOFS[name].replace(old, new), encoding="utf-8")
    certificate.theorems()
    monkeypatch.setattr(certificate, "SOURCES", tmp_path)
    return tmp_path.parent / f"{tmp_path.name}.json"


@COQ
@pytest.mark.heavy
def test_a_changed_statement_does_not_check(tmp_path, monkeypatch):
    """A sign in a pinned statement, its mutant kept in step by the reverse change: the proof fails."""
    path = copied(tmp_path, monkeypatch, "Statements.v", "(- q * alpha t * (apow", "(- alpha t * (apow")
    monkeypatch.setattr(build, "mutants_match", lambda *_: None)
    with pytest.raises(build.Refused, match=r"Balance\.v"):
        build.check(2, path)
    assert not path.exists()


REFUTED_IN_OTHER_WORDS = """Definition metric_l2_mutant_false : ~ metric_l2_mutant.
Proof.
  intros H. pose proof (H 1 0 1 ltac:(lra) ltac:(lra) ltac:(lra)) as E. rewrite metric_l2 in E by lra.
  apply (f_equal Rinv) in E. unfold sqrt in E. rewrite !Rinv_inv, apow_1 in E.
  replace (4 * 1 + 0 * 0) with (2 * 2) in E by ring. rewrite R_sqrt.sqrt_square in E; lra.
Qed."""


@COQ
@pytest.mark.heavy
def test_a_mutant_in_other_words_does_not_check(tmp_path, monkeypatch):
    """With another square root in Mutants.v its mutant reads alike and is proved false, but is not the pinned one."""
    text = PROOFS["Mutants.v"]
    start = text.index("Definition metric_l2_mutant")
    proof = text.index("Theorem metric_l2_mutant_false")
    end = text.index("Qed.", proof) + len("Qed.")
    forged = "Definition sqrt (x : R) := x + 1.\n\n" + text[start:proof] + REFUTED_IN_OTHER_WORDS
    path = copied(tmp_path, monkeypatch, "Mutants.v", text[start:end], forged)
    with pytest.raises(build.Refused, match=r"Audit\.v"):
        build.check(2, path)
    assert not path.exists()


@COQ
@pytest.mark.heavy
def test_everything_checks(tmp_path):
    """The whole: compiled, axioms listed, checked by coqchk, and the certificate believed."""
    path = tmp_path / "certificate.json"
    build.check(2, path)
    held = certificate.certificate(path)
    assert held.reason == ""
    assert set(held.theorems) == set(certificate.theorems())
