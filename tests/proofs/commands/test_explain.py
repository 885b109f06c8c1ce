"""Every claim can be explained, says what it means, and fits a screen of 80 columns."""

import json

import pytest

from steepest_mirror.proofs.catalogue import catalogue
from steepest_mirror.proofs.command_line import main


def test_every_theorem_says_why_it_matters():
    silent = [name for name, claim in catalogue().items() if not claim.matters]
    assert silent == [f"review-{n}" for n in range(1, 14)]


@pytest.mark.parametrize("name", ["onto", "convergence-as-reported", "review-3"])
def test_it_tells_verdict_statement_and_reasons_in_80_columns(name, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["explain", name]) == 0
    out = capsys.readouterr().out
    assert all(len(line) <= 80 for line in out.splitlines())
    assert out.startswith(name) and "verdict" in out and "because" in out


def test_a_refuted_claim_shows_where_it_fails(capsys):
    main(["explain", "bregman-as-reported", "--json"])
    row = json.loads(capsys.readouterr().out)
    assert row["verdict"] == "refuted" and row["witness"]["at"]["L"] == "3"


def test_an_unknown_claim_is_one_line(capsys):
    assert main(["explain", "ontoo"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "did you mean onto" in err
