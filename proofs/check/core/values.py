"""quantity = expression as a theorem, in u > 0 and x > 0 with x^q = P(u) = prod_j (u + Lambda_j).

  metric               1/P'(u) = E
  coupled-regularizer  (1/2) sum_j ((u + Lambda_j)^{2/q} - Lambda_j^{2/q}) = E
  mirror-map           dE = (1/q) P(u)^{1/q-1} du  along every u(t) > 0, E -> 0 as u -> 0 (u -> infinity for m_0 >= 1)
  conjugate            dE = (1/q) P(u)^{2/q-1} du,  E -> 0 as u -> 0;    regularizer: L times that

up to a constant: without the limit. x = P(u)^{1/q} is put into E, the identity in u is shown (squares under roots taken
out first), and x put back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from fractions import Fraction

import sympy as sp

from ....symbolic.deciding import formulas as decided
from ....symbolic.reading.expression import Expression
from ...judging.algebra import Letters, expression
from ...judging.formal import Formal
from ...judging.formulas import Formula, below, continuous, equal, split
from ...judging.models import Model
from ...judging.replay import replayed
from ...judging.rules.algebraic import away_from_zero, calculation, replaced
from ...judging.rules.calculus import limit
from ...judging.rules.logical import both, cut, implied
from ...judging.tactics import given, instance, rate_rule, relation, rewrite, show, smooth
from ...judging.terms import Expr, Term, function, inside, letter, number, rate, size
from ...judging.theorem import Refused, Theorem
from ..claims import EqualityClaim
from ..parameters import without_p
from . import signs
from .reading import HALF, bases, holds_letter, lettered, put, term

q, L = letter("q", "q"), letter("L", "depth")
AT_ONCE = ("metric", "coupled-regularizer")
ALONG = {"mirror-map": 1, "conjugate": 2, "regularizer": 2}


def formal(claim: EqualityClaim) -> tuple[Formal, Theorem]:
    """The claim and its theorem. Errors: Refused where the core does not derive it."""
    if claim.quantity not in (*AT_ONCE, *ALONG) or claim.up_to not in ("nothing", "constant"):
        freedom = "" if claim.up_to == "nothing" else f" up to: {claim.up_to}"
        raise Refused(f"the core has no formula for this quantity, {claim.quantity}{freedom}")
    tree, meaning = without_p(claim.expression)
    if not decided.valid(meaning):
        raise Refused("the expression has no value for some q")
    values: tuple[Fraction | None, ...] = claim.q if claim.q is not None else (None,)
    branches = [Branch(claim, tree, c) for c in values]
    theorems = [branch.theorem() for branch in branches]
    if len(branches) == 1:
        own = () if branches[0].c is None else (equal(q, branches[0].c),)
        theorem, hypotheses = theorems[0], (*branches[0].hypotheses, *own)
    else:
        theorem = both(
            *(implied(t, stated=equal(q, b.c)) for t, b in zip(theorems, branches, strict=True) if b.c is not None)
        )
        hypotheses = branches[0].hypotheses
    return Formal(hypotheses, theorem.conclusion, lambda: theorem, branches[0].witness), theorem


class Branch:
    """The claim at one q (c), or at every q (None)."""

    def __init__(self, claim: EqualityClaim, tree: Expression, c: Fraction | None):
        self.claim, self.c = claim, c
        self.along = claim.quantity in ALONG or claim.up_to == "constant"
        self.u, self.x = function("u", "pos"), function("x", "pos")
        self.steep = q if c is None else Expr(number(c))
        entries = claim.invariants
        self.depth = (L if claim.depth is None else Expr(number(claim.depth))) if entries is None else None
        names = sorted({v for v in entries or () if isinstance(v, str)})
        self.names = {name: letter(lettered(name), "pos") for name in names}
        if len(set(map(lettered, names))) < len(names):
            raise Refused("two names are one letter of the core")
        self.entries = [self.names[v] if isinstance(v, str) else Expr(number(v)) for v in entries or ()]
        letters: dict[str, Term] = {"x": self.x.term, "u": self.u.term, "q": self.steep.term, "L": self._depth().term}
        self.stated = term(tree, letters | {name: v.term for name, v in self.names.items()})
        same = equal(self.x**q, self.P)
        self.hypotheses: tuple[Formula, ...] = (continuous(self.u), same) if self.along else (same,)
        self.same = same

    def _depth(self) -> Expr:
        return Expr(number(len(self.entries))) if self.depth is None else self.depth

    @property
    def factors(self) -> list[Expr]:
        """u + Lambda_j, without the sum where Lambda_j = 0."""
        return [self.u if v.term == number(0) else self.u + v for v in self.entries]

    @property
    def P(self) -> Expr:
        """P(u)."""
        return self.u**self.depth if self.depth is not None else _product(self.factors)

    @property
    def slope(self) -> Expr:
        """P'(u)."""
        if self.depth is not None:
            return self.depth * self.u ** (self.depth - 1)
        rest = [_product([*self.factors[:k], *self.factors[k + 1 :]]) for k in range(len(self.factors))]
        return _sum(rest)

    def value(self) -> Expr:
        """The quantity in u: itself, or its derivative in u."""
        r, P, n = self.steep, self.P, self._depth()
        match self.claim.quantity:
            case "metric":
                return 1 / self.slope
            case "coupled-regularizer" if self.depth is not None:
                return self.depth * self.u ** (2 / r) / 2
            case "coupled-regularizer":
                pairs = zip(self.factors, self.entries, strict=True)
                return (
                    _sum([f ** (2 / r) if v.term == number(0) else f ** (2 / r) - v ** (2 / r) for f, v in pairs]) / 2
                )
        density = P ** (ALONG[self.claim.quantity] / r - 1) / r
        return n * density if self.claim.quantity == "regularizer" else density

    def theorem(self) -> Theorem:
        """Errors: Refused."""
        at_q = [] if self.c is None else [given(equal(q, self.c))]
        r, x, E = self.steep, self.x, Expr(self.stated)
        power = rewrite(given(self.same), *at_q) if at_q else given(self.same)
        root = rewrite(show("=", x, (x**r) ** (1 / r)), power)  # x = P^{1/q}
        back = show("=", self.P ** (1 / r), x, (root, -1))
        if not self.along:
            return self._equal(self.value(), E, back, self.claim.up_to)
        known = [given(continuous(self.u))]
        known.append(rewrite(smooth(self.P ** (1 / r), *known), back))
        turns = rewrite(rate_rule(self.P ** (1 / r), known[0]), back)
        moved = rate_rule(E, *known, *self._signs(E, back))
        if holds_letter(moved.conclusion[1][2], rate(x).term):
            moved = rewrite(moved, turns) if E.term != x.term else turns
        computed = Expr(moved.conclusion[1][2])
        if self.claim.quantity in AT_ONCE:
            value = self.value()
            moves = rate_rule(value, known[0])
            same = self._same(computed, Expr(moves.conclusion[1][2]), back)
            return show("=", rate(E), rate(value), (moved, 1), (same, 1), (moves, -1))
        wanted = self.value() * rate(self.u)
        same = self._same(computed, wanted, back)
        derived = show("=", rate(E), wanted, (moved, 1), (same, 1))
        if self.claim.up_to == "constant":
            return derived
        return both(derived, self._base(E, back))

    def _signs(self, E: Expr, back: Theorem) -> list[Theorem]:
        """What stands under powers and logarithms is positive, where it is shown to be."""
        found, root = [], back.conclusion[1][1]
        for base in bases(E.term):
            with contextlib.suppress(Refused):
                sign = calculation(stated=("<", number(0), put(base, self.x.term, root)))
                found.append(rewrite(sign, back) if holds_letter(sign.conclusion, root) else sign)
        return [theorem for theorem in found if theorem.conclusion[0] == "every"]

    def _equal(self, left: Expr, right: Expr, back: Theorem, freedom: str) -> Theorem:
        if freedom != "nothing":
            raise Refused("a value up to a constant")
        found = self._same(left, right, back)
        if found.conclusion != equal(left, right):
            raise Refused("a power of the claim is that of x")
        return found

    def _same(self, left: Expr, right: Expr, back: Theorem) -> Theorem:
        """left = right, shown where x is P(u)^{1/q}, then put back."""
        root = back.conclusion[1][1]
        a, b = (put(t.term, self.x.term, root) for t in (left, right))
        found = _identity(a, b)
        return rewrite(found, back) if holds_letter(found.conclusion, root) else found

    def _base(self, E: Expr, back: Theorem) -> Theorem:
        """E -> 0 where u tends to the end at which the quantity is 0."""
        far = self.claim.quantity == "mirror-map" and self._half_line()
        end: Formula = ("grows", self.u.term) if far else ("tends", self.u.term, number(0))
        known = [given(end)]
        for whole in (self.P, Expr(back.conclusion[1][1])):
            found = limit(*known, a=whole.term)
            if found.conclusion[0] == "tends" and found.conclusion[2] != number(0):
                found = rewrite(found, show("=", Expr(found.conclusion[2]), 0))
            known.append(found)
        known[-1] = replaced(back, known[-1])  # x tends to where P(u)^{1/q} does
        near = limit(*known, a=E.term)
        if near.conclusion[0] == "tends" and near.conclusion[2] != number(0):
            near = rewrite(near, show("=", Expr(near.conclusion[2]), 0))
        if near.conclusion != ("tends", E.term, number(0)):
            raise Refused("the limit at the base is not shown")
        return implied(near, stated=end)

    def _half_line(self) -> bool:
        """m_0 >= 1: R' has no value at u = 0. Errors: Refused where that depends on q."""
        zeros = sum(1 for v in self.entries if v.term == number(0))
        if self.depth is not None:
            zeros = self.claim.depth or 0
        if self.c is None or not zeros:
            raise Refused("m_0 depends on q")
        return zeros * (self.c - 1) >= self.c

    def witness(self) -> Model:
        """u = 1."""
        c = Fraction(1) if self.c is None else self.c
        depth = self.claim.depth or 2
        numbers = [Fraction(1) if isinstance(v, str) else Fraction(v) for v in self.claim.invariants or ()]
        P = sp.prod([1 + sp.Rational(v.numerator, v.denominator) for v in numbers])
        constants: dict[str | tuple[str | int, ...], Fraction] = {"q": c, "L": Fraction(depth)}
        constants |= {v.term[1]: Fraction(1) for v in self.names.values()}
        x = P ** sp.Rational(c.denominator, c.numerator)
        return Model(constants, {("u",): sp.Integer(1), ("x",): x}, {})


def _product(factors: list[Expr]) -> Expr:
    whole = factors[0]
    for f in factors[1:]:
        whole = whole * f
    return whole


def _sum(parts: list[Expr]) -> Expr:
    whole = parts[0]
    for p in parts[1:]:
        whole = whole + p
    return whole


def _identity(a: Term, b: Term) -> Theorem:
    """a = b by calculation; else with the sizes taken out, the sums under a root written as powers of simpler sums,
    and letters for what a power stands on whose sign is shown otherwise. Errors: Refused."""
    stated = relation("=", a, b)
    try:
        found = calculation(stated=stated)
        replayed(found.derivation)
        return found
    except ValueError:
        known = [*signs.sizes(stated), *_squares(stated)]
        rooted = stated
        for equation in known:
            _, simpler, whole = split(equation.conclusion)[1]
            rooted = put(rooted, whole, simpler)
        rooted, signed = _signed(rooted)
        if rooted == stated:
            raise
    away = [given(below(0, size(y))) for y, _, sign in signed if y.term[2] == "real"]
    found = away_from_zero(*away, stated=rooted) if away else calculation(stated=rooted)
    for y, part, sign in signed:
        found = cut(sign, instance(found, (y, part))) if y.term[2] == "real" else instance(found, (y, part, sign))
    found = rewrite(found, *known)
    if split(found.conclusion)[1] != stated:
        raise Refused("a sum of the claim is that of another place")
    return found


def _signed(stated: Formula) -> tuple[Formula, list[tuple[Expr, Term, Theorem]]]:
    """The relation with a letter for each sum under a power that is positive, or not 0, as `signs` shows."""
    found: list[tuple[Expr, Term, Theorem]] = []
    bases_of = (p[1] for side in stated[1:] for p in inside(side) if p[0] == "^")
    for part in dict.fromkeys(p for base in bases_of for p in inside(base) if p[0] == "+"):
        for sort, shown in (("pos", signs.unseen), ("real", signs.nonzero)):
            with contextlib.suppress(ValueError):
                if (sign := shown(part)) is not None:
                    found.append((y := function(f"y_{len(found)}", sort), part, sign))
                    stated = put(stated, part, y.term)
                break
    return stated, found


def _squares(stated: Formula) -> Iterator[Theorem]:
    """Of each sum under a root that is a power of a simpler sum: the power = the sum."""
    for whole, simpler in dict.fromkeys((*_powers(stated[1]), *_powers(stated[2]))):
        with contextlib.suppress(ValueError):
            yield show("=", Expr(simpler), Expr(whole))


def _powers(t: Term) -> Iterator[tuple[Term, Term]]:
    """The sums under a root in t, with the power of a simpler sum that each is, as SymPy factors it."""
    for part in inside(t):
        if part[0] != "^" or part[1][0] != "+" or (part[2][0] == "n" and part[2][2] == 1):
            continue
        letters = Letters({})
        value = sp.together(expression(part[1], letters))
        if value.is_number:
            yield from _denested(part[1], value)
        if not value.is_rational_function(*value.free_symbols) or not value.free_symbols <= set(letters.names.values()):
            continue
        of = {symbol: Expr(atom) for atom, symbol in letters.names.items()}
        content = sp.Integer(1)
        factors: list[tuple[sp.Expr, int]] = []
        for side, sign in zip(sp.fraction(value), (1, -1), strict=True):
            c, found = sp.factor_list(side)
            content, factors = content * c**sign, [*factors, *((f, sign * int(n)) for f, n in found)]
        if content.is_Rational and any(n not in (1, -1) for _, n in factors):
            number_of = Expr(number(_fraction(content)))
            powers = [signs.polynomial(f, of) ** n for f, n in factors]
            yield part[1], _product([*([number_of] if content != 1 else []), *powers]).term


def _denested(whole: Term, value: sp.Expr) -> Iterator[tuple[Term, Term]]:
    """A number a + b sqrt(c) as the square of such numbers, where SymPy finds them."""
    root = sp.sqrtdenest(sp.sqrt(value))
    if root.is_Add and all((p**2).is_Rational for p in root.args):
        terms = [(-1 if p.could_extract_minus_sign() else 1) * Expr(number(_fraction(p**2))) ** HALF for p in root.args]
        yield whole, (_sum(terms) ** 2).term


def _fraction(c: sp.Expr) -> Fraction:
    return Fraction(int(c.p), int(c.q))
