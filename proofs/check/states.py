"""d(invariant)/dt != rate, by a ball that excludes 0, at exact weights, gradient, drive, decay and q on every stratum.

The derivative is taken forwards through the tree of the invariant along dw_i/dt; no formula of the proof is used. The
strata where the right-hand side jumps (g = 0, a pull of 0, alpha = 0, equal weights, zeros of the claim's own parts)
are solved for and tried. A disagreement counts where it lasts: it is there a moment later along the flow too, under a
gradient that keeps what is 0 at 0.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from math import prod

import sympy as sp
from flint import arb

from ...numeric_checks.balls import ball, power
from ...numeric_checks.decimals import rational
from ...numeric_checks.hypergeometric import Real
from ...numeric_checks.precision import bits
from ...numeric_checks.tree_ball import enclosure
from ...symbolic.deciding import formulas
from ...symbolic.deciding.formulas import Formula
from ...symbolic.errors import Undecided
from ...symbolic.reading.expression import Call, Expression, Name, Negative, Number, Power, Product, Sum, names
from ...symbolic.reading.to_sympy import to_sympy
from ..verdict import Witness
from . import irrational, own_parts
from .claims import InvariantClaim
from .irrational import WITNESS_DIGITS, ZERO_BITS, Zero, shown_value
from .parameters import without_p
from .products import products
from .strata import DRIVE, driven

SIZES = tuple(Fraction(*r) for r in ((3, 10), (7, 5), (1, 40), (9, 1), (1, 1), (1, 10**4), (10**4, 3), (5, 8)))
STEEPNESS = tuple(Fraction(*r) for r in ((3, 2), (2, 1), (1, 1), (5, 4), (7, 4), (101, 100), (13, 8), (199, 100)))
LEVELS = ((128, 72), (512, 120), (1536, 24))
DRIVES = tuple(Fraction(*r) for r in ((0, 1), (1, 2), (-1, 3), (1, 1), (-1, 1)))
LARGEST_ORDER, MOST_SOLVED = 6, 24
MOMENT = Fraction(1, 2**60)


@dataclass(frozen=True)
class State:
    """Exact weights, gradient, decay, q, and the drive s at q = 1; or all of them balls."""

    q: Real
    weights: tuple[Real, ...]
    g: Real
    alpha: Real
    drive: Fraction | None = None
    tied: Expression | None = None  # what is 0 by the choice of g, and goes on to be

    @property
    def x(self) -> Real:
        """prod w_i."""
        return prod(self.weights)  # type: ignore[return-value]

    @property
    def s(self) -> Fraction:
        """The drive at q = 1: sign g, or what is given where g = 0."""
        return Fraction((self.g > 0) - (self.g < 0)) if self.g or self.drive is None else self.drive

    def balls(self) -> State:
        """The same, in balls at the precision in force."""
        g, alpha = (ball(v) if v else 0 for v in (self.g, self.alpha))  # a ball around 0 is not known to be 0
        return State(ball(self.q), tuple(map(ball, self.weights)), g, alpha, self.drive)  # type: ignore[arg-type]

    def at(self) -> dict[str, Real]:
        """The values of the letters of a rate."""
        weights = {f"w{i}": w for i, w in enumerate(self.weights, 1)}
        return {**weights, "x": self.x, "g": self.g, "alpha": self.alpha, "q": self.q, DRIVE: self.s}

    def pull(self, w: Real) -> Real:
        """dF/dw_i + alpha w_i."""
        return self.g * self.x / w + self.alpha * w


@dataclass(frozen=True)
class Search:
    """A witness or None, and how many states agreed to how many bits."""

    witness: Witness | None
    agreed: int
    precision: int


class Rates:
    """The two sides of one claim at states."""

    def __init__(self, claim: InvariantClaim):
        self.claim = claim
        self.invariant, before = without_p(claim.invariant)
        self.rate, after = without_p(claim.rate)
        self.meaning = before & after

    def where(self, zero: Zero) -> Rates:
        """The same claim with what vanishes at a zero replaced by 0 in its rate."""
        there = copy(self)
        there.rate = zero.without(products(self.rate))
        return there

    def gap(self, state: State, precision: int) -> tuple[arb, arb] | None:
        """Balls around both sides, or None where one has no value or is not smooth, or a sign is read in two ways."""
        if not _meant(self.meaning, state):
            return None
        stated = self.rate
        if state.q == 1 and not (self.claim.decay == "coupled" and state.alpha):
            try:
                stated = driven(stated, bool(state.alpha))
            except Undecided:
                if state.s and not state.g:
                    return None
        with bits(precision):
            left = derivative(self.claim, self.invariant, state, precision)
            right = enclosure(stated, state.at(), precision)
        return None if left is None or right is None else (left, right)

    def differ(self, state: State, precision: int) -> bool | None:
        """Whether the sides are shown to differ; None where nothing is decided."""
        sides = self.gap(state, precision)
        if sides is None:
            return None
        with bits(precision):
            gap = sides[0] - sides[1]
            return True if gap > 0 or gap < 0 else False if gap.is_finite() else None


def search(claim: InvariantClaim, levels: tuple[tuple[int, int], ...] = LEVELS) -> Search:
    """Look for a state where d(invariant)/dt, in balls, differs from the rate, and goes on to."""
    rates = Rates(claim)
    agreed = precision = 0
    for zero, moved in _irrational(rates):
        if (witness := _at_zero(rates, zero, moved)) is not None:
            return Search(witness, agreed, precision)
    for level, most in levels:
        count = 0
        for state in states(claim, most):
            found = rates.differ(state, level)
            if found and _lasts(rates, state, level):
                return Search(_witness(rates, state, level), agreed, precision)
            count += found is False
        if count:
            agreed, precision = count, level
    return Search(None, agreed, precision)


def _lasts(rates: Rates, state: State, precision: int) -> bool:
    """Whether the sides differ a moment later too, with pulls of 0 kept at 0 by the gradient, or a part of the rate.

    While x moves, g may be any continuous function of the time.
    """
    used = precision + 256
    with bits(used):
        speeds = velocities(rates.claim, state)
        slope = sum((v / ball(w) for v, w in zip(speeds, state.weights, strict=True)), arb(0))  # (dx/dt)/x
        pairs = zip(state.weights, speeds, strict=True)
        moved = tuple(w + (MOMENT * rational(v) if isinstance(w, Fraction) else ball(MOMENT) * v) for w, v in pairs)
    later = replace(state, weights=moved)
    if rates.claim.decay == "coupled" and state.alpha:
        still = [w for w in state.weights if state.pull(w) == 0]
        if still:
            later = replace(later, g=-state.alpha * still[0] ** 2 / later.x)
    if rates.differ(later, used):
        return True
    if state.tied is None or not (slope > 0 or slope < 0):
        return False
    there = copy(rates)
    there.rate = irrational.replaced(products(rates.rate), frozenset({state.tied}))
    return any(there.differ(replace(later, g=g), used) is True for g in _tied(state, later))


def _tied(state: State, later: State) -> Iterator[Fraction]:
    """The gradient next to that of the state at which the part that is 0 there is 0 later too."""
    assert state.tied is not None
    known = {name: sp.Rational(v.numerator, v.denominator) for name, v in later.at().items() if name != "g"}
    near = own_parts.zeros(state.tied, "g", known, 1 if state.g > 0 else -1)
    for g in sorted(near, key=lambda value: abs(value - state.g))[:1]:
        if sp.expand(to_sympy(state.tied, {**known, "g": sp.Rational(g.numerator, g.denominator)})) == 0:
            yield g


def _irrational(rates: Rates) -> Iterator[tuple[Zero, Callable[[Real], State]]]:
    """Zeros of parts of a rate that jumps which last: in q, g and alpha, under a constant gradient; in a weight, at
    rest."""
    claim, generator = rates.claim, random.Random(20260305)
    if not irrational.jumps(rates.rate):
        return
    tree = products(rates.rate)
    letters = (*(("q",) if claim.q is None else ()), "g", "alpha", *(f"w{i}" for i in range(1, claim.depth + 1)))
    for c in (claim.q or STEEPNESS)[:2]:
        base = _generic(claim, c, 1, generator)
        rest = replace(base, g=Fraction(0), alpha=Fraction(0), drive=Fraction(0))
        for letter, sign in itertools.product(letters, (1, -1)):
            if (letter == "alpha" and not base.alpha) or (letter in ("q", "alpha") and sign < 0):
                continue
            moved = partial(_moved, rest if letter.startswith("w") else base, letter, sign)
            for zero in irrational.zeros(tree, letter, partial(_values, moved)):
                used = frozenset().union(*map(names, zero.same))
                if letter.startswith("w") or not used & {"x", *letters[-claim.depth :]}:
                    yield zero, moved


def _values(moved: Callable[[Real], State], value: Real, precision: int) -> Mapping[str, Real]:
    with bits(precision):
        return moved(value).at()


def _moved(base: State, letter: str, sign: int, value: Real) -> State:
    """The state with another value of one letter, of this sign."""
    state = base.balls() if isinstance(value, arb) else base
    if not letter.startswith("w"):
        return replace(state, **{letter: sign * value})  # type: ignore[arg-type]
    k = int(letter[1:]) - 1
    return replace(state, weights=(*state.weights[:k], sign * value, *state.weights[k + 1 :]))


def _at_zero(rates: Rates, zero: Zero, moved: Callable[[Real], State]) -> Witness | None:
    """A disagreement that lasts where a part of the rate is 0 at a number that is not rational, or None."""
    value = zero.ball(ZERO_BITS)
    if value is None:
        return None
    there = rates.where(zero)
    with bits(ZERO_BITS):
        state = moved(value)
    if not there.differ(state, ZERO_BITS) or not _lasts(there, state, ZERO_BITS):
        return None
    return _witness(there, state, ZERO_BITS)


def _meant(meaning: Formula, state: State) -> bool:
    if not any(True for _ in formulas.atoms(meaning)):
        return formulas.holds(meaning, {})
    return isinstance(state.q, Fraction) and formulas.holds_at(meaning, state.q, max(2, len(state.weights)))


def states(claim: InvariantClaim, most: int) -> Iterator[State]:
    """Exact states on every sign orthant, at several scales and q, then on the strata of the flow and of the claim."""
    generator = random.Random(20260302)
    own, _, _ = own_parts.parameters(products(claim.invariant), products(claim.rate))
    steepness = claim.q if claim.q is not None else (*STEEPNESS, *own)
    for i in range(max(most, 6 * len(steepness))):
        c = steepness[i % len(steepness)]
        state = _generic(claim, c, i, generator)
        yield state
        yield from _special(claim, state, i // len(steepness), generator)
    yield from _solved(claim, steepness, generator)


def _generic(claim: InvariantClaim, c: Fraction, i: int, generator: random.Random) -> State:
    weights = tuple(
        generator.choice((1, -1))
        * generator.choice(SIZES[: 5 if i < 30 else 8])
        * Fraction(generator.randrange(80, 120), 97)
        for _ in range(claim.depth)
    )
    if i == 0:
        weights = tuple(Fraction(k + 2, k + 3) for k in range(claim.depth))
    slope = generator.choice((1, -1)) * generator.choice(SIZES[:6])
    return State(c, weights, slope, Fraction(0) if claim.decay == "none" else generator.choice(SIZES[:5]))


def _special(claim: InvariantClaim, state: State, turn: int, generator: random.Random) -> Iterator[State]:
    """The same state moved to the strata of the flow, two of them each turn."""
    zero = Fraction(0)
    even = tuple(generator.choice((1, -1)) * abs(state.weights[0]) for _ in state.weights)
    drive = generator.choice(DRIVES)
    still = replace(state, g=zero, drive=drive)
    choices = [still, replace(still, alpha=zero), replace(state, alpha=zero), replace(state, weights=even)]
    if claim.decay == "coupled" and state.alpha:
        choices = [still, replace(still, alpha=zero), replace(state, alpha=zero)]
        choices += [_held(replace(state, weights=even)), _held(state), replace(state, weights=even)]
    yield choices[turn % len(choices)]
    yield choices[(turn + 3) % len(choices)]


def _held(state: State) -> State:
    """The gradient at which the first weight's pull is 0."""
    return replace(state, g=-state.alpha * state.weights[0] ** 2 / state.x)


def _solved(claim: InvariantClaim, steepness: tuple[Fraction, ...], generator: random.Random) -> Iterator[State]:
    """States at which a part of the claim vanishes, and beside them."""
    letters = [f"w{i}" for i in range(1, claim.depth + 1)]
    for part in own_parts.parts(products(claim.rate), products(claim.invariant)):
        count = 0
        used = names(part) | _through_x(part, letters)
        for c, letter in itertools.product(steepness[:3], [n for n in ("g", "alpha", *letters) if n in used]):
            for order in sorted({1, c.denominator}):
                if order > LARGEST_ORDER or count > MOST_SOLVED:
                    continue
                weights = tuple(generator.choice((1, -1)) * generator.randint(1, 5) ** order for _ in letters)
                base = replace(_generic(claim, c, 1, generator), weights=tuple(map(Fraction, weights)))
                for state in _at_zeros(base, part, letter, order):
                    count += 1
                    yield state
                    yield replace(state, g=Fraction(0), alpha=Fraction(0), drive=Fraction(0))


def _through_x(part: Expression, letters: list[str]) -> frozenset[str]:
    return frozenset(letters[:1]) if "x" in names(part) else frozenset()


def _at_zeros(base: State, part: Expression, letter: str, order: int) -> Iterator[State]:
    given = {name: sp.Rational(v.numerator, v.denominator) for name, v in base.at().items()}
    if letter == "alpha" and not base.alpha:
        return
    for sign in (1,) if letter == "alpha" else (1, -1):
        known = dict(given)
        if letter.startswith("w"):
            known["x"] = given["x"] / given[letter] * sign * own_parts.size(order)
        for value in own_parts.zeros(part, letter, known, sign, order)[:6]:
            if letter in ("g", "alpha"):
                tied = part if letter == "g" and order == 1 else None
                yield replace(base, **{letter: value}, tied=tied)  # type: ignore[arg-type]
            else:
                k = int(letter[1:]) - 1
                yield replace(base, weights=(*base.weights[:k], value, *base.weights[k + 1 :]))


def velocities(claim: InvariantClaim, state: State) -> list[arb]:
    """dw_i/dt in balls."""
    if claim.decay == "coupled" and state.alpha:
        return [-_signed(state.pull(w), state.q) for w in state.weights]
    push = ball(state.s) if state.q == 1 else _signed(state.g, state.q)
    decay = state.alpha if claim.decay == "decoupled" else 0
    return [-push * _signed(state.x / w, state.q) - ball(decay * w) for w in state.weights]


def _signed(z: Real, q: Real) -> arb:
    """<z>^{q-1}, 0 at 0."""
    return arb(0) if z == 0 else power(ball(abs(z)), q - 1) * (1 if z > 0 else -1)


def derivative(claim: InvariantClaim, invariant: Expression, state: State, precision: int) -> arb | None:
    """d(invariant)/dt in balls: forward differentiation of the tree along dw_i/dt."""
    at = state.at()
    moving = {f"w{i}": v for i, v in enumerate(velocities(claim, state), 1)}
    total = arb(0)
    for w, v in zip(state.weights, moving.values(), strict=True):
        total += v / ball(w)
    return _forward(invariant, at, {**moving, "x": ball(at["x"]) * total}, precision)[1]


Dual = tuple[arb | None, arb | None]


def _forward(node: Expression, at: Mapping[str, Fraction], velocities: Mapping[str, arb], precision: int) -> Dual:
    """(value, d/dt) of the node; (None, None) where it is not smooth or not defined."""
    value = enclosure(node, at, precision)
    if value is None or not value.is_finite():
        return None, None
    if not names(node) & velocities.keys():
        return value, arb(0)
    nothing: Dual = (None, None)

    def below(part: Expression) -> Dual:
        return _forward(part, at, velocities, precision)

    match node:
        case Name(name):
            return value, velocities[name]
        case Negative(term):
            rate = below(term)[1]
            return nothing if rate is None else (value, -rate)
        case Sum(parts):
            rates = [rate for _, rate in map(below, parts) if rate is not None]
            return (value, sum(rates[1:], rates[0])) if len(rates) == len(parts) else nothing
        case Product(parts):
            pairs = [(v, rate) for v, rate in map(below, parts) if v is not None and rate is not None]
            if len(pairs) < len(parts):
                return nothing
            total = arb(0)
            for k, (_, rate) in enumerate(pairs):
                total += prod((v for j, (v, _) in enumerate(pairs) if j != k), start=rate)
            return value, total
        case Power(base, exponent):
            (b, db), (e, de) = below(base), below(exponent)
            if b is None or db is None or e is None or de is None:
                return nothing
            if isinstance(exponent, Number) and exponent.value.denominator == 1:
                n = int(exponent.value)
                if not (b > 0 or b < 0) and n < 1:
                    return nothing
                return value, n * b ** (n - 1) * db
            return (value, value * (de * b.log() + e * db / b)) if b > 0 else nothing
        case Call(function, (argument, *_)):
            z, dz = below(argument)
            if z is None or dz is None or not (z > 0 or z < 0):
                return nothing
            match function:
                case "abs":
                    return value, dz if z > 0 else -dz
                case "sign":
                    return value, arb(0)
                case "sqrt":
                    return value, dz / (2 * value)
                case "log":
                    return value, dz / z
                case "exp":
                    return value, value * dz
    return nothing


def _witness(rates: Rates, state: State, precision: int) -> Witness:
    digits = WITNESS_DIGITS
    while True:
        used = max(precision, 4 * digits + 64)
        with bits(used):
            sides = rates.gap(state, used)
            texts = [side.str(digits) for side in sides or ()]
            gap = arb(texts[0]) - arb(texts[-1])
        if gap > 0 or gap < 0 or digits > precision:  # what is shown tells the sides apart
            break
        digits *= 2
    at = {
        name: shown_value(value) for name, value in state.at().items() if name != "alpha" or rates.claim.decay != "none"
    }
    if state.q != 1 or (rates.claim.decay == "coupled" and state.alpha):
        del at[DRIVE]
    return Witness(at, texts[0], texts[-1], "left: d(invariant)/dt along the flow; right: the stated rate")
