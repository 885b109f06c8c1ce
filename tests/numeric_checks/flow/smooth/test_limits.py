"""A run that is cut short by the limit or by Ctrl-C keeps every step that was checked, and says how it ended."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as F

import pytest
from flint import arb

from steepest_mirror.numeric_checks import limits
from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem, Quadratic
from steepest_mirror.numeric_checks.flow.smooth import stepper
from steepest_mirror.numeric_checks.limits import LimitReached

COUPLED = LeastSquares(((F(1), F(2)), (F(2), F(1))), (F(1), F(2)))
PROBLEMS = [
    Problem(F(2), ((F(1), F(2)), (F(1, 2), F(1))), COUPLED, F(2)),
    Problem(F(3, 2), ((F(1), F(2)),), Quadratic((F(3),)), F(2)),
    Problem(F(3, 2), ((F(1), F(2)), (F(1, 2), F(1))), Quadratic((F(3), F(4))), F(2)),
]


def after(calls: int, error: BaseException) -> Callable[[], None]:
    left = [calls]

    def check() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise error

    return check


@pytest.mark.parametrize("problem", PROBLEMS, ids=["q2", "q32", "blocks"])
@pytest.mark.parametrize(("error", "how"), [(LimitReached("over"), "limit"), (KeyboardInterrupt(), "interrupted")])
@pytest.mark.parametrize("calls", [0, 1, 2, 3, 5, 8])
def test_what_was_checked_is_kept(
    monkeypatch: pytest.MonkeyPatch, problem: Problem, error: BaseException, how: str, calls: int
) -> None:
    whole = integrate(problem, 12)
    monkeypatch.setattr(stepper.limits, "check", after(calls, error))
    cut = integrate(problem, 12)
    monkeypatch.undo()
    if cut.ended == "until":
        assert cut.end == whole.end
        return
    assert cut.ended == how and cut.status == "stopped" and not cut.complete
    assert cut.end >= 0 and (calls == 0 or len(problem.weights) > 1 or cut.end > 0)
    for share in (F(0), F(1, 3), F(99, 100)):
        t = cut.end.lower() * arb(share.numerator) / share.denominator
        moment = t.mid()
        for kept, true in zip(cut.state(moment), whole.state(moment), strict=True):
            assert all(a.overlaps(b) for a, b in zip(kept, true, strict=True))


def test_a_limit_in_seconds() -> None:
    hard = Problem(F(3, 2), ((F(1), F(2)), (F(1, 2), F(1))), COUPLED, F(50))
    with limits.within(0.2):
        assert integrate(hard, 80).ended == "limit"


def test_blocks_end_as_the_worst_of_them() -> None:
    """One block meets a saddle: the whole run has ended by nature, not at the end time."""
    whole = integrate(Problem(F(3, 2), ((F(1), F(1)), (F(1), F(2))), Quadratic((F(-1), F(1))), F(9)), 12)
    assert whole.status == "stopped" and whole.ended == "natural" and whole.complete
