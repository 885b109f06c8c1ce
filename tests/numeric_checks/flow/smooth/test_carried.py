"""One radius for the whole state from piece to piece: |(2^{s_i} (y - p)_i)|_2 <= b against more bits, and what it
spares."""

from __future__ import annotations

from fractions import Fraction as F

from flint import arb

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem
from steepest_mirror.numeric_checks.flow.smooth.checker import Enclosure, norm
from steepest_mirror.numeric_checks.flow.smooth.path import state_at
from steepest_mirror.numeric_checks.flow.smooth.run import Run, around
from steepest_mirror.numeric_checks.flow.smooth.stepper import Stepper
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow, TimeField
from steepest_mirror.numeric_checks.precision import bits

A, B = ((F(2), F(1)), (F(-1), F(3))), (F(3), F(-7))
WEIGHTS = ((F(1, 2), F(2)), (F(4, 3), F(1)))


def test_the_radius_holds_the_solution_on_the_whole_step():
    flow = Flow(Problem(F(3, 2), WEIGHTS, LeastSquares(A, B), F(1)), (F(0),))
    balls = flow.extend([arb(int(w.numerator)) / int(w.denominator) for row in WEIGHTS for w in row])
    signs = {name: 1 if v > 0 else -1 for name, v in zip(flow.names, [*balls[4:], *balls[:4]], strict=True)}
    field, scales = TimeField(flow, signs), (0, 3, 0, 2, 1, 0)
    with bits(160):
        start = [b.mid() + arb(2) ** -30 * d for b, d in zip(balls[:4], (0, 1, 0, -2), strict=False)]
        exact = Enclosure(flow.extend(start), arb(0), (arb(0),) * 2)
        off = norm([(a - c.mid()) * arb(2) ** s for a, c, s in zip(exact.center, balls, scales, strict=True)])
        begun = Enclosure(tuple(b.mid() for b in balls), off, (arb(0),) * 2, scales)  # the start lies at its edge
        first = Stepper(field, arb(0), begun, 64).advance(arb(1) / 64)
        assert first is not None
        fine = Stepper(field, arb(0), exact, 160)
        while fine.time < first.duration:
            assert fine.advance(arb(1) / 32) is not None
        for part in (0.25, 0.5, 1.0):
            tau = (first.length * part).mid()
            whole, time = around(first, tau), (tau * arb(2) ** -first.scale).mid()
            step = next(s for s in fine.steps if s.start <= time <= s.start + s.duration)
            truth = state_at(step, ((time - step.start) * arb(2) ** step.scale).mid()).center
            miss = norm([(y - c) * arb(2) ** s for y, c, s in zip(truth, whole.center, whole.scales, strict=True)])
            assert miss < whole.radius < 64 * miss


def test_a_piece_begins_with_what_says_more():
    """The one radius, with what lies at its edges, where it is below the balls; else these."""
    problem = Problem(F(3, 2), WEIGHTS, LeastSquares(A, B), F(1, 2))
    flow, scales = Flow(problem, (F(0),)), (0, 3, 0, 2, 1, 0)
    with bits(90):
        run = Run(problem, 90)
        sharp, size = run.state.balls(), arb(2) ** -30
        run.carried = Enclosure(flow.extend(sharp), size, (), scales)
        for wide, edge in ((arb(2) ** -20, size), (arb(2) ** -60, arb(2) ** -60)):
            run.state = Enclosure(tuple(v + arb(0, wide) for v in sharp), arb(0), run.state.passive)
            found = run._begun(flow, arb(1) / 3).balls()
            assert found[-1].contains(arb(1) / 3)
            for v, ball, s in zip(run.carried.center, found, scales, strict=False):
                off = edge * arb(2) ** (-s if edge is size else 0)
                assert ball.contains(v.mid() + off) and ball.contains(v.mid() - off) and ball.rad() < 2**12 * off


def test_what_it_spares(monkeypatch):
    """Over the zeros of weights and g the radius grows less, and the two enclosures meet."""
    problem = Problem(F(3, 2), WEIGHTS, LeastSquares(A, B), F(1, 2))
    plain, kept = Run._begun, []

    def noted(self: Run, flow: Flow, *clock: arb) -> Enclosure:
        found = plain(self, flow, *clock)
        kept.append(found.center[:4] == tuple(v.mid() for v in self.state.center[:4]))
        known = (*flow.extend(self.state.balls()), *clock)
        assert all(a.overlaps(b) for a, b in zip(found.balls(), known, strict=True))  # of this time, not of another
        return found

    monkeypatch.setattr(Run, "_begun", noted)

    def end() -> list[arb]:
        with bits(90):
            run = Run(problem, 90, 30)
            run.go()
        assert len([event for event in run.events if event.kind.endswith("zero")]) > 1
        return list(run.state.center[:4])

    with_it = end()
    assert not all(kept)
    monkeypatch.setattr(Run, "carried", property(lambda self: None, lambda self, value: None), raising=False)
    without = end()
    assert all(a.overlaps(b) for a, b in zip(with_it, without, strict=True))
    assert max(float(a.rad()) for a in with_it) < max(float(b.rad()) for b in without) / 4
