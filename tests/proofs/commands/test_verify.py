"""The runner: exit codes, what is printed in each form, and one entry for every claim."""

from __future__ import annotations

import json
import sys

import pytest

import steepest_mirror.proofs.catalogue
import steepest_mirror.proofs.judging.judge
import steepest_mirror.proofs.running.confirming
from steepest_mirror.proofs.command_line import main
from steepest_mirror.proofs.verdict import Evidence, Verdict, Witness
from steepest_mirror.proofs.writing import statements

VERDICTS = {
    "true": ("proved", "proved"),
    "false": ("refuted", "refuted"),
    "hasty": ("refuted", "proved"),
    "open": ("undecided", "proved"),
}
WITNESS = Witness({"q": "3/2"}, "1", "2", "they differ")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the stand-in judge reaches the processes by fork")


def judge(name: str, digits: int, how: object) -> Verdict:
    if name == "broken":
        raise ZeroDivisionError("broken")
    verdict, expected = VERDICTS[name]
    evidence = (Evidence("symbolic", verdict == "proved", f"to {digits} digits", ("a-lemma",), 0.25),)
    witness = WITNESS if verdict == "refuted" else None
    steps = ({"level": 0, "kind": "identity", "text": "1 = 1", "checked": "", "holds": True, "lemma": ""},)
    return Verdict(
        id=name,
        title=f"Title of {name}",
        source="Theorem 1",
        statement="a_b <= 50% of c",
        hypotheses=("q in [1, 2]",),
        verdict=verdict,
        expected=expected,
        evidence=evidence,
        witness=witness,
        scope="all q",
        remark="A remark.",
        steps=steps,
    )


@pytest.fixture
def verify(monkeypatch, capsys):
    """verify(ids, *options) -> (exit code, stdout, stderr), with a stand-in for the judge."""
    monkeypatch.setattr(steepest_mirror.proofs.judging.judge, "judge", judge)
    monkeypatch.setattr(steepest_mirror.proofs.catalogue, "claim", lambda name: name)
    said = ("a_b <= 50% of \ue000", ("c^2",))
    monkeypatch.setattr(statements, "told", lambda names: [(said, (), ()) for _ in names])
    monkeypatch.setattr(steepest_mirror.proofs.running.confirming, "confirmed", lambda found, jobs: list(found))

    def run(ids: str, *options: str) -> tuple[int, str, str]:
        monkeypatch.setattr(steepest_mirror.proofs.catalogue, "FILES", dict.fromkeys(ids.split(), ""))
        code = main(["verify", *options])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.mark.parametrize(
    ("ids", "code"),
    [("true false", 0), ("true hasty", 1), ("true open", 1), ("true broken", 3), ("hasty broken", 3)],
)
def test_exit_codes(verify, ids, code):
    found, out, err = verify(ids)
    assert found == code
    assert all(f"{name}: " in out for name in ids.split() if name != "broken")
    assert len(err.splitlines()) == len(ids.split()) + (code == 3)


def test_json_has_the_keys_of_the_contract_in_the_order_of_the_catalogue(verify):
    code, out, _ = verify("open true false", "--json", "--digits", "77", "--jobs", "3")
    found = json.loads(out)
    assert code == 1 and [c["id"] for c in found["claims"]] == ["open", "true", "false"]
    keys = [
        "id",
        "title",
        "source",
        "statement",
        "hypotheses",
        "verdict",
        "expected",
        "evidence",
        "witness",
        "scope",
        "remark",
        "steps",
    ]
    assert all(list(c) == keys for c in found["claims"])
    evidence = {"grade": "symbolic", "passed": True, "detail": "to 77 digits", "lemmas": ["a-lemma"], "seconds": 0.25}
    assert found["claims"][1]["evidence"] == [evidence]
    witness = {"at": {"q": "3/2"}, "left": "1", "right": "2", "detail": "they differ"}
    assert [c["witness"] for c in found["claims"]] == [None, None, witness]
    summary = {"proved": 1, "answered": 0, "argued": 0, "refuted": 1, "supported": 0, "undecided": 1, "vacuous": 0}
    assert found["summary"] == {"claims": 3, **summary, "unexpected": ["open"]}


def test_text_names_the_verdict_the_witness_and_what_was_not_expected(verify):
    _, out, _ = verify("true false hasty", "--steps")
    assert "true: proved\n" in out and "false: refuted, as expected\n" in out
    assert "hasty: refuted, expected proved\n" in out and "not as expected: hasty." in out
    assert "q = 3/2; left side 1, right side 2; they differ" in out and "identity: 1 = 1" in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_part_of_the_catalogue(verify):
    _, out, err = verify("true false hasty", "--claim", "false", "--claim", "true", "--claim", "true")
    assert out.startswith("true: ") and "false: " in out and "hasty" not in out
    assert sorted(line.split("] ")[1].split(":")[0] for line in err.splitlines()) == ["false", "true"]


def test_markdown_and_latex(verify):
    _, out, _ = verify("true false", "--format", "markdown")
    assert r"| `false` | refuted, as expected | $a_{b} \le 50$% of $c$ |" in out and "### `true`: proved" in out
    _, out, _ = verify("true false", "--format", "latex")
    assert r"$a_{b} \le 50$\% of $c^2$ (Theorem 1)" in out
    assert out.count("&") == 2 * 3


def test_a_result_goes_to_a_file_whole(verify, tmp_path):
    path = tmp_path / "verdicts.json"
    code, out, _ = verify("true", "--json", "--output", str(path))
    assert (code, out) == (0, "") and json.loads(path.read_text())["summary"]["proved"] == 1


def test_the_list_shows_every_claim_once(capsys):
    assert main(["verify", "--list", "--json"]) == 0
    ids = [c["id"] for c in json.loads(capsys.readouterr().out)["claims"]]
    assert ids == list(steepest_mirror.proofs.catalogue.FILES) and len(set(ids)) == len(ids)
    assert main(["verify", "--list"]) == 0
    out = capsys.readouterr().out
    assert all(f"{name}  (expected: " in out for name in ids) and max(map(len, out.splitlines())) <= 80


def test_the_rules_are_listed_with_their_sources(capsys):
    """Each rule of inference, what it says and its source; every one has a second implementation."""
    from steepest_mirror.proofs.judging.formal import RULES
    from steepest_mirror.proofs.judging.replay.rules import ALSO

    assert set(ALSO) == set(RULES)
    assert main(["verify", "--rules", "--json"]) == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert [r["rule"] for r in rules] == list(RULES)
    assert all(r["says"] and r["source"] and r["kernel"] for r in rules)
    assert main(["verify", "--rules"]) == 0
    assert f"{len(RULES)} rules, each written twice" in capsys.readouterr().out
