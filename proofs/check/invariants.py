"""d(invariant)/dt = rate along the flow of the weights, for every objective: on each sign orthant, with g free.

  w_i = s_i a_i, x = prod w_j, dF/dw_i = g x/w_i:   dw_i/dt = -<dF/dw_i>^{q-1}             (no decay)
                                                    dw_i/dt = -<dF/dw_i>^{q-1} - alpha w_i  (decoupled)
                                                    dw_i/dt = -<dF/dw_i + alpha w_i>^{q-1}  (coupled)

Where the claim names g it is checked at g = 0 too, for q > 1 (at q = 1 that is a convention, theory: section 0).
Weights that the claim does not name enter through x alone: one letter for the size of their product, and its sign.
Under coupled decay every pull dF/dw_i + alpha w_i has a sign too, and <z>^{q-1} = s |z|^{q-1} on each piece.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import sympy as sp

from ...symbolic.algebra import is_zero
from ...symbolic.deciding.formulas import TRUE, Formula, atom
from ...symbolic.deciding.polynomials import constant
from ...symbolic.deciding.polynomials import q as Q
from ...symbolic.errors import Undecided
from ...symbolic.reading.expression import Call, Expression, Negative, Number, Power, Product, Sum, names, walk
from ...symbolic.reading.to_sympy import to_sympy
from ...symbolic.setting import Setting
from ...symbolic.symbols import alpha, q
from ..judging.steps import Identity, Step, nonnegative
from .claims import InvariantClaim
from .defined import Domain
from .limits import limit_at_zero
from .parameters import without_p

MOST_NAMED = 8
REST = sp.Symbol("rest", positive=True)  # the size of the product of the weights that are not named
SLOPE = sp.Symbol("c", positive=True)  # |g|
ANY = sp.Symbol("G", real=True)  # <g>^{q-1} of either sign, or any s in [-1, 1] at q = 1 where g = 0


@dataclass(frozen=True)
class Orthant:
    """Signs of the named weights, of the product of the others, of g (0: any g; `still`: g = 0), and of the pulls
    (coupled)."""

    weights: tuple[int, ...]
    rest: int
    slope: int
    pulls: tuple[int, ...]
    still: bool = False

    def words(self) -> str:
        """The signs in words."""
        signs = {1: "+", -1: "-"}
        shown = "weights " + "".join(signs[s] for s in self.weights)
        if self.slope or self.still:
            shown += ", g = 0" if self.still else f", g {signs[self.slope]}"
        return shown + (", pulls " + "".join(signs[s] for s in self.pulls) if self.pulls else "")


@dataclass(frozen=True)
class Argument:
    """One identity for each orthant, and the ends of q left out."""

    steps: tuple[Step, ...]
    excluded: frozenset[int]


def argument(claim: InvariantClaim) -> Argument:
    """The proof as steps (unchecked). Errors: Undecided."""
    steps: list[Step] = []
    excluded: frozenset[int] = frozenset()
    seen: set[sp.Expr] = set()
    for steepness in claim.q if claim.q is not None else (None,):
        frame = Frame(claim, steepness)
        for orthant in frame.orthants():
            left, right = frame.sides(orthant)
            if (gap := left - right) not in seen:
                seen.add(gap)
                steps.append(Identity(f"{frame.words}: {orthant.words()}", left, right, conclusion=True))
        excluded |= frame.excluded
    return Argument(tuple(steps), excluded)


class Frame:
    """The claim at one q (or all): its letters, and both sides on an orthant."""

    def __init__(self, claim: InvariantClaim, steepness: Fraction | None):
        self.claim, self.steepness = claim, steepness
        self.q = q if steepness is None else sp.Rational(steepness.numerator, steepness.denominator)
        self.words = "all q" if steepness is None else f"q = {steepness}"
        self.jumps = any(isinstance(part, Call) and part.function == "sign" for part in walk(claim.invariant))
        (self.left, before), (self.right, after) = without_p(claim.invariant), without_p(claim.rate)
        used = names(self.left) | names(self.right)
        self.indices = [i for i in range(1, claim.depth + 1) if f"w{i}" in used]
        if "x" in names(self.left):
            self.indices = list(range(1, claim.depth + 1))
        if len(self.indices) > MOST_NAMED:
            raise Undecided(
                f"the claim names {len(self.indices)} weights: at most {MOST_NAMED} are taken apart by signs"
            )
        self.complete = len(self.indices) == claim.depth
        self.uses_slope = "g" in used
        self.sizes = [sp.Symbol(f"a{i}", positive=True) for i in self.indices]
        given: Formula = atom(Q - constant(steepness), "==") if steepness is not None else TRUE
        self.domain = Domain(Setting(self.q, ((sp.Integer(0), sp.Integer(claim.depth)),)), given)
        self.domain.require(before & after, "the claim is undefined for some q")
        faster = given if steepness == 1 else given & atom(Q - constant(1), ">")
        self.moving = Domain(self.domain.at, faster)  # where <0>^{q-1} = 0

    @property
    def excluded(self) -> frozenset[int]:
        """The ends of q that had to be left out."""
        return self.domain.excluded

    def orthants(self) -> Iterator[Orthant]:
        """Every choice of signs."""
        signs = (1, -1)
        coupled = self.claim.decay == "coupled" and self.q != 2
        slopes = signs if self.uses_slope or self.claim.decay == "coupled" else (0,)
        for weights in itertools.product(signs, repeat=len(self.indices)):
            for rest in (1,) if self.complete else signs:
                for slope in slopes:
                    side = slope * rest * sp.prod(weights)
                    pulls = [(1,) * len(weights)] if side > 0 else itertools.product(signs, repeat=len(weights))
                    for pull in pulls if coupled else [()]:
                        yield Orthant(weights, rest, slope, tuple(pull))
                if 0 not in slopes and (self.q != 1 or self.claim.decay == "coupled"):
                    yield Orthant(weights, rest, 0, (1,) * len(weights) if coupled else (), still=True)

    def sides(self, orthant: Orthant) -> tuple[sp.Expr, sp.Expr]:
        """(d(invariant)/dt, rate) in positive letters."""
        values, side, size = self._values(orthant)
        pulls = self._pulls(orthant, side, size) if orthant.pulls else []
        signs = _Signs(self.moving if orthant.still else self.domain, values, pulls)
        invariant, stated = self._invariant(orthant), to_sympy(signs.read(self.right), values)
        if self.jumps and not orthant.pulls:
            self._continuous(orthant, invariant)
        rate = sp.Integer(0)
        for k, (a, sign) in enumerate(zip(self.sizes, orthant.weights, strict=True)):
            rate += sp.diff(invariant, a) * sign * self._weight_rate(k, orthant, side, size, pulls)
        return rate, stated

    def _values(self, orthant: Orthant) -> tuple[dict[str, sp.Expr], int, sp.Expr]:
        """The letters of the claim, the sign of x, and |x|."""
        letters = {f"w{i}": s * a for i, s, a in zip(self.indices, orthant.weights, self.sizes, strict=True)}
        size = sp.Mul(*self.sizes) * (1 if self.complete else REST)
        side = orthant.rest * int(sp.prod(orthant.weights))
        return {**letters, "x": side * size, "q": self.q, "alpha": alpha, "g": orthant.slope * SLOPE}, side, size

    def _invariant(self, orthant: Orthant) -> sp.Expr:
        values, _, _ = self._values(orthant)
        return to_sympy(_Signs(self.domain, values, []).read(self.left), values)

    def _continuous(self, orthant: Orthant, invariant: sp.Expr) -> None:
        """The invariant has one value from both sides of w_i = 0, for each i. Errors: Undecided."""
        for k, a in enumerate(self.sizes):
            if orthant.weights[k] > 0:
                flipped = replace(orthant, weights=(*orthant.weights[:k], -1, *orthant.weights[k + 1 :]))
                gap = invariant - self._invariant(flipped)
                limit = sp.Integer(0) if is_zero(gap) else limit_at_zero(gap, a, self.domain.exponent_sign)
                if limit is None or not is_zero(limit):
                    raise Undecided(f"the invariant is not shown to be continuous where w{self.indices[k]} = 0")

    def _pulls(self, orthant: Orthant, side: int, size: sp.Expr) -> list[tuple[sp.Expr, int]]:
        """(dF/dw_i + alpha w_i, its sign on this piece)."""
        return [
            (s * (orthant.slope * side * SLOPE * size / a + alpha * a), s * pull)
            for s, a, pull in zip(orthant.weights, self.sizes, orthant.pulls, strict=True)
        ]

    def _weight_rate(self, k: int, orthant: Orthant, side: int, size: sp.Expr, pulls: list) -> sp.Expr:  # type: ignore[type-arg]
        own, a = orthant.weights[k], self.sizes[k]
        if pulls:
            pull, sign = pulls[k]
            return -sign * (sign * pull) ** (self.q - 1)
        if self.claim.decay == "coupled":  # q = 2
            return -own * (orthant.slope * side * SLOPE * size / a + alpha * a)
        push = orthant.slope * SLOPE ** (self.q - 1) if orthant.slope or orthant.still else ANY
        decay = alpha * own * a if self.claim.decay == "decoupled" else 0
        return -push * own * side * (size / a) ** (self.q - 1) - decay


class _Signs:
    """An expression with abs, sign, min, max replaced by what they are on one orthant."""

    def __init__(self, domain: Domain, values: Mapping[str, sp.Expr], pulls: list[tuple[sp.Expr, int]]):
        self.domain, self.values, self.pulls = domain, values, pulls

    def read(self, node: Expression) -> Expression:
        """The analytic form. Errors: Undecided where a sign or a value is not shown."""
        match node:
            case Negative(term, at):
                return Negative(self.read(term), at)
            case Sum(parts, at):
                return Sum(tuple(map(self.read, parts)), at)
            case Product(parts, at):
                return Product(tuple(map(self.read, parts)), at)
            case Power(base, exponent, at):
                base, exponent = self.read(base), self.read(exponent)
                if names(exponent) <= {"q"} and self._vanishes(base) and self.domain.sign(exponent) == 1:
                    return Number(Fraction(0))
                whole = isinstance(exponent, Number) and exponent.value.denominator == 1
                if not whole and self.sign(base) != 1:
                    raise Undecided(f"the base of a power is not shown to be positive (column {at + 1})")
                if isinstance(exponent, Number) and exponent.value < 0:
                    self.nonzero(base)
                return Power(base, exponent, at)
            case Call(function, (argument, *_), at):
                argument = self.read(argument)
                if function in ("abs", "sign"):
                    return self._size(function, argument)
                if function != "exp" and self.sign(argument) != 1:
                    raise Undecided(f"{function} is not shown to be defined (column {at + 1})")
                return Call(function, (argument,), at)
        return node

    def sign(self, node: Expression) -> int | None:
        """1 or -1 where shown, else None."""
        if names(node) <= {"q"}:
            return self.domain.sign(node)
        value = to_sympy(node, self.values)
        for sign in (1, -1):
            if nonnegative(sign * value, strict=True):
                return sign
        for pull, sign in self.pulls:
            for side in (1, -1):
                if is_zero(value - side * pull):
                    return side * sign
        return None

    def _vanishes(self, node: Expression) -> bool:
        return is_zero(to_sympy(node, self.values))

    def nonzero(self, node: Expression) -> None:
        """Show that the value is never 0. Errors: Undecided."""
        if names(node) <= {"q"}:
            self.domain.nonzero(node)
        elif self.sign(node) is None:
            raise Undecided(f"a denominator is not shown to differ from 0 (column {node.at + 1})")

    def _size(self, function: str, node: Expression) -> Expression:
        sign = self.sign(node)
        if sign is None:
            if self._vanishes(node):
                return Number(Fraction(0))
            raise Undecided(f"the sign inside {function} is not shown (column {node.at + 1})")
        if function == "sign":
            return Number(Fraction(sign))
        return node if sign > 0 else Negative(node)


def derived(claim: InvariantClaim) -> str:
    """d(invariant)/dt where every weight and g are positive, in the letters of the claim. Errors: Undecided."""
    frame = Frame(claim, claim.q[0] if claim.q is not None and len(claim.q) == 1 else None)
    count = len(frame.indices)
    left, _ = frame.sides(
        Orthant((1,) * count, 1, 1, (1,) * count if claim.decay == "coupled" and frame.q != 2 else ())
    )
    names_of = {a: sp.Symbol(f"w{i}", positive=True) for i, a in zip(frame.indices, frame.sizes, strict=True)}
    size = sp.Mul(*frame.sizes) * (1 if frame.complete else REST)
    whole = left.subs(REST, sp.Symbol("x", positive=True) / sp.Mul(*frame.sizes)) if not frame.complete else left
    shown = sp.powsimp(sp.expand_power_base(sp.expand(whole)).subs(size, sp.Symbol("x", positive=True)))
    return (
        f"{sp.factor_terms(shown).xreplace({**names_of, SLOPE: sp.Symbol('g', positive=True)})} where every weight and"
        " g are positive"
    )
