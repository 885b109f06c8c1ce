"""The pieces on which the flow of the weights is one formula, and what a rate means on each.

Without a weight that is 0 the right-hand side of dw/dt is discontinuous, or has a drive of its own, exactly where

  g = 0                     q > 1: <g>^{q-1} = 0.   q = 1: the drive s is any number of [-1, 1] (else s = sign g)
  dF/dw_i + alpha w_i = 0   coupled decay, alpha > 0: w_i rests at q > 1; at q = 1 its drive is any s_i in [-1, 1]
  alpha = 0                 decay is alpha >= 0; coupled decay is then no decay, with one drive s

A constant gradient or none at all lets the flow stay on each of these, so a rate has to be right on all of them. In a
rate at q = 1 sign(g c) is read as s sign(c), and sign(c (dF/dw_i + alpha w_i)) as s_i sign(c), for c that is never 0.
Which weight signs, which drives: `strata` lists every piece; dF/dw_i + alpha w_i has the sign of w_i (g x + alpha
w_i^2), so where g x >= 0 all pulls point outwards and where g x < 0 each sign can occur.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ...symbolic.errors import Undecided
from ...symbolic.reading.expression import (
    Call,
    Expression,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Sum,
    mapped,
    names,
    walk,
)

SIGNS = (1, -1)
DRIVE = "s"  # no letter that a claim can hold
FREE = None  # of a drive: any number


@dataclass(frozen=True)
class Stratum:
    """One piece: signs of the named weights and of the product of the others, of g, of the drive, of alpha, of pulls.

    `drive` is the sign of s where g = 0 and q = 1 (else that of g), or FREE: <g>^{q-1}, or s, is any number;
    `pulls` (coupled decay, alpha > 0) are the signs of w_i (dF/dw_i + alpha w_i), and where one is 0 at q = 1
    `slides` has the sign of its drive.
    """

    weights: tuple[int, ...]
    rest: int
    slope: int
    drive: int | None
    decaying: bool
    pulls: tuple[int, ...] = ()
    slides: tuple[int, ...] = ()

    @property
    def side(self) -> int:
        """The sign of x."""
        sign = self.rest
        for s in self.weights:
            sign *= s
        return sign

    def words(self) -> str:
        """The piece in words."""
        signs = {1: "+", -1: "-", 0: "0"}
        shown = "weights " + "".join(signs[s] for s in self.weights)
        if self.drive is not FREE:
            shown += f", g {signs[self.slope]}"
            shown += f", s {signs[self.drive]}" if self.slope == 0 and self.drive else ""
        if self.pulls:
            shown += ", pulls " + "".join(signs[s] for s in self.pulls)
            shown += f", their drives {''.join(signs[s] for s in self.slides)}" if any(self.slides) else ""
        return shown + ("" if self.decaying else ", alpha = 0")


def strata(count: int, complete: bool, uses_slope: bool, decay: str, steepness: Fraction | None) -> Iterator[Stratum]:
    """Every piece for `count` named weights at one q, or at all q > 1 (None)."""
    apart = decay == "coupled" and steepness != 2  # at q = 2 coupled and decoupled decay are the same
    for weights in itertools.product(SIGNS, repeat=count):
        for rest in (1,) if complete else SIGNS:
            for decaying in (True, False) if decay != "none" else (False,):
                if apart and decaying:
                    yield from _pulled(weights, rest, steepness == 1)
                elif not uses_slope:
                    yield Stratum(weights, rest, 0, FREE, decaying)
                else:
                    yield from (Stratum(weights, rest, slope, slope, decaying) for slope in SIGNS)
                    for drive in (0, *SIGNS) if steepness == 1 else (0,):
                        yield Stratum(weights, rest, 0, drive, decaying)


def _pulled(weights: tuple[int, ...], rest: int, sliding: bool) -> Iterator[Stratum]:
    outwards = (1,) * len(weights)
    for slope in (0, *SIGNS):
        piece = Stratum(weights, rest, slope, slope, True, outwards)
        if slope * piece.side >= 0:
            yield piece
            continue
        for pulls in itertools.product((1, -1, 0), repeat=len(weights)):
            choices = [(0, *SIGNS) if sliding and pull == 0 else (0,) for pull in pulls]
            for slides in itertools.product(*choices):
                yield Stratum(weights, rest, slope, slope, True, pulls, slides)


def driven(rate: Expression, decaying: bool = True) -> Expression:
    """A rate at q = 1 with sign(g c) read as s sign(c). Errors: Undecided where g stands in a sign otherwise."""
    match rate:
        case Call("sign", (argument,), at) if "g" in names(argument):
            factor = over_slope(argument if decaying else without_decay(argument))
            if factor is not None:
                return Product((Name(DRIVE), Call("sign", (factor,), at)), at)
            if decaying and "alpha" in names(argument):
                return rate
            raise Undecided(f"at q = 1 the sign of a multiple of g is read, of no other function (column {at + 1})")
    return mapped(rate, lambda part: driven(part, decaying))


def without_decay(rate: Expression) -> Expression:
    """The argument of a sign at alpha = 0, its terms alpha c dropped where c has a value everywhere."""
    zero = Number(Fraction(0))
    match rate:
        case Name("alpha"):
            return zero
        case Negative(term, at):
            inner = without_decay(term)
            return zero if inner == zero else Negative(inner, at)
        case Sum(parts, at):
            kept = tuple(part for part in map(without_decay, parts) if part != zero)
            return Sum(kept, at) if len(kept) > 1 else kept[0] if kept else zero
        case Product(parts, at):
            inside = tuple(map(without_decay, parts))
            plain = not any(isinstance(part, Power | Call) for part in walk(Product(inside)))
            return zero if zero in inside and plain else Product(inside, at)
    return mapped(rate, without_decay)


def over_slope(node: Expression) -> Expression | None:
    """c where the node is g c with c free of g, else None."""
    match node:
        case Name("g"):
            return Number(Fraction(1))
        case Negative(term):
            inner = over_slope(term)
            return None if inner is None else Negative(inner)
        case Sum(parts):
            found = [over_slope(part) for part in parts]
            return None if None in found else Sum(tuple(c for c in found if c is not None))
        case Product(parts):
            own = [part for part in parts if "g" in names(part)]
            if len(own) != 1 or (inner := over_slope(own[0])) is None:
                return None
            return Product(tuple(inner if part is own[0] else part for part in parts))
    return None
