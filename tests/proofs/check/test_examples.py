"""The example files: every verdict, the exit code, and a witness for everything refuted."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from flint import arb

from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.proofs.command_line import main

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "claims"
HOLDS = {"proved", "argued"}
VERDICTS = {"paper": HOLDS, "reviewers": HOLDS, "reported": {"refuted"}, "false": {"refuted"}}
OPEN = {
    "no-value-at-one-q": "argued",
    "condition-without-meaning": "argued",
    "wrong-by-very-little": "supported",
}


def test_every_file_is_tested():
    assert {path.stem for path in EXAMPLES.glob("*.toml")} == {*VERDICTS, "open"}


def told_apart(witness: dict[str, object]) -> bool:
    """Whether both sides, as they are printed, disagree: balls that do not meet, or words that differ."""
    sides = [str(witness[side]).split("; ") for side in ("left", "right")]
    if "+/-" not in "".join(map("".join, sides)):
        return sides[0] != sides[1]
    with bits(600):
        return any(not arb(a).overlaps(arb(b)) for a, b in zip(*sides, strict=True))


@pytest.mark.parametrize("name", VERDICTS)
def test_example(capsys, name):
    path = EXAMPLES / f"{name}.toml"
    found = main(["check", str(path), "--json", "--steps", "--jobs", "2", "--timeout", "60"])
    rows = json.loads(capsys.readouterr().out)["claims"]
    stated = tomllib.loads(path.read_text(encoding="utf-8"))["claim"]
    assert [row["id"] for row in rows] == [table["id"] for table in stated]
    assert found == (1 if name in ("reported", "false") else 4)
    for row in rows:
        assert row["verdict"] in VERDICTS[name], row["id"]
        assert (row["verdict"] == "proved") == ("derivation" in row), row["id"]
        assert (row["verdict"] == "argued") == ("not derived in the core" in row["remark"]), row["id"]
        assert "('" not in row["remark"], row["remark"]  # terms in words
        if row["verdict"] == "refuted":
            assert row["witness"]["at"] and told_apart(row["witness"]), row["id"]
            assert row["derived"], row["id"]
        else:
            assert row["steps"] and all(e["passed"] for e in row["evidence"] if e["grade"] == "symbolic"), row["id"]


def test_open_claims_say_why(capsys):
    found = main(["check", str(EXAMPLES / "open.toml"), "--json", "--jobs", "2"])
    rows = json.loads(capsys.readouterr().out)["claims"]
    assert {row["id"]: row["verdict"] for row in rows} == OPEN
    assert found == 4
    for row in rows:
        named = "without" in row["scope"]
        assert named == (row["verdict"] == "argued")
        assert named or any(not e["passed"] and e["detail"] for e in row["evidence"])


def test_a_malformed_file_has_exit_code_2_and_judges_nothing(capsys, tmp_path):
    path = tmp_path / "malformed.toml"
    text = (EXAMPLES / "paper.toml").read_text(encoding="utf-8")
    path.write_text(text.replace('quantity = "metric"', 'quantity = "metrik"'), encoding="utf-8")
    assert main(["check", str(path)]) == 2
    out, err = capsys.readouterr()
    assert not out and err.count("metrik") == text.count('quantity = "metric"') and "did you mean" in err
