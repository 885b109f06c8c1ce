"""A coordinate that rests near g_k = 0 between pulls of opposite sign (q near 1): dw = -<g>^r <dx/dw>^r is stiff there.

The reference is the same stretch in many short steps by Taylor's recurrences.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest
from flint import arb, arb_poly

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem
from steepest_mirror.numeric_checks.flow.smooth.balancing import balanced
from steepest_mirror.numeric_checks.flow.smooth.checker import _definite, check, log_norm
from steepest_mirror.numeric_checks.flow.smooth.collocation import Collocation
from steepest_mirror.numeric_checks.flow.smooth.path import state_at
from steepest_mirror.numeric_checks.flow.smooth.run import Run
from steepest_mirror.numeric_checks.flow.smooth.stepper import Stepper
from steepest_mirror.numeric_checks.flow.smooth.vector_field import TimeField
from steepest_mirror.numeric_checks.precision import bits

A, B, WEIGHTS = ((F(-2), F(-2)), (F(-3), F(1))), (F(1), F(-4)), ((F(1, 2), F(3, 2)), (F(1, 2), F(1)))
STIFF = Problem(F(11, 10), WEIGHTS, LeastSquares(A, B), F(1, 10))
PRECISION = 88


@pytest.fixture(scope="module")
def followed() -> tuple[Run, list[tuple[Stepper, object]]]:
    """The run, and the first leap it took with the stepper as it was before."""
    leaps = []
    plain = Stepper.leap

    def noted(self: Stepper, goal: arb, pace: arb) -> object:
        before = (self.field, self.time, self.now)
        step = plain(self, goal, pace)
        if step is not None:
            leaps.append((*before, step, pace))
        return step

    with pytest.MonkeyPatch.context() as patch, bits(PRECISION):
        patch.setattr(Stepper, "leap", noted)
        run = Run(STIFF, PRECISION)
        run.go()
    return run, leaps


def test_a_stiff_run_reaches_its_end(followed):
    run, leaps = followed
    assert (run.status, run.reason) == ("finished", "reached the end time")
    assert max(float(step.duration / pace) for *_, step, pace in leaps) > 1e4
    q = arb(11) / 10
    for k in (0, 2):  # |w_1|^q - |w_2|^q does not move
        now, start = (
            [abs(w) ** q for w in ws] for ws in (run.state.balls()[k : k + 2], run.initial.balls()[k : k + 2])
        )
        assert (now[0] - now[1]).rad() < 1e-9
        assert (now[0] - now[1]).overlaps(start[0] - start[1])


def test_many_short_steps_lead_to_the_same_place(followed):
    _, leaps = followed
    field, time, now, step, _ = leaps[0]
    with bits(PRECISION):
        short = Stepper(field, time, now, PRECISION)
        for _ in range(12):
            assert short.advance(time + step.duration) is not None
        assert short.time < time + step.duration
        leapt = state_at(step, (short.time - step.start) * arb(2) ** step.scale)
        for a, b in zip(short.now.balls(), leapt.balls(), strict=True):
            assert a.overlaps(b)
            assert a.rad() < 2.0**-40 and b.rad() < 2.0**-40


def test_a_leap_is_checked_like_any_step(followed):
    """Any coefficient moved by 2^-40: refused, or held in a radius that is wider by as much."""
    _, leaps = followed
    field, time, now, _, _ = leaps[-1]
    assert isinstance(field, TimeField)
    with bits(PRECISION):
        proposal = Collocation(field, PRECISION).propose(time, [c.mid() for c in now.center], 8)
        assert proposal is not None
        proposal = replace(proposal, length=arb(0.5))
        sound = check(field, time, now, proposal, 70, PRECISION)
        assert sound is not None and sound.end.radius < 2.0**-50
        for i, k in ((0, 1), (3, 2), (4, 0), (5, 1)):
            moved = arb_poly([*([0] * k), arb(2) ** -40])
            core = [p + moved if j == i else p for j, p in enumerate(proposal.core)]
            wrong = check(field, time, now, replace(proposal, core=core), 70, PRECISION)
            scale = 0 if wrong is None or not wrong.end.scales else wrong.end.scales[i]
            assert wrong is None or wrong.end.radius > 2.0 ** (scale - 44)


def test_a_leap_that_costs_the_radius_is_not_taken(followed, monkeypatch):
    """A polynomial off by 2^-20 would be accepted with a radius that is wider by as much."""
    _, leaps = followed
    field, time, now, step, pace = leaps[-1]
    plain = Collocation.propose

    def off(self, *a):
        proposal = plain(self, *a)
        if proposal is None:
            return None
        return replace(proposal, core=[proposal.core[0] + arb_poly([0, arb(2) ** -20]), *proposal.core[1:]])

    with bits(PRECISION):
        assert Stepper(field, time, now, PRECISION).leap(time + step.duration, pace) is not None
        monkeypatch.setattr(Collocation, "propose", off)
        assert Stepper(field, time, now, PRECISION).leap(time + step.duration, pace) is None


@pytest.mark.parametrize("centred", [False, True])
def test_the_middle_of_a_step_is_as_good_as_its_start(followed, centred):
    _, leaps = followed
    field, time, now, _, _ = leaps[0]
    with bits(PRECISION):
        stepper = Stepper(field, time, now, PRECISION)
        proposal = stepper.producer.propose(time, [c.mid() for c in now.center], arb(1), PRECISION)
        proposal = replace(proposal, centred=centred)
        found = check(field, time, now, proposal, 70, PRECISION)
        assert found is not None and found.end.radius < 4 * now.radius + 2.0**-70
        bent = replace(proposal, core=[p + arb_poly([0, arb(2) ** -30]) for p in proposal.core])
        wrong = check(field, time, now, bent, 70, PRECISION)
        assert wrong is None or wrong.end.radius > 2.0**-31


def test_what_is_damped_bears_more():
    """[[0, b], [c, -K]] with b = K: a norm near b c/K, seen by elimination even where K is known to 1 % only."""
    K = arb(2) ** 30
    J = [[arb(0), K], [arb(1), -K * (1 + arb(0, 0.01))]]
    scales = balanced(J, (0, 0), arb(1))
    assert log_norm(J, scales) < 3
    assert log_norm(J, (0, 0)) > 2**26


def test_definite():
    assert _definite([[arb(2), arb(1)], [arb(1), arb(2)]])
    assert not _definite([[arb(2), arb(2)], [arb(2), arb(2)]])
    assert not _definite([[arb(1), arb(2)], [arb(2), arb(1)]])
    assert not _definite([[arb(2), arb(1, 2)], [arb(1, 2), arb(2)]])
    assert not _definite([[arb.nan()]])
