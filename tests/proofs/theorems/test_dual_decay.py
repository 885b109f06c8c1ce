"""The law of the dual variable against mpmath: R' by quadrature at the weights, their rates by the flow itself."""

from __future__ import annotations

import pytest
from mpmath import mp, mpf, quad, sign

STEP = mpf(10) ** -12


def dual(q, weights):
    """(1/q) int_0^u prod (v + Lambda_i)^{1/q-1} dv, or minus the integral from u to infinity where that diverges at
    0."""
    sizes = [abs(w) ** q for w in weights]
    u = min(sizes)
    gaps = [s - u for s in sizes]
    ties = sum(abs(gap) < mpf(10) ** -20 for gap in gaps)
    side = sign(mp.fprod(weights))

    def density(v):
        return mp.fprod((v + gap) if abs(gap) > mpf(10) ** -20 else v for gap in gaps) ** (1 / q - 1) / q

    if ties * (1 - 1 / q) < 1:
        power = 1 / (1 - ties * (1 - 1 / q))  # v = s^power takes the singularity away
        return side * quad(lambda s: density(s**power) * power * s ** (power - 1), [0, u ** (1 / power)])
    return -side * quad(lambda s: density(u / s) * u / s**2, [0, 1])


def velocity(q, weights, g, alpha):
    """dw_i/dt = -<g prod_{j != i} w_j>^{q-1} - alpha w_i."""
    rates = []
    for i, w in enumerate(weights):
        slope = g * mp.fprod(v for j, v in enumerate(weights) if j != i)
        rates.append(-sign(slope) * abs(slope) ** (q - 1) - alpha * w)
    return rates


CASES = [
    ("1", "0.3 0.7"),
    ("5/4", "0.3 0.7 -1.1"),
    ("3/2", "0.4 0.9 1.3 0.6"),
    ("3/2", "-0.5 0.5 0.8"),
    ("2", "0.3 0.6 0.9"),
    ("2", "0.5 0.5 0.9"),
    ("9/5", "0.2 -0.3 0.4 -0.5 0.6"),
]


@pytest.mark.parametrize(("q", "text"), CASES)
@pytest.mark.parametrize(("g", "alpha"), [(-1, "0.4"), ("0.7", "1.3")])
def test_the_rate_of_the_dual_variable(q, text, g, alpha):
    with mp.workdps(40):
        q, g, alpha = fraction(q), mpf(g), mpf(alpha)
        w = [mpf(entry) for entry in text.split()]
        rates = velocity(q, w, g, alpha)
        ahead, behind = ([a + s * STEP * r for a, r in zip(w, rates, strict=True)] for s in (1, -1))
        rate = (dual(q, ahead) - dual(q, behind)) / (2 * STEP)
        push = sign(g) * abs(g) ** (q - 1)
        expected = -push - alpha * (len(w) - q * (len(w) - 1)) * dual(q, w)
        assert abs(rate - expected) < mpf(10) ** -15 * (1 + abs(expected))


@pytest.mark.parametrize(("q", "depth"), [("2", 2), ("3/2", 3), ("5/4", 5)])
@pytest.mark.parametrize("side", [1, -1])
def test_the_drift_where_m_is_1_and_all_sizes_are_equal(q, depth, side):
    with mp.workdps(40):
        q, g, alpha = fraction(q), mpf("-0.8"), mpf("0.6")
        w = [side * mpf("0.7")] + [mpf("0.7")] * (depth - 1)
        rates = velocity(q, w, g, alpha)
        x = mp.fprod(w)
        dx = sum(x / a * r for a, r in zip(w, rates, strict=True))
        rate = dx / (depth * abs(x))  # d (sign(x) log|x|/L)/dt
        assert abs(rate - (abs(g) ** (q - 1) - alpha * side)) < mpf(10) ** -35


def fraction(text: str) -> mpf:
    above, _, below = text.partition("/")
    return mpf(above) / mpf(below or 1)
