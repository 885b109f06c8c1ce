"""What is printed encloses the truth: exact times, values within the radius, the CSV and JSON of one trajectory
alike."""

from __future__ import annotations

import csv
import io
import json
import math
from decimal import Decimal
from fractions import Fraction

import pytest
from flint import arb

from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.proofs.command_line import main


def result(capsys, *argv: str) -> dict:
    assert main(["integrate", *argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_gradient_flow_follows_its_hyperbola(capsys):
    """q = 2, L = 2, w = (1, 1), g = -1: dw_i/dt = w_j, so w_i = e^t and x = e^{2t}."""
    found = result(capsys, "--q", "2", "--weights", "1,1", "--gradient", "-1", "--until", "1", "--digits", "30")
    last = found["samples"][-1]
    with bits(200):
        for text, truth in ((last["weights"][0][0], arb(1).exp()), (last["x"][0], arb(2).exp())):
            distance = abs(arb(text) - truth)
            assert distance <= arb(last["radius"])
    assert last["time"] == "1" and Decimal(last["radius"]) < Decimal("1e-27")
    assert (found["status"], found["depth"], found["q"]) == ("finished", 2, "2")


def test_sign_gradient_flow_moves_at_unit_speed(capsys):
    """q = 1, g = -1, positive weights: every weight grows at speed 1, and the differences stay."""
    found = result(capsys, "--q", "1", "--weights", "1,1/2,2", "--gradient", "-1", "--until", "1/4", "--samples", "1")
    assert [Decimal(w) for w in found["samples"][-1]["weights"][0]] == [
        Decimal("1.25"),
        Decimal("0.75"),
        Decimal("2.25"),
    ]
    assert [Decimal(v) for v in found["samples"][-1]["invariants"][0]] == [Decimal("0.5"), 0, Decimal("1.5")]


def test_a_blow_up_stops_with_a_reason_and_exit_code_0(capsys):
    found = result(capsys, "--q", "2", "--weights", "1,1,1", "--gradient", "-1", "--until", "5", "--digits", "10")
    assert found["status"] == "stopped" and found["reason"]  # w' = w^2 from 1: infinite at t = 1
    assert Decimal("0.99") < Decimal(found["samples"][-1]["time"]) <= 1


def test_csv_holds_the_same_numbers_as_json(capsys):
    argv = ["--q", "1", "--weights", "1,1/2;2,1", "--target", "2,1", "--until", "1/3", "--samples", "3"]
    samples = result(capsys, *argv)["samples"]
    assert main(["integrate", *argv, "--format", "csv"]) == 0
    out, err = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(out)))
    laws = ["Lambda_1_1", "Lambda_1_2", "Lambda_2_1", "Lambda_2_2"]
    assert list(rows[0]) == ["time", "w_1_1", "w_1_2", "w_2_1", "w_2_2", "radius", "x_1", "x_2", *laws, "event"]
    assert len(rows) == len(samples) == 4
    for row, sample in zip(rows, samples, strict=True):
        weights = [w for coordinate in sample["weights"] for w in coordinate]
        kept = [v for coordinate in sample["invariants"] for v in coordinate]
        assert list(row.values()) == [sample["time"], *weights, sample["radius"], *sample["x"], *kept, ""]
    assert err.startswith("finished")


@pytest.mark.parametrize("digits", ["5", "40"])
def test_text_fits_eighty_columns(capsys, digits):
    argv = ["--q", "1", "--weights", "1,1/2;2,1", "--target", "2,1", "--until", "3", "--digits", digits]
    assert main(["integrate", *argv]) == 0
    out = capsys.readouterr().out
    assert "Events" in out and max(map(len, out.splitlines())) <= 80


def test_a_csv_file_by_its_name_holds_x_invariants_and_the_event(tmp_path, capsys):
    """q = 1, w = (1, 1/2), f = (x - 2)^2/2: both weights grow at speed 1 until (1 + t)(1/2 + t) = 2."""
    file = tmp_path / "traj.csv"
    argv = ["--q", "1", "--weights", "1,1/2", "--target", "2", "--until", "3", "--samples", "3", "--digits", "25"]
    assert main(["integrate", *argv, "--output", str(file)]) == 0
    assert capsys.readouterr().out == ""
    rows = list(csv.DictReader(file.open(encoding="ascii")))
    assert [row["event"].split(" at ")[0] for row in rows] == ["", "arrival 1", "", "", ""]
    arrival = (Fraction(-3) + Fraction(math.isqrt(33 * 10**60), 10**30)) / 4  # t^2 + 3t/2 - 3/2 = 0
    event = rows[1]
    assert abs(Fraction(event["time"]) - arrival) < Fraction(1, 10**23)
    assert abs(Fraction(event["x_1"]) - 2) < Fraction(1, 10**22)
    assert all(Fraction(row["Lambda_1_1"]) == Fraction(1, 2) and Fraction(row["Lambda_1_2"]) == 0 for row in rows)
