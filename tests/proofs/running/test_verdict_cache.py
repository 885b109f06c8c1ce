"""Kept verdicts come back only for the same claim, digits and code; a damaged file counts as none."""

from __future__ import annotations

import multiprocessing

import pytest

from steepest_mirror.proofs.running import verdict_cache

VERDICT = {"id": "metric", "verdict": "proved", "evidence": [{"seconds": 0.25}]}


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("STEEPEST_MIRROR_CACHE", str(tmp_path))
    return tmp_path


def test_a_kept_verdict_comes_back():
    assert verdict_cache.load("metric", 50) is None
    verdict_cache.keep("metric", 50, VERDICT)
    assert verdict_cache.load("metric", 50) == VERDICT


def test_other_digits_another_claim_other_code_are_other_verdicts(monkeypatch):
    verdict_cache.keep("metric", 50, VERDICT)
    assert verdict_cache.load("metric", 60) is None
    assert verdict_cache.load("onto", 50) is None
    monkeypatch.setattr(verdict_cache, "fingerprint", lambda: "other code")
    assert verdict_cache.load("metric", 50) is None


@pytest.mark.parametrize(
    "damage", [b"", b"{", b'{"digest": "0", "verdict": {"verdict": "proved"}}', b"\xff\xfe", b"[]"]
)
def test_a_damaged_file_is_noticed_and_rebuilt(cache, damage):
    verdict_cache.keep("metric", 50, VERDICT)
    (file,) = (cache / "verdicts").iterdir()
    file.write_bytes(damage)
    assert verdict_cache.load("metric", 50) is None
    verdict_cache.keep("metric", 50, VERDICT)
    assert verdict_cache.load("metric", 50) == VERDICT


def test_a_flipped_verdict_is_noticed(cache):
    verdict_cache.keep("metric", 50, VERDICT)
    (file,) = (cache / "verdicts").iterdir()
    file.write_text(file.read_text().replace("proved", "refuted"))
    assert verdict_cache.load("metric", 50) is None


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("STEEPEST_MIRROR_CACHE", str(blocked))
    verdict_cache.keep("metric", 50, VERDICT)
    assert verdict_cache.load("metric", 50) is None


def _hammer(number):
    for _ in range(40):
        verdict_cache.keep("metric", 50, {**VERDICT, "number": number, "padding": "x" * 20_000})
        found = verdict_cache.load("metric", 50)
        if found is None or len(found["padding"]) != 20_000:
            return False
    return True


def test_concurrent_runs_never_see_half_a_file():
    with multiprocessing.Pool(3) as pool:
        assert all(pool.map(_hammer, range(6)))
