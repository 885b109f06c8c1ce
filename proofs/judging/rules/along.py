"""Calculus along a trajectory on [0, T): absolutely continuous functions, their rates, and what inequalities between
rates say of the functions."""

from __future__ import annotations

from fractions import Fraction

from ....symbolic.symbols import L, q
from ..algebra import Letters, expression, holds, shown_sort, told
from ..flows import FLOWS
from ..formulas import Formula, formula, governed, letters, split, with_index
from ..terms import Term, free, inside, is_term, joined, negative, number, rebuilt, reindexed, varies
from ..theorem import Refused, Sequent, rule
from .logical import _count

RUDIN = "Rudin, Real and Complex Analysis, 3rd ed., ch. 7"
HARTMAN = "Hartman, Ordinary Differential Equations, 2nd ed., ch. III"
ZERO, ONE = number(0), number(1)


@rule("the definition of the flow (theory: section 1)")
def unfolded(premises: list[Sequent], which: int) -> Sequent:
    """A flow says what its definition says."""
    _count(premises, 1)
    ((hypotheses, conclusion),) = premises
    if conclusion[0] != "flow" or conclusion[1] not in FLOWS or type(which) is not int:
        raise Refused("no such flow")
    components = FLOWS[conclusion[1]]
    if not 0 <= which < len(components):
        raise Refused("the flow has no such part")
    return hypotheses, components[which]


@rule(RUDIN)
def built_continuous(premises: list[Sequent], a: Term) -> Sequent:
    """What is built from absolutely continuous functions by C^1 operations is absolutely continuous; powers and
    logarithms where their base is positive at every time, 1/a where 0 < |a| at every time."""
    hypotheses, known = _known(premises)
    _continuous(a, known)
    return hypotheses, formula(("ac", a))


@rule(RUDIN)
def rate_of(premises: list[Sequent], a: Term) -> Sequent:
    """The chain rule: da/dt, computed, for almost every t, where a is built from absolutely continuous functions.

    |a|^r has the rate r <a>^{r-1} da/dt for r >= 1 (at r = 1 too: where a = 0, da/dt = 0 almost everywhere).
    """
    hypotheses, known = _known(premises)
    _continuous(a, known)
    return hypotheses, formula(("ae", ("=", ("d", a), _rate(a, known))))


@rule(RUDIN)
def built_measurable(premises: list[Sequent], a: Term) -> Sequent:
    """What is built from measurable functions by sums, products, powers, sizes, signs is measurable:
    powers of what is positive, at least 0 with a constant exponent, or with an integer exponent."""
    hypotheses, known = _known(premises)
    _measurable(a, known)
    return hypotheses, formula(("measurable", a))


@rule(RUDIN)
def constant(premises: list[Sequent]) -> Sequent:
    """a is absolutely continuous, da/dt = 0 almost everywhere: a = a(0) at every time."""
    _count(premises, 2)
    (h1, smooth), (h2, flat) = premises
    a = _continuous_one(smooth)
    if flat != ("ae", ("=", ("d", a), ZERO)):
        raise Refused("its rate is not said to be 0 almost everywhere")
    return h1 | h2, formula(governed("every", ("=", a, ("at0", a))))


@rule(RUDIN)
def integrated(premises: list[Sequent], c: Term, r: Term) -> Sequent:
    """y absolutely continuous, dy/dt <= -c r and 0 <= r almost everywhere, r measurable, 0 < c constant, b <= y at
    every
    time, b constant: int_0^T r <= (y(0) - b)/c."""
    _count(premises, 6)
    (h1, smooth), (h2, falls), (h3, sign), (h4, measurable), (h5, speed), (h6, floor) = premises
    y = _continuous_one(smooth)
    if varies(c) or falls != ("ae", ("<=", ("d", y), _lost(c, r))) or speed != ("<", ZERO, c):
        raise Refused("dy/dt <= -c r with a constant c > 0 is wanted")
    if split(sign)[1] != ("<=", ZERO, r) or measurable != ("measurable", r):
        raise Refused("0 <= r, measurable, is wanted")
    mode, bound = split(floor)
    if mode != "every" or bound[0] != "<=" or bound[2] != y or varies(bound[1]):
        raise Refused("a constant below y at every time is wanted")
    paid = ("*", ("+", ("at0", y), negative(bound[1])), ("^", c, number(-1)))
    return h1 | h2 | h3 | h4 | h5 | h6, formula(("<=", ("total", r), paid))


@rule(HARTMAN)
def gronwall(premises: list[Sequent], r: Term) -> Sequent:
    """y absolutely continuous and dy/dt <= -r y almost everywhere, r constant: y <= y(0) exp(-r t)."""
    _count(premises, 2)
    (h1, smooth), (h2, falls) = premises
    y = _continuous_one(smooth)
    if varies(r) or falls != ("ae", ("<=", ("d", y), _lost(r, y))):
        raise Refused("dy/dt <= -r y with a constant r is wanted")
    bound = ("*", ("at0", y), ("exp", _lost(r, ("t",))))
    return h1 | h2, formula(("every", ("<=", y, bound)))


@rule(HARTMAN)
def arrival(premises: list[Sequent], c: Term, s: Term) -> Sequent:
    """y absolutely continuous, 0 <= y, dy/dt <= -c y^s almost everywhere, 0 < c, 0 < s < 1 constant: y = 0 from
    t = y(0)^{1-s} / (c (1-s)) on."""
    _count(premises, 6)
    (h1, smooth), (h2, sign), (h3, falls), (h4, speed), (h5, above), (h6, less) = premises
    y = _continuous_one(smooth)
    if varies(c) or varies(s) or sign != ("every", ("<=", ZERO, y)):
        raise Refused("0 <= y and constants c, s are wanted")
    if falls != ("ae", ("<=", ("d", y), _lost(c, ("^", y, s)))):
        raise Refused("dy/dt <= -c y^s is wanted")
    if speed != ("<", ZERO, c) or above != ("<", ZERO, s) or less != ("<", s, ONE):
        raise Refused("0 < c, 0 < s, s < 1 are wanted")
    rest = ("+", ONE, negative(s))
    bound = ("*", ("^", ("at0", y), rest), ("^", joined("*", c, rest), number(-1)))
    together = h1 | h2 | h3 | h4 | h5 | h6
    return together, formula(("every", ("=>", ("<=", bound, ("t",)), ("=", y, ZERO))))


@rule("evaluation at t = 0")
def at_start(premises: list[Sequent], a: Term) -> Sequent:
    """a(0), pushed to the functions inside: an integral is 0 there, and t is."""
    _count(premises, 0)
    if not is_term(a):
        raise Refused("a term is wanted")
    return frozenset(), ("=", ("at0", a), _start(a))


def _lost(c: Term, r: Term) -> Term:
    """-c r."""
    return joined("*", joined("*", number(-1), c), r)


def _known(premises: list[Sequent]) -> tuple[frozenset[Formula], list[Sequent]]:
    return frozenset().union(*(h for h, _ in premises)), premises


def _is_known(stated: Formula, known: list[Sequent]) -> bool:
    """Whether it is among them, perhaps as an instance of `all i`."""
    return any(_instance(f, stated) for _, f in known)


def _under(i: Term, known: list[Sequent]) -> list[Sequent]:
    """What is known for every value of i: where i is free in no hypothesis."""
    return [(h, f) for h, f in known if not any(i in letters(a) for a in h)]


def _instance(general: Formula, stated: Formula) -> bool:
    if general == stated:
        return True
    if general[0] != "all":
        return False
    candidates = {general[1]} | {a for a in letters(stated) if a[0] == "i" and a[2] == general[1][2]}
    for j in candidates:
        try:
            if _instance(with_index(general[2], general[1], j), stated):
                return True
        except ValueError:
            continue
    return False


def _continuous_one(f: Formula) -> Term:
    if f[0] != "ac":
        raise Refused("an absolutely continuous function is wanted first")
    return f[1]  # type: ignore[no-any-return]


def _natural(r: Term) -> bool:
    return r[0] == "n" and r[2] == 1 and r[1] >= 0


def _integer(r: Term) -> bool:
    return r[0] == "n" and r[2] == 1


def _at_least(r: Term, bound: int, strictly: bool = False) -> bool:
    if any(a not in (("v", "q", "q"), ("v", "L", "depth")) for a in free(r)):
        return False
    try:
        value = expression(r, Letters({}))
    except Refused:
        return False
    return value.free_symbols <= {q, L} and holds(value > bound if strictly else value >= bound)


def _continuous(a: Term, known: list[Sequent]) -> None:
    """Nothing, where a is shown to be absolutely continuous. Errors: Refused."""
    head = a[0]
    if not varies(a) or head == "t" or _is_known(("ac", a), known):
        return
    if head == "int" and _is_known(("integrable", a[1]), known):
        return
    if head in ("+", "*", "abs", "exp"):
        for b in a[1:]:
            _continuous(b, known)
        return
    if head in ("^", "spow") and not varies(a[2]):
        base, r = a[1], a[2]
        size_of = base[1] if base[0] == "abs" else None
        allowed = (
            (_natural(r) if head == "^" else _at_least(r, 1))
            or (size_of is not None and _at_least(r, 1))
            or (head == "^" and (_positive(base, known) or (_integer(r) and _positive(("abs", base), known))))
        )
        if allowed:
            _continuous(base, known)
            return
    if head == "log" and _positive(a[1], known):
        _continuous(a[1], known)
        return
    if head in ("sum", "prod", "others"):
        _continuous(a[-1], _under(a[1], known))
        return
    if head == "of":
        positive = shown_sort(a[2]) == "pos" or _is_known(("every", ("<", ZERO, a[2])), known)
        if _is_known(("C1", a[1], "real"), known) or (positive and _is_known(("C1", a[1], "pos"), known)):
            _continuous(a[2], known)
            return
    raise Refused(f"{told(a)} is not shown to be absolutely continuous")


def _positive(a: Term, known: list[Sequent]) -> bool:
    """By its form, or because it is known to be so at every time."""
    return shown_sort(a) == "pos" or _is_known(("every", ("<", ZERO, a)), known)


def _measurable(a: Term, known: list[Sequent]) -> None:
    if not varies(a) or a[0] == "t" or any(_is_known((p, a), known) for p in ("measurable", "ac", "integrable")):
        return
    # nothing is known of (-1)^{1/2} or of 0^{r(t)}: a power must have its value wherever its base is not 0
    power = a[0] == "^" and (
        shown_sort(a[1]) == "pos" or (not varies(a[2]) and (_integer(a[2]) or shown_sort(a[1]) == "nonneg"))
    )
    if power or a[0] in ("+", "*", "abs", "sgn", "exp", "spow"):
        for b in a[1:]:
            _measurable(b, known)
        return
    if a[0] in ("sum", "prod", "others"):
        _measurable(a[-1], _under(a[1], known))
        return
    raise Refused(f"{told(a)} is not shown to be measurable")


def _times(*factors: Term) -> Term:
    if ZERO in factors:
        return ZERO
    kept = [f for f in factors if f != ONE]
    return ONE if not kept else kept[0] if len(kept) == 1 else ("*", *kept)


def _plus(*parts: Term) -> Term:
    kept = [p for p in parts if p != ZERO]
    return ZERO if not kept else kept[0] if len(kept) == 1 else ("+", *kept)


def _rate(a: Term, known: list[Sequent]) -> Term:
    """da/dt of a term that is shown to be absolutely continuous; what is known to be so stays whole."""
    head = a[0]
    if not varies(a):
        return ZERO
    if _is_known(("ac", a), known):
        return ("d", a)
    if head == "t":
        return ONE
    if head == "int":
        return a[1]  # type: ignore[no-any-return]
    if head == "+":
        return _plus(*(_rate(b, known) for b in a[1:]))
    if head == "*":
        factors = a[1:]
        return _plus(*(_times(*factors[:m], _rate(f, known), *factors[m + 1 :]) for m, f in enumerate(factors)))
    if head == "^":
        base, r = a[1], a[2]
        less: Term = ("+", r, number(-1)) if r[0] != "n" else number(Fraction(r[1], r[2]) - 1)
        if base[0] == "abs" and not _natural(r):
            _continuous(base[1], known)  # |b| may be known to be so where b is not
            return _times(r, ("spow", base[1], less), _rate(base[1], known))
        return _times(r, ONE if less == ZERO else ("^", base, less), _rate(base, known))
    if head == "spow" and _at_least(a[2], 1, strictly=True):
        return _times(a[2], ("^", ("abs", a[1]), ("+", a[2], number(-1))), _rate(a[1], known))
    if head == "abs":
        return _times(("sgn", a[1]), _rate(a[1], known))
    if head == "exp":
        return _times(a, _rate(a[1], known))
    if head == "log":
        return _times(("^", a[1], number(-1)), _rate(a[1], known))
    if head == "sum":
        return ("sum", a[1], _rate(a[2], _under(a[1], known)))
    if head == "prod":
        other = _fresh(a)
        inner = reindexed(_rate(a[2], _under(a[1], known)), a[1], other)  # known of a[2] as it is lettered
        return ("sum", other, ("*", ("others", a[1], other, a[2]), inner))
    if head == "of":
        return _times(("of'", a[1], a[2]), _rate(a[2], known))
    return ("d", a)


def _fresh(a: Term) -> Term:
    """An index letter of the product's range that does not occur in it: its own name with a prime written r."""
    used = {t[1] for t in inside(a) if t[0] == "i"}
    name = a[1][1] + "r"
    while name in used:
        name += "r"
    return ("i", name, a[1][2])


def _start(a: Term) -> Term:
    head = a[0]
    if not varies(a):
        return a
    if head in ("t", "int"):
        return ZERO
    if head in ("f", "d"):
        return ("at0", a)
    return rebuilt(a, _start)
