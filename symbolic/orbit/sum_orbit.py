"""h = sum_i h_i(w_i): each weight runs on its own, and the orbit is explicit (theory: section 11.8).

  x(y) = x_0 + sum_i a_i (e_i(y)^{n_i} - 1)/n_i,   e_i as in `one_weight`,   R'(x(y)) = y,   R*(y) = int x dy.

The orbit ends at the first critical clock in each direction, where some d_i h reaches 0 (or h stops being smooth), or
where x or a weight reaches infinity. u^2 - v^2 at q = 2: R' = asinh(x/(2 u_0 v_0))/4, the hypentropy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import sympy as sp

from ..symbols import y
from .one_weight import OneWeight, one_weight
from .reparameterization import Reparameterization
from .signs import sign

ZERO, EDGE, BLOW_UP, NEVER = "zero", "edge", "blow-up", "never"
MOST_POWER = 12  # of a sum that is multiplied out


@dataclass(frozen=True)
class End:
    """Where the orbit ends in one direction: the clock y and x there (maybe infinite), which weights end it, and how.

    kind: "zero", d_i h reaches 0 (`critical`: all of them do); "edge", h is not smooth there; "blow-up", a weight
    reaches
    infinity; "never", y runs to infinity.
    """

    kind: str
    clock: sp.Expr
    x: sp.Expr
    weights: tuple[sp.Symbol, ...]
    critical: bool = False


@dataclass(frozen=True)
class SumOrbit:
    """The weights one by one, x(y), and both ends (y downwards, y upwards)."""

    h: Reparameterization
    parts: tuple[OneWeight, ...]
    x_of_y: sp.Expr
    low: End
    high: End

    @property
    def ends(self) -> tuple[End, End]:
        """Both ends."""
        return self.low, self.high

    @property
    def conjugate(self) -> sp.Expr:
        """int_0^y x dy."""
        return _plain(self.h.x0 * y + sum((part.integral for part in self.parts), sp.Integer(0)))

    @cached_property
    def has_zero(self) -> bool:
        """Whether x = 0 lies inside the domain, so that R'(0) = 0 is the normalisation (else R'(x_0) = 0)."""
        return below(self.low.x, sp.Integer(0)) and below(sp.Integer(0), self.high.x)


@lru_cache(maxsize=64)
def sum_orbit(h: Reparameterization) -> SumOrbit | None:
    """The orbit, or None where h is no sum of powers and exponentials of single weights. Checked: dx/dy = sum |d_i
    h|^q."""
    found = own_clocks(h)
    if any(part is None for part in found):
        return None
    parts = tuple(part for part in found if part is not None)
    if not all(part.agrees(h.q) for part in parts):
        raise ArithmeticError("dx/dy = sum |d_i h|^q failed its check")
    x_of_y = _plain(h.x0 + sum((part.part for part in parts), sp.Integer(0)))
    return SumOrbit(h, parts, x_of_y, _end(h, parts, -1), _end(h, parts, 1))


def _plain(total: sp.Expr) -> sp.Expr:
    """The constant parts together; a polynomial in y expanded."""
    if total.is_polynomial(y):
        return tidy(total)
    return sp.Add(*(sp.expand_mul(part, deep=False) for part in sp.Add.make_args(total)))


def tidy(e: sp.Expr) -> sp.Expr:
    """e multiplied out, unless a sum stands in a power that would give many terms."""
    steep = any(p.exp.is_Rational and p.exp > MOST_POWER and p.base.is_Add for p in e.atoms(sp.Pow))
    return e if steep else sp.expand(e)


def own_clocks(h: Reparameterization) -> list[OneWeight | None]:
    """For each weight whose d_i h depends on it alone: its motion, None for the others."""
    kinks = h.h.atoms(sp.Abs) | {p for p in h.h.atoms(sp.Pow) if not p.exp.is_Integer and p.base.free_symbols}
    return [
        one_weight(slope, z, h.at_start[z], h.q, not any(part.has(w) for part in kinks))
        if slope.free_symbols <= {z} and all(part.args[0] in (w, -w, sp.Abs(w)) for part in kinks if part.has(w))
        else None
        for w, z, slope in zip(h.weights, h.sizes, h.slopes, strict=True)
    ]


def below(a: sp.Expr, b: sp.Expr) -> bool:
    """a < b for exact constants or infinities. Equal ones are told by the exact zero test."""
    if a == b or a == sp.oo or b == -sp.oo:
        return False
    if a == -sp.oo or b == sp.oo:
        return True
    return sign(b - a) > 0


def _end(h: Reparameterization, parts: tuple[OneWeight, ...], side: int) -> End:
    first: sp.Expr = side * sp.oo
    for part in parts:
        c = part.critical
        if c is not None and below(sp.Integer(0), side * c) and below(side * c, side * first):
            first = c
    if first in (sp.oo, -sp.oo):
        limit = h.x0 + sum((part.limit(side) for part in parts), sp.Integer(0))
        return End(NEVER, first, limit, ())
    here = tuple(p for p in parts if p.critical is not None and sign(p.critical - first) == 0)
    x, grows = h.x0, any(p.rho > 1 for p in here)
    for part in parts:
        if part not in here:
            x += part.part_at(first)
        elif part.n == 0 or (part.n > 0) == (part.rho > 1):
            x = side * sp.oo
        else:
            x += -part.a / part.n
    kind = BLOW_UP if grows else ZERO if any((p.order or 0) > 0 for p in here) else EDGE
    critical = kind == ZERO and len(here) == len(parts)
    return End(kind, first, tidy(x), tuple(p.z for p in here), critical)
