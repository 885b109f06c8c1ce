"""Terms as sums of `normal`, in every case of the signs of the atoms that stand in a power, a sign, a size or a log."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Any

from . import decide, normal
from .normal import Sum
from .syntax import Node, Refused, need

SEEN = ("n", "+", "*", "^", "spow", "abs", "sgn", "exp", "log")
Q, L = ("v", "q", "q"), ("v", "L", "depth")
MOST_CASES = 3**6


def sign_class(t: Node) -> str:
    """pos, nonneg or real: what the form of a term shows of its values, whatever stands for an undefined one."""
    head = t[0]
    if head == "n":
        return "pos" if t[1] > 0 else "real" if t[1] < 0 else "nonneg"
    if head in ("v", "f"):
        return {"nonneg": "nonneg", "real": "real"}.get(t[2], "pos")
    if head in ("t", "abs"):
        return "pos" if head == "abs" and sign_class(t[1]) == "pos" else "nonneg"
    if head == "exp":
        return "pos"
    if head == "at0":
        return sign_class(t[1])
    if head in ("sum", "prod", "others"):
        return sign_class(t[-1])
    if head == "^":
        base, natural = sign_class(t[1]), is_natural(t[2])
        even = natural and t[2][1] % 2 == 0
        defined = base == "nonneg" and (natural or sign_class(t[2]) == "pos")
        return "pos" if base == "pos" else "nonneg" if even or defined else "real"
    if head in ("+", "*"):
        classes = [sign_class(p) for p in t[1:]]
        if "real" in classes:
            return "real"
        join = any if head == "+" else all
        return "pos" if join(c == "pos" for c in classes) else "nonneg"
    return "real"


def is_natural(t: Node) -> bool:
    """Whether a term is written as one of 0, 1, 2, ..."""
    return t[0] == "n" and t[2] == 1 and t[1] >= 0


def atoms(t: Node) -> Iterator[Node]:
    """The parts that algebra does not look into."""
    if t[0] not in SEEN:
        yield t
    elif t[0] != "n":
        for p in t[1:]:
            yield from atoms(p)


def _seen(t: Node) -> Iterator[Node]:
    yield t
    if t[0] in SEEN and t[0] != "n":
        for p in t[1:]:
            yield from _seen(p)


Case = dict[Node, int]


def cases(terms: list[Node], every: bool, nonzero: tuple[Node, ...] = ()) -> Iterator[Case]:
    """Signs for the atoms of unknown sign: those where a sign matters, or all; none is 0 that is given as nonzero."""
    unsure: list[Node] = []
    for s in (s for t in terms for s in _seen(t)):
        matters = s[0] in ("spow", "abs", "sgn", "log") or (s[0] == "^" and not is_natural(s[2]))
        for a in atoms(s if every else s[1]) if every or matters else ():
            if sign_class(a) != "pos" and a not in unsure:
                unsure.append(a)
    possible = [(a, (1, 0) if sign_class(a) == "nonneg" else (1, -1, 0)) for a in unsure]
    choices = [tuple(s for s in signs if s or a not in nonzero) for a, signs in possible]
    count = 1
    for c in choices:
        count *= len(c)
    need(count <= MOST_CASES, "too many cases of signs")
    for signs in itertools.product(*choices):
        yield dict(zip(unsure, signs, strict=True))


def value(t: Node, case: Case) -> Sum:
    """The term in a case of signs; a power or logarithm that is not shown to have a value is a letter of its own."""
    head = t[0]
    if head == "n":
        return normal.number(Fraction(t[1], t[2]))
    if head == "+":
        return normal.plus(*(value(p, case) for p in t[1:]))
    if head == "*":
        product = normal.ONE
        for p in t[1:]:
            product = normal.times(product, value(p, case))
        return product
    if head in ("^", "log"):
        try:
            return power_or_log(t, case)
        except normal.Unclear:
            return normal.letter(t, False)
    if head == "spow":
        try:
            return signed(t, case)
        except normal.Unclear:
            return normal.letter(t, False)
    if head in ("abs", "sgn"):
        return signed(t, case)
    if head == "exp":
        return normal.exponential(value(t[1], case))
    sign = case.get(t, 2)
    if sign == 2:
        return normal.letter(t, sign_class(t) == "pos")
    return normal.scaled(normal.letter(t, True), Fraction(sign))


def signed(t: Node, case: Case) -> Sum:
    """sgn a, |a|, <a>^r. Errors: Refused where the sign of a is not shown."""
    base = value(t[1], case)
    sign = sign_of(base)
    if t[0] == "sgn" or sign == 0:
        return normal.number(sign)
    size = normal.scaled(base, Fraction(sign))
    return size if t[0] == "abs" else normal.scaled(power(size, value(t[2], case)), Fraction(sign))


def power_or_log(t: Node, case: Case) -> Sum:
    """a^r, log a. Errors: Refused where it is not shown to have a value."""
    if t[0] == "^":
        return raised(t[1], value(t[2], case), case)
    base = value(t[1], case)
    need(sign_of(base) == 1, "log of what is not shown to be positive")
    return normal.logarithm(base)


def raised(base: Node, exponent: Sum, case: Case) -> Sum:
    """base^exponent; (a^r)^s = a^{r s} and (a b)^s = a^s b^s for positive a, b, before sums are multiplied out."""
    if normal.whole(exponent) is None:
        if base[0] == "^" and _above_0(base[1], case):
            return raised(base[1], normal.times(value(base[2], case), exponent), case)
        if base[0] == "*" and all(_above_0(p, case) for p in base[1:]):
            product = normal.ONE
            for p in base[1:]:
                product = normal.times(product, raised(p, exponent, case))
            return product
    return power(value(base, case), exponent)


def _above_0(t: Node, case: Case) -> bool:
    try:
        return sign_of(value(t, case)) == 1
    except normal.Unclear:
        return False


def sign_of(s: Sum) -> int:
    """The sign of a sum. Errors: Refused where it is not shown."""
    if normal.is_zero(s):
        return 0
    for sign in (1, -1):
        if normal.is_positive(normal.scaled(s, Fraction(sign))):
            return sign
    raise Refused("a sign is not shown")


def power(base: Sum, exponent: Sum) -> Sum:
    """base^exponent where it is shown to have a value."""
    k = normal.whole(exponent)
    if k is not None and k >= 0:
        return normal.power(base, exponent)
    sign = sign_of(base)
    if sign == 0:
        need(above(exponent, Fraction(0)), "0 to a power that is not shown to be positive")
        return normal.ZERO
    need(sign > 0 or k is not None, "a power of a negative number")
    return normal.power(base, exponent)


@lru_cache(maxsize=20_000)
def above(s: Sum, bound: Fraction, or_equal: bool = False) -> bool:
    """Whether s > bound (s >= bound) for every q in [1, 2], L >= 2; s holds no letter but q and L."""
    s = normal.minus(s, normal.number(bound))
    lowest = [0, 0]
    terms: list[tuple[list[int], Fraction]] = []
    for m, c in s:
        powers = [0, 0]
        for base, e in m:
            k = normal.whole(e)
            if base[0] != "a" or base[1][0] not in (Q, L) or k is None:
                return False
            powers[0 if base[1][0] == Q else 1] = k
        lowest = [min(a, b) for a, b in zip(lowest, powers, strict=True)]
        terms.append((powers, c))
    f = {(a - lowest[0], b - lowest[1]): c for (a, b), c in terms}
    return decide.valid(("sign", f, {(0, 0): Fraction(1)}, (1, 0) if or_equal else (1,)))


@lru_cache(maxsize=20_000)
def shown(
    relation: Node, given: tuple[Node, ...], multipliers: tuple[Node, ...], nonzero: tuple[Node, ...] = ()
) -> None:
    """Nothing, if b - a - sum_k m_k (b_k - a_k) is 0, or not negative, as the relation wants. Errors: Refused."""
    terms = [*relation[1:], *multipliers, *(t for r in given for t in r[1:])]
    for every in (False, True):
        try:
            for case in cases(terms, every, nonzero):
                _shown_in(case, relation, given, multipliers)
            return
        except Refused:
            if every or relation[0] == "=":
                raise


def _shown_in(case: Case, relation: Node, given: tuple[Node, ...], multipliers: tuple[Node, ...]) -> None:
    rest = normal.minus(value(relation[2], case), value(relation[1], case))
    strict = relation[0] == "<"
    for r, multiplier in zip(given, multipliers, strict=True):
        m = value(multiplier, case)
        gap = normal.minus(value(r[2], case), value(r[1], case))
        if r[0] != "=":
            need(relation[0] != "=", "an equation from an inequality")
            need(normal.is_positive(m, False), "a multiplier that is not shown to be at least 0")
            strict = strict and not (r[0] == "<" and normal.is_positive(m))
        rest = normal.minus(rest, normal.times(m, gap))
    if relation[0] == "=":
        need(normal.is_zero(rest), "the difference is not shown to be 0")
    else:
        need(normal.is_positive(rest, strict), "the difference is not shown to have its sign")


def condition(f: Node) -> Any:
    """A formula in q and L as a condition of `decide`. Errors: Refused."""
    if f[0] in ("and", "or", "not", "=>", "<=>"):
        return (f[0], *map(condition, f[1:]))
    need(f[0] in ("=", "<=", "<"), "not a condition on q and L")
    (a, b), (c, d) = (fraction(t) for t in f[1:])
    top = decide.add(decide.mul(c, b), decide.mul(a, d), Fraction(-1))
    return ("sign", top, decide.mul(b, d), {"=": (0,), "<=": (0, 1), "<": (1,)}[f[0]])


def fraction(t: Node) -> tuple[decide.Poly, decide.Poly]:
    """Numerator and denominator of a rational function of q and L. Errors: Refused."""
    one: decide.Poly = {(0, 0): Fraction(1)}
    if t[0] == "n":
        return ({(0, 0): Fraction(t[1], t[2])} if t[1] else {}), one
    if t in (Q, L):
        return {(1, 0) if t == Q else (0, 1): Fraction(1)}, one
    if t[0] == "^" and t[2][0] == "n" and t[2][2] == 1 and abs(t[2][1]) <= normal.LARGEST_POWER:
        top, below = fraction(t[1])
        up, down = one, one
        for _ in range(abs(t[2][1])):
            up, down = decide.mul(up, top), decide.mul(down, below)
        return (up, down) if t[2][1] >= 0 else (decide.mul(down, below), decide.mul(up, below))
    need(t[0] in ("+", "*"), "not a rational function of q and L")
    top, below = ({}, one) if t[0] == "+" else (one, one)
    for p in t[1:]:
        c, d = fraction(p)
        top = decide.add(decide.mul(top, d), decide.mul(c, below)) if t[0] == "+" else decide.mul(top, c)
        below = decide.mul(below, d)
    return top, below
