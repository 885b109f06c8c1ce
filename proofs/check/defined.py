"""Where an expression has a value: every denominator, logarithm, root and series in it, shown for all x, u, names > 0.

`Domain.read` returns the expression with abs, sign, min and max replaced by what they are, so that the result is
analytic in x and u. Signs come from the signs of the parts, from exact logic on q and L, and from the normal form at
x = P(u)^{1/q}. Where a denominator in q and L is 0 there is a hole, which is left out; a part that fails only at q = 1
or q = 2 leaves that end out; anything else that is not shown is Undecided.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import prod

import sympy as sp
from flint import fmpq_mpoly

from ...numeric_checks.hypergeometric import defined, terminates
from ...numeric_checks.tree_ball import enclosure
from ...symbolic.algebra import is_zero
from ...symbolic.deciding import formulas
from ...symbolic.deciding.formulas import TRUE, Formula, atom, atoms
from ...symbolic.deciding.polynomials import constant, from_terms, terms
from ...symbolic.deciding.polynomials import q as Q
from ...symbolic.deciding.sign_of_one_minus_m import lowest
from ...symbolic.errors import Undecided
from ...symbolic.formula import size
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
    substituted,
)
from ...symbolic.reading.functions import REGISTRY, Function, comparisons, condition
from ...symbolic.reading.to_sympy import to_sympy
from ...symbolic.setting import Setting
from ...symbolic.symbols import L, q, u, x
from ..judging.steps import nonnegative
from .holes import words
from .parameters import rational

ENDS = (1, 2)
POSITIVE, NEGATIVE = 1, -1
MOST_OPERATIONS = 200
BITS = 128


class Undefined(Undecided):
    """What is shown to have no value at all."""


def off(ends: tuple[int, ...]) -> Formula:
    """q is none of these ends."""
    formula: Formula = TRUE
    for end in ends:
        formula = formula & atom(Q - constant(end), "!=")
    return formula


class Domain:
    """x, u and the names > 0, and (q, L) with `given`; `left_out` collects the holes: atoms f(q, L) != 0."""

    def __init__(self, at: Setting, given: Formula):
        self.at, self.given = at, given
        self.left_out: Formula = TRUE

    @property
    def parameters(self) -> Formula:
        """The (q, L) that are left."""
        return self.given & self.left_out

    @property
    def holes(self) -> tuple[str, ...]:
        """What is left out, in words."""
        return words(self.left_out, self.given)

    def meet(self, formula: Formula, reason: str) -> None:
        """Leave out where the denominators of `formula` (a conjunction of f != 0) vanish. Errors: Undecided."""
        for part in atoms(formula):
            self.differs(part.polynomial, reason)
        self.require(formula, reason)

    def differs(self, polynomial: fmpq_mpoly, reason: str) -> None:
        """f(q, L) != 0, leaving its zeros out as a hole. Errors: Undefined where it is 0 throughout."""
        nonzero = atom(polynomial, "!=")
        if formulas.valid(nonzero, self.parameters):
            return
        if formulas.satisfiable(self.parameters & nonzero) is None:
            raise Undefined(reason)
        self.left_out = self.left_out & nonzero

    def require(self, formula: Formula, reason: str) -> None:
        """Show the formula for all (q, L), leaving out an end of q where it fails for every L. Errors: Undecided."""
        for more in ((), (1,), (2,), ENDS):
            if formulas.valid(formula, self.parameters & off(more)):
                if not all(formulas.valid(~formula, self.parameters & atom(Q - constant(end), "==")) for end in more):
                    break
                if formulas.satisfiable(self.parameters & off(more)) is None:
                    break
                self.left_out = self.left_out & off(more)
                return
        raise Undecided(reason)

    def read(self, node: Expression) -> Expression:
        """The analytic form of `node`. Errors: Undecided where it is not shown to have a value, or is not smooth."""
        match node:
            case Power(base, exponent, at):
                return self._power(self.read(base), self.read(exponent), at)
            case Call(function, arguments, at):
                return self._call(function, tuple(map(self.read, arguments)), at)
        return mapped(node, self.read)

    def sign(self, node: Expression) -> int | None:
        """1 or -1 where the value is shown to be positive or negative throughout, else None."""
        found = self._structural(node)
        return self._algebraic(node) if found is None else found

    def exponent_sign(self, e: sp.Expr) -> int | None:
        """The sign (-1, 0, 1) of a rational function of q and L where it is constant."""
        if e.is_Rational:
            return int(sp.sign(e))
        above, below = sp.fraction(sp.together(e))
        if not (_over_rationals(above) and _over_rationals(below)):
            return None
        for relation, value in ((">", 1), ("<", -1), ("==", 0)):
            if formulas.valid(atom(_polynomial(sp.expand(above * below)), relation), self.parameters):
                return value
        return None

    def _power(self, base: Expression, exponent: Expression, at: int) -> Expression:
        match exponent:
            case Number(value) if value.denominator == 1:
                if value < 0:
                    self.nonzero(base)
                return Power(base, exponent, at)
        sign = self.sign(base)
        if sign == POSITIVE:
            return Power(base, exponent, at)
        raise Undecided(f"the base of a power is not shown to be positive (column {at + 1})")

    def nonzero(self, node: Expression) -> None:
        """Show that the value is never 0. Errors: Undecided."""
        if (found := rational(node)) is not None:
            value, domain = found
            self.meet(domain & atom(value.above, "!="), f"a denominator in q and L is 0 (column {node.at + 1})")
        elif isinstance(node, Product):
            for factor in node.factors:
                self.nonzero(factor)
        elif isinstance(node, Power) and isinstance(node.exponent, Number) and node.exponent.value > 0:
            self.nonzero(node.base)
        elif (ratio := self._constant(node)) is not None:
            self.meet(atom(_polynomial(ratio[0]), "!="), f"a denominator in q and L is 0 (column {node.at + 1})")
        elif self.sign(node) is None:
            raise Undecided(f"a denominator is not shown to differ from 0 (column {node.at + 1})")

    def never_zero(self, node: Expression) -> bool:
        """Whether the value is shown never to be 0, at no (q, L) either."""
        if self.sign(node) is not None:
            return True
        if (found := rational(node)) is not None:
            return formulas.valid(found[1] & atom(found[0].above, "!="), self.parameters)
        match node:
            case Negative(term):
                return self.never_zero(term)
            case Product(factors):
                return all(map(self.never_zero, factors))
            case Power(base, Number(exponent)):
                return exponent < 0 or self.never_zero(base)
        return False

    def _call(self, function: str, arguments: tuple[Expression, ...], at: int) -> Expression:
        first = arguments[0]
        if function in ("abs", "sign"):
            return self._size(function, first)
        if function in ("min", "max"):
            return self._extreme(function, arguments)
        self._admissible(function, arguments, at)
        return Call(function, arguments, at)

    def _size(self, function: str, node: Expression) -> Expression:
        sign = self.sign(node)
        if sign is None:
            if self.vanishes(node):
                return Number(Fraction(0))
            if function == "abs" and self._never(NEGATIVE, node):
                return node
            if function == "abs" and self._never(POSITIVE, node):
                return Negative(node)
            raise Undecided(f"the sign inside {function} is not shown (column {node.at + 1})")
        if function == "sign":
            return Number(Fraction(sign))
        return node if sign > 0 else Negative(node)

    def _extreme(self, function: str, arguments: tuple[Expression, ...]) -> Expression:
        best = arguments[0]
        for other in arguments[1:]:
            gap = Sum((other, Negative(best)))
            sign = self.sign(gap)
            if sign is None:
                sign = next((side for side in (POSITIVE, NEGATIVE) if self._never(-side, gap)), None)
            if sign is None and not self.vanishes(gap):
                raise Undecided(f"which argument of {function} is the larger is not shown (column {other.at + 1})")
            if sign == (1 if function == "max" else -1):
                best = other
        return best

    def _admissible(self, function: str, arguments: tuple[Expression, ...], at: int) -> None:
        """Shows the condition of the function, at its ends only where the argument is constant in x and u."""
        entry = REGISTRY[function]
        if not entry.smooth:
            raise Undecided(f"{function} is not shown to be smooth (column {at + 1})")
        if (entry.series and self._ends(entry, arguments)) or self._at_one_number(function, arguments):
            return
        for relation, node in _differences(entry, "where" if entry.where else "shown", arguments):
            if relation == "!=":
                self.nonzero(node)
            elif not (relation == ">=" and self._not_negative(node)):
                self._positive(node, function, at, exact=bool(entry.where) and relation == ">")

    def _ends(self, entry: Function, arguments: tuple[Expression, ...]) -> bool:
        """Whether the series ends before a pole of its lower parameters, which are numbers or positive."""
        above, below = arguments[: entry.series], arguments[entry.series : -1]
        values = [self._number(node) for node in above]
        if not terminates(*(v for v in values if v is not None)):
            return False
        upper = tuple(v for v in values if v is not None)
        lower = [self._number(node) for node in below]
        if not defined(upper, tuple(c for c in lower if c is not None)):
            raise Undefined(f"{entry.name} is undefined")
        return all(c is not None or self.sign(node) == POSITIVE for c, node in zip(lower, below, strict=True))

    def _at_one_number(self, function: str, arguments: tuple[Expression, ...]) -> bool:
        """Gamma of a number that is no pole; 2F1(a, b; c; 1) with c > 0 and c - a - b > 0."""
        values = [self._number(node) for node in arguments]
        match function, values:
            case "gamma", [Fraction() as z]:
                return z > 0 or z.denominator > 1
            case "hyp2f1", [_, _, _, Fraction() as z] if z == 1:
                a, b, c, _ = arguments
                return self.sign(c) == self.sign(Sum((c, Negative(a), Negative(b)))) == POSITIVE
        return False

    def _number(self, node: Expression) -> Fraction | None:
        found = rational(node)
        if found is None:
            return None
        value, domain = found
        if not (value.above.is_constant() and value.below.is_constant()) or domain != TRUE:
            return None
        data = terms(value.above)
        return data[0][1] if data else Fraction(0)

    def _positive(self, node: Expression, function: str, at: int, *, exact: bool) -> None:
        """The node is positive; an end of q where it is not is left out only where that makes `function` undefined."""
        if exact and (found := rational(node)) is not None:
            value, domain = found
            reason = f"{function} is undefined for some q and L (column {at + 1})"
            self.require(domain & atom(value.above * value.below, ">"), reason)
        elif self.sign(node) != POSITIVE:
            raise Undecided(f"{function} is not shown to be defined (column {at + 1})")

    def _not_negative(self, node: Expression) -> bool:
        """0 throughout, or a part in q and L that is never negative."""
        if (found := rational(node)) is not None:
            value, domain = found
            return formulas.valid(domain & atom(value.above * value.below, ">="), self.parameters)
        return self.sign(node) is None and self.vanishes(node)

    def vanishes(self, node: Expression) -> bool:
        """Whether the value is shown to be 0 throughout."""
        try:
            return is_zero(self.sympy(node))
        except Undecided:
            return False

    def _structural(self, node: Expression) -> int | None:
        if (found := rational(node)) is not None:
            value, domain = found
            for relation, side in ((">", POSITIVE), ("<", NEGATIVE)):
                if formulas.valid(domain & atom(value.above * value.below, relation), self.parameters):
                    return side
            return None
        if not names(node):
            return _sign_of_number(node)
        match node:
            case Name():
                return POSITIVE
            case Negative(term):
                return None if (sign := self._structural(term)) is None else -sign
            case Sum(parts):
                signs = {self._structural(part) for part in parts}
                if len(signs) == 1:
                    return signs.pop()
                for side in (POSITIVE, NEGATIVE):
                    if side in signs and all(self._never(-side, part) for part in parts):
                        return side
                return self._beside_a_number(parts)
            case Product(parts):
                factors = [self._structural(part) for part in parts]
                return None if None in factors else prod(factors)  # type: ignore[arg-type]
            case Power(base, exponent):
                return self._sign_of_power(base, exponent)
            case Call(function, arguments):
                return self._sign_of_call(function, arguments)
        return None

    def _beside_a_number(self, parts: tuple[Expression, ...]) -> int | None:
        """sqrt a + c has the sign of a - c^2 for c <= 0; exp a - 1 that of a; 0 < cosh a - 1 where a is not 0;
        sin a + c and cos a + c that of c for |c| > 1."""
        numbers = [self._number(part) for part in parts]
        others = [part for part, c in zip(parts, numbers, strict=True) if c is None]
        c, side = sum((v for v in numbers if v is not None), Fraction(0)), POSITIVE
        if len(others) != 1:
            return None
        match others[0]:
            case Negative(term):
                others, c, side = [term], -c, NEGATIVE
        found = None
        match others[0]:
            case Call("sqrt", (a,)) if c <= 0:
                found = self.sign(Sum((a, Number(-c * c))))
            case Call("exp", (a,)) if c == -1:
                found = self.sign(a)
            case Call("cosh", (a,)) if c == -1:
                found = None if self.sign(a) is None else POSITIVE
            case Call("sin" | "cos", _) if abs(c) > 1:
                found = POSITIVE if c > 0 else NEGATIVE
        return None if found is None else side * found

    def _never(self, side: int, node: Expression) -> bool:
        """Whether the value is shown never to have the sign `side` (it may be 0)."""
        if (sign := self._structural(node)) is not None:
            return sign != side
        if (found := rational(node)) is not None:
            value, domain = found
            relation = "<=" if side == POSITIVE else ">="
            return formulas.valid(domain & atom(value.above * value.below, relation), self.parameters)
        match node:
            case Negative(term):
                return self._never(-side, term)
            case Sum(parts):
                return all(self._never(side, part) for part in parts)
            case Product(parts):
                fixed = [s for s in map(self._structural, parts) if s is not None]
                rest = [part for part in parts if self._structural(part) is None]
                return len(rest) <= 1 and all(self._never(side * prod(fixed), part) for part in rest)
            case Power(_, Number(exponent)) if exponent > 0 and exponent % 2 == 0:
                return side == NEGATIVE
        return False

    def _sign_of_power(self, base: Expression, exponent: Expression) -> int | None:
        sign = self._structural(base)
        if isinstance(exponent, Number) and exponent.value.denominator == 1:
            if exponent.value % 2:
                return sign
            return None if sign is None else POSITIVE
        return POSITIVE  # the base of any other power is positive

    def _sign_of_call(self, function: str, arguments: tuple[Expression, ...]) -> int | None:
        entry = REGISTRY[function]
        if entry.keeps_sign:
            return self._structural(arguments[0])
        if not entry.positive:
            return None
        wanted = (node for _, node in _differences(entry, "positive", arguments))
        return POSITIVE if all(self.sign(node) == POSITIVE for node in wanted) else None

    def _constant(self, node: Expression) -> tuple[sp.Expr, sp.Expr] | None:
        """Numerator and denominator in q and L of a node in which x, u and the names cancel (its parts are defined)."""
        try:
            value = self.in_x(node)
        except Undecided:
            return None
        if not value.is_rational_function() or sp.count_ops(value) > MOST_OPERATIONS:
            return None
        above, below = sp.fraction(sp.cancel(sp.together(value)))
        return (above, below) if _over_rationals(above) and _over_rationals(below) else None

    def _algebraic(self, node: Expression) -> int | None:
        if (ratio := self._constant(node)) is not None:
            sign = self.exponent_sign(ratio[0] / ratio[1])
            return sign or None
        try:
            value, apart = self.sympy(node), self.in_x(node)
            for side in (POSITIVE, NEGATIVE):
                if nonnegative(side * value, strict=True) or _definite(side * value) or _definite(side * apart):
                    return side
            return None
        except Undecided:
            return None

    def sympy(self, node: Expression) -> sp.Expr:
        """The value at x = P(u)^{1/q}, in u. Errors: Undecided."""
        return in_u(self.in_x(node), self.at)

    def in_x(self, node: Expression) -> sp.Expr:
        """The value in x (and u). Errors: Undecided."""
        return to_sympy(node, {"q": self.at.q, "L": self.at.depth})


def _differences(entry: Function, which: str, arguments: tuple[Expression, ...]) -> Iterator[tuple[str, Expression]]:
    """Each comparison of the condition as a relation, >, >= or !=, of an expression to 0."""
    at = entry.named(arguments)
    for comparison in comparisons(condition(entry.name, which)):
        (left, right), (relation,) = comparison.terms, comparison.relations
        above, below = (right, left) if relation in ("<", "<=") else (left, right)
        node = above if below == Number(Fraction(0)) else Sum((above, Negative(below)))
        yield relation.replace("<", ">"), substituted(node, at)


def _sign_of_number(node: Expression) -> int | None:
    """The sign of a number, where a ball around it shows it."""
    found = enclosure(node, {}, BITS)
    if found is None or not found.is_finite():
        return None
    return POSITIVE if found > 0 else NEGATIVE if found < 0 else None


def _definite(value: sp.Expr) -> bool:
    """a z^2 + b z + c > 0 in some letter z > 0: a > 0 and b^2 - 4 a c < 0."""
    letters = value.free_symbols - {q, L}
    if not letters or sp.count_ops(value) > MOST_OPERATIONS or not value.is_polynomial(*letters):
        return False
    for z in sorted(letters, key=str):
        poly = sp.Poly(value, z)
        if poly.degree() == 2:
            a, b, c = poly.all_coeffs()
            if nonnegative(a, strict=True) and nonnegative(sp.expand(4 * a * c - b**2), strict=True):
                return True
    return False


def in_u(value: sp.Expr, at: Setting) -> sp.Expr:
    """`value` at x = P(u)^{1/q}, a power x^e being prod_j (u + Lambda_j)^{n_j e/q}."""

    def raised(power: sp.Expr) -> sp.Expr:
        return sp.Mul(*((u + v) ** lowest(n * power.exp / at.q) for v, n in at.groups))

    value = value.replace(lambda f: f.is_Pow and f.base == x and not f.exp.has(x), raised)
    return value.subs(x, size(at))


def _over_rationals(e: sp.Expr) -> bool:
    """Whether e is a polynomial in q and L with rational coefficients."""
    return bool(
        e.free_symbols <= {q, L} and e.is_polynomial(q, L) and all(c.is_Rational for c in sp.Poly(e, q, L).coeffs())
    )


def _polynomial(e: sp.Expr):  # type: ignore[no-untyped-def]
    data = sp.Poly(e, q, L).terms()
    return from_terms(tuple(((int(i), int(j)), Fraction(int(c.p), int(c.q))) for (i, j), c in data))
