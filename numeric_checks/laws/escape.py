"""Escape from small starts under a constant gradient, measured: T in balls over decades of eps, exponents from its
increments.

  whole start   w = eps c:                          T = (R'(x_1) - R'(eps^L prod c))/|g|^{q-1},  Lambda = eps^q Lambda_c
  smallest      Lambda fixed, the k0 smallest = eps:  T = int_{eps^q}^{u_1} P^{1/q-1} du / (q |g|^{q-1})

T(eps/10) - T(eps) ~ const eps^{L(1-m)} in every regime (k0(1 - m_0) for the second): the exponent is minus the limit of
log10 of the quotient of neighbouring increments. It is > 0 iff T stays bounded and 0 iff T grows like log(1/eps).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from flint import arb

from ..balls import ball, power
from ..flow.integrate import integrate
from ..flow.problem import Linear, Problem
from ..potential.mirror import Mirror
from ..potential.quantities import escape_time
from ..precision import bits, from_digits
from .residuals import invariants, product

Vector = Sequence[Fraction]
FIRST = 6  # the decades measured begin at eps = 10^-FIRST


@dataclass(frozen=True)
class Law:
    """Exponents of neighbouring decades, the times at the eps measured, the last eps."""

    exponents: tuple[arb, ...]
    times: tuple[arb, ...]
    last: Fraction


def time(q: Fraction, weights: Vector, x1: Fraction, g: Fraction = Fraction(-1)) -> arb:
    """T from these weights to x_1 at constant gradient g, at the precision in force. Errors: InputError, Undecided."""
    mirror = Mirror.from_invariants(q, invariants(q, weights))
    x0 = Fraction(1)
    for w in weights:
        x0 *= w
    return escape_time(mirror, x0, x1, g)


def leading(q: Fraction, direction: Vector, x1: Fraction) -> arb:
    """The constant of the law of w = eps c, x_1 > 0, |g| = 1, by the sign of L(1-m): the limit of T, of T/log(1/eps),
    of T eps^{-L(1-m)}."""
    depth = len(direction)
    d = depth - q * (depth - 1)
    if d > 0:
        return Mirror(q, depth, ()).map(x1)
    if d == 0:
        return arb(1)
    mirror = Mirror.from_invariants(q, invariants(q, direction))
    return mirror.range() - mirror.map(product([ball(c) for c in direction]))


def time_at(mirror: Mirror, smallest: Fraction, x1: Fraction) -> arb:
    """T at |g| = 1 from u_0 = smallest^q to x_1, Lambda fixed."""
    return mirror.dual_between(power(ball(smallest), mirror.q), mirror.u(x1))


def shrinking(q: Fraction, direction: Vector, x1: Fraction, decades: int = 6, digits: int = 50) -> Law:
    """The law of w = eps c over so many decades."""
    return _law(lambda eps: time(q, [eps * c for c in direction], x1), decades, digits)


def smallest(mirror: Mirror, x1: Fraction, decades: int = 6, digits: int = 50) -> Law:
    """The law of the k0 smallest weights, Lambda fixed."""
    return _law(lambda eps: time_at(mirror, eps, x1), decades, digits)


def _law(rule: Callable[[Fraction], arb], decades: int, digits: int) -> Law:
    sizes = [Fraction(1, 10 ** (FIRST + j)) for j in range(decades + 1)]
    with bits(from_digits(digits) + 200):
        times = [rule(eps) for eps in sizes]
        steps = [later - earlier for earlier, later in pairwise(times)]
        exponents = tuple(-(b / a).log() / arb(10).log() for a, b in pairwise(steps))
    return Law(exponents, tuple(times), sizes[-1])


def reached(q: Fraction, weights: Vector, x1: Fraction, g: Fraction, digits: int) -> tuple[arb, arb]:
    """(T, x_T) with x_T = w_1...w_L from the certified trajectory of these weights, at the ball T."""
    with bits(from_digits(digits) + 60):
        moment = time(q, weights, x1, g)
        after = Fraction(int(float(moment.upper()) * 2**20) + 2, 2**20)
    run = integrate(Problem(q, (tuple(weights),), Linear((g,)), after), digits)
    with bits(run.precision):
        (row,) = run.state(moment)
        return moment, product(row)
