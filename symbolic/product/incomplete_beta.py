"""E(s) = int_0^s r^{a-1} (1 + r)^{-b} dr for a > 0, where it is elementary.

Chebyshev: for rational a, b it is elementary iff b, a or a - b is an integer. Then one of the substitutions

  t = r^{1/N} (b integer),   t = 1 + r (a integer),   t = (r/(1+r))^{1/N} (a - b integer),   N the denominator of a,

makes the integrand rational. Only forms that read better than 2F1 are produced: N <= 4 and few terms.
"""

from __future__ import annotations

import sympy as sp
from sympy.integrals.rationaltools import ratint

from ..algebra import is_zero

LARGEST_ROOT = 4
MOST_TERMS = 12
MOST_OPERATIONS = 60

_t = sp.Symbol("t", positive=True)


def elementary(a: sp.Expr, b: sp.Expr, s: sp.Expr) -> sp.Expr | None:
    """E(s) in elementary terms, checked (E' is the integrand, E(0) = 0), or None. Arguments: a > 0, s positive."""
    r = sp.Symbol("r", positive=True)
    form = _candidate(sp.sympify(a), sp.sympify(b), r)
    if form is None or sp.count_ops(form) > MOST_OPERATIONS:
        return None
    if not is_zero(sp.diff(form, r) - r ** (a - 1) * (1 + r) ** -b) or not is_zero(form.subs(r, 0)):
        return None
    return form.subs(r, s)


def _candidate(a: sp.Expr, b: sp.Expr, s: sp.Symbol) -> sp.Expr | None:
    if _natural(-b):  # (1 + r)^{-b} is a polynomial
        return sp.Add(*(sp.binomial(-b, k) * s ** (a + k) / (a + k) for k in range(int(-b) + 1)))
    if _natural(b - a - 1):  # in r/(1+r) the integrand is a polynomial times a power
        n, ratio = int(b - a - 1), s / (1 + s)
        return sp.Add(*((-1) ** k * sp.binomial(n, k) * ratio ** (a + k) / (a + k) for k in range(n + 1)))
    if _natural(a - 1):
        return _in_one_plus_s(int(a), b, s)
    if not (a.is_Rational and b.is_Rational and a.q <= LARGEST_ROOT):
        return None
    if _natural(b):
        return _rational(a, s ** sp.Rational(1, a.q), 1, int(b), s)
    if _natural(a - b):
        return _rational(a, (s / (1 + s)) ** sp.Rational(1, a.q), -1, int(a - b) + 1, s)
    return None


def _natural(value: sp.Expr) -> bool:
    value = sp.expand(value)
    return bool(value.is_Integer) and 0 <= value <= MOST_TERMS


def _in_one_plus_s(a: int, b: sp.Expr, s: sp.Symbol) -> sp.Expr | None:
    """sum_k binom(a-1, k) (-1)^{a-1-k} int_1^{1+s} t^{k-b} dt."""
    total = sp.Integer(0)
    for k in range(a):
        e = sp.expand(k + 1 - b)
        if e.is_zero:
            piece = sp.log(1 + s)
        elif e.is_nonzero:
            piece = ((1 + s) ** e - 1) / e
        else:
            return None
        total += (-1) ** (a - 1 - k) * sp.binomial(a - 1, k) * piece
    return total


def _rational(a: sp.Rational, t_of_s: sp.Expr, sign: int, n: int, s: sp.Symbol) -> sp.Expr | None:
    """int_0^t N t^{Na-1} (1 + sign t^N)^{-n} dt."""
    root, power = a.q, int(a * a.q)
    if power + root * n > 4 * MOST_TERMS:
        return None
    found = ratint(root * _t ** (power - 1) / (1 + sign * _t**root) ** n, _t)
    if found.has(sp.RootSum, sp.I) or any(part.has(sp.Sum) for part in found.args):
        return None
    transcendental, plain = sp.Integer(0), sp.Integer(0)
    for term in sp.Add.make_args(sp.expand(found)):
        if term.has(sp.log):
            term = term.replace(sp.log, _log_of_size)
        if term.has(sp.log, sp.atan):
            transcendental += term
        else:
            plain += term
    transcendental = _areas(sp.expand(transcendental), root, s, sign)
    cleared = sp.cancel(sp.together(plain) * (1 + sign * _t**root) ** n)
    form = _algebraic(sp.Poly(cleared, _t), root, sign, n, s) + transcendental.subs(_t, t_of_s)
    return form - form.subs(s, 0)


def _algebraic(cleared: sp.Poly, root: int, sign: int, n: int, s: sp.Symbol) -> sp.Expr:
    """cleared(t)/(1 + sign t^N)^n with its powers of s and 1 + s taken out."""
    if cleared.is_zero:
        return sp.Integer(0)
    least, most = min(k for (k,) in cleared.monoms()), max(k for (k,) in cleared.monoms())
    rest = sum(
        coefficient * s ** sp.Rational(k - least, root) * (1 + s) ** (sp.Rational(most - k, root) if sign < 0 else 0)
        for (k,), coefficient in cleared.terms()
    )
    power = -n if sign > 0 else n - sp.Rational(most, root)
    return s ** sp.Rational(least, root) * (1 + s) ** power * sp.factor(sp.expand(rest))


def _log_of_size(argument: sp.Expr) -> sp.Expr:
    """log |argument| on 0 < t < 1 (the constant it changes by is removed with E(0) = 0)."""
    return sp.log(argument if argument.subs(_t, sp.Rational(1, 2)) > 0 else -argument)


def _areas(terms: sp.Expr, root: int, s: sp.Symbol, sign: int) -> sp.Expr:
    """log((1+t)/(1-t)) = 2 artanh t, which is 2 arsinh sqrt(s) for t = sqrt(s/(1+s))."""
    up, down = terms.coeff(sp.log(1 + _t)), terms.coeff(sp.log(1 - _t))
    if sign > 0 or up == 0 or up != -down:
        return terms
    area = sp.asinh(sp.sqrt(s)) if root == 2 else sp.atanh(_t)
    return terms - up * sp.log(1 + _t) - down * sp.log(1 - _t) + 2 * up * area
