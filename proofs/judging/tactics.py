"""Shorter words for common chains of rules. A tactic only calls rules: it can fail, it cannot prove what is not so."""

from __future__ import annotations

from typing import Any

from .formulas import Formula, split
from .rules.algebraic import calculation, combination, decision, replaced
from .rules.along import at_start, built_continuous, rate_of, unfolded
from .rules.logical import almost_every, assume, every_index, for_index, with_function
from .terms import Expr, Term, plain
from .theorem import Theorem


def given(f: Formula) -> Theorem:
    """f, as a hypothesis."""
    return assume(stated=f)


def flow(kind: str, part: int) -> Theorem:
    """What a flow says, for every index letter as it stands in the definition."""
    return freed(whole(kind, part))


def whole(kind: str, part: int) -> Theorem:
    """What a flow says, with its quantifiers."""
    return unfolded(assume(stated=("flow", kind)), which=part)


def freed(theorem: Theorem, **letters: Term) -> Theorem:
    """The statement without its leading `all i`, each i kept or replaced by the letter given for its name."""
    while theorem.conclusion[0] == "all":
        i = theorem.conclusion[1]
        theorem = for_index(theorem, i=i, j=letters.get(i[1], i))
    return theorem


def relation(kind: str, a: Any, b: Any) -> Formula:
    """The bare relation, without its times."""
    return (kind, plain(a), plain(b))


def show(kind: str, a: Any, b: Any, *from_: tuple[Theorem, Any]) -> Theorem:
    """a = b, a <= b or a < b from statements, each with its multiplier; by calculation where there are none."""
    stated = relation(kind, a, b)
    if not from_:
        return calculation(stated=stated)
    shown = combination(*(t for t, _ in from_), stated=stated, multipliers=tuple(plain(m) for _, m in from_))
    said = (t for t, _ in from_ if t.conclusion == shown.conclusion and t.hypotheses <= shown.hypotheses)
    return next(said, shown)  # a step that only repeats one of its premises is none


def rewrite(target: Theorem, *equations: Theorem) -> Theorem:
    """The target with each equation's left side replaced by its right side."""
    for e in equations:
        target = replaced(e, target)
    return target


def smooth(a: Any, *known: Theorem) -> Theorem:
    """a is absolutely continuous."""
    return built_continuous(*known, a=plain(a))


def rate_rule(a: Any, *known: Theorem) -> Theorem:
    """da/dt, computed."""
    return rate_of(*known, a=plain(a))


def almost(theorem: Theorem) -> Theorem:
    """For almost every time."""
    return almost_every(theorem) if split(theorem.conclusion)[0] == "every" else theorem


def at_zero(a: Any) -> Theorem:
    """a(0), computed."""
    return at_start(a=plain(a))


def decided(f: Formula, *given: Theorem) -> Theorem:
    """A condition on q and L that holds for all of them, or wherever the given conditions do."""
    return decision(*given, stated=f)


def for_every(theorem: Theorem, *letters: Expr) -> Theorem:
    """The statement for every index, the first letter outermost."""
    for i in reversed(letters):
        theorem = every_index(theorem, i=i.term)
    return theorem


def instance(theorem: Theorem, *chosen: tuple[Any, Any, *tuple[Theorem, ...]]) -> Theorem:
    """The sequent for the functions chosen: (letter, term), and what is said of the term's sign where it is wanted."""
    for letter, a, *signed in chosen:
        theorem = with_function(theorem, *signed, letter=plain(letter), a=plain(a))
    return theorem
