"""A parsed expression at exact points, in balls: real values on principal branches, computed from the tree alone.

Undefined (1/0, log(0), sqrt(-1), a negative base with a broken exponent, z > 1 in 2F1) gives None, and only where it is
certain; a ball that is not finite means that nothing is decided at this precision. Rational parts stay exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from operator import eq, ge, gt, le, lt, ne

from flint import arb, fmpz

from ..symbolic.reading.expression import Call, Expression, Name, Negative, Number, Power, Product, Sum
from ..symbolic.reading.functions import REGISTRY, comparisons, condition
from . import special
from .balls import ball, whole_power
from .hypergeometric import UNKNOWN, Real
from .precision import bits
from .special import Undefined

MAX_EXACT_BITS = 4000
LARGEST_ROOT = 64


def enclosure(node: Expression, at: Mapping[str, Real], precision: int) -> arb | None:
    """A ball around the value where the names have the values `at`; None where it is undefined.

    Arguments: every name of the node is in `at`; precision in bits. A ball that is not finite: undecided.
    """
    with bits(precision):
        try:
            return ball(_value(node, at))
        except Undefined:
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
            return called(function, *(_value(argument, at) for argument in arguments))


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
            raise Undefined
        if isinstance(base, Fraction) and _bits(base) * abs(n) <= MAX_EXACT_BITS:
            return base**n
        return whole_power(ball(base), n)
    if base == 0:
        if ball(exponent) == 0:
            return Fraction(1)
        positive = _certain(ball(exponent) > 0, ball(exponent) < 0)
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
        raise Undefined
    return True if true else None


_RELATIONS: dict[str, tuple[Callable[[Real, Real], bool], Callable[[Real, Real], bool]]] = {  # certain, certainly not
    "<": (lt, ge),
    "<=": (le, gt),
    ">": (gt, le),
    ">=": (ge, lt),
    "==": (eq, ne),
    "!=": (ne, eq),
}


def called(function: str, *values: Real) -> Real:
    """A function of the grammar where its condition `where` certainly holds. Errors: Undefined where it does not."""
    if any(isinstance(v, arb) and not v.is_finite() for v in values):
        return UNKNOWN
    at = REGISTRY[function].named(values)
    for comparison in comparisons(condition(function, "where")):
        terms = [_value(term, at) for term in comparison.terms]
        for left, relation, right in zip(terms, comparison.relations, terms[1:], strict=False):
            exact = isinstance(left, Fraction) and isinstance(right, Fraction)
            sides = (left, right) if exact else (ball(left), ball(right))
            certain, certainly_not = _RELATIONS[relation]
            if _certain(certain(*sides), certainly_not(*sides)) is None:
                return UNKNOWN
    if (own := getattr(special, function, None)) is not None:
        return own(*values)  # type: ignore[no-any-return]
    return getattr(arb, function)(*map(ball, values))  # type: ignore[no-any-return]
