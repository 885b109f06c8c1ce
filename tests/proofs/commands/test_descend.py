"""`descend`: states, laws, jumps, steps to escape, and what is refused."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from steepest_mirror.proofs.command_line import main

START = ["--step", "1/10", "--weights", "1,1/2", "--target", "2"]


def answer(capsys, *argv, code=0):
    assert main(["descend", "--json", *argv]) == code
    return json.loads(capsys.readouterr().out)


def test_one_gradient_step(capsys):
    """g = 1/2 - 2 = -3/2: w = (1 + 0.15/2, 1/2 + 0.15)."""
    found = answer(capsys, "--q", "2", *START, "--steps", "1", "--samples", "1")
    assert found["samples"][-1]["weights"] == [["1.075", "0.65"]] and found["exact_states"] == 2
    assert found["law"]["exact"] == 1 and found["law"]["enclosed"] == 0 and found["jumps"] == []
    assert found["samples"][-1]["invariants"] == [["0.733125", "0"]]


def test_sign_descent_with_decay_and_a_crossing(capsys):
    argv = ["--q", "1", "--step", "1/10", "--weights", "1/20,1", "--gradient", "1", "--decay", "1", "--steps", "1"]
    found = answer(capsys, *argv, "--samples", "1")
    assert found["samples"][-1]["weights"] == [["-0.055", "0.8"]]  # 0.9/20 - 0.1, 0.9 - 0.1
    assert found["jumps"] == [{"step": 1, "coordinate": 1, "index": 1, "size": "0.11"}]


def test_escape(capsys):
    argv = ["--step", "1/100", "--weights", "1/10,1/10,1/10", "--gradient", "-1", "--escape-to", "1/2"]
    sign = answer(capsys, "--q", "1", *argv, "--steps", "60")["escape"]
    assert sign["steps"] == [40] and sign["law"]["sign_descent"] == 40
    slow = answer(capsys, "--q", "2", *argv, "--steps", "900")["escape"]
    low, high = slow["law"]["gradient_descent"]
    assert low <= slow["steps"][0] <= high
    rate = slow["law"]["step_needed"]
    quick = answer(capsys, "--q", "2", "--step", rate + "9", *argv[2:], "--steps", "60")["escape"]
    assert quick["steps"] == [40] and Decimal(rate) > Decimal("0.1")
    short = str(Decimal(rate) * Decimal("0.999"))
    assert answer(capsys, "--q", "2", "--step", short, *argv[2:], "--steps", "60")["escape"]["steps"][0] > 40


def test_text(capsys):
    assert main(["descend", "--q", "1", *START, "--steps", "12", "--escape-to", "1", "--decay", "1/4"]) == 0
    shown = capsys.readouterr().out
    assert "holds exactly 12 times" in shown and "sign descent" in shown and "Steps until every |w_i| >= 1" in shown


def test_an_early_end_has_its_exit_code(capsys):
    argv = ["--q", "2", "--step", "10", "--weights", "3,2", "--target", "0", "--steps", "400"]
    found = answer(capsys, *argv, code=4)
    assert found["status"] == "stopped" and "diverges" in found["reason"] and found["samples"]


def test_coupled_sign_descent_claims_no_law(capsys):
    found = answer(capsys, "--q", "1", *START, "--decay", "1", "--decay-kind", "coupled", "--steps", "3")
    assert found["law"] is None and found["jumps"] == []


@pytest.mark.parametrize(
    "argv",
    [
        ["--q", "3/2", *START],
        ["--q", "3", *START],
        ["--q", "1", "--step", "0", *START[2:]],
        ["--q", "1", *START, "--steps", "0"],
        ["--q", "1", *START, "--decay", "-1"],
        ["--q", "1", *START, "--escape-to", "0"],
        ["--q", "1", *START, "--gradient", "1"],
        ["--q", "1", "--step", "1", "--weights", "1", "--target", "1"],
        ["--q", "1", "--step", "1", "--weights", "1,2", "--target", "1,1"],
        ["--q", "1", "--weights", "1,2", "--target", "1"],
    ],
)
def test_bad_input(capsys, argv):
    assert main(["descend", *argv]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("\n") == 1 and "--" in shown.err
