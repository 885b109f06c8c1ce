"""Held g_k and double zeros: what is proposed there solves the flow, and a run over them ends at the least squares."""

from dataclasses import replace
from fractions import Fraction as F

import numpy as np
import pytest
from flint import arb, fmpq, fmpq_mat

from steepest_mirror.numeric_checks.flow.valley import proposal
from steepest_mirror.numeric_checks.flow.valley.certificate import certify
from steepest_mirror.numeric_checks.flow.valley.proposal import in_time
from steepest_mirror.numeric_checks.flow.valley.run import ValleyRun
from steepest_mirror.numeric_checks.precision import bits

from .test_follow import drawn


@pytest.fixture(scope="module")
def ended() -> ValleyRun:
    flow = ValleyRun(drawn(5, 10, F(2)), arb(10) ** -12, 80)
    flow.go()
    return flow


def test_five_coordinates_pass_double_zeros_and_end_at_the_least_squares(ended: ValleyRun) -> None:
    """H has full rank, so that g = 0 is reached at x = H^-1 c, which is a rational number."""
    assert ended.ended == "until" and any(step.proposal.blurred is not None for step in ended.steps)
    data = ended.bowl.problem.objective
    A = fmpq_mat([[fmpq(v.numerator, v.denominator) for v in row] for row in data.A])
    b = fmpq_mat([[fmpq(v.numerator, v.denominator)] for v in data.b])
    solution = (A.transpose() * A).inv() * A.transpose() * b
    weights = ended.at(arb(2))[0]
    for k in range(5):
        x = weights[2 * k] * weights[2 * k + 1]
        assert x.contains(arb(solution[k, 0])) and x.rad() < 1e-7


def held_at(flow: ValleyRun, index: int) -> ValleyRun:
    """The run at the start of a step."""
    again, step = ValleyRun(flow.problem, flow.enough, 80), flow.steps[index]
    again.x, again.now, again.s = [p(-1) for p in step.X], step.start, step.s
    return again


def test_a_held_g_is_proposed_as_well_as_by_small_steps(ended: ValleyRun, monkeypatch: pytest.MonkeyPatch) -> None:
    """One step over which g_k would decay many times ends where sixteen do, each short enough for Picard's iteration;
    corrupted anywhere it is refused or its ball still holds their end."""
    spans = [(float(s.end - s.start), i) for i, s in enumerate(ended.steps) if s.proposal.pivot is None]
    compared = 0
    for h, index in sorted(spans, reverse=True):
        flow = held_at(ended, index)
        with bits(flow.bits):
            x, g = flow._floats()
            held = proposal._Held(flow.bowl, np.sign(g), None)
            held.roots(np.repeat(g[None], proposal.DEGREE + 1, 0), flow.bowl.slope(flow.bowl.u(x))[None].repeat(31, 0),
                       np.full(31, proposal.LONG(h) / 2))  # fmt: skip
            good = in_time(flow.bowl, x, g, h)
            if not len(held.held) or good is None:
                continue
            whole = certify(flow.bowl, flow.x, flow.now, 0.0, flow.s, good)
            assert whole is not None
            fine = held_at(ended, index)
            monkeypatch.setattr(proposal, "STIFF", np.inf)
            parts = 0
            while parts < 16:
                x, g = fine._floats()
                part = in_time(fine.bowl, x, g, h / 16)
                if part is None:
                    break
                parts += 1
                step = certify(fine.bowl, fine.x, fine.now, fine.radius, fine.s, part)
                assert step is not None
                fine.x, fine.now, fine.radius = [p(1) for p in step.X], step.end, step.after
            monkeypatch.undo()
            if parts < 16:  # too stiff for that
                continue
            assert fine.radius < 1e-14 and whole.after < 1e-14
            unit = arb(2) ** -flow.bits
            for part_name in ("rate", "V"):
                values = getattr(good, part_name)
                for at in [(0, 0), (1, int(held.held[0])), (7, int(held.held[0]))]:
                    wrong = values.copy()
                    wrong[at] += 1e-7 * abs(values).max()
                    step = certify(flow.bowl, flow.x, flow.now, 0.0, flow.s, replace(good, **{part_name: wrong}))
                    if step is None:
                        continue
                    away = np.array([float((p(1) - v) * unit) for p, v in zip(step.X, fine.x, strict=True)])
                    assert np.linalg.norm(flow.s * away) <= step.after + fine.radius and step.after > 10 * whole.after
            away = np.array([float((p(1) - v) * unit) for p, v in zip(whole.X, fine.x, strict=True)])
            assert np.linalg.norm(flow.s * away) <= whole.after + fine.radius
            compared += 1
            if compared == 3:
                return
    assert compared == 3


def test_a_double_zero_is_passed(ended: ValleyRun) -> None:
    """A blurred g_k goes to 0 before its step and away on the other side after it, and its ball reached 0."""
    passed = 0
    for index, step in enumerate(ended.steps):
        if (k := step.proposal.blurred) is not None:
            before, after = (held_at(ended, i)._floats()[1] for i in (index, index + 1))
            assert before[k] * ended.steps[index - 1].proposal.g_signs[k] > 0 and not (step.least_g[:, k] > 0).any()
            passed += bool(before[k] * after[k] < 0)
    assert passed > 0
