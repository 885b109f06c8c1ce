"""Work on several processes: every result or exception arrives once."""

from __future__ import annotations

import os
import pickle
import select
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
import sympy as sp

from steepest_mirror.proofs.running import pool
from steepest_mirror.proofs.verdict import Evidence, Verdict


def square(n: int) -> int:
    if n == 3:
        raise ValueError("three")
    if n == 4:
        os._exit(1)
    return n * n


def collected(keys: list[int], jobs: int) -> dict[int, object]:
    results: dict[int, object] = {}

    def done(key: int, result: object) -> None:
        assert key not in results
        results[key] = result

    pool.run(square, keys, jobs, done, lambda running: None)
    return results


def test_results_and_exceptions_arrive():
    results = collected([0, 1, 2, 3, 5], 2)
    fault = results.pop(3)
    assert isinstance(fault, ValueError)
    assert results == {n: n * n for n in (0, 1, 2, 5)}


def test_a_process_that_dies_is_noticed():
    assert isinstance(collected([4], 1)[4], Exception)


def test_what_dies_takes_nothing_with_it():
    results = collected([4, 5, 6, 7], 1)
    assert isinstance(results.pop(4), Exception) and results == {5: 25, 6: 36, 7: 49}


def test_only_plain_data_and_verdicts_are_read():
    verdict = Verdict("a", "a", "a", "argued", evidence=(Evidence("numeric", True, "b", ()),))
    assert pool.read(pickle.dumps((verdict, 0.5, True, {"a": [1, None, b"c"]}))) == (
        verdict,
        0.5,
        True,
        {"a": [1, None, b"c"]},
    )
    for other in (Path("a"), os.getcwd, print, Fraction(1, 2), ValueError("a"), sp.Symbol("x"), pool):
        with pytest.raises((pickle.UnpicklingError, TypeError)):
            pool.read(pickle.dumps(other))


def test_no_class_is_changed_by_what_is_read(monkeypatch):
    """BUILD with two states sets attributes, of a class too."""
    told = f"\x80\x02c{Verdict.__module__}\nVerdict\n".encode() + b"N}X\x04\x00\x00\x00markX\x01\x00\x00\x00as\x86b."
    with pytest.raises(pickle.UnpicklingError):
        pool.read(told)
    assert not hasattr(Verdict, "mark")
    shared = ["a"]
    for _ in range(60):
        shared = [shared, shared]
    monkeypatch.setattr(pool, "MOST_PARTS", 1000)
    with pytest.raises(pickle.UnpicklingError, match="more than"):
        pool.read(pickle.dumps(shared))
    shared[:] = [shared]
    with pytest.raises((pickle.UnpicklingError, RecursionError)):
        pool.read(pickle.dumps(shared))


def path(n: int) -> Path:
    return Path(str(n))


def test_what_is_not_read_is_a_fault():
    results = {}
    pool.run(path, [1, 2], 2, results.__setitem__, lambda running: None)
    assert all(isinstance(results[n], RuntimeError) and "not read" in str(results[n]) for n in (1, 2))


KILLED = """
import os
from steepest_mirror.proofs.running import pool
pool.run(abs, [1, 2], 2, lambda key, result: os.kill(os.getpid(), 9), lambda running: None)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked")
def test_no_process_outlives_the_one_that_asks():
    """Each of them holds the end of a pipe, which is at its end when they are."""
    here, there = os.pipe()
    ended = subprocess.run([sys.executable, "-c", KILLED], pass_fds=(there,), check=False)
    os.close(there)
    assert ended.returncode == -9
    assert select.select([here], [], [], 10)[0] == [here]
    os.close(here)


def test_nothing_to_do():
    assert collected([], 2) == {}
