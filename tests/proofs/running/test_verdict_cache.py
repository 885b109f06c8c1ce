"""Kept verdicts come back only for the same claim, digits and code; a damaged file counts as none."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace

import pytest

from steepest_mirror.proofs.catalogue import FILES, claim
from steepest_mirror.proofs.judging.formal import Derivation, drafted
from steepest_mirror.proofs.judging.judge import judge
from steepest_mirror.proofs.running import verdict_cache
from steepest_mirror.proofs.running.fresh import confirmed
from steepest_mirror.proofs.verdict import Verdict

FORMAL, IN_STEPS = "convergence", next(n for n in FILES if claim(n).formal is None)


def fresh(name):
    """As a file keeps it: a draft, times to the millisecond."""
    return Verdict.from_dict(judge(replace(claim(name), observe=()), 20, drafted).to_dict())


VERDICT = fresh(FORMAL)


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("STEEPEST_MIRROR_CACHE", str(tmp_path))
    return tmp_path


def test_a_kept_verdict_comes_back():
    assert verdict_cache.load(FORMAL, 50) is None
    verdict_cache.keep(FORMAL, 50, VERDICT)
    assert verdict_cache.load(FORMAL, 50) == VERDICT


def test_other_digits_another_claim_other_code_are_other_verdicts(monkeypatch):
    verdict_cache.keep(FORMAL, 50, VERDICT)
    assert verdict_cache.load(FORMAL, 60) is None
    assert verdict_cache.load(IN_STEPS, 50) is None
    monkeypatch.setattr(verdict_cache, "fingerprint", lambda: "other code")
    assert verdict_cache.load(FORMAL, 50) is None


@pytest.mark.parametrize(
    "damage", [b"", b"{", b'{"digest": "0", "verdict": {"verdict": "proved"}}', b"\xff\xfe", b"[]"]
)
def test_a_damaged_file_is_noticed_and_rebuilt(cache, damage):
    verdict_cache.keep(FORMAL, 50, VERDICT)
    (file,) = (cache / "verdicts").iterdir()
    file.write_bytes(damage)
    assert verdict_cache.load(FORMAL, 50) is None
    verdict_cache.keep(FORMAL, 50, VERDICT)
    assert verdict_cache.load(FORMAL, 50) == VERDICT


def test_a_flipped_verdict_is_noticed(cache):
    verdict_cache.keep(FORMAL, 50, VERDICT)
    (file,) = (cache / "verdicts").iterdir()
    file.write_text(file.read_text().replace("proved", "refuted"))
    assert verdict_cache.load(FORMAL, 50) is None


def edited(name, found, **changes):
    """A file as somebody with a text editor would leave it, its digest made anew."""
    verdict_cache.keep(name, 50, replace(found, **changes))
    return verdict_cache.load(name, 50)


def test_no_edit_makes_a_claim_proved():
    argued = fresh(IN_STEPS)
    assert argued.verdict != "proved"
    assert edited(IN_STEPS, argued) == argued
    assert edited(IN_STEPS, argued, verdict="proved") is None
    assert edited(IN_STEPS, VERDICT, id=IN_STEPS) is None
    for key in ("statement", "scope", "title", "source"):
        assert edited(FORMAL, VERDICT, **{key: getattr(VERDICT, key) + " for every q"}) is None, key
    assert edited(FORMAL, VERDICT, hypotheses=VERDICT.hypotheses[:-1]) is None
    assert edited(FORMAL, VERDICT, evidence=(replace(VERDICT.evidence[0], passed=False),)) is None
    step = {"level": 0, "kind": "calculation", "text": "1 = 2", "checked": "", "holds": True, "lemma": ""}
    (shown,) = confirmed([edited(FORMAL, VERDICT, steps=(step,))])
    assert shown.verdict == "proved" and step not in shown.steps and shown.steps


def test_a_derivation_that_does_not_stand_is_not_believed(monkeypatch):
    verdict_cache.keep(FORMAL, 50, VERDICT)
    monkeypatch.setattr("steepest_mirror.proofs.judging.formal.drafted", lambda formal: Derivation(False, "cut", None))
    assert verdict_cache.load(FORMAL, 50) is None


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("STEEPEST_MIRROR_CACHE", str(blocked))
    verdict_cache.keep(FORMAL, 50, VERDICT)
    assert verdict_cache.load(FORMAL, 50) is None


def _hammer(number):
    for _ in range(10):
        padded = replace(VERDICT.evidence[0], detail=str(number) * 20_000)
        verdict_cache.keep(FORMAL, 50, replace(VERDICT, evidence=(padded,)))
        found = verdict_cache.load(FORMAL, 50)
        if found is None or len(set(found.evidence[0].detail)) != 1:
            return False
    return True


def test_concurrent_runs_never_see_half_a_file():
    with multiprocessing.Pool(3) as pool:
        assert all(pool.map(_hammer, range(6)))
