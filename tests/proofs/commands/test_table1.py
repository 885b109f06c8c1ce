"""`table1`: the paper's table (theory: section 8) and any other rows, in every form."""

from __future__ import annotations

import json

import pytest

from steepest_mirror.proofs.command_line import main

KEYS = {"q", "depth", "decay", "exponent", "kind", "regularizer", "limit"}


def rows(capsys, *argv: str) -> list[dict]:
    assert main(["table1", "--json", *argv]) == 0
    return json.loads(capsys.readouterr().out)["rows"]


def test_the_papers_table(capsys):
    found = rows(capsys)
    assert all(set(row) == KEYS for row in found)
    cells = {(row["q"], row["depth"], row["decay"]): (row["regularizer"], row["kind"]) for row in found}
    linear, logarithm = ("L1", "power"), ("log", "log")
    assert cells == {
        ("2", 2, "coupled"): linear,
        ("2", 2, "decoupled"): linear,
        ("2", "inf", "coupled"): logarithm,
        ("2", "inf", "decoupled"): logarithm,
        ("1", 2, "coupled"): linear,
        ("1", 2, "decoupled"): ("L_{3/2}", "power"),
        ("1", "inf", "coupled"): logarithm,
        ("1", "inf", "decoupled"): linear,
    }


def test_other_rows(capsys):
    found = rows(capsys, "--q", "3/2", "--depth", "5", "--q", "1", "--depth", "3", "inf")
    exponents = {(r["q"], r["depth"]): r["exponent"] for r in found if r["decay"] == "decoupled"}
    assert exponents == {
        ("3/2", 5): "4/5",
        ("3/2", 3): "1",
        ("3/2", "inf"): "1/2",
        ("1", 5): "6/5",
        ("1", 3): "4/3",
        ("1", "inf"): "1",
    }


def test_symbolic_limit_names_the_exception(capsys):
    (row,) = (r for r in rows(capsys, "--q", "symbolic", "--depth", "inf") if r["decay"] == "decoupled")
    assert row["exponent"] == "2 - q" and "q = 2" in row["limit"]


@pytest.mark.parametrize("form", ["text", "markdown", "latex"])
def test_forms(capsys, form):
    assert main(["table1", "--q", "3/2", "--depth", "5", "--format", form]) == 0
    assert "4/5" in capsys.readouterr().out


@pytest.mark.parametrize(
    "argv", [["--q", "3"], ["--q", "nan"], ["--depth", "1"], ["--depth", "2.5"], ["--q", "__import__('os')"]]
)
def test_bad_values(capsys, argv):
    assert main(["table1", *argv]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1 and argv[0] in shown.err
