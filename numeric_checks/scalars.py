"""One quantity of one (q, Lambda) to N correct digits with a proven radius (theory: sections 3 to 5, 8, 11.3, 11.6).

The precision is raised until the ball is narrow enough; where that does not happen the answer is Undecided.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from flint import arb

from symbolic.errors import InputError, Undecided
from symbolic.setting import Setting

from .balls import Enclosed, ball, decimal, power
from .inverse_map import inverse_map
from .mirror import Mirror
from .precision import bits, from_digits

GUARD = 40


def evaluate(quantity: str, setting: Setting, digits: int = 50, **points: Fraction | int) -> Enclosed:
    """`quantity` to `digits` significant digits, |value - truth| <= radius.

    Arguments: a name of QUANTITIES; a numeric setting; digits from 1; the points that the quantity takes (x, y, x0, x1
    or g), exact. Errors: InputError where the quantity does not exist there; Undecided.
    """
    if quantity not in QUANTITIES:
        raise InputError("quantity", quantity, "one of " + ", ".join(QUANTITIES))
    names, rule = QUANTITIES[quantity]
    for name in names:
        if points.get(name) is None:
            raise InputError(name, "missing", f"{quantity} needs " + ", ".join(names))
    for name, value in points.items():
        if value is not None and name not in names:
            raise InputError(name, value, f"{quantity} takes " + (", ".join(names) or "no point"))
    if not setting.numeric:
        raise InputError("invariants", setting.groups, "give numbers: a quantity is evaluated at numbers")
    mirror = Mirror.of(setting)
    given = [Fraction(points[name]) for name in names]
    start = from_digits(digits) + GUARD
    precision, limit = start, 16 * start + 200_000
    while precision <= limit:
        with bits(precision):
            value = rule(mirror, *given)
            result = decimal(value, digits)
            if result is not None:
                return result
            lost = start - value.rel_accuracy_bits() if value.is_finite() and not value.contains(0) else precision
        precision += max(64, min(lost, precision))
    raise Undecided(f"{quantity}: {limit} bits do not give {digits} digits")


def escape_time(mirror: Mirror, x0: Fraction, x1: Fraction, g: Fraction) -> arb:
    """T = (R'(x_1) - R'(x_0)) / -<g>^{q-1} under a constant gradient g (theory: section 11.3)."""
    if x0 == x1:
        return arb(0)
    if g == 0:
        raise InputError("g", g, "with g = 0 nothing moves: give g < 0 to push x upwards, g > 0 downwards")
    if (x1 > x0) != (g < 0):
        raise InputError("g", g, f"it pushes x away from x1 = {x1}: g < 0 pushes x upwards, g > 0 downwards")
    if mirror.m_zero >= 1:
        if x0 * x1 < 0:
            raise InputError("x1", x1, "x keeps its sign here (m_0 >= 1): x0 and x1 need the same sign")
        if x0 * x1 == 0:
            return arb.pos_inf()
    return _increment(mirror, min(x0, x1), max(x0, x1)) / _speed(mirror, g)


def blow_up_time(mirror: Mirror, x: Fraction, g: Fraction) -> arb:
    """T = (Y - R'(|x|)) / |g|^{q-1} for g pushing outwards; inf where m <= 1 (theory: sections 5 and 11.6)."""
    if g == 0:
        raise InputError("g", g, "with g = 0 nothing moves: give g of the sign opposite to x")
    if g * x > 0:
        raise InputError("g", g, "it pushes x inwards: give g of the sign opposite to x (g < 0 pushes x upwards)")
    if mirror.m <= 1 or (x == 0 and mirror.m_zero >= 1):
        return arb.pos_inf()
    return mirror.dual_tail(mirror.u(x) if x else None) / _speed(mirror, g)


def _increment(mirror: Mirror, low: Fraction, high: Fraction) -> arb:
    """R'(high) - R'(low), as one integral where the two are so near that the difference would cancel."""
    if high < 0:
        low, high = -high, -low
    if mirror.positive and 0 < low and high < 2 * low:
        return mirror.dual_between(mirror.u(low), mirror.u(high))
    return mirror.map(high) - mirror.map(low)


def _speed(mirror: Mirror, g: Fraction) -> arb:
    """|g|^{q-1}."""
    return power(ball(abs(g)), mirror.q - 1)


Rule = Callable[..., arb]

QUANTITIES: dict[str, tuple[tuple[str, ...], Rule]] = {
    "metric": (("x",), Mirror.metric),
    "mirror-map": (("x",), Mirror.map),
    "potential": (("x",), Mirror.potential),
    "conjugate": (("x",), Mirror.conjugate),
    "regularizer": (("x",), Mirror.regularizer),
    "coupled-regularizer": (("x",), Mirror.coupled_regularizer),
    "inverse-mirror-map": (("y",), inverse_map),
    "range": ((), Mirror.range),
    "coercivity": ((), Mirror.coercivity),
    "escape-time": (("x0", "x1", "g"), escape_time),
    "blow-up-time": (("x", "g"), blow_up_time),
}
