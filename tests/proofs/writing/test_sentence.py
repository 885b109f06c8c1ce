"""The sentence that sums up verdicts is true of what was judged, also where it was interrupted."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.commands.judging import Outcome
from steepest_mirror.proofs.commands.verify import written
from steepest_mirror.proofs.verdict import Verdict
from steepest_mirror.proofs.writing.verdicts import sentence

GOOD = Verdict("legendre", "A", "1 = 1", "proved", expected="proved", scope="numbers")
ODD = Verdict("metric", "B", "1 = 2", "refuted", expected="proved", scope="numbers")


def test_what_was_judged_is_counted():
    assert sentence([GOOD]) == "1 claim: 1 proved; all as expected."
    assert sentence([GOOD, ODD]) == "2 claims: 1 proved, 1 refuted; not as expected: metric."
    assert sentence([]) == "No claim was judged."


@pytest.mark.parametrize("form", ["text", "markdown", "latex"])
def test_an_interrupted_run_says_nothing_about_the_rest(form):
    none = written(Outcome(("legendre", "metric", "onto"), [], {}, True), form, steps=False)
    assert "Interrupted: none of 3 claims was judged." in none and "as expected" not in none
    some = written(Outcome(("legendre", "metric", "onto"), [GOOD], {}, True), form, steps=False)
    assert "Interrupted: 1 of 3 claims judged: 1 proved; all so far as expected." in some
    wrong = written(Outcome(("legendre", "metric", "onto"), [GOOD, ODD], {}, True), form, steps=False)
    assert "not as expected: metric." in wrong and "all so far" not in wrong
