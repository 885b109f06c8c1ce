"""Real values of hypergeometric functions in balls, on the branch that is real for z < 1.

  2F1(a, b; c; z), and by Euler's integral, for 0 < a < c,
  Gamma(c)/(Gamma(a) Gamma(c-a)) int_0^1 t^{a-1} (1-t)^{c-a-1} G(t) dt
    = 3F2(a, a1, a2; c, b1; z)      with G(t) = 2F1(a1, a2; b1; z t)
    = F1(a; b1, b2; c; x, y)        with G(t) = (1 - x t)^{-b1} (1 - y t)^{-b2}
(DLMF 15.6.1, 16.5.2, 16.15.1). With a = A/B the substitution t = s^B makes the integrand analytic at 0, and likewise at
1. All functions work at the precision in force; a ball that is not finite means "not decided at this precision".
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import permutations
from typing import TypeAlias, TypeGuard

from flint import acb, arb, ctx

from .balls import ball

Real: TypeAlias = Fraction | arb
Integrand: TypeAlias = Callable[[acb, bool], acb]

UNKNOWN = arb("nan")
MAX_PARAMETER = 1000  # in size; the denominator of an end-point exponent too
EVALUATIONS = 50  # of an integrand, for each bit
_SERIES_BELOW = Fraction(3, 4)


def hyp2f1(a: Real, b: Real, c: Real, z: Real) -> arb:
    """2F1(a, b; c; z) for z < 1, or a polynomial in z."""
    if not _moderate(a, b, c):
        return UNKNOWN
    whole = {
        "ab": _integer(a, b),
        "ac": _integer(a, c),
        "bc": _integer(b, c),
        "abc": isinstance(a, Fraction) and isinstance(b, Fraction) and _integer(a + b, c),
    }
    return ball(z).hypgeom_2f1(ball(a), ball(b), ball(c), **whole)


def hyp3f2(above: tuple[Real, Real, Real], below: tuple[Real, Real], z: Real) -> arb:
    """3F2 for |z| < 3/4 by its series (a polynomial: for all z), for other z < 1 by Euler's integral.

    3F2(a, b, e; a+1, b+1; z) = (b 2F1(a, e; a+1; z) - a 2F1(b, e; b+1; z))/(b - a), as (a)_n/(a+1)_n = a/(a + n).
    """
    if not _moderate(*above, *below):
        return UNKNOWN
    if terminates(*above) or abs(ball(z)) < ball(_SERIES_BELOW):
        return ball(z).hypgeom([ball(a) for a in above], [ball(b) for b in below])
    for a, b, e in permutations(above):
        for c, d in permutations(below):
            if all(isinstance(value, Fraction) for value in (a, b, c, d)) and (c - a, d - b) == (1, 1) and a != b:
                return (ball(b) * hyp2f1(a, e, c, z) - ball(a) * hyp2f1(b, e, d, z)) / ball(b - a)
    smoothest = sorted(
        (a.denominator * (c - a).denominator, i, k)
        for i, a in enumerate(above)
        for k, c in enumerate(below)
        if isinstance(a, Fraction) and isinstance(c, Fraction) and _between(a, c)
    )
    if not smoothest or not ball(z) < 1:
        return UNKNOWN
    _, i, k = smoothest[0]
    a, c, (a1, a2), (b1,) = above[i], below[k], (*above[:i], *above[i + 1 :]), (*below[:k], *below[k + 1 :])
    assert isinstance(a, Fraction) and isinstance(c, Fraction)
    return _euler(a, c, _inner(ball(a1), ball(a2), ball(b1), ball(z)))


def appell_f1(a: Real, b1: Real, b2: Real, c: Real, x: Real, y: Real) -> arb:
    """F1(a; b1, b2; c; x, y) for rational 0 < a < c and x, y < 1."""
    if not (_between(a, c) and ball(x) < 1 and ball(y) < 1 and _moderate(b1, b2)):
        return UNKNOWN
    factors = [(acb(ball(x)), acb(ball(b1))), (acb(ball(y)), acb(ball(b2)))]

    def integrand(t: acb, analytic: bool) -> acb:
        return acb.exp(-sum((b * acb.log(1 - z * t, analytic=analytic) for z, b in factors), acb(0)))

    return _euler(a, c, integrand)


def terminates(*above: Real) -> bool:
    """Whether a series with these upper parameters is a polynomial, defined for every z."""
    return any(isinstance(a, Fraction) and a.denominator == 1 and a <= 0 for a in above)


def _moderate(*values: Real) -> bool:
    """Whether the parameters are small enough for FLINT's methods to end soon."""
    return all(bool(abs(ball(value)) < MAX_PARAMETER) for value in values)


def _between(a: Real, c: Real) -> TypeGuard[Fraction]:
    """Whether Euler's integral with t^{a-1} (1-t)^{c-a-1} converges, a and c rational with small denominators."""
    if not (isinstance(a, Fraction) and isinstance(c, Fraction)):
        return False
    return 0 < a < c < MAX_PARAMETER and max(a.denominator, (c - a).denominator) < MAX_PARAMETER


def _integer(a: Real, b: Real) -> bool:
    """Whether a - b is known to be an integer."""
    return isinstance(a, Fraction) and isinstance(b, Fraction) and (a - b).denominator == 1


def _inner(a: arb, b: arb, c: arb, z: arb) -> Integrand:
    """t -> 2F1(a, b; c; z t), not finite on the cut [1, infinity)."""

    def integrand(t: acb, analytic: bool) -> acb:
        w = acb(z) * t
        if analytic and not w.real < 1 and w.imag.contains(0):
            return acb(UNKNOWN)
        return w.hypgeom_2f1(acb(a), acb(b), acb(c))

    return integrand


def _euler(a: Fraction, c: Fraction, integrand: Integrand) -> arb:
    """Gamma(c)/(Gamma(a) Gamma(c-a)) int_0^1 t^{a-1} (1-t)^{c-a-1} integrand(t) dt."""
    total = _half(a, c - a, integrand) + _half(c - a, a, lambda t, analytic: integrand(1 - t, analytic))
    value = total * ball(c).gamma() * ball(a).rgamma() * ball(c - a).rgamma()
    return value if value.is_finite() else UNKNOWN


def _half(a: Fraction, d: Fraction, integrand: Integrand) -> arb:
    """int_0^{1/2} t^{a-1} (1-t)^{d-1} integrand(t) dt = B int_0^{2^{-1/B}} s^{A-1} (1-s^B)^{d-1} integrand(s^B) ds."""
    A, B = a.numerator, a.denominator
    exponent = acb(ball(d - 1))

    def regular(s: acb, analytic: bool) -> acb:
        t = s**B
        weight = acb(1) if d == 1 else acb.exp(exponent * acb.log(1 - t, analytic=analytic))
        return B * s ** (A - 1) * weight * integrand(t, analytic)

    end = arb(2) ** (-1 / arb(B))
    return acb.integral(regular, acb(0), acb(end), eval_limit=EVALUATIONS * ctx.prec).real
