"""--reparameterization on the command line: the product's own output, the four commands, one line for every mistake."""

from __future__ import annotations

import json

import pytest

from steepest_mirror.proofs.command_line import main

HYPENTROPY = ["--q", "2", "--reparameterization", "u**D - v**D", "--set", "D=2", "--start", "u=1,v=1/2"]


def run(capsys, *argv):
    code = main(list(argv))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize(
    "command", [["derive"], ["legendre"], ["evaluate", "mirror-map", "--x", "5/3"], ["evaluate", "range"]]
)
@pytest.mark.parametrize("q", ["1", "3/2", "2"])
def test_a_product_prints_what_its_invariants_print(capsys, command, q):
    invariants = {"1": "3,0,8", "3/2": "7,0,26", "2": "15,0,80"}[q]
    ours = run(capsys, *command, "--json", "--q", q, "--reparameterization", "a*b*c", "--start", "a=4,b=-1,c=9")
    assert ours == run(capsys, *command, "--json", "--q", q, "--invariants", invariants) and ours[0] == 0


def test_integrate_a_product(capsys):
    how = ["--q", "3/2", "--target", "2", "--until", "1/8", "--json"]
    ours = run(capsys, "integrate", *how, "--reparameterization", "m*w", "--start", "m=1,w=1/2")
    assert ours == run(capsys, "integrate", *how, "--weights", "1,1/2") and ours[0] == 0


def test_the_hypentropy(capsys):
    code, out, _ = run(capsys, "derive", *HYPENTROPY, "--what", "mirror-map", "--json")
    result = json.loads(out)
    assert code == 0 and result["reparameterization"] == "u**D - v**D" and result["start"] == {"u": "1", "v": "1/2"}
    assert "asinh(x)/4" in result["results"][0]["text"]
    code, out, _ = run(capsys, "evaluate", "mirror-map", *HYPENTROPY, "--x", "5", "--digits", "20")
    assert code == 0 and out.strip() == "0.57810958531818815506"
    code, out, _ = run(capsys, "legendre", *HYPENTROPY, "--json")
    assert code == 0 and all(c["holds"] in (True, False) for c in json.loads(out)["conditions"])
    for form in ("latex", "markdown", "text", "python"):
        assert run(capsys, "derive", *HYPENTROPY, "--format", form)[0] == 0


def test_integrate_in_every_form(capsys):
    how = [*HYPENTROPY, "--target", "2", "--until", "1/2", "--samples", "2"]
    code, out, _ = run(capsys, "integrate", *how, "--json")
    result = json.loads(out)
    assert code == 0 and result["conserved"] == ["u*v"]
    assert all(abs(float(s["invariants"][0][0]) - 0.5) < 1e-15 for s in result["samples"])
    code, out, _ = run(capsys, "integrate", *how, "--format", "csv")
    assert code == 0 and out.splitlines()[0] == "time,u,v,x,radius,I_1,event" and len(out.splitlines()) == 4
    assert "Conserved without decay" in run(capsys, "integrate", *how)[1]


@pytest.mark.parametrize(
    "argv, words",
    [
        (["derive", "--q", "2", "--depth", "2", "--reparameterization", "u*v", "--start", "u=1,v=1"], "leave it out"),
        (
            ["derive", "--q", "2", "--invariants", "0,1", "--reparameterization", "u*v", "--start", "u=1,v=1"],
            "leave it out",
        ),
        (["derive", "--q", "2", "--start", "u=1"], "belongs to --reparameterization"),
        (["derive", "--q", "2", "--depth", "2", "--set", "u=1"], "belongs to --reparameterization"),
        (["derive", "--q", "2", "--reparameterization", "u*v"], "--start: missing"),
        (["derive", "--q", "symbolic", "--reparameterization", "u*v", "--start", "u=1,v=1"], "one q"),
        (["derive", "--reparameterization", "u*v", "--start", "u=1,v=1"], "--q: missing"),
        (
            ["evaluate", "metric", "--x", "1", "--q", "2", "--reparameterization", "u*v", "--start", "u=1"],
            "v has no value",
        ),
        (["legendre", "--q", "2", "--reparameterization", "u*v", "--start", "u=0,v=0"], "degenerate"),
        (["legendre", "--q", "2", "--reparameterization", "u*v", "--start", "u=0,v=z"], "give a number"),
        (["legendre", "--q", "2", "--reparameterization", "u*v", "--start", "u=0,u=1"], "two values"),
        (["legendre", "--q", "2", "--reparameterization", "u*v", "--start", "u:1"], "NAME=NUMBER"),
        (["legendre", "--q", "2", "--reparameterization", "u*v", "--set", "D=1", "--start", "u=1,v=1"], "not a name"),
        (["legendre", "--q", "2", "--reparameterization", "__import__('os')", "--start", "u=1"], "column"),
        (
            ["derive", "--q", "2", "--reparameterization", "u**2-v", "--start", "u=1,v=1", "--what", "metrics"],
            "did you mean metric",
        ),
        (
            ["integrate", "--q", "2", "--reparameterization", "u**2-v", "--start", "u=1,v=1", "--target", "1"],
            "--until: missing",
        ),
        (
            ["integrate", "--q", "2", "--reparameterization", "u**2-v", "--start", "u=1,v=1", "--until", "1"],
            "objective is missing",
        ),
        (
            ["integrate", "--q", "2", "--reparameterization", "u*v", "--start", "u=1,v=1", "--weights", "1,2"],
            "leave it out",
        ),
        (
            [
                "integrate",
                "--q",
                "2",
                "--reparameterization",
                "u**2-v",
                "--start",
                "u=1,v=1",
                "--target",
                "1,2",
                "--until",
                "1",
            ],
            "one coordinate",
        ),
    ],
)
def test_one_line_for_a_mistake(capsys, argv, words):
    code, out, err = run(capsys, *argv)
    assert code == 2 and not out and words in err and len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "text", ["((((u", "exp(exp(exp(9)))*u", "1/0*u", "u;v", "a" * 5000, "abs()", "u" + "+u" * 2500, "0*u"]
)
def test_hostile_text_is_refused_quickly(capsys, text):
    code, _, err = run(capsys, "legendre", "--q", "2", "--reparameterization", text, "--start", "u=1")
    assert code in (2, 4) and len(err.splitlines()) == 1 and "internal" not in err
