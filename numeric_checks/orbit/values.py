"""One quantity of any reparameterization to N correct digits: the product case in other units, else along the certified
orbit.

R'(0) = 0 where x = 0 is known to lie inside the domain (a sum of powers and exponentials, or a monomial with m_0 < 1),
else R'(x_0) = 0 at the start; a monomial with m_0 >= 1 is normalised as the product is. R(0) = 0, respectively R(x_0) =
0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

import sympy as sp
from flint import arb, ctx

from ...symbolic.errors import InputError, Undecided
from ...symbolic.orbit.conditions import domain, said
from ...symbolic.orbit.monomial import Monomial, monomial
from ...symbolic.orbit.reparameterization import Reparameterization
from ...symbolic.orbit.sum_orbit import NEVER, SumOrbit, below, sum_orbit
from ..balls import Enclosed, ball, power
from ..flow.smooth.arithmetic import OutsideDomain
from ..potential import quantities
from ..potential.mirror import Mirror
from ..sympy_ball import enclose
from . import path as along
from .explicit import Explicit
from .reparameterization import differentiable

QUANTITIES = (
    *("metric", "mirror-map", "potential", "conjugate", "regularizer", "inverse-mirror-map", "range"),
    *("escape-time", "blow-up-time"),
)
POWERS = {
    "metric": (-1, 0),
    "mirror-map": (-1, 1),
    "range": (-1, 1),
    "potential": (-1, 2),
    "conjugate": (-1, 2),
}  # K^{a + b/q}


def evaluate(h: Reparameterization, quantity: str, digits: int, points: Mapping[str, Fraction]) -> tuple[Enclosed, str]:
    """The number, and the normalisation of R' in words. Errors: InputError, Undecided."""
    form = monomial(h)
    if form is not None and form.product and form.setting.numeric:
        return quantities.evaluate(quantity, form.setting, digits, **points), "that of the product"
    given = quantities.points_of(quantity, points)
    if form is not None and form.product and quantity in quantities.QUANTITIES and quantity != "inverse-mirror-map":
        rule = quantities.QUANTITIES[quantity][1]
        return quantities.enclosed(lambda: rule(mirror(form), *given), digits), "that of the product"
    if quantity not in QUANTITIES:
        raise InputError("quantity", quantity, "for this reparameterization give one of " + ", ".join(QUANTITIES))
    if quantity == "regularizer":
        if h.degree is None:
            raise InputError("quantity", quantity, "h is not homogeneous: decay has no regularizer d R*(R'(x))")
        scale = Fraction(int(h.degree.p), int(h.degree.q))
        rule = _rule(h, form, "conjugate", given)
        return quantities.enclosed(lambda: ball(scale) * rule(), digits), _normalised(h, form)
    return quantities.enclosed(_rule(h, form, quantity, given), digits), _normalised(h, form)


def mirror(form: Monomial) -> Mirror:
    """The potential of P with its invariants as balls of the precision in force. Errors: Undecided for fractional
    exponents."""
    if not all(n.is_Integer for _, n in form.setting.groups):
        raise Undecided("fractional exponents in a monomial")
    groups = tuple((_ball(v), int(n)) for v, n in form.setting.positive)
    q = Fraction(int(form.setting.q.p), int(form.setting.q.q))
    return Mirror(q, int(form.setting.zeros), groups)


def _ball(value: sp.Expr) -> arb:
    if value in (sp.oo, -sp.oo):
        return arb.pos_inf() if value == sp.oo else arb.neg_inf()
    found = enclose(sp.sympify(value), {}, ctx.prec + 20)
    if found is None:
        raise Undecided(f"the number {value}")
    return found


def _normalised(h: Reparameterization, form: Monomial | None) -> str:
    if form is not None and all(n.is_Integer for n in form.exponents):
        return "R'(0) = 0" if form.setting.m_zero < 1 else "that of the product"
    orbit = sum_orbit(h)
    return "R'(0) = 0" if orbit is not None and orbit.has_zero else "R'(x_0) = 0"


def _rule(h: Reparameterization, form: Monomial | None, quantity: str, given: list[Fraction]) -> Callable[[], arb]:
    if form is not None and all(n.is_Integer for n in form.exponents):
        return lambda: _of_monomial(h, form, quantity, given)
    orbit = sum_orbit(h)

    def rule() -> arb:
        try:
            return _along(h, orbit, quantity, given)
        except OutsideDomain as error:
            raise Undecided(f"the orbit is not followed there: {error}") from None

    return rule


def _of_monomial(h: Reparameterization, form: Monomial, quantity: str, given: list[Fraction]) -> arb:
    potential, q, K = mirror(form), Fraction(int(h.q.p), int(h.q.q)), _ball(form.K)
    unit = power(K, -1 / q)
    for x in given[: 2 if quantity == "escape-time" else 1] if quantity not in ("inverse-mirror-map", "range") else ():
        if not form.two_sided and x * form.side < 0:
            raise InputError("x", x, f"h has the sign of {form.side} everywhere")
    if quantity == "inverse-mirror-map":
        x0 = _ball(h.x0)
        start = power(K, 1 / q - 1) * potential.map(unit * x0)
        return along.inverse_map(along.Orbit(differentiable(h), ctx.prec), given[0], -start)
    if quantity == "escape-time":
        x0, x1, g = given
        if g == 0 or (x1 > x0) != (g < 0) or (potential.m_zero >= 1 and x0 * x1 <= 0):
            raise InputError("g", g, f"it does not push x from {x0} to {x1}: g < 0 pushes x upwards, g > 0 downwards")
        way = abs(potential.map(unit * ball(x1)) - potential.map(unit * ball(x0)))
        return power(K, 1 / q - 1) * way / power(ball(abs(g)), q - 1)
    if quantity == "blow-up-time":
        x, g = given
        if g == 0 or g * x > 0:
            raise InputError("g", g, "it does not push x outwards: give g of the sign opposite to x")
        if potential.m <= 1 or (x == 0 and potential.m_zero >= 1):
            return arb.pos_inf()
        way = potential.dual_tail(potential.u(unit * ball(x)) if x else None)
        return power(K, 1 / q - 1) * way / power(ball(abs(g)), q - 1)
    rule = quantities.QUANTITIES[quantity][1]
    a, b = POWERS[quantity]
    return power(K, a + b / q) * rule(potential, *(unit * ball(x) if x else 0 for x in given))


def _along(h: Reparameterization, ends: SumOrbit | None, quantity: str, given: list[Fraction]) -> arb:
    orbit: along.Orbit | Explicit = along.Orbit(differentiable(h), ctx.prec) if ends is None else Explicit(ends)
    q = Fraction(int(h.q.p), int(h.q.q))
    base = orbit.clock(Fraction(0)) if ends is not None and ends.has_zero else arb(0)
    if ends is not None:
        _inside(ends, quantity, given, base)
    match quantity, given:
        case "metric", [x]:
            return along.metric(orbit, x)
        case "mirror-map", [x]:
            return along.mirror_map(orbit, x, base)
        case "potential", [x]:
            return along.potential(orbit, x, base)
        case "conjugate", [x]:
            return along.conjugate(orbit, x, base)
        case "inverse-mirror-map", [y] if y == 0:  # exactly 0, which no ball would show
            return arb(0) if ends is not None and ends.has_zero else _ball(h.x0)
        case "inverse-mirror-map", [y]:
            return along.inverse_map(orbit, y, base)
        case "escape-time", [x0, x1, g]:
            return along.escape_time(orbit, q, x0, x1, g)
    if ends is None:
        raise Undecided("the ends of the orbit are known for monomials and sums of powers and exponentials")
    if quantity == "range":
        return _ball(ends.high.clock) - base
    x, g = given
    if g == 0:
        raise InputError("g", g, "with g = 0 nothing moves")
    end = ends.high if g < 0 else ends.low
    if end.kind == NEVER:
        return arb.pos_inf()
    if end.x not in (sp.oo, -sp.oo):
        raise InputError("g", g, f"x does not blow up there: {said(ends, end)}")
    return abs(_ball(end.clock) - orbit.clock(x)) / power(ball(abs(g)), q - 1)


def _inside(ends: SumOrbit, quantity: str, given: list[Fraction], base: arb) -> None:
    """Refuses an x outside the domain, a y outside the range, with what ends the orbit."""
    if quantity == "inverse-mirror-map":
        y = ball(given[0]) + base
        for end, beyond in ((ends.low, y <= _ball(ends.low.clock)), (ends.high, y >= _ball(ends.high.clock))):
            if beyond:
                raise InputError("y", given[0], f"outside the range of R': {said(ends, end)}")
        return
    for x in [] if quantity == "range" else given[: 2 if quantity == "escape-time" else 1]:
        value = sp.Rational(x.numerator, x.denominator)
        for end, out in ((ends.low, not below(ends.low.x, value)), (ends.high, not below(value, ends.high.x))):
            if out:
                raise InputError("x", x, f"outside the domain {domain(ends)}: {said(ends, end)}")
