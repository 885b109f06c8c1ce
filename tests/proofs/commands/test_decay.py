"""`decay`: Lambda_t, dual variable and regularizer of one trajectory against exact solutions and the stated law."""

from __future__ import annotations

import json

import pytest
from mpmath import exp, expm1, mp, mpf

from steepest_mirror.proofs.command_line import main


def result(capsys, *argv: str) -> dict:
    assert main(["decay", "--json", *argv]) == 0
    return json.loads(capsys.readouterr().out)


def near(text: str, truth: mpf, sample: dict) -> bool:
    return abs(mpf(text) - truth) <= mpf(sample["radius"])


@pytest.mark.parametrize(
    ("q", "weights"), [("3/2", "3/10,6/10"), ("2", "3/10,6/10,9/10"), ("1", "1/2,1,2"), ("5/4", "1/2,1/2,1")]
)
def test_lambda_and_the_dual_variable_follow_their_laws(capsys, q, weights):
    """Constant g = -1 and alpha = 2/5: Lambda e^{-q alpha t}, y = y_0 e^{-c t} + (1 - e^{-c t})/c, c = alpha L(1-m)."""
    found = result(
        capsys, "--q", q, "--weights", weights, "--gradient", "-1", "--decay", "2/5", "--until", "1/2", "--samples", "2"
    )
    with mp.workdps(40):
        above, _, below = q.partition("/")
        steep, alpha, depth = mpf(above) / mpf(below or 1), mpf(2) / 5, found["depth"]
        rate = alpha * (depth - steep * (depth - 1))
        first = found["samples"][0]
        for s in found["samples"]:
            t = mpf(s["time"])
            slack = 2 * mpf(first["radius"]) * exp(abs(rate) * t) + mpf(s["radius"])
            for start, now in zip(first["lambda"][0], s["lambda"][0], strict=True):
                assert abs(mpf(now) - mpf(start) * exp(-steep * alpha * t)) <= slack
            grown = -expm1(-rate * t) / rate if rate else t
            assert abs(mpf(s["dual"][0]) - mpf(first["dual"][0]) * exp(-rate * t) - grown) <= slack


def test_gradient_flow_on_its_hyperbola(capsys):
    """q = 2, w = (1, 1), g = -2, alpha = 1/2: w = e^{3t/2}, y = log(x)/2 = 3t/2, M = x."""
    found = result(
        capsys, "--q", "2", "--weights", "1,1", "--gradient", "-2", "--decay", "1/2", "--until", "1", "--digits", "30"
    )
    assert found["law"]["dual"] == "dy/dt = -<g>^(q-1) - alpha sign(x) where balanced"
    with mp.workdps(40):
        for s in found["samples"]:
            t = mpf(s["time"])
            assert near(s["dual"][0], 3 * t / 2, s)
            assert near(s["x"][0], exp(3 * t), s) and near(s["regularizer"][0], exp(3 * t), s)


def test_pieces_of_decay(capsys):
    """alpha = 1 on [0, 1/4), 0 afterwards: Lambda stops at Lambda_0 e^{-q/4}."""
    found = result(
        capsys,
        "--q",
        "1",
        "--weights",
        "1,3",
        "--gradient",
        "-1",
        "--decay",
        "0:1;1/4:0",
        "--until",
        "1/2",
        "--samples",
        "2",
    )
    last = found["samples"][-1]
    with mp.workdps(40):
        assert near(last["lambda"][0][1], 2 * exp(mpf(-1) / 4), last)


def test_coupled_decay_below_q_2_has_no_closed_law(capsys):
    found = result(
        capsys,
        "--q",
        "3/2",
        "--weights",
        "1,1",
        "--target",
        "2",
        "--decay",
        "1/3",
        "--decay-kind",
        "coupled",
        "--until",
        "1/10",
    )
    assert found["law"] == {"lambda": None, "dual": None}
    with mp.workdps(40):
        for s in found["samples"]:  # balanced: M = (L/2)|x|^{2/L} = x
            assert near(s["regularizer"][0], mpf(s["x"][0]), s) or abs(
                mpf(s["regularizer"][0]) - mpf(s["x"][0])
            ) < 2 * mpf(s["radius"])


@pytest.mark.parametrize("form", ["text", "markdown", "latex", "csv"])
def test_every_form_shows_the_same_numbers(capsys, form):
    argv = [
        "--q",
        "3/2",
        "--weights",
        "3/10,6/10",
        "--gradient",
        "-1",
        "--decay",
        "1/2",
        "--until",
        "1",
        "--samples",
        "2",
    ]
    last = result(capsys, *argv)["samples"][-1]
    assert main(["decay", *argv, "--format", form]) == 0
    out = capsys.readouterr().out
    assert all(text in out for text in (last["dual"][0], last["regularizer"][0], last["lambda"][0][1]))


@pytest.mark.parametrize(
    ("argv", "named"),
    [
        ([], "--decay"),
        (["--q", "2", "--weights", "1,1", "--gradient", "-1", "--until", "1"], "--decay"),
        (["--q", "2", "--weights", "1,1", "--gradient", "-1", "--until", "1", "--decay", "-1"], "--decay"),
        (["--q", "2", "--weights", "1,1", "--until", "1", "--decay", "1"], "objective"),
        (["--q", "2", "--weights", "1,1", "--gradient", "-1", "--decay", "1"], "--until"),
        (
            ["--q", "2", "--weights", "1,1", "--gradient", "-1", "--decay", "1", "--until", "1", "--samples", "0"],
            "--samples",
        ),
    ],
)
def test_bad_input_is_one_line(capsys, argv, named):
    assert main(["decay", *argv]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.count("\n") == 1 and named in captured.err
