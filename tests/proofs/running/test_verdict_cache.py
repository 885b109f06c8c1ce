"""Nothing that is shown comes from the cache: it only says whose observations were made before."""

import json
from dataclasses import replace

import pytest

from steepest_mirror.proofs import catalogue
from steepest_mirror.proofs.command_line import main
from steepest_mirror.proofs.commands import judging
from steepest_mirror.proofs.running import verdict_cache
from steepest_mirror.proofs.verdict import Evidence

OBSERVED, IN_STEPS, DIGITS = "escape-steps-deep", "convergence-as-reported", 20


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("STEEPEST_MIRROR_CACHE", str(tmp_path))
    return tmp_path


def verified(capsys, *options):
    """The exit code, the claims without the seconds, and what was said besides."""
    argv = ["verify", "--json", "--jobs", "1", "--digits", str(DIGITS), "--claim", OBSERVED, "--claim", IN_STEPS]
    code = main([*argv, *options])
    out, err = capsys.readouterr()
    claims = json.loads(out)["claims"]
    for shown in claims:
        for e in shown["evidence"]:
            e["seconds"] = 0.0
    return code, claims, err


def without_observations(claims):
    return [{**shown, "evidence": shown["evidence"][:1]} for shown in claims]


def test_no_edit_of_the_cache_changes_what_is_said(cache, capsys):
    """Whatever bytes stand there, the second run says what the first said, less the observations it did not make."""
    code, first, _ = verified(capsys)
    assert code == 0 and [len(shown["evidence"]) for shown in first] == [2, 2]
    files = [p for p in cache.rglob("*") if p.is_file()]
    assert len(files) == 2 and not any(p.read_bytes() for p in files)
    told = json.dumps({"verdict": {**first[1], "verdict": "proved", "statement": "1 = 2"}}).encode()
    for content in (b"", told, b"\xff"):
        for p in files:
            p.write_bytes(content)
        code, again, err = verified(capsys)
        assert code == 0 and again == without_observations(first) and "2 of 2 claims" in err
    assert verified(capsys, "--fresh")[1] == first


def test_what_fails_is_observed_in_every_run(monkeypatch):
    """A file made by hand hides the observation and no more; an earlier run never makes it."""
    failing = replace(catalogue.claim(OBSERVED), observe=(lambda digits: Evidence("numeric", False, "it fails"),))
    monkeypatch.setattr(catalogue, "claim", lambda name: failing)
    for _ in range(2):
        (found,) = judging.judge_all([OBSERVED], DIGITS, 1, fresh=False).found
        assert found.verdict == "undecided" and found.evidence[-1].detail == "it fails"
    verdict_cache.keep(OBSERVED, DIGITS)
    for fresh, seen in ((False, 1), (True, 2)):
        (found,) = judging.judge_all([OBSERVED], DIGITS, 1, fresh=fresh).found
        assert len(found.evidence) == seen, fresh


def test_other_digits_another_claim_other_code_are_observed_anew(monkeypatch):
    assert not verdict_cache.observed(OBSERVED, 50)
    verdict_cache.keep(OBSERVED, 50)
    assert verdict_cache.observed(OBSERVED, 50)
    assert not verdict_cache.observed(OBSERVED, 60) and not verdict_cache.observed(IN_STEPS, 50)
    monkeypatch.setattr(verdict_cache, "fingerprint", lambda: "other code")
    assert not verdict_cache.observed(OBSERVED, 50)


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("STEEPEST_MIRROR_CACHE", str(blocked))
    verdict_cache.keep(OBSERVED, 50)
    assert not verdict_cache.observed(OBSERVED, 50)
