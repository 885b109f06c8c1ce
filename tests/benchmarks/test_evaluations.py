"""A sample of the fuzz of `evaluate` lies inside its radii, and the comparison notices a value that is off."""

from __future__ import annotations

from dataclasses import replace

import mpmath as mp

from benchmarks import evaluations
from steepest_mirror.numeric_checks.balls import Enclosed


def test_a_sample_lies_inside():
    row = evaluations.fuzz(11, 15)
    assert sum(row.compared.values()) >= 8 and not row.outside


def test_a_wrong_value_is_noticed():
    with mp.workdps(evaluations.PLACES):
        found = Enclosed("0.333333333333333", "4e-16", 15)
        assert evaluations.meets(found, mp.mpf(1) / 3)
        assert not evaluations.meets(replace(found, value="0.333333333333334"), mp.mpf(1) / 3)
