"""The rules a second time: from premises (hypotheses, conclusion) and parameters to (hypotheses, conclusion).

Written from what each rule says, not from how `judging.rules` does it; no code is shared. A term without a textbook
value (1/0, a derivative that does not exist) is an arbitrary real number: a sequent holds for every choice of it.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from ..flows import FLOWS
from . import algebra, decide
from .syntax import (
    BINDERS,
    RELATIONS,
    Node,
    Refused,
    at,
    indices,
    mentions,
    need,
    parts,
    renamed,
    replaced,
    stated,
    timing,
    varies,
    well_formed,
)

Hypotheses = frozenset[Node]
Sequent = tuple[Hypotheses, Node]
ZERO: Node = ("n", 0, 1)
ONE: Node = ("n", 1, 1)
MINUS: Node = ("n", -1, 1)
ALSO: dict[str, Callable[..., Sequent]] = {}


def also(rule: Callable[..., Sequent]) -> Callable[..., Sequent]:
    """Files the second implementation of the rule of this name."""
    name = rule.__name__.rstrip("_")
    if name in ALSO:
        raise TypeError(f"two rules named {name}")
    ALSO[name] = rule
    return rule


def together(premises: list[Sequent], count: int | None = None) -> Hypotheses:
    """The hypotheses of all premises. Errors: Refused where their number is wrong."""
    need(count is None or len(premises) == count, "another number of premises is wanted")
    return frozenset(h for hypotheses, _ in premises for h in hypotheses)


def modes(*formulas: Node) -> tuple[str, ...]:
    """Their times."""
    return tuple(timing(f)[0] for f in formulas)


def term(t: Any) -> Node:
    """t, if it is a term. Errors: Refused."""
    need(well_formed(t, "t"), "not a term")
    return t  # type: ignore[no-any-return]


def index(i: Any) -> Node:
    """i, if it is an index letter. Errors: Refused."""
    need(well_formed(i, "i"), "not an index letter")
    return i  # type: ignore[no-any-return]


def bare(f: Any) -> Node:
    """f, if it is a relation without its times. Errors: Refused."""
    need(well_formed(f, "f") and f[0] in RELATIONS, "a relation without its times is wanted")
    return f  # type: ignore[no-any-return]


def free_of(i: Node, hypotheses: Hypotheses) -> None:
    """Errors: Refused where a hypothesis speaks of the index i."""
    need(not any(i in indices(h) for h in hypotheses), "a hypothesis speaks of the index")


def flat(*factors: Node) -> Node:
    """A product, without products as factors."""
    return ("*", *(p for f in factors for p in (f[1:] if f[0] == "*" else (f,))))


def opposite(a: Node) -> Node:
    """-a."""
    return ("n", -a[1], a[2]) if a[0] == "n" else flat(MINUS, a)


# Logic


@also
def assume(premises: list[Sequent], f: Node) -> Sequent:
    """A |- A."""
    together(premises, 0)
    return frozenset({stated(f)}), f


@also
def implied(premises: list[Sequent], f: Node) -> Sequent:
    """H |- B gives H - A |- A => B."""
    hypotheses = together(premises, 1)
    return hypotheses - {stated(f)}, ("=>", f, premises[0][1])


@also
def apply(premises: list[Sequent]) -> Sequent:
    """A => B and A give B; behind a time, at the times of both."""
    hypotheses = together(premises, 2)
    whole, given = premises[0][1], premises[1][1]
    mode, inner = timing(whole)
    need(inner[0] == "=>", "no implication")
    if not mode:
        need(inner[1] == given, "the condition is not what is given")
        return hypotheses, inner[2]
    need(inner[1] == timing(given)[1], "the condition is not what is given")
    return hypotheses, at(modes(whole, given), inner[2])


@also
def cut(premises: list[Sequent]) -> Sequent:
    """H |- A and H' |- B give H, H' - A |- B."""
    together(premises, 2)
    (first, a), (second, b) = premises
    return first | frozenset(h for h in second if h != a), b


@also
def both(premises: list[Sequent]) -> Sequent:
    """A, B, ... give A and B and ..."""
    need(len(premises) > 1, "one statement is no conjunction")
    return together(premises), ("and", *(c for _, c in premises))


@also
def part(premises: list[Sequent], k: int) -> Sequent:
    """A and B and ... give part k, counted from 0."""
    hypotheses = together(premises, 1)
    mode, inner = timing(premises[0][1])
    need(inner[0] == "and" and type(k) is int and k in range(len(inner) - 1), "no such part")
    return hypotheses, at((mode,), inner[1 + k]) if mode else inner[1 + k]


@also
def equivalent(premises: list[Sequent]) -> Sequent:
    """A => B and B => A give A <=> B."""
    hypotheses = together(premises, 2)
    (_, one), (_, other) = premises
    need(one[0] == other[0] == "=>" and one[1:] == (other[2], other[1]), "not a statement and its converse")
    return hypotheses, ("<=>", one[1], one[2])


@also
def contradicted(premises: list[Sequent], f: Node) -> Sequent:
    """H |- a < a gives H - A |- not A."""
    hypotheses = together(premises, 1)
    relation = timing(premises[0][1])[1]
    need(relation[0] == "<" and relation[1] == relation[2], "no contradiction")
    return hypotheses - {stated(f)}, ("not", f)


@also
def for_index(premises: list[Sequent], i: Node, j: Node) -> Sequent:
    """all i: A gives A at j."""
    hypotheses = together(premises, 1)
    whole = premises[0][1]
    need(whole[0] == "all" and whole[1] == index(i) and index(j)[2] == i[2], "not for all such indices")
    return hypotheses, renamed(whole[2], i, j)


@also
def every_index(premises: list[Sequent], i: Node) -> Sequent:
    """A gives all i: A where no hypothesis speaks of i."""
    hypotheses = together(premises, 1)
    free_of(index(i), hypotheses)
    return hypotheses, ("all", i, premises[0][1])


@also
def renamed_(premises: list[Sequent], i: Node, j: Node) -> Sequent:
    """A sequent about an index i holds for j of the same range."""
    hypotheses = together(premises, 1)
    need(index(i)[2] == index(j)[2], "two ranges")
    return frozenset(renamed(h, i, j) for h in hypotheses), renamed(premises[0][1], i, j)


def _inside(x: Node) -> list[Node]:
    return [x, *(y for p in parts(x) for y in _inside(p))]


def seen_by_no_flow(letter: Node, hypotheses: Hypotheses, conclusion: Node) -> None:
    """Errors: Refused where a flow speaks of the letter without showing it."""
    for f in (*hypotheses, conclusion):
        for p in _inside(f):
            need(p[0] != "flow" or not any(mentions(c, letter) for c in FLOWS[p[1]]), "a flow holds the letter")


@also
def with_function(premises: list[Sequent], letter: Node, a: Node) -> Sequent:
    """A sequent holds for each function of time that a letter may stand for."""
    need(term(letter)[0] == "f" and len(letter) == 3, "no function letter without indices")
    more = premises[1:]
    together(premises, 1 if letter[2] == "real" else 2)
    if more:
        need(more[0][1] == at((), ("<" if letter[2] == "pos" else "<=", ZERO, term(a))), "its sign is not given")
    hypotheses, conclusion = premises[0]
    seen_by_no_flow(letter, hypotheses, conclusion)
    bound = {p[1] for f in (*hypotheses, conclusion) for p in _inside(f) if p[0] in BINDERS}
    need(not bound & indices(term(a)), "a binder would catch an index")
    put = frozenset(replaced(h, letter, a) for h in hypotheses)
    return put | together(more), replaced(conclusion, letter, a)


@also
def almost_every(premises: list[Sequent]) -> Sequent:
    """Every time gives almost every time."""
    hypotheses = together(premises, 1)
    mode, inner = timing(premises[0][1])
    need(mode == "every", "not a statement about every time")
    return hypotheses, ("ae", inner)


# Algebra


@also
def calculation(premises: list[Sequent], f: Node) -> Sequent:
    """A relation that holds whatever its letters are."""
    together(premises, 0)
    algebra.shown(bare(f), (), ())
    return frozenset(), at((), f)


@also
def combination(premises: list[Sequent], f: Node, multipliers: tuple[Node, ...]) -> Sequent:
    """A relation as the sum of relations, each with its multiplier."""
    hypotheses = together(premises)
    need(type(multipliers) is tuple and len(multipliers) == len(premises), "one multiplier a premise is wanted")
    relations = tuple(bare(timing(c)[1]) for _, c in premises)
    algebra.shown(bare(f), relations, tuple(map(term, multipliers)))
    return hypotheses, at(modes(*(c for _, c in premises)), f)


@also
def away_from_zero(premises: list[Sequent], f: Node) -> Sequent:
    """A relation that holds whatever its letters are, some of them not 0."""
    hypotheses = together(premises)
    away = []
    for _, c in premises:
        sign = timing(c)[1]
        need(sign[0] == "<" and sign[1] == ZERO and sign[2][0] == "abs", "0 < |c| is wanted")
        need(sign[2][1][0] not in algebra.SEEN, "not of a letter")
        away.append(sign[2][1])
    algebra.shown(bare(f), (), (), tuple(away))
    return hypotheses, at(modes(*(c for _, c in premises)), f)


@also
def replaced_(premises: list[Sequent]) -> Sequent:
    """a = b and A give A with b for a; into another time's value only where a = b at every time."""
    hypotheses = together(premises, 2)
    equation, target = premises[0][1], premises[1][1]
    mode, inner = timing(equation)
    need(inner[0] == "=", "no equation")
    old, new = inner[1:]
    everywhere = mode != "ae"
    target_mode, held = timing(target)
    need(everywhere or held[0] in ("=", "<=", "<", "and", "or", "not", "=>", "<=>"), "not at one time")
    if not everywhere and not target_mode:
        need(not any(timing(p)[0] for p in _inside(held)), "an equation at some times does not reach in")
    result = _equals_put(held, old, new, everywhere)
    need(result != held, "nothing to replace")
    if target_mode:
        return hypotheses, at((mode, target_mode), result)
    return hypotheses, at((mode,), result) if result[0] in RELATIONS else result


def _equals_put(x: Node, old: Node, new: Node, everywhere: bool) -> Node:
    if x == old:
        return new
    head = x[0]
    if head in ("v", "f", "i", "n", "t", "flow", "C1") or (head in ("d", "at0", "int", "total") and not everywhere):
        return x
    if head in ("sum", "prod", "others") and x[1] in indices(old) | indices(new):
        return x
    need(head != "all" or x[1] not in indices(old) | indices(new), "a quantifier would catch an index")
    return (head, *(_equals_put(p, old, new, everywhere) if type(p) is tuple else p for p in x[1:]))


@also
def decision(premises: list[Sequent], f: Node) -> Sequent:
    """A condition on q and L that follows from those of the premises for every q in [1, 2], L >= 2."""
    hypotheses = together(premises)
    wanted = algebra.condition(stated(f))
    given = [algebra.condition(c) for _, c in premises]
    whole = ("=>", ("and", *given), wanted) if given else wanted
    need(decide.valid(whole), "not shown for every q and L")
    return hypotheses, f


@also
def larger_base(premises: list[Sequent], r: Node) -> Sequent:
    """0 <= a <= b, 0 < r: a^r <= b^r."""
    hypotheses = together(premises, 3)
    sign, order, exponent = (timing(c)[1] for _, c in premises)
    need(order[0] in ("<=", "<") and sign == ("<=", ZERO, order[1]), "0 <= a <= b is wanted")
    need(exponent == ("<", ZERO, term(r)), "0 < r is wanted")
    powers = ("^", order[1], r), ("^", order[2], r)
    return hypotheses, at(modes(*(c for _, c in premises)), ("<=", *powers))


@also
def larger_exponent(premises: list[Sequent]) -> Sequent:
    """0 <= a <= b, 0 < b, 0 < r <= s: a^s <= a^r b^{s-r}."""
    hypotheses = together(premises, 5)
    sign, order, bound, least, exponents = (timing(c)[1] for _, c in premises)
    need(order[0] in ("<=", "<") and exponents[0] in ("<=", "<"), "a <= b and r <= s are wanted")
    a, b, r, s = *order[1:], *exponents[1:]
    need((sign, bound, least) == (("<=", ZERO, a), ("<", ZERO, b), ("<", ZERO, r)), "0 <= a, 0 < b, 0 < r are wanted")
    right = ("*", ("^", a, r), ("^", b, ("+", s, opposite(r))))
    return hypotheses, at(modes(*(c for _, c in premises)), ("<=", ("^", a, s), right))


# Sums and products over an index


@also
def summed(premises: list[Sequent], i: Node) -> Sequent:
    """A relation for every i, summed."""
    hypotheses = together(premises, 1)
    free_of(index(i), hypotheses)
    mode, r = timing(premises[0][1])
    bare(r)
    return hypotheses, at((mode,), ("=" if r[0] == "=" else "<=", ("sum", i, r[1]), ("sum", i, r[2])))


@also
def factored(premises: list[Sequent], i: Node, factor: Node, body: Node) -> Sequent:
    """sum_i c a = c sum_i a."""
    together(premises, 0)
    need(index(i) not in indices(term(factor)), "the factor depends on the index")
    left = ("sum", i, flat(factor, term(body)))
    return frozenset(), at((), ("=", left, flat(factor, ("sum", i, body))))


@also
def subadditive(premises: list[Sequent], i: Node, body: Node, s: Node) -> Sequent:
    """0 <= a for every i, 0 < s <= 1: (sum_i a)^s <= sum_i a^s."""
    hypotheses = together(premises, 3)
    free_of(index(i), premises[0][0])
    need(i not in indices(term(s)), "the exponent depends on the index")
    sign, above, below = (c for _, c in premises)
    need(timing(sign)[1] == ("<=", ZERO, term(body)), "0 <= a is wanted")
    need((above, below) == (("<", ZERO, s), ("<=", s, ONE)), "0 < s <= 1 is wanted")
    sums = ("^", ("sum", i, body), s), ("sum", i, ("^", body, s))
    return hypotheses, at(modes(sign), ("<=", *sums))


@also
def one_taken_out(premises: list[Sequent], i: Node, j: Node, body: Node) -> Sequent:
    """prod_i a_i = a_j prod_{i != j} a_i."""
    together(premises, 0)
    rest = term(("others", index(i), index(j), term(body)))
    return frozenset(), at((), ("=", ("prod", i, body), ("*", renamed(body, i, j), rest)))


@also
def relettered(premises: list[Sequent], whole: Node, j: Node) -> Sequent:
    """sum_i a = sum_j a with j for i, for a letter j that is new."""
    together(premises, 0)
    need(term(whole)[0] in ("sum", "prod", "others") and index(j)[2] == whole[1][2], "no sum or product of this range")
    need(j not in indices(whole[-1]) and j not in whole[1:-1], "the letter is not new")
    other = (whole[0], j, *whole[2:-1], renamed(whole[-1], whole[1], j))
    return frozenset(), at((), ("=", whole, term(other)))


@also
def congruent(premises: list[Sequent], i: Node, whole: Node) -> Sequent:
    """a = b for every i: the same sum or product of both."""
    hypotheses = together(premises, 1)
    free_of(index(i), hypotheses)
    mode, r = timing(premises[0][1])
    need(r[0] == "=" and term(whole)[0] in ("sum", "prod", "others"), "an equation under a sum or product is wanted")
    need(whole[1] == i and whole[-1] == r[1], "the whole is not made of the left side")
    return hypotheses, at((mode,), ("=", whole, term((*whole[:-1], r[2]))))


@also
def powers_of_products(premises: list[Sequent], whole: Node, head: str, r: Node) -> Sequent:
    """|prod a|^r = prod |a|^r for 0 < r; <prod a>^r = prod <a>^r."""
    need(term(whole)[0] in ("prod", "others"), "a product is wanted")
    term(r)
    hypotheses = together(premises, 1 if head == "abs^" else 0)
    need(not indices(r) & {whole[1]}, "the exponent depends on the index")
    if head == "abs^":
        need(premises[0][1] == ("<", ZERO, r), "0 < r is wanted")
        return hypotheses, at((), ("=", ("^", ("abs", whole), r), (*whole[:-1], ("^", ("abs", whole[-1]), r))))
    need(head == "spow", "the power of a product is wanted")
    return hypotheses, at((), ("=", ("spow", whole, r), (*whole[:-1], ("spow", whole[-1], r))))


# Calculus along a trajectory


@also
def unfolded(premises: list[Sequent], which: int) -> Sequent:
    """One part of what a flow says."""
    hypotheses = together(premises, 1)
    flow = premises[0][1]
    need(flow[0] == "flow" and flow[1] in FLOWS and type(which) is int, "no flow")
    need(which in range(len(FLOWS[flow[1]])), "no such part")
    return hypotheses, FLOWS[flow[1]][which]


@also
def built_continuous(premises: list[Sequent], a: Node) -> Sequent:
    """What absolutely continuous functions make by C^1 operations is absolutely continuous."""
    hypotheses = together(premises)
    slope(term(a), premises, frozenset())
    return hypotheses, ("ac", a)


@also
def rate_of(premises: list[Sequent], a: Node) -> Sequent:
    """The chain rule, almost everywhere."""
    hypotheses = together(premises)
    return hypotheses, ("ae", ("=", ("d", a), slope(term(a), premises, frozenset())))


@also
def built_measurable(premises: list[Sequent], a: Node) -> Sequent:
    """What measurable functions make by sums, products, powers, sizes and signs is measurable."""
    hypotheses = together(premises)
    _measurable(term(a), premises, frozenset())
    return hypotheses, ("measurable", a)


def given(f: Node, premises: list[Sequent], bound: frozenset[Node]) -> bool:
    """Whether a premise says f, for every value of the bound indices."""
    return any(_says(c, f) and not any(indices(h) & bound for h in hyps) for hyps, c in premises)


def _says(general: Node, f: Node) -> bool:
    if general == f:
        return True
    if general[0] != "all":
        return False
    for j in {general[1], *(j for j in indices(f) if j[2] == general[1][2])}:
        try:
            if _says(renamed(general[2], general[1], j), f):
                return True
        except Refused:
            continue
    return False


def slope(a: Node, premises: list[Sequent], bound: frozenset[Node]) -> Node:
    """da/dt of what is shown to be absolutely continuous. Errors: Refused."""
    if not varies(a):
        return ZERO
    if given(("ac", a), premises, bound):
        return ("d", a)
    return _built(a, premises, bound)


def _built(a: Node, premises: list[Sequent], bound: frozenset[Node]) -> Node:
    head = a[0]
    if head == "t":
        return ONE
    if head == "int":
        need(given(("integrable", a[1]), premises, bound), "not shown to be integrable")
        return a[1]  # type: ignore[no-any-return]
    if head == "+":
        return _sum([slope(p, premises, bound) for p in a[1:]])
    if head == "*":
        slopes = [slope(p, premises, bound) for p in a[1:]]
        return _sum([_prod([*a[1 : 1 + k], s, *a[2 + k :]]) for k, s in enumerate(slopes)])
    if head in ("^", "spow"):
        return _power(a, premises, bound)
    if head in ("sum", "prod", "others"):
        inner = slope(a[-1], premises, bound | {a[1]})
        if head == "sum":
            return ("sum", a[1], inner)
        if head == "others":
            return ("d", a)
        j = _another(a)
        body = renamed(a[2], a[1], j)
        return ("sum", j, ("*", ("others", a[1], j, a[2]), slope(body, premises, bound | {j})))
    if head == "of":
        positive = algebra.sign_class(a[2]) == "pos" or given(("every", ("<", ZERO, a[2])), premises, bound)
        smooth = [c[2] for _, c in premises if c[:2] == ("C1", a[1])]
        need("real" in smooth or ("pos" in smooth and positive), "not shown to be C^1 where it is taken")
        return _prod([("of'", a[1], a[2]), slope(a[2], premises, bound)])
    need(head in ("abs", "exp", "log"), "not built from absolutely continuous functions")
    need(head != "log" or _positive(a[1], premises, bound), "log of what is not shown to be positive")
    outer = {"abs": ("sgn", a[1]), "exp": a, "log": ("^", a[1], MINUS)}[head]
    return _prod([outer, slope(a[1], premises, bound)])


def _power(a: Node, premises: list[Sequent], bound: frozenset[Node]) -> Node:
    head, base, r = a
    need(not varies(r), "an exponent that varies")
    natural, at_least_1 = algebra.is_natural(r), _exceeds(r, True)
    if head == "spow":
        need(at_least_1, "a signed power below 1")
        inner = slope(base, premises, bound)
        if not _exceeds(r, False):
            return ("d", a)
        return _prod([r, ("^", ("abs", base), ("+", r, MINUS)), inner])
    size = base[0] == "abs"
    whole = r[0] == "n" and r[2] == 1
    away = _positive(base, premises, bound) or (whole and _positive(("abs", base), premises, bound))
    need(natural or (size and at_least_1) or away, "a power with an unbounded slope")
    less: Node = ("+", r, MINUS)
    if r[0] == "n":
        below = Fraction(r[1], r[2]) - 1
        less = ("n", below.numerator, below.denominator)
    inner = slope(base, premises, bound)
    if size and not natural:
        return _prod([r, ("spow", base[1], less), slope(base[1], premises, bound)])
    return _prod([r, ONE if less == ZERO else ("^", base, less), inner])


def _positive(a: Node, premises: list[Sequent], bound: frozenset[Node]) -> bool:
    return algebra.sign_class(a) == "pos" or given(("every", ("<", ZERO, a)), premises, bound)


def _exceeds(r: Node, or_equal: bool) -> bool:
    try:
        return algebra.above(algebra.value(r, {}), Fraction(1), or_equal)
    except Refused:
        return False


def _sum(terms: list[Node]) -> Node:
    kept = [t for t in terms if t != ZERO]
    return ("+", *kept) if len(kept) > 1 else kept[0] if kept else ZERO


def _prod(terms: list[Node]) -> Node:
    if ZERO in terms:
        return ZERO
    kept = [t for t in terms if t != ONE]
    return ("*", *kept) if len(kept) > 1 else kept[0] if kept else ONE


def _another(a: Node) -> Node:
    used = {p[1] for p in _inside(a) if p[0] == "i"}
    name = a[1][1] + "r"
    while name in used:
        name += "r"
    return ("i", name, a[1][2])


def _measurable(a: Node, premises: list[Sequent], bound: frozenset[Node]) -> None:
    known = any(given((p, a), premises, bound) for p in ("measurable", "ac", "integrable"))
    if known or not varies(a) or a[0] == "t":
        return
    need(a[0] in ("+", "*", "abs", "sgn", "exp", "^", "spow", "sum", "prod", "others"), "not shown to be measurable")
    if a[0] in ("sum", "prod", "others"):
        _measurable(a[-1], premises, bound | {a[1]})
        return
    if a[0] == "^" and algebra.sign_class(a[1]) != "pos":
        whole = a[2][0] == "n" and a[2][2] == 1
        need(whole or algebra.sign_class(a[1]) == "nonneg", "a power of what may be negative")
        need(not varies(a[2]), "a power of what may be 0 with an exponent that varies")
    for p in a[1:]:
        _measurable(p, premises, bound)


@also
def constant(premises: list[Sequent]) -> Sequent:
    """Absolutely continuous with rate 0 almost everywhere: constant."""
    hypotheses = together(premises, 2)
    (_, smooth), (_, flat) = premises
    need(smooth[0] == "ac" and flat == ("ae", ("=", ("d", smooth[1]), ZERO)), "ac a and da/dt = 0 are wanted")
    return hypotheses, at((), ("=", smooth[1], ("at0", smooth[1])))


@also
def integrated(premises: list[Sequent], c: Node, r: Node) -> Sequent:
    """dy/dt <= -c r, 0 <= r, 0 < c, b <= y: int r <= (y(0) - b)/c."""
    hypotheses = together(premises, 6)
    smooth, falls, sign, measurable, speed, floor = (f for _, f in premises)
    need(smooth[0] == "ac" and not varies(term(c)), "ac y and a constant c are wanted")
    y = smooth[1]
    need(falls == ("ae", ("<=", ("d", y), flat(MINUS, c, term(r)))), "dy/dt <= -c r is wanted")
    need(timing(sign)[1] == ("<=", ZERO, r), "0 <= r is wanted")
    need(measurable == ("measurable", r), "r measurable is wanted")
    need(speed == ("<", ZERO, c), "0 < c is wanted")
    need(floor[0] == "every" and floor[1][0] == "<=" and floor[1][2] == y, "b <= y at every time is wanted")
    b = floor[1][1]
    need(not varies(b), "b is no constant")
    return hypotheses, ("<=", ("total", r), ("*", ("+", ("at0", y), opposite(b)), ("^", c, MINUS)))


@also
def gronwall(premises: list[Sequent], r: Node) -> Sequent:
    """dy/dt <= -r y: y <= y(0) exp(-r t)."""
    hypotheses = together(premises, 2)
    (_, smooth), (_, falls) = premises
    need(smooth[0] == "ac" and not varies(term(r)), "ac y and a constant r are wanted")
    y = smooth[1]
    need(falls == ("ae", ("<=", ("d", y), flat(MINUS, r, y))), "dy/dt <= -r y is wanted")
    return hypotheses, at((), ("<=", y, ("*", ("at0", y), ("exp", flat(MINUS, r, ("t",))))))


@also
def arrival(premises: list[Sequent], c: Node, s: Node) -> Sequent:
    """0 <= y, dy/dt <= -c y^s, 0 < c, 0 < s < 1: y = 0 from y(0)^{1-s}/(c (1-s)) on."""
    hypotheses = together(premises, 6)
    smooth, sign, falls, speed, above, less = (f for _, f in premises)
    need(smooth[0] == "ac" and not varies(term(c)) and not varies(term(s)), "ac y, constant c and s are wanted")
    y = smooth[1]
    need(sign == ("every", ("<=", ZERO, y)), "0 <= y at every time is wanted")
    need(falls == ("ae", ("<=", ("d", y), flat(MINUS, c, ("^", y, s)))), "dy/dt <= -c y^s is wanted")
    need((speed, above, less) == (("<", ZERO, c), ("<", ZERO, s), ("<", s, ONE)), "0 < c, 0 < s < 1 are wanted")
    rest = ("+", ONE, opposite(s))
    when = ("*", ("^", ("at0", y), rest), ("^", flat(c, rest), MINUS))
    return hypotheses, ("every", ("=>", ("<=", when, ("t",)), ("=", y, ZERO)))


@also
def at_start(premises: list[Sequent], a: Node) -> Sequent:
    """a(0), pushed to the functions inside."""
    together(premises, 0)
    return frozenset(), ("=", ("at0", term(a)), _at_0(a))


def _at_0(a: Node) -> Node:
    if not varies(a):
        return a
    if a[0] in ("f", "d"):
        return ("at0", a)
    return ZERO if a[0] in ("t", "int") else (a[0], *(_at_0(p) if type(p) is tuple else p for p in a[1:]))


@also
def constant_body(premises: list[Sequent], whole: Node) -> Sequent:
    """sum_i c = L c; for 0 < c also prod_i c = c^L and the product over the others c^{L-1}."""
    depth = ("v", "L", "depth")
    need(term(whole)[0] in ("sum", "prod", "others") and index(whole[1])[2] == "L", "a range 1..L is wanted")
    c = whole[-1]
    need(whole[1] not in indices(c), "the body holds the index")
    if whole[0] == "sum":
        return together(premises, 0), at((), ("=", whole, ("*", depth, c)))
    hypotheses = together(premises, 1)
    mode, sign = timing(premises[0][1])
    need(sign == ("<", ZERO, c), "0 < c is wanted")
    power = {"prod": depth, "others": ("+", depth, MINUS)}[whole[0]]
    return hypotheses, at((mode,), ("=", whole, ("^", c, power)))


@also
def at_least_one(premises: list[Sequent], i: Node, j: Node) -> Sequent:
    """No term of a sum of terms that are at least 0 exceeds it."""
    hypotheses = together(premises, 1)
    free_of(index(i), hypotheses)
    need(index(j)[2] == i[2], "an index of the same range is wanted")
    mode, sign = timing(premises[0][1])
    need(sign[:2] == ("<=", ZERO), "0 <= a is wanted")
    return hypotheses, at((mode,), ("<=", renamed(sign[2], i, j), term(("sum", i, sign[2]))))


@also
def larger_factors(premises: list[Sequent], whole: Node) -> Sequent:
    """A product of larger factors that are at least 0 is larger."""
    hypotheses = together(premises, 2)
    need(term(whole)[0] in ("prod", "others"), "a product is wanted")
    free_of(index(whole[1]), hypotheses)
    (m, sign), (n, order) = (timing(c) for _, c in premises)
    need(order[0] in RELATIONS and order[1] == whole[-1], "a <= b for the factors a is wanted")
    need(sign == ("<=", ZERO, order[1]), "0 <= a is wanted")
    return hypotheses, at((m, n), ("<=", whole, term((*whole[:-1], order[2]))))


@also
def smaller_power(premises: list[Sequent]) -> Sequent:
    """0 < a < 1 and r < s: a^s < a^r."""
    hypotheses = together(premises, 3)
    (m, low), (n, high), (k, order) = (timing(c) for _, c in premises)
    need(high[0] == "<" and high[2] == ONE and low == ("<", ZERO, high[1]), "0 < a < 1 is wanted")
    need(order[0] == "<", "r < s is wanted")
    return hypotheses, at((m, n, k), ("<", ("^", high[1], order[2]), ("^", high[1], order[1])))


@also
def scaled(premises: list[Sequent]) -> Sequent:
    """A relation times a positive number."""
    hypotheses = together(premises, 2)
    (m, order), (n, sign) = (timing(c) for _, c in premises)
    need(order[0] in RELATIONS and sign[0] == "<" and sign[1] == ZERO, "a relation and 0 < c are wanted")
    c = sign[2]
    return hypotheses, at((m, n), (order[0], flat(order[1], c), flat(order[2], c)))


@also
def added(premises: list[Sequent], i: Node, a: Node, b: Node) -> Sequent:
    """The sum of two terms is two sums."""
    together(premises, 0)
    both = ("+", *(x for t in (term(a), term(b)) for x in (t[1:] if t[0] == "+" else (t,))))
    return frozenset(), at((), ("=", ("sum", index(i), both), ("+", ("sum", i, a), ("sum", i, b))))


@also
def exchanged(premises: list[Sequent], i: Node, j: Node, body: Node) -> Sequent:
    """A finite double sum does not depend on the order."""
    together(premises, 0)
    need(index(i) != index(j), "the letters of a double sum are two")
    inner, outer = ("sum", j, term(body)), ("sum", i, term(body))
    return frozenset(), at((), ("=", ("sum", i, inner), ("sum", j, outer)))


@also
def positive_product(premises: list[Sequent], whole: Node) -> Sequent:
    """A product of positive factors is positive."""
    hypotheses = together(premises, 1)
    need(term(whole)[0] in ("prod", "others"), "a product is wanted")
    free_of(index(whole[1]), hypotheses)
    mode, sign = timing(premises[0][1])
    need(sign == ("<", ZERO, whole[-1]), "0 < a for the factors is wanted")
    return hypotheses, at((mode,), ("<", ZERO, whole))


@also
def exponents_added(premises: list[Sequent], i: Node, base: Node, body: Node) -> Sequent:
    """0 < c: the product of the powers c^{a_i} is c to the sum of the a_i."""
    hypotheses = together(premises, 1)
    mode, sign = timing(premises[0][1])
    need(sign == ("<", ZERO, term(base)), "0 < c is wanted")
    need(index(i) not in indices(base), "the base holds the index")
    whole = ("prod", i, ("^", base, term(body)))
    return hypotheses, at((mode,), ("=", whole, ("^", base, ("sum", i, body))))


@also
def zero_factor(premises: list[Sequent], whole: Node) -> Sequent:
    """A product vanishes where a factor does: at least one is counted by z = 1 - |sign a|."""
    together(premises, 0)
    need(term(whole)[0] in ("prod", "others"), "a product is wanted")
    i, a = index(whole[1]), whole[-1]
    z = ("+", ONE, flat(MINUS, ("abs", ("sgn", a))))
    zeros: Node = ("sum", i, z)
    if whole[0] == "others":
        zeros = ("+", zeros, opposite(renamed(z, i, whole[2])))
    none, some = ("=", whole, ZERO), ("<=", ONE, zeros)
    return frozenset(), at((), ("and", ("=>", none, some), ("=>", some, none)))


@also
def larger_factors_strictly(premises: list[Sequent], whole: Node) -> Sequent:
    """A product of at least one factor, each larger than one that is at least 0, is larger."""
    hypotheses = together(premises, 2)
    need(term(whole)[0] == "prod" or (whole[0] == "others" and whole[1][2] == "L"), "a product that is never empty")
    free_of(index(whole[1]), hypotheses)
    (m, sign), (n, order) = (timing(c) for _, c in premises)
    need(order[0] == "<" and order[1] == whole[-1], "a < b for the factors a is wanted")
    need(sign == ("<=", ZERO, order[1]), "0 <= a is wanted")
    return hypotheses, at((m, n), ("<", whole, term((*whole[:-1], order[2]))))
