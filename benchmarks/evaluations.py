"""Fuzz of `evaluate`: every quantity at random points against mpmath at twice the digits, by formulas written afresh.

  product            R' = (1/q) int_0^u P^{1/q-1} = (u/q) int_0^infinity e^{-t} P(u e^{-t})^{1/q-1} dt, and its kin
  reparameterization h = a u^D - b v^E: each weight by its own power law, the clock y checked by x(y -+ radius)

`outside` counts values beyond their radius (widened by the error that the reference admits): it must be 0.
Invariants, starts and points are rationals of 40 digits, their sizes spread over many powers of ten.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction as F

import mpmath as mp

from steepest_mirror.numeric_checks.balls import Enclosed
from steepest_mirror.numeric_checks.orbit.values import evaluate as along
from steepest_mirror.numeric_checks.potential.quantities import evaluate
from steepest_mirror.symbolic.errors import InputError, Undecided
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization
from steepest_mirror.symbolic.setting import setting

SEED, COUNT, DIGITS, PLACES = 20260330, 10_000, 15, 36
REFERENCE = mp.mpf(10) ** -22  # what the quadrature of the reference is trusted to, relative
STEEPNESS = (F(1), F(101, 100), F(6, 5), F(4, 3), F(3, 2), F(5, 3), F(19, 10), F(1999, 1000), F(2))
OF_ORBITS = (F(2), F(3, 2), F(4, 3), F(10001, 10000), F(1), F(19, 10))
OF_PRODUCT = ("metric", "mirror-map", "potential", "conjugate", "regularizer", "coupled-regularizer")
OTHERS = ("inverse-mirror-map", "range", "coercivity", "escape-time", "blow-up-time")


@dataclass
class Row:
    """Counts by quantity."""

    compared: Counter[str] = field(default_factory=Counter)
    outside: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    weak: int = 0
    slowest: float = 0.0


def real(v: F) -> mp.mpf:
    return mp.mpf(v.numerator) / v.denominator


def long_rational(draw: random.Random, size: int) -> F:
    """A positive rational of 40 digits, between 10^-size and 10^size."""
    return F(draw.randrange(10**39, 10**40), 10**40) * F(10) ** draw.randint(-size, size)


class Reference:
    """One product setting: q and Lambda."""

    def __init__(self, q: F, invariants: list[F]):
        self.q, self.L = real(q), len(invariants)
        least = min(invariants)
        self.Lambda = [real(v - least) for v in invariants]
        self.zeros = sum(v == 0 for v in self.Lambda)
        self.error = mp.mpf(0)

    def P(self, v: mp.mpf) -> mp.mpf:
        return mp.fprod(v + a for a in self.Lambda)

    def slope(self, v: mp.mpf) -> mp.mpf:
        return mp.fsum(mp.fprod(v + a for j, a in enumerate(self.Lambda) if j != i) for i in range(len(self.Lambda)))

    def u(self, x: mp.mpf) -> mp.mpf:
        """P(u) = |x|^q, by Newton steps from above, where the convex P brings them down."""
        goal = abs(x) ** self.q
        v = goal ** (mp.mpf(1) / self.L)
        for _ in range(400):
            step = (self.P(v) - goal) / self.slope(v)
            v -= step
            if abs(step) < v * mp.mpf(10) ** (3 - mp.mp.dps):
                return v
        raise ArithmeticError("no u")

    def below(self, u: mp.mpf, power: mp.mpf) -> mp.mpf:
        """int_0^u P^power dv."""
        places = sorted({mp.mpf(0), *(mp.log(u / a) for a in self.Lambda if 0 < a < u)})
        rate = 1 + self.zeros * power
        places += [places[-1] + 8 / rate, mp.inf]
        return u * self._quad(lambda t: mp.exp(-t) * self.P(u * mp.exp(-t)) ** power, places)

    def beyond(self, u: mp.mpf, power: mp.mpf) -> mp.mpf:
        """int_u^infinity P^power dv."""
        places = sorted({mp.mpf(0), *(mp.log(a / u) for a in self.Lambda if a > u)})
        rate = -1 - self.L * power
        places += [places[-1] + 8 / rate, mp.inf]
        return u * self._quad(lambda t: mp.exp(t) * self.P(u * mp.exp(t)) ** power, places)

    def _quad(self, f: Callable[[mp.mpf], mp.mpf], places: list[mp.mpf]) -> mp.mpf:
        value, error = mp.quad(f, places, error=True)
        self.error = max(self.error, error / abs(value))
        return value

    def map(self, x: mp.mpf) -> mp.mpf:
        side, u, power = mp.sign(x), self.u(x), 1 / self.q - 1
        if self.q * (self.zeros - 1) < self.zeros:
            return side * self.below(u, power) / self.q
        if self.zeros < self.L:
            return -side * self.beyond(u, power) / self.q
        m = self.q * (self.L - 1) / self.L
        return side * (mp.log(abs(x)) if m == 1 else abs(x) ** (1 - m) / (1 - m)) / self.L

    def conjugate(self, x: mp.mpf) -> mp.mpf:
        return self.below(self.u(x), 2 / self.q - 1) / self.q

    def of(self, quantity: str, x: mp.mpf) -> mp.mpf:
        match quantity:
            case "metric":
                return 1 / self.slope(self.u(x))
            case "mirror-map":
                return self.map(x)
            case "potential":
                return x * self.map(x) - self.conjugate(x)
            case "conjugate":
                return self.conjugate(x)
            case "regularizer":
                return self.L * self.conjugate(x)
        power, u = 2 / self.q, self.u(x)
        # (u + a)^power - a^power without the digits that cancel where u is far below a
        return mp.fsum(a**power * mp.expm1(power * mp.log1p(u / a)) if a else u**power for a in self.Lambda) / 2


def meets(found: Enclosed, truth: mp.mpf, scale: mp.mpf | None = None) -> bool:
    """|value - truth| <= radius, the reference's own error allowed."""
    if mp.isinf(truth):
        return mp.mpf(found.value) == truth
    allowed = REFERENCE * max(abs(truth), abs(scale or truth))
    return bool(abs(mp.mpf(found.value) - truth) <= mp.mpf(found.radius) + allowed)


def product_point(draw: random.Random, row: Row) -> None:
    """One quantity of one random product setting."""
    q, depth = draw.choice(STEEPNESS), draw.randint(2, 4)
    zeros = draw.randint(1, depth)
    invariants = [F(0)] * zeros + [long_rational(draw, 4) for _ in range(depth - zeros)]
    quantity = draw.choice(OF_PRODUCT * 2 + OTHERS)
    at, reference = setting(q, invariants), Reference(q, invariants)
    x = draw.choice((-1, 1)) * long_rational(draw, 6)
    name = f"{quantity} at q = {q}, {invariants}, x = {x}"
    power = 1 / reference.q - 1
    if quantity in OF_PRODUCT:
        truth = reference.of(quantity, real(x))
        scale = abs(real(x) * reference.map(real(x))) if quantity == "potential" else None
        _count(row, quantity, name, lambda: evaluate(quantity, at, DIGITS, x=x), lambda v: meets(v, truth, scale))
    elif quantity == "inverse-mirror-map":
        y = F(mp.nstr(reference.map(real(x)), 20))
        _count(
            row, quantity, name, lambda: evaluate(quantity, at, DIGITS, y=y), lambda v: _brackets(v, reference.map, y)
        )
    elif quantity == "coercivity":
        mu = mp.mpf(0) if zeros > 1 else mp.fprod(a for a in reference.Lambda if a)
        _count(row, quantity, name, lambda: evaluate(quantity, at, DIGITS), lambda v: meets(v, mu))
    elif quantity == "range":
        one = mp.mpf(1)
        if depth * power >= -1:
            truth = mp.inf
        elif zeros * power <= -1:
            truth = mp.mpf(0)
        else:
            truth = (reference.below(one, power) + reference.beyond(one, power)) / reference.q
        _count(row, quantity, name, lambda: evaluate(quantity, at, DIGITS), lambda v: meets(v, truth))
    elif quantity == "escape-time":
        x0, x1 = sorted((abs(x), long_rational(draw, 6)))
        g = -long_rational(draw, 2)
        ends = [reference.map(real(v)) for v in (x0, x1)]
        speed = real(-g) ** (reference.q - 1)
        truth, scale = (ends[1] - ends[0]) / speed, max(map(abs, ends)) / speed
        _count(
            row,
            quantity,
            name,
            lambda: evaluate(quantity, at, DIGITS, x0=x0, x1=x1, g=g),
            lambda v: meets(v, truth, scale),
        )
    else:
        g = -x / abs(x) * long_rational(draw, 2)
        truth = mp.inf
        if depth * power < -1:
            truth = reference.beyond(reference.u(real(x)), power) / reference.q / real(abs(g)) ** (reference.q - 1)
        _count(row, quantity, name, lambda: evaluate(quantity, at, DIGITS, x=x, g=g), lambda v: meets(v, truth))
    if reference.error > REFERENCE:
        row.weak += 1


def _brackets(found: Enclosed, increasing: Callable[[mp.mpf], mp.mpf], y: F) -> bool:
    """increasing(value - radius) <= y <= increasing(value + radius)."""
    value, radius = mp.mpf(found.value), mp.mpf(found.radius)
    low, high = value - radius * (1 + REFERENCE), value + radius * (1 + REFERENCE)
    slack = abs(real(y)) * REFERENCE
    if low * high <= 0:
        return radius > 0
    return bool(increasing(low) - slack <= real(y) <= increasing(high) + slack)


def orbit_point(draw: random.Random, row: Row) -> None:
    """One quantity of h = a u^D - b v^E from a random start of 40 digits over 40 digits."""
    q, D, E = draw.choice(OF_ORBITS), draw.choice((F(2), F(3), F(5, 2))), draw.choice((F(2), F(3)))
    a, b, u, v = (long_rational(draw, 1) / long_rational(draw, 0) for _ in range(4))
    h = reparameterization(q, "a*u**D - b*v**E", {"a": a, "b": b, "D": D, "E": E}, {"u": u, "v": v})
    quantity = draw.choice(("mirror-map", "metric", "inverse-mirror-map"))
    r = real(q) - 1

    def weight(side: int, c: mp.mpf, n: mp.mpf, start: mp.mpf, y: mp.mpf) -> mp.mpf:
        """dz/dy = side (c n z^{n-1})^r."""
        rho, beta = (n - 1) * r, side * (c * n) ** r
        if rho == 1:
            return start * mp.exp(beta * y)
        base = start ** (1 - rho) + (1 - rho) * beta * y
        if base <= 0:
            raise ArithmeticError("beyond the end of the orbit")
        return base ** (1 / (1 - rho))

    def x_of(y: mp.mpf) -> mp.mpf:
        one, two = weight(1, real(a), real(D), real(u), y), weight(-1, real(b), real(E), real(v), y)
        return real(a) * one ** real(D) - real(b) * two ** real(E)

    y = draw.choice((-1, 1)) * long_rational(draw, 0) / 20
    name = f"{quantity} of {h.text}, q = {q}, {a, b, D, E, u, v}, y = {y}"
    try:
        x, base = x_of(real(y)), mp.mpf(0)
        if quantity == "metric":
            point, one, two = F(mp.nstr(x, 20)), *(mp.mpf(0),) * 2
            clock = mp.findroot(lambda t: x_of(t) - real(point), real(y))
            one, two = weight(1, real(a), real(D), real(u), clock), weight(-1, real(b), real(E), real(v), clock)
            n, m = real(D), real(E)
            speed = (real(a) * n * one ** (n - 1)) ** real(q) + (real(b) * m * two ** (m - 1)) ** real(q)
            _count(
                row,
                f"orbit {quantity}",
                name,
                lambda: along(h, quantity, DIGITS, {"x": point})[0],
                lambda w: meets(w, 1 / speed),
            )
            return
        zero = along(h, "inverse-mirror-map", 40, {"y": F(0)})[0]
        start = real(h_at(a, b, D, E, u, v)) if D.denominator == E.denominator == 1 else x_of(mp.mpf(0))
        if abs(mp.mpf(zero.value)) <= mp.mpf(zero.radius):  # R'(0) = 0
            base = mp.findroot(x_of, (mp.mpf(0), -start * mp.mpf("1e-3")), maxsteps=200)
    except (ArithmeticError, ValueError, Undecided):
        row.refused["orbit: no reference"] += 1
        return
    if quantity == "inverse-mirror-map":
        at = F(mp.nstr(real(y) - base, 20))
        truth = x_of(real(at) + base)
        scale = abs(start) + abs(truth)
        _count(
            row,
            f"orbit {quantity}",
            name,
            lambda: along(h, quantity, DIGITS, {"y": at})[0],
            lambda w: meets(w, truth, scale),
        )
    else:
        point = F(mp.nstr(x, 20))
        _count(
            row,
            f"orbit {quantity}",
            name,
            lambda: along(h, quantity, DIGITS, {"x": point})[0],
            lambda w: _brackets(w, lambda t: x_of(t + base), point),
        )


def h_at(a: F, b: F, D: F, E: F, u: F, v: F) -> F:
    return a * u ** int(D) - b * v ** int(E)


def _count(
    row: Row, quantity: str, name: str, value: Callable[[], Enclosed], judged: Callable[[Enclosed], bool]
) -> None:
    began = time.process_time()
    try:
        found = value()
    except (Undecided, InputError) as error:
        row.refused[f"{quantity}: {type(error).__name__}"] += 1
        return
    row.slowest = max(row.slowest, time.process_time() - began)
    row.compared[quantity] += 1
    if not judged(found):
        row.outside.append(f"{name}: {found.value} radius {found.radius}")


def fuzz(seed: int, count: int) -> Row:
    """`count` points, two of three of products."""
    draw, row = random.Random(seed), Row()
    with mp.workdps(PLACES):
        for n in range(count):
            (orbit_point if n % 3 == 2 else product_point)(draw, row)
    return row


def measured(seed: int = SEED, count: int = COUNT) -> Iterator[str]:
    """The counts."""
    began = time.process_time()
    row = fuzz(seed, count)
    yield (
        f"{sum(row.compared.values())} values at {DIGITS} digits against {PLACES}, seed {seed}: "
        f"{len(row.outside)} outside; "
        f"{row.weak} weak references; slowest {row.slowest:.2f} s; {time.process_time() - began:.0f} s in all"
    )
    yield ", ".join(f"{name} {number}" for name, number in sorted(row.compared.items()))
    yield "refused: " + (", ".join(f"{name} {number}" for name, number in sorted(row.refused.items())) or "none")
    yield from row.outside[:20]
