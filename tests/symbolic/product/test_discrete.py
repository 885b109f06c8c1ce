"""The laws of one step against rational numbers and whole products of weights."""

from __future__ import annotations

import random
from fractions import Fraction as F
from math import prod

import sympy as sp

from steepest_mirror.symbolic.product import discrete


def test_gradient_law_on_numbers():
    chance = random.Random(2)
    law = discrete.gradient_law()
    for _ in range(50):
        L = chance.randint(2, 6)
        w = [F(chance.randint(-20, 20), chance.randint(1, 9)) for _ in range(L)]
        g, eta, alpha = (F(chance.randint(-9, 9), 7) for _ in range(3))
        after = [(1 - eta * alpha) * v - eta * g * prod(w[:i] + w[i + 1 :]) for i, v in enumerate(w)]
        values = {
            discrete.wi: w[0],
            discrete.wj: w[1],
            discrete.g: g,
            discrete.eta: eta,
            discrete.alpha: alpha,
            discrete.Pi: prod(w[2:], start=F(1)),
        }
        by_law = law.right.subs({k: sp.Rational(v.numerator, v.denominator) for k, v in values.items()})
        mine = after[0] ** 2 - after[1] ** 2
        assert by_law == sp.Rational(mine.numerator, mine.denominator)


def test_sign_law_is_linear_in_the_sizes():
    law = discrete.sign_law()
    assert sp.expand(law.right - discrete.rho * discrete.a + discrete.rho * discrete.b) == 0
