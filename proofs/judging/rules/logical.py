"""Logic: assumptions, implication, conjunction, quantifiers over an index, constants and times."""

from __future__ import annotations

from ..formulas import (
    Formula,
    every_term,
    formula,
    governed,
    hidden,
    letters,
    split,
    subformulas,
    weakest,
    with_constant,
    with_index,
)
from ..terms import Term, free, is_term
from ..theorem import Refused, Sequent, rule

LOGIC = "Gentzen, Untersuchungen ueber das logische Schliessen, 1935"


@rule(LOGIC)
def assume(premises: list[Sequent], stated: Formula) -> Sequent:
    """A |- A."""
    _count(premises, 0)
    return frozenset({formula(stated)}), stated


@rule(LOGIC)
def implied(premises: list[Sequent], stated: Formula) -> Sequent:
    """H |- B gives H - A |- A => B."""
    _count(premises, 1)
    ((hypotheses, conclusion),) = premises
    return hypotheses - {formula(stated)}, formula(("=>", stated, conclusion))


@rule(LOGIC)
def apply(premises: list[Sequent]) -> Sequent:
    """A => B and A give B, at a time too: (every, ae) A => B and A."""
    _count(premises, 2)
    (h1, whole), (h2, given) = premises
    mode, inner = split(whole)
    given_mode, held = split(given)
    if inner[0] != "=>" or inner[1] != (held if mode else given):
        raise Refused("the second premise is not what the first one asks for")
    return h1 | h2, governed(weakest(mode, given_mode), inner[2]) if mode else inner[2]


@rule(LOGIC)
def cut(premises: list[Sequent]) -> Sequent:
    """H |- A and H' |- B give H, H' - A |- B."""
    _count(premises, 2)
    (h1, proved), (h2, conclusion) = premises
    return h1 | (h2 - {proved}), conclusion


@rule(LOGIC)
def both(premises: list[Sequent]) -> Sequent:
    """A, B, ... give their conjunction."""
    if len(premises) < 2:
        raise Refused("a conjunction has two parts")
    return frozenset().union(*(h for h, _ in premises)), formula(("and", *(c for _, c in premises)))


@rule(LOGIC)
def part(premises: list[Sequent], k: int) -> Sequent:
    """A and B and ... give each of them (k from 0); a time's too."""
    _count(premises, 1)
    ((hypotheses, conclusion),) = premises
    mode, inner = split(conclusion)
    if inner[0] != "and" or type(k) is not int or not 0 <= k < len(inner) - 1:
        raise Refused("not a conjunction with so many parts")
    return hypotheses, governed(mode, inner[k + 1])


@rule(LOGIC)
def equivalent(premises: list[Sequent]) -> Sequent:
    """A => B and B => A give A <=> B."""
    _count(premises, 2)
    (h1, one), (h2, other) = premises
    if one[0] != "=>" or other != ("=>", one[2], one[1]):
        raise Refused("not an implication and its converse")
    return h1 | h2, formula(("<=>", one[1], one[2]))


@rule(LOGIC)
def contradicted(premises: list[Sequent], stated: Formula) -> Sequent:
    """H |- a < a, at almost every time or of constants, gives H - A |- not A."""
    _count(premises, 1)
    ((hypotheses, conclusion),) = premises
    relation = split(conclusion)[1]
    if relation[0] != "<" or relation[1] != relation[2]:
        raise Refused("a contradiction a < a is wanted")
    return hypotheses - {formula(stated)}, formula(("not", stated))


@rule(LOGIC)
def for_index(premises: list[Sequent], i: Term, j: Term) -> Sequent:
    """all i: A gives A at the index letter j of the same range."""
    _count(premises, 1)
    ((hypotheses, conclusion),) = premises
    if conclusion[0] != "all" or conclusion[1] != i or not _indices(i, j):
        raise Refused("not a statement for every such index")
    return hypotheses, with_index(conclusion[2], i, j)


@rule(LOGIC)
def every_index(premises: list[Sequent], i: Term) -> Sequent:
    """A gives all i: A, where i occurs in no hypothesis."""
    _count(premises, 1)
    ((hypotheses, conclusion),) = premises
    if not _indices(i, i) or any(i in letters(h) for h in hypotheses):
        raise Refused("the index occurs in a hypothesis")
    return hypotheses, formula(("all", i, conclusion))


@rule(LOGIC)
def renamed(premises: list[Sequent], i: Term, j: Term) -> Sequent:
    """A sequent holds for every value of a free index letter, so with another letter j for i too."""
    _count(premises, 1)
    ((hypotheses, conclusion),) = premises
    if not _indices(i, j):
        raise Refused("not two index letters of one range")
    return frozenset(with_index(h, i, j) for h in hypotheses), with_index(conclusion, i, j)


@rule(LOGIC)
def with_function(premises: list[Sequent], letter: Term, a: Term) -> Sequent:
    """A sequent holds for every function of time that a letter can stand for, so for this term.

    The letter has no index; a second premise says 0 <= a (0 < a) at every time where its sort asks for it.
    """
    sort = letter[2] if is_term(letter) and letter[0] == "f" and len(letter) == 3 else ""
    _count(premises, 1 if sort == "real" else 2)
    wanted = {"nonneg": "<=", "pos": "<"}
    if not sort or not is_term(a):
        raise Refused("a function letter without index and a term are wanted")
    hypotheses, conclusion = premises[0]
    more: frozenset[Formula] = frozenset()
    if sort != "real":
        more, signed = premises[1]
        if signed != governed("", (wanted[sort], ("n", 0, 1), a)):
            raise Refused(f"the term is not said to be {sort} at every time")
    if any(letter in hidden(f) for f in (*hypotheses, conclusion)):
        raise Refused("a flow speaks of the letter")
    if any(_bound(f) & free(a) for f in (*hypotheses, conclusion)):
        raise Refused("an index letter would be caught by a binder or a quantifier")
    return frozenset(with_constant(h, letter, a) for h in hypotheses) | more, with_constant(conclusion, letter, a)


@rule(LOGIC)
def almost_every(premises: list[Sequent]) -> Sequent:
    """What holds at every time holds at almost every time."""
    _count(premises, 1)
    ((hypotheses, conclusion),) = premises
    mode, inner = split(conclusion)
    if mode != "every":
        raise Refused("not a statement about every time")
    return hypotheses, ("ae", inner)


def _count(premises: list[Sequent], wanted: int) -> None:
    if len(premises) != wanted:
        raise Refused(f"{wanted} premises are wanted, {len(premises)} are given")


def _bound(f: Formula) -> frozenset[Term]:
    """The index letters that a quantifier or a binder holds anywhere inside."""
    binders = frozenset(t[1] for t in every_term(f) if t[0] in ("sum", "prod", "others"))
    return binders.union({f[1]} if f[0] == "all" else (), *map(_bound, subformulas(f)))


def _indices(i: Term, j: Term) -> bool:
    return is_term(i) and is_term(j) and i[0] == "i" == j[0] and i[2] == j[2]
