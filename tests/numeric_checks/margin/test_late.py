"""Late directions against Runge-Kutta on the weights themselves, and against the two margins that compete."""

from __future__ import annotations

import math
from fractions import Fraction as F

import pytest
from flint import arb

from steepest_mirror.numeric_checks.margin.late import Late, directions
from steepest_mirror.numeric_checks.margin.margin import exponent, margin
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import InputError

FIRST = Late(F(5, 4), 2, ((F(1), F(2, 5)), (F(1, 2), F(7, 10))), (F(1), F(1)))  # theory: section 12.4
SECOND = Late(F(9, 8), 3, ((F(1), F(11, 20)), (F(3, 5), F(4, 5))), (F(1), F(1)))
SIZES = [10**2, 10**4, 10**8]


def runge_kutta(task, size, step=2e-3):
    """x_1/x_2 where x_2 reaches the size: the flow of the balanced weights, the gradient scaled to sum 1, steps growing
    with the weights."""
    q, L = float(task.q), task.depth
    Z = [[float(v) for v in z] for z in task.Z]

    def rates(w):
        x = [v**L for v in w]
        margins = [sum(a * b for a, b in zip(z, x, strict=True)) for z in Z]
        pulls = [math.exp(min(margins) - m) for m in margins]
        g = [sum(p * z[k] for p, z in zip(pulls, Z, strict=True)) / sum(pulls) for k in range(2)]
        return [(g[k] * w[k] ** (L - 1)) ** (q - 1) for k in range(2)]

    w = [float(v) for v in task.start]
    while True:
        h = step * max(w)
        a = rates(w)
        b = rates([v + h / 2 * d for v, d in zip(w, a, strict=True)])
        c = rates([v + h / 2 * d for v, d in zip(w, b, strict=True)])
        d = rates([v + h * e for v, e in zip(w, c, strict=True)])
        new = [v + h / 6 * (p + 2 * r + 2 * s + t) for v, p, r, s, t in zip(w, a, b, c, d, strict=True)]
        if new[1] ** L >= size:
            share = (size ** (1 / L) - w[1]) / (new[1] - w[1])
            return (w[0] + share * (new[0] - w[0])) ** L / size
        w = new


@pytest.mark.parametrize("task", [FIRST, SECOND], ids=["L=2", "L=3"])
def test_against_runge_kutta_on_the_weights(task):
    found = directions(task, SIZES, F(1, 500))
    with bits(128):
        for size, ball in zip(SIZES, found, strict=True):
            assert ball.rad() < arb("0.03")
            assert abs(ball - runge_kutta(task, size)) < ball.rad() + arb("1e-4") or ball.contains(
                arb(runge_kutta(task, size))
            )


@pytest.mark.parametrize("task", [FIRST, SECOND], ids=["L=2", "L=3"])
def test_it_goes_to_p_over_L_and_not_to_two_minus_m(task):
    m = task.q * (task.depth - 1) / task.depth
    ours = margin(task.Z, exponent(task.q, task.depth), 15).direction[0]
    other = margin(task.Z, 2 - m, 15).direction[0]
    found = directions(task, SIZES, F(1, 1000))
    with bits(128):
        assert ours - other > arb("0.15")
        gaps = [abs(v - ours) for v in found]
        assert gaps[1] < gaps[0] and gaps[2] < gaps[1] and gaps[2] < arb("0.012")
        assert all(v - other > arb("0.18") for v in found)  # and away from the other margin's direction


@pytest.mark.parametrize("task", [FIRST, SECOND], ids=["L=2", "L=3"])
def test_the_slope_is_monotone(task):
    with bits(128):
        grid = [task.dual(arb(2) ** k) for k in range(0, 12, 3)]
        step = arb("0.01")
        for a in grid:
            for b in grid:
                here = task.slope(a, b)
                assert task.slope(a + step, b) > here or task.slope(a + step, b).overlaps(here)
                assert task.slope(a, b + step) < here or task.slope(a, b + step).overlaps(here)
        assert task.slope(grid[1] + step, grid[1]) > task.slope(grid[1], grid[1]) > task.slope(grid[1], grid[1] + step)


@pytest.mark.parametrize(
    "change",
    [
        {"q": F(1)},
        {"q": F(2)},
        {"Z": ((F(1, 2), F(7, 10)), (F(1), F(2, 5)))},
        {"Z": ((F(1), F(-2, 5)), (F(1, 2), F(7, 10)))},
        {"start": (F(0), F(1))},
    ],
)
def test_what_the_argument_does_not_cover(change):
    good = {"q": F(5, 4), "depth": 2, "Z": FIRST.Z, "start": (F(1), F(1))}
    with pytest.raises(InputError):
        Late(**{**good, **change})
