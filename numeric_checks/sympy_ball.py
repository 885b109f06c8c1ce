"""A SymPy expression at an exact point, enclosed in a ball: the second opinion on everything symbolic.

Real semantics throughout: an expression that is undefined at the point (log of a negative number, division by a ball
around 0, 0^0) gives None, never a wrong branch.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import sympy as sp
from flint import arb, fmpq

from ..symbolic.exact_number import ExactNumber
from ..symbolic.reading.functions import REGISTRY
from .balls import ball
from .hypergeometric import Real, hyp2f1, hyp3f2
from .precision import bits
from .special import Undefined
from .tree_ball import called

START_BITS = 128
MOST_BITS = 8192
NAMES = {entry.sympy or name: name for name, entry in REGISTRY.items()}  # the class in SymPy, our name


def enclose(expression: sp.Expr, at: Mapping[sp.Symbol, sp.Rational], precision: int) -> arb | None:
    """A ball around `expression` at the rational point `at`, or None where it has no finite real value shown."""
    with bits(precision):
        value = _ball(expression, at)
        return value if value is not None and value.is_finite() else None


def sign(expression: sp.Expr, at: Mapping[sp.Symbol, sp.Rational]) -> int | None:
    """The sign (-1 or 1) of `expression` at `at`, proven by a ball that excludes 0; None where none was found.

    An exact 0 always gives None: balls cannot show it.
    """
    precision = START_BITS
    while precision <= MOST_BITS:
        value = enclose(expression, at, precision)
        if value is not None:
            if value > 0:
                return 1
            if value < 0:
                return -1
            if value == 0:
                return None
        precision *= 4
    return None


def at_balls(expression: sp.Expr, at: Mapping[sp.Symbol, arb]) -> arb | None:
    """The value where the letters are balls, at the precision in force; None where it is not shown to be defined."""
    return _ball(expression, at)


Values = Mapping[sp.Symbol, sp.Rational | arb]


def _ball(e: sp.Expr, at: Values) -> arb | None:
    if e in at:
        return at[e] if isinstance(at[e], arb) else _ball(sp.sympify(at[e]), {})
    if e.is_Rational:
        return arb(fmpq(int(e.p), int(e.q)))
    if isinstance(e, ExactNumber):
        return arb(fmpq(int(e.value.p), int(e.value.q)))
    if e is sp.pi:
        return arb.pi()
    if e is sp.E:
        return arb(1).exp()
    if e.is_Pow:
        return _power(e, at)
    if e.func is sp.hyper:
        return _hypergeometric(e, at)
    parts = [part for a in e.args if (part := _ball(a, at)) is not None]
    if not parts or len(parts) < len(e.args):
        return None
    if e.is_Add:
        return sum(parts[1:], parts[0])
    if e.is_Mul:
        product = parts[0]
        for part in parts[1:]:
            product = product * part
        return product
    if (name := NAMES.get(e.func.__name__)) is None:
        return None
    exact = [_fraction(_exactly(a, at)) for a in e.args]  # parameters are to be known exactly
    return _called(name, *(part if f is None else f for f, part in zip(exact, parts, strict=True)))


def _exactly(e: sp.Expr, at: Values) -> sp.Expr:
    """The expression with its rational letters put in."""
    return e.xreplace({letter: sp.sympify(value) for letter, value in at.items() if not isinstance(value, arb)})


def _power(e: sp.Pow, at: Values) -> arb | None:
    base, exponent = _ball(e.base, at), _exactly(e.exp, at)
    if base is None:
        return None
    if exponent.is_Integer:
        n = int(exponent)
        if n <= 0 and base.contains(0):
            return None
        return base**n if n >= 0 else 1 / base ** (-n)
    power = _ball(exponent, at)
    if power is None:
        return None
    if base > 0:
        return base**power
    return arb(0) if base == 0 and power > 0 else None


def _called(function: str, *values: Real) -> arb | None:
    """A function of the grammar; None where no value is shown."""
    try:
        value = ball(called(function, *values))
    except Undefined:
        return None
    return value if value.is_finite() else None


def _hypergeometric(e: sp.Expr, at: Values) -> arb | None:
    """2F1 and 3F2 with rational parameters at z < 1, where the real branch is the usual one."""
    above, below = ([_fraction(_exactly(a, at)) for a in group] for group in e.args[:2])
    z = _ball(e.args[2], at)
    if z is None or not z < 1:
        return None
    match above, below:
        case [Fraction() as a, Fraction() as b], [Fraction() as c]:
            return hyp2f1(a, b, c, z)
        case [Fraction() as a, Fraction() as b, Fraction() as c], [Fraction() as d, Fraction() as f]:
            return hyp3f2((a, b, c), (d, f), z)
    return None


def _fraction(value: sp.Expr) -> Fraction | None:
    return Fraction(int(value.p), int(value.q)) if value.is_Rational else None
