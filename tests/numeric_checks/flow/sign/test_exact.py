"""The sign flow under a constant gradient against an event-driven simulation in Fractions: no rounding anywhere.

dw_i/dt = -sign(g) sign(prod_{j != i} w_j): every weight is linear between zeros of weights, so that everything is a
fraction: numbers of 40 digits, 1e309, 1e-400; permutations of the coordinates; scaling of weights and time.
"""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction as F

import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.flow.problem import Linear, Problem
from steepest_mirror.numeric_checks.flow.sign.flow import run
from steepest_mirror.numeric_checks.precision import bits

Crossing = tuple[F, int, int]  # time, coordinate, weight, counted from 1


def sign(v: F) -> int:
    return (v > 0) - (v < 0)


def simulate(weights: tuple[F, ...], g: F, until: F) -> tuple[list[tuple[F, int]], list[F], F]:
    """The zeros of one coordinate's weights up to `until`, the weights there, and when it ends (two zeros at once)."""
    w, t, found = list(weights), F(0), []
    side = sign(g)
    while True:
        others = [sign(v) for v in w]
        total = 1
        for e in others:
            total *= e
        slopes = [-side * total * e for e in others]
        waits = {i: -v / s for i, (v, s) in enumerate(zip(w, slopes, strict=True)) if v * s < 0}
        first = min(waits.values(), default=None)
        if first is None or t + first > until or side == 0:
            return found, [v + s * (until - t) * (side != 0) for v, s in zip(w, slopes, strict=True)], until
        who = [i for i, wait in waits.items() if wait == first]
        w = [v + s * first for v, s in zip(w, slopes, strict=True)]
        t += first
        if len(who) > 1:
            return found, w, t
        found.append((t, who[0] + 1))
        if t == until:
            return found, w, until
        w, t = passed(w, who[0], slopes, t), t


def passed(w: list[F], i: int, slopes: list[int], t: F) -> list[F]:
    """The weights beyond the zero of w_i: it goes on, and the others turn; by sign alone, with an exact marker."""
    return [Marked(slopes[i]) if j == i else v for j, v in enumerate(w)]


class Marked(F):
    """0 with the sign that it has next."""

    def __new__(cls, side: int):
        made = super().__new__(cls, 0)
        made.side = side
        return made

    def __gt__(self, other):
        return self.side > 0 if other == 0 else F(0) > other

    def __lt__(self, other):
        return self.side < 0 if other == 0 else F(0) < other


def holds(ball: arb, v: F) -> bool:
    """|v - mid| <= rad, in fractions."""
    return abs(fmpq(v.numerator, v.denominator) - ball.mid().fmpq()) <= ball.rad().fmpq()


def check(rows: list[tuple[F, ...]], G: list[F], until: F, digits: int) -> int:
    """Runs both and compares events, end and last state; the number of numbers compared."""
    truth = [simulate(row, g, until) for row, g in zip(rows, G, strict=True)]
    end = min(t for _, _, t in truth)
    found = run(Problem(F(1), tuple(rows), Linear(tuple(G)), until), digits)
    ties = any(tied(row, g, end) for row, g in zip(rows, G, strict=True))
    assert found.status == ("finished" if end == until and not ties else "stopped"), found.reason
    crossings = sorted((t, k, i) for k, (zeros, _, _) in enumerate(truth, 1) for t, i in zeros if t <= end)
    seen = [e for e in found.events if e.kind == "weight-zero"]
    assert [(e.coordinate, e.index) for e in seen] == [(k, i) for _, k, i in crossings]
    counted = 0
    with bits(found.precision):
        for event, (t, _, _) in zip(seen, crossings, strict=True):
            assert holds(event.time, t)
            counted += 1
    for part in (F(1), F(1, 2), F(999_999_999_999, 10**12)):
        t = end * part
        state = found.state(t)
        for row, g, balls in zip(rows, G, state, strict=True):
            _, w, _ = simulate(row, g, t)
            for v, ball in zip(w, balls, strict=True):
                assert holds(ball, v), (rows, G, t, v, ball)
                assert ball.rad() < arb(10) ** -digits * (1 + max(abs(arb(fmpq(v.numerator, v.denominator))), arb(1)))
                counted += 1
    return counted


def tied(row: tuple[F, ...], g: F, end: F) -> bool:
    """Whether two weights of the coordinate vanish together at `end`."""
    _, w, t = simulate(row, g, end)
    return t == end and sum(v == 0 for v in w) > 1


def drawn(r: random.Random, size: int) -> F:
    return F(r.choice((-1, 1)) * r.randrange(1, 10**40), 10**40) * F(10) ** r.randint(-size, size)


@pytest.mark.parametrize("size", [0, 1, 18, 320, 400])
def test_random_numbers_of_forty_digits_and_any_size(size):
    r = random.Random(size)
    counted = 0
    for _ in range(25):
        n, depth = r.randint(1, 4), r.randint(2, 4)
        rows = [tuple(drawn(r, size) for _ in range(depth)) for _ in range(n)]
        G = [drawn(r, size) for _ in range(n)]
        counted += check(rows, G, abs(drawn(r, size)), 25)
    assert counted > 500


def test_times_that_doubles_do_not_tell_apart():
    for eps in (F(1, 10**17), F(1, 10**30), F(1, 10**60)):
        for shift in (-2, -1, 1, 2):
            rows = [(1 + eps, F(2)), (F(1), F(3)), (1 - eps, F(5))]
            check(rows, [F(1)] * 3, 1 + shift * eps, 25)
            check(rows[::-1], [F(1)] * 3, 1 + shift * eps, 25)
    for unit in (F(10) ** 20, F(10) ** 309, F(10) ** -400):
        check([(unit, 2 * unit)], [F(1)], 2 * unit - 1 / F(10) ** 500, 25)
        check([(unit, 2 * unit)], [F(1)], unit * (1 + F(1, 10**17)), 25)


@given(
    st.lists(st.tuples(*[st.fractions(-3, 3, max_denominator=9).filter(bool)] * 3), min_size=1, max_size=3),
    st.fractions(F(1, 9), 6, max_denominator=12),
    st.sampled_from([F(10) ** 20, F(10) ** -30, F(10) ** 309, F(1)]),
    st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_small_fractions_with_ties_scaled_and_permuted(rows, until, unit, r):
    scaled = [tuple(unit * w for w in row) for row in rows]
    G = [F(r.choice((-1, 1))) for _ in rows]
    check(scaled, G, unit * until, 20)
    order = list(range(len(rows)))
    r.shuffle(order)
    check([scaled[k] for k in order], [G[k] for k in order], unit * until, 20)


def test_the_comparison_fails_for_a_wrong_truth():
    problem = Problem(F(1), ((F(1), F(2)),), Linear((F(1),)), F(3, 2))
    w = run(replace(problem, until=F(2)), 20).state(F(3, 2))[0]
    _, truth, _ = simulate((F(1), F(2)), F(1), F(3, 2))
    assert truth == [F(-1, 2), F(3, 2)]
    assert holds(w[1], F(3, 2)) and not holds(w[1], F(1, 2))
