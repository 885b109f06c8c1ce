"""The logarithmic norm of gradient flow (q = 2) with many weights, coordinate by coordinate: no matrix is formed.

For x_k = prod_i w_ki and convex f the Jacobian of -grad F - alpha w is  D - M^T H M - alpha I,  H = f'' >= 0,
M = dx/dw, D_k = -g_k d^2 x_k/dw_k^2. D_k is symmetric with diagonal 0, so its largest eigenvalue is at most
sqrt((L-1)/L) |D_k|_F (the others add up to its negative), and
  mu <= max_k |g_k| sqrt((L-1)/L) |d^2 x_k/dw_k^2|_F - alpha;   |row k of d(g)/dw|^2 = sum_l H_kl^2 |M_l|^2.
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import arb, arb_mat

from .arithmetic import BallArithmetic
from .vector_field import TimeField, others, polynomial

MANY_WEIGHTS = 64  # weights, from which the norm is bounded so in any case


def block_bounds(
    field: object, time: arb, tube: Sequence[arb], scale: arb, length: arb, tolerated: float
) -> tuple[arb, list[arb]] | None:
    """`scale` times (mu, the norms of the rows of dg/dw) over the tube; None where the formula does not apply, or tells
    less than F' would.

    Arguments: the field; a ball of times and one around every weight, whose values all count; the scale of time; how
    long the step is; the growth over it, up to which it is for few weights without decay, where that ends by itself.
    """
    if not isinstance(field, TimeField) or field.flow.r != 1:
        return None
    flow, few = field.flow, field.flow.size < MANY_WEIGHTS
    squares = None if few and (flow.alpha or not tolerated) else flow.hessian_squares
    if squares is None or not all(v.is_finite() for v in tube):
        return None
    rows = flow.rows(tube)
    minors = [others(row) for row in rows]
    g = flow.gradient(flow.products(tube, minors), BallArithmetic())
    mu, share = arb(0), arb(flow.depth - 1) / flow.depth
    for value, row in zip(g, rows, strict=True):
        mu = mu.max(abs(value).upper() * (_second(row) * share).sqrt().upper())
    if flow.alpha:
        mu = mu - polynomial(flow.alpha, time).lower()
    mu = (mu * scale).upper()
    if few and not mu * length < tolerated:
        return None
    lengths = arb_mat(flow.n, 1, [_square_sum(row) for row in minors])
    passive = squares * lengths
    return mu, [(passive[k, 0].upper().sqrt() * scale).upper() for k in range(flow.n)]


def _second(row: Sequence[arb]) -> arb:
    """|d^2 x/dw^2|_F^2 = 2 sum_{i < j} prod_{l != i, j} w_l^2, bounded from above."""
    sizes = [w.abs_upper() * w.abs_upper() for w in row]
    none, one, two = arb(1), arb(0), arb(0)  # sums of the products of all but none, one, two of them
    for v in sizes:
        none, one, two = none * v, one * v + none, two * v + one
    return (two * 2).upper()


def _square_sum(values: Sequence[arb]) -> arb:
    return sum((v.abs_upper() * v.abs_upper() for v in values), arb(0)).upper()
