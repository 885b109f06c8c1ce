"""Real values of hypergeometric functions in balls, on the branch that is real for z < 1.

  2F1(a, b; c; z), and by Euler's integral, for 0 < a < c,
  Gamma(c)/(Gamma(a) Gamma(c-a)) int_0^1 t^{a-1} (1-t)^{c-a-1} G(t) dt
    = 3F2(a, a1, a2; c, b1; z)      with G(t) = 2F1(a1, a2; b1; z t)
    = F1(a; b1, b2; c; x, y)        with G(t) = (1 - x t)^{-b1} (1 - y t)^{-b2}
(DLMF 15.6.1, 16.5.2, 16.15.1). With a = A/B the substitution t = s^B makes the integrand analytic at 0, and likewise at
1. All functions work at the precision in force; a ball that is not finite means "not decided at this precision".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    if pole((c,)) is not None:
        return _written_out((a, b), (c,), z)
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
    if pole(below) is not None:
        return _written_out(above, below, z)
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
    """F1(a; b1, b2; c; x, y) for rational 0 < a < c and x, y < 1, or where its sums end."""
    if not _moderate(a, b1, b2, c):
        return UNKNOWN
    if (n := degree(a, b1)) is not None and (terminates(a) or terminates(b2)):
        return _rows(n, a, b1, b2, c, x, y)
    if degree(b1) == 0 or degree(b2) == 0:
        return hyp2f1(a, b2, c, y) if degree(b1) == 0 else hyp2f1(a, b1, c, x)
    if not (_between(a, c) and ball(x) < 1 and ball(y) < 1):
        return UNKNOWN
    factors = [(acb(ball(x)), acb(ball(b1))), (acb(ball(y)), acb(ball(b2)))]

    def integrand(t: acb, analytic: bool) -> acb:
        return acb.exp(-sum((b * acb.log(1 - z * t, analytic=analytic) for z, b in factors), acb(0)))

    return _euler(a, c, integrand)


def degree(*above: Real) -> int | None:
    """n where a series with these upper parameters is a polynomial of degree n, defined for every z; else None."""
    ends = [int(-a) for a in above if isinstance(a, Fraction) and a.denominator == 1 and a <= 0]
    return min(ends, default=None)


def terminates(*above: Real) -> bool:
    """Whether a series with these upper parameters is a polynomial."""
    return degree(*above) is not None


def pole(below: Sequence[Real]) -> int | None:
    """The first k with (c)_k = 0 for a lower parameter c = -m: k = m + 1; None where there is none."""
    return min((int(-c) + 1 for c in below if isinstance(c, Fraction) and c.denominator == 1 and c <= 0), default=None)


def defined(above: Sequence[Real], below: Sequence[Real]) -> bool:
    """Whether the series ends before the pole, if there is one (DLMF 15.2.5)."""
    n, k = degree(*above), pole(below)
    return k is None or (n is not None and n < k)


def _written_out(above: Sequence[Real], below: Sequence[Real], z: Real) -> arb:
    """sum_{k <= n} (-n)_k .../((c)_k ... k!) z^k."""
    if not defined(above, below):
        return UNKNOWN
    total = term = arb(1)
    for k in range(degree(*above) or 0):
        for a in above:
            term = term * (ball(a) + k)
        for c in below:
            term = term / (ball(c) + k)
        term = term * ball(z) / (k + 1)
        total += term
    return total


def _rows(n: int, a: Real, b1: Real, b2: Real, c: Real, x: Real, y: Real) -> arb:
    """sum_{m <= n} (a)_m (b1)_m/((c)_m m!) x^m 2F1(a + m, b2; c + m; y)."""
    total, term = arb(0), arb(1)
    for m in range(n + 1):
        shifted = (v + m if isinstance(v, Fraction) else ball(v) + m for v in (a, c))
        first, last = shifted
        if not defined((first, b2), (last,)):
            return UNKNOWN
        total += term * hyp2f1(first, b2, last, y)
        if m < n:
            term = term * (ball(a) + m) * (ball(b1) + m) / ((ball(c) + m) * (m + 1)) * ball(x)
    return total


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
