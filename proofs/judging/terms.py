"""Terms: what a formula speaks of, as plain data (nested tuples of str and int), so that nothing can pretend to be one.

  ("n", a, b)                 the rational a/b in lowest terms, b > 0
  ("v", name, sort, i...)     a constant letter, with index letters; sort: q (real in [1, 2]), depth (integer >= 2),
  count (integer >= 1),
                              pos, nonneg, real
  ("f", name, sort, i...)     a function of time on [0, T), with index letters; ("t",) is the time itself
  ("i", name, bound)          an index letter, 1 <= i <= bound (bound: "L", "n", "r")
  ("+", a...)  ("*", a...)  ("^", a, r)  ("spow", a, r)  ("abs", a)  ("sgn", a)  ("exp", a)  ("log", a)
                              spow is the signed power <a>^r = sign(a) |a|^r, <0>^r = 0 for every r, <a>^0 = sign(a)
  ("d", a)  ("at0", a)  ("int", a)  ("total", a)    da/dt, a(0), int_0^t a, int_0^T a
  ("sum", i, a)  ("prod", i, a)  ("others", i, j, a)   over i; the product over all i other than j
  ("of", name, a)             a real function of one real variable at a; ("of'", name, a) its derivative

0^0 = 1. A term that has no value (1/0, log of what is not positive, 0^r for r < 0, a derivative or integral that does
not exist) stands for some real number of which nothing is known; a rule that computes with such a term first shows that
it has a value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

Term = tuple[Any, ...]

SORTS = ("q", "depth", "count", "pos", "nonneg", "real")
BOUNDS = ("L", "n", "r")
UNARY = ("abs", "sgn", "exp", "log", "d", "at0", "int", "total")
BINARY = ("^", "spow")
MANY = ("+", "*")
NAMED = ("of", "of'")
BINDERS = ("sum", "prod")
OVER_TIME = ("d", "at0", "int", "total")  # what sees more of a function than its value at one time
TIME: Term = ("t",)
DEEPEST = 60


class Malformed(ValueError):
    """What was given is not a term or formula, or a rule was given something it does not take."""


def is_term(t: Any, depth: int = 0) -> bool:
    """Whether `t` is a term, by exact types throughout."""
    if type(t) is not tuple or not t or type(t[0]) is not str or depth > DEEPEST:
        return False
    head, rest = t[0], t[1:]
    if head == "n":
        return len(rest) == 2 and all(type(k) is int for k in rest) and _lowest(*rest)
    if head == "v":
        named = len(rest) >= 2 and _name(rest[0]) and type(rest[1]) is str and rest[1] in SORTS
        return named and all(is_term(i, depth + 1) and i[0] == "i" for i in rest[2:])
    if head == "i":
        return len(rest) == 2 and _name(rest[0]) and type(rest[1]) is str and rest[1] in BOUNDS
    if head == "f":
        named = len(rest) >= 2 and _name(rest[0]) and type(rest[1]) is str and rest[1] in SORTS[3:]
        return named and all(is_term(i, depth + 1) and i[0] == "i" for i in rest[2:])
    if head == "t":
        return not rest
    if head in UNARY:
        return len(rest) == 1 and is_term(rest[0], depth + 1)
    if head in BINARY:
        return len(rest) == 2 and all(is_term(a, depth + 1) for a in rest)
    if head in MANY:
        return len(rest) >= 2 and all(is_term(a, depth + 1) for a in rest)
    if head in NAMED:
        return len(rest) == 2 and _name(rest[0]) and is_term(rest[1], depth + 1)
    if head in BINDERS:
        return len(rest) == 2 and is_term(rest[0], depth + 1) and rest[0][0] == "i" and is_term(rest[1], depth + 1)
    if head == "others":
        indices = len(rest) == 3 and all(is_term(i, depth + 1) and i[0] == "i" for i in rest[:2])
        return indices and rest[0] != rest[1] and rest[0][2] == rest[1][2] and is_term(rest[2], depth + 1)
    return False


def _name(name: Any) -> bool:
    return type(name) is str and name.isidentifier() and name.isascii()


def _lowest(a: int, b: int) -> bool:
    return b > 0 and Fraction(a, b).denominator == b


def number(value: int | Fraction) -> Term:
    """The rational as a term."""
    f = Fraction(value)
    return ("n", f.numerator, f.denominator)


def parts(t: Term) -> Iterator[Term]:
    """The terms directly inside, index letters included."""
    return (a for a in t[1:] if type(a) is tuple)


def inside(t: Term) -> Iterator[Term]:
    """The term and all terms inside it."""
    yield t
    for a in parts(t):
        yield from inside(a)


def rebuilt(t: Term, change: Callable[[Term], Term]) -> Term:
    """The term with `change` applied to each part."""
    return (t[0], *(change(a) if type(a) is tuple else a for a in t[1:]))


def free(t: Term) -> frozenset[Term]:
    """The letters (constants, functions, indices) that occur free."""
    if t[0] == "i":
        return frozenset({t})
    if t[0] in ("v", "f"):
        return frozenset({t[:3]}) | frozenset(t[3:])
    if t[0] in BINDERS:
        return free(t[2]) - {t[1]}
    if t[0] == "others":
        return (free(t[3]) - {t[1]}) | {t[2]}
    return frozenset().union(*map(free, parts(t)))


def reindexed(t: Term, i: Term, j: Term) -> Term:
    """t with the free index letter i replaced by j. Errors: Malformed where a binder would catch j."""
    if t[0] in BINDERS or t[0] == "others":
        bound = t[1]
        if t[0] == "others":
            t = (*t[:2], j if t[2] == i else t[2], t[3])
            if t[1] == t[2]:
                raise Malformed("an index letter would be caught by a binder")
        if bound == i:
            return t
        if bound == j and i in free(t[-1]):
            raise Malformed("an index letter would be caught by a binder")
        return (*t[:-1], reindexed(t[-1], i, j))
    if t == i:
        return j
    return rebuilt(t, lambda a: reindexed(a, i, j))


def varies(t: Term) -> bool:
    """Whether the value of the term depends on the time it is taken at."""
    if t[0] in ("f", "t", "d", "int"):
        return True
    if t[0] in ("at0", "total"):
        return False
    return any(map(varies, parts(t)))


class Expr:
    """A term being written: + - * / ** build terms. Only a convenience; rules take the plain data."""

    __slots__ = ("term",)

    def __init__(self, term: Term) -> None:
        self.term = term

    def __add__(self, other: Any) -> Expr:
        return Expr(joined("+", self.term, plain(other)))

    def __radd__(self, other: Any) -> Expr:
        return Expr(joined("+", plain(other), self.term))

    def __mul__(self, other: Any) -> Expr:
        return Expr(joined("*", self.term, plain(other)))

    def __rmul__(self, other: Any) -> Expr:
        return Expr(joined("*", plain(other), self.term))

    def __neg__(self) -> Expr:
        return Expr(negative(self.term))

    def __sub__(self, other: Any) -> Expr:
        return self + Expr(negative(plain(other)))

    def __rsub__(self, other: Any) -> Expr:
        return Expr(plain(other)) - self

    def __truediv__(self, other: Any) -> Expr:
        return self * Expr(inverse(plain(other)))

    def __rtruediv__(self, other: Any) -> Expr:
        return Expr(plain(other)) * Expr(inverse(self.term))

    def __pow__(self, other: Any) -> Expr:
        return Expr(("^", self.term, plain(other)))


def joined(head: str, a: Term, b: Term) -> Term:
    """a + b or a * b, flat."""
    return (head, *(a[1:] if a[0] == head else (a,)), *(b[1:] if b[0] == head else (b,)))


def negative(a: Term) -> Term:
    """-a."""
    return number(-Fraction(a[1], a[2])) if a[0] == "n" else joined("*", number(-1), a)


def inverse(a: Term) -> Term:
    """1/a."""
    if a[0] == "n" and a[1] != 0:
        return number(1 / Fraction(a[1], a[2]))
    return ("^", a, number(-1))


def plain(x: Any) -> Term:
    """The term of an Expr, int, Fraction or term. Errors: Malformed."""
    if type(x) is Expr:
        x = x.term
    elif type(x) in (int, Fraction):
        x = number(x)
    if not is_term(x):
        raise Malformed(f"not a term: {x!r:.80}")
    return x  # type: ignore[no-any-return]


def letter(name: str, sort: str = "pos", *indices: Expr) -> Expr:
    """A constant, or a family of constants."""
    return Expr(plain(("v", name, sort, *(i.term for i in indices))))


def index(name: str, bound: str) -> Expr:
    """An index letter."""
    return Expr(plain(("i", name, bound)))


def function(name: str, sort: str = "real", *indices: Expr) -> Expr:
    """A function of time."""
    return Expr(plain(("f", name, sort, *(i.term for i in indices))))


def _unary(head: str) -> Callable[[Any], Expr]:
    def build(a: Any) -> Expr:
        return Expr((head, plain(a)))

    build.__doc__ = f'("{head}", a).'
    return build


size, sign, exp, log = map(_unary, ("abs", "sgn", "exp", "log"))
rate, start, past, total = map(_unary, ("d", "at0", "int", "total"))


def signed_power(a: Any, r: Any) -> Expr:
    """<a>^r."""
    return Expr(("spow", plain(a), plain(r)))


def sum_over(i: Expr, a: Any) -> Expr:
    """sum_i a."""
    return Expr(plain(("sum", i.term, plain(a))))


def product_over(i: Expr, a: Any) -> Expr:
    """prod_i a."""
    return Expr(plain(("prod", i.term, plain(a))))


def others(i: Expr, j: Expr, a: Any) -> Expr:
    """The product of a over all i other than j."""
    return Expr(plain(("others", i.term, j.term, plain(a))))


def of(name: str, a: Any) -> Expr:
    """name(a)."""
    return Expr(plain(("of", name, plain(a))))


def slope_of(name: str, a: Any) -> Expr:
    """name'(a)."""
    return Expr(plain(("of'", name, plain(a))))


PASSED = Expr(TIME)
