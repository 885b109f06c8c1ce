"""Escape times and their laws against mpmath: the clock dt = du/(q |x|^{q-1}) of the smallest weight, u = |w|^q."""

from __future__ import annotations

import pytest
from mpmath import mp, mpf, quad

from steepest_mirror.proofs.catalogue import claim

TERMS = {"bounded": [("1", 3), ("5/4", 4), ("3/2", 2)], "power": [("3/2", 5), ("2", 3), ("2", 4)]}


def fraction(text: str) -> mpf:
    above, _, below = text.partition("/")
    return mpf(above) / mpf(below or 1)


def time(q, weights, goal):
    """int du/(q |x|^{q-1}) from u_0 to the u with prod (u + Lambda_i) = goal^q, in log u."""
    sizes = [w**q for w in weights]
    u0 = min(sizes)
    gaps = [s - u0 for s in sizes]
    low, high = mp.log(u0), mp.log(goal) * q / len(weights) + 1
    for _ in range(160):
        middle = (low + high) / 2
        if mp.fprod(mp.exp(middle) + gap for gap in gaps) < goal**q:
            low = middle
        else:
            high = middle
    ends = mp.linspace(mp.log(u0), low, 40)
    return quad(lambda s: mp.exp(s) * mp.fprod(mp.exp(s) + gap for gap in gaps) ** (1 / q - 1) / q, ends)


def direction(depth: int) -> list[mpf]:
    return [1 + mpf(i) / 3 for i in range(depth)]


@pytest.mark.parametrize(("q", "depth"), TERMS["bounded"])
def test_bounded_escape_tends_to_the_balanced_mirror_map(q, depth):
    with mp.workdps(30):
        q, goal = fraction(q), mpf(1) / 2
        m = q * (depth - 1) / depth
        found = time(q, [c * mpf(10) ** -24 for c in direction(depth)], goal)
        assert abs(found / (goal ** (1 - m) / (depth * (1 - m))) - 1) < mpf(10) ** -5


@pytest.mark.parametrize(("q", "depth"), [("2", 2), ("3/2", 3), ("5/4", 5)])
def test_at_m_1_a_decade_costs_log_10(q, depth):
    with mp.workdps(30):
        q = fraction(q)
        two = [time(q, [c * mpf(10) ** -k for c in direction(depth)], mpf(1) / 2) for k in (12, 13)]
        assert abs(two[1] - two[0] - mp.log(10)) < mpf(10) ** -10


@pytest.mark.parametrize(("q", "depth"), TERMS["power"])
def test_beyond_it_the_blow_up_time_of_the_direction_is_the_constant(q, depth):
    with mp.workdps(30):
        q = fraction(q)
        sizes = [c**q for c in direction(depth)]
        gaps = [s - sizes[0] for s in sizes]
        power = q / (depth * (q - 1) - q)  # v = u_0 s^{-power} maps the tail to (0, 1] without a singularity
        blow_up = quad(
            lambda s: (
                mp.fprod(sizes[0] * s**-power + gap for gap in gaps) ** (1 / q - 1)
                / q
                * sizes[0]
                * power
                * s ** (-power - 1)
            ),
            [0, 1],
        )
        eps = mpf(10) ** -16
        found = time(q, [c * eps for c in direction(depth)], mpf(1) / 2) * eps ** ((depth - 1) * (q - 1) - 1)
        assert abs(found / blow_up - 1) < mpf(10) ** -6


@pytest.mark.parametrize(("q", "ties"), [("2", 2), ("3/2", 3), ("2", 3)])
def test_three_different_invariants_enter_by_their_product(q, ties):
    """(b): the increment of T over a decade of eps, for k smallest weights eps and Lambda = 1/2, 1/3, 2."""
    with mp.workdps(30):
        q, gaps = fraction(q), [mpf(1) / 2, mpf(1) / 3, mpf(2)]
        two = [
            time(q, [eps] * ties + [(eps**q + gap) ** (1 / q) for gap in gaps], mpf(1) / 2)
            for eps in (mpf(10) ** -12, mpf(10) ** -13)
        ]
        m, constant = q * (ties - 1) / ties, mp.fprod(gaps) ** (1 / q - 1)
        slope = (
            mp.log(10) if m == 1 else mpf(10) ** (12 * ties * (m - 1)) * (10 ** (ties * (m - 1)) - 1) / (ties * (m - 1))
        )
        assert abs((two[1] - two[0]) / (constant * slope) - 1) < mpf(10) ** -10


def test_the_laws_rest_on_the_mirror_flow():
    for name, flow in (("escape-time", "driven"), ("blow-up-time", "driven"), ("dual-decay", "driven-decay")):
        formal = claim(name).formal
        assert formal is not None and {("flow", flow), ("flow", "product")} <= set(formal.hypotheses)
