"""The height above the least value against exact algebra; runs of coupled least squares to a time far beyond their
arrival, at 1 < q < 2 and q = 2: the limit has f = f*, the invariants are kept, and nothing ends early."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from flint import arb, fmpq, fmpq_mat
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem
from steepest_mirror.numeric_checks.flow.smooth.descending import bowl, tail
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow
from steepest_mirror.numeric_checks.precision import bits

small = st.integers(-4, 4)


def exact(matrix):
    return fmpq_mat([[fmpq(v.numerator, v.denominator) for v in row] for row in matrix])


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_the_height_and_its_bounds(data):
    """D = f(x) - f(x*) with x* from the normal equations of A + null space; |g|^2 between 2 sigma D and 2 S D."""
    n, rows = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 4))
    A = tuple(tuple(F(data.draw(small)) for _ in range(n)) for _ in range(rows))
    b, x = (tuple(F(data.draw(small)) for _ in range(size)) for size in (rows, n))
    found = bowl(LeastSquares(A, b))
    if found is None:
        assert not any(any(row) for row in A)
        return
    M, side, point = exact(A), exact([(v,) for v in b]), exact([(v,) for v in x])
    H, c = M.transpose() * M, M.transpose() * side
    # x* by the pivots of [H | c], free variables 0: H is singular where A has dependent columns
    reduced, rank = fmpq_mat(n, n + 1, [v for i in range(n) for v in (*[H[i, j] for j in range(n)], c[i, 0])]).rref()
    best = fmpq_mat(n, 1)
    for i in range(rank):
        best[next(j for j in range(n) if reduced[i, j] != 0), 0] = reduced[i, n]
    f = [sum(v * v for v in (M * at - side).entries()) / 2 for at in (point, best)]
    D = f[0] - f[1]
    gradient = H * point - c
    length = sum(v * v for v in gradient.entries())
    with bits(100):
        height = found.height([arb(fmpq(v.numerator, v.denominator)) for v in x])
        assert height >= arb(D) - arb(2) ** -80 and height <= arb(D) + arb(2) ** -60
        assert 2 * found.sigma * arb(D) <= arb(length) + arb(2) ** -60
        assert arb(length) <= 2 * found.S * arb(D) + arb(2) ** -60


RUNS = [
    (((1, 2), (1, 1)), ((2, 1), (1, 3)), (7, 11)),  # both arrive together: g_1/g_2 tends to a constant
    (((1, 2), (1, 1)), ((2, 1),), (7,)),  # fewer rows than columns
    (((1, 2), (1, 1)), ((2, 1), (1, 3), (1, -1)), (7, 11, 1)),  # more: f* > 0
    (((1, 2), (3, 1)), ((1, 1), (2, 2), (1, 1)), (5, 1, 2)),  # of rank 1
]


ENDS = [(q, *run) for q in (F(3, 2), F(2)) for run in RUNS] + [(F(5, 4), *RUNS[0]), (F(7, 4), *RUNS[2])]


@pytest.mark.parametrize(("q", "weights", "A", "b"), ENDS)
def test_a_run_ends_at_the_least_value(q, weights, A, b):
    objective = LeastSquares(tuple(tuple(map(F, row)) for row in A), tuple(map(F, b)))
    run = integrate(Problem(q, tuple(tuple(map(F, row)) for row in weights), objective, F(200)), 12)
    assert run.ended == "until", run.reason
    with bits(150):
        rows = run.state(F(200))
        assert all(w.rad() < 1e-11 for row in rows for w in row)
        x = [row[0] * row[1] for row in rows]
        miss = [sum((a * v for a, v in zip(row, x, strict=True)), arb(-c)) for row, c in zip(A, b, strict=True)]
        for column in zip(*A, strict=True):  # g = A^T (A x - b) = 0
            assert sum((a * m for a, m in zip(column, miss, strict=True)), arb(0)).contains(0)
        power = arb(q.numerator) / q.denominator
        for row, start in zip(rows, weights, strict=True):
            law = abs(row[0]) ** power - abs(row[1]) ** power
            assert law.overlaps(arb(start[0]) ** power - arb(start[1]) ** power)


@pytest.mark.parametrize("q", [F(5, 4), F(7, 4)])
def test_not_before_it_is_near(q):
    """At the start, and with an infinite tube refused where P' has no positive bound, there is no tail."""
    weights, A, b = RUNS[0]
    objective = LeastSquares(tuple(tuple(map(F, row)) for row in A), tuple(map(F, b)))
    flow = Flow(Problem(q, tuple(tuple(map(F, row)) for row in weights), objective, F(1)), (F(0),))
    with bits(100):
        start = [arb(w) for row in weights for w in row]
        assert tail(flow, start, [w + arb(0, 1e-9) for w in start], [arb(1e-9)] * 4) is None
        wide = [w + arb(0, 9) for w in start]
        assert tail(flow, start, wide, [arb(9)] * 4) is None
        near = [arb(3) ** 0.5, arb(3) ** 0.5, arb(3) ** 0.5, arb(3) ** 0.5]  # x = (3, 3): f = (2^2 + 1^2)/2
        assert tail(flow, near, near, [arb(1e-3)] * 4) is None


def test_a_start_at_the_least_value_rests():
    """g = 0 in every coordinate: nothing moves, whatever is coupled; with another target it does move."""
    weights, A = ((F(1), F(2)), (F(1), F(3))), ((F(2), F(1)), (F(1), F(3)))
    for q in (F(5, 4), F(3, 2)):
        run = integrate(Problem(q, weights, LeastSquares(A, (F(7), F(11))), F(9)), 12)
        assert run.ended == "until" and not run.events
        assert all(w.overlaps(arb(v.numerator)) for row, start in zip(run.state(F(9)), weights, strict=True)
                   for w, v in zip(row, start, strict=True))  # fmt: skip
        moved = integrate(Problem(q, weights, LeastSquares(A, (F(7), F(12))), F(1, 10)), 12).state(F(1, 10))
        assert not moved[0][0].overlaps(arb(1)) and not moved[1][0].overlaps(arb(1))
