"""The weights of one coordinate: w_i = c_i P + d_i y, y' = s - alpha y, d_i = -sign prod_{j != i} w_j (theory: section
1).

This is dw_i/dt = -s sign(prod_{j != i} w_j) - alpha w_i with P = exp(-int alpha): c_i is rational for all time and
changes only where a weight crosses 0, so a tie of two weights is decided exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import arb, ctx, fmpq

from ...numbers import Number, Ring


@dataclass(frozen=True)
class Weights:
    """c_i, d_i in {-1, 1} (all 0 where g_k vanishes identically) and e_i, the sign of w_i on this piece."""

    c: tuple[fmpq, ...]
    d: tuple[int, ...]
    e: tuple[int, ...]
    smallest: tuple[int, ...]

    @property
    def side(self) -> int:
        """sign x."""
        side = 1
        for e in self.e:
            side *= e
        return side

    def at(self, P: Number, y: Number) -> list[Number]:
        """w_1, ..., w_L."""
        return [c * P + d * y for c, d in zip(self.c, self.d, strict=True)]

    def zero(self, P: Number) -> Number:
        """The y at which the smallest weight is 0."""
        i = self.smallest[0]
        return -self.c[i] * self.d[i] * P

    def crossed(self) -> Weights:
        """After the smallest weight has crossed 0: the others turn round, w_j unchanged at the crossing."""
        (i,) = self.smallest
        c = tuple(c if j == i else c - 2 * self.d[j] * self.d[i] * self.c[i] for j, c in enumerate(self.c))
        e = tuple(-e if j == i else e for j, e in enumerate(self.e))
        return moving(c, e)


def moving(c: tuple[fmpq, ...], e: tuple[int, ...]) -> Weights:
    """The weights c_i P + d_i y with signs e_i."""
    side = 1
    for sign in e:
        side *= sign
    sizes = [sign * value for sign, value in zip(e, c, strict=True)]
    least = min(sizes)
    return Weights(c, tuple(-sign * side for sign in e), e, tuple(i for i, v in enumerate(sizes) if v == least))


def constant(c: tuple[fmpq, ...]) -> Weights:
    """The weights c_i P of a coordinate that f does not see."""
    return Weights(c, (0,) * len(c), (1,) * len(c), ())


def product(w: list[Ring]) -> Ring:
    """x = w_1 ... w_L."""
    value = w[0]
    for factor in w[1:]:
        value = value * factor
    return value


def symmetric(sizes: list[Ring]) -> tuple[Ring, Ring, Ring]:
    """The elementary symmetric sums e_L, e_{L-1}, e_{L-2} of the sizes: |x|, D = sum_i prod_{j != i}, and D's own
    part."""
    top, next_, third = sizes[0], 1, 0
    for v in sizes[1:]:
        top, next_, third = top * v, next_ * v + top, third * v + next_
    return top, next_, third


def level(a: list[fmpq], P: Number, x: Number, guess: Number | None = None) -> arb | None:
    """r with prod_i (a_i P + r) = x > 0 and every factor positive; None where x > 0 is not shown.

    The product is convex and increases in r there, so r is unique and Newton's steps converge from any start with
    positive factors; then a ball that Newton's map carries into its interior is proven to hold r.
    """
    P, x = arb(P), arb(x)
    if not x > 0:
        return None
    r = arb(guess).mid() if guess is not None else None
    middle_P, middle_x = P.mid(), x.mid()
    if r is None or not all(v * middle_P + r > 0 for v in a):
        r = (middle_x.root(len(a)) - min(a) * middle_P).mid()
    last = arb(0, float("inf")).upper()
    for number in range(2000):
        value, slope, _ = symmetric([v * middle_P + r for v in a])
        step = ((value - middle_x) / slope).mid()
        r = (r - step).mid()
        if number > 1 and not abs(step) < last:
            break
        last = abs(step)
    value, slope, _ = symmetric([v * P + r for v in a])
    width = 2 * abs((value - x) / slope).upper() + arb(2) ** (12 - ctx.prec) * abs(r)
    for _ in range(6):
        ball = r + width * arb(0, 1)
        sizes = [v * P + ball for v in a]
        if not all(v > 0 for v in sizes):
            return None
        image = r - (value - x) / symmetric(sizes)[1]
        if ball.contains_interior(image):
            return image
        width = 3 * width
    return None


def level_hull(a: list[fmpq], P: Number, x: Number, guess: Number | None = None) -> arb:
    """An enclosure of the same r for x >= 0, by its monotony in x, and in P through r = P r(x/P^L)."""
    narrow = level(a, P, x, guess)
    if narrow is not None:
        return narrow
    P, x = arb(P), arb(x)
    scaled = x / P ** len(a)
    least = -min(a)
    ends = [level(a, 1, end, None) for end in (scaled.lower(), scaled.upper())]
    low, high = (arb(least) if end is None else end for end in ends)
    if ends[1] is None and not scaled.upper() <= 0:
        return arb(0, float("inf"))
    return P * low.union(high)
