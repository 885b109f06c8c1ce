"""Work on several processes: every result or exception arrives once."""

from __future__ import annotations

import os

from steepest_mirror.proofs.running import pool


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


def test_nothing_to_do():
    assert collected([], 2) == {}
