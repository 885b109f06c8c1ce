"""The bound in doubles against eigenvalues by mpmath at 40 digits, of members of the ball matrix."""

from __future__ import annotations

import random

import mpmath as mp
import numpy as np
import pytest
from flint import arb

from steepest_mirror.numeric_checks.flow.smooth.checker import _log_norm, log_norm
from steepest_mirror.numeric_checks.flow.smooth.double_norm import _bound, log_norm_in_doubles

N = 25


def largest(S: mp.matrix) -> mp.mpf:
    """The largest eigenvalue of (S + S^T)/2."""
    return max(mp.eigsy((S + S.T) / 2, eigvals_only=True))


def above(bound: arb, truth: mp.mpf) -> bool:
    """bound >= truth, both exact to far more digits than they differ in."""
    return bound >= arb(mp.nstr(truth, 35))


def entries(r: random.Random, size: float) -> list[list[float]]:
    return [[r.gauss(0, 1) * size * 10 ** r.uniform(-3, 0) for _ in range(N)] for _ in range(N)]


@pytest.mark.parametrize("shift", [0.0, -1e8, 1e8])
@pytest.mark.parametrize("seed", range(3))
def test_it_is_above_every_member_and_close(seed, shift):
    """A member is drawn at the corner of the balls that an eigenvector points at: where it reaches furthest."""
    r = random.Random(seed)
    middle, radius = entries(r, 1.0), abs(np.array(entries(r, 1e-6)))
    for i in range(N):
        middle[i][i] += shift
    scales = [r.randint(-3, 3) for _ in range(N)]
    J = [[arb(m, e) for m, e in zip(row, wide, strict=True)] for row, wide in zip(middle, radius, strict=True)]
    found = log_norm_in_doubles(J, scales)
    assert found is not None and log_norm(J, scales) == found
    with mp.workdps(40):
        turned = mp.matrix(N, N)
        for i in range(N):
            for j in range(N):
                turned[i, j] = mp.mpf(middle[i][j]) * mp.mpf(2) ** (scales[i] - scales[j])
        value, vectors = mp.eigsy((turned + turned.T) / 2)
        v = vectors[:, N - 1]
        for i in range(N):
            for j in range(N):
                push = mp.mpf(float(radius[i][j])) * mp.mpf(2) ** (scales[i] - scales[j])
                turned[i, j] += push * mp.sign(v[i] * v[j]) * (1 - mp.mpf(10) ** -12)
        truth = largest(turned)
        assert above(found, truth)
        assert float(found.mid()) - float(truth) < 1e-4 + 1e-9 * abs(shift)
        assert not above(arb(float(value[N - 1]) - 1e-3), truth)


@pytest.mark.parametrize("seed", range(2))
def test_any_basis_will_do(seed):
    """A basis that is far from the eigenvectors, or far from orthogonal, makes the bound wide, never false."""
    r = np.random.default_rng(seed)
    M = r.standard_normal((N, N)) * 10.0 ** r.integers(-3, 8)
    M = (M + M.T) / 2
    Q = np.linalg.qr(r.standard_normal((N, N)))[0] if seed % 2 else np.linalg.eigh(M)[1]
    Q = Q + 10.0 ** r.integers(-9, -1) * r.standard_normal((N, N))
    found = _bound(M, np.zeros((N, N)), Q)
    assert found is not None
    with mp.workdps(40):
        assert above(found, largest(mp.matrix(M.tolist())))
    assert _bound(M, np.zeros((N, N)), 2 * Q) is None


@pytest.mark.parametrize("shift", [-10.0, 10.0])
@pytest.mark.parametrize("scale", [0.96, 0.99999, 1.00001, 1.04])
def test_what_a_basis_lacks_in_length_is_counted(scale, shift):
    """Q = scale times the eigenvectors: T = scale^2 times the eigenvalues."""
    r = np.random.default_rng(3)
    M = r.standard_normal((N, N))
    M = (M + M.T) / 2 + shift * np.eye(N)
    found = _bound(M, np.zeros((N, N)), scale * np.linalg.eigh(M)[1])
    with mp.workdps(40):
        assert above(found, largest(mp.matrix(M.tolist())))


def test_cancellation_is_counted():
    """c c^T - D c-wise large, its largest eigenvalue small beside it: the bound is above, or there is none."""
    r = np.random.default_rng(7)
    for size in (1e3, 1e8, 1e14):
        c = np.round(r.standard_normal(N) * size)
        M = -np.outer(c, c) + np.diag(r.uniform(-1, 1, N))
        found = _bound(M, np.zeros((N, N)), np.linalg.eigh(M)[1])
        with mp.workdps(60):
            assert found is None or above(found, largest(mp.matrix(M.tolist())))


def test_what_doubles_cannot_hold_is_left_to_balls():
    one = [[arb(float(i == j)) for j in range(N)] for i in range(N)]
    assert log_norm_in_doubles(one[:-1], [0] * (N - 1)) is None
    assert log_norm_in_doubles(one, [0] * (N - 1) + [600]) is None
    for entry in (arb.nan(), arb.pos_inf(), arb(10) ** 400, arb(0, "1e400")):
        J = [list(row) for row in one]
        J[2][3] = entry
        assert log_norm_in_doubles(J, [0] * N) is None
    assert log_norm_in_doubles(one, [0] * N) >= 1
    wide = [list(row) for row in one]
    wide[0][0] = arb(1, 2)
    assert log_norm_in_doubles(wide, [0] * N) >= 3 and _log_norm(wide) >= 3
