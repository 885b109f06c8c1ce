"""Experiments in a report: a section for each run that is kept, what disagrees or is not resolved before what agrees.

A study comes as plain words and numbers; who reads the runs is the command.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .. import document

INTRODUCTION = (
    "Runs in float64, measured and not certified: no verdict above rests on them. Each quantity is compared with what"
    " the derived formulas predict; its interval is over the seeds."
)


@dataclass(frozen=True)
class Study:
    """One run that is kept: its findings as lines under `head`, the last cell of each a verdict and its reason."""

    name: str
    title: str
    about: str
    formulas: tuple[tuple[str, str], ...]
    head: tuple[str, ...]
    agree: tuple[tuple[str, ...], ...]
    differ: tuple[tuple[str, ...], ...]
    made: str
    picture: bytes | None = None

    @property
    def counted(self) -> str:
        """`12 of 14 findings agree`."""
        return f"{len(self.agree)} of {len(self.agree) + len(self.differ)} findings agree"


def file(study: Study) -> str:
    """The name of the picture's file, without its ending."""
    return f"experiment-{study.name}"


def overview(studies: Sequence[Study]) -> list[document.Block]:
    """What the section says first: one line a study."""
    lines = [(s.title, str(len(s.agree)), str(len(s.differ))) for s in studies]
    return [
        document.Words(INTRODUCTION),
        document.Grid(("study", "agree", "disagree or not resolved"), lines, "lrr"),
    ]


def blocks(study: Study) -> Iterator[document.Block]:
    """One study, without its title and its picture."""
    yield document.Words(f"{study.about[:1].upper()}{study.about[1:]}. {study.counted}; {study.made}.")
    if study.formulas:
        yield document.Facts(study.formulas)
    for lines, title in ((study.differ, "disagree or not resolved"), (study.agree, "agree")):
        if lines:
            yield document.Words(f"{title}:")
            yield document.Grid(study.head, lines)
