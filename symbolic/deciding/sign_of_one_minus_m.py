"""The sign of n(1 - m) = q - n(q - 1), m = q(n-1)/n, over q in [1, 2] and integers n: every case split of the theory.

With n = L it says whether m < 1, = 1 or > 1 (range, blow-up), with n = k0 whether m_0 < 1 (does R'(0) exist). It is
p - n up to the positive factor q - 1: positive iff n < p, zero iff n = p (theory: section 5).
"""

from __future__ import annotations

import sympy as sp

from ..setting import Setting
from ..symbols import L

Signed = tuple[int, sp.Basic]


def sign_cases(steepness: sp.Expr, n: sp.Expr) -> tuple[Signed, ...]:
    """The signs that q - n(q-1) takes, each with its condition on q and L (true where there is only one).

    Arguments: q rational in [1, 2] or the symbol; n a positive integer (with a rational q any
    positive rational), or L, or L - 1 (L >= 2).
    """
    q_, k = steepness, n
    if q_.is_Rational and k.is_Rational:
        return ((int(sp.sign(q_ - k * (q_ - 1))), sp.true),)
    if q_ == 1 or k == 1:
        return ((1, sp.true),)
    if not q_.is_Rational:
        above, below = (k / (k - 1), q_) if k.is_Integer else (k, q_ * (k - 1))
        signs: tuple[Signed, ...] = ((1, sp.Lt(below, above)), (0, sp.Eq(below, above)), (-1, sp.Gt(below, above)))
        return signs[:2] if k == 2 else signs
    turn = L + (q_ / (q_ - 1) - k)  # n < p in terms of L
    first = sp.Integer(2)
    found: list[Signed] = []
    if turn > first:
        found.append((1, sp.Lt(L, turn)))
    if turn.is_Integer and turn >= first:
        found.append((0, sp.Eq(L, turn)))
    found.append((-1, sp.Gt(L, turn) if turn >= first else sp.true))
    return tuple(found)


def at_zero(setting: Setting) -> tuple[Signed, ...]:
    """The sign of 1 - m_0: R'(0) is finite iff it is +1."""
    return sign_cases(setting.q, setting.zeros)


def at_infinity(setting: Setting) -> tuple[Signed, ...]:
    """The sign of 1 - m: R'(x) -> infinity as x -> infinity iff it is not -1."""
    return sign_cases(setting.q, setting.depth)


def pinned(setting: Setting, when: sp.Basic) -> Setting:
    """`at` with q, or L, replaced by its value where the condition is an equality that gives it (m = 1, m_0 = 1)."""
    if not isinstance(when, sp.Eq):
        return setting
    if when.lhs == L:
        return Setting(setting.q, tuple((v, n.subs(L, when.rhs)) for v, n in setting.groups))
    value = sp.solve(when, setting.q)[0]
    return Setting(value, setting.groups) if setting.balanced or value.is_Rational else setting


def lowest(e: sp.Expr) -> sp.Expr:
    """An exponent in one form: lowest terms, written as a sum where the denominator is a monomial (2 - q + q/L)."""
    e = sp.cancel(e)
    return e if sp.fraction(e)[1].is_Add else sp.expand(e)
