"""Hypotheses of the theorems, each dropped: `A -> B -> C` without A is `B -> C`.

Theorem NAME_needs_K of a file Dropped*.v refutes the pinned statement of theorem NAME without its hypothesis number K,
by a counterexample; NAME_spares_K proves it, so that the hypothesis is not needed. Hypotheses are counted from 1 in the
order of the text, in the parts of a conclusion too. theorems.toml names those for which there is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from .certificate import SOURCES, definition, theorems, without_comments

FILES = "Dropped*.v"
STATED = "DroppedStatements.v"
HEAD = """(** The pinned statements without one of their hypotheses, written by code: not to be edited. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements.
Local Open Scope R_scope.
"""
NEEDS, SPARES = "needs", "spares"
SETTLED = re.compile(r"^Theorem (\w+)_(needs|spares)_(\d+) : (~ )?(\w+)\.", re.MULTILINE)
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


def counted(theorem: str) -> int:
    """How many hypotheses the pinned statement of this theorem has. Errors: KeyError."""
    return len(spans(_pinned(theorem)))


@cache
def _statements() -> str:
    return (SOURCES / "Statements.v").read_text(encoding="utf-8")


@cache
def _pinned(theorem: str) -> str:
    return definition(_statements(), theorems()[theorem].statement)


@cache
def settled() -> Mapping[tuple[str, int], tuple[str, str]]:
    """What is proved of a theorem and the number of a hypothesis, "needs" or "spares", and the file of the proof.
    Errors: KeyError where a theorem is named otherwise than it says."""
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for path in sorted(SOURCES.glob(FILES)):
        for name, word, number, no, stated in SETTLED.findall(without_comments(path.read_text(encoding="utf-8"))):
            key = (name, int(number))
            if key in found or stated != f"{name}_without_{number}" or bool(no) != (word == NEEDS):
                raise KeyError(f"{name}_{word}_{number}")
            found[key] = word, path.stem
    return found


def statements() -> str:
    """DroppedStatements.v as it must be. Errors: KeyError, IndexError."""
    lines = [HEAD]
    for name, number in sorted(settled()):
        lines.append(f"Definition {name}_without_{number} : Prop :=\n  {without(_pinned(name), number)}.\n")
    return "\n".join(lines)


def audit() -> Iterator[str]:
    """Coq source that fails unless each theorem refutes, or proves, the pinned text without its hypothesis."""
    for (name, number), (word, file) in sorted(settled().items()):
        no = "~ " if word == NEEDS else ""
        text = without(_pinned(name), number)
        yield f"Definition {word}_{number}_{name} : {no}({text}) := SteepestMirror.{file}.{name}_{word}_{number}."


def undecided(theorem: str) -> list[int]:
    """The hypotheses of this theorem that are neither refuted nor spared."""
    return [k for k in range(1, counted(theorem) + 1) if (theorem, k) not in settled()]


def rows() -> Iterator[str]:
    """A line a theorem: which hypotheses are needed, which are not, which are undecided; then the counts."""
    yield "hypotheses dropped, by number: needed (counterexample proved); not needed (proved without); undecided"
    words: dict[str, int] = {NEEDS: 0, SPARES: 0, "": 0}
    for name in theorems():
        numbers: dict[str, list[str]] = {NEEDS: [], SPARES: [], "": []}
        for k in range(1, counted(name) + 1):
            word, _ = settled().get((name, k), ("", ""))
            numbers[word].append(str(k))
            words[word] += 1
        yield f"{name}: {'; '.join(' '.join(found) or '-' for found in numbers.values())}"
    yield f"hypotheses: {words[NEEDS]} needed, {words[SPARES]} not needed, {words['']} undecided"
