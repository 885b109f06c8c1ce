"""Descent on any reparameterization: a product agrees with the product's integrator, stops are named, decay
switches."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from flint import arb

from steepest_mirror.numeric_checks.flow.descent import Descent, descend
from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import Decay, Linear, Problem, Quadratic, constant_decay
from steepest_mirror.numeric_checks.orbit.reparameterization import differentiable
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import InputError
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization


def made(q, text, **start):
    return differentiable(reparameterization(F(q), text, {}, {n: F(v) for n, v in start.items()}))


@pytest.mark.parametrize(
    "q, decay",
    [(F(2), None), (F(3, 2), None), (F(1), None), (F(2), F(1, 3)), (F(3, 2), F(1, 3))],
)
def test_a_product_follows_the_flow_of_a_product(q, decay):
    weights, objective, until = (F(1), F(1, 2), F(2, 3)), Quadratic((F(2),)), F(1, 8)
    how = constant_decay(decay) if decay else Decay()
    ours = descend(Descent(made(q, "a*b*c", a=1, b="1/2", c="2/3"), objective, until, how), 30)
    known = integrate(Problem(q, (weights,), objective, until, how), 30)
    assert ours.status == known.status == "finished"
    for t in (until / 3, until):
        with bits(200):
            for a, b in zip(ours.state(t)[0], known.state(t)[0], strict=True):
                assert a.overlaps(b) and a.rad() < 1e-25
            assert ours.gain(t)[0].overlaps(known.gain(t)[0])


def test_coupled_decay_at_2_is_decoupled():
    runs = [
        descend(
            Descent(made(2, "u**2 - v**2", u=1, v="1/2"), Quadratic((F(3),)), F(1, 4), constant_decay(F(1, 2), kind)),
            20,
        )
        for kind in ("decoupled", "coupled")
    ]
    with bits(120):
        a, b = (run.state(F(1, 4))[0] for run in runs)
        assert all(x.overlaps(y) for x, y in zip(a, b, strict=True))


def test_stops_beside_what_reaches_0():
    run = descend(Descent(made("3/2", "u**2 - v**2", u=1, v="1/2"), Linear((F(-1),)), F(2)), 20)
    assert run.status == "stopped" and "d_2 h comes near 0" in run.reason
    assert run.end < 1 and run.end > 0.99
    run = descend(Descent(made("3/2", "u**2 - v**2", u=1, v="1/2"), Quadratic((F(2),)), F(3)), 20)
    assert "f'(x) comes near 0" in run.reason


def test_blow_up_ends_it():
    run = descend(Descent(made(2, "u**3 - v**3", u=1, v="1/2"), Linear((F(-1),)), F(1)), 20)
    assert run.status == "stopped" and "is large and grows" in run.reason
    assert run.end * 3 < 1 and run.end > 0.33


def test_pieces_of_decay():
    decay = Decay(((F(0), (F(1, 2),)), (F(1, 10), (F(0),))))
    run = descend(Descent(made(2, "u**2 - v**2", u=1, v="1/2"), Quadratic((F(3),)), F(1, 5), decay), 20)
    assert [event.kind for event in run.events] == ["decay-switch"] and run.status == "finished"
    with bits(120):
        u, v = run.state(F(1, 5))[0]
        assert (u * v).overlaps((arb(-1) / 10).exp() / 2), "u v = e^{-2 int alpha}/2, int alpha = 1/20"


def test_one_coordinate():
    with pytest.raises(InputError, match="one coordinate"):
        Descent(made(2, "u*v", u=1, v=1), Linear((F(1), F(2))), F(1))
