"""g = grad f, block by block: coordinates that f does not couple never meet, so each block has a trajectory of its
own."""

from __future__ import annotations

from flint import fmpq, fmpq_mat

from ...numbers import matrix, rational
from ..problem import LeastSquares, Linear, Logistic, Objective, Quadratic
from .affine import Affine, block
from .logistic import Bernoulli

Gradient = Affine | Bernoulli


def blocks(objective: Objective) -> list[tuple[tuple[int, ...], Gradient]]:
    """The coordinates that f couples, with g on each such block."""
    match objective:
        case Linear(gradient):
            return [((k,), _scalar(0, -rational(G))) for k, G in enumerate(gradient)]
        case Quadratic(target):
            return [((k,), _scalar(1, rational(T))) for k, T in enumerate(target)]
        case LeastSquares(A, b):
            found: list[tuple[tuple[int, ...], Gradient]] = []
            data = matrix(A)
            H, h = data.transpose() * data, data.transpose() * matrix([[e] for e in b])
            n = H.nrows()
            for part in _components(n, [[j for j in range(n) if j == k or H[k, j] != 0] for k in range(n)]):
                found.append((part, Affine(block(H, part, part), block(h, part, (0,)))))
            return found
        case Logistic(X, y):
            signed = [[rational(a * label) for a in row] for row, label in zip(X, y, strict=True)]
            n = len(signed[0])
            joined = [[j for j in range(n) if row[j] != 0] for row in signed]
            return [
                (
                    part,
                    Bernoulli([[row[k] for k in part] for row in signed if any(row[k] != 0 for k in part)], len(part)),
                )
                for part in _components(n, joined)
            ]


def _scalar(H: int, h: fmpq) -> Affine:
    return Affine(fmpq_mat(1, 1, [H]), fmpq_mat(1, 1, [h]))


def _components(n: int, joined: list[list[int]]) -> list[tuple[int, ...]]:
    label = list(range(n))
    for group in joined:
        names = {label[k] for k in group}
        if len(names) > 1:
            least = min(names)
            label = [least if name in names else name for name in label]
    return [tuple(k for k in range(n) if label[k] == name) for name in sorted(set(label))]
