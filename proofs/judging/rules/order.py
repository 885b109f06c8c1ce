"""Order: powers whose base or exponent is the larger one; powers and exp against their tangents."""

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


@rule("Hardy, Littlewood, Polya, Inequalities, 2nd ed., theorems 41 and 42")
def bernoulli(premises: list[Sequent]) -> Sequent:
    """A power against its tangent at 1: 0 < b, and 1 <= r or r <= 0, give 1 + r (b - 1) <= b^r; 0 < b, 0 <= r and
    r <= 1 give b^r <= 1 + r (b - 1)."""
    if len(premises) not in (2, 3):
        raise Refused("0 < b and the range of r are wanted")
    hypotheses = frozenset().union(*(h for h, _ in premises))
    modes, said = zip(*(split(c) for _, c in premises), strict=True)
    sign, low, high = said[0], said[1], said[-1]
    if sign[:2] != ("<", ZERO) or any(f[0] not in ("<=", "<") for f in said):
        raise Refused("0 < b and inequalities for r are wanted")
    concave = len(premises) == 3
    if concave and (low[1] != ZERO or high[2] != ONE or low[2] != high[1]):
        raise Refused("0 <= r and r <= 1 are wanted")
    if not concave and low[1] != ONE and low[2] != ZERO:
        raise Refused("1 <= r or r <= 0 is wanted")
    b, r = sign[2], low[2] if low[1] == ONE or concave else low[1]
    line = ("+", ONE, joined("*", r, ("+", b, number(-1))))
    sides = (("^", b, r), line) if concave else (line, ("^", b, r))
    return hypotheses, governed(weakest(*modes), ("<=", *sides))
