"""Order: powers whose base or exponent is the larger one."""

from __future__ import annotations

from ..formulas import governed, split, weakest
from ..terms import Term, is_term, joined, negative, number
from ..theorem import Refused, Sequent, rule
from .logical import _count

POWERS = "Hardy, Littlewood, Polya, Inequalities, 2nd ed., section 2.1"
ZERO, ONE = number(0), number(1)


@rule(POWERS)
def falling_base(premises: list[Sequent], r: Term) -> Sequent:
    """0 < a, a <= b and r <= 0 give b^r <= a^r."""
    _count(premises, 3)
    (h1, sign), (h2, order), (h3, exponent) = premises
    (m1, s), (m2, o), (m3, e) = map(split, (sign, order, exponent))
    if o[0] not in ("<=", "<") or s != ("<", ZERO, o[1]) or e[0] not in ("<=", "<") or e[1:] != (r, ZERO):
        raise Refused("0 < a, a <= b, r <= 0 are wanted")
    return h1 | h2 | h3, governed(weakest(m1, m2, m3), ("<=", ("^", o[2], r), ("^", o[1], r)))


@rule(POWERS)
def above_one(premises: list[Sequent]) -> Sequent:
    """1 <= a and r <= s give a^r <= a^s."""
    _count(premises, 2)
    (h1, order), (h2, exponents) = premises
    (m1, o), (m2, e) = map(split, (order, exponents))
    if o[0] not in ("<=", "<") or o[1] != ONE or e[0] not in ("<=", "<"):
        raise Refused("1 <= a and r <= s are wanted")
    return h1 | h2, governed(weakest(m1, m2), ("<=", ("^", o[2], e[1]), ("^", o[2], e[2])))


@rule("Hardy, Littlewood, Polya, Inequalities, 2nd ed., section 4.2")
def above_tangent(premises: list[Sequent], x: Term) -> Sequent:
    """1 + x <= exp x; 1 + x < exp x where 0 < x or x < 0 is a premise."""
    if not is_term(x):
        raise Refused("a term is wanted")
    below = joined("+", ONE, x)
    if not premises:
        return frozenset(), governed("", ("<=", below, ("exp", x)))
    _count(premises, 1)
    ((hypotheses, sign),) = premises
    mode, r = split(sign)
    if r not in (("<", ZERO, x), ("<", x, ZERO)):
        raise Refused("0 < x or x < 0 is wanted")
    return hypotheses, governed(mode, ("<", below, ("exp", x)))


@rule(POWERS)
def same_order(premises: list[Sequent], a: Term, b: Term, r: Term) -> Sequent:
    """0 <= d (a - b) and 0 <= r give 0 <= d (<a>^r - <b>^r): signed powers do not turn the order round."""
    _count(premises, 2)
    (h1, order), (h2, exponent) = premises
    (m1, o), (m2, e) = map(split, (order, exponent))
    if not all(map(is_term, (a, b, r))) or e != ("<=", ZERO, r) or o[:2] != ("<=", ZERO):
        raise Refused("0 <= d (a - b) and 0 <= r are wanted")
    apart = joined("+", a, negative(b))
    if o[2][0] != "*" or o[2][-1] != apart:
        raise Refused("the last factor is not a - b")
    powers = joined("+", ("spow", a, r), negative(("spow", b, r)))
    return h1 | h2, governed(weakest(m1, m2), ("<=", ZERO, (*o[2][:-1], powers)))


@rule("ordered fields")
def antisymmetric(premises: list[Sequent]) -> Sequent:
    """a <= b and b <= a give a = b."""
    _count(premises, 2)
    (h1, one), (h2, other) = premises
    (m1, o), (m2, e) = map(split, (one, other))
    if o[0] != "<=" or e != ("<=", o[2], o[1]):
        raise Refused("a <= b and b <= a are wanted")
    return h1 | h2, governed(weakest(m1, m2), ("=", o[1], o[2]))
