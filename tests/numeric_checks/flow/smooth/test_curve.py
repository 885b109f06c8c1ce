"""Newton's method on the curve against the recurrences, another way to the same series."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from flint import arb, fmpz

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Linear, Problem, Quadratic, constant_decay
from steepest_mirror.numeric_checks.flow.smooth import curve
from steepest_mirror.numeric_checks.flow.smooth.arithmetic import OutsideDomain
from steepest_mirror.numeric_checks.flow.smooth.curve import Curve
from steepest_mirror.numeric_checks.flow.smooth.producer import Tape
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow, TimeField, ball
from steepest_mirror.numeric_checks.precision import bits

BITS = 160
OBJECTIVES = {
    "linear": Linear((F(-2, 3),)),
    "quadratic": Quadratic((F(1, 5),)),
    "least squares": LeastSquares(((F(1, 2),), (F(-2),)), (F(1), F(1, 3))),
}


def _both(problem: Problem, order: int, e: int):
    with bits(BITS + 64):
        start = [ball(w) for w in problem.weights[0]]
        tape = Tape(TimeField(Flow(problem, ()), {}), BITS)
        return (
            tape.expand(arb(0), start, order, e),
            Curve(problem, BITS).expand([fmpz(int(tape.integer(w))) for w in start], order, e),
        )


@pytest.mark.parametrize("weights", [(3, -2), (2, 3, 4), (-2, 3, 2, 5), (2, 2, 3, 4, 5)])
@pytest.mark.parametrize("name", OBJECTIVES)
@pytest.mark.parametrize("doubled", [1, 1000])
def test_the_same_series_as_by_recurrences(name, weights, doubled, monkeypatch):
    monkeypatch.setattr(curve, "DOUBLED", doubled)
    problem = Problem(F(2), (tuple(F(w, 4) for w in weights),), OBJECTIVES[name], F(1))
    for order, e in ((1, 3), (2, 4), (3, 5), (30, 5), (47, 6)):
        for a, b in zip(*_both(problem, order, e), strict=True):
            assert max(abs(int(a[k]) - int(b[k])) for k in range(order + 1)) < 2**8
            assert a[order + 1] == b[order + 1] == 0


def test_refused_near_a_zero_weight_and_at_rest():
    near = Problem(F(2), ((F(1, 100), F(1)),), Linear((F(1),)), F(1))
    for problem in (near, Problem(F(2), ((F(0), F(1)),), Linear((F(1),)), F(1))):
        with pytest.raises(OutsideDomain):
            _both(problem, 20, 0)
    with pytest.raises(OutsideDomain):
        _both(Problem(F(2), ((F(1), F(1)),), Quadratic((F(1),)), F(1)), 20, 0)


def test_where_it_applies():
    one, decay = ((F(1), F(1)),), constant_decay(F(1))
    fits = lambda *problem: Curve.of(TimeField(Flow(Problem(*problem), problem[4].pieces[0][1]), {}), BITS)  # noqa: E731
    none = constant_decay(F(0))
    assert fits(F(2), one, Linear((F(1),)), F(1), none)
    assert not fits(F(2), one, Linear((F(1),)), F(1), decay)
    assert not fits(F(3, 2), one, Linear((F(1),)), F(1), none)
    assert not fits(F(2), one * 2, Linear((F(1),) * 2), F(1), none)
