"""g = H x at 1 < q < 2: x and its k smallest weights reach 0 together; when, by quadrature and by closed forms.

L = k equal weights: dw/dt = -H^r w^{(2k-1) r}, so t* = w^{1-(2k-1)r}/(H^r (1-(2k-1)r)), r = q - 1, if (2k-1) r < 1.
"""

from __future__ import annotations

from fractions import Fraction as F

import mpmath
import pytest

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem, Quadratic

DIGITS = 20


def run(q: F, weights: tuple[int, ...], objective: LeastSquares | Quadratic, until: F = F(7)):
    return integrate(Problem(q, (tuple(map(F, weights)),), objective, until), DIGITS)


def within_radius(event, expected: mpmath.mpf) -> bool:
    middle, radius = (mpmath.mpf(v.str(40, radius=False)) for v in (event.time.mid(), event.time.rad()))
    assert radius < mpmath.mpf(10) ** (3 - DIGITS)  # a wide ball does not pass
    return bool(abs(middle - expected) <= radius)


def two_weights(q: F, small: int, large: int, H: int) -> mpmath.mpf:
    """int_0^small dw / (H^r w^r v^{2r}), v^q = w^q + large^q - small^q, in sigma = w^{1-r}."""
    r, c = mpmath.mpf(q.numerator) / q.denominator - 1, 0
    c = mpmath.mpf(large) ** (r + 1) - mpmath.mpf(small) ** (r + 1)

    def slope(s):
        w = s ** (1 / (1 - r))
        return 1 / ((1 - r) * mpmath.mpf(H) ** r * (w ** (r + 1) + c) ** (2 * r / (r + 1)))

    return mpmath.quad(slope, mpmath.linspace(0, mpmath.mpf(small) ** (1 - r), 9))


@pytest.mark.parametrize("q", (F(6, 5), F(3, 2), F(9, 5), F(19, 10)))
@pytest.mark.parametrize("H", (1, 4))
def test_one_smallest_weight(q, H):
    objective = Quadratic((F(0),)) if H == 1 else LeastSquares(((F(2),), (F(0),)), (F(0), F(5)))
    for weights in ((1, 2), (-2, 1)):
        path = run(q, weights, objective, F(9))
        small = min(range(2), key=lambda i: abs(weights[i]))
        assert [(e.kind, e.index) for e in path.events] == [("weight-zero", small + 1), ("arrival", None)]
        with mpmath.workdps(40):
            expected = two_weights(q, 1, 2, H)
            assert all(within_radius(event, expected) for event in path.events)
        assert path.ended == "until"
        w = path.state(F(9))[0]
        assert w[small].contains(0) and abs(w[small]) < 1e-17
        assert path.state(path.events[0].time)[0][1 - small].overlaps(w[1 - small])  # it rests from then on


def test_two_weights_at_three_halves_to_25_digits():
    assert mpmath.almosteq(two_weights(F(3, 2), 1, 2, 1), mpmath.mpf("1.2395386466463145995768188"), 1e-14)
    time = run(F(3, 2), (1, 2), Quadratic((F(0),))).events[0].time
    assert time.str(18, radius=False) == "1.23953864664631460"


@pytest.mark.parametrize(
    ("q", "weights"), [(F(5, 4), (1, 1)), (F(7, 6), (-1, 1, -1)), (F(6, 5), (2, 2)), (F(8, 7), (1, -1))]
)
def test_equal_weights(q, weights):
    k, r = len(weights), q - 1
    path = run(q, weights, Quadratic((F(0),)))
    c = 1 - (2 * k - 1) * r
    with mpmath.workdps(40):
        expected = (
            mpmath.mpf(abs(weights[0])) ** (mpmath.mpf(c.numerator) / c.denominator) * c.denominator / c.numerator
        )
        assert [e.kind for e in path.events] == ["weight-zero"] * k + ["arrival"]
        assert all(within_radius(event, expected) for event in path.events)


def test_not_reached_where_the_power_is_too_high():
    """(2k - 1) r >= 1: at q = 4/3, k = 2, w = e^{-t} to the end; no event, and the value is e^{-7} to its radius."""
    path = run(F(4, 3), (1, 1), Quadratic((F(0),)))
    assert path.ended == "until" and not path.events
    w = path.state(F(7))[0][0]
    with mpmath.workdps(40):
        assert abs(mpmath.mpf(w.mid().str(40, radius=False)) - mpmath.exp(-7)) <= mpmath.mpf(
            w.rad().str(5, radius=False)
        )


def test_another_target_is_another_arrival():
    """With the target 1/100 the weight does not vanish: x stops there first."""
    path = run(F(3, 2), (1, 2), Quadratic((F(1, 100),)))
    assert [e.kind for e in path.events] == ["arrival"]
    assert path.events[0].time < 1.2395 and abs(path.state(F(7))[0][0]) > 1e-3
