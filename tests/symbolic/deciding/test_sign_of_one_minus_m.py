"""The sign of n(1 - m) = q - n(q-1) by brute force over rationals q in [1, 2] and integers n."""

from fractions import Fraction

import pytest
import sympy as sp

from steepest_mirror.symbolic.deciding.sign_of_one_minus_m import lowest, pinned, sign_cases
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import L, q

QS = sorted({Fraction(a, b) for b in range(1, 8) for a in range(b, 2 * b + 1)})


def holds(condition, steepness, layers):
    return bool(condition.subs({q: sp.Rational(str(steepness)), L: layers}) if condition != sp.true else True)


@pytest.mark.parametrize("shift", [0, 1])
@pytest.mark.parametrize("known", ["neither", "q", "n", "both"])
def test_every_point_has_exactly_its_sign(known, shift):
    for steepness in QS:
        for layers in range(2, 12):
            n = layers - shift
            truth = steepness - n * (steepness - 1)
            cases = sign_cases(
                sp.Rational(str(steepness)) if known in ("q", "both") else q,
                sp.Integer(n) if known in ("n", "both") else L - shift,
            )
            found = [sign for sign, when in cases if holds(when, steepness, layers)]
            assert found == [(truth > 0) - (truth < 0)], (steepness, layers, cases)


def test_equalities_are_pinned():
    assert pinned(setting(q, depth=3), sp.Eq(q, sp.Rational(3, 2))).q == sp.Rational(3, 2)
    assert pinned(setting(2, depth=L), sp.Eq(L, 2)).depth == 2
    assert sp.cancel(pinned(setting(q, depth=L), sp.Eq(q * (L - 1), L)).m) == 1


def test_lowest_form():
    assert lowest((2 * L - L * q + q) / L) == 2 - q + q / L
