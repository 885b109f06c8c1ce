"""dx/dt against the chain rule on random weights with the invariants of the setting."""

import random
from fractions import Fraction

import pytest
import sympy as sp
from mpmath import mp, mpf

from steepest_mirror.symbolic.product.flow import flow
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import alpha, g, u, x

SEED = 4302


@pytest.mark.parametrize("decay", ["none", "decoupled", "coupled"])
@pytest.mark.parametrize(
    "at", [setting(2, [0, 1, 3]), setting(Fraction(3, 2), [0, 0, 2]), setting(1, depth=4)], ids=str
)
def test_chain_rule(at, decay):
    source = random.Random(SEED)
    with mp.workdps(25):
        e = mpf(at.q.p) / at.q.q
        level, slope, strength = (mpf(source.uniform(0.3, 2)) for _ in range(3))
        w = [(level + mpf(int(v))) ** (1 / e) for v in at.invariants]
        product = mp.fprod(w)
        total = mpf(0)
        for v in w:
            pull = slope * product / v
            rate = -((pull + strength * v) ** (e - 1)) if decay == "coupled" else -(pull ** (e - 1))
            total += product / v * (rate - (strength * v if decay == "decoupled" else 0))
        values = {u: level, g: slope, alpha: strength, x: product}
        found = flow(at, decay).product.subs({k: sp.Float(str(v), 25) for k, v in values.items()})
        assert abs(mpf(str(sp.N(found, 25))) - total) < mpf(10) ** -18 * max(1, abs(total)), SEED
