"""A verdict for each way an interval can lie, and every way in which a row cannot speak."""

from __future__ import annotations

import math

import pytest

from steepest_mirror.experiments.statistics import Interval
from steepest_mirror.experiments.verdict import Test as Tested
from steepest_mirror.experiments.verdict import compare, exit_code, judge


def rows(*values, **more):
    return [{"status": "done", "measured": {"a": v, **more}, "arguments": {}} for v in values]


def claim(kind, c=1.0, e=0.1, **more):
    return Tested("a", kind, lambda _: c, "c", lambda _: e, **more)


@pytest.mark.parametrize(
    ("kind", "low", "high", "verdict"),
    [
        ("equals", 0.95, 1.05, "agree"),
        ("equals", 1.2, 1.3, "disagree"),
        ("equals", 0.7, 0.8, "disagree"),
        ("equals", 1.05, 1.2, "not resolved"),
        ("equals", 0, 2, "not resolved"),
        ("equals", -math.inf, math.inf, "not resolved"),
        ("equals", math.nan, math.nan, "not resolved"),
        ("at most", 0.2, 1.0, "agree"),
        ("at most", 1.01, 2, "disagree"),
        ("at most", 0.9, 1.1, "not resolved"),
        ("at most", -math.inf, 0.5, "not resolved"),
        ("at least", 1.0, 3, "agree"),
        ("at least", 0.1, 0.2, "disagree"),
        ("at least", 0.9, 1.1, "not resolved"),
    ],
)
def test_compare(kind, low, high, verdict):
    assert compare(kind, Interval(low, (low + high) / 2, high), 1.0, 0.1) == verdict


def test_the_worst_seed_counts_for_a_range():
    assert judge(claim("equals"), {}, rows(1.0, 1.0, 1.0)).verdict == "agree"
    assert judge(claim("equals"), {}, rows(1.0, 1.0, 1.3)).verdict == "not resolved"


@pytest.mark.parametrize("kind", ["equals", "at most", "at least", "every"])
@pytest.mark.parametrize("interval", ["mean", "range"])
def test_one_run_resolves_nothing(kind, interval):
    found = judge(claim(kind, interval=interval), {}, rows(1.0))
    assert found.verdict == "not resolved" and found.reason == "one run says nothing about others"


def test_one_run_is_enough_where_nothing_is_random_and_against_every():
    assert judge(claim("equals", interval="fixed"), {}, rows(1.0)).verdict == "agree"
    assert judge(claim("equals", interval="fixed"), {}, rows(1.2)).verdict == "disagree"
    assert judge(claim("every"), {}, rows(0)).verdict == "disagree"


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("wrong", [math.nan, math.inf])
@pytest.mark.parametrize("kind", ["equals", "at most", "at least", "every"])
def test_a_number_that_is_not_finite_never_agrees(kind, wrong, place):
    values = [1.0, 1.0, 1.0]
    values[place] = wrong
    found = judge(claim(kind), {}, rows(*values))
    assert found.verdict == "not resolved" and "1 of 3 runs failed: a is not finite" in found.reason


@pytest.mark.parametrize("moved", [{}, {"moved": math.nan}])
def test_a_gate_that_was_not_measured(moved):
    found = judge(claim("equals", gate=("moved", 0.02)), {}, [*rows(1.0, 1.0, moved=0.0), *rows(1.0, **moved)])
    assert found.verdict == "not resolved" and "1 of 3 runs failed: moved" in found.reason


def test_every():
    assert judge(claim("every"), {}, rows(1, 1, 1)).verdict == "agree"
    found = judge(claim("every"), {}, rows(1, 0, 1))
    assert found.verdict == "disagree" and found.interval.middle == pytest.approx(2 / 3)


def test_a_failed_run_is_not_passed_over():
    failed = {"status": "failed", "reason": "not finite: a", "arguments": {}}
    found = judge(claim("equals"), {}, [*rows(1.0, 1.0), failed])
    assert found.verdict == "not resolved" and "1 of 3 runs failed: not finite: a" in found.reason
    assert judge(claim("equals"), {}, [failed]).verdict == "not resolved"


def test_a_gate_that_is_not_met():
    test = claim("equals", gate=("moved", 0.02))
    assert judge(test, {}, rows(1.0, 1.0, moved=0.01)).verdict == "agree"
    found = judge(test, {}, rows(1.0, 1.0, moved=-0.3))
    assert found.verdict == "not resolved" and "moved is 0.3" in found.reason


def test_a_test_that_does_not_concern_the_row():
    assert judge(Tested("a", "equals", lambda _: None, "c"), {}, rows(1.0)) is None


def test_no_such_kind():
    with pytest.raises(ValueError, match="no such kind"):
        claim("equal")


def test_exit_codes():
    agree = judge(claim("equals"), {}, rows(1.0, 1.0))
    disagree = judge(claim("equals"), {}, rows(2.0, 2.0))
    open_ = judge(claim("equals"), {}, rows(1.0, 2.0))
    assert [exit_code(f) for f in ([agree], [agree, open_], [open_, disagree], [])] == [0, 4, 1, 4]
