"""Intervals against tables and by their coverage."""

from __future__ import annotations

import math
import random

import pytest

from steepest_mirror.experiments.statistics import coverage, fixed, mean, proportion, spread, student

# Two-sided 95 % points from printed tables of Student's distribution.
TABLE = {1: 12.706, 2: 4.303, 4: 2.776, 7: 2.365, 30: 2.042}


@pytest.mark.parametrize("freedom", TABLE)
def test_student(freedom):
    assert student(freedom) == pytest.approx(TABLE[freedom], abs=6e-4)


def test_mean_of_three_by_hand():
    found = mean([1.0, 2.0, 3.0])  # s = 1
    assert found.middle == 2 and found.high - 2 == pytest.approx(4.30265 / math.sqrt(3), abs=1e-4)
    assert found.low + found.high == pytest.approx(4)


@pytest.mark.parametrize("interval", [mean, spread])
def test_one_value_says_nothing_of_others(interval):
    assert interval([1.0]).low == -math.inf and interval([1.0]).high == math.inf and interval([1.0]).middle == 1


def test_one_value_is_enough_where_nothing_is_random():
    assert fixed([1.0]).low == fixed([1.0]).high == 1 and fixed([1.0, 1.5]).high == 1.5


def test_intervals_cover():
    draw = random.Random(1)
    samples = [[draw.gauss(0, 1) for _ in range(6)] for _ in range(2000)]
    assert 0.93 < sum(i.low <= 0 <= i.high for i in map(mean, samples)) / 2000 < 0.97
    assert 0.955 < sum(i.low <= 0 <= i.high for i in map(spread, samples)) / 2000 < 0.98
    assert coverage(6) == 0.96875 and coverage(1) == 0


def test_wilson():
    found = proportion(32, 32)  # 1/(1 + z^2/n)
    assert found.high == pytest.approx(1) and found.low == pytest.approx(1 / (1 + 1.96**2 / 32), abs=1e-4)
    assert proportion(0, 4).low == 0
