"""x_J and g from the pivot at J against exact rational elimination, and what an error of x_M costs."""

from __future__ import annotations

import random

import numpy as np
import pytest
from flint import arb, arb_mat, fmpq, fmpq_mat

from steepest_mirror.numeric_checks.flow.sign import affine, pivot
from steepest_mirror.numeric_checks.flow.sign.affine import Affine, block
from steepest_mirror.numeric_checks.precision import bits


def drawn(r: random.Random, n: int, rows: int, scale: int = 1) -> Affine:
    """H = A^T A and h = A^T b with rational entries; rows of A of very different sizes for a large `scale`."""
    A = fmpq_mat(rows, n, [fmpq(r.randint(-99, 99), 10 * scale ** (k % 3)) for k in range(rows) for _ in range(n)])
    b = fmpq_mat(rows, 1, [fmpq(r.randint(-99, 99), 10) for _ in range(rows)])
    return Affine(A.transpose() * A, A.transpose() * b)


def exact(gradient: Affine, J: tuple[int, ...], x: fmpq_mat) -> tuple[fmpq_mat, fmpq_mat]:
    """x_J with g_J = 0 and g, rationally."""
    force = fmpq_mat(len(J), 1, [gradient.h[k, 0] for k in J]) - block(gradient.H, J, tuple(range(x.nrows()))) * x
    found, whole = block(gradient.H, J, J).solve(force), fmpq_mat(x)
    for row, k in enumerate(J):
        whole[k, 0] = found[row, 0]
    return found, gradient.H * whole - gradient.h


@pytest.mark.parametrize("scale", [1, 1000])
@pytest.mark.parametrize("seed", range(12))
def test_every_point_of_the_balls_is_carried_into_the_balls(seed, scale, monkeypatch):
    """J grows and shrinks by one or more; x_M at the middle, at corners and inside of its balls."""
    monkeypatch.setattr(affine, "FEWEST", 1)
    r = random.Random(seed)
    n = r.randint(4, 9)
    gradient, J = drawn(r, n, n + 1, scale), set(r.sample(range(n), 2))
    for _ in range(6):
        J ^= set(r.sample(range(n), r.choice((1, 1, 2)))) if len(J) > 2 else {r.randrange(n)}
        if not J or len(J) == n:
            continue
        chosen = tuple(sorted(J))
        middle = [fmpq(0 if k in J else r.randint(-50, 50), 8) for k in range(n)]
        radius = fmpq(1, 2 ** r.choice((20, 90, 300)))
        with bits(r.choice((64, 200, 400))):
            x = arb_mat(n, 1, [arb(m, 0 if k in J else arb(radius)) for k, m in enumerate(middle)])
            assert gradient.pivot(chosen) is not None
            found, g = gradient.balanced(chosen, x)
            for part in (0, 1, -1, *(fmpq(r.randint(-9, 9), 9) for _ in range(3))):
                point = [m if k in J else m + part * r.choice((-1, 1)) * radius for k, m in enumerate(middle)]
                truth, rates = exact(gradient, chosen, fmpq_mat(n, 1, point))
                with bits(2000):
                    assert all(found[i, 0].contains(truth[i, 0]) for i in range(len(chosen)))
                    assert all(g[k, 0].contains(rates[k, 0]) for k in range(n))
            force = [arb(fmpq(r.randint(-9, 9), 7), arb(radius)) for _ in chosen]
            solved = gradient.solve(chosen, force)
            truth = block(gradient.H, chosen, chosen).solve(fmpq_mat(len(J), 1, [v.mid().fmpq() for v in force]))
            with bits(2000):
                assert all(v.contains(truth[i, 0]) for i, v in enumerate(solved))


def test_the_inverse_is_not_trusted(monkeypatch):
    """Any B gives balls that hold the truth: wide ones, until B is made anew."""
    monkeypatch.setattr(affine, "FEWEST", 1)
    gradient, J = drawn(random.Random(3), 6, 8), (0, 2, 3)
    x = fmpq_mat(6, 1, [fmpq(0 if k in J else k + 1, 3) for k in range(6)])
    truth, rates = exact(gradient, J, x)
    with bits(150):
        made = gradient.pivot(J)
        for wrong in (arb(0), arb(1), arb("1e-20")):
            made.B = arb_mat(3, 3, [v + wrong for v in made.B.entries()])
            solved = made.solve(arb_mat(3, 1, [1, 2, 3]))
            inside = gradient._scaled()[1] * block(gradient.H, J, J)
            right = inside.solve(fmpq_mat(3, 1, [1, 2, 3]))
            assert all(solved[i, 0].contains(right[i, 0]) for i in range(3))
            assert wrong == 0 or solved[0, 0].rad() > arb("1e-25")
            found, g = gradient.balanced(J, arb_mat(x))
            assert all(found[i, 0].overlaps(arb(truth[i, 0])) and found[i, 0].rad() < 1e-35 for i in range(3))
            assert all(g[k, 0].overlaps(arb(rates[k, 0])) for k in range(6))


def test_what_doubles_do_not_show_regular_has_no_pivot(monkeypatch):
    monkeypatch.setattr(affine, "FEWEST", 1)
    r = random.Random(5)
    gradient = drawn(r, 6, 3)  # rank 3
    with bits(100):
        assert gradient.pivot((0, 1, 2)) is not None and gradient.pivot((0, 1, 2, 3)) is None
        near = Affine(fmpq_mat(2, 2, [1, 1, 1, 1 + fmpq(1, 10**17)]), fmpq_mat(2, 1, [1, 1]))
        assert near.pivot((0, 1)) is None and near.regular((0, 1))
        found = near.settled((0, 1), arb_mat(2, 1))  # balls do
        assert found[0, 0].contains(1) and found[1, 0].contains(0)


@pytest.mark.parametrize("seed", range(6))
def test_the_bounds_hold_for_the_exact_matrices(seed):
    """|C| and |S| of the rational H, where the doubles of H are rounded."""
    r = random.Random(seed)
    gradient, J, M = drawn(r, 7, 8, 7), (1, 3, 4), (0, 2, 5, 6)
    doubles = np.array([[int(v.p) / int(v.q) for v in row] for row in gradient.H.tolist()])
    _, kappa, C, S = pivot._bounds(doubles, J, M)
    inside, side = block(gradient.H, J, J), block(gradient.H, J, M)
    c = inside.inv() * side
    s = block(gradient.H, M, M) - side.transpose() * c
    assert 0 < kappa < 1e-6
    for bound, true in ((C, c), (S, s)):
        for i, row in enumerate(bound.tolist()):
            for j, v in enumerate(row):
                assert abs(true[i, j]) <= arb(v).fmpq() and arb(v) < 1.00001 * arb(abs(true[i, j])) + 1e-9


@pytest.mark.parametrize("seed", range(20))
def test_the_bounds_hold_where_doubles_lose_nearly_all(seed):
    """Columns of J that differ by 10^-6 or 10^-7: |H_JJ^{-1}| |H_JJ| is 10^12 and more."""
    r = random.Random(seed)
    A = [[fmpq(r.randint(-99, 99), 70) for _ in range(5)] for _ in range(6)]
    for row in A:
        row[1] = row[0] + row[1] / 10 ** r.choice((6, 7))
    gradient = Affine(fmpq_mat(A).transpose() * fmpq_mat(A), fmpq_mat(5, 1, [1] * 5))
    J, M = (0, 1), (2, 3, 4)
    bounds = pivot._bounds(pivot.in_doubles(gradient.H, 1), J, M)
    if bounds is None:
        return
    inside, side = block(gradient.H, J, J), block(gradient.H, J, M)
    c = inside.inv() * side
    s = block(gradient.H, M, M) - side.transpose() * c
    for bound, true in ((bounds[2], c), (bounds[3], s)):
        assert all(abs(true[i, j]) <= arb(v).fmpq() for i, row in enumerate(bound.tolist()) for j, v in enumerate(row))


def test_what_rounding_hides_is_counted():
    """H = [[3, 1], [1, 1/3 + 10^-20]]: in doubles S = 0, in truth 10^-20."""
    H = fmpq_mat(2, 2, [3, 1, 1, fmpq(1, 3) + fmpq(1, 10**20)])
    bounds = pivot._bounds(pivot.in_doubles(H, 1), (0,), (1,))
    assert 1e-20 <= bounds[3][0, 0] < 1e-14


def test_what_the_inverse_in_doubles_misses_is_counted():
    """B' = (1 - delta) H^{-1} with H = 1: |r| itself is the bound, not (1 - delta) |r|."""
    r = np.array([[1.0], [1.0]])
    for delta in (0.0, 0.1, 0.24):
        assert (pivot._undone((1 - delta) * np.eye(2), delta / (1 - delta), r) >= r).all()


@pytest.mark.parametrize("sliding", [2, 3, 4, 5])
def test_proportional_gradients_by_ranks_modulo_a_prime(sliding):
    """The same answer as by exact ranks, for rank 5: two gradients agree once 4 coordinates slide."""
    r = random.Random(sliding)
    gradient = drawn(r, 9, 5)
    for _ in range(20):
        *J, a, b = r.sample(range(9), sliding + 2)
        assert gradient.alike(tuple(J), a, b) == affine.proportional(gradient._functions, tuple(J), a, b)
