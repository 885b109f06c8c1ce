"""A run in double precision says in every form that it is not certified; its numbers are those of the library."""

from __future__ import annotations

import csv
import io
import json
import math
import pickle

import numpy as np
import pytest

import steepest_mirror as sm
from steepest_mirror.proofs.command_line import main

pytest.importorskip("scipy")
ARGV = ["integrate", "--q", "1", "--weights", "1,1/2", "--target", "2", "--until", "3"]


@pytest.fixture(scope="module")
def run() -> sm.DoubleTrajectory:
    return sm.integrate(q=1, weights=[[1, "1/2"]], target=2, until=3, double=True)


def test_text_shows_no_more_digits_than_the_estimated_error_leaves():
    """q = 2, L = 2, balanced, g = -1: w = e^t; the digits shown agree with it to the error beside them."""
    text = str(sm.integrate(q=2, weights=[[1, 1]], gradient=-1, until=9, samples=3, double=True))
    rows = [line.split() for line in text.splitlines() if line[:1] in tuple("369")]
    assert len(rows) == 3
    for t, error, x, w, _ in rows:
        assert 3 < len(w) < 14 and abs(float(w) - math.exp(int(t))) < 10 * float(error) < 1
        assert float(x) == pytest.approx(math.exp(2 * int(t)), rel=1e-6)


def test_every_form_is_marked(run, capsys, tmp_path):
    assert run.certified is False and "NOT CERTIFIED" in repr(run) and "NOT CERTIFIED" in str(run)
    assert "NOT CERTIFIED" in run._repr_html_()
    assert not np.load(_saved(run, tmp_path))["certified"]
    assert main([*ARGV, "--double"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("NOT CERTIFIED") and "radius" not in text and max(map(len, text.splitlines())) <= 80
    assert main([*ARGV, "--double", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["certified"] is False and "radius" not in json.dumps(found)
    assert main([*ARGV, "--double", "--format", "csv"]) == 0
    out, err = capsys.readouterr()
    assert "NOT_CERTIFIED_error_estimate" in out.splitlines()[0] and "radius" not in out and "NOT CERTIFIED" in err
    assert [row["event"][:9] for row in csv.DictReader(io.StringIO(out)) if row["event"]] == ["arrival 1"]


def _saved(run, tmp_path):
    run.to_npz(tmp_path / "run.npz")
    return tmp_path / "run.npz"


def test_the_picture_is_marked(run):
    pytest.importorskip("matplotlib")
    assert "NOT CERTIFIED" in run.plot().get_suptitle()


def test_it_agrees_with_the_certified_run(run):
    certified = sm.integrate(q=1, weights=[[1, "1/2"]], target=2, until=3, digits=15)
    assert abs(run.w - certified.w).max() <= run.error.max() < 1e-6
    assert np.allclose(run.x, certified.x) and np.allclose(run.invariants, certified.invariants)
    assert [e.kind for e in run.events] == [e.kind for e in certified.events]
    assert np.allclose(run.at("1/4"), [[1.25, 0.75]])
    again = pickle.loads(pickle.dumps(run))
    assert (again.w == run.w).all() and np.allclose(again.at("1/4"), run.at("1/4"))


def test_a_verdict_cannot_rest_on_it():
    """Nothing that judges or observes imports it."""
    from pathlib import Path

    import steepest_mirror

    root = Path(steepest_mirror.__file__).parent
    for room in ("proofs/judging", "proofs/observations", "proofs/theorems", "proofs/check", "numeric_checks/laws"):
        for path in (root / room).rglob("*.py"):
            assert "double" not in "".join(l for l in path.read_text().splitlines() if "import" in l), path


def test_what_it_refuses(capsys):
    assert main([*ARGV, "--double", "--digits", "30"]) == 2
    assert "--digits" in capsys.readouterr().err
    with pytest.raises(sm.InputError, match="digits"):
        sm.integrate(q=1, weights=[[1, "1/2"]], target=2, until=3, digits=30, double=True)
    h = sm.Reparameterization("u**2 - v**2", q=2, start={"u": 1, "v": "1/2"})
    with pytest.raises(sm.InputError, match="double"):
        sm.integrate(reparameterization=h, gradient=-1, until=1, double=True)
    with pytest.raises(sm.InputError, match="1e308"):
        sm.integrate(q=2, weights=[["1e400", 1]], gradient=-1, until=1, double=True)


def test_a_large_certified_problem_suggests_it(tmp_path, capsys):
    n = 60
    (tmp_path / "A.csv").write_text(",".join(["1"] * n) + "\n")
    (tmp_path / "b.csv").write_text("1\n")
    argv = ["integrate", "--q", "1", "--weights", ";".join(["1,2"] * n), "--until", "1/1000", "--samples", "1"]
    assert main([*argv, "--least-squares", str(tmp_path / "A.csv"), str(tmp_path / "b.csv"), "--json"]) in (0, 4)
    assert "--double" in capsys.readouterr().err
