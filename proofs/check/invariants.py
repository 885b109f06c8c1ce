"""d(invariant)/dt = rate along the flow of the weights, for every objective: an identity on each stratum.

  w_i = s_i a_i, x = prod w_j, dF/dw_i = g x/w_i:   dw_i/dt = -<dF/dw_i>^{q-1}             (no decay)
                                                    dw_i/dt = -<dF/dw_i>^{q-1} - alpha w_i  (decoupled)
                                                    dw_i/dt = -<dF/dw_i + alpha w_i>^{q-1}  (coupled)

The strata (proofs.check.strata) are every choice of signs, with g = 0, a pull of 0 and alpha = 0 among them; q = 1 is
apart, since there the drive s is free in [-1, 1] where g = 0. Where the rate has no value on a stratum it is a hole.
Weights that the claim does not name enter through x alone: one letter for the size of their product, and its sign.
An invariant must not jump where a weight crosses 0: one value from both sides, or none (a pole).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

import sympy as sp

from ...symbolic.algebra import is_zero
from ...symbolic.deciding.formulas import Formula, atom
from ...symbolic.deciding.polynomials import constant
from ...symbolic.deciding.polynomials import q as Q
from ...symbolic.errors import Undecided
from ...symbolic.reading.expression import Call, Expression, Name, Negative, Number, Power, Product, Sum, mapped, names
from ...symbolic.reading.to_sympy import to_sympy
from ...symbolic.setting import Setting
from ...symbolic.symbols import alpha, q
from ..judging.steps import Identity, Step, nonnegative
from .claims import InvariantClaim
from .defined import Domain, Undefined
from .limits import leading, limit_at_zero
from .odd_powers import without_signs
from .parameters import without_p
from .strata import DRIVE, FREE, SIGNS, Stratum, driven, strata

MOST_NAMED = 9
REST = sp.Symbol("rest", positive=True)  # the size of the product of the weights that are not named
SLOPE = sp.Symbol("c", positive=True)  # |g|
SIGMA = sp.Symbol("sigma", positive=True)  # |s|, at most 1
ANY = sp.Symbol("G", real=True)  # <g>^{q-1} of either sign, or any s in [-1, 1] at q = 1


@dataclass(frozen=True)
class Argument:
    """One identity for each stratum, and the holes left out, in words."""

    steps: tuple[Step, ...]
    holes: tuple[str, ...]


class Hole(Undefined):
    """The rate has no value on a stratum: which letter, or pull, is 0 there."""


@dataclass(frozen=True)
class Pull:
    """dF/dw_i + alpha w_i, its sign (0 included) on a stratum, and its drive where it is 0 at q = 1."""

    value: sp.Expr
    sign: int
    size: sp.Expr
    drive: Expression


def argument(claim: InvariantClaim) -> Argument:
    """The proof as steps (unchecked). Errors: Undecided."""
    steps: list[Step] = []
    holes: list[str] = []
    seen: set[sp.Expr] = set()
    several = claim.q is None or len(claim.q) > 1
    for steepness in claim.q if claim.q is not None else (None, Fraction(1)):
        try:
            frame = Frame(claim, steepness)
            for stratum in frame.strata():
                try:
                    left, right = frame.sides(stratum)
                except Hole as hole:
                    holes.append(str(hole))
                    continue
                if (gap := left - right) not in seen:
                    seen.add(gap)
                    steps.append(Identity(f"{frame.words}: {stratum.words()}", left, right, conclusion=True))
            holes += (*frame.domain.holes, *frame.poles)
        except Undefined:
            if not (several and steepness is not None):
                raise
            holes.append(f"q = {steepness}")
    if not steps:
        raise Undecided("the rate is undefined")
    return Argument(tuple(steps), tuple(dict.fromkeys(holes)))


class Frame:
    """The claim at one q, or at all q > 1: its letters, and both sides on a stratum."""

    def __init__(self, claim: InvariantClaim, steepness: Fraction | None):
        self.claim, self.steepness = claim, steepness
        self.q = q if steepness is None else sp.Rational(steepness.numerator, steepness.denominator)
        self.words = "all q > 1" if steepness is None else f"q = {steepness}"
        (self.left, before), (self.right, after) = without_p(claim.invariant), without_p(claim.rate)
        if steepness is not None and steepness > 1:
            self.left, self.right = (without_signs(side, steepness) for side in (self.left, self.right))
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
        self.slides = [sp.Symbol(f"sigma{i}", positive=True) for i in self.indices]  # |s_i|, at most 1
        given: Formula = atom(Q - constant(1 if steepness is None else steepness), ">" if steepness is None else "==")
        self.domain = Domain(Setting(self.q, ((sp.Integer(0), sp.Integer(claim.depth)),)), given)
        self.domain.meet(before & after, "the claim is undefined for some q")
        self.poles: dict[str, None] = {}  # of the invariant, where a function of the weights is 0
        self._orthants: dict[tuple[tuple[int, ...], int], sp.Expr] = {}  # the invariant on each
        self._continuous()

    def strata(self) -> Iterator[Stratum]:
        """Every piece."""
        return strata(len(self.indices), self.complete, self.uses_slope, self.claim.decay, self.steepness)

    def sides(self, stratum: Stratum) -> tuple[sp.Expr, sp.Expr]:
        """(d(invariant)/dt, rate) in positive letters. Errors: Hole, Undecided."""
        values, size = self._values(stratum)
        pulls = self._pulls(stratum, size)
        tied = self._tied(stratum, size)
        right = driven(self.right, stratum.decaying) if self.steepness == 1 and not pulls else self.right
        signs = _Signs(self.domain, values, pulls, tied)
        stated = signs.sympy(signs.read(right))
        invariant, rate = self._invariant(stratum.weights, stratum.rest), sp.Integer(0)
        for k, (a, sign) in enumerate(zip(self.sizes, stratum.weights, strict=True)):
            rate += sp.diff(invariant, a) * sign * self._weight_rate(k, stratum, size, values, pulls)
        return rate.xreplace(tied) if tied else rate, stated

    def _values(self, stratum: Stratum) -> tuple[dict[str, sp.Expr], sp.Expr]:
        """The letters of the claim, and |x|."""
        letters = {f"w{i}": s * a for i, s, a in zip(self.indices, stratum.weights, self.sizes, strict=True)}
        size = sp.Mul(*self.sizes) * (1 if self.complete else REST)
        drive = ANY if stratum.drive is FREE else stratum.drive * (1 if stratum.slope else SIGMA)
        others = {"x": stratum.side * size, "q": self.q, "g": stratum.slope * SLOPE, DRIVE: drive}
        slides = {f"{DRIVE}{i}": sigma for i, sigma in zip(self.indices, self.slides, strict=True)}
        return {**letters, **others, **slides, "alpha": alpha if stratum.decaying else sp.Integer(0)}, size

    def _invariant(self, weights: tuple[int, ...], rest: int) -> sp.Expr:
        if (weights, rest) not in self._orthants:
            values, _ = self._values(Stratum(weights, rest, 0, 0, False))
            signs = _Signs(self.domain, values, [], {}, self.poles)
            self._orthants[weights, rest] = signs.sympy(signs.read(self.left))
        return self._orthants[weights, rest]

    def _continuous(self) -> None:
        """The invariant has one value, or none, from both sides of w_i = 0, for each i. Errors: Undecided."""
        for weights in itertools.product(SIGNS, repeat=len(self.indices)):
            for rest in (1,) if self.complete else SIGNS:
                here = self._invariant(weights, rest)
                for k, a in enumerate(self.sizes):
                    if weights[k] < 0:
                        continue
                    flipped = self._invariant((*weights[:k], -1, *weights[k + 1 :]), rest)
                    if not self._meets(here, flipped, a):
                        raise Undecided(f"the invariant is not shown to be continuous where w{self.indices[k]} = 0")

    def _meets(self, here: sp.Expr, there: sp.Expr, a: sp.Symbol) -> bool:
        if is_zero(here - there):
            return True
        limit = limit_at_zero(here - there, a, self.domain.exponent_sign)
        if limit is not None:
            return is_zero(limit)
        fronts = [leading(side, a, self.domain.exponent_sign) for side in (here, there)]
        return all(
            front is not None and front.c is not None and self.domain.exponent_sign(front.power) == -1
            for front in fronts
        )

    def _pulls(self, stratum: Stratum, size: sp.Expr) -> list[Pull]:
        """The pulls under coupled decay, before what is 0 is put in."""
        slides = stratum.slides or (0,) * len(stratum.pulls)
        return [
            Pull(
                s * (stratum.slope * stratum.side * SLOPE * size / a + alpha * a),
                s * pull,
                a,
                Product((Number(Fraction(s * slide)), Name(f"{DRIVE}{i}"))),
            )
            for i, s, a, pull, slide in zip(
                self.indices, stratum.weights, self.sizes, stratum.pulls, slides, strict=bool(stratum.pulls)
            )
        ]

    def _tied(self, stratum: Stratum, size: sp.Expr) -> dict[sp.Expr, sp.Expr]:
        """Pulls of 0: their weights have one size a, and |g x| = alpha a^2."""
        still = [a for a, pull in zip(self.sizes, stratum.pulls, strict=False) if pull == 0]
        if not still:
            return {}
        same = dict.fromkeys(still[1:], still[0])
        return {**same, SLOPE: alpha * still[0] ** 2 / size.xreplace(same)}

    def _weight_rate(
        self, k: int, stratum: Stratum, size: sp.Expr, values: Mapping[str, sp.Expr], pulls: list[Pull]
    ) -> sp.Expr:
        own, a = stratum.weights[k], self.sizes[k]
        if pulls:
            pull = pulls[k]
            if pull.sign == 0:
                return -to_sympy(pull.drive, values) if self.steepness == 1 else sp.Integer(0)
            return -pull.sign * (pull.sign * pull.value) ** (self.q - 1)
        if stratum.slope:
            push = stratum.slope * SLOPE ** (self.q - 1)
        else:
            push = values[DRIVE] if stratum.drive is FREE or self.steepness == 1 else sp.Integer(0)
        return -push * own * stratum.side * (size / a) ** (self.q - 1) - values["alpha"] * own * a


class _Signs:
    """An expression with abs, sign replaced by what they are on one stratum; `tied` is put into every value."""

    def __init__(
        self,
        domain: Domain,
        values: Mapping[str, sp.Expr],
        pulls: list[Pull],
        tied: Mapping[sp.Expr, sp.Expr],
        poles: dict[str, None] | None = None,
    ):
        self.domain, self.values, self.pulls, self.tied, self.poles = domain, values, pulls, tied, poles

    def sympy(self, node: Expression) -> sp.Expr:
        """The value on the stratum."""
        value = to_sympy(node, self.values)
        return value.xreplace(self.tied) if self.tied else value

    def read(self, node: Expression) -> Expression:
        """The analytic form. Errors: Hole, Undecided where a sign or a value is not shown."""
        match node:
            case Power(base, exponent, at):
                return self._power(node, self.read(base), self.read(exponent), at)
            case Call("log", (Call("abs", (argument,)),), at) if self.poles is not None:
                argument = self.read(argument)
                if (sign := self.sign(argument)) is None:  # log|z| = log(z^2)/2
                    self.nonzero(argument)
                    return Product((Number(Fraction(1, 2)), Call("log", (Power(argument, Number(Fraction(2))),), at)))
                return Call("log", (argument if sign > 0 else Negative(argument),), at)
            case Call(function, (argument, *_), at):
                argument = self.read(argument)
                if function in ("abs", "sign"):
                    return self._size(function, argument)
                if function != "exp" and self.sign(argument) != 1:
                    raise Undecided(f"{function} is not shown to be defined (column {at + 1})")
                return Call(function, (argument,), at)
        return mapped(node, self.read)

    def _power(self, node: Power, base: Expression, exponent: Expression, at: int) -> Expression:
        if self._vanishes(exponent):
            return Number(Fraction(1))  # z^0, for 0 too
        whole = isinstance(exponent, Number) and exponent.value.denominator == 1
        if whole and exponent.value > 0:  # type: ignore[union-attr]
            return Power(base, exponent, at)
        if names(node.base) - {"q"} and self._vanishes(base):
            if names(exponent) <= {"q"} and self.domain.sign(exponent) == 1:
                return Number(Fraction(0))
            used = names(node) & {"g", "alpha"}
            raise Hole({1: f"{''.join(used)} = 0", 2: "a pull of 0"}.get(len(used), "a weight of 0"))
        if whole:
            self.nonzero(base)
        elif self.sign(base) != 1:
            raise Undecided(f"the base of a power is not shown to be positive (column {at + 1})")
        return Power(base, exponent, at)

    def sign(self, node: Expression) -> int | None:
        """1 or -1 where shown, else None."""
        if names(node) <= {"q"}:
            return self.domain.sign(node)
        value = self.sympy(node)
        for sign in SIGNS:
            if nonnegative(sign * value, strict=True):
                return sign
        if isinstance(node, Sum):
            positive = [self.sign(part) == 1 for part in node.terms]
            if any(positive) and all(p or _square(part) for p, part in zip(positive, node.terms, strict=True)):
                return 1
        found = self._pull(node)
        return None if found is None else (found[0].sign * found[1]) or None

    def _pull(self, node: Expression) -> tuple[Pull, int] | None:
        """The pull of which the node is a multiple that is never 0, and the sign of the factor."""
        if not self.pulls or not names(node) & {"alpha"}:
            return None
        raw = to_sympy(node, self.values)
        for pull in self.pulls:
            for factor in (sp.Integer(1), pull.size):
                for side in SIGNS:
                    if is_zero(raw - side * factor * pull.value):
                        return pull, side
        return None

    def _vanishes(self, node: Expression) -> bool:
        return is_zero(self.sympy(node))

    def nonzero(self, node: Expression) -> None:
        """Show that the value is never 0. Errors: Undecided."""
        if names(node) <= {"q"}:
            self.domain.nonzero(node)
        elif self.sign(node) is None:
            if self.poles is None or self._vanishes(node):
                raise Undecided(f"a denominator is not shown to differ from 0 (column {node.at + 1})")
            self.poles.setdefault(f"the zeros of what the invariant divides by (column {node.at + 1})")

    def _size(self, function: str, node: Expression) -> Expression:
        found = self._pull(node)
        if found is not None and found[0].sign == 0:
            pull, side = found
            if function == "abs" or self.domain.at.q != 1:
                return Number(Fraction(0))
            return pull.drive if side > 0 else Negative(pull.drive)
        sign = self.sign(node)
        if sign is None:
            if self._vanishes(node):
                return Number(Fraction(0))
            raise Undecided(f"the sign inside {function} is not shown (column {node.at + 1})")
        if function == "sign":
            return Number(Fraction(sign))
        return node if sign > 0 else Negative(node)


def _square(node: Expression) -> bool:
    """Whether it is an even power."""
    match node:
        case Power(_, Number(n)):
            return n > 0 and n % 2 == 0
    return False


def derived(claim: InvariantClaim) -> str:
    """d(invariant)/dt where every weight and g are positive, in the letters of the claim. Errors: Undecided."""
    frame = Frame(claim, claim.q[0] if claim.q is not None and len(claim.q) == 1 else None)
    count = len(frame.indices)
    apart = claim.decay == "coupled" and frame.q != 2
    outwards = (1,) * count if apart else ()
    left, _ = frame.sides(Stratum((1,) * count, 1, 1, 1, claim.decay != "none", outwards))
    names_of = {a: sp.Symbol(f"w{i}", positive=True) for i, a in zip(frame.indices, frame.sizes, strict=True)}
    size = sp.Mul(*frame.sizes) * (1 if frame.complete else REST)
    whole = left.subs(REST, sp.Symbol("x", positive=True) / sp.Mul(*frame.sizes)) if not frame.complete else left
    shown = sp.powsimp(sp.expand_power_base(sp.expand(whole)).subs(size, sp.Symbol("x", positive=True)))
    return (
        f"{sp.factor_terms(shown).xreplace({**names_of, SLOPE: sp.Symbol('g', positive=True)})} where every weight and"
        " g are positive"
    )
