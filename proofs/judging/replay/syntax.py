"""The grammar of terms and formulas, read again: one table, and what follows from it (letters, times, substitution).

A table entry gives the parts of a head: t a term, f a formula, i an index letter, s a word, z an integer, * one or more
of the kind before it.
"""

from __future__ import annotations

from typing import Any

from .normal import Unclear

Node = tuple[Any, ...]
TERMS = {
    "n": "zz", "v": "ssi*", "f": "ssi*", "i": "ss", "t": "", "+": "ttt*", "*": "ttt*", "^": "tt", "spow": "tt",
    "abs": "t", "sgn": "t", "exp": "t", "log": "t", "d": "t", "at0": "t", "int": "t", "total": "t",
    "sum": "it", "prod": "it", "others": "iit", "of": "st", "of'": "st",
}  # fmt: skip
FORMULAS = {
    "=": "tt", "<=": "tt", "<": "tt", "every": "f", "ae": "f", "and": "fff*", "or": "fff*", "not": "f", "=>": "ff",
    "<=>": "ff", "all": "if", "ac": "t", "integrable": "t", "measurable": "t", "C1": "ss", "flow": "s",
    "tends": "tt", "grows": "t",
}  # fmt: skip
RELATIONS = ("=", "<=", "<")
POINTWISE = (*RELATIONS, "and", "or", "not", "=>", "<=>")  # what may stand behind "at every time"
SORTS = {"v": ("q", "depth", "count", "pos", "nonneg", "real"), "f": ("pos", "nonneg", "real"), "i": ("L", "n", "r")}
BINDERS = ("sum", "prod", "others", "all")
DEEPEST = 70


class Refused(Unclear):
    """The replayer does not accept a step: why."""


def need(holds: bool, otherwise: str) -> None:
    """Errors: Refused."""
    if not holds:
        raise Refused(otherwise)


def well_formed(x: Any, kind: str, depth: int = 0) -> bool:
    """Whether x is a term (t), formula (f), index letter (i), word (s) or integer (z), by exact types."""
    if kind == "s":
        return type(x) is str
    if kind == "z":
        return type(x) is int
    if type(x) is not tuple or not x or type(x[0]) is not str or depth > DEEPEST:
        return False
    head = x[0]
    shape = (FORMULAS if kind == "f" else TERMS).get(head)
    if shape is None or (kind == "i" and head != "i"):
        return False
    fixed = shape[:-2] if shape.endswith("*") else shape
    kinds = fixed + shape[-2] * max(0, len(x) - 1 - len(fixed)) if shape.endswith("*") else shape
    if len(kinds) != len(x) - 1 or not all(well_formed(p, k, depth + 1) for p, k in zip(x[1:], kinds, strict=True)):
        return False
    if head == "n":
        return x[2] > 0 and _coprime(x[1], x[2])
    if head in SORTS:
        return x[1].isidentifier() and x[2] in SORTS[head]
    if head == "others":
        return x[1] != x[2] and x[1][2] == x[2][2]
    if head in ("of", "of'", "C1"):
        return x[1].isidentifier() and (head != "C1" or x[2] in ("real", "pos"))
    return True


def _coprime(a: int, b: int) -> bool:
    while b:
        a, b = b, a % b
    return a in (1, -1)


def stated(f: Any, timed: bool = False) -> Node:
    """f, if it is a formula in which whatever varies with time stands behind one "every" or "ae". Errors: Refused."""
    need(well_formed(f, "f"), "not a formula")
    _check_times(f, timed)
    return f  # type: ignore[no-any-return]


def _check_times(f: Node, timed: bool) -> None:
    if f[0] in ("every", "ae"):
        need(not timed and f[1][0] in POINTWISE, "a statement about times within another")
        _check_times(f[1], True)
    elif f[0] in RELATIONS:
        need(timed or not any(map(varies, f[1:])), "a relation that varies, without its times")
    elif f[0] in POINTWISE or f[0] == "all":
        need(not (timed and f[0] == "all"), "a quantifier behind a time")
        for part in f[1 if f[0] != "all" else 2 :]:
            _check_times(part, timed)
    else:
        need(not timed, "a property of a function behind a time")
        need(f[0] != "tends" or not varies(f[2]), "a limit that varies")


def parts(x: Node) -> list[Node]:
    """The tuples directly inside."""
    return [p for p in x[1:] if type(p) is tuple]


def varies(t: Node) -> bool:
    """Whether a term's value depends on the time it is taken at."""
    if t[0] in ("at0", "total", "v", "n", "i"):
        return False
    return t[0] in ("f", "t", "d", "int") or any(map(varies, parts(t)))


def indices(x: Node) -> frozenset[Node]:
    """The free index letters of a term or formula."""
    if x[0] == "i":
        return frozenset({x})
    if x[0] == "others":
        return (indices(x[3]) - {x[1]}) | {x[2]}
    if x[0] in BINDERS:
        return indices(x[2]) - {x[1]}
    return frozenset().union(*map(indices, parts(x)))


def mentions(x: Node, letter: Node) -> bool:
    """Whether a letter occurs anywhere inside."""
    return x == letter or any(mentions(p, letter) for p in parts(x))


def everything(x: Node) -> list[Node]:
    """x and all tuples inside."""
    return [x, *(y for p in parts(x) for y in everything(p))]


def renamed(x: Node, i: Node, j: Node) -> Node:
    """x with the free index letter i replaced by j. Errors: Refused where a binder would catch j."""
    if i not in indices(x):
        return x
    if x == i:
        return j
    if x[0] in BINDERS:
        bound, body = x[1], x[-1]
        if i != bound and i in indices(body):
            need(j != bound, "a binder would catch an index")
            body = renamed(body, i, j)
        middle = tuple(j if p == i else p for p in x[2:-1])
        need(bound not in middle, "a binder would catch an index")
        return (x[0], bound, *middle, body)
    return (x[0], *(renamed(p, i, j) if type(p) is tuple else p for p in x[1:]))


def replaced(x: Node, old: Node, new: Node) -> Node:
    """x with a constant letter replaced by a value without indices."""
    if x == old:
        return new
    return (x[0], *(replaced(p, old, new) if type(p) is tuple else p for p in x[1:]))


def timing(f: Node) -> tuple[str, Node]:
    """("every" | "ae" | "", what holds then)."""
    return (f[0], f[1]) if f[0] in ("every", "ae") else ("", f)


def at(modes: tuple[str, ...], f: Node) -> Node:
    """What follows pointwise from statements at such times: f at every time, or almost every time, if it varies."""
    return ("ae" if "ae" in modes else "every", f) if _changes(f) else f


def _changes(f: Node) -> bool:
    return any(map(varies if f[0] in RELATIONS else _changes, parts(f)))
