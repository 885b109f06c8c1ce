"""The potential at an irrational q, a ball: every quantity against mpmath's quadrature of its definition."""

from __future__ import annotations

from fractions import Fraction

import mpmath as mp
import pytest
from flint import arb

from steepest_mirror.numeric_checks.potential.mirror import Mirror
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import Undecided

INVARIANTS = ((0, Fraction(3, 5)), (0, Fraction(1, 2), 2), (0, 0, 3))
SIZES = (Fraction(7, 10), Fraction(1000, 7))


def quadrature(q, invariants, x):
    """R'' = 1/P'(u), R' and R* from u = 0 (m_0 < 1), M = L R* and the coupled regularizer, by definition."""

    entries = [mp.mpf(c.numerator) / c.denominator for c in invariants]

    def P(v):
        return mp.fprod(v + c for c in entries)

    x = mp.mpf(x.numerator) / x.denominator
    u = mp.findroot(lambda v: P(v) - x**q, x ** (q / len(invariants)), tol=1e-50)
    slope = mp.quad(lambda v: P(v) ** (1 / q - 1), [0, u / 1000, u / 10, u]) / q
    dual = mp.quad(lambda v: P(v) ** (2 / q - 1), [0, u / 1000, u / 10, u]) / q
    coupled = sum((u + v) ** (2 / q) - v ** (2 / q) for v in entries) / 2
    return {
        "metric": 1 / mp.diff(P, u),
        "map": slope,
        "conjugate": dual,
        "potential": x * slope - dual,
        "regularizer": len(invariants) * dual,
        "coupled_regularizer": coupled,
    }


@pytest.mark.parametrize("invariants", INVARIANTS[:2])
@pytest.mark.parametrize("x", SIZES)
def test_against_quadrature(invariants, x):
    with mp.workdps(40):
        expected = quadrature(mp.sqrt(2), [Fraction(v) for v in invariants], x)
        with bits(160):
            mirror = Mirror.from_invariants(arb(2).sqrt(), [Fraction(v) for v in invariants])
            for name, value in expected.items():
                found = getattr(mirror, name)(x)
                assert mp.almosteq(mp.mpf(found.str(30, radius=False)), value, 1e-12), name
                assert found.rel_accuracy_bits() > 120, name


@pytest.mark.parametrize("invariants", INVARIANTS)
@pytest.mark.parametrize("precision", [128, 448, 1500])
def test_a_ball_holds_what_its_exact_points_give(invariants, precision):
    q = Fraction(14142135, 10**7)
    wide = Fraction(1, 10**30)
    for name in ("metric", "map", "potential", "conjugate", "regularizer", "coupled_regularizer"):
        with bits(precision):
            around = arb(arb(q.numerator) / q.denominator, 1e-30)
            found = getattr(Mirror.from_invariants(around, [Fraction(v) for v in invariants]), name)(SIZES[0])
            for exact in (q - wide / 2, q, q + wide / 2):
                one = getattr(Mirror.from_invariants(exact, [Fraction(v) for v in invariants]), name)(SIZES[0])
                assert found.is_finite() and found.overlaps(one), name


@pytest.mark.parametrize("q", ["1.5 +/- 1e-10", "1.01 +/- 0.02", "1.99 +/- 0.02", "1.3333333333 +/- 1e-9"])
def test_a_ball_on_a_boundary_is_refused(q):
    """At m_0 = 1 and m = 1 the normalisation of R' changes, and the ends 1 and 2 have forms of their own."""
    with pytest.raises(Undecided, match="m_0 = 1"):
        Mirror.from_invariants(arb(q), [Fraction(0)] * 3 + [Fraction(0) if "1.33" in q else Fraction(1)])
