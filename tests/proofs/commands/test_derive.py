"""`derive`: every quantity, every form, the general statement, and bad input."""

from __future__ import annotations

import json

import pytest
from mpmath import mp, mpf

from steepest_mirror.proofs.command_line import main

WHAT = (
    "flow balance metric mirror-map inverse-mirror-map potential conjugate regularizer coupled-regularizer range"
    " coercivity"
)


def derived(capsys, *argv: str) -> dict:
    assert main(["derive", *argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_all_quantities_by_default(capsys):
    found = derived(capsys, "--q", "2", "--depth", "3")
    assert (found["q"], found["depth"], found["invariants"]) == ("2", 3, ["0", "0", "0"])
    assert [r["what"] for r in found["results"]] == WHAT.split()
    assert all(set(r) == {"what", "text", "latex", "python", "domain", "proof"} for r in found["results"])


def test_python_is_one_module(capsys):
    assert (
        main(
            [
                "derive",
                "--q",
                "3/2",
                "--invariants",
                "0,1/2,2",
                "--what",
                "mirror-map",
                "--what",
                "metric",
                "--format",
                "python",
            ]
        )
        == 0
    )
    source = capsys.readouterr().out
    assert source.count("def level(") == 1 and source.count("from mpmath import mp") == 1
    space: dict = {}
    exec(source, space)
    with mp.workdps(20):
        slope = mp.diff(space["mirror_map"], mpf(2))
        assert abs(slope - space["metric"](mpf(2))) < mpf(10) ** -9


@pytest.mark.parametrize("form", ["text", "latex", "markdown"])
@pytest.mark.parametrize(
    "argv", [["--depth", "symbolic"], ["--depth", "symbolic", "--balance", "-lam"], ["--invariants", "0,a,b"]]
)
def test_general_statements_in_every_form(capsys, form, argv):
    assert main(["derive", "--q", "symbolic", *argv, "--format", form]) == 0
    shown = capsys.readouterr().out
    assert len(shown) > 500 and "Integral" not in shown


def test_infinite_depth_is_a_limit_for_regularizers_only(capsys):
    found = derived(capsys, "--q", "2", "--depth", "inf")
    assert [r["text"] for r in found["results"]] == ["M(x) = log(x)"] * 2
    assert main(["derive", "--q", "2", "--depth", "inf", "--what", "potential"]) == 2


@pytest.mark.parametrize(
    "argv",
    [
        ["--q", "3", "--depth", "3"],
        ["--q", "2"],
        ["--q", "2", "--depth", "3", "--what", "potentail"],
        ["--q", "2", "--depth", "3", "--invariants", "0,1"],
        ["--q", "2", "--invariants", "0,__import__('os')"],
    ],
)
def test_bad_input_is_one_line(capsys, argv):
    assert main(["derive", *argv]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1
