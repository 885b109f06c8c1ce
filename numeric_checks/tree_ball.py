"""A parsed expression at exact points, in balls: real values on principal branches, computed from the tree alone.

Undefined (1/0, log(0), sqrt(-1), a negative base with a broken exponent, z > 1 in 2F1) gives None, and only where it is
certain; a ball that is not finite means that nothing is decided at this precision. Rational parts stay exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from math import isqrt

from flint import acb, arb, fmpz

from ..symbolic.reading.expression import Call, Expression, Name, Negative, Number, Power, Product, Sum
from .balls import ball, whole_power
from .hypergeometric import UNKNOWN, Real, appell_f1, defined, degree, hyp2f1, hyp3f2, terminates
from .precision import bits

MAX_EXACT_BITS = 4000
LARGEST_ROOT = 64


class _Undefined(ArithmeticError):
    """The expression has no real value at this point."""


def enclosure(node: Expression, at: Mapping[str, Real], precision: int) -> arb | None:
    """A ball around the value where the names have the values `at`; None where it is undefined.

    Arguments: every name of the node is in `at`; precision in bits. A ball that is not finite: undecided.
    """
    with bits(precision):
        try:
            return ball(_value(node, at))
        except _Undefined:
            return None


def _value(node: Expression, at: Mapping[str, Real]) -> Real:
    match node:
        case Number(value):
            return value
        case Name(name):
            return at[name]
        case Negative(term):
            return -_value(term, at)
        case Sum(terms):
            return reduce(lambda a, b: _combined(a, b, lambda s, t: s + t), (_value(term, at) for term in terms))
        case Product(factors):
            return reduce(lambda a, b: _combined(a, b, lambda s, t: s * t), (_value(f, at) for f in factors))
        case Power(base, exponent):
            return _power(_value(base, at), _value(exponent, at))
        case Call(function, arguments):
            values = [_value(argument, at) for argument in arguments]
            if any(isinstance(v, arb) and not v.is_finite() for v in values):
                return UNKNOWN
            return _FUNCTIONS[function](*values)


def _combined(a: Real, b: Real, operation: Callable[[Real, Real], Real]) -> Real:
    """Exactly where both are rational and short, else in balls."""
    if isinstance(a, Fraction) and isinstance(b, Fraction) and _bits(a) + _bits(b) <= MAX_EXACT_BITS:
        return operation(a, b)
    return operation(ball(a), ball(b))


def _bits(value: Fraction) -> int:
    return value.numerator.bit_length() + value.denominator.bit_length()


def _power(base: Real, exponent: Real) -> Real:
    if isinstance(exponent, Fraction) and exponent.denominator == 1:
        n = int(exponent)
        if n < 0 and base == 0:
            raise _Undefined
        if isinstance(base, Fraction) and _bits(base) * abs(n) <= MAX_EXACT_BITS:
            return base**n
        return whole_power(ball(base), n)
    if base == 0:
        positive = _certain(ball(exponent) > 0, ball(exponent) <= 0)
        return UNKNOWN if positive is None else Fraction(0)
    if (
        isinstance(base, Fraction)
        and isinstance(exponent, Fraction)
        and (root := _exact_root(base, exponent)) is not None
    ):
        return root
    if ball(base) < 0 and isinstance(exponent, arb) and exponent.contains_integer():
        return UNKNOWN
    if _certain(ball(base) > 0, ball(base) < 0) is None:
        return UNKNOWN
    return (ball(base).log() * ball(exponent)).exp()


def _exact_root(base: Fraction, exponent: Fraction) -> Fraction | None:
    """base^(k/n) where the base is the n-th power of a rational number, n small."""
    k, n = exponent.numerator, exponent.denominator
    if base <= 0 or n > LARGEST_ROOT or _bits(base) * abs(k) > MAX_EXACT_BITS:
        return None
    above, below = (fmpz(part).root(n) for part in (base.numerator, base.denominator))
    if above**n != base.numerator or below**n != base.denominator:
        return None
    return Fraction(int(above), int(below)) ** k


def _certain(true: bool, false: bool) -> bool | None:
    """True, or None where undecided; where it is certainly false the expression is undefined."""
    if false:
        raise _Undefined
    return True if true else None


def _on(
    domain: Callable[[arb], bool], outside: Callable[[arb], bool], f: Callable[[arb], arb]
) -> Callable[[Real], Real]:
    """f where `domain` is certain, undefined where `outside` is, else not decided."""

    def function(z: Real) -> Real:
        inside = _certain(domain(ball(z)), outside(ball(z)))
        return UNKNOWN if inside is None else f(ball(z))

    return function


def _sqrt(z: Real) -> Real:
    if isinstance(z, Fraction) and z >= 0:
        above, below = isqrt(z.numerator), isqrt(z.denominator)
        return Fraction(above, below) if Fraction(above, below) ** 2 == z else ball(z).sqrt()
    return _on(lambda b: b >= 0, lambda b: b < 0, arb.sqrt)(z)


def _sign(z: Real) -> Real:
    if isinstance(z, Fraction):
        return Fraction((z > 0) - (z < 0))
    return Fraction(1) if z > 0 else Fraction(-1) if z < 0 else Fraction(0) if z == 0 else UNKNOWN


def _not_a_pole(z: Real) -> None:
    if isinstance(z, Fraction) and z.denominator == 1 and z <= 0:
        raise _Undefined


def _gamma(z: Real) -> Real:
    _not_a_pole(z)
    return ball(z).gamma()


def _beta(a: Real, b: Real) -> Real:
    _not_a_pole(a)
    _not_a_pole(b)
    return ball(a).gamma() * ball(b).gamma() * ball(_combined(a, b, lambda s, t: s + t)).rgamma()


def _has_value(above: tuple[Real, ...], below: tuple[Real, ...]) -> None:
    if not defined(above, below):
        raise _Undefined


def _hyp2f1(a: Real, b: Real, c: Real, z: Real) -> Real:
    _has_value((a, b), (c,))
    if terminates(a, b) or (z == 1 and ball(c) - ball(a) - ball(b) > 0):
        return hyp2f1(a, b, c, z)
    return UNKNOWN if _certain(ball(z) < 1, ball(z) > 1) is None else hyp2f1(a, b, c, z)


def _hyp3f2(a1: Real, a2: Real, a3: Real, b1: Real, b2: Real, z: Real) -> Real:
    _has_value((a1, a2, a3), (b1, b2))
    if not terminates(a1, a2, a3) and _certain(ball(z) < 1, ball(z) > 1) is None:
        return UNKNOWN
    return hyp3f2((a1, a2, a3), (b1, b2), z)


def _appell_f1(a: Real, b1: Real, b2: Real, c: Real, x: Real, y: Real) -> Real:
    n, m = degree(b1), degree(b2)
    _has_value((a, *(() if n is None or m is None else (Fraction(-n - m),))), (c,))
    return appell_f1(a, b1, b2, c, x, y)


def _elliptic(f: Callable[[acb, acb], acb]) -> Callable[[Real, Real], Real]:
    """f(phi, m) where m < 1, so that the integrand is real for every phi."""
    return lambda phi, m: f(acb(ball(phi)), acb(ball(m))).real if ball(m) < 1 else UNKNOWN


def _elliptic_e(*arguments: Real) -> Real:
    if len(arguments) == 2:
        return _elliptic(acb.elliptic_e_inc)(*arguments)
    return _on(lambda m: m <= 1, lambda m: m > 1, lambda m: acb(m).elliptic_e().real)(arguments[0])


def _extreme(exact: Callable[..., Fraction], f: Callable[[arb, arb], arb]) -> Callable[..., Real]:
    def function(*values: Real) -> Real:
        rationals = [v for v in values if isinstance(v, Fraction)]
        return exact(rationals) if len(rationals) == len(values) else reduce(f, map(ball, values))

    return function


def _everywhere(f: Callable[[arb], arb]) -> Callable[[Real], Real]:
    return lambda z: f(ball(z))


_FUNCTIONS: dict[str, Callable[..., Real]] = {
    **{name: _everywhere(getattr(arb, name)) for name in ("exp", "sin", "cos", "tan", "atan")},
    **{name: _everywhere(getattr(arb, name)) for name in ("sinh", "cosh", "tanh", "asinh")},
    "sqrt": _sqrt,
    "abs": abs,
    "sign": _sign,
    "log": _on(lambda z: z > 0, lambda z: z <= 0, arb.log),
    "acosh": _on(lambda z: z >= 1, lambda z: z < 1, arb.acosh),
    "atanh": _on(lambda z: abs(z) < 1, lambda z: abs(z) >= 1, arb.atanh),
    "asin": _on(lambda z: abs(z) <= 1, lambda z: abs(z) > 1, arb.asin),
    "acos": _on(lambda z: abs(z) <= 1, lambda z: abs(z) > 1, arb.acos),
    "gamma": _gamma,
    "beta": _beta,
    "hyp2f1": _hyp2f1,
    "hyp3f2": _hyp3f2,
    "appellf1": _appell_f1,
    "elliptic_f": _elliptic(acb.elliptic_f),
    "elliptic_k": _on(lambda m: m < 1, lambda m: m >= 1, lambda m: acb(m).elliptic_k().real),
    "elliptic_e": _elliptic_e,
    "min": _extreme(min, arb.min),
    "max": _extreme(max, arb.max),
}
