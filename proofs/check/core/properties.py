"""property iff condition, as formulas and as a theorem: what it says of R' where the condition holds, and where not.

With y the increment of R' (judging.increments) the two sides are

  onto             y -> infinity               0 < q (s - 1),  q (s - 1) y <= u_0^{1-s},  s = L (q-1)/q
                   near 0 too where R' is not odd (balanced, m >= 1)
  sign-preserving  y -> infinity near 0        0 < q (1 - s),  q (1 - s) y <= b^{1-s}
  legendre         the two sides near 0, R strictly convex, and the condition holds for every q and L
  bregman          D_R -> infinity outward, R and D_R(0, .) continuous at 0, R strictly convex, and likewise

and a condition A in q and L that holds for the same (q, L) as theirs is decided twice, here and by the replayer.
blow-up and finite-escape state the second side for their condition, the first for its negation. The files of theorems
give derivations only, and are loaded for them only.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from ....symbolic.deciding import formulas as decided_formulas
from ....symbolic.deciding import from_text
from ....symbolic.errors import Undecided
from ....symbolic.reading.expression import Comparison, Logical, Statement
from ...judging import increments
from ...judging.flows import L, q
from ...judging.formal import Formal
from ...judging.formulas import Formula, below, equal, formula
from ...judging.increments import ENDLESS, M_0, M, k0, s, s_0
from ...judging.rules.logical import both, cut, implied
from ...judging.tactics import decided, given, show
from ...judging.terms import Expr, number
from ...judging.theorem import Refused, Theorem
from ..claims import PropertyClaim
from .reading import condition

LETTERS = {"q": q.term, "L": L.term, "m": M.term}
ONE_ZERO = equal(k0, 1)
INWARD = formula(("=>", increments.BALANCED_STEEP, increments.BALANCED_GROWS))
FAR = formula(("and", below(0, q * (s - 1)), increments.Y_BOUNDED))
NEAR = formula(("and", below(0, q * (1 - s)), increments.BALANCED_BOUNDED))
NEAR_ONE = formula(("and", below(0, q * (1 - s_0)), increments.FALLEN_BOUNDED))


def formal(claim: PropertyClaim) -> Formal:
    """What the claim says, and how it is derived. Errors: Refused where it has no form in the core."""
    stated = _read(claim)
    denied = negated(stated)
    match claim.property:
        case "onto" if claim.family == "balanced":
            return _with(_iff(stated, denied, increments.Y_GROWS, FAR, _outward), INWARD, _steep)
        case "onto":  # m_0 = 0: R' is odd
            return _iff(stated, denied, increments.Y_GROWS, FAR, _outward)
        case "blow-up":
            return _iff(denied, stated, increments.Y_GROWS, FAR, _outward)
        case "sign-preserving" if claim.family == "balanced":
            return _iff(stated, denied, increments.BALANCED_GROWS, NEAR, _balanced)
        case "finite-escape" if claim.family == "balanced":
            return _iff(denied, stated, increments.BALANCED_GROWS, NEAR, _balanced)
        case "sign-preserving":
            return _iff(stated, denied, increments.FALLEN_GROWS, NEAR_ONE, _one_zero, ONE_ZERO)
        case "finite-escape":
            return _iff(denied, stated, increments.FALLEN_GROWS, NEAR_ONE, _one_zero, ONE_ZERO)
        case "legendre":
            balanced = claim.family == "balanced"
            near = increments.BALANCED_LEGENDRE if balanced else increments.LEGENDRE
            parts = ("and", increments.CONVEX, near, stated)
            return _formal((ENDLESS,), parts, lambda: _legendre(balanced, stated))
        case "bregman" if claim.family == "lambda-balanced":
            parts = ("and", increments.CONVEX, increments.BREGMAN, stated)
            return _formal(increments.BREGMAN_GIVEN, parts, lambda: _bregman(stated))
    raise Refused(f"no derivation of {claim.property} for this family yet")


def _formal(hypotheses: tuple[Formula, ...], goal: Formula, prove: Callable[[], Theorem]) -> Formal:
    return Formal(hypotheses, formula(goal), prove, increments.witness)


def _iff(
    first: Formula,
    second: Formula,
    endless: Formula,
    finite: Formula,
    sides: Callable[[Formula, Formula], tuple[Theorem, Theorem]],
    *hypotheses: Formula,
) -> Formal:
    """first => the unbounded side, second => the bounded one."""
    goal = ("and", ("=>", first, endless), ("=>", second, finite))

    def prove() -> Theorem:
        theorems = zip(sides(first, second), (first, second), strict=True)
        return both(*(implied(theorem, stated=stated) for theorem, stated in theorems))

    return _formal((ENDLESS, *hypotheses), goal, prove)


def _with(found: Formal, part: Formula, prove: Callable[[], Theorem]) -> Formal:
    """The same and one part more."""
    return _formal(found.hypotheses, ("and", found.goal, part), lambda: both(found.prove(), prove()))


def _read(claim: PropertyClaim) -> Formula:
    """The condition as it is written, or where p or a quotient stands in it the polynomials of q and L it means."""
    try:
        found = condition(_lower(claim.condition), LETTERS)
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


def _lower(node: Statement) -> Statement:
    """The condition, its comparisons of two sides without a power that both have."""
    match node:
        case Comparison((left, right), relations):
            return Comparison(from_text.rooted(left, right), relations)
        case Logical(kind, parts):
            return Logical(kind, tuple(map(_lower, parts)))
    return node


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


def _outward(first: Formula, second: Formula) -> tuple[Theorem, Theorem]:
    """y -> infinity from `first`, y bounded from `second`."""
    from ...theorems import onto

    deep = decided(increments.ABOVE_1, given(second))
    gap = show("<", 0, q * (s - 1), (deep, L))
    return cut(decided(increments.AT_MOST_1, given(first)), onto.unbounded()), both(gap, cut(deep, onto.bounded()))


def _balanced(first: Formula, second: Formula) -> tuple[Theorem, Theorem]:
    """The same near 0 from a balanced start."""
    from ...theorems.shared import near_zero

    gap = show("<", 0, q * (1 - s), (decided(increments.BALANCED_GENTLE, given(second)), L))
    steep = decided(increments.BALANCED_STEEP, given(first))
    return cut(steep, near_zero.unbounded()), both(gap, near_zero.bounded())


def _steep() -> Theorem:
    from ...theorems.shared import near_zero

    return implied(near_zero.unbounded(), stated=increments.BALANCED_STEEP)


def _one_zero(first: Formula, second: Formula) -> tuple[Theorem, Theorem]:
    """lambda > 0: k0 = 1, so m_0 = 0 < 1; `first` never holds, and from it the unbounded side follows."""
    from ...theorems import legendre

    never = decided(("<=", number(1), number(0)), given(first))
    high = show("<=", 1, M_0, (never, 1), (given(ONE_ZERO), -1 * q / k0))
    low = show("<", M_0, 1, (given(ONE_ZERO), q / k0))
    gap = show("<", 0, q * (1 - s_0), (low, k0))
    return cut(high, legendre.unbounded()), both(gap, cut(low, legendre.bounded()))


def _legendre(balanced: bool, stated: Formula) -> Theorem:
    """R strictly convex, the two sides near 0, and the condition always holds."""
    from ...theorems import legendre
    from ...theorems.shared import near_zero

    gentle = implied(near_zero.bounded(), stated=increments.BALANCED_GENTLE)
    near = both(_steep(), gentle) if balanced else legendre.legendre()
    return both(legendre.convex(), near, decided(stated))


def _bregman(stated: Formula) -> Theorem:
    """R strictly convex, what `bregman` of the catalogue says, and the condition always holds."""
    from ...theorems import bregman_function, legendre

    return both(legendre.convex(), bregman_function.derive(), decided(stated))
