"""The recurrences against FLINT's own power series, and the producer against closed forms."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from flint import arb, arb_series

from steepest_mirror.numeric_checks.flow.problem import Linear, Problem
from steepest_mirror.numeric_checks.flow.smooth.producer import Producer, Tape
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow, TimeField
from steepest_mirror.numeric_checks.precision import bits

ORDER = 75


class Recorded:
    """A field whose only rate is a function of the state, to read off the series of that function."""

    core, passive = 1, 0

    def __init__(self, function):
        self.function = function

    def rates(self, time, state, arithmetic):
        self.node = self.function(state[0], arithmetic)
        return [self.node * 0 + 1]


CASES = {
    "product": (lambda u, ops: u * u * u, lambda s: s * s * s),
    "square root": (lambda u, ops: ops.power(u, F(1, 2)), lambda s: s.sqrt()),
    "power 2/3": (lambda u, ops: ops.power(u, F(2, 3)), lambda s: (s.log() * (arb(2) / 3)).exp()),
    "exponential": (lambda u, ops: ops.exp(-u), lambda s: (-s).exp()),
    "reciprocal": (lambda u, ops: ops.inverse(u + 1), lambda s: 1 / (s + 1)),
    "combination": (lambda u, ops: ops.combine([arb(3)], [u], arb(-2)), lambda s: s * 3 - 2),
}


@pytest.mark.parametrize("case", CASES)
def test_recurrences(case):
    """u(t) = 3/2 + t: the coefficients of f(u) to 150 of 200 bits."""
    node, series = CASES[case]
    with bits(200, ORDER):
        field = Recorded(node)
        Tape(field, 200).expand(arb(0), [arb(3) / 2], ORDER, 0)
        expected = series(arb_series([arb(3) / 2, 1], ORDER))
        for k, c in enumerate(field.node.c):
            value = arb(int(c)) * arb(2) ** -200
            assert abs(value - expected[k]) < arb(2) ** -150


def test_hyperbolic_solution():
    """q = 2, L = 2, g = -1, w = (1, 1/2): w_1 = cosh t + sinh(t)/2; the step's error is near its goal."""
    problem = Problem(F(2), ((F(1), F(1, 2)),), Linear((F(-1),)), F(1))
    with bits(200):
        producer = Producer(TimeField(Flow(problem, (F(0),)), {}), 216, 60)
        proposal = producer.propose(arb(0), [arb(1), arb("0.5")], arb(10), 200)
        t = proposal.length * arb(2) ** -proposal.scale
        assert t > 0.5
        assert abs(proposal.core[0](proposal.length) - (t.cosh() + t.sinh() / 2)) < arb(2) ** -190
        assert abs(proposal.passive[0](proposal.length) + t) < arb(2) ** -190
