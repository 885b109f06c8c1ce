"""`experiment` on the command line: exit codes, forms of output, what is refused, what --help leaves unloaded."""

from __future__ import annotations

import json

import pytest

from steepest_mirror.experiments.studies.catalogue import FILES, experiment
from steepest_mirror.experiments.verdict import KINDS
from steepest_mirror.proofs.command_line import main


def test_list(capsys):
    assert main(["experiment", "list"]) == 0
    text = capsys.readouterr().out
    assert all(name in text for name in FILES)


def test_a_run_its_report_and_its_exit_codes(tmp_path, capsys):
    out = str(tmp_path / "run")
    assert main(["experiment", "trial", "--small", "--out", out]) == 0
    assert "1 findings: 1 agree" in capsys.readouterr().out
    assert main(["experiment", "report", out]) == 0
    text = capsys.readouterr().out
    assert text.startswith("## A trial") and "| agree |" in text and "python" in text
    rows = (tmp_path / "run" / "rows.csv").read_text().splitlines()
    assert len(rows) == 21 and rows[0] == "points,wait,seed,share,status,reason,seconds"
    pytest.importorskip("matplotlib")
    assert (tmp_path / "run" / "findings.svg").read_bytes().startswith(b"<?xml")


def test_a_report_says_what_is_not_measured_yet(tmp_path, capsys):
    """Rows that are gone, such as those that disagreed, leave nothing that agrees."""
    out, path = str(tmp_path), tmp_path / "rows.jsonl"
    assert main(["experiment", "trial", "--small", "--out", out]) == 0
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:15]))
    capsys.readouterr()
    assert main(["experiment", "report", out]) == 4
    assert "not resolved (5 of 20 runs failed: not measured yet: --resume goes on)" in capsys.readouterr().out
    path.write_bytes(b"")
    assert main(["experiment", "report", out]) == 4
    assert "| 0 | not resolved (not measured yet: --resume goes on) |" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("points = [40000]", "pints = [40000]"), "no grid of trial has these arguments"),
        (("points = [40000]", 'points = ["a"]'), "trial has no such value"),
        (('"trial"', '"escape"'), "run.toml says escape, and rows.jsonl has rows of trial"),
        (('"trial"', '"nothing"'), "no experiment has the name nothing now"),
    ],
)
def test_a_run_toml_of_something_else(tmp_path, capsys, change, says):
    assert main(["experiment", "trial", "--small", "--out", str(tmp_path)]) == 0
    path = tmp_path / "run.toml"
    assert change[0] in path.read_text()
    path.write_text(path.read_text().replace(*change))
    capsys.readouterr()
    assert main(["experiment", "report", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert says in error and error.count("\n") == 1


def test_what_has_no_prediction_is_refused_before_anything_is_measured(tmp_path, monkeypatch):
    from dataclasses import replace

    from steepest_mirror.experiments.running.run import run
    from steepest_mirror.experiments.running.store import Store
    from steepest_mirror.symbolic.errors import InputError

    escape = replace(experiment("escape"), measure="nothing:measured")
    grid = {"part": ("flow",), "q": ("2",), "depth": (2, 1), "k": (3,), "n": (2,), "true": (1,)}
    store = Store(tmp_path)
    with pytest.raises(InputError, match="depth"):
        run(escape, (grid,), 2, store)
    store.close()
    assert (tmp_path / "rows.jsonl").read_bytes() == b""


def test_every_test_of_a_quantity_is_explained():
    """Four tests of fine-tuning ask about the accuracy: each says what it compares with."""
    from steepest_mirror.experiments.verdict import judge
    from steepest_mirror.experiments.writing.table import formulas

    chosen = experiment("finetuning")
    rows = [{"status": "done", "measured": {t.quantity: 0.5 for t in chosen.tests}}] * 3
    asked = {"start": "saddle", "step": 1e-4, "steps": 8000}
    found = [judge(t, {**asked, "optimizer": o}, rows) for o in ("sgd", "adam") for t in chosen.tests]
    told = [words for name, words in formulas([f for f in found if f]) if name == "accuracy"]
    assert len(told) == 2 and "stays at chance" in told[0] and "leaves the saddle" in told[1]


def test_a_range_over_few_runs_says_what_it_is_worth():
    from steepest_mirror.experiments.verdict import judge
    from steepest_mirror.experiments.writing.table import summary

    chosen = experiment("escape")
    arguments = {"part": "flow", "q": "2", "depth": 3}
    row = {"status": "done", "measured": {"exponent": -1.0}}
    few = judge(chosen.tests[0], arguments, [row] * 2)
    assert summary([few]) == "1 findings: 1 agree; a range over 2 runs holds the median with 50%"
    assert summary([judge(chosen.tests[0], arguments, [row] * 6)]) == "1 findings: 1 agree"


def test_one_seed_is_not_resolved(capsys):
    assert main(["experiment", "trial", "--small", "--seeds", "1"]) == 4
    assert "not resolved" in capsys.readouterr().out


def test_a_disagreement_is_exit_code_1(capsys, monkeypatch):
    import random

    monkeypatch.setattr(random.Random, "random", lambda self: 0.1)
    assert main(["experiment", "trial", "--small", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["findings"][0]["verdict"] == "disagree" and found["version"] == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["escap"], "did you mean escape"),
        (["trial", "--seeds", "0"], "--seeds: '0'"),
        (["trial", "--jobs", "x"], "--jobs"),
        (["trial", "--resume"], "--out DIR"),
        (["trial", "--sweep", "q=1"], "points, wait"),
        (["trial", "--jobs", "2", "--scheduler", "tcp://a:1"], "leave it out"),
        (["trial", "runs"], "--out DIR"),
        (["list", "runs"], "--out DIR"),
        (["report"], "missing"),
        (["report", "/nowhere"], "no run is kept there"),
        (["all", "--sweep", "q=1"], "name one experiment"),
        (["trial", "--out", "/proc/nowhere"], "cannot be written"),
        (["trial", "--out", ""], "give the name of a directory"),
    ],
)
def test_refused_in_one_line(capsys, words, says):
    assert main(["experiment", *words]) == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert says in error and error.startswith("steepest-mirror: ")


@pytest.mark.parametrize("name", FILES)
def test_every_experiment_is_whole(name):
    """Each test concerns some setting of the full grid, and predicts a number or nothing for every one."""
    from steepest_mirror.experiments.experiment import tasks

    chosen = experiment(name)
    assert chosen.name == name and chosen.seeds >= 4 and all(test.kind in KINDS for test in chosen.tests)
    settings = [task.arguments for task in tasks(chosen, chosen.grids, 1)]
    small = [task.arguments for task in tasks(chosen, chosen.small, 1)]
    for test in chosen.tests:
        found = [test.predicted(a) for a in settings]
        assert any(value is not None for value in found), test.formula
        assert all(value is None or value == value for value in found)
        assert all(test.tolerance(a) >= 0 for a, v in zip(settings, found, strict=True) if v is not None)
    assert any(test.predicted(a) is not None for test in chosen.tests for a in small)


def test_resuming_goes_on_with_the_grid_and_seeds_of_the_run(tmp_path, capsys):
    out = str(tmp_path)
    words = ["experiment", "trial", "--out", out]
    assert main([*words, "--sweep", "wait=0", "--sweep", "points=5000", "--seeds", "30"]) in (0, 4)
    lines = (tmp_path / "rows.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "rows.jsonl").write_bytes(b"".join(lines[:25]) + lines[25][:40])
    capsys.readouterr()
    assert main([*words, "--resume"]) in (0, 4)
    said = capsys.readouterr().err
    assert "30 rows, 25 of them there already" in said and "torn last line" in said
    assert (tmp_path / "rows.jsonl").read_bytes().count(b"\n") == 30


@pytest.mark.parametrize("name", FILES)
def test_every_test_can_fail(name):
    """Rows at the prediction agree; rows just past the tolerance, or a bound missed, disagree."""
    from steepest_mirror.experiments.experiment import tasks
    from steepest_mirror.experiments.verdict import judge

    chosen = experiment(name)
    for task in tasks(chosen, chosen.grids, 1):
        for test in chosen.tests:
            c = test.predicted(task.arguments)
            if c is None:
                continue
            e = test.tolerance(task.arguments)
            good, bad = {"equals": (c, c + 1.1 * e), "every": (1, 0)}.get(test.kind, (c, c))
            if test.kind in ("at most", "at least"):
                wrong = (abs(c) or 1) * (1 if test.kind == "at most" else -1)
                good, bad = c - 1e-9 * wrong, c + 0.1 * wrong
            gate = {} if test.gate is None else {test.gate[0]: 0.0}

            def verdict(value, test=test, arguments=task.arguments, gate=gate):
                row = {"status": "done", "measured": {test.quantity: value, **gate}, "arguments": arguments}
                return judge(test, arguments, [row] * 3).verdict

            assert verdict(good) == "agree" and verdict(bad) == "disagree", (test.formula, task.arguments)
