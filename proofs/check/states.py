"""d(invariant)/dt != rate, by a ball that excludes 0, at exact weights, gradient, decay and q on every sign orthant.

The derivative is taken forwards through the tree of the invariant along dw_i/dt; no formula of the proof is used.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from flint import arb

from ...numeric_checks.balls import ball, power
from ...numeric_checks.precision import bits
from ...numeric_checks.tree_ball import enclosure
from ...symbolic.deciding import formulas
from ...symbolic.deciding.formulas import TRUE, Formula
from ...symbolic.reading.expression import Call, Expression, Name, Negative, Number, Power, Product, Sum, names
from ..judging.steps import Witness
from .claims import InvariantClaim
from .parameters import without_p

SIZES = tuple(Fraction(*r) for r in ((3, 10), (7, 5), (1, 40), (9, 1), (1, 1), (1, 10**4), (10**4, 3), (5, 8)))
STEEPNESS = tuple(Fraction(*r) for r in ((3, 2), (2, 1), (1, 1), (5, 4), (7, 4), (101, 100), (13, 8), (199, 100)))
LEVELS = ((128, 40), (512, 80), (1536, 24))
WITNESS_DIGITS = 30


@dataclass(frozen=True)
class State:
    """Exact weights, gradient, decay and q."""

    q: Fraction
    weights: tuple[Fraction, ...]
    g: Fraction
    alpha: Fraction

    def at(self) -> dict[str, Fraction]:
        """The values of the letters of a rate."""
        x = Fraction(1)
        for w in self.weights:
            x *= w
        weights = {f"w{i}": w for i, w in enumerate(self.weights, 1)}
        return {**weights, "x": x, "g": self.g, "alpha": self.alpha, "q": self.q}


@dataclass(frozen=True)
class Search:
    """A witness or None, and how many states agreed to how many bits."""

    witness: Witness | None
    agreed: int
    precision: int


def search(claim: InvariantClaim, levels: tuple[tuple[int, int], ...] = LEVELS) -> Search:
    """Look for a state where d(invariant)/dt, in balls, differs from the rate."""
    invariant, before = without_p(claim.invariant)
    rate, after = without_p(claim.rate)
    agreed = precision = 0
    for level, most in levels:
        count = 0
        for state in states(claim, most):
            if not _meant(before & after, state):
                continue
            with bits(level):
                left, right = derivative(claim, invariant, state, level), enclosure(rate, state.at(), level)
                if left is None or right is None:
                    continue
                gap = left - right
                if gap > 0 or gap < 0:
                    return Search(_witness(claim, invariant, rate, state, level), agreed, precision)
                count += int(gap.is_finite())
        if count:
            agreed, precision = count, level
    return Search(None, agreed, precision)


def _meant(meaning: Formula, state: State) -> bool:
    return meaning == TRUE or formulas.holds_at(meaning, state.q, max(2, len(state.weights)))


def states(claim: InvariantClaim, most: int) -> Iterator[State]:
    """Exact states on every sign orthant, at several scales and q."""
    generator = random.Random(20260302)
    steepness = claim.q if claim.q is not None else STEEPNESS
    for i in range(max(most, 2 * len(claim.q or ()))):
        weights = tuple(
            generator.choice((1, -1))
            * generator.choice(SIZES[: 5 if i < 30 else 8])
            * Fraction(generator.randrange(80, 120), 97)
            for _ in range(claim.depth)
        )
        if i == 0:
            weights = tuple(Fraction(k + 2, k + 3) for k in range(claim.depth))
        slope = generator.choice((1, -1)) * generator.choice(SIZES[:6])
        decay = Fraction(0) if claim.decay == "none" else generator.choice(SIZES[:5])
        yield State(steepness[i % len(steepness)], weights, slope, decay)


def derivative(claim: InvariantClaim, invariant: Expression, state: State, precision: int) -> arb | None:
    """d(invariant)/dt in balls: forward differentiation of the tree along dw_i/dt."""
    at = state.at()
    velocities: dict[str, arb] = {}
    total = arb(0)
    for i, w in enumerate(state.weights, 1):
        force = state.g * at["x"] / w
        if claim.decay == "coupled":
            force += state.alpha * w
        if force == 0:
            return None
        pull = power(ball(abs(force)), state.q - 1) * (1 if force > 0 else -1)
        velocity = -pull - (ball(state.alpha * w) if claim.decay == "decoupled" else 0)
        velocities[f"w{i}"] = velocity
        total += velocity / ball(w)
    velocities["x"] = ball(at["x"]) * total
    return _forward(invariant, at, velocities, precision)[1]


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


def _witness(claim: InvariantClaim, invariant: Expression, rate: Expression, state: State, precision: int) -> Witness:
    digits = WITNESS_DIGITS
    while True:
        used = max(precision, 4 * digits + 64)
        with bits(used):
            left, right = derivative(claim, invariant, state, used), enclosure(rate, state.at(), used)
            shown = [side.str(digits) for side in (left, right) if side is not None]
            gap = arb(shown[0]) - arb(shown[-1])
        if gap > 0 or gap < 0 or digits > precision:  # what is shown tells the sides apart
            break
        digits *= 2
    at = {name: str(value) for name, value in state.at().items() if name != "alpha" or claim.decay != "none"}
    return Witness(at, shown[0], shown[-1], "left: d(invariant)/dt along the flow; right: the stated rate")
