"""Formulas: statements as plain data. A trajectory lives on the times [0, T), 0 < T <= infinity.

  ("=", a, b)  ("<=", a, b)  ("<", a, b)      relations between values; a term without one: see `terms`
  ("every", r)  ("ae", r)                     r at every time, at almost every time of [0, T)
  ("and", A...)  ("or", A...)  ("not", A)  ("=>", A, B)  ("<=>", A, B)  ("all", i, A) for every index i
  ("ac", a)                                   a is locally absolutely continuous on [0, T)
  ("integrable", a)  ("measurable", a)        a is locally integrable, measurable on [0, T)
  ("tends", a, c)  ("grows", a)               a -> c (constant), a -> +infinity as t -> T
  ("C1", f, domain)                           the function named f is continuously differentiable on R, on (0, inf)
  ("flow", kind)                              the weights follow a flow of `flows`

A sequent  hypotheses |- conclusion  is valid iff for all values of the constants in their sorts, all T, all functions
of time and all real functions, wherever the hypotheses hold the conclusion holds.
"""

from __future__ import annotations

from typing import Any

from .terms import DEEPEST, Malformed, Term, free, inside, is_term, plain, rebuilt, reindexed, varies

Formula = tuple[Any, ...]

RELATIONS = ("=", "<=", "<")
MODES = ("every", "ae")
JOINED = ("and", "or")
IMPLIED = ("=>", "<=>")
OF_A_TERM = ("ac", "integrable", "measurable", "grows")


def is_formula(f: Any, depth: int = 0) -> bool:
    """Whether `f` is a formula, by exact types throughout: what varies with time stands inside a mode."""
    if type(f) is not tuple or not f or type(f[0]) is not str or depth > DEEPEST:
        return False
    head, rest = f[0], f[1:]
    if head in RELATIONS:
        return is_timed(f, depth) and not any(map(varies, rest))
    if head in MODES:
        return len(rest) == 1 and is_timed(rest[0], depth + 1)
    if head in JOINED:
        return len(rest) >= 2 and all(is_formula(a, depth + 1) for a in rest)
    if head == "not":
        return len(rest) == 1 and is_formula(rest[0], depth + 1)
    if head in IMPLIED:
        return len(rest) == 2 and all(is_formula(a, depth + 1) for a in rest)
    if head == "all":
        return len(rest) == 2 and is_term(rest[0]) and rest[0][0] == "i" and is_formula(rest[1], depth + 1)
    if head in OF_A_TERM:
        return len(rest) == 1 and is_term(rest[0])
    if head == "tends":
        return len(rest) == 2 and all(map(is_term, rest)) and not varies(rest[1])
    if head == "C1":
        named = len(rest) == 2 and all(type(a) is str for a in rest)
        return named and rest[0].isidentifier() and rest[1] in ("real", "pos")
    if head == "flow":
        return len(rest) == 1 and type(rest[0]) is str
    return False


def is_timed(f: Any, depth: int = 0) -> bool:
    """Whether `f` can stand inside a mode: a relation, or relations joined by and, or, =>."""
    if type(f) is not tuple or not f or type(f[0]) is not str or depth > DEEPEST:
        return False
    if f[0] in RELATIONS:
        return len(f) == 3 and all(map(is_term, f[1:]))
    if f[0] in JOINED or f[0] == "=>":
        enough = len(f) == 3 if f[0] == "=>" else len(f) >= 3
        return enough and all(is_timed(a, depth + 1) for a in f[1:])
    return False


def formula(f: Any) -> Formula:
    """f, if it is a formula. Errors: Malformed."""
    if not is_formula(f):
        raise Malformed(f"not a formula: {f!r:.80}")
    return f  # type: ignore[no-any-return]


def split(f: Formula) -> tuple[str, Formula]:
    """(mode, what it governs): ("ae", r), ("every", r), or ("", f) where no time is spoken of."""
    return (f[0], f[1]) if f[0] in MODES else ("", f)


def weakest(*modes: str) -> str:
    """The mode of what follows pointwise from statements of these modes."""
    return "ae" if "ae" in modes else "every" if "every" in modes else ""


def governed(mode: str, f: Formula) -> Formula:
    """f in this mode; what varies with time and has none holds at every time, what does not vary needs none."""
    if f[0] not in RELATIONS and not (mode and changes(f)):
        return f
    return (mode or "every", f) if changes(f) else f


def changes(f: Formula) -> bool:
    """Whether what it says depends on the time at which it is said."""
    return any(map(varies, terms(f))) if f[0] in RELATIONS else any(map(changes, subformulas(f)))


def equal(a: Any, b: Any) -> Formula:
    """a = b, at every time where it varies."""
    return governed("", ("=", plain(a), plain(b)))


def at_most(a: Any, b: Any) -> Formula:
    """a <= b, likewise."""
    return governed("", ("<=", plain(a), plain(b)))


def below(a: Any, b: Any) -> Formula:
    """a < b, likewise."""
    return governed("", ("<", plain(a), plain(b)))


def almost(f: Formula) -> Formula:
    """The same for almost every time."""
    return formula(("ae", split(f)[1]))


def for_all(i: Any, f: Formula) -> Formula:
    """f for every index i."""
    return formula(("all", plain(i), f))


def continuous(a: Any) -> Formula:
    """a is locally absolutely continuous."""
    return formula(("ac", plain(a)))


def subformulas(f: Formula) -> list[Formula]:
    """The formulas directly inside."""
    return [a for a in f[1:] if is_formula(a) or is_timed(a)]


def terms(f: Formula) -> list[Term]:
    """The terms directly inside, the index of a quantifier aside."""
    return [] if f[0] == "all" else [a for a in f[1:] if is_term(a)]


def letters(f: Formula) -> frozenset[Term]:
    """The letters that occur free, those of a flow's definition included."""
    if f[0] == "flow":
        from .flows import FLOWS

        return frozenset().union(*map(letters, FLOWS.get(f[1], ())))
    found = frozenset().union(*map(free, terms(f)), *map(letters, subformulas(f)))
    return found - {f[1]} if f[0] == "all" else found


def every_term(f: Formula) -> list[Term]:
    """All terms anywhere inside."""
    return [t for a in terms(f) for t in inside(a)] + [t for g in subformulas(f) for t in every_term(g)]


def with_index(f: Formula, i: Term, j: Term) -> Formula:
    """f with the free index letter i replaced by j. Errors: Malformed where a quantifier would catch j."""
    if f[0] == "all":
        if f[1] == i:
            return f
        if f[1] == j and i in letters(f[2]):
            raise Malformed("an index letter would be caught by a quantifier")
        return ("all", f[1], with_index(f[2], i, j))
    return (
        f[0],
        *(
            with_index(a, i, j) if is_formula(a) or is_timed(a) else reindexed(a, i, j) if is_term(a) else a
            for a in f[1:]
        ),
    )


def hidden(f: Formula) -> frozenset[Term]:
    """The letters that a flow inside speaks of without their being written: nothing can be put for them."""
    return letters(f) if f[0] == "flow" else frozenset().union(*map(hidden, subformulas(f)))


def with_constant(f: Any, letter: Term, value: Term) -> Any:
    """A formula or term with a constant letter replaced by a constant term."""
    if f == letter:
        return value
    if f[0] in ("v", "i", "f", "n", "t"):
        return f
    return rebuilt(f, lambda a: with_constant(a, letter, value))
