"""What vanishes exactly at t = 0: w_i = 0, g_k = 0, g prod_{j != i} w_j + alpha(0) w_i = 0, decided in rational
arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import prod

from ...numbers import matrix
from ..problem import LeastSquares, Linear, Logistic, Problem, Quadratic
from .vector_field import Flow, Name


def gradient_at(problem: Problem) -> list[Fraction] | None:
    """g at t = 0; None where it is not rational (logistic with x != 0)."""
    x = [prod(row, start=Fraction(1)) for row in problem.weights]
    match problem.objective:
        case Linear(constant):
            return list(constant)
        case Quadratic(target):
            return [v - t for v, t in zip(x, target, strict=True)]
        case LeastSquares(A, b):
            data = matrix(A)
            g = data.transpose() * (data * matrix([[v] for v in x]) - matrix([[c] for c in b]))
            return [Fraction(int(v.p), int(v.q)) for v in g.entries()]
        case Logistic(X, y):
            if any(x):
                return None
            return [-sum((row[k] * c for row, c in zip(X, y, strict=True)), Fraction(0)) / 2 for k in range(len(x))]


def zeros(flow: Flow, names: Sequence[Name]) -> list[Name]:
    """Which of the named quantities are exactly 0 at t = 0 (gradients that are not rational are taken not to be)."""
    problem = flow.problem
    g = gradient_at(problem)
    alpha = problem.decay.pieces[0][1][0]

    def value(name: Name) -> Fraction:
        kind, k, i = name
        row = problem.weights[k]
        if kind == "weight":
            return row[i]
        if g is None:
            return Fraction(1)
        if kind == "gradient":
            return g[k]
        return g[k] * prod(row[:i] + row[i + 1 :], start=Fraction(1)) + alpha * row[i]

    return [name for name in names if value(name) == 0]


def ties(problem: Problem) -> list[list[Name]]:
    """Groups of weights of a coordinate with equal |w| at t = 0; they stay equal under decoupled decay."""
    groups: dict[tuple[int, Fraction], list[Name]] = {}
    for k, row in enumerate(problem.weights):
        for i, w in enumerate(row):
            groups.setdefault((k, abs(w)), []).append(("weight", k, i))
    return list(groups.values())


def at_rest(flow: Flow, vanishing: Sequence[Name]) -> set[Name]:
    """What stays 0 at q = 2: two or more zero weights of a coordinate, a zero g_k that only x_k could move."""
    found = {name for name in vanishing if name[0] == "gradient" and flow.shares}
    for k in range(flow.n):
        weights = [name for name in vanishing if name[:2] == ("weight", k)]
        found.update(weights if len(weights) > 1 or ("gradient", k, 0) in found else [])
    return found
