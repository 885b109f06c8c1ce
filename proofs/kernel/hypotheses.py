"""Hypotheses of the theorems, each dropped (`A -> B -> C` without A is `B -> C`), and constants, each changed.

Theorem NAME_needs_K of a file Dropped*.v refutes the pinned statement of theorem NAME without its hypothesis number K,
by a counterexample; NAME_spares_K proves it, so that the hypothesis is not needed. Hypotheses are counted from 1 in the
order of the text, in the parts of a conclusion too. NAME_fixes_K and NAME_frees_K of a file Changed*.v do the same for
the statement with its constant number K changed (constants.py). theorems.toml names hypotheses without either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from . import constants
from .certificate import SOURCES, data, definition, theorems, without_comments

DROPPED, CHANGED = "Dropped", "Changed"
NEEDS, SPARES, FIXES, FREES = "needs", "spares", "fixes", "frees"
# Of each kind: the end of a statement's name, and the words of a theorem that refutes and of one that proves it.
KINDS = {DROPPED: ("without", NEEDS, SPARES), CHANGED: ("changed", FIXES, FREES)}
STATED = {kind: f"{kind}Statements.v" for kind in KINDS}
HEAD = """(** The pinned statements {}, written by code: not to be edited. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements.
Local Open Scope R_scope.
"""
SAYS = {DROPPED: "without one of their hypotheses", CHANGED: "with one constant or exponent greater by 1"}
SETTLED = re.compile(r"^Theorem (\w+)_(needs|spares|fixes|frees)_(\d+) : (~ )?(\w+)\.", re.MULTILINE)
BINDER = re.compile(r"\b(forall|exists|let|fun)\b")


def spans(text: str) -> list[tuple[int, int]]:
    """Where each hypothesis stands in a proposition of Coq, its arrow included, in order."""
    found: list[tuple[int, int]] = []
    _walk(text, 0, len(text), found)
    return found


def without(text: str, number: int) -> str:
    """The proposition without its hypothesis of this number; the hypothesis is named there and not assumed, so that the
    letters keep their types. Errors: IndexError where it has fewer."""
    start, end = spans(text)[number - 1]
    return f"{text[:start]}let _ : Prop := {text[start : end - 2].strip()} in{text[end:]}"


def _outer(text: str, start: int, end: int) -> Iterator[int]:
    """The places outside every bracket."""
    depth = 0
    for at in range(start, end):
        depth += text[at] in "([{"
        if not depth:
            yield at
        depth -= text[at] in ")]}"


def _walk(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    """Adds the hypotheses of text[start:end]: those before arrows, and those of the parts of a conclusion."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    outside = list(_outer(text, start, end))
    if not outside:
        return _walk(text, start + 1, end - 1, found)
    if word := BINDER.match(text, start, end):
        stop = " in " if word.group() == "let" else ","
        if word.group() != "fun" and (at := next((at for at in outside if text.startswith(stop, at)), None)):
            _walk(text, at + len(stop), end, found)
        return None
    limit = next((at for at in outside if BINDER.match(text, at)), end)
    arrows = [at for at in outside if at < limit and text.startswith("->", at) and text[at - 1] != "<"]
    if arrows:
        found.append((start, arrows[0] + 2))
        return _walk(text, arrows[0] + 2, end, found)
    if any(at < limit and text.startswith(("<->", "\\/"), at) for at in outside):
        return None
    parts = [at for at in outside if at < limit and text.startswith("/\\", at)]
    if parts:
        for lower, upper in zip([start, *(at + 2 for at in parts)], [*parts, end], strict=True):
            _walk(text, lower, upper, found)
    return None


@cache
def _statements() -> str:
    return (SOURCES / "Statements.v").read_text(encoding="utf-8")


@cache
def _pinned(theorem: str) -> str:
    return definition(_statements(), theorems()[theorem].statement)


def counted(theorem: str, kind: str = DROPPED) -> int:
    """How many hypotheses, or constants, the pinned statement of this theorem has. Errors: KeyError."""
    text = _pinned(theorem)
    found = spans(text)
    return len(found if kind == DROPPED else constants.places(text, found))


def altered(theorem: str, kind: str, number: int) -> str:
    """The pinned statement without a hypothesis, or with a constant changed. Errors: KeyError, IndexError."""
    text = _pinned(theorem)
    if kind == DROPPED:
        return without(text, number)
    return constants.changed(text, constants.places(text, spans(text))[number - 1])


@cache
def settled(kind: str = DROPPED) -> Mapping[tuple[str, int], tuple[str, str]]:
    """What is proved of a theorem and the number of a hypothesis or constant, and the file of the proof.
    Errors: KeyError where a theorem is named otherwise than it says."""
    suffix, refutes, proves = KINDS[kind]
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for path in sorted(SOURCES.glob(f"{kind}*.v")):
        for name, word, number, no, stated in SETTLED.findall(without_comments(path.read_text(encoding="utf-8"))):
            key = (name, int(number))
            if key in found or stated != f"{name}_{suffix}_{number}" or word != (refutes if no else proves):
                raise KeyError(f"{name}_{word}_{number}")
            found[key] = word, path.stem
    return found


def statements(kind: str = DROPPED) -> str:
    """DroppedStatements.v or ChangedStatements.v as it must be. Errors: KeyError, IndexError."""
    lines = [HEAD.format(SAYS[kind])]
    for name, number in sorted(settled(kind)):
        lines.append(f"Definition {name}_{KINDS[kind][0]}_{number} : Prop :=\n  {altered(name, kind, number)}.\n")
    return "\n".join(lines)


def audit() -> Iterator[str]:
    """Coq source that fails unless each theorem refutes, or proves, the pinned text altered as its name says."""
    for kind, (_, refutes, _) in KINDS.items():
        for (name, number), (word, file) in sorted(settled(kind).items()):
            no = "~ " if word == refutes else ""
            said = f"{no}({altered(name, kind, number)})"
            yield f"Definition {word}_{number}_{name} : {said} := SteepestMirror.{file}.{name}_{word}_{number}."


def undecided(theorem: str, kind: str = DROPPED) -> list[int]:
    """The hypotheses, or constants, of this theorem that are neither refuted nor proved."""
    return [k for k in range(1, counted(theorem, kind) + 1) if (theorem, k) not in settled(kind)]


def rows() -> Iterator[str]:
    """A line a theorem: which hypotheses are needed, which are not, which are undecided; then constants; the counts."""
    yield "hypotheses dropped, by number: needed (counterexample proved);"
    yield "  not needed (proved without); undecided"
    yield from _table(DROPPED, "hypotheses: {} needed, {} not needed, {} undecided")
    yield ""
    yield "constants and exponents, each greater by 1: then false (counterexample"
    yield "  proved); then true too (proved); undecided"
    yield from _table(CHANGED, "constants: {} then false, {} then true too, {} undecided")


def _table(kind: str, total: str) -> Iterator[str]:
    words = (*KINDS[kind][1:], "")
    counts = dict.fromkeys(words, 0)
    for name in theorems():
        numbers: dict[str, list[str]] = {word: [] for word in words}
        for k in range(1, counted(name, kind) + 1):
            word, _ = settled(kind).get((name, k), ("", ""))
            numbers[word].append(str(k))
            counts[word] += 1
        yield f"{name}: {'; '.join(' '.join(found) or '-' for found in numbers.values())}"
    for name, why in data()["undecided"].items():
        if kind == DROPPED:
            yield f"undecided, {name}: {why['reason']}"
    yield total.format(*counts.values())
