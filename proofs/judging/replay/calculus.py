"""The rules of order and of calculus in one variable a second time."""

from __future__ import annotations

from . import algebra
from .rules import (
    MINUS,
    ONE,
    ZERO,
    Sequent,
    _prod,
    _sum,
    also,
    flat,
    given,
    modes,
    opposite,
    term,
    together,
)
from .syntax import Node, Refused, at, indices, need, renamed, timing, varies

HIGH: Node = ("high",)  # +infinity, inside this file only


def in_order(f: Node) -> Node:
    """A relation a <= b or a < b. Errors: Refused."""
    relation = timing(f)[1]
    need(relation[0] in ("<=", "<"), "an inequality is wanted")
    return relation


@also
def falling_base(premises: list[Sequent], r: Node) -> Sequent:
    """0 < a <= b, r <= 0: b^r <= a^r."""
    hypotheses = together(premises, 3)
    sign, order, exponent = (in_order(c) for _, c in premises)
    a, b = order[1:]
    need(sign == ("<", ZERO, a) and exponent[1:] == (term(r), ZERO), "0 < a and r <= 0 are wanted")
    return hypotheses, at(modes(*(c for _, c in premises)), ("<=", ("^", b, r), ("^", a, r)))


@also
def above_one(premises: list[Sequent]) -> Sequent:
    """1 <= a, r <= s: a^r <= a^s."""
    hypotheses = together(premises, 2)
    (_, one, a), (_, r, s) = (in_order(c) for _, c in premises)
    need(one == ONE, "1 <= a is wanted")
    return hypotheses, at(modes(*(c for _, c in premises)), ("<=", ("^", a, r), ("^", a, s)))


@also
def bernoulli(premises: list[Sequent]) -> Sequent:
    """b > 0: b^r lies above its tangent 1 + r (b - 1) outside 0 < r < 1, below it inside."""
    hypotheses = together(premises)
    positive, *exponent = (in_order(c) for _, c in premises)
    need(positive[:2] == ("<", ZERO), "0 < b is wanted")
    b, ranges = positive[2], [f[1:] for f in exponent]
    times = modes(*(c for _, c in premises))

    def tangent(r: Node) -> Node:
        return ("+", ONE, flat(r, ("+", b, MINUS)))

    if len(ranges) == 2:
        (zero, r), (other, one) = ranges
        need(zero == ZERO and one == ONE and r == other, "0 <= r <= 1 is wanted")
        return hypotheses, at(times, ("<=", ("^", b, r), tangent(r)))
    need(len(ranges) == 1 and (ranges[0][0] == ONE or ranges[0][1] == ZERO), "1 <= r or r <= 0 is wanted")
    r = ranges[0][1] if ranges[0][0] == ONE else ranges[0][0]
    return hypotheses, at(times, ("<=", tangent(r), ("^", b, r)))


@also
def distributed(premises: list[Sequent], whole: Node, b: Node) -> Sequent:
    """prod_i (a b) = prod_i a prod_i b."""
    together(premises, 0)
    need(term(whole)[0] in ("prod", "others"), "a product is wanted")
    both = (*whole[:-1], flat(whole[-1], term(b)))
    return frozenset(), at((), ("=", both, ("*", whole, (*whole[:-1], b))))


@also
def rising(premises: list[Sequent]) -> Sequent:
    """0 <= dy/dt: y(0) <= y."""
    hypotheses = together(premises, 2)
    smooth, rises = (c for _, c in premises)
    need(smooth[0] == "ac" and rises == ("ae", ("<=", ZERO, ("d", smooth[1]))), "ac y, 0 <= dy/dt are wanted")
    return hypotheses, at((), ("<=", ("at0", smooth[1]), smooth[1]))


@also
def rising_strictly(premises: list[Sequent]) -> Sequent:
    """0 < dy/dt: y(0) < y for t > 0."""
    hypotheses = together(premises, 2)
    smooth, rises = (c for _, c in premises)
    need(smooth[0] == "ac" and rises == ("ae", ("<", ZERO, ("d", smooth[1]))), "ac y, 0 < dy/dt are wanted")
    later = ("=>", ("<", ZERO, ("t",)), ("<", ("at0", smooth[1]), smooth[1]))
    return hypotheses, ("every", later)


@also
def integrable_of(premises: list[Sequent]) -> Sequent:
    """Absolutely continuous: integrable."""
    hypotheses = together(premises, 1)
    need(premises[0][1][0] == "ac", "ac a is wanted")
    return hypotheses, ("integrable", premises[0][1][1])


@also
def slope_of_exp(premises: list[Sequent], a: Node) -> Sequent:
    """e -> 0+: (exp(e a) - 1)/e -> a."""
    hypotheses = together(premises, 1)
    f = premises[0][1]
    need(f[0] == "tends" and f[2] == ZERO and algebra.sign_class(f[1]) == "pos", "e -> 0 with e > 0 is wanted")
    need(not varies(term(a)), "a is no constant")
    above = ("+", ("exp", ("*", f[1], a)), MINUS)
    return hypotheses, ("tends", ("*", above, ("^", f[1], MINUS)), a)


@also
def growing(premises: list[Sequent]) -> Sequent:
    """a -> infinity, a <= b: b -> infinity."""
    hypotheses = together(premises, 2)
    grows, order = (c for _, c in premises)
    need(order[0] == "every", "a <= b at every time is wanted")
    need(grows == ("grows", in_order(order)[1]), "a -> infinity is wanted")
    return hypotheses, ("grows", order[1][2])


@also
def squeezed(premises: list[Sequent]) -> Sequent:
    """Between two functions with one limit."""
    hypotheses = together(premises, 4)
    low, above, below, high = (c for _, c in premises)
    need(above[0] == "every" == below[0], "the bounds must hold at every time")
    (a, y), (z, b) = in_order(above)[1:3], in_order(below)[1:3]
    need(y == z, "two bounds of one function are wanted")
    need(low[:2] == ("tends", a) and high[:2] == ("tends", b) and low[2] == high[2], "a -> c and b -> c are wanted")
    return hypotheses, ("tends", y, low[2])


@also
def limit(premises: list[Sequent], a: Node) -> Sequent:
    """The limit of a, from those of its parts."""
    hypotheses = together(premises)
    c = towards(term(a), premises, frozenset())
    return hypotheses, ("grows", a) if c == HIGH else ("tends", a, c)


def towards(a: Node, premises: list[Sequent], bound: frozenset[Node]) -> Node:
    """The limit of a: a constant term, or HIGH. Errors: Refused."""
    if not varies(a):
        return a
    if given(("grows", a), premises, bound):
        return HIGH
    for hypotheses, f in premises:
        c = _said(f, a)
        if c is not None and not any(indices(h) & bound for h in hypotheses):
            return c
    head = a[0]
    if head == "^":
        return _power(a, premises, bound)
    need(head in ("+", "*", "exp", "log", "abs", "sum", "prod", "others"), "a limit is not shown")
    if head in ("+", "*"):
        parts = [towards(p, premises, bound) for p in a[1:]]
        if HIGH in parts:
            told = (c == HIGH or given(("<", ZERO, c), premises, bound) for c in parts)
            positive = all(yes or algebra.sign_class(c) == "pos" for yes, c in zip(told, parts, strict=True))
            need(head == "+" or positive, "infinity times what is not shown to be positive")
            return HIGH
        return _sum(parts) if head == "+" else _prod(parts)
    if head in ("exp", "log", "abs"):
        c = towards(a[1], premises, bound)
        need(c == HIGH or head != "log" or algebra.sign_class(c) == "pos", "log near what is not shown to be positive")
        return HIGH if c == HIGH else (head, c)
    c = towards(a[-1], premises, bound | {a[1]})
    need(c != HIGH or head != "others" or a[1][2] == "L", "a product that may be empty")
    return HIGH if c == HIGH else (*a[:-1], c)


def _power(a: Node, premises: list[Sequent], bound: frozenset[Node]) -> Node:
    _, base, r = a
    need(not varies(r), "an exponent that varies")
    c = towards(base, premises, bound)
    up = algebra.sign_class(r) == "pos" or given(("<", ZERO, r), premises, bound) or _above_0(r)
    down = not up and (given(("<", r, ZERO), premises, bound) or _above_0(opposite(r)))
    if c == HIGH:
        need(up or down, "the sign of an exponent is not shown")
        return HIGH if up else ZERO
    if algebra.is_natural(r) or algebra.sign_class(c) == "pos":
        return ("^", c, r)
    known = algebra.sign_class(base)
    need(c == ZERO and (up or down) and (known == "pos" or (up and known == "nonneg")), "a limit is not shown")
    return ZERO if up else HIGH


def _above_0(r: Node) -> bool:
    try:
        return algebra.above(algebra.value(r, {}), algebra.Fraction(0))
    except Refused:
        return False


def _said(f: Node, a: Node) -> Node | None:
    if f[0] == "tends" and f[1] == a:
        return f[2]  # type: ignore[no-any-return]
    if f[0] == "all":
        for j in {f[1], *(j for j in indices(a) if j[2] == f[1][2])}:
            try:
                found = _said(renamed(f[2], f[1], j), a)
            except Refused:
                continue
            if found is not None:
                return found
    return None


@also
def slope_limit(premises: list[Sequent], y: Node) -> Sequent:
    """f of class C^1, x -> c, (x - c) y -> v: (f(x) - f(c)) y -> f'(c) v."""
    hypotheses = together(premises, 3)
    smooth, near, pace = (f for _, f in premises)
    need(smooth[0] == "C1" and smooth[2] == "real", "f is not said to be C^1 on R")
    need(near[0] == pace[0] == "tends", "two limits are wanted")
    x, c = near[1:]
    step = x if c == ZERO else added_up(x, opposite(c))
    need(pace[1] == flat(step, term(y)), "the limit of (x - c) y is wanted")
    rise = added_up(("of", smooth[1], x), opposite(("of", smooth[1], c)))
    return hypotheses, ("tends", flat(rise, y), flat(("of'", smooth[1], c), pace[2]))


def added_up(*terms: Node) -> Node:
    """A sum, without sums as terms."""
    return ("+", *(p for t in terms for p in (t[1:] if t[0] == "+" else (t,))))


@also
def ratio(premises: list[Sequent]) -> Sequent:
    """y' = a, b' = c > 0, b -> infinity, a/c -> r: y/b -> r."""
    hypotheses = together(premises, 7)
    one, two, slope_y, slope_b, sign, far, near = (f for _, f in premises)
    need(one[0] == two[0] == "ac", "two absolutely continuous functions are wanted")
    y, b = one[1], two[1]
    rates = []
    for function, f in ((y, slope_y), (b, slope_b)):
        mode, equation = timing(f)
        need(mode == "ae" and equation[0] == "=" and equation[1] == ("d", function), "a rate is wanted")
        rates.append(equation[2])
    need(timing(sign)[1] == ("<", ZERO, rates[1]), "0 < db/dt is wanted")
    need(far == ("grows", b), "b -> infinity is wanted")
    need(near[0] == "tends" and near[1] == flat(rates[0], ("^", rates[1], MINUS)), "a limit of a/c is wanted")
    return hypotheses, ("tends", flat(y, ("^", b, MINUS)), near[2])


@also
def whole_integral(premises: list[Sequent]) -> Sequent:
    """0 <= a with bounded integrals: they tend to the integral over all times."""
    hypotheses = together(premises, 3)
    local, sign, bound = (f for _, f in premises)
    need(local[0] == "integrable", "a is not said to be locally integrable")
    a = local[1]
    need(timing(sign)[1] == ("<=", ZERO, a), "0 <= a is wanted")
    need(bound[0] == "every", "a bound at every time is wanted")
    _, paid, most = in_order(bound)
    need(paid == ("int", a) and not varies(most), "a constant above int_0^t a is wanted")
    return hypotheses, ("tends", paid, ("total", a))


@also
def above_tangent(premises: list[Sequent], x: Node) -> Sequent:
    """exp lies above its tangent at 0, and meets it only there."""
    hypotheses = together(premises)
    line, strictly = added_up(ONE, term(x)), len(premises) == 1
    need(len(premises) <= 1, "one premise at most")
    times = tuple(timing(f)[0] for _, f in premises)
    if strictly:
        need(timing(premises[0][1])[1] in (("<", ZERO, x), ("<", x, ZERO)), "x is not said to be other than 0")
    return hypotheses, at(times, ("<" if strictly else "<=", line, ("exp", x)))


@also
def same_order(premises: list[Sequent], a: Node, b: Node, r: Node) -> Sequent:
    """0 <= d (a - b), 0 <= r: 0 <= d (<a>^r - <b>^r)."""
    hypotheses = together(premises, 2)
    (_, low, product), exponent = timing(premises[0][1])[1], timing(premises[1][1])[1]
    need(timing(premises[0][1])[1][0] == "<=" and low == ZERO, "0 <= d (a - b) is wanted")
    need(exponent == ("<=", ZERO, term(r)), "0 <= r is wanted")
    need(product[0] == "*" and product[-1] == added_up(term(a), opposite(term(b))), "d (a - b) is wanted")
    raised = added_up(("spow", a, r), opposite(("spow", b, r)))
    times = modes(premises[0][1], premises[1][1])
    return hypotheses, at(times, ("<=", ZERO, ("*", *product[1:-1], raised)))


@also
def rising_to(premises: list[Sequent]) -> Sequent:
    """0 < dy/dt, y -> c: y(0) < c."""
    hypotheses = together(premises, 3)
    smooth, rises, tends = (f for _, f in premises)
    need(smooth[0] == "ac" and rises == ("ae", ("<", ZERO, ("d", smooth[1]))), "ac y, 0 < dy/dt are wanted")
    need(tends[:2] == ("tends", smooth[1]), "y -> c is wanted")
    return hypotheses, ("<", ("at0", smooth[1]), tends[2])


@also
def one_limit(premises: list[Sequent]) -> Sequent:
    """a -> c, a -> d: c = d."""
    hypotheses = together(premises, 2)
    (_, a, c), (_, b, d) = (f if f[0] == "tends" else ("", ("no",), f) for _, f in premises)
    need(a == b != ("no",), "two limits of one function are wanted")
    return hypotheses, ("=", c, d)


@also
def limit_keeps_order(premises: list[Sequent]) -> Sequent:
    """a <= b, a -> c, b -> d: c <= d."""
    hypotheses = together(premises, 3)
    order, low, high = (f for _, f in premises)
    _, a, b = in_order(order)
    need(low[:2] == ("tends", a) and high[:2] == ("tends", b), "the limits of both sides are wanted")
    return hypotheses, ("<=", low[2], high[2])


@also
def antisymmetric(premises: list[Sequent]) -> Sequent:
    """a <= b <= a: a = b."""
    hypotheses = together(premises, 2)
    (kind, a, b), back = (timing(f)[1] for _, f in premises)
    need(kind == "<=" and back == ("<=", b, a), "a <= b and b <= a are wanted")
    return hypotheses, at(modes(*(f for _, f in premises)), ("=", a, b))
