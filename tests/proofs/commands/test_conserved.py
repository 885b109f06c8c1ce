"""`conserved`: counts and laws, in every form, and what is refused."""

from __future__ import annotations

import json

import pytest

from steepest_mirror.proofs.command_line import main


def answer(capsys, *argv):
    assert main(["conserved", "--json", *argv]) == 0
    return json.loads(capsys.readouterr().out)


def test_two_matrices(capsys):
    found = answer(capsys, "--network", "2,2,2")
    assert [(r["q"], r["lower"], r["upper"], r["exact"]) for r in found["rows"]] == [
        ("2", 3, 3, True),
        ("3/2", 0, 0, True),
        ("1", 0, 0, True),
    ]
    assert found["rows"][0]["laws"][0] == "a11**2 + a21**2 - b11**2 - b12**2" and len(found["weights"]) == 8


def test_woodworth(capsys):
    found = answer(capsys, "--reparameterization", "u**2 - v**2", "--q", "2", "5/4", "1")
    laws = [row["laws"] for row in found["rows"]]
    assert laws == [["u*v"], ["abs(v)**(3/4) + abs(u)**(3/4)"], ["abs(v) + abs(u)"]]


@pytest.mark.parametrize("form", ["text", "markdown", "latex"])
def test_forms(capsys, form):
    assert main(["conserved", "--reparameterization", "u*v*w", "--q", "3/2", "--format", form]) == 0
    line = next(text for text in capsys.readouterr().out.splitlines() if text.strip(" |").startswith("3/2"))
    assert line.count("2") >= 4 and "yes" in line


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["--reparameterization", "u*v", "--network", "2,2,2"],
        ["--reparameterization", "u/v"],
        ["--reparameterization", "__import__('os')"],
        ["--network", "2,2"],
        ["--network", "2,0,2"],
        ["--network", "9,9,9"],
        ["--network", "x"],
        ["--reparameterization", "u*v", "--q", "3"],
        ["--reparameterization", "u*v", "--degree", "0"],
    ],
)
def test_bad_input(capsys, argv):
    assert main(["conserved", *argv]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1
