"""Processes that hang, die or run out of time: the claim ends with a reason, and nothing is left behind."""

from __future__ import annotations

import multiprocessing
import os
import time

from steepest_mirror.proofs.check import attempt, claim, judge, judge_all
from steepest_mirror.proofs.check.claims import Finding

TRUE = claim({"id": "onto", "property": "onto", "condition": "m <= 1"})
METRIC = claim({"id": "m", "quantity": "metric", "invariants": ["0", "lam"], "expression": "1/sqrt(4*x**q + lam**2)"})
FALSE = claim({"id": "f", "quantity": "metric", "invariants": ["0", "lam"], "expression": "1/sqrt(4*x**q + lam)"})


def hang(stated: object) -> Finding:
    time.sleep(1000)
    raise AssertionError


def die(stated: object) -> Finding:
    os._exit(1)


def test_a_proof_that_hangs_leaves_what_was_checked(monkeypatch):
    monkeypatch.setitem(attempt.ATTEMPTS, "prove", hang)
    started = time.monotonic()
    found = judge(METRIC, timeout=3)
    assert time.monotonic() - started < 6
    assert found.verdict == "supported"
    assert any("time is out" in e.detail for e in found.evidence)


def test_everything_hangs(monkeypatch):
    for stage in ("refute", "prove", "refute deeply"):
        monkeypatch.setitem(attempt.ATTEMPTS, stage, hang)
    assert judge(METRIC, timeout=1).verdict == "undecided"


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
