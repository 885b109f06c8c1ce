"""A hypothesis that holds at the times a witness is usually asked for, and at no other, is met by no witness."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import mul

from steepest_mirror.proofs.judging.formulas import equal
from steepest_mirror.proofs.judging.models import Model, holds
from steepest_mirror.proofs.judging.terms import PASSED, number


def test_roots_at_the_usual_times_do_not_pass() -> None:
    model = Model()
    roots = [PASSED - number(Fraction(int(s.p), int(s.q))) for s in model.times()]
    assert holds(equal(PASSED - PASSED, 0), model)
    assert not holds(equal(reduce(mul, roots), 0), model)
