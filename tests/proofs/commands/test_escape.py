"""`escape`: exact times from one start in weight space, the law beside them, and one line for bad input."""

from __future__ import annotations

import json
from fractions import Fraction as F

import pytest
from mpmath import asinh, mp, mpf, sqrt

from steepest_mirror.proofs.command_line import main

START = ["--weights", "1,1,2", "--scale", "1e-6", "--to", "1/2", "--gradient", "-1"]


def rows(capsys, *argv: str) -> dict[str, dict]:
    assert main(["escape", "--json", *argv]) == 0
    return {row["q"]: row for row in json.loads(capsys.readouterr().out)["rows"]}


def close(entry: dict, truth: mpf) -> bool:
    return abs(mpf(entry["value"]) - truth) <= mpf(entry["radius"]) + abs(truth) * mpf(10) ** -30


def test_exact_times(capsys):
    """q = 2, L = 2: (asinh(2 x/lambda) - asinh(2 x_0/lambda))/2, lambda = 3e-6; q = 1: the root of u (u + 1e-3)."""
    with mp.workdps(50):
        found = rows(capsys, "--weights", "1,2", "--scale", "1e-3", "--to", "1/2", "--gradient", "-1", "--q", "2", "1")
        gap = mpf(3) / 10**6
        assert close(found["2"]["time"], (asinh(1 / gap) - asinh(mpf(4) / 3)) / 2)
        gap = mpf(1) / 1000
        assert close(found["1"]["time"], (sqrt(gap**2 + 2) - gap) / 2 - gap)


def test_the_size_of_the_gradient_divides_the_time(capsys):
    slow, fast = (rows(capsys, *START[:-1], g, "--q", "3/2")["3/2"] for g in ("-1", "-9"))
    with mp.workdps(40):
        assert abs(mpf(slow["time"]["value"]) / mpf(fast["time"]["value"]) - 3) < mpf(10) ** -17


def test_three_regimes(capsys):
    found = rows(capsys, *START, "--q", "1", "3/2", "2")
    laws = {q: row["law"] for q, row in found.items()}
    assert [laws[q]["regime"] for q in ("1", "3/2", "2")] == ["bounded", "logarithmic", "power"]
    assert [F(laws[q]["exponent"]) for q in ("1", "3/2", "2")] == [1, 0, -1]
    for q in ("1", "2"):
        assert abs(F(found[q]["time"]["value"]) / F(laws[q]["leading_term"]["value"]) - 1) < F(1, 10**5)


def test_downwards_mirrors_upwards(capsys):
    up = rows(capsys, "--weights", "1,2", "--scale", "1/10", "--to", "3", "--gradient", "-2", "--q", "3/2")
    down = rows(capsys, "--weights", "-1,2", "--scale", "1/10", "--to=-3", "--gradient", "2", "--q", "3/2")
    assert up == down


def test_where_x_keeps_its_sign_it_never_crosses(capsys):
    found = rows(capsys, "--weights", "-1,1", "--to", "1", "--gradient", "-1", "--q", "2", "3/2")
    assert found["2"]["time"]["value"] == "inf" and found["2"]["law"] is None
    with mp.workdps(40):
        assert close(found["3/2"]["time"], mpf(4))  # R' = x^{1/4} / (2/4), from -2 to 2


def test_a_saddle_that_is_never_left(capsys):
    assert (
        rows(capsys, "--weights", "0,0,1", "--to", "1", "--gradient", "-1", "--q", "2")["2"]["time"]["value"] == "inf"
    )


@pytest.mark.parametrize("form", ["text", "markdown", "latex"])
def test_every_form_shows_every_time(capsys, form):
    assert main(["escape", *START, "--format", form]) == 0
    out = capsys.readouterr().out
    assert all(time in out for time in ("0.79369919265090639523", "13.312254079929857979", "760344.73637989645266"))


@pytest.mark.parametrize(
    ("argv", "named"),
    [
        (["--weights", "1", "--to", "2", "--gradient", "-1"], "--weights"),
        (["--weights", "1,x", "--to", "2", "--gradient", "-1"], "--weights"),
        (["--weights", "1,1;2,2", "--to", "9", "--gradient", "-1"], "--weights"),
        (["--weights", "1,1", "--gradient", "-1"], "--to"),
        (["--weights", "1,1", "--to", "2"], "--gradient"),
        (["--weights", "1,1", "--to", "2", "--gradient", "0"], "--gradient"),
        (["--weights", "1,1", "--to", "2", "--gradient", "1"], "--to"),
        (["--weights", "1,1", "--to", "0", "--gradient", "-1"], "--to"),
        (["--weights", "1,1", "--to", "2", "--gradient", "-1", "--scale", "0"], "--scale"),
        (["--weights", "1,1", "--to", "2", "--gradient", "-1", "--q", "5/2"], "--q"),
        (["--weights", "1,1", "--to", "2", "--gradient", "-1", "--digits", "0"], "--digits"),
    ],
)
def test_bad_input_is_one_line(capsys, argv, named):
    assert main(["escape", *argv]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.count("\n") == 1 and named in captured.err


def test_a_law_that_is_not_there_says_why_where_it_is_pasted_too():
    """q = 1 from a start that never leaves: the reason stands in the text and in the formula."""
    from steepest_mirror.laws import NO_LAW, _pasted, law_words

    row = {"law": None, "time": {"value": "inf"}, "q": "1", "metric_exponent": "0"}
    assert law_words(row) == NO_LAW and "never leaves" in NO_LAW
    assert [cell.source for cell in _pasted([row])[1][0][3:4]] == [rf"\text{{{NO_LAW}}}"]
