"""The functions of the grammar that are more than FLINT's method of their name, at exact or ball arguments.

A function here has the name of its entry in `symbolic.reading.functions`, whose condition `where` holds when it is
called. What has no value raises Undefined; a ball that is not finite means that nothing is decided at this precision.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from math import isqrt

from flint import acb, arb

from . import hypergeometric
from .balls import ball
from .hypergeometric import UNKNOWN, Real, defined, degree, terminates


class Undefined(ArithmeticError):
    """There is no real value here."""


def sqrt(z: Real) -> Real:
    """Exact where it is rational."""
    if isinstance(z, Fraction):
        root = Fraction(isqrt(z.numerator), isqrt(z.denominator))
        return root if root**2 == z else ball(z).sqrt()
    return z.sqrt()


def abs(z: Real) -> Real:
    """|z|."""
    return z.__abs__()


def sign(z: Real) -> Real:
    """-1, 0 or 1, where it is certain."""
    if isinstance(z, Fraction):
        return Fraction((z > 0) - (z < 0))
    return Fraction(1) if z > 0 else Fraction(-1) if z < 0 else Fraction(0) if z == 0 else UNKNOWN


def min(*values: Real) -> Real:
    """The least of them, exact where all are."""
    return _extreme(values, lambda a, b: a if a < b else b, arb.min)


def max(*values: Real) -> Real:
    """The greatest of them, exact where all are."""
    return _extreme(values, lambda a, b: a if a > b else b, arb.max)


def _extreme(
    values: Sequence[Real], exact: Callable[[Fraction, Fraction], Fraction], f: Callable[[arb, arb], arb]
) -> Real:
    rationals = [v for v in values if isinstance(v, Fraction)]
    return reduce(exact, rationals) if len(rationals) == len(values) else reduce(f, map(ball, values))


def gamma(z: Real) -> Real:
    """Gamma(z), off its poles 0, -1, -2, ...."""
    if isinstance(z, Fraction) and z.denominator == 1 and z <= 0:
        raise Undefined
    return ball(z).gamma()


def beta(a: Real, b: Real) -> Real:
    """Gamma(a) Gamma(b)/Gamma(a + b), 0 where a + b is a pole."""
    together = a + b if isinstance(a, Fraction) and isinstance(b, Fraction) else ball(a) + ball(b)
    return gamma(a) * gamma(b) * ball(together).rgamma()


def hyp2f1(a: Real, b: Real, c: Real, z: Real) -> Real:
    """2F1(a, b; c; z) for z < 1, at z = 1 where it converges, or a polynomial."""
    if not _has_value((a, b), (c,)):
        return UNKNOWN
    if terminates(a, b) or (z == 1 and ball(c) - ball(a) - ball(b) > 0):
        return hypergeometric.hyp2f1(a, b, c, z)
    return hypergeometric.hyp2f1(a, b, c, z) if _below_one(z, a, b) else UNKNOWN


def hyp3f2(a1: Real, a2: Real, a3: Real, b1: Real, b2: Real, z: Real) -> Real:
    """3F2 for z < 1, or a polynomial."""
    if not _has_value((a1, a2, a3), (b1, b2)):
        return UNKNOWN
    if terminates(a1, a2, a3) or _below_one(z, a1, a2, a3):
        return hypergeometric.hyp3f2((a1, a2, a3), (b1, b2), z)
    return UNKNOWN


def appellf1(a: Real, b1: Real, b2: Real, c: Real, x: Real, y: Real) -> Real:
    """F1(a; b1, b2; c; x, y)."""
    n, m = degree(b1), degree(b2)
    ends = [b for b in (b1, b2) if isinstance(b, arb)] if n is None or m is None else [Fraction(-n - m)]
    if not _has_value((a, *ends), (c,)):
        return UNKNOWN
    return hypergeometric.appell_f1(a, b1, b2, c, x, y)


def elliptic_f(phi: Real, m: Real) -> Real:
    """int_0^phi (1 - m sin^2)^{-1/2} where m < 1, so that the integrand is real for every phi."""
    return acb.elliptic_f(acb(ball(phi)), acb(ball(m))).real if ball(m) < 1 else UNKNOWN


def elliptic_k(m: Real) -> Real:
    """int_0^{pi/2} (1 - m sin^2)^{-1/2}."""
    return acb(ball(m)).elliptic_k().real


def elliptic_e(*arguments: Real) -> Real:
    """int_0^phi (1 - m sin^2)^{1/2} where m < 1; to pi/2 where m <= 1."""
    m = ball(arguments[-1])
    if len(arguments) == 2:
        return acb.elliptic_e_inc(acb(ball(arguments[0])), acb(m)).real if m < 1 else UNKNOWN
    if m > 1:
        raise Undefined
    return acb(m).elliptic_e().real if m <= 1 else UNKNOWN


def _has_value(above: tuple[Real, ...], below: tuple[Real, ...]) -> bool:
    """Whether no lower parameter is a pole that the series meets; False where a ball above may end it before."""
    if defined(above, below):
        return True
    if _may_end(*above):
        return False
    raise Undefined


def _may_end(*above: Real) -> bool:
    """Whether one of them is a ball that holds a whole number at most 0: 2F1(cos(pi), 1; 1; z) = 1 - z for every z."""
    return any(isinstance(a, arb) and a.contains_integer() and not a > 0 for a in above)


def _below_one(z: Real, *above: Real) -> bool:
    """Whether z < 1 is certain; beyond 1 the series has no real value, unless it ends."""
    if ball(z) > 1 and not _may_end(*above):
        raise Undefined
    return bool(ball(z) < 1)
