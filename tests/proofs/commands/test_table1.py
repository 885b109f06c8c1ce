"""`table1`: the paper's table (theory: section 8) and any other rows, in every form."""

from __future__ import annotations

import json
import re
from fractions import Fraction

import pytest

from steepest_mirror.proofs.command_line import main

KEYS = {"q", "depth", "decay", "exponent", "kind", "regularizer", "limit"}


def rows(capsys, *argv: str) -> list[dict]:
    assert main(["table1", "--json", *argv]) == 0
    return json.loads(capsys.readouterr().out)["rows"]


def test_several_values_stand_between_spaces_or_commas(capsys):
    assert rows(capsys, "--q", "1,3/2", "--depth=2,3") == rows(capsys, "--q", "1", "3/2", "--depth", "2", "3")


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


@pytest.mark.parametrize("form", ["text", "markdown", "latex", "json"])
def test_it_speaks_plain_words(form, capsys, unwanted):
    assert main(["table1", "--format", form, "--q", "7/5", "--depth", "4", "inf"]) == 0
    assert unwanted(capsys.readouterr().out) == []


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


def cells(line: str, form: str) -> list[str]:
    """The cells of a row, without the marks of the form."""
    parts = {"text": lambda: re.split(r" {2,}", line), "markdown": lambda: line.strip("| ").split(" | ")}
    row = parts[form]() if form in parts else line.removesuffix(r" \\").split(" & ")
    return [cell.strip().strip("$").replace(r"\log", "log").replace(r"L_{1}", "L1") for cell in row]


@pytest.mark.parametrize("form", ["text", "markdown", "latex"])
@pytest.mark.parametrize(("q", "depth"), [("3/2", 5), ("2", 4), ("1", 3)])
def test_the_grid_shows_the_exponents_of_the_definition(capsys, form, q, depth):
    """Coupled 2/L; decoupled 2 - q(L-1)/L: computed here, not taken from the JSON."""
    assert main(["table1", "--q", q, "--depth", str(depth), "--format", form]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if re.search(r"\bq = ", line)]
    found = cells(lines[0], form)[1:]
    exponents = [Fraction(2, depth), 2 - Fraction(q) * Fraction(depth - 1, depth)]
    assert found == [f"L_{{{e}}}" if e.denominator > 1 else f"L{e}" for e in exponents]


@pytest.mark.parametrize("form", ["markdown", "latex"])
def test_the_forms_are_primitives_of_the_drift(capsys, form):
    """M' = L x R'' = x^{1-m} (decoupled) and x^{2/L-1} (coupled), from the printed LaTeX at q = 3/2, L = 5."""
    assert main(["table1", "--q", "3/2", "--depth", "5", "--format", form]) == 0
    shown = re.findall(
        r"(coupled|decoupled) [|&] \$\\frac\{(\d+) x\^\{\\frac\{(\d+)\}\{(\d+)\}\}\}\{(\d+)\}", capsys.readouterr().out
    )
    assert len(shown) == 2
    for decay, above, power, of, below in shown:
        factor, e = Fraction(int(above), int(below)), Fraction(int(power), int(of))
        assert e == (Fraction(2, 5) if decay == "coupled" else 2 - Fraction(6, 5)) and factor * e == 1


@pytest.mark.parametrize(
    "argv", [["--q", "3"], ["--q", "nan"], ["--depth", "1"], ["--depth", "2.5"], ["--q", "__import__('os')"]]
)
def test_bad_values(capsys, argv):
    assert main(["table1", *argv]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1 and argv[0] in shown.err


def test_a_limit_that_splits_says_where_in_every_form():
    """L -> infinity, decoupled: a power for q < 2 and a logarithm at q = 2, in the row of infinite depth too."""
    import steepest_mirror as sm

    (forms,) = sm.table1(q="symbolic", depth=[2, "inf"]).more
    shown = [cell for row in forms.rows for cell in row if "2 - q)/(2 - q)" in cell]
    assert len(shown) == 2 and all("for q < 2, log(x) for q = 2" in cell for cell in shown)
    sources = [getattr(cell, "source", "") for row in forms.pasted[1] for cell in row]
    assert sum(r"\text{ for }q < 2" in source and r"\text{ for }q = 2" in source for source in sources) == 2
