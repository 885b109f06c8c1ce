"""`margin`: the answers, their radius, and what is refused."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from steepest_mirror.proofs.command_line import main


@pytest.fixture
def data(tmp_path):
    (tmp_path / "X.csv").write_text("1,2/5\n-1/2,-7/10\n")
    (tmp_path / "y.csv").write_text("1\n-1\n")
    return [str(tmp_path / "X.csv"), str(tmp_path / "y.csv")]


def answer(capsys, *argv):
    assert main(["margin", "--json", *argv]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_witness(capsys, data):
    """q = 5/4, L = 2: r = 5/2 and the direction ((5/7)^{2/3}, 1)."""
    found = answer(capsys, "--q", "5/4", "--depth", "2", "--digits", "30", *data)
    assert found["exponent"] == "5/2" and found["convex"] and found["kind"] == "enclosed"
    truth = Decimal("0.799063530058140554718692")  # (5/7)^(2/3)
    assert abs(Decimal(found["direction"][0]) ** 3 - Decimal(25) / 49) < Decimal("1e-26")
    assert abs(Decimal(found["direction"][0]) - truth) < Decimal("1e-20")
    assert Decimal(found["radius"]) < Decimal("1e-29") and Decimal(found["residual"]) < Decimal("1e-50")
    other = answer(capsys, "--exponent", "11/8", *data)
    assert abs(Decimal(other["direction"][0]) - Decimal("0.6")) < Decimal("1e-19")


def test_sign_flow_does_not_depend_on_depth(capsys, data):
    found = [answer(capsys, "--q", "1", "--depth", n, *data) for n in ("2", "3", "7")]
    assert all(f == found[0] for f in found) and found[0]["margin"].rstrip("0").rstrip(".") in ("1.2", "1.20")
    assert found[0]["exponent"] == "inf" and found[0]["kind"] == "exact"


def test_not_convex(capsys, data):
    found = answer(capsys, "--q", "2", "--depth", "4", *data)
    assert not found["convex"] and found["kind"] == "enumerated" and len(found["others"]) == 2
    assert found["unique"] is None and Decimal(found["margin"]) == Decimal("0.5")


def test_text_names_what_proves_it(capsys, data):
    assert main(["margin", "--q", "3/2", "--depth", "2", *data]) == 0
    shown = capsys.readouterr().out
    assert "duality gap" in shown and "KKT residual" in shown and "sum |x_k|^(3/2) <= 1" in shown


@pytest.mark.parametrize(
    "argv",
    [
        ["--q", "3/2"],
        ["--depth", "2"],
        ["--q", "3", "--depth", "2"],
        ["--exponent", "0"],
        ["--exponent", "-1"],
        ["--exponent", "2", "--depth", "2"],
    ],
)
def test_bad_options(capsys, data, argv):
    assert main(["margin", *argv, *data]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_bad_data(capsys, tmp_path, data):
    (tmp_path / "z.csv").write_text("1\n1\n")
    (tmp_path / "both.csv").write_text("1,2\n-2,-4\n")
    assert main(["margin", "--q", "1", "--depth", "2", str(tmp_path / "both.csv"), str(tmp_path / "z.csv")]) == 2
    assert "separable" in capsys.readouterr().err
    (tmp_path / "z.csv").write_text("1\n2\n")
    assert main(["margin", "--q", "1", "--depth", "2", data[0], str(tmp_path / "z.csv")]) == 2
    assert main(["margin", "--q", "1", "--depth", "2", data[0], str(tmp_path / "none.csv")]) == 2
