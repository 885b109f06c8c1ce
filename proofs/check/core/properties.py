"""property iff condition as a theorem: what the property says of R' where the condition holds, and where it does not.

With y the increment of R' (theorems.onto, theorems.shared.near_zero) the two sides are

  onto             y -> infinity               0 < q (s - 1),  q (s - 1) y <= u_0^{1-s},  s = L (q-1)/q
  sign-preserving  y -> infinity near 0        0 < q (1 - s),  q (1 - s) y <= b^{1-s}
  legendre         the two sides near 0, R strictly convex, and the condition holds for every q and L

and a condition A in q and L that holds for the same (q, L) as theirs is decided twice, here and by the replayer.
blow-up and finite-escape state the second side for their condition, the first for its negation.
"""

from __future__ import annotations

from fractions import Fraction

from ....symbolic.deciding import formulas as decided_formulas
from ....symbolic.deciding import from_text
from ....symbolic.errors import Undecided
from ...judging.flows import L, q
from ...judging.formal import Formal
from ...judging.formulas import Formula, equal
from ...judging.models import Model
from ...judging.rules.logical import both, cut, implied
from ...judging.tactics import decided, given, show
from ...judging.terms import Expr, number
from ...judging.theorem import Refused, Theorem
from ...theorems import bregman_function, legendre, onto
from ...theorems.shared import near_zero
from ..claims import PropertyClaim
from .reading import condition

LETTERS = {"q": q.term, "L": L.term, "m": near_zero.M.term}


def formal(claim: PropertyClaim) -> tuple[Formal, Theorem]:
    """The claim and its theorem. Errors: Refused where the core does not derive it."""
    stated = _read(claim)
    denied = negated(stated)
    match claim.property:
        case "onto":
            theorem = _iff(stated, denied, _far(), _near_infinity())
        case "blow-up":
            theorem = _iff(denied, stated, _far(), _near_infinity())
        case "sign-preserving" if claim.family == "balanced":
            theorem = _iff(stated, denied, _steep(), _gentle())
        case "finite-escape" if claim.family == "balanced":
            theorem = _iff(denied, stated, _steep(), _gentle())
        case "sign-preserving":
            return _at_one_zero(stated, denied)
        case "finite-escape":
            return _at_one_zero(denied, stated)
        case "legendre":
            sides = (implied(_steep()[1], stated=near_zero.STEEP), implied(_gentle()[1], stated=near_zero.GENTLE))
            near = both(*sides) if claim.family == "balanced" else legendre.legendre()
            theorem = both(legendre.convex(), near, decided(stated))
        case "bregman" if claim.family == "lambda-balanced":
            whole = bregman_function.CLAIM.formal
            assert whole is not None
            theorem = both(bregman_function.derive(), decided(stated))
            return Formal(whole.hypotheses, theorem.conclusion, lambda: theorem, whole.witness), theorem
        case _:
            raise Refused(f"no derivation of {claim.property} for this family yet")
    return Formal((onto.ENDLESS,), theorem.conclusion, lambda: theorem, witness), theorem


def _read(claim: PropertyClaim) -> Formula:
    """The condition as it is written, or where p or a quotient stands in it the polynomials of q and L it means."""
    try:
        found = condition(claim.condition, LETTERS)
        decided(("or", found, ("not", found)))
        return found
    except ValueError:
        pass
    try:
        read = from_text.read(claim.condition)
    except (Undecided, ZeroDivisionError) as error:
        raise Refused(f"the condition is not read: {error}") from error
    if not decided_formulas.valid(read.domain):
        raise Refused("the condition has no meaning for some q and L")
    return _polynomial(read.formula)


def negated(f: Formula) -> Formula:
    """not f; of an order of two real terms the opposite order."""
    opposite = {"<=": "<", "<": "<="}
    return (opposite[f[0]], f[2], f[1]) if f[0] in opposite else ("not", f)


def _polynomial(f: decided_formulas.Formula) -> Formula:
    match f:
        case decided_formulas.Truth(value):
            return ("=", number(0), number(0 if value else 1))
        case decided_formulas.Not(part):
            return ("not", _polynomial(part))
        case decided_formulas.And(parts) | decided_formulas.Or(parts) if parts:
            head = "and" if isinstance(f, decided_formulas.And) else "or"
            inner = tuple(map(_polynomial, parts))
            return (head, *inner) if len(inner) > 1 else inner[0]
        case decided_formulas.Atom(terms, relation):
            less, more = (
                _sum([(i, j, -c) for (i, j), c in terms if c < 0]),
                _sum([(i, j, c) for (i, j), c in terms if c > 0]),
            )
            sides = (less.term, more.term) if relation in (">", ">=") else (more.term, less.term)
            related: Formula = ({"<": "<", "<=": "<=", ">": "<", ">=": "<="}.get(relation, "="), *sides)
            return ("not", related) if relation == "!=" else related
    raise Refused("a condition without parts")


def _sum(terms: list[tuple[int, int, Fraction]]) -> Expr:
    """sum c q^i L^j as it is written by hand: no power 0 or 1, no factor 1, no term 0."""
    found = Expr(number(0))
    for k, (i, j, c) in enumerate(terms):
        powers = [letter if n == 1 else letter**n for letter, n in ((q, i), (L, j)) if n]
        factors = powers if c == 1 and powers else [Expr(number(c)), *powers]
        part = factors[0]
        for factor in factors[1:]:
            part = part * factor
        found = found + part if k else part
    return found


def _iff(first: Formula, second: Formula, endless: tuple[Formula, Theorem], finite: tuple[Formula, Theorem]) -> Theorem:
    """first => the unbounded side, second => the bounded one; each (where it holds, the theorem there)."""
    parts = []
    for stated, (where, theorem) in ((first, endless), (second, finite)):
        known = cut(decided(where, given(stated)), theorem) if where in theorem.hypotheses else theorem
        parts.append(implied(known, stated=stated))
    return both(*parts)


def _at_one_zero(steep: Formula, gentle: Formula) -> tuple[Formal, Theorem]:
    """lambda > 0: k0 = 1, so m_0 = 0 < 1; `steep` never holds, and from it the unbounded side follows."""
    one = equal(legendre.k0, 1)
    never = decided(("<=", number(1), number(0)), given(steep))
    high = show("<=", 1, legendre.M_0, (never, 1), (given(one), -1 * q / legendre.k0))
    low = show("<", legendre.M_0, 1, (given(one), q / legendre.k0))
    gap = show("<", 0, q * (1 - legendre.s), (low, legendre.k0))
    theorem = both(
        implied(cut(high, legendre.unbounded()), stated=steep),
        implied(both(gap, cut(low, legendre.bounded())), stated=gentle),
    )
    return Formal((legendre.ENDLESS, one), theorem.conclusion, lambda: theorem, witness), theorem


def _far() -> tuple[Formula, Theorem]:
    return onto.AT_MOST_1, onto.unbounded()


def _near_infinity() -> tuple[Formula, Theorem]:
    gap = show("<", 0, q * (onto.s - 1), (given(onto.ABOVE_1), L))
    return onto.ABOVE_1, both(gap, onto.bounded())


def _steep() -> tuple[Formula, Theorem]:
    return near_zero.STEEP, near_zero.unbounded()


def _gentle() -> tuple[Formula, Theorem]:
    gap = show("<", 0, q * (1 - near_zero.s), (given(near_zero.GENTLE), L))
    return near_zero.GENTLE, both(gap, near_zero.bounded())


def witness() -> Model:
    """q = 1, L = 2."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {name: Fraction(1) for name in ("q", "u_0", "k0", "b")}
    constants |= {("Lambda", 1): Fraction(0), ("Lambda", 2): Fraction(3), ("c", 1): Fraction(3)}
    return Model(constants, {}, {"L": 2, "r": 1}, end=None)
