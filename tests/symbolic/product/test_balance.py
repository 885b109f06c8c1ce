"""Rates of |w_i|^q - |w_j|^q against finite differences along the flow, in every orthant, in floating point at 30
digits."""

import random

import pytest
import sympy as sp
from mpmath import mp, mpf

from steepest_mirror.symbolic.product.balance import balance, common_part, rank
from steepest_mirror.symbolic.symbols import alpha, g, q, x

SEED = 20260302


def power(a, e):
    return mp.sign(a) * abs(a) ** e


def velocity(w, slope, e, strength, decay):
    pulls = [slope * mp.fprod(v for j, v in enumerate(w) if j != i) for i in range(len(w))]
    if decay == "coupled":
        return [-power(p + strength * v, e - 1) for p, v in zip(pulls, w, strict=True)]
    return [-power(p, e - 1) - (strength * v if decay == "decoupled" else 0) for p, v in zip(pulls, w, strict=True)]


@pytest.mark.parametrize("decay", ["none", "decoupled", "coupled"])
@pytest.mark.parametrize("steepness", ["1", "5/4", "3/2", "2"])
def test_rate_along_the_flow(steepness, decay):
    law = balance(sp.Rational(steepness), decay)
    source = random.Random(SEED)
    with mp.workdps(30):
        e, h = mpf(sp.Rational(steepness).p) / sp.Rational(steepness).q, mpf(10) ** -10
        for _ in range(5):
            w = [mpf(source.choice((-1, 1)) * source.uniform(0.2, 2)) for _ in range(4)]
            slope, strength = mpf(source.uniform(-2, 2)), mpf(source.uniform(0.1, 1))
            speed = velocity(w, slope, e, strength, decay)
            ends = [[v + side * h * s for v, s in zip(w, speed, strict=True)] for side in (-1, 1)]
            gaps = [abs(end[0]) ** e - abs(end[1]) ** e for end in ends]
            measured = (gaps[1] - gaps[0]) / (2 * h)
            if law.closed:
                factor = sp.cancel(law.rate / law.difference).subs(alpha, sp.Float(str(strength), 30))
                assert abs(measured - mpf(str(factor)) * (abs(w[0]) ** e - abs(w[1]) ** e)) < mpf(10) ** -12, SEED


def test_coupled_decay_has_a_law_only_at_q_2():
    assert [balance(s, "coupled").closed for s in (q, sp.Rational(3, 2), sp.Integer(1), sp.Integer(2))] == [
        False,
        False,
        False,
        True,
    ]


def test_common_part_and_rank():
    assert common_part(sp.Integer(2)) == -2 * x * g
    assert rank(q, 5) == 4
