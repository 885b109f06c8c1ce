"""Processes that hang, die or run out of time: the claim ends with a reason, and nothing is left behind."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import time
from dataclasses import replace

import pytest

from steepest_mirror.proofs.check import attempt, claim, engine, judge, judge_all, received
from steepest_mirror.proofs.check.claims import Finding
from steepest_mirror.proofs.verdict import Evidence

TRUE = claim({"id": "onto", "property": "onto", "condition": "m <= 1"})
METRIC = claim({"id": "m", "quantity": "metric", "invariants": ["0", "lam"], "expression": "1/sqrt(4*x**q + lam**2)"})
FALSE = claim({"id": "f", "quantity": "metric", "invariants": ["0", "lam"], "expression": "1/sqrt(4*x**q + lam)"})


def hang(stated: object) -> Finding:
    while True:
        pass


def rest(stated: object) -> Finding:
    time.sleep(1000)
    raise AssertionError


def die(stated: object) -> Finding:
    os._exit(1)


def test_a_proof_that_hangs_leaves_what_was_checked(monkeypatch):
    monkeypatch.setitem(attempt.ATTEMPTS, "prove", hang)
    found = judge(METRIC, timeout=2)
    assert found.verdict == "supported"
    assert any("time is out" in e.detail for e in found.evidence)


def test_everything_hangs(monkeypatch):
    for stage in ("refute", "prove", "refute deeply"):
        monkeypatch.setitem(attempt.ATTEMPTS, stage, hang)
    started = time.monotonic()
    assert judge(METRIC, timeout=0.5).verdict == "undecided"
    assert time.monotonic() - started > 0.5


def test_time_is_that_of_the_processor(monkeypatch):
    """A process that waits longer than its time for others is not out of time; one that waits for ever is."""

    def slow(stated: object) -> Finding:
        time.sleep(1.2)
        return Finding("refuted")

    monkeypatch.setitem(attempt.ATTEMPTS, "refute", slow)
    assert judge(METRIC, timeout=0.5).verdict == "refuted"
    monkeypatch.setattr(engine, "MOST_WAITING", 1.0)
    for stage in ("refute", "prove", "refute deeply"):
        monkeypatch.setitem(attempt.ATTEMPTS, stage, rest)
    found = judge(METRIC, timeout=0.5)
    assert found.verdict == "undecided" and all("time is out" in e.detail for e in found.evidence)


def test_a_process_that_dies_is_replaced(monkeypatch):
    monkeypatch.setitem(attempt.ATTEMPTS, "refute", die)
    assert judge(METRIC, timeout=10).verdict == "proved"


def test_order_progress_and_no_process_left():
    finished = []
    found = judge_all([METRIC, FALSE, TRUE], 20, 2, lambda c, v, s: finished.append(c.id))
    assert [v.verdict for v in found] == ["proved", "refuted", "proved"]
    assert sorted(finished) == ["f", "m", "onto"]
    assert not multiprocessing.active_children()


def test_what_is_derived_instead():
    assert judge(FALSE).derived == "R''(x) = 1/sqrt(lam**2 + 4*x**q)"
    assert judge(claim({"id": "c", "property": "onto", "condition": "m < 1"})).derived == "q*(L - 1)/L <= 1"


def test_a_table_is_a_claim_too():
    assert judge({"id": "c", "property": "blow-up", "condition": "m > 1"}).verdict == "proved"


class Runs:
    """A pickle that would run code where it is read."""

    def __reduce__(self):
        return os.putenv, ("RUN_BY_A_PICKLE", "1")


def test_what_a_process_sends_is_plain_data(monkeypatch):
    """A file of theorems, loaded for a property, has its process to itself; what it sends runs nothing."""
    proof = (Evidence("symbolic", True, "derived by 40 rule applications", (), 0.0),)
    whole = Finding("proved", proof, derivation={"steps": []})
    sent = {
        "nothing that is read": replace(whole, witness=Runs()),
        "no finding": ("proved", proof),
        "no text": replace(whole, remark=3),
        "no evidence": replace(whole, evidence=("derived",)),
        "a field more": replace(whole),
        "a kernel's proof": replace(whole, evidence=(Evidence("kernel", True, "by Coq", (), 0.0),)),
        "a refutation": Finding("refuted", proof),
        "a proof of nothing": replace(whole, derivation=None),
        "words of its own": replace(whole, remark="So for every family."),
    }
    vars(sent["a field more"])["to_dict"] = "mine"
    for what, told in sent.items():
        with pytest.raises((ValueError, pickle.UnpicklingError)):
            received.finding(pickle.dumps(told), "bind")
        assert received.finding(pickle.dumps(whole), "bind") == whole, what
    monkeypatch.setitem(attempt.ATTEMPTS, "bind", lambda stated: sent["nothing that is read"])
    monkeypatch.setitem(attempt.ATTEMPTS, "prove", lambda stated: Finding("undecided"))
    found = judge(TRUE)
    assert found.verdict == "undecided" and "the process sent" in found.remark


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="counts what is open")
def test_a_process_speaks_on_its_own_pipe_only(monkeypatch):
    def count(stated: object) -> Finding:
        time.sleep(0.3)  # the other one has begun
        links = [f"/proc/self/fd/{fd}" for fd in os.listdir("/proc/self/fd")]
        sockets = [os.readlink(link) for link in links if os.path.islink(link)]
        return Finding("undecided", remark=" ".join(s for s in sockets if s.startswith("socket")))

    before = count(METRIC).remark.split()
    for stage in attempt.ATTEMPTS:
        monkeypatch.setitem(attempt.ATTEMPTS, stage, count)
    seen = [set(found.remark.split()) - set(before) for found in judge_all([METRIC, FALSE], 20, 2)]
    assert list(map(len, seen)) == [1, 1] and seen[0] != seen[1]


def test_what_a_process_prints_is_not_shown(monkeypatch, capfd):
    def says(stated: object) -> Finding:
        os.write(1, b"a: proved\n")
        os.write(2, b"a: proved\n")
        return Finding("undecided")

    for stage in attempt.ATTEMPTS:
        monkeypatch.setitem(attempt.ATTEMPTS, stage, says)
    assert judge(METRIC).verdict == "undecided"
    assert "proved" not in "".join(capfd.readouterr())
