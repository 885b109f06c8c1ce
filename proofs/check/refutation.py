"""quantity != expression, by a ball that excludes 0: the quantity by quadrature (numeric_checks.potential.mirror), the
expression from
its tree (numeric_checks.tree_ball), at exact x > 0, names and q, with more and more bits.

  up to a constant   (E - Q)(x1) - (E - Q)(x2)                    != 0
  affine in x        (E - Q)(x1) (x2 - x3) + ... cyclically       != 0
  a factor           E(x1) Q(x2) - E(x2) Q(x1)                    != 0, or E = 0 != Q
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from itertools import cycle
from math import prod

import sympy as sp
from flint import arb

from ...numeric_checks.balls import ball
from ...numeric_checks.hypergeometric import Real
from ...numeric_checks.potential.mirror import Mirror
from ...numeric_checks.precision import bits
from ...numeric_checks.tree_ball import enclosure
from ...symbolic.deciding import formulas
from ...symbolic.deciding.formulas import Formula
from ...symbolic.errors import Undecided
from ...symbolic.reading.bounds import bits_of
from ...symbolic.reading.expression import Expression, Number, names, walk
from ..verdict import Witness
from . import irrational, own_parts
from .claims import EqualityClaim
from .irrational import WITNESS_DIGITS, ZERO_BITS, shown_value
from .parameters import without_p
from .products import products

STEEPNESS = tuple(
    Fraction(*r) for r in ((3, 2), (2, 1), (1, 1), (5, 4), (4, 3), (7, 4), (13, 8), (101, 100), (199, 100))
)
SIZES = tuple(
    Fraction(*r)
    for r in (
        (7, 10),
        (13, 4),
        (1, 9),
        (29, 1),
        (1, 1),
        (1, 1000),
        (2711, 1),
        (1, 10**9),
        (10**9, 7),
        (10**30, 1),
        (1, 10**30),
    )
)
SCALES = tuple(Fraction(*r) for r in ((3, 5), (7, 3), (1, 1), (1, 50), (40, 1), (1, 10**6), (10**6, 1)))
DEPTHS = (3, 2, 4, 5, 7, 12, 41)
NEAR = Fraction(1, 10**6)
LEVELS = ((128, 80), (448, 60), (1024, 24), (2304, 8))  # (bits, points)
LONGEST, MOST_OWN, MOST_DEPTH = 2000, 6, 200
LARGEST_ORDER, LARGEST_POWER, DEEPEST = 6, 10**4, 10**18  # roots that are tried; that SymPy raises numbers to
MOST_PAIRS = 60  # of parts that are made 0 at once

_METHODS: dict[str, Callable[[Mirror, arb | Fraction], arb]] = {
    "metric": Mirror.metric,
    "mirror-map": Mirror.map,
    "potential": Mirror.potential,
    "conjugate": Mirror.conjugate,
    "regularizer": Mirror.regularizer,
    "coupled-regularizer": Mirror.coupled_regularizer,
}
_SIZES_NEEDED = {"nothing": 1, "constant": 2, "affine": 3, "factor": 2}


@dataclass(frozen=True)
class Balanced(Sequence[Fraction]):
    """L invariants that are all 0, L as large as it may be."""

    depth: int

    def __len__(self) -> int:
        return self.depth

    def __getitem__(self, i: int) -> Fraction:  # type: ignore[override]
        if not 0 <= i < self.depth:
            raise IndexError(i)
        return Fraction(0)


def _mirror(q: Real, invariants: Sequence[Real]) -> Mirror:
    """Errors: Undecided."""
    if isinstance(invariants, Balanced) and isinstance(q, Fraction):
        return Mirror(q, invariants.depth, ())
    return Mirror.from_invariants(q, invariants)


@dataclass(frozen=True)
class Point:
    """Exact q, L, values of the names and of x (one or several); a ball for one that is no rational number."""

    q: Real
    invariants: Sequence[Real]
    names: tuple[tuple[str, Real], ...]
    x: tuple[Real, ...]
    u: Fraction | None = None  # where P(u) = x^q is known exactly (x the first of several)

    def admitted(self) -> bool:
        """Whether the claim speaks of it: q in [1, 2], L >= 2, names and sizes positive."""
        known = (*(v for _, v in self.names), *self.x)
        return bool(1 <= self.q <= 2) and len(self.invariants) >= 2 and all(v > 0 for v in known)

    def shown(self, symbolic_depth: bool) -> dict[str, str]:
        """The parameters as a witness lists them."""
        at = {"q": shown_value(self.q), **({"L": str(len(self.invariants))} if symbolic_depth else {})}
        at |= {name: shown_value(value) for name, value in self.names}
        at |= (
            {"x": shown_value(self.x[0])}
            if len(self.x) == 1
            else {f"x{i}": shown_value(v) for i, v in enumerate(self.x, 1)}
        )
        return at


@dataclass(frozen=True)
class Search:
    """A witness or None; how many points agreed and to how many bits; the holes that were met, in words."""

    witness: Witness | None
    agreed: int
    precision: int
    holes: tuple[str, ...] = ()


def search(claim: EqualityClaim, levels: tuple[tuple[int, int], ...] = LEVELS) -> Search:
    """Look for a point where the claim fails, at each level of precision in turn."""
    comparison = Comparison(claim)
    agreed = precision = 0
    if levels == LEVELS and (long := constants(claim).bits) > LEVELS[-1][0] // 2:
        levels = (*levels, (2 * long + 512, 2))
    for zero, point in irrational_points(claim):
        if (witness := comparison.at_zero(zero, point)) is not None:
            return Search(witness, agreed, precision, tuple(comparison.holes))
    for level, most in levels:
        count = 0
        for point in itertools.chain(points(claim, most), solved(claim) if level == levels[0][0] else ()):
            if (witness := comparison.refuted(point, level)) is not None:
                return Search(witness, agreed, precision, tuple(comparison.holes))
            count += comparison.decided
        if count:
            agreed, precision = count, level
    return Search(None, agreed, precision, tuple(comparison.holes))


def points(claim: EqualityClaim, most: int) -> Iterator[Point]:
    """Exact points: every q of the claim, or many of [1, 2]; names and x at several scales, and at the claim's own
    numbers."""
    generator = random.Random(20260302)
    letters = sorted({v for v in claim.invariants or () if isinstance(v, str)})
    own = constants(claim)
    steepness = claim.q or (*STEEPNESS[:3], *own.steepness, *STEEPNESS[3:])
    sizes, scales, depths = (
        cycle((*SIZES[:4], *own.sizes, *SIZES[4:])),
        (*SCALES, *own.sizes),
        cycle((*DEPTHS, *own.depths)),
    )
    for i in range(max(most, len(claim.q or ()))):
        q = steepness[i % len(steepness)]
        if claim.q is None and i >= len(steepness) and i % 3 == 0:
            q = 1 + Fraction(generator.randrange(1, 97), 97)
        values = tuple((name, generator.choice(scales) if i else SCALES[k % 3]) for k, name in enumerate(letters))
        known = dict(values)
        if claim.invariants is None:
            invariants: Sequence[Fraction] = Balanced(claim.depth or next(depths))
        else:
            invariants = tuple(known[v] if isinstance(v, str) else v for v in claim.invariants)
        x: list[Fraction] = [known[letters[0]]] if letters and i % 6 == 4 else []
        while len(x) < _SIZES_NEEDED[claim.up_to]:
            value = next(sizes) * (1 if i < 2 * len(SIZES) else Fraction(generator.randrange(50, 150), 97))
            if value not in x:
                x.append(value)
        yield Point(q, invariants, values, tuple(x))


def solved(claim: EqualityClaim) -> Iterator[Point]:
    """Points at which parts of the expression vanish, one or two at once, and beside them."""
    tree = products(without_p(claim.expression)[0])
    generator = random.Random(20260303)
    own_q, own_depths, pairs = own_parts.parameters(tree)
    symbolic = claim.invariants is None and claim.depth is None
    for q in own_q if claim.q is None else ():
        for depth in (2, 3, 5) if symbolic else (None,):
            yield _point(claim, q, depth, generator)
    if symbolic:
        both = tuple(itertools.islice(itertools.product(own_q if claim.q is None else (), own_depths), MOST_PAIRS))
        alone = ((q, depth) for depth in own_depths for q in (claim.q or STEEPNESS)[:3])
        for q, depth in itertools.chain(alone, both, pairs):
            if depth <= DEEPEST and (claim.q is None or q in claim.q):
                yield _point(claim, q, depth, generator)
    parts = own_parts.parts(tree)[: own_parts.MOST_PARTS]
    steepness = tuple(dict.fromkeys((claim.q or (Fraction(1), *STEEPNESS[:2]))[:3]))
    for part in parts:
        for q in steepness:
            yield from _at_zeros(claim, part, q, generator)
    if not irrational.jumps(tree):
        return
    wide = steepness if claim.q is not None else tuple(dict.fromkeys((*own_q[:3], *steepness[:2])))
    for first, second in itertools.islice(itertools.permutations(parts, 2), MOST_PAIRS):
        for q in wide:
            yield from _at_zeros(claim, first, q, generator, second)
    for part in parts[:4]:
        for q in wide:
            if q not in steepness:
                yield from _at_zeros(claim, part, q, generator)


def irrational_points(claim: EqualityClaim) -> Iterator[tuple[irrational.Zero, Point]]:
    """Zeros of parts of an expression that jumps, has no value or is wrong where it is 0, in one letter, with the point
    that holds the other letters."""
    tree = products(without_p(claim.expression)[0])
    if not (irrational.jumps(tree) or irrational.divides(tree) or claim.up_to == "factor"):
        return
    generator = random.Random(20260304)
    for q in dict.fromkeys((*(claim.q or STEEPNESS[:2])[:2],)):
        for depth in (2, 3) if claim.invariants is None and claim.depth is None else (None,):
            point = _point(claim, q, depth, generator)
            letters = [*(["q"] if claim.q is None and q == STEEPNESS[0] else []), *(n for n, _ in point.names), "x"]
            for letter in letters:
                moved = partial(_moved, claim, point, letter)
                yield from ((zero, point) for zero in irrational.zeros(tree, letter, partial(_values, moved)))


def _moved(claim: EqualityClaim, point: Point, letter: str, value: Fraction | arb) -> Point:
    """The point with another value of one letter."""
    if letter == "q":
        return replace(point, q=value)
    if letter == "x":
        return replace(point, x=(value, *point.x[1:]))
    known = {**dict(point.names), letter: value}
    return replace(
        point,
        names=tuple(known.items()),
        invariants=_invariants(claim, known, len(point.invariants)),  # type: ignore[arg-type]
    )


def _values(moved: Callable[[Real], Point], value: Real, precision: int) -> dict[str, Real]:
    """What the letters are at the first x of a point in which one letter has this value."""
    point = moved(value)
    with bits(precision):
        u = _mirror(point.q, point.invariants).u(point.x[0])
    return {"q": point.q, "L": Fraction(len(point.invariants)), "x": point.x[0], "u": u, **dict(point.names)}


def _point(claim: EqualityClaim, q: Fraction, depth: int | None, generator: random.Random) -> Point:
    """A point of small whole numbers to the power of q's denominator, so that x^q and the like are rational."""
    order = q.denominator if q.denominator <= LARGEST_ORDER else 1

    def number() -> Fraction:
        return Fraction(generator.randint(2, 9)) ** order

    known = {v: number() for v in sorted({v for v in claim.invariants or () if isinstance(v, str)})}
    x = tuple(dict.fromkeys(number() + 30 * k for k in range(_SIZES_NEEDED[claim.up_to])))
    return Point(q, _invariants(claim, known, depth), tuple(known.items()), x)


def _invariants(claim: EqualityClaim, known: Mapping[str, Fraction], depth: int | None) -> Sequence[Fraction]:
    if claim.invariants is None:
        return Balanced(claim.depth or depth or 3)
    return tuple(known[v] if isinstance(v, str) else v for v in claim.invariants)


def _at_zeros(
    claim: EqualityClaim, part: Expression, q: Fraction, generator: random.Random, other: Expression | None = None
) -> Iterator[Point]:
    """Points where the part is 0, each letter of it in turn being the one that is solved for; where another part is
    given, those at which that is 0 too."""
    used = names(part)
    if ("u" in used and (q != 1 or other is not None)) or q.denominator > LARGEST_POWER:
        return
    for letter in sorted(used - {"q", "L", "p"}):
        if letter == "x" and "u" in used:
            continue
        for order in sorted({1, q.denominator, *own_parts.orders(part)}):
            base = _point(claim, q, None, generator)
            if order > LARGEST_ORDER:
                continue
            given = {"q": q, "L": Fraction(len(base.invariants)), "x": base.x[0], "u": base.x[0], **dict(base.names)}
            exact = _exact(given)
            if "u" in used:  # q = 1: x = P(u)
                moved = {**exact, letter: own_parts.size(order)}
                entries = claim.invariants or base.invariants
                exact["x"] = sp.Mul(*(moved["u"] + _entry(v, moved) for v in entries))
            for value in own_parts.zeros(part, letter, exact, 1, order)[:6]:
                known = {**given, letter: value}
                for at in [known] if other is None else _further(other, letter, known, order):
                    yield _at(claim, base, at, "u" in used)


def _further(part: Expression, but: str, known: Mapping[str, Fraction], order: int) -> Iterator[dict[str, Fraction]]:
    """The values with another letter changed so that the part is 0."""
    for letter in sorted(names(part) - {"q", "L", "p", "u", but}):
        for value in own_parts.zeros(part, letter, _exact(known), 1, order)[:2]:
            yield {**known, letter: value}


def _exact(known: Mapping[str, Fraction]) -> dict[str, sp.Expr]:
    return {name: sp.Rational(v.numerator, v.denominator) for name, v in known.items()}


def _at(claim: EqualityClaim, base: Point, known: Mapping[str, Fraction], with_u: bool) -> Point:
    """The base point with these values."""
    own = tuple((name, known[name]) for name, _ in base.names)
    invariants = _invariants(claim, dict(own), len(base.invariants))
    u = known["u"] if with_u else None
    x = known["x"] if u is None else prod((u + v for v in invariants), start=Fraction(1))  # type: ignore[operator]
    return Point(base.q, invariants, own, (x, *(v for v in base.x[1:] if v != x)), u)


def _entry(value: Fraction | str, at: Mapping[str, sp.Expr]) -> sp.Expr:
    return at[value] if isinstance(value, str) else sp.Rational(value.numerator, value.denominator)


@dataclass(frozen=True)
class Constants:
    """Values next to the numbers that a claim holds: where a piece of it may begin or end."""

    sizes: tuple[Fraction, ...]
    steepness: tuple[Fraction, ...]
    depths: tuple[int, ...]
    bits: int


def constants(claim: EqualityClaim) -> Constants:
    """What the numbers in the expression suggest to try."""
    found = sorted({abs(node.value) for node in walk(claim.expression) if isinstance(node, Number) and node.value})
    odd = [c for c in found if c not in (1, 2, 3, 4) and max(c.numerator, c.denominator).bit_length() <= LONGEST][
        :MOST_OWN
    ]
    sizes = tuple(value for c in odd for value in (2 * c, c, c / 2, 1 / c, 2 * c**3, 1 / (2 * c**3)))
    steepness = tuple(
        value
        for c in odd
        if 1 < c < 2
        for value in (c, c - NEAR, c + NEAR, (1 + c) / 2, (c + 2) / 2)
        if 1 <= value <= 2
    )
    depths = tuple(d for c in odd if c.denominator == 1 and c < MOST_DEPTH for d in (int(c), int(c) + 1) if d >= 2)
    return Constants(sizes, steepness, depths, max((bits_of(c) for c in found), default=0))


class Comparison:
    """Evaluates both sides of one claim at points; remembers where the expression has no value."""

    def __init__(self, claim: EqualityClaim):
        self.claim = claim
        tree, self.meaning = without_p(claim.expression)
        self.tree = products(tree)  # u L - 7 u is exactly 0 at L = 7 as u (L - 7)
        self.turning = own_parts.turning(self.tree)
        self.holes: dict[str, None] = {}
        self.decided = 0

    def refuted(self, point: Point, precision: int) -> Witness | None:
        """A proven disagreement at this point with this many bits, or None; sets `decided` to 1 where both agree."""
        self.decided = 0
        if not point.admitted():
            return None
        mirror = _mirror(point.q, point.invariants)
        try:
            with bits(precision):
                pairs = [self._sides(mirror, point, x, precision) for x in point.x]
        except Undecided:
            return None
        if any(stated is None for stated, _ in pairs):
            return self._undefined(point, precision)
        with bits(precision):
            gap = _gap(self.claim.up_to, [ball(x) for x in point.x], pairs)  # type: ignore[arg-type]
            self.decided = int(gap.is_finite())
            if not (gap > 0 or gap < 0):
                return None
        return self._witness(point, precision)

    def at_zero(self, zero: irrational.Zero, point: Point) -> Witness | None:
        """A proven disagreement where a part vanishes at a number that is not rational, or None."""
        everywhere = zero.letter != "x" and not names(zero.part) & {"x", "u"}
        try:
            value = zero.ball(ZERO_BITS)
            if value is None:
                return None
            moved = _moved(self.claim, point, zero.letter, value)
            with bits(ZERO_BITS):
                mirror = _mirror(moved.q, moved.invariants)
                there = zero.without(self.tree)
                trees = [there if everywhere or not i else self.tree for i in range(len(moved.x))]
                pairs = [self._sides(mirror, moved, x, ZERO_BITS, tree) for x, tree in zip(moved.x, trees, strict=True)]
            if any(stated is None for stated, _ in pairs):
                return self._without_value(zero, moved, point)
            with bits(ZERO_BITS):
                gap = _gap(self.claim.up_to, [ball(x) for x in moved.x], pairs)  # type: ignore[arg-type]
        except Undecided:
            return None
        if not (gap > 0 or gap < 0):
            return None
        left, right = ("; ".join(side.str(WITNESS_DIGITS) for side in sides) for sides in zip(*pairs, strict=True))  # type: ignore[union-attr]
        return Witness(moved.shown(self._symbolic_depth), left, right, _ZERO_DETAIL + _FREEDOM_DETAIL[self.claim.up_to])

    def _without_value(self, zero: irrational.Zero, moved: Point, point: Point) -> Witness | None:
        """No value at such a zero in x or a name, where the (q, L) of the point are no hole."""
        if zero.letter == "q" or not self._defined_somewhere(moved.q, point, ZERO_BITS):
            return None
        shown = moved.shown(self._symbolic_depth)
        return Witness(shown, "undefined", "a real number", f"{_NO_VALUE}: a part of it is 0, at a number in the ball")

    def _sides(
        self, mirror: Mirror, point: Point, x: Fraction, precision: int, tree: Expression | None = None
    ) -> tuple[arb | None, arb]:
        u = point.u if point.u is not None and x == point.x[0] else mirror.u(x)
        at = {"q": point.q, "L": Fraction(len(point.invariants)), "x": x, "u": u, **dict(point.names)}
        derived = _METHODS[self.claim.quantity](mirror, x)
        if not _holds(self.meaning, point):
            return None, derived
        return enclosure(self._tree_at(point) if tree is None else tree, at, precision), derived

    def _tree_at(self, point: Point) -> Expression:
        """The expression at this (q, L), its sin and cos that are 0 there as 0."""
        if not self.turning or isinstance(point.q, arb):
            return self.tree
        depth = len(point.invariants)
        return irrational.replaced(
            self.tree, frozenset(z for z in self.turning if own_parts.zero_at(z, point.q, depth))
        )

    def _witness(self, point: Point, precision: int) -> Witness:
        mirror = _mirror(point.q, point.invariants)
        digits = WITNESS_DIGITS
        while True:
            bits_used = max(precision, 4 * digits + 64)
            with bits(bits_used):
                pairs = [self._sides(mirror, point, x, bits_used) for x in point.x]
                left, right = (
                    [side.str(digits) for side in sides if side is not None] for sides in zip(*pairs, strict=True)
                )
                gap = _gap(
                    self.claim.up_to,
                    [ball(x) for x in point.x],
                    [(arb(a), arb(b)) for a, b in zip(left, right, strict=True)],
                )
            if gap > 0 or gap < 0 or digits > precision:  # what is shown tells the sides apart
                break
            digits *= 2
        detail = "left: the expression; right: the derived value" + _FREEDOM_DETAIL[self.claim.up_to]
        return Witness(point.shown(self._symbolic_depth), "; ".join(left), "; ".join(right), detail)

    @property
    def _symbolic_depth(self) -> bool:
        return self.claim.invariants is None and self.claim.depth is None

    def _undefined(self, point: Point, precision: int) -> Witness | None:
        """No value here: a hole in (q, L) is left out; in x, u or a name it is a counterexample (every x is meant)."""
        depth = f", L = {len(point.invariants)}" if self._symbolic_depth else ""
        if self._defined_somewhere(point.q, point, precision):
            return Witness(point.shown(self._symbolic_depth), "undefined", "a real number", _NO_VALUE)
        if self._defined_near(point, precision):
            at_every_depth = not depth or not self._defined_at_another_depth(point, precision)
            self.holes.setdefault(f"q = {point.q}" + ("" if at_every_depth else depth))
        elif self._defined_at_another_depth(point, precision):
            self.holes.setdefault(depth.removeprefix(", "))
        else:
            return Witness(point.shown(self._symbolic_depth), "undefined", "a real number", _NO_VALUE)
        return None

    def _defined_near(self, point: Point, precision: int) -> bool:
        """At some q next to this one; for a list of q, at another entry."""
        around = (point.q - NEAR, point.q + NEAR) if self.claim.q is None else self.claim.q
        return any(self._defined_somewhere(q, point, precision) for q in around if 1 <= q <= 2 and q != point.q)

    def _defined_somewhere(self, q: Fraction, point: Point, precision: int) -> bool:
        mirror = _mirror(q, point.invariants)
        other = Point(q, point.invariants, point.names, point.x)
        if not _holds(self.meaning, other):
            return False
        with bits(precision):
            for x in (*point.x, *SIZES[:5]):
                at = {"q": q, "L": Fraction(len(point.invariants)), "x": x, "u": mirror.u(x), **dict(point.names)}
                if enclosure(self._tree_at(other), at, precision) is not None:
                    return True
        return False

    def _defined_at_another_depth(self, point: Point, precision: int) -> bool:
        """At this q, where all L are meant."""
        others = [Point(point.q, Balanced(depth), (), point.x) for depth in DEPTHS] if self._symbolic_depth else []
        return any(self._defined_somewhere(point.q, other, precision) for other in others)


_NO_VALUE = "the expression has no value there"
_ZERO_DETAIL = (
    "where a part of the expression is 0, at a number in the ball; left: the expression; right: the derived value"
)
_FREEDOM_DETAIL = {
    "nothing": "",
    "constant": ", each at x1 and x2; the two differences are not equal",
    "affine": ", each at x1, x2, x3; the differences are not affine in x",
    "factor": ", each at x1 and x2; the ratios are not equal, or one is 0",
}


def _holds(meaning: Formula, point: Point) -> bool:
    if meaning == formulas.TRUE:
        return True
    return not isinstance(point.q, arb) and formulas.holds_at(meaning, point.q, len(point.invariants))


def _gap(freedom: str, x: list[arb], pairs: list[tuple[arb, arb]]) -> arb:
    """A number that is 0 wherever the claim holds."""
    rest = [stated - derived for stated, derived in pairs]
    match freedom:
        case "nothing":
            return rest[0]
        case "constant":
            return rest[0] - rest[1]
        case "affine":
            return rest[0] * (x[1] - x[2]) + rest[1] * (x[2] - x[0]) + rest[2] * (x[0] - x[1])
    (e1, q1), (e2, q2) = pairs
    if (e1 == 0 and (q1 > 0 or q1 < 0)) or (e2 == 0 and (q2 > 0 or q2 < 0)):
        return arb(1)
    return e1 * q2 - e2 * q1
