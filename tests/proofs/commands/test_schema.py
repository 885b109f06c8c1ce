"""Every command's JSON has the version and keeps to the schema that is shipped; the schema refuses what is wrong."""

from __future__ import annotations

import json
import shlex

import pytest

from steepest_mirror.proofs.command_line import COMMANDS, main

jsonschema = pytest.importorskip("jsonschema")

CALLS = [
    "verify --claim onto --claim coercivity-decreasing-as-reported",
    "verify --list",
    "verify --items --claim ray-time --claim onto",
    "explain review-3",
    "explain bregman-as-reported",
    "table1 --q symbolic 3/2 --depth symbolic inf 5",
    "table2 --q symbolic 1 --depth symbolic inf 3",
    "legendre --q symbolic --depth symbolic --balance lam",
    "legendre --q 3/2 --reparameterization 'u**2 - v**2' --start u=1,v=1/2",
    "derive --q 3/2 --invariants 0,a,b",
    "derive --q 2 --depth inf --what regularizer",
    "derive --q 2 --reparameterization 'u**D - v**D' --set D=2 --start u=1,v=1/2",
    "evaluate range --q 3/2 --depth 3",
    "evaluate mirror-map --q 2 --reparameterization 'u**2 - v**2' --start u=1,v=1/2 --x 5",
    "evaluate regularizer --q 3/2 --depth inf --x 2",
    "integrate --q 1 --weights 1,1/2 --target 2 --until 3",
    "integrate --q 2 --weights 1,1,1 --gradient -1 --until 5 --digits 10",
    "integrate --q 2 --reparameterization 'u**2 - v**2' --start u=1,v=1/2 --target 2 --until 1",
    "integrate --double --q 3/2 --weights 1,1/2 --target 2 --until 3",
    "escape --weights 1,1,2 --scale 1e-6 --to 1/2 --gradient -1",
    "escape --weights -1,1 --to 1 --gradient -1 --q 2 3/2",
    "decay --q 3/2 --weights 3/10,6/10 --gradient -1 --decay 1/2 --until 1 --samples 2",
    "decay --q 3/2 --weights 1,1/2 --target 1 --decay 1 --decay-kind coupled --until 1/2 --samples 2",
    "descend --q 2 --step 1/10 --weights 1,1/2 --target 2 --steps 3",
]
WITHOUT_JSON = {"plot", "report", "completion"}
ELSEWHERE = {"check", "margin", "experiment", "conserved", "diagnose"}  # called below, or needing what is not here


def schema() -> dict:
    from steepest_mirror.proofs.writing.layout import schema

    return json.loads(schema())


def validate(command: str, result: object) -> None:
    jsonschema.Draft202012Validator({"$ref": f"#/$defs/{command}", "$defs": schema()["$defs"]}).validate(result)


def printed(capsys, *argv: str) -> dict:
    main([*argv, "--json"])
    return json.loads(capsys.readouterr().out)


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_it_is_printed(capsys):
    assert main(["--schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()


def test_every_command_has_one_and_is_called():
    known = set(COMMANDS) - WITHOUT_JSON
    assert known <= set(schema()["$defs"])
    assert known - ELSEWHERE == {shlex.split(call)[0] for call in CALLS}


@pytest.mark.parametrize("call", CALLS)
def test_json_keeps_to_it(capsys, call):
    argv = shlex.split(call)
    result = printed(capsys, *argv)
    assert next(iter(result.items())) == ("version", 1)
    validate(argv[0], result)


def test_json_of_files(capsys, tmp_path):
    claims = '[[claim]]\nid = "a"\nproperty = "onto"\ncondition = "q*(L-1)/L < 1"\n'
    (tmp_path / "claims.toml").write_text(claims, "utf-8")
    (tmp_path / "X.csv").write_text("1,2\n2,1\n", "utf-8")
    (tmp_path / "y.csv").write_text("1\n1\n", "utf-8")
    result = printed(capsys, "check", str(tmp_path / "claims.toml"))
    validate("check", result)
    assert result["claims"][0]["verdict"] == "refuted"
    for depth in ("2", "4"):  # convex, and not
        argv = ("margin", "--q", "3/2", "--depth", depth, str(tmp_path / "X.csv"), str(tmp_path / "y.csv"))
        validate("margin", printed(capsys, *argv))


@pytest.mark.parametrize(
    ("command", "change"),
    [
        ("evaluate", {"value": 0.5}),
        ("evaluate", {"value": "0,5"}),
        ("evaluate", {"version": 2}),
        ("evaluate", {"surplus": "1"}),
        ("evaluate", {"digits": 0}),
    ],
)
def test_it_refuses(capsys, command, change):
    result = printed(capsys, "evaluate", "coercivity", "--q", "2", "--invariants", "0,1")
    validate(command, result)
    with pytest.raises(jsonschema.ValidationError):
        validate(command, {**result, **change})
