"""The first event of a piece of the sign flow: g_k = 0, w_i = 0, |s_k| = 1 of a sliding coordinate, or the piece's
horizon.

Between events everything is a polynomial of the clock where alpha is constant and g affine, else a function with a
derivative. Coincidences are decided exactly: by proportional g, or by a common zero of rational polynomials.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from flint import arb, arb_poly, fmpq, fmpq_poly

from ....symbolic.errors import Undecided
from ...numbers import Number
from .decay_clock import Constant
from .logistic import UNKNOWN
from .piece import Motion, Piece
from .roots import Function, above, before, exact_zeros, first_zero, first_zero_of, rational_zero, share_zero

T = TypeVar("T")


@dataclass(frozen=True)
class Candidate:
    """`what` happens at the clock time v; `polynomial` is rational and vanishes there, where there is one."""

    what: str
    v: Number
    coordinate: int | None = None
    polynomial: fmpq_poly | None = None


class Search:
    """Collects candidates, and shortens the interval to search as they come in."""

    def __init__(self, piece: Piece, horizon: Candidate, same_size: Callable[[int | None, int | None], bool]):
        self.piece, self.same_size = piece, same_size
        self.found = [horizon]
        self.touches: list[Candidate] = []
        self.end = above(horizon.v)

    def add(self, what: str, v: Number, coordinate: int, polynomial: fmpq_poly | None = None) -> None:
        if before(self.end, v):
            return
        self.found.append(Candidate(what, v, coordinate, polynomial))
        end = above(v)
        self.end = end if end < self.end else self.end

    def polynomial(self, what: str, k: int, p: arb_poly, order: int, side: int, *, exact: bool = False) -> None:
        """The first zero of p after the piece begins, where p has a zero of this order and then the sign `side`.

        `exact`: p encloses g_k on an exact piece.
        """
        offset = self.piece.offset
        near = p if offset == 0 or not order else p(arb_poly([offset, 1]))  # in the time since the piece began
        if order:
            near = arb_poly([near[n] for n in range(order, p.degree() + 1)])
        if not side * near[0] > 0:
            raise Undecided("a sign at the start of a piece")
        if side * near(arb(0).union(self.end)) > 0:
            return
        known = fmpq_poly(self.piece.exact_gradient(k)[order:]) if exact else None
        try:
            zero: Number | None = first_zero_of(near, self.end, side)
        except Undecided:
            if known is None:
                raise
            zero = self._exact_zero(k, known)
        if zero is None:
            return
        if known is not None:
            zero = rational_zero(known, zero) or zero
        elif order and offset != 0:
            zero = _again(p, zero + offset)
        self.add(what, zero, k, known)

    def _exact_zero(self, k: int, p: fmpq_poly) -> arb | None:
        """The first zero at which the sign changes; the ones before it, where g_k only touches 0, are noted."""
        for zero, multiplicity in exact_zeros(p):
            if multiplicity % 2:
                return zero
            self.touches.append(Candidate("touch", rational_zero(p, zero) or zero, k, p))
        return None

    def function(self, what: str, k: int, f: Function, df: Function, side: int, near: Function | None = None) -> None:
        """The first zero of a function given with its derivative."""
        zero = first_zero(f, df, self.end, side, near)
        if zero is not None:
            self.add(what, zero, k)

    def first(self) -> list[Candidate]:
        """The candidates that come first, all at one time: exact where times are fractions, else by disjoint balls."""
        early = [c for c in self.found if not arb(c.v) > self.end]
        together = [c for c in early if not any(before(other.v, c.v) for other in early)]
        if not all(before(self.piece.offset, c.v) for c in together):
            raise Undecided("the order of two events")
        best = together[0]
        for other in together[1:]:
            if not self._coincide(best, other):
                raise Undecided(f"the order of two events: {best.what} and {other.what}")
        return together + [t for t in self.touches if self._touches(t, best, together)]

    def _touches(self, touch: Candidate, best: Candidate, together: list[Candidate]) -> bool:
        """Whether g_k touches 0 just when w_i of the same coordinate reaches 0: the trajectory ends there."""
        if _apart(touch.v, best.v):
            return False
        same = any(c.what == "weight-zero" and c.coordinate == touch.coordinate for c in together)
        if same and self._coincide(best, touch):
            return True
        raise Undecided("an event while another gradient component touches 0")

    def _coincide(self, a: Candidate, b: Candidate) -> bool:
        if isinstance(a.v, fmpq) and isinstance(b.v, fmpq):
            return bool(a.v == b.v)
        k, j, alike = a.coordinate, b.coordinate, self.piece.gradient.alike
        if a.what == b.what == "gradient-zero" and k is not None and j is not None and alike(self.piece.sliding, k, j):
            return True
        horizon = self.found[0]
        if all(c is horizon or c.what == "weight-zero" for c in (a, b)) and self.same_size(k, j):
            return True
        if a.polynomial is None or b.polynomial is None:
            return False
        return share_zero(a.polynomial, b.polynomial, arb(a.v).union(arb(b.v)))


def next_event(
    piece: Piece, horizon: Candidate, same_size: Callable[[int | None, int | None], bool]
) -> list[Candidate]:
    """What comes first, all at one time: "weight-zero", "gradient-zero", "release", "vanish" (x_k = 0 while sliding)
    or the horizon itself. `same_size` says whether the smallest weights of two coordinates are equal in size, exactly
    (None instead of a coordinate: the time that remains to the horizon).
    Errors: Undecided.
    """
    search = Search(piece, horizon, same_size)
    _weights(search)
    if piece.polynomial:
        g = piece.gradients()
        seen = [k for k in piece.moving if piece.s[k] and not (piece.gradient.alone(k) or piece.gradient.side(k))]
        for k in sorted(seen, key=lambda k: _soon(g[k], piece.order[k])):  # the first shortens the search
            search.polynomial("gradient-zero", k, g[k], piece.order[k], piece.s[k] or 0, exact=piece.exact)
    else:
        _functions(search)
    if piece.sliding:
        _sliding(search)
    return search.first()


def _soon(p: arb_poly, order: int) -> arb:
    """Where the tangent at 0 vanishes, roughly: a guess."""
    wait = arb.pos_inf() if order or p[1].contains(0) else (-p[0].mid() / p[1].mid()).mid()
    return wait if wait > 0 else arb.pos_inf()


def _again(p: arb_poly, ball: arb) -> arb:
    """The zero of p that `ball` holds, without what the ball took from the time at which the piece began."""
    slope = p.derivative()(ball)
    if slope.contains(0):
        return ball
    newton = ball.mid() - p(ball.mid()) / slope
    if not newton.overlaps(ball):
        raise Undecided("a zero that is found twice at different times")
    return ball.intersection(newton)


def _weights(search: Search) -> None:
    """The smallest weight of a moving coordinate is first, and its size obeys |w|' = -side s - alpha |w|."""
    piece = search.piece
    for k in piece.moving:
        weights, s = piece.weights[k], piece.s[k]
        if not s or weights.side * s < 0:
            continue
        i = weights.smallest[0]
        size = weights.e[i] * (weights.c[i] * piece.P + weights.d[i] * piece.y[k])
        if not size > 0:
            raise Undecided("the sign of a weight")
        if isinstance(piece.clock, Constant):
            slope = -1 - piece.clock.alpha * size
            polynomial = fmpq_poly([size, slope]) if isinstance(size, fmpq) else None
            search.add("weight-zero", -size / slope, k, polynomial)
        else:
            f, df = _size(piece, size)
            search.function("weight-zero", k, f, df, 1)


def _size(piece: Piece, start: Number) -> tuple[Function, Function]:
    """|w| that shrinks from `start` at speed 1 + alpha |w|, and its derivative."""
    clock = piece.clock

    def size(v: arb) -> arb:
        return start * clock.E(v) - clock.B(v)

    return size, lambda v: -1 - clock.rate(v) * size(v)


def _functions(search: Search) -> None:
    piece = search.piece

    @_remembering
    def derivatives(v: arb) -> list[list[arb]]:
        """g, dg/dt, d2g/dt2."""
        at = piece.place(v)
        return piece.gradient.derivatives(at.x, at.first, at.second)

    def along(order: int, k: int) -> Function:
        """g_k, dg_k/dv or d2g_k/dt2."""
        if order == 1:
            return lambda v: derivatives(v)[1][k] / piece.clock.slope(v)
        return lambda v: derivatives(v)[order][k]

    for k in piece.moving:
        if (s := piece.s[k]) and not (piece.gradient.alone(k) or piece.gradient.side(k)):
            near = along(piece.order[k], k) if piece.order[k] else None
            search.function("gradient-zero", k, along(0, k), along(1, k), s, near)


def _sliding(search: Search) -> None:
    piece = search.piece
    place = None if piece.polynomial else _remembering(piece.place)
    for k in piece.sliding:
        side = piece.weights[k].side
        if place is None:
            search.polynomial("vanish", k, piece.position(k), 0, side)
        else:
            if not side * place(arb(0)).x[k] > 0:
                raise Undecided("the sign of a weight that slides")
            search.function("vanish", k, *_product(piece, place, k), side)
        search.function("release", k, *_room(piece, place, k), 1)


def _product(piece: Piece, place: Callable[[arb], Motion], k: int) -> tuple[Function, Function]:
    """x_k and dx_k/dv."""
    return lambda v: arb(place(v).x[k]), lambda v: arb(place(v).first[k]) / piece.clock.slope(v)


def _room(piece: Piece, place: Callable[[arb], Motion] | None, k: int) -> tuple[Function, Function]:
    """1 - s_k^2 and its derivative in v."""

    @_remembering
    def slope_of(v: arb) -> tuple[arb, arb]:
        return piece.slope(k, v, None if place is None else place(v))

    def room(v: arb) -> arb:
        s = slope_of(v)[0]
        return 1 - s * s if s.is_finite() else UNKNOWN

    def slope(v: arb) -> arb:
        s, ds = slope_of(v)
        return -2 * s * ds / piece.clock.slope(v) if ds.is_finite() else UNKNOWN

    return room, slope


def _remembering(f: Callable[[arb], T]) -> Callable[[arb], T]:
    """f with its values kept: several coordinates search the same intervals."""
    kept: dict[str, T] = {}

    def remembering(v: arb) -> T:
        key = v.repr()
        if key not in kept:
            kept[key] = f(v)
        return kept[key]

    return remembering


def _apart(a: Number, b: Number) -> bool:
    return before(a, b) or before(b, a)
