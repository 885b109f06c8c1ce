"""A run goes on: past a row that fails, a process that is killed, Ctrl-C, and what it has already."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from steepest_mirror.experiments.experiment import Task, findings, swept, tasks
from steepest_mirror.experiments.running import local
from steepest_mirror.experiments.running.perform import perform
from steepest_mirror.experiments.running.run import run
from steepest_mirror.experiments.running.store import Store, kept
from steepest_mirror.experiments.studies.catalogue import experiment
from steepest_mirror.symbolic.errors import InputError

FAILING = "failing:measure"
TRIAL = experiment("trial")
GRID = ({"points": (100,), "wait": (0.0,)},)


@pytest.fixture
def failing(monkeypatch):
    here = str(Path(__file__).parent)
    monkeypatch.syspath_prepend(here)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([here, *sys.path]))


def task(**arguments):
    return Task("t", {"seed": 1, **arguments})


def test_keys_tell_arguments_apart_and_not_their_order():
    assert task(a=1, b=2).key == task(b=2, a=1).key != task(a=2, b=1).key
    assert task(a=1).key != Task("other", {"seed": 1, "a": 1}).key


def test_tasks_are_the_product_once():
    found = tasks(TRIAL, [{"q": ("1", "2"), "L": (2, 3)}, {"q": ("1",), "L": (2,)}], 2)
    assert len(found) == len({t.key for t in found}) == 8


def test_sweeping_what_is_not_there():
    assert swept(GRID, {"points": [7]})[0]["points"] == [7]
    with pytest.raises(InputError, match="points, wait"):
        swept(GRID, {"q": ["1"]})


def test_sweeping_the_part_picks_grids():
    grids = ({"part": ("a",), "q": ("1",)}, {"part": ("b",), "h": (0.1,)})
    assert swept(grids, {"part": ["b"], "h": [0.2]}) == ({"part": ("b",), "h": [0.2]},)


def test_the_guard(failing):
    assert "not finite: a" in perform(FAILING, task(way="nan"))["reason"]
    assert perform(FAILING, task(way="raises"))["reason"] == "RuntimeError: two lines"
    assert perform("failing:nothing", task(way=""))["status"] == "failed"
    assert perform(FAILING, task(way=""))["measured"] == {"a": 1.0}


def test_a_killed_process_costs_only_its_row(failing, tmp_path):
    work = [task(way="", seed=n) for n in range(5)]
    work.insert(1, task(way="dies"))
    work.insert(3, task(way="dies once", mark=str(tmp_path / "mark")))
    found = list(local.rows(FAILING, work, 2))
    assert sorted(r["key"] for r in found) == sorted(t.key for t in work)
    by_way = {r["arguments"]["way"]: r for r in found if r["arguments"]["way"]}
    assert by_way["dies"]["reason"] == "its process was killed 3 times"
    assert by_way["dies once"]["status"] == "done"
    assert all(r["status"] == "done" for r in found if not r["arguments"]["way"])


def test_resuming_measures_what_is_missing_and_what_failed(tmp_path):
    store = Store(tmp_path)
    first = run(TRIAL, GRID, 3, store)
    store.add({**first[0], "status": "failed", "reason": "x"})
    store.close()
    store = Store(tmp_path, resume=True)
    asked = []
    rows = run(TRIAL, GRID, 5, store, progress=lambda done, of, row: asked.append(row and row["arguments"]["seed"]))
    store.close()
    assert asked == [None, 0, 3, 4] and len(rows) == 5 == len(kept(tmp_path, "trial"))
    (finding,) = findings(TRIAL, rows)
    assert finding.runs == 5


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_a_run_that_is_killed(tmp_path, how):
    """The processes hold the pipe of the run: it is closed when the last of them has ended."""
    words = ["experiment", "trial", "--out", str(tmp_path), "--sweep", "wait=0.2", "--jobs", "2"]
    command = [sys.executable, "-m", "steepest_mirror", *words]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    rows = tmp_path / "rows.jsonl"
    ends = time.monotonic() + 60
    while time.monotonic() < ends and not (rows.exists() and rows.read_bytes().count(b"\n") >= 3):
        time.sleep(0.05)
    process.send_signal(how)
    process.communicate(timeout=20)
    assert process.returncode in (-how, 128 + how) and len(kept(tmp_path, "trial")) >= 3


def test_processes_start_with_ctrl_c_held_back():
    """A process that Ctrl-C reaches while it starts would print its traceback."""
    pool = local._pool(1)
    try:
        future = local._submit(pool, "signal:pthread_sigmask", task())
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
        assert future.result()["status"] == "failed"  # sigmask takes no such arguments: the row says so
        assert signal.SIGINT in pool.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ()).result()
    finally:
        local._stop(pool)


def test_ctrl_c_keeps_what_was_written(tmp_path):
    words = ["experiment", "trial", "--out", str(tmp_path), "--sweep", "wait=0.2", "--jobs", "2"]
    code = f"""
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from steepest_mirror.proofs.command_line import main
if __name__ == "__main__":
    raise SystemExit(main({words!r}))
"""
    process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True)
    rows = tmp_path / "rows.jsonl"
    ends = time.monotonic() + 60
    while time.monotonic() < ends and not (rows.exists() and rows.read_bytes().count(b"\n") >= 3):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    n = len(kept(tmp_path, "trial"))
    assert process.returncode == 130 and n >= 3
    assert f"the {n} rows written are kept; --resume goes on" in said and "Traceback" not in said
