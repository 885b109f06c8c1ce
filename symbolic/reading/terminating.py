"""Hypergeometric series that end: with an upper parameter -n they are polynomials of degree n in z, for every z.

  pFq(-n, ...; c, ...; z) = sum_{k <= n} (-n)_k .../((c)_k ... k!) z^k,   with a value iff no (c)_k is 0 for k <= n

also where c = -m, m >= n: it ends before the pole (DLMF 15.2.5). SymPy cancels equal parameters above and below,
which is another function there, so a series that ends is written out before SymPy sees it.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp

from ..errors import Undecided

MOST_TERMS = 60
CLASSES = (sp.hyper, sp.appellf1)  # what SymPy makes of those that do not end


def degree(above: Sequence[sp.Expr]) -> int | None:
    """n, the degree of the polynomial, or None where the series does not end."""
    ends = [int(-a) for a in above if a.is_Integer and a <= 0]
    return min(ends, default=None)


def hypergeometric(above: Sequence[sp.Expr], below: Sequence[sp.Expr], z: sp.Expr) -> sp.Expr:
    """pFq, written out where it ends. Errors: Undecided where it has no value, or too many terms."""
    n = degree(above)
    if n is None:
        if any(c.is_Integer and c <= 0 for c in below):
            raise Undecided("the expression is undefined")
        return sp.hyper(above, below, z)
    _bounded(n)
    total = term = sp.Integer(1)
    for k in range(n):
        bottom = sp.Mul(k + 1, *(c + k for c in below))
        if bottom.is_zero:
            raise Undecided("the expression is undefined")
        term = term * sp.Mul(*(a + k for a in above)) / bottom * z
        total += term
    return total


def hyp2f1(a: sp.Expr, b: sp.Expr, c: sp.Expr, z: sp.Expr) -> sp.Expr:
    """2F1(a, b; c; z)."""
    return hypergeometric((a, b), (c,), z)


def hyp3f2(a1: sp.Expr, a2: sp.Expr, a3: sp.Expr, b1: sp.Expr, b2: sp.Expr, z: sp.Expr) -> sp.Expr:
    """3F2(a1, a2, a3; b1, b2; z)."""
    return hypergeometric((a1, a2, a3), (b1, b2), z)


def appellf1(a: sp.Expr, b1: sp.Expr, b2: sp.Expr, c: sp.Expr, x: sp.Expr, y: sp.Expr) -> sp.Expr:
    """F1(a; b1, b2; c; x, y) = sum_m (a)_m (b1)_m/((c)_m m!) x^m 2F1(a + m, b2; c + m; y), written out where the sum
    ends.
    """
    if degree((b2,)) == 0:
        return hypergeometric((a, b1), (c,), x)
    n = degree((a, b1))
    if n is None or (degree((a,)) is None and degree((b2,)) is None and n > 0):
        if c.is_Integer and c <= 0:
            raise Undecided("the expression is undefined")
        return sp.appellf1(a, b1, b2, c, x, y)
    _bounded(n)
    total, term = sp.Integer(0), sp.Integer(1)
    for m in range(n + 1):
        total += term * hypergeometric((a + m, b2), (c + m,), y)
        bottom = (c + m) * (m + 1)
        if m < n:
            if bottom.is_zero:
                raise Undecided("the expression is undefined")
            term = term * (a + m) * (b1 + m) / bottom * x
    return total


def _bounded(n: int) -> None:
    if n > MOST_TERMS:
        raise Undecided(f"a series with {n} terms is too long to write out")
