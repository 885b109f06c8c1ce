"""The sign of an exact constant c: 0 by the exact zero test, else that of a ball around c that excludes 0.

The ball is built from the leaves up, |c - middle| <= radius at every node, at more and more bits. A constant that no
ball separates from 0, or that holds a function without one, has no sign here: Undecided, never a guess.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod

import sympy as sp
from flint import arb, ctx, fmpq

from ..algebra import is_zero
from ..errors import InputError, Undecided
from ..exact_number import ExactNumber, plain

BITS = (64, 256, 1024, 4096)
LONGEST = 4096  # of an integer power that is multiplied out in balls
BALLS: dict[type[sp.Expr], Callable[[arb], arb]] = {
    sp.Abs: abs,
    sp.exp: arb.exp,
    sp.log: arb.log,
    sp.sin: arb.sin,
    sp.cos: arb.cos,
    sp.tan: arb.tan,
    sp.asin: arb.asin,
    sp.acos: arb.acos,
    sp.atan: arb.atan,
    sp.sinh: arb.sinh,
    sp.cosh: arb.cosh,
    sp.tanh: arb.tanh,
    sp.asinh: arb.asinh,
    sp.acosh: arb.acosh,
    sp.atanh: arb.atanh,
    sp.gamma: arb.gamma,
}


def sign(value: sp.Expr) -> int:
    """The sign of an exact constant. Errors: InputError where it is not real; Undecided where no ball shows it."""
    if (known := plain(value)) is not None:
        return int(sp.sign(known))
    if value.has(sp.zoo, sp.nan, sp.oo) or value.is_real is False:
        raise InputError("start", value, "h is not a real number there")
    if is_zero(value):
        return 0
    before = ctx.prec
    try:
        for ctx.prec in BITS:
            ball = enclosure(value)
            if ball is not None and (ball > 0 or ball < 0):
                return 1 if ball > 0 else -1
    finally:
        ctx.prec = before
    raise Undecided(f"the sign of {value}")


def enclosure(value: sp.Expr) -> arb | None:
    """A ball around a real constant at the precision in force; None where none is shown."""
    if value.is_Rational:
        return arb(fmpq(int(value.p), int(value.q)))
    if isinstance(value, ExactNumber):
        return enclosure(value.value)
    if value in (sp.pi, sp.E):
        return arb.pi() if value is sp.pi else arb(1).exp()
    parts = [enclosure(part) for part in value.args]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None
    ball: arb | None = None
    if value.is_Add:
        ball = sum(known[1:], known[0])
    elif value.is_Mul:
        ball = prod(known[1:], start=known[0])
    elif value.is_Pow:
        ball = _power(known[0], value.exp, known[1])
    elif len(known) == 1 and value.func in BALLS:
        ball = BALLS[value.func](known[0])
    return ball if ball is not None and ball.is_finite() else None


def _power(base: arb, exact: sp.Expr, exponent: arb) -> arb | None:
    """base^exponent in the reals; a base that may be 0 or below takes integer exponents only."""
    if exact.is_Integer and abs(int(exact)) <= LONGEST:
        n = int(exact)
        return base**n if n >= 0 else 1 / base**-n
    return base**exponent if base > 0 else None
