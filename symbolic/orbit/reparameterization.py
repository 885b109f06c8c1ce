"""x = h(w_1..w_k) for one coordinate, any h, with the flow dw_i/dy = <d_i h>^{q-1} from one start (theory: section
11.8).

The absolute values in h are resolved by the start: |e| = s e with s the sign of e there. With z_i = |w_i| and H(z) =
h(w) on the orthant of the start, dz_i/dy = <dH/dz_i>^{q-1} has the same form, so everything is derived for positive
letters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

import sympy as sp

from ..algebra import equal, is_zero
from ..errors import InputError, Undecided
from ..exact_number import held, plain
from ..reading.expression import Call, Expression, Name, Negative, Number, Power, Product, Sum, names, walk
from ..reading.functions import FUNCTIONS
from ..reading.parser import Parser
from ..reading.to_sympy import to_sympy
from ..reading.tokens import KEYWORDS, tokens
from .signs import sign

READ = frozenset({"abs", "sqrt", "exp", "log", "sinh", "cosh", "tanh"})
MOST_WEIGHTS = 20


@dataclass(frozen=True)
class Reparameterization:
    """q in [1, 2], the text of h, its weights in the order in which they occur, the start, h itself (real symbols)."""

    q: sp.Rational
    text: str
    weights: tuple[sp.Symbol, ...]
    start: tuple[sp.Rational, ...]
    h: sp.Expr
    tree: Expression = field(compare=False)
    constants: Mapping[str, Fraction] = field(default_factory=dict, compare=False)
    finest: int = field(default=1, compare=False)  # the largest denominator of an exponent

    @property
    def power(self) -> sp.Rational:
        """q - 1, the exponent of the flow."""
        return self.q - 1

    @cached_property
    def sizes(self) -> tuple[sp.Symbol, ...]:
        """z_i = |w_i| > 0, named w_i where the start is positive; w_i itself where it starts at 0 and h is not odd or
        even in it."""
        return tuple(self._size(i) for i in range(len(self.weights)))

    def _size(self, i: int) -> sp.Symbol:
        w, at = self.weights[i], self.start[i]
        if at == 0 and not (self.odd(i) or self.even(i)):
            return w
        return sp.Symbol(w.name if at > 0 else f"|{w.name}|", positive=True)

    @cached_property
    def H(self) -> sp.Expr:
        """h on the orthant of the start, with its absolute values resolved, as a function of z."""
        signed = {w: -z if at < 0 else z for w, z, at in self._joined()}
        return _resolved(self.h, {w: self.held(at) for w, _, at in self._joined()}).xreplace(signed)

    def held(self, value: sp.Rational) -> sp.Expr:
        """A number in the form in which SymPy may raise it to the powers that occur here."""
        return held(value, [self.finest])

    @cached_property
    def slopes(self) -> tuple[sp.Expr, ...]:
        """dH/dz_i."""
        found = (sp.factor_terms(sp.diff(self.H, z)) for z in self.sizes)
        return tuple(self._coefficients_held(slope) for slope in found)

    def _coefficients_held(self, e: sp.Expr) -> sp.Expr:
        """The factors that differentiation brought, exponents aside."""
        if e.is_Atom:
            return self.held(e) if e.is_Rational else e
        if e.is_Pow:
            return sp.Pow(self._coefficients_held(e.base), e.exp)
        return e.func(*(self._coefficients_held(a) for a in e.args))

    @cached_property
    def at_start(self) -> dict[sp.Symbol, sp.Rational]:
        """z at the start."""
        return {z: self.held(abs(at)) for _, z, at in self._joined()}

    @cached_property
    def x0(self) -> sp.Expr:
        """x = h(start)."""
        value = self.H.xreplace(self.at_start)
        return value if (known := plain(value)) is None else known

    @cached_property
    def degree(self) -> sp.Expr | None:
        """d with sum_i w_i d_i h = d h, that is h(c w) = c^d h(w); None where h is not shown to be homogeneous."""
        euler = sp.Add(*(z * slope for z, slope in zip(self.sizes, self.slopes, strict=True)))
        quotient = sp.cancel(euler / self.H) if self.H != 0 else None
        if quotient is None or not quotient.is_Rational:
            here = (euler / self.H).xreplace({z: sp.Rational(2 + 3 * i, 5 + i) for i, z in enumerate(self.sizes)})
            quotient = here if here.is_Rational else None
        return quotient if quotient is not None and is_zero(euler - quotient * self.H) else None

    def odd(self, i: int) -> bool:
        """Whether h changes its sign with w_i."""
        return equal(self._flipped(i), -self.h)

    def even(self, i: int) -> bool:
        """Whether h does not change with the sign of w_i."""
        return equal(self._flipped(i), self.h)

    def _flipped(self, i: int) -> sp.Expr:
        return self.h.xreplace({self.weights[i]: -self.weights[i]})

    def _joined(self) -> list[tuple[sp.Symbol, sp.Symbol, sp.Rational]]:
        return list(zip(self.weights, self.sizes, self.start, strict=True))


def reparameterization(
    q: Fraction, text: str, constants: Mapping[str, Fraction], start: Mapping[str, Fraction]
) -> Reparameterization:
    """A validated reparameterization.

    Arguments: q in [1, 2]; the text of h in + - * / ** and abs, sqrt, exp, log, sinh, cosh, tanh; values of the names
    that are
    constants; a start for every other name, which is a weight. Errors: InputError, also for a start at which every d_i
    h is 0,
    or at which one is 0 and the flow from there is not known to be unique.
    """
    if not 1 <= q <= 2:
        raise InputError("q", q, "q lies in [1, 2]")
    found = _names(text)
    tree = Parser(text, ARGUMENT, found, READ).expression()
    found = tuple(name for name in found if name in names(tree))
    _agree("set", constants, found, f"it is not a name in {text}")
    weights = tuple(name for name in found if name not in constants)
    if not 1 <= len(weights) <= MOST_WEIGHTS:
        raise InputError(ARGUMENT, text, f"leave 1 to {MOST_WEIGHTS} names that are no constants: they are the weights")
    _agree("start", start, weights, f"it is not a weight; the weights are {', '.join(weights)}")
    missing = [name for name in weights if name not in start]
    if missing:
        raise InputError(
            "start",
            ",".join(f"{n}={v}" for n, v in start.items()),
            f"the weight {missing[0]} has no value: give one too",
        )
    letters = {name: sp.Symbol(name, real=True) for name in weights}
    values = {name: sp.Rational(v.numerator, v.denominator) for name, v in constants.items()}
    try:
        finest = _finest(q, tree, values)
        shown, numbers = _numbers_held(tree, values, finest)
        h = to_sympy(shown, {**letters, **values, **numbers})
    except Undecided as error:
        raise InputError(ARGUMENT, text, str(error)) from None
    point = tuple(sp.Rational(start[n].numerator, start[n].denominator) for n in weights)
    made = Reparameterization(
        sp.Rational(q.numerator, q.denominator), text, tuple(letters.values()), point, h, tree, dict(constants), finest
    )
    _check_start(made)
    return made


ARGUMENT = "reparameterization"


def _finest(q: Fraction, tree: Expression, values: Mapping[str, sp.Expr]) -> int:
    """The largest denominator among 1/2 and E, q, E q, 1/(1 - (E-1)(q-1)) for the exponents E of the text."""
    found = [2, q.denominator]
    for node in walk(tree):
        exponent: sp.Expr = sp.Integer(2)
        if isinstance(node, Power):
            exponent = to_sympy(node.exponent, values)
        elif isinstance(node, Call) and node.function == "sqrt":
            exponent = sp.Rational(1, 2)
        if exponent.is_Rational:
            rest = 1 - (exponent - 1) * sp.Rational(q.numerator - q.denominator, q.denominator)
            found += [exponent.q * q.denominator, abs(rest.p)]
    return max(map(int, found))


def _numbers_held(
    tree: Expression, values: Mapping[str, sp.Expr], finest: int
) -> tuple[Expression, dict[str, sp.Expr]]:
    """The tree with the numbers outside exponents as names of their own, and what these stand for."""
    numbers: dict[str, sp.Expr] = {}

    def named(node: Expression) -> Expression:
        match node:
            case Number(value):
                return known(node, sp.Rational(value.numerator, value.denominator))
            case Name(name) if name in values:
                return known(node, values[name])
            case Negative(term):
                return Negative(named(term), node.at)
            case Sum(terms):
                return Sum(tuple(map(named, terms)), node.at)
            case Product(factors):
                return Product(tuple(map(named, factors)), node.at)
            case Power(base, exponent):
                return Power(named(base), exponent, node.at)
            case Call(function, arguments):
                return Call(function, tuple(map(named, arguments)), node.at)
        return node

    def known(node: Expression, value: sp.Expr) -> Expression:
        name = f"#{len(numbers)}"  # no name of a text
        numbers[name] = held(value, [finest])
        return Name(name, node.at)

    return named(tree), numbers


def _names(text: str) -> tuple[str, ...]:
    """The names of the text in order, functions aside."""
    words = tokens(text, ARGUMENT)
    called = [a.text for a, b in pairwise(words) if a.kind == "name" and b.text == "("]
    plain = (t.text for t in words if t.kind == "name" and t.text not in KEYWORDS and t.text not in called)
    return tuple(dict.fromkeys(name for name in plain if name not in FUNCTIONS))


def _agree(argument: str, given: Mapping[str, Fraction], known: Sequence[str], remedy: str) -> None:
    for name in given:
        if name not in known:
            raise InputError(argument, name, remedy)


def _resolved(h: sp.Expr, at: Mapping[sp.Symbol, sp.Rational]) -> sp.Expr:
    """h with |e| = s e and sign(e) = s, s the sign of e at the start, from the inside out."""
    if not h.args:
        return h
    inner = h.func(*(_resolved(a, at) for a in h.args))
    if isinstance(inner, (sp.Abs, sp.sign)):
        side = sign(inner.args[0].xreplace(dict(at)))
        if side == 0:
            raise InputError("start", _shown(at), f"|{inner.args[0]}| has a kink there: start beside it")
        return side * (inner.args[0] if isinstance(inner, sp.Abs) else sp.Integer(1))
    return inner


def _check_start(h: Reparameterization) -> None:
    shown = _shown(dict(zip(h.weights, h.start, strict=True)))
    if h.H.xreplace(h.at_start).has(sp.zoo, sp.nan, sp.oo, sp.I):
        raise InputError("start", shown, "h is not a real number there")
    sign(h.H.xreplace(h.at_start))
    for w, slope in zip(h.weights, h.slopes, strict=True):
        if is_zero(slope):
            raise InputError(ARGUMENT, h.text, f"h does not depend on {w}")
        if slope.xreplace(h.at_start).has(sp.zoo, sp.nan, sp.oo):
            raise InputError("start", shown, f"dh/d{w} is infinite there")
    signs = [sign(slope.xreplace(h.at_start)) for slope in h.slopes]
    if not any(signs):
        raise InputError("start", shown, "degenerate: every dh/dw_i is 0 there; start where one is not")
    if h.q == 2:
        return
    for i, w in enumerate(h.weights):
        if signs[i] == 0 and not crosses(h, i, h.at_start, signs):
            raise InputError(
                "start", shown, f"dh/d{w} is 0 there, and for q < 2 the flow from there need not be unique"
            )


def crosses(h: Reparameterization, i: int, point: Mapping[sp.Symbol, sp.Rational], signs: Sequence[int]) -> bool:
    """Whether d_i h, 0 at the point, passes through 0 there: sum_j d_ij h <d_j h>^{q-1} != 0 (then the solution is
    unique)."""
    moved = sp.Integer(0)
    for z, slope, s in zip(h.sizes, h.slopes, signs, strict=True):
        if s:
            speed = s * abs(slope.xreplace(dict(point))) ** h.power
            moved += sp.diff(h.slopes[i], z).xreplace(dict(point)) * speed
    return sign(moved) != 0


def _shown(at: Mapping[sp.Symbol, sp.Rational]) -> str:
    return ",".join(f"{w}={v}" for w, v in at.items())
