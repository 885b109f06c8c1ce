"""|g_k| <= delta and what holds it there, against the same stretch with g_k followed itself, far closer than delta."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from flint import arb, fmpq, fmpq_mat

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem
from steepest_mirror.numeric_checks.flow.smooth import checker
from steepest_mirror.numeric_checks.flow.smooth.arithmetic import BallArithmetic, OutsideDomain
from steepest_mirror.numeric_checks.flow.smooth.checker import Enclosure, Step
from steepest_mirror.numeric_checks.flow.smooth.held import Held, HeldField
from steepest_mirror.numeric_checks.flow.smooth.path import state_at
from steepest_mirror.numeric_checks.flow.smooth.run import Run
from steepest_mirror.numeric_checks.flow.smooth.sliding import Slide, bent
from steepest_mirror.numeric_checks.flow.smooth.stepper import Stepper
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow, TimeField
from steepest_mirror.numeric_checks.precision import bits

A, B, WEIGHTS = ((F(-2), F(-2)), (F(-3), F(1))), (F(1), F(-4)), ((F(1, 2), F(3, 2)), (F(1, 2), F(1)))
STIFF = Problem(F(11, 10), WEIGHTS, LeastSquares(A, B), F(1, 10))
PRECISION = 112  # radii far below what the bounds hide


@pytest.fixture(scope="module")
def stretch() -> tuple[TimeField, arb, Enclosure, Step]:
    """The field, the time, the state, and the longest leap from there in the run that follows g_1 itself."""
    leaps = []
    plain = Stepper.leap

    def noted(self: Stepper, goal: arb, pace: arb) -> Step | None:
        before = (self.field, self.time, self.now)
        step = plain(self, goal, pace)
        if step is not None:
            leaps.append((*before, step))
        return step

    with pytest.MonkeyPatch.context() as patch, bits(PRECISION):
        patch.setattr(Stepper, "leap", noted)
        patch.setattr(Run, "_slide", lambda *_: False)
        Run(STIFF, PRECISION).go()
        return max(leaps, key=lambda leap: float(leap[3].duration))


def slide(stretch: tuple[TimeField, arb, Enclosure, Step], delta: arb) -> Slide:
    """The same stretch with g_1 within delta."""
    field, time, now, step = stretch
    found = Slide(
        field.flow, field.signs, (0,), time, Enclosure(tuple(now.balls()), arb(0), now.passive), delta, PRECISION
    )
    while found.stepper.time < time + step.duration:
        assert found.advance(time + step.duration) is not None
    return found


def delta(stretch: tuple[TimeField, arb, Enclosure, Step]) -> arb:
    return (abs(stretch[2].center[stretch[0].flow.size]) * 8).mid()


def apart(stretch: tuple[TimeField, arb, Enclosure, Step], size: arb) -> tuple[list[bool], list[arb], list[arb]]:
    """(whether the enclosures meet, those with g_1 itself, those without), component by component, then the gains."""
    with bits(PRECISION):
        found = slide(stretch, size)
        last = bent(found.stepper.steps[-1], found.flow)
        end = stretch[1] + stretch[3].duration
        there = state_at(last, ((end - last.start) * arb(2) ** last.scale).intersection(arb(0).union(last.length)))
        truth = state_at(stretch[3], stretch[3].length)
        a, b = [*truth.balls(), *truth.passive], [*there.balls(), *there.passive]
        return [x.overlaps(y) for x, y in zip(a, b, strict=True)], a, b


def test_the_way_is_the_same(stretch):
    size = delta(stretch)
    meet, followed, held = apart(stretch, size)
    assert all(meet)
    assert all(x.rad() < size / 16 for x in followed[:6])  # the reference can tell
    assert all(y.rad() < size * 2**6 for y in held)


def test_every_bound_is_needed(stretch, monkeypatch):
    """Without what g_1 hides, or without the way from v to y, the enclosures miss the solution."""
    size = delta(stretch) * 2**12
    assert all(apart(stretch, size)[0])
    monkeypatch.setattr(checker, "_hidden", lambda field, *_: ([arb(0)] * (field.core + field.passive),) * 2)
    monkeypatch.setattr(Held, "moved", lambda self, balls, *_: list(balls))
    assert not all(apart(stretch, size)[0])


def test_where_g_has_gone(stretch):
    """The range that z* leaves for g_1 holds the g_1 that was followed, to a tenth of itself."""
    with bits(PRECISION):
        found = slide(stretch, delta(stretch))
        g = found.followed()
        assert g is not None and g.rad() < abs(g) / 10
        moment = found.stepper.time
        tau = ((moment - stretch[3].start) * arb(2) ** stretch[3].scale).mid()
        if tau <= stretch[3].length:
            truth = state_at(stretch[3], tau).balls()
            assert g.overlaps(truth[stretch[0].flow.size])
            for a, b, wide in zip(truth, found.end(g).center, found.state().center, strict=True):
                assert a.overlaps(b) and b.rad() <= wide.rad()


@pytest.mark.parametrize("parts", [0.25, 4.0])
def test_a_run_knows_whether_all_was_sharper_than_what_it_leaves_out(stretch, parts):
    """A weight that is known worse than to delta is no better known with a smaller delta."""
    field, time, now, step = stretch
    with bits(PRECISION):
        run = Run(STIFF, PRECISION)
        run.now, run.delta = time, delta(stretch)
        balls = now.balls()
        balls[2] += arb(0, run.delta * parts)
        stepper = Stepper(field, time, Enclosure(tuple(balls), arb(0), now.passive), PRECISION)
        assert run._slide(field.flow, (time + step.duration).mid(), stepper, field)
    assert run.unseen and run.sharp == (parts < 1)


def test_a_run_that_slides_says_what_it_has_not_seen(stretch):
    with bits(PRECISION):
        run = Run(STIFF, PRECISION, 24)
        run.go()
    assert run.status == "finished"
    assert "undecided whether zero is crossed: g_1 from t = " in run.reason
    assert any(abs(step.slack[4] / run.delta - 1) < 2.0**-40 for piece in run.pieces for step in piece.steps)
    q = arb(11) / 10
    for k in (0, 2):  # |w_1|^q - |w_2|^q does not move
        now, start = (
            [abs(w) ** q for w in ws] for ws in (run.state.balls()[k : k + 2], run.initial.balls()[k : k + 2])
        )
        assert (now[0] - now[1]).rad() < 1e-6
        assert (now[0] - now[1]).overlaps(start[0] - start[1])


def test_what_pulls_too_hard_is_not_held(stretch):
    """delta^r below |z*|: g_1 leaves its bounds."""
    field, time, now, _ = stretch
    size = abs(now.center[field.flow.size]).mid()
    with bits(PRECISION):
        balls = list(field.flow.extend(now.balls()))
        (held,), (climb,) = Held(field.flow, (0,), size * 2).pulls(balls)
        z = BallArithmetic().power(size, field.flow.r)
        assert (abs(held) - z).abs_upper() < 2.0**-20 and climb > 0  # g_1 rests where <g_1>^r = z*
        load = Held(field.flow, (0,), size * 2).load(balls)
        assert abs(load - abs(held) / (size * 2) ** (arb(1) / 10)) < 2.0**-40
        sliding = HeldField(Held(field.flow, (0,), size * 2), field.signs)
        usual = sliding.hidden(time, balls, arb(1))[1]
        sliding.apart = [8 * s for s in sliding.flow.shifts(balls, field.signs)]  # y may begin that far off
        taken = sliding.hidden(time, balls, arb(1))[1]
        pairs = list(zip(usual, taken, sliding.apart, strict=False))
        assert all(a <= t for _, t, a in pairs) and any(u < t for u, t, _ in pairs)
        with pytest.raises(OutsideDomain):
            HeldField(Held(field.flow, (0,), size / 2), field.signs).hidden(time, balls, arb(1))


@pytest.mark.parametrize("q", [F(3, 2), F(7, 5)])
def test_g_is_followed_out_of_its_bounds(q, monkeypatch):
    """z*_3 goes through 0 at t = 0: a slide ends short of delta^r, and g_3 there against Runge and Kutta's method."""
    A = ((F(1), F(0), F(1)), (F(0), F(1), F(1)), (F(1), F(1), F(0)))
    H = [[float(sum(a[i] * a[j] for a in A)) for j in range(3)] for i in range(3)]
    weights = ((F(1), F(2)), (F(1), F(2)), (F(9), F(9)))
    H_inverse = fmpq_mat([[fmpq(int(v)) for v in row] for row in H]).inv()
    wanted = fmpq_mat([[fmpq(2)], [fmpq(-2)], [fmpq(0)]])  # g
    moved = fmpq_mat([[fmpq(int(p.numerator * r.numerator))] for p, r in weights]) - H_inverse * wanted  # x with g = 0
    matrix_ = fmpq_mat([[fmpq(int(v)) for v in a] for a in A])
    b = tuple(F(int(v.p), int(v.q)) for v in (matrix_ * moved).entries())
    flow = Flow(Problem(q, weights, LeastSquares(A, b), F(1)), (F(0),))
    signs = dict.fromkeys(flow.names, 1) | {("gradient", 1, 0): -1}
    with bits(96):
        balls = tuple(arb(int(w.numerator)) / int(w.denominator) for row in weights for w in row)
        start = Enclosure(flow.extend(balls), arb(0), (arb(0),) * 3)
        found = Slide(flow, signs, (2,), arb(0), start, arb(2) ** -16, 96)
        while not found.leaving():
            assert found.advance(found.goal(arb(1))) is not None
        g, end = found.followed(), float(found.stepper.time.mid())
        assert found.flow.load([c.mid() for c in found.stepper.now.center]) > 0.95
    truth = runge_kutta(float(q) - 1, [float(w) for row in weights for w in row], H, [2.0, -2.0, 0.0], end)
    assert g is not None and g.rad() < abs(g) / 10
    assert abs(truth - float(g.mid())) <= float(g.rad()) + 1e-5 * abs(truth)
    plain = Held.pulls  # were g_3 followed four times as fast, it would be said to be where it is not
    monkeypatch.setattr(Held, "pulls", lambda self, *at: (plain(self, *at)[0], [4 * v for v in plain(self, *at)[1]]))
    with bits(96):
        wrong = found.followed()
    assert wrong is not None and abs(truth - float(wrong.mid())) > float(wrong.rad()) + 1e-5 * abs(truth)


def runge_kutta(r: float, w: list[float], H: list[list[float]], g: list[float], end: float) -> float:
    """g_3 at the end, in 4,000 steps, g = H (x - x_0) + g_0."""
    start = [w[2 * k] * w[2 * k + 1] for k in range(3)]

    def gradient(w: list[float]) -> list[float]:
        x = [w[2 * k] * w[2 * k + 1] - start[k] for k in range(3)]
        return [g[k] + sum(h * v for h, v in zip(H[k], x, strict=True)) for k in range(3)]

    def speeds(w: list[float]) -> list[float]:
        z = [abs(v) ** r * (1 if v > 0 else -1) for v in gradient(w)]
        return [-z[i // 2] * abs(w[i ^ 1]) ** r for i in range(6)]

    h = end / 4000
    for _ in range(4000):
        a = speeds(w)
        b = speeds([v + h / 2 * s for v, s in zip(w, a, strict=True)])
        c = speeds([v + h / 2 * s for v, s in zip(w, b, strict=True)])
        d = speeds([v + h * s for v, s in zip(w, c, strict=True)])
        w = [v + h / 6 * (p + 2 * q + 2 * s + t) for v, p, q, s, t in zip(w, a, b, c, d, strict=True)]
    return gradient(w)[2]
