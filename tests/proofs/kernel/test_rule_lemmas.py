"""Every rule of inference is a lemma of the kernel, or stands in the short list of those trusted for more than one."""

import pytest

from steepest_mirror.proofs.judging.formal import RULES
from steepest_mirror.proofs.kernel import build, certificate, rule_lemmas

SOURCES = {name: (certificate.SOURCES / name).read_text(encoding="utf-8") for name in certificate.files()}


def test_each_rule_is_a_lemma_or_is_named_as_trusted():
    assert set(rule_lemmas.lemmas()) <= set(RULES) and set(rule_lemmas.TRUSTED) <= set(RULES)
    assert set(RULES) == set(rule_lemmas.lemmas()) | set(rule_lemmas.TRUSTED)
    assert len(rule_lemmas.TRUSTED) < 10


def test_a_stated_rule_without_proof_is_an_error(monkeypatch, tmp_path):
    for name, text in SOURCES.items():
        (tmp_path / name).write_text(text.replace("Theorem gronwall : rule_gronwall.", "Lemma other : rule_gronwall."))
    monkeypatch.setattr(rule_lemmas, "SOURCES", tmp_path)
    rule_lemmas.lemmas.cache_clear()
    with pytest.raises(KeyError, match="gronwall"):
        rule_lemmas.lemmas()
    monkeypatch.undo()
    rule_lemmas.lemmas.cache_clear()
    assert "gronwall" in rule_lemmas.lemmas()


def test_the_audit_reads_each_rule_again():
    text = build.audit(SOURCES)
    asked = build.asked()
    for rule, file in rule_lemmas.lemmas().items():
        stated = certificate.definition(SOURCES[rule_lemmas.STATEMENTS], f"rule_{rule}")
        assert f"Definition ruled_{rule} : ({stated}) := SteepestMirror.{file.removesuffix('.v')}.{rule}." in text
        assert asked[f"rule {rule}"] == f"ruled_{rule}"
    assert text.index("pinned_balance") < text.index("Require Import RuleStatements")


def test_what_carries_a_rule_is_said():
    assert rule_lemmas.standing("gronwall") == "lemma gronwall (Rates.v)"
    assert rule_lemmas.standing("built_measurable").startswith("lemma built_measurable (Dominated.v); trusted: ")
    assert rule_lemmas.standing("decision").startswith("trusted: ")
    assert rule_lemmas.standing("no_such_rule") == "none"
