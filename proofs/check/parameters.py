"""p = q/(q-1) written in q, so that 1/p = 0 at q = 1: every part of an expression in q, p and L alone that holds p.

Such a part is a fraction of Q(q, L) in lowest terms; where one of its own denominators is 0 it has no meaning, which
the returned formula says.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import and_

from ...symbolic.deciding.formulas import TRUE, Formula
from ...symbolic.deciding.from_text import fraction
from ...symbolic.deciding.polynomials import Ratio, terms
from ...symbolic.errors import Undecided
from ...symbolic.reading.expression import Call, Expression, Name, Negative, Number, Power, Product, Sum, names, walk

PARAMETERS = frozenset({"q", "p", "L"})
_ONE = Fraction(1)


def without_p(node: Expression) -> tuple[Expression, Formula]:
    """The expression in q and L alone, and where its parts in p have a meaning. Errors: Undecided (too large)."""
    domain: list[Formula] = []
    tree = _without(node, domain)
    return tree, reduce(and_, domain, TRUE)


def rational(node: Expression) -> tuple[Ratio, Formula] | None:
    """The value in Q(q, L) of a part in q, p and L alone and its domain; None where it is no such fraction."""
    if not names(node) <= PARAMETERS or any(isinstance(part, Call) for part in walk(node)):
        return None
    domain: list[Formula] = []
    try:
        return fraction(node, domain), reduce(and_, domain, TRUE)
    except (Undecided, ZeroDivisionError):
        return None


def _without(node: Expression, domain: list[Formula]) -> Expression:
    if "p" not in names(node):
        return node
    if (value := rational(node)) is not None:
        if value[1] != TRUE:
            domain.append(value[1])
        return written(value[0])
    match node:
        case Negative(term, at):
            return Negative(_without(term, domain), at)
        case Sum(parts, at):
            return Sum(tuple(_without(part, domain) for part in parts), at)
        case Product(parts, at):
            return Product(tuple(_without(part, domain) for part in parts), at)
        case Power(base, exponent, at):
            return Power(_without(base, domain), _without(exponent, domain), at)
        case Call(function, arguments, at):
            return Call(function, tuple(_without(part, domain) for part in arguments), at)
    raise Undecided("p stands where it cannot be read")


def written(value: Ratio) -> Expression:
    """A fraction of Q(q, L) as an expression."""
    above = _polynomial(value.above)
    return above if value.below.is_one() else Product((above, Power(_polynomial(value.below), Number(-_ONE))))


def _polynomial(poly: object) -> Expression:
    parts: list[Expression] = []
    for (i, j), c in terms(poly):  # type: ignore[arg-type]
        factors: list[Expression] = [Number(c)]
        factors += [Power(Name(name), Number(_ONE * n)) for name, n in (("q", i), ("L", j)) if n]
        parts.append(factors[0] if len(factors) == 1 else Product(tuple(factors)))
    return Number(_ONE * 0) if not parts else parts[0] if len(parts) == 1 else Sum(tuple(parts))
