"""d(invariant)/dt = rate as a theorem: the weights, the drive and their domain are its hypotheses.

  w_i ac, 0 < |w_i|,  dw_i/dt = -<prod_{j != i} w_j>^{q-1} h  (- alpha w_i),  x = prod w_j,
  q > 1: h = <g>^{q-1};   q = 1: |h| <= 1, and sign g is read as h        |-   d(invariant)/dt = rate  almost everywhere

The chain rule gives d(invariant)/dt, the flow is put in, and both sides are one function of the weights, which are not
0. The weights that the claim does not name are one letter r, their product. Coupled decay at q = 2 is
dw_i/dt = -(g prod_{j != i} w_j + alpha w_i); away from q = 2 it has a sign for each pull, which the core cannot split.
What the invariant divides by, or has in log|.|, is a hypothesis too, 0 < |D|; where dD/dt = c D a letter stands for it.
"""

from __future__ import annotations

import contextlib
from copy import copy
from fractions import Fraction

import sympy as sp

from ....symbolic.deciding import formulas as decided
from ....symbolic.reading.expression import Expression, names
from ...judging.formal import Formal
from ...judging.formulas import Formula, almost, below, continuous, equal, formula
from ...judging.models import Model
from ...judging.rules.algebraic import away_from_zero
from ...judging.rules.logical import apply, both, cut, implied
from ...judging.tactics import given, instance, rate_rule, rewrite, show, smooth
from ...judging.terms import Expr, Term, function, inside, letter, number, plain, rate, signed_power, size
from ...judging.theorem import Refused, Theorem
from ..claims import InvariantClaim
from ..odd_powers import without_signs
from ..parameters import without_p
from ..strata import DRIVE, driven
from .reading import bases, holds_letter, put, term
from .signs import of_squares

q = letter("q", "q")
x, g, h, r = (function(name, "real") for name in "xghr")
alpha = function("alpha", "nonneg")
ABOVE_1 = below(1, q)
MOST_WEIGHTS = 9


def formal(claim: InvariantClaim) -> tuple[Formal, Theorem]:
    """The claim and its theorem. Errors: Refused where the core does not derive it."""
    flow = Flow(claim)
    values = claim.q if claim.q is not None else (None, Fraction(1))
    branches = [Branch(flow, c) for c in values]
    theorems = [branch.theorem() for branch in branches]
    if len(branches) == 1:
        goal, theorem = theorems[0].conclusion, theorems[0]
        hypotheses = (*flow.hypotheses, branches[0].at)
    else:
        theorem = both(*(implied(t, stated=b.at) for t, b in zip(theorems, branches, strict=True)))
        goal, hypotheses = theorem.conclusion, flow.hypotheses
    wanted = [b.goal() for b in branches]
    if goal != (wanted[0] if len(branches) == 1 else ("and", *wanted)):
        raise Refused("another statement was derived")
    return Formal(hypotheses, goal, lambda: theorem, flow.witness), theorem


def divisors(invariant: Term) -> list[Term]:
    """The sums that it divides by, or has in log|.|: it is judged without their zeros."""
    whole = list(inside(invariant))
    divided = [b for b in bases(invariant) if ("^", b, number(-1)) in whole]
    divided += [b[1] for b in bases(invariant) if b[0] == "abs" and ("log", b) in whole]
    return [b for b in dict.fromkeys(divided) if b[0] == "+"]


class Flow:
    """The letters and the hypotheses of a claim."""

    def __init__(self, claim: InvariantClaim):
        self.claim = claim
        (self.invariant, before), (self.stated, after) = without_p(claim.invariant), without_p(claim.rate)
        if not decided.valid(before & after):
            raise Refused("the claim has no value for some q")
        self.linear = claim.decay == "coupled"
        if self.linear and claim.q != (Fraction(2),):
            raise Refused("coupled decay away from q = 2: a sign for each pull")
        used = names(self.invariant) | names(self.stated)
        every = range(1, claim.depth + 1)
        self.indices = list(every) if "x" in names(self.invariant) else [i for i in every if f"w{i}" in used]
        if len(self.indices) > MOST_WEIGHTS:
            raise Refused(f"more than {MOST_WEIGHTS} weights")
        self.weights = [function(f"w{i}", "real") for i in self.indices]
        self.factors = [*self.weights, *([r] if len(self.indices) < claim.depth else [])]
        self.product = Expr(("*", number(1), *(w.term for w in self.factors)))  # 1 w_1 w_2: as nobody writes it
        self.away = tuple(below(0, size(w)) for w in self.factors)
        letters = {f"w{i}": w.term for i, w in zip(self.indices, self.weights, strict=True)}
        divided = divisors(term(self.invariant, letters | {"x": x.term, "q": q.term}))
        self.defined = tuple(below(0, size(Expr(b))) for b in divided)
        self.rates = tuple(almost(equal(rate(w), self._pull(k))) for k, w in enumerate(self.weights))
        self.same = equal(x, self.product)
        drive = (
            formula(("ae", ("=>", ABOVE_1, ("=", h.term, signed_power(g, q - 1).term)))),
            formula(("ae", ("=>", equal(q, 1), ("<=", size(h).term, number(1))))),
            almost(equal(g * h, size(g) ** q)),
        )
        self.drive = drive[0]
        whole = (*map(continuous, self.weights), *self.rates, *self.away, *self.defined, self.same)
        self.hypotheses: tuple[Formula, ...] = whole if self.linear else (*whole, *drive)

    def _pull(self, k: int) -> Expr:
        others = [w for j, w in enumerate(self.factors) if j != k]
        rest = others[0]
        for w in others[1:]:
            rest = rest * w
        if self.linear:
            return -1 * (g * rest + alpha * self.weights[k])
        push = -1 * signed_power(rest, q - 1) * h
        return push - alpha * self.weights[k] if self.claim.decay == "decoupled" else push

    def witness(self) -> Model:
        """Weights at rest: no gradient, no decay."""
        c = self.claim.q[0] if self.claim.q is not None else Fraction(3, 2)
        one, nothing = sp.Integer(1), sp.Integer(0)
        values = [sp.Integer(k + 1) if self.defined else one for k in range(len(self.factors))]
        at_rest: dict[tuple[str | int, ...], sp.Expr] = {
            (f.term[1],): value for f, value in zip((*self.factors, x), (*values, sp.prod(values)), strict=True)
        }
        return Model({"q": c}, {**at_rest, **{(f.term[1],): nothing for f in (g, h, alpha)}}, {})


class Branch:
    """The claim at one q, or at every q > 1 (None)."""

    def __init__(self, flow: Flow, c: Fraction | None):
        self.flow, self.c = flow, c
        self.at = ABOVE_1 if c is None else equal(q, c)
        letters: dict[str, Term] = {f"w{i}": w.term for i, w in zip(flow.indices, flow.weights, strict=True)}
        letters |= {"x": x.term, "g": g.term, "alpha": alpha.term, DRIVE: h.term}
        self.letters = letters | {"q": q.term if c is None else number(c)}
        invariant, stated = flow.invariant, flow.stated
        if c is not None and c > 1:
            invariant, stated = without_signs(invariant, c), without_signs(stated, c)
        self.invariant = self._term(invariant)
        stated = driven(stated, flow.claim.decay != "none") if c == 1 and not flow.linear else stated
        self.stated = self._term(stated)
        self.letters_for: list[tuple[Expr, Formula]] = []  # for what the invariant divides by, each with its rate

    def _term(self, node: Expression) -> Term:
        return term(node, self.letters)

    def goal(self) -> Formula:
        """d(invariant)/dt = rate, under the condition on q where there are several."""
        stated: Formula = ("ae", ("=", ("d", self.invariant), self.stated))
        several = self.flow.claim.q is None or len(self.flow.claim.q) > 1
        return ("=>", self.at, stated) if several else stated

    def here(self, theorem: Theorem) -> Theorem:
        """The statement at this q."""
        return theorem if self.c is None or not _speaks(theorem, q) else rewrite(theorem, given(self.at))

    def theorem(self) -> Theorem:
        """Errors: Refused."""
        try:
            return self._chain_rule()
        except ValueError:
            divided = divisors(self.invariant)
            if not divided:
                raise
        return self._with_letters(divided)

    def _with_letters(self, divided: list[Term]) -> Theorem:
        """With a letter y, dy/dt = c y, for each sum that the invariant divides by, which is then put in."""
        seen, named = copy(self), []
        for k, (part, away) in enumerate(zip(divided, self.flow.defined, strict=True)):
            y, own = function(f"y_{k}", "real"), self._proportional(part)
            moved = put(own.conclusion[1], part, y.term)
            seen.letters_for = [*seen.letters_for, (y, ("ae", moved))]
            seen.invariant, seen.stated = (put(t, part, y.term) for t in (seen.invariant, seen.stated))
            known = map(given, (*map(continuous, self.flow.weights), *self.flow.away))
            named.append((y, part, (smooth(Expr(part), *known), self.here(given(away)), own)))
        found = seen._chain_rule()
        for y, part, facts in named:
            found = instance(found, (y, part))
            for fact in facts:
                found = cut(fact, found)
        return found

    def _proportional(self, part: Term) -> Theorem:
        """d(part)/dt = c part: c = 0 without decay, else -q alpha or -2 q alpha. Errors: Refused."""
        own = copy(self)
        own.invariant = part
        for n in (1, 2):
            c = plain(-1 * n * Expr(self.letters["q"]) * alpha * Expr(part))
            own.stated = number(0) if self.flow.claim.decay == "none" else c
            with contextlib.suppress(Refused):
                return own._chain_rule()
        raise Refused("what the invariant divides by has another rate")

    def _chain_rule(self) -> Theorem:
        """The chain rule, the flow put in, and one identity in the weights. Errors: Refused."""
        flow = self.flow
        product = show("=", flow.product, x, (given(flow.same), -1))
        known = [*map(given, map(continuous, flow.weights)), *map(given, flow.away)]
        known += [self.here(given(f)) for f in flow.defined if not self.letters_for]
        known += [given(f) for y, _ in self.letters_for for f in (continuous(y), below(0, size(y)))]
        moved = [*(self.here(given(f)) for f in flow.rates), *(given(f) for _, f in self.letters_for)]
        if holds_letter(self.invariant, x.term):
            whole = smooth(flow.product, *known[: len(flow.weights)])
            turns = rewrite(rate_rule(flow.product, *known[: len(flow.weights)]), product)
            known.append(rewrite(whole, product))
            known.append(self._away_of_x(product))
            moved.insert(0, turns)
        known += self._signs(product)
        found = next((rates for rates in moved if rates.conclusion[1][1] == ("d", self.invariant)), None)
        found = rate_rule(Expr(self.invariant), *known) if found is None else found
        if not flow.linear and self.c != 1 and holds_letter(self.stated, g.term):
            moved.append(self._drive())
        for equation in moved:
            if found is not equation and holds_letter(found.conclusion[1][2], equation.conclusion[1][1]):
                found = rewrite(found, equation)
        computed = found.conclusion[1][2]
        if computed == self.stated:
            return found
        sides = (put(t, x.term, flow.product.term) for t in (computed, self.stated))
        same = away_from_zero(*map(given, self._away()), stated=("=", *sides))
        if holds_letter(same.conclusion, flow.product.term):
            same = rewrite(same, product)
        if same.conclusion[-1][1:] != (computed, self.stated):
            raise Refused("a product of the claim is that of x")
        return self._chained(found, same)

    def _away(self) -> tuple[Formula, ...]:
        return (*self.flow.away, *(below(0, size(y)) for y, _ in self.letters_for))

    def _chained(self, found: Theorem, same: Theorem) -> Theorem:
        wanted = ("ae", ("=", ("d", self.invariant), self.stated))
        if not holds_letter(self.invariant, found.conclusion[1][2]):
            chained = rewrite(found, same)
            if chained.conclusion == wanted:
                return chained
        return show("=", rate(Expr(self.invariant)), Expr(self.stated), (found, 1), (same, 1))

    def _away_of_x(self, product: Theorem) -> Theorem:
        size_of = away_from_zero(*map(given, self.flow.away), stated=("<", number(0), size(self.flow.product).term))
        return rewrite(size_of, product)

    def _signs(self, product: Theorem) -> list[Theorem]:
        """What stands under powers and logarithms of the invariant is positive, or not 0, where it is shown to be."""
        found = []
        for base in bases(self.invariant):
            for stated in (base, size(Expr(base)).term):
                seen = put(stated, x.term, self.flow.product.term)
                with contextlib.suppress(ValueError):
                    found.append(of_squares(stated))
                    break
                with contextlib.suppress(Refused):
                    sign = away_from_zero(*map(given, self._away()), stated=("<", number(0), seen))
                    found.append(rewrite(sign, product) if holds_letter(seen, self.flow.product.term) else sign)
                    break
        return [theorem for theorem in found if theorem.conclusion[0] == "every"]

    def _drive(self) -> Theorem:
        drive = self.here(given(self.flow.drive))
        above = given(ABOVE_1) if self.c is None else show("<", 1, self.c)
        return apply(drive, above)


def _speaks(theorem: Theorem, of: Expr) -> bool:
    return holds_letter(theorem.conclusion, plain(of))
