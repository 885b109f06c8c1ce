"""Calculus of one variable, which is the time or a path u(t): limits as t -> T, growth, comparison.

"u -> infinity" is the hypothesis ("grows", u), "u -> 0+" is ("tends", u, 0) for a letter u of sort pos: a statement for
every such path is the statement about the limit. T = infinity is ("grows", ("t",)).
"""

from __future__ import annotations

from ..algebra import shown_sort, told
from ..formulas import Formula, formula, governed, letters, split, with_index
from ..terms import Term, is_term, joined, negative, number, varies
from ..theorem import Refused, Sequent, rule
from .along import _at_least, _continuous_one, _is_known, _known, _natural, _plus, _times, _under
from .logical import _count

RUDIN = "Rudin, Principles of Mathematical Analysis, 3rd ed., ch. 3-5"
ABSOLUTELY = "Rudin, Real and Complex Analysis, 3rd ed., ch. 7"
ZERO, ONE = number(0), number(1)
INFINITE: Term = ("inf",)  # never in a formula


@rule(ABSOLUTELY)
def rising(premises: list[Sequent]) -> Sequent:
    """y absolutely continuous, 0 <= dy/dt almost everywhere: y(0) <= y at every time."""
    _count(premises, 2)
    (h1, smooth), (h2, rises) = premises
    y = _continuous_one(smooth)
    if rises != ("ae", ("<=", ZERO, ("d", y))):
        raise Refused("0 <= dy/dt almost everywhere is wanted")
    return h1 | h2, governed("every", ("<=", ("at0", y), y))


@rule(ABSOLUTELY)
def rising_strictly(premises: list[Sequent]) -> Sequent:
    """y absolutely continuous, 0 < dy/dt almost everywhere: y(0) < y at every time t > 0."""
    _count(premises, 2)
    (h1, smooth), (h2, rises) = premises
    y = _continuous_one(smooth)
    if rises != ("ae", ("<", ZERO, ("d", y))):
        raise Refused("0 < dy/dt almost everywhere is wanted")
    return h1 | h2, formula(("every", ("=>", ("<", ZERO, ("t",)), ("<", ("at0", y), y))))


@rule(ABSOLUTELY)
def rising_to(premises: list[Sequent]) -> Sequent:
    """y absolutely continuous, 0 < dy/dt almost everywhere and y -> c: y(0) < c."""
    _count(premises, 3)
    (h1, smooth), (h2, rises), (h3, tends) = premises
    y = _continuous_one(smooth)
    if rises != ("ae", ("<", ZERO, ("d", y))) or tends[0] != "tends" or tends[1] != y:
        raise Refused("0 < dy/dt almost everywhere and y -> c are wanted")
    return h1 | h2 | h3, formula(("<", ("at0", y), tends[2]))


@rule(ABSOLUTELY)
def integrable_of(premises: list[Sequent]) -> Sequent:
    """What is absolutely continuous is locally integrable."""
    _count(premises, 1)
    ((hypotheses, smooth),) = premises
    return hypotheses, formula(("integrable", _continuous_one(smooth)))


@rule(RUDIN)
def limit(premises: list[Sequent], a: Term) -> Sequent:
    """The limit of a as t -> T, from those of its parts: a -> c, or a -> infinity.

    Sums, products, powers, exp, log, sizes, sums and products over an index are continuous where the limits of their
    parts say so; c + infinity, c infinity with c > 0, infinity^r are what they are for r > 0 and r < 0.
    """
    hypotheses, known = _known(premises)
    if not is_term(a):
        raise Refused("a term is wanted")
    value = _limit(a, known)
    return hypotheses, formula(("grows", a) if value == INFINITE else ("tends", a, value))


@rule(RUDIN)
def slope_of_exp(premises: list[Sequent], a: Term) -> Sequent:
    """e -> 0, e > 0 at every time, a constant: (exp(e a) - 1)/e -> a, the derivative of exp(e a) at e = 0."""
    _count(premises, 1)
    ((hypotheses, tends),) = premises
    if tends[0] != "tends" or tends[2] != ZERO or shown_sort(tends[1]) != "pos" or not is_term(a) or varies(a):
        raise Refused("e -> 0 with e > 0 and a constant are wanted")
    e = tends[1]
    quotient = ("*", ("+", ("exp", ("*", e, a)), number(-1)), ("^", e, number(-1)))
    return hypotheses, formula(("tends", quotient, a))


@rule(RUDIN)
def slope_limit(premises: list[Sequent], y: Term) -> Sequent:
    """f continuously differentiable, x -> c and (x - c) y -> v: (f(x) - f(c)) y -> f'(c) v (the mean value)."""
    _count(premises, 3)
    (h1, smooth), (h2, near), (h3, scaled) = premises
    if smooth[0] != "C1" or smooth[2] != "real" or near[0] != "tends" or scaled[0] != "tends":
        raise Refused("f of class C^1 on the reals, x -> c, (x - c) y -> v are wanted")
    f, x, c, v = smooth[1], near[1], near[2], scaled[2]
    apart = x if c == ZERO else joined("+", x, negative(c))
    if not is_term(y) or scaled[1] != joined("*", apart, y):
        raise Refused("the second limit is not that of (x - c) y")
    rise = joined("+", ("of", f, x), negative(("of", f, c)))
    return h1 | h2 | h3, formula(("tends", joined("*", rise, y), joined("*", ("of'", f, c), v)))


@rule("l'Hopital's rule; " + RUDIN)
def ratio(premises: list[Sequent]) -> Sequent:
    """y, b absolutely continuous, dy/dt = a and db/dt = c almost everywhere, 0 < c, b -> infinity, a/c -> r: y/b -> r.

    |dy/dt - r db/dt| <= e db/dt from some time on, so y - r b is at most e b and a constant.
    """
    _count(premises, 7)
    hypotheses = frozenset().union(*(h for h, _ in premises))
    smooth, other, rises, grown, sign, far, near = (f for _, f in premises)
    y, b = _continuous_one(smooth), _continuous_one(other)
    if any(split(f)[0] != "ae" or split(f)[1][:2] != ("=", ("d", g)) for f, g in ((rises, y), (grown, b))):
        raise Refused("the rates of y and b are wanted")
    a, c = rises[1][2], grown[1][2]
    if split(sign)[1] != ("<", ZERO, c) or far != ("grows", b):
        raise Refused("0 < db/dt and b -> infinity are wanted")
    if near[0] != "tends" or near[1] != joined("*", a, ("^", c, number(-1))):
        raise Refused("the limit of the ratio of the rates is wanted")
    return hypotheses, formula(("tends", joined("*", y, ("^", b, number(-1))), near[2]))


@rule("monotone convergence; " + ABSOLUTELY)
def whole_integral(premises: list[Sequent]) -> Sequent:
    """a locally integrable, 0 <= a almost everywhere, int_0^t a <= c at every time, c constant: int_0^t a tends to
    int_0^T a."""
    _count(premises, 3)
    (h1, local), (h2, sign), (h3, bound) = premises
    if local[0] != "integrable" or split(sign)[1] != ("<=", ZERO, local[1]):
        raise Refused("0 <= a, locally integrable, is wanted")
    mode, r = split(bound)
    if mode != "every" or r[0] not in ("<=", "<") or r[1] != ("int", local[1]) or varies(r[2]):
        raise Refused("a constant above the integral at every time is wanted")
    return h1 | h2 | h3, formula(("tends", ("int", local[1]), ("total", local[1])))


@rule(RUDIN)
def growing(premises: list[Sequent]) -> Sequent:
    """a -> infinity and a <= b at every time: b -> infinity."""
    _count(premises, 2)
    (h1, grows), (h2, order) = premises
    mode, r = split(order)
    if grows[0] != "grows" or mode != "every" or r[0] not in ("<=", "<") or r[1] != grows[1]:
        raise Refused("a -> infinity and a <= b are wanted")
    return h1 | h2, formula(("grows", r[2]))


@rule(RUDIN)
def squeezed(premises: list[Sequent]) -> Sequent:
    """a -> c and b -> c, c finite, a <= y and y <= b at every time: y -> c."""
    _count(premises, 4)
    (h1, low), (h2, above), (h3, below), (h4, high) = premises
    if low[0] != "tends" or high[0] != "tends" or low[2] != high[2]:
        raise Refused("two limits that agree are wanted")
    (mode, r), (other, s) = split(above), split(below)
    if (mode, other) != ("every", "every") or {r[0], s[0]} - {"<=", "<"} or r[2] != s[1]:
        raise Refused("a <= y and y <= b at every time are wanted")
    if (r[1], s[2]) != (low[1], high[1]):
        raise Refused("the bounds are not those with the limits")
    return h1 | h2 | h3 | h4, formula(("tends", r[2], low[2]))


@rule(RUDIN)
def one_limit(premises: list[Sequent]) -> Sequent:
    """a -> c and a -> d: c = d."""
    _count(premises, 2)
    (h1, one), (h2, other) = premises
    if one[0] != "tends" or other[0] != "tends" or one[1] != other[1]:
        raise Refused("two limits of one function are wanted")
    return h1 | h2, formula(("=", one[2], other[2]))


@rule(RUDIN)
def limit_keeps_order(premises: list[Sequent]) -> Sequent:
    """a <= b at almost every time, a -> c and b -> d: c <= d."""
    _count(premises, 3)
    (h1, order), (h2, one), (h3, other) = premises
    relation = split(order)[1]
    if relation[0] not in ("<=", "<") or one[0] != "tends" or other[0] != "tends":
        raise Refused("a <= b, a -> c, b -> d are wanted")
    if relation[1:] != (one[1], other[1]):
        raise Refused("the limits are not those of the two sides")
    return h1 | h2 | h3, formula(("<=", one[2], other[2]))


def _limit(a: Term, known: list[Sequent]) -> Term:
    head = a[0]
    if not varies(a):
        return a
    if _is_known(("grows", a), known):
        return INFINITE
    for _, f in known:
        if (c := _told(f, a)) is not None:
            return c
    if head == "+":
        parts = [_limit(b, known) for b in a[1:]]
        return INFINITE if INFINITE in parts else _plus(*parts)
    if head == "*":
        parts = [_limit(b, known) for b in a[1:]]
        if INFINITE not in parts:
            return _times(*parts)
        if all(c == INFINITE or shown_sort(c) == "pos" or _is_known(("<", ZERO, c), known) for c in parts):
            return INFINITE
        raise Refused("infinity times what is not shown to be positive")
    if head == "^" and not varies(a[2]):
        return _power(a, known)
    if head in ("exp", "abs", "log"):
        c = _limit(a[1], known)
        if c == INFINITE:
            return INFINITE
        if head != "log" or shown_sort(c) == "pos":
            return (head, c)
    if head in ("sum", "prod", "others"):
        c = _limit(a[-1], _under(a[1], known))
        if c != INFINITE:
            return (*a[:-1], c)
        if head != "others" or a[1][2] == "L":  # the product over the others is empty where n = 1
            return INFINITE
    raise Refused(f"the limit of {told(a)} is not shown")


def _power(a: Term, known: list[Sequent]) -> Term:
    base, r = a[1], a[2]
    c = _limit(base, known)
    above = shown_sort(r) == "pos" or _is_known(("<", ZERO, r), known) or _at_least(r, 0, strictly=True)
    below = not above and (_is_known(("<", r, ZERO), known) or _at_least(negative(r), 0, strictly=True))
    if c == INFINITE and (above or below):
        return INFINITE if above else ZERO
    if c != INFINITE and (_natural(r) or shown_sort(c) == "pos"):
        return ("^", c, r)
    if c == ZERO and above and shown_sort(base) in ("pos", "nonneg"):
        return ZERO
    if c == ZERO and below and shown_sort(base) == "pos":
        return INFINITE
    raise Refused(f"the limit of {told(a)} is not shown")


def _told(f: Formula, a: Term) -> Term | None:
    """c where f says a -> c, perhaps for every index."""
    if f[0] == "tends":
        return f[2] if f[1] == a else None  # type: ignore[no-any-return]
    if f[0] != "all":
        return None
    for j in {f[1]} | {b for b in letters(("ac", a)) if b[0] == "i" and b[2] == f[1][2]}:
        try:
            found = _told(with_index(f[2], f[1], j), a)
        except ValueError:
            continue
        if found is not None:
            return found
    return None
