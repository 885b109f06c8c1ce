"""`check`: exit codes, the three forms of output, malformed files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from steepest_mirror.proofs.command_line import main

TRUE = '[[claim]]\nid = "onto"\nproperty = "onto"\ncondition = "m <= 1"\n'
FALSE = '[[claim]]\nid = "strict"\nproperty = "onto"\ncondition = "m < 1"\n'
OPEN = '[[claim]]\nid = "open"\ndepth = 2\ninvariant = "w1/abs(w1)"\nrate = "0"\n'  # jumps where w1 is 0
KEYS = {
    "id",
    "title",
    "source",
    "statement",
    "hypotheses",
    "verdict",
    "evidence",
    "witness",
    "scope",
    "remark",
    "derived",
    "steps",
}


@pytest.fixture
def check(tmp_path: Path, capsys):
    def run(text: str, *options: str) -> tuple[int, str, str]:
        path = tmp_path / "claims.toml"
        path.write_text(text, encoding="utf-8")
        code = main(["check", str(path), "--jobs", "2", *options])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


@pytest.mark.parametrize(("text", "code"), ((TRUE, 0), (TRUE + FALSE, 1), (TRUE + OPEN, 4), (FALSE + OPEN, 1)))
def test_exit_codes(check, text, code):
    assert check(text)[0] == code


def test_json(check):
    _, out, _ = check(TRUE + FALSE, "--json")
    data = json.loads(out)
    assert data["summary"] == {
        "claims": 2,
        "proved": 1,
        "refuted": 1,
        "answered": 0,
        "argued": 0,
        "supported": 0,
        "undecided": 0,
        "vacuous": 0,
    }
    assert all(set(row) == KEYS for row in data["claims"])
    true, false = data["claims"]
    assert true["witness"] is None and true["derived"] == "" and true["steps"]
    assert false["witness"]["at"] == {"q": "2", "L": "2"}
    assert false["derived"] == "q*(L - 1)/L <= 1"


def test_text_and_markdown(check):
    _, out, _ = check(TRUE + FALSE, "--steps")
    assert "onto: proved" in out and "strict: refuted" in out and "derived   q*(L - 1)/L <= 1" in out
    assert "2 claims: 1 proved, 1 refuted." in out
    _, out, _ = check(TRUE + FALSE, "--format", "markdown")
    assert "| `strict` | refuted | onto iff $m < 1$ |" in out


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_it_speaks_plain_words(check, form, unwanted):
    conditions = {"legendre": "true", "onto": "L == 2", "bregman": "false"}
    claims = "".join(f'[[claim]]\nid = "{p}"\nproperty = "{p}"\ncondition = "{c}"\n' for p, c in conditions.items())
    closed = 'quantity = "metric"\nq = "3/2"\ninvariants = ["0", "lam"]\nexpression = "1/sqrt(4*x**q + lam**2)"\n'
    _, out, _ = check(f'{claims}[[claim]]\nid = "metric"\n{closed}', "--steps", "--format", form)
    assert unwanted(out) == [] and "legendre always" in out and "bregman never" in out


def test_ctrl_c_shows_what_was_judged(check, monkeypatch):
    def interrupted(self, names):
        if self.finished and "strict" not in names:
            raise KeyboardInterrupt

    monkeypatch.setattr("steepest_mirror.proofs.commands.check.Progress.running", interrupted)
    code, out, err = check(FALSE + OPEN + OPEN.replace('"open"', '"again"'))
    told = re.search(r"^Interrupted: ([1-3]) of 3 claims judged: 1 refuted", out, re.MULTILINE)
    assert code == 130 and told and out.startswith("strict: refuted")
    assert err.endswith(f"steepest-mirror: interrupted: {told[1]} of 3 claims were judged\n")


def test_one_claim_of_a_file(check):
    assert check(TRUE + FALSE, "--claim", "onto")[0] == 0
    code, _, err = check(TRUE, "--claim", "ont")
    assert code == 2 and "did you mean onto" in err


def test_a_malformed_file_is_a_line_for_each_fault_and_nothing_is_judged(check):
    code, out, err = check(TRUE + "conditon = 3\n" + FALSE.replace("m < 1", "k < 1"))
    assert code == 2 and not out
    assert len(err.splitlines()) == 2
    assert "did you mean condition" in err and "k is not a name here" in err


def test_what_cannot_be_read(tmp_path, capsys):
    binary = tmp_path / "claims.toml"
    binary.write_bytes(b"\xff\xfe")
    assert main(["check", str(binary)]) == 2
    assert "not UTF-8" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "none.toml")]) == 2
    assert main(["check"]) == 2


@pytest.mark.parametrize("value", ("0", "-1", "x", "1e9"))
def test_the_timeout_is_a_number_of_seconds(check, value):
    assert check(TRUE, "--timeout", value)[0] == 2
