"""tau from t(tau) = tau + tau^2/2, that is sqrt(1 + 2 t) - 1, and from t(tau) = tau^3, flat at 0."""

from __future__ import annotations

import pytest
from flint import arb, arb_poly

from steepest_mirror.numeric_checks.flow.smooth import path
from steepest_mirror.numeric_checks.flow.smooth.checker import Enclosure, Step
from steepest_mirror.numeric_checks.precision import bits

SLACK = arb("1e-20").upper()
CLOCKS = {
    "parabola": ([0, 1, arb(1) / 2], lambda t: (1 + 2 * t).sqrt() - 1, 12),
    "cubic": ([0, 0, 0, 1], lambda t: t.root(3), 4),
}


def piece(coefficients) -> path.Piece:
    clock, none = arb_poly(coefficients), ()
    end = Enclosure((clock(arb(1)),), SLACK, none)
    step = Step(arb(0), 0, arb(1), [clock], [], none, (SLACK,), none, end)
    return path.Piece(arb(0), clock(arb(1)), (step,), clock=0)


@pytest.mark.parametrize("name", CLOCKS)
@pytest.mark.parametrize("radius", ["0", "1e-30", "1e-9"])
def test_contains_every_tau_of_the_ball_and_not_much_more(name, radius, monkeypatch):
    coefficients, inverse, least = CLOCKS[name]
    with bits(150):
        found = piece(coefficients)
        spread = arb(0, arb(radius).upper())
        for part in (1, 3, 7, 9):
            t = arb(part) / 10 * arb_poly(coefficients)(arb(1)) + spread
            tau = found._parameter(found.steps[0], t)
            for end in (t.lower() - SLACK / 2, t.mid(), t.upper() + SLACK / 2):
                assert tau.contains(inverse(end).mid())
            with monkeypatch.context() as without:
                without.setattr(path, "_around", lambda *_: None)
                slow = found._parameter(found.steps[0], t)
            assert slow.overlaps(tau) and tau.rad() < slow.rad() * 1.25 < arb(2) ** -least


def test_at_the_ends():
    with bits(150):
        found = piece(CLOCKS["parabola"][0])
        for t, tau in ((arb(0), arb(0)), (arb(3) / 2, arb(1)), (arb("1e-21"), arb("1e-21"))):
            ball = found._parameter(found.steps[0], t)
            assert ball.contains(tau.mid()) and ball.rad() < arb("1e-19")
            assert ball.lower() > arb("-1e-28") and ball.upper() < 1 + arb("1e-28")
