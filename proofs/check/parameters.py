"""p = q/(q-1) in normal form: every part of an expression is p^k E with E free of p, and 1/p = (q-1)/q, 0 at q = 1.

  (p^k E)(p^l F) = p^{k+l} E F;   (p^k E)^n = p^{kn} E^n;   sum_i p^{k_i} E_i = p^K sum_i (1/p)^{K-k_i} E_i, K = max k_i

so that p cancels wherever it stands, next to x, u and names too. What is left with k <= 0 has a value at q = 1, where
(1/p)^{-k} = 0; what is left with k > 0 is infinite there, and its q/(q-1) has no value. A part in q, p and L alone is a
fraction of Q(q, L) in lowest terms; where one of its own denominators is 0 it has no meaning, which the returned
formula says.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from operator import and_

from ...symbolic.algebra import is_zero
from ...symbolic.deciding.formulas import TRUE, Formula
from ...symbolic.deciding.from_text import fraction
from ...symbolic.deciding.polynomials import ONE, Ratio, ratio, terms
from ...symbolic.deciding.polynomials import q as Q
from ...symbolic.errors import Undecided
from ...symbolic.reading.expression import Call, Expression, Name, Negative, Number, Power, Product, Sum, names, walk
from ...symbolic.reading.to_sympy import to_sympy

PARAMETERS = frozenset({"q", "p", "L"})
_ONE, _ZERO = Fraction(1), Fraction(0)
_OVER_P = Product((Sum((Name("q"), Number(-_ONE))), Power(Name("q"), Number(-_ONE))))  # (q - 1)/q


@dataclass(frozen=True)
class _Order:
    """p^power rest, with `rest` free of p."""

    power: Fraction
    rest: Expression


def without_p(node: Expression) -> tuple[Expression, Formula]:
    """The expression in q and L alone, and where its parts in p have a meaning. Errors: Undecided (too large)."""
    domain: list[Formula] = []
    tree = _whole(_order(node, domain))
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


def _order(node: Expression, domain: list[Formula]) -> _Order:
    if "p" not in names(node):
        return _Order(_ZERO, node)
    if (value := rational(node)) is not None:
        if value[1] != TRUE:
            domain.append(value[1])
        return _of_ratio(value[0])
    match node:
        case Negative(term, at):
            below = _order(term, domain)
            return _Order(below.power, Negative(below.rest, at))
        case Sum(parts, _):
            return _sum([_order(part, domain) for part in parts])
        case Product(parts, at):
            found = [_order(part, domain) for part in parts]
            return _Order(sum((f.power for f in found), _ZERO), Product(tuple(f.rest for f in found), at))
        case Power(base, exponent, at):
            return _power(_order(base, domain), _whole(_order(exponent, domain)), at)
        case Call(function, arguments, at):
            return _call(function, [_order(part, domain) for part in arguments], at)
    raise Undecided("p stands where it cannot be read")


def _whole(value: _Order) -> Expression:
    """p^k E as one expression: (1/p)^{-k} E, or E divided by (1/p)^k, which has no value at q = 1."""
    if value.power == 0:
        return value.rest
    return Product((value.rest, Power(_OVER_P, Number(-value.power))))


def _of_ratio(value: Ratio) -> _Order:
    """A fraction of Q(q, L) with its order at q = 1 taken out as a power of p."""
    power = _ZERO
    while value.below.subs({"q": 1}).is_zero():
        value, power = value * ratio(Q - 1, Q), power + 1
    while not value.above.is_zero() and value.above.subs({"q": 1}).is_zero():
        value, power = value * ratio(Q, Q - 1), power - 1
    return _Order(power, written(value))


def _sum(parts: list[_Order]) -> _Order:
    """p^K with K the largest order whose terms do not cancel."""
    while True:
        top = max(part.power for part in parts)
        leading = [part for part in parts if part.power == top]
        if top <= 0 or len(leading) == 1 or len(leading) == len(parts) or not _cancel(leading):
            break
        parts = [part for part in parts if part.power < top]
    lowered = tuple(_whole(_Order(part.power - top, part.rest)) for part in parts)
    return _Order(top, Sum(lowered) if len(lowered) > 1 else lowered[0])


def _cancel(leading: list[_Order]) -> bool:
    try:
        return is_zero(to_sympy(Sum(tuple(part.rest for part in leading))))
    except Undecided:
        return False


def _power(base: _Order, exponent: Expression, at: int) -> _Order:
    if isinstance(exponent, Number):
        return _Order(base.power * exponent.value, Power(base.rest, exponent, at))
    if base.power > 0:  # (p^k E)^e = (p^{-k}/E)^{-e}
        inverse = _whole(_Order(-base.power, Power(base.rest, Number(-_ONE), at)))
        return _Order(_ZERO, Power(inverse, Negative(exponent), at))
    return _Order(_ZERO, Power(_whole(base), exponent, at))


def _call(function: str, arguments: list[_Order], at: int) -> _Order:
    first = arguments[0]
    if function == "sqrt":
        return _Order(first.power / 2, Call(function, (first.rest,), at))
    if function == "abs" or (function == "sign" and first.power > 0):  # p > 0
        return _Order(first.power if function == "abs" else _ZERO, Call(function, (first.rest,), at))
    return _Order(_ZERO, Call(function, tuple(map(_whole, arguments)), at))


def written(value: Ratio) -> Expression:
    """A fraction of Q(q, L) as an expression."""
    above = _polynomial(value.above)
    return above if value.below == ONE else Product((above, Power(_polynomial(value.below), Number(-_ONE))))


def _polynomial(poly: object) -> Expression:
    parts: list[Expression] = []
    for (i, j), c in terms(poly):  # type: ignore[arg-type]
        factors: list[Expression] = [Number(c)]
        factors += [Power(Name(name), Number(_ONE * n)) for name, n in (("q", i), ("L", j)) if n]
        parts.append(factors[0] if len(factors) == 1 else Product(tuple(factors)))
    return Number(_ONE * 0) if not parts else parts[0] if len(parts) == 1 else Sum(tuple(parts))
