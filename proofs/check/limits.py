"""The limit of an expression in s > 0 as s -> 0, shown by leading powers: e ~ c s^r (log 1/s)^k.

Continuous functions take limits inside; a sum needs the limits of its terms, a product the leading powers of its
factors. Whether an exponent in q is positive is decided exactly over the given q and L. What is not shown is None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy as sp

from ...symbolic.algebra import is_zero, normal_form
from ...symbolic.errors import Undecided
from ...symbolic.product.lauricella import LauricellaFD

Sign = Callable[[sp.Expr], int | None]  # the sign of an expression in q and L where it is constant, else None

_CONTINUOUS = (*(sp.exp, sp.sinh, sp.cosh, sp.tanh, sp.asinh, sp.sin, sp.cos, sp.atan),)


@dataclass(frozen=True)
class Leading:
    """c s^power (log 1/s)^logs with c free of s and not 0; c None: only the order is known, as an upper bound."""

    c: sp.Expr | None
    power: sp.Expr
    logs: int = 0


def limit_at_zero(e: sp.Expr, s: sp.Symbol, sign: Sign) -> sp.Expr | None:
    """lim e as s -> 0+, an expression free of s; None where it is infinite or not shown."""
    if not e.has(s):
        return e
    if e.is_Add or e.is_Mul:
        parts = [limit_at_zero(part, s, sign) for part in e.args]
        if all(part is not None for part in parts):
            return e.func(*parts)
        if e.is_Add:
            return _by_normal_form(e, s, sign)
    if e.is_Pow and not e.exp.has(s) and (base := limit_at_zero(e.base, s, sign)) is not None and base.is_positive:
        return base**e.exp
    if len(e.args) == 1 and (value := _inside(e, s, sign)) is not None:
        return value
    found = leading(e, s, sign)
    if found is None:
        return None
    tends = sign(found.power)
    if tends == 1:
        return sp.Integer(0)
    return found.c if tends == 0 and found.logs == 0 else None


def _inside(e: sp.Expr, s: sp.Symbol, sign: Sign) -> sp.Expr | None:
    """f(lim z) for f(z), f continuous there."""
    value = limit_at_zero(e.args[0], s, sign)
    if value is None:
        return None
    value = sp.Integer(0) if is_zero(value) else sp.Integer(1) if is_zero(value - 1) else value
    continuous = isinstance(e, _CONTINUOUS) or (isinstance(e, sp.log) and value.is_positive)
    if not continuous and not (isinstance(e, sp.acosh) and value == 1) and not (isinstance(e, sp.atanh) and value == 0):
        return None
    found = e.func(value)
    return None if found.has(sp.zoo, sp.nan, sp.oo, sp.I) else found


def _by_normal_form(e: sp.Expr, s: sp.Symbol, sign: Sign) -> sp.Expr | None:
    other = flat(e)
    if not other.is_Add:
        return None if other == e else limit_at_zero(other, s, sign)
    parts = [None if part.is_Add or part == e else limit_at_zero(part, s, sign) for part in other.args]
    return None if any(part is None for part in parts) else sp.Add(*parts)


def flat(e: sp.Expr) -> sp.Expr:
    """e as a sum of monomials in its normal form (itself where it has none)."""
    try:
        terms = normal_form(e)
    except Undecided:
        return e
    return sp.Add(*(c * sp.Mul(*(atom**f for atom, f in monomial)) for monomial, c in terms.items()))


def leading(e: sp.Expr, s: sp.Symbol, sign: Sign) -> Leading | None:
    """The leading behaviour of e as s -> 0+, or None."""
    if not e.has(s):
        return None if is_zero(e) else Leading(e, sp.Integer(0))
    if e == s:
        return Leading(sp.Integer(1), sp.Integer(1))
    if e.is_Mul:
        return _product([leading(part, s, sign) for part in e.args])
    if e.is_Pow and not e.exp.has(s):
        return _power(leading(e.base, s, sign), e.exp)
    if e.is_Add:
        return _sum([leading(part, s, sign) for part in e.args], sign)
    if isinstance(e, sp.log):
        return _logarithm(leading(e.args[0], s, sign), sign)
    return _function(e, s, sign)


def _product(parts: list[Leading | None]) -> Leading | None:
    c: sp.Expr | None = sp.Integer(1)
    power, logs = sp.Integer(0), 0
    for part in parts:
        if part is None:
            return None
        c = None if c is None or part.c is None else c * part.c
        power, logs = power + part.power, logs + part.logs
    return Leading(c, sp.cancel(power), logs)


def _power(base: Leading | None, e: sp.Expr) -> Leading | None:
    if base is None:
        return None
    if base.c is None or base.logs:
        whole = e.is_Integer and e > 0
        return Leading(None, sp.cancel(base.power * e), base.logs * int(e)) if whole else None
    if not e.is_Integer and not base.c.is_positive:
        return None
    return Leading(base.c**e, sp.cancel(base.power * e), 0)


def _sum(parts: list[Leading | None], sign: Sign) -> Leading | None:
    """The terms of least power; where they cancel, or logarithms are among them, only an upper bound."""
    if any(part is None for part in parts):
        return None
    known = [part for part in parts if part is not None]
    least = known[0].power
    for part in known[1:]:
        order = sign(sp.cancel(part.power - least))
        if order is None:
            return None
        least = part.power if order < 0 else least
    front = [part for part in known if sign(sp.cancel(part.power - least)) == 0]
    logs = max(part.logs for part in front)
    if logs == 0 and all(part.c is not None for part in front):
        c = sp.Add(*(part.c for part in front))
        if c.is_positive or c.is_negative or (c.is_Rational and c != 0):
            return Leading(c, least)
    return Leading(None, least, logs)


def _logarithm(inner: Leading | None, sign: Sign) -> Leading | None:
    if inner is None or inner.c is None or inner.logs or not inner.c.is_positive:
        return None
    if sign(inner.power) == 0:
        value = sp.log(inner.c)
        return Leading(None, sp.Integer(0)) if is_zero(value) else Leading(value, sp.Integer(0))
    return Leading(None, sp.Integer(0), 1)


def _function(e: sp.Expr, s: sp.Symbol, sign: Sign) -> Leading | None:
    """A continuous function of limits; near a zero of asinh and its like the argument's own order."""
    if isinstance(e, LauricellaFD):
        inner = [limit_at_zero(z, s, sign) for z in e.args[3]]
        if all(z is not None and z == 0 for z in inner):
            return Leading(sp.Integer(1), sp.Integer(0))
        return None
    if len(e.args) == 1:
        value = limit_at_zero(e.args[0], s, sign)
        odd = isinstance(e, sp.sinh | sp.tanh | sp.asinh | sp.sin | sp.atan | sp.atanh | sp.asin | sp.tan)
        if value is not None and odd and is_zero(value):
            return leading(e.args[0], s, sign)
        if (limit := _inside(e, s, sign)) is not None:
            return Leading(None, sp.Integer(0)) if is_zero(limit) else Leading(limit, sp.Integer(0))
    if isinstance(e, sp.hyper):
        value = limit_at_zero(e.argument, s, sign)
        return Leading(sp.Integer(1), sp.Integer(0)) if value is not None and value == 0 else None
    if isinstance(e, sp.elliptic_f):
        value = limit_at_zero(e.args[0], s, sign)
        if value is not None and value == 0 and not e.args[1].has(s):
            return leading(e.args[0], s, sign)
    return None
