"""A long statement is shown in numbered parts, with names for what it repeats: F(a, a) as F(N, N), where N = a.

Only what is printed changes: with every name replaced by what it stands for, the formula is the one that was given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from .formulas import Formula, every_term, terms
from .naming import names
from .render import latex, term_text, text
from .terms import MANY, Term, free, inside, rebuilt

NAMES = "AEGHKMNPQSUVWXYZ"
SHORT = 160  # characters that are read without help
SAVED = 25
PLAIN = 8  # characters of a term that needs no name
Definition = tuple[Term, Term]


def statement(f: Formula, given: tuple[Formula, ...] = (), tex: bool = False) -> str:
    """The formula as words, or as LaTeX for math mode; no name means something else in `given`."""
    shown = latex if tex else text

    def words(said: str) -> str:
        return rf"\text{{{said}}}" if tex else said

    if len(text(f)) <= SHORT:
        return shown(f)
    short, definitions = abbreviated(f, frozenset(name for g in (f, *given) for name, _ in names(g)))
    parts = short[1:] if short[0] == "and" else (short,)
    if len(parts) > 1:
        body = words("; ").join(words(f"({k}) ") + shown(a) for k, a in enumerate(parts, 1))
    else:
        body = shown(short)
    where = words("; ").join(shown(("=", name, a)) for name, a in definitions)
    return body + (words("; where " if len(parts) > 1 else ", where ") + where if where else "")


def abbreviated(f: Formula, taken: frozenset[str]) -> tuple[Formula, tuple[Definition, ...]]:
    """The formula with names for repeated terms, and (name, term) in an order in which each name is known before use.

    `taken`: names that stand for something else.
    """
    definitions: list[Definition] = []
    letters = sorted(set(NAMES) - taken)
    spare = iter(letters)
    while len(text(f)) + sum(len(term_text(a)) for _, a in definitions) > SHORT:
        best = _repeated(f, definitions)
        letter = next(spare, None)
        if best is None or letter is None:
            break
        name: Term = ("f", letter, "real", *sorted(i for i in free(best) if i[0] == "i"))
        f = with_name(f, best, name)
        definitions = [(known, with_name(a, best, name)) for known, a in definitions] + [(name, best)]
    ordered = list(_in_order(definitions))
    renamed = {name: ("f", letter, *name[2:]) for (name, _), letter in zip(ordered, letters, strict=False)}
    return _renamed(f, renamed), tuple((renamed[name], _renamed(a, renamed)) for name, a in ordered)


def with_name(x: Any, a: Term, name: Term) -> Any:
    """A term or formula with each `a` replaced, also where it is some neighbours in a longer sum or product."""
    if x == a:
        return name
    if x[0] in MANY and x[0] == a[0]:
        size = len(a) - 1
        for k in range(1, len(x) - size + 1):
            if x[k : k + size] == a[1:]:
                return with_name((*x[:k], name, *x[k + size :]), a, name)
    return rebuilt(x, lambda part: with_name(part, a, name))


def _renamed(x: Any, new: Mapping[Term, Term]) -> Any:
    return new[x] if x in new else rebuilt(x, lambda part: _renamed(part, new))


def _repeated(f: Formula, definitions: list[Definition]) -> Term | None:
    """The term whose name saves most characters."""
    everything = [*every_term(f), *(t for _, a in definitions for t in inside(a))]
    apart = _caught(f) | {i for t in everything for i in _bound(t)}
    counts = Counter(t for t in everything if len(term_text(t)) >= PLAIN and not free(t) & apart)
    counts.update(t for x in everything if x[0] in MANY for t in counts if _neighbours(x, t))
    gains = {t: (m - 1) * (len(term_text(t)) - 2) - 8 for t, m in counts.items() if m > 1}
    best = max(gains, key=lambda t: (gains[t], term_text(t)), default=None)
    return best if best is not None and gains[best] >= SAVED else None


def _neighbours(x: Term, t: Term) -> bool:
    size = len(t) - 1
    return x != t and x[0] == t[0] and any(x[k : k + size] == t[1:] for k in range(1, len(x) - size + 1))


def _bound(t: Term) -> set[Term]:
    return {t[1]} if t[0] in ("sum", "prod", "others") else set()


def _caught(f: Formula) -> set[Term]:
    """Index letters that a quantifier binds anywhere inside."""
    own = {f[1]} if f[0] == "all" else set()
    return own.union(*(_caught(a) for a in f[1:] if type(a) is tuple and a not in terms(f) and type(a[0]) is str))


def _in_order(definitions: list[Definition]) -> Iterator[Definition]:
    left = list(definitions)
    while left:
        waiting = {name for name, _ in left}
        ready = [d for d in left if not waiting & set(inside(d[1]))]
        yield from ready
        left = [d for d in left if d not in ready]
