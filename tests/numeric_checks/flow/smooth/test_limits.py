"""A run that is cut short by the limit or by Ctrl-C keeps every step that was checked, and says how it ended."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as F

import pytest
from flint import arb

from steepest_mirror.numeric_checks import limits
from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Linear, Problem, Quadratic
from steepest_mirror.numeric_checks.flow.smooth import stepper
from steepest_mirror.numeric_checks.limits import LimitReached
from steepest_mirror.numeric_checks.precision import bits

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
@pytest.mark.parametrize("calls", [0, 1, 40, 100, 300, 600])  # a look for each coefficient of a step
def test_what_was_checked_is_kept(
    monkeypatch: pytest.MonkeyPatch, problem: Problem, error: BaseException, how: str, calls: int
) -> None:
    whole = integrate(problem, 12)
    monkeypatch.setattr(stepper.limits, "check", after(calls, error))
    cut = integrate(problem, 12, keep=True)
    monkeypatch.undo()
    if cut.ended == "until":
        assert cut.end == whole.end
        return
    assert cut.ended == how and cut.status == "stopped" and not cut.complete
    assert cut.end >= 0 and (calls < 300 or len(problem.weights) > 1 or cut.end > 0)
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


class Fuse:
    """Counts the looks at the limit, and gives out after so many."""

    def __init__(self, looks: int, error: BaseException):
        self.looks, self.error = looks, error

    def __call__(self) -> None:
        self.looks -= 1
        if self.looks < 0:
            raise self.error


@pytest.mark.parametrize("steepness", [F(1), F(3, 2)])
def test_after_ctrl_c_no_other_block_is_begun(monkeypatch: pytest.MonkeyPatch, steepness: F) -> None:
    """Two coordinates that do not see one another: Ctrl-C in the first ends the whole run at once."""
    problem = Problem(steepness, ((F(1), F(1, 2)), (F(1, 3), F(1))), Linear((F(-1), F(2))), F(2))
    begun = []
    fuse = Fuse(0, KeyboardInterrupt())

    def check() -> None:
        begun.append(limits._DEADLINE.get())
        if len(begun) == 1:
            fuse()
        if limits._DEADLINE.get() is not None:
            raise LimitReached("over")

    monkeypatch.setattr(limits, "check", check)
    with pytest.raises(KeyboardInterrupt):
        integrate(problem, 12)
    begun.clear()
    fuse.looks = 0
    kept = integrate(problem, 12, keep=True)
    assert kept.ended == "interrupted" and kept.reason == "interrupted"
    assert len(begun) <= 3 and begun[0] is None


def test_the_limit_is_looked_at_within_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one step of thousands of digits no more than a coefficient is computed once the time is over."""
    problem = Problem(F(3, 2), ((F(1), F(1, 2)),), Linear((F(-1),)), F(2))
    looks = Fuse(5, LimitReached("over"))
    monkeypatch.setattr(limits, "check", looks)
    cut = integrate(problem, 400)
    assert cut.ended == "limit" and cut.end == 0 and looks.looks == -1


def test_small_starts_take_long_steps() -> None:
    """From w = (eps, ..., eps) at L = 5 the speed is eps^4: no step is bounded by the gain, which is linear in t."""
    eps = F(1, 1000)
    run = integrate(Problem(F(2), ((eps,) * 5,), Linear((F(-1),)), F(10**6)), 15)
    (row,) = run.state(F(10**6))
    with bits(run.precision):  # dw/dt = w^4: w = (eps^-3 - 3 t)^(-1/3)
        assert all(abs(w**-3 - (10**9 - 3 * 10**6)) < 1 for w in row)
    with limits.within(20):
        assert integrate(Problem(F(2), ((eps,) * 5,), Linear((F(-1),)), F(333_333_333)), 15).ended == "until"
