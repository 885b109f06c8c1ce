"""`table2`: the four exponents (theory: section 12.5) in every form."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from math import inf

import pytest

from steepest_mirror.proofs.command_line import main

KEYS = {"q", "depth", "margin", "coupled", "drift", "rest", "limits", "convex", "onto", "order", "note"}


def rows(capsys, *argv: str) -> list[dict]:
    assert main(["table2", "--json", *argv]) == 0
    return json.loads(capsys.readouterr().out)["rows"]


def test_default_rows(capsys):
    found = rows(capsys)
    assert all(set(row) == KEYS for row in found) and len(found) == 16
    cells = {(r["q"], r["depth"]): (r["margin"], r["coupled"], r["drift"], r["rest"], r["convex"]) for r in found}
    assert cells["1", 2] == ("inf", "1", "3/2", "inf", True)
    assert cells["2", 3] == ("2/3", "2/3", "2/3", "2/3", False)
    assert cells["5/4", 2] == ("5/2", "1", "11/8", "5/2", True)
    assert cells["3/2", "inf"] == ("0", "0", "1/2", "0", False)


def test_symbolic(capsys):
    (row,) = rows(capsys, "--q", "symbolic", "--depth", "3")
    cases = {case["when"]: case["order"] for case in row["order"]}
    assert cases["q == 3/2"] == "coupled < drift = margin = rest" and cases["q == 2"].count("=") == 3
    assert row["convex"] == "q <= 3/2" and "q > 1" in row["note"]


@pytest.mark.parametrize("form", ["text", "markdown", "latex"])
def test_forms_agree_with_json(capsys, form):
    argv = ["--q", "3/2", "--depth", "4"]
    (row,) = rows(capsys, *argv)
    assert main(["table2", *argv, "--format", form]) == 0
    shown = re.sub(r"[\\$]", "", capsys.readouterr().out).replace("textless{}", "<")
    line = " ".join(shown[shown.index("L = 4") :].split())  # a table may go on below
    for column in ("margin", "coupled", "drift", "rest"):
        assert f"L_{{{row[column]}}}" in line
    assert row["order"][0]["order"] in line and " no " in line


def test_python_form_runs(capsys):
    assert main(["table2", "--q", "1", "3/2", "--depth", "4", "inf", "--format", "python"]) == 0
    space: dict = {}
    exec(capsys.readouterr().out, space)
    found = space["EXPONENTS"]
    assert found[Fraction(3, 2), 4] == {
        "margin": Fraction(3, 4),
        "coupled": Fraction(1, 2),
        "drift": Fraction(7, 8),
        "rest": Fraction(3, 4),
    }
    assert found[Fraction(1), inf]["rest"] == inf
    assert main(["table2", "--q", "symbolic", "--format", "python"]) == 2


@pytest.mark.parametrize("argv", [["--q", "3"], ["--depth", "1"], ["--depth", "2.5"], ["--q", "exec('1')"]])
def test_bad_values(capsys, argv):
    assert main(["table2", *argv]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1 and argv[0] in shown.err
