"""One quantity of one (q, Lambda) to N correct digits with a proven radius (theory: sections 3 to 5, 8, 11.3, 11.6).

The precision is raised until the ball is narrow enough; where that does not happen the answer is Undecided.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import arb

from ...symbolic.errors import InputError, Undecided
from ...symbolic.reading.nearest import nearest
from .. import limits
from ..balls import Enclosed, ball, decimal, power
from ..precision import bits, from_digits
from .inverse_map import inverse_map
from .mirror import Mirror

if TYPE_CHECKING:
    from ...symbolic.setting import Setting

GUARD = 40


def evaluate(quantity: str, setting: Setting | Mirror, digits: int = 50, **points: Fraction | int) -> Enclosed:
    """`quantity` to `digits` significant digits, |value - truth| <= radius.

    Arguments: a name of QUANTITIES; a numeric setting, or its mirror; digits from 1; the points that the quantity
    takes (x, y, x0, x1 or g), exact. Errors: InputError where the quantity does not exist there; Undecided.
    """
    given = points_of(quantity, points)
    if not isinstance(setting, Mirror):
        if not setting.numeric:
            raise InputError("invariants", setting.groups, "give numbers: a quantity is evaluated at numbers")
        setting = Mirror.of(setting)
    mirror, rule = setting, QUANTITIES[quantity][1]
    return enclosed(lambda: rule(mirror, *given), digits)


def points_of(quantity: str, points: Mapping[str, Fraction | int]) -> list[Fraction]:
    """The points that `quantity` takes, in its order. Errors: InputError for one too few or too many."""
    if quantity not in QUANTITIES:
        raise InputError("quantity", quantity, f"{nearest(quantity, QUANTITIES)}give one of {', '.join(QUANTITIES)}")
    names = QUANTITIES[quantity][0]
    wanted = "it takes " + (", ".join(names) or "no point")
    for name in names:
        if name not in points:
            raise InputError("quantity", quantity, f"{wanted}, and {name} is missing")
    for name, value in points.items():
        if name not in names:
            raise InputError(name, value, f"{quantity} does not take it: {wanted}")
    return [Fraction(points[name]) for name in names]


def evaluate_limit(quantity: str, q: Fraction, x: Fraction | int, digits: int = 50) -> Enclosed:
    """The limits L -> infinity of the balanced regularizers (theory: section 8).

    regularizer: |x|^{2-q}/(2-q) for q < 2, log|x| for q = 2; coupled-regularizer: log|x|. Errors: InputError.
    """
    if quantity not in ("regularizer", "coupled-regularizer"):
        raise InputError("depth", "inf", "only the two regularizers have the limit: give an integer")

    def rule() -> arb:
        size = ball(abs(Fraction(x)))
        if quantity == "regularizer" and q < 2:
            return power(size, 2 - q) / ball(2 - q)
        return size.log() if x else arb.neg_inf()

    return enclosed(rule, digits)


def enclosed(rule: Callable[[], arb], digits: int) -> Enclosed:
    """The number that `rule` encloses at the precision in force, at a precision that gives `digits` digits."""
    start = from_digits(digits) + GUARD
    precision, limit = start, 16 * start + 200_000
    while precision <= limit:
        limits.check()
        with bits(precision):
            value = rule()
            result = decimal(value, digits)
            if result is not None:
                return result
            known = value.is_finite() and not value.contains(0)
            lost = start - value.rel_accuracy_bits() if known else precision
        precision += max(64, min(lost, precision))
    raise Undecided(f"{limit} bits of precision do not give {digits} digits")


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
        raise InputError("g", g, "it pushes x inwards: give g of the opposite sign (g < 0 pushes x upwards)")
    if mirror.m <= 1 or (x == 0 and mirror.m_zero >= 1):
        return arb.pos_inf()
    return mirror.dual_tail(mirror.u(x) if x else None) / _speed(mirror, g)


def _increment(mirror: Mirror, low: Fraction, high: Fraction) -> arb:
    """R'(high) - R'(low), as one integral where the two are so near that the difference would cancel."""
    if high < 0:
        low, high = -high, -low
    if mirror.positive and low > 0 and high < 2 * low:
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
