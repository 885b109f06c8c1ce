"""What the observations measure, and that each of them can fail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from steepest_mirror.numeric_checks.discrete import laws as step_laws
from steepest_mirror.proofs.observations import late_and_discrete as seen


@pytest.mark.parametrize("task", [seen.FIRST, seen.SECOND], ids=["L=2", "L=3"])
def test_late_directions(task, monkeypatch):
    passed, shown = seen.late(task, 20)
    assert passed and "1e8" in shown
    other = replace(task, Z=(task.Z[0], (task.Z[1][0], task.Z[1][1] * 2)))
    strayed = seen.directions(other, seen.SIZES, seen.F(1, 500))
    monkeypatch.setattr(seen, "directions", lambda *args: strayed)
    assert not seen.late(task, 20)[0]


@pytest.mark.parametrize("q", [1, 2])
def test_discrete_laws(q, monkeypatch):
    passed, shown = seen.discrete(q, 20)
    assert passed and "failed 0" in shown
    true_law = step_laws.predicted
    monkeypatch.setattr(step_laws, "predicted", lambda *args: true_law(*args) + 1)
    assert not seen.discrete(q, 20)[0]


def test_kernel_bregman_rest_path_and_laws():
    for observe in (seen.kernel, seen.bregman, seen.rest, seen.path, seen.matrices, seen.fading):
        passed, shown = observe(20)
        assert passed, shown
    assert seen.laws("u*v*w", (2, 2, 2), 20)[0] and not seen.laws("u*v*w", (2, 2, 1), 20)[0]


def test_a_wrong_metric_is_seen(monkeypatch):
    true_power = seen.power
    monkeypatch.setattr(seen, "power", lambda base, e: true_power(base, e) * 2)
    assert not seen.kernel(20)[0]
