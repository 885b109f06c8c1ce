"""Filippov's condition against every sign pattern in rational numbers: ties, doubled and nearly parallel columns."""

from __future__ import annotations

import itertools
import random

import pytest
from flint import arb, fmpq, fmpq_mat

from steepest_mirror.numeric_checks.flow.sign.affine import Affine, block
from steepest_mirror.numeric_checks.flow.sign.filippov import NotUnique, resolve
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import Undecided


def corners(H: fmpq_mat, base: list[fmpq], D: list[fmpq]) -> list[list[fmpq]]:
    """The minimisers of sigma.H sigma/2 - base.sigma, |sigma_k| <= D_k, whose free columns are independent."""
    n, found = len(D), []
    for mode in itertools.product((-1, 0, 1), repeat=n):
        J = tuple(k for k in range(n) if mode[k] == 0)
        sigma = [m * d for m, d in zip(mode, D, strict=True)]
        if J:
            if block(H, J, J).det() == 0:
                continue
            force = [base[k] - sum((H[k, j] * sigma[j] for j in range(n)), fmpq(0)) for k in J]
            solved = block(H, J, J).solve(fmpq_mat(len(J), 1, force))
            for row, k in enumerate(J):
                sigma[k] = solved[row, 0]
        rates = [base[k] - sum((H[k, j] * sigma[j] for j in range(n)), fmpq(0)) for k in range(n)]
        inside = all(abs(s) <= d for s, d in zip(sigma, D, strict=True))
        if inside and all(m * r >= 0 for m, r in zip(mode, rates, strict=True) if m) and sigma not in found:
            found.append(sigma)
    return found


def drawn(seed: int) -> tuple[fmpq_mat, list[fmpq], list[fmpq]]:
    """H = A^T A, D, and dx/dt without what slides; often with columns alike or nearly so, and sigma on its bounds."""
    r = random.Random(seed)
    n = r.choice((2, 3, 4))
    A = [[fmpq(r.randint(-3, 3)) for _ in range(n)] for _ in range(r.choice((1, 2, 3, n)))]
    for _ in range(r.randint(0, n - 1)):
        i, j = r.sample(range(n), 2)
        gap, times = fmpq(1, r.choice((10**3, 10**5, 10**8))) * r.randint(0, 1), fmpq(r.choice((1, -1, 2)))
        for row in A:
            row[j] = row[i] * times + gap * r.randint(-2, 2)
    D = [fmpq(r.randint(1, 30), r.choice((1, 10, 1000))) for _ in range(n)]
    drift = [fmpq(r.randint(-30, 30), r.choice((1, 3, 10))) for _ in range(n)]
    if r.random() < 0.3:
        drift = [d * r.choice((fmpq(-1), fmpq(0), fmpq(1), fmpq(1, 2))) for d in D]
    data = fmpq_mat(A)
    return data.transpose() * data, D, drift


@pytest.mark.parametrize("start", (0, 400, 700))
def test_the_mode_is_the_only_one_and_not_unique_means_several(start):
    seen = set()
    for seed in range(start, start + 100):
        H, D, drift = drawn(seed)
        n = len(D)
        if any(H[k, k] == 0 for k in range(n)):
            continue
        base = [sum((H[k, j] * drift[j] for j in range(n)), fmpq(0)) for k in range(n)]
        truth = corners(H, base, D)
        gradient = Affine(H, fmpq_mat(n, 1, [0] * n))
        try:
            with bits(120):
                found = resolve(gradient, tuple(range(n)), [arb(0)] * n, list(map(arb, D)), list(map(arb, drift)))
        except NotUnique:
            assert len(truth) > 1, seed
            seen.add("several")
            continue
        except Undecided:
            continue
        assert len(truth) == 1, seed
        for k, value in enumerate(truth[0]):
            assert found[k][0] == (None if abs(value) < D[k] else 1 if value > 0 else -1), (seed, k)
        seen.add("one")
    assert seen == {"one", "several"}
