"""The first zero of f on (0, T], isolated in a ball: f(v) excludes 0 on the balls before it, f' excludes 0 around it.

Interval Newton with subdivision (Moore); multiple zeros of a rational polynomial by squarefree isolation in FLINT.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flint import arb, arb_poly, fmpq, fmpq_poly

from ....symbolic.errors import Undecided
from ... import limits
from ...balls import fraction
from ...precision import bits

Function = Callable[[arb], arb]

FINEST = arb(2) ** -44  # an interval shorter than this part of its end means a multiple zero, or two that are close
STEPS = 4000
SEARCH_BITS = 64  # enough to tell the signs on intervals that are not finer than FINEST


def sign(value: arb) -> int:
    """-1 or 1 where the ball excludes 0, else 0 (which says nothing)."""
    return 1 if value > 0 else -1 if value < 0 else 0


def first_zero(f: Function, df: Function, end: arb, side: int, near: Function | None = None) -> arb | None:
    """The first of `zeros`, or None."""
    return next(zeros(f, df, end, side, near), None)


def above(v: arb | fmpq) -> arb:
    """An exact number slightly above v >= 0: where a search that must not miss v itself ends."""
    with bits(SEARCH_BITS):
        return (arb(v).upper() * (1 + arb(2) ** -30)).upper()


def zeros(f: Function, df: Function, end: arb | fmpq, side: int, near: Function | None = None) -> Iterator[arb]:
    """The zeros of f on (0, end] one after the other, all simple.

    Arguments: f and its derivative df on balls; `side` is the sign of f just after 0; where f(0) = 0 (and
    df(0) = 0), `near` has the sign of f' (of f'') and is what shows that f has no zero next to 0. The last zero may lie
    slightly past `end`. The ends of all intervals are exact dyadic numbers of any size, never doubles.
    Errors: Undecided where a zero cannot be isolated.
    """
    with bits(SEARCH_BITS):
        left, todo = arb(0), [arb(end).upper()]
    while todo:
        with bits(SEARCH_BITS):
            left, bracket = _isolate(f, df, left, todo, side, near)
        if bracket is not None:
            yield refine(f, df, bracket)
            side, near = -side, None


def _isolate(
    f: Function, df: Function, left: arb, todo: list[arb], side: int, near: Function | None
) -> tuple[arb, arb | None]:
    """Works through `todo`, the ends of the intervals that follow `left`, up to one that holds a single zero."""
    for _ in range(STEPS):
        limits.check()
        if not todo:
            return left, None
        right = todo[-1]
        if not right - left > FINEST * right:
            break
        middle = ((left + right) / 2).mid()
        ball = left.union(right)
        if near is not None and left == 0:
            if sign(near(ball)) == side:
                left = todo.pop()
            else:
                todo.append(middle)
            continue
        value = f(ball)
        if not value.contains(0):
            if sign(value) != side:
                raise Undecided(f"the sign next to {left.str(6, radius=False)} contradicts the one expected")
            left = todo.pop()
            continue
        slope = df(ball)
        if slope.contains(0):
            if sign(f(middle) + slope * (ball - middle)) == side:
                left = todo.pop()
            else:
                todo.append(middle)
            continue
        last = sign(f(right))
        if last == side:
            left = todo.pop()
        elif last == -side:
            return todo.pop(), ball
        else:
            todo[-1] = (right + (right - left) / 8).mid()
    raise Undecided(f"a zero near {left.str(6, radius=False)} is multiple, or two zeros are too close")


def refine(f: Function, df: Function, ball: arb) -> arb:
    """The zero of f in `ball`, where f' excludes 0 and f changes sign, as narrow as the precision allows."""
    for _ in range(200):
        middle = ball.mid()
        value = f(middle)
        newton = (middle - value / df(ball)).intersection(ball)
        if value.contains(0):
            return newton
        if newton.rad() > 0.6 * ball.rad():
            return newton
        ball = newton
    return ball


def first_zero_of(p: arb_poly, end: arb, side: int) -> arb | None:
    """`first_zero` of a polynomial with p(0) != 0."""
    return first_zero(p, p.derivative(), end, side)


def exact_zeros(p: fmpq_poly) -> list[tuple[arb, int]]:
    """Every positive zero of a rational polynomial with its multiplicity, increasing; isolated, hence distinct
    balls."""
    if p.degree() < 1:
        return []
    found = [(z.real, m) for z, m in p.numer().complex_roots() if z.imag == 0 and z.real > 0]
    return sorted(found, key=lambda pair: moment(pair[0]))


def share_zero(p: fmpq_poly, r: fmpq_poly, ball: arb) -> bool:
    """Whether two rational polynomials have a common zero inside `ball`."""
    common = p.gcd(r)
    return any(ball.contains(z) for z, _ in exact_zeros(common))


def order(a: arb | fmpq, b: arb | fmpq) -> int:
    """-1, 0 or 1 as a is before, at or after b. Errors: Undecided."""
    if isinstance(a, fmpq) and isinstance(b, fmpq):
        return (a > b) - (a < b)
    if found := sign(arb(a) - b):
        return found
    raise Undecided("the order of two times")


def moment(v: arb | fmpq) -> fmpq:
    """What a list of times is sorted by: exact, so that a time surely before another comes first, at any size."""
    return v if isinstance(v, fmpq) else fraction(v)


def exactly(time: arb | fmpq) -> fmpq | None:
    """The time where it is a fraction."""
    return time if isinstance(time, fmpq) else None


def before(a: arb | fmpq, b: arb | fmpq) -> bool:
    """Whether a < b for sure."""
    return bool(a < b) if isinstance(a, fmpq) and isinstance(b, fmpq) else bool(arb(a) < arb(b))


def rational_zero(p: fmpq_poly, ball: arb) -> fmpq | None:
    """The zero of p in `ball` where it is a fraction that p confirms."""
    for factor, _ in p.numer().factor()[1] if p.degree() <= 12 else ():
        if factor.degree() == 1:
            zero = fmpq(-int(factor[0]), int(factor[1]))
            if abs(fraction(ball) - zero) <= fraction(ball.rad()):  # exactly: `contains` would round the fraction first
                return zero
    return None
