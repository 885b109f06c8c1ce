"""r = infinity and r = 1: max t subject to z_i.x >= t and ||x||_r <= 1, a linear program in rationals.

Duality proves the answer: t* = min over c >= 0, sum c = 1, of ||sum_i c_i z_i||_s, s = 1 for r = infinity and s =
infinity for r = 1. Both sides are recomputed from x and c alone.
"""

from __future__ import annotations

from fractions import Fraction

from flint import arb

from ...symbolic.errors import InputError, several
from ..balls import ball
from .result import Data, Margin, Vector
from .simplex import Tableau

ZERO, ONE = Fraction(0), Fraction(1)


def linear_margin(Z: Data, r: Fraction | None) -> Margin:
    """The exact margin for r = 1 or None (infinity). Errors: InputError where the data are not separable."""
    solved = _program(Z, r)
    x, c = _point(solved, len(Z[0])), tuple(solved.dual[: len(Z)])
    if solved.value == 0:
        _certify_inseparable(Z, c)
        raise InputError(
            "X", several(len(Z), "sample"), "no x has y_i X_i.x > 0 for all of them: not linearly separable"
        )
    value = certified(Z, r, x, c)
    spread = _spread(solved, len(Z[0]))
    unique = all(low == high for low, high in spread)
    reason = "exact: the linear program and its dual have the same value"
    if not unique:
        reason += "; the maximiser is not unique, the range of each coordinate is given"
    return Margin(
        r,
        "exact",
        ball(value),
        tuple(map(ball, x)),
        tuple(map(ball, c)),
        arb(0),
        reason,
        None if unique else spread,
    )


def certified(Z: Data, r: Fraction | None, x: Vector, c: Vector) -> Fraction:
    """The value that x attains and c bounds. Errors: ArithmeticError where the two do not meet."""
    sizes = [abs(v) for v in x]
    if (max(sizes) if r is None else sum(sizes)) > 1:
        raise ArithmeticError("the point lies outside the unit ball")
    if any(v < 0 for v in c) or sum(c) != 1:
        raise ArithmeticError("the multipliers are no convex combination")
    attained = min(sum((a * v for a, v in zip(z, x, strict=True)), ZERO) for z in Z)
    mean = [abs(sum((z[k] * v for z, v in zip(Z, c, strict=True)), ZERO)) for k in range(len(x))]
    bound = sum(mean, ZERO) if r is None else max(mean)
    if attained != bound:
        raise ArithmeticError("primal and dual values differ")
    return attained


def _certify_inseparable(Z: Data, c: Vector) -> None:
    """sum_i c_i z_i = 0 with c >= 0 not 0: then no x has every z_i.x > 0."""
    if (
        any(v < 0 for v in c)
        or not any(c)
        or any(sum(z[k] * v for z, v in zip(Z, c, strict=True)) for k in range(len(Z[0])))
    ):
        raise ArithmeticError("the multipliers do not show that the data are inseparable")


def weighted_vertex(Z: Data, weights: Vector) -> Vector:
    """A vertex of {z_i.x >= 1} that minimises sum_k weights_k |x_k|, for separable data."""
    solved = _program(Z, Fraction(1), weights)
    return tuple(v / solved.value for v in _point(solved, len(Z[0])))


def _program(Z: Data, r: Fraction | None, weights: Vector | None = None) -> Tableau:
    """x = a - b with a, b >= 0; the variables are a, b, t; the origin is feasible."""
    n = len(Z[0])
    A = [[*(-v for v in z), *z, ONE] for z in Z]
    if r is None:
        A += [[ONE if j % n == k else ZERO for j in range(2 * n)] + [ZERO] for k in range(n)]
    else:
        A.append([*(weights or (ONE,) * n)] * 2 + [ZERO])
    b = [ZERO] * len(Z) + [ONE] * (len(A) - len(Z))
    return Tableau(A, b, [ZERO] * (2 * n) + [ONE])


def _point(solved: Tableau, n: int) -> Vector:
    v = solved.point
    return tuple(v[k] - v[n + k] for k in range(n))


def _spread(solved: Tableau, n: int) -> tuple[tuple[Fraction, Fraction], ...]:
    """Least and largest x_k over all maximisers."""
    found = []
    for k in range(n):
        up = [ZERO] * (2 * n + 1)
        up[k], up[n + k] = ONE, -ONE
        high = solved.second(up)
        found.append((-solved.second([-v for v in up]), high))
    return tuple(found)
