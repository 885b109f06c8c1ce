"""Nothing that was written is lost: torn lines, bad lines, a full disk, a second run in the same directory."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from steepest_mirror.experiments.experiment import Task
from steepest_mirror.experiments.running.store import DIGEST, Store, described, digest, kept, parsed, read, written
from steepest_mirror.symbolic.errors import InputError


def row(n):
    task = Task("e", {"n": n, "seed": 0})
    found = {"key": task.key, "experiment": "e", "arguments": task.arguments, "status": "done", "seconds": 0.1}
    return found | {"measured": {"a": n / 7}}


def key(n):
    return row(n)["key"]


def filled(directory, n=3):
    store = Store(directory)
    for i in range(n):
        store.add(row(i))
    store.close()
    return directory / "rows.jsonl"


def test_rows_come_back(tmp_path):
    filled(tmp_path)
    assert kept(tmp_path, "e") == [row(0), row(1), row(2)]


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_torn_last_line_is_cut_off_and_the_next_row_stands_alone(tmp_path, cut):
    path = filled(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    store = Store(tmp_path, resume=True)
    store.add(row(9))
    store.close()
    found, bad = parsed(path.read_bytes())
    assert bad == 0 and {key(0), key(1), key(9)} <= found.keys()
    assert (key(2) in found) == (cut == 1)  # only its newline was missing
    assert bool(store.notes) == (cut > 1)


def test_a_bad_line_in_the_middle_is_passed_over(tmp_path):
    path = filled(tmp_path)
    lines = path.read_text().splitlines()
    path.write_text("\n".join([lines[0], '{"key": "k1", "exp', "[1]", lines[2]]) + "\n")
    store = Store(tmp_path, resume=True)
    assert set(store.rows) == {key(0), key(2)} and "2 unreadable lines" in store.notes[0]
    store.close()


def test_rows_that_are_no_file(tmp_path):
    os.mkfifo(tmp_path / "rows.jsonl")
    with pytest.raises(InputError, match="is not a file"):
        Store(tmp_path)


def test_a_directory_with_rows_needs_resume(tmp_path):
    filled(tmp_path)
    with pytest.raises(InputError, match="--resume goes on"):
        Store(tmp_path)


def test_a_second_run_is_kept_out(tmp_path):
    store = Store(tmp_path)
    with pytest.raises(InputError, match="another run"):
        Store(tmp_path, resume=True)
    store.close()
    Store(tmp_path, resume=True).close()


def test_a_full_disk_loses_nothing(tmp_path):
    """The system refuses to let the file grow past a limit in the middle of a row."""
    code = f"""
import resource
from steepest_mirror.experiments.running.store import Store
store = Store({str(tmp_path)!r})
rows = {[row(n) for n in range(4)]!r}
store.add(rows[0]); store.add(rows[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
try:
    store.add(rows[2]); store.add(rows[3])
except ValueError as error:
    print(error)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "rows written are kept; make room, then --resume" in run.stdout
    data = (tmp_path / "rows.jsonl").read_bytes()
    assert data.endswith(b"\n") and parsed(data)[1] == 0 and {key(0), key(1)} <= parsed(data)[0].keys()


def test_run_toml_is_read_back_and_compared(tmp_path):
    head = {
        "experiment": "e",
        "seeds": 2,
        "versions": {"python": "3"},
        "grid": [{"q": ["3/2"], "h": [1e-3]}, {"L": [2]}],
    }
    store = Store(tmp_path)
    store.describe(head)
    assert described(tmp_path) == head
    with pytest.raises(InputError, match="not one of other"):
        store.describe({**head, "experiment": "other"})
    store.describe({**head, "versions": {"python": "4"}})
    assert "versions differ" in store.notes[0]
    store.close()


def test_not_a_run(tmp_path):
    with pytest.raises(InputError, match="no run is kept there"):
        described(tmp_path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("seeds = 3", "names no experiment"),
        ('experiment = "e"', "seeds has to be an integer from 1 to 10000"),
        ('experiment = "e"\nseeds = "3"', "seeds has to be an integer"),
        ('experiment = "e"\nseeds = 0', "seeds has to be an integer"),
        ('experiment = "e"\nseeds = 1000000000000', "seeds has to be an integer"),
        ('experiment = "e"\nseeds = 3', "has to be a table of lists"),
        ('experiment = "e"\nseeds = 3\nversions = 5', "has to be a table"),
        ('experiment = "e"\nseeds = 3\n[[grid]]\nq = 3', "has to be a table of lists"),
    ],
)
def test_a_run_toml_that_does_not_describe_a_run(tmp_path, text, says):
    (tmp_path / "run.toml").write_text(text)
    with pytest.raises(InputError, match=says):
        described(tmp_path)


@pytest.mark.parametrize("place", range(0, 170, 7))
def test_a_damaged_byte_is_noticed(place):
    line = written(row(3))
    assert read(line) == row(3) and place < len(line) - 1
    assert read(line[:place] + bytes([line[place] ^ 1]) + line[place + 1 :]) is None


@pytest.mark.parametrize(
    "change",
    [
        {"key": [1]},
        {"key": key(2)},
        {"arguments": 5},
        {"arguments": {"n": 1}},
        {"experiment": "other"},
        {"status": "weird"},
        {"status": "failed"},
        {"measured": 3},
        {"measured": {"a": "b"}},
        {"measured": {"a": float("nan")}},
        {"measured": {"a": 10**400}},
        {"seconds": "x"},
    ],
)
def test_a_row_that_this_program_does_not_write_is_none(change):
    """Even with a digest that fits."""
    changed = row(1) | change
    assert read(json.dumps({**changed, DIGEST: digest(changed)}).encode()) is None


def test_rows_of_another_experiment_are_refused(tmp_path):
    filled(tmp_path)
    with pytest.raises(InputError, match=r"run\.toml says f, and rows\.jsonl has rows of e"):
        kept(tmp_path, "f")


def test_a_number_that_json_lacks_is_refused(tmp_path):
    store = Store(tmp_path)
    with pytest.raises(ValueError):
        store.add({**row(0), "measured": {"a": float("nan")}})
    assert (tmp_path / "rows.jsonl").read_bytes() == b"" and json.dumps(store.rows) == "{}"
    store.close()
