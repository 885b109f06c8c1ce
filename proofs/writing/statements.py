"""What a claim states and assumes as words with formulas: of one that is proved rendered from the formulas that were
replayed, of another in a process that has loaded its file: the process that prints loads none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Any

import sympy as sp

from ...symbolic.writing.text_and_latex import latex, words
from ..catalogue import FILES
from ..judging import recorded
from ..judging.claim import Claim
from ..judging.steps import Step
from ..running.alone import once
from ..verdict import Verdict
from .blocks import Inline, Mixed, Tex
from .report import formulas, prose


@dataclass(frozen=True)
class Stated:
    """The statement, the hypotheses in force, the claims that its argument rests on."""

    statement: Mixed
    given: tuple[Inline, ...]
    rests: tuple[str, ...] = ()


def stated(found: Sequence[Verdict]) -> dict[str, Stated]:
    """What the judged claims state. Errors: RuntimeError where a file of theorems does not say."""
    others = tuple(v.id for v in found if v.derivation is None)
    said = {name: _read(row) for name, row in zip(others, once(told, others) if others else (), strict=True)}
    for v in found:
        if v.derivation is not None:
            formal = recorded.claimed(v.derivation)
            said[v.id] = Stated(formulas.mixed(formal.latex()), tuple(map(formulas.mixed, formal.given(tex=True))))
    return said


def told(names: Sequence[str]) -> list[tuple[Any, ...]]:
    """The same as plain data, where the files of theorems are loaded."""
    from ..catalogue import claim

    return [
        (_plain(statement(c)), tuple(map(_plain, hypotheses(c))), tuple(_rested(c.argue(c.instance))))
        for c in map(claim, names)
    ]


def _plain(said: Inline) -> tuple[str, tuple[str, ...]]:
    return (said.words, tuple(f.source for f in said.formulas)) if isinstance(said, Mixed) else (str(said), ())


def _read(row: Any) -> Stated:
    said, given, rests = row
    return Stated(_mixed(*said), tuple(_mixed(*h) if h[1] else str(h[0]) for h in given), tuple(map(str, rests)))


def _mixed(said: str, sources: tuple[str, ...]) -> Mixed:
    return Mixed(str(said), tuple(Tex(str(source)) for source in sources))


def _rested(steps: Any) -> Iterator[str]:
    for step in steps:
        on = getattr(step, "on", None)
        if isinstance(on, str) and on in FILES:
            yield on
        if isinstance(step, Step):
            yield from _rested(step.parts())


def statement(claim: Claim) -> Mixed:
    """The statement."""
    if claim.formal is not None:
        return formulas.mixed(claim.formal.latex())
    return with_parts(claim.statement, claim.parts)


def hypotheses(claim: Claim) -> tuple[Inline, ...]:
    """The hypotheses in force."""
    if claim.formal is not None:
        return tuple(formulas.mixed(h) for h in claim.formal.given(tex=True))
    return tuple(h.text for h in claim.hypotheses)


def with_parts(said: str, parts: Mapping[str, Any]) -> Mixed:
    """Words in which {name} is a part: a formula, or words where it is always, never or text."""
    text, found = "", list[Tex]()
    for literal, name, _, _ in Formatter().parse(said):
        text += literal
        if name is None:
            continue
        part = parts[name] if isinstance(parts[name], str) else sp.sympify(parts[name])
        if isinstance(part, str) or part in (sp.true, sp.false):
            text += words(part)
        else:
            text += chr(prose.FIRST + len(found))
            found.append(Tex(latex(part)))
    return Mixed(text, tuple(found))
