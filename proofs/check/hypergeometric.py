"""Hypergeometric functions as F_D with c = a + 1, which differentiate to algebraic functions
(symbolic.product.lauricella).

  2F1(a, b; b; z) = (1-z)^{-a}                2F1(1, b; c; z) = (1-z)^{c-1-b} 2F1(c-1, c-b; c; z)      (Euler; DLMF
  15.8.1)
  2F1(a, b; c; 1) = Gamma(c) Gamma(c-a-b)/(Gamma(c-a) Gamma(c-b))                     (Gauss; DLMF 15.4.20)
  2F1(a, b; c; z) with c = a - n: likewise, a polynomial times (1-z)^{c-a-b}
  (a)_k/(a+n)_k = sum_j C_j (a+j)/(a+j+k): 2F1(a, b; a+n; z) = sum_j C_j 2F1(a+j, b; a+j+1; z)         (partial
  fractions)
  3F2(c, a, b; a+1, b+1; z) = (b 2F1(c, a; a+1; z) - a 2F1(c, b; b+1; z))/(b - a)
  (a+1-b) z/(a+1) F_{a+1} = F_a - (1-z)^{1-b},   b F_{b+1} = a (1-z)^{-b} - (a-b) F_b,   F_a = 2F1(a, b; a+1; z) (by
  parts)

The last two lead every function of one z to one representative of (a, b) modulo the integers. Gamma functions likewise:
Gamma(z + 1) = z Gamma(z), B(a, b) = Gamma(a) Gamma(b)/Gamma(a + b).
"""

from __future__ import annotations

import sympy as sp
from sympy.core.containers import Tuple

from ...symbolic.product.lauricella import LauricellaFD

LARGEST_SHIFT = 6
MOST_TERMS = 40


def canonical(value: sp.Expr) -> sp.Expr:
    """`value` with its 2F1, 3F2 and Appell F1 of the kinds above as F_D; others stay."""
    value = value.replace(lambda f: isinstance(f, sp.hyper), _hyper)
    value = value.replace(lambda f: isinstance(f, sp.appellf1), _appell)
    return gammas(_contiguous(value))


def gammas(value: sp.Expr) -> sp.Expr:
    """Gamma functions whose arguments differ by integers through the one of least argument."""
    value = value.replace(sp.beta, lambda a, b: sp.gamma(a) * sp.gamma(b) / sp.gamma(a + b))
    functions = sorted(value.atoms(sp.gamma), key=sp.default_sort_key)
    for f in functions:
        gaps = [gap for other in functions if (gap := whole(f.args[0] - other.args[0])) is not None]
        if 0 < max(gaps) <= 4 * LARGEST_SHIFT:
            z = sp.cancel(f.args[0] - max(gaps))
            value = value.xreplace({f: sp.Mul(*(z + j for j in range(max(gaps)))) * sp.gamma(z)})
    return value


def whole(e: sp.Expr) -> int | None:
    """The whole number that it is, or None."""
    e = sp.cancel(e)
    return int(e) if e.is_Integer else None


def _hyper(f: sp.hyper) -> sp.Expr:
    above, below, z = list(f.ap), list(f.bq), f.argument
    if len(above) == 1 and not below:  # where SymPy has cancelled equal parameters
        return (1 - z) ** -above[0]
    if len(above) == 2 and len(below) == 1:
        return _gauss(above[0], above[1], below[0], z, f)
    if len(above) == 3 and len(below) == 2:
        return _three_two(above, below, z, f)
    return f


def _gauss(a: sp.Expr, b: sp.Expr, c: sp.Expr, z: sp.Expr, f: sp.Expr) -> sp.Expr:
    for first, second in ((a, b), (b, a)):
        if first.is_Integer and -MOST_TERMS <= first <= 0:
            return _polynomial(int(-first), second, c, z)
    if z == 1:  # where it has a value, c - a - b > 0
        return sp.gamma(c) * sp.gamma(c - a - b) / (sp.gamma(c - a) * sp.gamma(c - b))
    gaps = [(gap, first, second) for first, second in ((a, b), (b, a)) if (gap := whole(c - first)) is not None]
    for gap, _, second in gaps:
        if -LARGEST_SHIFT <= gap <= 0:
            return (1 - z) ** (gap - second) * _polynomial(-gap, sp.cancel(c - second), c, z)
    gaps = [entry for entry in gaps if entry[0] > 0]
    least = min((gap for gap, _, _ in gaps), default=None)
    for first, second in ((a, b), (b, a)):
        if first == 1 and least != 1:
            return (1 - z) ** (c - 1 - second) * _one(sp.cancel(c - 1), sp.cancel(c - second), z)
    for gap, first, second in gaps:
        if gap == least and gap <= LARGEST_SHIFT:
            return _partial_fractions(first, second, gap, z)
    return f


def _one(a: sp.Expr, b: sp.Expr, z: sp.Expr) -> sp.Expr:
    """2F1(a, b; a+1; z)."""
    return LauricellaFD(sp.cancel(a), Tuple(sp.cancel(b)), sp.cancel(a + 1), Tuple(z))


def _polynomial(n: int, b: sp.Expr, c: sp.Expr, z: sp.Expr) -> sp.Expr:
    """2F1(-n, b; c; z)."""
    total = term = sp.Integer(1)
    for k in range(n):
        term = term * (k - n) * (b + k) / ((c + k) * (k + 1)) * z
        total += term
    return total


def _partial_fractions(a: sp.Expr, b: sp.Expr, n: int, z: sp.Expr) -> sp.Expr:
    product = sp.Mul(*(a + j for j in range(n)))
    total = sp.Integer(0)
    for j in range(n):
        others = sp.Mul(*(sp.Integer(i - j) for i in range(n) if i != j))
        total += product / others / (a + j) * _one(a + j, b, z)
    return total


def _three_two(above: list[sp.Expr], below: list[sp.Expr], z: sp.Expr, f: sp.Expr) -> sp.Expr:
    for a in above:
        for c in below:
            if sp.cancel(a - c) == 0:
                upper, lower = list(above), list(below)
                upper.remove(a)
                lower.remove(c)
                return _gauss(upper[0], upper[1], lower[0], z, sp.hyper(upper, lower, z))
    pairs = [(a, c) for c in below for a in above if whole(c - a) == 1]
    for a, c in pairs:
        for b, d in pairs:
            rest = list(above)
            rest.remove(a)
            if c is not d and b in rest and sp.cancel(b - a) != 0:
                rest.remove(b)
                (top,) = rest
                return (b * _one(a, top, z) - a * _one(b, top, z)) / sp.cancel(b - a)
    return f


def _appell(f: sp.appellf1) -> sp.Expr:
    a, b1, b2, c, z1, z2 = f.args
    return LauricellaFD(a, Tuple(b1, b2), c, Tuple(z1, z2)) if whole(c - a) == 1 else f


def _contiguous(value: sp.Expr) -> sp.Expr:
    """Functions 2F1(a, b; a+1; z) of one z, with (a, b) modulo the integers, through the one of least a and b."""
    single = [f for f in value.atoms(LauricellaFD) if len(f.args[3]) == 1]
    for f in sorted(single, key=sp.default_sort_key):
        a, b, z = f.args[0], f.args[1][0], f.args[3][0]
        down_a = down_b = 0
        for other in single:
            i, j = whole(a - other.args[0]), whole(b - other.args[1][0])
            if i is not None and j is not None and sp.cancel(z - other.args[3][0]) == 0:
                down_a, down_b = max(down_a, i), max(down_b, j)
        if down_a + down_b > 0 and max(down_a, down_b) <= LARGEST_SHIFT:
            value = value.xreplace({f: _lowered(a, b, z, down_a, down_b)})
    return value


def _lowered(a: sp.Expr, b: sp.Expr, z: sp.Expr, i: int, j: int) -> sp.Expr:
    if i:
        gap = sp.cancel(a - b)  # with a - 1 for a: (a - b) z/a F_a = F_{a-1} - (1-z)^{1-b}
        if gap == 0:
            return _one(a, b, z)
        return a / (gap * z) * (_lowered(sp.cancel(a - 1), b, z, i - 1, j) - (1 - z) ** (1 - b))
    if j:
        low = sp.cancel(b - 1)
        if low == 0:
            return _one(a, b, z)
        return (a * (1 - z) ** -low - (a - low) * _lowered(a, low, z, 0, j - 1)) / low
    return _one(a, b, z)
