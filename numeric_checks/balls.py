"""Balls of exact numbers, and balls as decimal strings: |value - truth| <= radius, the rounding of the string
included."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from flint import arb, ctx, fmpq

from ..symbolic.errors import Undecided
from .precision import bits

Exponent: TypeAlias = Fraction | arb
LARGEST_EXPONENT = 2**40
MOST_BITS = 2**28  # of an integer or a fraction made of a ball: more would end in abort()
ROOT_BITS = 600  # beyond, a root is faster than exp(r log b)


@dataclass(frozen=True)
class Enclosed:
    """A number in decimal: `digits` significant digits in `value`, and |value - truth| <= `radius`.

    `value` is "inf" or "-inf" (with radius "0") where the quantity is infinite.
    """

    value: str
    radius: str
    digits: int

    def __str__(self) -> str:
        return self.value

    def __float__(self) -> float:
        return float(self.value)


def ball(value: Fraction | int | arb) -> arb:
    """The ball around an exact number, at the precision in force; a ball is itself."""
    if isinstance(value, arb):
        return value
    return arb(value) if isinstance(value, int) else arb(fmpq(value.numerator, value.denominator))


def power(base: arb, exponent: Exponent) -> arb:
    """base^exponent for base >= 0 (0^0 = 1; 0 to a positive power is 0), at the precision in force."""
    if isinstance(exponent, arb):
        return arb(0) if base == 0 and exponent > 0 else base**exponent
    if exponent == 0:
        return arb(1)
    if base == 0 and exponent > 0:
        return arb(0)
    if exponent.denominator == 1:
        n = exponent.numerator
        return base**n if n > 0 else 1 / base**-n
    if ctx.prec > ROOT_BITS and exponent.denominator <= 64 and abs(exponent.numerator) <= 64:
        value = (base ** abs(exponent.numerator)).root(exponent.denominator)
        return value if exponent > 0 else 1 / value
    return base ** fmpq(exponent.numerator, exponent.denominator)


def whole_power(base: arb, n: int) -> arb:
    """base^n for an integer n. FLINT's own power has no value on a ball whose midpoint is 0."""
    if n <= 0 or base.mid() != 0:
        return base**n
    most = base.abs_upper() ** n
    return most.union(arb(0) if n % 2 == 0 else -most)


def exponential(z: arb) -> arb:
    """exp z. The one guard of FLINT's exponents: beyond |z| = 2^40 a bound is returned, never a number too large to
    hold: [0, 2^{-2^40}], respectively a ball that says nothing."""
    if z > LARGEST_EXPONENT:
        return arb(0, float("inf"))
    if z < -LARGEST_EXPONENT:
        return arb(0).union(arb(2) ** -LARGEST_EXPONENT)
    if abs(z) < 2 * LARGEST_EXPONENT:
        return z.exp()
    return arb(0, float("inf"))


def logistic(z: arb) -> arb:
    """sigma(-z) = 1/(1 + exp z) in (0, 1), from the decreasing function at both ends of a wide ball."""
    if z.rad() < arb(2) ** -8:
        return _logistic(z)
    low, high = _logistic(z.upper()), _logistic(z.lower())
    return low.union(high)


def _logistic(z: arb) -> arb:
    if z < 0:
        return 1 / (1 + exponential(z))
    e = exponential(-z)
    return e / (1 + e)


def whole(z: arb) -> int:
    """The integer at or below the midpoint. Errors: Undecided, as `fraction`."""
    if z.is_finite() and abs(z.mid()) < 1:  # however small
        return -1 if z.mid() < 0 else 0
    return int(fraction(z).floor())


def fraction(z: arb) -> fmpq:
    """The midpoint, exactly. The one guard of FLINT's sizes: no ball becomes a number too long to hold, where the C
    library would abort. Errors: Undecided."""
    if not z.is_finite() or (z.mid() != 0 and abs(magnitude(z)) > MOST_BITS):
        raise Undecided(f"a number of more than 2^{MOST_BITS.bit_length() - 1} bits")
    return z.mid().fmpq()


def magnitude(z: arb) -> int:
    """An integer e with |mid z| < 2^e <= 2 |mid z| for mid z != 0."""
    mantissa, exponent = z.mid().man_exp()
    return int(abs(mantissa)).bit_length() + int(exponent)


def logarithm(z: arb) -> float:
    """log|mid z| to double precision, for midpoints of any size; -inf at 0."""
    if z.mid() == 0:
        return -float("inf")
    with bits(64):
        return float(abs(z.mid()).log().mid())


def decimal(z: arb, digits: int) -> Enclosed | None:
    """`z` with `digits` significant digits, or None where the ball is too wide for them.

    At most 0.51 units of the last digit lie between the value and any point of the ball.
    """
    if z == 0:
        return Enclosed("0", "0", digits)
    if z == arb.pos_inf() or z == arb.neg_inf():
        return Enclosed("inf" if z > 0 else "-inf", "0", digits)
    if not z.is_finite() or z.contains(0):
        return None
    with bits(digits * 10 // 3 + 64 + abs(magnitude(z)).bit_length()):
        place = _place(z)
        scaled = abs(z) / arb(10) ** (place - digits + 1)
        whole = _nearest(scaled)
        if whole >= 10**digits:
            place += 1
            scaled = scaled / 10
            whole = _nearest(scaled)
        error = abs(scaled - whole).abs_upper()
        if not error < arb(51) / 100:
            return None
        radius = _upper(error, place - digits + 1)
    return Enclosed(("-" if z < 0 else "") + _written(str_of(whole), place, digits), radius, digits)


def _place(z: arb) -> int:
    """k with 10^k <= |z| < 10^(k+1), or one less or more (the caller rounds again)."""
    guess = logarithm(z) / 2.302585092994046
    place = int(guess // 1)
    if abs(z) >= arb(10) ** (place + 1):
        return place + 1
    return place - 1 if abs(z) < arb(10) ** place else place


def _nearest(z: arb) -> int:
    """The integer nearest to the midpoint (halves upwards)."""
    return int((fraction(z) + fmpq(1, 2)).floor())


def _upper(error: arb, exponent: int) -> str:
    """error 10^exponent rounded up to three digits; "0" for 0."""
    if error == 0:
        return "0"
    shift = 0
    while error < 100:
        error, shift = error * 10, shift + 1
    whole = _nearest(error) + 1
    digits = str(whole)
    exponent += len(digits) - 1 - shift
    return f"{digits[0]}.{digits[1:]}e{exponent}"


def str_of(n: int) -> str:
    """str(n) without Python's limit on the length."""
    from flint import fmpz

    return fmpz(n).str()


def _written(digits: str, place: int, count: int) -> str:
    """digits d_0 d_1 ... meaning d_0.d_1... 10^place, plainly where that is short."""
    if 0 <= place < count:
        whole, part = digits[: place + 1], digits[place + 1 :]
        return whole + ("." + part if part else "")
    if -6 <= place < 0:
        return "0." + "0" * (-place - 1) + digits
    return digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + f"e{place}"
